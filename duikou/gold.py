"""Gold: what a careful reader finds in a document, and whether a statement agrees with it.

A gold file is YAML: `entities` (key -> type or types, names, code), `facts` and `observations` (wanted), `also_true` and
`also_observed` (right, but not asked for). seeds/gold has examples.
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from graph.errors import UsageError
from graph.schema import schema

Triple = tuple[str, str, str]
Figure = tuple[str, str, float]  # subject, indicator, value
_PLACED = frozenset({"LOCATED_IN", "MOVED_INTO", "PART_OF"})  # a wider place is right as well


def plain(name: str) -> str:
    """A name without the marks that writers put around it.

    >>> plain("“晨南 服饰”")
    '晨南服饰'
    """
    return re.sub(r"[\s“”\"'‘’「」『』《》〈〉【】]", "", unicodedata.normalize("NFKC", name))


@dataclass(slots=True)
class Gold:
    """The gold of one document."""

    stem: str
    entities: dict[str, dict[str, Any]]
    facts: set[Triple] = field(default_factory=set)
    also_true: set[Triple] = field(default_factory=set)
    amounts: dict[Triple, float] = field(default_factory=dict)
    observed: set[Figure] = field(default_factory=set)
    also_observed: set[Figure] = field(default_factory=set)
    _named: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    _coded: dict[str, str] = field(default_factory=dict)
    _above: dict[str, set[str]] = field(default_factory=dict)

    def find(self, node: Mapping[str, Any]) -> str | None:
        """The key of the gold entity that a node of a statement stands for: by code, else by any of its names."""
        code = str(node.get("code") or "")
        if code in self._coded:
            return self._coded[code]
        for name in (node.get("name"), *(node.get("aliases") or ())):
            keys = self._named.get(plain(name or ""))
            if keys:
                return min([key for key in keys if node.get("label") in self.labels(key)] or keys)
        return None

    def labels(self, key: str) -> list[str]:
        """What the entity may be called."""
        entity = self.entities[key]
        return list(entity.get("types") or [entity["type"]])

    def name(self, key: str) -> str:
        return str(self.entities[key]["names"][0])

    def wants(self, triple: Triple) -> bool:
        """Whether the fact is one of the wanted, perhaps with a wider or narrower place."""
        subject, relation, object_ = triple
        return triple in self.facts or (
            relation in _PLACED
            and any(
                s == subject and r == relation and (object_ in self._above[o] or o in self._above[object_])
                for s, r, o in self.facts
            )
        )

    def allows(self, triple: Triple) -> bool:
        """Whether the fact is right though nobody asked for it."""
        subject, relation, object_ = triple
        if triple in self.also_true:
            return True
        if relation in ("LOCATED_IN", "PART_OF"):
            return object_ in self._above[subject]
        return relation == "MOVED_INTO" and any(
            s == subject and r == relation and (object_ in self._above[o] or o in self._above[object_])
            for s, r, o in self.also_true
        )

    def is_met(self, wanted: Triple, found: Iterable[Triple]) -> bool:
        """Whether a wanted fact is among those found; a place inside the wanted place says it as well."""
        subject, relation, object_ = wanted
        return any(
            triple == wanted
            or (relation in _PLACED and triple[:2] == (subject, relation) and object_ in self._above[triple[2]])
            for triple in found
        )


def ordered(triple: Triple) -> Triple:
    """A fact of a relation without direction, one way round."""
    subject, relation, object_ = triple
    if schema().relations[relation].symmetric and object_ < subject:
        return object_, relation, subject
    return triple


def read_gold(path: Path) -> Gold:
    """The gold of a file; UsageError names the file and what is wrong with it."""
    try:
        raw = _raw(path)
        gold = Gold(path.stem, raw.get("entities") or {})
        gold.facts, gold.also_true = _triples(gold, raw.get("facts")), _triples(gold, raw.get("also_true"))
        gold.observed, gold.also_observed = _figures(raw.get("observations")), _figures(raw.get("also_observed"))
        for key, entity in gold.entities.items():
            for name in entity["names"]:
                gold._named[plain(name)].add(key)
            if entity.get("code"):
                gold._coded[str(entity["code"])] = key
        gold._above = _places(gold)
    except (yaml.YAMLError, KeyError, TypeError, ValueError, AttributeError) as error:
        first = str(error).splitlines()[0] if str(error) else type(error).__name__
        raise UsageError(f"{path}: this is no gold file: {first}; see seeds/gold for the form") from error
    return gold


def _raw(path: Path) -> dict[str, Any]:
    """The file, with what it includes from another."""
    raw: dict[str, Any] = yaml.safe_load(path.read_text(encoding="utf-8"))
    if raw.get("includes"):
        base = _raw(path.parent / f"{raw['includes']}.yaml")
        raw["entities"] = {**base["entities"], **raw["entities"]}
        for part in ("facts", "also_true", "observations", "also_observed"):
            raw[part] = (base.get(part) or []) + (raw.get(part) or [])
    return raw


def _triples(gold: Gold, rows: Iterable[Any] | None) -> set[Triple]:
    found: set[Triple] = set()
    for row in rows or ():
        subject, relation, object_ = row["fact"] if isinstance(row, dict) else row
        unknown = [key for key in (subject, object_) if key not in gold.entities]
        if unknown:
            raise ValueError(f"a fact names {unknown[0]}, which is not among its entities")
        triple = ordered((subject, relation, object_))
        found.add(triple)
        if isinstance(row, dict) and "amount" in row:
            gold.amounts[triple] = float(row["amount"])
    return found


def _figures(rows: Iterable[Any] | None) -> set[Figure]:
    return {(subject, indicator, float(value)) for subject, indicator, value, _ in rows or ()}


def _places(gold: Gold) -> dict[str, set[str]]:
    """For every entity the places that hold it, by the gold's own facts and by the codes of divisions."""
    up: dict[str, set[str]] = defaultdict(set)
    for subject, relation, object_ in gold.facts | gold.also_true:
        if relation in ("LOCATED_IN", "PART_OF"):
            up[subject].add(object_)
    for code, key in gold._coded.items():
        up[key] |= {
            gold._coded[over] for over in (f"{code[:4]}00", f"{code[:2]}0000") if over != code and over in gold._coded
        }
    closed: dict[str, set[str]] = {}
    for key in gold.entities:
        seen: set[str] = set()
        todo = [key]
        while todo:
            new = up[todo.pop()] - seen
            seen |= new
            todo += new
        closed[key] = seen
    return closed
