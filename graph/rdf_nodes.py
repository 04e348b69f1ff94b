"""Entities, facts and figures as nodes of linked data; graph.rdf_proof_nodes has what proves them.

Every node says by which id the store knows it (dcterms:identifier), so that an export can be read again under any base.
Values of one property must stand together: the writers rely on it.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache

from graph.identity import PREFIXES, digest
from graph.merge import BETWEEN_TEXTS
from graph.rdf_terms import (
    DECIMAL,
    FIGURES,
    IRI,
    POSITION,
    STANDARD_NAME,
    TEXT,
    ZH,
    Node,
    Value,
    class_name,
    concept_name,
    data_iri,
    property_name,
)
from graph.rdf_values import Row, decimal, moment, texts, typed
from graph.schema import schema

_FIGURE = typed("dk:Observation", "schema:Observation", "qb:Observation")
_MONEY: Value = ("rdf:type", IRI, "schema:MonetaryAmount")
_YUAN: Value = ("schema:currency", TEXT, "CNY")
_UNIT = {"dk:unit": "unit"}
_WORDS = {"dk:group": "cohort", "dk:raw": "raw"}
_PRECISION = {"dk:precision": "precision"}


def entity_node(row: Row, facts: Iterable[tuple[str, str]]) -> Node:
    """An entity with the plain triples of the facts that start from it: (relation, id of the object), in order."""
    values: list[Value] = [
        *_label_types(row["label"]),
        ("rdfs:label", STANDARD_NAME, row["name"]),
        *[("skos:altLabel", ZH, alias) for alias in row["aliases"]],
        ("dcterms:identifier", TEXT, row["id"]),
        *texts(row, {"dk:code": "code"}),
    ]
    if row["region"] is not None:
        values.append(("dk:belongsTo", IRI, data_iri(row["region"])))
    said = dict.fromkeys(facts)  # several facts may say one triple
    values += [(property_name(relation), IRI, data_iri(target)) for relation, target in said]
    within = {(term, target) for relation, target in said for term in _spatial(row["id"], relation, target)}
    values += [(term, IRI, data_iri(target)) for term, target in sorted(within)]
    return Node(data_iri(row["id"]), values)


def _spatial(subject: str, relation: str, target: str) -> list[str]:
    """What holds in space between two places, where the relation says so."""
    term = fact_terms(relation).places
    kinds = {one.partition(":")[0] for one in (subject, target)}
    return [term] if term and kinds <= _prefixes_of_places() else []


@cache
def _label_types(label: str) -> list[Value]:
    return typed(f"dk:{label}", *schema().labels[label].rdf)


@cache
def _prefixes_of_places() -> frozenset[str]:
    return frozenset(PREFIXES[label.name] for label in schema().labels.values() if "geo:Feature" in label.rdf)


@dataclass(frozen=True, slots=True)
class FactTerms:
    """The terms of one relation, made once for all its facts."""

    types: tuple[Value, ...]
    predicate: Value
    ends: tuple[tuple[str, str], ...]  # standard properties that lead to the ends, each with the column of the end
    properties: tuple[tuple[str, str, str], ...]  # column, kind, property
    places: str | None


@cache
def fact_terms(relation: str) -> FactTerms:
    """The terms of a relation."""
    rule = schema().relations[relation]
    ends = ((rule.rdf.subject, "from_id"), (rule.rdf.object, "to_id"))
    return FactTerms(
        types=tuple(typed(class_name(relation), "dk:Fact", *rule.rdf.node)),
        predicate=("rdf:predicate", IRI, property_name(relation)),
        ends=tuple((term, column) for term, column in ends if term is not None),
        properties=tuple((name, kind, property_name(name)) for name, kind in rule.properties.items()),
        places=rule.rdf.places,
    )


def fact_nodes(row: Row) -> list[Node]:
    """A fact as a node, with the nodes of its amount and of its steps."""
    terms, me = fact_terms(row["relation"]), data_iri(row["id"])
    values: list[Value] = [
        *terms.types,
        ("dcterms:identifier", TEXT, row["id"]),
        ("rdf:subject", IRI, data_iri(row["from_id"])),
        terms.predicate,
        ("rdf:object", IRI, data_iri(row["to_id"])),
        *[(term, IRI, data_iri(row[column])) for term, column in terms.ends],
    ]
    more: list[Node] = []
    for name, kind, term in terms.properties:
        value = row[name]
        if value is None:
            continue
        if kind == "date":
            values.append((term, *moment(value)))
        elif kind == "string":
            values.append((term, TEXT, value))
        else:
            number = decimal(value, row["id"])
            values.append((term, DECIMAL, number))
            if kind == "money":
                values.append((f"schema:{name}", IRI, f"{me}#{name}"))
                more.append(_money(f"{me}#{name}", number))
        if name == "scheme":
            values += [("dcterms:isPartOf", IRI, scheme_iri(one)) for one in schemes(value)]
    more += _add_proof(values, me, row)
    if row["source"] is not None:
        values.append(("dk:source", TEXT, row["source"]))
    return [Node(me, values), *more]


def observation_nodes(row: Row) -> list[Node]:
    """A figure, with the nodes of its steps."""
    me, subject = data_iri(row["id"]), data_iri(row["subject"])
    indicator, value = concept_name("indicator", row["indicator"]), decimal(row["value"], row["id"])
    given = {name for name in row if row[name] is not None}
    values: list[Value] = [
        *_FIGURE,
        ("dcterms:identifier", TEXT, row["id"]),
        ("qb:dataSet", IRI, FIGURES),
        ("dk:subject", IRI, subject),
        ("schema:observationAbout", IRI, subject),
        ("dk:indicator", IRI, indicator),
        ("schema:measuredProperty", IRI, indicator),
        ("dk:value", DECIMAL, value),
        ("schema:value", DECIMAL, value),
        *[(f"dk:{one}", DECIMAL, decimal(row[one], row["id"])) for one in ("minimum", "maximum") if one in given],
        *texts(row, _UNIT),
        *[(f"dk:{n}", IRI, concept_name(n, row[n])) for n in ("modifier", "status", "aggregation") if n in given],
        *texts(row, _WORDS),
        *[(property_name(one), *moment(row[one])) for one in ("period_start", "period_end") if one in given],
        *texts(row, _PRECISION),
    ]
    return [Node(me, values), *_add_proof(values, me, row)]


def scheme_node(name: str) -> Node:
    """A scheme of paired assistance, as texts name it."""
    values: list[Value] = [
        *typed("skos:Concept"),
        ("skos:prefLabel", ZH, name),
        ("skos:inScheme", IRI, "dk:schemes"),
    ]
    return Node(scheme_iri(name), values)


def schemes(words: str) -> list[str]:
    """The schemes in the property of a fact, which may join the words of several texts."""
    return sorted(set(words.split(BETWEEN_TEXTS)))


@lru_cache(maxsize=10_000)
def scheme_iri(name: str) -> str:
    """The IRI of a scheme."""
    return f"scheme/{digest(name)}"


def _add_proof(values: list[Value], me: str, row: Row) -> list[Node]:
    """Add tier, steps and passages to the values of a node; the nodes of the steps."""
    values.append(("dk:tier", IRI, concept_name("tier", row["tier"])))
    steps: list[Node] = []
    if row["because"] != "[]":
        for number, step in enumerate(json.loads(row["because"]), start=1):
            values.append(("dk:because", IRI, f"{me}#because-{number}"))
            steps.append(_step(f"{me}#because-{number}", number, step))
    values += [("prov:wasQuotedFrom", IRI, data_iri(passage)) for passage in row["passages"]]
    return steps


def _step(me: str, number: int, step: Mapping[str, str]) -> Node:
    values: list[Value] = [
        ("rdf:type", IRI, "dk:Step"),
        ("dk:position", POSITION, str(number)),
        ("dk:role", TEXT, step["role"]),
        ("dk:kind", TEXT, step["kind"]),
        ("dk:surface", TEXT, step["surface"]),
        ("dk:means", TEXT, step["means"]),
    ]
    return Node(me, values)


def _money(me: str, amount: str) -> Node:
    return Node(me, [_MONEY, ("schema:value", DECIMAL, amount), _YUAN])
