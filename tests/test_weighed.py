"""Relations that no frame has read: the evidence around two names is weighed."""

from __future__ import annotations

from unittest.mock import patch

import pytest

from graph.model import Entity, Fact
from loaders.build import extract_document
from loaders.pair_features import joinable
from loaders.pair_weights import load
from loaders.proposals import Proposal
from loaders.read import from_text
from loaders.values import Reading
from loaders.weighed import _adds
from loaders.weights import parse

LEAD = "东西部协作见成效\n江苏省常州市武进区与陕西省安康市石泉县是结对帮扶县区。\n"
WEIGHED = "weighed"


def facts(text: str) -> list[Fact]:
    return [fact for fact in extract_document(from_text(LEAD + text, "text")).facts if not fact.source]


def _reading() -> Reading:
    """What the weighing sees of an article."""
    met: list[Reading] = []

    def collect(reading: Reading, *_: object) -> list[Proposal]:
        met.append(reading)
        return []

    with patch("loaders.relate.find_weighed", collect):
        extract_document(from_text(LEAD, "text"))
    return met[0]


def test_what_no_frame_reads_is_found_with_its_proof() -> None:
    text = "常州天禾农业有限公司的机器已经在石泉县古堰产业园转起来，三月开了工。"
    found = [fact for fact in facts(text) if fact.rule == WEIGHED]
    assert [(f.relation, f.subject.name, f.object.name) for f in found] == [
        ("MOVED_INTO", "常州天禾农业有限公司", "石泉县古堰产业园")
    ]
    assert found[0].proof.evidence[0].quote == "常州天禾农业有限公司的机器已经在石泉县古堰产业园转起来"
    assert found[0].proof.tier == "stated"


@pytest.mark.parametrize(
    "text",
    [
        "武进区和石泉县的气候相差很大，常州天禾农业有限公司种的是水稻。",
        "常州天禾农业有限公司的产品经过石泉县古堰产业园门口运往西安。",
        "常州市的小店里摆着西安市运来的石榴。",
        "从新北区来的五十位游客在宁陕县住了一夜。",
    ],
)
def test_names_that_only_meet_in_a_sentence_are_not_joined(text: str) -> None:
    assert [fact for fact in facts(text) if fact.rule == WEIGHED] == []


def test_the_relations_that_could_join_two_labels() -> None:
    assert "MOVED_INTO" in joinable("Company", "Park")
    assert joinable("Person", "Person") == ()


def test_weights_add_up_and_only_for_relations_that_could_hold() -> None:
    weights = parse(
        "RUNS\t(start)\t-1\nRUNS\t(enough)\t0.7\nBUILT\t(start)\t0\nBUILT\t(enough)\t0.7\nRUNS\tfB运营\t2\nBUILT\tfB运营\t-3"
    )
    assert weights.likely({"fB运营"}, ["RUNS"]) == {"RUNS": pytest.approx(0.731, abs=1e-3)}
    assert weights.likely({"fB运营"}, ["RUNS", "BUILT", "ASSISTS"])["BUILT"] == pytest.approx(0.047, abs=1e-3)


def test_the_sum_does_not_depend_on_the_order_of_the_evidence() -> None:
    weights = load()
    seen = sorted(weights.rows)[:3000]
    assert weights.likely(set(seen), weights.start) == weights.likely(
        dict.fromkeys(reversed(seen)).keys(), weights.start
    )


def test_every_relation_with_weights_says_what_is_enough() -> None:
    weights = load()
    assert set(weights.start) == set(weights.enough)
    assert all(0.5 <= enough < 1 for enough in weights.enough.values())


def test_nothing_that_a_frame_has_read_is_proposed_again(monkeypatch: pytest.MonkeyPatch) -> None:
    found: list[tuple[str, str, str]] = []
    told: set[tuple[str, str, str]] = set()
    from loaders import weighed

    original = weighed.find_weighed

    def spy(reading, topics, rows, known):  # type: ignore[no-untyped-def]
        new = original(reading, topics, rows, known)
        told.update((p.relation, p.subject.id, p.object.id) for p in known)
        found.extend((p.relation, p.subject.id, p.object.id) for p in new)
        return new

    monkeypatch.setattr("loaders.relate.find_weighed", spy)
    extract_document(from_text(LEAD + "常州天禾农业有限公司落户石泉县古堰产业园，武进区出资200万元建起厂房。", "text"))
    assert told and not told & set(found)
    assert len(found) == len(set(found))


@pytest.mark.parametrize(
    "text",
    [
        "常州天禾农业有限公司签下五千亩订单；溧阳市拿出一千五百万元，在石泉县建起云雾食品加工车间。",
        "天宁区出资在石泉县建成云雾分选中心，带动三百户果农；溧阳市援建的石泉县古堰产业园也开了门。",
        "由武进区援建的云雾扶贫车间在石泉县古堰产业园开工。",
        "石泉县古堰产业园交给石泉云雾运营公司，常州天禾农业有限公司正在洽谈。",
    ],
)
def test_others_that_stand_between_are_seen(text: str) -> None:
    assert [fact for fact in facts(text) if fact.rule == WEIGHED] == []


@pytest.mark.parametrize(("helped", "adds"), [("粤东西北", False), ("街子镇", True), ("滨海新区", True)])
def test_a_landscape_is_no_party_of_a_pairing(helped: str, adds: bool) -> None:
    """A region without a code must at least be named like a division."""
    helper, region = (Entity(f"region:{name}", "Region", name) for name in ("观海卫镇", helped))
    assert _adds(Proposal("ASSISTS", helper, region, ((0, 0, 1),)), (), _reading()) is adds
