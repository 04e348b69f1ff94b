"""Nodes as RDF/XML: an element a subject; what XML cannot hold is refused, not changed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from graph.errors import UsageError
from graph.rdf_controls import FORBIDDEN
from graph.rdf_terms import IRI, PREFIXES, TEXT, Node, full_iri

_ESCAPES = {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "\r": "&#xD;"}
_SPECIAL = re.compile(r'[&<>"\r]')


def rdfxml(nodes: Iterable[Node], base: str) -> Iterator[str]:
    """One document; UsageError names the node with a character that XML does not allow."""
    yield '<?xml version="1.0" encoding="utf-8"?>\n<rdf:RDF'
    for prefix, iri in sorted(PREFIXES.items()):
        yield f'\n    xmlns:{prefix}="{_escaped(iri)}"'
    yield f'\n    xml:base="{_escaped(base)}">\n' if base else ">\n"
    for node in nodes:
        yield _element(node)
    yield "</rdf:RDF>\n"


def _element(node: Node) -> str:
    first, *rest = node.values
    name = first[2] if first[0] == "rdf:type" else "rdf:Description"
    values = rest if first[0] == "rdf:type" else node.values
    lines = [f'<{name} rdf:about="{_iri(node.subject)}">']
    for predicate, kind, text in values:
        if kind == IRI:
            lines.append(f'  <{predicate} rdf:resource="{_iri(text)}"/>')
        else:
            lines.append(f"  <{predicate}{_attribute(kind)}>{_text(text, node.subject)}</{predicate}>")
    return "\n".join([*lines, f"</{name}>\n"])


def _attribute(kind: str) -> str:
    if kind == TEXT:
        return ""
    if kind.startswith("@"):
        return f' xml:lang="{kind[1:]}"'
    return f' rdf:datatype="{full_iri(kind, "")}"'


def _iri(name: str) -> str:
    return _escaped(full_iri(name, ""))


def _text(text: str, subject: str) -> str:
    forbidden = FORBIDDEN.search(text)
    if forbidden:
        raise UsageError(
            f"{subject}: its text holds U+{ord(forbidden[0]):04X}, which XML does not allow; choose another format, "
            "such as ttl"
        )
    return _escaped(text)


def _escaped(text: str) -> str:
    return _SPECIAL.sub(lambda found: _ESCAPES[found[0]], text) if _SPECIAL.search(text) else text
