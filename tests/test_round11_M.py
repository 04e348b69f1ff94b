"""Round 11: what money went into and who paid, where things lie, who runs and built what the text points back at."""

from __future__ import annotations

import pytest

from loaders.build import extract_document
from loaders.read import from_text

PAIR = "江阴市对口帮扶绥德县。"


def told(text: str, relation: str) -> set[tuple[str, str]]:
    facts = extract_document(from_text(text, "test")).facts
    return {(f.subject.name, f.object.name) for f in facts if f.relation == relation and not f.source}


@pytest.mark.parametrize(
    ("text", "thing"),
    [
        ("义合镇中心小学的操场旧了。江阴市这边出资310万元，给中心小学铺了跑道。", "义合镇中心小学"),
        ("绥德县的义合黑鸡养殖场出栏21万只。江阴市拿出协作资金1500万元建了这个场。", "义合黑鸡养殖场"),
        ("义合镇的绥江果品加工厂，由江阴市投入帮扶资金510万元扶建，去年投产。", "绥江果品加工厂"),
        ("绥德县妇幼保健院有两位专家。江阴市与绥德县结对七年，为保健院投入设备款1450万元。", "绥德县妇幼保健院"),
    ],
)
def test_money_goes_to_what_the_sentence_points_at(text: str, thing: str) -> None:
    assert told(PAIR + text, "FUNDED") == {("江阴市", thing)}


@pytest.mark.parametrize(
    "text",
    [
        "五年来，江阴市累计投入援助资金3.2亿元，建成了义合实验学校、绥德康复医院。",
        "江阴市结对五年，资金2.3亿元，项目78个。",
    ],
)
def test_all_that_was_paid_in_years_goes_to_the_place(text: str) -> None:
    assert told(PAIR + text, "FUNDED") == {("江阴市", "绥德县")}


@pytest.mark.parametrize(
    "text",
    [
        "绥德县有个果干项目，由江阴一家食品厂投资5000万元。",
        "绥德县的红枣卖得好，货款370万元，都来自江阴一家超市。",
        "绥德县去年新增企业31家，到位资金13亿元，做成产业项目30个。",
    ],
)
def test_sums_that_the_helper_has_not_paid(text: str) -> None:
    assert told(PAIR + text, "FUNDED") == set()


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("绥德县义合镇的山梁上，绥江肉羊养殖场的羊叫成一片。", ("绥江肉羊养殖场", "义合镇")),
        (
            "恒利电子有限公司去年产值3亿元，它所在的绥德电商产业园由江阴市建设。",
            ("恒利电子有限公司", "绥德电商产业园"),
        ),
    ],
)
def test_where_things_lie(text: str, place: tuple[str, str]) -> None:
    assert place in told(PAIR + text, "LOCATED_IN")


@pytest.mark.parametrize(
    ("text", "thing"),
    [
        ("滩羊皮挂件摆在江阴援建的“绥江文创空间”里。", "绥江文创空间"),
        ("绥德县有六个车间，最大的是江阴市援建的帮扶车间。", "帮扶车间"),
        ("绥德县被叫作“塞上服装城”，裁缝却散在家里。", "塞上服装城"),
        ("收红枣的是江阴人创办的绥枣生物公司。", "绥枣生物公司"),
    ],
)
def test_no_place_of_a_kind_a_by_name_or_the_builders_home(text: str, thing: str) -> None:
    assert all(subject != thing or "绥德" in place for subject, place in told(PAIR + text, "LOCATED_IN"))
    assert thing == "绥江文创空间" or thing == "绥枣生物公司" or not told(PAIR + text, "LOCATED_IN")


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
    assert fact in told(PAIR + text, "RUNS")


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
    assert told(PAIR + text, "BUILT") == built
