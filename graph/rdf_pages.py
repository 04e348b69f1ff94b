"""A store read in the order of a linked data export, in pages of rows, so that memory does not grow with it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from graph.identity import PREFIXES
from graph.pages import ranges, within
from graph.schema import schema
from graph.tables import fact_columns, node_tables

if TYPE_CHECKING:
    from graph.store import Store

Row = dict[str, Any]

_ROWS = 10_000  # rows in a page, about
_TEXTS = 200  # documents in a page, at most
_ENTITIES = 5_000  # entities in a page: their facts are read with them


@dataclass(frozen=True, slots=True)
class DocumentRows:
    """A document with what stands in it, in the order of its text; `mentions`: ids of entities by passage."""

    document: Row
    articles: Sequence[Row]
    passages: Sequence[Row]
    mentions: Mapping[str, Sequence[str]]


def count(store: Store, pattern: str) -> int:
    """How many matches there are of a pattern of our own."""
    return int(store.query(f"MATCH {pattern} RETURN count(*)")[1][0][0])


def documents(store: Store) -> Iterator[DocumentRows]:
    """The documents by id, each with its articles and passages."""
    known = count(store, "(n:Document)")
    size = known * _ROWS // max(1, count(store, "(n:Passage)"))
    for bounds in ranges(store, "Document", known, max(1, min(_TEXTS, size))):
        articles = _by(_within(store, "Article", "n.document", bounds), "document")
        passages = _by(_within(store, "Passage", "n.document", bounds), "document")
        mentions = _mentions(store, bounds)
        for row in sorted(_within(store, "Document", "n.id", bounds), key=lambda row: str(row["id"])):
            here = row["id"]
            yield DocumentRows(row, _in_place(articles[here]), _in_place(passages[here]), mentions)


def entities(store: Store) -> Iterator[tuple[Row, list[Row]]]:
    """The entities by id, each with the facts that start from it, by relation, end and id."""
    for label in sorted(schema().labels, key=lambda one: PREFIXES[one]):
        for bounds in ranges(store, label, count(store, f"(n:{label})"), _ENTITIES):
            facts: dict[str, list[Row]] = defaultdict(list)
            for relation in _relations_from(label):
                for fact in _facts(store, relation, label, bounds):
                    facts[fact["from_id"]].append(fact)
            for row in sorted(_within(store, label, "n.id", bounds), key=lambda row: str(row["id"])):
                yield row, facts[row["id"]]


def nodes(store: Store, label: str) -> Iterator[Row]:
    """The nodes of a label by id."""
    for bounds in ranges(store, label, count(store, f"(n:{label})"), _ROWS):
        yield from sorted(_within(store, label, "n.id", bounds), key=lambda row: str(row["id"]))


def _relations_from(label: str) -> list[str]:
    rules = schema().relations.values()
    return sorted(r.name for r in rules if label in r.sources or (r.symmetric and label in r.targets))


def _facts(store: Store, relation: str, label: str, bounds: Mapping[str, str]) -> list[Row]:
    """The facts of a relation that start from a page of nodes, by the id of the end and their own."""
    columns = list(fact_columns(schema().relations[relation]))
    wanted = ", ".join([*(f"r.{name}" for name in columns), "a.id", "b.id"])
    text = f"MATCH (a:{label})-[r:{relation}]->(b) {within('a.id', bounds)} RETURN {wanted}"
    rows = _rows(store, text, bounds, [*columns, "from_id", "to_id"])
    return sorted(rows, key=lambda row: (str(row["to_id"]), str(row["id"])))


def _mentions(store: Store, bounds: Mapping[str, str]) -> Mapping[str, list[str]]:
    text = f"MATCH (a)-[:MENTIONED_IN]->(n:Passage) {within('n.document', bounds)} RETURN n.id, a.id"
    found: dict[str, list[str]] = defaultdict(list)
    for passage, entity in sorted(store.query(text, dict(bounds))[1]):
        found[passage].append(entity)
    return found


def _within(store: Store, label: str, place: str, bounds: Mapping[str, str]) -> list[Row]:
    columns = list(node_tables(schema())[label])
    wanted = ", ".join(f"n.{name}" for name in columns)
    return _rows(store, f"MATCH (n:{label}) {within(place, bounds)} RETURN {wanted}", bounds, columns)


def _rows(store: Store, text: str, bounds: Mapping[str, str], columns: Sequence[str]) -> list[Row]:
    return [dict(zip(columns, row, strict=True)) for row in store.query(text, dict(bounds))[1]]


def _by(rows: list[Row], column: str) -> Mapping[str, list[Row]]:
    found: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        found[row[column]].append(row)
    return found


def _in_place(rows: list[Row]) -> list[Row]:
    return sorted(rows, key=lambda row: (int(row["start"]), int(row["stop"]), str(row["id"])))
