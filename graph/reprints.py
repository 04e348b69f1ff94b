"""Which articles are printings of one work, told from the hashes of their sentences."""

from __future__ import annotations

import itertools
from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field


def same_work(a: tuple[int, ...], b: tuple[int, ...]) -> bool:
    """Whether two fingerprints share so much that one article is a printing of the other.

    At least three sentences, and at least half of the shorter article.

    >>> same_work((1, 2, 3, 4, 5, 6), (4, 5, 6, 7, 8, 9, 10))
    True
    >>> same_work((1, 2), (1, 2))
    False
    """
    return _enough(len(set(a) & set(b)), len(set(a)), len(set(b)))


def _enough(shared: int, one: int, other: int) -> bool:
    """Whether two articles of so many sentences share enough of them."""
    return shared >= 3 and shared * 2 >= min(one, other)


@dataclass(slots=True)
class Works:
    """Articles grouped into works; a work is named by the least id of its articles, in any order of adding.

    >>> works = Works()
    >>> works.add("article:2", (1, 2, 3, 4))
    {'article:2': 'article:2'}
    >>> works.add("article:1", (1, 2, 3, 4))
    {'article:1': 'article:1', 'article:2': 'article:1'}
    """

    _sizes: dict[str, int] = field(default_factory=dict)  # sentences of each article
    _holders: dict[int, list[str]] = field(default_factory=lambda: defaultdict(list))
    _work: dict[str, str] = field(default_factory=dict)
    _articles: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))

    def __contains__(self, article: str) -> bool:
        return article in self._work

    def __len__(self) -> int:
        return len(self._work)

    @property
    def by_article(self) -> Mapping[str, str]:
        """The work of each article."""
        return self._work

    def add(self, article: str, fingerprint: tuple[int, ...]) -> dict[str, str]:
        """Add an article; the works of all articles whose work is new or another one than before."""
        if article in self._work:
            return {}
        sentences = set(fingerprint)
        sharing = Counter(itertools.chain.from_iterable(self._holders.get(one, ()) for one in sentences))
        twins = [other for other, shared in sharing.items() if _enough(shared, len(sentences), self._sizes[other])]
        self._hold(article, sentences)
        group = {article}.union(*(self._articles.pop(work) for work in {self._work[twin] for twin in twins}))
        work = min(group)
        changed = {one: work for one in sorted(group) if self._work.get(one) != work}
        self._work.update(changed)
        self._articles[work] = group
        return changed

    def remember(self, article: str, fingerprint: tuple[int, ...], work: str) -> None:
        """Take over an article whose work is known, from a store that has grouped its articles.

        >>> works = Works()
        >>> works.remember("article:2", (1, 2, 3, 4), "article:2")
        >>> works.add("article:1", (2, 3, 4, 5))
        {'article:1': 'article:1', 'article:2': 'article:1'}
        """
        self._hold(article, set(fingerprint))
        self._work[article] = work
        self._articles[work].add(article)

    def _hold(self, article: str, sentences: set[int]) -> None:
        self._sizes[article] = len(sentences)
        for sentence in sentences:
            self._holders[sentence].append(article)
