"""The canned questions in SPARQL: the rows of the Cypher, over the export of LadybugDB, and in Apache Jena."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from jena import Jena
from questions_asked import ASKED, loaded, pages, rows_in_sparql
from seeds_read import seeds

from graph.model import Extraction
from graph.rdf_write import write_rdf
from graph.store import Store, open_store
from queries.ask import ask
from queries.catalogue import catalogue, question
from queries.sparql import ask_sparql
from queries.sparql_text import header, refuse, twin

ROOT = Path(__file__).parent.parent
FORMATS = ("ttl", "nt", "nq", "trig", "jsonld", "rdfxml")
IN_JENA = ("companies_by_site", "disagreements", "money", "sites", "articles", "between", "newest")


@pytest.fixture(scope="module")
def extractions() -> list[Extraction]:
    """The pages and the project's own articles."""
    return [*pages(), *seeds()]


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory, extractions: list[Extraction]) -> Iterator[Store]:
    path = tmp_path_factory.mktemp("twins") / "a.lbug"
    with open_store(path) as opened:
        for extraction in extractions:
            opened.write(extraction)
    with open_store(path, read_only=True) as opened:
        yield opened


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("exports")


def exported(store: Store, folder: Path, name: str) -> Path:
    """The store in a format, written once."""
    path = folder / f"export.{'rdf' if name == 'rdfxml' else name}"
    if not path.exists():
        with path.open("w", encoding="utf-8", newline="\n") as stream:
            write_rdf(store, stream, name)
    return path


@pytest.fixture(scope="module")
def data(store: Store, folder: Path) -> object:
    return loaded(exported(store, folder, "nt"))


def test_every_question_has_a_twin_with_the_same_header() -> None:
    files = {path.stem: path.suffix for path in (ROOT / "queries").glob("*.rq")}
    assert set(files) == set(catalogue())
    for name, asked in catalogue().items():
        twice = header(twin(name))
        assert twice is not None
        assert (twice.zh, twice.en, twice.parameters, twice.columns) == (
            asked.zh,
            asked.en,
            asked.parameters,
            asked.columns,
        )


@pytest.mark.parametrize("name", list(catalogue()))
def test_every_parameter_of_a_twin_has_its_place(name: str) -> None:
    text, asked = twin(name), question(name)
    found = re.findall(r"VALUES \$(\w+) \{ UNDEF \}", text)
    known = {f"given_{one.name}" for one in asked.parameters} | {
        f"{one.name}_ids" for one in asked.parameters if one.kind in ("place", "name")
    }
    assert set(found) <= known and len(found) == len(set(found))
    for one in asked.parameters:
        assert {f"given_{one.name}", f"{one.name}_ids"} & set(found), one.name
    refuse(text)


@pytest.mark.parametrize(("name", "parameters"), ASKED)
def test_sparql_gives_the_rows_of_cypher(data: object, store: Store, name: str, parameters: dict[str, str]) -> None:
    expected = ask(store, name, parameters)
    columns, rows = rows_in_sparql(data, store, name, parameters)
    assert tuple(columns) == expected.columns
    assert rows == list(expected.rows)
    assert len(rows) > 0


def test_a_name_that_nothing_has_gives_no_rows(data: object, store: Store) -> None:
    for name, asked in catalogue().items():
        for one in asked.parameters:
            if one.kind in ("place", "name"):
                given = {one.name: "没有这个名字"}
                assert rows_in_sparql(data, store, name, given)[1] == list(ask(store, name, given).rows) == []


def test_the_command_s_process_gives_the_same_answer(store: Store) -> None:
    given = {"region": "三都", "company": "制衣"}
    assert ask_sparql(store, "companies_by_site", given, timeout=60) == ask(store, "companies_by_site", given)


def test_jena_reads_every_format(jena: Jena, tmp_path: Path) -> None:
    with open_store(tmp_path / "pages.lbug") as opened:
        for extraction in pages():
            opened.write(extraction)
        paths = [exported(opened, tmp_path, name) for name in FORMATS]
    assert jena.validate(*paths) == ""
    lines = set((tmp_path / "export.nt").read_text(encoding="utf-8").splitlines())
    assert jena.triples(*paths) == [len(lines)] * len(FORMATS)


@pytest.mark.parametrize("name", IN_JENA)
def test_twins_run_in_jena_as_they_stand(jena: Jena, store: Store, folder: Path, name: str) -> None:
    rows = jena.select(exported(store, folder, "nt"), ROOT / "queries" / f"{name}.rq")
    expected = ask(store, name).rows
    assert len(rows) > 0
    # Java compares strings by UTF-16: the order of names beyond the first plane of Unicode is another one.
    assert sorted(map(repr, rows)) == sorted(map(repr, expected))
