"""Figures of value, round 10: sentences of our own, each with what it tells and what it must not tell."""

import pytest

from loaders.build import extract_document
from loaders.read import from_text

HEAD = "东西部协作：绍兴市对口帮扶马边彝族自治县\n"


def told(text: str) -> set[tuple[str, str, float]]:
    """Subject, indicator and value of every figure that is read in the text."""
    found = extract_document(from_text(HEAD + text, "test")).observations
    return {(one.subject.name, one.indicator, one.value) for one in found}


@pytest.mark.parametrize(
    ("text", "subject", "indicator", "value"),
    [
        # What a side has given over years is the county's, not that of one of the things it built.
        (
            "五年来，绍兴市累计投入马边彝族自治县东西部协作资金4.1亿元，援建了绍马共建产业园，引来企业27家。",
            "马边彝族自治县",
            "assistance_funds",
            4.1e8,
        ),
        # A firm that has got the money.
        (
            "青禾种植专业合作社去年又拿到东西部协作资金38万元，添了一条分拣线。",
            "青禾种植专业合作社",
            "assistance_funds",
            380000,
        ),
        # People counted after somebody who is only named: the firm's wage.
        (
            "帮扶干部林克勤牵线，青禾制衣有限公司落户马边彝族自治县，96名当地群众在家门口上了班，每月到手3900元。",
            "青禾制衣有限公司",
            "income_month",
            3900,
        ),
        # Who gave it stands after the thing.
        ("绍兴市商会的车开进校园，电脑是绍兴市商会捐的，值45万元。", "绍兴市商会", "donated_value", 450000),
        # Firms without a name that invest somewhere.
        ("结对以来，绍兴市引导企业到马边彝族自治县投资12.6亿元。", "马边彝族自治县", "investment", 1.26e9),
        # A person invests; what is built with it is what the sum is told of.
        ("2019年，浙江企业家方启明投下8600万元，在民建镇建起绍马光伏产业园。", "绍马光伏产业园", "investment", 8.6e7),
        # A year's wage.
        ("绍马共建产业园用工620人，人均年工资4.6万元。", "绍马共建产业园", "income_year", 46000),
    ],
)
def test_is_told(text: str, subject: str, indicator: str, value: float) -> None:
    assert (subject, indicator, value) in told(text)


@pytest.mark.parametrize(
    ("text", "indicator", "value"),
    [
        # Prices of one piece.
        ("绍兴市商会向马边彝族自治县中学捐赠助听器40副，每副1.5万元。", "donated_value", 15000),
        ("马边彝族自治县的篾匠一只背篼编两天，卖40块。", "sales", 40),
        # One's own money is no help.
        ("马边彝族自治县青年陈小川开了店，启动资金16万元里有6万元是创业奖补。", "assistance_funds", 160000),
        # The class of those counted, no sum.
        ("马边彝族自治县引进浙江企业21家，其中投资过亿元的4家。", "investment", 1e8),
        # A grant to pupils is no wage.
        ("爱心助学金发放仪式在马边彝族自治县中学举行，50名学生每人领到2000元。", "income_month", 2000),
        # The share of one household in a dividend is no monthly wage.
        ("青禾养殖专业合作社给全村80户社员分红，最多的一户领走2.6万元。", "income_month", 26000),
        # Animals that a firm has slaughtered are no amount of goods sold.
        ("青禾牧业有限公司去年屠宰黑山羊18万只。", "sales_volume", 180000),
        # What is made in a day.
        ("青禾光学有限公司日出镜片6万片。", "sales_volume", 60000),
        # Raw material that a firm fetches for itself is no gift.
        ("青禾陶艺有限公司从绍兴市运来90吨瓷泥，免费教了三个月。", "donated_items", 90),
    ],
)
def test_is_not_told(text: str, indicator: str, value: float) -> None:
    assert not [one for one in told(text) if one[1:] == (indicator, value)]


def test_nobody_earns_in_a_province() -> None:
    """A province where somebody once worked is not who earns the wage."""
    text = "她原先在新疆摘棉花，一年只回一趟家；眼下每月能领4300元。"
    assert all(subject != "新疆维吾尔自治区" for subject, _, _ in told(text))


def test_a_square_sells_nothing() -> None:
    """A fair stands on a square: what is sold there is not the square's."""
    text = "马边特产展在绍兴柯岩文化广场摆了十天，线上线下共卖出1360万元。"
    assert all(not subject.endswith("广场") for subject, _, _ in told(text))


def test_income_of_a_village_is_not_its_parks() -> None:
    """The net income a head is that of a village or county."""
    text = "高坪村建起了高坪有机农业产业园。去年底，全村人均纯收入突破1.3万元。"
    assert all(subject != "高坪有机农业产业园" for subject, indicator, _ in told(text) if indicator == "income_year")
