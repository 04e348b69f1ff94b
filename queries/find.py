"""Entities by any of their names."""

from __future__ import annotations

from dataclasses import dataclass

from graph.store import Store
from queries.names import containing, resolve


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
    hits = {node.id: node for node in [*resolve(store, text), *containing(store, text)]}
    rows: list[Found] = []
    for label in sorted({node.label for node in hits.values()}):
        ids = sorted(node.id for node in hits.values() if node.label == label)
        _, found = store.query(
            f"UNWIND $ids AS id MATCH (n:{label} {{id: id}}) OPTIONAL MATCH (n)-[:MENTIONED_IN]->(p:Passage) "
            "RETURN n.id, n.label, n.name, n.names, n.code, count(p.id)",
            {"ids": ids},
        )
        rows += [Found(i, kind, name, tuple(names), code, count) for i, kind, name, names, code, count in found]
    return sorted(rows, key=lambda row: (-row.passages, row.label, row.name, row.id))
