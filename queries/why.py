"""The proofs of an entity, a fact, a figure, an article or a reject: the quoted words and where they stand."""

from __future__ import annotations

import json
from dataclasses import dataclass

from graph.errors import UsageError
from graph.store import Store
from queries.names import Named, called
from queries.statements import Quote, Statement, facts_where, figures_where, in_order, quotes_of

__all__ = ["Explanation", "Quote", "Statement", "why"]


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
    return [_explain(store, entity) for entity in called(store, words)]


def _explain(store: Store, entity: Named) -> Explanation:
    about = {"id": entity.id}
    facts = facts_where(store, f"(a:{entity.label} {{id: $id}})", "(b)", about)
    facts += facts_where(store, "(a)", f"(b:{entity.label} {{id: $id}})", about)
    figures = figures_where(store, f"(s:{entity.label} {{id: $id}})", about)
    _, rows = store.query(f"MATCH (n:{entity.label} {{id: $id}}) RETURN n.names", about)
    return Explanation(entity, tuple(rows[0][0]), tuple(facts + figures))


def _fact(store: Store, id_: str) -> list[Statement]:
    return facts_where(store, "(a)", "(b)", {"id": id_}, "WHERE r.id = $id")


def _figure(store: Store, id_: str) -> list[Statement]:
    return figures_where(store, "(s)", {"id": id_}, "WHERE f.id = $id")


def _article(store: Store, id_: str) -> list[Statement]:
    """Everything that rests on words of the article."""
    here = "MATCH (p:Passage)-[:IN_ARTICLE]->(:Article {id: $id})"
    _, passages = store.query(f"{here} RETURN p.id ORDER BY p.id", {"id": id_})
    _, stated = store.query(f"{here} MATCH (f:Observation)-[:STATED_IN]->(p) RETURN DISTINCT f.id", {"id": id_})
    figures = figures_where(store, "(s)", {"ids": sorted(row[0] for row in stated)}, "WHERE f.id IN $ids")
    ids = {"ids": [row[0] for row in passages]}
    return (
        facts_where(store, "(a)", "(b)", ids, "WHERE any(one IN r.passages WHERE one IN ids)", "WITH $ids AS ids")
        + figures
    )


def _reject(store: Store, id_: str) -> list[Statement]:
    _, rows = store.query("MATCH (r:Reject {id: $id}) RETURN r.id, r.reason, r.candidate, r.passages", {"id": id_})
    found = quotes_of(store, (passage for row in rows for passage in row[3]))
    return [
        Statement(key, "reject", None, reason, None, json.loads(candidate), None, (), in_order(passages, found))
        for key, reason, candidate, passages in rows
    ]


_FINDERS = {"fact": _fact, "observation": _figure, "reject": _reject, "article": _article}
