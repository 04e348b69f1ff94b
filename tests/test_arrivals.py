"""Firms that settled, whatever the order of words, and where they came from."""

import pytest

from loaders.examples import stated

PARK = "[[Park:安和产业园]]"
A, B = "[[Company:恒利电子]]", "[[Company:锦绣服饰]]"
EAST, COUNTY = "[[Region:东莞市]]", "[[Region:昭通市]]"


def settled(text: str) -> set[str]:
    return {fact.split(" ")[0] for fact in stated(text, "MOVED_INTO") if fact.endswith(" 安和产业园")}


@pytest.mark.parametrize(
    "text",
    [
        f"由[[Region:南通市]]援建的{PARK}一期厂房交付，{A}、{B}等7家企业签约入驻。",
        f"走进{PARK}，先看到一面铭牌墙：{A}、{B}……",
        f"{PARK}的厂房已分租给{A}、{B}等4家经营主体。",
        f"{PARK}里，另半个院子留给了{A}和{B}。",
        f"{PARK}集聚了{A}、{B}等一批企业。",
        f"{PARK}今年6月开门，{A}、{B}已进驻，日处理鲜果90吨。",
        f"{PARK}有25家企业。和它配套的{A}、{B}也在8月办妥了入园手续。",
        f"落户{PARK}的{A}、{B}今年扩了产。",
        f"{PARK}又有两家企业搬来：{A}投资6.2亿元，{B}投资1.1亿元。",
        f"{PARK}承接{A}、{B}两家企业梯度转移。",
    ],
)
def test_every_firm_of_a_list_settles(text: str) -> None:
    assert settled(text) == {"恒利电子", "锦绣服饰"}


@pytest.mark.parametrize(
    "text",
    [
        f"{PARK}去年开门。最早拖家带口来的，是[[Region:东莞市]]的{A}。",
        f"{PARK}就在河边。最先搬进去的是{A}。",
        f"{A}占了{PARK}的大半个院子。",
        f"工作队去年招来的{A}，就在{PARK}里做耳机。",
        f"在{PARK}，{A}的整机厂房已封顶。",
        f"{A}落了户，{PARK}总算有了人气。",
        f"{PARK}又空出一层。{A}整体迁来，在园里租下8600平方米厂房。",
    ],
)
def test_a_firm_settles(text: str) -> None:
    assert settled(text) == {"恒利电子"}


@pytest.mark.parametrize(
    "text",
    [
        f"{A}去{PARK}看过两回，没有下定决心。",
        f"{A}的产品在{PARK}展出。",
        f"{A}援建的{PARK}里，刚搬来的{B}正在试车。".replace(B, "绣坊"),
        f"{PARK}和{A}打了三年官司。",
        f"{PARK}盖好以后，请来{A}的设计师教配色。",
        f"{A}计划入驻{PARK}。",
    ],
)
def test_what_only_looks_like_settling(text: str) -> None:
    assert settled(text) == set()


def test_a_firm_from_the_helping_side_opens_a_branch_in_the_county() -> None:
    text = f"[[Region:东莞市]]的{A}在[[Region:昭通市]]设分厂，招工39人。"
    assert stated(text, "MOVED_INTO") == {"恒利电子 MOVED_INTO 昭通市"}
    assert stated(text, "CAME_FROM") == {"恒利电子 CAME_FROM 东莞市"}


def test_the_origin_of_a_list() -> None:
    text = f"[[Region:昭通市]]引进[[Region:东莞市]]企业2家：{A}、{B}。"
    assert stated(text, "CAME_FROM") == {"恒利电子 CAME_FROM 东莞市", "锦绣服饰 CAME_FROM 东莞市"}


def test_a_company_that_settled_nowhere_came_from_nowhere() -> None:
    assert stated(f"{A}是一家[[Region:东莞市]]企业，收购[[Region:昭通市]]的苹果。", "CAME_FROM") == set()


def test_each_firm_has_its_own_place() -> None:
    text = f"{A}、{B}分别在[[Region:昭通市]]、{PARK}投资办厂。"
    assert stated(text, "MOVED_INTO") == {"恒利电子 MOVED_INTO 昭通市", "锦绣服饰 MOVED_INTO 安和产业园"}


@pytest.mark.parametrize(
    "text",
    [
        f"引进{A}投资2600万元，在{PARK}兴建耳机生产线，招工42人。",
        f"{A}是[[Region:东莞市]]去年引到{PARK}的。",
        f"{A}决定把组装线挪到{PARK}。",
        f"“公司搬进{PARK}后，订单没断过。”{A}负责人说。",
        f"{A}去年来看过。今年该公司入驻{PARK}。",
        f"{A}租用[[RelocationSite:新和社区]]旁的{PARK}厂房3300平方米。",
    ],
)
def test_in_other_words(text: str) -> None:
    assert settled(f"[[Region:东莞市]]对口帮扶[[Region:昭通市]]。{text}") == {"恒利电子"}


def test_a_firm_that_came_settled_where_it_lies() -> None:
    text = f"走进位于[[Region:桃城镇]]的{A}，机器在响。工厂是2020年由[[Region:东莞市]]搬过来的。"
    assert "恒利电子 MOVED_INTO 桃城镇" in stated(f"[[Region:东莞市]]对口帮扶[[Region:昭通市]]。{text}", "MOVED_INTO")


def test_others_came_than_the_firm_before() -> None:
    assert settled(f"{PARK}由{A}运营，已有二十户作坊搬了进来。") == set()


def test_one_firm_here_and_the_other_there() -> None:
    text = f"先后请来{A}、{B}，一家进了{PARK}，另一家在[[Park:仁和工业园]]租房开工。"
    assert stated(text, "MOVED_INTO") >= {"恒利电子 MOVED_INTO 安和产业园", "锦绣服饰 MOVED_INTO 仁和工业园"}
    assert "恒利电子 MOVED_INTO 仁和工业园" not in stated(text, "MOVED_INTO")


def test_the_helper_by_whose_aid_they_came_is_no_home() -> None:
    text = f"{A}乘着[[Region:江岸区]]对口支援的东风，迁至{PARK}。"
    assert not any(fact.endswith("江岸区") for fact in stated(text, "MOVED_INTO"))


HELPS = "[[Region:东莞市]]对口帮扶[[Region:昭通市]]。"


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (f"[[Region:扎西镇]]的{A}2014年从外地迁来。", {"恒利电子 MOVED_INTO 扎西镇"}),
        (f"[[Region:扎西镇]]的花卉基地是其中一例：{A}2019年进驻。", {"恒利电子 MOVED_INTO 扎西镇"}),
        (f"{A}去年腊月在[[Region:扎西镇]]签下租约。", {"恒利电子 MOVED_INTO 扎西镇"}),
        (f"在[[Region:扎西镇]]，[[Region:东莞市]]援建的厂房租给了{A}。", {"恒利电子 MOVED_INTO 扎西镇"}),
        ("[[Company:云岭养蜂专业合作社]]承包了[[Park:安和产业园]]的三十座大棚。", set()),
        (f"{PARK}建有温室4.8万平方米，{A}负责收购。", set()),
        (f"投资六亿元，实施项目49个，[[Region:扎西镇]]的{A}也在其中。", set()),
        ("[[Company:恒岳集团]]定点帮扶[[Region:芒市]]，去年在[[Region:芒市]]办厂。", set()),
    ],
)
def test_which_place_and_which_firm(text: str, wanted: set[str]) -> None:
    assert stated(HELPS + text, "MOVED_INTO") == wanted


def test_a_park_of_another_item_of_a_report_is_not_where_firms_settled() -> None:
    text = f"{HELPS}[[Region:昭通市]]变了。\n一、项目资金。{PARK}厂房三期竣工。\n二、产业合作。引进{A}、{B}等企业4家。"
    assert not settled(text)


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
