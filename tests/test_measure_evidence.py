"""Figures that no frame fits, whose indicator the words around them tell together, and whose gifts and helpers they are."""

from __future__ import annotations

import pytest
from test_measure import told

PAIR = "[[Region:绍兴市]]对口帮扶[[Region:马边彝族自治县]]。"

Told = set[tuple[str, str, float]]

STORIES: dict[str, tuple[tuple[str, ...], Told]] = {
    "a receipt is told of by the guests before it": (
        (PAIR + "[[Facility:云上茶园]]去年开门纳客，接待游客2.3万人次，收入196万元。",),
        {("云上茶园", "visitors", 23_000), ("云上茶园", "sales", 1_960_000)},
    ),
    "goods that are made, whatever the verb": (
        (PAIR + "[[Company:远山茶厂]]今年做了干茶28吨。",),
        {("远山茶厂", "sales_volume", 28)},
    ),
    "people who are seen at work": (
        (PAIR + "走进[[Workshop:巧娘工坊]]，70多名妇女正踩着缝纫机赶制校服。",),
        {("巧娘工坊", "people_employed", 70)},
    ),
    "a subsidy from the money of the help": (
        (PAIR + "[[Workshop:巧娘工坊]]由[[Region:绍兴市]]援建。协作资金补助95万元给它买烘干设备。",),
        {("巧娘工坊", "assistance_funds", 950_000)},
    ),
    "wages paid, taxes and prices are none of it": (
        (PAIR + "[[Company:远山制衣]]去年发放工资310万元，纳税48万元，一斤鲜果卖三块。",),
        set(),
    ),
    "the number of an item is no figure": (
        ("2.[[Company:远山制衣]]2021年迁来，有员工240人。",),
        {("远山制衣", "employees", 240)},
    ),
    "nouns before their numbers keep apart": (
        ("[[Facility:绿洲中学]]现有学生3120名、教职工246名。",),
        {("绿洲中学", "employees", 246)},
    ),
    "members of a counted list are not what follows": (
        ("[[Park:同心产业园]]引来[[Company:蓝湾内衣]]等31家企业，在岗工人2850名。",),
        {("同心产业园", "companies", 31), ("同心产业园", "people_employed", 2850)},
    ),
    "workers of a workshop are its staff": (
        ("[[Workshop:巧娘工坊]]有员工52名。",),
        {("巧娘工坊", "employees", 52)},
    ),
    "workers in a park are employed by its firms": (
        ("[[Park:同心产业园]]有员工52名。",),
        {("同心产业园", "people_employed", 52)},
    ),
    "a gift is of both its ends": (
        ("[[Region:诸暨市]]、[[Region:嵊州市]]分别捐资50万元、35万元，为[[Facility:绿洲中学]]配齐课桌。",),
        {
            ("诸暨市", "donated_value", 500_000),
            ("嵊州市", "donated_value", 350_000),
            ("绿洲中学", "donated_value", 500_000),
            ("绿洲中学", "donated_value", 350_000),
        },
    ),
    "the hospital that sent a doctor has no patients there": (
        (PAIR + "[[Region:绍兴市]]人民医院的医生来了。[[Facility:高坪卫生院]]一年看了1900多个病人。",),
        {("高坪卫生院", "people_helped", 1900)},
    ),
    "two towns of a county: what is told of both is the county's": (
        (PAIR + "今年在[[Region:马边彝族自治县]]的[[Region:荍坝镇]]、[[Region:劳动镇]]铺设水管，1.6万人喝上自来水。",),
        {("马边彝族自治县", "people_helped", 16_000)},
    ),
    "workers who are away from home": (
        (PAIR + "[[Region:马边彝族自治县]]在浙务工人员达5100人。",),
        {("马边彝族自治县", "workers_sent", 5100)},
    ),
    "two places of one province are no pair": (
        (
            "[[Region:绍兴市]][[Region:诸暨市]]向[[Region:马边彝族自治县]]捐赠图书。马边，"
            "[[Region:诸暨市]]挂职干部、[[Region:马边彝族自治县]]副县长介绍，今年实施协作项目31个。",
        ),
        {("马边彝族自治县", "projects", 31)},
    ),
}


@pytest.mark.parametrize(("paragraphs", "expected"), STORIES.values(), ids=STORIES)
def test_what_the_words_around_a_figure_tell(paragraphs: tuple[str, ...], expected: Told) -> None:
    assert told(*paragraphs) == expected
