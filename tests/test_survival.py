"""Loads that are killed, stopped or out of disk: what was reported is there, whole, and the next load goes on."""

from __future__ import annotations

import contextlib
import io
import os
import resource
import signal
import sys
import time
import traceback
from collections.abc import Callable
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING

import pytest
from short_articles import article, remembered, write_articles

import loaders.build
from duikou import load as loading
from duikou.load import load
from graph.errors import StoreError
from graph.export import write_jsonl
from graph.group import Gone, absolute
from graph.ladybug_store import LadybugStore
from graph.rows import batch
from graph.store import Store, open_store
from loaders.read import read

if TYPE_CHECKING:
    from duikou.load_report import LoadReport

pytestmark = pytest.mark.skipif(os.name == "nt", reason="fork, kill -9 and limits are matters of POSIX")

DOCUMENTS = 8
KILLS = 50


@pytest.fixture
def pages(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of short articles, each of which has been read once, so that the loads of the children are quick.

    This process never opens a store: LadybugDB's threads do not survive a fork.
    """
    monkeypatch.setattr(loaders.build, "extract_document", remembered)
    monkeypatch.setattr(loaders.build, "read_ahead", lambda documents: None)
    monkeypatch.setattr(LadybugStore, "at_once", 2)
    write_articles(tmp_path / "pages", range(DOCUMENTS))
    for path in sorted((tmp_path / "pages").iterdir()):
        remembered(read(path))
    return tmp_path / "pages"


def child(work: Callable[[], object], killed_after: float | None = None) -> tuple[int, float]:
    """Do the work in a forked process; its exit code (less than 0: the signal that ended it) and the seconds."""
    started = time.monotonic()
    pid = os.fork()
    if pid == 0:
        code = 1
        try:
            code = int(work() or 0)  # type: ignore[call-overload]
        except BaseException:
            traceback.print_exc()
        finally:
            with contextlib.suppress(Exception):
                sys.stderr.flush()
            os._exit(code)
    while killed_after is not None and time.monotonic() - started < killed_after:
        ended, status = os.waitpid(pid, os.WNOHANG)
        if ended:
            return os.waitstatus_to_exitcode(status), time.monotonic() - started
        time.sleep(0.002)
    if killed_after is not None:
        os.kill(pid, signal.SIGKILL)
    _, status = os.waitpid(pid, 0)
    return os.waitstatus_to_exitcode(status), time.monotonic() - started


def load_and_tell(store: Path, pages: Path, told: Path) -> None:
    """A load that writes the name of each file into `told` once it is reported as loaded."""
    with told.open("ab", buffering=0) as lines, open_store(store) as opened:
        report = load(opened, [str(pages)], progress=lambda done, of, name: lines.write(f"{name}\n".encode()) and None)
        assert report.failed == []


def export_to(store: Path, path: Path) -> None:
    with open_store(store, read_only=True) as opened, path.open("w", encoding="utf-8") as stream:
        write_jsonl(opened, stream)


def check_whole(store: Path, told: Path, known: dict[str, tuple[str, int]]) -> None:
    """All that was told is there, and each document has all its passages. known: path and passages by document."""
    with open_store(store) as opened:
        files = opened.files()
        passages = dict(opened.query("MATCH (p:Passage) RETURN p.document, count(*)")[1])
    there = [known[document][0] for document in files]
    assert len(set(there)) == len(there), "two texts of one file"
    missing = set(told.read_text(encoding="utf-8").split()) - set(there)
    assert not missing, f"reported and lost: {missing}"
    assert passages == {document: known[document][1] for document in files}, "not whole"


def known_documents(pages: Path) -> dict[str, tuple[str, int]]:
    known = {}
    for path in sorted(pages.iterdir()):
        document = read(path)
        known[document.id] = (absolute(str(path)), len(batch(remembered(document)).nodes["Passage"]))
    return known


def killed_until_done(
    store: Path, pages: Path, known: dict[str, tuple[str, int]], random: Random, seconds: float
) -> int:
    """Load, kill, look, load again, until a load is not killed; how often it was killed."""
    told, kills = store.with_suffix(".told"), 0
    told.touch()
    while True:
        # A third of the kills come in the first tenth of the time, where a load opens the store and begins to write.
        code, _ = child(lambda: load_and_tell(store, pages, told), random.random() ** 2 * seconds * 1.1)
        assert code in (0, -signal.SIGKILL), "the load failed by itself"
        if code == 0:
            return kills
        kills += 1
        if kills % 4 == 0 and store.exists():
            assert child(lambda: check_whole(store, told, known))[0] == 0


def undisturbed(pages: Path, folder: Path) -> tuple[bytes, float]:
    """The export of a load that nothing disturbs, and how long the load takes."""
    store = folder / "undisturbed.lbug"
    code, seconds = child(lambda: load_and_tell(store, pages, folder / "nothing.told"))
    assert code == 0
    assert child(lambda: export_to(store, folder / "undisturbed.jsonl"))[0] == 0
    return (folder / "undisturbed.jsonl").read_bytes(), seconds


def test_loads_that_are_killed_end_in_the_graph_of_one_that_is_not(pages: Path, tmp_path: Path) -> None:
    """New stores, the bulk way into new stores, and stores whose files have changed, in turn."""
    random, kills, number = Random(20261123), 0, 0
    old = tmp_path / "old"
    write_articles(old, range(DOCUMENTS), version=2)
    expected, seconds = undisturbed(pages, tmp_path)
    while kills < KILLS:
        number += 1
        store, way = tmp_path / f"{number}.lbug", (0, 1, 2, 0, 2)[number % 5]
        known = known_documents(pages)
        if way == 2:  # the files said something else when they were loaded first
            was = {path.name: path.read_bytes() for path in pages.iterdir()}
            write_articles(pages, range(0, DOCUMENTS, 4), version=2)
            known |= known_documents(pages)
            assert child(lambda store=store: load_and_tell(store, pages, store.with_suffix(".before")))[0] == 0
            for name, content in was.items():
                (pages / name).write_bytes(content)
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(loading, "LARGE", 1 if way == 1 else 10**6)
            if way == 1:  # documents that wait beside the store are reported to nobody before they are in it
                told = tmp_path / "unread"
                told.touch()
                kills += bulk_killed_until_done(store, pages, random, seconds)
            else:
                kills += killed_until_done(store, pages, known, random, seconds)
        assert child(lambda store=store: export_to(store, store.with_suffix(".jsonl")))[0] == 0
        assert store.with_suffix(".jsonl").read_bytes() == expected
        assert not store.with_name(f"{store.name}.loading").exists()


def bulk_killed_until_done(store: Path, pages: Path, random: Random, seconds: float) -> int:
    """The same for a load that fills a new store at the end."""
    kills = 0
    while True:
        code, _ = child(lambda: load_and_tell(store, pages, store.with_suffix(".told")), random.random() * seconds)
        assert code in (0, -signal.SIGKILL), "the load failed by itself"
        if code == 0:
            return kills
        kills += 1
        seconds *= 1.3  # filling the store is one step at the end, which must come to its own end once


def test_a_full_disk_is_told_and_what_was_reported_is_there(pages: Path, tmp_path: Path) -> None:
    """A limit on the size of files stands for a full disk: writing fails in the middle of the log."""
    expected, _ = undisturbed(pages, tmp_path)
    store, told = tmp_path / "a.lbug", tmp_path / "told"
    assert child(lambda: open_store(store).close())[0] == 0

    def in_vain() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (120_000, 120_000))
        report = limited_load(store, pages, told)
        assert report.loaded and report.failed
        assert report.documents == DOCUMENTS
        reasons = {one.reason for one in report.failed}
        assert len(reasons) == 2 and all("the disk is full" in one and "make room" in one.lower() for one in reasons)

    assert child(in_vain)[0] == 0
    known = known_documents(pages)
    assert child(lambda: check_whole(store, told, known))[0] == 0
    assert child(lambda: load_and_tell(store, pages, told))[0] == 0
    assert child(lambda: export_to(store, tmp_path / "a.jsonl"))[0] == 0
    assert (tmp_path / "a.jsonl").read_bytes() == expected


def limited_load(store: Path, pages: Path, told: Path) -> LoadReport:
    with open_store(store) as opened:
        report = load(opened, [str(pages)])
    told.write_text("".join(f"{absolute(one.path)}\n" for one in report.loaded), encoding="utf-8")
    return report


def test_a_full_disk_beside_a_new_store_keeps_what_was_read(
    pages: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(loading, "LARGE", 1)
    expected, _ = undisturbed(pages, tmp_path)
    store = tmp_path / "a.lbug"
    assert child(lambda: open_store(store).close())[0] == 0

    def in_vain() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (12_000, 12_000))
        report = limited_load(store, pages, tmp_path / "told")
        assert not report.loaded
        assert {"the disk is full" in one.reason for one in report.failed} == {True}

    assert child(in_vain)[0] == 0
    spool = store.with_name("a.lbug.loading")
    waiting = spool.stat().st_size
    assert 0 < waiting <= 12_000
    asked: list[str] = []

    def go_on() -> None:
        loaders.build.extract_document = lambda one: asked.append(one.name) or remembered(one)  # type: ignore[assignment,func-returns-value]
        load_and_tell(store, pages, tmp_path / "told")
        assert 0 < len(asked) < DOCUMENTS

    assert child(go_on)[0] == 0
    assert child(lambda: export_to(store, tmp_path / "a.jsonl"))[0] == 0
    assert (tmp_path / "a.jsonl").read_bytes() == expected


@pytest.mark.parametrize("large", [1, 10**6])
def test_ctrl_c_lets_the_document_be_finished_and_reports(
    pages: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, large: int
) -> None:
    monkeypatch.setattr(loading, "LARGE", large)
    store, told = tmp_path / "a.lbug", tmp_path / "told"

    def stopped() -> None:
        asked: list[str] = []

        def press(document: object) -> object:
            asked.append("")
            if len(asked) == 5:
                os.kill(os.getpid(), signal.SIGINT)
            return remembered(document)  # type: ignore[arg-type]

        loaders.build.extract_document = press  # type: ignore[assignment]
        report = limited_load(store, pages, told)
        assert report.stopped and report.failed == []
        assert [Path(one.path).name for one in report.loaded] == [f"a{i:03}.txt" for i in range(5)]

    assert child(stopped)[0] == 0
    known = known_documents(pages)
    assert child(lambda: check_whole(store, told, known))[0] == 0


def test_of_two_loads_at_once_the_second_says_who_holds_the_store(tmp_path: Path) -> None:
    store, (reading, writing) = tmp_path / "a.lbug", os.pipe()
    pid = os.fork()
    if pid == 0:
        with open_store(store):
            os.write(writing, b"!")
            time.sleep(60)
        os._exit(0)
    try:
        assert os.read(reading, 1) == b"!"

        def second() -> None:
            with pytest.raises(StoreError, match="another process is writing this store") as caught:
                open_store(store)
            if sys.platform == "linux":
                assert f"(process {pid}: " in str(caught.value)

        assert child(second)[0] == 0
    finally:
        os.kill(pid, signal.SIGKILL)
        os.waitpid(pid, 0)


def opened_after(store: Path) -> str:
    lines = io.StringIO()
    opened: Store
    with open_store(store, read_only=True) as opened:
        write_jsonl(opened, lines)
    return lines.getvalue()


def test_the_bulk_way_gives_the_same_bytes_and_takes_copies(pages: Path, tmp_path: Path) -> None:
    (pages / "copy.txt").write_text(article(1), encoding="utf-8")
    (pages / "empty.txt").write_bytes(b"")

    def both() -> None:
        found = []
        for large in (1, 10**6):
            loading.LARGE = large
            with open_store(tmp_path / f"{large}.lbug") as store:
                report = load(store, [str(pages)])
                assert (len(report.loaded), len(report.unchanged), len(report.failed)) == (DOCUMENTS, 1, 1)
            found.append(opened_after(tmp_path / f"{large}.lbug"))
        assert found[0] == found[1] and '["a001", "copy"]' in found[0]

    assert child(both)[0] == 0


def test_a_store_filled_in_many_parts_is_the_same(pages: Path, tmp_path: Path) -> None:
    """The new file is closed and opened again after each of its tables: what LadybugDB holds until then is given back."""

    def both() -> None:
        from graph import ladybug_bulk, ladybug_store

        loading.LARGE = 1
        found, opened, really = [], [], ladybug_store.open_ladybug

        def noted(path: Path, *, read_only: bool) -> Store:
            opened.append(path.name)
            return really(path, read_only=read_only)

        ladybug_store.open_ladybug = noted  # type: ignore[assignment]
        for held in (ladybug_bulk._HELD, 0):
            ladybug_bulk._HELD = held
            with open_store(tmp_path / f"{held}.lbug") as store:
                assert load(store, [str(pages)]).failed == []
            found.append(opened_after(tmp_path / f"{held}.lbug"))
        assert found[0] == found[1]
        assert opened.count("0.lbug.filling") > 20
        assert not list(tmp_path.glob("*.filling*"))

    assert child(both)[0] == 0


def test_a_spool_gives_each_document_as_it_came_last(pages: Path, tmp_path: Path) -> None:
    """Laid down twice, under two names, taken back, and torn at its end."""
    from graph.spool import Spool

    path, (first, second, third) = tmp_path / "a.loading", [read(one) for one in sorted(pages.iterdir())[:3]]
    spool = Spool(path)
    for document in (first, second, third, first):
        spool.add(batch(remembered(document)), {"path": document.path})
    spool.add_copy({"id": second.id, "name": "copy", "names": ["copy"], "paths": ["copy.txt"]})
    spool.let_go(Gone(third.id, absolute(third.path)))
    spool.let_go(Gone(second.id, absolute(second.path)))
    spool.close()
    path.write_bytes(path.read_bytes() + b"\0\0\1\0torn")
    again = Spool(path)
    assert {key: one.row["names"] for key, one in again.documents.items()} == {
        first.id: [first.name],
        second.id: ["copy"],
    }
    assert [document for document, _ in again.read("Document")] == [second.id, first.id]
    assert [row[0] for row in again.rows("Document")] == [second.id, first.id]
    again.add(batch(remembered(third)), {})
    again.close()
    last = Spool(path)
    assert list(last.documents) == [second.id, first.id, third.id]
    last.remove()
    assert not path.exists()
