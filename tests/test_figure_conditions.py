"""figures of people: classes of sentences in which rules were weighed on all their cases; sentences of our own."""

from __future__ import annotations

import pytest

from loaders.build import extract_document
from loaders.read import from_text

PAIR = "绍兴市对口帮扶马边彝族自治县。"
COUNTY = "马边彝族自治县"
PARK = "马边轻工产业园"


def told(text: str) -> set[tuple[str, str, float]]:
    """Subject, indicator and value of each figure read from the text, which is told of the pair above."""
    return {(o.subject.name, o.indicator, o.value) for o in extract_document(from_text(PAIR + text, "p")).observations}


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        # those at work in a park
        ("马边轻工产业园现有职工1.1万人。", (PARK, "people_employed", 11000)),
        ("马边轻工产业园入驻企业23家，用工1820人。", (PARK, "people_employed", 1820)),
        ("马边轻工产业园带动就业640人。", (PARK, "people_employed", 640)),
        ("马边轻工产业园吸纳群众务工310人。", (PARK, "people_employed", 310)),
        # whom a house hires, and those whom it helps
        ("马边康源菌业有限公司雇用搬迁群众260人。", ("马边康源菌业有限公司", "people_employed", 260)),
        ("马边康源菌业有限公司带动周边妇女83人就业。", ("马边康源菌业有限公司", "people_employed", 83)),
        # patients and pupils are people
        ("绍兴医生孟宪民在马边县人民医院抢救患者43例。", ("孟宪民", "people_helped", 43)),
        ("绍兴医生孟宪民在马边县人民医院带出徒弟7名。", ("孟宪民", "people_trained", 7)),
        # the part that some take of those told before
        ("马边康源菌业有限公司用工210人，本地人占了152个。", ("马边康源菌业有限公司", "employees", 152)),
        ("马边康源菌业有限公司有员工171人，脱贫户占去57名。", ("马边康源菌业有限公司", "employees", 57)),
        # a village of which the text tells more
        (
            "后坝村原来没有路。后坝村的牧民马小兵打水要走十里。人饮工程通到牧场，解决了4300人吃水。",
            ("后坝村", "people_helped", 4300),
        ),
    ],
)
def test_told(text: str, figure: tuple[str, str, float]) -> None:
    assert figure in told(text)


TRUSTED = [
    # a stand-in without a name of its own, where the names around it leave no doubt
    ("马边彩云布鞋工坊去年扩建。如今这里有48名女工，月工资3200元。", ("马边彩云布鞋工坊", "employees", 48)),
    ("绍兴到马边县累计投入帮扶资金2.1亿元，学校在县里培训教师1200人。", (COUNTY, "assistance_funds", 210000000)),
    # a division that is named is no market, street or workshop that is not
    ("马边县城有座馕城，馕城去年安排560人就业。", (COUNTY, "people_employed", 560)),
]


@pytest.mark.parametrize(("text", "figure"), TRUSTED[:2])
def test_trusted(text: str, figure: tuple[str, str, float]) -> None:
    assert figure in told(text)


@pytest.mark.parametrize(("text", "figure"), TRUSTED[2:])
def test_not_trusted(text: str, figure: tuple[str, str, float]) -> None:
    assert figure not in told(text)


@pytest.mark.parametrize(
    ("text", "indicator", "value"),
    [
        ("绍兴医生孟宪民在马边县人民医院主刀手术286台。", "people_helped", 286),
        ("绍兴医疗队在马边县人民医院开展手术1130例。", "people_helped", 1130),
        ("绍兴教师孟宪英在马边中学带了两个徒弟。", "people_trained", 2),
        ("马边康源菌业有限公司有员工171人，女工占了六成，产值占全县的210户。", "employees", 210),
        ("后坝村的牧民马小兵打水要走十里。人饮工程通到牧场，解决了4300人吃水。", "people_helped", 4300),
    ],
)
def test_not_told(text: str, indicator: str, value: float) -> None:
    assert not {t for t in told(text) if t[1:] == (indicator, value)}
