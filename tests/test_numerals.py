"""Quantities are read as Chinese writes them; what only looks like one is left alone."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.normalise import normalise
from graph.number_words import value_of
from graph.numerals import quantities, read

READS = [
    ("1.2万", 12000, "", None),
    ("230千克", 230, "kg", None),
    ("5千元", 5000, "元", None),
    ("两三千块", 2000, "元", None),
    ("一亿两千万元", 120000000, "元", None),
    ("三亿五千万元", 350000000, "元", None),
    ("八个亿", 800000000, "元", None),
    ("12万m²", 120000, "m2", None),
    ("四百多号人", 400, "人", "多"),
    ("三十号人", 30, "人", None),
    ("三千余", 3000, "", "余"),
    ("6823万元", 68230000, "元", None),
    ("1.02亿元", 102000000, "元", None),
    ("14.24亿", 1424000000, "", None),
    ("20多亿元", 2000000000, "元", "多"),
    ("134.88亿元", 13488000000, "元", None),
    ("1亿2000万元", 120000000, "元", None),
    ("3500元/月", 3500, "元", None),
    ("3500元/月以上", 3500, "元", "超"),
    ("两千二百元", 2200, "元", None),
    ("三千二", 3200, "", None),
    ("一万三千", 13000, "", None),
    ("1万3千", 13000, "", None),
    ("三点五万吨", 35000, "吨", None),
    ("二十几万人", 200000, "人", "多"),
    ("十几个", 10, "个", "多"),
    ("20来个", 20, "个", "约"),
    ("1,200户", 1200, "户", None),
    ("8240平方米", 8240, "m2", None),
    ("3.2万㎡", 32000, "m2", None),
    ("2公顷", 30, "亩", None),
    ("2.5万公斤", 25000, "kg", None),
    ("近千个", 1000, "个", "近"),
    ("上千人", 1000, "人", "超"),
    ("过亿元", 100000000, "元", "超"),
    ("百余人", 100, "人", "余"),
    ("万余亩", 10000, "亩", "余"),
    ("千把人", 1000, "人", "约"),
    ("30余名", 30, "人", "余"),
    ("195人次", 195, "人次", None),
    ("不到50家", 50, "家", "近"),
    ("超6500万元", 65000000, "元", "超"),
    ("百分之九十二", 92, "%", None),
    ("百分之百", 100, "%", None),
    ("95.87%", 95.87, "%", None),
    ("九成", 90, "%", None),
    ("六成五", 65, "%", None),
    ("一半", 50, "%", None),
    ("四分之一", 25, "%", None),
    ("两年半", 2.5, "年", None),
    ("3亩半", 3.5, "亩", None),
    ("俩", 2, "个", None),
    ("800美元", 800, "美元", None),
    ("5个亿", 500000000, "元", None),
    ("百亿元", 10000000000, "元", None),
]


@pytest.mark.parametrize(("raw", "value", "unit", "modifier"), READS)
def test_read(raw: str, value: float, unit: str, modifier: str | None) -> None:
    quantity = read(raw)
    assert quantity is not None
    assert (quantity.value, quantity.unit, quantity.modifier) == (value, unit, modifier)


@pytest.mark.parametrize(
    ("raw", "minimum", "maximum", "unit"),
    [
        ("2000至3000元", 2000, 3000, "元"),
        ("2800元到3500元", 2800, 3500, "元"),
        ("1.5万至2万元", 15000, 20000, "元"),
        ("3到5万元", 30000, 50000, "元"),
        ("3000—5000元", 3000, 5000, "元"),
        ("3-5家", 3, 5, "家"),
        ("五六百人", 500, 600, "人"),
        ("十五六万", 150000, 160000, ""),
        ("一两百户", 100, 200, "户"),
        ("七八成", 70, 80, "%"),
    ],
)
def test_range(raw: str, minimum: float, maximum: float, unit: str) -> None:
    quantity = read(raw)
    assert quantity is not None
    assert (quantity.value, quantity.minimum, quantity.maximum, quantity.unit) == (minimum, minimum, maximum, unit)


@pytest.mark.parametrize(
    ("text", "raws"),
    [
        ("2021年6月18日签约，引进企业12家", ["12家"]),
        ("第三届招聘会吸引2600人", ["2600人"]),
        ("添了一台64排CT和20万千瓦机组", ["64排", "20万千瓦"]),
        ("围绕“20+8”产业，沿G75高速设点9处", ["9处"]),
        ("规划期2021—2025年，拟建4个园区", ["4个"]),
        ("今年1至9月，销售430万元", ["430万元"]),
        ("早上7点半出门，走了二十分钟", ["二十分钟"]),
        ("推进“一县一企”，“十四五”期间落地7个项目", ["7个"]),
        ("一期进驻6家企业，二期可容纳15家", ["6家", "15家"]),
        ("办了三期缝纫班，教会118人", ["三期", "118人"]),
        ("热线0851-12345678，手机13800001234", []),
        ("90后小伙，5G基站，5A级景区", []),
        ("数百名群众，几十万元", []),
        ("一家企业的一名员工，三位一体，成千上万", []),
        ("200多村民在家门口上班", ["200多"]),
        ("2.8万人，其中脱贫人口9100人", ["2.8万人", "9100人"]),
        ("由1600元涨到4100元", ["1600元", "4100元"]),
        ("就业率由71%升到96%", ["71%", "96%"]),
        ("5省12市40个县", ["5省", "12市", "40个"]),
        ("两所学校、三家医院", ["两所", "三家"]),
        ("拨了3.1亿元——一半用于产业", ["3.1亿元", "一半"]),
        ("雨伞4800把、风扇300台", ["4800把", "300台"]),
    ],
)
def test_quantities(text: str, raws: list[str]) -> None:
    found = quantities(text)
    assert [q.raw for q in found] == raws
    assert all(text[q.start : q.end] == q.raw for q in found)


def test_only_a_figure_is_read() -> None:
    assert read("帮扶车间") is None
    assert read("") is None


@pytest.mark.parametrize(("words", "value"), [("一百零五", 105), ("一千零三十", 1030), ("两百五", 250), ("十二", 12)])
def test_number_words(words: str, value: int) -> None:
    found = value_of(words)
    assert found is not None
    assert found[0] == value


NUMBERS = st.integers(min_value=2, max_value=99_999_999)


def in_characters(number: int) -> str:
    """The number as a schoolbook writes it."""
    if number >= 10_000:
        head, rest = divmod(number, 10_000)
        gap = "零" if 0 < rest < 1000 else ""
        return in_characters(head) + "万" + gap + (in_characters(rest) if rest else "")
    words, zero = "", False
    for scale, name in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit = number // scale % 10
        if digit:
            words += ("零" if zero and words else "") + "零一二三四五六七八九"[digit] + name
        zero = digit == 0
    return words


@given(NUMBERS)
def test_characters_read_as_the_number_they_write(number: int) -> None:
    found = value_of(in_characters(number))
    assert found is not None
    assert (float(found[0]), found[1]) == (number, None)


@given(NUMBERS, st.sampled_from(["元", "人", "户", "家", "个", "平方米", "亩"]))
def test_what_is_found_is_read_the_same_from_its_raw_words(number: int, unit: str) -> None:
    for text in (f"共有{number}{unit}", f"共有{number:,}{unit}", f"共有{in_characters(number)}{unit}"):
        for quantity in quantities(text):
            again = read(quantity.raw)
            assert again is not None
            assert (again.value, again.unit) == (quantity.value, quantity.unit)
            assert quantity.value == number


@given(st.text(alphabet="0123456789.,万亿千百十一二三两几多余近超元人个%年月日至到—半成第，。", max_size=24))
def test_any_text_is_survived(text: str) -> None:
    for quantity in quantities(text):
        assert text[quantity.start : quantity.end] == quantity.raw
        assert read(quantity.raw) is not None


def test_normalised_forms() -> None:
    found = quantities(normalise("投資１４。２４億元，幫扶 3,200 戶").plain)
    assert [q.value for q in found] == [1424000000, 3200]
