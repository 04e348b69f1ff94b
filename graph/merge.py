"""What two documents say of one thing, made one row.

Every function here is commutative, associative and idempotent, so that documents may be loaded in any order, and
again, and always give the same graph.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from graph.schema import schema

Row = dict[str, Any]

BETWEEN_TEXTS = "；"
_READING = ("raw", "modifier", "minimum", "maximum", "precision")


def node(label: str, a: Row, b: Row) -> Row:
    """Two rows of one node."""
    if label in schema().labels:
        return entity(a, b)
    if label == "Observation":
        return observation(a, b)
    if label == "Document":
        return document(a, b)
    return min(a, b, key=canonical)  # made from the bytes of one document: they are the same


def entity(a: Row, b: Row) -> Row:
    """One entity under all its names."""
    name = min(a["name"], b["name"])
    names = _union(a["names"], b["names"])
    return {
        "id": a["id"],
        "label": a["label"],
        "name": name,
        "aliases": [one for one in names if one != name],
        "names": names,
        "keys": _union(a["keys"], b["keys"]),
        "code": _least(a["code"], b["code"]),
        "region": _least(a["region"], b["region"]),
    }


def document(a: Row, b: Row) -> Row:
    """One document under all the names of its copies."""
    return {
        **a,
        "name": min(a["name"], b["name"]),
        "names": _union(a["names"], b["names"]),
        "paths": _union(a["paths"], b["paths"]),
    }


def fact(a: Row, b: Row) -> Row:
    """One fact with all its proofs: the earliest since, the latest until, the larger number, all its wordings."""
    kinds = schema().relations[a["relation"]].properties
    merged = {**a, **_proof(a, b), "source": None if None in (a["source"], b["source"]) else a["source"]}
    for name, kind in kinds.items():
        merged[name] = _property(name, kind, a[name], b[name])
    return merged


def observation(a: Row, b: Row) -> Row:
    """One figure with all its proofs; its wording is that of the better proof, then the first in order."""
    better = min(a, b, key=lambda row: (_rank(row), canonical({name: row[name] for name in _READING})))
    return {**better, **_proof(a, b)}


def _proof(a: Row, b: Row) -> Row:
    """Both proofs; the better of them gives the tier and the steps.

    Words are better than the gazetteer, and words that say it are better than words that need a step.
    """
    best = min(_rank(a), _rank(b))
    leading = [row for row in (a, b) if _rank(row) == best]
    steps = {canonical(step): step for row in leading for step in json.loads(row["because"])}
    return {
        "tier": leading[0]["tier"],
        "because": canonical([steps[key] for key in sorted(steps)]),
        "passages": _union(a["passages"], b["passages"]),
    }


def _rank(row: Row) -> tuple[bool, bool]:
    return (not row["passages"], row["tier"] != "stated")


def _property(name: str, kind: str, a: Any, b: Any) -> Any:
    if a is None or b is None or a == b:
        return b if a is None else a
    if kind in ("money", "number"):
        return max(a, b)
    if kind == "date":
        return max(a, b) if name == "until" else min(a, b, key=_early)
    return BETWEEN_TEXTS.join(sorted({*a.split(BETWEEN_TEXTS), *b.split(BETWEEN_TEXTS)}))


def _early(date: str) -> str:
    """A key that puts 2022-03 before 2022: of two dates that may be one the more exact is kept."""
    return f"{date}~"


def _least(a: str | None, b: str | None) -> str | None:
    known = [one for one in (a, b) if one is not None]
    return min(known) if known else None


def _union(a: Iterable[str], b: Iterable[str]) -> list[str]:
    return sorted({*a, *b})


def canonical(value: Any) -> str:
    """The one JSON text of a value, the same in every store."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
