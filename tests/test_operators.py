"""Who runs a place, whatever the order of words."""

import pytest

from loaders.examples import stated

FIRM, THING = "[[Company:恒利农业]]", "[[Facility:仁和冷库中心]]"
PAIRED = "[[Region:东莞市]]对口帮扶[[Region:昭通市]]。"


@pytest.mark.parametrize(
    "text",
    [
        f"{THING}由{FIRM}负责运营。",
        f"{THING}建在河边，年租金12万元，交给{FIRM}经营管理。",
        f"运营{THING}的{FIRM}招了六十人。",
        f"{THING}的运营方是{FIRM}。",
        f"{THING}经营权归{FIRM}。",
        f"{THING}去年建成。眼下承包给了{FIRM}，合同期五年。",
        f"{FIRM}接手{THING}后，第一年就分了红。",
        f"{FIRM}统一管理{THING}。",
        f"{THING}由[[Region:东莞市]]援建、{FIRM}承租。",
        f"{THING}由村集体建，{FIRM}承包经营。",
        f"{THING}租赁给{FIRM}使用。",
        f"{THING}的承租企业{FIRM}今年扩了产。",
        f"{THING}由{FIRM}派人值守。",
        f"{FIRM}承接了{THING}的运营工作。",
        f"{THING}与{FIRM}签订托管协议。",
        f"{THING}归{FIRM}管。",
    ],
)
def test_in_whose_hands_it_is(text: str) -> None:
    assert stated(PAIRED + text, "RUNS") == {"恒利农业 RUNS 仁和冷库中心"}


@pytest.mark.parametrize(
    "text",
    [
        f"{THING}由{FIRM}出资建设。",
        f"{FIRM}负责人参观{THING}，学习管理经验。",
        f"{THING}不由{FIRM}经营。",
        f"{THING}拟交给{FIRM}经营。",
        f"{THING}落成，{FIRM}送来一批水果。",
        f"{THING}边上，酒坊包给了{FIRM}。",
        f"{THING}与{FIRM}签订供货协议。",
    ],
)
def test_what_only_looks_like_running(text: str) -> None:
    assert stated(PAIRED + text, "RUNS") == set()


def test_two_run_it_together() -> None:
    text = f"{THING}由{FIRM}与[[Company:锦绣合作社]]共同经营。"
    assert stated(PAIRED + text, "RUNS") == {"恒利农业 RUNS 仁和冷库中心", "锦绣合作社 RUNS 仁和冷库中心"}


def test_a_hospital_is_in_the_hands_of_another() -> None:
    text = "[[Facility:仁和第二医院]]是[[Facility:同济医院]]托管的。"
    assert stated(PAIRED + text, "RUNS") == {"同济医院 RUNS 仁和第二医院"}


def test_a_factory_is_run_like_a_house() -> None:
    works = "[[Company:安和镇纸箱厂]]"
    assert stated(f"{PAIRED}{works}租给了{FIRM}，年租金8万元。", "RUNS") == {"恒利农业 RUNS 安和镇纸箱厂"}
    assert stated(f"{PAIRED}{works}与{FIRM}一路之隔。", "RUNS") == set()


SHOP = "[[Workshop:彩云车间]]"


@pytest.mark.parametrize(
    "text",
    [
        f"{SHOP}由返乡青年[[Person:罗小妹]]创办的{FIRM}经营。",
        f"{SHOP}建成后交给[[Company:锦绣集团]]在当地注册的{FIRM}运营。",
        f"{SHOP}由[[Region:东莞市]]的{FIRM}开办，招了八十人。",
        f"{SHOP}由{FIRM}从[[Region:东莞市]]拉来缝纫机办起。",
        f"{SHOP}今年开工，经营方是从[[Region:东莞市]]请来的{FIRM}。",
        f"{FIRM}在镇上开设的{SHOP}招了八十人。",
        f"{FIRM}的{SHOP}开在社区一楼。",
        f"她在{SHOP}缝帽子，那是{FIRM}前年迁来后办的。",
        f"{SHOP}由{FIRM}租用，头三年免租。",
        f"{SHOP}上月揭牌，[[Facility:东莞国资平台]]出资1200万元，{FIRM}负责运营。",
        f"[[Region:东莞市]]建起{SHOP}和[[Facility:仁和敬老院]]，前者由{FIRM}承包经营。",
    ],
)
def test_verbs_of_opening_and_words_between(text: str) -> None:
    assert stated(PAIRED + text, "RUNS") == {"恒利农业 RUNS 彩云车间"}


@pytest.mark.parametrize(
    "text",
    [
        f"{SHOP}的产品由{FIRM}包销。",
        f"{SHOP}由[[Region:东莞市]]援建，{FIRM}承接外地的订单。",
        f"{SHOP}开工了。隔壁的纸箱厂由{FIRM}经营。",
        f"{SHOP}开工了。[[Region:东莞市]]援建的纸箱厂由{FIRM}经营。",
        f"{SHOP}开工了。镇上的冻干生产线由[[Region:东莞市]]投资，经营方{FIRM}说要扩产。",
        f"{FIRM}租用[[Park:安和产业园]]，做的是帽子。",
        f"{FIRM}承包了[[Park:安和产业园]]的三十座大棚。",
        f"{SHOP}和民宿群都建好了，前者、后者不同：前者由村里管，营地由{FIRM}经营。",
    ],
)
def test_something_else_is_run(text: str) -> None:
    assert stated(PAIRED + text, "RUNS") == set()
