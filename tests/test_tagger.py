"""The tagger: words that cover the text, the same answer alone and in a batch, and no text that it cannot take."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from loaders.tagger import BATCH, Token, tag

LINES = [
    "陈晓东来到榆林市，带来一台收割机。",
    "去年三月，厂里招了四十个女工。",
    "甘肃省临夏州的花椒卖到了厦门。",
    "这是好事。",
    "他与刘桂芳在合作社门口称核桃。",
    "2022年，车间添了16台缝纫机！",
]


def words(text: str) -> list[tuple[str, str]]:
    return [(text[t.start : t.end], t.tag) for t in tag([text])[0]]


def test_nothing_has_no_words() -> None:
    assert tag([]) == []
    assert tag([""]) == [[]]
    assert tag(["", "好。", ""])[0::2] == [[], []]


@pytest.mark.parametrize("line", LINES)
def test_the_words_cover_the_text(line: str) -> None:
    tokens = tag([line])[0]
    assert "".join(line[t.start : t.end] for t in tokens) == line
    assert all(t.start < t.end for t in tokens)


def test_persons_places_and_times_are_told_apart() -> None:
    assert ("陈晓东", "PER") in words(LINES[0])
    assert ("榆林市", "LOC") in words(LINES[0])
    assert ("刘桂芳", "PER") in words(LINES[4])
    assert ("2022年", "TIME") in words(LINES[5])
    assert {t for w, t in words(LINES[3])}.isdisjoint({"PER", "LOC", "ORG", "TIME"})


def test_a_batch_gives_what_each_text_gives_alone() -> None:
    """Also where more texts than fit one batch have the same length, and in any order."""
    many = [line[i:] for line in LINES for i in range(4)] + [f"第{n:02d}个车间开工。" for n in range(BATCH * 2 + 3)]
    together = tag(many)
    assert together == [tag([line])[0] for line in many]
    assert tag(many[::-1]) == together[::-1]


@pytest.mark.parametrize("text", ["\ufffd", "😀😀", "abc DEF", "𠮷野", "　", "\x00", "1" * 700, "搬迁" * 300])
def test_no_text_is_too_odd(text: str) -> None:
    tokens = tag([text])[0]
    assert (tokens[0].start, tokens[-1].end) == (0, len(text))


@given(st.text(max_size=30))
@settings(max_examples=60, deadline=None)
def test_any_text_is_covered_without_gaps(text: str) -> None:
    edge = 0
    for token in tag([text])[0]:
        assert isinstance(token, Token) and token.start == edge < token.end
        edge = token.end
    assert edge == len(text)
