"""Figures of people and things: whose they are and what they measure, in sentences of the kinds that round 10 mended."""

from __future__ import annotations

import pytest

from loaders.build import extract_document
from loaders.read import from_text

HEAD = "苏州市对口帮扶石阡县\n东西部协作以来，苏州市对口帮扶石阡县。\n"


def told(text: str) -> set[tuple[str, str, float]]:
    """The figures read: whose, what, how many."""
    found = extract_document(from_text(HEAD + text, "p")).observations
    return {(one.subject.name, one.indicator, one.value) for one in found}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("石阡县青禾工坊里坐了72个人。", ("石阡县青禾工坊", "employees", 72)),
        ("石阡县青禾工坊里有工人38名。", ("石阡县青禾工坊", "employees", 38)),
        (
            "2023年，苏州人陈海波在石阡县办起青禾制衣厂。厂里有126人，人均月工资3100元。",
            ("青禾制衣厂", "employees", 126),
        ),
        ("石阡县的青禾制衣有限公司从8个人做到53个人。", ("青禾制衣有限公司", "employees", 53)),
        ("石阡县青禾工坊去年招了29名分拣员。", ("石阡县青禾工坊", "employees", 29)),
    ],
)
def test_staff_of_a_workshop(text: str, expected: tuple[str, str, float]) -> None:
    assert expected in told(text)


def test_women_whose_wages_are_told_are_those_given_work() -> None:
    assert ("石阡县青禾工坊", "people_employed", 38) in told("石阡县青禾工坊里，38名妇女每月能挣一千七八百元。")


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("石阡县青禾工坊里有工人38名，逢集还要请三四个短工。", 3),
        ("石阡县青禾工坊常年用工38人，旺季再添五六十个临时工。", 50),
        ("石阡县青禾工坊里，十几位绣娘正飞针走线。", 10),
        ("石阡县人民医院新开的门诊每周接诊120人次。", 120),
        ("石阡县人民医院的腹腔镜手术从每月2台增加到每月19台。", 19),
    ],
)
def test_rough_guesses_and_weekly_numbers_are_not_kept(text: str, value: float) -> None:
    assert value not in {found for _, _, found in told(text)}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "苏州市立医院的沈若兰在石阡县人民医院挂职。一年里，她带教本地医生9人。",
            ("沈若兰", "people_trained", 9),
        ),
        ("沈若兰在石阡县坐诊半年，抢救危重病人31例。", ("沈若兰", "people_helped", 31)),
    ],
)
def test_pupils_and_patients_of_a_person(text: str, expected: tuple[str, str, float]) -> None:
    assert expected in told(text)


def test_a_director_who_tells_of_it_has_not_done_it() -> None:
    found = told("石阡县人民医院院长沈若兰介绍，医院带教本地医生9人。")
    assert ("沈若兰", "people_trained", 9) not in found


def test_what_two_places_do_together_is_not_done_by_a_workshop() -> None:
    found = told("石阡县青禾工坊里有工人38名。去年两地共办培训班12期，培训学员640人。")
    assert ("石阡县青禾工坊", "people_trained", 640) not in found
    assert ("石阡县", "people_trained", 640) in found


def test_nobody_lives_in_a_firm() -> None:
    found = told("青禾电子有限公司2021年落户石阡县，年产耳机60万副。楼下就是社区，住着2816户13000多人。")
    assert not any(who == "青禾电子有限公司" and value in (2816, 13000) for who, _, value in found)


def test_members_of_a_cooperative_are_its_households() -> None:
    assert ("石阡县青禾养蜂合作社", "households", 63) in told("石阡县青禾养蜂合作社现有社员63户。")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("石阡县的青禾制衣有限公司带动农户1200户增收。", ("青禾制衣有限公司", "households", 1200)),
        ("石阡县共有养蜂户520户。", ("石阡县", "households", 520)),
    ],
)
def test_households_are_counted_as_such(text: str, expected: tuple[str, str, float]) -> None:
    assert expected in told(text)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("石阡县人社局今年免费送石阡务工人员816人赴苏。", 816),
        ("结对以来，累计有1365名石阡县籍劳动力在当地稳定就业。", 1365),
    ],
)
def test_workers_who_go_away(text: str, value: float) -> None:
    assert ("石阡县", "workers_sent", value) in told(text)


@pytest.mark.parametrize(
    ("text", "indicator"),
    [
        ("石阡县青禾咖啡馆现在有9个店员。", "companies"),
        ("青禾玩具有限公司在石阡县铺开11个分厂。", "companies"),
        ("苏州市与石阡县结对以来，送教下乡218场次，受训教师3870人次。", "teachers_sent"),
    ],
)
def test_other_kinds_of_things_are_not_taken_for_it(text: str, indicator: str) -> None:
    assert indicator not in {what for _, what, _ in told(text)}
