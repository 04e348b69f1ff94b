"""Names of the linked data: prefixes, IRIs of the data and of the vocabulary, and the form in which triples travel here.

An IRI is a short text: `company/9f…` is one of the data and follows the base of the export, `schema:Place` is a term with
one of the prefixes. A text of the data never holds a colon, so that the two cannot be mistaken for each other.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from enum import StrEnum
from functools import cache, lru_cache
from typing import NamedTuple
from urllib.parse import quote

from graph.errors import UsageError

BASE = "https://duikou.example/data/"
GRAPH = "graph"  # the named graph of N-Quads and TriG, and the data set that an export is
FIGURES = "figures"  # the data cube of all observations

PREFIXES: Mapping[str, str] = {
    "dk": "https://duikou.example/vocabulary#",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
    "owl": "http://www.w3.org/2002/07/owl#",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "dcterms": "http://purl.org/dc/terms/",
    "schema": "https://schema.org/",
    "org": "http://www.w3.org/ns/org#",
    "prov": "http://www.w3.org/ns/prov#",
    "oa": "http://www.w3.org/ns/oa#",
    "qb": "http://purl.org/linked-data/cube#",
    "geo": "http://www.opengis.net/ont/geosparql#",
}


class RdfFormat(StrEnum):
    """The forms that linked data is written in."""

    ttl = "ttl"
    nt = "nt"
    nq = "nq"
    trig = "trig"
    jsonld = "jsonld"
    rdfxml = "rdfxml"


# What a value is: an IRI, a text, a text in a language (by its tag), or a literal of a type.
IRI = "iri"
TEXT = "xsd:string"
STANDARD_NAME = "@zh-Hans"
ZH = "@zh"
EN = "@en"
DECIMAL = "xsd:decimal"
COUNT = "xsd:nonNegativeInteger"
POSITION = "xsd:positiveInteger"

_BASE = re.compile(r"https?://[^\s<>\"{}|\\^`?#\x00-\x20]+/")


Value = tuple[str, str, str]  # one triple of a node: the property, the kind of value, the value


class Node(NamedTuple):
    """All triples of one subject; values of one property stand together."""

    subject: str
    values: list[Value]


def checked_base(base: str) -> str:
    """The base of the data's IRIs; UsageError says what a base must be.

    >>> checked_base("https://example.org/paired/")
    'https://example.org/paired/'
    """
    if not _BASE.fullmatch(base):
        raise UsageError(f"{base} is no base of IRIs; it must be like {BASE}: http or https, with a / at the end")
    return base


@lru_cache(maxsize=50_000)  # passages and entities are named many times
def data_iri(identifier: str) -> str:
    """The IRI of what a store knows by this id, without the base.

    >>> data_iri("company:9f3a"), data_iri("region:三都")
    ('company/9f3a', 'region/%E4%B8%89%E9%83%BD')
    """
    kind, _, rest = identifier.partition(":")
    if rest.isalnum() and identifier.isascii() and kind.isalpha():
        return f"{kind}/{rest}"
    return f"{quote(kind, safe='')}/{quote(rest, safe='').replace('.', '%2E')}"


def full_iri(name: str, base: str) -> str:
    """An IRI in full.

    >>> full_iri("company/9f3a", BASE), full_iri("geo:Feature", BASE)
    ('https://duikou.example/data/company/9f3a', 'http://www.opengis.net/ont/geosparql#Feature')
    """
    prefix, colon, rest = name.partition(":")
    return PREFIXES[prefix] + rest if colon else base + name


@cache
def class_name(relation: str) -> str:
    """The class of the facts of a relation.

    >>> class_name("LOCATED_IN")
    'dk:LocatedIn'
    """
    return "dk:" + "".join(word.capitalize() for word in relation.split("_"))


@cache
def property_name(name: str) -> str:
    """The property of a relation, or of a column of a table.

    >>> property_name("LOCATED_IN"), property_name("period_start")
    ('dk:locatedIn', 'dk:periodStart')
    """
    first, *rest = name.lower().split("_")
    return "dk:" + first + "".join(word.capitalize() for word in rest)


@cache
def concept_name(kind: str, name: str) -> str:
    """The concept of a word that the vocabulary counts up: an indicator, a status, an aggregation, a modifier, a tier.

    >>> concept_name("indicator", "people_employed")
    'dk:indicator-people_employed'
    """
    return f"dk:{kind}-{name}"
