"""where things lie, who runs and who has built them: sentences of our own for each condition and construction."""

from __future__ import annotations

import pytest

from loaders.build import extract_document
from loaders.read import from_text

PAIR = "姑苏区对口帮扶江口县。"


def told(sentence: str, relation: str) -> set[tuple[str, str]]:
    """The ends of the facts of a relation in the sentence, after one that states the pairing."""
    extraction = extract_document(from_text(PAIR + sentence, "t"))
    return {(f.subject.name, f.object.name) for f in extraction.facts if f.relation == relation}


def reasons(sentence: str) -> set[str]:
    return {r.reason for r in extract_document(from_text(PAIR + sentence, "t")).rejects}


@pytest.mark.parametrize(
    ("sentence", "place"),
    [
        ("江口的苹果进了姑苏区的大润超市。", "姑苏区"),
        ("江口的香菇摆上了姑苏区的永发商场。", "姑苏区"),
        ("支教的教师来自姑苏区的桃坞中学。", "姑苏区"),
        ("姑苏区的丝绸博物馆请江口县的学生参观。", "姑苏区"),
    ],
)
def test_a_house_at_the_helpers_is_none_of_the_assistance(sentence: str, place: str) -> None:
    assert place not in {end for _, end in told(sentence, "LOCATED_IN")}


@pytest.mark.parametrize(
    ("sentence", "fact"),
    [
        ("江口县在姑苏区设立了江口劳务服务站。", ("江口劳务服务站", "姑苏区")),
        ("坝盘镇的姑江冷链中心上月投用。", ("姑江冷链中心", "坝盘镇")),
        ("江口县坝盘镇的“连心桥”通了车。", ("连心桥", "坝盘镇")),
    ],
)
def test_a_house_of_the_assistance_keeps_its_place(sentence: str, fact: tuple[str, str]) -> None:
    assert fact in told(sentence, "LOCATED_IN")


@pytest.mark.parametrize(
    ("sentence", "reason"),
    [
        ("江口特产馆开在姑苏区的干将东路上。", "a street of an address"),
        ("江口县的东风大道拓宽了。", "a street of an address"),
        ("姑苏区今年在江口县续建了12个“同心工坊”。", "several of a kind, not one of them"),
        ("坝盘镇的幸福卫生院共8所，都换了设备。", "several of a kind, not one of them"),
    ],
)
def test_streets_and_several_of_a_kind_have_no_place(sentence: str, reason: str) -> None:
    assert reason in reasons(sentence)


@pytest.mark.parametrize(
    ("sentence", "fact"),
    [
        ("姑苏区在江口县建成“同心工坊”一座。", ("同心工坊", "江口县")),
        ("江口县坝盘镇的“姑江产业园”七个大字十分醒目。", ("姑江产业园", "坝盘镇")),
    ],
)
def test_one_house_or_a_sign_over_a_gate_is_not_several(sentence: str, fact: tuple[str, str]) -> None:
    assert fact in told(sentence, "LOCATED_IN")


@pytest.mark.parametrize(
    ("sentence", "fact"),
    [
        ("在江口县坝盘镇，姑苏港集团援建的姑江服装厂招了一百人。", ("姑江服装厂", "坝盘镇")),
        ("在坝盘镇，由国家电网公司捐建的姑江冷链物流中心已经投用。", ("姑江冷链物流中心", "坝盘镇")),
    ],
)
def test_a_scene_with_a_house_that_a_firm_built(sentence: str, fact: tuple[str, str]) -> None:
    assert fact in told(sentence, "LOCATED_IN")


@pytest.mark.parametrize(
    ("sentence", "fact"),
    [
        (
            "姑苏区建起姑江牦牛产业园，由江口牧丰生物科技有限公司承租经营。",
            ("江口牧丰生物科技有限公司", "姑江牦牛产业园"),
        ),
        ("姑苏区援建的草果烘干厂已转交江口蜜语农业公司经营。", ("江口蜜语农业公司", "草果烘干厂")),
        ("江口肉牛利用中心建好了。现在江口恒都肥业有限公司租用该中心。", ("江口恒都肥业有限公司", "江口肉牛利用中心")),
    ],
)
def test_who_runs_it(sentence: str, fact: tuple[str, str]) -> None:
    assert fact in told(sentence, "RUNS")


@pytest.mark.parametrize(
    "sentence",
    [
        "恒大酒庄旁边新开了一家“禾苗扶贫车间”。",
        "姑苏区干将东路旁开了家“江口小吃店”。",
        "学员在昌吉市延安路开了家“江口小吃店”。",
    ],
)
def test_what_stands_beside_it_does_not_run_it(sentence: str) -> None:
    assert told(sentence, "RUNS") == set()


@pytest.mark.parametrize(
    ("sentence", "built"),
    [
        ("姑江制衣厂由姑苏区商人闻人卫东投资5500万元兴建。", False),
        ("姑江制衣厂由姑苏区企业出资2.9亿元建成。", False),
        ("姑江制衣厂由姑苏区投资5500万元兴建。", True),
    ],
)
def test_the_home_of_the_builder_has_not_built_it(sentence: str, built: bool) -> None:
    assert (("姑苏区", "姑江制衣厂") in told(sentence, "BUILT")) is built


@pytest.mark.parametrize(
    ("sentence", "relation", "thing"),
    [
        ("2019年，姑苏区与江口县合办“姑江茶叶加工厂”，半年就投产。", "BUILT", "姑江茶叶加工厂"),
        ("2022年姑苏区与江口县合办的“姑江冷链中心”，3200平方米。", "BUILT", "姑江冷链中心"),
        ("姑苏区与江口县合办的“姑江技工班”开了三期。", "RUNS", "姑江技工班"),
    ],
)
def test_a_factory_that_two_hold_has_been_built_by_both(sentence: str, relation: str, thing: str) -> None:
    assert {("姑苏区", thing), ("江口县", thing)} <= told(sentence, relation)


def test_a_workshop_spoken_of_is_built_by_both() -> None:
    sentence = "江口绣坊开在坝盘镇。车间是姑苏区和江口县人社局共建，挂牌刚满一年。"
    assert {("姑苏区", "江口绣坊"), ("江口县人社局", "江口绣坊")} <= told(sentence, "BUILT")


@pytest.mark.parametrize("sentence", ["江口“飞地”产业园今年产值四亿元。", "“飞地”产业园开园，江口县分红一千万元。"])
def test_a_park_flown_out_does_not_lie_at_home(sentence: str) -> None:
    assert told(sentence, "LOCATED_IN") == set()


def test_a_kind_of_site_lies_nowhere() -> None:
    assert told("坝盘镇移民小区文化活动中心完工。", "LOCATED_IN").isdisjoint({("移民小区", "坝盘镇")})
