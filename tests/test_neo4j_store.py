"""The store on a real Neo4j server: it holds what the embedded store holds, whoever writes and in whatever order."""

from __future__ import annotations

import io
import itertools
import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import neo4j
import pytest
import seeds_read
from graph_samples import SANDU, SITE, Page, first_page, reprint_page, second_page, thing, third_page
from neo4j.exceptions import ConstraintError, IncompleteCommit, TransientError
from test_store import numbered, scatter

from graph import neo4j_setup, neo4j_statements, neo4j_store, neo4j_tables, neo4j_works
from graph.errors import StoreError, StoreVersionError, UsageError
from graph.export import write_jsonl
from graph.model import Extraction
from graph.neo4j_schema import rules
from graph.neo4j_store import open_neo4j
from graph.neo4j_tables import Neo4jTables
from graph.schema import schema
from graph.store import Store, open_store
from graph.tables import node_tables, provenance_pairs
from queries.status import status

if TYPE_CHECKING:
    from neo4j_server import Server


@pytest.fixture
def place(neo4j_5: Server, neo4j_login: None) -> str:
    """The address of a store without documents."""
    return emptied(neo4j_5)


@pytest.fixture(params=["neo4j_5", "neo4j_2026"])
def any_place(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """The same, on either version."""
    server: Server = request.getfixturevalue(request.param)
    monkeypatch.setenv("DUIKOU_NEO4J_USERNAME", server.username)
    monkeypatch.setenv("DUIKOU_NEO4J_PASSWORD", server.password)
    return emptied(server)


def emptied(server: Server) -> str:
    server.empty()
    return server.uri


@pytest.fixture(scope="module")
def seeds() -> list[Extraction]:
    return seeds_read.seeds()


def exported(store: Store) -> str:
    lines = io.StringIO()
    write_jsonl(store, lines)
    return lines.getvalue()


def load(location: str | Path, extractions: list[Extraction]) -> str:
    with open_store(location) as store:
        for extraction in extractions:
            store.write(extraction)
        return exported(store)


def pages() -> list[Extraction]:
    return [page.extraction for page in (first_page(), second_page(), reprint_page(), third_page())]


def test_the_seeds_are_the_same_in_both_stores(any_place: str, seeds: list[Extraction], tmp_path: Path) -> None:
    embedded = load(tmp_path / "a.lbug", list(reversed(seeds)))
    assert load(any_place, seeds) == embedded
    assert load(any_place, seeds[2:]) == embedded
    with open_store(any_place, read_only=True) as store, open_store(tmp_path / "a.lbug", read_only=True) as other:
        assert replace(status(store), location="") == replace(status(other), location="")
        assert store.documents() == other.documents()


def test_any_order_and_repetition_give_the_same_bytes(neo4j_5: Server, neo4j_login: None, tmp_path: Path) -> None:
    wanted = load(tmp_path / "a.lbug", pages())
    for order in list(itertools.permutations(pages()))[::5]:
        assert load(emptied(neo4j_5), [*order, order[0], *order]) == wanted


@pytest.mark.parametrize("seed", range(4))
def test_scattered_statements_merge_as_in_the_embedded_store(place: str, tmp_path: Path, seed: int) -> None:
    from random import Random

    random = Random(seed)
    scattered = [scatter(first_page(), i, Drawn(random)).extraction for i in range(4)]
    wanted = load(tmp_path / "a.lbug", scattered)
    random.shuffle(scattered)
    assert load(place, scattered) == wanted


class Drawn:
    """Stands in for Hypothesis in `scatter`: every call draws some of the facts."""

    def __init__(self, random: Any) -> None:
        self._random = random

    def draw(self, _: object) -> list[Any]:
        facts = first_page().extraction.facts
        return [facts[i] for i in sorted(self._random.sample(range(len(facts)), self._random.randrange(len(facts))))]


def test_a_part_at_a_time_is_the_same_as_all_at_once(
    place: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(neo4j_tables, "AT_ONCE", 3)
    monkeypatch.setattr(neo4j_works, "AT_ONCE", 1)
    load(place, pages()[:2])
    assert load(place, pages()) == load(tmp_path / "a.lbug", pages())


def test_hard_characters_survive(place: str) -> None:
    text = "\ufeff平桥社区位于三都县\r\n'引号\" \\ 𠀀 \x00 \f$id {x}\n"
    page = Page(text, name="it's {odd}; $name")
    page.fact("LOCATED_IN", SITE, SANDU, text[1:])
    load(place, [page.extraction])
    with open_store(place, read_only=True) as store:
        (fact,) = [row for row in store.statements() if row["type"] == "fact"]
        assert store.query("MATCH (d:Document) RETURN d.text") == (["d.text"], [[text]])
    assert fact["evidence"][0]["quote"] == text[1:]
    assert fact["evidence"][0]["document"] == "it's {odd}; $name"


WRITER = """
import sys
sys.path[:0] = [{tests!r}, {house!r}]
{before}
from graph_samples import first_page, reprint_page, second_page, third_page
from test_store import numbered
from graph.store import open_store
made = [page().extraction for page in (first_page, second_page, reprint_page, third_page)]
made += [numbered(i).extraction for i in range(8)]
with open_store(sys.argv[1]) as store:
    for extraction in made[:: int(sys.argv[2])]:
        store.write(extraction)
"""
WITHOUT_RUST = "sys.modules['neo4j._rust'] = sys.modules['neo4j._rust.codec.packstream.v1'] = None"


def start_writer(location: str, step: int, before: str = "") -> subprocess.Popen[bytes]:
    here = Path(__file__).parent
    script = WRITER.format(tests=str(here), house=str(here.parent), before=before)
    return subprocess.Popen([sys.executable, "-c", script, location, str(step)])


def test_two_processes_at_once_lose_and_double_nothing(neo4j_5: Server, neo4j_login: None, tmp_path: Path) -> None:
    """They also make the database ready at once."""
    neo4j_5.wipe()
    writers = [start_writer(neo4j_5.uri, step) for step in (1, -1)]
    assert [writer.wait(120) for writer in writers] == [0, 0]
    made = [*pages(), *(numbered(i).extraction for i in range(8))]
    assert load(neo4j_5.uri, []) == load(tmp_path / "a.lbug", made)


def test_the_driver_without_its_rust_extension_writes_the_same(place: str, tmp_path: Path) -> None:
    assert start_writer(place, 1, WITHOUT_RUST).wait(120) == 0
    made = [*pages(), *(numbered(i).extraction for i in range(8))]
    assert load(place, []) == load(tmp_path / "a.lbug", made)


def test_two_stores_that_take_turns_know_the_works_of_each_other(place: str, tmp_path: Path) -> None:
    with open_store(place) as one, open_store(place) as other:
        one.write(second_page().extraction)
        other.write(first_page().extraction)
        one.write(reprint_page().extraction)
        other.write(third_page().extraction)
        assert exported(one) == exported(other) == load(tmp_path / "a.lbug", pages())


def test_entities_carry_a_second_label(any_place: str) -> None:
    load(any_place, pages())
    with open_store(any_place, read_only=True) as store:
        _, rows = store.query("MATCH (n) WHERE NOT n:Meta RETURN DISTINCT labels(n)")
    found = [tuple(sorted(labels)) for (labels,) in rows]
    assert ("Company", "Entity") in found and ("Passage",) in found
    assert all(
        (len(labels) == 2 and "Entity" in labels) == any(x in schema().labels for x in labels) for labels in found
    )


def test_ids_are_unique_and_look_ups_have_an_index(any_place: str, monkeypatch: pytest.MonkeyPatch) -> None:
    load(any_place, pages()[:1])
    with neo4j.GraphDatabase.driver(any_place, auth=login()) as driver, driver.session() as session:
        constraints = list(session.run("SHOW CONSTRAINTS YIELD labelsOrTypes, properties"))
        unique = {row["labelsOrTypes"][0] for row in constraints if row["properties"] == ["id"]}
        assert unique == {*node_tables(schema()), "Entity", *schema().relations}
        assert all(row["state"] == "ONLINE" for row in session.run("SHOW INDEXES YIELD state"))
        with pytest.raises(ConstraintError):
            session.run("MATCH (c:Company) WITH c LIMIT 1 CREATE (:Company {id: c.id})").consume()
        with pytest.raises(ConstraintError):
            session.run("MATCH (a)-[r:BUILT|FUNDED]->(b) WITH * LIMIT 1 CREATE (a)-[:FUNDED {id: r.id}]->(b)").consume()


def login() -> tuple[str, str]:
    return os.environ["DUIKOU_NEO4J_USERNAME"], os.environ["DUIKOU_NEO4J_PASSWORD"]


def write_statements() -> Iterator[str]:
    """Every statement that a document can send."""
    t = neo4j_statements
    yield from (neo4j_store._COUNT, neo4j_store._COUNTED, neo4j_works._KNOWN, neo4j_works._FINGERPRINTS)
    for label, columns in node_tables(schema()).items():
        yield from (
            t.find_nodes(label),
            t.create_nodes(label),
            t.update_nodes(label, sorted(columns.keys() - {"id", "label", "text"})),
        )
    yield t.find_nodes("Entity")
    yield t.update_nodes("Article", ["work"])
    for relation in schema().relations:
        yield from (t.find_facts(relation), t.create_facts(relation), t.update_facts(relation))
    yield t.KEEP
    yield from (t.create_links(relation) for relation in {pair.relation for pair in provenance_pairs(schema())})


DEPRECATED = {"01N01", "01N02"}  # said of id(), which graph/neo4j_statements.py has a reason for


def test_no_statement_holds_rows_back_or_scans(any_place: str, seeds: list[Extraction]) -> None:
    sent: set[str] = set()
    running = neo4j_store._running
    with open_store(any_place) as store, pytest.MonkeyPatch.context() as patch:
        patch.setattr(neo4j_store, "_running", lambda tx: lambda text, rows: sent.add(text) or running(tx)(text, rows))
        for extraction in [*seeds, *pages()]:
            store.write(extraction)
    wanted = set(write_statements())
    assert len(sent) > 50 and sent <= wanted
    with neo4j.GraphDatabase.driver(any_place, auth=login()) as driver, driver.session() as session:
        for text in sorted(wanted):
            summary = session.run(f"EXPLAIN {text}", {"rows": []}).consume()
            found = operators(summary.plan)
            assert not [name for name in found if name == "Eager" or "AllNodes" in name], text  # EagerAggregation may
            if text != neo4j_works._KNOWN:
                assert not [name for name in found if "Scan" in name], (text, found)
            told = [one.gql_status for one in summary.gql_status_objects if one.is_notification]
            assert set(told) <= DEPRECATED if text.startswith("CYPHER 5 ") else told == [], text


def operators(plan: Any) -> list[str]:
    return [
        plan["operatorType"].partition("@")[0],
        *(name for child in plan.get("children", ()) for name in operators(child)),
    ]


def test_a_part_of_a_name_finds_the_same_in_both_stores(any_place: str, tmp_path: Path) -> None:
    """Through the full-text index when it is all Chinese, one character too."""
    odd = Page("AB制衣厂㐀位于三都县。\n", name="odd")
    odd.fact("LOCATED_IN", thing("Company", "AB制衣厂㐀", region=SANDU.id), SANDU, "AB制衣厂㐀位于三都县")
    made = [*pages(), odd.extraction]
    load(tmp_path / "a.lbug", made)
    load(any_place, made)
    with open_store(any_place, read_only=True) as store, open_store(tmp_path / "a.lbug", read_only=True) as other:
        for key in ("制衣", "都", "县", "云织制衣有", "三都水族自治县", "厂㐀", "AB", "B制", "A"):
            assert store.named_like(key) == other.named_like(key) != [], key
        for key in ("水厂", "云 织", "(", '"', "", "三都)", "keys:都", "*", "ab"):
            assert store.named_like(key) == other.named_like(key) == [], key
        phrase = "CALL db.index.fulltext.queryNodes('entity_names', $words) YIELD node RETURN node.name"
        assert ["平桥社区"] in store.query(phrase, {"words": "桥"})[1]


def test_values_are_plain_and_parameters_are_taken(any_place: str, tmp_path: Path) -> None:
    load(any_place, pages()[:1])
    load(tmp_path / "a.lbug", pages()[:1])
    with open_store(any_place, read_only=True) as store, open_store(tmp_path / "a.lbug", read_only=True) as other:
        for text in (
            "MATCH (c:Company {name: $name}) RETURN c.name AS name, c.aliases, c.code",
            "MATCH (c:Company {name: $name}) RETURN c AS node, c.names AS names, {a: [1, 2]} AS map, 2.5 AS number",
            "MATCH (c:Company {name: $name})-[r:MOVED_INTO]->(b:RelocationSite) RETURN r, b",
            "RETURN date('2026-11-22') AS day",
        ):
            parameters = {"name": "三都远途箱包厂"} if "$name" in text else {}
            assert store.query(text, parameters) == other.query(text, parameters), text
        _, ((path,),) = store.query("MATCH p = (:Company {name: '三都远途箱包厂'})-[:MOVED_INTO]->() RETURN p")
        assert [node["name"] for node in path["_NODES"]] == ["三都远途箱包厂", "平桥社区"]
        assert [link["relation"] for link in path["_RELS"]] == ["MOVED_INTO"]


def test_a_wrong_query_is_said_to_be_wrong(any_place: str) -> None:
    load(any_place, pages()[:1])
    with open_store(any_place) as store:
        before = exported(store)
        for text in ("MTCH (n) RETURN n", "MATCH (n) RETURN m", "RETURN 1; RETURN 2", "RETURN $x", "RETURN 1 + date()"):
            with pytest.raises(UsageError, match=f"{any_place}: the query ") as caught:
                store.query(text)
            assert "\n" not in str(caught.value)
        for text in (
            "CREATE (:Meta {name: 'x'})",
            "MATCH (n:Company) SET n.name = 'x'",
            "CREATE INDEX FOR (n:X) ON (n.y)",
        ):
            with pytest.raises(StoreError, match="opened for reading; a question cannot change it"):
                store.query(text)
        slow = "UNWIND range(1, 3000) AS a UNWIND range(1, 3000) AS b UNWIND range(1, 300) AS c WITH a, b, c"
        with pytest.raises(StoreError, match=r"no answer within 0\.05 seconds"):
            store.query(f"{slow} WHERE a * b = c RETURN count(*)", timeout=0.05)
        assert store.query("RETURN 1 AS one") == (["one"], [[1]])
        assert exported(store) == before


def test_a_failed_write_leaves_nothing_and_names_store_and_document(
    place: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = load(place, [reprint_page().extraction])
    with open_store(place) as store:
        with monkeypatch.context() as patch:
            patch.setattr(Neo4jTables, "create_links", broken)
            with pytest.raises(StoreError, match=f"^{place}: first: the fuse is blown$"):
                store.write(first_page().extraction)
        with monkeypatch.context() as patch:
            patch.setattr(neo4j_tables, "create_nodes", lambda label: TWICE)
            with pytest.raises(StoreError, match=f"^{place}: first: .*already exists with label `Park`"):
                store.write(first_page().extraction)
        with monkeypatch.context() as patch:
            patch.setattr(neo4j_tables, "create_nodes", lambda label: "UNWIND $rows AS row RETURN []")
            with pytest.raises(StoreError, match=f"^{place}: first: .* rows were not written by: UNWIND"):
                store.write(first_page().extraction)
        assert exported(store) == before
        store.write(first_page().extraction)
        after = exported(store)
    assert after == load(tmp_path / "b.lbug", [first_page().extraction, reprint_page().extraction])


TWICE = "CYPHER 5 UNWIND $rows AS row CREATE (n:Park {id: 'x'}) RETURN collect([row[0], id(n)])"


def broken(*_: object) -> None:
    raise StoreError("the fuse is blown")


def test_links_to_what_is_not_there_are_no_silent_loss(place: str) -> None:
    from graph.rows import batch
    from graph.tables import Pair

    rows = batch(first_page().extraction)
    rows.links[Pair("MENTIONED_IN", "Company", "Passage")].add(("company:nobody", "passage:nowhere"))
    with open_neo4j(place, read_only=False) as store:
        with pytest.raises(StoreError, match="a link leads to company:nobody, which is not there"):
            store.write_batch(rows)
        assert store.documents() == []


def test_a_document_read_by_other_rules_is_refused(place: str) -> None:
    changed = first_page().extraction
    changed.facts.pop()
    before = load(place, [first_page().extraction])
    with open_store(place) as store:
        with pytest.raises(StoreError, match=f"^{place}: first: it was loaded before and says other things now"):
            store.write(changed)
        assert exported(store) == before


def test_a_store_open_for_reading_is_not_written(place: str) -> None:
    load(place, [second_page().extraction])
    with open_store(place, read_only=True) as store, pytest.raises(StoreError, match=r"first: .*reading only"):
        store.write(first_page().extraction)


@pytest.mark.parametrize("when", ["before the commit", "after the commit"])
def test_a_commit_of_unknown_outcome_is_sent_again(
    place: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, when: str
) -> None:
    execute, left = neo4j.Session.execute_write, [2]

    def cut(session: neo4j.Session, function: Any, *given: Any) -> Any:
        if left[0] and when == "before the commit":
            left[0] -= 1
            raise IncompleteCommit("cut")
        result = execute(session, function, *given)
        if left[0]:
            left[0] -= 1
            raise IncompleteCommit("cut")
        return result

    with open_store(place) as store:
        monkeypatch.setattr(neo4j.Session, "execute_write", cut)
        store.write(reprint_page().extraction)
        store.write(first_page().extraction)
        assert left == [0]
        left[0] = 3
        with pytest.raises(StoreError, match=f"^{place}: second: .*nothing is doubled"):
            store.write(second_page().extraction)
    monkeypatch.undo()
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("DUIKOU_NEO4J_USERNAME", "neo4j")
        patch.setenv("DUIKOU_NEO4J_PASSWORD", "duikou-test")
        assert load(place, pages()) == load(tmp_path / "a.lbug", pages())


def test_a_transaction_that_the_driver_tries_again_gives_the_same(
    place: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The works are changed by a try that fails; they are read again then."""
    flush, left = Neo4jTables.flush, [2]

    def failing(tables: Neo4jTables) -> None:
        flush(tables)
        if left[0]:
            left[0] -= 1
            error = TransientError("a deadlock")
            raise error

    with open_store(place) as store:
        store.write(reprint_page().extraction)
        monkeypatch.setattr(Neo4jTables, "flush", failing)
        store.write(first_page().extraction)
        assert left == [0]
        for extraction in pages():
            store.write(extraction)
        assert exported(store) == load(tmp_path / "a.lbug", pages())


def test_a_server_without_memory_for_a_document_is_said_at_once(place: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def failing(tables: Neo4jTables) -> None:
        raise neo4j.exceptions.Neo4jError._hydrate_neo4j(
            code="Neo.TransientError.General.MemoryPoolOutOfMemoryError", message="too much"
        )

    monkeypatch.setattr(Neo4jTables, "flush", failing)
    with open_store(place) as store, pytest.raises(StoreError, match=f"^{place}: first: the server has too little"):
        store.write(first_page().extraction)


def test_the_set_up_is_done_once_and_by_whoever_comes_first(
    neo4j_5: Server, neo4j_login: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    neo4j_5.wipe()
    failed: list[BaseException] = []

    def opened() -> None:
        try:
            open_store(neo4j_5.uri).close()
        except BaseException as error:
            failed.append(error)

    threads = [threading.Thread(target=opened) for _ in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failed == []
    with neo4j_5.driver() as driver, driver.session() as session:
        names = {row["name"] for row in session.run("SHOW INDEXES YIELD name, type WHERE type <> 'LOOKUP'")}
        assert names == {rule.name for rule in rules(schema())}
        known = {row[0] for row in session.run("CALL db.labels() YIELD label RETURN label").values()}
        assert {*node_tables(schema()), "Entity", "Meta"} <= known
    monkeypatch.setattr(neo4j_setup, "_set_up", broken)
    load(neo4j_5.uri, pages()[:1])
    monkeypatch.setattr(neo4j_setup, "setup_digest", lambda _: "another form of it")
    with pytest.raises(StoreError, match="the fuse"):
        open_store(neo4j_5.uri)
    open_store(neo4j_5.uri, read_only=True).close()


@pytest.mark.parametrize(
    ("before", "message"),
    [
        ("CREATE (:Cat:Person {name: 'x'})", "not written by duikou and has nodes labelled Person"),
        ("CREATE (:Meta {name: 'schema', value: '0'})", "written with version 0 of the vocabulary, this duikou has"),
        (
            "CREATE INDEX Company_id FOR (n:Cat) ON (n.name)",
            r"already exists an index called 'Company_id'.*; drop what is in the way",
        ),
        (
            "CREATE INDEX cats FOR (n:Park) ON (n.id)",
            r"already exists an index \(:Park \{id\}\).*; drop what is in the way",
        ),
        (
            "CREATE INDEX entity_names FOR (n:Cat) ON (n.name)",
            "has something else by the name entity_names; drop it with DROP",
        ),
    ],
)
def test_a_database_of_another_kind_is_refused(neo4j_5: Server, neo4j_login: None, before: str, message: str) -> None:
    neo4j_5.wipe()
    with neo4j_5.driver() as driver, driver.session() as session:
        session.run(before).consume()
    try:
        with pytest.raises(StoreError, match=f"{neo4j_5.uri}: .*{message}") as caught:
            open_store(neo4j_5.uri)
        assert "\n" not in str(caught.value)
        assert isinstance(caught.value, StoreVersionError) == ("version 0" in message)
    finally:
        neo4j_5.wipe()


def test_other_nodes_may_live_beside_ours(neo4j_5: Server, neo4j_login: None, tmp_path: Path) -> None:
    neo4j_5.wipe()
    with neo4j_5.driver() as driver, driver.session() as session:
        session.run("CREATE (:Cat {name: 'x'})").consume()
    assert load(neo4j_5.uri, pages()) == load(tmp_path / "a.lbug", pages())
    neo4j_5.wipe()


def test_an_empty_database_is_not_read(neo4j_5: Server, neo4j_login: None) -> None:
    neo4j_5.wipe()
    with pytest.raises(StoreError, match="this store is empty; fill it with: duikou load PATH"):
        open_store(neo4j_5.uri, read_only=True)


def test_a_database_emptied_meanwhile_is_told(neo4j_5: Server, neo4j_login: None) -> None:
    with open_store(neo4j_5.uri) as store:
        store.write(second_page().extraction)
        neo4j_5.wipe()
        with pytest.raises(StoreError, match="first: the database was emptied"):
            store.write(first_page().extraction)


def test_the_password_shows_nowhere(place: str) -> None:
    with open_store(place) as store:
        assert os.environ["DUIKOU_NEO4J_PASSWORD"] not in repr(store) + repr(vars(store)) + store.location
