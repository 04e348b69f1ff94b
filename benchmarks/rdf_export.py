"""Linked data: `duikou export rdf` against rdflib, which builds and serialises the same triples of the same store.

    python -m benchmarks.rdf_export                                                    half an hour
    python -m benchmarks.rdf_export --facts 3000 --lines 3000 --others 1500 --dry      a minute; prints only

Every measurement runs in a process of its own, from opening the store to the closed file. rdflib needs about 1.4 GB for a
million triples, and its Turtle hours, so that it gets stores that it can hold: one for N-Triples (--lines), a smaller one
for the other formats (--others). The export is measured on these too, and on one of a million facts.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from benchmarks.neo4j_graph import part
from benchmarks.results import machine, table, write_part
from graph.merge import canonical
from graph.rows import Batch

FORMATS = ("nt", "ttl", "jsonld")
PART = 10_000  # nodes in one batch
RUNS = 3  # of stores that rdflib gets too; of the large one it is one
_SCHEMES = ("东西部协作", "对口支援", "结对帮扶", "定点帮扶")


def batches(facts: int) -> Iterator[Batch]:
    """The generated graph of the Neo4j benchmark with so many facts, its proofs as documents give them."""
    nodes = facts * 2 // 3
    for number, start in enumerate(range(0, nodes, PART)):
        size = min(PART, nodes - start)
        yield _proven(part(size, f"part {number}", links=3 * size, facts=3 * size // 2))


def _proven(batch: Batch) -> Batch:
    """The same rows with the tiers and steps of the vocabulary, and a few schemes instead of one a fact."""
    step = canonical([{"role": "subject", "kind": "pronoun", "surface": "该企业", "means": "企业"}])
    for rows in batch.facts.values():
        for row in rows.values():
            inferred = row["because"] != "[]"
            if row.get("scheme"):
                row["scheme"] = _SCHEMES[ord(row["scheme"][0]) % len(_SCHEMES)]
            row.update(tier="inferred" if inferred else "stated", because=step if inferred else "[]")
    return batch


def make(path: Path, facts: int) -> Path:
    """A store with so many facts, made unless it is there."""
    from graph.store import open_store

    if path.exists():
        return path
    unfinished = path.with_name(f"{path.name}.part")
    with open_store(unfinished) as store:
        for batch in batches(facts):
            store.write_batch(batch)
    unfinished.rename(path)
    return path


def measure(writer: str, format: str, store: Path, output: Path, runs: int) -> dict[str, Any]:
    """Seconds, triples and megabytes at the peak, the best of the runs."""
    task = {"writer": writer, "format": format, "store": str(store), "output": str(output)}
    found = []
    for _ in range(runs):
        run = subprocess.run(
            [sys.executable, "-m", "benchmarks.rdf_worker"],
            input=json.dumps(task),
            capture_output=True,
            text=True,
            check=True,
        )
        found.append(json.loads(run.stdout))
    return min(found, key=lambda one: float(one["seconds"]))


def report(rows: list[tuple[str, str, int, dict[str, Any]]]) -> str:
    """The results as Markdown; each export beside rdflib's of the same store and format, if there is one."""
    peers = {(format, size): found for writer, format, size, found in rows if writer == "rdflib"}
    lines = []
    for writer, format, size, found in rows:
        peer = peers.get((format, size)) if writer == "duikou" else None
        lines.append(
            (
                f"{writer} {format}",
                f"{size:,}",
                f"{found['triples']:,}",
                f"{found['seconds']:.1f}",
                f"{found['triples'] / found['seconds']:,.0f}",
                f"{found['megabytes']:,.0f}",
                f"{peer['seconds'] / found['seconds']:.1f}" if peer else "",
                f"{peer['megabytes'] / found['megabytes']:.1f}" if peer else "",
            )
        )
    columns = ["way", "facts", "triples", "s", "triples/s", "peak MB", "times as fast", "a share of its memory: 1/"]
    return (
        "## Linked data\n\n"
        f"{machine()}. Generated stores, texts, proofs and figures included; from opening the store to the closed file, each\n"
        f"run in its own process (duikou: the best of {RUNS}, of the largest store one; rdflib once). rdflib builds the same\n"
        "graph for every format: what it holds for N-Triples it would hold for Turtle too.\n\n"
        f"{table(columns, lines)}\n\n"
        "Again: `python -m benchmarks.rdf_export`."
    )


def main() -> None:
    """Measure and write the part of RESULTS.md."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--facts", type=int, default=1_000_000)
    parser.add_argument("--lines", type=int, default=200_000, help="facts that rdflib gets for N-Triples")
    parser.add_argument("--others", type=int, default=15_000, help="facts that rdflib gets for the other formats")
    parser.add_argument("--folder", type=Path, help="where the stores are kept for another run")
    parser.add_argument("--dry", action="store_true", help="print only")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        folder = options.folder or Path(temporary)
        folder.mkdir(parents=True, exist_ok=True)
        rows = []
        for size in sorted({options.lines, options.others, options.facts}):
            store = make(folder / f"{size}.lbug", size)
            for format in FORMATS:
                peer = size == (options.lines if format == "nt" else options.others)
                for writer in ("duikou", "rdflib") if peer else ("duikou",):
                    runs = RUNS if writer == "duikou" and size < options.facts else 1
                    found = measure(writer, format, store, folder / f"graph.{format}", runs)
                    rows.append((writer, format, size, found))
                    print(writer, format, size, found, flush=True)
    text = report(rows)
    if options.dry:
        print(text)
    else:
        write_part("linked data", text)


if __name__ == "__main__":
    main()
