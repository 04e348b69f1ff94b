"""One export, measured in a process of its own: `python -m benchmarks.rdf_worker`, the task as JSON on standard input.

    {"writer": "duikou", "format": "nt", "store": "a.lbug", "output": "graph.nt"}

Prints seconds, triples and the megabytes that the process held at its peak.
"""

from __future__ import annotations

import json
import re
import resource
import sys
import time
from pathlib import Path
from typing import Any

FORMATS = {"nt": "nt", "ttl": "turtle", "jsonld": "json-ld"}


def main(task: dict[str, str]) -> dict[str, Any]:
    """Run the task."""
    from graph.store import open_store

    start = time.perf_counter()
    with open_store(task["store"], read_only=True) as store:
        if task["writer"] == "duikou":
            from graph.rdf_write import write_rdf

            with Path(task["output"]).open("w", encoding="utf-8", newline="\n") as stream:
                triples = write_rdf(store, stream, task["format"])
        else:
            from graph.rdf_rdflib import to_rdflib

            graph = to_rdflib(store)
            graph.serialize(task["output"], format=FORMATS[task["format"]], encoding="utf-8")
            triples = len(graph)
    seconds = time.perf_counter() - start
    return {"seconds": seconds, "triples": triples, "megabytes": peak()}


def peak() -> float:
    """Megabytes of memory that this process held at its most.

    Linux counts into ru_maxrss what the parent held when it started the process; VmHWM begins anew.
    """
    status = Path("/proc/self/status")
    if status.is_file():
        found = re.search(r"VmHWM:\s+(\d+) kB", status.read_text(encoding="ascii"))
        if found:
            return int(found[1]) / 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (2**20 if sys.platform == "darwin" else 1024)


if __name__ == "__main__":
    print(json.dumps(main(json.load(sys.stdin))))
