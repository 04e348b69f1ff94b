"""`duikou find`: entities by any of their names."""

from __future__ import annotations

import sys
from dataclasses import asdict
from typing import TYPE_CHECKING

from duikou.messages import say
from duikou.rows import write_rows
from duikou.screen import Screen
from duikou.settings import Format

if TYPE_CHECKING:
    from queries.find import Found

COLUMNS = ("id", "label", "name", "names", "code", "passages")


def show_find(screen: Screen, location: str, text: str) -> None:
    """List the entities that have the text in a name."""
    from graph.store import open_store
    from queries.find import find

    with open_store(location, read_only=True) as store:
        found = find(store, text)
    if screen.format is not Format.table:
        write_rows(map(asdict, found), COLUMNS, screen.format, sys.stdout)
    elif found:
        from duikou.tables import table
        from duikou.words import label_name

        names = ("name", "label", "aliases", "code", "passages")
        rows = [(one.name, label_name(one.label, screen.lang), _others(one), one.code, one.passages) for one in found]
        screen.show(table([say(screen.lang, f"column.{name}") for name in names], rows))
    if not found:
        screen.note("nothing", store=location)


def _others(found: Found) -> list[str]:
    return [name for name in found.names if name != found.name]
