"""`duikou view` and `duikou report`: pages to look at."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from duikou.screen import Screen
from duikou.view_kinds import Kind


def show_view(
    screen: Screen,
    location: str,
    words: Sequence[str],
    parameters: Mapping[str, str],
    kind: Kind | None,
    output: Path,
) -> None:
    """Write the page of what was asked for."""
    from duikou.view import view
    from graph.store import open_store

    with open_store(location, read_only=True) as store:
        page = view(store, words, parameters, kind, screen.lang)
    page.save(output)
    screen.tell("view.written", path=output, size=f"{len(page.html.encode()) / 1e6:.1f}")


def show_report(screen: Screen, location: str, name: str, folder: Path) -> None:
    """Write the linked pages about one entity."""
    from duikou.view import the_one
    from duikou.views.report import report
    from graph.store import open_store

    with open_store(location, read_only=True) as store:
        pages = report(store, the_one(store, name).id, folder, screen.lang)
    screen.tell("report.written", count=len(pages), path=pages[0])
