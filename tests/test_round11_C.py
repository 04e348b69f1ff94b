"""Round 11, firms: who moved where and came from where, who put money into what, who works with whom. Sentences of our own."""

from __future__ import annotations

import pytest

from loaders.build import extract_document
from loaders.read import from_text

HEAD = "无锡市对口帮扶延安市。\n"
OURS = ("MOVED_INTO", "CAME_FROM", "INVESTED_IN", "COOPERATES_WITH", "SENDS_WORKERS_TO")


def told(text: str) -> set[str]:
    facts = [f for f in extract_document(from_text(HEAD + text, "t")).facts if f.relation in OURS and not f.source]
    return {f"{f.subject.name} {f.relation} {f.object.name}" for f in facts}


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        # Told first, named after.
        (
            "去年，一家做拉链的无锡企业落户宜川县云岩产业园。企业名叫凯顺达，用工八十人。",
            "凯顺达 MOVED_INTO 云岩产业园",
        ),
        ("去年，一家做拉链的无锡企业落户宜川县云岩产业园。企业名叫凯顺达，用工八十人。", "凯顺达 CAME_FROM 无锡市"),
        ("宜川县引来一家无锡的鞋厂，用工八十人。这家鞋厂叫“恒步”，今年出口鞋子。", "恒步 MOVED_INTO 宜川县"),
        (
            "货车属于捷运达物流公司。2022年，这家无锡企业在宜川县云岩产业园建了分拨中心。",
            "捷运达物流公司 MOVED_INTO 云岩产业园",
        ),
        # Where the plant stands, which of them came.
        ("无锡恒旺牧业公司的厂房在宜川县，去年用工215人。", "无锡恒旺牧业公司 MOVED_INTO 宜川县"),
        ("他去了落户宜川县的恒旺电子有限公司，当上了组长。", "恒旺电子有限公司 MOVED_INTO 宜川县"),
        ("王建国把一条绣花线搬进宜川县云岩产业园，注册恒旺绣品有限公司。", "恒旺绣品有限公司 MOVED_INTO 云岩产业园"),
        (
            "走进宜川县云岩产业园，订单不断。这是恒旺电子有限公司的工厂，工人上百。",
            "恒旺电子有限公司 MOVED_INTO 云岩产业园",
        ),
        ("无锡恒旺茶业有限公司2019年在宜川县设点，收茶制茶。", "无锡恒旺茶业有限公司 MOVED_INTO 宜川县"),
        # Partners.
        ("恒旺粮油公司干脆和镇上的丰禾合作社合伙开了榨油坊。", "恒旺粮油公司 COOPERATES_WITH 丰禾合作社"),
        ("干部撮合无锡的恒旺粮油公司与宜川丰禾合作社合股。", "宜川丰禾合作社 COOPERATES_WITH 恒旺粮油公司"),
        (
            "宜川县云岩镇高楼村种辣椒。恒旺食品有限公司跟村里签了保底收购合同。",
            "恒旺食品有限公司 COOPERATES_WITH 高楼村",
        ),
        # Money.
        (
            "厂名叫宜川恒旺纺织有限公司，由无锡天泽集团和宜川县兴业公司合股，前者出资6600万元，后者出资3400万元。",
            "无锡天泽集团 INVESTED_IN 宜川恒旺纺织有限公司",
        ),
        (
            "宜川恒旺纺织有限公司由无锡天泽集团独资设立，首期投资7200万元，主要生产面料。",
            "无锡天泽集团 INVESTED_IN 宜川恒旺纺织有限公司",
        ),
        # People.
        (
            "宜川县农村劳动力转移就业1.2万人，省外5400人。去往无锡的有1260人，比去年多208人。",
            "宜川县 SENDS_WORKERS_TO 无锡市",
        ),
    ],
)
def test_told(text: str, fact: str) -> None:
    assert fact in told(text)


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        ("一家做拉链的无锡企业来宜川县考察。企业名叫凯顺达，用工八十人。", "凯顺达 MOVED_INTO"),
        ("恒旺电子有限公司的车间在宜川县云岩产业园对面。", "恒旺电子有限公司 MOVED_INTO"),
        ("无锡区属国企兴泽投资公司在宜川县建成云岩产业园，厂房4万平方米。", "兴泽投资公司 MOVED_INTO"),
        ("一条短视频引来无锡恒旺内饰公司，订了两千套。", "无锡恒旺内饰公司 MOVED_INTO"),
        ("无锡的恒旺餐饮公司、天泽物业公司等8家企业挂牌为“宜川劳动力就业基地”。", "恒旺餐饮公司 MOVED_INTO"),
        ("恒旺粮油公司和镇上的丰禾合作社只隔一条街。", "COOPERATES_WITH"),
        ("宜川县来了贵客。无锡天泽集团出资60万元设立“天泽奖学金”。", "无锡天泽集团 INVESTED_IN"),
        ("无锡天泽集团新近投了680万元，占了老酒坊两成的股。", "无锡天泽集团 INVESTED_IN 宜川县"),
        ("宜川县农村劳动力转移就业1.2万人。来看花的游客里，无锡的有1260人。", "SENDS_WORKERS_TO 无锡市"),
    ],
)
def test_not_told(text: str, fact: str) -> None:
    assert not [one for one in told(text) if fact in one]
