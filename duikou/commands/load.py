"""`duikou load`: documents into a store, and a report of what became of each."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Mapping
from pathlib import Path

from duikou.load import load
from duikou.load_report import COUNTS, LoadReport, write_report
from duikou.rows import write_rows
from duikou.screen import Screen
from duikou.settings import Format
from duikou.writers import NOT_TRIED

COLUMNS = ("status", "path", *COUNTS, "reason")


def load_into(
    screen: Screen,
    location: str,
    arguments: Iterable[str],
    jobs: int,
    *,
    resume: bool = True,
    mapping: Mapping[str, str] | None = None,
    report_file: Path | None = None,
) -> bool:
    """Load the documents and report; True when all are in the store."""
    from graph.store import open_store

    with open_store(location) as store, screen.progress() as progress:
        report = load(store, arguments, jobs, progress, resume=resume, mapping=mapping)
    if report_file is not None:
        write_report(report, location, report_file)
    if screen.format is Format.table:
        _tell(screen, report, location)
    else:
        write_rows(report.rows(), COLUMNS, screen.format, sys.stdout)
    tried = [one for one in report.failed if not one.reason.startswith(NOT_TRIED)]
    screen.failures(tried, report.documents)
    if len(tried) < len(report.failed):
        screen.warn("load.not_tried", count=len(report.failed) - len(tried))
    if report.stopped:
        screen.warn("load.stopped", store=location)
    return not report.failed and not report.stopped


def _tell(screen: Screen, report: LoadReport, location: str) -> None:
    counts = {part: report.total(part) for part in COUNTS}
    screen.tell("loaded", documents=len(report.loaded), store=location, **counts)
    screen.tell(
        "load.rest",
        replaced=report.replaced,
        unchanged=len(report.unchanged),
        failed=len(report.failed),
        seconds=f"{report.seconds:.1f}",
    )
