"""Linked data: what an export says, in every form the same, byte for byte whatever the order of loading."""

from __future__ import annotations

import io
import itertools
import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
import rdflib
from graph_samples import (
    FIRM,
    HUANGPU,
    PARK,
    SANDU,
    SITE,
    Page,
    first_page,
    reprint_page,
    second_page,
    thing,
    third_page,
)
from pyoxigraph import BlankNode, Literal, NamedNode, Quad, parse
from pyoxigraph import RdfFormat as Parsed
from rdflib.namespace import RDF
from rdflib.util import from_n3

from graph.errors import StoreError, UsageError
from graph.model import Step
from graph.rdf_jsonld import context
from graph.rdf_rdflib import to_rdflib
from graph.rdf_terms import BASE, PREFIXES, RdfFormat, data_iri, full_iri
from graph.rdf_vocabulary import nodes as vocabulary_nodes
from graph.rdf_write import write_rdf
from graph.store import Store, open_store

DK = PREFIXES["dk"]
MEDIA = {
    RdfFormat.ttl: Parsed.TURTLE,
    RdfFormat.nt: Parsed.N_TRIPLES,
    RdfFormat.nq: Parsed.N_QUADS,
    RdfFormat.trig: Parsed.TRIG,
    RdfFormat.jsonld: Parsed.JSON_LD,
    RdfFormat.rdfxml: Parsed.RDF_XML,
}
RDFLIB = {"ttl": "turtle", "nt": "nt", "nq": "nquads", "trig": "trig", "jsonld": "json-ld", "rdfxml": "xml"}
Triple = tuple[str, str, object]


def hard_page() -> Page:
    """Words that every form must quote in its own way."""
    page = Page(
        "“平桥”社区 <b> & \"引号\" \\ 反斜杠\t制表 ]]> '单' 𬭎\r\n"
        '平桥社区的工厂叫"恒\\利" & <三都> 厂，\'\'\'也叫"""恒利。\n'
        '末行"""引号\\\n',
        name='a "b" & <c>\\',
        title='题 "目" <x> & \\ 三',
        published="2023-13",
        fingerprint=(71, 72),
    )
    firm = thing("Company", '恒\\利" & <三都> 厂', "'''也叫\"\"\"恒利", region=SANDU.id)
    words = '平桥社区的工厂叫"恒\\利" & <三都> 厂，\'\'\'也叫"""恒利'
    page.fact("LOCATED_IN", firm, SITE, words, because=(Step("subject", "short form", 'a "b"', "<c>\\"),))
    return page


PAGES = (first_page, second_page, reprint_page, third_page, hard_page)


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    with open_store(tmp_path_factory.mktemp("rdf") / "a.lbug") as store:
        for make in PAGES:
            store.write(make().extraction)
        yield store


def exported(store: Store, format: str, **options: object) -> str:
    stream = io.StringIO()
    write_rdf(store, stream, format, **options)  # type: ignore[arg-type]
    return stream.getvalue()


def quads(text: str, format: RdfFormat) -> list[Quad]:
    return list(parse(text.encode("utf-8"), format=MEDIA[format]))


@pytest.fixture(scope="module")
def triples(store: Store) -> set[Quad]:
    return {Quad(q.subject, q.predicate, q.object) for q in quads(exported(store, "nt"), RdfFormat.nt)}


def graph_of(triples: set[Quad]) -> dict[str, dict[str, list[str]]]:
    """The values by subject and property, IRIs of the data without their base."""
    found: dict[str, dict[str, list[str]]] = {}
    for quad in triples:
        values = found.setdefault(quad.subject.value.removeprefix(BASE), {}).setdefault(quad.predicate.value, [])
        values.append(quad.object.value.removeprefix(BASE))
    return found


def term(name: str) -> str:
    return full_iri(name, "")


@pytest.mark.parametrize("format", list(RdfFormat))
def test_every_form_says_the_same(store: Store, triples: set[Quad], format: RdfFormat) -> None:
    found = quads(exported(store, format), format)
    assert {Quad(q.subject, q.predicate, q.object) for q in found} == triples
    named = {RdfFormat.nq, RdfFormat.trig}
    graphs = {str(q.graph_name) for q in found}
    assert graphs == ({f"<{BASE}graph>"} if format in named else {"DEFAULT"})


@pytest.mark.filterwarnings("ignore::DeprecationWarning")  # its own parsers call what it deprecates
@pytest.mark.parametrize("format", list(RdfFormat))
def test_rdflib_reads_every_form_alike(store: Store, format: RdfFormat) -> None:
    text = exported(store, format)
    data = rdflib.Dataset() if format in (RdfFormat.nq, RdfFormat.trig) else rdflib.Graph()
    data.parse(data=text, format=RDFLIB[format])
    found = set(data.quads()) if isinstance(data, rdflib.Dataset) else set(data)
    assert {row[:3] for row in found} == set(to_rdflib(store))


@pytest.mark.parametrize("format", list(RdfFormat))
def test_the_count_is_that_of_the_triples_and_none_is_written_twice(
    store: Store, triples: set[Quad], format: RdfFormat
) -> None:
    stream = io.StringIO()
    assert write_rdf(store, stream, format) == len(triples) == len(quads(stream.getvalue(), format))


def test_any_order_of_loading_gives_the_same_bytes(tmp_path: Path) -> None:
    made = set()
    for number, order in enumerate(itertools.permutations((first_page, second_page, reprint_page))):
        with open_store(tmp_path / f"{number}.lbug") as store:
            for make in order:
                store.write(make().extraction)
            made.add(tuple(exported(store, format) for format in RdfFormat))
    assert len(made) == 1


def test_pages_of_any_size_give_the_same_bytes(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = exported(store, "ttl")
    for size in (1, 2, 3):
        for name in ("_ROWS", "_TEXTS", "_ENTITIES"):
            monkeypatch.setattr(f"graph.rdf_pages.{name}", size)
        assert exported(store, "ttl") == whole


def test_there_are_no_blank_nodes_and_each_subject_stands_in_one_place(store: Store, triples: set[Quad]) -> None:
    assert not [q for q in triples if isinstance(q.subject, BlankNode) or isinstance(q.object, BlankNode)]
    subjects = [line.split(" ")[0] for line in exported(store, "nt").splitlines()]
    assert len([one for one, _ in itertools.groupby(subjects)]) == len(set(subjects))


def test_every_term_of_ours_is_in_the_vocabulary(triples: set[Quad]) -> None:
    defined = {full_iri(node.subject, "") for node in vocabulary_nodes()}
    nodes = {term.value for q in triples for term in (q.predicate, q.object) if isinstance(term, NamedNode)}
    used = {iri for iri in nodes if iri.startswith(DK)}
    assert len(used) > 60
    assert used - defined == set()


def test_every_node_that_is_named_is_described(triples: set[Quad]) -> None:
    found = graph_of(triples)
    named = {q.object.value for q in triples if isinstance(q.object, NamedNode) and q.object.value.startswith(BASE)}
    assert {iri.removeprefix(BASE) for iri in named} <= set(found)


def test_entities_have_names_standard_classes_and_codes(triples: set[Quad]) -> None:
    sandu = graph_of(triples)["region/522732"]
    assert set(sandu[term("rdf:type")]) == {
        term(one) for one in ("dk:Region", "schema:AdministrativeArea", "geo:Feature")
    }
    assert sandu[term("dk:code")] == ["522732"] and sandu[term("dcterms:identifier")] == ["region:522732"]
    names = {
        q.object for q in triples if q.subject == NamedNode(f"{BASE}region/522732") and "label" in str(q.predicate)
    }
    assert names == {Literal("三都水族自治县", language="zh-Hans")}
    assert set(sandu[term("skos:altLabel")]) == {"三都县", "三都"}
    assert graph_of(triples)[data_iri(FIRM.id)][term("dk:belongsTo")] == ["region/522732"]


def test_each_fact_is_a_plain_triple_and_a_node(store: Store, triples: set[Quad]) -> None:
    found = graph_of(triples)
    facts = [row for row in store.statements() if row["type"] == "fact"]
    assert len(facts) > 15
    for fact in facts:
        words = fact["relation"].split("_")
        predicate = DK + words[0].lower() + "".join(word.capitalize() for word in words[1:])
        subject, object_ = (data_iri(fact[end]["id"]) for end in ("subject", "object"))
        assert object_ in found[subject][predicate]
        node = found[data_iri(fact["id"])]
        assert node[term("rdf:subject")] == [subject] and node[term("rdf:object")] == [object_]
        assert node[term("rdf:predicate")] == [predicate]
        assert node[term("dk:tier")] == [f"{DK}tier-{fact['tier']}"]
        assert len(node[term("prov:wasQuotedFrom")]) == len({(e["document_id"], e["start"]) for e in fact["evidence"]})


def test_every_quote_is_found_by_both_of_its_selectors(triples: set[Quad]) -> None:
    found = graph_of(triples)
    passages = [node for node in found.values() if f"{DK}Passage" in node.get(term("rdf:type"), [])]
    assert len(passages) > 20
    for passage in passages:
        (document,) = passage[term("oa:hasSource")]
        (text,) = found[document][term("schema:text")]
        selectors = {found[one][term("rdf:type")][0]: found[one] for one in passage[term("oa:hasSelector")]}
        position, quote = (selectors[term(f"oa:Text{kind}Selector")] for kind in ("Position", "Quote"))
        start, end = int(position[term("oa:start")][0]), int(position[term("oa:end")][0])
        (exact,) = quote[term("oa:exact")]
        assert text[start:end] == exact
        before, after = quote.get(term("oa:prefix"), [""])[0], quote.get(term("oa:suffix"), [""])[0]
        assert text[max(0, start - 32) : start] == before and text[end : end + 32] == after


def test_money_dates_and_steps_are_typed(triples: set[Quad]) -> None:
    values = {(q.predicate.value, q.object) for q in triples if isinstance(q.object, Literal)}
    decimal, xsd = NamedNode(term("xsd:decimal")), PREFIXES["xsd"]
    assert (term("dk:amount"), Literal("5000000.0", datatype=decimal)) in values
    assert (term("schema:value"), Literal("5000000.0", datatype=decimal)) in values
    assert (term("dk:since"), Literal("2021", datatype=NamedNode(f"{xsd}gYear"))) in values
    assert (term("dk:since"), Literal("2022-03", datatype=NamedNode(f"{xsd}gYearMonth"))) in values
    assert (term("schema:datePublished"), Literal("2023-05-01", datatype=NamedNode(f"{xsd}date"))) in values
    assert (term("schema:datePublished"), Literal("2023-13")) in values  # no such month: a text, not a wrong date
    funded = next(n for n in graph_of(triples).values() if term("schema:MonetaryGrant") in n.get(term("rdf:type"), []))
    assert funded[term("schema:funder")] == [data_iri(HUANGPU.id)]
    assert funded[term("schema:fundedItem")] == [data_iri(PARK.id)]
    steps = [n for n in graph_of(triples).values() if f"{DK}Step" in n.get(term("rdf:type"), [])]
    assert {"<c>\\"} in [set(one[term("dk:means")]) for one in steps]


def test_places_within_places_are_said_in_geosparql(triples: set[Quad]) -> None:
    found = graph_of(triples)
    assert found[data_iri(PARK.id)][term("geo:sfWithin")] == [data_iri(SITE.id)]
    firms = [node for node in found.values() if f"{DK}Company" in node.get(term("rdf:type"), [])]
    assert firms and not [node for node in firms if term("geo:sfWithin") in node]


def test_a_reprint_names_its_work(triples: set[Quad]) -> None:
    articles = [n for n in graph_of(triples).values() if f"{DK}Article" in n.get(term("rdf:type"), [])]
    alternates = [n[term("prov:alternateOf")] for n in articles if term("prov:alternateOf") in n]
    assert len(articles) == 5 and len(alternates) == 1
    assert len({n[term("dk:work")][0] for n in articles}) == 4


def test_turtle_reads_well(store: Store) -> None:
    text = exported(store, "ttl")
    assert f"@base <{BASE}> ." in text
    block = text[text.index("\n<region/522732> ") :].split(" .\n")[0].strip()
    assert block.splitlines()[0] == "<region/522732> a dk:Region, schema:AdministrativeArea, geo:Feature ;"
    assert '    rdfs:label "三都水族自治县"@zh-Hans ;' in block
    assert "dk:amount 5000000.0 ;" in text


def test_json_ld_reads_well(store: Store) -> None:
    content = json.loads(exported(store, "jsonld"))
    node = next(one for one in content["@graph"] if one["id"] == "region/522732")
    assert node["type"] == ["Region", "schema:AdministrativeArea", "geo:Feature"]
    assert (node["label"], node["code"], node["altLabel"]) == ("三都水族自治县", "522732", ["三都", "三都县"])
    fact = next(one for one in content["@graph"] if "Funded" in one["type"])
    assert fact["rdf:predicate" if "rdf:predicate" in fact else "predicate"] == "funded"
    assert fact["amount"] == "5000000.0" and fact["tier"] == "tier-stated"
    assert {key for one in content["@graph"] for key in one} <= set(content["@context"])


def test_the_context_gives_every_property_a_key_of_its_own() -> None:
    meanings = [json.dumps(value["@id"]) for value in context(BASE).values() if isinstance(value, dict)]
    assert len(set(meanings)) == len(meanings) > 70


def test_without_texts_the_texts_are_left_out_and_the_quotes_stay(store: Store, triples: set[Quad]) -> None:
    short = set(quads(exported(store, "nt", texts=False), RdfFormat.nt))
    assert {q.predicate.value for q in triples - short} == {term("schema:text")}


def test_the_vocabulary_comes_along_when_it_is_asked_for(store: Store, triples: set[Quad]) -> None:
    for format in RdfFormat:
        both = {Quad(q.subject, q.predicate, q.object) for q in quads(exported(store, format, vocabulary=True), format)}
        assert both > triples and len(both) > len(triples) + 900


def test_the_base_is_the_user_s(store: Store) -> None:
    base = "https://data.example.org/帮扶/"
    for format in RdfFormat:
        iris = {q.subject.value for q in quads(exported(store, format, base=base), format)}
        assert all(iri.startswith(base) for iri in iris)


@pytest.mark.parametrize(
    "base", ["", "data/", "https://example.org/data", "https://example.org/a b/", "urn:x:", "ftp://x/"]
)
def test_what_is_no_base_is_refused(store: Store, base: str) -> None:
    with pytest.raises(UsageError, match="is no base of IRIs; it must be like https://"):
        exported(store, "nt", base=base)


def test_what_xml_cannot_hold_is_shown_by_a_symbol_everywhere(tmp_path: Path) -> None:
    page = Page("平桥社区\x0c位于三都县。\x00\n", name="formfeed")
    page.fact("LOCATED_IN", SITE, SANDU, "平桥社区\x0c位于三都县")
    with open_store(tmp_path / "a.lbug") as store:
        store.write(page.extraction)
        for format in RdfFormat:
            values = {q.predicate.value: q.object.value for q in quads(exported(store, format), format)}
            assert values[term("schema:text")] == "平桥社区␌位于三都县。␀\n"
            assert values[term("oa:exact")] == "平桥社区␌位于三都县" and values[term("oa:suffix")] == "。␀\n"
            assert values[term("dk:controls")] == "4:C 11:0"


def test_what_xml_cannot_hold_elsewhere_is_refused_with_its_place(tmp_path: Path) -> None:
    page = Page("平桥社区位于三都县。\n", name="x", title="题\x0c目")
    with open_store(tmp_path / "a.lbug") as store:
        store.write(page.extraction)
        with pytest.raises(UsageError, match=r"article/\w+: its text holds U\+000C, which XML does not allow"):
            exported(store, "rdfxml")
        for format in set(RdfFormat) - {RdfFormat.rdfxml}:
            assert "题\x0c目" in {q.object.value for q in quads(exported(store, format), format)}


def test_a_store_that_changes_under_the_export_is_told(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    from graph import rdf_triples

    size = rdf_triples._size
    monkeypatch.setattr(rdf_triples, "_size", lambda store: size(store) + 1)
    with pytest.raises(StoreError, match="written while it was read"):
        exported(store, "nt")


def test_an_empty_store_gives_an_empty_data_set(tmp_path: Path) -> None:
    with open_store(tmp_path / "a.lbug") as store:
        for format in RdfFormat:
            assert {q.subject.value.removeprefix(BASE) for q in quads(exported(store, format), format)} == {
                "graph",
                "figures",
            }


def test_the_graph_of_rdflib_is_that_of_the_export(store: Store, triples: set[Quad]) -> None:
    graph = to_rdflib(store)
    assert len(graph) == len(triples)
    assert {f"{s.n3()} {p.n3()}" for s, p, _ in graph} == {f"{q.subject} {q.predicate}" for q in triples}
    assert (None, RDF.type, from_n3(f"<{DK}Funded>")) in graph
    assert re.search(r"dk:amount|dk:Funded", graph.serialize(format="turtle"))
