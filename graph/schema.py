"""The vocabulary, read once from schema.yaml and checked."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from graph.data import parse_yaml
from graph.errors import SchemaError

PROPERTY_TYPES = ("string", "date", "money", "number")


@dataclass(frozen=True, slots=True)
class Label:
    """What a node can be."""

    name: str
    zh: str
    en: str
    says: str


@dataclass(frozen=True, slots=True)
class Relation:
    """What can hold between two nodes.

    `key` names the properties that tell two facts with the same ends apart.
    """

    name: str
    zh: str
    en: str
    says: str
    sources: tuple[str, ...]
    targets: tuple[str, ...]
    properties: dict[str, str]
    key: tuple[str, ...]
    symmetric: bool


@dataclass(frozen=True, slots=True)
class Indicator:
    """What a figure measures, and the unit its values are kept in."""

    name: str
    unit: str
    zh: str
    en: str


@dataclass(frozen=True, slots=True)
class Schema:
    """The whole vocabulary."""

    version: int
    labels: dict[str, Label]
    relations: dict[str, Relation]
    indicators: dict[str, Indicator]
    statuses: tuple[str, ...]
    aggregations: tuple[str, ...]
    modifiers: tuple[str, ...]

    def allows(self, relation: str, source: str, target: str) -> bool:
        """Whether the relation may run from one label to the other.

        >>> schema().allows("MOVED_INTO", "Company", "RelocationSite")
        True
        >>> schema().allows("MOVED_INTO", "Person", "RelocationSite")
        False
        """
        rule = self.relations[relation]
        if source in rule.sources and target in rule.targets:
            return True
        return rule.symmetric and target in rule.sources and source in rule.targets


@cache
def schema() -> Schema:
    """The vocabulary of this version of duikou."""
    return parse(parse_yaml(files("graph").joinpath("schema.yaml").read_text(encoding="utf-8")))


def parse(raw: dict[str, Any]) -> Schema:
    """Check the raw YAML and make the vocabulary of it; SchemaError names the entry at fault."""
    labels = {name: Label(name, row["zh"], row["en"], row["says"]) for name, row in raw["labels"].items()}
    relations = {name: _relation(name, row, set(labels)) for name, row in raw["relations"].items()}
    indicators = {name: Indicator(name, row["unit"], row["zh"], row["en"]) for name, row in raw["indicators"].items()}
    return Schema(
        version=raw["version"],
        labels=labels,
        relations=relations,
        indicators=indicators,
        statuses=tuple(raw["statuses"]),
        aggregations=tuple(raw["aggregations"]),
        modifiers=tuple(raw["modifiers"]),
    )


def _relation(name: str, row: dict[str, Any], labels: set[str]) -> Relation:
    place = f"graph/schema.yaml: relation {name}"
    for end in ("from", "to"):
        unknown = sorted(set(row[end]) - labels)
        if unknown:
            raise SchemaError(f"{place}: '{end}' names {', '.join(unknown)}, which is no label; add it under labels")
    properties = row.get("properties") or {}
    for key, kind in properties.items():
        if kind not in PROPERTY_TYPES:
            raise SchemaError(f"{place}: property {key} has type {kind}; use one of {', '.join(PROPERTY_TYPES)}")
    lost = sorted(set(row.get("key") or ()) - set(properties))
    if lost:
        raise SchemaError(f"{place}: key names {', '.join(lost)}, which is no property of it")
    return Relation(
        name=name,
        zh=row["zh"],
        en=row["en"],
        says=row["says"],
        sources=tuple(row["from"]),
        targets=tuple(row["to"]),
        properties=dict(properties),
        key=tuple(row.get("key") or ()),
        symmetric=bool(row.get("symmetric")),
    )
