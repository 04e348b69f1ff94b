"""Where the characters of a PDF page stand -> its lines in reading order: columns one after the other.

Indents and gaps between blocks come out as spaces and blank lines, large type as the headings of Markdown (# in front).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

GUTTER = 0.9  # of the height of a line: a gap as wide as this parts columns
_SPANNING = 0.6  # of a region's width: a line as wide as this stands over columns


@dataclass(slots=True)
class Strip:
    """Characters that stand side by side. Coordinates run rightwards and upwards."""

    left: float
    bottom: float
    right: float
    top: float
    text: str
    em: float = 0.0  # the width of a Chinese character

    @property
    def height(self) -> float:
        return self.top - self.bottom


def page_lines(strips: Sequence[Strip], large: float) -> list[str]:
    """The lines of a page; type of the size `large` and above makes headings."""
    lines: list[str] = []
    for column in _columns(strips) if strips else []:
        if lines:
            lines.append("")
        lines += _rows(column, large)
    return lines


def _columns(strips: Sequence[Strip]) -> list[list[Strip]]:
    """The strips in regions in reading order (recursive cuts through white space)."""
    if len(strips) < 2 or not _side_by_side(strips):
        return [list(strips)]
    height = sorted(s.height for s in strips)[len(strips) // 2]
    at = _cut([(s.left, s.right) for s in strips], 0.6 * height)
    if at is not None:
        left = [s for s in strips if s.right <= at]
        right = [s for s in strips if s.right > at]
        return _columns(left) + _columns(right)
    width = max(s.right for s in strips) - min(s.left for s in strips)
    wide = [s for s in strips if s.right - s.left > _SPANNING * width]
    at = _level(strips, wide or strips)
    if at is None:
        return [list(strips)]
    return _columns([s for s in strips if s.bottom >= at]) + _columns([s for s in strips if s.bottom < at])


def _side_by_side(strips: Sequence[Strip]) -> bool:
    """Whether any two strips stand on one level."""
    ordered = sorted(strips, key=lambda s: -s.top)
    return any(a.bottom + 0.3 * a.height < b.top - 0.3 * b.height for a, b in pairwise(ordered))


def _cut(intervals: Sequence[tuple[float, float]], least: float) -> float | None:
    """The middle of the widest gap between intervals, if one is at least so wide."""
    ordered = sorted(intervals)
    best, at, end = least, None, ordered[0][1]
    for low, high in ordered:
        if low - end >= best:
            best, at = low - end, (low + end) / 2
        end = max(end, high)
    return at


def _level(strips: Sequence[Strip], near: Sequence[Strip]) -> float | None:
    """The height of the widest level gap that touches one of the strips `near`."""
    edges = {round(edge, 1) for s in near for edge in (s.bottom, s.top)}
    ordered = sorted((s.bottom, s.top) for s in strips)
    best, at, end = -1.0, None, ordered[0][1]
    for low, high in ordered:
        touches = round(low, 1) in edges or round(end, 1) in edges
        if low >= end - 0.5 and low - end > best and touches:
            best, at = low - end, max(low, end) if low < end else low
        end = max(end, high)
    return at


def _rows(strips: Sequence[Strip], large: float) -> list[str]:
    """The lines of a region from the top: strips on one level in one line, indents and wider gaps kept."""
    rows: list[list[Strip]] = []
    for strip in sorted(strips, key=lambda s: (-(s.top + s.bottom) / 2, s.left)):
        last = rows[-1][-1] if rows else None
        if last and (last.top + last.bottom) / 2 - (strip.top + strip.bottom) / 2 < 0.5 * min(
            last.height, strip.height
        ):
            rows[-1].append(strip)
        else:
            rows.append([strip])
    lefts = [round(row[0].left) for row in rows]
    margin = min(lefts, key=lambda left: (-sum(abs(other - left) <= 2 for other in lefts), left))
    pitches = sorted(a[0].bottom - b[0].bottom for a, b in pairwise(rows))
    pitch = pitches[len(pitches) // 2] if pitches else 0.0
    lines: list[str] = []
    for number, row in enumerate(rows):
        row.sort(key=lambda s: s.left)
        if number and rows[number - 1][0].bottom - row[0].bottom > 1.5 * pitch:
            lines.append("")
        indent = round((row[0].left - margin) / max(row[0].height, 1.0))
        title = max(s.em for s in row) >= large and 2 <= sum(len(s.text) for s in row) <= 60
        text = "# " + row[0].text.strip() if title else "　" * max(0, min(indent, 8)) + row[0].text.rstrip()
        for before, strip in pairwise(row):
            gap = strip.left - before.right
            text += " " * min(8, max(0, round(gap / max(strip.height, 1.0) * 2))) + strip.text.strip()
        lines.append(text)
    return lines
