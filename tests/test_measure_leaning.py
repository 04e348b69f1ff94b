"""Figures that lean on another: parts of a whole, differences, averages; firms that only take part; sums without 元."""

from __future__ import annotations

import pytest
from test_measure import told

PAIR = "[[Region:绍兴市]]对口帮扶[[Region:马边彝族自治县]]。"

Told = set[tuple[str, str, float]]
COUNTY, FIRM, SITE, PARK = "马边彝族自治县", "远山制衣", "幸福里社区", "同心产业园"

PARTS: dict[str, Told] = {
    "[[Region:马边彝族自治县]]培训学员430人，其中妇女250人、残疾人16人。": {
        (COUNTY, "people_trained", 430),
        (COUNTY, "people_trained", 250),
        (COUNTY, "people_trained", 16),
    },
    "[[RelocationSite:幸福里社区]]安置搬迁群众980户4100人，其中脱贫人口3200人。": {
        (SITE, "households", 980),
        (SITE, "residents", 4100),
        (SITE, "residents", 3200),
    },
    "[[Company:远山制衣]]有员工310人，其中搬迁群众140人。": {(FIRM, "employees", 310), (FIRM, "employees", 140)},
    "[[Company:远山制衣]]雇的230人里，170人是脱贫户。": {(FIRM, "employees", 230), (FIRM, "employees", 170)},
    "[[Region:马边彝族自治县]]开展技能培训28期1430人次，其中脱贫劳动力900人次。": {
        (COUNTY, "training_sessions", 28),
        (COUNTY, "people_trained", 1430),
        (COUNTY, "people_trained", 900),
    },
    # What a part does itself is another figure.
    "[[Region:马边彝族自治县]]培训学员430人，其中外出务工120人。": {
        (COUNTY, "people_trained", 430),
        (COUNTY, "workers_sent", 120),
    },
}
NOTHING: dict[str, Told] = {
    "[[Company:远山制衣]]现有员工260人，比去年多了80人。": {(FIRM, "employees", 260)},
    "[[Company:远山制衣]]实现产值4200万元，同比增加900万元。": {(FIRM, "output_value", 42_000_000)},
    "[[Company:远山制衣]]工人月工资由2600元提高到3400元，增加800元。": {
        (FIRM, "income_month", 2600),
        (FIRM, "income_month", 3400),
    },
    "[[Company:远山制衣]]的员工从40人增加到168人。": {(FIRM, "employees", 40), (FIRM, "employees", 168)},
    "[[RelocationSite:幸福里社区]]搬迁家庭户均1.8人就业。": set(),
    "[[RelocationSite:幸福里社区]]每户至少有1人就业。": set(),
    "[[Region:马边彝族自治县]]每家车间吸纳就业20人以上。": set(),
    "[[Region:马边彝族自治县]]平均每年接待游客36万人次。": {(COUNTY, "visitors", 360_000)},
    "[[Region:马边彝族自治县]]举办招聘会，组织用工企业120家，提供岗位3600个。": {(COUNTY, "jobs_offered", 3600)},
    "[[Facility:绿洲中学]]的学生进入[[Region:绍兴市]]12家企业实习。": set(),
    "[[Region:马边彝族自治县]]组织15家企业参加年货节。": set(),
    "[[Facility:绿洲中学]]五年来招收移民子女1260人。": set(),
    "[[Facility:高坪加工厂]]占地26亩，年加工干茶360吨。": {("高坪加工厂", "sales_volume", 360)},
    "[[RelocationSite:幸福里社区]]配建幼儿园1所和帮扶车间3个。": {(SITE, "workshops", 3)},
}
KINDS: dict[str, Told] = {
    "[[Region:马边彝族自治县]]实施项目18个，目前已开工16个。": {(COUNTY, "projects", 18), (COUNTY, "projects", 16)},
    "[[Park:同心产业园]]引来36家企业，开了工的有28家。": {(PARK, "companies", 36), (PARK, "companies", 28)},
    "两地结对乡镇8个、学校22所、医院5所。": {
        (COUNTY, "schools_paired", 22),
        (COUNTY, "hospitals_paired", 5),
    },
    "[[Company:远山制衣]]投了三千万，建起厂房。": {(FIRM, "investment", 30_000_000)},
    "[[Company:远山制衣]]一年下来进账三百来万。": {(FIRM, "sales", 3_000_000)},
    "[[Company:远山制衣]]里四百多号人，大半是女人。": {(FIRM, "employees", 400)},
    "[[Company:远山制衣]]今年又招进来二百多人。": {(FIRM, "employees", 200)},
    "[[Company:远山制衣]]可吸纳120人就业，目前有86人上班。": {(FIRM, "jobs_offered", 120), (FIRM, "employees", 86)},
    "[[RelocationSite:幸福里社区]]有36名妇女拿到证书，28人走上岗位。": {
        (SITE, "people_trained", 36),
        (SITE, "people_employed", 28),
    },
    "[[Region:马边彝族自治县]]向[[Region:绍兴市]]输送务工人员12批860人。": {(COUNTY, "workers_sent", 860)},
    "[[Facility:绿洲中学]]由[[Region:绍兴市]]援建，总投资9800万元，有教师宿舍48套。": {
        ("绿洲中学", "investment", 98_000_000),
        ("绿洲中学", "housing_units", 48),
    },
    "[[Region:马边彝族自治县]]培训干部：612人次 帮助就业：3275人 其中省外务工：1188人": {
        (COUNTY, "people_trained", 612),
        (COUNTY, "people_employed", 3275),
        (COUNTY, "workers_sent", 1188),
    },
}
STORIES = PARTS | NOTHING | KINDS


@pytest.mark.parametrize("sentence", STORIES)
def test_figures_by_what_they_lean_on(sentence: str) -> None:
    assert told(PAIR + sentence) == STORIES[sentence]
