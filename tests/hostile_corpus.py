"""Files that nobody should load and everybody has: empty, broken, locked, disguised, endless, or bombs.

`make(folder)` writes them and gives for each the words that its one line in the report must hold. Run as a script to
look at them: python tests/hostile_corpus.py FOLDER
"""

from __future__ import annotations

import contextlib
import io
import json
import os
import socket
import struct
import sys
import zipfile
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path

SENTENCE = "上海市松江区与云南省勐海县结对帮扶，松江区出资300万元，在勐海县建成茶叶帮扶车间。"
PAGE = f"<html><body><p>{SENTENCE}</p></body></html>"
CSV_HEAD = "text,title,publisher,published,url\n"
MB = 2**20


def make(folder: Path) -> dict[str, str]:
    """Write the files into an empty folder; the words of the message by the name of the file."""
    expected: dict[str, str] = {}
    for part in (_texts, _disguised, _pages, _pdfs, _archives, _office, _tables, _places):
        for name, content, words in part():
            path = folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            if callable(content):
                content(path)
            else:
                path.write_bytes(content)
            expected[name] = words
    return expected


def good(folder: Path) -> list[str]:
    """Articles that stand among the others and must all be loaded."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "aa.txt").write_text(f"青湾来客\n\n{SENTENCE}\n", encoding="utf-8")
    (folder / "mm.html").write_text(PAGE.replace("300", "310"), encoding="utf-8")
    (folder / "zz.csv").write_text(f"{CSV_HEAD}{SENTENCE.replace('300', '320')},山海,,2023-01-02,\n", encoding="utf-8")
    return ["aa.txt", "mm.html", "zz.csv#2"]


Write = Callable[[Path], object]
Files = Iterator[tuple[str, bytes | Write, str]]


def _texts() -> Files:
    gbk, utf8 = SENTENCE.encode("gb18030"), SENTENCE.encode()
    yield "empty.txt", b"", "is empty"
    yield "blank.txt", b" \n\t\r\n" * 50, "is empty"
    yield "ideographic_blank.txt", "\u3000\n\u3000".encode(), "white space"
    yield "mark_only.txt", b"\xef\xbb\xbf", "white space"
    yield "nul.txt", utf8 + b"\0" + utf8, "NUL"
    yield "nul_tail.txt", utf8 + b"\0" * 4, "NUL"
    yield "only_nul.txt", b"\0" * 5000, ""
    yield "cut_off.txt", (SENTENCE * 20).encode()[:-2], "not UTF-8 as the rest is"
    yield "one_bad_byte.txt", (SENTENCE * 9).encode() + b"\xff\xfe" + (SENTENCE * 9).encode(), "not UTF-8"
    yield "utf8_mark_gbk.txt", b"\xef\xbb\xbf" + gbk * 5, "not utf-8"
    yield "half_utf16.txt", b"\xff\xfe" + SENTENCE.encode("utf-16-le") + b"\x4e", "not utf-16-le"
    yield (
        "surrogate16.txt",
        b"\xff\xfe" + "县".encode("utf-16-le") + b"\x00\xd8" + "县".encode("utf-16-le"),
        "not utf-16",
    )
    yield "surrogate8.txt", (SENTENCE * 5).encode() + b"\xed\xa0\x80" + utf8, "not UTF-8"
    yield "utf32_broken.txt", b"\xff\xfe\0\0" + b"\xff\xff\xff\x7f" * 4, "not utf-32"
    yield "noise.txt", bytes((i * i * 7 + i // 3) % 256 for i in range(20_000)), ""
    yield "controls.txt", (SENTENCE + "\x01\x02\x03\x04\x05\x06").encode() * 30, "control characters"
    yield "long_line.txt", _repeated("县", 100 * MB // 3), "larger than"
    yield "long_line_short_file.txt", ("县" * 60_000).encode(), "line 1 has 60,000 characters"
    yield "no_marks.txt", ("县" * 9_000).encode(), "without any punctuation"
    yield "many_lines.txt", ("县\n" * 60_000).encode(), "60,000 lines"
    yield "headings.txt", ("\n".join(["结对帮扶协作共建" * 100] * 30)).encode(), "without any punctuation"
    yield "digits.txt", b"1" * 20_000, "without any punctuation"
    yield "too_long.txt", (SENTENCE + "\n").encode() * 20_000, "more than the 500,000"


def _disguised() -> Files:
    yield "photo.txt", b"\xff\xd8\xff\xe0\x00\x10JFIF" + bytes(range(256)) * 20, "a JPEG picture"
    yield "picture.html", b"\x89PNG\r\n\x1a\n" + bytes(range(256)), "a PNG picture"
    yield "moving.txt", b"GIF89a" + bytes(300), "a GIF picture"
    yield "packed.txt", b"\x1f\x8b\x08\0" + bytes(300), "a gzip file"
    yield "archive.txt", b"Rar!\x1a\x07\x01\0" + bytes(300), "a RAR archive"
    yield "seven.zip", b"7z\xbc\xaf\x27\x1c" + bytes(300), "a 7-Zip archive"
    yield "program.txt", b"\x7fELF" + bytes(range(256)), "a program"
    yield "film.txt", b"\0\0\0\x20ftypisom" + bytes(300), "a film"
    yield "base.txt", b"SQLite format 3\0" + bytes(300), "a database"
    yield "rich.doc", b"{\\rtf1\\ansi text}", "Rich Text Format"
    yield "table.xlsx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "office file of the old kind"
    yield "text.docx", SENTENCE.encode(), "damaged, or no docx file"
    yield "text.zip", SENTENCE.encode(), "damaged, or no zip file"
    yield "zip.txt", _zip({"x.bin": b"1"}), "holds no file that can be read"


def _pages() -> Files:
    yield (
        "deep.html",
        b"<html><body>" + b"<div>" * 100_000 + SENTENCE.encode() + b"</div>" * 100_000,
        "deep in one another",
    )
    yield "many_tags.html", ("<html><body>" + "<br>" * 160_000 + SENTENCE).encode(), "more tags"
    yield "many_lines.html", ("<html><body>" + "<p>县</p>" * 41_000).encode(), "more lines"
    yield "much.html", ("<html><body><p>" + SENTENCE * 30_000).encode(), "more text"
    yield "paragraph.html", ("<html><body><p>" + SENTENCE * 3_000).encode(), "a paragraph has"
    yield "nul.html", PAGE.replace("县", "\0").encode(), "NUL"
    yield "huge.html", _repeated(PAGE, 34 * MB), "larger than"
    yield (
        "half.mhtml",
        b"From: <Saved>\nMIME-Version: 1.0\nContent-Type: multipart/related; boundary=x\n\n--x\n",
        "no page",
    )
    deep = b"".join(b"Content-Type: multipart/related; boundary=b%d\n\n--b%d\n" % (i, i) for i in range(1_500))
    yield "deep.mhtml", b"MIME-Version: 1.0\n" + deep, ""


def _pdfs() -> Files:
    yield "head_only.pdf", b"%PDF-1.4\n", "damaged"
    yield "not.pdf", SENTENCE.encode(), "damaged"
    yield "truncated.pdf", _pdf()[:200], ""
    yield "scan.pdf", _pdf(b""), "no text layer on its 1 page"
    yield "locked.pdf", _locked_pdf, "locked with a password"
    yield "bomb.pdf", _pdf(zlib.compress(bytes(140 * MB), 1), "/FlateDecode"), "unpacks to more than"
    twice = zlib.compress(zlib.compress(bytes(140 * MB), 1), 9)
    yield "bomb_twice.pdf", _pdf(twice, "[/FlateDecode /FlateDecode]"), "unpacks to more than"
    loop = b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[2 0 R]/Count 9>>endobj\ntrailer<</Root 1 0 R>>"
    yield "loop.pdf", loop, ""


def _archives() -> Files:
    yield "empty.zip", _zip({}), "holds no file that can be read"
    yield "cut.zip", _zip({"a.txt": SENTENCE.encode() * 50})[:-30], "damaged"
    yield "member_bomb.zip", _zip({"a.txt": bytes(100 * MB)}), "unpacks to 100 MB"
    yield "lying.zip", _sizes(_zip({f"{i}.txt": SENTENCE.encode() for i in range(3)}), 0xFFFF0000), "zip bomb"
    yield "nested.zip", _zip({"inner.zip": _zip({"a.txt": SENTENCE.encode()})}), "an archive inside an archive"
    yield "locked.zip", _flagged(_zip({"a.txt": SENTENCE.encode()})), "locked with a password"
    yield (
        "crc.zip",
        _zip({"a.txt": SENTENCE.encode()}, zipfile.ZIP_STORED).replace("帮扶".encode(), "车间".encode(), 1),
        "damaged",
    )
    yield "crowd.zip", _crowd(_zip({"a.txt": b"x"})), "more than 65,534 files"
    yield "method.zip", _method(_zip({"a.txt": SENTENCE.encode()})), "damaged in the archive"
    yield "member_empty.zip", _zip({"a.txt": b""}), "is empty"


def _office() -> Files:
    types = {"[Content_Types].xml": b"<Types/>"}
    yield "no_text.docx", _zip({**types, "word/document2.xml": b"<x/>"}), "its part word/document.xml is missing"
    yield "broken.docx", _zip({**types, "word/document.xml": b"<w:document><w:p>"}), "XML is damaged"
    laughs = b'<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]><x>&b;</x>'
    yield "laughs.docx", _zip({**types, "word/document.xml": laughs}), "declares entities"
    yield "deep.docx", _zip({**types, "word/document.xml": b"<a>" * 200_000 + b"</a>" * 200_000}), "deep ones"
    yield "bomb.docx", _zip({**types, "word/document.xml": b"<a>" + bytes(60 * MB) + b"</a>"}), "unpacks to 60 MB"
    yield "slides.docx", _zip({**types, "ppt/presentation.xml": b"<x/>"}), "without a text"
    yield "ole.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(2_000), ".doc"
    yield "broken.xlsx", _zip({**types, "xl/workbook.xml": b"<workbook>"}), "the workbook is damaged"
    yield "no_chapters.epub", _zip({"META-INF/container.xml": b"<container/>"}), "where its list of chapters is"
    yield "broken.epub", _zip({"META-INF/container.xml": b"<container>"}), "XML is damaged"


def _tables() -> Files:
    row = json.dumps({"text": SENTENCE}, ensure_ascii=False)
    yield "no_column.csv", f"name,age\n{SENTENCE},3\n".encode(), "no column text"
    yield "no_rows.csv", CSV_HEAD.encode(), "no rows"
    yield "too_many_cells.csv", f"{CSV_HEAD}甲,乙,丙,,,,丁\n".encode(), "cells under 5 columns"
    yield "open_quote.csv", (CSV_HEAD + '"' + SENTENCE + "\n").encode() + b"a\n" * 5, "is a quotation mark not closed"
    yield "nul.csv", f"{CSV_HEAD}{SENTENCE}\0,,,,\n".encode(), "#2: a NUL character"
    yield "bad_date.csv", f"{CSV_HEAD}{SENTENCE},,,去年,\n".encode(), "is no date"
    yield "long_line.csv", _repeated("县", 10 * MB, CSV_HEAD), "a line longer than"
    yield "no_json.jsonl", f"{row}\n{{oops\n{row.replace('300', '330')}\n".encode(), "#2: no JSON"
    yield "list.jsonl", b"[1, 2]\n", "no JSON object but a list"
    yield "surrogate.jsonl", b'{"text": "\\ud800' + SENTENCE.encode() + b'"}\n', "half of a character (U+D800)"
    yield "deep.jsonl", b'{"text": ' + b"[" * 100_000 + b"]" * 100_000 + b"}\n", "nested too deep"
    yield "number.jsonl", b'{"text": 12}\n', "is no text (int)"
    yield "no_field.jsonl", b'{"body_of_text": "x"}\n' * 30, "no column text"
    yield "long_line.jsonl", _repeated("县", 10 * MB, '{"text": "'), "longer than the 8 MB"


def _places() -> Files:
    """Names and places; content that is a function makes its file itself."""
    yield "loop.txt", lambda path: path.symlink_to(path.name), "symbolic links"
    yield "around/self", lambda path: path.symlink_to(path.parent), "a link that leads back to one around it"
    yield "gone.txt", lambda path: path.symlink_to("nowhere.txt"), "no such file"
    yield "pipe.txt", os.mkfifo, "a device or a pipe"
    yield "socket.txt", _socket, ""
    yield "folder.txt/empty.txt", b"", "is empty"
    yield "name\udcff\udcb5.txt", SENTENCE.encode(), "not written in UTF-8"
    yield "zero.txt", lambda path: path.symlink_to("/dev/zero"), "a device or a pipe"


def _repeated(words: str, times: int, before: str = "") -> Write:
    """Written in pieces; `times` is in pieces of `words`, or bytes for a page."""
    count = times if len(words) == 1 else times // len(words.encode())

    def write(path: Path) -> None:
        with path.open("wb") as file:
            file.write(before.encode())
            piece = (words * 10_000).encode()
            for _ in range(count // 10_000):
                file.write(piece)

    return write


def _zip(files: dict[str, bytes], packing: int = zipfile.ZIP_DEFLATED) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", packing, compresslevel=1) as archive:
        for name, content in files.items():
            archive.writestr(zipfile.ZipInfo(name), content, packing)
    return made.getvalue()


def _central(archive: bytes, at: int, value: bytes) -> bytes:
    """The archive with other bytes in each entry of its list of members."""
    changed, here = bytearray(archive), -1
    while (here := changed.find(b"PK\x01\x02", here + 1)) >= 0:
        changed[here + at : here + at + len(value)] = value
    return bytes(changed)


def _sizes(archive: bytes, size: int) -> bytes:
    return _central(archive, 24, struct.pack("<I", size))


def _flagged(archive: bytes) -> bytes:
    return _central(archive, 8, b"\x01\0")


def _method(archive: bytes) -> bytes:
    return _central(archive, 10, b"\x63\0")


def _crowd(archive: bytes) -> bytes:
    end = archive.rfind(b"PK\x05\x06")
    return archive[: end + 8] + b"\xff\xff\xff\xff" + archive[end + 12 :]


def _pdf(content: bytes = b"BT /F 12 Tf (x) Tj ET", packing: str = "") -> bytes:
    """A PDF of one page; readers mend its missing list of objects."""
    filtered = f"/Filter {packing}" if packing else ""
    return (
        b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
        b"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 500 500]/Contents 4 0 R>>endobj\n"
        + f"4 0 obj<</Length {len(content)}{filtered}>>stream\n".encode()
        + content
        + b"\nendstream endobj\ntrailer<</Root 1 0 R/Size 5>>\n%%EOF"
    )


def _locked_pdf(path: Path) -> None:
    from reportlab.lib.pdfencrypt import StandardEncryption
    from reportlab.pdfgen.canvas import Canvas

    canvas = Canvas(str(path), encrypt=StandardEncryption("secret", "owner"))
    canvas.drawString(100, 100, "locked")
    canvas.save()


def _socket(path: Path) -> None:
    with contextlib.closing(socket.socket(socket.AF_UNIX)) as one:
        before = Path.cwd()
        os.chdir(path.parent)  # the path of a socket must be short
        try:
            one.bind(path.name)
        finally:
            os.chdir(before)


if __name__ == "__main__":
    for found, said in sorted(make(Path(sys.argv[1])).items()):
        print(found.encode("utf-8", "backslashreplace").decode(), "|", said)
