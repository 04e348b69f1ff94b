"""Set two articles in narrow columns and write them as a PDF with a text layer: `python seeds/make_pdf.py`.

The PDF names the standard font STSong-Light instead of carrying one, so the file stays small and every viewer draws it
with the Chinese font it has. Needs `reportlab`.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas

HERE = Path(__file__).parent
ARTICLES = (HERE / "articles" / "seed_002_longan.txt", HERE / "src" / "seed_003_xiangxi.txt")
TARGET = HERE / "articles" / "seed_003_xiangxi.pdf"

FONT = "STSong-Light"
WIDTH, HEIGHT = 420, 595  # A5, in points
MARGIN, GAP, TOP, BOTTOM = 36, 20, 62, 46
COLUMN = (WIDTH - 2 * MARGIN - GAP) / 2
SIZE, LEADING = 9.5, 14.0
WIDEST = 0.85  # points between characters; a wider gap would read as a space
INK, ACCENT, RULE = (0.13, 0.15, 0.17), (0.54, 0.18, 0.11), (0.80, 0.78, 0.74)

NOT_FIRST = "，。、；：？！）》」』”’%"
NOT_LAST = "（《「『“‘"
UNIT = re.compile(r"[0-9A-Za-z.]+|.")


@dataclass(frozen=True)
class Line:
    """One line of type: how large, how it stands, and what room it takes."""

    text: str
    size: float
    leading: float
    colour: tuple[float, float, float]
    justified: bool = False


def blocks(text: str) -> list[str]:
    """The paragraphs of an article file: headline first, the lone date line left out.

    >>> blocks("标题\\n\\n2023年11月\\n\\n正文。\\n")
    ['标题', '正文。']
    """
    parts = [part.strip() for part in text.split("\n\n")]
    return [part for part in parts if part and not re.fullmatch(r"\d+年\d+月", part)]


def wrap(text: str, size: float, width: float) -> Iterator[str]:
    """Break a paragraph as a compositor does: between any two characters, but not inside a number or before a comma."""
    line: list[str] = []
    for unit in UNIT.findall(text):
        full = pdfmetrics.stringWidth("".join(line) + unit, FONT, size) > width
        if not full or unit in NOT_FIRST:  # a closing mark is squeezed in
            line.append(unit)
            continue
        carried = [line.pop()] if line[-1] in NOT_LAST else []
        yield "".join(line)
        line = [*carried, unit]
    yield "".join(line)


def compose(paths: tuple[Path, ...]) -> Iterator[Line]:
    """The lines of all articles in reading order; the first headline is set apart, across the page."""
    space = Line("", SIZE, LEADING / 2, INK)
    for number, path in enumerate(paths):
        headline, *paragraphs = blocks(path.read_text(encoding="utf-8"))
        if number:
            yield from (space, space)
            for part in re.split("(?<=：)", headline):
                yield Line(part, 15, 21, ACCENT)
            yield space
        for paragraph in paragraphs:
            if paragraph[-1] not in "。”":
                yield from (space, Line(paragraph, 10.5, 19, ACCENT))
                continue
            *full, last = wrap("\u3000\u3000" + paragraph, SIZE, COLUMN)
            for line in full:
                yield Line(line, SIZE, LEADING, INK, justified=True)
            yield Line(last, SIZE, LEADING, INK)


def furnish(page: Canvas, number: int) -> None:
    """Draw what stands on every page around the articles."""
    page.setFillColorRGB(*ACCENT)
    page.setFont(FONT, 12)
    page.drawString(MARGIN, HEIGHT - 40, "山海周报")
    page.setFillColorRGB(*INK)
    page.setFont(FONT, 8)
    page.drawRightString(WIDTH - MARGIN, HEIGHT - 40, f"2023年11月　第{number + 6:02}版　协作")
    page.drawCentredString(WIDTH / 2, 26, f"— {number} —")
    page.setStrokeColorRGB(*RULE)
    page.line(MARGIN, HEIGHT - 48, WIDTH - MARGIN, HEIGHT - 48)
    page.line(MARGIN, 38, WIDTH - MARGIN, 38)


def put(page: Canvas, line: Line, x: float, y: float) -> None:
    """Draw one line, stretched or squeezed to the column where it is justified."""
    spare = COLUMN - pdfmetrics.stringWidth(line.text, FONT, line.size)
    text = page.beginText(x, y)
    text.setFont(FONT, line.size)
    text.setFillColorRGB(*line.colour)
    text.setCharSpace(min(spare / (len(line.text) - 1), WIDEST) if line.justified else 0)
    text.textOut(line.text)
    page.drawText(text)


def make_pdf(target: Path = TARGET) -> None:
    """Write the PDF; the same texts give the same bytes."""
    pdfmetrics.registerFont(UnicodeCIDFont(FONT))
    headline = blocks(ARTICLES[0].read_text(encoding="utf-8"))[0]
    page = Canvas(str(target), pagesize=(WIDTH, HEIGHT), invariant=1)
    page.setTitle(headline)
    number, column = 1, 0
    furnish(page, number)
    page.setFillColorRGB(*ACCENT)
    page.setFont(FONT, 20)
    page.drawString(MARGIN, HEIGHT - TOP - 22, headline)
    y = top = HEIGHT - TOP - 42.0
    for line in compose(ARTICLES):
        if y - line.leading < BOTTOM:
            column += 1
            if column == 2:
                page.showPage()
                number, column, top = number + 1, 0, HEIGHT - TOP
                furnish(page, number)
            y = top
        if line.text or y < top:
            y -= line.leading
            put(page, line, MARGIN + column * (COLUMN + GAP), y)
    page.save()


if __name__ == "__main__":
    make_pdf()
