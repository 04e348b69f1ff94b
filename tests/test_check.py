"""`duikou check`: what conforms, what does not, and that a finding names the node and its proof."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest
from broken_graphs import FAULTS, pages, part, passage, put, sound, term
from graph_samples import HUANGPU, PARK
from jena import Jena
from rdflib import Graph, Literal

from docs.build_shapes import PAGE
from duikou.cli import main
from graph.check import Finding, check, check_file, check_store, read
from graph.rdf_write import write_rdf
from graph.shapes import shapes
from graph.store import open_store
from loaders.build import extract_document
from loaders.read import read as read_document

ROOT = Path(__file__).parent.parent
DOCUMENTS = sorted((ROOT.parent / "shared" / "documents").glob("*.txt"))
NO_DOCUMENTS = pytest.mark.skip(reason="the source documents (../shared/documents) do not stand beside the repository")
FORMATS = {"ttl": "ttl", "nt": "nt", "nq": "nq", "trig": "trig", "jsonld": "jsonld", "rdfxml": "rdf"}


@pytest.fixture(scope="module")
def good(tmp_path_factory: pytest.TempPathFactory) -> Graph:
    return sound(tmp_path_factory.mktemp("sound"))


@pytest.fixture
def location(tmp_path: Path) -> str:
    path = str(tmp_path / "work.lbug")
    with open_store(path) as store:
        for extraction in pages():
            store.write(extraction)
    return path


def copy_of(graph: Graph) -> Graph:
    made = Graph()
    for triple in graph:
        made.add(triple)
    return made


def run(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    with pytest.raises(SystemExit) as stopped:
        main(["check", *arguments])
    out, err = capsys.readouterr()
    return int(stopped.value.code or 0), out, err


def test_the_page_of_the_shapes_is_fresh() -> None:
    assert PAGE.read_text(encoding="utf-8") == shapes(), "stale: run make docs"


def test_the_shapes_keep_to_the_shapes_of_shapes() -> None:
    from pyshacl import validate

    conforms, _, text = validate(Graph(), shacl_graph=Graph().parse(data=shapes(), format="turtle"), meta_shacl=True)
    assert conforms, text


def test_every_shape_speaks_both_languages() -> None:
    from rdflib.namespace import RDF, RDFS, SH

    rules = Graph().parse(data=shapes(), format="turtle")
    queries = [query for shape in rules.subjects(RDF.type, SH.NodeShape) for query in rules.objects(shape, SH.sparql)]
    told = {
        one: sorted(str(words.language) for path in (SH.message, RDFS.comment) for words in rules.objects(one, path))  # type: ignore[attr-defined]
        for one in [*rules.subjects(RDF.type, SH.PropertyShape), *queries, *rules.subjects(SH["or"])]
        if (one, SH.targetClass, None) in rules or one in queries
    }
    assert len(told) > 100
    assert [one for one, languages in told.items() if languages != ["en", "zh"]] == []


def test_the_sound_graph_conforms(good: Graph) -> None:
    assert check(copy_of(good)) == []


def test_there_are_forty_faults_and_more() -> None:
    assert len(FAULTS) >= 40


@pytest.mark.parametrize("name", list(FAULTS))
def test_a_fault_is_found_at_its_node(good: Graph, name: str) -> None:
    broken = copy_of(good)
    node = FAULTS[name](broken)
    known = broken.value(node, term("dcterms:identifier"))
    findings = check(broken)
    assert findings, "nothing is found"
    assert {one.id for one in findings} == {str(known)}
    assert all(one.told("en") and one.told("zh") and one.told("en") != one.told("zh") for one in findings)


def test_a_finding_shows_the_name_and_the_proof(good: Graph) -> None:
    broken = copy_of(good)
    fact = FAULTS["dollars"](broken)
    (finding,) = check(broken)
    assert (finding.kind, finding.subject, finding.says, finding.object) == ("Fact", HUANGPU.name, "FUNDED", PARK.name)
    assert (finding.quote, finding.place, finding.value) == ("黄埔区投入500万元建设平桥就业园", "first:5", "USD")
    assert (
        finding.told("en") == "sums of money are in CNY"
        and str(broken.value(fact, term("dcterms:identifier"))) == finding.id
    )


def test_a_node_of_which_little_is_left_is_still_named(good: Graph) -> None:
    broken = copy_of(good)
    node = passage(broken)
    kept = str(broken.value(node, term("dcterms:identifier")))
    put(broken, node, "dcterms:identifier")
    put(broken, part(node, "quote"), "oa:exact", Literal("别的"))
    assert {one.id for one in check(broken)} == {kept}


@pytest.mark.parametrize("format", list(FORMATS))
def test_an_export_in_any_format_is_read(location: str, tmp_path: Path, format: str) -> None:
    path = tmp_path / f"graph.{FORMATS[format]}"
    with open_store(location, read_only=True) as store, path.open("w", encoding="utf-8", newline="\n") as stream:
        count = write_rdf(store, stream, format)
    assert len(read(path)) == count
    assert check_file(path) == []


def test_jena_comes_to_the_same_findings(jena: Jena, good: Graph, tmp_path: Path) -> None:
    path, broken = tmp_path / "graph.nt", copy_of(good)
    good.serialize(path, format="nt", encoding="utf-8")
    assert jena.findings(PAGE, path) == "Conforms"
    names = ("dollars", "no tier", "no passage", "a quote of other words", "an object of another label", "two names")
    nodes = [str(FAULTS[name](broken)) for name in names]
    broken.serialize(path, format="nt", encoding="utf-8")
    told = jena.findings(PAGE, path)
    assert [node for node in nodes if node not in told] == []
    assert [one.told("en") for one in check(broken) if one.told("en") not in told] == []


def test_the_seeds_conform(tmp_path: Path) -> None:
    with open_store(tmp_path / "seeds.lbug") as store:
        for path in sorted((ROOT / "seeds" / "articles").iterdir()):
            store.write(extract_document(read_document(path)))
        assert check_store(store) == []


@pytest.mark.parametrize("paths", [pytest.param(DOCUMENTS, marks=[] if DOCUMENTS else [NO_DOCUMENTS])])
def test_the_source_documents_conform(tmp_path: Path, paths: list[Path]) -> None:
    with open_store(tmp_path / "documents.lbug") as store:
        for path in paths:
            store.write(extract_document(read_document(path)))
        assert check_store(store) == []


def test_the_command_says_that_a_store_conforms(capsys: pytest.CaptureFixture[str], location: str) -> None:
    assert run(capsys, "--store", location) == (0, "", f"{location}: conforms, nothing is wrong\n")
    assert run(capsys, "--store", location, "--quiet") == (0, "", "")


def test_the_command_tells_a_finding_a_line(capsys: pytest.CaptureFixture[str], good: Graph, tmp_path: Path) -> None:
    broken = copy_of(good)
    for name in ("dollars", "a code of five digits", "a quote of other words"):
        FAULTS[name](broken)
    path = tmp_path / "broken.nt"
    broken.serialize(path, format="nt", encoding="utf-8")
    code, out, err = run(capsys, str(path), "--format", "table", "--lang", "zh")
    lines = out.splitlines()
    assert code == 1 and len(lines) == 3
    assert any("黄埔区 资助 平桥就业园 (fact:" in line and "金额的货币须为 CNY [USD]" in line for line in lines)
    assert any(line.endswith("“黄埔区投入500万元建设平桥就业园”  first:5") for line in lines)
    assert err == f"{path}：问题 3 处，涉及 3 个节点；duikou why 编号 可看原文依据\n"
    code, out, _ = run(capsys, str(path), "--format", "csv", "--lang", "en")
    assert code == 1 and {row["kind"] for row in csv.DictReader(io.StringIO(out))} == {"Fact", "Region", "Passage"}
    rows = [json.loads(line) for line in run(capsys, str(path), "--format", "jsonl")[1].splitlines()]
    assert all(row["id"] and row["problem"] for row in rows)


def test_what_cannot_be_read_is_told_in_one_line(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    torn, odd = tmp_path / "torn.ttl", tmp_path / "graph.odd"
    torn.write_text("@prefix dk: <https://duikou.example/vocabulary#> .\ndk:a dk:b", encoding="utf-8")
    odd.write_text("", encoding="utf-8")
    for arguments, code, words in (
        ([str(torn)], 1, "this is no Turtle"),
        ([str(odd)], 2, "the ending says no format"),
        ([str(tmp_path / "no.ttl")], 1, "there is no such file; write one with: duikou export rdf"),
        ([str(torn), "--store", "x.lbug"], 2, "both say what to check"),
    ):
        got, out, err = run(capsys, *arguments)
        assert (got, out) == (code, "") and words in err and err.count("\n") == 1


def test_findings_are_told_once_and_in_order(good: Graph) -> None:
    broken = copy_of(good)
    for name in ("no tier", "no value", "line 0"):
        FAULTS[name](broken)
    findings = check(broken)
    assert len(findings) == len(set(findings)) >= 3
    assert [one.id for one in findings] == sorted(one.id for one in findings)
    assert all(isinstance(one, Finding) for one in findings)
