"""Files, folders, globs and standard input -> documents, and one-line errors for what cannot be read."""

from __future__ import annotations

import hashlib
import io
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

from graph.errors import ReadError, UsageError
from loaders.read import from_text, paths, read
from loaders.split import split

ARTICLE = "两地共建梨园\n\n　　“梨花开了。”北仓区与南溪县结对三年，协作资金已到账５６０万元。\r\n"
TRADITIONAL = "兩地共建梨園\n\n　　「梨花開了。」北倉區與南溪縣結對三年，協作資金已到賬五百六十萬元。\n"


def write(folder: Path, name: str, content: bytes) -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
    return path


@pytest.mark.parametrize(
    ("encoding", "text"),
    [
        ("utf-8", ARTICLE),
        ("utf-8-sig", ARTICLE),
        ("gb18030", ARTICLE),
        ("gbk", TRADITIONAL.replace("「", "“").replace("」", "”")),
        ("big5", TRADITIONAL),
        ("utf-16", ARTICLE),
        ("utf-16-le", ARTICLE),
        ("utf-16-be", TRADITIONAL),
        ("utf-32", ARTICLE),
    ],
)
def test_encodings(tmp_path: Path, encoding: str, text: str) -> None:
    """The text is the file decoded, to the letter; only a byte order mark stays as a character."""
    document = read(write(tmp_path, "a.txt", text.encode(encoding)))
    assert document.text.removeprefix("\ufeff") == text
    assert document.text.startswith("\ufeff") == (encoding in ("utf-8-sig", "utf-16", "utf-32"))


def test_the_encoding_that_a_page_declares(tmp_path: Path) -> None:
    page = '<html><head><meta charset="gb2312"></head><body><p>堃县与镕州结对。</p></body></html>'
    assert read(write(tmp_path, "a.html", page.encode("gb18030"))).text == page


def test_identity_is_of_the_bytes(tmp_path: Path) -> None:
    one = read(write(tmp_path, "one.txt", ARTICLE.encode()))
    two = read(write(tmp_path, "two.txt", ARTICLE.encode()))
    assert one.sha256 == two.sha256 == hashlib.sha256(ARTICLE.encode()).hexdigest() == from_text(ARTICLE, "x").sha256
    assert one.id == two.id and (one.name, two.name) == ("one", "two")


def test_spans_count_marks_and_carriage_returns(tmp_path: Path) -> None:
    document = read(write(tmp_path, "a.txt", ARTICLE.encode("utf-8-sig")))
    ((article, blocks),) = split(document)
    text = blocks[1].text
    at = text.plain.index("560万元")
    start, end = text.span(at, at + 5)
    assert document.text[start:end] == "５６０万元"
    assert article.title == "两地共建梨园"


@pytest.mark.parametrize(
    ("name", "text", "kind"),
    [
        ("a.txt", "一行字。", "text/plain"),
        ("a.html", "一行字。", "text/html"),
        ("a.txt", "<p>甲县</p><p>乙市</p>", "text/html"),
        ("a.txt", "甲县&nbsp;乙市", "text/html"),
        ("a.txt", "A & B; 3 < 5, 1 > 0", "text/plain"),
    ],
)
def test_kind(tmp_path: Path, name: str, text: str, kind: str) -> None:
    assert read(write(tmp_path, name, text.encode())).media_type == kind


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("empty.txt", b"", "is empty"),
        ("blank.txt", "\ufeff \u3000\r\n".encode(), "white space"),
        ("a.docx", b"PK\x03\x04\x14\0\0\0", "the archive is damaged"),
        ("a.xyz", b"\0\1\2\3", "unknown kind of file .xyz"),
        ("noise.txt", bytes(range(256)) * 40, "encoding cannot be told"),
        ("photo.txt", b"\xff\xd8\xff\xe0" + bytes(range(256)), "a JPEG picture"),
        ("broken.pdf", b"%PDF-1.4\nnothing more", "damaged"),
        ("odd.txt", b"\xff\xfe" + "县".encode("utf-16-le") + b"\x00", "not utf-16"),
    ],
)
def test_what_cannot_be_read_says_why_in_one_line(tmp_path: Path, name: str, content: bytes, words: str) -> None:
    path = write(tmp_path, name, content)
    with pytest.raises(ReadError) as raised:
        read(path)
    assert str(raised.value).startswith(str(path)) and words in str(raised.value) and "\n" not in str(raised.value)


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(ReadError, match="cannot be opened"):
        read(tmp_path / "none.txt")


def test_a_file_that_may_not_be_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = write(tmp_path, "a.txt", b"x")

    def refused(_: Path, mode: str) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", refused)
    with pytest.raises(ReadError, match="permission denied"):
        read(path)


def test_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(ARTICLE.encode("gb18030"))))
    document = read("-")
    assert (document.name, document.text) == ("stdin", ARTICLE)
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(b"")))
    with pytest.raises(ReadError, match="standard input: the file is empty"):
        read("-")


def test_paths(tmp_path: Path) -> None:
    for name in ("b.txt", "a.html", "deep/c.pdf", "deep/skip.mp4", ".hidden.txt", "notes.yaml"):
        write(tmp_path, name, b"x")
    names = [Path(p).name for p in paths([str(tmp_path)])]
    assert names == ["a.html", "b.txt", "c.pdf"]
    assert [Path(p).name for p in paths([str(tmp_path / "*.txt")])] == ["b.txt"]
    assert [Path(p).name for p in paths([str(tmp_path / "**" / "*.pdf")])] == ["c.pdf"]
    assert [str(p) for p in paths(["-", str(tmp_path / "notes.yaml")])] == ["-", str(tmp_path / "notes.yaml")]


def test_a_name_with_brackets_is_a_file_before_it_is_a_pattern(tmp_path: Path) -> None:
    path = write(tmp_path, "简讯[3].txt", b"x")
    assert list(paths([str(path)])) == [path]


@pytest.mark.parametrize("argument", ["none.txt", "*.html", "empty"])
def test_paths_that_name_nothing(tmp_path: Path, argument: str) -> None:
    (tmp_path / "empty").mkdir()
    with pytest.raises(UsageError) as raised:
        list(paths([str(tmp_path / argument)]))
    assert argument in str(raised.value) and "\n" not in str(raised.value)


class TestPdf:
    """PDF files are drawn here, with the standard font that every reader brings along."""

    TITLE = "浦东来客种茶忙 山里添了新厂房"
    LINES = (
        "　　本报讯 记者常青禾报道 滨海区与",
        "玉泉县的协作干部上周走进云岭新村，",
        "把闲置的两层库房改成茶叶加工车间，",
        "改造资金320万元，由滨海区财政安排。",
        "　　村民和志明在车间学炒茶，每月工",
        "资3200元。他说：“老人孩子都照顾得",
        "到。”",
        "两头发力，",
        "把产业做长",
        "　　滨海区四年里累计投入协作资金1.8",
        "6亿元，实施项目94个，选派教师和医",
        "生57人次。",
    )

    def draw(self, path: Path, *, by_rows: bool = False, password: str | None = None, overlay: bool = False) -> Path:
        from reportlab.lib.pdfencrypt import StandardEncryption
        from reportlab.pdfbase import pdfmetrics
        from reportlab.pdfbase.cidfonts import UnicodeCIDFont
        from reportlab.pdfgen.canvas import Canvas

        pdfmetrics.registerFont(UnicodeCIDFont("STSong-Light"))
        lock = StandardEncryption(password, "owner") if password is not None else None
        canvas = Canvas(str(path), pagesize=(595, 842), encrypt=lock)
        half = 6
        cells = [(60, 700 - 16 * i, line) for i, line in enumerate(self.LINES[:half])]
        cells += [(320, 700 - 16 * i, line) for i, line in enumerate(self.LINES[half:])]
        if by_rows:
            cells.sort(key=lambda cell: -cell[1])
        canvas.setFont("STSong-Light", 12)
        for x, y, line in cells:
            for _ in range(2 if overlay else 1):
                canvas.drawString(x, y, line)
        canvas.setFont("STSong-Light", 20)
        canvas.drawString(60, 740, self.TITLE)
        canvas.setFont("STSong-Light", 9)
        canvas.drawString(290, 30, "— 3 —")
        canvas.drawString(60, 800, "玉泉协作通讯  2024年4月12日 星期五")
        canvas.save()
        return path

    @pytest.mark.parametrize("options", [{}, {"by_rows": True}, {"overlay": True}, {"password": ""}])
    def test_columns_come_one_after_the_other(self, tmp_path: Path, options: dict[str, bool]) -> None:
        pytest.importorskip("reportlab")
        document = read(self.draw(tmp_path / "a.pdf", **options))  # type: ignore[arg-type]
        assert document.media_type == "application/pdf"
        ((article, blocks),) = split(document)
        assert (article.title, article.published, article.reporter) == (self.TITLE, "2024-04-12", "常青禾")
        assert [block.kind for block in blocks] == ["title", "paragraph", "paragraph", "heading", "paragraph"]
        assert blocks[1].text.plain.endswith("把闲置的两层库房改成茶叶加工车间，改造资金320万元，由滨海区财政安排。")
        assert "每月工资3200元。他说：“老人孩子都照顾得到。”" in blocks[2].text.plain
        assert blocks[3].text.plain == "两头发力，把产业做长"
        assert "累计投入协作资金1.86亿元，实施项目94个，选派教师和医生57人次。" in blocks[4].text.plain

    def test_locked(self, tmp_path: Path) -> None:
        pytest.importorskip("reportlab")
        with pytest.raises(ReadError, match=r"locked\.pdf: the PDF is locked with a password"):
            read(self.draw(tmp_path / "locked.pdf", password="secret"))

    def test_scanned(self, tmp_path: Path) -> None:
        canvas = pytest.importorskip("reportlab.pdfgen.canvas").Canvas(str(tmp_path / "scan.pdf"))
        canvas.rect(100, 100, 300, 300, fill=1)
        canvas.save()
        with pytest.raises(ReadError, match=r"no text layer on its 1 page\(s\), it is a scan.*OCR"):
            read(tmp_path / "scan.pdf")
