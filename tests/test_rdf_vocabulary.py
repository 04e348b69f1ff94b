"""The ontology: complete, in both languages, true to the standards it names, and fresh in docs/."""

from __future__ import annotations

import copy
import re
from importlib.resources import files
from pathlib import Path

import pytest
import rdflib
import yaml
from rdflib.namespace import GEO, ORG, OWL, PROV, QB, RDF, RDFS, SKOS, DefinedNamespace

from docs.build_vocabulary import FILES
from graph.errors import SchemaError
from graph.rdf_terms import EN, IRI, PREFIXES, ZH, class_name, property_name
from graph.rdf_turtle import turtle
from graph.rdf_vocabulary import described, nodes
from graph.schema import parse, schema

ROOT = Path(__file__).parent.parent
RAW = yaml.safe_load(files("graph").joinpath("schema.yaml").read_text(encoding="utf-8"))
CLOSED: dict[str, type[DefinedNamespace]] = {
    "rdf": RDF, "rdfs": RDFS, "owl": OWL, "skos": SKOS, "org": ORG, "prov": PROV, "qb": QB, "geo": GEO,
}  # fmt: skip
NODES = {node.subject: node for node in nodes()}
TERMS = {name for node in NODES.values() for value in node.values for name in (value[0], value[2]) if value[1] == IRI}


@pytest.mark.parametrize("name", FILES)
def test_the_pages_are_fresh(name: str) -> None:
    assert (ROOT / name).read_text(encoding="utf-8") == FILES[name](), "stale: run make docs"


def test_the_turtle_is_read_by_rdflib_and_has_a_label_in_both_languages_everywhere() -> None:
    graph = rdflib.Graph().parse(data="".join(turtle(nodes(), "")), format="turtle")
    assert len(graph) == sum(len(node.values) for node in NODES.values()) > 900
    named = [s for s in set(graph.subjects()) if (s, RDF.type, QB.ComponentSpecification) not in graph]
    for subject in named:
        labels = [*graph.objects(subject, RDFS.label), *graph.objects(subject, SKOS.prefLabel)]
        titles = list(graph.objects(subject, rdflib.DCTERMS.title))
        assert {one.language for one in labels or titles} == {"zh", "en"}, subject
        assert all(str(one).strip() for one in labels)


def test_classes_and_properties_say_what_they_are_in_both_languages() -> None:
    kinds = {"owl:Class", "owl:ObjectProperty", "owl:DatatypeProperty"}
    told = [node for node in NODES.values() if kinds & {value[2] for value in node.values}]
    assert len(told) > 80
    for node in told:
        comments = {kind: text for name, kind, text in node.values if name == "rdfs:comment"}
        assert set(comments) == {ZH, EN}, node.subject
        assert re.search(r"[\u4e00-\u9fff]", comments[ZH]) and re.search(r"[a-z]", comments[EN]), node.subject


def test_the_whole_schema_is_in_it() -> None:
    wanted = {f"dk:{label}" for label in schema().labels}
    wanted |= {make(name) for name in schema().relations for make in (class_name, property_name)}
    wanted |= {property_name(name) for name in schema().properties}
    wanted |= {f"dk:indicator-{name}" for name in schema().indicators}
    for kind, words in (("status", schema().statuses), ("aggregation", schema().aggregations)):
        wanted |= {f"dk:{kind}-{word}" for word in words}
    wanted |= {f"dk:modifier-{word}" for word in schema().modifiers}
    assert wanted <= set(NODES)
    for kind, words in (
        ("status", schema().statuses),
        ("aggregation", schema().aggregations),
        ("modifier", schema().modifiers),
    ):
        assert set(described()["concepts"][kind]["members"]) == set(words)


def test_every_subject_stands_once_and_every_term_of_ours_is_defined() -> None:
    assert len(NODES) == len(list(nodes()))
    assert {name for name in TERMS if name.startswith("dk:")} <= set(NODES)


def test_every_term_of_a_standard_exists_there() -> None:
    standard = TERMS | set(described()["standard"])
    for name in sorted(standard):
        prefix, _, local = name.partition(":")
        assert prefix in PREFIXES, name
        if prefix in CLOSED:
            assert rdflib.URIRef(PREFIXES[prefix] + local) in CLOSED[prefix], name
        elif prefix == "schema":
            assert (local in rdflib.SDO) or local in ("observationAbout", "measuredProperty"), name


def test_the_prefixes_are_those_of_the_standards() -> None:
    known = {**CLOSED, "dcterms": rdflib.DCTERMS, "schema": rdflib.SDO, "xsd": rdflib.XSD}
    for prefix, namespace in known.items():
        assert PREFIXES[prefix] == str(namespace)


def test_a_symmetric_relation_is_declared_so() -> None:
    declared = {node.subject for node in NODES.values() if "owl:SymmetricProperty" in {v[2] for v in node.values}}
    assert declared == {property_name(one.name) for one in schema().relations.values() if one.symmetric} != set()


@pytest.mark.parametrize(
    ("path", "value", "message"),
    [
        (["relations", "FOUNDED", "rdf"], {"over": ["schema:founder"]}, "FOUNDED: rdf knows no over"),
        (["properties", "colour"], {"zh": "色", "en": "c", "says": "c", "says_zh": "色"}, "no relation has colour"),
        (["relations", "FOUNDED", "properties"], {"colour": "string"}, "FOUNDED: property colour is not explained"),
    ],
)
def test_a_fault_in_the_mapping_names_its_entry(path: list[str], value: object, message: str) -> None:
    raw = copy.deepcopy(RAW)
    place = raw
    for key in path[:-1]:
        place = place[key]
    place[path[-1]] = value
    with pytest.raises(SchemaError, match=message):
        parse(raw)


def test_the_page_explains_every_term_and_fetches_nothing() -> None:
    page = FILES["docs/vocabulary.html"]()
    explained = set(re.findall(r'<article id="([^"]+)"', page))
    assert {name.removeprefix("dk:") for name in NODES} - explained - {""} == {
        name.removeprefix("dk:") for name in NODES if name.startswith("dk:figures-")
    }
    assert not re.search(r"<(script|link|img)|src=|@import|url\(", page)
    anchors = set(re.findall(r'href="#([^"]+)"', page))
    assert anchors <= explained | set(re.findall(r'<section id="([^"]+)"', page))
