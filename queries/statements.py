"""Facts and figures with the words that prove them, read from a store by node patterns."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from graph.export import number
from graph.schema import schema
from graph.store import Store
from graph.tables import PROVENANCE
from queries.names import Named

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


def facts_where(
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
    found = quotes_of(store, (passage for row in rows for passage in row[12]))
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
            quotes=in_order(row[12], found),
            source=row[13],
        )
        for row in rows
    ]


def figures_where(
    store: Store, subject: str, parameters: dict[str, Any], condition: str = "", before: str = ""
) -> list[Statement]:
    """The figures of a node pattern, by indicator, value and id."""
    wanted = ", ".join(f"f.{name}" for name in _FIGURE)
    _, rows = store.query(
        f"{before} MATCH (f:Observation)-[:OBSERVED_OF]->{subject} {condition} RETURN s.label, s.name, s.id, s.code, "
        f"f.id, f.indicator, f.tier, f.because, f.passages, {wanted} ORDER BY f.indicator, f.value, f.id",
        parameters,
    )
    found = quotes_of(store, (passage for row in rows for passage in row[8]))
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
            quotes=in_order(row[8], found),
        )
        for row in rows
    ]


def quotes_of(store: Store, passages: Iterable[str]) -> dict[str, Quote]:
    """The passages with these ids as quotes, by id."""
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


def in_order(passages: Iterable[str], quotes: Mapping[str, Quote]) -> tuple[Quote, ...]:
    """The passages as quotes, by document and place."""
    found = (quotes[passage] for passage in passages)
    return tuple(sorted(found, key=lambda quote: (quote.document, quote.document_id, quote.start, quote.end)))
