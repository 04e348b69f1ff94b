"""`duikou export`: a store as a file, or a folder of files, that others read."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import IO, TYPE_CHECKING

from duikou.screen import Screen
from graph.errors import UsageError
from graph.rdf_terms import BASE, RdfFormat, checked_base

if TYPE_CHECKING:
    from graph.store import Store

FILES = {"xlsx": "file", "graphml": "file", "gexf": "file", "parquet": "folder"}
_ENDINGS = {".rdf": RdfFormat.rdfxml, ".xml": RdfFormat.rdfxml, **{f".{one}": one for one in RdfFormat}}


def export(screen: Screen, location: str, output: Path | None) -> int:
    """Write every statement as a line of JSON."""
    from graph.export import write_jsonl
    from graph.store import open_store

    with open_store(location, read_only=True) as store:
        count = _written(output, lambda stream: write_jsonl(store, stream))
    if output is not None:
        screen.tell("written", count=count, path=output)
    return count


def export_rdf(
    screen: Screen,
    location: str,
    output: Path | None,
    format: str | None,
    base: str | None,
    texts: bool = True,
    vocabulary: bool = False,
) -> int:
    """Write the store as linked data; the ending of the file tells the format, where none is named."""
    from graph.rdf_write import write_rdf
    from graph.store import open_store

    form = RdfFormat(format or (_ENDINGS.get(output.suffix) if output else None) or RdfFormat.ttl)
    base = checked_base(base or BASE)
    with open_store(location, read_only=True) as store:
        count = _written(output, lambda stream: write_rdf(store, stream, form, base, texts, vocabulary))
    if output is not None:
        screen.tell("triples", count=count, path=output)
    return count


def export_csv(screen: Screen, location: str, output: Path | None) -> int:
    """Write the store as one table of statements."""
    from graph.statement_table import write_statements
    from graph.store import open_store

    with open_store(location, read_only=True) as store:
        count = _written(output, lambda stream: write_statements(store, stream))
    if output is not None:
        screen.tell("written", count=count, path=output)
    return count


def export_file(screen: Screen, location: str, output: Path | None, kind: str) -> int:
    """Write the store as a file or folder of this kind (a name of FILES), which standard output cannot take."""
    from graph.store import open_store

    if output is None:
        raise UsageError(f"name the {FILES[kind]} to write: duikou export {kind} PATH")
    with open_store(location, read_only=True) as store:
        if kind == "parquet":
            from graph.parquet import write_parquet

            count = write_parquet(store, output)
        else:
            count = _replaced(output, _writer(store, kind, screen.lang.value))
    screen.tell("rows_written", count=count, path=output)
    return count


def _writer(store: Store, kind: str, lang: str) -> Callable[[Path], int]:
    if kind == "xlsx":
        from graph.workbook import write_workbook

        return lambda path: write_workbook(store, path)
    from graph.networks import FORMATS

    return lambda path: FORMATS[kind](store, path, lang)


def _replaced(output: Path, write: Callable[[Path], int]) -> int:
    """Write a file, which appears only when it is complete."""
    unfinished = output.with_name(output.name + ".part")
    try:
        count = write(unfinished)
        unfinished.replace(output)
    finally:
        unfinished.unlink(missing_ok=True)
    return count


def _written(output: Path | None, write: Callable[[IO[str]], int]) -> int:
    """Write to the file, or to standard output; a file appears only when it is complete."""
    if output is None:
        return write(sys.stdout)

    def into(path: Path) -> int:
        with path.open("w", encoding="utf-8", newline="\n") as stream:
            return write(stream)

    return _replaced(output, into)


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
