"""What a store holds, counted."""

from __future__ import annotations

import json
import re
from collections import Counter
from dataclasses import dataclass

from graph.schema import schema
from graph.store import Store


@dataclass(frozen=True, slots=True)
class DocumentStatus:
    """What one document gave."""

    id: str
    name: str
    articles: int
    facts: int
    figures: int
    rejects: int


@dataclass(frozen=True, slots=True)
class Status:
    """Counts by label, relation, indicator and reason; the largest first. `works`: articles without their reprints."""

    location: str
    version: int
    documents: tuple[DocumentStatus, ...]
    articles: int
    works: int
    passages: int
    labels: dict[str, int]
    relations: dict[str, int]
    indicators: dict[str, int]
    reasons: dict[str, int]

    @property
    def entities(self) -> int:
        return sum(self.labels.values())

    @property
    def facts(self) -> int:
        return sum(self.relations.values())

    @property
    def figures(self) -> int:
        return sum(self.indicators.values())

    @property
    def rejects(self) -> int:
        return sum(self.reasons.values())


def status(store: Store) -> Status:
    """Count what the store holds."""
    articles, works = store.query("MATCH (a:Article) RETURN count(a.id), count(DISTINCT a.work)")[1][0]
    return Status(
        location=store.location,
        version=schema().version,
        documents=_documents(store),
        articles=articles,
        works=works,
        passages=_count(store, "MATCH (p:Passage) RETURN count(p.id)"),
        labels=_largest(_sizes(store, {label: f"(n:{label})" for label in schema().labels})),
        relations=_largest(_sizes(store, {name: f"()-[n:{name}]->()" for name in schema().relations})),
        indicators=_largest(_pairs(store, "MATCH (f:Observation) RETURN f.indicator, count(f.id)")),
        reasons=_largest(_reasons(store)),
    )


def general(reason: str, candidate: dict[str, object]) -> str:
    """A reason without the names and figures of its case, so that like cases count together.

    >>> general("the subject 云织制衣 stands in no quote", {"subject": {"name": "云织制衣"}})
    'the subject … stands in no quote'
    >>> general("'60人' reads as 60, not 61", {})
    "'…' reads as …, not …"
    """
    for end in ("subject", "object"):
        node = candidate.get(end)
        name = node.get("name") if isinstance(node, dict) else None
        if name:
            reason = reason.replace(name, "…")
    return re.sub(r"\d+(\.\d+)?", "…", re.sub(r"'[^']*'", "'…'", reason))


def _documents(store: Store) -> tuple[DocumentStatus, ...]:
    articles = _pairs(store, "MATCH (a:Article) RETURN a.document, count(a.id)")
    figures = _pairs(store, "MATCH (f:Observation)-[:STATED_IN]->(p:Passage) RETURN p.document, count(DISTINCT f.id)")
    rejects = _pairs(store, "MATCH (r:Reject) RETURN r.document, count(r.id)")
    facts = _facts_by_document(store)
    _, rows = store.query("MATCH (d:Document) RETURN d.id, d.name ORDER BY d.name, d.id")
    return tuple(
        DocumentStatus(key, name, articles.get(key, 0), facts.get(key, 0), figures.get(key, 0), rejects.get(key, 0))
        for key, name in rows
    )


def _facts_by_document(store: Store) -> dict[str, int]:
    text = f"MATCH ()-[r:{'|'.join(schema().relations)}]->() UNWIND r.passages AS passage MATCH (p:Passage {{id: passage}}) "
    return _pairs(store, text + "RETURN p.document, count(DISTINCT r.id)")


def _reasons(store: Store) -> Counter[str]:
    _, rows = store.query("MATCH (r:Reject) RETURN r.reason, r.candidate")
    return Counter(general(reason, json.loads(candidate)) for reason, candidate in rows)


def _count(store: Store, text: str) -> int:
    return int(store.query(text)[1][0][0])


def _sizes(store: Store, patterns: dict[str, str]) -> dict[str, int]:
    """How often each pattern is there; a server knows that of a label or a type without counting."""
    counted = (f"MATCH {one} RETURN '{key}' AS counted, count(n) AS found" for key, one in patterns.items())
    return _pairs(store, " UNION ALL ".join(counted))


def _pairs(store: Store, text: str) -> dict[str, int]:
    return {key: int(count) for key, count in store.query(text)[1]}


def _largest(counts: dict[str, int]) -> dict[str, int]:
    """The largest first, equal ones by name, without those that are none."""
    return dict(sorted(((k, n) for k, n in counts.items() if n), key=lambda pair: (-pair[1], pair[0])))
