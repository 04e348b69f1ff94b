"""A store as a file of linked data: `duikou export rdf`. The same contents give the same bytes; memory does not grow."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import chain
from types import MappingProxyType
from typing import IO, TYPE_CHECKING

from graph import rdf_triples, rdf_vocabulary
from graph.rdf_jsonld import jsonld
from graph.rdf_terms import BASE, Node, RdfFormat, checked_base
from graph.rdf_turtle import nquads, ntriples, trig, turtle
from graph.rdf_xml import rdfxml

if TYPE_CHECKING:
    from graph.store import Store

Writer = Callable[[Iterable[Node], str], Iterator[str]]


WRITERS: Mapping[RdfFormat, Writer] = MappingProxyType(
    {
        RdfFormat.ttl: turtle,
        RdfFormat.nt: ntriples,
        RdfFormat.nq: nquads,
        RdfFormat.trig: trig,
        RdfFormat.jsonld: jsonld,
        RdfFormat.rdfxml: rdfxml,
    }
)


def write_rdf(
    store: Store, stream: IO[str], format: str, base: str = BASE, texts: bool = True, vocabulary: bool = False
) -> int:
    """Write everything that the store holds as triples; how many there were.

    `texts`: with the documents' texts, without which it cannot be imported; `vocabulary`: with the ontology as well.
    """
    parts = [rdf_vocabulary.nodes()] if vocabulary else []
    return write_nodes(chain(*parts, rdf_triples.nodes(store, texts)), stream, format, checked_base(base))


def write_nodes(nodes: Iterable[Node], stream: IO[str], format: str, base: str) -> int:
    """Write nodes in one of the forms; how many triples there were."""
    count = 0

    def counted() -> Iterator[Node]:
        nonlocal count
        for node in nodes:
            count += len(node.values)
            yield node

    for text in WRITERS[RdfFormat(format)](counted(), base):
        stream.write(text)
    return count
