"""What was not kept, by reason, with examples."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from graph.store import Store
from queries.statements import Quote, quotes_of
from queries.status import general


@dataclass(frozen=True, slots=True)
class Example:
    """One reject: what would have been stated, and the words, if any, that it was read from."""

    id: str
    reason: str
    candidate: Mapping[str, Any]
    quote: Quote | None


@dataclass(frozen=True, slots=True)
class Refusal:
    """A reason, without the names and figures of its cases; how many there are, and some of them."""

    reason: str
    count: int
    examples: tuple[Example, ...]


def rejects(store: Store, examples: int = 3) -> list[Refusal]:
    """The reasons with so many examples each, the most frequent first; the same examples each time."""
    _, rows = store.query("MATCH (r:Reject) RETURN r.id, r.reason, r.candidate, r.passages ORDER BY r.id")
    counted: dict[str, int] = {}
    kept: dict[str, list[tuple[str, str, dict[str, Any], list[str]]]] = {}
    for id_, reason, text, passages in rows:
        candidate = json.loads(text)
        kind = general(reason, candidate)
        counted[kind] = counted.get(kind, 0) + 1
        if counted[kind] <= examples:
            kept.setdefault(kind, []).append((id_, reason, candidate, passages))
    quotes = quotes_of(store, (one for cases in kept.values() for case in cases for one in case[3]))
    return [
        Refusal(kind, count, tuple(_example(*case, quotes) for case in kept.get(kind, ())))
        for kind, count in sorted(counted.items(), key=lambda pair: (-pair[1], pair[0]))
    ]


def _example(
    id_: str, reason: str, candidate: Mapping[str, Any], passages: list[str], quotes: Mapping[str, Quote]
) -> Example:
    found = sorted((quotes[one] for one in passages), key=lambda quote: (quote.document, quote.start, quote.end))
    return Example(id_, reason, candidate, found[0] if found else None)
