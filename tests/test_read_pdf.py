"""PDF files of several pages: running heads, turned pages, pages without a text layer. All are drawn here."""

from __future__ import annotations

import io
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from graph.errors import ReadError
from graph.model import Document
from loaders.read import documents, read
from loaders.split import split

pytest.importorskip("reportlab")

TEXT = (
    "　　滨海区与玉泉县结对五年，双方干部",
    "每季度碰头一次，议定当年的项目清单，",
    "钱花到哪里、事办得怎样，都写在同一张",
    "表上。去年安排的协作资金一共是1860万",
    "元，其中一半用在云岭新村的茶叶车间，",
)
MORE = (
    "车间建成后招了六十三名工人，大多是从",
    "山上搬下来的，离家不过十分钟的路程。",
    "　　村民和志明说，在车间学会了炒茶，",
    "每月能拿三千二百元，老人孩子都照顾得",
    "到。他打算明年把妻子也叫回来一起干。",
)


LAST = (
    "　　今年春天，两地又签下新的意向书，",
    "滨海区的两家茶企答应全数收购鲜叶，并",
    "派三名师傅住在村里，手把手教到会为止。",
    "　　新村的第二个车间也已经动工，预计",
    "入冬以前就能装好机器，再招四十名工人。",
)


def canvas(path: Path) -> Any:
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.cidfonts import UnicodeCIDFont
    from reportlab.pdfgen.canvas import Canvas

    pdfmetrics.registerFont(UnicodeCIDFont("STSong-Light"))
    return Canvas(str(path), pagesize=(595, 842))


def write(page: Any, lines: Sequence[str], x: int = 80, y: int = 700) -> None:
    page.setFont("STSong-Light", 12)
    for at, line in enumerate(lines):
        page.drawString(x, y - 18 * at, line)


def picture() -> Any:
    from PIL import Image
    from reportlab.lib.utils import ImageReader

    data = io.BytesIO()
    Image.new("RGB", (60, 80), "gray").save(data, "png")
    return ImageReader(io.BytesIO(data.getvalue()))


def texts(document: Document) -> list[str]:
    return [block.text.plain for _, blocks in split(document) for block in blocks]


def test_running_heads_and_page_numbers_do_not_part_a_paragraph(tmp_path: Path) -> None:
    page = canvas(tmp_path / "a.pdf")
    for number, lines in enumerate((TEXT, MORE, LAST), 1):
        page.setFont("STSong-Light", 9)
        page.drawString(80, 800, "一片叶子两头甜")  # the title of the article, over every page
        page.drawString(400, 800, "玉泉协作通讯  2024年4月12日")
        page.drawString(290, 30, f"— {number} —")
        write(page, lines)
        page.showPage()
    page.save()
    document = read(tmp_path / "a.pdf")
    assert document.text.count("玉泉协作通讯") == 1 and "— 2 —" not in document.text
    ((article, blocks),) = split(document)
    assert (article.title, article.published) == ("一片叶子两头甜", "2024-04-12")
    said = [block.text.plain for block in blocks if block.kind == "paragraph"]
    whole = "".join((*TEXT, *MORE, *LAST)).split("　　")[1:]
    assert said == whole, "a paragraph goes on over the break of a page; every indent begins one"


@pytest.mark.parametrize("turn", [0, 90, 180, 270])
@pytest.mark.parametrize("how", ["page", "text"])
def test_turned_pages_read_like_others(tmp_path: Path, turn: int, how: str) -> None:
    """A page is turned by its own entry (scanners), or the text on it is drawn sideways (wide tables)."""
    page = canvas(tmp_path / "a.pdf")
    if how == "page":
        page.setPageRotation(turn)
    else:
        page.translate(297, 421)
        page.rotate(turn)
        page.translate(-297, -421)
    write(page, TEXT, x=60, y=600)
    page.save()
    assert texts(read(tmp_path / "a.pdf")) == ["".join(TEXT).replace("　", "")]


def test_a_watermark_is_no_text(tmp_path: Path) -> None:
    page = canvas(tmp_path / "a.pdf")
    write(page, TEXT)
    page.rotate(45)
    page.setFont("STSong-Light", 40)
    page.drawString(500, 50, "内部资料")
    page.save()
    assert texts(read(tmp_path / "a.pdf")) == ["".join(TEXT).replace("　", "")]


def test_pages_that_are_pictures_are_named_beside_the_document(tmp_path: Path) -> None:
    page = canvas(tmp_path / "a.pdf")
    write(page, TEXT)
    page.showPage()
    for _ in range(2):
        page.drawImage(picture(), 0, 0, 595, 842)
        page.showPage()
    page.showPage()  # an empty page has nothing to recognise
    write(page, MORE)
    page.save()
    document, error = documents(tmp_path / "a.pdf")
    assert isinstance(document, Document) and isinstance(error, ReadError)
    assert "茶叶车间" in document.text and "和志明" in document.text
    assert "a.pdf: no text layer on page 2, 3, the others are read" in str(error) and "(OCR)" in str(error)


def test_a_large_part_that_unpacks_to_little_is_read(tmp_path: Path) -> None:
    """The guard against bombs looks at what a part unpacks to, not at how well it is packed."""
    page = canvas(tmp_path / "a.pdf")
    write(page, TEXT)
    page.drawString(80, 500, " " * 400_000)
    page.setPageCompression(1)
    page.save()
    assert "茶叶车间" in read(tmp_path / "a.pdf").text
