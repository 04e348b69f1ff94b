"""Loading over Bolt: every way writes the same graph into the same emptied database, in turn."""

from __future__ import annotations

import json
import os
import pickle
import subprocess
import sys
import tempfile
import time
import venv
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from statistics import median
from typing import Any

import neo4j

from benchmarks import neo4j_server_run as servers
from benchmarks.neo4j_files import Batches
from benchmarks.neo4j_graph import counts, groups
from benchmarks.neo4j_groups import Groups, plain
from benchmarks.neo4j_writers import one_row
from graph.rows import Batch

NEOMODEL = "neomodel==7.0.0"


@dataclass(slots=True)
class Way:
    """One way of writing, and what it took: (seconds, CPU of the client, CPU of the server) a load."""

    title: str
    writer: str
    size: int = 0
    pure: bool = False
    warms: bool = False  # takes part in the warm-up
    took: list[tuple[float, float, float]] = field(default_factory=list)

    @property
    def seconds(self) -> list[float]:
        return sorted(one[0] for one in self.took)

    @property
    def median(self) -> float:
        return median(self.seconds)


def whole_loads() -> list[Way]:
    """The ways that are quick enough for the whole graph."""
    return [
        Way("duikou", "duikou", warms=True),
        Way("duikou, pure Python driver", "duikou", pure=True),
        *(Way(f"py2neo merge, {_rows(n)}", "py2neo_merge", n, warms=n == 5000) for n in (1000, 5000, 10_000)),
        *(Way(f"py2neo create, {_rows(n)}", "py2neo_create", n, warms=n == 5000) for n in (1000, 5000, 10_000)),
        *(Way(f"UNWIND of maps, {_rows(n)}", "unwind", n, warms=n == 10_000) for n in (1000, 5000, 10_000, 20_000)),
        Way("UNWIND of maps, 10 000 rows, pure Python driver", "unwind", 10_000, pure=True),
    ]


def documents() -> list[Way]:
    """The ways to write a document in one transaction."""
    return [
        Way("duikou", "duikou", warms=True),
        Way("duikou, pure Python driver", "duikou", pure=True),
        Way("py2neo merge", "py2neo_merge_in_one", 5000, warms=True),
        Way("UNWIND of maps", "unwind_in_one", 5000, warms=True),
        Way("UNWIND of maps, pure Python driver", "unwind_in_one", 5000, pure=True),
        Way("duikou into LadybugDB", "ladybug"),
    ]


def _rows(count: int) -> str:
    return f"{count:,} rows".replace(",", " ")


class Bench:
    """A running server, emptied before every load, and the files of the graph that is loaded."""

    def __init__(
        self, server: servers.Server, folder: Path, batches: Path, say: Callable[[str], None], together: bool = True
    ) -> None:
        """`together`: the other ways get all rows of a label at once, not document by document."""
        self.server, self.folder, self.own, self.say = server, folder, batches, say
        self._together = together
        self.expected = _counts(batches)
        self.checksums: dict[str, str] = {}

    @cached_property
    def others(self) -> Path:
        """The rows as the other ways take them."""
        path = self.folder / "groups.pickle"
        batches = list(Batches(self.own))
        path.write_bytes(pickle.dumps([groups(batches)] if self._together else [groups([one]) for one in batches]))
        return path

    def run(self, ways: Sequence[Way], repetitions: int, warm_ups: int) -> None:
        """Warm up, then every way in turn, as often as said."""
        for number in range(warm_ups):
            for way in ways:
                if way.warms:
                    self._once(way, f"warm-up {number + 1}")
        for number in range(repetitions):
            for way in ways:
                way.took.append(self._once(way, f"{number + 1}", check=number == 0))

    def _once(self, way: Way, label: str, check: bool = False) -> tuple[float, float, float]:
        embedded = way.writer == "ladybug"
        with self.server.driver() as driver, tempfile.TemporaryDirectory() as scratch:
            if not embedded:
                servers.empty(driver)
            before = servers.cpu_seconds(self.server)
            uri = f"{scratch}/store.lbug" if embedded else self.server.uri
            told = self._worker(way, uri)
            used = servers.cpu_seconds(self.server) - before
            if not embedded:
                self._check(driver, way, check)
        self.say(f"{label}: {way.title}: {told['seconds']:.2f} s, CPU {told['cpu']:.2f} + {used:.2f}")
        return told["seconds"], told["cpu"], used

    def _worker(self, way: Way, uri: str) -> Any:
        graphs = self.own if way.writer in ("duikou", "ladybug") else self.others
        task = {"writer": way.writer, "size": way.size, "graphs": str(graphs), "uri": uri}
        task |= {"password": self.server.password, "pure": way.pure}
        command = [sys.executable, "-m", "benchmarks.neo4j_worker"]
        run = subprocess.run(command, input=json.dumps(task), capture_output=True, text=True, cwd=servers.ROOT)
        if run.returncode:
            raise RuntimeError(f"{way.title}: {run.stderr[-3000:]}")
        told = json.loads(run.stdout)
        if told["rust"] == way.pure:
            raise RuntimeError(f"{way.title}: the extension in Rust is {'there' if told['rust'] else 'missing'}")
        return told

    def _check(self, driver: neo4j.Driver, way: Way, with_properties: bool) -> None:
        """RuntimeError unless all nodes and relationships are there, and the same as after every other way."""
        found = servers.counts(driver)
        if found != self.expected:
            raise RuntimeError(f"{way.title}: wrote {found} instead of {self.expected}")
        if with_properties:
            self.checksums[way.title] = servers.checksum(driver)
            if len(set(self.checksums.values())) > 1:
                raise RuntimeError(f"the graphs differ: {self.checksums}")


def _counts(batches: Path) -> tuple[int, int]:
    """Nodes and relationships: the batches of a graph have no node in common, documents may have entities."""
    nodes: set[str] = set()
    links: set[Any] = set()
    for batch in Batches(batches):
        nodes.add(batch.document["id"])
        nodes.update(*batch.nodes.values())
        links.update(*batch.facts.values())
        links.update((pair.relation, end) for pair, ends in batch.links.items() for end in ends)
    return len(nodes), len(links)


@dataclass(frozen=True, slots=True)
class Rates:
    """Nodes and relationships a second, medians."""

    title: str
    nodes: float
    links: float


def neomodel_rates(server: servers.Server, folder: Path, batch: Batch, repetitions: int) -> list[Rates]:
    """By way of neomodel, in an environment of its own."""
    python = _environment(folder / "neomodel")
    graph = folder / "neomodel.pickle"
    graph.write_bytes(pickle.dumps(plain(groups([batch]))))
    script = Path(__file__).parent / "neo4j_neomodel.py"
    variables = os.environ | {"BENCH_URI": server.uri, "BENCH_PASSWORD": server.password}
    took: dict[str, list[list[float]]] = {}
    for _ in range(repetitions):
        for how in ("bulk_create", "bulk_create_or_update", "save"):
            with server.driver() as driver:
                servers.empty(driver)
                command = [python, str(script), str(graph), how]
                run = subprocess.run(command, env=variables, capture_output=True, text=True, cwd=folder)
                if run.returncode:
                    raise RuntimeError(f"neomodel {how}: {run.stderr[-3000:]}")
                if servers.counts(driver) != counts([batch]):
                    raise RuntimeError(f"neomodel {how} wrote {servers.counts(driver)} instead of {counts([batch])}")
            took.setdefault(how, []).append(json.loads(run.stdout.splitlines()[-1]))
    return [_rates(f"{NEOMODEL.replace('==', ' ')} {how} + connect", batch, some) for how, some in took.items()]


def one_row_rates(server: servers.Server, batch: Batch, repetitions: int) -> list[Rates]:
    """One row, one transaction: the driver's execute_query in a loop."""
    nodes, links = groups([batch])
    took = []
    for _ in range(repetitions):
        with server.driver() as driver:
            servers.empty(driver)
        seconds = []
        for some in (Groups(nodes, []), Groups([], links)):
            start = time.perf_counter()
            one_row(server.uri, (server.username, server.password), [some])
            seconds.append(time.perf_counter() - start)
        took.append(seconds)
    return [_rates("execute_query a row", batch, took)]


def _rates(title: str, batch: Batch, took: list[list[float]]) -> Rates:
    nodes, links = (count / median(some) for count, some in zip(counts([batch]), zip(*took, strict=True), strict=True))
    return Rates(title, nodes, links)


def _environment(folder: Path) -> str:
    """The Python of a new virtual environment with neomodel."""
    venv.create(folder, with_pip=True)
    python = str(folder / "bin" / "python")
    subprocess.run([python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", NEOMODEL], check=True)
    return python
