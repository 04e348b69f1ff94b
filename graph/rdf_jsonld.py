"""Nodes as JSON-LD: one object a subject under keys that read like words, which the context explains to programs."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from functools import cache, lru_cache
from itertools import groupby
from operator import itemgetter
from typing import Any

from graph.rdf_terms import IRI, PREFIXES, TEXT, Node, property_name
from graph.rdf_vocabulary import described
from graph.schema import schema

_TERM = "term"  # an IRI of a vocabulary
_predicate = itemgetter(0)
_OWN_TYPES = {"string": TEXT, "money": "xsd:decimal", "number": "xsd:decimal"}  # dates have several
_json = json.JSONEncoder(ensure_ascii=False).encode
_TAKEN = frozenset({"id", "type"})


def jsonld(nodes: Iterable[Node], base: str) -> Iterator[str]:
    """One document; the context comes first, so that a reader need not hold it all."""
    yield f'{{"@context": {json.dumps(context(base), ensure_ascii=False, indent=1)},\n"@graph": ['
    between = "\n"
    for node in nodes:
        yield between + _object(node)
        between = ",\n"
    yield "\n]}\n"


def context(base: str) -> dict[str, Any]:
    """What the keys mean, and what the values under them are."""
    made: dict[str, Any] = {"@version": 1.1, "@base": base, "@vocab": PREFIXES["dk"], "id": "@id", "type": "@type"}
    made |= dict(sorted(PREFIXES.items()))
    for predicate, kind in sorted(_kinds().items()):
        made[_key(predicate)] = {"@id": predicate, **_coercion(kind)}
    return made


@cache
def _kinds() -> Mapping[str, str | None]:
    """The properties of an export and the kind that their values have; None where they have several."""
    kinds: dict[str, str | None] = dict(described()["standard"])
    kinds |= {f"dk:{name}": _range(row.get("to")) for name, row in described()["properties"].items()}
    kinds |= {property_name(name): IRI for name in schema().relations}
    kinds |= {property_name(one.name): _OWN_TYPES.get(one.kind) for one in schema().properties.values()}
    return kinds


def _range(to: str | None) -> str | None:
    if to == "rdfs:Literal":
        return None
    if to == "skos:Concept":
        return _TERM
    return to if to and to.startswith("xsd:") else IRI


def _coercion(kind: str | None) -> dict[str, str]:
    if kind is None or kind == TEXT:
        return {}
    if kind.startswith("@"):
        return {"@language": kind[1:]}
    return {"@type": {IRI: "@id", _TERM: "@vocab"}.get(kind, kind)}


@cache
def _key(predicate: str) -> str:
    """The key of a property: its bare name, unless one of ours has that."""
    prefix, _, name = predicate.partition(":")
    if predicate not in _kinds() or name in _TAKEN:
        return predicate
    return name if prefix == "dk" or f"dk:{name}" not in _kinds() else predicate


def _object(node: Node) -> str:
    lines = [f'"id": {_json(node.subject)}']
    for predicate, group in groupby(node.values, _predicate):
        if predicate == "rdf:type":
            key, said = "type", [_word(text) for _, _, text in group]
        else:
            known = _kinds().get(predicate)
            key, said = _key(predicate), [_value(kind, text, known) for _, kind, text in group]
        together = said[0] if len(said) == 1 else "[" + ", ".join(said) + "]"
        lines.append(f'"{key}": {together}')
    return "{" + ",\n ".join(lines) + "}"


def _value(kind: str, text: str, known: str | None) -> str:
    """A value as short as its key allows."""
    if kind == IRI:
        if known == _TERM:
            return _word(text)
        return _json(text) if known == IRI else _json({"id": text})
    if kind == (known or TEXT):
        return _json(text)
    if kind == TEXT:
        return _json({"@value": text})
    return _json({"@language": kind[1:], "@value": text} if kind.startswith("@") else {"@type": kind, "@value": text})


@lru_cache(maxsize=1000)
def _word(name: str) -> str:
    """A term of a vocabulary; ours go without a prefix."""
    return _json(name.removeprefix("dk:") if name != "dk:" else name)
