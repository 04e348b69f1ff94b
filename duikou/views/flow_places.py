"""In which divisions the things of a store lie, and where people and firms that came from elsewhere are from."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from duikou.views.knowledge import Fact, Knowledge, Node
from graph.identity import region_id
from loaders.gazetteer import COUNTY, PROVINCE, Place, load

_PREFIX = region_id("")
_LIES = ("LOCATED_IN", "PART_OF")
_WENT = ("MOVED_INTO", "SECONDED_TO")
_CAME = ("CAME_FROM", "SECONDED_FROM")


class Level(StrEnum):
    """How far places are drawn together: as the texts name them, by county, by province."""

    stated = "stated"
    county = "county"
    province = "province"


@dataclass(frozen=True, slots=True)
class Places:
    """Chains by node id: the node itself, then all it lies in, the nearest first.

    `homes`: where it lies now. `origins`: where it comes from, which is its home where no text says otherwise.
    """

    nodes: Mapping[str, Node]
    homes: Mapping[str, tuple[str, ...]]
    origins: Mapping[str, tuple[str, ...]]

    def name(self, id_: str) -> str:
        """The name of a node, or of a division around one that the store has no node for."""
        if node := self.nodes.get(id_):
            return node.name
        place = load().place(_code(id_))
        return place.name if place else _code(id_)

    def label(self, id_: str) -> str:
        """The label of a node; what only the gazetteer knows is a region."""
        return self.nodes[id_].label if id_ in self.nodes else "Region"

    def lifted(self, id_: str, level: Level) -> str:
        """The county or province that stands for a node; the node itself where it is as large, or lies nowhere known."""
        if level is Level.stated:
            return id_
        largest = PROVINCE if level is Level.province else COUNTY
        for outer in self.homes.get(id_, (id_,)):
            place = division(outer)
            if place and PROVINCE <= place.level <= largest:
                return outer
        return id_

    def province(self, id_: str) -> str | None:
        """The province that a node lies in."""
        found = self.lifted(id_, Level.province)
        place = division(found)
        return found if place and place.level == PROVINCE else None


def places(known: Knowledge) -> Places:
    """The chains of all nodes."""
    lies: dict[str, list[str]] = defaultdict(list)
    went: dict[str, list[str]] = defaultdict(list)
    came: dict[str, list[str]] = defaultdict(list)
    for fact in known.facts:
        for relations, where in ((_LIES, lies), (_WENT, went), (_CAME, came)):
            if fact.relation in relations:
                where[fact.subject].append(fact.object)
    around = {id_: _next(node, lies[id_], went[id_]) for id_, node in known.nodes.items()}
    rooted = {id_: _next(node, lies[id_], ()) for id_, node in known.nodes.items()}
    homes = {id_: tuple(_outward([id_], around)) for id_ in known.nodes}
    origins = {
        id_: (id_, *(one for one in _outward(sorted(came[id_]), rooted) if one != id_))
        if came[id_]
        else tuple(_outward([id_], rooted))
        for id_ in known.nodes
    }
    return Places(known.nodes, homes, origins)


def division(id_: str) -> Place | None:
    """The province, prefecture or county with this id."""
    code = _code(id_)
    return load().place(code) if len(code) == 6 else None


def both_sides(fact: Fact, where: Places) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The chains at the two ends of a fact: what acts counts to where it comes from, what is acted on to where it lies.

    Of a fact that says where somebody comes from, the first end is where he went.
    """
    if fact.relation in _CAME:
        return where.homes[fact.subject], where.homes[fact.object]
    return where.origins[fact.subject], where.homes[fact.object]


def _next(node: Node, lies: Iterable[str], went: Iterable[str]) -> tuple[str, ...]:
    """What lies directly around a node, from the facts; where they say nothing, its region if its name says so.

    The region that tells namesakes apart is no proof by itself: the article may only have been about it.
    """
    if node.label == "Region" and node.code:
        return _outer(node.code)
    stated = tuple(dict.fromkeys((*sorted(lies), *sorted(went))))
    if stated or not node.region:
        return stated
    return (node.region,) if node.label == "Region" or _names(node, node.region) else ()


def _names(node: Node, region: str) -> bool:
    """Whether one of the node's names has one of the division's in it: 昭平县第二小学, 顺德衣帽厂."""
    place = division(region)
    return place is not None and any(form in name for form in load().names(place) for name in node.names)


def _outward(starts: Sequence[str], around: Mapping[str, tuple[str, ...]]) -> Iterator[str]:
    seen: dict[str, None] = {}
    ring = list(starts)
    while ring:
        fresh = [one for one in dict.fromkeys(ring) if one not in seen]
        seen.update(dict.fromkeys(fresh))
        ring = [outer for one in fresh for outer in (around[one] if one in around else _outer(_code(one)))]
    yield from seen


@cache
def _outer(code: str) -> tuple[str, ...]:
    """The id of the division that contains the one with this code.

    >>> _outer("522732002000"), _outer("522732"), _outer("110101"), _outer("440000")
    (('region:522732',), ('region:522700',), ('region:110000',), ())
    """
    if len(code) == 12 and not code.endswith("000"):
        return (region_id(code[:9] + "000"),)
    if len(code) == 12:
        return (region_id(code[:6] if load().place(code[:6]) else code[:4] + "00"),)
    place = load().place(code) if len(code) == 6 else None
    return (region_id(place.parent),) if place and place.parent else ()


def _code(id_: str) -> str:
    return id_.removeprefix(_PREFIX) if id_.startswith(_PREFIX) else ""
