"""Writing one document into a store: read what is there, merge, create and update; the same for every store."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol

from graph import merge
from graph.errors import StoreError
from graph.reprints import Works
from graph.rows import Batch, Row
from graph.tables import Pair

Ends = tuple[str, str]
_OF_ONE_DOCUMENT = ("Article", "Passage", "Reject")  # their ids hold the document's: those of a new one are all new


class Tables(Protocol):
    """What a store must be able to do with rows, inside a transaction that the caller holds."""

    def nodes(self, label: str, ids: list[str]) -> dict[str, Row]:
        """Those of the nodes that exist, by id."""

    def create_nodes(self, label: str, rows: list[Row]) -> None: ...

    def update_nodes(self, label: str, rows: list[Row]) -> None:
        """Set the columns that the rows hold; all rows hold the same."""

    def facts(self, pair: Pair, rows: list[Row]) -> dict[str, Row]:
        """Those of the facts that exist, by id; the rows give ids and ends."""

    def create_facts(self, pair: Pair, rows: list[Row]) -> None: ...

    def update_facts(self, pair: Pair, rows: list[Row]) -> None: ...

    def create_links(self, pair: Pair, ends: list[Ends]) -> None: ...


def upsert(tables: Tables, batch: Batch, works: Works) -> bool:
    """Write a batch; False when the document was there and nothing but its name can have changed."""
    document = batch.document
    known = tables.nodes("Document", [document["id"]]).get(document["id"])
    if known is not None:
        _rename(tables, known, document)
        return False
    tables.create_nodes("Document", [document])
    observed = set(batch.nodes.get("Observation", {}))
    for label, rows in sorted(batch.nodes.items()):
        existing = {} if label in _OF_ONE_DOCUMENT else tables.nodes(label, sorted(rows))
        observed -= set(existing)
        new = [rows[key] for key in sorted(rows) if key not in existing]
        merged = [merge.node(label, existing[key], rows[key]) for key in sorted(existing)]
        tables.create_nodes(label, new)
        tables.update_nodes(label, [row for row in merged if row != existing[row["id"]]])
    for pair, rows in sorted(batch.facts.items()):
        existing = tables.facts(pair, [rows[key] for key in sorted(rows)])
        tables.create_facts(pair, [rows[key] for key in sorted(rows) if key not in existing])
        merged = [merge.fact(existing[key], rows[key]) for key in sorted(existing)]
        tables.update_facts(pair, [row for row in merged if row != existing[row["id"]]])
    for pair, ends in sorted(batch.links.items()):
        tables.create_links(pair, [end for end in sorted(ends) if pair.relation != "OBSERVED_OF" or end[0] in observed])
    _group(tables, batch.nodes.get("Article", {}).values(), works)
    return True


def _rename(tables: Tables, known: Row, document: Row) -> None:
    if known["digest"] != document["digest"]:
        raise StoreError(
            "it was loaded before and says other things now, because duikou or its word lists changed; "
            "load all documents again, into a new store"
        )
    merged = merge.document(known, document)
    if merged != known:
        tables.update_nodes("Document", [merged])


def _group(tables: Tables, articles: Iterable[Row], works: Works) -> None:
    changed: dict[str, str] = {}
    for article in articles:
        changed |= works.add(article["id"], tuple(int(sentence) for sentence in article["fingerprint"]))
    tables.update_nodes("Article", [{"id": article, "work": work} for article, work in sorted(changed.items())])
