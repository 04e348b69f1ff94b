"""The bulk export: imported by the real neo4j-admin, and compared with the same graph loaded over Bolt."""

import gzip
import hashlib
import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

import pyarrow
import pytest
from graph_samples import FIRM, PARK, SANDU, SITE, Page, first_page, second_page, third_page
from neo4j_server import Server, classpath, java, server_of
from seeds_read import seeds

import graph.pages
from duikou.cli import main
from graph.arrow import arrow_table
from graph.errors import StoreError, UsageError
from graph.model import Entity, Extraction
from graph.neo4j_admin import export_neo4j_admin
from graph.neo4j_csv import csv_of, texts
from graph.schema import schema
from graph.store import Store, open_store
from graph.tables import Columns

QUICK = "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC"
Everything = tuple[list[str], list[str]]


@pytest.fixture(scope="module")
def extractions() -> list[Extraction]:
    """What the seeds say, and hard texts."""
    return [*seeds(), *hard_pages(long=5_000_000)]


def hard_pages(long: int) -> list[Extraction]:
    """Texts, names and figures that a CSV file or its reader may change."""
    nasty = '甲"乙"，丙,丁;戊\n己\r\n庚\r辛\\壬\\"癸\'\t \x00\x1f|𠀀\u2028\ue000 \\'
    page = Page(
        f"平桥社区位于三都县{nasty}。\n" + "字" * (long // 3) + "\n", name='it\'s {odd}, "$name";\n', title=nasty
    )
    odd = Entity(SITE.id, "RelocationSite", SITE.name, (nasty, 'say "hi"', " a ", "\\"), region=SANDU.id)
    page.fact("LOCATED_IN", odd, SANDU, f"平桥社区位于三都县{nasty}")
    page.reject("MOVED_INTO", Entity("company:0", "Company", nasty), odd, "平桥社区位于三都县")
    figures = Page("三都云织制衣有限公司有员工0.1人。\n平桥就业园建在平桥社区\n", name=" ", title="")
    for number, value in enumerate((0.1, 1e23, 5e-324, 1.7976931348623157e308, 123456789012345.67, float("inf"))):
        raw, quote = "0.1人", "三都云织制衣有限公司有员工0.1人"
        made = figures.figure(FIRM, "employees", raw, 0.1, "人", quote, group=f"组{number}")
        figures.extraction.observations[-1] = replace(made, value=value, minimum=-value)
    figures.fact("LOCATED_IN", PARK, SITE, "平桥就业园建在平桥社区")
    return [page.extraction, figures.extraction, first_page().extraction, second_page().extraction]


def embedded(path: Path, extractions: Sequence[Extraction]) -> Path:
    with open_store(path) as store:
        for extraction in extractions:
            store.write(extraction)
    return path


def exported(location: Path | str, folder: Path) -> Path:
    with open_store(location, read_only=True) as store:
        export_neo4j_admin(store, folder)
    return folder


def contents(folder: Path) -> dict[str, str]:
    """A hash of every file."""
    files = (path for path in folder.rglob("*") if path.is_file())
    return {str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}


# the import, on real servers


@contextmanager
def imported(version: str, folder: Path, home: Path, *, constraints: bool = True) -> Iterator[Server]:
    """A server whose database was made by import.sh and constraints.cypher."""
    server = server_of(version, home)
    server.prepare()
    (home / "bin").mkdir()
    command = f'{java(version)} {QUICK} -cp "{classpath(version)}" org.neo4j.server.startup.Neo4jAdminCommand "$@"'
    (home / "bin/neo4j-admin").write_text(f'#!/bin/sh\nNEO4J_CONF="$NEO4J_HOME/conf" exec {command}\n')
    (home / "bin/neo4j-admin").chmod(0o755)
    opened = "--add-opens=java.base/java.nio=ALL-UNNAMED"  # as the neo4j.conf of a real installation has it
    environment = os.environ | {"NEO4J_HOME": str(home), "JAVA_OPTS": f"{QUICK} {opened}"}
    run = subprocess.run(["sh", str(folder / "import.sh")], env=environment, capture_output=True, text=True)
    assert run.returncode == 0, run.stdout + run.stderr
    server.start()
    try:
        if constraints:
            run_constraints(server, folder)
        yield server
    finally:
        server.kill()


def run_constraints(server: Server, folder: Path) -> None:
    """As cypher-shell does: one statement after the other, each a transaction of its own."""
    with server.driver() as driver, driver.session() as session:
        for statement in (folder / "constraints.cypher").read_text(encoding="utf-8").split(";\n"):
            if statement:
                session.run(statement).consume()


def everything(server: Server) -> Everything:
    """All nodes with their labels and all relationships with their ends, with every property, but for the counter."""
    with server.driver() as driver, driver.session() as session:
        nodes = session.run("MATCH (n) WHERE NOT coalesce(n.name = 'writes' AND n:Meta, false) RETURN labels(n), n")
        found = [written(sorted(labels), told(dict(node))) for labels, node in nodes]
        links = session.run("MATCH (a)-[r]->(b) RETURN a.id, type(r), b.id, r")
        return sorted(found), sorted(written([a, kind, b], dict(link)) for a, kind, b, link in links)


def told(properties: dict[str, Any]) -> dict[str, Any]:
    """Without what a load notes beside a document, to replace it when its file changes."""
    return {name: value for name, value in properties.items() if name not in ("files", "things", "given")}


def written(place: list[str], properties: Mapping[str, Any]) -> str:
    long = {k: hashlib.sha256(v.encode()).hexdigest() if len(str(v)) > 10**6 else v for k, v in properties.items()}
    return json.dumps([place, long], sort_keys=True, ensure_ascii=False)  # a float by its shortest exact form


def login(server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DUIKOU_NEO4J_USERNAME", server.username)
    monkeypatch.setenv("DUIKOU_NEO4J_PASSWORD", server.password)


def rules(server: Server) -> set[tuple[str, ...]]:
    with server.driver() as driver, driver.session() as session:
        rows = session.run("SHOW INDEXES YIELD name, type, state, labelsOrTypes, properties")
        return {tuple(map(str, row.values())) for row in rows}


@pytest.mark.usefixtures("neo4j_login")
def test_the_import_gives_the_graph_that_a_load_gives(
    extractions: list[Extraction],
    neo4j_5: Server,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setattr(graph.pages, "_ROWS", 100)  # many pages
    neo4j_5.wipe()
    with open_store(neo4j_5.uri) as store:
        for extraction in extractions:
            store.write(extraction)
        statements = list(store.statements())
    loaded = everything(neo4j_5)
    assert len(loaded[0]) > 500 and len(loaded[1]) > 500
    location = embedded(tmp_path / "a.lbug", extractions)
    folder = exported(location, tmp_path / "graph")
    assert contents(exported(neo4j_5.uri, tmp_path / "again")) == contents(folder)

    with imported("5", folder, tmp_path / "home") as server:
        assert everything(server) == loaded
        assert rules(server) == rules(neo4j_5)
        login(server, monkeypatch)
        answers = [asked(capsys, "--store", one) for one in (server.uri, str(location))]
        assert answers[0] == answers[1] and len(answers[0].splitlines()) > 3
        with open_store(server.uri) as store:  # nothing is left to be set up, and what was imported is known
            assert list(store.statements()) == statements
            for extraction in extractions:
                store.write(extraction)
            assert everything(server) == loaded
            store.write(third_page().extraction)
            assert len(everything(server)[0]) > len(loaded[0])


def asked(capsys: pytest.CaptureFixture[str], *options: str) -> str:
    with pytest.raises(SystemExit) as stopped:
        main(["ask", "companies_by_site", "--format", "jsonl", *options])
    assert not stopped.value.code
    return capsys.readouterr().out


def test_neo4j_2026_imports_it_and_duikou_completes_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pages = hard_pages(long=100)
    folder = exported(embedded(tmp_path / "a.lbug", pages), tmp_path / "graph")
    with imported("2026", folder, tmp_path / "home", constraints=False) as server:
        login(server, monkeypatch)
        with pytest.raises(
            StoreError, match=r"imported by neo4j-admin and has no constraints yet.*constraints\.cypher"
        ):
            open_store(server.uri, read_only=True)
        open_store(server.uri).close()  # to write: it makes the constraints itself
        completed, made = everything(server), rules(server)
        run_constraints(server, folder)
        assert (everything(server), rules(server)) == (completed, made)
        server.wipe()
        with open_store(server.uri) as store:
            for page in pages:
                store.write(page)
        assert everything(server) == completed and rules(server) == made


# the files


def test_the_same_graph_gives_the_same_bytes(tmp_path: Path) -> None:
    pages = [first_page().extraction, second_page().extraction, third_page().extraction]
    first = exported(embedded(tmp_path / "a.lbug", pages), tmp_path / "one")
    other = exported(embedded(tmp_path / "b.lbug", pages[::-1]), tmp_path / "other")
    assert contents(first) == contents(other)
    assert set(contents(first)) > {"import.sh", "import.args", "constraints.cypher", "nodes/Company.header.csv"}


@pytest.mark.parametrize("rows", [1, 2, 7])
def test_pages_of_any_size_give_the_same_bytes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, rows: int) -> None:
    location = embedded(tmp_path / "a.lbug", [first_page().extraction, second_page().extraction])
    whole = exported(location, tmp_path / "whole")
    monkeypatch.setattr(graph.pages, "_ROWS", rows)
    monkeypatch.setattr(graph.pages, "_MARK_EACH", 2)
    assert contents(exported(location, tmp_path / "paged")) == contents(whole)


def test_what_stands_in_the_files(tmp_path: Path) -> None:
    folder = exported(embedded(tmp_path / "a.lbug", [first_page().extraction]), tmp_path / "graph")
    assert lines(folder / "nodes/Company.header.csv") == [
        "id:ID(graph),label:string,name:string,aliases:string[],names:string[],keys:string[],code:string,region:string"
    ]
    assert f'"{FIRM.id}","Company","三都云织制衣有限公司","云织制衣",' in "\n".join(rows_of(folder / "nodes/Company"))
    (since,) = (row for row in rows_of(folder / "relationships/MOVED_INTO") if f'"{FIRM.id}","{PARK.id}"' in row)
    assert since.endswith(',,"2022-04"')
    arguments = lines(folder / "import.args")
    assert "--array-delimiter=U+001F" in arguments and "--read-buffer-size=4194304" in arguments
    assert "--nodes=Company:Entity=nodes/Company.header.csv,nodes/Company.csv.gz" in arguments
    assert "--multiline-fields=nodes/Document.csv.gz" in arguments
    assert not (folder / "nodes/Programme.csv.gz").exists()
    named = {name for line in arguments for name in re.findall(r"[\w/.]+\.csv(?:\.gz)?", line)}
    assert named == {name for name in contents(folder) if "/" in name}
    assert rows_of(folder / "nodes/Meta") == [f'"schema","{schema().version}"']
    words = "".join((folder / name).read_text(encoding="utf-8") for name in ("import.sh", "constraints.cypher"))
    assert "--password" not in words and " -p" not in words


def lines(path: Path) -> list[str]:
    return path.read_text(encoding="utf-8").splitlines()


def rows_of(path: Path) -> list[str]:
    return gzip.decompress(path.with_name(path.name + ".csv.gz").read_bytes()).decode().splitlines()


def test_a_list_with_the_delimiter_takes_another(tmp_path: Path) -> None:
    page = Page("平桥社区位于三都县。\n")
    page.fact("LOCATED_IN", Entity(SITE.id, "RelocationSite", SITE.name, ("a\x1fb\x1e",)), SANDU, "平桥社区位于三都县")
    folder = exported(embedded(tmp_path / "a.lbug", [page.extraction]), tmp_path / "graph")
    assert "--array-delimiter=U+001D" in lines(folder / "import.args")
    assert not (tmp_path / "graph.part").exists()


def test_numbers_are_written_exactly() -> None:
    values = [0.1, 1e23, -0.0, float("-inf"), float("nan"), 5e-324, None]
    rows = [[value, None] for value in values] + [[None, -(2**63)]]
    table = arrow_table({"a": "number", "b": "integer"}, rows)
    assert csv_of(texts(table, ";")).decode().splitlines() == [
        '"0.1",',
        '"1e+23",',
        '"-0",',
        '"-Infinity",',
        '"NaN",',
        '"5e-324",',
        ",",
        ',"-9223372036854775808"',
    ]


# the folder


def test_an_earlier_export_is_replaced_and_nothing_else(tmp_path: Path) -> None:
    location = embedded(tmp_path / "a.lbug", [first_page().extraction])
    folder = exported(location, tmp_path / "graph")
    (folder / "nodes" / "old.csv").touch()
    first = contents(folder)
    assert contents(exported(location, folder)) == {k: v for k, v in first.items() if k != "nodes/old.csv"}
    (tmp_path / "empty").mkdir()
    exported(location, tmp_path / "empty")
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "letter.txt").write_text("dear", encoding="utf-8")
    with pytest.raises(UsageError, match="mine: this folder holds something else"):
        exported(location, tmp_path / "mine")
    (tmp_path / "other.part").mkdir()
    (tmp_path / "other.part" / "letter.txt").touch()
    with pytest.raises(UsageError, match=r"other\.part: this folder holds something else"):
        exported(location, tmp_path / "other")
    with pytest.raises(UsageError, match="this is a file"):
        exported(location, location)
    with pytest.raises(UsageError, match="does not exist; make it first"):
        exported(location, tmp_path / "no" / "such")
    assert contents(tmp_path / "mine") == {"letter.txt": hashlib.sha256(b"dear").hexdigest()}


def test_a_failed_export_leaves_what_was_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    location = embedded(tmp_path / "a.lbug", [first_page().extraction])
    folder = exported(location, tmp_path / "graph")
    before = contents(folder)

    def broken(*_: object) -> str:
        raise OSError("the disk is full")

    with monkeypatch.context() as patch:
        patch.setattr("graph.neo4j_admin._arguments", broken)
        with pytest.raises(OSError, match="the disk is full"):
            exported(location, folder)
    assert contents(folder) == before and not (tmp_path / "graph.part").exists()


def test_a_store_that_is_written_meanwhile_is_refused(tmp_path: Path) -> None:
    class Growing:
        """A store to which a company is added after it was counted."""

        def __init__(self, store: Store) -> None:
            self._store = store
            self.location = store.location

        def query(self, cypher: str, parameters: dict[str, Any]) -> tuple[list[str], list[list[Any]]]:
            return self._store.query(cypher, parameters)

        def table(self, cypher: str, parameters: dict[str, Any], columns: Columns) -> pyarrow.Table:
            page = self._store.table(cypher, parameters, columns)
            return pyarrow.concat_tables([page, page[-1:]]) if "MATCH (n:Company)" in cypher else page

    location = embedded(tmp_path / "a.lbug", [first_page().extraction])
    with (
        open_store(location, read_only=True) as store,
        pytest.raises(StoreError, match="was written while it was read"),
    ):
        export_neo4j_admin(Growing(store), tmp_path / "graph")  # type: ignore[arg-type]
    assert not (tmp_path / "graph").exists()


def test_a_list_that_csv_cannot_say_is_told(tmp_path: Path) -> None:
    with open_store(embedded(tmp_path / "a.lbug", [first_page().extraction])) as store:
        store.query("MATCH (n:Company) SET n.keys = ['']")
        with pytest.raises(StoreError, match="a Company has a list of one empty text"):
            export_neo4j_admin(store, tmp_path / "graph")


def test_without_pyarrow_it_says_how_to_install_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    location = embedded(tmp_path / "a.lbug", [first_page().extraction])
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with pytest.raises(UsageError, match=r'needs pyarrow; install it with: pip install "duikou\[bulk\]"'):
        exported(location, tmp_path / "graph")
    assert not (tmp_path / "graph").exists()


def test_the_command_tells_what_to_type(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    location = str(embedded(tmp_path / "a.lbug", [first_page().extraction]))
    folder = tmp_path / "graph"
    with pytest.raises(SystemExit) as stopped:
        main(["export", "neo4j-admin", str(folder), "--store", location, "--lang", "en"])
    out, err = capsys.readouterr()
    assert (stopped.value.code or 0, err) == (0, "")
    assert "neo4j-admin database import full neo4j @import.args" in out
    assert "cypher-shell --username neo4j --file constraints.cypher" in out
    assert "neo4j-admin database import full neo4j @import.args" in (folder / "import.sh").read_text(encoding="utf-8")
    for wrong in ([], [str(folder), "--output", str(folder)]):
        with pytest.raises(SystemExit) as stopped:
            main(["export", "neo4j-admin", *wrong, "--store", location])
        assert stopped.value.code == 2
