"""A small graph that conforms, and faults to put into it: each breaks one thing and says which node is broken."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from graph_samples import HUANGPU, SITE, Page, first_page, third_page
from rdflib import RDF, XSD, Graph, Literal, URIRef
from rdflib.term import Node

from graph.model import Extraction, Step
from graph.rdf_rdflib import to_rdflib
from graph.rdf_terms import BASE, PREFIXES
from graph.store import open_store

Fault = Callable[[Graph], Node]  # it changes the graph and gives the node that is broken now


def another_page() -> Page:
    """What the other pages lack: a step that was needed, a range, a modifier, a period."""
    page = Page(
        "2022年，黄埔区派出教师50多名、专家3至5名。\n他们还帮扶平桥社区。\n", name="another", fingerprint=(41, 42, 43)
    )
    sent = "2022年，黄埔区派出教师50多名、专家3至5名"
    because = (Step("subject", "pronoun", "他们", "黄埔区"),)
    page.fact("ASSISTS", HUANGPU, SITE, "他们还帮扶平桥社区", sent, because=because)
    period = {"period_start": "2022", "period_end": "2022", "precision": "year"}
    page.figure(HUANGPU, "teachers_sent", "50多名", 50, "人", sent, modifier="多", **period)
    page.figure(HUANGPU, "specialists_sent", "3至5名", 3, "人", sent, minimum=3, maximum=5, **period)
    return page


def pages() -> list[Extraction]:
    return [page.extraction for page in (first_page(), third_page(), another_page())]


def sound(folder: Path) -> Graph:
    """The export of the pages as a graph."""
    with open_store(folder / "sound.lbug") as store:
        for extraction in pages():
            store.write(extraction)
        return to_rdflib(store)


def term(name: str) -> URIRef:
    """dk:tier, or data:figures, as an IRI."""
    prefix, _, rest = name.partition(":")
    return URIRef((BASE if prefix == "data" else PREFIXES[prefix]) + rest)


def first(graph: Graph, kind: str, having: str | None = None) -> Node:
    """The first node of a class, and of those that have a property."""
    nodes = graph.subjects(RDF.type, term(kind))
    return min(node for node in nodes if having is None or (node, term(having), None) in graph)


def passage(graph: Graph) -> Node:
    """A passage of more than four characters that does not begin its document."""
    return min(
        node
        for node in graph.subjects(RDF.type, term("dk:Passage"))
        if len(str(graph.value(part(node, "quote"), term("oa:exact")))) > 4
        and int(str(graph.value(part(node, "position"), term("oa:start")))) > 4
    )


def part(node: Node, name: str) -> URIRef:
    return URIRef(f"{node}#{name}")


def put(graph: Graph, node: Node, path: str, *values: Node) -> None:
    """Give a property these values in the place of those that it has."""
    graph.remove((node, term(path), None))
    for value in values:
        graph.add((node, term(path), value))


def number(value: object) -> Literal:
    return Literal(str(value), datatype=XSD.decimal, normalize=False)


def count(value: object) -> Literal:
    return Literal(str(value), datatype=XSD.nonNegativeInteger, normalize=False)


def replaced(kind: str, path: str, *values: Node, having: str | None = None) -> Fault:
    """A fault: the first node of the class has these values of a property, and no others."""

    def fault(graph: Graph) -> Node:
        node = first(graph, kind, having)
        put(graph, node, path, *values)
        return node

    return fault


def joined(relation: str, subject: str | None, object_: str | None) -> Fault:
    """A fault: a fact joins nodes of other labels, in its node and in its triple."""

    def fault(graph: Graph) -> Node:
        fact = first(graph, relation)
        ends = [graph.value(fact, term(f"rdf:{end}")) for end in ("subject", "object")]
        said = graph.value(fact, term("rdf:predicate"))
        graph.remove((ends[0], said, ends[1]))  # type: ignore[arg-type]
        for place, (name, label) in enumerate((("subject", subject), ("object", object_))):
            if label is not None:
                ends[place] = first(graph, label)
                put(graph, fact, f"rdf:{name}", ends[place])  # type: ignore[arg-type]
        graph.add((ends[0], said, ends[1]))  # type: ignore[arg-type]
        return fact

    return fault


def itself(graph: Graph) -> Node:
    fact = first(graph, "dk:LocatedIn")
    subject, object_ = (graph.value(fact, term(f"rdf:{end}")) for end in ("subject", "object"))
    graph.remove((subject, term("dk:locatedIn"), object_))  # type: ignore[arg-type]
    site = min(graph.subjects(RDF.type, term("dk:RelocationSite")))
    for end in ("subject", "object"):
        put(graph, fact, f"rdf:{end}", site)
    graph.add((site, term("dk:locatedIn"), site))
    return fact


def untold(graph: Graph) -> Node:
    fact = first(graph, "dk:MovedInto")
    ends = [graph.value(fact, term(f"rdf:{end}")) for end in ("subject", "object")]
    graph.remove((ends[0], term("dk:movedInto"), ends[1]))  # type: ignore[arg-type]
    return fact


def unproven(graph: Graph) -> Node:
    company = first(graph, "dk:Company")
    graph.add((company, term("dk:cameFrom"), max(graph.subjects(RDF.type, term("dk:Region")))))
    return company


def one_end(relation: str, end: str, *values: Node) -> Fault:
    """A fault: a fact has these subjects or objects, and its triple is gone."""

    def fault(graph: Graph) -> Node:
        fact = first(graph, relation)
        ends = [graph.value(fact, term(f"rdf:{one}")) for one in ("subject", "object")]
        said = graph.value(fact, term("rdf:predicate"))
        graph.remove((ends[0], said, ends[1]))  # type: ignore[arg-type]
        put(graph, fact, f"rdf:{end}", *values)
        return fact

    return fault


def another_predicate(graph: Graph) -> Node:
    fact = first(graph, "dk:Founded")
    ends = [graph.value(fact, term(f"rdf:{one}")) for one in ("subject", "object")]
    graph.remove((ends[0], term("dk:founded"), ends[1]))  # type: ignore[arg-type]
    graph.add((ends[0], term("dk:worksAt"), ends[1]))  # type: ignore[arg-type]
    put(graph, fact, "rdf:predicate", term("dk:worksAt"))
    return fact


def without_class(graph: Graph) -> Node:
    fact = first(graph, "dk:Runs")
    graph.remove((fact, RDF.type, term("dk:Fact")))
    return fact


def two_classes(graph: Graph) -> Node:
    fact = first(graph, "dk:HasRole")
    graph.add((fact, RDF.type, term("dk:WorksAt")))
    return fact


def in_dollars(graph: Graph) -> Node:
    fact = first(graph, "dk:Funded", "dk:amount")
    put(graph, part(fact, "amount"), "schema:currency", Literal("USD"))
    return fact


def two_sums(graph: Graph) -> Node:
    fact = first(graph, "dk:Funded", "dk:amount")
    put(graph, part(fact, "amount"), "schema:value", number("1.0"))
    return fact


def without_meaning(graph: Graph) -> Node:
    fact = first(graph, "dk:Assists", "dk:because")
    put(graph, part(fact, "because-1"), "dk:means")
    return fact


def quoted(change: Callable[[str], str]) -> Fault:
    """A fault: the words of a quote are others."""

    def fault(graph: Graph) -> Node:
        node = passage(graph)
        words = str(graph.value(part(node, "quote"), term("oa:exact")))
        put(graph, part(node, "quote"), "oa:exact", Literal(change(words)))
        return node

    return fault


def placed(change: Callable[[int, int], tuple[int, int]]) -> Fault:
    """A fault: a passage begins or ends elsewhere."""

    def fault(graph: Graph) -> Node:
        node = passage(graph)
        start, end = (int(str(graph.value(part(node, "position"), term(f"oa:{one}")))) for one in ("start", "end"))
        for name, value in zip(("start", "end"), change(start, end), strict=True):
            put(graph, part(node, "position"), f"oa:{name}", count(value))
        return node

    return fault


def unplaced(graph: Graph) -> Node:
    node = passage(graph)
    put(graph, node, "oa:hasSelector", part(node, "quote"))
    return node


def in_another_document(graph: Graph) -> Node:
    node = passage(graph)
    here = graph.value(node, term("dcterms:isPartOf"))
    others = set(graph.subjects(RDF.type, term("dk:Article"))) - {here}
    put(graph, node, "dcterms:isPartOf", min(others))
    return node


def two_names(graph: Graph) -> Node:
    node = first(graph, "dk:Park")
    graph.add((node, term("rdfs:label"), Literal("另一个园", lang="zh-Hans")))
    return node


def without_label(graph: Graph) -> Node:
    node = first(graph, "dk:Park")
    graph.remove((node, RDF.type, term("dk:Park")))
    return node


def two_labels(graph: Graph) -> Node:
    node = first(graph, "dk:Programme")
    graph.add((node, RDF.type, term("dk:Person")))
    return node


FAULTS: dict[str, Fault] = {
    # facts: their proof
    "no tier": replaced("dk:MovedInto", "dk:tier"),
    "an unknown tier": replaced("dk:MovedInto", "dk:tier", term("dk:tier-guessed")),
    "two tiers": replaced(
        "dk:Assists", "dk:tier", term("dk:tier-stated"), term("dk:tier-inferred"), having="dk:because"
    ),
    "no passage": replaced("dk:Built", "prov:wasQuotedFrom"),
    "a passage that is not there": replaced("dk:Built", "prov:wasQuotedFrom", term("data:passage/0")),
    "inferred without a step": replaced("dk:Built", "dk:tier", term("dk:tier-inferred")),
    "stated by a step": replaced("dk:Assists", "dk:tier", term("dk:tier-stated"), having="dk:because"),
    "a step without meaning": without_meaning,
    # facts: their ends
    "no subject": one_end("dk:CameFrom", "subject"),
    "a subject of another label": joined("dk:MovedInto", "dk:Person", None),
    "an object of another label": joined("dk:LocatedIn", None, "dk:Company"),
    "an object that is not there": one_end("dk:Founded", "object", term("data:workshop/0")),
    "a symmetric relation with another label": joined("dk:CooperatesWith", "dk:Person", None),
    "a node joined with itself": itself,
    "another predicate": another_predicate,
    "no plain triple": untold,
    "a plain triple without a fact": unproven,
    "two relations": two_classes,
    "no fact": without_class,
    "the id of something else": replaced("dk:Runs", "dcterms:identifier", Literal("company:0")),
    # facts: their properties
    "a sum below nothing": replaced("dk:DonatedTo", "dk:amount", number("-1.0"), having="dk:amount"),
    "a sum in words": replaced("dk:DonatedTo", "dk:amount", Literal("20万元"), having="dk:amount"),
    "a sum where there is none": replaced("dk:LocatedIn", "dk:amount", number("1.0")),
    "dollars": in_dollars,
    "two sums that differ": two_sums,
    "a month that is none": replaced("dk:MovedInto", "dk:since", Literal("2022-13"), having="dk:since"),
    "a month by its type only": replaced(
        "dk:MovedInto", "dk:since", Literal("四月", datatype=XSD.gYearMonth, normalize=False), having="dk:since"
    ),
    "two dates": replaced(
        "dk:Assists", "dk:since", *(Literal(year, datatype=XSD.gYear) for year in ("2021", "2022")), having="dk:since"
    ),
    "an empty title": replaced("dk:HasRole", "dk:title", Literal("")),
    "fewer people than none": replaced("dk:SendsWorkersTo", "dk:count", number("-900.0")),
    # figures
    "an unknown indicator": replaced("dk:Observation", "dk:indicator", term("dk:indicator-happiness")),
    "an unknown status": replaced("dk:Observation", "dk:status", term("dk:status-hoped")),
    "an unknown modifier": replaced("dk:Observation", "dk:modifier", term("dk:modifier-几"), having="dk:modifier"),
    "no value": replaced("dk:Observation", "dk:value"),
    "a value in words": replaced("dk:Observation", "dk:value", Literal("六十")),
    "a range upside down": replaced("dk:Observation", "dk:minimum", number("6.0"), having="dk:minimum"),
    "a figure of nothing": replaced("dk:Observation", "dk:subject", term("data:company/0")),
    "a figure without a passage": replaced("dk:Observation", "prov:wasQuotedFrom"),
    "a period in words": replaced("dk:Observation", "dk:periodStart", Literal("去年"), having="dk:periodStart"),
    # passages
    "an empty quote": quoted(lambda words: ""),
    "a quote of other words": quoted(lambda words: words[:-1] + "某"),
    "a quote that is cut": quoted(lambda words: words[:-1]),
    "a place before its start": placed(lambda start, end: (end, start)),
    "a place before the document": placed(lambda start, end: (-1, end)),
    "a place that is one off": placed(lambda start, end: (start + 1, end + 1)),
    "no place": unplaced,
    "a passage of no article": replaced("dk:Passage", "dcterms:isPartOf", term("data:article/0")),
    "a passage of another document's article": in_another_document,
    "line 0": replaced("dk:Passage", "dk:line", count(0)),
    # entities
    "no name": replaced("dk:Park", "rdfs:label"),
    "two names": two_names,
    "no label": without_label,
    "two labels": two_labels,
    "a code of five digits": replaced("dk:Region", "dk:code", Literal("52273")),
    "a firm with a division code": replaced("dk:Company", "dk:code", Literal("522732")),
    # articles, documents, rejects
    "an unknown script": replaced("dk:Article", "dk:script", Literal("runes")),
    "a date in words": replaced("dk:Article", "schema:datePublished", Literal("五月一日")),
    "an article past its document": replaced("dk:Article", "dk:end", count(100_000)),
    "a work that is not there": replaced("dk:Article", "dk:work", term("data:article/0")),
    "a hash that is none": replaced("dk:Document", "dk:sha256", Literal("0")),
    "a reject without a reason": replaced("dk:Reject", "dk:reason"),
}
