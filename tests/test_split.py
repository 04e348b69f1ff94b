"""Pages -> articles with blocks. tests/pages holds pages written for it, each with what must come out beside it."""

from __future__ import annotations

import random
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import example, given, settings
from hypothesis import strategies as st

from graph.model import Document
from loaders.read import from_text, read
from loaders.reprints import same_work
from loaders.split import split
from loaders.values import CAPTION, HEADING, PARAGRAPH, TITLE

PAGES = Path(__file__).parent / "pages"
NAMES = sorted(path.stem for path in PAGES.glob("*.yaml"))


def expected(name: str) -> dict[str, Any]:
    data: dict[str, Any] = yaml.load((PAGES / f"{name}.yaml").read_text(encoding="utf-8"), yaml.BaseLoader)
    return data


def page(name: str, folder: Path) -> Document:
    """A page of tests/pages, read from a file in the encoding that it says it is in."""
    (source,) = (path for path in PAGES.glob(f"{name}.*") if path.suffix != ".yaml")
    encoding = expected(name).get("encoding", "utf-8")
    copy = folder / source.name
    copy.write_bytes(source.read_bytes().decode("utf-8").encode(encoding))
    return read(copy)


@pytest.mark.parametrize("name", NAMES)
def test_a_page_gives_its_articles(name: str, tmp_path: Path) -> None:
    wanted = expected(name)
    found = split(page(name, tmp_path))
    titles = [article.title for article, _ in found]
    assert titles == [None if a["title"] == "null" else a["title"].replace(",", "，") for a in wanted["articles"]]
    for (article, blocks), gold in zip(found, wanted["articles"], strict=True):
        for field in ("publisher", "published", "reporter"):
            if field in gold:
                assert getattr(article, field) == gold[field], field
        assert article.script == gold.get("script", "simplified")
        texts = [block.text.plain for block in blocks]
        if "blocks" in gold:
            assert [block.kind for block in blocks] == gold["blocks"].split(), texts
        for words in gold.get("whole", []):
            assert any(words in text for text in texts), (words, texts)
        for one, other in gold.get("apart", []):
            assert not any(one in text and other in text for text in texts)


@pytest.mark.parametrize("name", [name for name in NAMES if "absent" in expected(name)])
def test_furniture_is_left_out(name: str, tmp_path: Path) -> None:
    texts = [block.text.plain for _, blocks in split(page(name, tmp_path)) for block in blocks]
    for words in expected(name)["absent"]:
        assert not any(words in text for text in texts), words


@pytest.mark.parametrize("name", NAMES)
def test_blocks_lead_back_to_the_document(name: str, tmp_path: Path) -> None:
    document = page(name, tmp_path)
    for article, blocks in split(document):
        assert 0 <= article.start < article.end <= len(document.text)
        main = [block for block in blocks if article.start <= block.text.starts[0] < article.end]
        assert len(main) * 2 > len(blocks)
        for block in blocks:
            assert block.kind in (TITLE, HEADING, PARAGRAPH, CAPTION)
            starts, ends = list(block.text.starts), list(block.text.ends)
            assert len(starts) == len(ends) == len(block.text.plain) > 0
            assert starts == sorted(starts) and all(a < b for a, b in zip(starts, ends, strict=True))


def test_entities_and_tags_inside_a_quote_map_to_the_source(tmp_path: Path) -> None:
    document = page("mixed", tmp_path)
    ((_, blocks),) = split(document)
    text = next(b.text for b in blocks if "安徽农业大学" in b.text.plain)
    at = text.plain.index("安徽农业大学")
    start, end = text.span(at, at + 6)
    assert document.text[start:end] == "安徽农业&#22823;学"
    at = text.plain.index("164名")
    start, end = text.span(at, at + 4)
    assert document.text[start:end] == "164</b>名"


def test_an_article_printed_twice_has_one_fingerprint(tmp_path: Path) -> None:
    """In whole lines, in broken columns and in traditional characters."""
    from opencc import OpenCC

    lines = (PAGES / "copied.txt").read_text(encoding="utf-8").split("\n")
    whole = "\n".join(line for line in lines)
    narrow = "\n".join(
        piece for line in lines for piece in ([line[i : i + 15] for i in range(0, len(line), 15)] or [""])
    )
    traditional = OpenCC("s2t").convert(whole)
    (first,), (second,), (third,) = (split(from_text(text, "x")) for text in (whole, narrow, traditional))
    assert third[0].script == "traditional"
    assert same_work(first[0].fingerprint, third[0].fingerprint)
    assert same_work(first[0].fingerprint, second[0].fingerprint)


def test_unrelated_articles_share_no_sentence(tmp_path: Path) -> None:
    prints = [set(article.fingerprint) for name in NAMES for article, _ in split(page(name, tmp_path))]
    assert len(prints) > 12
    assert not any(a & b for i, a in enumerate(prints) for b in prints[i + 1 :])


def test_ids_depend_on_the_file_and_the_place(tmp_path: Path) -> None:
    document = page("paper", tmp_path)
    ids = [article.id for article, _ in split(document)]
    assert len(set(ids)) == 3 and all(one.startswith("article:") for one in ids)
    assert ids == [article.id for article, _ in split(document)]
    assert not set(ids) & {article.id for article, _ in split(from_text(document.text + "\n", "paper"))}


def test_two_columns_in_a_wide_page_keep_their_lines(tmp_path: Path) -> None:
    """A figure that a column breaks in two is one figure again."""
    lines = (
        "两地签约",
        "",
        "东江市拨给西岭县协作资金12",
        "34万元，在石门镇建起一座粮",
        "油加工厂，招了搬迁户里的工",
        "人86名，月底前投产。",
    )
    text = "\n".join(lines)
    ((_, blocks),) = split(from_text(text, "x"))
    assert "协作资金1234万元，在石门镇建起一座粮油加工厂" in blocks[-1].text.plain


def test_running_heads_and_page_numbers_go_and_the_sentence_goes_on() -> None:
    pages = [
        "协作工作简报\n茶厂开到山门口\n东岭县的茶厂上月投产，厂房是海州市\n拿出协作资金盖的，一共八百二十万\n— 1 —",
        "协作工作简报\n元，招工六十名。厂长说，年底还要再添\n一条生产线，订单已经排到后年春天。\n— 2 —",
    ]
    ((article, blocks),) = split(from_text("\f".join(pages), "x"))
    assert article.title == "茶厂开到山门口"
    assert "一共八百二十万元，招工六十名。" in blocks[1].text.plain
    assert not any("简报" in b.text.plain or "—" in b.text.plain for b in blocks)


CLOSINGS = ("。", "！", "，", "、", "：", "”", "", "\n\n", " ", "……", "——", "（", "）", "|", ">", "\f", "\t", "　")
WORDS = (
    "来源",
    "记者",
    "本报讯",
    "2023年5月6日",
    "责任编辑",
    "图为",
    "协作",
    "帮扶资金",
    "12",
    "万元",
    "<p>",
    "</p>",
    "&nbsp;",
    "<br>",
    "![]()",
)


@settings(max_examples=150, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            CLOSINGS + WORDS + ("山县", "海市", "結對", "ok", "①", "\ud800", "\0", "<!--", "&#x4e00;", "\r\n")
        ),
        max_size=60,
    )
)
@example(["本报讯", "！", "本报讯"])
def test_no_text_breaks_the_splitter(parts: list[str]) -> None:
    document = from_text("".join(parts), "x")
    for article, blocks in split(document):
        assert blocks and article.start < article.end
        for block in blocks:
            start, end = block.text.span(0, len(block.text))
            assert 0 <= start < end <= len(document.text)


def test_lines_in_any_order_lose_no_sentence() -> None:
    """Every long sentence of a page without furniture comes out once, however its paragraphs are shuffled."""
    sentences = [
        f"第{word}年，海州市向东岭县拨付协作资金{n}00万元，用于修建车间和学校。"
        for n, word in enumerate("一二三四五六七八", 1)
    ]
    for seed in range(5):
        random.Random(seed).shuffle(sentences)
        ((_, blocks),) = split(from_text("协作八年\n\n" + "\n\n".join(sentences), "x"))
        assert [b.text.plain for b in blocks if b.kind == PARAGRAPH] == [s.replace(",", "，") for s in sentences]


@pytest.mark.parametrize(
    "noise",
    [
        "<![foo[bar]]>",
        "<![if !vml]>",
        "<!-- 没有完 -->",
        "<?xml:namespace prefix = o />",
        "<p title='a>b'></p>",
        "</b></div>",
        "<o:p></o:p>",
    ],
)
def test_broken_markup_hides_no_text(noise: str) -> None:
    ((_, blocks),) = split(
        from_text(f"<html><body><p>甲县办起茶厂。</p>{noise}<p>乙县与丙市结对，资金12万元。</p>", "x")
    )
    assert [block.text.plain for block in blocks] == ["甲县办起茶厂。", "乙县与丙市结对，资金12万元。"]


@pytest.mark.parametrize(
    ("lines", "kinds"),
    [
        (("数读协作", "▲引进项目 34个", "▲到位投资 6.8亿元"), [TITLE, PARAGRAPH, PARAGRAPH]),
        (("协作清单", "选派干部：5名", "培训干部：612人次", "其中 党政：12人　技术：600人"), [TITLE, *[PARAGRAPH] * 3]),
        (("扶贫车间有了工资卡", "和田地区的纺织车间里，女工们领到了工资卡。"), [TITLE, PARAGRAPH]),
        (("两地携手", "解说员在新馆里迎来了第一批游客，馆里一片欢声笑语。"), [TITLE, PARAGRAPH]),
    ],
)
def test_lines_that_stand_alone(lines: tuple[str, ...], kinds: list[str]) -> None:
    ((_, blocks),) = split(from_text("\n".join(lines), "text"))
    assert [b.kind for b in blocks] == kinds
