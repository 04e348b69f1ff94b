"""A graph of any size into Neo4j by two ways: over Bolt, and through files and `neo4j-admin database import`."""

from __future__ import annotations

import os
import shutil
import subprocess
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from statistics import median

import ladybug
import pandas as pd

from benchmarks import neo4j_server_run as servers
from benchmarks.neo4j_files import Batches, write
from benchmarks.neo4j_graph import groups, parts
from benchmarks.neo4j_load import Bench, Way
from graph.ladybug_store import open_ladybug
from graph.neo4j_admin import export_neo4j_admin
from graph.rows import Batch
from graph.schema import schema
from graph.tables import ladybug_ddl

_AT_ONCE = 30  # batches in one COPY


@dataclass(frozen=True, slots=True)
class Import:
    """Seconds of each step from the embedded store to a database that is ready."""

    exporting: float
    importing: float
    starting: float
    indexing: float

    @property
    def total(self) -> float:
        return self.exporting + self.importing + self.starting + self.indexing


@dataclass(frozen=True, slots=True)
class Size:
    """One size of graph, and every run of both ways."""

    nodes: int
    links: int
    bolt: list[float]
    imports: list[Import]

    @property
    def gain(self) -> float:
        """How many times as quick the import is."""
        return median(self.bolt) / median(one.total for one in self.imports)


def measure(server: servers.Server, folder: Path, nodes: int, repetitions: int, say: Callable[[str], None]) -> Size:
    """Both ways with the same graph; the server, which is running and warm, is left with it."""
    batches, store = write(parts(nodes), folder / "batches"), folder / "store.lbug"
    fill(store, Batches(batches))
    way = Way(f"duikou, {nodes} nodes over Bolt", "duikou")
    bench = Bench(server, folder, batches, say)
    imports = []
    for number in range(repetitions):
        bench.run([way], 1, 0)
        imports.append(_import(store, folder, bench.expected))
        say(f"{number + 1}: neo4j-admin, {nodes} nodes: {imports[-1]}")
    return Size(*bench.expected, way.seconds, imports)


def fill(path: Path, batches: Batches) -> None:
    """Make an embedded store by COPY, which takes a graph that is all new."""
    database = ladybug.Database(str(path))
    connection = ladybug.Connection(database)
    for statement in ladybug_ddl(schema()):
        connection.execute(statement)
    connection.execute("CREATE (:Meta {name: 'schema', value: $version})", {"version": str(schema().version)})
    for some in _together(batches):
        made = groups(some)
        for one in made.nodes:
            rows = pd.DataFrame({name: [row[name] for row in one.rows] for name in one.columns})
            connection.execute(f"COPY {one.labels[0]} FROM $rows", {"rows": rows})
        for links in made.links:
            ends = {"from": [a for a, _, _ in links.rows], "to": [b for _, _, b in links.rows]}
            own = {name: [row[name] for _, row, _ in links.rows] for name in links.columns}
            rows = pd.DataFrame(ends | own)
            pair = f"(from='{links.source}', to='{links.target}')"
            connection.execute(f"COPY {links.type} FROM $rows {pair}", {"rows": rows})
    connection.execute("CHECKPOINT")
    connection.close()
    database.close()


def _together(batches: Batches) -> Iterator[list[Batch]]:
    some: list[Batch] = []
    for batch in batches:
        some.append(batch)
        if len(some) == _AT_ONCE:
            yield some
            some = []
    if some:
        yield some


def _import(store: Path, folder: Path, expected: tuple[int, int]) -> Import:
    """Export, import into a new database, start it, make constraints and indexes; checked by counting."""
    exported, home = folder / "exported", folder / "imported"
    clock = Clock()
    with open_ladybug(store, read_only=True) as opened:
        export_neo4j_admin(opened, exported)
    exporting = clock.lap()
    server = servers.new_server(home)
    server.prepare()  # settings and password: once in the life of a server, not counted
    clock.lap()
    _run_importer(server, exported)
    importing = clock.lap()
    server.start()
    try:
        starting = clock.lap()
        with server.driver() as driver:
            for statement in (exported / "constraints.cypher").read_text(encoding="utf-8").split(";\n"):
                if statement.strip():
                    with driver.session() as session:
                        session.run(statement).consume()
            indexing = clock.lap()
            if servers.counts(driver) != expected:
                raise RuntimeError(f"the import made {servers.counts(driver)} instead of {expected}")
    finally:
        server.kill()
        shutil.rmtree(home)
        shutil.rmtree(exported)
    return Import(exporting, importing, starting, indexing)


def _run_importer(server: servers.Server, exported: Path) -> None:
    """What import.sh does, with the jars instead of an installation."""
    arguments = ["database", "import", "full", "neo4j", "@import.args", f"--report-file={server.home}/report"]
    run = subprocess.run(
        [servers.java("5"), servers.JAVA[0], "-cp", servers.classpath("5"), servers.ADMIN, *arguments],
        env=os.environ | {"NEO4J_HOME": str(server.home), "NEO4J_CONF": str(server.home / "conf")},
        cwd=exported,
        capture_output=True,
        text=True,
    )
    if run.returncode:
        raise RuntimeError(f"the import failed: {run.stdout[-1500:]} {run.stderr[-1500:]}")


class Clock:
    """A stop-watch."""

    def __init__(self) -> None:
        self._last = time.perf_counter()

    def lap(self) -> float:
        """Seconds since the last lap."""
        now = time.perf_counter()
        self._last, last = now, self._last
        return now - last
