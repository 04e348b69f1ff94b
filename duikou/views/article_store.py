"""A document or one of its articles, and what was understood of it, out of a store."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from typing import Any

from duikou.views.article_read import FACT, FIGURE, REJECT, Part, Read, Said, end_of, ends_of, in_order
from duikou.views.knowledge import Node, Source
from graph.errors import UsageError
from graph.schema import schema
from graph.store import Store
from queries.statements import Quote, Statement, facts_where, figures_where, quotes_of

_ANY = "|".join(schema().labels)
_ARTICLE = "a.id, a.title, a.publisher, a.published"


def of_store(store: Store, id_: str) -> Read:
    """The article with this id, or the document with this id or name; UsageError when there is none."""
    document, name, media_type, text, article = _found(store, id_)
    parts = _parts(store, document)
    start, stop = 0, len(text)
    if article:
        parts = [part for part in parts if part.id == article]
        start, stop = parts[0].start, parts[0].stop
    said = [one for one in _said(store, document, {part.id for part in parts}) if one.places]
    nodes = _nodes(store, {end for one in said for end in (one.subject, one.object) if end})
    for one in said:
        if one.kind == REJECT:
            nodes |= ends_of(one.details, nodes)
    return Read(name, text, media_type, start, stop, tuple(parts), nodes, in_order(said))


def _found(store: Store, id_: str) -> tuple[str, str, str, str, str | None]:
    """Id, name, kind and text of the document, and the id of the article if one was asked for."""
    columns = "d.id, d.name, d.media_type, d.text"
    _, rows = store.query(
        f"MATCH (a:Article {{id: $id}})-[:IN_DOCUMENT]->(d:Document) RETURN {columns}, a.id", {"id": id_}
    )
    if not rows:
        match = "WITH $id AS id MATCH (d:Document) WHERE d.id = id OR any(one IN d.names WHERE one = id)"
        _, rows = store.query(f"{match} RETURN {columns}, NULL AS article ORDER BY d.id LIMIT 1", {"id": id_})
    if not rows:
        raise UsageError(f"the store holds no article or document {id_}; list them with: duikou ask articles")
    document, name, media_type, text, article = rows[0]
    return document, name, media_type, text, article


def _parts(store: Store, document: str) -> list[Part]:
    _, rows = store.query(
        f"MATCH (a:Article {{document: $id}}) RETURN {_ARTICLE}, a.reporter, a.start, a.stop, a.url, a.work "
        "ORDER BY a.start, a.id",
        {"id": document},
    )
    works = sorted({row[-1] for row in rows})
    _, others = store.query(
        "UNWIND $works AS work MATCH (a:Article {work: work})-[:IN_DOCUMENT]->(d:Document) "
        f"RETURN a.work, {_ARTICLE}, d.name, d.id ORDER BY d.name, d.id, a.id",
        {"works": works},
    )
    _, unread = store.query("MATCH (r:Reject {document: $id}) RETURN r.candidate, r.reason", {"id": document})
    off_topic = {json.loads(candidate).get("article"): reason for candidate, reason in unread}
    found = []
    for id_, title, publisher, published, reporter, start, stop, url, work in rows:
        reprints = tuple(Source(*other[1:]) for other in others if other[0] == work and other[1] != id_)
        found.append(Part(id_, title, publisher, published, reporter, start, stop, reprints, off_topic.get(id_), url))
    return found


def _said(store: Store, document: str, articles: set[str]) -> list[Said]:
    """What rests on words of these articles of the document."""
    _, rows = store.query("MATCH (p:Passage {document: $id}) RETURN p.id, p.article ORDER BY p.id", {"id": document})
    ids = {"ids": [row[0] for row in rows if row[1] in articles]}
    if not ids["ids"]:
        return []
    here = "WHERE any(one IN r.passages WHERE one IN ids)"
    _, stated = store.query(
        "UNWIND $ids AS id MATCH (f:Observation)-[:STATED_IN]->(:Passage {id: id}) RETURN DISTINCT f.id", ids
    )
    wanted = {"ids": sorted(row[0] for row in stated)}
    statements = [
        *facts_where(store, "(a)", "(b)", ids, here, "WITH $ids AS ids"),
        *figures_where(store, "(s)", wanted, "WHERE f.id IN $ids"),
    ]
    return [*(_one(statement, document, articles) for statement in statements), *_rejects(store, document, articles)]


def _one(statement: Statement, document: str, articles: set[str]) -> Said:
    here, elsewhere = _placed(statement.quotes, document, articles)
    return Said(
        statement.id,
        FIGURE if statement.kind == "figure" else FACT,
        statement.says,
        statement.subject.id if statement.subject else None,
        statement.object.id if statement.object else None,
        statement.details,
        statement.tier,
        statement.because,
        here,
        elsewhere,
    )


def _rejects(store: Store, document: str, articles: set[str]) -> list[Said]:
    _, rows = store.query(
        "MATCH (r:Reject {document: $id}) RETURN r.id, r.reason, r.candidate, r.passages ORDER BY r.id",
        {"id": document},
    )
    quotes = quotes_of(store, (passage for row in rows for passage in row[3]))
    found = []
    for id_, reason, candidate, passages in rows:
        details: dict[str, Any] = json.loads(candidate)
        places, _ = _placed([quotes[passage] for passage in passages], document, articles)
        ends = (end_of(details, "subject"), end_of(details, "object"))
        found.append(Said(id_, REJECT, reason, *ends, details, None, (), places))
    return found


def _placed(
    quotes: Sequence[Quote], document: str, articles: set[str]
) -> tuple[tuple[tuple[int, int], ...], tuple[Source, ...]]:
    """The spans in these articles, and the other articles in which quotes stand."""
    here = sorted(
        {(one.start, one.end) for one in quotes if one.document_id == document and one.article_id in articles}
    )
    elsewhere = {
        one.article_id: Source(one.article_id, one.title, one.publisher, one.published, one.document, one.document_id)
        for one in quotes
        if one.article_id not in articles
    }
    return tuple(here), tuple(elsewhere.values())


def _nodes(store: Store, ids: Iterable[str]) -> dict[str, Node]:
    _, rows = store.query(
        f"UNWIND $ids AS id MATCH (n:{_ANY} {{id: id}}) RETURN n.id, n.label, n.name, n.names, n.code, n.region",
        {"ids": sorted(ids)},
    )
    return {row[0]: Node(row[0], row[1], row[2], tuple(row[3]), row[4], row[5]) for row in sorted(rows)}
