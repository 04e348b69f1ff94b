"""Loading again: what is there is left out, what changed is replaced, and the store is always that of a fresh load."""

from __future__ import annotations

import io
import json
import shutil
from pathlib import Path
from random import Random

import pytest
from graph_samples import SANDU, SITE, Page, first_page, reprint_page, second_page, third_page
from short_articles import article, remembered, write_articles

import loaders.build
from duikou.load import load
from duikou.load_report import LoadReport
from graph.errors import StoreError
from graph.export import write_jsonl
from graph.group import Gone, Group, files_of
from graph.model import Document, Extraction
from graph.rows import batch
from graph.store import Store, open_store


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(loaders.build, "extract_document", remembered)
    monkeypatch.chdir(tmp_path)


def exported(store: Store) -> str:
    lines = io.StringIO()
    write_jsonl(store, lines)
    return lines.getvalue()


def loaded(store: str, *arguments: str, **options: bool) -> tuple[LoadReport, str]:
    """What a load reports, and what the store holds then."""
    with open_store(store) as opened:
        report = load(opened, arguments, **options)  # type: ignore[arg-type]
        return report, exported(opened)


def fresh(folder: str) -> str:
    """What a new store holds after loading a folder."""
    Path("fresh.lbug").unlink(missing_ok=True)
    return loaded("fresh.lbug", folder)[1]


def test_what_is_there_is_not_read_again(monkeypatch: pytest.MonkeyPatch) -> None:
    write_articles(Path("pages"), range(4))
    _, before = loaded("a.lbug", "pages")
    write_articles(Path("pages"), range(6))
    asked = []
    monkeypatch.setattr(loaders.build, "extract_document", lambda one: asked.append(one.name) or remembered(one))
    report, after = loaded("a.lbug", "pages")
    assert asked == ["a004", "a005"]
    assert [Path(one.path).name for one in report.loaded] == ["a004.txt", "a005.txt"]
    assert [Path(path).name for path in report.unchanged] == [f"a{i:03}.txt" for i in range(4)]
    assert after == fresh("pages") != before


def test_a_changed_file_takes_the_place_of_what_it_was() -> None:
    write_articles(Path("pages"), range(6))
    loaded("a.lbug", "pages")
    write_articles(Path("pages"), range(2, 4), version=2)
    report, after = loaded("a.lbug", "pages")
    assert [(Path(one.path).name, one.status) for one in report.loaded] == [
        ("a002.txt", "replaced"), ("a003.txt", "replaced"),
    ]  # fmt: skip
    assert after == fresh("pages")
    assert "（1）" in after and article(2, 1) not in after


@pytest.mark.parametrize("seed", range(2))
def test_any_changes_give_the_store_of_a_fresh_load(seed: int) -> None:
    """Files change, are copied, come and go, in several rounds; what is gone from the folder stays in the store."""
    random = Random(seed)
    pages = Path("pages")
    write_articles(pages, range(8))
    loaded("a.lbug", "pages")
    version = dict.fromkeys(range(10), 1)
    for _ in range(2):
        for number in random.sample(range(10), 4):
            version[number] = random.randint(1, 3)
            write_articles(pages, range(number, number + 1), version[number])
        shutil.copy(pages / "a001.txt", pages / f"copy{random.randint(0, 1)}.txt")
        _, after = loaded("a.lbug", "pages")
    assert after == fresh("pages")


def test_read_anew_by_other_rules_a_document_is_replaced(monkeypatch: pytest.MonkeyPatch) -> None:
    write_articles(Path("pages"), range(5))
    shutil.copy("pages/a001.txt", "pages/b001.txt")
    loaded("a.lbug", "pages")

    def by_other_rules(document: Document) -> Extraction:
        found = remembered(document)
        found.facts = [fact for fact in found.facts if fact.relation != "ASSISTS"]
        return found

    monkeypatch.setattr(loaders.build, "extract_document", by_other_rules)
    report, same = loaded("a.lbug", "pages")
    assert (len(report.loaded), len(report.unchanged)) == (0, 6)
    report, after = loaded("a.lbug", "pages", resume=False)
    assert report.failed == [] and '"ASSISTS"' in same and '"ASSISTS"' not in after
    assert after == fresh("pages")


def test_a_file_that_cannot_be_read_any_more_keeps_what_it_said() -> None:
    write_articles(Path("pages"), range(3))
    _, before = loaded("a.lbug", "pages")
    Path("pages/a001.txt").write_bytes(b"")
    report, after = loaded("a.lbug", "pages")
    assert [Path(one.path).name for one in report.failed] == ["a001.txt"]
    assert after == before


def test_one_text_in_two_files_stays_until_both_say_something_else() -> None:
    write_articles(Path("pages"), range(2))
    shutil.copy("pages/a001.txt", "pages/b001.txt")
    loaded("a.lbug", "pages")
    write_articles(Path("pages"), range(1, 2), version=2)
    _, after = loaded("a.lbug", "pages")
    assert after == fresh("pages")
    with open_store("a.lbug", read_only=True) as store:
        assert sorted(one.names for one in store.documents()) == [("a000",), ("a001",), ("b001",)]
        assert all(len(one.paths) == 1 for one in store.documents())
    Path("pages/b001.txt").write_text(article(7), encoding="utf-8")
    assert loaded("a.lbug", "pages")[1] == fresh("pages")


def test_a_table_that_lost_and_gained_rows_is_what_it_is_now() -> None:
    def write(numbers: list[int]) -> None:
        lines = [json.dumps({"text": article(number)}, ensure_ascii=False) for number in numbers]
        Path("pages/all.jsonl").write_text("\n".join(lines) + "\n", encoding="utf-8")

    Path("pages").mkdir()
    write([0, 1, 2, 3, 4])
    loaded("a.lbug", "pages")
    write([9, 1, 3, 0])
    report, after = loaded("a.lbug", "pages")
    assert len(report.loaded) == 1  # the rows that only moved are known
    assert after == fresh("pages")


def test_a_load_from_another_folder_knows_the_same_file(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    write_articles(Path("pages"), range(2))
    loaded("a.lbug", "pages")
    write_articles(Path("pages"), range(1, 2), version=2)
    monkeypatch.chdir(tmp_path / "pages")
    loaded("../a.lbug", "a001.txt")
    monkeypatch.chdir(tmp_path)
    assert loaded("a.lbug", "pages")[1] == fresh("pages")


def test_a_changed_document_of_an_older_duikou_is_refused() -> None:
    write_articles(Path("pages"), range(2))
    loaded("a.lbug", "pages")
    with open_store("a.lbug") as store:
        store.query("MATCH (k:Kept) SET k.files = k.files DETACH DELETE k")
        (old,) = (one.id for one in store.documents() if one.name == "a001")
        with pytest.raises(StoreError, match=r"a001\.txt: changed since it was loaded.*older duikou.*new store"):
            store.write_group(Group(gone=[Gone(old, "a001.txt")]))


def pages_of(*makers: object) -> list[Page]:
    return [make() for make in makers]  # type: ignore[operator]


@pytest.mark.parametrize("out", range(4))
def test_a_document_taken_out_leaves_no_trace(out: int, tmp_path: Path) -> None:
    """Aliases, earlier dates, better proofs, reprints: all that only this document gave is gone."""
    pages = pages_of(first_page, second_page, reprint_page, third_page)
    with open_store(tmp_path / "all.lbug") as store, open_store(tmp_path / "rest.lbug") as rest:
        for page in pages:
            store.write(page.extraction)
        document = pages.pop(out).extraction.document
        for page in pages:
            rest.write(page.extraction)
        (file,) = (json.loads(one)[0] for one in files_of(batch_row(document)))
        store.write_group(Group(gone=[Gone(document.id, file)]))
        assert exported(store) == exported(rest)


def batch_row(document: Document) -> dict[str, object]:
    return {"name": document.name, "paths": [document.path]}


def test_a_document_changes_what_others_prove_too_in_one_transaction(tmp_path: Path) -> None:
    """The one that comes says the same of an entity that the one that goes alone named: it is never missing."""
    one = Page(f"平桥社区位于三都县。\n{'早' * 30}\n", name="page")
    one.fact("LOCATED_IN", SITE, SANDU, "平桥社区位于三都县")
    other = Page(f"平桥社区位于三都县。\n{'晚' * 30}\n", name="page")
    other.fact("LOCATED_IN", SITE, SANDU, "平桥社区位于三都县")
    with open_store(tmp_path / "a.lbug") as store, open_store(tmp_path / "b.lbug") as rest:
        store.write(one.extraction)
        file = json.loads(files_of(batch_row(one.extraction.document))[0])[0]
        store.write_group(Group([batch(other.extraction)], gone=[Gone(one.extraction.document.id, file)]))
        rest.write(other.extraction)
        assert exported(store) == exported(rest)
