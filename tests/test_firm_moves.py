"""Firms that came: which of them, from where, and who only gives, builds or sends people."""

from __future__ import annotations

import pytest
from extraction_samples import ends, told

WUXI = "无锡市对口帮扶延安市。\n"


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        # Told first, named after.
        (
            WUXI + "去年，一家做拉链的无锡企业落户宜川县云岩产业园。企业名叫凯顺达，用工八十人。",
            "凯顺达 MOVED_INTO 云岩产业园",
        ),
        (
            WUXI + "去年，一家做拉链的无锡企业落户宜川县云岩产业园。企业名叫凯顺达，用工八十人。",
            "凯顺达 CAME_FROM 无锡市",
        ),
        (WUXI + "宜川县引来一家无锡的鞋厂，用工八十人。这家鞋厂叫“恒步”，今年出口鞋子。", "恒步 MOVED_INTO 宜川县"),
        (
            WUXI + "货车属于捷运达物流公司。2022年，这家无锡企业在宜川县云岩产业园建了分拨中心。",
            "捷运达物流公司 MOVED_INTO 云岩产业园",
        ),
        # Where the plant stands, which of them came.
        (WUXI + "无锡恒旺牧业公司的厂房在宜川县，去年用工215人。", "无锡恒旺牧业公司 MOVED_INTO 宜川县"),
        (WUXI + "他去了落户宜川县的恒旺电子有限公司，当上了组长。", "恒旺电子有限公司 MOVED_INTO 宜川县"),
        (
            WUXI + "王建国把一条绣花线搬进宜川县云岩产业园，注册恒旺绣品有限公司。",
            "恒旺绣品有限公司 MOVED_INTO 云岩产业园",
        ),
        (
            WUXI + "走进宜川县云岩产业园，订单不断。这是恒旺电子有限公司的工厂，工人上百。",
            "恒旺电子有限公司 MOVED_INTO 云岩产业园",
        ),
        (WUXI + "无锡恒旺茶业有限公司2019年在宜川县设点，收茶制茶。", "无锡恒旺茶业有限公司 MOVED_INTO 宜川县"),
        (
            "东莞市帮扶图木舒克市。广东东莞驰远鞋业2021年在图木舒克市产业园开了分厂。东莞援疆干部来了。",
            "广东东莞驰远鞋业 CAME_FROM 东莞市",
        ),
        (
            "罗湖区与隆林县结对。鹤城新区的罗湖隆林就业帮扶产业园占地不大。深圳市瑞禾电子2021年最早搬来，罗湖区财政拨款。",
            "深圳市瑞禾电子 CAME_FROM 深圳市",
        ),
    ],
)
def test_a_firm_came(text: str, fact: str) -> None:
    assert fact in told(text)


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        (WUXI + "一家做拉链的无锡企业来宜川县考察。企业名叫凯顺达，用工八十人。", "凯顺达 MOVED_INTO"),
        (WUXI + "恒旺电子有限公司的车间在宜川县云岩产业园对面。", "恒旺电子有限公司 MOVED_INTO"),
        (WUXI + "无锡区属国企兴泽投资公司在宜川县建成云岩产业园，厂房4万平方米。", "兴泽投资公司 MOVED_INTO"),
        (WUXI + "一条短视频引来无锡恒旺内饰公司，订了两千套。", "无锡恒旺内饰公司 MOVED_INTO"),
        (WUXI + "无锡的恒旺餐饮公司、天泽物业公司等8家企业挂牌为“宜川劳动力就业基地”。", "恒旺餐饮公司 MOVED_INTO"),
    ],
)
def test_a_firm_has_not_come(text: str, fact: str) -> None:
    assert not [one for one in told(text, "MOVED_INTO") if fact in one]


@pytest.mark.parametrize(
    "words",
    ["车间里的恒裕食品是{east}帮着引来的", "恒裕食品由{east}一家国企牵线引来", "{east}协调引进的恒裕食品"],
)
def test_who_led_a_firm_here_is_not_where_it_came_from(words: str) -> None:
    text = f"积石山县与厦门市思明区结对。{words.format(east='厦门市思明区')}，落户积石山县。"
    assert not ends(text, "CAME_FROM")


def test_a_move_told_of_what_follows_is_not_the_firm_before() -> None:
    text = "积石山县与厦门市思明区结对。恒裕食品有限公司落户积石山县，还有从浙江绍兴迁来的几家小厂。"
    assert ("恒裕食品有限公司", "绍兴市") not in ends(text, "CAME_FROM")


def test_a_firm_that_only_pays_has_not_come_from_where_its_name_says() -> None:
    text = "积石山县与厦门市思明区结对。厦门建设投资集团有限公司为积石山县的标准厂房投资2.3亿元。"
    assert not ends(text, "CAME_FROM")


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
    assert ("恒裕食品有限公司", "思明区") in ends(text, "CAME_FROM")
    assert ("恒裕食品有限公司", "积石山保安族东乡族撒拉族自治县") in ends(text, "MOVED_INTO")


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
    assert not ends(text, "MOVED_INTO")


@pytest.mark.parametrize(
    "text",
    [
        "福田区对口帮扶环江县。环江县的基地总监李存瑞，由深圳市远山农科集团派来，已经住进思恩镇，打算长住。",
        "福田区对口帮扶环江县。深圳市远山农科集团选派的技术员住进了思恩镇。",
    ],
)
def test_who_sends_people_has_not_come(text: str) -> None:
    assert not told(text, "MOVED_INTO", "CAME_FROM")


def test_what_a_firm_built_it_has_not_moved_into() -> None:
    text = (
        "佛山市与黔东南州结对。佛山德和制药与台江县签约，首批投资2600万元在台江县中药材产业园建了提取车间，年底投料。"
    )
    found = told(text, "MOVED_INTO")
    assert "佛山德和制药 MOVED_INTO 提取车间" not in found
    assert "佛山德和制药 MOVED_INTO 台江县中药材产业园" in found


def test_a_city_without_a_helper_in_it_is_no_origin() -> None:
    text = "罗湖区与隆林县结对。南宁市瑞禾电子2021年搬来隆林县鹤城新区，罗湖区财政拨款。"
    assert not [fact for fact in told(text, "CAME_FROM") if "南宁" in fact]
