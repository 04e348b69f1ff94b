"""A store as a stream of nodes of linked data, in one order, whatever order it was loaded in."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from graph import rdf_pages
from graph.errors import StoreError
from graph.rdf_controls import shown
from graph.rdf_nodes import entity_node, fact_nodes, observation_nodes, scheme_node, schemes
from graph.rdf_proof_nodes import article_node, document_node, passage_nodes, reject_node
from graph.rdf_terms import FIGURES, GRAPH, IRI, TEXT, Node
from graph.rdf_values import typed
from graph.schema import schema

if TYPE_CHECKING:
    from graph.store import Store


def nodes(store: Store, texts: bool = True) -> Iterator[Node]:
    """Everything that the store holds: documents with their articles and passages, entities with their facts, the
    schemes that these name, figures, rejects.

    StoreError when another program wrote the store meanwhile. `texts`: with the documents' texts.
    """
    expected = _size(store)
    counted = 0
    yield from _head()
    for part in rdf_pages.documents(store):
        counted += 1 + len(part.articles) + len(part.passages)
        yield document_node(part.document, texts)
        yield from map(article_node, part.articles)
        text = shown(part.document["text"])
        for passage in part.passages:
            yield from passage_nodes(passage, text, part.mentions.get(passage["id"], ()))
    named: set[str] = set()
    for entity, facts in rdf_pages.entities(store):
        counted += 1 + len(facts)
        yield entity_node(entity, [(fact["relation"], fact["to_id"]) for fact in facts])
        for fact in facts:
            named.update(schemes(fact.get("scheme") or ""))
            yield from fact_nodes(fact)
    yield from map(scheme_node, sorted(named - {""}))
    for observation in rdf_pages.nodes(store, "Observation"):
        counted += 1
        yield from observation_nodes(observation)
    for reject in rdf_pages.nodes(store, "Reject"):
        counted += 1
        yield reject_node(reject)
    if counted != expected:
        raise StoreError(f"{store.location}: it was written while it was read; export it when no program writes it")


def _head() -> list[Node]:
    """What the export itself is."""
    version = str(schema().version)
    return [
        Node(GRAPH, [*typed("schema:Dataset"), ("dcterms:conformsTo", IRI, "dk:"), ("dk:version", TEXT, version)]),
        Node(FIGURES, [*typed("qb:DataSet"), ("qb:structure", IRI, "dk:figures")]),
    ]


def _size(store: Store) -> int:
    """Nodes and facts."""
    labels = ["Document", "Article", "Passage", *schema().labels, "Observation", "Reject"]
    facts = sum(rdf_pages.count(store, f"(a)-[r:{relation}]->(b)") for relation in schema().relations)
    return facts + sum(rdf_pages.count(store, f"(n:{label})") for label in labels)
