"""figures: what they measure and whose they are, by classes of sentences of the genre; sentences of our own."""

from __future__ import annotations

import pytest

from loaders.build import extract_document
from loaders.read import from_text

PAIR = "绍兴市对口帮扶马边彝族自治县。"
COUNTY = "马边彝族自治县"
BULLETIN = """绍兴市与马边彝族自治县东西部协作工作简报
一、资金项目。全年安排援助资金1.2亿元，荣丁镇拿到900万元，用于修建冷库。
二、产业协作。新引进绍兴企业落地14家，实际到位投资9.8亿元。
三、劳务协作。马边县荣丁镇卫生院修缮一新。举办焊工、刺绣培训班38期，培训2460人。
"""


def told(text: str) -> set[tuple[str, str, float]]:
    """Subject, indicator and value of each figure read from the text, which is told of the pair above."""
    return {(o.subject.name, o.indicator, o.value) for o in extract_document(from_text(PAIR + text, "p")).observations}


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        ("全县7.2万人口，大半住在山上。", (COUNTY, "residents", 72000)),
        ("马边县设乡村就业工厂41家，吸纳就业2870人。", (COUNTY, "workshops", 41)),
        ("马边县共有帮扶车间76个，其中设在安置点的21个。", (COUNTY, "workshops", 21)),
        ("绍兴市累计向马边县拨付援助资金2.3亿元。今年又到位资金4860万元。", (COUNTY, "assistance_funds", 48600000)),
        ("荣丁镇青稞酒坊去年酿酒86吨，酒坊里有工人37名。", ("荣丁镇青稞酒坊", "employees", 37)),
        ("马边康源菌业有限公司日产鲜菇18吨，去年销售收入7600万元。", ("马边康源菌业有限公司", "sales", 76000000)),
        ("绍兴市安排协作资金3.9亿元，撬动社会投资12.4亿元。", (COUNTY, "investment", 1240000000)),
        ("马边县高原蔬菜基地有42座温棚。", ("马边县高原蔬菜基地", "buildings", 42)),
        ("绍兴市向马边县派驻挂职干部12人、驻村第一书记5人。", ("绍兴市", "cadres_sent", 5)),
    ],
)
def test_told(text: str, figure: tuple[str, str, float]) -> None:
    assert figure in told(text)


@pytest.mark.parametrize(
    ("text", "indicator", "value"),
    [
        ("考察团来到马边县，下了飞机又坐了三个多小时的车。", "companies", 3),
        ("马边县的坚果厂去年产值过亿元。", "output_value", 100000000),
        ("绍兴援建的马边县幼儿园可容纳幼儿540名。", "jobs_offered", 540),
        ("绍兴援建的马边县幼儿园可容纳幼儿540名。", "people_employed", 540),
        ("两地联手开展“春风”招聘会17场，提供岗位1.3万个。", "training_sessions", 17),
        ("绍兴捐建的“同心书屋”在马边县启用，周末有一百多个孩子来看书。", "donated_items", 100),
        ("马边县与绍兴签约的12个项目，协议投资额36.8亿元，目前开工7个。", "companies", 7),
        ("荣丁镇郭庄村，村集体年收入由5.6万元增加到53万元。", "income_year", 56000),
    ],
)
def test_not_told(text: str, indicator: str, value: float) -> None:
    assert not {t for t in told(text) if t[1:] == (indicator, value)}


def test_speaker_grows_nothing() -> None:
    """Land that somebody only speaks of is none of theirs."""
    assert "禄正华" not in {name for name, *_ in told("荣丁镇村支书禄正华说，等二期的3000亩基地建起来，还要种荷兰豆。")}


@pytest.mark.parametrize(
    "figure",
    [
        (COUNTY, "companies", 14),
        (COUNTY, "investment", 980000000),
        (COUNTY, "training_sessions", 38),
        (COUNTY, "people_trained", 2460),
    ],
)
def test_bulletin(figure: tuple[str, str, float]) -> None:
    """A sentence of a section that names nobody tells of the county that the bulletin reports of."""
    assert figure in {
        (o.subject.name, o.indicator, o.value) for o in extract_document(from_text(BULLETIN, "p")).observations
    }
