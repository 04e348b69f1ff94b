"""The measures of a network whose answers are known by looking at it."""

from __future__ import annotations

import networkx

from graph.network_stats import stats


def made(*facts: tuple[str, str, str], amount: float | None = None) -> networkx.MultiDiGraph[str]:
    graph: networkx.MultiDiGraph[str] = networkx.MultiDiGraph()
    for number, (subject, relation, object_) in enumerate(facts):
        for name in (subject, object_):
            graph.add_node(name, name=name, label="RelocationSite" if name.endswith("社区") else "Region")
        told = {"relation": relation} | ({"amount": amount} if amount and relation == "FUNDED" else {})
        graph.add_edge(subject, object_, key=f"{number:03}", **told)
    return graph


def test_helpers_by_how_many_they_help() -> None:
    graph = made(
        ("甲", "ASSISTS", "丙"), ("甲", "FUNDED", "丙"), ("甲", "DONATED_TO", "丁"), ("乙", "ASSISTS", "丁"),
        ("丙", "SENDS_WORKERS_TO", "甲"), amount=50.0,
    )  # fmt: skip
    found = stats(graph)
    assert [(one.name, one.helped, one.amount) for one in found.helpers] == [("甲", 2, 50.0), ("乙", 1, 0.0)]
    assert (found.nodes, found.edges) == (4, 5)


def test_who_stands_between_has_the_betweenness() -> None:
    line = made(("甲", "ASSISTS", "乙"), ("乙", "ASSISTS", "丙"), ("丙", "ASSISTS", "丁"))
    between = {one.name: one.betweenness for one in stats(line).helpers}
    assert between == {"甲": 0.0, "乙": 0.6667, "丙": 0.6667}


def test_communities_do_not_depend_on_the_order_of_loading() -> None:
    ring = [(a, "COOPERATES_WITH", b) for group in ("甲乙丙丁", "戊己庚辛") for a in group for b in group if a < b]
    facts = [*ring, ("甲", "ASSISTS", "戊")]
    for order in (facts, facts[::-1]):
        assert {frozenset(one.names) for one in stats(made(*order)).communities} == {
            frozenset("甲乙丙丁"),
            frozenset("戊己庚辛"),
        }


def test_a_site_of_which_only_its_place_is_told_is_isolated() -> None:
    graph = made(
        ("城南社区", "LOCATED_IN", "乙县"), ("城北社区", "LOCATED_IN", "乙县"), ("甲区", "ASSISTS", "城北社区")
    )
    assert stats(graph).isolated == ("城南社区",)


def test_chains_of_help_with_those_who_help_one_another_as_one_link() -> None:
    graph = made(
        ("甲", "ASSISTS", "乙"), ("乙", "FUNDED", "丙"), ("丙", "DONATED_TO", "乙"), ("丙", "BUILT", "丁社区"), ("戊", "ASSISTS", "丁社区"),
        ("丁社区", "SENDS_WORKERS_TO", "甲"),
    )  # fmt: skip
    assert stats(graph).chains == (("甲", "丙＝乙", "丁社区"), ("戊", "丁社区"))


def test_the_gazetteer_joins_nothing() -> None:
    graph = made(("甲县", "PART_OF", "丙省"), ("乙县", "PART_OF", "丙省"))
    for *_, told in graph.edges(data=True):
        told["source"] = "gazetteer"
    found = stats(graph)
    assert (found.edges, found.communities, found.helpers, found.chains) == (0, (), (), ())
    assert stats(networkx.MultiDiGraph()).nodes == 0
