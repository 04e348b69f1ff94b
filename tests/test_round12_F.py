"""Round 12, figures: sentences of our own for what was read wrongly or not at all on paragraphs that nobody had read."""

from __future__ import annotations

import pytest

from loaders.build import extract_document
from loaders.read import from_text

PAIR = "绍兴市对口帮扶马边彝族自治县。"
COUNTY = "马边彝族自治县"


def told(text: str) -> set[tuple[str, str, float]]:
    """Subject, indicator and value of each figure read from the text, which is told of the pair above."""
    return {(o.subject.name, o.indicator, o.value) for o in extract_document(from_text(PAIR + text, "p")).observations}


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        ("远山制衣有限公司在荣丁镇投产，厂长说，全厂640人。", ("远山制衣有限公司", "employees", 640)),
        ("远山制衣有限公司落户荣丁镇，2019年成立时只有9人，去年达到77人。", ("远山制衣有限公司", "employees", 9)),
        ("罗小芹家里6亩茶收入3万多元。", ("罗小芹", "income_year", 30000)),
        ("罗小芹今年种了88亩椒，光这一项就收入21万元。", ("罗小芹", "income_year", 210000)),
        ("罗小芹家去年分到3600元。", ("罗小芹", "income_year", 3600)),
        ("跟他一起来马边的，还有绍兴的14位老师，散在5所学校里。", ("绍兴市", "teachers_sent", 14)),
        ("绍兴先后派到马边县中学的教师，到这学期刚好满30人。", ("绍兴市", "teachers_sent", 30)),
        ("通州区对口奈曼旗以来共派驻医疗人才61人。", ("通州区", "specialists_sent", 61)),
        ("通州区对口奈曼旗以来共派驻医疗人才61人。", ("奈曼旗", "specialists_received", 61)),
        ("两年里，绍兴医生帮马边县人民医院带出本地骨干37名。", ("马边县人民医院", "people_trained", 37)),
        ("一年来，当地有26名护士拿到了独立操作资格。", (COUNTY, "people_trained", 26)),
        ("马边县全县有1380名学生坐上了绍兴市援建的校车。", (COUNTY, "people_helped", 1380)),
        ("远山制衣有限公司入驻马边工业园，三年砸进去2600万元。", ("远山制衣有限公司", "investment", 26000000)),
        (
            "远山制衣有限公司产值2022年为1700万元，2023年达到3100万元，去年冲到4800万元。",
            ("远山制衣有限公司", "output_value", 48000000),
        ),
        ("荣丁镇种植大户12户，全镇种了3600亩花椒。", ("荣丁镇", "planted_area", 3600)),
        ("马边县务工人员人均月工资4800元。", (COUNTY, "income_month", 4800)),
    ],
)
def test_told(text: str, figure: tuple[str, str, float]) -> None:
    assert figure in told(text)


@pytest.mark.parametrize(
    ("text", "indicator", "value"),
    [
        ("荣丁镇的种薯大户黑建设今年种了260亩，年底纯收入17万元。", "planted_area", 260),
        ("荣丁镇的种薯大户黑建设今年种了260亩，年底纯收入17万元。", "income_year", 170000),
        ("荣丁镇的龙老四种了18亩茶。", "planted_area", 18),
        ("小伙在绍兴一家电子厂做质检，月薪5700元。", "income_month", 5700),
        ("荣丁镇旺季月入万元不是稀罕事。", "income_month", 10000),
        ("孙晓宁跑了四百多家企业。", "companies", 400),
        ("当年有15家企业来马边县考察。", "companies", 15),
        ("马边县参加云洽谈的商户416家次。", "companies", 416),
        ("远山果业有限公司光礼盒一项就收入21万元。", "income_year", 210000),
        ("远山制衣有限公司带着37名骨干下乡。", "people_trained", 37),
    ],
)
def test_not_told(text: str, indicator: str, value: float) -> None:
    assert not {(i, v) for _, i, v in told(text)} & {(indicator, value)}


def test_money_is_told_of_who_paid_where_what_for_stands_sentences_away() -> None:
    text = "岗嘎镇建起旅游小镇，游人不少。上海市对口支援定日县多年。上海援藏资金累计投进去8300万元，修游客中心。"
    observed = extract_document(from_text(text, "p")).observations
    names = {o.subject.name for o in observed if o.indicator == "assistance_funds"}
    assert names and "岗嘎镇" not in names


def test_money_is_told_of_what_the_clause_names() -> None:
    figures = told("绍兴市投入协作资金1900万元在荣丁镇建设荣丁产业园。")
    assert ("荣丁产业园", "assistance_funds", 19000000) in figures
