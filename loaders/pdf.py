"""The text layer of a PDF as one document in reading order, pages apart by form feeds.

The order in which a PDF draws its characters is not the order in which people read them, so characters are put
together by where they stand (loaders/pdf_layout.py), each page turned so that its text runs from left to right.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from math import pi
from typing import Any

from graph.errors import ReadError
from graph.model import Document
from loaders.kinds import PDF
from loaders.limits import MAX_TEXT, sound, too_long
from loaders.pdf_guard import unpacked
from loaders.pdf_layout import GUTTER, Strip, page_lines
from loaders.sources import Source, made

_FEWEST = 8  # characters of a document that is not a scan
_SPACE = 0.14  # of the height of a line: a gap as wide as this is a space
_LARGE = 1.35  # times the size of the text: titles are set as large as this
_EDGE = 0.12  # of a page's height: so far from its top or bottom running heads and page numbers stand
_OFTEN = 0.4  # of the pages: a line at their edge that stands on so many is a running head
_TILT = 0.3  # radians: characters that are turned by more are no lines but a watermark
_IMAGE = 3  # pdfium's number for an object that is a picture
_SOME = 200  # characters and objects of a page that are looked at to see how it is turned, whether it is a picture
_HALVES = re.compile("[\ud800-\udfff]")
_OCR = "duikou does not recognise characters in pictures (OCR): add a text layer with an OCR program first"

Page = list[Strip]


def pdf_document(content: bytes, source: Source) -> Iterator[Document | ReadError]:
    """The text of a PDF, then a ReadError for its pages that are pictures or damaged, if it has any.

    Raises ReadError for a PDF that is damaged, locked or scanned as a whole.
    """
    import pypdfium2

    unpacked(content, source.place)
    try:
        document = pypdfium2.PdfDocument(content)
    except pypdfium2.PdfiumError as error:
        if "password" in str(error).lower():
            raise ReadError(f"{source.place}: the PDF is locked with a password; save it without one") from error
        raise ReadError(
            f"{source.place}: the PDF is damaged ({error}); save it again from the program that made it"
        ) from error
    try:
        pages, scanned, broken = _pages(document, source.place)
    finally:
        document.close()
    sizes = sorted(strip.em for page in pages for strip in page for _ in strip.text if strip.em)
    large = _LARGE * sizes[len(sizes) // 2] if sizes else float("inf")
    text = "\f".join(_page_text(heads, rest, large) for heads, rest in _in_order(pages))
    if _HALVES.search(text):  # pdfium gives rare characters in two halves
        text = text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    if sum(char.isalnum() for char in text) < _FEWEST:
        reason = "its fonts have no table of characters" if any(pages) else "it is a scan"
        raise ReadError(f"{source.place}: the PDF has no text layer on its {len(pages)} page(s), {reason}; {_OCR}")
    yield made(sound(text, source.place), content, source, PDF)
    if scanned:
        yield ReadError(f"{source.place}: no text layer on page {_numbers(scanned)}, the others are read; {_OCR}")
    if broken:
        yield ReadError(f"{source.place}: page {_numbers(broken)} is damaged, the others are read; save it again")


def _page_text(heads: Page, rest: Page, large: float) -> str:
    return "\n".join([*page_lines(heads, large), *([""] if heads and rest else []), *page_lines(rest, large)])


def _numbers(pages: Sequence[int]) -> str:
    return ", ".join(map(str, pages[:20])) + (f" and {len(pages) - 20} more" if len(pages) > 20 else "")


def _pages(document: Any, place: str) -> tuple[list[Page], list[int], list[int]]:
    """The strips of each page; the numbers of the pages that are only pictures, and of those that are damaged."""
    import pypdfium2

    pages: list[Page] = []
    scanned, broken, total = [], [], 0
    for number in range(len(document)):
        strips: Page = []
        try:
            page = document[number]
            strips = list(_strips(page))
            if not strips and any(
                shape.type == _IMAGE for shape, _ in zip(page.get_objects(), range(_SOME), strict=False)
            ):
                scanned.append(number + 1)
            page.close()
        except (pypdfium2.PdfiumError, ValueError):
            broken.append(number + 1)
        total += sum(len(strip.text) for strip in strips)
        if total > MAX_TEXT:
            raise too_long(place, f"more characters by page {number + 1}", f"{MAX_TEXT:,}", "split the PDF")
        pages.append(strips)
    return pages, scanned, broken


def _strips(page: Any) -> Iterator[Strip]:
    """The characters of a page in strips, as they are drawn; what is drawn twice (bold by overlay) comes once."""
    import pypdfium2.raw as pdfium

    textpage = page.get_textpage()
    count = min(textpage.count_chars(), MAX_TEXT + 1)
    quarter = _quarter(textpage, count)
    strip: Strip | None = None
    drawn: set[tuple[str, int, int]] = set()
    for index in range(count):
        char = chr(pdfium.FPDFText_GetUnicode(textpage, index))
        if char in "\r\n\ufffe\0" or pdfium.FPDFText_IsGenerated(textpage, index) == 1:
            continue
        if abs((_angle(textpage, index) - quarter * pi / 2 + pi) % (2 * pi) - pi) > _TILT:
            continue
        left, bottom, right, top = _turned(textpage.get_charbox(index, loose=True), quarter)
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
        strip = Strip(left, bottom, right, top, char, right - left if char > "\u3400" else 0.0)
    if strip and strip.text.strip():
        yield strip
    textpage.close()


def _quarter(textpage: Any, count: int) -> int:
    """By how many quarters of a turn most characters of a page are turned."""
    step = max(1, count // _SOME)
    angles = (_angle(textpage, index) for index in range(0, count, step))
    turns = Counter(round(angle / (pi / 2)) % 4 for angle in angles)
    return turns.most_common(1)[0][0] if turns else 0


def _angle(textpage: Any, index: int) -> float:
    """By how much a character is turned, in radians against the clock; pdfium counts with it."""
    import pypdfium2.raw as pdfium

    return -float(pdfium.FPDFText_GetCharAngle(textpage, index))


def _turned(box: tuple[float, float, float, float], quarter: int) -> tuple[float, float, float, float]:
    """A box on a page that is turned back by so many quarters.

    >>> _turned((10, 20, 30, 60), 1)
    (20, -30, 60, -10)
    """
    left, bottom, right, top = box
    for _ in range(quarter):
        left, bottom, right, top = bottom, -right, top, -left
    return left, bottom, right, top


def _in_order(pages: Sequence[Page]) -> Iterator[tuple[Page, Page]]:
    """Each page as its running heads and the rest. Heads come once, over the text: they name paper, date, title."""
    keys = [_edges(page) for page in pages]
    often = Counter(key for found in keys for key in set(found.values()))
    least = max(2.0, _OFTEN * sum(map(bool, pages)))
    seen: set[str] = set()
    for page, found in zip(pages, keys, strict=True):
        heads = {at: key for at, key in found.items() if often[key] >= least}
        first = [strip for at, strip in enumerate(page) if at in heads and heads[at] not in seen]
        seen.update(heads.values())
        yield first, [strip for at, strip in enumerate(page) if at not in heads]


def _edges(page: Page) -> dict[int, str]:
    """The strips at the top and bottom of a page by their place in it, each with its words without numbers."""
    if not page:
        return {}
    low, high = min(strip.bottom for strip in page), max(strip.top for strip in page)
    edge = _EDGE * (high - low)
    return {
        at: re.sub(r"[\d\s]+", "#", strip.text.strip())
        for at, strip in enumerate(page)
        if strip.bottom > high - edge or strip.top < low + edge
    }


def _beside(strip: Strip, left: float, bottom: float, top: float) -> bool:
    """Whether a character goes on with a strip: on its line, at its right end."""
    height = max(strip.height, 1.0)
    level = min(strip.top, top) - max(strip.bottom, bottom) > 0.5 * min(height, top - bottom)
    return level and -0.5 * height < left - strip.right < GUTTER * height
