"""Figures of people: who counts the workers, the pupils, those who were sent, and what is counted."""

from __future__ import annotations

import pytest
from extraction_samples import measured

SUZHOU = "苏州市对口帮扶石阡县\n东西部协作以来，苏州市对口帮扶石阡县。\n"
NINGBO = "宁波市对口帮扶喜德县。"
SHAOXING = "绍兴市对口帮扶马边彝族自治县。"
COUNTY = "马边彝族自治县"


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
    assert expected in measured(SUZHOU + text)


def test_women_whose_wages_are_told_are_those_given_work() -> None:
    assert ("石阡县青禾工坊", "people_employed", 38) in measured(
        SUZHOU + "石阡县青禾工坊里，38名妇女每月能挣一千七八百元。"
    )


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
    assert value not in {found for _, _, found in measured(SUZHOU + text)}


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
    assert expected in measured(SUZHOU + text)


def test_a_director_who_tells_of_it_has_not_done_it() -> None:
    found = measured(SUZHOU + "石阡县人民医院院长沈若兰介绍，医院带教本地医生9人。")
    assert ("沈若兰", "people_trained", 9) not in found


def test_what_two_places_do_together_is_not_done_by_a_workshop() -> None:
    found = measured(SUZHOU + "石阡县青禾工坊里有工人38名。去年两地共办培训班12期，培训学员640人。")
    assert ("石阡县青禾工坊", "people_trained", 640) not in found
    assert ("石阡县", "people_trained", 640) in found


def test_nobody_lives_in_a_firm() -> None:
    found = measured(SUZHOU + "青禾电子有限公司2021年落户石阡县，年产耳机60万副。楼下就是社区，住着2816户13000多人。")
    assert not any(who == "青禾电子有限公司" and value in (2816, 13000) for who, _, value in found)


def test_members_of_a_cooperative_are_its_households() -> None:
    assert ("石阡县青禾养蜂合作社", "households", 63) in measured(SUZHOU + "石阡县青禾养蜂合作社现有社员63户。")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("石阡县的青禾制衣有限公司带动农户1200户增收。", ("青禾制衣有限公司", "households", 1200)),
        ("石阡县共有养蜂户520户。", ("石阡县", "households", 520)),
    ],
)
def test_households_are_counted_as_such(text: str, expected: tuple[str, str, float]) -> None:
    assert expected in measured(SUZHOU + text)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("石阡县人社局今年免费送石阡务工人员816人赴苏。", 816),
        ("结对以来，累计有1365名石阡县籍劳动力在当地稳定就业。", 1365),
    ],
)
def test_workers_who_go_away(text: str, value: float) -> None:
    assert ("石阡县", "workers_sent", value) in measured(SUZHOU + text)


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        # 厂里 stands for the firm, and the number is that of its workers.
        (
            NINGBO + "腐乳厂叫喜德远山调味品有限公司，三年间累计投入5700万元。如今厂里118个工人。",
            ("喜德远山调味品有限公司", "employees", 118),
        ),
        # One of several that share a number told before.
        (
            NINGBO + "去年喜德产业园招收工人580名。慈远电器有限公司一家就占了240名。",
            ("慈远电器有限公司", "employees", 240),
        ),
        # Those who came with others are counted by their trade.
        (NINGBO + "今年有援派干部人才31人，含医生8人、教师11人。", ("喜德县", "specialists_received", 8)),
        (NINGBO + "宁波先后派来干部14名、支教支医人员168名。", ("宁波市", "specialists_sent", 168)),
        (NINGBO + "宁波现有14名教师、9名医生在喜德支教支医。", ("宁波市", "specialists_sent", 9)),
        (NINGBO + "宁波远山鞋业有限公司落户喜德县，2018年建厂时只有19人。", ("宁波远山鞋业有限公司", "employees", 19)),
        (SHAOXING + "远山制衣有限公司在荣丁镇投产，厂长说，全厂640人。", ("远山制衣有限公司", "employees", 640)),
        (
            SHAOXING + "远山制衣有限公司落户荣丁镇，2019年成立时只有9人，去年达到77人。",
            ("远山制衣有限公司", "employees", 9),
        ),
        (SHAOXING + "跟他一起来马边的，还有绍兴的14位老师，散在5所学校里。", ("绍兴市", "teachers_sent", 14)),
        (SHAOXING + "绍兴先后派到马边县中学的教师，到这学期刚好满30人。", ("绍兴市", "teachers_sent", 30)),
        (SHAOXING + "通州区对口奈曼旗以来共派驻医疗人才61人。", ("通州区", "specialists_sent", 61)),
        (SHAOXING + "通州区对口奈曼旗以来共派驻医疗人才61人。", ("奈曼旗", "specialists_received", 61)),
        (SHAOXING + "两年里，绍兴医生帮马边县人民医院带出本地骨干37名。", ("马边县人民医院", "people_trained", 37)),
        (SHAOXING + "一年来，当地有26名护士拿到了独立操作资格。", (COUNTY, "people_trained", 26)),
        (SHAOXING + "马边县全县有1380名学生坐上了绍兴市援建的校车。", (COUNTY, "people_helped", 1380)),
    ],
)
def test_whose_people_they_are(text: str, figure: tuple[str, str, float]) -> None:
    assert figure in measured(text)


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        # A place without a name of its own is not the firm told before.
        (
            NINGBO + "宁波远山服饰有限公司投资1360万元建起裁剪中心。统计表上，集聚区去年产值21.6亿元，从业者5900余人。",
            ("宁波远山服饰有限公司", "employees", 5900),
        ),
        (
            NINGBO + "宁波远山旅游有限公司来到喜德县。到9月底，景区今年接待游客11.3万人次。",
            ("宁波远山旅游有限公司", "visitors", 113_000),
        ),
        # Three shops of somebody from the town are not the town.
        (NINGBO + "喜德县的韩福祥在宁波开店。如今三家店雇着老乡41人。", ("喜德县", "people_employed", 41)),
        # Patients are no doctors, the teachers of a school are not sent.
        (NINGBO + "这些年，援派医生累计接诊14.7万人次。", ("宁波市", "specialists_sent", 147_000)),
        (NINGBO + "喜德县拉珍幼儿园由宁波援建，现在园里有孩子94名，教师11人。", ("宁波市", "teachers_sent", 11)),
    ],
)
def test_whose_people_they_are_not(text: str, figure: tuple[str, str, float]) -> None:
    assert figure not in measured(text)


def test_those_who_go_along_are_not_trained() -> None:
    told = measured(SHAOXING + "远山制衣有限公司带着37名骨干下乡。")
    assert ("people_trained", 37) not in {(what, value) for _, what, value in told}


def test_teachers_who_are_taught_are_not_sent() -> None:
    told = measured(SUZHOU + "苏州市与石阡县结对以来，送教下乡218场次，受训教师3870人次。")
    assert "teachers_sent" not in {what for _, what, _ in told}
