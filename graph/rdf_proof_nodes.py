"""Documents, articles, passages and rejects as nodes of linked data: where the words stand that prove the rest."""

from __future__ import annotations

from collections.abc import Iterable

from graph.rdf_controls import controls, shown
from graph.rdf_terms import COUNT, IRI, TEXT, Node, Value, data_iri
from graph.rdf_values import Row, moment, texts, typed

AROUND = 32  # code points before and after a quote that are kept with it
_PASSAGE = typed("dk:Passage", "oa:SpecificResource")
_POSITION: Value = ("rdf:type", IRI, "oa:TextPositionSelector")
_QUOTE: Value = ("rdf:type", IRI, "oa:TextQuoteSelector")


def document_node(row: Row, with_text: bool) -> Node:
    """A document; without its text no proof can be checked again, and nothing be imported."""
    values = [
        *typed("dk:Document", "schema:DigitalDocument", "prov:Entity"),
        ("dcterms:identifier", TEXT, row["id"]),
        ("dk:name", TEXT, row["name"]),
        *[("dk:fileName", TEXT, name) for name in row["names"]],
        *texts(row, {"dk:sha256": "sha256", "dk:digest": "digest", "schema:encodingFormat": "media_type"}),
    ]
    if with_text:
        values.append(("schema:text", TEXT, shown(row["text"])))
        values += [("dk:controls", TEXT, said) for said in [controls(row["text"])] if said]
    return Node(data_iri(row["id"]), values)


def article_node(row: Row) -> Node:
    """An article and the work that it is a printing of."""
    values = [
        *typed("dk:Article", "schema:NewsArticle"),
        ("dcterms:identifier", TEXT, row["id"]),
        *texts(row, {"schema:headline": "title", "schema:publisher": "publisher"}),
    ]
    if row["published"] is not None:
        values.append(("schema:datePublished", *moment(row["published"])))
    values += [
        *texts(row, {"schema:author": "reporter", "schema:url": "url", "dk:script": "script"}),
        ("dk:start", COUNT, str(row["start"])),
        ("dk:end", COUNT, str(row["stop"])),
        ("dk:fingerprint", TEXT, " ".join(row["fingerprint"])),
        ("dcterms:isPartOf", IRI, data_iri(row["document"])),
        ("dk:work", IRI, data_iri(row["work"])),
    ]
    if row["work"] != row["id"]:
        values.append(("prov:alternateOf", IRI, data_iri(row["work"])))
    return Node(data_iri(row["id"]), values)


def passage_nodes(row: Row, text: str, mentions: Iterable[str]) -> list[Node]:
    """A passage with its two selectors; `text` is its document's as it is shown, `mentions` are ids of entities."""
    me, start, stop = data_iri(row["id"]), row["start"], row["stop"]
    values: list[Value] = [
        *_PASSAGE,
        ("dcterms:identifier", TEXT, row["id"]),
        ("oa:hasSource", IRI, data_iri(row["document"])),
        ("oa:hasSelector", IRI, f"{me}#position"),
        ("oa:hasSelector", IRI, f"{me}#quote"),
        ("dcterms:isPartOf", IRI, data_iri(row["article"])),
        ("dk:line", COUNT, str(row["line"])),
        *[("schema:mentions", IRI, data_iri(one)) for one in mentions],
    ]
    position: list[Value] = [_POSITION, ("oa:start", COUNT, str(start)), ("oa:end", COUNT, str(stop))]
    quote: list[Value] = [_QUOTE, ("oa:exact", TEXT, shown(row["quote"]))]
    if start:
        quote.append(("oa:prefix", TEXT, text[max(0, start - AROUND) : start]))
    if stop < len(text):
        quote.append(("oa:suffix", TEXT, text[stop : stop + AROUND]))
    return [Node(me, values), Node(f"{me}#position", position), Node(f"{me}#quote", quote)]


def reject_node(row: Row) -> Node:
    """A candidate that was not taken; what it says is kept as one text, not as triples."""
    values: list[Value] = [
        *typed("dk:Reject"),
        ("dcterms:identifier", TEXT, row["id"]),
        ("dk:reason", TEXT, row["reason"]),
        ("dk:candidate", TEXT, row["candidate"]),
        *[("prov:wasQuotedFrom", IRI, data_iri(one)) for one in row["passages"]],
        ("dcterms:isPartOf", IRI, data_iri(row["document"])),
    ]
    return Node(data_iri(row["id"]), values)
