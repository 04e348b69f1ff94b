"""The canned questions on a Neo4j server: the text and the rows of LadybugDB, by index, without a notification."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import neo4j
import pytest
from graph_samples import SITE
from neo4j_server import Server
from questions_asked import ASKED, HARD_TO_SORT, loaded, pages, rows_in_sparql
from seeds_read import seeds

from graph.export import statements
from graph.model import Extraction
from graph.neo4j_values import plain
from graph.rdf_write import write_rdf
from graph.store import Store, open_store
from queries.ask import ask
from queries.catalogue import catalogue, question
from queries.find import find
from queries.names import Named, inside, resolve
from queries.status import status
from queries.why import why

Text = tuple[str, dict[str, Any], list[list[Any]]]  # a query, its parameters, its rows


@pytest.fixture(scope="module")
def extractions() -> list[Extraction]:
    """The pages and the project's own articles."""
    return [*pages(), *seeds()]


class Recording:
    """A store that remembers what it was asked and what it answered."""

    def __init__(self, store: Store) -> None:
        self.store = store
        self.texts: dict[str, Text] = {}

    def query(
        self, cypher: str, parameters: dict[str, Any] | None = None, timeout: float | None = None
    ) -> tuple[list[str], list[list[Any]]]:
        columns, rows = self.store.query(cypher, parameters, timeout)
        self.texts[json.dumps([cypher, parameters], ensure_ascii=False)] = (cypher, parameters or {}, rows)
        return columns, rows

    def __getattr__(self, name: str) -> Any:
        return getattr(self.store, name)


@pytest.fixture(scope="module")
def embedded(tmp_path_factory: pytest.TempPathFactory, extractions: list[Extraction]) -> Iterator[Store]:
    path = tmp_path_factory.mktemp("questions") / "a.lbug"
    with open_store(path) as opened:
        for extraction in extractions:
            opened.write(extraction)
    with open_store(path, read_only=True) as opened:
        yield opened


@pytest.fixture(scope="module")
def texts(tmp_path_factory: pytest.TempPathFactory) -> list[Text]:
    """Every query that the questions, names, proofs, counts and the export run, and what LadybugDB answers of the pages."""
    with open_store(tmp_path_factory.mktemp("texts") / "a.lbug") as opened:
        for extraction in pages():
            opened.write(extraction)
        return everything_asked(opened)


def everything_asked(store: Store) -> list[Text]:
    recording = Recording(store)
    for name, parameters in ASKED:
        ask(recording, name, parameters)
    for text in ("制衣", "三都县", "贵州三都县", "522732", SITE.id, "无此名"):
        find(recording, text)
    for name in ("articles", "money", "figures", "rejected"):
        why(recording, ask(store, name)[0]["proof"])
    for name in ("平桥社区", "黄埔区"):
        why(recording, name)
    for place in (Named("Region", "一个村", "region:0a1b2c"), Named("Company", "无", "company:0")):
        inside(recording, [place])
    status(recording)
    assert list(statements(recording))
    recording.documents()
    return list(recording.texts.values())


@dataclass
class Filled:
    """A server with documents; `complaints`: what it had to say about the queries when it was empty."""

    server: Server
    store: Store
    complaints: list[str]


def filled(
    server: Server, extractions: list[Extraction], texts: list[Text], dialects: tuple[str, ...]
) -> Iterator[Filled]:
    server.empty()
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("DUIKOU_NEO4J_USERNAME", server.username)
        patch.setenv("DUIKOU_NEO4J_PASSWORD", server.password)
        store = open_store(server.uri)
    with store:
        different = list({text[0]: text for text in texts}.values())
        complaints = [one for dialect in dialects for one in noted(server, dialect, different)]
        for extraction in extractions:
            store.write(extraction)
        yield Filled(server, store, complaints)


@pytest.fixture(scope="module")
def filled_5(neo4j_5: Server, extractions: list[Extraction], texts: list[Text]) -> Iterator[Filled]:
    yield from filled(neo4j_5, extractions, texts, ("",))


@pytest.fixture(scope="module")
def filled_2026(neo4j_2026: Server, texts: list[Text]) -> Iterator[Filled]:
    yield from filled(neo4j_2026, pages(), texts, ("", "CYPHER 25 "))


def noted(server: Server, dialect: str, texts: list[Text]) -> list[str]:
    """The notifications that a server gives on the queries; their rows are not looked at."""
    return [note for _, notes in run(server, dialect, texts) for note in notes]


def run(server: Server, dialect: str, texts: list[Text]) -> Iterator[tuple[list[list[Any]], list[str]]]:
    """The rows and the notifications of each query."""
    with server.driver() as driver, driver.session(default_access_mode=neo4j.READ_ACCESS) as session:
        for cypher, parameters, _ in texts:
            result = session.run(dialect + cypher, parameters)
            rows = [[plain(value) for value in row] for row in result.values()]
            notes = [one for one in result.consume().gql_status_objects if one.is_notification]
            yield rows, [f"{one.gql_status} {one.status_description}: {cypher}" for one in notes]


def in_any_order(rows: list[list[Any]]) -> list[str]:
    return sorted(map(repr, rows))


@pytest.mark.parametrize(("name", "parameters"), ASKED)
def test_both_stores_answer_the_same(embedded: Store, filled_5: Filled, name: str, parameters: dict[str, str]) -> None:
    ours, theirs = ask(filled_5.store, name, parameters), ask(embedded, name, parameters)
    assert (ours.rows, ours.matched, ours.columns) == (theirs.rows, theirs.matched, theirs.columns)
    assert len(ours) > 0


def test_the_other_commands_say_the_same(embedded: Store, filled_5: Filled) -> None:
    for text in ("制衣", "三都县", "贵州三都县", "522732", "公司", "区", "都云", "𬭎", "abc", "无此名", SITE.id):
        assert find(filled_5.store, text) == find(embedded, text)
        assert resolve(filled_5.store, text) == resolve(embedded, text)
    for name in (SITE.name, "黄埔区", *(ask(embedded, one)[0]["proof"] for one in catalogue())):
        assert why(filled_5.store, name) == why(embedded, name)
    assert replace(status(filled_5.store), location="") == replace(status(embedded), location="")
    assert list(filled_5.store.statements()) == list(embedded.statements())
    assert filled_5.store.documents() == embedded.documents()


def test_the_export_answers_the_same_in_sparql(embedded: Store, filled_5: Filled, tmp_path: Path) -> None:
    path = tmp_path / "neo4j.nt"
    with path.open("w", encoding="utf-8", newline="\n") as stream:
        write_rdf(filled_5.store, stream, "nt")
    made = loaded(path)
    for name, parameters in ASKED:
        expected = ask(filled_5.store, name, parameters)
        assert expected.rows == ask(embedded, name, parameters).rows, (name, parameters)
        assert rows_in_sparql(made, filled_5.store, name, parameters)[1] == list(expected.rows), (name, parameters)


def test_names_sort_by_code_point(filled_5: Filled) -> None:
    rows = [row["company"] for row in ask(filled_5.store, "companies_by_site", {"region": SITE.name})]
    hard = [name for name in rows if name in HARD_TO_SORT]
    assert hard == sorted(HARD_TO_SORT)


def test_5_26_has_nothing_to_complain_of(filled_5: Filled, texts: list[Text]) -> None:
    assert filled_5.complaints + noted(filled_5.server, "", texts) == []


@pytest.mark.parametrize("dialect", ["CYPHER 5 ", "CYPHER 25 "])
def test_2026_answers_the_same_without_complaint(filled_2026: Filled, texts: list[Text], dialect: str) -> None:
    assert filled_2026.complaints == []
    for (cypher, _, expected), (rows, notes) in zip(texts, run(filled_2026.server, dialect, texts), strict=True):
        assert (in_any_order(rows), notes) == (in_any_order(expected), []), cypher
        assert rows == expected or "ORDER BY" not in cypher, cypher


@pytest.mark.parametrize(
    "server",
    [
        pytest.param("filled_5", marks=pytest.mark.xdist_group("neo4j_5")),
        pytest.param("filled_2026", marks=pytest.mark.xdist_group("neo4j_2026")),
    ],
)
def test_the_full_text_search_has_nothing_to_complain_of(request: pytest.FixtureRequest, server: str) -> None:
    filled: Filled = request.getfixturevalue(server)
    recording = Recording(filled.store)
    for key in ("三都", "abc"):
        assert type(filled.store).named_like(recording, key)  # type: ignore[arg-type]
    assert noted(filled.server, "", list(recording.texts.values())) == []


# What a question goes through that is not narrowed: these are token indexes, and every row is wanted.
SCANS = (
    "NodeByLabelScan",
    "UnionNodeByLabelsScan",
    "DirectedRelationshipTypeScan",
    "DirectedUnionRelationshipTypesScan",
)
# No index leads to them: divisions by the beginning of any of their names, facts by one of their passages.
WITHOUT_INDEX = ("left(one, 2) IN pairs", "any(one IN r.passages WHERE one IN ids)")


def plan(session: neo4j.Session, cypher: str, parameters: dict[str, Any]) -> list[tuple[str, str]]:
    """The operators of a query with their details."""
    found: list[tuple[str, str]] = []
    left = [session.run(f"EXPLAIN {cypher}", parameters).consume().plan]
    while left:
        step: dict[str, Any] = left.pop()  # type: ignore[assignment]
        found.append((step["operatorType"].partition("@")[0], str(step["args"].get("Details", ""))))
        left += step.get("children", [])
    return found


def test_what_is_looked_up_is_found_by_index(filled_5: Filled, texts: list[Text]) -> None:
    whole = {one.text for one in catalogue().values()}
    counting = [cypher for cypher, parameters, _ in texts if not parameters]  # status, export: everything is wanted
    with filled_5.server.driver() as driver, driver.session() as session:
        session.run("CALL db.prepareForReplanning(60)").consume()  # by what the indexes hold, not by what they held
        for cypher, parameters in {cypher: parameters for cypher, parameters, _ in texts}.items():
            operators = plan(session, cypher, parameters)
            names = {name for name, _ in operators}
            assert not names & {"AllNodesScan", "CartesianProduct", "ValueHashJoin"}, cypher
            scans = [(name, what) for name, what in operators if name.endswith("Scan")]
            if cypher in whole or cypher in counting or any(words in cypher for words in WITHOUT_INDEX):
                assert {name for name, _ in scans} <= {*SCANS, "NodeIndexScan"}, cypher
            else:
                assert scans == [] and any("Seek" in name for name in names), cypher
        for name, index in (
            ("articles", "Article(work)"),
            ("sites", "Region(id)"),
            ("companies_by_site", "Region(id)"),
        ):
            asked = question(name)
            for cypher in (asked.text, *asked.starts.values()):
                values = {f"{one.name}{end}": [] if end else "" for one in asked.parameters for end in ("", "_ids")}
                operators = plan(session, cypher, values)
                assert any("Seek" in operator and index in what for operator, what in operators), cypher
