"""`duikou export`: a store as a file, or a folder of files, that others read."""

from __future__ import annotations

import sys
from pathlib import Path

from duikou.screen import Screen
from graph.errors import UsageError


def export(screen: Screen, location: str, output: Path | None) -> int:
    """Write every statement to the file, or to standard output; a file appears only when it is complete."""
    from graph.export import write_jsonl
    from graph.store import open_store

    with open_store(location, read_only=True) as store:
        if output is None:
            return write_jsonl(store, sys.stdout)
        unfinished = output.with_name(output.name + ".part")
        try:
            with unfinished.open("w", encoding="utf-8", newline="\n") as stream:
                count = write_jsonl(store, stream)
            unfinished.replace(output)
        finally:
            unfinished.unlink(missing_ok=True)
    screen.tell("written", count=count, path=output)
    return count


def export_neo4j_admin(screen: Screen, location: str, folder: Path | None) -> None:
    """Write the folder that neo4j-admin imports, and tell what to type then."""
    from graph.neo4j_admin import export_neo4j_admin
    from graph.store import open_store

    if folder is None:
        raise UsageError("name the folder to write: duikou export neo4j-admin DIR")
    with open_store(location, read_only=True) as store, screen.progress() as progress:
        made = export_neo4j_admin(store, folder, progress)
    screen.tell("exported", nodes=made.nodes, relationships=made.relationships, path=folder)
    screen.tell("how_to_import", path=folder)
