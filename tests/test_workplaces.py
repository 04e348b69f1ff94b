"""Where somebody works: by trade, by a pointing word, and where only another one works there."""

from __future__ import annotations

import pytest
from extraction_samples import ends, told
from test_posts import told as posts_told

HANGZHOU = "杭州市对口帮扶台江县\n浙江省杭州市对口帮扶贵州省台江县，拨付东西部协作资金3000万元。\n"


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        # A trade says where somebody works.
        ("厦门市集美区实验小学数学教师周启明来到西吉县支教。", "周启明 WORKS_AT 厦门市集美区实验小学"),
        # Trades of hands.
        ("彩云制衣帮扶车间去年开工。26岁的缫丝工罗小妹评上了先进。", "罗小妹 WORKS_AT 彩云制衣帮扶车间"),
    ],
)
def test_a_trade_says_where_somebody_works(text: str, fact: str) -> None:
    assert fact in posts_told(text)


def test_who_comes_by_does_not_work_there() -> None:
    told_of = posts_told("彩云制衣帮扶车间去年开工。快递员罗大勇每天来一趟。")
    assert not any("罗大勇 WORKS_AT" in fact for fact in told_of)


@pytest.mark.parametrize("trade", ["仓管员", "营业员", "保管员"])
def test_hands_work_there_and_hold_no_post(trade: str) -> None:
    text = f"台江县恒利电子有限公司的{trade}丁小燕说，活儿不累。"
    assert ends(HANGZHOU + text, "WORKS_AT") == {("丁小燕", "台江县恒利电子有限公司")}
    assert ends(HANGZHOU + text, "HAS_ROLE") == set()


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        (
            "南通市对口支援洋县。主刀的郁建忠脱下手套。这位海门区人民医院骨科副主任医师，去年随医疗队到了洋县。",
            "郁建忠 WORKS_AT 海门区人民医院",
        ),
        (
            "厦门市对口帮扶积石山县。马秀兰每天走路去厂里。她上班的地方叫积石山海岳织造有限公司。",
            "马秀兰 WORKS_AT 积石山海岳织造有限公司",
        ),
        ("福州市对口帮扶隆德县。林月娥是福州人，闽侯县妇联干部，2018年到隆德县挂职。", "林月娥 WORKS_AT 闽侯县妇联"),
    ],
)
def test_works_there(text: str, fact: str) -> None:
    assert fact in told(text, "WORKS_AT")


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        (
            "南通市对口支援洋县。郁建忠把这位海门区人民医院的主任医师，送到了车站。",
            "郁建忠 WORKS_AT 海门区人民医院",
        ),
        (
            "厦门市对口帮扶积石山县。马秀兰以前上班的地方叫积石山海岳织造有限公司。",
            "马秀兰 WORKS_AT 积石山海岳织造有限公司",
        ),
        ("福州市对口帮扶隆德县。林月娥采访了闽侯县妇联干部。", "林月娥 WORKS_AT 闽侯县妇联"),
    ],
)
def test_does_not_work_there(text: str, fact: str) -> None:
    assert fact not in told(text)
