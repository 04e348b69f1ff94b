"""Entities by any of their names."""

from __future__ import annotations

from dataclasses import dataclass

from graph.schema import schema
from graph.store import Store
from queries.names import having


@dataclass(frozen=True, slots=True)
class Found:
    """An entity, all its names, and in how many passages it is named."""

    id: str
    label: str
    name: str
    names: tuple[str, ...]
    code: str | None
    passages: int


def find(store: Store, text: str) -> list[Found]:
    """What goes by the text or has it in a name, in either script; the most often named first."""
    ids = [node.id for node in having(store, text)]
    if not ids:
        return []
    _, found = store.query(
        f"UNWIND $ids AS id MATCH (n:{'|'.join(schema().labels)} {{id: id}}) "
        "OPTIONAL MATCH (n)-[:MENTIONED_IN]->(p:Passage) "
        "RETURN n.id, n.label, n.name, n.names, n.code, count(p.id)",
        {"ids": ids},
    )
    rows = [Found(i, kind, name, tuple(names), code, count) for i, kind, name, names, code, count in found]
    return sorted(rows, key=lambda row: (-row.passages, row.label, row.name, row.id))
