"""Whatever stands in a file or a text: the reader, the number reader, the matcher of names hold to their contracts."""

from __future__ import annotations

import zipfile
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from graph.errors import ReadError
from graph.model import Document
from graph.normalise import flatten, normalise
from graph.numerals import quantities
from graph.numerals import read as read_number
from loaders.dates import dates
from loaders.encodings import decode
from loaders.gazetteer import load
from loaders.limits import sound
from loaders.read import documents, from_text
from loaders.rows import day, titled
from loaders.sources import shown
from loaders.split import split
from loaders.tags import closed, start_tag_attributes

ANY = st.text(st.characters(), max_size=80)  # lone surrogates as well
WORDS = st.sampled_from(
    ["上海市", "松江区", "勐海县", "县", "。", "，", "\n", "\r\n", "　", "5", "６", "三百", "万", "元", "％", "余", "2023年", "月", "<p>", "</p>", "<br>",
     "&nbsp;", "<div class='share'>", "</div>", "<!--", "-->", "<script>", "# ", "\f", "\ufeff", "“", "”", "記者", "來源：", "\u2f00", "\U0001f600"]
)  # fmt: skip
MIXED = st.lists(WORDS | st.text(max_size=4), max_size=40).map("".join)
SUFFIXES = (
    ".txt",
    ".html",
    ".pdf",
    ".docx",
    ".doc",
    ".csv",
    ".tsv",
    ".jsonl",
    ".xlsx",
    ".epub",
    ".mhtml",
    ".zip",
    ".odd",
    "",
)
BEGINNINGS = (b"", b"%PDF-1.7\n", b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"MIME-Version: 1.0\nContent-Type: multipart/related\n",
              b"\xff\xfe", b"\xef\xbb\xbf", b"text,title\n", b'{"text": "', b"<html><body>", b"{\\rtf1")  # fmt: skip
often = settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)


def held(document: Document) -> None:
    """Every character of every block leads to a place in the document, in order."""
    for article, blocks in split(document):
        assert 0 <= article.start < article.end <= len(document.text)
        for block in blocks:
            starts, ends = block.text.starts, block.text.ends
            assert len(starts) == len(ends) == len(block.text.plain) > 0
            assert all(0 <= a < b <= len(document.text) for a, b in zip(starts, ends, strict=True))
            assert list(starts) == sorted(starts)


@often
@given(
    start=st.sampled_from(BEGINNINGS),
    content=st.binary(max_size=300) | MIXED.map(str.encode),
    suffix=st.sampled_from(SUFFIXES),
)
def test_any_bytes_are_documents_or_one_line_that_names_the_file(
    tmp_path: Path, start: bytes, content: bytes, suffix: str
) -> None:
    path = tmp_path / f"file{suffix}"
    path.write_bytes(start + content)
    for one in documents(path):
        if isinstance(one, ReadError):
            assert str(one).startswith(str(path)) and "\n" not in str(one)
        else:
            assert one.name.split("#")[0] == "file" and len(one.sha256) == 64
            assert one.text.encode("utf-8") and "\0" not in one.text
            held(one)


@often
@given(names=st.lists(st.text(min_size=1, max_size=8), max_size=4), content=st.binary(max_size=60))
def test_any_archive(tmp_path: Path, names: list[str], content: bytes) -> None:
    made = BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        for name in dict.fromkeys(names):
            try:
                archive.writestr(f"{name}.txt", content)
            except (ValueError, UnicodeEncodeError):
                return
    (tmp_path / "a.zip").write_bytes(made.getvalue())
    for one in documents(tmp_path / "a.zip"):
        assert isinstance(one, Document) or str(one).startswith(str(tmp_path / "a.zip"))


@often
@given(text=ANY | MIXED)
def test_any_text_splits_into_blocks_that_lead_back(text: str) -> None:
    try:
        held(from_text(text, "x"))
    except ReadError:
        assert len(text) > 1_000


@often
@given(text=MIXED)
@example("<p>一<p>二</p></div><a b='>'>三</a>")
def test_any_page(text: str) -> None:
    held(Document("x", text, "0" * 64, "", "text/html"))
    assert text.startswith(closed(text))
    for name, value in start_tag_attributes(text, 0):
        assert name in text.lower() and (value is None or value in text)


@often
@given(text=st.text(st.characters(codec="utf-8"), min_size=1, max_size=200))
def test_utf8_is_decoded_to_the_letter(text: str) -> None:
    if text.startswith("\ufeff") or "\0" in text:
        return
    assert decode(text.encode("utf-8"), "x") == text


@often
@given(
    text=st.text(
        st.sampled_from("上海市松江区与云南省勐海县结对帮扶出资建成车间，。：“”3万元年月日的了是在和有不人"),
        min_size=20,
        max_size=90,
    )
)
@pytest.mark.parametrize("encoding", ["gb18030", "gbk", "utf-8", "utf-8-sig", "utf-16"])
def test_chinese_is_told_apart(encoding: str, text: str) -> None:
    assert decode(text.encode(encoding), "x").removeprefix("\ufeff") == text


@often
@given(text=ANY)
def test_sound_gives_the_text_itself_or_refuses_it(text: str) -> None:
    try:
        assert sound(text, "x") is text
        assert text.encode("utf-8") and "\0" not in text and text.strip()
    except ReadError as error:
        assert str(error).startswith("x: ")


@often
@given(text=ANY | MIXED)
def test_plain_text_leads_back(text: str) -> None:
    plain = normalise(text)
    assert len(plain.plain) == len(plain.starts) == len(plain.ends)
    assert list(plain.starts) == sorted(plain.starts)
    assert all(0 <= a < b <= len(text) for a, b in zip(plain.starts, plain.ends, strict=True))
    assert len(flatten(text)) == len(text)


@often
@given(
    text=ANY
    | MIXED
    | st.text(
        st.sampled_from("零〇一二两三四五六七八九十百千万亿点多余近约0123456789.,，%％元人户至—-～成半"), max_size=40
    )
)
def test_numbers_stand_where_they_are_read(text: str) -> None:
    end = 0
    for found in quantities(text):
        assert end <= found.start < found.end <= len(text) and text[found.start : found.end] == found.raw
        assert found.value == found.value and abs(found.value) != float("inf")
        end = found.end
    read_number(text)


@often
@given(text=ANY | MIXED)
def test_dates_stand_where_they_are_read(text: str) -> None:
    for found in dates(text, "2023-11-07"):
        assert 0 <= found.start < found.end <= len(text)


@often
@given(text=ANY | MIXED)
def test_names_of_divisions_stand_where_they_are_found(text: str) -> None:
    gazetteer = load()
    for hit in gazetteer.find(text):
        assert 0 <= hit.start < hit.end <= len(text)
        surface = text[hit.start : hit.end]
        assert hit.places and all(surface in gazetteer.names(place) for place in hit.places)


@often
@given(before=MIXED, after=MIXED)
def test_a_division_is_found_in_any_surroundings(before: str, after: str) -> None:
    text = f"{before}。西双版纳傣族自治州。{after}"
    at = len(before) + 1
    assert any(hit.start == at and hit.end == at + 9 for hit in load().find(text))


@often
@given(body=MIXED, title=st.none() | MIXED.map(lambda words: " ".join(words.split()) or None))
def test_the_text_of_a_row_stays_whole(body: str, title: str | None) -> None:
    text, _ = titled(body, title)
    assert text.endswith(body)


@given(ANY)
def test_a_date_of_a_table_is_a_date_or_nothing(cell: str) -> None:
    found = day(cell)
    assert found is None or len(found) in (4, 7, 10)


@given(st.binary(max_size=20).filter(lambda name: b"\0" not in name))
def test_any_name_of_a_file_can_be_shown(name: bytes) -> None:
    import os

    said = shown(os.fsdecode(name))
    assert said.encode("utf-8") is not None and "\n" not in said
