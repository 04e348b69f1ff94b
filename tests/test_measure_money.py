"""Figures of money: whose help, investment, sales and income a sum is, and sums that are none of these."""

from __future__ import annotations

import pytest
from extraction_samples import measured

MABIAN = "东西部协作：绍兴市对口帮扶马边彝族自治县\n"
NINGBO = "宁波市对口帮扶喜德县。"
SHAOXING = "绍兴市对口帮扶马边彝族自治县。"
COUNTY = "马边彝族自治县"


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        # What a side has given over years is the county's, not that of one of the things it built.
        (
            MABIAN + "五年来，绍兴市累计投入马边彝族自治县东西部协作资金4.1亿元，援建了绍马共建产业园，引来企业27家。",
            ("马边彝族自治县", "assistance_funds", 4.1e8),
        ),
        # A firm that has got the money.
        (
            MABIAN + "青禾种植专业合作社去年又拿到东西部协作资金38万元，添了一条分拣线。",
            ("青禾种植专业合作社", "assistance_funds", 380000),
        ),
        # People counted after somebody who is only named: the firm's wage.
        (
            MABIAN
            + "帮扶干部林克勤牵线，青禾制衣有限公司落户马边彝族自治县，96名当地群众在家门口上了班，每月到手3900元。",
            ("青禾制衣有限公司", "income_month", 3900),
        ),
        # Who gave it stands after the thing.
        (MABIAN + "绍兴市商会的车开进校园，电脑是绍兴市商会捐的，值45万元。", ("绍兴市商会", "donated_value", 450000)),
        # Firms without a name that invest somewhere.
        (MABIAN + "结对以来，绍兴市引导企业到马边彝族自治县投资12.6亿元。", ("马边彝族自治县", "investment", 1.26e9)),
        # A person invests; what is built with it is what the sum is told of.
        (
            MABIAN + "2019年，浙江企业家方启明投下8600万元，在民建镇建起绍马光伏产业园。",
            ("绍马光伏产业园", "investment", 8.6e7),
        ),
        # A year's wage.
        (MABIAN + "绍马共建产业园用工620人，人均年工资4.6万元。", ("绍马共建产业园", "income_year", 46000)),
        # 前者 and 后者.
        (
            NINGBO + "宁波远山光学有限公司、宁波青禾镜架有限公司落户喜德县，前者投资9000万元，后者投资4200万元。",
            ("宁波青禾镜架有限公司", "investment", 42_000_000),
        ),
        # What somebody adds up after telling what is given each year.
        (
            NINGBO + "结对后，宁波市每年拿出200万元支持产业，五年累计1000万元。",
            ("喜德县", "assistance_funds", 10_000_000),
        ),
        (NINGBO + "检测站的费用由宁波市全额负担，每年75万元。", ("喜德县", "assistance_funds", 750_000)),
        (
            NINGBO + "喜德县第一小学护眼灯的钱15万元是宁波市工商联会员凑的。",
            ("喜德县第一小学", "donated_value", 150_000),
        ),
        (
            NINGBO + "宁波远山家居集团落户喜德县，先后分三次增资，总额1.45亿元。",
            ("宁波远山家居集团", "investment", 145_000_000),
        ),
        # The members' share of what a cooperative has earned.
        (
            NINGBO + "喜德远山葡萄合作社去年产酒用果180吨。社员户均分红5200元。",
            ("喜德远山葡萄合作社", "income_year", 5200),
        ),
        # A team of the help does not invest.
        (
            NINGBO + "光明镇的净水站只有一间屋子。宁波援川工作队投资256万元，去年建成。",
            ("净水站", "assistance_funds", 2_560_000),
        ),
        # Help that an office of the helped side hands on stays help.
        (
            NINGBO + "喜德县乡村振兴局安排东西部协作资金800万元建成光明冷库。",
            ("光明冷库", "assistance_funds", 8_000_000),
        ),
        # The tenant of something is not one of a list.
        (
            NINGBO + "承租人、喜德薯里食品有限公司的经理马玉花开了机。她是本镇人。去年公司卖货2400万元。",
            ("喜德薯里食品有限公司", "sales", 24_000_000),
        ),
        (SHAOXING + "罗小芹家里6亩茶收入3万多元。", ("罗小芹", "income_year", 30000)),
        (SHAOXING + "罗小芹今年种了88亩椒，光这一项就收入21万元。", ("罗小芹", "income_year", 210000)),
        (SHAOXING + "罗小芹家去年分到3600元。", ("罗小芹", "income_year", 3600)),
        (
            SHAOXING + "远山制衣有限公司入驻马边工业园，三年砸进去2600万元。",
            ("远山制衣有限公司", "investment", 26000000),
        ),
        (
            SHAOXING + "远山制衣有限公司产值2022年为1700万元，2023年达到3100万元，去年冲到4800万元。",
            ("远山制衣有限公司", "output_value", 48000000),
        ),
        (SHAOXING + "马边县务工人员人均月工资4800元。", (COUNTY, "income_month", 4800)),
    ],
)
def test_whose_money_it_is(text: str, figure: tuple[str, str, float]) -> None:
    assert figure in measured(text)


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        (
            NINGBO + "宁波出资3000万元建体育馆，四川省体育局给专项补助800万元。",
            ("四川省", "assistance_funds", 8_000_000),
        ),
        (NINGBO + "宁波拿了520万元加固厂房，喜德县妇联筹措45万元建母婴室。", ("喜德县", "assistance_funds", 450_000)),
        (NINGBO + "宁波出3000万元，县财政配套500万元。", ("喜德县", "assistance_funds", 5_000_000)),
        # The firm's own money.
        (
            NINGBO + "宁波招商专员三赴喜德，喜德泉润食品有限公司落户。头期投资1.1亿元，不到九个月就投产。",
            ("喜德县", "assistance_funds", 110_000_000),
        ),
        # 后者 without two names before it stands for nothing.
    ],
)
def test_whose_money_it_is_not(text: str, figure: tuple[str, str, float]) -> None:
    assert figure not in measured(text)


@pytest.mark.parametrize(
    ("text", "indicator", "value"),
    [
        # Prices of one piece.
        (MABIAN + "绍兴市商会向马边彝族自治县中学捐赠助听器40副，每副1.5万元。", "donated_value", 15000),
        (MABIAN + "马边彝族自治县的篾匠一只背篼编两天，卖40块。", "sales", 40),
        # One's own money is no help.
        (MABIAN + "马边彝族自治县青年陈小川开了店，启动资金16万元里有6万元是创业奖补。", "assistance_funds", 160000),
        # The class of those counted, no sum.
        (MABIAN + "马边彝族自治县引进浙江企业21家，其中投资过亿元的4家。", "investment", 1e8),
        # A grant to pupils is no wage.
        (MABIAN + "爱心助学金发放仪式在马边彝族自治县中学举行，50名学生每人领到2000元。", "income_month", 2000),
        # The share of one household in a dividend is no monthly wage.
        (MABIAN + "青禾养殖专业合作社给全村80户社员分红，最多的一户领走2.6万元。", "income_month", 26000),
        (SHAOXING + "荣丁镇的种薯大户黑建设今年种了260亩，年底纯收入17万元。", "income_year", 170000),
        (SHAOXING + "小伙在绍兴一家电子厂做质检，月薪5700元。", "income_month", 5700),
        (SHAOXING + "荣丁镇旺季月入万元不是稀罕事。", "income_month", 10000),
        (SHAOXING + "远山果业有限公司光礼盒一项就收入21万元。", "income_year", 210000),
    ],
)
def test_what_a_sum_is_not(text: str, indicator: str, value: float) -> None:
    assert (indicator, value) not in {(what, much) for _, what, much in measured(text)}


def test_nobody_earns_in_a_province() -> None:
    """A province where somebody once worked is not who earns the wage."""
    text = "她原先在新疆摘棉花，一年只回一趟家；眼下每月能领4300元。"
    assert all(subject != "新疆维吾尔自治区" for subject, _, _ in measured(MABIAN + text))


def test_a_square_sells_nothing() -> None:
    """A fair stands on a square: what is sold there is not the square's."""
    text = "马边特产展在绍兴柯岩文化广场摆了十天，线上线下共卖出1360万元。"
    assert all(not subject.endswith("广场") for subject, _, _ in measured(MABIAN + text))


def test_income_of_a_village_is_not_its_parks() -> None:
    """The net income a head is that of a village or county."""
    text = "高坪村建起了高坪有机农业产业园。去年底，全村人均纯收入突破1.3万元。"
    assert all(
        subject != "高坪有机农业产业园"
        for subject, indicator, _ in measured(MABIAN + text)
        if indicator == "income_year"
    )


def test_money_is_told_of_who_paid_where_what_for_stands_sentences_away() -> None:
    text = "岗嘎镇建起旅游小镇，游人不少。上海市对口支援定日县多年。上海援藏资金累计投进去8300万元，修游客中心。"
    names = {who for who, what, _ in measured(text) if what == "assistance_funds"}
    assert names and "岗嘎镇" not in names


def test_money_is_told_of_what_the_clause_names() -> None:
    told = measured(SHAOXING + "绍兴市投入协作资金1900万元在荣丁镇建设荣丁产业园。")
    assert ("荣丁产业园", "assistance_funds", 19000000) in told
