"""The text layer of a PDF as one string in reading order: columns one after the other, pages apart by form feeds.

The order in which a PDF draws its characters is not the order in which people read them, so characters are put
together by where they stand. Indents and gaps between blocks come out as spaces and blank lines, large type as the
headings of Markdown (# in front).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from graph.errors import ReadError

_FEWEST = 8  # characters of a document that is not a scan
_GUTTER = 0.9  # of the height of a line: a gap as wide as this parts columns
_SPACE = 0.14  # of the height of a line: a gap as wide as this is a space
_LARGE = 1.35  # times the size of the text: titles are set as large as this
_SPANNING = 0.6  # of a region's width: a line as wide as this stands over columns


@dataclass(slots=True)
class _Strip:
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


def text_layer(content: bytes, place: str) -> str:
    """The text of a PDF; raises ReadError, naming `place`, for one that is damaged, locked or scanned."""
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(content)
    except pypdfium2.PdfiumError as error:
        if "password" in str(error).lower():
            raise ReadError(f"{place}: the PDF is locked with a password; save it without one") from error
        raise ReadError(
            f"{place}: the PDF is damaged ({error}); save it again from the program that made it"
        ) from error
    try:
        pages = [list(_strips(page)) for page in document]
    finally:
        document.close()
    sizes = sorted(strip.em for page in pages for strip in page for _ in strip.text if strip.em)
    large = _LARGE * sizes[len(sizes) // 2] if sizes else float("inf")
    text = "\f".join(_page_text(page, large) for page in pages)
    readable = sum(char.isalnum() for char in text)
    if readable < _FEWEST:
        reason = "its fonts have no table of characters" if any(pages) else "it is a scan"
        raise ReadError(
            f"{place}: the PDF has no text layer on its {len(pages)} page(s), {reason}; duikou does not recognise "
            "characters in pictures (OCR): add a text layer with an OCR program first"
        )
    return text


def _page_text(strips: Sequence[_Strip], large: float) -> str:
    lines: list[str] = []
    for column in _columns(strips) if strips else []:
        if lines:
            lines.append("")
        lines += _rows(column, large)
    return "\n".join(lines)


def _strips(page: Any) -> Iterator[_Strip]:
    """The characters of a page in strips, as they are drawn; what is drawn twice (bold by overlay) comes once."""
    import pypdfium2.raw as pdfium

    textpage = page.get_textpage()
    strip: _Strip | None = None
    drawn: set[tuple[str, int, int]] = set()
    for index in range(textpage.count_chars()):
        char = chr(pdfium.FPDFText_GetUnicode(textpage, index))
        if char in "\r\n\ufffe\0" or pdfium.FPDFText_IsGenerated(textpage, index) == 1:
            continue
        left, bottom, right, top = textpage.get_charbox(index, loose=True)
        key = (char, round(left), round(bottom))
        if key in drawn and not char.isspace():
            continue
        drawn.add(key)
        if strip and _beside(strip, left, bottom, top):
            strip.text += " " if left - strip.right > _SPACE * strip.height and not strip.text.endswith(" ") else ""
            strip.text += char
            strip.right, strip.top, strip.bottom = (
                max(right, strip.right),
                max(top, strip.top),
                min(bottom, strip.bottom),
            )
            strip.em = max(strip.em, right - left if char > "\u3400" else 0.0)
            continue
        if strip and strip.text.strip():
            yield strip
        strip = _Strip(left, bottom, right, top, char, right - left if char > "\u3400" else 0.0)
    if strip and strip.text.strip():
        yield strip


def _beside(strip: _Strip, left: float, bottom: float, top: float) -> bool:
    """Whether a character goes on with a strip: on its line, at its right end."""
    height = max(strip.height, 1.0)
    level = min(strip.top, top) - max(strip.bottom, bottom) > 0.5 * min(height, top - bottom)
    return level and -0.5 * height < left - strip.right < _GUTTER * height


def _columns(strips: Sequence[_Strip]) -> list[list[_Strip]]:
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


def _side_by_side(strips: Sequence[_Strip]) -> bool:
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


def _level(strips: Sequence[_Strip], near: Sequence[_Strip]) -> float | None:
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


def _rows(strips: Sequence[_Strip], large: float) -> list[str]:
    """The lines of a region from the top: strips on one level in one line, indents and wider gaps kept."""
    rows: list[list[_Strip]] = []
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
