"""Who built a thing and who runs it, in whole texts: by what stands before, by both sides, by those who hold it."""

from __future__ import annotations

import pytest
from extraction_samples import ends, told

JIAXING = "嘉兴市对口帮扶九寨沟县\n嘉兴市对口帮扶九寨沟县。"
CHANGSHU = "常熟市对口帮扶思南县\n常熟市对口帮扶思南县。"
JIANGYIN = "江阴市对口帮扶绥德县。"
YUHANG = "浙江省杭州市余杭区对口帮扶陕西省榆林市横山区。\n"


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        # a park under discussion, named before its builder
        (
            JIAXING + "双河镇有座双河菌菇产业园。园子不大，60个菇棚排成五行，是嘉兴市2021年拿900万元援建的。",
            "嘉兴市 BUILT 双河菌菇产业园",
        ),
        # who holds an event, and who runs a thing
        (CHANGSHU + "由常熟市总工会和思南县人社局合办的“常思工匠”技能大赛在县城落幕。", "常熟市总工会 RUNS 常思工匠"),
        (CHANGSHU + "塘头镇的“常思绣坊”是常熟市妇联和思南县妇联合办的，有绣娘80人。", "思南县妇联 RUNS 常思绣坊"),
        (
            CHANGSHU + "塘头镇的常思产业园去年建成，经营它的是江苏恒源集团下面的贵州恒利农业公司。",
            "贵州恒利农业公司 RUNS 常思产业园",
        ),
        # built by the two sides, the park named before
        (
            JIAXING + "走进双河食品产业园，叉车来来往往。园区2022年由嘉兴市和九寨沟县共同建设，占地80亩。",
            "嘉兴市 BUILT 双河食品产业园",
        ),
        (
            "柯桥区与江山市结对23年，江山山海协作产业园是两地共建的，目前入驻企业34家。",
            "江山市 BUILT 江山山海协作产业园",
        ),
        (
            "佛山市与黔东南州结对。佛山德和制药与台江县签约，在台江县中药材产业园建了提取车间。",
            "佛山德和制药 BUILT 提取车间",
        ),
        (
            "江门市与崇左市协作。五华环能公司是江门的民营企业，2022年来到扶绥县，投资1.1亿元建成蔗叶饲料厂，用工96人。",
            "五华环能公司 BUILT 蔗叶饲料厂",
        ),
        ("香洲区对口帮扶怒江州。香洲区便在泸水市第一中学办起“香洲班”。", "香洲区 RUNS 香洲班"),
    ],
)
def test_who_built_and_who_runs(text: str, fact: str) -> None:
    assert fact in told(text, "BUILT", "RUNS")


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        (
            "义合镇果品加工厂由江阴市援建，租户是绥德县恒利果业有限公司。",
            ("绥德县恒利果业有限公司", "义合镇果品加工厂"),
        ),
        ("绥德县的义合体育馆开馆了，日常运营已委托榆林鼎力体育公司。", ("榆林鼎力体育公司", "义合体育馆")),
        (
            "江阴市投入500万元改造绥德县义合屠宰场，产权归村集体，使用权归陕西恒丰肉业公司。",
            ("陕西恒丰肉业公司", "义合屠宰场"),
        ),
    ],
)
def test_who_runs_it(text: str, fact: tuple[str, str]) -> None:
    assert fact in ends(JIANGYIN + text, "RUNS")


@pytest.mark.parametrize(
    ("text", "built"),
    [
        (
            "绥德县的义合黑鸡养殖场出栏21万只。江阴市拿出协作资金1500万元建了这个场。",
            {("江阴市", "义合黑鸡养殖场")},
        ),
        (
            "十年里，江阴市在绥德县投入援助资金7亿元，义合实验学校、绥德康复医院相继拔地而起。",
            {("江阴市", "义合实验学校"), ("江阴市", "绥德康复医院")},
        ),
        ("绥德县的义合黑鸡养殖场出栏21万只。江阴市的客人看了这个场。", set()),
    ],
)
def test_who_built_it(text: str, built: set[tuple[str, str]]) -> None:
    assert ends(JIANGYIN + text, "BUILT") == built


def test_where_guests_went_is_no_builder() -> None:
    assert ("双河镇", "平川粮仓") not in ends(YUHANG + "客人到双河镇看了共建的平川粮仓。", "BUILT")
