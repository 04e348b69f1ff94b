"""Whose a figure of value is, and what it measures: sentences of round 11, each with others that look alike."""

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
        # 前者 and 后者.
        (
            "宁波远山光学有限公司、宁波青禾镜架有限公司落户喜德县，前者投资9000万元，后者投资4200万元。",
            ("宁波青禾镜架有限公司", "investment", 42_000_000),
        ),
        # What somebody adds up after telling what is given each year.
        ("结对后，宁波市每年拿出200万元支持产业，五年累计1000万元。", ("喜德县", "assistance_funds", 10_000_000)),
        ("检测站的费用由宁波市全额负担，每年75万元。", ("喜德县", "assistance_funds", 750_000)),
        ("喜德县第一小学护眼灯的钱15万元是宁波市工商联会员凑的。", ("喜德县第一小学", "donated_value", 150_000)),
        ("宁波远山家居集团落户喜德县，先后分三次增资，总额1.45亿元。", ("宁波远山家居集团", "investment", 145_000_000)),
        # The members' share of what a cooperative has earned.
        ("喜德远山葡萄合作社去年产酒用果180吨。社员户均分红5200元。", ("喜德远山葡萄合作社", "income_year", 5200)),
        # A team of the help does not invest.
        (
            "光明镇的净水站只有一间屋子。宁波援川工作队投资256万元，去年建成。",
            ("净水站", "assistance_funds", 2_560_000),
        ),
        # Help that an office of the helped side hands on stays help.
        ("喜德县乡村振兴局安排东西部协作资金800万元建成光明冷库。", ("光明冷库", "assistance_funds", 8_000_000)),
    ],
)
def test_figure_is_told(text: str, figure: tuple[str, str, float]) -> None:
    assert figure in told(HELPED + text)


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        ("宁波出资3000万元建体育馆，四川省体育局给专项补助800万元。", ("四川省", "assistance_funds", 8_000_000)),
        ("宁波拿了520万元加固厂房，喜德县妇联筹措45万元建母婴室。", ("喜德县", "assistance_funds", 450_000)),
        ("宁波出3000万元，县财政配套500万元。", ("喜德县", "assistance_funds", 5_000_000)),
        # The firm's own money.
        (
            "宁波招商专员三赴喜德，喜德泉润食品有限公司落户。头期投资1.1亿元，不到九个月就投产。",
            ("喜德县", "assistance_funds", 110_000_000),
        ),
        # 后者 without two names before it stands for nothing.
        ("宁波远山公司投资建厂，后者由喜德县提供，去年产值8000万元。", ("宁波远山公司", "output_value", 80_000_000)),
    ],
)
def test_looks_alike(text: str, figure: tuple[str, str, float]) -> None:
    assert figure not in told(HELPED + text)
