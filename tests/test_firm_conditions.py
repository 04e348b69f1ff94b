"""Firms that came: who among several, to whom a house is let, which place is meant, where they are from."""

import pytest

from loaders.build import extract_document
from loaders.read import from_text

HEAD = "东西部协作见闻\n"
PARK = "扬州市与榆林市结对协作。榆阳区的扬榆共建产业园去年交付。"


def facts(text: str, relation: str = "MOVED_INTO") -> set[str]:
    read = extract_document(from_text(HEAD + text, "one")).facts
    return {f"{f.subject.name} {f.object.name}" for f in read if f.relation == relation and not f.source}


@pytest.mark.parametrize(
    ("sentence", "firm"),
    [
        ("最大的一户是恒利电子有限公司，用工三百人。", "恒利电子有限公司"),
        ("恒利电子有限公司个头最大，用工三百人。", "恒利电子有限公司"),
        ("打头的是恒利电子有限公司。", "恒利电子有限公司"),
        ("恒利电子有限公司等九家企业当年投产。", "恒利电子有限公司"),
        ("厂房产权归县里，租给恒利电子有限公司等五家企业。", "恒利电子有限公司"),
    ],
)
def test_one_firm_of_those_in_the_park(sentence: str, firm: str) -> None:
    assert f"{firm} 扬榆共建产业园" in facts(PARK + sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "最大的一笔订单是恒利电子有限公司的客户下的。",
        "打头的是恒利电子有限公司的员工。",
        "冷库租给恒利电子有限公司经营。",
        "恒利电子有限公司的订单最大。",
    ],
)
def test_a_word_of_size_or_letting_is_not_enough(sentence: str) -> None:
    assert not facts(PARK + sentence)


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        ("宁波对口帮扶凉山。干部们把宁波老字号“阿四腊味”请到了昭觉县。", "阿四腊味 昭觉县"),
        ("福州市对口帮扶岷县。闽陇药业有限公司跟着落到岷县梅川镇中药材产业园。", "闽陇药业有限公司 梅川镇中药材产业园"),
    ],
)
def test_brought_or_come_in_other_words(text: str, fact: str) -> None:
    assert fact in facts(text)


def test_a_park_stays_beside_the_town_that_the_words_name() -> None:
    text = "深圳市龙岗区对口帮扶那坡县。他主抓的边贸加工园在平孟镇开园，已有越桂坚果公司、边城腰果公司等六家企业进驻。"
    assert "越桂坚果公司 边贸加工园" in facts(text)


def test_a_region_under_discussion_gives_way_to_the_one_named() -> None:
    text = "青岛与定西两市协作以来，陇西县先后引来青岛海沃食品有限公司、青岛泽润药业有限公司两家企业。"
    assert facts(text) == {"青岛海沃食品有限公司 陇西县", "青岛泽润药业有限公司 陇西县"}


def test_mountains_are_no_county() -> None:
    text = "东莞市对口帮扶昭通市。昭通地处乌蒙山区。东莞的天宇医疗器械有限公司把机器整体西迁，厂房十八天就盖好了。"
    assert not any("乌蒙山区" in fact for fact in facts(text))


def test_people_who_come_from_a_park_do_not_make_it_the_place() -> None:
    text = "苏州市与宿迁市结对。他是从苏州工业园区调来的。近两年进来的新面孔有蓝雁纺机有限公司。"
    assert not any("苏州工业园区" in fact for fact in facts(text))


@pytest.mark.parametrize(
    ("text", "origin"),
    [
        ("山珍坊食品有限公司落户青川县。公司的老板裘宝根是缙云县人。缙云县对口帮扶青川县。", None),
        ("由缙云人裘宝根创办的山珍坊食品有限公司落户青川县。缙云县对口帮扶青川县。", "山珍坊食品有限公司 缙云县"),
    ],
)
def test_an_owners_home_is_not_the_firms(text: str, origin: str | None) -> None:
    assert facts(text, "CAME_FROM") == ({origin} if origin else set())
