"""The tables of a store, made from the vocabulary: what every node and relation keeps, and the DDL of LadybugDB.

Kinds of a column: string, strings (a list), integer, number. Three names differ from the JSON of a statement because
Cypher reserves them: `stop` (end), `cohort` (group), and `minimum`, `maximum` (min, max).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import product
from types import MappingProxyType

from graph.schema import Relation, Schema

Columns = Mapping[str, str]

ENTITY: Columns = MappingProxyType(
    {
        "id": "string",
        "label": "string",
        "name": "string",
        "aliases": "strings",
        "names": "strings",  # the name and the aliases
        "keys": "strings",  # the names as they are compared: graph.normalise.fold
        "code": "string",
        "region": "string",
    }
)
_PROOF = {"tier": "string", "because": "string", "passages": "strings"}  # because: a JSON list of steps
_FACT = {"id": "string", "relation": "string", **_PROOF, "source": "string"}
_PROPERTY_KINDS = {"string": "string", "date": "string", "money": "number", "number": "number"}

PROVENANCE: Mapping[str, Columns] = MappingProxyType(
    {
        "Document": {
            "id": "string",
            "name": "string",
            "names": "strings",  # the stems of all files with these bytes
            "paths": "strings",
            "sha256": "string",
            "media_type": "string",
            "text": "string",
            "digest": "string",  # of all its statements, to see whether a later load says the same
        },
        "Article": {
            "id": "string",
            "document": "string",
            "title": "string",
            "publisher": "string",
            "published": "string",
            "reporter": "string",
            "url": "string",
            "script": "string",
            "start": "integer",
            "stop": "integer",
            "fingerprint": "strings",
            "work": "string",  # the same for an article and its reprints: the least of their ids
        },
        "Passage": {
            "id": "string",
            "document": "string",
            "article": "string",
            "start": "integer",
            "stop": "integer",
            "line": "integer",
            "quote": "string",
        },
        "Observation": {
            "id": "string",
            "subject": "string",
            "indicator": "string",
            "value": "number",
            "minimum": "number",
            "maximum": "number",
            "unit": "string",
            "raw": "string",
            "modifier": "string",
            "status": "string",
            "aggregation": "string",
            "cohort": "string",
            "period_start": "string",
            "period_end": "string",
            "precision": "string",
            **_PROOF,
        },
        "Reject": {
            "id": "string",
            "document": "string",
            "reason": "string",
            "candidate": "string",
            "passages": "strings",
        },
    }
)


@dataclass(frozen=True, slots=True, order=True)
class Pair:
    """One kind of link: a relation between nodes of two labels."""

    relation: str
    source: str
    target: str


def node_tables(schema: Schema) -> dict[str, Columns]:
    """Every label with the columns of its nodes."""
    return {**dict.fromkeys(schema.labels, ENTITY), **PROVENANCE}


def fact_columns(rule: Relation) -> Columns:
    """What a relation of the vocabulary keeps besides its ends."""
    return {**_FACT, **{name: _PROPERTY_KINDS[kind] for name, kind in rule.properties.items()}}


def fact_pairs(rule: Relation) -> list[Pair]:
    """The pairs of labels that a relation may join; a symmetric one may be kept in either direction."""
    ends = set(product(rule.sources, rule.targets))
    if rule.symmetric:
        ends |= {(target, source) for source, target in ends}
    return [Pair(rule.name, source, target) for source, target in sorted(ends)]


def provenance_pairs(schema: Schema) -> list[Pair]:
    """The links that lead from what is stated to the document it stands in."""
    labels = sorted(schema.labels)
    return [
        Pair("IN_DOCUMENT", "Article", "Document"),
        Pair("IN_DOCUMENT", "Reject", "Document"),
        Pair("IN_ARTICLE", "Passage", "Article"),
        Pair("STATED_IN", "Observation", "Passage"),
        Pair("STATED_IN", "Reject", "Passage"),
        *(Pair("OBSERVED_OF", "Observation", label) for label in labels),
        *(Pair("MENTIONED_IN", label, "Passage") for label in labels),
    ]


def link_columns(schema: Schema, relation: str) -> Columns:
    """What a link keeps; those of the provenance keep nothing."""
    rule = schema.relations.get(relation)
    return fact_columns(rule) if rule else {}


_LADYBUG = {"string": "STRING", "strings": "STRING[]", "integer": "INT64", "number": "DOUBLE"}


def ladybug_type(kind: str) -> str:
    """The LadybugDB type of a kind of column."""
    return _LADYBUG[kind]


def ladybug_ddl(schema: Schema) -> Iterator[str]:
    """The statements that make an empty LadybugDB ready for the vocabulary."""
    yield "CREATE NODE TABLE Meta(name STRING PRIMARY KEY, value STRING)"
    for label, columns in node_tables(schema).items():
        yield f"CREATE NODE TABLE {label}({', '.join(_declared(columns))}, PRIMARY KEY(id))"
    pairs = [pair for rule in schema.relations.values() for pair in fact_pairs(rule)] + provenance_pairs(schema)
    for relation in dict.fromkeys(pair.relation for pair in pairs):
        ends = [f"FROM {pair.source} TO {pair.target}" for pair in pairs if pair.relation == relation]
        yield f"CREATE REL TABLE {relation}({', '.join(ends + _declared(link_columns(schema, relation)))})"


def _declared(columns: Columns) -> list[str]:
    return [f"{name} {_LADYBUG[kind]}" for name, kind in columns.items()]
