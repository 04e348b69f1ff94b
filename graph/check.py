"""Whether linked data keep to the shapes of `graph.shapes`, and if not, what is wrong where, with the words that prove it."""

from __future__ import annotations

import logging
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from graph.errors import ReadError, UsageError
from graph.rdf_terms import PREFIXES, class_name
from graph.schema import schema
from graph.shapes import shapes

if TYPE_CHECKING:
    from rdflib import Graph

    from graph.store import Store

_SH = "http://www.w3.org/ns/shacl#"
_SUFFIXES = {"rdfxml": "rdf", "xml": "rdf", "json": "jsonld"}  # other endings of the same formats


@dataclass(frozen=True, slots=True, order=True)
class Finding:
    """What is wrong with one node.

    kind: its label or class, `Company`, `Fact`, `Passage`; None for a node without one. `says` is the relation or the
    indicator of a fact or figure. `problem`: in words, by language (en, zh). `value`: the value at fault, if there is
    one. `quote` and `place`: the first passage that proves the node or mentions it.
    """

    id: str
    kind: str | None
    subject: str
    says: str
    object: str
    problem: tuple[tuple[str, str], ...]
    value: str | None
    quote: str | None
    place: str | None

    def told(self, lang: str) -> str:
        """The problem in a language."""
        words = dict(self.problem)
        return words.get(lang) or words.get("en") or next(iter(words.values()), "")


def check_store(store: Store) -> list[Finding]:
    """What is wrong in a store's export; empty when it conforms."""
    from graph.rdf_rdflib import to_rdflib

    return check(to_rdflib(store))


def check_file(path: Path) -> list[Finding]:
    """What is wrong in an export; ReadError when it is no RDF that can be read."""
    return check(read(path))


def check(data: Graph) -> list[Finding]:
    """What is wrong in the data, by node; UsageError when pyshacl is not installed."""
    try:
        from pyshacl import validate
    except ImportError as error:
        raise UsageError("check needs pyshacl; install it with: pip install 'duikou[shacl]'") from error
    with _quiet():
        _, report, _ = validate(data, shacl_graph=_rules(), inplace=True)
    return sorted(set(_findings(report, data)), key=lambda one: (one.id, one.problem, one.value or ""))


@cache
def _rules() -> Graph:
    from rdflib import Graph

    return Graph().parse(data=shapes(), format="turtle")


def read(path: Path) -> Graph:
    """An export in any of its formats, told by the ending of its name."""
    from pyoxigraph import RdfFormat, parse
    from rdflib import Graph

    ending = path.suffix.removeprefix(".").lower()
    format = RdfFormat.from_extension(_SUFFIXES.get(ending, ending))
    if format is None:
        raise UsageError(f"{path}: the ending says no format; name it .ttl, .nt, .nq, .trig, .jsonld or .rdf")
    data = Graph()
    term = _Terms()
    try:
        for one in parse(path=str(path), format=format):
            data.add((term(one.subject), term(one.predicate), term(one.object)))
    except (SyntaxError, ValueError) as error:
        raise ReadError(f"{path}: this is no {format.name}: {' '.join(str(error).split())}") from error
    return data


class _Terms(dict[Any, Any]):
    """Terms of pyoxigraph as those of rdflib; names are made once."""

    def __call__(self, term: Any) -> Any:
        import pyoxigraph
        import rdflib

        if isinstance(term, pyoxigraph.Literal):
            if term.language:
                return rdflib.Literal(term.value, lang=term.language)
            datatype = term.datatype.value
            if datatype == PREFIXES["xsd"] + "string":
                return rdflib.Literal(term.value)
            return rdflib.Literal(term.value, datatype=rdflib.URIRef(datatype), normalize=False)
        if term not in self:
            named = isinstance(term, pyoxigraph.NamedNode)
            self[term] = rdflib.URIRef(term.value) if named else rdflib.BNode(term.value)
        return self[term]


def _findings(report: Graph, data: Graph) -> Iterator[Finding]:
    from rdflib import RDF, RDFS, URIRef

    sparql = URIRef(_SH + "SPARQLConstraintComponent")
    for result in report.subjects(RDF.type, URIRef(_SH + "ValidationResult")):
        told = {part: report.value(result, URIRef(_SH + part)) for part in ("focusNode", "value")}
        asked = report.value(result, URIRef(_SH + "sourceConstraintComponent")) == sparql
        node = told["value"] if asked else told["focusNode"]
        rule = report.value(result, URIRef(_SH + ("sourceConstraint" if asked else "sourceShape")))
        messages = [one for path in (_SH + "message", RDFS.comment) for one in _rules().objects(rule, URIRef(path))]
        problem = tuple(sorted((getattr(one, "language", None) or "en", str(one)) for one in messages))
        value = None if asked or told["value"] in (None, told["focusNode"]) else _short(told["value"])
        yield _finding(data, str(node), problem, value)


def _finding(data: Graph, node: str, problem: tuple[tuple[str, str], ...], value: str | None) -> Finding:
    """A finding about a node, or about a part of it (its place, its quote, its amount, a step): NODE#PART."""
    from rdflib import URIRef

    me = URIRef(node.partition("#")[0])
    kinds = {str(one).removeprefix(PREFIXES["dk"]) for one in data.objects(me, _term("rdf:type"))}
    relation = next((kinds_of for name, kinds_of in _relations().items() if name in kinds), None)
    kind = "Fact" if relation else next((one for one in sorted(kinds) if one in _OWN or one in schema().labels), None)
    subject, says, object_ = _described(data, me, kind, relation)
    quote, place = _proof(data, me, kind)
    return Finding(_id(data, me), kind, subject, says, object_, problem, value, quote, place)


_TITLES = {"Article": "schema:headline", "Document": "dk:name", "Reject": "dk:reason"}
_OWN = ("Article", "Document", "Fact", "Observation", "Passage", "Reject")


def _relations() -> Mapping[str, str]:
    return {class_name(name).removeprefix("dk:"): name for name in schema().relations}


def _described(data: Graph, me: Any, kind: str | None, relation: str | None) -> tuple[str, str, str]:
    """What a reader would call the node: subject, relation or indicator, object or value; or its name alone."""
    if kind == "Fact":
        subject, object_ = (_name(data, _first(data, me, f"rdf:{end}")) for end in ("subject", "object"))
        return subject, relation or "", object_
    if kind == "Observation":
        indicator = str(_first(data, me, "dk:indicator") or "").partition("#indicator-")[2]
        return _name(data, _first(data, me, "dk:subject")), indicator, str(_first(data, me, "dk:raw") or "")
    if kind in _TITLES:
        return str(_first(data, me, _TITLES[kind]) or ""), "", ""
    return ("" if kind == "Passage" else _name(data, me)), "", ""


def _name(data: Graph, node: Any) -> str:
    if node is None:
        return ""
    name = _first(data, node, "rdfs:label")
    return str(name) if name is not None else _short(node)


def _proof(data: Graph, me: Any, kind: str | None) -> tuple[str | None, str | None]:
    """The quote that proves a node or mentions it, and where that stands."""
    if kind in ("Fact", "Observation", "Reject"):
        passages = set(data.objects(me, _term("prov:wasQuotedFrom")))
    else:
        passages = {me} if kind == "Passage" else set(data.subjects(_term("schema:mentions"), me))
    if not passages:
        return None, None
    passage = min(passages, key=str)
    document = _first(data, passage, "oa:hasSource")
    name = None if document is None else _first(data, document, "dk:name")
    line = _first(data, passage, "dk:line")
    quotes = [_first(data, one, "oa:exact") for one in data.objects(passage, _term("oa:hasSelector"))]
    words = next((str(one) for one in quotes if one is not None), None)
    place = ":".join(str(one) for one in (name, line) if one is not None)
    return words, place or None


def _first(data: Graph, node: Any, path: str) -> Any:
    """The first of the values in order, so that a node with too many is described in one way."""
    return min(data.objects(node, _term(path)), key=str, default=None)


def _id(data: Graph, me: Any) -> str:
    known = _first(data, me, "dcterms:identifier")
    return str(known) if known is not None else _short(me)


def _short(node: Any) -> str:
    """An IRI of the data as the id of its node, one of a vocabulary by its name; a literal as it is.

    >>> from rdflib import Literal, URIRef
    >>> _short(URIRef("https://duikou.example/data/fact/9f")), _short(URIRef(PREFIXES["dk"] + "tier-stated"))
    ('fact:9f', 'tier-stated')
    >>> _short(Literal("2022-13"))
    '2022-13'
    """
    from urllib.parse import unquote

    from rdflib import URIRef

    text = str(node)
    if not isinstance(node, URIRef):
        return text
    if "#" in text:
        return text.partition("#")[2]
    return ":".join(unquote(part) for part in text.rstrip("/").split("/")[-2:])


def _term(name: str) -> Any:
    from rdflib import URIRef

    prefix, _, rest = name.partition(":")
    return URIRef(PREFIXES[prefix] + rest)


@contextmanager
def _quiet() -> Iterator[None]:
    """Values that are no numbers or dates become findings; rdflib would tell of each on standard error as well."""
    log = logging.getLogger("rdflib.term")
    before = log.disabled
    log.disabled = True
    try:
        yield
    finally:
        log.disabled = before
