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
    """What a node can be; `rdf` are the standard classes that its nodes belong to as well."""

    name: str
    zh: str
    en: str
    says: str
    says_zh: str
    rdf: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RelationTerms:
    """What a relation is in standard vocabularies: schema.yaml explains the parts."""

    above: tuple[str, ...] = ()
    inverse: str | None = None
    node: tuple[str, ...] = ()
    subject: str | None = None
    object: str | None = None
    places: str | None = None


@dataclass(frozen=True, slots=True)
class Relation:
    """What can hold between two nodes.

    `key` names the properties that tell two facts with the same ends apart.
    """

    name: str
    zh: str
    en: str
    says: str
    says_zh: str
    sources: tuple[str, ...]
    targets: tuple[str, ...]
    properties: dict[str, str]
    key: tuple[str, ...]
    symmetric: bool
    rdf: RelationTerms


@dataclass(frozen=True, slots=True)
class Property:
    """What a fact may say besides its ends; `kind` is one of PROPERTY_TYPES."""

    name: str
    kind: str
    zh: str
    en: str
    says: str
    says_zh: str
    rdf: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Indicator:
    """What a figure measures, and the unit its values are kept in."""

    name: str
    unit: str
    zh: str
    en: str
    rdf: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Schema:
    """The whole vocabulary."""

    version: int
    labels: dict[str, Label]
    relations: dict[str, Relation]
    properties: dict[str, Property]
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
    labels = {name: Label(name, *_words(row), _terms(row)) for name, row in raw["labels"].items()}
    relations = {
        name: _relation(name, row, set(labels), set(raw["properties"])) for name, row in raw["relations"].items()
    }
    kinds = {name: kind for rule in relations.values() for name, kind in rule.properties.items()}
    unused = sorted(set(raw["properties"]) - set(kinds))
    if unused:
        raise SchemaError(f"graph/schema.yaml: properties: no relation has {', '.join(unused)}; take it out")
    return Schema(
        version=raw["version"],
        labels=labels,
        relations=relations,
        properties={
            name: Property(name, kinds[name], *_words(row), _terms(row)) for name, row in raw["properties"].items()
        },
        indicators={
            name: Indicator(name, row["unit"], row["zh"], row["en"], _terms(row))
            for name, row in raw["indicators"].items()
        },
        statuses=tuple(raw["statuses"]),
        aggregations=tuple(raw["aggregations"]),
        modifiers=tuple(raw["modifiers"]),
    )


def _words(row: dict[str, Any]) -> tuple[str, str, str, str]:
    return row["zh"], row["en"], row["says"], row["says_zh"]


def _terms(row: dict[str, Any]) -> tuple[str, ...]:
    return tuple(row.get("rdf") or ())


def _relation(name: str, row: dict[str, Any], labels: set[str], known: set[str]) -> Relation:
    place = f"graph/schema.yaml: relation {name}"
    for end in ("from", "to"):
        unknown = sorted(set(row[end]) - labels)
        if unknown:
            raise SchemaError(f"{place}: '{end}' names {', '.join(unknown)}, which is no label; add it under labels")
    properties = row.get("properties") or {}
    for key, kind in properties.items():
        if kind not in PROPERTY_TYPES:
            raise SchemaError(f"{place}: property {key} has type {kind}; use one of {', '.join(PROPERTY_TYPES)}")
        if key not in known:
            raise SchemaError(f"{place}: property {key} is not explained; add it under properties")
    lost = sorted(set(row.get("key") or ()) - set(properties))
    if lost:
        raise SchemaError(f"{place}: key names {', '.join(lost)}, which is no property of it")
    return Relation(
        name=name,
        zh=row["zh"],
        en=row["en"],
        says=row["says"],
        says_zh=row["says_zh"],
        sources=tuple(row["from"]),
        targets=tuple(row["to"]),
        properties=dict(properties),
        key=tuple(row.get("key") or ()),
        symmetric=bool(row.get("symmetric")),
        rdf=_relation_terms(place, row.get("rdf") or {}),
    )


def _relation_terms(place: str, row: dict[str, Any]) -> RelationTerms:
    unknown = sorted(set(row) - set(RelationTerms.__dataclass_fields__))
    if unknown:
        raise SchemaError(f"{place}: rdf knows no {', '.join(unknown)}; use one of those explained at its head")
    many = {"above", "node"}
    terms: dict[str, Any] = {key: tuple(value) if key in many else value for key, value in row.items()}
    return RelationTerms(**terms)
