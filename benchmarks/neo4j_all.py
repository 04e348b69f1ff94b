"""All measurements on a Neo4j server, side by side in one run, into the Neo4j part of benchmarks/RESULTS.md.

    python -m benchmarks.neo4j_all                            all of it: about an hour on two cores
    python -m benchmarks.neo4j_all --parts load questions     some parts: load, samples, documents, bulk, questions
    python -m benchmarks.neo4j_all --sizes 50000 --print      other sizes of `bulk`; print, change no file

It needs the development dependencies, neo4j-rust-ext and py2neo, and installs neomodel into a temporary environment.
The server is that of the tests: its jars are fetched from Maven Central once. Everything else is temporary.
"""

from __future__ import annotations

import argparse
import shutil
import signal
import sys
import tempfile
from collections.abc import Callable, Iterator
from datetime import date
from importlib.metadata import version
from pathlib import Path

from benchmarks import neo4j_report as report
from benchmarks import neo4j_server_run as servers
from benchmarks.neo4j_bulk import fill, measure
from benchmarks.neo4j_files import Batches, write
from benchmarks.neo4j_graph import PART, part, parts, small_documents
from benchmarks.neo4j_load import Bench, Way, documents, neomodel_rates, one_row_rates, whole_loads
from benchmarks.neo4j_own import open_at
from benchmarks.neo4j_questions import example_of, latencies
from benchmarks.results import machine, write_part
from duikou.load import load
from graph.ladybug_store import open_ladybug
from graph.neo4j_store import Neo4jStore

PARTS = ("load", "samples", "documents", "bulk", "questions")
_ONCE_FROM = 200_000  # nodes: larger graphs are measured once


def main() -> None:
    """Read the arguments, run the parts, write or print them."""
    about, _, _ = __doc__.partition("\n\n")
    parser = argparse.ArgumentParser(prog="python -m benchmarks.neo4j_all", description=about)
    parser.add_argument("--parts", nargs="+", choices=PARTS, default=PARTS)
    parser.add_argument("--nodes", type=int, default=50_000, help="of the whole loads")
    parser.add_argument("--documents", type=int, default=200)
    parser.add_argument("--sample", type=int, default=1000, help="nodes of what is too slow for the whole load")
    parser.add_argument("--sizes", type=int, nargs="+", default=[50_000, 200_000, 1_000_000], help="nodes, of bulk")
    parser.add_argument("--facts", type=int, default=100_000, help="of the large graph that is asked")
    parser.add_argument("--repetitions", type=int, default=3)
    parser.add_argument("--warm-ups", type=int, default=2)
    parser.add_argument("--asked", type=int, default=30, help="how often each question is asked")
    parser.add_argument("--print", action="store_true", help="print the results, write no file")
    arguments = parser.parse_args()
    signal.signal(signal.SIGTERM, lambda *_: sys.exit("stopped"))
    with tempfile.TemporaryDirectory(prefix="duikou-bench-") as folder:
        for name, text in _run(arguments, Path(folder), lambda line: print(line, file=sys.stderr, flush=True)):
            if arguments.print:
                print(text, flush=True)
            else:
                write_part(name, text)


def _run(arguments: argparse.Namespace, folder: Path, say: Callable[[str], None]) -> Iterator[tuple[str, str]]:
    """The parts of the file, each as soon as it is known."""
    yield "neo4j", _head(arguments)
    with servers.running(folder / "home") as server:
        open_at(server.uri, (server.username, server.password)).close()  # constraints and indexes
        steps = {"load": _load, "samples": _samples, "documents": _documents, "bulk": _bulk, "questions": _questions}
        for name in arguments.parts:
            place = folder / name
            place.mkdir()
            yield f"neo4j {name}", steps[name](server, place, arguments, say)
            shutil.rmtree(place)


def _head(arguments: argparse.Namespace) -> str:
    packages = ", ".join(f"{name} {version(name)}" for name in ("neo4j", "neo4j-rust-ext", "py2neo", "ladybug"))
    return (
        f"## Neo4j\n\n{date.today()}: {machine()}. Neo4j {servers.VERSIONS['5']} Community ({' '.join(servers.JAVA)}, page "
        f"cache {servers.PAGE_CACHE}) on the same machine; {packages}. Made by `python -m benchmarks.neo4j_all`.\n\n"
        "All ways write the same labels, types and properties, into the same emptied database, under the same "
        f"constraints; {arguments.warm_ups} warm-up loads, "
        f"{arguments.repetitions} repetitions in turn. Counts are compared after every load, and once a way a checksum "
        "over all properties. CPU seconds are of the client's process and of the server's. "
        "The driver has its extension in Rust where nothing else is said; py2neo brings its own protocol code."
    )


def _load(server: servers.Server, folder: Path, arguments: argparse.Namespace, say: Callable[[str], None]) -> str:
    bench = Bench(server, folder, write(parts(arguments.nodes), folder / "batches"), say)
    ways = whole_loads()
    with server.driver() as driver, servers.constraints_only(driver):
        bench.run(ways, arguments.repetitions, arguments.warm_ups)
    nodes, links = bench.expected
    return (
        f"### Loading a graph over Bolt\n\n{nodes:,} nodes (8 to 18 properties; a passage has 200 Chinese characters) and "
        f"{links:,} relationships, half of them with 6 to 9 properties. duikou writes batches of {PART:,} nodes and "
        f"{3 * PART:,} relationships, each in one transaction, as many rows as the {Neo4jStore.at_once} documents that a load "
        "writes at once, and looks up what is there before it creates; py2neo and UNWIND get all "
        "rows of a label or type at once and write every statement in a transaction of its own. Under the constraints of a "
        "store of duikou: unique ids on every label and on every type of fact; its other indexes are left out here, because "
        "they cost every way the same.\n\n"
        f"{report.loads(ways, bench.expected)}"
    )


def _samples(server: servers.Server, folder: Path, arguments: argparse.Namespace, say: Callable[[str], None]) -> str:
    size = arguments.sample
    batch = part(size, "sample", links=2 * size, facts=size)
    say("row by row, neomodel")
    rates = one_row_rates(server, batch, arguments.repetitions)
    rates += neomodel_rates(server, folder, batch, arguments.repetitions)
    return (
        f"### Row by row\n\nA sample of {size:,} nodes and {2 * size:,} relationships. neomodel runs in an environment of "
        f"its own, with the driver that it asks for; its batches are of 1,000 rows.\n\n{report.samples(rates)}"
    )


def _documents(server: servers.Server, folder: Path, arguments: argparse.Namespace, say: Callable[[str], None]) -> str:
    batches = write(small_documents(arguments.documents), folder / "batches")
    bench = Bench(server, folder, batches, say, together=False)
    ways = documents()
    bench.run(ways, arguments.repetitions, arguments.warm_ups)
    return (
        f"### Documents, one transaction each\n\n{arguments.documents} documents of about 143 nodes and 230 relationships, "
        "as real articles give; every second entity stands in other documents too. With all indexes of a store, full text included. Extraction is not counted.\n\n"
        f"{report.documents(ways, arguments.documents)}"
    )


def _bulk(server: servers.Server, folder: Path, arguments: argparse.Namespace, say: Callable[[str], None]) -> str:
    warm = write(parts(arguments.sizes[0]), folder / "warm")
    Bench(server, folder, warm, say).run([Way("duikou", "duikou", warms=True)], 0, arguments.warm_ups)
    found = []
    for nodes in arguments.sizes:
        repetitions = 1 if nodes >= _ONCE_FROM else arguments.repetitions
        found.append(measure(server, folder / str(nodes), nodes, repetitions, say))
        shutil.rmtree(folder / str(nodes))
    return (
        "### neo4j-admin import against Bolt\n\nFrom an embedded store to a Neo4j database that answers, with all "
        f"constraints and indexes; medians, from {_ONCE_FROM:,} nodes on one run. The Bolt load is that of the first table."
        f"\n\n{report.sizes(found)}"
    )


def _questions(server: servers.Server, folder: Path, arguments: argparse.Namespace, say: Callable[[str], None]) -> str:
    made = [
        "### Canned questions\n\nMedians in milliseconds: `queries.ask.ask` on Neo4j; of it the question's own query with all "
        "that becomes of its rows, without the earlier queries that turn a name into ids; the driver's `execute_query` (read "
        "access) with the same text and the resolved ids; `session.run` with the same; `ask` on LadybugDB. The four take "
        "turns."
    ]
    login = server.username, server.password
    for title, texts in (("The seeds", True), (f"About {arguments.facts:,} facts", False)):
        with server.driver() as driver:
            servers.empty(driver)
            embedded_path = folder / f"{len(made)}.lbug"
            if not texts:
                batches = write(parts(arguments.facts * 2 // 3), folder / "batches")
                fill(embedded_path, Batches(batches))
            with open_at(server.uri, login) as store, open_ladybug(embedded_path, read_only=not texts) as embedded:
                if texts:
                    for one in (store, embedded):
                        load(one, [str(servers.ROOT / "seeds" / "articles")])
                else:
                    for batch in Batches(batches):
                        store.write_batch(batch)
                say(f"questions: {title}")
                example = (lambda parameter: parameter.example) if texts else example_of(store)
                found = latencies(store, embedded, driver, example, arguments.asked, say)
        made.append(f"{title}:\n\n{report.questions(found)}")
    return "\n\n".join(made)


if __name__ == "__main__":
    main()
