"""duikou's own write path, with the rows of ready batches: what a load does after the extraction."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from pathlib import Path

from graph.ladybug_store import open_ladybug
from graph.ladybug_tables import LadybugTables
from graph.neo4j_store import Neo4jStore, open_neo4j
from graph.reprints import Works
from graph.rows import Batch
from graph.upsert import upsert


def open_at(uri: str, auth: tuple[str, str], *, read_only: bool = False) -> Neo4jStore:
    """The store on a server."""
    os.environ["DUIKOU_NEO4J_USERNAME"], os.environ["DUIKOU_NEO4J_PASSWORD"] = auth
    return open_neo4j(uri, read_only=read_only)


def duikou(uri: str, auth: tuple[str, str], graphs: Iterable[Batch], size: int = 0) -> None:
    """Each batch in one transaction; the size of the statements is duikou's own."""
    with open_at(uri, auth) as store:
        for batch in graphs:
            store.write_batch(batch)


def ladybug(path: str, auth: tuple[str, str], graphs: Iterable[Batch], size: int = 0) -> None:
    """The same into an embedded store."""
    with open_ladybug(Path(path), read_only=False) as store:
        works = Works()
        for batch in graphs:
            with store.transaction():
                upsert(LadybugTables(store.run), batch, works)


OWN: dict[str, Callable[[str, tuple[str, str], Iterable[Batch], int], None]] = {"duikou": duikou, "ladybug": ladybug}
