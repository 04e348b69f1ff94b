"""A text cut at every place where a mark begins or ends, so that marks may overlap in any way."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from duikou.views.article_read import Span


@dataclass(frozen=True, slots=True, order=True)
class Mark:
    """Something that a span carries: what kind, and which one (a number or a name)."""

    kind: str
    of: str


@dataclass(frozen=True, slots=True)
class Piece:
    """Words under the same marks all along; `begins` are the marks that begin here."""

    start: int
    words: str
    marks: frozenset[Mark]
    begins: frozenset[Mark]
    ends: frozenset[Mark]


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the document by its number, from 1, with a place to link to before each piece that has one."""

    number: int
    pieces: tuple[Piece, ...]


def lines(text: str, span: Span, marks: Iterable[tuple[Span, Mark]]) -> Iterator[Line]:
    """The lines of a span of the text that hold more than white space.

    >>> [line] = lines("三都县城南社区", (0, 7), [((0, 3), Mark("name", "a")), ((2, 5), Mark("said", "1"))])
    >>> [(piece.words, sorted(mark.of for mark in piece.marks)) for piece in line.pieces]
    [('三都', ['a']), ('县', ['1', 'a']), ('城南', ['1']), ('社区', [])]
    """
    number = text.count("\n", 0, span[0]) + 1
    row: list[Piece] = []
    late: frozenset[Mark] = frozenset()  # began at a line break, so it begins with the next words
    for start, words, here, begins, ends in _cut(text, span, list(marks)):
        if words == "\n":
            late |= begins
            if ends and row:
                row[-1] = Piece(row[-1].start, row[-1].words, row[-1].marks, row[-1].begins, row[-1].ends | ends)
            if any(piece.words.strip() for piece in row):
                yield Line(number, tuple(row))
            number += 1
            row = []
        else:
            row.append(Piece(start, words, here, begins | (late & here), ends))
            late -= here
    if any(piece.words.strip() for piece in row):
        yield Line(number, tuple(row))


def _cut(
    text: str, span: Span, marks: Collection[tuple[Span, Mark]]
) -> Iterator[tuple[int, str, frozenset[Mark], frozenset[Mark], frozenset[Mark]]]:
    """Start, words, marks, and the marks that begin and end there; every line break is a piece of its own."""
    low, high = span
    opening: dict[int, list[Mark]] = {}
    closing: dict[int, list[Mark]] = {}
    for (start, stop), mark in marks:
        start, stop = max(start, low), min(stop, high)
        if start < stop:
            opening.setdefault(start, []).append(mark)
            closing.setdefault(stop, []).append(mark)
    breaks = {at for place in range(low, high) if text[place] == "\n" for at in (place, place + 1)}
    bounds = sorted({low, high, *opening, *closing, *breaks})
    here: Counter[Mark] = Counter()  # how many spans of the mark are open
    for start, stop in pairwise(bounds):
        here.subtract(closing.get(start, ()))
        here.update(opening.get(start, ()))
        here = +here
        begins, ends = frozenset(opening.get(start, ())), frozenset(closing.get(stop, ()))
        yield start, text[start:stop], frozenset(here), begins, ends
