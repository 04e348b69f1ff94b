"""A store as a folder that `neo4j-admin database import full` takes, with the script that says how.

    DIR/import.sh                   the commands; README and marker of the folder
    DIR/import.args                 the arguments of the import: which file is what
    DIR/constraints.cypher          what the database needs after the import
    DIR/nodes/LABEL.header.csv      the columns of a label; LABEL.csv.gz its nodes
    DIR/relationships/TYPE...       the same for a type of links

The same graph gives the same bytes. Empty labels and types have no files.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterable, Iterator, Mapping
from concurrent.futures import Executor, ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from graph.arrow import arrow, arrow_table
from graph.errors import StoreError, UsageError
from graph.neo4j_csv import CsvFile, DelimiterInText, Unspeakable, header
from graph.neo4j_schema import (
    META,
    SHARED,
    filled,
    schema_statements,
    setup_digest,
    token_statements,
)
from graph.pages import Pages, types
from graph.schema import schema
from graph.tables import Columns, link_columns, node_tables

if TYPE_CHECKING:
    import pyarrow

    from graph.store import Store

Progress = Callable[[int, int, str], None]  # rows done, rows in all, the label or type

# Characters that no text of an article has; the next is tried when one turns up in a list all the same.
_DELIMITERS = ("\x1f", "\x1e", "\x1d", "\x1c", "\x02", "\x03", "\ue000", "\ufdd0")
_BUFFER = 4 * 1024 * 1024  # what the importer reads at once unless told otherwise; a row must fit in
_IDS = "graph"  # the one space that the ids of all nodes are in
_MARK = "# A graph of duikou, for neo4j-admin."
_SCRIPT = f"""#!/bin/sh
{_MARK} This script puts it into the database "neo4j"; what that held before is deleted.
#
# 1. Stop the server and run this script, as the user who runs the server:
#        NEO4J_HOME=/path/to/neo4j sh import.sh       (or have neo4j-admin on the PATH)
# 2. Start the server and make the constraints and indexes; the password is asked for:
#        cypher-shell --username neo4j --file constraints.cypher
#
# The same in the containers of docker-compose.yml, from the folder above this one (here called DIR):
#        docker compose stop neo4j
#        docker compose run --rm --no-deps --volume "$PWD/DIR:/graph:ro" neo4j sh /graph/import.sh
#        docker compose up --detach --wait neo4j
#        docker compose exec -T neo4j sh -c 'IFS=/ read -r NEO4J_USERNAME NEO4J_PASSWORD </keys/neo4j
#            export NEO4J_USERNAME NEO4J_PASSWORD; exec cypher-shell' <DIR/constraints.cypher
set -eu
cd "$(dirname "$0")"
PATH="${{NEO4J_HOME:+$NEO4J_HOME/bin:}}$PATH"
neo4j-admin database import full neo4j @import.args --report-file="${{TMPDIR:-/tmp}}/duikou-import-$$.report"
"""


@dataclass(frozen=True, slots=True)
class Exported:
    """How much was written."""

    nodes: int
    relationships: int


@dataclass(frozen=True, slots=True)
class _Table:
    """A file to write: `option` is the importer's, `path` is without its endings, `columns` are those of the header.

    `pattern` matches its rows as n in the database.
    """

    option: str
    path: str
    columns: Columns
    pattern: str


def export_neo4j_admin(store: Store, folder: Path, progress: Progress | None = None) -> Exported:
    """Write the folder; it appears when it is complete, in place of an earlier export.

    UsageError when something else is there, StoreError when the store was written meanwhile.
    """
    arrow()  # first of all: is it there?
    folder = folder.resolve()
    _check_place(folder)
    unfinished = folder.with_name(folder.name + ".part")
    _check_place(unfinished)
    for delimiter in _DELIMITERS:
        _remove(unfinished)
        try:
            unfinished.mkdir()
            (unfinished / "import.sh").write_text(_SCRIPT, encoding="utf-8", newline="\n")
            made = _write(store, unfinished, delimiter, progress)
        except DelimiterInText:
            continue
        except BaseException:
            _remove(unfinished)
            raise
        _remove(folder)
        unfinished.rename(folder)
        return made
    _remove(unfinished)
    raise StoreError(f"{store.location}: its lists hold every character that could stand between their parts")


def _check_place(folder: Path) -> None:
    if not folder.parent.is_dir():
        raise UsageError(f"{folder}: the folder {folder.parent} does not exist; make it first")
    if not folder.exists():
        return
    if not folder.is_dir():
        raise UsageError(f"{folder}: this is a file; name a folder that does not exist yet")
    script = folder / "import.sh"
    earlier = script.is_file() and _MARK in script.read_text(encoding="utf-8", errors="replace")
    if any(folder.iterdir()) and not earlier:
        raise UsageError(f"{folder}: this folder holds something else; name one that does not exist yet")


def _remove(folder: Path) -> None:
    if folder.exists():
        shutil.rmtree(folder)


def _write(store: Store, folder: Path, delimiter: str, progress: Progress | None) -> Exported:
    (folder / "nodes").mkdir()
    (folder / "relationships").mkdir()
    pages = Pages(store)
    counted = [0, 0]
    files: list[tuple[_Table, CsvFile]] = []
    with ThreadPoolExecutor(2) as pool:  # one reads the next page, one does the gzip
        for place, tables in enumerate((_nodes(pages), _links(pages))):
            for table, rows in tables:
                file = _write_table(table, rows, folder, delimiter, pool, store.location)
                files += [(table, file)] if file.rows else []
                counted[place] += file.rows
                if progress:
                    progress(sum(counted), pages.rows + 1, Path(table.path).name)
    if sum(counted) != pages.rows + 1:  # the one more says the version
        raise StoreError(f"{store.location}: it was written while it was read; export it when no program writes it")
    _write_text(folder / "import.args", _arguments(files, delimiter))
    _write_text(folder / "constraints.cypher", _constraints(files))
    return Exported(*counted)


def _nodes(pages: Pages) -> Iterator[tuple[_Table, Iterable[pyarrow.Table]]]:
    for label, columns in node_tables(schema()).items():
        labels = f"{label}:{SHARED}" if label in schema().labels else label
        yield (
            _Table(f"--nodes={labels}", f"nodes/{label}", _with_id(columns, "id", _IDS), f"(n:{label})"),
            pages.nodes(label),
        )
    meta = {"name": "string", "value": "string"}
    rows = [["schema", str(schema().version)]]
    yield (
        _Table(f"--nodes={META}", f"nodes/{META}", _with_id(meta, "name", META), f"(n:{META})"),
        [arrow_table(meta, rows)],
    )


def _links(pages: Pages) -> Iterator[tuple[_Table, Iterable[pyarrow.Table]]]:
    ends = {f":START_ID({_IDS})": "string", f":END_ID({_IDS})": "string"}
    for relation in types():
        columns = {**ends, **link_columns(schema(), relation)}
        yield (
            _Table(f"--relationships={relation}", f"relationships/{relation}", columns, f"()-[n:{relation}]->()"),
            pages.links(relation),
        )


def _with_id(columns: Columns, name: str, space: str) -> Columns:
    return {f"{name}:ID({space})" if one == name else one: kind for one, kind in columns.items()}


def _write_table(
    table: _Table, pages: Iterable[pyarrow.Table], folder: Path, delimiter: str, pool: Executor, location: str
) -> CsvFile:
    path = folder / f"{table.path}.csv.gz"
    try:
        with CsvFile(path, delimiter, pool) as file:
            for page in _ahead(pages, pool):
                file.write(page)
    except Unspeakable as error:
        raise StoreError(
            f"{location}: a {path.name.partition('.')[0]} has a list of one empty text, which neo4j-admin cannot import; "
            "load the documents into the server with: duikou load PATH --store bolt://..."
        ) from error
    if file.rows:
        _write_text(folder / f"{table.path}.header.csv", header(table.columns))
    else:
        path.unlink()
    return file


def _ahead(pages: Iterable[pyarrow.Table], pool: Executor) -> Iterator[pyarrow.Table]:
    """The pages, each read while the one before is written."""
    rest = iter(pages)
    coming = pool.submit(next, rest, None)
    while (page := coming.result()) is not None:
        coming = pool.submit(next, rest, None)
        yield page


def _arguments(files: list[tuple[_Table, CsvFile]], delimiter: str) -> str:
    """The arguments of the import, one a line."""
    longest = max(file.longest for _, file in files)
    lines = ["--overwrite-destination", f"--array-delimiter=U+{ord(delimiter):04X}", "--bad-tolerance=0"]
    multiline = [f"{table.path}.csv.gz" for table, file in files if file.multiline]
    if multiline:
        lines += [f"--multiline-fields={','.join(multiline)}", "--multiline-fields-format=v2"]
    lines.append(f"--read-buffer-size={max(_BUFFER, 2 * longest + 1024)}")
    lines += [f"{table.option}={table.path}.header.csv,{table.path}.csv.gz" for table, _ in files]
    return "".join(f"{line}\n" for line in lines)


def _constraints(files: list[tuple[_Table, CsvFile]]) -> str:
    """What duikou itself does to a new database, and what the CSV could not say, as a text for cypher-shell."""
    settings: Mapping[str, str] = {"writes": "0", "setup": f"'{setup_digest(schema())}'"}
    statements = [
        *(filled(table.pattern, sorted(file.emptied)) for table, file in files if file.emptied),
        *schema_statements(schema()),
        *token_statements(schema()),
        "CALL db.awaitIndexes(3600)",
        *(f"MERGE (m:{META} {{name: '{name}'}}) SET m.value = {value}" for name, value in settings.items()),
    ]
    return "".join(f"{statement};\n" for statement in statements)


def _write_text(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8", newline="\n")
