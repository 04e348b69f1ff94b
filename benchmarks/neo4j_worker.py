"""One load, measured in a process of its own: `python -m benchmarks.neo4j_worker`, the task as JSON on standard input.

    {"writer": "unwind", "size": 5000, "graphs": "graphs.pickle", "uri": "bolt://…", "password": "…", "pure": false}

Prints the seconds of the load and of this process's CPU as JSON. `pure` hides the driver's extension in Rust.
"""

from __future__ import annotations

import gc
import json
import os
import pickle
import sys
import time
from pathlib import Path
from typing import Any


def main(task: dict[str, Any]) -> None:
    if task["pure"]:
        sys.modules["neo4j._rust"] = None  # type: ignore[assignment]
    from benchmarks.neo4j_files import Batches
    from benchmarks.neo4j_own import OWN
    from benchmarks.neo4j_writers import WRITERS

    writer = (OWN | WRITERS)[task["writer"]]
    path = Path(task["graphs"])
    graphs = Batches(path) if path.is_dir() else pickle.loads(path.read_bytes())
    gc.collect()
    gc.freeze()
    before = _cpu()
    start = time.perf_counter()
    writer(task["uri"], ("neo4j", task["password"]), graphs, task["size"])
    seconds, cpu = time.perf_counter() - start, _cpu() - before
    if isinstance(graphs, Batches):  # reading the rows from disk is no part of the load
        seconds, cpu = seconds - graphs.seconds, cpu - graphs.cpu
    print(json.dumps({"seconds": seconds, "cpu": cpu, "rust": _has_rust()}))


def _cpu() -> float:
    times = os.times()
    return times.user + times.system


def _has_rust() -> bool:
    from neo4j._codec.packstream import v1

    return v1._rust_pack is not None


if __name__ == "__main__":
    main(json.load(sys.stdin))
