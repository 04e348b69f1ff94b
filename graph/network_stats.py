"""What the shape of the network of facts tells: who helps most, who stands between, who belongs together, who is left out.

Each measure is of networkx; docs/exports.md says what question it answers. The gazetteer's own facts (PART_OF) are left
out: they join everything in a province.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import networkx

HELP = ("ASSISTS", "FUNDED", "DONATED_TO", "BUILT", "INVESTED_IN")  # from the one who gives to the one who gets
_SEED = 0  # the same graph, the same communities
_SAMPLED_FROM = 2000  # nodes: betweenness is estimated from so many of them


@dataclass(frozen=True, slots=True)
class Helper:
    """One that helps: how many it helps, the yuan it gave, and its betweenness (the share of shortest ways through it)."""

    id: str
    name: str
    helped: int
    amount: float
    betweenness: float


@dataclass(frozen=True, slots=True)
class Community:
    """Entities that have more to do with one another than with the rest; those with most neighbours first."""

    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Stats:
    """The measures of one network."""

    nodes: int
    edges: int
    helpers: tuple[Helper, ...]  # those who help most first
    communities: tuple[Community, ...]  # the largest first
    isolated: tuple[str, ...]  # relocation sites of which no help, firm or workshop is told
    chains: tuple[tuple[str, ...], ...]  # the longest ways from helper to helped to helped ...


def stats(graph: networkx.MultiDiGraph[str]) -> Stats:
    """The measures of a graph as graph.networks.to_networkx makes it."""
    told = _told(graph)
    return Stats(
        nodes=graph.number_of_nodes(),
        edges=told.number_of_edges(),
        helpers=tuple(_helpers(told)),
        communities=tuple(_communities(told)),
        isolated=tuple(_isolated(told)),
        chains=tuple(_chains(told)),
    )


def _told(graph: networkx.MultiDiGraph[str]) -> networkx.MultiDiGraph[str]:
    """The graph in the order of its ids, with the facts that articles tell."""
    import networkx

    told: networkx.MultiDiGraph[str] = networkx.MultiDiGraph()
    told.add_nodes_from(sorted(graph.nodes(data=True), key=lambda node: node[0]))
    for a, b, key, data in sorted(graph.edges(keys=True, data=True), key=lambda edge: edge[:3]):
        if data.get("source") != "gazetteer":
            told.add_edge(a, b, key, **data)
    return told


def _name(graph: networkx.MultiDiGraph[str], key: str) -> str:
    return str(graph.nodes[key]["name"])


def _helpers(graph: networkx.MultiDiGraph[str]) -> list[Helper]:
    import networkx

    helped: dict[str, set[str]] = {}
    amounts: dict[str, float] = {}
    for giver, taker, told in graph.edges(data=True):
        if told["relation"] in HELP:
            helped.setdefault(giver, set()).add(taker)
            amounts[giver] = amounts.get(giver, 0.0) + float(told.get("amount") or 0)
    plain = networkx.Graph(graph)
    sample = _SAMPLED_FROM if plain.number_of_nodes() > _SAMPLED_FROM else None
    between = networkx.betweenness_centrality(plain, k=sample, seed=_SEED)
    found = [
        Helper(key, _name(graph, key), len(takers), amounts[key], round(between[key], 4))
        for key, takers in helped.items()
    ]
    return sorted(found, key=lambda one: (-one.helped, -one.amount, one.id))


def _communities(graph: networkx.MultiDiGraph[str]) -> list[Community]:
    import networkx

    plain = networkx.Graph(graph)
    plain.remove_nodes_from([key for key, degree in dict(plain.degree()).items() if not degree])
    found = networkx.community.louvain_communities(plain, seed=_SEED)
    ordered = [sorted(one, key=lambda key: (-plain.degree(key), key)) for one in found]
    ordered.sort(key=lambda keys: (-len(keys), keys))
    return [Community(tuple(_name(graph, key) for key in keys)) for keys in ordered if len(keys) > 1]


def _isolated(graph: networkx.MultiDiGraph[str]) -> list[str]:
    """Sites without a fact, but for where they lie."""
    sites = [key for key, told in graph.nodes(data=True) if told["label"] == "RelocationSite"]
    return sorted(_name(graph, key) for key in sites if not _busy(graph, key))


def _busy(graph: networkx.MultiDiGraph[str], key: str) -> bool:
    edges = [*graph.in_edges(key, data=True), *graph.out_edges(key, data=True)]
    return any(told["relation"] not in ("LOCATED_IN", "PART_OF") for _, _, told in edges)


def _chains(graph: networkx.MultiDiGraph[str]) -> Iterable[tuple[str, ...]]:
    """The longest chains of help, of which no other is a part; those who help one another are one link."""
    import networkx

    help_: networkx.DiGraph[str] = networkx.DiGraph()
    help_.add_edges_from((a, b) for a, b, told in graph.edges(data=True) if told["relation"] in HELP)
    knots = networkx.condensation(help_)
    longest: dict[int, list[int]] = {}
    for knot in reversed(
        list(networkx.lexicographical_topological_sort(knots, key=lambda one: min(knots.nodes[one]["members"])))
    ):
        ways = [longest[after] for after in knots.successors(knot)]
        best = min(ways, key=lambda way: (-len(way), [min(knots.nodes[one]["members"]) for one in way]), default=[])
        longest[knot] = [knot, *best]
    first = [way for knot, way in longest.items() if not knots.in_degree(knot) and len(way) > 1]
    named = [
        tuple("＝".join(_name(graph, key) for key in sorted(knots.nodes[one]["members"])) for one in way)
        for way in first
    ]
    return sorted(named, key=lambda chain: (-len(chain), chain))
