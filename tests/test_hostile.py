"""One load of a folder of hostile files: a line for each in the report, everything else loaded, memory within bounds."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import hostile_corpus
import pytest

from graph.errors import ReadError
from graph.model import Document
from loaders.read import documents, paths

pytest.importorskip("openpyxl")
pytest.importorskip("reportlab")
MOST_MB = 1024


@dataclass(frozen=True)
class Run:
    """What a load of the corpus left behind."""

    expected: dict[str, str]
    good: list[str]
    exit_code: int
    megabytes: float
    errors: str
    loaded: dict[str, int]  # facts by document
    failed: dict[str, list[str]]  # reasons by file


# A process counts into its peak what the one held that started it; this one holds little.
LAUNCHER = """
import resource, subprocess, sys
code = subprocess.call(sys.argv[1:], stdout=sys.stderr)
print(code, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)
"""


@pytest.fixture(scope="module")
def run(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Run]:
    folder = tmp_path_factory.mktemp("hostile")
    corpus = folder / "corpus"
    corpus.mkdir()
    expected, good = hostile_corpus.make(corpus), hostile_corpus.good(corpus)
    root = str(Path(__file__).parent.parent)
    command = [sys.executable, "-m", "duikou", "load", "corpus", "--store", "x.lbug", "--report", "report.json"]
    with (folder / "errors.txt").open("wb") as errors:
        launched = subprocess.run(
            [sys.executable, "-c", LAUNCHER, *command],
            cwd=folder,
            stdout=subprocess.PIPE,
            stderr=errors,
            env={**os.environ, "PYTHONPATH": root},
            check=True,
        )
    code, peak = map(int, launched.stdout.split())
    report = json.loads((folder / "report.json").read_text(encoding="utf-8"))
    loaded: dict[str, int] = {}
    failed: dict[str, list[str]] = defaultdict(list)
    for row in report["files"]:
        path = row["path"].removeprefix("corpus/")
        if row["status"] == "failed":
            failed[path.split("#")[0]].append(row["reason"])
        else:
            loaded[path] = row["facts"]
    said = (folder / "errors.txt").read_text(encoding="utf-8", errors="replace")
    yield Run(expected, good, code, peak / 1024, said, loaded, dict(failed))


def test_there_are_enough_of_them(run: Run) -> None:
    assert len(run.expected) >= 90


def test_the_load_ends_with_1_and_without_a_crash(run: Run) -> None:
    assert run.exit_code == 1, run.errors[-2000:]
    assert "Traceback" not in run.errors and "a bug in duikou" not in run.errors


def test_every_hostile_file_has_its_line(run: Run) -> None:
    wrong = {}
    for name, words in run.expected.items():
        shown = name.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")
        reasons = (
            run.failed.get(name)
            or run.failed.get(os.fsdecode(shown))
            or run.failed.get(name.encode("utf-8", "backslashreplace").decode(), [])
        )
        if not any(words in reason and shown in reason for reason in reasons):
            wrong[shown] = (words, reasons)
    assert not wrong


def test_every_line_is_one_line_and_printable(run: Run) -> None:
    for reasons in run.failed.values():
        for reason in reasons:
            assert "\n" not in reason and reason.encode("utf-8") and len(reason) < 400, reason


def test_nothing_else_failed(run: Run) -> None:
    """Only the hostile files are named, each at most once for each of its rows."""
    known = {name.encode("utf-8", "backslashreplace").decode() for name in run.expected}
    assert {name for name in run.failed if name not in known and name not in run.expected} == set()


def test_the_others_are_loaded(run: Run) -> None:
    for name in run.good:
        assert run.loaded[name] > 0, name
    assert run.loaded["no_json.jsonl#1"] > 0 and run.loaded["no_json.jsonl#3"] > 0, "rows beside a bad one"
    assert run.loaded["bad_date.csv#2"] > 0, "an article without its date is still an article"


def test_memory_stays_small(run: Run) -> None:
    assert run.megabytes < MOST_MB


def test_a_file_that_changes_while_it_is_read(tmp_path: Path) -> None:
    path = tmp_path / "growing.csv"
    path.write_text("text\n甲县与乙区结对。\n丙县与丁区结对。\n", encoding="utf-8")
    found = documents(path)
    assert isinstance(next(found), Document)
    with path.open("a", encoding="utf-8") as file:
        file.write("戊县与己区结对。\n")
    *_, last = found
    assert isinstance(last, ReadError) and "changed while it was read" in str(last)


def test_a_text_that_changes_while_it_is_read_is_not_given(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.txt"
    path.write_text("甲县与乙区结对。", encoding="utf-8")
    as_it_was = os.fstat

    def later(number: int) -> os.stat_result:
        path.write_text("丙县与丁区结对，各出资一半。", encoding="utf-8")
        return as_it_was(number)

    monkeypatch.setattr(os, "fstat", later)
    (only,) = documents(path)
    assert isinstance(only, ReadError) and "changed while it was read" in str(only)


def test_folders_and_files_without_permission(tmp_path: Path) -> None:
    (tmp_path / "open.txt").write_text("甲县与乙区结对。", encoding="utf-8")
    for name in ("closed.txt", "shut"):
        path = tmp_path / name
        path.mkdir() if name == "shut" else path.write_text("x", encoding="utf-8")
        path.chmod(0)
    try:
        found = {path: list(documents(path)) for path in paths([str(tmp_path)])}
    finally:
        (tmp_path / "shut").chmod(0o700)
    assert len(found) == (2 if os.geteuid() == 0 else 3)  # nothing is closed to root
    refused = [str(one) for outcome in found.values() for one in outcome if isinstance(one, ReadError)]
    if os.geteuid():
        assert all("permission denied" in one for one in refused) and len(refused) == 2


def test_a_folder_that_may_not_be_listed_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "shut").mkdir()
    (tmp_path / "open.txt").write_text("甲县与乙区结对。", encoding="utf-8")
    real = os.scandir

    def refused(path: Path) -> object:
        if Path(path).name == "shut":
            raise PermissionError(13, "Permission denied")
        return real(path)

    def not_listed(path: Path) -> list[str]:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(os, "scandir", refused)
    monkeypatch.setattr(os, "listdir", not_listed)
    first, second = paths([str(tmp_path)])
    (only,) = documents(second)
    assert (Path(first).name, Path(second).name) == ("open.txt", "shut")
    assert "cannot be opened (permission denied)" in str(only)
