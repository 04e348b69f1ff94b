"""Money and gifts, rules weighed case by case: whose money, what it went into, who gets what is given."""

from __future__ import annotations

import pytest

from loaders.build import extract_document
from loaders.read import from_text

_PAIR = "江阴市对口帮扶绥德县。"


def told(text: str, relation: str) -> set[str]:
    """The facts of one relation that a text proves, as subject and object."""
    read = extract_document(from_text("东西部协作见闻\n" + text, "p")).facts
    return {f"{f.subject.name} {f.object.name}" for f in read if f.relation == relation and not f.source}


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        (
            "福州市对口帮扶定西市。安定区的老师最清楚。五年里，福州市累计投入财政帮扶资金24.9亿元，派出干部96名。",
            "福州市 定西市",
        ),
        ("镇江市对口帮扶渭南市。富平县的柿子红了。镇江市累计拨付协作资金3.2亿元。", "镇江市 渭南市"),
        ("福州市对口帮扶安定区。安定区的老师最清楚。五年里，福州市累计投入财政帮扶资金4.9亿元。", "福州市 安定区"),
    ],
)
def test_all_that_was_paid_in_years_goes_to_the_whole_place_that_is_helped(text: str, fact: str) -> None:
    assert told(text, "FUNDED") == {fact}


def test_every_sum_of_a_row_of_years_is_told() -> None:
    text = "昌平区每年都给尚义县安排帮扶资金：2021年5200万元，2022年5600万元，今年又涨到6150万元。"
    read = extract_document(from_text("东西部协作见闻\n" + text, "p")).facts
    assert {f.properties["amount"] for f in read if f.relation == "FUNDED"} == {52_000_000, 56_000_000, 61_500_000}


def test_what_is_sold_year_by_year_is_no_aid() -> None:
    assert not told(f"{_PAIR}江阴市每年都从绥德县买苹果：2021年5200万元，2022年5600万元。", "FUNDED")


def test_a_small_sum_stays_with_the_county_where_it_was_spent() -> None:
    text = "福州市对口帮扶定西市。安定区的老师最清楚。去年，福州市投入帮扶资金80万元，给学校换了锅炉。"
    assert "福州市 定西市" not in told(text, "FUNDED")


@pytest.mark.parametrize(
    "text",
    [
        "枸杞销往武汉、长沙等地。博乐市去年用援疆资金9800万元修了渠。",
        "长沙的超市里摆着博乐市的枸杞。博乐市去年用援疆资金9800万元修了渠。",
        "长沙小伙来到博乐市。博乐市去年用援疆资金9800万元修了渠。",
    ],
)
def test_a_market_or_an_origin_pays_nothing(text: str) -> None:
    assert not any(fact.startswith("长沙市 ") for fact in told(text, "FUNDED"))


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        ("上海市崇明区与双江县结对。没过多久，区里拨来320万元，帮双江县人民医院建起胸痛中心。", "崇明区"),
        ("从上海说起，静安区是夷陵区的主力。档案显示，该区累计投入无偿援助资金1.83亿元，援建项目167个。", None),
        ("夷陵区由静安区对口支援。静安区的档案显示，该区累计投入无偿援助资金1.83亿元，援建项目167个。", "静安区"),
    ],
)
def test_the_district_means_the_last_one_named_and_only_where_it_helps(text: str, fact: str | None) -> None:
    payers = {one.split()[0] for one in told(text, "FUNDED")}
    assert payers == ({fact} if fact else set())


@pytest.mark.parametrize(
    "text",
    [
        f"{_PAIR}江阴市为绥德县落实财政帮扶资金2515万元，社会帮扶资金1016万元。",
        f"{_PAIR}江阴市为绥德县落实财政帮扶资金2515万元，社会帮扶款物折价1016万元。",
    ],
)
def test_what_society_gives_is_not_paid_by_the_city(text: str) -> None:
    read = extract_document(from_text("东西部协作见闻\n" + text, "p")).facts
    assert {f.properties["amount"] for f in read if f.relation == "FUNDED"} == {25_150_000}


def test_what_the_treasury_gives_is() -> None:
    assert told(f"{_PAIR}江阴市为绥德县落实财政帮扶资金1016万元。", "FUNDED") == {"江阴市 绥德县"}


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        (
            "浙江大学定点帮扶景东县。景东一中去年换了校舍。学校的账很清楚：两年间直接投入帮扶资金640万元。",
            "浙江大学 景东彝族自治县",
        ),
        (
            "清华大学定点帮扶南涧县。学校在南涧县建起南涧县无量山培训中心，培训2300人，直接投入帮扶资金4960万元。",
            "清华大学 南涧彝族自治县",
        ),
    ],
)
def test_what_a_house_counts_as_paid_directly_is_for_the_whole_county(text: str, fact: str) -> None:
    assert told(text, "FUNDED") == {fact}


def test_what_something_stands_beside_gets_no_money() -> None:
    text = f"{_PAIR}直营店在江阴市澄江地铁站旁开张。房租由江阴市商务局从协作资金中承担，一年38万元。"
    assert not any("地铁站" in fact for fact in told(text, "FUNDED"))


def test_an_item_of_an_account_is_not_where_it_lies() -> None:
    text = f"{_PAIR}今年江阴市的帮扶资金安排如下：\n（1）义合中心小学（义合镇虎焉村）宿舍两栋，3200万元；\n（2）绥德县人民医院设备一台，1980万元。"
    found = told(text, "FUNDED")
    assert "江阴市 绥德县人民医院" in found and not any("虎焉村" in fact for fact in found)


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        (f"{_PAIR}绥德县义合镇的老人记得那年。江阴市慈善总会捐款85万元，大家吃上了热饭。", "江阴市慈善总会 义合镇"),
        (f"{_PAIR}绥德县义合镇中心小学的孩子搬进新楼。江阴市慈善总会捐款85万元。", "江阴市慈善总会 义合镇中心小学"),
        (f"{_PAIR}绥德县的老人记得那年。江阴市慈善总会捐款85万元，大家吃上了热饭。", "江阴市慈善总会 绥德县"),
    ],
)
def test_a_gift_goes_to_the_end_of_the_address(text: str, fact: str) -> None:
    assert told(text, "DONATED_TO") == {fact}


@pytest.mark.parametrize(
    "text",
    [
        f"{_PAIR}绥德县的街上热闹起来。设备由江阴市慈善总会捐赠，共计220台，折价46万元。",
        f"{_PAIR}绥德县的街上热闹起来。江阴市慈善总会赠送数控机床6台，作价210万元。",
    ],
)
def test_machines_stand_in_a_house_and_not_in_a_county(text: str) -> None:
    assert not told(text, "DONATED_TO")


@pytest.mark.parametrize(
    "text",
    [
        f"{_PAIR}江阴市慈善总会赠送净水设备60台，作价210万元，绥德县的人喝上了好水。",
        f"{_PAIR}绥德县的街上热闹起来。江阴市慈善总会赠送棉被600床，折合21万元。",
    ],
)
def test_what_everybody_has_the_use_of_goes_to_the_county(text: str) -> None:
    assert told(text, "DONATED_TO") == {"江阴市慈善总会 绥德县"}


def test_aid_money_that_a_team_spends_is_no_gift() -> None:
    text = f"{_PAIR}江阴市驻绥德县工作组筹措82万元，给绥德县义合卫生院添置了彩超机。"
    assert not told(text, "DONATED_TO") and told(text, "FUNDED")


def test_the_helpers_team_gets_no_gift() -> None:
    text = (
        "上海市嘉定区第一中学教师柳存义随上海第十批援疆教师团来到莎车县。一个月后，嘉定区第一中学寄来价值12万元的图书。"
    )
    assert not any("教师团" in fact for fact in told(text, "DONATED_TO"))


def test_a_house_built_with_aid_money_has_not_cost_the_firm() -> None:
    head = f"{_PAIR}江阴恒利药业有限公司落户绥德县义合产业园，投资1.2亿元建提取车间。"
    aid = head + "产业园的厂房由苏陕协作资金建成，花了4100万元。"
    read = extract_document(from_text(aid, "p")).facts
    assert {f.properties.get("amount") for f in read if f.relation == "INVESTED_IN"} == {120_000_000}
