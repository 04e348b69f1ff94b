"""Reading and writing the rows of one document on a Neo4j server: graph.upsert.Tables in its dialect.

A round trip costs as much as a hundred rows: so rows wait for others that take the same statement, and what cannot be
there is not looked up. While the server works on one statement, the rows of the next are made ready.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from operator import itemgetter
from typing import Any

import neo4j

from graph.errors import StoreError
from graph.group import Kept, Together
from graph.neo4j_schema import SHARED
from graph.neo4j_statements import (
    HOLDERS,
    KEEP,
    KEPT,
    OWN_NODES,
    create_facts,
    create_links,
    create_nodes,
    delete_facts,
    delete_nodes,
    find_facts,
    find_nodes,
    found_columns,
    own_columns,
    returned_columns,
    sent_columns,
    update_facts,
    update_nodes,
)
from graph.rows import Row
from graph.schema import schema
from graph.tables import ENTITY, Pair
from graph.upsert import Ends

Run = Callable[[str, Sequence[Any]], neo4j.Result]  # sends a statement over $rows; what it gives is waited for later
End = Callable[[str, Sequence[Any], neo4j.Result], None]  # a statement, its rows and what it gives

AT_ONCE = 5000  # rows in one statement
_ENDS = ("from_id", "to_id")
_PLACE = "place"  # the column of what id() gives


@dataclass(slots=True)
class _Running:
    """A statement that the server works on: `end` looks at what it gives."""

    text: str
    rows: Sequence[Any]
    result: neo4j.Result
    end: End

    def finish(self) -> None:
        self.end(self.text, self.rows, self.result)


class Neo4jTables:
    """The rows of one batch, in a transaction that the caller holds; all of them are written after `flush`.

    A fact can only be there when both its ends are, a figure only when its subject is.
    """

    def __init__(self, run: Run, batch: Together | None = None) -> None:
        """Without a batch everything is looked up, as taking a document out needs it."""
        self._run = run
        self._batch = batch
        self._entities: dict[str, Row] | None = None  # those of the batch that are there, once they are looked up
        self._places: dict[str, int] = {}  # the server's numbers of the nodes that were found or created, by id
        self._waiting: list[Sequence[Any]] = []  # rows of `_next`; of a link, they begin with the ids of both ends
        self._next: tuple[str, End] = ("", _ended)
        self._running: _Running | None = None

    def nodes(self, label: str, ids: list[str]) -> dict[str, Row]:
        if label == "Document" or self._batch is None:
            return self._nodes(find_nodes(label), ids, returned_columns(label))
        known = self._known(self._batch)
        if label in schema().labels:
            return {key: known[key] for key in ids if key in known}
        rows = self._batch.nodes[label]
        possible = [key for key in ids if rows[key]["subject"] in known]
        return self._nodes(find_nodes(label), possible, returned_columns(label))

    def create_nodes(self, label: str, rows: list[Row]) -> None:
        self._add(create_nodes(label), _chosen(sent_columns(label), rows), self._created)
        self._send()  # no other rows take the same

    def update_nodes(self, label: str, rows: list[Row]) -> None:
        names = sorted(rows[0].keys() - {"id", "label"}) if rows else []
        self._add(update_nodes(label, names), _chosen(["id", *names], rows), _ended)

    def facts(self, pair: Pair, rows: list[Row]) -> dict[str, Row]:
        possible = {row["id"]: row for row in rows}
        if self._batch is not None:
            known = self._known(self._batch)
            possible = {k: row for k, row in possible.items() if row["from_id"] in known and row["to_id"] in known}
        found = self._found(find_facts(pair.relation), list(possible), found_columns(pair.relation))
        return {key: {**row, **{end: possible[key][end] for end in _ENDS}} for key, row in found.items()}

    def create_facts(self, pair: Pair, rows: list[Row]) -> None:
        self._add(create_facts(pair.relation), _chosen([*_ENDS, *own_columns(pair.relation)], rows), _linked)

    def update_facts(self, pair: Pair, rows: list[Row]) -> None:
        self._add(update_facts(pair.relation), _chosen(own_columns(pair.relation), rows), _ended)

    def create_links(self, pair: Pair, ends: list[Ends]) -> None:
        self._add(create_links(pair.relation), ends, _linked)

    def kept(self, ids: list[str]) -> dict[str, Kept]:
        rows = (row for part in _parts(ids) for row in self._run(KEPT, part).values())
        return {key: Kept(key, tuple(files), tuple(things), bytes(given)) for key, files, things, given in rows}

    def keep(self, rows: list[Kept]) -> None:
        self._add(KEEP, [[row.id, [*row.files], [*row.things], row.rows] for row in rows], _ended)

    def holders(self, things: list[str]) -> dict[str, list[str]]:
        return {thing: sorted(ids) for thing, ids in self._run(HOLDERS, things).values()}

    def own_nodes(self, document: str) -> dict[str, list[str]]:
        return {label: [key for (key,) in self._run(text, [document]).values()] for label, text in OWN_NODES.items()}

    def delete_nodes(self, label: str, ids: list[str]) -> None:
        for part in _parts(ids):
            self._run(delete_nodes(label), part).consume()

    def delete_facts(self, pair: Pair, rows: list[Row]) -> None:
        for part in _parts([row["id"] for row in rows]):
            self._run(delete_facts(pair.relation), part).consume()

    def flush(self) -> None:
        """Send what waits, and see that all is written; StoreError when a link leads to a node that is not there."""
        self._send()
        self._finish()

    def _add(self, text: str, rows: Sequence[Sequence[Any]], end: End) -> None:
        """Rows for a statement, which wait for the next ones if those take the same."""
        if not rows:
            return
        if text != self._next[0]:
            self._send()
            self._next = text, end
        self._waiting.extend(rows)

    def _send(self) -> None:
        """Send what waits. The statement before is looked at when the next is on its way."""
        rows, self._waiting = self._waiting, []
        text, end = self._next
        if end is _linked:
            if self._running is not None and self._running.end is not _linked:
                self._finish()  # ends have been created just now
            rows = [self._placed(row) for row in rows]
        for part in _parts(rows):
            running = _Running(text, part, self._run(text, part), end)
            self._finish()
            self._running = running

    def _finish(self) -> None:
        if self._running is not None:
            self._running.finish()
            self._running = None

    def _created(self, text: str, rows: Sequence[Any], result: neo4j.Result) -> None:
        places = [pair for (pairs,) in result.values() for pair in pairs]
        _check_all(text, len(places), rows)
        self._places.update(places)

    def _placed(self, row: Sequence[Any]) -> Sequence[Any]:
        """The row of a link with the server's numbers of its ends."""
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


def _linked(text: str, rows: Sequence[Any], result: neo4j.Result) -> None:
    _check_all(text, result.consume().counters.relationships_created, rows)


def _ended(text: str, rows: Sequence[Any], result: neo4j.Result) -> None:
    result.consume()


def _check_all(text: str, written: int, rows: Sequence[Any]) -> None:
    if written != len(rows):
        raise StoreError(f"{len(rows) - written} of {len(rows)} rows were not written by: {text}")


def _chosen(columns: list[str], rows: list[Row]) -> list[list[Any]]:
    """Rows as lists, since the driver makes one of each tuple by a call into Python."""
    return list(map(list, map(itemgetter(*columns), rows)))


def _parts(rows: Sequence[Any]) -> Iterable[Sequence[Any]]:
    return (rows[start : start + AT_ONCE] for start in range(0, len(rows), AT_ONCE))
