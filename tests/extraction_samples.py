"""Short ways to ask what is found in a few sentences, and whole articles of our own, for the tests of the extraction."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest

from graph.model import Article, Document, Extraction, Reject
from graph.normalise import normalise
from loaders.build import extract_document, read_article
from loaders.read import from_text
from loaders.relate import relate
from loaders.values import PARAGRAPH, Block, Mention, Reading

ROOT = Path(__file__).parent.parent


def row(*values: Any, bug: str | None = None) -> Any:
    """A row of a table of cases; with `bug` one that the code gets wrong today, and how."""
    marks = [pytest.mark.xfail(strict=True, reason=bug)] if bug else []
    return pytest.param(*values, marks=marks, id=str(values[0])[:24])


def read_text(text: str, published: str | None = "2023-06-01") -> Reading:
    """A text as a read article: every line of it is a paragraph."""
    document = Document("sample", text, "0" * 64)
    blocks: list[Block] = []
    at = 0
    for line in text.split("\n"):
        if line.strip():
            blocks.append(Block(PARAGRAPH, normalise(line, at)))
        at += len(line) + 1
    return read_article(document, Article("article:sample", "sample", 0, len(text), published=published), blocks)


def mentions(text: str) -> list[Mention]:
    return read_text(text).mentions


def found(text: str, *labels: str) -> set[str]:
    """The surfaces of the mentions with one of the labels (all of them without one)."""
    return {m.surface for m in mentions(text) if not labels or m.label in labels}


def labelled(text: str) -> dict[str, str]:
    """Surface -> label."""
    return {m.surface: m.label for m in mentions(text)}


def things(text: str) -> dict[str, str]:
    """Surface -> label of all that is neither a division nor a person."""
    return {m.surface: m.label for m in mentions(text) if m.label not in ("Region", "Person")}


def codes(text: str) -> dict[str, str | None]:
    """The divisions of a text, surface -> code; None where no single one could be told."""
    return {m.surface: m.entity.code for m in mentions(text) if m.label == "Region"}


def related(text: str) -> set[str]:
    """The facts of a text that is not asked whether it is about assistance, as "A RELATION B"."""
    return {f"{f.subject.name} {f.relation} {f.object.name}" for f in relate(read_text(text))[1]}


def refused(text: str) -> list[Reject]:
    return relate(read_text(text))[2]


def extracted(text: str, name: str = "sample") -> Extraction:
    """What the whole flow makes of a page of plain text."""
    return extract_document(from_text(text, name))


def facts(extraction: Extraction) -> set[str]:
    """The facts that stand in the text (not those of the gazetteer), as "A RELATION B"."""
    return {f"{f.subject.name} {f.relation} {f.object.name}" for f in extraction.facts if f.source is None}


def figures(extraction: Extraction) -> set[tuple[str, str, float]]:
    """The observations, as (subject, indicator, value)."""
    return {(o.subject.name, o.indicator, o.value) for o in extraction.observations}


def told(text: str, *relations: str) -> set[str]:
    """The facts of a page with one of the relations (all of them without one), as "A RELATION B"."""
    page = extracted(text)
    page.facts = [f for f in page.facts if not relations or f.relation in relations]
    return facts(page)


def ends(text: str, relation: str) -> set[tuple[str, str]]:
    """What the facts of a page with the relation lead from, and to."""
    found = extracted(text).facts
    return {(f.subject.name, f.object.name) for f in found if f.relation == relation and f.source is None}


def measured(text: str) -> set[tuple[str, str, float]]:
    """The observations of a page, as (subject, indicator, value)."""
    return figures(extracted(text))


def lines(extractions: Iterable[Extraction]) -> list[str]:
    """The statements as `duikou extract --format jsonl` writes them."""
    return [json.dumps(row, ensure_ascii=False) for one in extractions for row in one.statements()]


ARTICLE = """深巷里的针线声
2023年5月18日　来源：苍岭日报　记者：邱晚晴

2021年4月以来，浙江省宁波市鄞州区对口帮扶四川省凉山州昭觉县。
昭觉县南坪社区是一个易地扶贫搬迁安置点，住着812户3960人。
2022年3月，宁波甬绣服饰有限公司入驻南坪社区，吸纳126名搬迁群众就业，人均月收入3200元。
鄞州区投入东西部协作资金1500万元，援建昭觉县南坪产业园。
来自鄞州区的周启航到昭觉县挂职副县长。
宁波甬绣服饰有限公司向昭觉县民族小学捐赠图书款20万元。
昭觉县向宁波市输送务工人员640人。
"""

LINES_OF_NO_ARTICLE = {
    "shares": """三大股指午后走低
2023年6月2日　来源：金港财经

周五，沪指收跌0.6%，深成指下跌1.1%，两市成交额9200亿元。
广东某电子股份有限公司公告，拟投资3亿元在贵州省贵阳市建设生产线，当日股价上涨4.5%。
分析人士认为，四川、云南两地的锂矿公司仍有上涨空间，投资者需要留意风险。
""",
    "football": """客场逼平，主队止住连败
2023年7月9日　来源：绿茵周刊

昨晚，山东队在济南迎战新疆队，到场观众21000人。
第63分钟，主教练赵立军换上两名年轻前锋，新疆队随后扳平比分。
赛后，俱乐部总经理表示，下一场将前往浙江省杭州市客场作战。
""",
    "cars": """新车扎堆亮相车展
2023年4月20日　来源：轮上生活

上海车展昨天开幕，1000家企业带来了1500款车型。
浙江一家汽车公司的展台前挤满了人，这款车售价18.98万元，预计年销量12万辆。
重庆、西安的经销商当天签下了230台订单，展会还将在广东省深圳市举行巡展。
""",
    "relief": """羊肥了，院子新了
2019年10月11日　来源：黄土早报

甘肃省环县曲子镇的马成林养了46只羊，去年一家人脱了贫。
县里给每户发放了5000元补助，村里修了3公里水泥路，建起了一个养殖合作社。
镇党委书记说，全镇还有210户贫困户，力争年底前都摘帽。
""",
}
