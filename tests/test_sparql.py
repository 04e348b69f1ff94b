"""`duikou sparql`: queries over the export, what they must not do, and that they end."""

from __future__ import annotations

import io
import json
import sys
import time
from pathlib import Path

import pytest
from graph_samples import SITE, first_page, second_page

from duikou.cli import main
from graph.errors import StoreError, UsageError
from graph.store import open_store
from queries.sparql import sparql
from queries.sparql_text import filled, header, refuse

PREFIXES = (
    "PREFIX dk: <https://duikou.example/vocabulary#>\nPREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>\n"
    "PREFIX dcterms: <http://purl.org/dc/terms/>\n"
)
SLOW = "SELECT (COUNT(*) AS ?n) WHERE { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }"


@pytest.fixture
def location(tmp_path: Path) -> str:
    path = str(tmp_path / "duikou.lbug")
    with open_store(path) as opened:
        for page in (first_page(), second_page()):
            opened.write(page.extraction)
    return path


def run(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    with pytest.raises(SystemExit) as stopped:
        main(["sparql", *arguments])
    out, err = capsys.readouterr()
    return int(stopped.value.code or 0), out, err


def rows(location: str, text: str, **parameters: str) -> list[dict[str, object]]:
    with open_store(location, read_only=True) as store:
        return list(sparql(store, text, parameters, timeout=60).rows)


def test_select_gives_rows_with_numbers_as_numbers(location: str) -> None:
    text = (
        PREFIXES + "SELECT ?v ?none WHERE { ?o a dk:Observation ; dk:value ?v OPTIONAL { ?o dk:no ?none } } ORDER BY ?v"
    )
    assert rows(location, text) == [{"v": 32, "none": None}, {"v": 60, "none": None}, {"v": 1800, "none": None}]


def test_ask_construct_and_describe_are_answered(location: str) -> None:
    assert rows(location, PREFIXES + "ASK { ?s a dk:RelocationSite }") == [{"answer": True}]
    made = rows(location, PREFIXES + "CONSTRUCT { ?s rdfs:label ?n } WHERE { ?s a dk:RelocationSite ; rdfs:label ?n }")
    assert [(row["predicate"], row["object"]) for row in made] == [
        ("http://www.w3.org/2000/01/rdf-schema#label", SITE.name)
    ]
    told = rows(location, PREFIXES + f'DESCRIBE ?s WHERE {{ ?s dcterms:identifier "{SITE.id}" }}')
    assert SITE.name in [row["object"] for row in told]


@pytest.mark.parametrize(
    "text",
    [
        "SELECT * { SERVICE <http://example.org/sparql> { ?s ?p ?o } }",
        "SELECT * { service silent ?where { ?s ?p ?o } }",
        "SELECT * { ?s ?p 1SERVICE#>\n<http://example.org/> { ?a ?b ?c } }",
        "PREFIX x: <http://example.org/> SELECT * { ?s ?p ?o .SERVICE x:a { ?s ?p ?o } }",
        "SELECT * { \\u0053ERVICE <http://example.org/sparql> { ?s ?p ?o } }",
        "SELECT * { ?s ?p ?o FILTER(?s<?o)SERVICE#>\n<http://example.org/> { ?s ?p ?o } }",
        "SELECT * FROM <http://example.org/data.ttl> { ?s ?p ?o }",
        "SELECT * FROM NAMED <http://example.org/data.ttl> { ?s ?p ?o }",
    ],
)
def test_what_lies_elsewhere_is_refused(text: str) -> None:
    with pytest.raises(UsageError, match=r"SERVICE|FROM"):
        refuse(text)


@pytest.mark.parametrize(
    "text",
    [
        "SELECT ?service ?from { ?service <http://example.org/service> ?from }",
        'SELECT * { ?s ?p "the from of a service" }',
        "PREFIX schema: <https://schema.org/> SELECT * { ?s schema:service ?o ; schema:from ?x }",
    ],
)
def test_the_same_words_elsewhere_are_let_through(text: str) -> None:
    refuse(text)


@pytest.mark.parametrize(
    "text",
    [
        "DELETE WHERE { ?s ?p ?o }",
        "INSERT DATA { <http://a/> <http://b/> <http://c/> }",
        "LOAD <http://example.org/data.ttl>",
        "DROP ALL",
        "SELECT WHERE",
    ],
)
def test_what_is_no_question_is_not_understood(location: str, text: str) -> None:
    with pytest.raises(UsageError, match=r"my\.rq: the query is not understood"), open_store(location) as store:
        sparql(store, text, timeout=60, file="my.rq")


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no limit of open files to set")
def test_the_evaluating_process_has_no_network(location: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("queries.sparql.refuse", lambda text: None)
    with pytest.raises(UsageError, match="query is not understood"):
        rows(location, "SELECT * { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }")


def test_a_query_that_takes_too_long_is_stopped(location: str) -> None:
    start = time.monotonic()
    with pytest.raises(StoreError, match="no answer within 1 seconds"), open_store(location) as store:
        sparql(store, SLOW, timeout=1)
    assert time.monotonic() - start < 60


def test_values_are_literals_and_never_query(location: str) -> None:
    text = "PREFIX dk: <https://duikou.example/vocabulary#> SELECT ?d { VALUES $given_x { UNDEF } ?d dk:name $given_x }"
    nasty = 'a" } ?d dk:name ?any . VALUES ?z { "b'
    assert rows(location, filled(text, {"given_x": [nasty]})) == []
    assert len(rows(location, filled(text, {"given_x": ["first", "second"]}))) == 2
    assert len(rows(location, filled(text, {"given_x": []}))) == 0
    assert len(rows(location, filled(text, {}))) == 2


def test_a_file_with_a_header_takes_parameters(location: str) -> None:
    text = (
        '# name: mine\n# zh: 问\n# en: ask\n# param: region place "三都" 地区 | region\n# columns: site 点, proof\n'
        + PREFIXES
        + "SELECT ?site ?proof { VALUES $region_ids { UNDEF }\n"
        "?s a dk:RelocationSite ; rdfs:label ?site ; dcterms:identifier $region_ids, ?proof }"
    )
    assert header(text) is not None and header("SELECT * {}") is None
    assert rows(location, text, region="三都县") == [{"site": SITE.name, "proof": SITE.id}]
    assert rows(location, text, region="临夏") == []
    with pytest.raises(UsageError, match="mine takes no place; it takes region"):
        rows(location, text, place="三都")
    with pytest.raises(UsageError, match="has no header that says what it takes; leave out --region"):
        rows(location, "ASK {}", region="三都")


def test_the_command_takes_a_question_a_file_or_standard_input(
    capsys: pytest.CaptureFixture[str], location: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    code, out, err = run(capsys, "companies_by_site", "--region", "三都", "--store", location)
    assert (code, err) == (0, "")
    assert [json.loads(line)["site"] for line in out.splitlines()] == [SITE.name, SITE.name]
    file = tmp_path / "mine.rq"
    file.write_text(PREFIXES + "SELECT ?n { ?s a dk:RelocationSite ; rdfs:label ?n }", encoding="utf-8")
    assert run(capsys, str(file), "--store", location, "--format", "csv") == (0, f"n\n{SITE.name}\n", "")
    assert SITE.name in run(capsys, str(file), "--store", location, "--format", "table")[1]
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(file.read_bytes())))
    assert run(capsys, "-", "--store", location, "--format", "csv")[1] == f"n\n{SITE.name}\n"
    out = run(capsys, "sites", "--store", location, "--format", "table", "--lang", "zh")[1]
    assert "有哪些安置点" in out and SITE.name in out and "site:" not in out


def test_what_is_wrong_is_told_in_one_line(capsys: pytest.CaptureFixture[str], location: str, tmp_path: Path) -> None:
    wrong = tmp_path / "wrong.rq"
    wrong.write_bytes("SELECT * { ?s ?p '三都' }".encode("gb18030"))
    for arguments, words in (
        ([], "name a file, - for standard input, or a question: article_says"),
        (["no.rq"], "no.rq: there is no such file and no such question"),
        ([str(wrong)], "this is not UTF-8"),
        (["sites", "--place", "x"], "sites takes no place; it takes region"),
    ):
        code, out, err = run(capsys, *arguments, "--store", location)
        assert (code, out) == (2, "") and words in err and err.count("\n") == 1
    code, out, err = run(capsys, "sites", "--region", "临夏州", "--store", location)
    assert (code, out) == (0, "") and "knows nothing called 临夏州" in err
