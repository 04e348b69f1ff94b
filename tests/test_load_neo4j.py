"""Loading into a server again: the same graph as in the embedded store, with what changed replaced."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from graph_samples import first_page, reprint_page, second_page, third_page
from short_articles import remembered, write_articles
from test_resume import exported, fresh, loaded

import loaders.build
from graph.group import Gone, Group, absolute
from graph.model import Document, Extraction
from graph.store import open_store

if TYPE_CHECKING:
    from neo4j_server import Server


@pytest.fixture
def place(neo4j_5: Server, neo4j_login: None, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> str:
    monkeypatch.setattr(loaders.build, "extract_document", remembered)
    monkeypatch.chdir(tmp_path)
    neo4j_5.empty()
    return neo4j_5.uri


def test_changes_give_the_graph_of_a_fresh_load(place: str, monkeypatch: pytest.MonkeyPatch) -> None:
    write_articles(Path("pages"), range(6))
    shutil.copy("pages/a001.txt", "pages/b001.txt")
    report, first = loaded(place, "pages")
    assert (len(report.loaded), len(report.unchanged), first) == (6, 1, fresh("pages"))
    write_articles(Path("pages"), range(1, 3), version=2)
    write_articles(Path("pages"), range(6, 8))
    report, second = loaded(place, "pages")
    assert [one.status for one in report.loaded] == ["replaced", "replaced", "loaded", "loaded"]
    assert second == fresh("pages") != first

    def by_other_rules(document: Document) -> Extraction:
        found = remembered(document)
        found.facts = [fact for fact in found.facts if fact.relation != "ASSISTS"]
        return found

    monkeypatch.setattr(loaders.build, "extract_document", by_other_rules)
    report, third = loaded(place, "pages", resume=False)
    assert report.failed == [] and third == fresh("pages") != second


def test_a_document_taken_out_leaves_no_trace(place: str, tmp_path: Path) -> None:
    pages = [first_page(), second_page(), reprint_page(), third_page()]
    with open_store(place) as store, open_store(tmp_path / "rest.lbug") as rest:
        for page in pages:
            store.write(page.extraction)
        gone = pages.pop(1).extraction.document
        for page in pages:
            rest.write(page.extraction)
        store.write_group(Group(gone=[Gone(gone.id, absolute(gone.path))]))
        assert exported(store) == exported(rest)
