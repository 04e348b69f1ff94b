"""Dates are read as the text writes them and never guessed."""

from __future__ import annotations

import pytest

from loaders.dates import dates

DAY = "2023-11-07"


@pytest.mark.parametrize(
    ("text", "published", "expected"),
    [
        ("2022年3月厂房交付", None, ("2022-03", "2022-03", "month", "during")),
        ("2022年全县新增", None, ("2022", "2022", "year", "during")),
        ("2019-06-04 来源", None, ("2019-06-04", "2019-06-04", "day", "during")),
        ("二〇二一年六月签约", None, ("2021-06", "2021-06", "month", "during")),
        ("2023年9月12日揭牌", None, ("2023-09-12", "2023-09-12", "day", "during")),
        ("今年7月举办", DAY, ("2023-07", "2023-07", "month", "during")),
        ("今年7月举办", None, (None, None, None, "during")),
        ("去年全县输出劳务", DAY, ("2022", "2022", "year", "during")),
        ("去年底投产", DAY, ("2022", "2022", "year", "during")),
        ("明年添线", DAY, ("2024", "2024", "year", "during")),
        ("2020年以来", None, ("2020", None, "year", "since")),
        ("自2017年结对", None, ("2017", None, "year", "since")),
        ("2021年7月起", None, ("2021-07", None, "month", "since")),
        ("截至2020年10月，累计", None, (None, "2020-10", "month", "until")),
        ("到今年10月底，签约", DAY, (None, "2023-10", "month", "until")),
        ("今年1至9月", DAY, ("2023-01", "2023-09", "month", "during")),
        ("1—8月，全县", DAY, ("2023-01", "2023-08", "month", "during")),
        ("今年上半年", DAY, ("2023-01", "2023-06", "month", "during")),
        ("2024年前三季度", None, ("2024-01", "2024-09", "month", "during")),
        ("今年前10个月", DAY, ("2023-01", "2023-10", "month", "during")),
        ("2021—2025年", None, ("2021", "2025", "year", "during")),
        ("2016年至2020年", None, ("2016", "2020", "year", "during")),
        ("“十四五”期间", None, ("2021", "2025", "year", "during")),
        ("近年来，两地", DAY, (None, None, None, "during")),
        ("6月23日，演出", DAY, ("2023-06-23", "2023-06-23", "day", "during")),
        ("12月5日，签约", DAY, ("2022-12-05", "2022-12-05", "day", "during")),
        ("12月5日，签约", None, (None, None, None, "during")),
    ],
)
def test_a_date(text: str, published: str | None, expected: tuple[str | None, ...]) -> None:
    found = dates(text, published)[0]
    assert (found.first, found.last, found.precision, found.kind) == expected
    assert text[found.start : found.end] == found.raw


def test_a_month_takes_the_year_named_before_it() -> None:
    assert [d.first for d in dates("2022年3月签约，9月开工", None)] == ["2022-03", "2022-09"]


@pytest.mark.parametrize("text", ["月薪3000元", "三个月后", "第3月", "每月拿2600元", "36岁", "干了3年", "一县一企"])
def test_no_date(text: str) -> None:
    assert dates(text, DAY) == []


def test_several_dates_left_to_right() -> None:
    text = "2020年拨付600万元，2021年拨付800万元，今年1至6月拨付500万元"
    assert [d.raw for d in dates(text, DAY)] == ["2020年", "2021年", "今年1至6月"]
