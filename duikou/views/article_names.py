"""Where words stand in a text: names of things, figures as written, stand-ins such as 该公司."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from html import unescape

from duikou.views.article_read import REJECT, Said, Span
from graph.normalise import fold, normalise

_MARKUP = re.compile(
    r"<!--.*?-->|<(script|style|noscript|template|svg)\b.*?</\1\s*>|<[!/]?[A-Za-z][^<>]*>"
    r"|(?P<entity>&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,30});)",
    re.DOTALL | re.IGNORECASE,
)


def markup(text: str, span: Span) -> list[tuple[int, int, str | None]]:
    """Tags, comments, scripts and entities in a span of HTML: start, end, and what an entity stands for.

    >>> markup("三<b>都</b>&mdash;", (0, 16))
    [(1, 4, None), (5, 9, None), (9, 16, '—')]
    """
    return [
        (*match.span(), unescape(match["entity"]) if match["entity"] else None)
        for match in _MARKUP.finditer(text, *span)
    ]


class Places:
    """A span of a text made plain for looking things up, with the way back to where they stand in the whole text.

    tags: mark-up in it, as `markup` finds it.
    """

    def __init__(self, text: str, span: Span | None = None, tags: Iterable[tuple[int, int, str | None]] = ()) -> None:
        low, high = span or (0, len(text))
        spans = [(start - low, stop - low, stands_for) for start, stop, stands_for in tags]
        self._text = normalise(
            text[low:high],
            low,
            skip=[(start, stop) for start, stop, stands_for in spans if stands_for is None],
            replace=[(start, stop, stands_for) for start, stop, stands_for in spans if stands_for is not None],
        )

    @cached_property
    def _folded(self) -> tuple[str, list[int], list[int]]:
        """The text without the marks that a fold drops; where each character stands in the plain text, and in the whole."""
        kept = [(fold(char) and char, place) for place, char in enumerate(self._text.plain)]
        kept = [(char, place) for char, place in kept if char]
        plain = "".join(char for char, _ in kept).replace("（", "(").replace("）", ")")
        return plain, [place for _, place in kept], [self._text.starts[place] for _, place in kept]

    def named(self, nodes: Mapping[str, Sequence[str]]) -> Iterator[tuple[Span, tuple[str, ...]]]:
        """Each place of a name, the longest of those that begin there, with the ids of what goes by it.

        nodes: names by id. A name of one character is no name that could be looked up.

        >>> list(Places("三都县与“三都”").named({"region:522732": ["三都县", "三都"]}))
        [((0, 3), ('region:522732',)), ((5, 7), ('region:522732',))]
        """
        owners: dict[str, set[str]] = {}
        for id_, names in nodes.items():
            for name in names:
                if len(fold(name)) > 1:
                    owners.setdefault(fold(name), set()).add(id_)
        if not owners:
            return
        plain, places, _ = self._folded
        pattern = "|".join(map(re.escape, sorted(owners, key=lambda name: (-len(name), name))))
        for match in re.finditer(pattern, plain):
            span = self._text.span(places[match.start()], places[match.end() - 1] + 1)
            yield span, tuple(sorted(owners[match[0]]))

    def words(self, words: str, within: Span) -> Span | None:
        """The first place of the words in a span of the text, not as a part of a longer number.

        >>> Places("共140人，其中40人是搬迁户").words("40人", (0, 17))
        (8, 11)
        """
        wanted = fold(words)
        plain, places, starts = self._folded
        high = bisect_left(starts, within[1])
        at = plain.find(wanted, bisect_left(starts, within[0]), high) if wanted else -1
        while at >= 0:
            longer = plain[at - 1 : at].isdecimal() and wanted[0].isdecimal()
            if not longer:
                return self._text.span(places[at], places[at + len(wanted) - 1] + 1)
            at = plain.find(wanted, at + 1, high)
        return None


def key_words(said: Said, places: Places) -> list[Span]:
    """The words in its quotes that carry a statement besides the names: the figure, a title, the stand-ins of its steps."""
    told = [said.details.get("raw"), said.details.get("title"), *(step["surface"] for step in said.because)]
    wanted = [words for words in told if isinstance(words, str) and words]
    spans = (places.words(words, within) for words in wanted for within in said.places)
    return sorted({span for span in spans if span})


def shown_words(said: Said, places: Places) -> Iterator[Span]:
    """The words of a figure itself; of a reject the figure that was not kept, or all its words."""
    raw = said.details.get("raw")
    for within in said.places:
        span = places.words(raw, within) if isinstance(raw, str) else None
        if span or said.kind == REJECT:
            yield span or within
