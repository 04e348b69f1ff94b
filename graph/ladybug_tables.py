"""Reading and writing rows of the LadybugDB tables: graph.upsert.Tables in its dialect.

Two habits of its planner decide the form of these statements: `MATCH (a), (b)` makes a cross product where
`MATCH (a) MATCH (b)` looks both up, and MERGE does not use the key, so that we look first and then CREATE.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from graph.group import Kept
from graph.rows import Row
from graph.schema import schema
from graph.tables import Columns, Pair, ladybug_type, link_columns, node_tables
from graph.upsert import Ends

Run = Callable[[str, dict[str, Any]], list[list[Any]]]
_AT_ONCE = 5000  # rows in one statement
KEPT = "CREATE NODE TABLE IF NOT EXISTS Kept(id STRING PRIMARY KEY, files STRING[], things STRING[], rows BLOB)"
_DOCUMENT = "UNWIND $rows AS row MATCH (d:Document {id: row})"
_OWN_NODES = {
    "Article": f"{_DOCUMENT} MATCH (n:Article)-[:IN_DOCUMENT]->(d) RETURN n.id ORDER BY n.id",
    "Passage": f"{_DOCUMENT} MATCH (n:Passage)-[:IN_ARTICLE]->(:Article)-[:IN_DOCUMENT]->(d) RETURN n.id ORDER BY n.id",
    "Reject": f"{_DOCUMENT} MATCH (n:Reject)-[:IN_DOCUMENT]->(d) RETURN n.id ORDER BY n.id",
}


class LadybugTables:
    """Rows in and out; `run` executes a statement in the transaction of the caller."""

    def __init__(self, run: Run) -> None:
        self._run = run
        self._columns: Mapping[str, Columns] = node_tables(schema())

    def nodes(self, label: str, ids: list[str]) -> dict[str, Row]:
        columns = [name for name in self._columns[label] if name != "text"]
        wanted = ", ".join(f"n.{name}" for name in columns)
        text = f"UNWIND $rows AS row MATCH (n:{label} {{id: row}}) RETURN {wanted}"
        return _by_id(columns, self._each(text, ids))

    def create_nodes(self, label: str, rows: list[Row]) -> None:
        columns = self._columns[label]
        values = ", ".join(f"{name}: {_value(name, kind)}" for name, kind in columns.items())
        self._each(f"UNWIND $rows AS row CREATE (:{label} {{{values}}})", rows)

    def update_nodes(self, label: str, rows: list[Row]) -> None:
        names = sorted(rows[0].keys() - {"id"}) if rows else []
        changes = ", ".join(f"n.{name} = {_value(name, self._columns[label][name])}" for name in names)
        self._each(f"UNWIND $rows AS row MATCH (n:{label} {{id: row.id}}) SET {changes}", rows)

    def facts(self, pair: Pair, rows: list[Row]) -> dict[str, Row]:
        columns = list(link_columns(schema(), pair.relation))
        wanted = ", ".join(f"r.{name}" for name in columns)
        ends = [{name: row[name] for name in ("id", "from_id", "to_id")} for row in rows]
        text = f"UNWIND $rows AS row {_found(pair)} RETURN {wanted}, row.from_id, row.to_id"
        return _by_id([*columns, "from_id", "to_id"], self._each(text, ends))

    def create_facts(self, pair: Pair, rows: list[Row]) -> None:
        columns = link_columns(schema(), pair.relation)
        values = ", ".join(f"{name}: {_value(name, kind)}" for name, kind in columns.items())
        self._each(
            f"UNWIND $rows AS row MATCH (a:{pair.source} {{id: row.from_id}}) "
            f"MATCH (b:{pair.target} {{id: row.to_id}}) CREATE (a)-[:{pair.relation} {{{values}}}]->(b)",
            rows,
        )

    def update_facts(self, pair: Pair, rows: list[Row]) -> None:
        columns = link_columns(schema(), pair.relation)
        changes = ", ".join(f"r.{name} = {_value(name, kind)}" for name, kind in columns.items() if name != "id")
        self._each(f"UNWIND $rows AS row {_found(pair)} SET {changes}", rows)

    def create_links(self, pair: Pair, ends: list[Ends]) -> None:
        self._each(
            f"UNWIND $rows AS row MATCH (a:{pair.source} {{id: row.a}}) MATCH (b:{pair.target} {{id: row.b}}) "
            f"CREATE (a)-[:{pair.relation}]->(b)",
            [{"a": a, "b": b} for a, b in ends],
        )

    def kept(self, ids: list[str]) -> dict[str, Kept]:
        text = "UNWIND $rows AS row MATCH (k:Kept {id: row}) RETURN k.id, k.files, k.things, k.rows"
        return {key: Kept(key, tuple(files), tuple(things), rows) for key, files, things, rows in self._each(text, ids)}

    def keep(self, rows: list[Kept]) -> None:
        self.delete_nodes("Kept", [row.id for row in rows])
        self._each(
            "UNWIND $rows AS row CREATE (:Kept {id: row.id, files: row.files, things: row.things, rows: row.rows})",
            [{"id": row.id, "files": [*row.files], "things": [*row.things], "rows": row.rows} for row in rows],
        )

    def holders(self, things: list[str]) -> dict[str, list[str]]:
        text = (
            "WITH $things AS wanted MATCH (k:Kept) UNWIND k.things AS thing WITH k.id AS id, thing, wanted "
            "WHERE thing IN wanted RETURN thing, collect(id)"
        )
        return {thing: sorted(ids) for thing, ids in self._run(text, {"things": things})}

    def own_nodes(self, document: str) -> dict[str, list[str]]:
        rows = {"rows": [document]}
        return {label: [key for (key,) in self._run(text, rows)] for label, text in _OWN_NODES.items()}

    def delete_nodes(self, label: str, ids: list[str]) -> None:
        self._each(f"UNWIND $rows AS row MATCH (n:{label} {{id: row}}) DETACH DELETE n", ids)
        if label == "Document":
            self.delete_nodes("Kept", ids)

    def delete_facts(self, pair: Pair, rows: list[Row]) -> None:
        ends = [{name: row[name] for name in ("id", "from_id", "to_id")} for row in rows]
        self._each(f"UNWIND $rows AS row {_found(pair)} DELETE r", ends)

    def _each(self, text: str, rows: list[Any]) -> list[list[Any]]:
        found: list[list[Any]] = []
        for start in range(0, len(rows), _AT_ONCE):
            found += self._run(text, {"rows": rows[start : start + _AT_ONCE]})
        return found


def _found(pair: Pair) -> str:
    """The link of a row, looked up from its start alone: naming the other end too makes the planner scan all links."""
    return (
        f"MATCH (a:{pair.source} {{id: row.from_id}}) MATCH (a)-[r:{pair.relation}]->(b:{pair.target}) "
        "WHERE r.id = row.id"
    )


def _value(name: str, kind: str) -> str:
    """A column's value in `row`; LadybugDB takes an untyped null for a string."""
    return f"CAST(row.{name} AS {ladybug_type(kind)})" if kind in ("integer", "number") else f"row.{name}"


def _by_id(columns: list[str], rows: list[list[Any]]) -> dict[str, Row]:
    found = (dict(zip(columns, row, strict=True)) for row in rows)
    return {row["id"]: row for row in found}
