"""What a Neo4j server is sent, and what it returns as plain Python values, the same as the embedded store gives."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from neo4j import Record
from neo4j.graph import Node, Path, Relationship

from graph.schema import schema
from graph.tables import Columns, link_columns, node_tables

_PLAIN = frozenset((str, int, float, bool, type(None)))


class Sent(list[Any]):
    """Rows for a statement. The driver writes its parameters out for its log even when nobody logs: a fifth of the
    client's time with all rows (measured).

    >>> Sent([["id", "name"], ["other", "name"]])
    <2 rows>
    """

    def __repr__(self) -> str:
        return f"<{len(self)} rows>"


def row_of(record: Record) -> list[Any]:
    """The values of a record. Its own iterator looks at each for what could not be read; here only what is not plain is."""
    row = list(tuple.__iter__(record))
    return row if _PLAIN.issuperset(map(type, row)) else plain_row(record.values())


def plain_row(values: Iterable[Any]) -> list[Any]:
    """The values of a row; most rows hold nothing that is not plain, and are not looked at one by one."""
    row = list(values)
    return row if _PLAIN.issuperset(map(type, row)) else [plain(value) for value in row]


def plain(value: Any) -> Any:
    """A value without the driver's own types; a node or relation is a dict with all its columns, None where empty."""
    if type(value) in _PLAIN:
        return value
    if isinstance(value, list):
        return plain_row(value)
    if isinstance(value, dict):
        return {name: plain(one) for name, one in value.items()}
    if isinstance(value, Node):
        return _full(_columns(value), value)
    if isinstance(value, Relationship):
        return _full(link_columns(schema(), value.type), value)
    if isinstance(value, Path):
        return {"_NODES": [plain(node) for node in value.nodes], "_RELS": [plain(link) for link in value.relationships]}
    return value.to_native() if hasattr(value, "to_native") else value  # dates and times


def _columns(node: Node) -> Columns:
    tables = node_tables(schema())
    return next((tables[label] for label in sorted(node.labels) if label in tables), {})


def _full(columns: Columns, properties: Node | Relationship) -> dict[str, Any]:
    return {**dict.fromkeys(columns), **{name: plain(one) for name, one in properties.items()}}
