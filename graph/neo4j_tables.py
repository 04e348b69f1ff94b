"""Reading and writing the rows of one document on a Neo4j server: graph.upsert.Tables in its dialect.

Three habits of the server decide the form of these statements. A map as properties (`SET n += row`) or a label out of
data makes its planner put an Eager in, which holds all rows back: so every property is named, and there is one label
or type a statement. The keys of maps are sent with each of them: so rows are lists. And a round trip costs as much as
a hundred rows: so rows wait for others that take the same statement, and what cannot be there is not looked up.

The ends of a link are given by the server's own ids of nodes, its elementIds, which it finds without an index: that is
a quarter of the time of a load (measured). They hold inside the transaction only and are never kept.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from operator import itemgetter
from typing import Any

import neo4j

from graph.errors import StoreError
from graph.group import Kept, Together
from graph.neo4j_schema import SHARED
from graph.rows import Row
from graph.schema import schema
from graph.tables import ENTITY, PROVENANCE, Pair, fact_columns
from graph.upsert import Ends

# What is remembered of a document stands in its node, in properties that no export has.
_DOCUMENT = "UNWIND $rows AS row MATCH (d:Document {id: row}) USING INDEX SEEK d:Document(id)"
_KEPT = f"{_DOCUMENT} WHERE d.given IS NOT NULL RETURN d.id, d.files, d.things, d.given"
KEEP = (
    "UNWIND $rows AS row MATCH (d:Document {id: row[0]}) USING INDEX SEEK d:Document(id) "
    "SET d.files = row[1], d.things = row[2], d.given = row[3]"
)
_HOLDERS = (
    "MATCH (d:Document) UNWIND d.things AS thing WITH d.id AS id, thing WHERE thing IN $rows RETURN thing, collect(id)"
)
_OWN_NODES = {
    "Article": f"{_DOCUMENT} MATCH (n:Article)-[:IN_DOCUMENT]->(d) RETURN n.id ORDER BY n.id",
    "Passage": f"{_DOCUMENT} MATCH (n:Passage)-[:IN_ARTICLE]->(:Article)-[:IN_DOCUMENT]->(d) RETURN n.id ORDER BY n.id",
    "Reject": f"{_DOCUMENT} MATCH (n:Reject)-[:IN_DOCUMENT]->(d) RETURN n.id ORDER BY n.id",
}

Run = Callable[[str, Sequence[Any]], neo4j.Result]  # sends a statement over $rows; what it gives is waited for later

AT_ONCE = 5000  # rows in one statement


class Neo4jTables:
    """The rows of one batch, in a transaction that the caller holds; nothing is written before `flush`.

    A fact can only be there when both its ends are, a figure only when its subject is.
    """

    def __init__(self, run: Run, batch: Together | None = None) -> None:
        """Without a batch everything is looked up, as taking a document out needs it."""
        self._run = run
        self._batch = batch
        self._entities: dict[str, Row] | None = None  # those of the batch that are there, once they are looked up
        self._places: dict[str, str] = {}  # the elementIds of the nodes that were found or created, by id
        self._creating: dict[str, list[Sequence[Any]]] = {}  # rows by the statement that takes them, in order
        self._linking: dict[str, list[Sequence[Any]]] = {}  # the same; a row begins with the ids of both ends
        self._updating: dict[str, list[Sequence[Any]]] = {}

    def nodes(self, label: str, ids: list[str]) -> dict[str, Row]:
        if label == "Document" or self._batch is None:
            return self._nodes(find_nodes(_shared(label)), ids, _returned(label))
        known = self._known(self._batch)
        if label in schema().labels:
            return {key: known[key] for key in ids if key in known}
        rows = self._batch.nodes[label]
        possible = [key for key in ids if rows[key]["subject"] in known]
        return self._nodes(find_nodes(label), possible, _returned(label))

    def create_nodes(self, label: str, rows: list[Row]) -> None:
        _queue(self._creating, create_nodes(label), _sent(label), rows)

    def update_nodes(self, label: str, rows: list[Row]) -> None:
        names = sorted(rows[0].keys() - {"id", "label"}) if rows else []
        _queue(self._updating, update_nodes(label, names), ["id", *names], rows)

    def facts(self, pair: Pair, rows: list[Row]) -> dict[str, Row]:
        possible = {row["id"]: row for row in rows}
        if self._batch is not None:
            known = self._known(self._batch)
            possible = {k: row for k, row in possible.items() if row["from_id"] in known and row["to_id"] in known}
        found = self._found(find_facts(pair.relation), list(possible), list(_fact_columns(pair.relation)))
        return {key: {**row, **{end: possible[key][end] for end in _ENDS}} for key, row in found.items()}

    def create_facts(self, pair: Pair, rows: list[Row]) -> None:
        columns = [*_ENDS, *_own(pair.relation)]
        _queue(self._linking, create_facts(pair.relation), columns, rows)

    def update_facts(self, pair: Pair, rows: list[Row]) -> None:
        _queue(self._updating, update_facts(pair.relation), _own(pair.relation), rows)

    def create_links(self, pair: Pair, ends: list[Ends]) -> None:
        if ends:
            self._linking.setdefault(create_links(pair.relation), []).extend(ends)

    def kept(self, ids: list[str]) -> dict[str, Kept]:
        rows = (row for part in _parts(ids) for row in self._run(_KEPT, part).values())
        return {key: Kept(key, tuple(files), tuple(things), bytes(given)) for key, files, things, given in rows}

    def keep(self, rows: list[Kept]) -> None:
        values = [[row.id, [*row.files], [*row.things], row.rows] for row in rows]
        self._updating.setdefault(KEEP, []).extend(values)

    def holders(self, things: list[str]) -> dict[str, list[str]]:
        return {thing: sorted(ids) for thing, ids in self._run(_HOLDERS, things).values()}

    def own_nodes(self, document: str) -> dict[str, list[str]]:
        return {label: [key for (key,) in self._run(text, [document]).values()] for label, text in _OWN_NODES.items()}

    def delete_nodes(self, label: str, ids: list[str]) -> None:
        for part in _parts(ids):
            self._run(f"UNWIND $rows AS row {_node('n', _shared(label), 'row')} DETACH DELETE n", part).consume()

    def delete_facts(self, pair: Pair, rows: list[Row]) -> None:
        for part in _parts([row["id"] for row in rows]):
            self._run(f"UNWIND $rows AS row {_fact(pair.relation, 'row')} DELETE r", part).consume()

    def flush(self) -> None:
        """Send what waits; StoreError when a link leads to a node that is not there."""
        for text, part, result in self._one_ahead(self._creating):
            places = [pair for (pairs,) in result.values() for pair in pairs]
            _check_all(text, len(places), part)
            self._places.update(places)
        placed = {text: [self._placed(row) for row in rows] for text, rows in self._linking.items()}
        for text, part, result in self._one_ahead(placed):
            _check_all(text, result.consume().counters.relationships_created, part)
        for _, _, result in self._one_ahead(self._updating):
            result.consume()
        self._creating, self._linking, self._updating = {}, {}, {}

    def _one_ahead(self, waiting: Mapping[str, Sequence[Any]]) -> Iterator[tuple[str, Sequence[Any], neo4j.Result]]:
        """Each statement, a part of its rows and their result; the next is on its way while the server works on one."""
        ahead = None
        for text, rows in waiting.items():
            for part in _parts(rows):
                last, ahead = ahead, (text, part, self._run(text, part))
                if last is not None:
                    yield last
        if ahead is not None:
            yield ahead

    def _placed(self, row: Sequence[Any]) -> Sequence[Any]:
        """The row of a link with the elementIds of its ends."""
        try:
            return [self._places[row[0]], self._places[row[1]], *row[2:]]
        except KeyError as error:
            raise StoreError(f"a link leads to {error.args[0]}, which is not there") from error

    def _known(self, batch: Together) -> dict[str, Row]:
        if self._entities is None:
            ids = sorted(key for label in schema().labels for key in batch.nodes.get(label, ()))
            self._entities = self._nodes(find_nodes(SHARED), ids, list(ENTITY))
        return self._entities

    def _nodes(self, text: str, ids: list[str], columns: list[str]) -> dict[str, Row]:
        found = self._found(text, ids, [*columns, _PLACE])
        self._places |= {key: row.pop(_PLACE) for key, row in found.items()}
        return found

    def _found(self, text: str, ids: list[str], columns: list[str]) -> dict[str, Row]:
        rows = [row for part in _parts(ids) for row in self._run(text, part).values()]
        return {row["id"]: row for row in (dict(zip(columns, row, strict=True)) for row in rows)}


def _check_all(text: str, written: int, rows: Sequence[Any]) -> None:
    if written != len(rows):
        raise StoreError(f"{len(rows) - written} of {len(rows)} rows were not written by: {text}")


def find_nodes(label: str) -> str:
    """A statement over ids; it gives the columns and the elementId."""
    return f"UNWIND $rows AS row {_node('n', label, 'row')} RETURN {_named('n', _returned(label))}, elementId(n)"


def create_nodes(label: str) -> str:
    """A statement over the columns of a label; it gives one list of pairs, id and elementId."""
    labels, fixed = (f"{label}:{SHARED}", [f"label: '{label}'"]) if label in schema().labels else (label, [])
    values = _values(_sent(label), fixed=fixed)
    return f"UNWIND $rows AS row CREATE (n:{labels} {{{values}}}) RETURN collect([n.id, elementId(n)])"


def update_nodes(label: str, names: list[str]) -> str:
    """A statement over ids and the columns that are set."""
    changes = ", ".join(f"n.{name} = row[{place}]" for place, name in enumerate(names, start=1))
    return f"UNWIND $rows AS row {_node('n', _shared(label), 'row[0]')} SET {changes}"


def find_facts(relation: str) -> str:
    """A statement over ids."""
    return f"UNWIND $rows AS row {_fact(relation, 'row')} RETURN {_named('r', _fact_columns(relation))}"


def create_facts(relation: str) -> str:
    """A statement over the elementIds of both ends and the columns of a relation."""
    values = _values(_own(relation), first=2, fixed=[f"relation: '{relation}'"])
    return f"{_BETWEEN} CREATE (a)-[:{relation} {{{values}}}]->(b)"


def update_facts(relation: str) -> str:
    """A statement over the columns of a relation."""
    changes = ", ".join(f"r.{name} = row[{place}]" for place, name in enumerate(_own(relation)) if name != "id")
    return f"UNWIND $rows AS row {_fact(relation, 'row[0]')} SET {changes}"


def create_links(relation: str) -> str:
    """A statement over the elementIds of both ends."""
    return f"{_BETWEEN} CREATE (a)-[:{relation}]->(b)"


_ENDS = ("from_id", "to_id")
_PLACE = "elementId"
_BETWEEN = "UNWIND $rows AS row MATCH (a) WHERE elementId(a) = row[0] MATCH (b) WHERE elementId(b) = row[1]"


# Without these hints a plan that is made while there is little scans all there is, and stays when there is much.
def _node(variable: str, label: str, value: str) -> str:
    return f"MATCH ({variable}:{label} {{id: {value}}}) USING INDEX SEEK {variable}:{label}(id)"


def _fact(relation: str, value: str) -> str:
    return f"MATCH ()-[r:{relation} {{id: {value}}}]->() USING INDEX SEEK r:{relation}(id)"


def _shared(label: str) -> str:
    return SHARED if label in schema().labels else label


def _sent(label: str) -> list[str]:
    """The columns of a label that differ from node to node."""
    return [name for name in ENTITY if name != "label"] if label in schema().labels else list(PROVENANCE[label])


def _returned(label: str) -> list[str]:
    """The columns of a label that a merge needs."""
    return [name for name in PROVENANCE.get(label, ENTITY) if name != "text"]


def _fact_columns(relation: str) -> list[str]:
    return list(fact_columns(schema().relations[relation]))


def _own(relation: str) -> list[str]:
    """The columns of a relation that differ from fact to fact; the first is the id."""
    return [name for name in _fact_columns(relation) if name != "relation"]


def _named(variable: str, columns: Iterable[str]) -> str:
    return ", ".join(f"{variable}.{name}" for name in columns)


def _values(columns: list[str], first: int = 0, fixed: Iterable[str] = ()) -> str:
    return ", ".join([*(f"{name}: row[{place}]" for place, name in enumerate(columns, start=first)), *fixed])


def _queue(waiting: dict[str, list[Sequence[Any]]], text: str, columns: list[str], rows: list[Row]) -> None:
    if rows:
        # Lists: the driver makes one of each tuple, by a call into Python.
        waiting.setdefault(text, []).extend(map(list, map(itemgetter(*columns), rows)))


def _parts(rows: Sequence[Any]) -> Iterable[Sequence[Any]]:
    return (rows[start : start + AT_ONCE] for start in range(0, len(rows), AT_ONCE))
