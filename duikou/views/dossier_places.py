"""Where a name lies, what lies in it, and who else goes by it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from duikou.views.knowledge import Node
from graph.errors import UsageError
from graph.schema import schema
from graph.store import Store
from queries.names import code_prefix

_ANY = "|".join(schema().labels)
_INTO = "LOCATED_IN|PART_OF|MOVED_INTO"
_PLACES = "Region|RelocationSite|Park|Workshop"
_NODE = "n.id, n.label, n.name, n.names, n.code, n.region"


@dataclass(frozen=True, slots=True)
class Setting:
    """The places above a name, from the widest, and the others of its name with the place each is filed under.

    `stated`: whether the places come from facts; otherwise the name is only filed under the place.
    """

    above: tuple[Node, ...]
    stated: bool
    namesakes: tuple[tuple[Node, Node | None], ...]


def node_of(store: Store, id_: str) -> Node:
    """The entity with this id; UsageError when the store has none."""
    found = _nodes(store, [id_])
    if not found:
        raise UsageError(f"the store holds nothing with the id {id_}; look for its name with: duikou find")
    return found[0]


def scope(store: Store, node: Node) -> frozenset[str]:
    """The ids of the name and of all that facts put into it, at any depth.

    Which region an id is filed under does not count: that tells namesakes apart and is no statement.
    """
    found = {node.id}
    if node.label == "Region" and node.code:
        below = "MATCH (n:Region) WHERE n.code STARTS WITH $code RETURN n.id"
        found |= {row[0] for row in store.query(below, {"code": code_prefix(node.code)})[1]}
    if node.label not in _PLACES.split("|"):
        return frozenset(found)
    step = f"UNWIND $ids AS id MATCH (n)-[:{_INTO}]->(:{_PLACES} {{id: id}}) RETURN DISTINCT n.id"
    new = found
    while new:
        new = {row[0] for row in store.query(step, {"ids": sorted(new)})[1]} - found
        found |= new
    return frozenset(found)


def setting(store: Store, node: Node) -> Setting:
    """The places around a name, step by step, and its namesakes."""
    above: list[Node] = []
    place = _above(store, node)
    stated = place is not None
    if place is None and node.region:
        place = next(iter(_nodes(store, [node.region])), None)
    while place and place not in above and place != node:
        above.append(place)
        place = _narrowest(_at(store, place, "LOCATED_IN|PART_OF"))
    return Setting(tuple(reversed(above)), stated or not above, _namesakes(store, node))


def _above(store: Store, node: Node) -> Node | None:
    """What the name lies in itself: of several places the narrowest."""
    found = (_narrowest(_at(store, node, relations)) for relations in ("LOCATED_IN|PART_OF", "MOVED_INTO"))
    return next((place for place in found if place), None)


def _at(store: Store, node: Node, relations: str) -> list[Node]:
    ask = f"MATCH (a:{node.label} {{id: $id}})-[:{relations}]->(n) RETURN DISTINCT {_NODE}"
    return _made(store.query(ask, {"id": node.id})[1])


def _narrowest(places: list[Node]) -> Node | None:
    """Of sites and divisions the one furthest down, by the length of its code."""
    return max(places, key=lambda place: (len(code_prefix(place.code)) if place.code else 99, place.id), default=None)


def _namesakes(store: Store, node: Node) -> tuple[tuple[Node, Node | None], ...]:
    ask = f"MATCH (n:{node.label} {{name: $name}}) WHERE n.id <> $id RETURN {_NODE}"
    others = _made(store.query(ask, {"name": node.name, "id": node.id})[1])
    homes = {home.id: home for home in _nodes(store, sorted({one.region for one in others if one.region}))}
    return tuple((one, homes.get(one.region or "")) for one in others)


def _nodes(store: Store, ids: list[str]) -> list[Node]:
    if not ids:
        return []
    ask = f"UNWIND $ids AS id MATCH (n:{_ANY} {{id: id}}) RETURN {_NODE}"
    return _made(store.query(ask, {"ids": ids})[1])


def _made(rows: list[list[Any]]) -> list[Node]:
    """Nodes by id, from rows of what _NODE asks for."""
    nodes = (Node(id_, label, name, tuple(names), code, region) for id_, label, name, names, code, region in rows)
    return sorted(nodes, key=lambda node: node.id)
