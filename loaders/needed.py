"""Which characters a text must have for a pattern to match: what is asked before a slow search.

Most patterns want something that most sentences have not (a firm, a sum, a word for giving), and a look into the set of
a sentence's characters costs a hundredth of a search.
"""

from __future__ import annotations

import functools
import itertools
import operator
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cached_property
from typing import Any

_MOST = 60  # characters in a set; larger ones tell little


Needs = tuple[frozenset[str], ...]


def needed(pattern: re.Pattern[str] | str) -> Needs:
    """Sets of characters: a text without any character of one of them cannot match; the smallest sets first.

    >>> [sorted(one) for one in needed(re.compile("甲(?:乙|丙丁)+戊?[己-辛]"))] == [["甲"], ["丁", "乙"]]
    True
    >>> needed(re.compile("(?:甲|乙)?丙*"))
    ()
    """
    try:
        import re._parser as parser  # type: ignore[import-not-found, unused-ignore]
    except ImportError:  # an undocumented part of Python: without it nothing is ruled out, which is only slower
        return ()
    text, flags = (pattern, 0) if isinstance(pattern, str) else (pattern.pattern, pattern.flags & ~re.UNICODE)
    if flags & re.IGNORECASE:
        return ()
    sets = set(_sequence(parser.parse(text, flags)))
    return tuple(sorted(sets, key=lambda one: (len(one), sorted(one))))


def may_match(needs: Needs, text: Iterable[str]) -> bool:
    """Whether a pattern with these needs can match in the text at all; a set of its characters will do.

    >>> may_match(needed(re.compile("捐赠|捐款")), "甲公司捐了款")
    True
    >>> may_match(needed(re.compile("捐赠")), "甲公司捐了款")
    False
    """
    for one in needs:  # noqa: SIM110 - all() takes three times as long
        if one.isdisjoint(text):
            return False
    return True


class LazyPattern:
    """A regular expression that is compiled when it is first used: of many hundred a text asks for few.

    >>> LazyPattern("捐(?P<what>书|款)").search("捐款").group("what")
    '款'
    """

    def __init__(self, text: str) -> None:
        self.text = text

    @cached_property
    def compiled(self) -> re.Pattern[str]:
        """The pattern itself."""
        return re.compile(self.text)

    @cached_property
    def needs(self) -> Needs:
        """What a text must have for it to match; re.error where the text is no regular expression."""
        return needed(self.text)

    def search(self, text: str) -> re.Match[str] | None:
        """The first match."""
        return self.compiled.search(text)


class Sieve:
    """Many patterns, by their needs: which of them can match a text is asked for all at once.

    >>> Sieve([needed(re.compile("捐赠|捐款")), (), needed(re.compile("[赠送]书"))]).let_through("捐款买书")
    [0, 1]
    """

    def __init__(self, needs: Sequence[Needs]) -> None:
        numbers: dict[frozenset[str], int] = {}
        for one in itertools.chain.from_iterable(needs):
            numbers.setdefault(one, len(numbers))
        self._met: dict[str, int] = {}  # by character, the sets that hold it, a bit each
        for characters, number in numbers.items():
            for char in characters:
                self._met[char] = self._met.get(char, 0) | 1 << number
        self._wanted = [sum(1 << number for number in {numbers[one] for one in sets}) for sets in needs]

    def let_through(self, text: Iterable[str]) -> list[int]:
        """The numbers of the patterns that can match."""
        met = functools.reduce(operator.or_, map(self._met.get, frozenset(text), itertools.repeat(0)), 0)
        missing = ~met
        return [number for number, wanted in enumerate(self._wanted) if not wanted & missing]


def _sequence(parts: Iterable[tuple[Any, Any]]) -> Iterator[frozenset[str]]:
    """The sets of the parts that follow one another."""
    for kind, value in parts:
        read = _READERS.get(str(kind))
        if read is not None:
            yield from read(value)


def _literal(value: int) -> Iterator[frozenset[str]]:
    yield frozenset({chr(value)})


def _one_of(value: Sequence[tuple[Any, Any]]) -> Iterator[frozenset[str]]:
    found: set[str] = set()
    for kind, what in value:
        if str(kind) == "LITERAL":
            found.add(chr(what))
        elif str(kind) == "RANGE" and what[1] - what[0] < _MOST:
            found |= {chr(code) for code in range(what[0], what[1] + 1)}
        else:  # all but these, digits, ...
            return
    if len(found) <= _MOST:
        yield frozenset(found)


def _branch(value: tuple[Any, Sequence[Any]]) -> Iterator[frozenset[str]]:
    chosen: set[str] = set()
    for one in value[1]:
        sets = sorted(_sequence(one), key=lambda s: (len(s), sorted(s)))
        if not sets:  # this alternative wants nothing in particular
            return
        chosen |= next((s for s in sets if s <= chosen), sets[0])
    if len(chosen) <= _MOST:
        yield frozenset(chosen)


def _repeated(value: tuple[int, int, Any]) -> Iterator[frozenset[str]]:
    least, _, parts = value
    if least > 0:
        yield from _sequence(parts)


_READERS: dict[str, Callable[[Any], Iterable[frozenset[str]]]] = {
    "LITERAL": _literal,
    "IN": _one_of,
    "BRANCH": _branch,
    "MAX_REPEAT": _repeated,
    "MIN_REPEAT": _repeated,
    "POSSESSIVE_REPEAT": _repeated,
    "SUBPATTERN": lambda value: () if value[1] & re.IGNORECASE else _sequence(value[3]),
    "ATOMIC_GROUP": _sequence,
}
