"""Word files, tables, books, saved pages, archives -> documents; each file is made here."""

from __future__ import annotations

import hashlib
import json
import zipfile
from email.message import EmailMessage
from pathlib import Path
from typing import ClassVar

import pytest

from graph.errors import ReadError, UsageError
from graph.model import Document, Given
from loaders import word
from loaders.build import extract_document
from loaders.read import documents, paths, read
from loaders.split import split

FIRST = "松江区与勐海县结对三年，拨付协作资金560万元。"
SECOND = "勐海县的帮扶车间吸纳42人就业。"
TITLE = "茶山新车间"
WORD_XML = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def archive(path: Path, files: dict[str, str | bytes]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as made:
        for name, content in files.items():
            made.writestr(name, content)
    return path


def outcomes(path: Path, **mapping: str) -> tuple[list[Document], list[str]]:
    found = list(documents(path, mapping or None))
    return [one for one in found if isinstance(one, Document)], [
        str(one) for one in found if isinstance(one, ReadError)
    ]


def plain(document: Document) -> list[tuple[str, str]]:
    return [(block.kind, block.text.plain) for _, blocks in split(document) for block in blocks]


class TestWord:
    STYLES = f'<w:styles {WORD_XML}><w:style w:styleId="a3"><w:name w:val="Title"/></w:style><w:style w:styleId="2"><w:name w:val="heading 2"/></w:style></w:styles>'

    def docx(self, path: Path, body: str) -> Path:
        mc = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
        document = f"<w:document {WORD_XML} {mc}><w:body>{body}</w:body></w:document>"
        return archive(
            path, {"[Content_Types].xml": "<Types/>", "word/document.xml": document, "word/styles.xml": self.STYLES}
        )

    def p(self, *runs: str, style: str = "") -> str:
        head = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
        return f"<w:p>{head}{''.join(runs)}</w:p>"

    def r(self, words: str, look: str = "") -> str:
        return f'<w:r><w:rPr>{look}</w:rPr><w:t xml:space="preserve">{words}</w:t></w:r>'

    def test_paragraphs_and_headings(self, tmp_path: Path) -> None:
        body = (
            self.p(self.r(TITLE), style="a3")
            + self.p(self.r(FIRST[:5]), self.r(FIRST[5:], "<w:b/>"))
            + self.p(self.r("两头发力"), style="2")
            + self.p(self.r(SECOND))
        )
        document = read(self.docx(tmp_path / "a.docx", body))
        assert plain(document) == [
            ("title", TITLE),
            ("paragraph", FIRST),
            ("heading", "两头发力"),
            ("paragraph", SECOND),
        ]
        assert document.sha256 == hashlib.sha256((tmp_path / "a.docx").read_bytes()).hexdigest()
        assert "wordprocessing" not in document.text

    def test_what_is_deleted_or_hidden_is_not_read(self, tmp_path: Path) -> None:
        deleted = f"<w:del><w:r><w:delText>旧句。</w:delText></w:r></w:del><w:ins>{self.r('新句。')}</w:ins>"
        moved = f"<w:moveFrom>{self.r('搬走。')}</w:moveFrom>"
        body = self.p(
            self.r(FIRST), deleted, moved, self.r("藏着。", "<w:vanish/>"), self.r("看得见。", '<w:vanish w:val="0"/>')
        )
        assert read(self.docx(tmp_path / "a.docx", body)).text == f"{FIRST}新句。看得见。"

    def test_tables_links_and_text_boxes(self, tmp_path: Path) -> None:
        cell = "<w:tc>{}</w:tc>"
        table = (
            f"<w:tbl><w:tr>{cell.format(self.p(self.r('项目')))}{cell.format(self.p(self.r('茶厂')))}</w:tr></w:tbl>"
        )
        box = f"<w:txbxContent>{self.p(self.r('框里的话。'))}</w:txbxContent>"
        drawn = (
            f"<mc:AlternateContent><mc:Choice>{box}</mc:Choice><mc:Fallback>{box}</mc:Fallback></mc:AlternateContent>"
        )
        body = self.p(f"<w:hyperlink>{self.r(FIRST)}</w:hyperlink><w:r><w:tab/></w:r><w:r>{drawn}</w:r>") + table
        assert read(self.docx(tmp_path / "a.docx", body)).text == f"{FIRST}\t\n框里的话。\n项目\n茶厂"

    def test_under_another_name(self, tmp_path: Path) -> None:
        assert read(self.docx(tmp_path / "a.txt", self.p(self.r(FIRST)))).text == FIRST

    def test_a_page_that_is_called_doc(self, tmp_path: Path) -> None:
        (tmp_path / "a.doc").write_text(f"<html><body><p>{FIRST}</p></body></html>", encoding="utf-8")
        assert plain(read(tmp_path / "a.doc")) == [("paragraph", FIRST)]

    def test_old_word_files_are_read_by_a_program(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        (tmp_path / "old.doc").write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600))
        monkeypatch.setenv("PATH", str(tmp_path))
        with pytest.raises(ReadError, match=r"old\.doc: \.doc files are read by antiword or catdoc.*apt install"):
            read(tmp_path / "old.doc")
        tool = tmp_path / "antiword"
        tool.write_text(f'#!/bin/sh\n[ "$*" != "" ] && echo "$1 $2 $3 $4"; echo "{FIRST}"\n', encoding="utf-8")
        tool.chmod(0o755)
        assert read(tmp_path / "old.doc").text == f"-m UTF-8.txt -w 0\n{FIRST}\n"
        tool.write_text("#!/bin/sh\necho 'not a Word document' >&2; exit 1\n")
        with pytest.raises(ReadError, match="antiword cannot read it"):
            read(tmp_path / "old.doc")
        tool.write_text("#!/bin/sh\nexec /bin/sleep 5\n")
        monkeypatch.setattr(word, "_SECONDS", 0.2)
        with pytest.raises(ReadError, match="did not come to an end"):
            read(tmp_path / "old.doc")


class TestTables:
    ROW: ClassVar = {
        "text": FIRST,
        "title": TITLE,
        "publisher": "山海日报",
        "published": "2023-11-07",
        "url": "https://example.org/1",
    }

    @pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
    @pytest.mark.parametrize("delimiter", [",", "\t", ";"])
    def test_csv(self, tmp_path: Path, encoding: str, delimiter: str) -> None:
        rows = [self.ROW.keys(), self.ROW.values(), [f'"{SECOND}\n又一段，说“好”。"', "", "", "", ""]]
        text = "\r\n".join(delimiter.join(row) for row in rows) + "\r\n"
        (tmp_path / "a.csv").write_bytes(text.encode(encoding))
        found, errors = outcomes(tmp_path / "a.csv")
        assert errors == []
        assert [one.name for one in found] == ["a#2", "a#3"] and found[0].path == f"{tmp_path}/a.csv#2"
        assert found[0].given == Given(TITLE, "山海日报", "2023-11-07", "https://example.org/1")
        assert found[0].text == f"{TITLE}\n\n{FIRST}" and found[1].text == f"{SECOND}\n又一段，说“好”。"
        assert found[1].given is None and found[0].sha256 != found[1].sha256

    def test_the_columns_reach_the_article(self, tmp_path: Path) -> None:
        row = {**self.ROW, "text": f"2020年1月1日 来源：旧报\n\n{FIRST}{SECOND}"}
        (tmp_path / "a.jsonl").write_text(json.dumps(row, ensure_ascii=False), encoding="utf-8")
        extraction = extract_document(read(tmp_path / "a.jsonl"))
        (article,) = extraction.articles
        assert (article.title, article.publisher, article.published) == (TITLE, "山海日报", "2023-11-07")
        assert article.url == article.to_json()["url"] == "https://example.org/1"
        assert extraction.facts, "松江区 and 勐海县 are a pair"
        for fact in extraction.facts:
            for quote in fact.proof.evidence:
                assert extraction.document.text[quote.start : quote.end] == quote.quote

    def test_a_title_that_the_text_begins_with_is_not_repeated(self, tmp_path: Path) -> None:
        (tmp_path / "a.jsonl").write_text(json.dumps({"title": TITLE, "text": f"{TITLE}\n\n{FIRST}"}), encoding="utf-8")
        assert read(tmp_path / "a.jsonl").text == f"{TITLE}\n\n{FIRST}"

    def test_a_column_of_html(self, tmp_path: Path) -> None:
        text = f"<div><p>{FIRST}</p><p>{SECOND}</p></div>"
        (tmp_path / "a.jsonl").write_text(json.dumps({"title": "茶&山", "text": text}), encoding="utf-8")
        document = read(tmp_path / "a.jsonl")
        assert plain(document) == [("title", "茶&山"), ("paragraph", FIRST), ("paragraph", SECOND)]

    def test_mapping_and_chinese_columns(self, tmp_path: Path) -> None:
        (tmp_path / "a.csv").write_text(
            f"标题,正文,稿子,日期\n{TITLE},{FIRST},{SECOND},2023/11/7\n", encoding="gb18030"
        )
        ((one,), _) = outcomes(tmp_path / "a.csv")
        ((other,), _) = outcomes(tmp_path / "a.csv", text="稿子")
        assert one.given == other.given == Given(TITLE, None, "2023-11-07", None)
        assert one.text.endswith(FIRST) and other.text.endswith(SECOND)
        assert "no column 稿" in outcomes(tmp_path / "a.csv", text="稿")[1][0]
        with pytest.raises(UsageError, match="no such field: txt"):
            outcomes(tmp_path / "a.csv", txt="稿子")

    def test_a_bad_row_does_not_stop_the_others(self, tmp_path: Path) -> None:
        lines = [
            json.dumps({"text": FIRST}),
            "{",
            "",
            json.dumps({"text": None, "title": "x"}),
            json.dumps({"text": SECOND}),
        ]
        (tmp_path / "a.jsonl").write_text("\n".join(lines), encoding="utf-8")
        found, errors = outcomes(tmp_path / "a.jsonl")
        assert [one.name for one in found] == ["a#1", "a#5"]
        assert len(errors) == 2 and "a.jsonl#2: no JSON" in errors[0] and "a.jsonl#4: its text is no text" in errors[1]

    def test_workbooks(self, tmp_path: Path) -> None:
        import datetime

        book = pytest.importorskip("openpyxl").Workbook()
        sheet = book.active
        sheet.append(["标题", "内容", "发布时间", None])
        sheet.append([TITLE, FIRST, datetime.datetime(2023, 11, 7, 8, 30)])
        sheet.append([])
        sheet.append(["", "字" * 32_767, None])
        book.create_sheet("二").append(["text"])
        book["二"].append([SECOND])
        book.create_sheet("空")
        book.create_sheet("别的").append(["编号", "数量"])
        book.save(tmp_path / "a.xlsx")
        found, errors = outcomes(tmp_path / "a.xlsx")
        assert [one.name for one in found] == ["a#2", "a#二!2"]
        assert found[0].given == Given(TITLE, None, "2023-11-07", None) and found[1].text == SECOND
        assert len(errors) == 2 and "a.xlsx#4: a cell of 32,767 characters" in errors[0]
        assert "a.xlsx#别的!1: no column text (there are: 编号, 数量)" in errors[1]

    def test_memory_does_not_grow_with_a_table(self, tmp_path: Path) -> None:
        import tracemalloc

        with (tmp_path / "a.jsonl").open("w", encoding="utf-8") as file:
            for number in range(1_500):
                file.write(json.dumps({"text": f"{number}{FIRST * 150}"}, ensure_ascii=False) + "\n")
        tracemalloc.start()
        count = sum(isinstance(one, Document) for one in documents(tmp_path / "a.jsonl"))
        _, peak = tracemalloc.get_traced_memory()
        tracemalloc.stop()
        assert count == 1_500 and peak < 9e6 < (tmp_path / "a.jsonl").stat().st_size


class TestArchives:
    def test_members_of_all_kinds(self, tmp_path: Path) -> None:
        files = {
            "二月/b.html": f"<html><body><p>{SECOND}</p></body></html>",
            "一月/a.txt": FIRST.encode("gb18030"),
            "rows.jsonl": json.dumps({"text": FIRST}) + "\n" + json.dumps({"text": SECOND}),
            "__MACOSX/._a.txt": b"\0\1", "picture.jpg": b"\xff\xd8\xff", "empty.txt": b"",
        }  # fmt: skip
        found, errors = outcomes(archive(tmp_path / "z.zip", files))
        assert [one.name for one in found] == ["z#rows.jsonl#1", "z#rows.jsonl#2", "z#一月/a.txt", "z#二月/b.html"]
        assert found[2].path == f"{tmp_path}/z.zip#一月/a.txt" and found[2].text == FIRST
        assert found[2].sha256 == hashlib.sha256(FIRST.encode("gb18030")).hexdigest()
        assert errors == [f"{tmp_path}/z.zip#empty.txt: the file is empty"]

    def test_names_that_windows_wrote(self, tmp_path: Path) -> None:
        archive(tmp_path / "z.zip", {"xxxx.txt": FIRST})
        content = (tmp_path / "z.zip").read_bytes().replace(b"xxxx", "茶山".encode("gbk"))
        (tmp_path / "z.zip").write_bytes(content)
        assert [one.name for one in documents(tmp_path / "z.zip") if isinstance(one, Document)] == ["z#茶山.txt"]

    def test_read_wants_one_document(self, tmp_path: Path) -> None:
        archive(tmp_path / "one.zip", {"a.txt": FIRST})
        archive(tmp_path / "two.zip", {"a.txt": FIRST, "b.txt": SECOND})
        assert read(tmp_path / "one.zip").text == FIRST
        with pytest.raises(ReadError, match=r"two\.zip: the file holds more than one article"):
            read(tmp_path / "two.zip")


def test_books_give_a_document_for_each_chapter(tmp_path: Path) -> None:
    page = "<?xml version='1.0'?><html xmlns='http://www.w3.org/1999/xhtml'><head><title>书</title></head><body>{}</body></html>"
    items = {"c2": "text/two.xhtml", "c1": "text/one%20a.xhtml", "cover": "cover.xhtml"}
    package = "".join(
        f'<item id="{one}" href="{href}" media-type="application/xhtml+xml"/>' for one, href in items.items()
    )
    spine = "".join(f'<itemref idref="{one}"/>' for one in ("cover", "c1", "c2"))
    files = {
        "mimetype": "application/epub+zip",
        "META-INF/container.xml": '<c xmlns="urn:x"><rootfile full-path="OEBPS/book.opf"/></c>',
        "OEBPS/book.opf": f'<package xmlns="urn:y"><manifest>{package}</manifest><spine>{spine}</spine></package>',
        "OEBPS/cover.xhtml": page.format('<img src="c.jpg"/>'),
        "OEBPS/text/one a.xhtml": page.format(f"<h1>{TITLE}</h1><p>{FIRST}</p>"),
        "OEBPS/text/two.xhtml": page.format(f"<h1>后来</h1><p>{SECOND}</p>"),
    }
    found, errors = outcomes(archive(tmp_path / "b.epub", files))
    assert errors == [] and [one.name for one in found] == ["b#OEBPS/text/one a.xhtml", "b#OEBPS/text/two.xhtml"]
    assert plain(found[0])[-2:] == [("title", TITLE), ("paragraph", FIRST)]


@pytest.mark.parametrize(("charset", "transfer"), [("utf-8", "quoted-printable"), ("gb18030", "base64")])
def test_saved_pages(tmp_path: Path, charset: str, transfer: str) -> None:
    mail = EmailMessage()
    mail["From"], mail["MIME-Version"], mail["Subject"] = "<Saved by Blink>", "1.0", TITLE
    mail.add_related("第一帧".encode("gbk"), "text", "css")
    page = f"<html><head><title>{TITLE}</title></head><body><p>{FIRST}</p><p>{SECOND}</p></body></html>"
    part = EmailMessage()
    part.set_content(page, subtype="html", charset=charset, cte=transfer)
    mail.attach(part)
    frame = EmailMessage()
    frame.set_content("<html><body><p>别的框架里的话。</p></body></html>", subtype="html")
    mail.attach(frame)
    (tmp_path / "a.mhtml").write_bytes(mail.as_bytes())
    document = read(tmp_path / "a.mhtml")
    assert plain(document) == [("title", TITLE), ("paragraph", FIRST), ("paragraph", SECOND)]
    assert document.media_type == "text/html"


def test_all_kinds_are_found_in_a_folder(tmp_path: Path) -> None:
    names = sorted(
        f"a{one}" for one in (".csv", ".doc", ".docx", ".epub", ".jsonl", ".mht", ".mhtml", ".xlsx", ".zip", ".tsv")
    )
    for name in (*names, "a.png", "a.json"):
        (tmp_path / name).write_bytes(b"x")
    assert [Path(path).name for path in paths([str(tmp_path)])] == names


def test_linked_folders_are_read_and_circles_named(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "b.txt").write_text(FIRST, encoding="utf-8")
    (tmp_path / "in" / "linked").symlink_to(tmp_path / "out")
    (tmp_path / "in" / "round").symlink_to(tmp_path / "in")
    first, second = paths([str(tmp_path / "in")])
    assert read(first).text == FIRST
    with pytest.raises(ReadError, match="leads back to one around it"):
        read(second)


def test_from_python_all_rows_are_read_and_bad_ones_are_warned_of(tmp_path: Path) -> None:
    import duikou

    (tmp_path / "a.jsonl").write_text(
        "\n".join([json.dumps({"text": FIRST}), "{", json.dumps({"text": SECOND})]), "utf-8"
    )
    with pytest.warns(UserWarning, match=r"a\.jsonl#2: no JSON"):
        found = duikou.extract(tmp_path / "a.jsonl")
    assert len(found.articles) == 2
    (tmp_path / "b.jsonl").write_text("{", "utf-8")
    with pytest.raises(ReadError, match=r"b\.jsonl#1: no JSON"):
        duikou.extract(tmp_path / "b.jsonl")
