"""`duikou export`: a store as a file that others read."""

from __future__ import annotations

import sys
from pathlib import Path

from duikou.screen import Screen


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
