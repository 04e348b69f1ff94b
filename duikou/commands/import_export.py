"""`duikou import`: a file of `duikou export` into a store."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path

from duikou.screen import Screen


def import_into(screen: Screen, location: str, source: Path) -> None:
    """Write what the file holds into the store, once all its proofs have been checked, and report."""
    from graph.restore import import_file
    from graph.store import open_store

    with open_store(location) as store, screen.progress() as progress:
        held = import_file(store, source, progress)
    screen.tell("imported", path=source, store=location, **asdict(held))
