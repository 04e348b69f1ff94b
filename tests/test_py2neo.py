"""py2neo's objects over the store: they read what was loaded, and what they write could have been written by duikou."""

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import py2neo
import pytest
from graph_samples import Page, region, thing
from neo4j_server import Server
from py2neo.ogm import Repository

import duikou.py2neo
from graph.errors import StoreError, UsageError
from graph.identity import entity_id, fact_id
from graph.schema import schema
from graph.store import open_store
from graph.tables import ENTITY, PROVENANCE, fact_pairs

SANDU = region("522732", "三都水族自治县", "三都县")
SHUNDE = region("440606", "顺德区")
SITE = thing("RelocationSite", "城南社区", region=SANDU.id)
FIRM = thing("Company", "顺达电子有限公司", "顺达电子", region=SANDU.id)
REGION, COMPANY, PERSON = (duikou.py2neo.classes()[name] for name in ("Region", "Company", "Person"))


def page() -> Page:
    made = Page(
        "顺德区投入120万元资助城南社区，后又投入300万元资助城南社区。顺达电子有限公司入驻城南社区。"
        "城南社区位于三都水族自治县。城南社区现有居民2600人。",
        title="帮扶见成效",
    )
    made.fact("FUNDED", SHUNDE, SITE, "顺德区投入120万元资助城南社区", raw={"amount": "120万元"}, amount=1_200_000.0)
    made.fact(
        "FUNDED", SHUNDE, SITE, "顺德区投入120万元资助城南社区，后又投入300万元资助城南社区", raw={"amount": "300万元"},
        amount=3_000_000.0,
    )  # fmt: skip
    made.fact("MOVED_INTO", FIRM, SITE, "顺达电子有限公司入驻城南社区")
    made.fact("LOCATED_IN", SITE, SANDU, "城南社区位于三都水族自治县")
    made.figure(SITE, "residents", "2600人", 2600, "人", "城南社区现有居民2600人")
    return made


@contextmanager
def notebook(server: Server, monkeypatch: pytest.MonkeyPatch) -> Iterator[Any]:
    """py2neo's Graph of a store with one page in it."""
    monkeypatch.setenv("DUIKOU_NEO4J_USERNAME", server.username)
    monkeypatch.setenv("DUIKOU_NEO4J_PASSWORD", server.password)
    with open_store(server.uri) as store:
        store.write(page().extraction)
    graph = duikou.py2neo.graph(server.uri)
    yield graph
    graph.run("MATCH (n) WHERE NOT n:Meta DETACH DELETE n")
    graph.service.connector.close()


@pytest.fixture(scope="module")
def emptied(neo4j_5: Server) -> Server:
    neo4j_5.empty()
    return neo4j_5


@pytest.fixture
def graph(emptied: Server, monkeypatch: pytest.MonkeyPatch) -> Iterator[Any]:
    with notebook(emptied, monkeypatch) as made:
        yield made


def site(graph: Any) -> Any:
    return duikou.py2neo.RelocationSite.match(graph, SITE.id).first()


# Reading


def test_a_walk_over_the_graph(graph: Any) -> None:
    sandu = REGION.match(graph).where(name="三都水族自治县").first()
    assert (sandu.id, sandu.code, sandu.aliases) == (SANDU.id, "522732", ["三都县"])
    (here,) = sandu.located_here
    assert type(here) is duikou.py2neo.RelocationSite and here.name == "城南社区"
    assert [type(one).__name__ + one.name for one in here.moved_in] == ["Company顺达电子有限公司"]
    (company,) = here.moved_in
    assert here in company.moved_into and len(company.moved_into) == 1 and sandu not in company.moved_into


def test_every_fact_between_two_nodes_is_there(graph: Any) -> None:
    (funder,) = site(graph).funded_by
    assert funder.name == "顺德区"
    amounts = sorted(properties["amount"] for _, (_, properties), _ in funder.funded.triples())
    assert amounts == [1_200_000.0, 3_000_000.0]
    assert funder.funded.get(site(graph), "tier") == "stated"


def test_from_a_fact_to_the_words_that_prove_it(graph: Any) -> None:
    ((_, (_, fact), _),) = site(graph).moved_in.triples()
    passage = duikou.py2neo.Passage.match(graph, fact["passages"][0]).first()
    assert passage.quote == "顺达电子有限公司入驻城南社区"
    (article,) = passage.in_article
    (document,) = article.in_document
    assert (article.title, document.name) == ("帮扶见成效", "page")
    assert type(article).__name__ == "Article" and article in document.held
    (figure,) = site(graph).observations
    assert (figure.indicator, figure.value, figure.unit) == ("residents", 2600.0, "人")
    assert {one.quote for one in site(graph).mentioned_in} == {one["quote"] for one in graph.query(
        "MATCH (:Entity {id: $id})-[:MENTIONED_IN]->(p) RETURN p.quote AS quote", {"id": SITE.id})}  # fmt: skip


def test_any_entity_comes_as_its_class(graph: Any) -> None:
    found = {one.name: type(one) for one in duikou.py2neo.Entity.match(graph)}
    assert found["顺达电子有限公司"] is COMPANY and found["顺德区"] is REGION and len(found) == 4


# Writing


def columns(graph: Any, id_: str) -> dict[str, Any]:
    (row,) = graph.query("MATCH (n:Entity {id: $id}) RETURN labels(n) AS labels, properties(n) AS kept", {"id": id_})
    return {"labels": sorted(row["labels"]), **row["kept"]}


def test_a_new_entity_is_as_duikou_would_have_made_it(graph: Any) -> None:
    Repository.wrap(graph).save(COMPANY(name="东升农业有限公司", aliases=["东升农业"], region=SANDU.id))
    made = entity_id("Company", "东升农业有限公司", SANDU.id)
    assert columns(graph, made) == {
        "labels": ["Company", "Entity"],
        "id": made,
        "label": "Company",
        "name": "东升农业有限公司",
        "aliases": ["东升农业"],
        "names": ["东升农业", "东升农业有限公司"],
        "keys": ["东升农业", "东升农业有限公司"],
        "region": SANDU.id,
    }
    graph.push(REGION(name="荔波县", code="522722"))
    assert set(columns(graph, "region:522722")) == {"labels", *ENTITY} - {"region"}


def test_one_that_is_there_is_joined_not_doubled(graph: Any) -> None:
    before = columns(graph, FIRM.id)
    graph.merge(COMPANY(name="顺达电子有限公司", aliases=["顺达"], region=SANDU.id))
    after = columns(graph, FIRM.id)
    assert after["aliases"] == ["顺达", "顺达电子"] and after["name"] == before["name"]
    assert len(COMPANY.match(graph)) == 1


def test_a_changed_entity_keeps_its_id_and_its_links(graph: Any) -> None:
    company = COMPANY.match(graph, FIRM.id).first()
    company.aliases = [*company.aliases, "顺达厂"]
    company.__node__["note"] = "visited"
    graph.push(company)
    kept = columns(graph, FIRM.id)
    assert kept["keys"] == kept["names"] == ["顺达厂", "顺达电子", "顺达电子有限公司"]
    assert kept["note"] == "visited" and kept["region"] == SANDU.id
    assert [one.name for one in COMPANY.match(graph, FIRM.id).first().moved_into] == ["城南社区"]


def test_a_fact_of_one_s_own_says_where_it_is_from(graph: Any, neo4j_5: Server) -> None:
    founder = PERSON(name="王小明")
    company = COMPANY.match(graph, FIRM.id).first()
    assert founder.has_role.add(company, title="厂长", source="field visit 2024-05") == 1
    assert founder.has_role.add(company, title="董事", source="field visit 2024-05") == 1
    assert founder.has_role.add(company, title="厂长", source="field visit 2024-05") == 0
    graph.push(founder)
    graph.push(founder)  # once more changes nothing
    person = entity_id("Person", "王小明", None)
    facts = {properties["title"]: properties for _, (_, properties), _ in company.roles_held_by.triples()}
    assert facts["厂长"] == {
        "id": fact_id("HAS_ROLE", person, FIRM.id, {"title": "厂长"}),
        "relation": "HAS_ROLE",
        "tier": "inferred",
        "because": "[]",
        "passages": [],
        "source": "field visit 2024-05",
        "title": "厂长",
    }
    assert len(facts) == 2 and [one.name for one in company.roles_held_by] == ["王小明"]
    with open_store(neo4j_5.uri, read_only=True) as store:  # and duikou reads it like its own
        read = [row for row in store.statements() if row.get("relation") == "HAS_ROLE"]
    assert [row["source"] for row in read] == ["field visit 2024-05"] * 2
    assert {row["subject"]["name"] for row in read} == {"王小明"}


def test_facts_that_were_read_survive_a_save(graph: Any) -> None:
    before = graph.query("MATCH ()-[r]->() RETURN type(r) AS type, properties(r) AS kept ORDER BY type, r.id").data()
    here = site(graph)
    assert len(here.funded_by) == 1 and len(here.located_in) == 1 and len(here.mentioned_in) > 1
    here.aliases = ["城南"]
    Repository.wrap(graph).save(here)
    after = graph.query("MATCH ()-[r]->() RETURN type(r) AS type, properties(r) AS kept ORDER BY type, r.id").data()
    assert after == before


def test_a_fact_that_words_prove_keeps_its_proof(graph: Any) -> None:
    company = COMPANY.match(graph, FIRM.id).first()
    assert company.moved_into.add(site(graph), source="field visit", since="2024") == 0
    graph.push(company)
    ((_, (_, fact), _),) = COMPANY.match(graph, FIRM.id).first().moved_into.triples()
    assert (fact["tier"], len(fact["passages"]), fact["since"]) == ("stated", 1, "2024")
    assert "source" not in fact


def test_what_is_one_s_own_can_be_taken_back(graph: Any) -> None:
    company, sandu = COMPANY.match(graph, FIRM.id).first(), REGION.match(graph, SANDU.id).first()
    company.came_from.add(sandu, source="a guess")
    graph.push(company)
    company = COMPANY.match(graph, FIRM.id).first()
    assert sandu in company.came_from
    company.came_from.remove(sandu)
    assert sandu not in company.came_from
    graph.push(company)
    assert len(COMPANY.match(graph, FIRM.id).first().came_from) == 0
    made = PERSON(name="李小红")
    graph.push(made)
    graph.delete(made)
    assert len(PERSON.match(graph)) == 0


def test_a_reload_drops_what_was_not_saved(graph: Any) -> None:
    company, sandu = COMPANY.match(graph, FIRM.id).first(), REGION.match(graph, SANDU.id).first()
    company.came_from.add(sandu, source="a guess")
    company.aliases = []
    graph.pull(company)
    assert company.aliases == ["顺达电子"] and len(company.came_from) == 0


def test_a_symmetric_relation_is_seen_and_kept_from_both_sides(graph: Any) -> None:
    office, firm = duikou.py2neo.Organization(name="三都县商会", region=SANDU.id), COMPANY.match(graph, FIRM.id).first()
    office.cooperates_with.add(firm, source="their page")
    graph.push(office)
    assert firm.cooperates_with.add(office, source="their page") == 0
    graph.push(firm)
    assert len(graph.query("MATCH ()-[r:COOPERATES_WITH]->() RETURN r").data()) == 1
    assert office in firm.cooperates_with and firm in office.cooperates_with


# What may not be


def refusals(graph: Any) -> dict[str, Any]:
    company, here = COMPANY.match(graph, FIRM.id).first(), site(graph)
    passage = next(iter(here.mentioned_in))
    return {
        "Company.id cannot be set": lambda: setattr(company, "id", "company:1"),
        "Company.keys cannot be set": lambda: setattr(company, "keys", []),
        "Passage.quote cannot be set": lambda: setattr(passage, "quote", "anything"),
        "a Company needs a name": lambda: graph.push(COMPANY()),
        "say where the fact is from": lambda: company.came_from.add(here.located_in and next(iter(here.located_in))),
        "cannot run from Company": lambda: company.came_from.add(here, source="x"),
        "CAME_FROM joins entities that have a name": lambda: company.came_from.add(passage, source="x"),
        "MOVED_INTO has no property until": lambda: company.moved_into.add(here, source="x", until="2020"),
        "is not yours to remove": lambda: company.moved_into.remove(here),
        "MENTIONED_IN cannot be added to": lambda: company.mentioned_in.add(passage),
        "nothing can be removed from MENTIONED_IN": lambda: company.mentioned_in.remove(passage),
        "Passage is written when documents are loaded": lambda: graph.push(passage),
        "statements of loaded documents need it": lambda: graph.delete(company),
        "an Entity is made by the class of its label": lambda: duikou.py2neo.Entity(name="x"),
    }


def test_what_documents_say_cannot_be_changed(graph: Any) -> None:
    before = graph.query(
        "MATCH (n) OPTIONAL MATCH (n)-[r]->() RETURN n.id, r.id, properties(n) ORDER BY n.id, r.id"
    ).data()
    for message, attempt in refusals(graph).items():
        with pytest.raises(UsageError, match=message):
            attempt()
    after = graph.query(
        "MATCH (n) OPTIONAL MATCH (n)-[r]->() RETURN n.id, r.id, properties(n) ORDER BY n.id, r.id"
    ).data()
    assert after == before


def test_only_a_store_of_duikou_is_written_to(graph: Any) -> None:
    graph.run("MATCH (m:Meta) SET m:Hidden REMOVE m:Meta")
    try:
        with pytest.raises(StoreError, match="holds no store of duikou"):
            graph.push(PERSON(name="王小明"))
    finally:
        graph.run("MATCH (m:Hidden) SET m:Meta REMOVE m:Hidden")
    assert len(PERSON.match(graph)) == 0


def test_a_server_that_is_not_there_is_told_in_one_line(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DUIKOU_NEO4J_PASSWORD", "a-password")
    with pytest.raises(StoreError) as told:
        duikou.py2neo.graph("bolt://127.0.0.1:9")
    assert "\n" not in str(told.value) and "a-password" not in str(told.value)


# The classes


def test_the_classes_are_those_of_the_vocabulary() -> None:
    made = duikou.py2neo.classes()
    assert set(made) == {*schema().labels, *PROVENANCE, "Entity"}
    for relation, rule in schema().relations.items():
        for pair in fact_pairs(rule):
            assert hasattr(made[pair.source], relation.lower()), pair
    with pytest.raises(AttributeError):
        duikou.py2neo.Village  # noqa: B018


def test_no_attribute_stands_for_two_things() -> None:
    for label, kind in duikou.py2neo.classes().items():
        leads = {name for name, value in vars(kind).items() if hasattr(value, "relationship_type")}
        kept = {name for name, value in vars(kind).items() if isinstance(value, py2neo.ogm.Property)}
        assert leads | kept >= set(ENTITY if label in schema().labels else PROVENANCE.get(label, ())), label
        seen = [(getattr(kind, name).relationship_type, getattr(kind, name).towards) for name in sorted(leads)]
        assert len(seen) == len(set(seen)), label


def test_without_py2neo_the_remedy_is_named() -> None:
    code = (
        "import sys; sys.modules['py2neo'] = None\n"
        "import duikou.py2neo\nfrom duikou import UsageError\n"
        "for attempt in (duikou.py2neo.graph, lambda: duikou.py2neo.Region):\n"
        "    try: attempt()\n    except UsageError as error: print(error)\n"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout == 'py2neo is not installed; install it with: pip install "duikou[py2neo]"\n' * 2


# The newer server


def test_2026_reads_and_writes_too(neo4j_2026: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    neo4j_2026.empty()
    with notebook(neo4j_2026, monkeypatch) as graph:
        (company,) = site(graph).moved_in
        company.came_from.add(REGION.match(graph, SHUNDE.id).first(), source="their page")
        graph.push(company)
        assert [one.name for one in COMPANY.match(graph, FIRM.id).first().came_from] == ["顺德区"]
        assert len(list(next(iter(site(graph).funded_by)).funded.triples())) == 2
