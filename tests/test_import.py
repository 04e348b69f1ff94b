"""Import: an export read back gives the same bytes; what its texts do not prove is refused, and nothing is written."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest
import rdflib
from graph_samples import Page, first_page, reprint_page, second_page, third_page
from neo4j_server import Server
from test_rdf_export import hard_page

import duikou
from duikou.cli import main
from graph.errors import DuikouError, ReadError, StoreVersionError
from graph.export import write_jsonl
from graph.rdf_terms import RdfFormat
from graph.rdf_write import write_rdf
from graph.restore import import_file
from graph.schema import schema
from graph.store import Store, open_store
from loaders.build import extract_document
from loaders.read import read

SEEDS = Path(__file__).parent.parent / "seeds" / "articles"
DOCUMENTS = Path(__file__).parent.parent / "../shared/documents"
FORMATS = [*RdfFormat, "jsonl"]
PAGES = (first_page, second_page, reprint_page, third_page, hard_page)


def export(store: Store, folder: Path, format: str, name: str = "graph") -> Path:
    path = folder / f"{name}.{format}"
    with path.open("w", encoding="utf-8", newline="\n") as stream:
        if format == "jsonl":
            write_jsonl(store, stream)
        else:
            write_rdf(store, stream, format)
    return path


def loaded(folder: Path, pages: tuple[Callable[[], Page], ...] = PAGES, name: str = "a") -> Path:
    with open_store(folder / f"{name}.lbug") as store:
        for make in pages:
            store.write(make().extraction)
    return folder / f"{name}.lbug"


def exports(location: Path | str, folder: Path, name: str) -> dict[str, bytes]:
    with open_store(location, read_only=True) as store:
        return {format: export(store, folder, format, name).read_bytes() for format in FORMATS}


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[str, bytes]]:
    """A folder with a store, and what it exports in every form."""
    folder = tmp_path_factory.mktemp("whole")
    return folder, exports(loaded(folder), folder, "graph")


@pytest.mark.parametrize("format", FORMATS)
def test_an_export_read_back_exports_the_same_bytes(
    whole: tuple[Path, dict[str, bytes]], tmp_path: Path, format: str
) -> None:
    folder, before = whole
    with open_store(tmp_path / "b.lbug") as store:
        held = import_file(store, folder / f"graph.{format}")
    assert (held.documents, held.articles) == (5, 5) and held.facts > 15 and held.rejects == 1
    assert exports(tmp_path / "b.lbug", tmp_path, "again") == before


def real_documents() -> list[Path]:
    return [*sorted(SEEDS.iterdir()), *(sorted(DOCUMENTS.iterdir()) if DOCUMENTS.exists() else [])]


def test_real_documents_come_back_whole(tmp_path: Path) -> None:
    with open_store(tmp_path / "a.lbug") as store:
        for path in real_documents():
            store.write(extract_document(read(str(path))))
    before = exports(tmp_path / "a.lbug", tmp_path, "before")
    for format in ("ttl", "jsonl"):
        with open_store(tmp_path / f"{format}.lbug") as store:
            held = import_file(store, tmp_path / f"before.{format}")
        assert held.facts > 100
        assert exports(tmp_path / f"{format}.lbug", tmp_path, format) == before


def test_importing_again_or_loading_the_same_documents_changes_nothing(
    whole: tuple[Path, dict[str, bytes]], tmp_path: Path
) -> None:
    folder, before = whole
    with open_store(tmp_path / "b.lbug") as store:
        for _ in range(2):
            import_file(store, folder / "graph.ttl")
        for make in PAGES:
            store.write(make().extraction)
    assert exports(tmp_path / "b.lbug", tmp_path, "again") == before


@pytest.mark.parametrize("first", [0, 1, 3])
def test_an_import_joins_what_the_store_holds(whole: tuple[Path, dict[str, bytes]], tmp_path: Path, first: int) -> None:
    folder, before = whole
    with open_store(loaded(tmp_path, (PAGES[first],))) as store:
        import_file(store, folder / "graph.nt")
    assert exports(tmp_path / "a.lbug", tmp_path, "again") == before


def test_an_import_into_neo4j_gives_the_same_bytes(
    whole: tuple[Path, dict[str, bytes]], tmp_path: Path, neo4j_5: Server, neo4j_login: None
) -> None:
    folder, before = whole
    neo4j_5.empty()
    with open_store(neo4j_5.uri) as store:
        import_file(store, folder / "graph.ttl")
    assert exports(neo4j_5.uri, tmp_path, "again") == before


def test_what_another_program_wrote_anew_is_read(whole: tuple[Path, dict[str, bytes]], tmp_path: Path) -> None:
    folder, before = whole
    graph = rdflib.Graph().parse(folder / "graph.ttl")
    graph.serialize(tmp_path / "other.rdf", format="xml", encoding="utf-8")
    with open_store(tmp_path / "b.lbug") as store:
        import_file(store, tmp_path / "other.rdf")
    assert exports(tmp_path / "b.lbug", tmp_path, "again") == before


def refused(path: Path, folder: Path, kind: type[DuikouError] = ReadError) -> str:
    """The one line of the refusal; the store stays empty."""
    with open_store(folder / "refused.lbug") as store:
        with pytest.raises(kind) as told:
            import_file(store, path)
        assert store.documents() == []
    said = str(told.value)
    assert said.startswith(f"{path}: ") and "\n" not in said
    return said


CHANGES = {
    "a quote is not to the letter": ('oa:exact "平桥就业园建在', 'oa:exact "平桥就业园建于', "does not stand at"),
    "a text was changed": ("平桥就业园建在平桥社区，2022年", "平桥就业园建在平桥社区，2021年", "does not stand at"),
    "a position is off": ('oa:end "', 'oa:end "1', "does not stand at"),
    "a number is another": ("dk:value 1800.0", "dk:value 1900.0", "'1800户' reads as 1800, not 1900"),
    "an amount is another": ("dk:amount 200000.0", "dk:amount 300000.0", "(and 1 others)"),
    "a figure has two values": ("dk:value 1800.0", "dk:value 1800.0, 1900.0", "dk:value has 2 values"),
    "an indicator is unknown": ("dk:indicator dk:indicator-households", "dk:indicator dk:indicator-houses", "houses"),
    "a tier is too good": ("dk:tier dk:tier-inferred", "dk:tier dk:tier-stated", "its tier is stated, with 1 steps"),
    "a name stands nowhere": ('rdfs:label "连一舟"', 'rdfs:label "连二舟"', "连二舟 stands in no quote"),
    "an id belongs to something else": ("document:", "document:0", "dcterms:identifier is document:0"),
    "a relation does not exist": ("rdf:predicate dk:funded", "rdf:predicate dk:owned", "dk:owned is no relation"),
    "the hash of the bytes is another": ('dk:sha256 "', 'dk:sha256 "0', "its id is not that of the bytes 0"),
    "the form is broken": ("dk:amount 200000.0 ;", "dk:amount 200000.0 ,", "this is no ttl"),
    "a class is another": ("a dk:Park, ", "a dk:Person, ", "cannot run from"),
}


@pytest.mark.parametrize("change", CHANGES)
def test_what_was_tampered_with_is_refused(whole: tuple[Path, dict[str, bytes]], tmp_path: Path, change: str) -> None:
    old, new, message = CHANGES[change]
    text = whole[1]["ttl"].decode("utf-8")
    assert old in text
    (tmp_path / "graph.ttl").write_text(text.replace(old, new, 1), encoding="utf-8", newline="\n")
    assert message in refused(tmp_path / "graph.ttl", tmp_path)


def lines(whole: tuple[Path, dict[str, bytes]]) -> list[dict[str, object]]:
    return [json.loads(line) for line in whole[1]["jsonl"].decode("utf-8").splitlines()]


def written(folder: Path, rows: list[dict[str, object]]) -> Path:
    path = folder / "graph.jsonl"
    path.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("kind", "key", "value", "message"),
    [
        ("passage", "quote", "别的话", "its quote is not that of passage:"),
        ("passage", "line", 77, "it does not begin in line 77"),
        ("fact", "relation", "OWNS", "KeyError: 'OWNS'"),
        ("fact", "id", "fact:0", "its id is not that of its relation, ends and key"),
        ("observation", "value", "many", "ValueError: could not convert"),
        ("observation", "unit", "户", "is counted in 人, not 户"),
        ("observation", "raw", "61人", "the figure '61人' stands in no quote"),
        ("entity", "label", "Planet", "Planet is no label of the vocabulary"),
        ("document", "sha256", "00", "its id is not that of the bytes 00"),
        ("fact", "type", "rumour", "ValueError: type rumour"),
        ("article", "document_id", "document:0", "is no part of document:0|which is no article of"),
    ],
)
def test_lines_that_were_tampered_with_are_refused(
    whole: tuple[Path, dict[str, bytes]], tmp_path: Path, kind: str, key: str, value: object, message: str
) -> None:
    rows = lines(whole)
    next(row for row in rows if row["type"] == kind)[key] = value
    assert re.search(message, refused(written(tmp_path, rows), tmp_path))


def test_a_lost_passage_is_missed(whole: tuple[Path, dict[str, bytes]], tmp_path: Path) -> None:
    rows = lines(whole)
    rows.remove(next(row for row in rows if row["type"] == "passage"))
    assert "KeyError" in refused(written(tmp_path, rows), tmp_path)


def test_an_export_without_texts_is_refused(whole: tuple[Path, dict[str, bytes]], tmp_path: Path) -> None:
    with open_store(whole[0] / "a.lbug", read_only=True) as store, (tmp_path / "graph.nt").open("w") as stream:
        write_rdf(store, stream, "nt", texts=False)
    assert "export it again without --no-texts" in refused(tmp_path / "graph.nt", tmp_path)
    rows = [{key: value for key, value in row.items() if key != "text"} for row in lines(whole)]
    assert "export it again without --no-texts" in refused(written(tmp_path, rows), tmp_path)


def test_another_version_of_the_vocabulary_is_refused(whole: tuple[Path, dict[str, bytes]], tmp_path: Path) -> None:
    text = whole[1]["ttl"].decode("utf-8").replace('dk:version "' + str(schema().version) + '"', 'dk:version "0"')
    (tmp_path / "graph.ttl").write_text(text, encoding="utf-8", newline="\n")
    assert "version 0 of the vocabulary" in refused(tmp_path / "graph.ttl", tmp_path, StoreVersionError)


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("graph.docx", "", "its ending tells no format"),
        ("other.ttl", "<https://x.example/a> <https://x.example/b> 1 .", "duikou export rdf did not write this"),
        ("empty.jsonl", "", "it names no document"),
        ("broken.jsonl", "{", "line 1 is no statement"),
        ("broken.nt", "<a", "this is no nt"),
    ],
)
def test_what_is_no_export_is_told(tmp_path: Path, name: str, content: str, message: str) -> None:
    (tmp_path / name).write_text(content)
    assert message in refused(tmp_path / name, tmp_path)


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    assert "there is no such file" in refused(tmp_path / "no.ttl", tmp_path)


def test_the_commands_do_both_ways(
    whole: tuple[Path, dict[str, bytes]],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(tmp_path)
    store = str(whole[0] / "a.lbug")

    def run(*words: str) -> int:
        with pytest.raises(SystemExit) as stopped:
            main([*words, "--lang", "en"])
        return int(stopped.value.code or 0)

    assert run("export", "rdf", "--store", store) == 0
    assert capsys.readouterr().out.encode("utf-8") == whole[1]["ttl"]
    assert run("export", "rdf", "-o", "g.rdf", "--store", store) == 0
    assert Path("g.rdf").read_bytes() == whole[1]["rdfxml"]
    assert "triples written to g.rdf" in capsys.readouterr().out
    assert run("export", "rdf", "--format", "nq", "--base", "https://x.example/", "-o", "g", "--store", store) == 0
    assert Path("g").read_bytes() == whole[1]["nq"].replace(b"https://duikou.example/data/", b"https://x.example/")
    capsys.readouterr()
    assert run("import", "g.rdf", "--store", "new.lbug") == 0
    assert "g.rdf read into new.lbug: documents 5; articles 5" in capsys.readouterr().out
    assert exports("new.lbug", tmp_path, "again") == whole[1]
    assert run("export", "rdf", "--no-texts", "--vocabulary", "-o", "short.ttl", "--store", store) == 0
    assert b"schema:text" not in Path("short.ttl").read_bytes()
    assert run("import", "short.ttl", "--store", "other.lbug") == 1
    assert "without --no-texts" in capsys.readouterr().err
    assert run("export", "jsonl", "--base", "https://x.example/", "--store", store) == 2
    assert "are for rdf" in capsys.readouterr().err


def test_the_same_from_python(whole: tuple[Path, dict[str, bytes]], tmp_path: Path) -> None:
    with duikou.open(tmp_path / "b.lbug") as graph:
        assert graph.import_file(whole[0] / "graph.trig").documents == 5
        assert len(graph.to_rdflib()) == whole[1]["nt"].count(b"\n")
