"""Round 12, sendings: whoever came with a trade delegation was not sent, a speaker was not sent, a state group sends its own."""

import pytest

from loaders.build import extract_document
from loaders.read import from_text

SENDINGS = ("SECONDED_TO", "SECONDED_FROM")


def told(text: str) -> set[str]:
    """The sendings that are read from a text, each as "P RELATION PLACE"."""
    found = extract_document(from_text(text, "text")).facts
    return {f"{f.subject.name} {f.relation} {f.object.name}" for f in found if f.relation in SENDINGS and not f.source}


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        (
            "中国石化定点帮扶甘肃省东乡族自治县。挂职副县长欧阳旭东把一份清单摆上桌。",
            {"欧阳旭东 SECONDED_FROM 中国石化", "欧阳旭东 SECONDED_TO 东乡族自治县"},
        ),
        (
            "黑龙江省对口支援仁布县。架灯的是黑龙江省第九批援藏工作队里的年轻人、仁布县商务局挂职副局长郎一鸣。",
            {"郎一鸣 SECONDED_FROM 黑龙江省", "郎一鸣 SECONDED_TO 仁布县商务局"},
        ),
        (
            "东莞市对口支援图木舒克市。东莞市援疆前方工作队副队长蓝志勇主持，他同时担任第三师图木舒克市教育局副局长。",
            {"蓝志勇 SECONDED_TO 第三师图木舒克市教育局"},
        ),
        (
            "莆田市涵江区结对帮扶西吉县。莆田市涵江区的农技员柳国顺驻村帮扶，看她豆腐做得好。",
            {"柳国顺 SECONDED_FROM 涵江区", "柳国顺 SECONDED_TO 西吉县"},
        ),
        (
            "河南省对口支援哈密市。河南援疆干部武庆丰挂任巴里坤县副县长，跟着招商队伍跑遍中原。",
            {"武庆丰 SECONDED_TO 巴里坤哈萨克自治县"},
        ),
    ],
)
def test_told(text: str, facts: set[str]) -> None:
    assert facts <= told(text)


@pytest.mark.parametrize(
    "text",
    [
        "厦门市对口支援吉木萨尔县。连宗翰是厦门海泓塑业集团董事长，2020年跟着厦门的援疆招商团来到吉木萨尔县。",
        "北京市对口支援和田市。小伙叫冀晓磊，跟着北京援疆的招商队伍来到和田市，本想待一年就走。",
        "河南省对口支援哈密市。薯种来自河南援疆的一家企业——焦作人武庆丰2021年办的新疆豫山种业有限公司。",
        "通州区对口支援奈曼旗。据奈曼旗卫健委主任佟桂枝统计，通州区对口奈曼旗以来共派驻医疗人才74人。",
        "佛山市对口帮扶剑河县。佛山冯了性药业有限公司与剑河县签约。公司常驻剑河的厂长张锦添透露，去年收购干钩藤1350吨。",
    ],
)
def test_nobody_sent(text: str) -> None:
    assert told(text) == set()
