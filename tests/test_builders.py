"""Who had a thing built, whatever the order of words."""

import pytest

from loaders.examples import stated

HELPER, THING = "[[Region:东莞市]]", "[[Facility:仁和冷库中心]]"
HELPED = "[[Region:昭通市]]与[[Region:东莞市]]结对。"


@pytest.mark.parametrize(
    "text",
    [
        f"{HELPER}安排资金2300万元，建成{THING}。",
        f"{HELPER}拿出620万元，在镇上建起{THING}。",
        f"{THING}占地60亩，{HELPER}援建，总投资1500万元。",
        f"{THING}由{HELPER}投入援助资金2350万元建成。",
        f"{THING}在县城西郊。它由{HELPER}2021年投资2380万元建起。",
        f"{THING}都说好用。\n{HELPER}援建，现已对外营业。",
        f"{THING}系{HELPER}出资兴建。",
        f"在{HELPER}的援助下，{THING}建成投用。",
        f"得益于{HELPER}的帮扶资金，{THING}拔地而起。",
        f"{HELPER}累计投入帮扶资金1.3亿元。其中，2022年安排780万元在镇上建成{THING}。",
    ],
)
def test_the_helper_built_it(text: str) -> None:
    assert "东莞市 BUILT 仁和冷库中心" in stated(HELPED + text, "BUILT")


@pytest.mark.parametrize(
    "text",
    [
        f"{THING}建成后，{HELPER}派来教师。",
        f"{HELPER}的教师到新落成的{THING}上课。",
        f"[[Region:昭通市]]今年建成{THING}，{HELPER}送来贺信。",
        f"{HELPER}拟援建{THING}。",
        f"{HELPER}领导来调研帮扶工作。县里投入500万元，建成{THING}。",
        f"{HELPER}领导来调研帮扶工作。今年投入500万元，建成{THING}。",
        f"在{HELPER}的援助下，{THING}招来六名教师。",
        f"{THING}里个头最大的厂，由{HELPER}出资改造的[[Company:恒利电子]]也来了。",
    ],
)
def test_what_only_looks_like_building(text: str) -> None:
    assert stated(HELPED + text, "BUILT") == set()


def test_a_firm_builds_and_is_called_the_developer() -> None:
    assert stated("[[Facility:仁和数字园]]占5亿元，开发商是[[Company:恒利集团]]。", "BUILT") == {
        "恒利集团 BUILT 仁和数字园"
    }


def test_a_kind_of_thing_is_nothing_built() -> None:
    assert stated(f"{HELPED}{HELPER}在村里援建[[Workshop:帮扶车间]]。", "BUILT") <= {"东莞市 BUILT 帮扶车间"}


def test_the_two_sides_built_it_together() -> None:
    text = f"{THING}是{HELPER}和[[Region:昭通市]]共同出资建设的。"
    assert stated(HELPED + text, "BUILT") == {"东莞市 BUILT 仁和冷库中心", "昭通市 BUILT 仁和冷库中心"}


def test_the_items_of_a_list_of_works() -> None:
    text = f"{HELPER}援建项目57个，其中{THING}、[[Facility:育英小学]]已交付。"
    assert stated(HELPED + text, "BUILT") == {"东莞市 BUILT 仁和冷库中心", "东莞市 BUILT 育英小学"}


def test_what_others_built_is_only_leased() -> None:
    assert stated(f"{HELPED}[[Company:恒利电子]]承包了政府建设的{THING}。", "BUILT") == set()


def test_a_factory_is_built_like_a_house() -> None:
    works = "[[Company:安和镇纸箱厂]]"
    assert stated(f"{HELPED}{HELPER}援建的{works}招了六十人。", "BUILT") == {"东莞市 BUILT 安和镇纸箱厂"}
    assert stated(f"{HELPED}{HELPER}的客商走进{works}，谈起建设。", "BUILT") == set()


def test_a_list_of_works_with_their_places() -> None:
    text = f"{HELPER}援建了{THING}、[[Region:安和镇]][[Facility:育英小学]]等项目。"
    assert stated(HELPED + text, "BUILT") == {"东莞市 BUILT 仁和冷库中心", "东莞市 BUILT 育英小学"}


def test_works_that_come_from_one_hand() -> None:
    text = f"{THING}、[[Facility:育英小学]]也都出自[[Organization:东莞市援疆工作队]]之手。"
    assert stated(HELPED + text, "BUILT") == {
        "东莞市援疆工作队 BUILT 仁和冷库中心",
        "东莞市援疆工作队 BUILT 育英小学",
    }


def test_the_two_sides_of_which_the_helped_is_named_last() -> None:
    text = f"{HELPER}、[[Region:昭通市]]两市携手开发建设了{THING}。"
    assert stated(HELPED + text, "BUILT") == {"东莞市 BUILT 仁和冷库中心", "昭通市 BUILT 仁和冷库中心"}


def test_a_university_that_helps_builds() -> None:
    text = "[[Organization:黄海大学]]对口帮扶[[Region:昭通市]]。学校在镇上建成[[Facility:核桃科技小院]]。"
    assert stated(text, "BUILT") == {"黄海大学 BUILT 核桃科技小院"}


@pytest.mark.parametrize("name", ["连心桥", "致富路", "第三所学校", "安置点配套工厂"])
def test_figures_of_speech_and_kinds_are_no_works(name: str) -> None:
    assert stated(f"{HELPED}{HELPER}在镇上建起“[[Facility:{name}]]”。", "BUILT") == set()


def test_a_project_is_not_the_park_it_lies_in() -> None:
    text = "[[Park:安和产业园]]又热闹了。项目由[[Company:恒利电子]]投资建设。"
    assert stated(HELPED + text, "BUILT") == set()


@pytest.mark.parametrize(
    "text",
    [
        f"县里有座{THING}，{HELPER}2021年投入980万元建的。",
        f"{THING}在城西，{HELPER}援滇工作组投入资金2.3亿元兴建，去年交付。",
        f"我们去看{THING}。这座中心由{HELPER}出资4500万元兴建。",
        f"{HELPER}援建了[[Facility:仁和小学]]（西区）、{THING}和敬老院。",
    ],
)
def test_said_without_a_word_for_by(text: str) -> None:
    assert "东莞市 BUILT 仁和冷库中心" in stated(HELPED + text, "BUILT")


def test_the_group_spoken_of_builds_too() -> None:
    text = "[[Company:恒岳集团]]定点帮扶[[Region:昭通市]]。集团还在[[Region:扎西镇]]建设了[[Facility:仁和养殖基地]]。"
    assert stated(text, "BUILT") == {"恒岳集团 BUILT 仁和养殖基地"}


@pytest.mark.parametrize(
    "text",
    [
        f"{HELPER}援建的[[Facility:仁和医院]]血透室启用了。",
        f"[[Facility:仁和小学]]的音乐教室和录音棚是{HELPER}花145万元修的。",
        f"[[Facility:仁和医院]]康复楼启用，这座楼是{HELPER}用1980万元盖的。",
        f"[[Park:安和产业园]]里，厂房由{HELPER}帮扶资金2600万元建设。",
        f"{HELPER}投入5300万元，建成[[Facility:玻璃温室]]4.8万平方米。",
        "[[Company:恒利服饰]]在镇上设立的[[Workshop:彩云车间]]招了八十人。",
    ],
)
def test_a_part_a_kind_or_another_thing(text: str) -> None:
    assert stated(HELPED + text, "BUILT") == set()
