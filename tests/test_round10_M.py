"""Money, gifts, works and places: what sentences of the kinds met in round 10 say, and what only looks like it."""

from __future__ import annotations

import pytest

from graph.model import Fact
from loaders.build import extract_document
from loaders.read import from_text

JIAXING = "嘉兴市对口帮扶九寨沟县\n嘉兴市对口帮扶九寨沟县。"
CHANGSHU = "常熟市对口帮扶思南县\n常熟市对口帮扶思南县。"


def _facts(text: str) -> set[tuple[str, str, str]]:
    found: list[Fact] = [f for f in extract_document(from_text(text, "round10")).facts if not f.source]
    return {(f.subject.name, f.relation, f.object.name) for f in found}


TOLD = [
    # a house or firm under discussion that a sum was spent on, not its county
    (
        JIAXING + "双河镇养老院住着80位老人。房子是嘉兴市2021年花600万元盖的。",
        ("嘉兴市", "FUNDED", "双河镇养老院"),
    ),
    (
        JIAXING + "双河镇有座双河菌菇产业园。园子不大，60个菇棚排成五行，是嘉兴市2021年拿900万元援建的。",
        ("嘉兴市", "BUILT", "双河菌菇产业园"),
    ),
    (
        CHANGSHU + "塘头镇的思源鞋业有限公司四年前迁来。常熟市为它垫付了头两年的厂房租金共48万元。",
        ("常熟市", "FUNDED", "思源鞋业有限公司"),
    ),
    (
        CHANGSHU + "常熟市出资310万元、与县里合办的思南县油茶科创中心前不久开张。",
        ("常熟市", "FUNDED", "思南县油茶科创中心"),
    ),
    # who holds an event, and who runs a thing
    (
        CHANGSHU + "由常熟市总工会和思南县人社局合办的“常思工匠”技能大赛在县城落幕。",
        ("常熟市总工会", "RUNS", "常思工匠"),
    ),
    (
        CHANGSHU + "塘头镇的“常思绣坊”是常熟市妇联和思南县妇联合办的，有绣娘80人。",
        ("思南县妇联", "RUNS", "常思绣坊"),
    ),
    (
        CHANGSHU + "塘头镇的常思产业园去年建成，经营它的是江苏恒源集团下面的贵州恒利农业公司。",
        ("贵州恒利农业公司", "RUNS", "常思产业园"),
    ),
    # built by the two sides, the park named before
    (
        JIAXING + "走进双河食品产业园，叉车来来往往。园区2022年由嘉兴市和九寨沟县共同建设，占地80亩。",
        ("嘉兴市", "BUILT", "双河食品产业园"),
    ),
]

NOT_TOLD = [
    # a sum told by its scheme alone: the province's, or one of its districts'
    ("苏陕协作见实效\n常州市对口帮扶安康市。县里用苏陕协作资金180万元添置了设备。", "FUNDED", "江苏省"),
    # who only invited, who only told of the money, what was a gift
    (
        CHANGSHU + "安顺鲜果公司应常熟市虞山街道的邀约来到思南县，投资4200万元。",
        "FUNDED",
        "虞山街道",
    ),
    (CHANGSHU + "常熟市发展改革委晒出明细：财政援助资金5000万元。", "FUNDED", "常熟市发展改革委"),
    # the one that gets a gift gives nothing
    (CHANGSHU + "企业家李某给塘头镇的仁和养老院捐了20万元。", "DONATED_TO", "仁和养老院"),
    (CHANGSHU + "一家协会为这所“塘头镇第二小学”送来书包420个，总值19.8万元。", "DONATED_TO", "塘头镇第二小学"),
    # where a kind of thing lies is no fact
    (CHANGSHU + "塘头镇的蔬菜批发市场凌晨最热闹。", "LOCATED_IN", "蔬菜批发市场"),
    (CHANGSHU + "塘头镇的葡萄园里有人除草。", "LOCATED_IN", "葡萄园"),
    (CHANGSHU + "结对帮扶思南县的江淮大学派来三名讲师。", "LOCATED_IN", "江淮大学"),
]


@pytest.mark.parametrize(("text", "fact"), TOLD)
def test_told(text: str, fact: tuple[str, str, str]) -> None:
    assert fact in _facts(text)


@pytest.mark.parametrize(("text", "relation", "subject"), NOT_TOLD)
def test_not_told(text: str, relation: str, subject: str) -> None:
    assert not [f for f in _facts(text) if f[:2] == (subject, relation)]


def test_the_county_gets_no_rent() -> None:
    """Where nothing is named that a single machine could be for, the sum stays open."""
    facts = _facts(CHANGSHU + "思南县山高路远。常熟市给了90万元添置烘干机。")
    assert ("常熟市", "FUNDED", "思南县") not in facts
