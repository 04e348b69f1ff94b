"""`import duikou`: the jobs of the command line as Python values."""

import json
from pathlib import Path

import pytest
from graph_samples import first_page, reprint_page, second_page

import duikou
import loaders.build
from duikou.load import Failure, LoadReport, load
from graph.errors import StoreError, StoreFullError, StoreGoneError
from graph.group import Group
from graph.model import Document, Extraction
from graph.store import StoredDocument, open_store
from loaders.read import read

PAGES = (first_page, second_page, reprint_page)


@pytest.fixture
def pages(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """A folder of three files, and in place of the extraction what a person found in them."""
    found = {make().text: make() for make in PAGES}
    monkeypatch.setattr(
        loaders.build, "extract_document", lambda document: found[document.text].extraction, raising=False
    )
    folder = tmp_path / "pages"
    folder.mkdir()
    for page in found.values():
        (folder / f"{page.name}.txt").write_bytes(page.text.encode("utf-8"))
    return folder


class RecordingStore:
    """A store that remembers what was written to it, and refuses the documents it is told to refuse."""

    location = "recording"
    at_once = 64

    def __init__(self, *refused: str) -> None:
        self.refused = refused
        self.written: list[str] = []

    def documents(self) -> list[StoredDocument]:
        return []

    def files(self) -> dict[str, tuple[str, ...]]:
        return {}

    def spool(self, large: bool) -> None:
        """None: it takes groups."""

    def write_group(self, group: Group) -> None:
        names = [batch.document["name"] for batch in group.new]
        for name in names:
            if name in self.refused:
                raise StoreError(f"recording: {name}: it is refused")
        self.written += names


def test_public_names_are_those_in_all() -> None:
    assert all(hasattr(duikou, name) for name in duikou.__all__)
    assert {"extract", "open", "Graph", "Statements", "DuikouError"} <= set(duikou.__all__)


def test_extract_takes_a_path_a_folder_or_a_glob(pages: Path) -> None:
    one = duikou.extract(pages / "first.txt")
    assert len(one.articles) == 1 and len(one.facts) == 11 and len(one.observations) == 3 and len(one.rejects) == 1
    assert len(one) == len(list(one)) == 16 + len(one.entities)
    assert repr(one).startswith("Statements(articles=1, entities=")
    assert len(duikou.extract(str(pages)).articles) == 3
    assert len(duikou.extract(str(pages / "*d.txt")).articles) == 1


def test_extract_takes_a_text(pages: Path) -> None:
    statements = duikou.extract(first_page().text)
    assert statements.facts and all(row["evidence"] for row in statements.facts)


@pytest.mark.parametrize("path", ["no_such_article.txt", "*.nothing"])
def test_a_path_that_is_not_there_is_not_read_as_a_text(path: str) -> None:
    with pytest.raises(duikou.UsageError, match="no such file"):
        duikou.extract(path)


def test_extract_raises_for_a_file_that_cannot_be_read(tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_bytes(b"")
    with pytest.raises(duikou.ReadError, match="empty"):
        duikou.extract(tmp_path / "empty.txt")


def test_statements_as_a_data_frame(pages: Path) -> None:
    statements = duikou.extract(pages / "first.txt")
    facts = statements.to_pandas()
    assert list(facts["relation"]) == [row["relation"] for row in statements.facts]
    assert "三都远途箱包厂" in set(facts["subject_name"])
    assert list(statements.to_pandas("observation")["value"]) == [row["value"] for row in statements.observations]


def test_a_graph_is_loaded_asked_and_exported(pages: Path, tmp_path: Path) -> None:
    seen: list[tuple[int, int, str]] = []
    with duikou.open(tmp_path / "work.lbug") as graph:
        report = graph.load(pages, progress=lambda *step: seen.append(step))
        assert (len(report.loaded), report.failed, report.total("facts")) == (3, [], 15)
        assert [(done, of, Path(name).stem) for done, of, name in seen] == [
            (1, 3, "first"), (2, 3, "reprint"), (3, 3, "second"),
        ]  # fmt: skip
        answer = graph.ask("companies_by_site", region="三都")
        assert [row["company"] for row in answer] == ["三都云织制衣有限公司", "三都远途箱包厂"]
        assert list(answer.to_pandas().columns) == list(answer.columns)
        (proof,) = graph.why(answer[0]["proof"])
        assert proof.statements[0].quotes[0].text in first_page().text
        assert [found.name for found in graph.find("云织")] == ["三都云织制衣有限公司"]
        assert graph.status().facts == 11
        assert {row["type"] for row in graph.statements()} >= {"entity", "fact", "observation", "article"}
        rows = graph.cypher("MATCH (c:Company) WHERE c.name CONTAINS $part RETURN c.name AS name", part="箱包")
        assert rows == [{"name": "三都远途箱包厂"}]
    with duikou.open(tmp_path / "work.lbug", read_only=True) as graph:
        assert graph.status().facts == 11


def test_a_wrong_query_or_question_is_told(tmp_path: Path) -> None:
    with duikou.open(tmp_path / "work.lbug") as graph:
        with pytest.raises(duikou.UsageError):
            graph.cypher("MATCH oops")
        with pytest.raises(duikou.UsageError, match="companies_by_site"):
            graph.ask("companies_by_sites")


def test_loading_in_another_order_or_twice_exports_the_same(pages: Path, tmp_path: Path) -> None:
    exports = []
    for number, order in enumerate((("first", "second", "reprint"), ("reprint", "second", "first", "first"))):
        with duikou.open(tmp_path / f"{number}.lbug") as graph:
            for name in order:
                graph.load(pages / f"{name}.txt")
            exports.append(list(graph.statements()))
    assert exports[0] == exports[1]


def test_a_document_that_the_store_refuses_does_not_stop_the_rest(pages: Path) -> None:
    store = RecordingStore("reprint")
    report: LoadReport = load(store, [str(pages)])  # type: ignore[arg-type]
    assert store.written == ["first", "second"]
    assert report.failed == [Failure(str(pages / "reprint.txt"), "recording: reprint: it is refused")]


@pytest.mark.parametrize(
    ("error", "told"), [(StoreGoneError, "server is gone"), (StoreFullError, "the disk is full; make room")]
)
def test_a_store_that_cannot_go_on_is_tried_once(
    pages: Path, monkeypatch: pytest.MonkeyPatch, error: type[StoreError], told: str
) -> None:
    store = RecordingStore()
    tried = []

    def write_group(group: Group) -> None:
        tried.append(group.named())
        if len(tried) == 2:
            raise error("recording: not any more")

    monkeypatch.setattr(store, "write_group", write_group)
    monkeypatch.setattr(store, "at_once", 1)
    report = load(store, [str(pages)])  # type: ignore[arg-type]
    assert len(tried) == 2 and len(report.loaded) == 1
    first, second = [one.reason for one in report.failed]
    assert first == "recording: not any more" and second.startswith("not tried") and told in second
    assert report.documents == 3


def test_a_fault_in_the_frames_is_told_once_not_for_every_file(pages: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def extract_document(document: Document) -> Extraction:
        raise duikou.SchemaError("loaders/frames/money.yaml: no such relation")

    monkeypatch.setattr(loaders.build, "extract_document", extract_document)
    with pytest.raises(duikou.SchemaError, match=r"money\.yaml"):
        load(RecordingStore(), [str(pages)])  # type: ignore[arg-type]


def test_standard_input_is_a_document(pages: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    store = RecordingStore()
    piped = [Document("stdin", first_page().text, "0" * 64)]
    monkeypatch.setattr("loaders.read.documents", lambda path, mapping: piped if path == "-" else [])
    assert load(store, ["-"]).failed == []  # type: ignore[arg-type]
    assert store.written == ["first"]


SEEDS = Path(__file__).parent.parent / "seeds" / "articles"


def test_every_quote_is_a_slice_of_its_document() -> None:
    for path in sorted(SEEDS.iterdir()):
        text = read(path).text
        pieces = [piece for row in duikou.extract(path) for piece in row.get("evidence", [])]
        assert pieces, path.name
        assert [one for one in pieces if text[one["start"] : one["end"]] != one["quote"]] == []
        assert {one["document"] for one in pieces} == {path.stem}


def test_the_order_of_loading_changes_no_byte_of_the_export(tmp_path: Path) -> None:
    exports = []
    for number, names in enumerate((sorted(SEEDS.iterdir()), sorted(SEEDS.iterdir(), reverse=True))):
        with duikou.open(tmp_path / f"{number}.lbug") as graph:
            assert graph.load(names).failed == []
            exports.append([json.dumps(row, ensure_ascii=False) for row in graph.statements()])
    assert exports[0] == exports[1]


def test_several_processes_give_the_same_graph(tmp_path: Path) -> None:
    exports = []
    for jobs in (1, 2):
        with open_store(tmp_path / f"{jobs}.lbug") as store:
            report = load(store, [str(SEEDS)], jobs)
            assert report.failed == []
            exports.append(list(store.statements()))
    assert exports[0] == exports[1]
    assert sum(row["type"] == "fact" for row in exports[0]) > 0


def test_a_bad_file_in_another_process_is_reported(tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_bytes(b"")
    (tmp_path / "some.txt").write_text("城南社区的广场上，孩子们在放风筝。", encoding="utf-8")
    store = RecordingStore()
    report = load(store, [str(tmp_path)], jobs=2)  # type: ignore[arg-type]
    assert store.written == ["some"]
    assert [one.reason for one in report.failed] == [f"{tmp_path / 'empty.txt'}: the file is empty"]
