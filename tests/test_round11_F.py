"""Whose a figure of people or things is, and what it measures: sentences of round 11, each with others that look alike."""

import pytest

from loaders.build import extract_document
from loaders.read import from_text


def told(text: str) -> set[tuple[str, str, float]]:
    extraction = extract_document(from_text(text, "test"))
    return {(one.subject.name, one.indicator, one.value) for one in extraction.observations}


HELPED = "宁波市对口帮扶喜德县。"


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        # 厂里 stands for the firm, and the number is that of its workers.
        (
            "腐乳厂叫喜德远山调味品有限公司，三年间累计投入5700万元。如今厂里118个工人。",
            ("喜德远山调味品有限公司", "employees", 118),
        ),
        # The tenant of something is not one of a list.
        (
            "承租人、喜德薯里食品有限公司的经理马玉花开了机。她是本镇人。去年公司卖货2400万元。",
            ("喜德薯里食品有限公司", "sales", 24_000_000),
        ),
        # One of several that share a number told before.
        ("去年喜德产业园招收工人580名。慈远电器有限公司一家就占了240名。", ("慈远电器有限公司", "employees", 240)),
        # A grower's land is the grower's.
        ("光明镇的种植户牛建疆承包了150亩。", ("牛建疆", "planted_area", 150)),
        # Those who came with others are counted by their trade.
        ("今年有援派干部人才31人，含医生8人、教师11人。", ("喜德县", "specialists_received", 8)),
        ("宁波先后派来干部14名、支教支医人员168名。", ("宁波市", "specialists_sent", 168)),
        ("宁波现有14名教师、9名医生在喜德支教支医。", ("宁波市", "specialists_sent", 9)),
        ("宁波远山鞋业有限公司落户喜德县，2018年建厂时只有19人。", ("宁波远山鞋业有限公司", "employees", 19)),
    ],
)
def test_figure_is_told(text: str, figure: tuple[str, str, float]) -> None:
    assert figure in told(HELPED + text)


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        # A place without a name of its own is not the firm told before.
        (
            "宁波远山服饰有限公司投资1360万元建起裁剪中心。统计表上，集聚区去年产值21.6亿元，从业者5900余人。",
            ("宁波远山服饰有限公司", "employees", 5900),
        ),
        (
            "宁波远山旅游有限公司来到喜德县。到9月底，景区今年接待游客11.3万人次。",
            ("宁波远山旅游有限公司", "visitors", 113_000),
        ),
        # Three shops, or works called after their town, are not the town.
        ("喜德县的韩福祥在宁波开店。如今三家店雇着老乡41人。", ("喜德县", "people_employed", 41)),
        ("去年喜德厂出口蜂蜜86吨。", ("喜德县", "sales_volume", 86)),
        # Patients are no doctors, the teachers of a school are not sent.
        ("这些年，援派医生累计接诊14.7万人次。", ("宁波市", "specialists_sent", 147_000)),
        ("喜德县拉珍幼儿园由宁波援建，现在园里有孩子94名，教师11人。", ("宁波市", "teachers_sent", 11)),
        # Machines that somebody brings along, and places that the help reaches, are no gifts.
        (
            "喜德远山纺织有限公司由宁波商人创办。他最初只带来6台绣花机。",
            ("喜德远山纺织有限公司", "donated_items", 6),
        ),
        ("宁波社会捐赠3500万元，惠及9个镇办。", ("喜德县", "donated_items", 9)),
        # Shops that somebody runs elsewhere.
        ("喜德县的拉面师傅韩福祥是宁波三家拉面店的老板。", ("喜德县", "companies", 3)),
        # Who tells of it does not grow it.
        ("光明镇镇长牛建疆介绍，全镇种了黄瓜150亩。", ("牛建疆", "planted_area", 150)),
    ],
)
def test_looks_alike(text: str, figure: tuple[str, str, float]) -> None:
    assert figure not in told(HELPED + text)
