"""Figures of things: land, goods, gifts and firms that are counted, and numbers that only look like them."""

from __future__ import annotations

import pytest
from extraction_samples import measured

SUZHOU = "苏州市对口帮扶石阡县\n东西部协作以来，苏州市对口帮扶石阡县。\n"
NINGBO = "宁波市对口帮扶喜德县。"
SHAOXING = "绍兴市对口帮扶马边彝族自治县。"
MABIAN = "东西部协作：绍兴市对口帮扶马边彝族自治县\n"


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        # A grower's land is the grower's.
        (NINGBO + "光明镇的种植户牛建疆承包了150亩。", ("牛建疆", "planted_area", 150)),
        (SHAOXING + "荣丁镇种植大户12户，全镇种了3600亩花椒。", ("荣丁镇", "planted_area", 3600)),
    ],
)
def test_whose_land_it_is(text: str, figure: tuple[str, str, float]) -> None:
    assert figure in measured(text)


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        # Works called after their town are not the town.
        (NINGBO + "去年喜德厂出口蜂蜜86吨。", ("喜德县", "sales_volume", 86)),
        # Machines that somebody brings along, and places that the help reaches, are no gifts.
        (
            NINGBO + "喜德远山纺织有限公司由宁波商人创办。他最初只带来6台绣花机。",
            ("喜德远山纺织有限公司", "donated_items", 6),
        ),
        (NINGBO + "宁波社会捐赠3500万元，惠及9个镇办。", ("喜德县", "donated_items", 9)),
        # Shops that somebody runs elsewhere.
        (NINGBO + "喜德县的拉面师傅韩福祥是宁波三家拉面店的老板。", ("喜德县", "companies", 3)),
        # Who tells of it does not grow it.
        (NINGBO + "光明镇镇长牛建疆介绍，全镇种了黄瓜150亩。", ("牛建疆", "planted_area", 150)),
    ],
)
def test_whose_things_they_are_not(text: str, figure: tuple[str, str, float]) -> None:
    assert figure not in measured(text)


@pytest.mark.parametrize(
    ("text", "indicator", "value"),
    [
        # Animals that a firm has slaughtered are no amount of goods sold.
        (MABIAN + "青禾牧业有限公司去年屠宰黑山羊18万只。", "sales_volume", 180000),
        # What is made in a day.
        (MABIAN + "青禾光学有限公司日出镜片6万片。", "sales_volume", 60000),
        # Raw material that a firm fetches for itself is no gift.
        (MABIAN + "青禾陶艺有限公司从绍兴市运来90吨瓷泥，免费教了三个月。", "donated_items", 90),
        (SHAOXING + "荣丁镇的种薯大户黑建设今年种了260亩，年底纯收入17万元。", "planted_area", 260),
        (SHAOXING + "荣丁镇的龙老四种了18亩茶。", "planted_area", 18),
        (SHAOXING + "孙晓宁跑了四百多家企业。", "companies", 400),
        (SHAOXING + "当年有15家企业来马边县考察。", "companies", 15),
        (SHAOXING + "马边县参加云洽谈的商户416家次。", "companies", 416),
    ],
)
def test_what_a_number_is_not(text: str, indicator: str, value: float) -> None:
    assert (indicator, value) not in {(what, much) for _, what, much in measured(text)}


@pytest.mark.parametrize(
    "text",
    [
        SUZHOU + "石阡县青禾咖啡馆现在有9个店员。",
        SUZHOU + "青禾玩具有限公司在石阡县铺开11个分厂。",
    ],
)
def test_branches_and_people_are_no_firms(text: str) -> None:
    assert "companies" not in {what for _, what, _ in measured(text)}
