"""The triples of a file gathered by their subjects, in the short names of graph.rdf_terms."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import unquote

from graph.errors import ReadError
from graph.rdf_terms import GRAPH, PREFIXES

_MEDIA_TYPES = {
    "ttl": "text/turtle",
    "nt": "application/n-triples",
    "nq": "application/n-quads",
    "trig": "application/trig",
    "jsonld": "application/ld+json",
    "rdfxml": "application/rdf+xml",
}
_PREFIXES = {iri: prefix for prefix, iri in PREFIXES.items()}


class Record(dict[str, list[str]]):
    """All values of one node by their properties; terms of the vocabularies have their prefixes."""

    def one(self, predicate: str) -> str:
        """The only value of a property; ValueError when there is none, or more."""
        value = self.maybe(predicate)
        if value is None:
            raise ValueError(f"{predicate} is missing")
        return value

    def maybe(self, predicate: str) -> str | None:
        """The only value of a property that need not be there."""
        values = self.all(predicate)
        if len(values) > 1:
            raise ValueError(f"{predicate} has {len(values)} values")
        return values[0] if values else None

    def all(self, predicate: str) -> list[str]:
        """The values of a property, each once, sorted."""
        return sorted(set(self.get(predicate, ())))


@dataclass(slots=True)
class Records:
    """The nodes of a file by their IRIs; `base` is that of its data, `version` that of its vocabulary."""

    nodes: dict[str, Record] = field(default_factory=dict)
    base: str = ""
    version: str = ""

    def __getitem__(self, iri: str) -> Record:
        """The node; ValueError when the file says nothing of it."""
        if iri not in self.nodes:
            raise ValueError(f"the file says nothing of {iri}")
        return self.nodes[iri]

    def identifier(self, iri: str) -> str:
        """The id that a store knows the node by; ValueError when the IRI is none of the data."""
        kind, slash, rest = iri.removeprefix(self.base).partition("/")
        if not iri.startswith(self.base) or not slash or "#" in rest:
            raise ValueError(f"{iri} is no node of the data under {self.base}")
        return f"{unquote(kind)}:{unquote(rest)}"

    def identifiers(self, iris: list[str]) -> list[str]:
        """The ids of several nodes, sorted."""
        return sorted(self.identifier(iri) for iri in iris)


def read_records(path: Path, format: str) -> Records:
    """The triples of the file; ReadError when it is not in that form, or no export of duikou."""
    found = Records()
    for subject, predicate, value in _triples(path, format):
        found.nodes.setdefault(subject, Record()).setdefault(predicate, []).append(value)
        if predicate == "dk:version":
            found.base, found.version = subject.removesuffix(GRAPH), value
    if not found.base:
        raise ReadError(f"{path}: duikou export rdf did not write this: nothing in it has a dk:version")
    return found


def _triples(path: Path, format: str) -> Iterator[tuple[str, str, str]]:
    """The triples as texts; those with blank nodes, of which an export has none, are left out."""
    from pyoxigraph import Literal, NamedNode, RdfFormat, parse

    names: dict[str, str] = {}
    try:
        for quad in parse(path=str(path), format=RdfFormat.from_media_type(_MEDIA_TYPES[format])):
            subject, value = quad.subject, quad.object
            if isinstance(subject, NamedNode) and isinstance(value, Literal | NamedNode):
                said = value.value if isinstance(value, Literal) else _short(value.value, names)
                yield _short(subject.value, names), _short(quad.predicate.value, names), said
    except (SyntaxError, ValueError) as error:
        line = f"line {error.lineno}: " if isinstance(error, SyntaxError) and error.lineno else ""
        raise ReadError(f"{path}: {line}this is no {format}: {str(error).splitlines()[0]}; export it again") from error


def _short(iri: str, names: dict[str, str]) -> str:
    """A term of a known vocabulary with its prefix, any other IRI as it is."""
    if iri in names:
        return names[iri]
    cut = max(iri.rfind("#"), iri.rfind("/")) + 1
    prefix = _PREFIXES.get(iri[:cut])
    if prefix is None:
        return iri
    names[iri] = f"{prefix}:{iri[cut:]}"
    return names[iri]
