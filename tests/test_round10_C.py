"""Firms that came, where from, what they put money into, and whose people work away: sentences of round 10."""

import pytest

from loaders.build import extract_document
from loaders.examples import stated
from loaders.read import from_text

A, B = "[[Company:恒利电子]]", "[[Company:锦绣服饰]]"
EAST, COUNTY, TOWN = "[[Region:东莞市]]", "[[Region:昭通市]]", "[[Region:芒市]]"
PARK = "[[Park:安和产业园]]"


def facts(text: str, relation: str) -> set[str]:
    read = extract_document(from_text(text, "one")).facts
    return {f"{f.subject.name} {f.object.name}" for f in read if f.relation == relation and not f.source}


@pytest.mark.parametrize(
    "text",
    [
        f"陈某2021年从{A}来到{COUNTY}。",
        f"{COUNTY}的和顺牧场是{A}旗下的企业，2020年在{COUNTY}注册。",
        f"{A}的一辆大巴开进了{PARK}。",
        f"{PARK}的车间由{A}租赁经营。",
        f"工作队请来县里的{A}，到{PARK}开课。",
        f"协作办把{A}请进了山，又在{PARK}建成分拣中心。",
        f"{A}是省内第一家做线束的上市企业。{PARK}离它不远。",
    ],
)
def test_who_stands_beside_an_arrival_has_not_come(text: str) -> None:
    assert not {f for f in stated(text, "MOVED_INTO") if f.startswith("恒利电子 ")}


@pytest.mark.parametrize(
    "text",
    [
        f"从{EAST}来的{A}2021年落户{PARK}。",
        f"协作办把{A}请进了{PARK}。",
        f"{PARK}已有22家企业入驻。其中个头最大的当数{A}。",
        f"{PARK}去年交付。租下一栋的是{A}。",
    ],
)
def test_who_came_has_come(text: str) -> None:
    assert "恒利电子 MOVED_INTO 安和产业园" in stated(text, "MOVED_INTO")


def test_neighbours_of_a_firm_have_come_too() -> None:
    text = f"{PARK}去年交付。与它为邻的还有{A}、{B}。"
    assert stated(text, "MOVED_INTO") == {"恒利电子 MOVED_INTO 安和产业园", "锦绣服饰 MOVED_INTO 安和产业园"}


@pytest.mark.parametrize(
    "words",
    ["车间里的恒裕食品是{east}帮着引来的", "恒裕食品由{east}一家国企牵线引来", "{east}协调引进的恒裕食品"],
)
def test_who_led_a_firm_here_is_not_where_it_came_from(words: str) -> None:
    text = f"积石山县与厦门市思明区结对。{words.format(east='厦门市思明区')}，落户积石山县。"
    assert not facts(text, "CAME_FROM")


def test_a_move_told_of_what_follows_is_not_the_firm_before() -> None:
    text = "积石山县与厦门市思明区结对。恒裕食品有限公司落户积石山县，还有从浙江绍兴迁来的几家小厂。"
    assert "恒裕食品有限公司 绍兴市" not in facts(text, "CAME_FROM")


def test_a_firm_that_only_pays_has_not_come_from_where_its_name_says() -> None:
    text = "积石山县与厦门市思明区结对。厦门建设投资集团有限公司为积石山县的标准厂房投资2.3亿元。"
    assert not facts(text, "CAME_FROM")


@pytest.mark.parametrize(
    "words",
    [
        "来自思明区的恒裕食品有限公司去年新上一条生产线，用工规模扩大到620人。",
        "恒裕食品有限公司的老家在思明区。如今车间里坐着86名工人。",
        "恒裕食品有限公司的总部在思明区，如今流转土地三百亩，雇了40人。",
    ],
)
def test_a_firm_from_elsewhere_at_work_here_has_come(words: str) -> None:
    text = f"积石山县与厦门市思明区结对。{words}"
    assert "恒裕食品有限公司 思明区" in facts(text, "CAME_FROM")
    assert "恒裕食品有限公司 积石山保安族东乡族撒拉族自治县" in facts(text, "MOVED_INTO")


@pytest.mark.parametrize(
    "words",
    [
        "来自思明区的恒裕食品有限公司向县中学捐赠电脑50台，公司有员工300人。",
        "来自思明区的恒裕食品有限公司采购了农户的土豆，公司有员工300人。",
        "来自思明区的恒裕食品有限公司去年到县里考察，公司有员工300人。",
    ],
)
def test_a_firm_that_gives_or_buys_has_not_come(words: str) -> None:
    text = f"积石山县与厦门市思明区结对。{words}"
    assert not facts(text, "MOVED_INTO")


def test_a_price_is_no_investment() -> None:
    text = "积石山县与厦门市思明区结对。恒裕食品有限公司投产后，在积石山县出资以每斤不低于2元的保底价收购土豆。"
    assert not facts(text, "INVESTED_IN")


@pytest.mark.parametrize(
    "words",
    [
        "“我原来在厦门进厂，孩子上学时没回过家。”",
        "县里用工210人，发往福建的李子有1800吨。",
        "三年引来福建企业41家，带动贫困人口就业5470人。",
    ],
)
def test_no_flow_of_labour(words: str) -> None:
    assert not facts(f"积石山县与厦门市思明区结对。{words}", "SENDS_WORKERS_TO")


@pytest.mark.parametrize(
    "words",
    ["结业的学员里有517人去了思明区的工厂。", "县里组织620人到思明区务工。"],
)
def test_a_flow_of_labour(words: str) -> None:
    told = facts(f"积石山县与厦门市思明区结对。{words}", "SENDS_WORKERS_TO")
    assert told == {"积石山保安族东乡族撒拉族自治县 思明区"}
