"""A store as files of Parquet: one for the nodes of each label, one for the links of each type.

    DIR/nodes/LABEL.parquet           the columns of graph.tables
    DIR/relationships/TYPE.parquet    from_id, to_id, and the columns of the relation

Labels and types that the store has nothing of have no file. Memory does not grow with the store.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from graph.arrow import arrow
from graph.errors import UsageError
from graph.pages import Pages, types
from graph.schema import schema
from graph.tables import node_tables

if TYPE_CHECKING:
    import pyarrow

    from graph.store import Store


def write_parquet(store: Store, folder: Path) -> int:
    """Write the folder, which may not exist yet; how many rows there are. It appears when it is complete."""
    arrow()
    if folder.exists():
        raise UsageError(f"{folder}: is already there; name a folder that does not exist yet")
    if not folder.absolute().parent.is_dir():
        raise UsageError(f"{folder}: the folder {folder.parent} does not exist; make it first")
    unfinished = folder.with_name(folder.name + ".part")
    shutil.rmtree(unfinished, ignore_errors=True)
    try:
        pages = Pages(store)
        rows = 0
        for label in node_tables(schema()):
            rows += _write(unfinished / "nodes" / f"{label}.parquet", pages.nodes(label))
        for relation in types():
            rows += _write(unfinished / "relationships" / f"{relation}.parquet", pages.links(relation))
        unfinished.mkdir(exist_ok=True)  # for an empty store
        unfinished.rename(folder)
    finally:
        shutil.rmtree(unfinished, ignore_errors=True)
    return rows


def _write(path: Path, pages: Iterable[pyarrow.Table]) -> int:
    from pyarrow import parquet

    writer, rows = None, 0
    try:
        for page in pages:
            if not len(page):
                continue
            if writer is None:
                path.parent.mkdir(parents=True, exist_ok=True)
                writer = parquet.ParquetWriter(path, page.schema, compression="zstd")
            writer.write_table(page)
            rows += len(page)
    finally:
        if writer is not None:
            writer.close()
    return rows
