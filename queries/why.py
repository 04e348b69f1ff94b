"""The proofs of an entity, a fact, a figure, an article or a reject: the quoted words and where they stand."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from graph.errors import UsageError
from graph.export import number
from graph.schema import schema
from graph.store import Store
from graph.tables import PROVENANCE
from queries.names import Named, resolve

_ELSEWHERE = ("id", "subject", "indicator", "tier", "because", "passages")
_FIGURE = tuple(name for name in PROVENANCE["Observation"] if name not in _ELSEWHERE)


@dataclass(frozen=True, slots=True)
class Quote:
    """Quoted words and their place: a document, an article in it, a line, a span."""

    text: str
    document: str
    document_id: str
    article_id: str
    title: str | None
    publisher: str | None
    published: str | None
    line: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Statement:
    """What is stated, with its proof.

    kind: fact, figure or reject. `says`: the relation, the indicator, or the reason of a reject. `details`: the
    properties of a fact, the value and its circumstances of a figure, the candidate of a reject.
    """

    id: str
    kind: str
    subject: Named | None
    says: str
    object: Named | None
    details: Mapping[str, Any]
    tier: str | None
    because: tuple[Mapping[str, str], ...]
    quotes: tuple[Quote, ...]
    source: str | None = None


@dataclass(frozen=True, slots=True)
class Explanation:
    """Why something is in the store: the entity asked for (None if it was no entity) and the statements."""

    entity: Named | None
    names: tuple[str, ...]
    statements: tuple[Statement, ...]


def why(store: Store, words: str) -> list[Explanation]:
    """The proofs of what goes by a name or an id; UsageError when the store holds nothing of that name.

    An ambiguous name gives several explanations.
    """
    words = words.strip()
    kind = words.partition(":")[0]
    if kind in ("fact", "observation", "reject", "article"):
        found = _FINDERS[kind](store, words)
        if not found:
            raise UsageError(f"the store holds no {kind} with the id {words}")
        return [Explanation(None, (), tuple(found))]
    entities = resolve(store, words)
    if not entities:
        raise UsageError(
            f"the store holds nothing that is called {words}; look for a part of the name with: duikou find"
        )
    return [_explain(store, entity) for entity in entities]


def _explain(store: Store, entity: Named) -> Explanation:
    about = {"id": entity.id}
    facts = _facts(store, f"(a:{entity.label} {{id: $id}})", "(b)", about)
    facts += _facts(store, "(a)", f"(b:{entity.label} {{id: $id}})", about)
    figures = _figures(store, f"(s:{entity.label} {{id: $id}})", about)
    _, rows = store.query(f"MATCH (n:{entity.label} {{id: $id}}) RETURN n.names", about)
    return Explanation(entity, tuple(rows[0][0]), tuple(facts + figures))


def _fact(store: Store, id_: str) -> list[Statement]:
    return _facts(store, "(a)", "(b)", {"id": id_}, "WHERE r.id = $id")


def _figure(store: Store, id_: str) -> list[Statement]:
    return _figures(store, "(s)", {"id": id_}, "WHERE f.id = $id")


def _article(store: Store, id_: str) -> list[Statement]:
    """Everything that rests on words of the article."""
    here = "MATCH (p:Passage)-[:IN_ARTICLE]->(:Article {id: $id})"
    _, passages = store.query(f"{here} RETURN p.id ORDER BY p.id", {"id": id_})
    _, stated = store.query(f"{here} MATCH (f:Observation)-[:STATED_IN]->(p) RETURN DISTINCT f.id", {"id": id_})
    figures = _figures(store, "(s)", {"ids": sorted(row[0] for row in stated)}, "WHERE f.id IN $ids")
    ids = {"ids": [row[0] for row in passages]}
    return (
        _facts(store, "(a)", "(b)", ids, "WHERE any(one IN r.passages WHERE one IN ids)", "WITH $ids AS ids") + figures
    )


def _reject(store: Store, id_: str) -> list[Statement]:
    _, rows = store.query("MATCH (r:Reject {id: $id}) RETURN r.id, r.reason, r.candidate, r.passages", {"id": id_})
    quotes = _quotes(store, (passage for row in rows for passage in row[3]))
    return [
        Statement(key, "reject", None, reason, None, json.loads(candidate), None, (), _in_order(passages, quotes))
        for key, reason, candidate, passages in rows
    ]


_FINDERS = {"fact": _fact, "observation": _figure, "reject": _reject, "article": _article}


def _facts(
    store: Store, source: str, target: str, parameters: dict[str, Any], condition: str = "", before: str = ""
) -> list[Statement]:
    """The facts between two node patterns, by relation and id."""
    names = sorted({name for rule in schema().relations.values() for name in rule.properties})
    properties = ", ".join(f"r.{name}" for name in names)
    _, rows = store.query(
        f"{before} MATCH {source}-[r:{'|'.join(schema().relations)}]->{target} {condition} "
        "RETURN a.label, a.name, a.id, a.code, b.label, b.name, b.id, b.code, "
        f"r.id, r.relation, r.tier, r.because, r.passages, r.source, {properties} ORDER BY r.relation, r.id",
        parameters,
    )
    quotes = _quotes(store, (passage for row in rows for passage in row[12]))
    return [
        Statement(
            id=row[8],
            kind="fact",
            subject=Named(*row[:4]),
            says=row[9],
            object=Named(*row[4:8]),
            details={name: number(value) for name, value in zip(names, row[14:], strict=True) if value is not None},
            tier=row[10],
            because=tuple(json.loads(row[11])),
            quotes=_in_order(row[12], quotes),
            source=row[13],
        )
        for row in rows
    ]


def _figures(store: Store, subject: str, parameters: dict[str, Any], condition: str = "") -> list[Statement]:
    """The figures of a node pattern, by indicator, value and id."""
    wanted = ", ".join(f"f.{name}" for name in _FIGURE)
    _, rows = store.query(
        f"MATCH (f:Observation)-[:OBSERVED_OF]->{subject} {condition} RETURN s.label, s.name, s.id, s.code, "
        f"f.id, f.indicator, f.tier, f.because, f.passages, {wanted} ORDER BY f.indicator, f.value, f.id",
        parameters,
    )
    quotes = _quotes(store, (passage for row in rows for passage in row[8]))
    return [
        Statement(
            id=row[4],
            kind="figure",
            subject=Named(*row[:4]),
            says=row[5],
            object=None,
            details={name: number(value) for name, value in zip(_FIGURE, row[9:], strict=True) if value is not None},
            tier=row[6],
            because=tuple(json.loads(row[7])),
            quotes=_in_order(row[8], quotes),
        )
        for row in rows
    ]


def _quotes(store: Store, passages: Iterable[str]) -> dict[str, Quote]:
    ids = sorted(set(passages))
    if not ids:
        return {}
    _, rows = store.query(
        "UNWIND $ids AS id MATCH (p:Passage {id: id}) MATCH (p)-[:IN_ARTICLE]->(a:Article) "
        "MATCH (a)-[:IN_DOCUMENT]->(d:Document) RETURN p.id, p.quote, d.name, d.id, a.id, a.title, a.publisher, "
        "a.published, p.line, p.start, p.stop",
        {"ids": ids},
    )
    return {row[0]: Quote(*row[1:]) for row in rows}


def _in_order(passages: Iterable[str], quotes: Mapping[str, Quote]) -> tuple[Quote, ...]:
    found = (quotes[passage] for passage in passages)
    return tuple(sorted(found, key=lambda quote: (quote.document, quote.document_id, quote.start, quote.end)))
