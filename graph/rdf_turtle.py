"""Nodes as N-Triples, N-Quads, Turtle and TriG, written as text line by line: the same nodes give the same bytes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import groupby
from operator import itemgetter

from graph.rdf_terms import GRAPH, IRI, PREFIXES, TEXT, Node, Value, full_iri

_ESCAPES = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t"}
_SPECIAL = re.compile(r'[\x00-\x1f"\\\x7f]')
_SPECIAL_IN_LONG = re.compile(r'[\x00-\x09\x0b-\x1f"\\\x7f]')  # all but the end of a line
_BARE = frozenset({"xsd:decimal", "xsd:integer"})  # Turtle tells these numbers by their form
_predicate = itemgetter(0)


class _Names(dict[str, str]):
    """IRIs of the vocabularies in full, each made once."""

    def __missing__(self, name: str) -> str:
        made = self[name] = f"<{full_iri(name, '')}>"
        return made


def ntriples(nodes: Iterable[Node], base: str) -> Iterator[str]:
    """A line a triple."""
    return _lines(nodes, base, " .\n")


def nquads(nodes: Iterable[Node], base: str) -> Iterator[str]:
    """A line a triple, each in the graph of the export."""
    return _lines(nodes, base, f" <{base}{GRAPH}> .\n")


def _lines(nodes: Iterable[Node], base: str, end: str) -> Iterator[str]:
    names = _Names()
    suffixes = {TEXT: '"', "@zh": '"@zh', "@zh-Hans": '"@zh-Hans', "@en": '"@en'}
    known: dict[Value, str] = {}  # what follows the subject, for values that many nodes share: classes, concepts
    for subject, values in nodes:
        me = names[subject] if ":" in subject else f"<{base}{subject}>"
        lines = []
        for value in values:
            if value in known:
                lines.append(me + known[value])
                continue
            predicate, kind, text = value
            if kind != IRI:
                if kind not in suffixes:
                    suffixes[kind] = f'"^^{names[kind]}'
                lines.append(f'{me} {names[predicate]} "{_escaped(text)}{suffixes[kind]}{end}')
            elif ":" in text:
                known[value] = f" {names[predicate]} {names[text]}{end}"
                lines.append(me + known[value])
            else:
                lines.append(f"{me} {names[predicate]} <{base}{text}>{end}")
        yield "".join(lines)


def turtle(nodes: Iterable[Node], base: str) -> Iterator[str]:
    """A block a subject; the IRIs of the data follow the base."""
    yield from _head(base)
    for node in nodes:
        yield _block(node, "")


def trig(nodes: Iterable[Node], base: str) -> Iterator[str]:
    """The blocks of Turtle in the graph of the export."""
    yield from _head(base)
    yield f"\n<{GRAPH}> {{"
    for node in nodes:
        yield _block(node, "    ")
    yield "}\n"


def _head(base: str) -> Iterator[str]:
    if base:
        yield f"@base <{base}> .\n"
    for prefix, iri in sorted(PREFIXES.items()):
        yield f"@prefix {prefix}: <{iri}> .\n"


def _block(node: Node, margin: str) -> str:
    lines = []
    for predicate, group in groupby(node.values, _predicate):
        said = ", ".join([_value(kind, text) for _, kind, text in group])
        lines.append(f"{'a' if predicate == 'rdf:type' else predicate} {said}")
    return f"\n{margin}{_name(node.subject)} {f' ;{chr(10)}{margin}    '.join(lines)} .\n"


def _name(iri: str) -> str:
    return iri if ":" in iri else f"<{iri}>"


def _value(kind: str, text: str) -> str:
    if kind == IRI:
        return text if ":" in text else f"<{text}>"
    if kind in _BARE:
        return text
    said = f'"""{_escaped_long(text)}"""' if "\n" in text else f'"{_escaped(text)}"'
    if kind == TEXT:
        return said
    return said + kind if kind.startswith("@") else f"{said}^^{kind}"


def _escaped(text: str) -> str:
    return _SPECIAL.sub(_escape, text) if _SPECIAL.search(text) else text


def _escaped_long(text: str) -> str:
    return _SPECIAL_IN_LONG.sub(_escape, text)


def _escape(found: re.Match[str]) -> str:
    char = found[0]
    return _ESCAPES.get(char) or f"\\u{ord(char):04X}"
