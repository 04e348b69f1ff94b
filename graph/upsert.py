"""Writing documents into a store: read what is there, merge, create and update; the same for every store."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Protocol

from graph import merge
from graph.errors import StoreError
from graph.group import Kept, Together, together
from graph.packed import OF_ONE_DOCUMENT
from graph.reprints import Works
from graph.rows import Batch, Row
from graph.tables import Pair

Ends = tuple[str, str]


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


class RemovingTables(Tables, Protocol):
    """The same for a store that documents can be taken out of."""

    def kept(self, ids: list[str]) -> dict[str, Kept]:
        """What is remembered of these documents; nothing of one that an older duikou wrote."""

    def keep(self, rows: list[Kept]) -> None:
        """Remember this of documents that are there, in place of what was remembered."""

    def holders(self, things: list[str]) -> dict[str, list[str]]:
        """The ids of the documents that name each of these entities."""

    def own_nodes(self, document: str) -> Mapping[str, list[str]]:
        """The ids of a document's articles, passages and rejects, by label."""

    def delete_nodes(self, label: str, ids: list[str]) -> None:
        """Take nodes out, with all their links."""

    def delete_facts(self, pair: Pair, rows: list[Row]) -> None: ...


def upsert(tables: Tables, batch: Batch, works: Works) -> bool:
    """Write a batch; False when the document was there and nothing but its name can have changed."""
    return bool(upsert_all(tables, [batch], works).documents)


def upsert_all(tables: Tables, batches: Sequence[Batch], works: Works) -> Together:
    """Write several documents at once; gives the rows of those that were not there."""
    known = tables.nodes("Document", sorted({one.document["id"] for one in batches}))
    for batch in batches:
        if (there := known.get(batch.document["id"])) is not None:
            _check_same(there, batch.document)
            known[there["id"]] = rename(tables, there, batch.document)
    new = together(one for one in batches if one.document["id"] not in known)
    if new.documents:
        _create(tables, new, works)
    return new


def rename(tables: Tables, known: Row, document: Row) -> Row:
    """Give a document that is there the name and path of another file with its bytes; the row that it has then."""
    merged = merge.document(known, document)
    if merged != known:
        tables.update_nodes("Document", [merged])
    return merged


def regroup(tables: Tables, articles: Iterable[Row], works: Works) -> None:
    """Write the works of the articles that are not of the work they say."""
    changed: dict[str, str] = {}
    for article in articles:
        changed |= works.add(article["id"], tuple(int(sentence) for sentence in article["fingerprint"]))
    tables.update_nodes("Article", [{"id": article, "work": work} for article, work in sorted(changed.items())])


def _create(tables: Tables, rows: Together, works: Works) -> None:
    tables.create_nodes("Document", [rows.documents[key] for key in sorted(rows.documents)])
    observed = set(rows.nodes.get("Observation", {}))
    for label, nodes in sorted(rows.nodes.items()):
        existing = {} if label in OF_ONE_DOCUMENT else tables.nodes(label, sorted(nodes))
        observed -= set(existing)
        tables.create_nodes(label, [nodes[key] for key in sorted(nodes) if key not in existing])
        merged = [merge.node(label, existing[key], nodes[key]) for key in sorted(existing)]
        tables.update_nodes(label, [row for row in merged if row != existing[row["id"]]])
    for pair, facts in sorted(rows.facts.items()):
        existing = tables.facts(pair, [facts[key] for key in sorted(facts)])
        tables.create_facts(pair, [facts[key] for key in sorted(facts) if key not in existing])
        merged = [merge.fact(existing[key], facts[key]) for key in sorted(existing)]
        tables.update_facts(pair, [row for row in merged if row != existing[row["id"]]])
    for pair, ends in sorted(rows.links.items()):
        tables.create_links(pair, [end for end in sorted(ends) if pair.relation != "OBSERVED_OF" or end[0] in observed])
    articles = rows.nodes.get("Article", {})
    regroup(tables, [articles[key] for key in sorted(articles)], works)


def _check_same(known: Row, document: Row) -> None:
    if known["digest"] != document["digest"]:
        raise StoreError(
            "it was loaded before and says other things now, because duikou or its word lists changed; "
            "load all documents again with --no-resume, or into a new store"
        )
