"""`duikou load`: documents into a store, and a report of what became of each."""

from __future__ import annotations

import sys
from collections.abc import Iterable

from duikou.load import LoadReport, load
from duikou.rows import write_rows
from duikou.screen import Screen
from duikou.settings import Format

COLUMNS = ("status", "path", "articles", "entities", "facts", "observations", "rejects", "reason")


def load_into(screen: Screen, location: str, arguments: Iterable[str], jobs: int) -> int:
    """Load the documents and report; gives the number of those that failed."""
    from graph.store import open_store

    with open_store(location) as store, screen.progress() as progress:
        report = load(store, arguments, jobs, progress)
    if screen.format is Format.table:
        _tell(screen, report, location)
    else:
        write_rows(report.rows(), COLUMNS, screen.format, sys.stdout)
    screen.failures(report.failed, len(report.loaded) + len(report.failed))
    return len(report.failed)


def _tell(screen: Screen, report: LoadReport, location: str) -> None:
    counts = {part: report.total(part) for part in ("articles", "entities", "facts", "observations", "rejects")}
    screen.tell("loaded", documents=len(report.loaded), store=location, **counts)
