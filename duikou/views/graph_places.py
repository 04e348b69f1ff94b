"""The regions that a graph page can be narrowed to: those that its nodes lie in, up to the province."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from duikou.views.knowledge import Node
from graph.store import Store


class Places:
    """Regions by id, each with its name and the region above it."""

    def __init__(self, store: Store, nodes: Iterable[Node]) -> None:
        self._names: dict[str, str] = {}
        self._above: dict[str, str] = {}
        asked = {id_ for node in nodes if (id_ := _region(node))}
        while asked := asked - self._names.keys():
            _, rows = store.query(
                "UNWIND $ids AS id MATCH (r:Region {id: id}) RETURN r.id, r.name, r.region", {"ids": sorted(asked)}
            )
            self._names.update({id_: name for id_, name, _ in rows})
            self._above.update({id_: above for id_, _, above in rows if above})
            asked = {above for _, _, above in rows if above}
        self._places = {id_: place for place, id_ in enumerate(sorted(self._names))}

    def of(self, node: Node) -> int:
        """The place of a node among the rows, -1 where none is known."""
        return self._places.get(_region(node) or "", -1)

    def rows(self) -> list[list[Any]]:
        """Name of each region, and the place of the one above it, -1 for a province."""
        return [[self._names[id_], self._places.get(self._above.get(id_, ""), -1)] for id_ in self._places]


def _region(node: Node) -> str | None:
    return node.id if node.label == "Region" else node.region
