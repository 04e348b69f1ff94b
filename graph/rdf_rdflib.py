"""A store as a graph of rdflib, for notebooks and small work; it takes a thousand times the memory of an export."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph import rdf_triples
from graph.rdf_terms import BASE, GRAPH, IRI, PREFIXES, TEXT, checked_base, full_iri

if TYPE_CHECKING:
    from rdflib import Graph

    from graph.store import Store


def to_rdflib(store: Store, base: str = BASE, texts: bool = True) -> Graph:
    """Everything that the store holds, as the triples that an export has."""
    from rdflib import Graph, Literal, URIRef

    graph = Graph(identifier=URIRef(checked_base(base) + GRAPH))
    for prefix, iri in PREFIXES.items():
        graph.bind(prefix, iri, replace=True)
    for subject, values in rdf_triples.nodes(store, texts):
        me = URIRef(full_iri(subject, base))
        for predicate, kind, text in values:
            value: URIRef | Literal
            if kind == IRI:
                value = URIRef(full_iri(text, base))
            elif kind == TEXT:
                value = Literal(text)
            elif kind.startswith("@"):
                value = Literal(text, lang=kind[1:])
            else:
                value = Literal(text, datatype=URIRef(full_iri(kind, "")), normalize=False)
            graph.add((me, URIRef(full_iri(predicate, "")), value))
    return graph
