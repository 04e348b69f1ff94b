"""Columns: where lines were broken to fit a width, that width is seen from the lines themselves."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from loaders.lines import Line

_CLOSED = re.compile(r"(?:[。!?…]|\.{3,})[”’」』)\]]*$|[。!?;:][”’)]*$|[a-z]\.$")
_NEIGHBOURS = 6
_WIDEST = 100  # columns of characters; longer lines are whole paragraphs
_RAGGED = 12  # by how much a line may be longer than the others of its column


@dataclass(frozen=True, slots=True)
class Column:
    """What the lines around a line have in common: width, whether paragraphs are drawn in, whether lines are close."""

    width: int
    indented: bool
    gapless: bool  # blank lines are rare in it, so that they mean something

    def holds(self, line: Line) -> bool:
        return line.width <= self.width + _RAGGED

    def fits(self, line: Line) -> bool:
        return line.gap <= 1 and self.holds(line) and (closed(line.flat) or abs(self.width - line.width) <= 8)


@lru_cache(8192)
def closed(flat: str) -> bool:
    """Whether a line ends where a sentence may end.

    >>> closed("牛群刚吃完草。”"), closed("好机制,保障"), closed("托起“大民生”")
    (True, False, False)
    """
    return _CLOSED.search(flat, max(0, len(flat) - 8)) is not None


def columns_of(text: Sequence[Line]) -> list[Column | None]:
    """For each line the column that it was broken in; None where lines are whole paragraphs."""
    found: list[Column | None] = []
    recent, seen = None, 0
    for at, line in enumerate(text):
        column = None
        if line.width <= _WIDEST + _RAGGED:
            column = _column(text[at : at + _NEIGHBOURS]) or _column(text[max(0, at - _NEIGHBOURS + 1) : at + 1])
            if column:
                recent, seen = column, at
            elif recent and at - seen <= _NEIGHBOURS and recent.fits(line):
                column = recent  # the end of a column has too few lines to tell
        found.append(column)
    return found


def _column(near: Sequence[Line]) -> Column | None:
    """The column of some lines: most of them end nothing, and those are about equally wide."""
    widths = sorted(line.width for line in near if not closed(line.flat))
    if len(widths) < 3 or len(widths) * 2 < len(near):
        return None
    width = widths[(len(widths) * 3) // 4]
    alike = sum(abs(width - one) <= 8 for one in widths)
    fitting = sum(line.width <= width + _RAGGED for line in near)
    if width > _WIDEST or alike * 10 < len(widths) * 6 or fitting * 10 < len(near) * 8:
        return None
    drawn_in = sum(line.indent >= 2 for line in near)
    return Column(width, 0 < drawn_in <= len(near) // 2, sum(line.gap > 0 for line in near) <= 1)
