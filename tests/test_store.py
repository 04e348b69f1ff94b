"""The embedded store: what it holds after loading, in any order, again, after a failure and after a crash."""

from __future__ import annotations

import io
import itertools
import logging
import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from graph_samples import SANDU, SITE, Page, first_page, reprint_page, second_page
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from graph.errors import ProofError, StoreError, StoreVersionError, UsageError
from graph.export import write_jsonl
from graph.model import Extraction
from graph.store import Store, open_store


def exported(store: Store) -> str:
    lines = io.StringIO()
    write_jsonl(store, lines)
    return lines.getvalue()


def load(path: Path, pages: list[Page]) -> str:
    with open_store(path) as store:
        for page in pages:
            store.write(page.extraction)
        return exported(store)


def statements(path: Path, kind: str) -> list[dict[str, object]]:
    with open_store(path, read_only=True) as store:
        return [row for row in store.statements() if row["type"] == kind]


def numbered(i: int) -> Page:
    """A page with one fact, unlike every other page."""
    page = Page(f"第{i}页。\n平桥社区位于三都县，号{i}。\n" + "甲乙丙丁" * 600, name=f"page{i}")
    page.fact("LOCATED_IN", SITE, SANDU, f"平桥社区位于三都县，号{i}")
    return page


def test_everything_written_comes_out_again(tmp_path: Path) -> None:
    page = first_page()
    load(tmp_path / "a.lbug", [page])
    for kind in ("entity", "fact", "observation", "reject"):
        wanted = [plain(row) for row in page.extraction.statements() if row["type"] == kind]
        found = [plain(row) for row in statements(tmp_path / "a.lbug", kind)]
        assert sorted(map(str, found)) == sorted({str(row) for row in wanted})


def plain(value: object, key: str = "") -> object:
    """A statement without what only a store adds, its lists in order."""
    if isinstance(value, dict):
        own = ("document_id", "id") if value.get("type") == "reject" else ("document_id",)
        return {name: plain(one, name) for name, one in sorted(value.items()) if name not in own}
    if isinstance(value, list):
        return sorted((plain(one) for one in value), key=str)
    return value


def test_every_exported_quote_is_that_slice_of_its_document(tmp_path: Path) -> None:
    pages = [first_page(), second_page(), reprint_page()]
    load(tmp_path / "a.lbug", pages)
    texts = {page.extraction.document.id: page.extraction.document.text for page in pages}
    quotes = [
        e
        for kind in ("fact", "observation", "reject")
        for row in statements(tmp_path / "a.lbug", kind)
        for e in row["evidence"]
    ]
    assert len(quotes) > 15
    for piece in quotes:
        assert texts[piece["document_id"]][piece["start"] : piece["end"]] == piece["quote"]


def test_any_order_and_repetition_give_the_same_bytes(tmp_path: Path) -> None:
    pages = [first_page(), second_page(), reprint_page()]
    results = {
        load(tmp_path / f"{number}.lbug", [*order, order[0], *order])
        for number, order in enumerate(itertools.permutations(pages))
    }
    assert len(results) == 1


@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_statements_scattered_over_documents_merge_in_any_order(
    tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    scattered = [scatter(first_page(), i, data) for i in range(3)]
    folder = tmp_path_factory.mktemp("stores")
    order = data.draw(st.permutations(scattered))
    assert load(folder / "a.lbug", scattered) == load(folder / "b.lbug", order)


def scatter(page: Page, number: int, data: st.DataObject) -> Page:
    """A copy of the page, in a document of its own, that says only a part of it."""
    copy = Page(page.text, name=f"copy{number}", fingerprint=(number, *page.fingerprint))
    document = copy.extraction.document
    other = Page(document.text + "\n" * (number + 1), name=f"copy{number}", fingerprint=copy.fingerprint)
    for fact in data.draw(st.lists(st.sampled_from(page.extraction.facts), unique_by=lambda f: f.id)):
        quotes = tuple(piece.quote for piece in fact.proof.evidence)
        raw = {"since": "2021年"} if fact.properties.get("since") == "2021" else {"since": "2022年4月"}
        raw |= {"amount": f"{fact.properties.get('amount', 0) // 10000}万元", "count": "900人"}
        other.fact(fact.relation, fact.subject, fact.object, *quotes, raw=raw, **fact.properties)
    return other


def test_a_fact_from_two_documents_has_both_proofs_and_the_earliest_date(tmp_path: Path) -> None:
    load(tmp_path / "a.lbug", [first_page(), second_page()])
    moved = [row for row in statements(tmp_path / "a.lbug", "fact") if row["relation"] == "MOVED_INTO"]
    both = next(row for row in moved if row["subject"]["name"] == "三都云织制衣有限公司")
    assert both["properties"] == {"since": "2022-03"}
    assert {piece["document"] for piece in both["evidence"]} == {"first", "second"}
    assert both["subject"]["aliases"] == ["云织制衣", "云织制衣公司"]


def test_the_tier_is_that_of_the_better_proof(tmp_path: Path) -> None:
    load(tmp_path / "a.lbug", [second_page()])
    assists = next(row for row in statements(tmp_path / "a.lbug", "fact") if row["relation"] == "ASSISTS")
    assert (assists["tier"], len(assists["because"])) == ("inferred", 1)
    load(tmp_path / "a.lbug", [first_page()])
    assists = next(row for row in statements(tmp_path / "a.lbug", "fact") if row["relation"] == "ASSISTS")
    assert (assists["tier"], assists["because"]) == ("stated", [])


def test_printings_of_one_article_are_one_work(tmp_path: Path) -> None:
    load(tmp_path / "a.lbug", [second_page(), reprint_page(), first_page()])
    works = {row["document"]: row["work"] for row in statements(tmp_path / "a.lbug", "article")}
    assert works["first"] == works["reprint"] != works["second"]


def test_works_are_known_again_in_a_later_session(tmp_path: Path) -> None:
    one = load(tmp_path / "a.lbug", [first_page(), reprint_page()])
    load(tmp_path / "b.lbug", [reprint_page()])
    assert load(tmp_path / "b.lbug", [first_page()]) == one


def test_two_documents_of_one_name_stay_apart(tmp_path: Path) -> None:
    one, other = numbered(1), numbered(2)
    one.extraction.document = Page(one.text, name="same").extraction.document
    other.extraction.document = Page(other.text, name="same").extraction.document
    load(tmp_path / "a.lbug", [one, other])
    (fact,) = statements(tmp_path / "a.lbug", "fact")
    assert [piece["document"] for piece in fact["evidence"]] == ["same", "same"]
    assert len({piece["document_id"] for piece in fact["evidence"]}) == 2


def test_one_document_under_two_names_is_one_document(tmp_path: Path) -> None:
    one = first_page()
    other = first_page()
    other.extraction.document = Page(other.text, name="another").extraction.document
    load(tmp_path / "a.lbug", [one, other])
    with open_store(tmp_path / "a.lbug", read_only=True) as store:
        (document,) = store.documents()
    assert (document.name, document.names) == ("another", ("another", "first"))
    assert len(document.paths) == 2


def test_a_failed_write_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from graph.ladybug_tables import LadybugTables

    before = load(tmp_path / "a.lbug", [first_page()])
    with open_store(tmp_path / "a.lbug") as store:
        with monkeypatch.context() as patch:
            patch.setattr(LadybugTables, "create_links", broken)
            with pytest.raises(StoreError, match=r"a\.lbug: second: the disk is full"):
                store.write(second_page().extraction)
        assert exported(store) == before
        store.write(second_page().extraction)
        after = exported(store)
    assert after == load(tmp_path / "b.lbug", [second_page(), first_page()])


def broken(*_: object) -> None:
    raise RuntimeError("the disk is full")


def test_a_write_that_the_database_refuses_leaves_nothing(tmp_path: Path) -> None:
    with open_store(tmp_path / "a.lbug") as store:
        page = first_page()
        store.query("CREATE (:Passage {id: $id})", {"id": _first_passage(page.extraction)})
        with pytest.raises(StoreError, match=r"first: .*duplicated primary key"):
            store.write(page.extraction)
        assert store.documents() == []


def _first_passage(extraction: Extraction) -> str:
    from graph.rows import batch

    return min(batch(extraction).nodes["Passage"])


def test_evidence_in_an_article_that_is_not_there_is_a_bug(tmp_path: Path) -> None:
    page = first_page()
    page.extraction.articles.clear()
    with open_store(tmp_path / "a.lbug") as store, pytest.raises(StoreError, match="which is not there") as caught:
        store.write(page.extraction)
    assert isinstance(caught.value.__cause__, ProofError)


def test_a_document_read_by_other_rules_is_refused(tmp_path: Path) -> None:
    changed = first_page()
    changed.extraction.facts.pop()
    before = load(tmp_path / "a.lbug", [first_page()])
    with open_store(tmp_path / "a.lbug") as store:
        with pytest.raises(StoreError, match=r"a\.lbug: first: it was loaded before and says other things now"):
            store.write(changed.extraction)
        assert exported(store) == before


def test_hard_characters_survive(tmp_path: Path) -> None:
    text = "\ufeff平桥社区位于三都县\r\n'引号\" \\ 𠀀 \x00 \f$id {x}\n"
    page = Page(text, name="it's {odd}; $name")
    page.fact("LOCATED_IN", SITE, SANDU, text[1:])
    load(tmp_path / "a.lbug", [page])
    (fact,) = statements(tmp_path / "a.lbug", "fact")
    assert fact["evidence"][0]["quote"] == text[1:]
    assert fact["evidence"][0]["document"] == "it's {odd}; $name"


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("这不是库。" * 900, "no store of duikou"),
        ("x", "no store of duikou"),
        (None, "there is no store here; make it with: duikou load"),
    ],
)
def test_what_is_no_store_is_named(tmp_path: Path, content: str | None, message: str) -> None:
    path = tmp_path / "lock WAL.lbug"
    if content is not None:
        path.write_text(content, encoding="utf-8")
    with pytest.raises(StoreError, match=message) as caught:
        open_store(path, read_only=True)
    assert str(path) in str(caught.value) and "\n" not in str(caught.value)
    if content is not None:
        with pytest.raises(StoreError, match=message):
            open_store(path)


def test_one_program_cannot_open_a_store_for_writing_twice(tmp_path: Path) -> None:
    with open_store(tmp_path / "a.lbug") as store:
        with pytest.raises(StoreError, match="open for writing already; close that one first"):
            open_store(tmp_path / "." / "a.lbug")
        store.write(first_page().extraction)
        with open_store(tmp_path / "a.lbug", read_only=True) as reader:
            assert len(reader.documents()) == 1
    with open_store(tmp_path / "a.lbug") as store:
        assert len(store.documents()) == 1


def test_a_folder_and_a_missing_folder_are_named(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="this is a folder"):
        open_store(tmp_path)
    with pytest.raises(StoreError, match="does not exist; make it first"):
        open_store(tmp_path / "no" / "a.lbug")


def test_a_database_of_another_program_is_refused(tmp_path: Path) -> None:
    import ladybug

    with ladybug.Database(str(tmp_path / "a.lbug")) as database, ladybug.Connection(database) as connection:
        connection.execute("CREATE NODE TABLE Cat(id STRING PRIMARY KEY)")
    with pytest.raises(StoreError, match="not written by duikou"):
        open_store(tmp_path / "a.lbug")


def test_another_version_of_the_vocabulary_is_refused(tmp_path: Path) -> None:
    with open_store(tmp_path / "a.lbug") as store:
        store.query("MATCH (m:Meta {name: 'schema'}) SET m.value = '0'")
    with pytest.raises(StoreVersionError, match=r"written with version 0 .* load the documents again into a new store"):
        open_store(tmp_path / "a.lbug")


@pytest.mark.parametrize(
    ("location", "message"),
    [
        ("sqlite://h", "sqlite:// is no kind of store; name a file, such as duikou.lbug, or a Neo4j server"),
        ("http://localhost:7474", "name the server's Bolt port"),
        ("bolt://neo4j:secret@localhost", "holds no user name and no password"),
    ],
)
def test_what_is_no_kind_of_store_is_named(location: str, message: str) -> None:
    with pytest.raises(UsageError, match=message) as caught:
        open_store(location)
    assert "secret" not in str(caught.value)


def test_queries_take_parameters_and_say_what_is_wrong(tmp_path: Path) -> None:
    load(tmp_path / "a.lbug", [first_page()])
    with open_store(tmp_path / "a.lbug", read_only=True) as store:
        columns, rows = store.query(
            "MATCH (c:Company {name: $name}) RETURN c.name AS name, c.aliases", {"name": "三都远途箱包厂"}
        )
        assert (columns, rows) == (["name", "c.aliases"], [["三都远途箱包厂", ["远途箱包"]]])
        _, ((node,),) = store.query("MATCH (c:Company {name: '三都远途箱包厂'}) RETURN c")
        assert node["label"] == "Company" and not any(key.startswith("_") for key in node)
        with pytest.raises(UsageError, match="the query is not understood"):
            store.query("MTCH (n) RETURN n")
        with pytest.raises(UsageError, match="the query is not understood"):
            store.query("MATCH (n:Planet) RETURN n")
        with pytest.raises(UsageError, match="one statement"):
            store.query("MATCH (n:Company) RETURN n.id; MATCH (n:Park) RETURN n.id")
        with pytest.raises(StoreError, match="cannot change it"):
            store.query("CREATE (:Meta {name: 'x'})")
        slow = "UNWIND range(1, 3000) AS a UNWIND range(1, 3000) AS b UNWIND range(1, 300) AS c WITH a, b, c"
        with pytest.raises(StoreError, match=r"no answer within 0\.05 seconds"):
            store.query(f"{slow} WHERE a * b = c RETURN count(*)", timeout=0.05)
        assert store.query("RETURN 1 AS one") == (["one"], [[1]])


WRITER = """
import sys
sys.path[:0] = [{tests!r}, {house!r}]
from test_store import numbered
from graph.store import open_store
with open_store(sys.argv[1]) as store:
    for i in range(10**6):
        store.write(numbered(i).extraction)
        print(i, flush=True)
"""


def start_writer(path: Path) -> subprocess.Popen[str]:
    here = Path(__file__).parent
    script = WRITER.format(tests=str(here), house=str(here.parent))
    return subprocess.Popen([sys.executable, "-c", script, str(path)], stdout=subprocess.PIPE, text=True)


@pytest.mark.skipif(os.name == "nt", reason="kill -9 is a matter of POSIX")
def test_a_killed_writer_loses_nothing_that_it_had_committed(tmp_path: Path) -> None:
    path = tmp_path / "a.lbug"
    writer = start_writer(path)
    assert writer.stdout is not None
    done = [int(writer.stdout.readline()) for _ in range(5)]
    with pytest.raises(StoreError, match="another process is writing this store"):
        open_store(path)
    with open_store(path, read_only=True) as reader:
        assert reader.query("RETURN 1")[1] == [[1]]
    writer.send_signal(signal.SIGKILL)
    rest = writer.communicate()[0].split()
    done += [int(number) for number in rest]
    with open_store(path) as store:
        names = {document.name for document in store.documents()}
        assert {f"page{i}" for i in done} <= names
        assert len(names) <= len(done) + 1  # one may have been committed and not yet told
        _, ((passages,),) = store.query("MATCH (a)-[r:LOCATED_IN]->(b) RETURN size(r.passages)")
        assert passages == len(names)
        store.write(numbered(10**6).extraction)


@pytest.mark.parametrize(
    ("key", "names"),
    [
        ("制衣", ["三都云织制衣有限公司"]),
        ("厂", ["三都远途箱包厂"]),
        ("云织制衣有", ["三都云织制衣有限公司"]),
        ("水厂", []),
        ("", []),
    ],
)
def test_entities_are_found_by_a_part_of_a_name(tmp_path: Path, key: str, names: list[str]) -> None:
    load(tmp_path / "a.lbug", [first_page()])
    with open_store(tmp_path / "a.lbug", read_only=True) as store:
        found = store.named_like(key)
    assert [name for _, name, _, _, _ in found] == names
    assert all(row[0] == "Company" and row[3] is None and any(key in one for one in row[4]) for row in found)


@pytest.mark.parametrize("harm", ["cut", "cut a byte", "flip", "zeros"])
@pytest.mark.parametrize("read_only", [True, False])
def test_a_torn_log_opens_with_a_warning(
    tmp_path: Path, harm: str, read_only: bool, caplog: pytest.LogCaptureFixture
) -> None:
    living, torn = tmp_path / "a.lbug", tmp_path / "torn.lbug"
    with open_store(living) as store:
        for i in range(3):
            store.write(numbered(i).extraction)
        shutil.copy(living, torn)
        log = living.with_name("a.lbug.wal").read_bytes()
    flipped = log[:-200] + bytes([log[-200] ^ 255]) + log[-199:]
    damaged = {"cut": log[:-100], "cut a byte": log[:-1], "flip": flipped, "zeros": log + bytes(500)}[harm]
    torn.with_name("torn.lbug.wal").write_bytes(damaged)
    with caplog.at_level(logging.WARNING), open_store(torn, read_only=read_only) as store:
        names = [document.name for document in store.documents()]
    assert names == ["page0", "page1", "page2"] if harm == "zeros" else names == ["page0", "page1"]
    assert "its last writer was stopped in the middle" in caplog.text
    if not read_only:
        with open_store(torn) as store:
            for i in range(3):
                store.write(numbered(i).extraction)
            assert exported(store) == load(tmp_path / "b.lbug", [numbered(i) for i in range(3)])
