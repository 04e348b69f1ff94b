"""The vocabulary as an ontology: classes, properties and concepts, made from schema.yaml and rdf.yaml.

A relation becomes a property (dk:locatedIn) and the class of the facts that state it (dk:LocatedIn).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from importlib.resources import files
from typing import Any

from graph.data import parse_yaml
from graph.rdf_terms import EN, IRI, TEXT, ZH, Node, Value, class_name, concept_name, property_name
from graph.rdf_values import typed
from graph.schema import Property, Relation, schema

_TYPES = {"string": "xsd:string", "date": "rdfs:Literal", "money": "xsd:decimal", "number": "xsd:decimal"}


@cache
def described() -> dict[str, Any]:
    """The terms that schema.yaml does not give: rdf.yaml."""
    content: dict[str, Any] = parse_yaml(files("graph").joinpath("rdf.yaml").read_text(encoding="utf-8"))
    return content


def nodes() -> Iterator[Node]:
    """The ontology: itself, classes, properties, concepts, the structure of the data cube."""
    words = described()["ontology"]
    yield Node(
        "dk:",
        [
            *typed("owl:Ontology"),
            ("dcterms:title", ZH, words["zh"]),
            ("dcterms:title", EN, words["en"]),
            ("dcterms:description", ZH, words["says_zh"]),
            ("dcterms:description", EN, words["says"]),
            ("owl:versionInfo", TEXT, str(schema().version)),
        ],
    )
    yield from _classes()
    yield from _properties()
    yield from _concepts()
    yield from _cube()


def _classes() -> Iterator[Node]:
    for label in schema().labels.values():
        yield _class(f"dk:{label.name}", _words(label), label.rdf)
    for name, row in described()["classes"].items():
        yield _class(f"dk:{name}", row, row.get("above") or ())
    for rule in schema().relations.values():
        words = {key: form.format_map(_words(rule)) for key, form in described()["relations"].items()}
        states: list[Value] = [("dk:states", IRI, property_name(rule.name))]
        yield _class(class_name(rule.name), words, ("dk:Fact", *rule.rdf.node), states)


def _class(name: str, words: Mapping[str, str], above: Iterable[str], more: Iterable[Value] = ()) -> Node:
    parents: list[Value] = [("rdfs:subClassOf", IRI, one) for one in above]
    return Node(name, [*typed("owl:Class"), *_said(words), *parents, *more, _defined()])


def _properties() -> Iterator[Node]:
    for rule in schema().relations.values():
        yield _relation(rule)
    for one in schema().properties.values():
        yield _property(one)
    for name, row in described()["properties"].items():
        kinds = [_kind(row.get("to")), *([row["cube"]] if "cube" in row else [])]
        ends = [*_domain(row.get("of") or ()), *_range(row.get("to"))]
        yield Node(f"dk:{name}", [*typed(*kinds), *_said(row), *_above(row.get("above") or ()), *ends, _defined()])


def _relation(rule: Relation) -> Node:
    kinds = ["owl:ObjectProperty", *(["owl:SymmetricProperty"] if rule.symmetric else [])]
    inverse: list[Value] = [("owl:inverseOf", IRI, rule.rdf.inverse)] if rule.rdf.inverse else []
    ends: list[Value] = [
        *[("schema:domainIncludes", IRI, f"dk:{one}") for one in rule.sources],
        *[("schema:rangeIncludes", IRI, f"dk:{one}") for one in rule.targets],
    ]
    values = [*typed(*kinds), *_said(_words(rule)), *_above(rule.rdf.above), *inverse, *ends, _defined()]
    return Node(property_name(rule.name), values)


def _property(one: Property) -> Node:
    facts = [class_name(rule.name) for rule in schema().relations.values() if one.name in rule.properties]
    domain: list[Value] = [("schema:domainIncludes", IRI, name) for name in facts]
    ends = [*domain, *_range(_TYPES[one.kind])]
    values = [*typed("owl:DatatypeProperty"), *_said(_words(one)), *_above(one.rdf), *ends, _defined()]
    return Node(property_name(one.name), values)


def _concepts() -> Iterator[Node]:
    kinds = described()["concepts"]
    for kind, row in kinds.items():
        scheme = f"dk:{row['scheme']}"
        yield Node(scheme, [*typed("skos:ConceptScheme"), *_labels("rdfs:label", row), _defined()])
        for name, words in row["members"].items():
            yield _concept(concept_name(kind, name), scheme, words, ())
    for one in schema().indicators.values():
        more: list[Value] = [
            *([("dk:unit", TEXT, one.unit)] if one.unit else []),
            *[("rdfs:seeAlso", IRI, term) for term in one.rdf],
        ]
        scheme = f"dk:{kinds['indicator']['scheme']}"
        yield _concept(concept_name("indicator", one.name), scheme, {"zh": one.zh, "en": one.en}, more)


def _concept(name: str, scheme: str, words: Mapping[str, str], more: Iterable[Value]) -> Node:
    place: list[Value] = [("skos:inScheme", IRI, scheme), ("skos:topConceptOf", IRI, scheme)]
    return Node(name, [*typed("skos:Concept"), *_labels("skos:prefLabel", words), *place, *more, _defined()])


def _cube() -> Iterator[Node]:
    """The structure of the data cube: which property is a dimension, the measure, an attribute."""
    parts = {name: row["cube"] for name, row in described()["properties"].items() if "cube" in row}
    components: list[Value] = [("qb:component", IRI, f"dk:figures-{name}") for name in parts]
    words = described()["ontology"]["figures"]
    yield Node("dk:figures", [*typed("qb:DataStructureDefinition"), *_labels("rdfs:label", words), *components])
    for name, part in parts.items():
        role = {"Dimension": "qb:dimension", "Measure": "qb:measure", "Attribute": "qb:attribute"}
        kind = part.removeprefix("qb:").removesuffix("Property")
        yield Node(f"dk:figures-{name}", [*typed("qb:ComponentSpecification"), (role[kind], IRI, f"dk:{name}")])


def _words(one: Any) -> dict[str, str]:
    return {name: getattr(one, name) for name in ("zh", "en", "says", "says_zh")}


def _said(words: Mapping[str, str]) -> list[Value]:
    """Label and comment in both languages."""
    comments: list[Value] = [("rdfs:comment", ZH, words["says_zh"]), ("rdfs:comment", EN, words["says"])]
    return [*_labels("rdfs:label", words), *comments]


def _labels(term: str, words: Mapping[str, str]) -> list[Value]:
    return [(term, ZH, words["zh"]), (term, EN, words["en"])]


def _above(terms: Iterable[str]) -> list[Value]:
    return [("rdfs:subPropertyOf", IRI, one) for one in terms]


def _domain(classes: Iterable[str]) -> list[Value]:
    return [("schema:domainIncludes", IRI, _own(one)) for one in classes]


def _range(to: str | None) -> list[Value]:
    return [("rdfs:range", IRI, _own(to))] if to else []


def _own(name: str) -> str:
    return name if ":" in name else f"dk:{name}"


def _kind(to: str | None) -> str:
    literal = to is not None and to.startswith(("xsd:", "rdfs:Literal"))
    return "owl:DatatypeProperty" if literal else "owl:ObjectProperty"


def _defined() -> Value:
    return ("rdfs:isDefinedBy", IRI, "dk:")
