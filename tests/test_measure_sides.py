"""Whose figure it is: parts of a sentence, fields of the help, sums of items, what the helping side does itself."""

from __future__ import annotations

from dataclasses import replace

import pytest
from test_measure import entity, reading, told

from graph.model import Observation
from loaders.measure import measure

PAIR = "[[Region:绍兴市]]对口帮扶[[Region:马边彝族自治县]]。"

Told = set[tuple[str, str, float]]

STORIES: dict[str, tuple[tuple[str, ...], Told]] = {
    "what the help comes to over the years is the county's, not the school's told before": (
        (PAIR + "[[Facility:竹海小学]]换了校长。三年来，[[Region:绍兴市]]累计投入帮扶资金6200万元。",),
        {("马边彝族自治县", "assistance_funds", 62_000_000)},
    ),
    "what a sum built is the thing told before": (
        (PAIR + "[[Facility:竹海小学]]搬了家。教学楼由[[Region:绍兴市]]出资620万元建成。",),
        {("竹海小学", "assistance_funds", 6_200_000)},
    ),
    "the county in the prefecture is the one that is helped": (
        (
            "[[Region:绍兴市]]对口帮扶[[Region:乐山市]][[Region:马边彝族自治县]]。"
            "今年[[Region:绍兴市]]拨付协作资金3100万元，实施项目12个。",
        ),
        {("马边彝族自治县", "assistance_funds", 31_000_000), ("马边彝族自治县", "projects", 12)},
    ),
    "a university that helps gives to the county": (
        (
            "[[Organization:远山农业大学]]定点帮扶[[Region:马边彝族自治县]]。学校办起[[Facility:竹笋科技小院]]。"
            "学校累计投入帮扶资金900万元。",
        ),
        {("马边彝族自治县", "assistance_funds", 9_000_000)},
    ),
    "each item of a list of sums has its own place": (
        (
            PAIR + "[[Region:绍兴市]]投入[[Region:马边彝族自治县]]帮扶资金4300万元，"
            "其中[[Region:荣丁镇]]菌菇基地960万元、[[Workshop:巧娘车间]]145万元。",
        ),
        {
            ("马边彝族自治县", "assistance_funds", 43_000_000),
            ("荣丁镇", "assistance_funds", 9_600_000),
            ("巧娘车间", "assistance_funds", 1_450_000),
        },
    ),
    "money goes to none that is only given something besides": (
        (PAIR + "[[Region:绍兴市]]去年拨付帮扶资金2600万元，向[[Facility:竹海医院]]捐赠救护车两辆。",),
        {("马边彝族自治县", "assistance_funds", 26_000_000), ("竹海医院", "donated_items", 2)},
    ),
    "a hospital of the helping side gets no help": (
        (PAIR + "[[Facility:绍兴市竹溪医院]]与[[Facility:竹海医院]]共建病房，[[Region:绍兴市]]投入协作资金680万元。",),
        {("竹海医院", "assistance_funds", 6_800_000)},
    ),
    "what is given to a works without a name is not the county's": (
        (
            PAIR + "我们到[[Region:核桃坪村]]走访。",
            "村里的老人还在采茶。厂是2020年建起来的，[[Organization:青田银行]]给了定点帮扶资金260万元。",
        ),
        {("核桃坪村", "assistance_funds", 2_600_000)},
    ),
    "a workshop let to a firm": (
        (PAIR + "[[Workshop:巧娘车间]]，绍兴市帮扶资金450万元，建成后租给[[Company:远山制衣]]使用。",),
        {("巧娘车间", "assistance_funds", 4_500_000)},
    ),
    "after a semicolon the place of that part": (
        (
            PAIR
            + "[[Park:青禾产业园]]新签项目26个；[[Organization:竹艺协会]]牵头在[[Region:荣丁镇]]开班，培训主播143人。",
        ),
        {("青禾产业园", "projects", 26), ("荣丁镇", "people_trained", 143)},
    ),
    "after a colon a field of the help is the county's": (
        (
            PAIR + "[[Park:青禾产业园]]入驻企业11家。",
            "劳务输转：赴[[Region:绍兴市]]务工1370人。",
        ),
        {("青禾产业园", "companies", 11), ("马边彝族自治县", "workers_sent", 1370)},
    ),
    "the firm of a group": (
        (PAIR + "[[Company:恒远集团]]下属的[[Company:远山牧业公司]]去年来到这里，已用工64人。",),
        {("远山牧业公司", "employees", 64)},
    ),
    "a delegation gives, not the firm told before": (
        (PAIR + "[[Company:远山制衣]]建了冷库。代表团还向[[Region:马边彝族自治县]]捐赠80万元。",),
        {("马边彝族自治县", "donated_value", 800_000)},
    ),
    "a workshop is meant by 车间, not another that was told of since": (
        (PAIR + "[[Workshop:巧娘车间]]开在镇上。徒弟开了[[Workshop:敏手木作坊]]。车间去年销售额435万元。",),
        {("巧娘车间", "sales", 4_350_000)},
    ),
    "those who buy are no sellers": (
        (
            PAIR
            + "[[Facility:竹海医院]]开诊。[[Organization:绍兴市总工会]]三年里向[[Region:马边彝族自治县]]采购竹笋等农产品2950万元。",
        ),
        {("马边彝族自治县", "sales", 29_500_000)},
    ),
    "a canteen buys": (
        (PAIR + "[[Facility:集团职工食堂]]每年采购[[Region:马边彝族自治县]]农产品1300万元。",),
        {("马边彝族自治县", "sales", 13_000_000)},
    ),
    "what a helper helps to sell is the county's": (
        (PAIR + "[[Facility:竹笋科技小院]]办在[[Region:荣丁镇]]。[[Region:绍兴市]]购买和帮助销售农产品3300万元。",),
        {("马边彝族自治县", "sales", 33_000_000)},
    ),
    "people come from the helping side to where they are asked to": (
        (
            PAIR
            + "[[Organization:绍兴市工作队]]从[[Facility:绍兴市竹溪医院]]请来3名医生到[[Facility:竹海卫生院]]坐诊。",
        ),
        {("竹海卫生院", "specialists_received", 3)},
    ),
    "workers of the county, not of the town in the next clause": (
        (PAIR + "[[Region:马边彝族自治县]]现有在外务工人员1.36万人，[[Region:荣丁镇]]的一家五口都在厂里。",),
        {("马边彝族自治县", "workers_sent", 13_600)},
    ),
    "the town before a workshop without a name is not what was paid for": (
        (PAIR + "产值900万元的[[Region:荣丁镇]]竹编车间已交付。",),
        set(),
    ),
}


@pytest.mark.parametrize("name", STORIES)
def test_whose_side_a_figure_is_on(name: str) -> None:
    paragraphs, wanted = STORIES[name]
    assert told(*paragraphs) == {(s, i, float(v)) for s, i, v in wanted}


def test_a_county_that_only_its_office_is_named_after() -> None:
    article = reading("[[Organization:马边彝族自治县农业农村局]]通报如下。截至6月底，全县建成帮扶车间23个。")
    office = replace(article.mentions[0], prefix=entity("Region", "马边彝族自治县"))
    article.mentions[0] = office
    found = [o for o in measure(article) if isinstance(o, Observation)]
    assert [(o.subject.name, o.indicator, o.value) for o in found] == [("马边彝族自治县", "workshops", 23)]
