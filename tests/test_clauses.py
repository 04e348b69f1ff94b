"""Sentences and clauses: where they end, where they do not, and that nothing is lost between them."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.normalise import normalise
from loaders.clauses import sentences
from loaders.values import HEADING, PARAGRAPH, Block


def spoken(*lines: str) -> list[str]:
    """The sentences of the lines, as text."""
    blocks = [Block(PARAGRAPH, normalise(line)) for line in lines]
    return [blocks[s.block].text.plain[s.start : s.end] for s in sentences(blocks)]


def clauses(line: str) -> list[list[str]]:
    block = Block(PARAGRAPH, normalise(line))
    return [[block.text.plain[a:b] for a, b in s.clauses] for s in sentences([block])]


@pytest.mark.parametrize(
    ("line", "wanted"),
    [
        ("车间开工了。机器响了！谁来了？", ["车间开工了。", "机器响了！", "谁来了？"]),
        ("“厂子近，饭热乎。”何秀莲说。", ["“厂子近，饭热乎。”", "何秀莲说。"]),
        ("“能行吗？”“能行！”他们签了字。", ["“能行吗？”", "“能行！”", "他们签了字。"]),
        ("（记者看到，货装了两车。）路修好了。", ["（记者看到，货装了两车。）", "路修好了。"]),
        ("总投资3.5亿元，占地0.8公顷。", ["总投资3.5亿元，占地0.8公顷。"]),
        ("枣子、核桃、花椒……样样都有销路。", ["枣子、核桃、花椒……", "样样都有销路。"]),
        ("没有句号的最后一行", ["没有句号的最后一行"]),
        ("结了，真的？！散会。", ["结了，真的？！", "散会。"]),
        ("", []),
        ("   ", []),
    ],
)
def test_a_sentence_ends_at_its_mark_and_takes_the_closing_quotes_along(line: str, wanted: list[str]) -> None:
    assert spoken(line) == wanted


def test_a_sentence_does_not_run_from_one_block_into_the_next() -> None:
    blocks = [Block(HEADING, normalise("山门打开以后")), Block(PARAGRAPH, normalise("去年，甬城的客人来了。"))]
    assert [(s.block, s.start, s.end) for s in sentences(blocks)] == [(0, 0, 6), (1, 0, 11)]


@pytest.mark.parametrize(
    ("line", "wanted"),
    [
        ("宁海帮普安，普安种茶；茶香了。", [["宁海帮普安", "普安种茶", "茶香了"]]),
        ("苹果、梨、枣都卖了。", [["苹果、梨、枣都卖了"]]),
        ("他说：“有活干，就有钱。”", [["他说", "“有活干", "就有钱"]]),
        ("两地——一山一海——成了亲戚。", [["两地", "一山一海", "成了亲戚"]]),
        ("“共建园”“协作屋”都开了张。", [["“共建园”", "“协作屋”都开了张"]]),
        ("，，。", [[]]),
    ],
)
def test_a_clause_ends_at_a_comma_colon_or_dash_but_not_inside_a_list(line: str, wanted: list[list[str]]) -> None:
    assert clauses(line) == wanted


@given(st.lists(st.text("山海协作，。；：！？—“”…、（） 3.a\n", max_size=40), max_size=4))
@settings(max_examples=200, deadline=None)
def test_no_character_is_lost_or_read_twice(lines: list[str]) -> None:
    blocks = [Block(PARAGRAPH, normalise(line)) for line in lines]
    found = sentences(blocks)
    for number, block in enumerate(blocks):
        own = [s for s in found if s.block == number]
        assert [s.start for s in own] == sorted(s.start for s in own)
        rest = list(block.text.plain)
        for sentence in own:
            assert sentence.start < sentence.end <= len(block.text.plain)
            rest[sentence.start : sentence.end] = [" "] * (sentence.end - sentence.start)
            inner = [edge for clause in sentence.clauses for edge in clause]
            assert inner == sorted(inner) and all(sentence.start <= edge <= sentence.end for edge in inner)
            assert all(a < b for a, b in sentence.clauses)
        assert "".join(rest).strip() == ""
