"""What a store can do, and how to open one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any, Protocol, Self

from graph.errors import UsageError
from graph.model import Extraction
from graph.tables import Columns

if TYPE_CHECKING:
    import pyarrow

    from graph.group import Group
    from graph.rows import Batch
    from graph.spool import Spool

_SERVERS = ("bolt", "neo4j", "http", "https")  # also bolt+s and the like; http is refused there, with the remedy


@dataclass(frozen=True, slots=True)
class StoredDocument:
    """A document that a store holds; `names` are the stems of all files with these bytes."""

    id: str
    name: str
    names: tuple[str, ...]
    paths: tuple[str, ...]
    sha256: str
    media_type: str


class Store(Protocol):
    """A graph kept on disk or on a server; a context manager that closes it."""

    at_once: int  # changes of a load in one transaction, the quickest number by measurement

    @property
    def location(self) -> str:
        """Where it is, as in messages."""

    def write(self, extraction: Extraction) -> None:
        """Add what one document says, all of it or nothing; writing the same again changes nothing.

        StoreError names the store and the document.
        """

    def write_batch(self, rows: Batch) -> None:
        """The same for rows that are ready, as an import has them."""

    def write_group(self, group: Group) -> None:
        """Make the changes of a group, all of them or none. StoreFullError when the disk is full."""

    def files(self) -> dict[str, tuple[str, ...]]:
        """The documents by id, each with the files that hold it (absolute paths)."""

    def spool(self, large: bool) -> Spool | None:
        """Where the documents of a large load wait until all are read; None when they are better added in groups.

        What an interrupted load left is taken up whether this one is large or not.
        """

    def fill(self, spool: Spool) -> None:
        """Add all documents of a spool to this store, which is empty; all of them or none."""

    def query(
        self, cypher: str, parameters: dict[str, Any] | None = None, timeout: float | None = None
    ) -> tuple[list[str], list[list[Any]]]:
        """The columns and rows of one query; UsageError if it is no Cypher, StoreError after `timeout` seconds."""

    def table(self, cypher: str, parameters: dict[str, Any], columns: Columns) -> pyarrow.Table:
        """The same as a table of Arrow with these columns, for answers of many rows."""

    def documents(self) -> list[StoredDocument]:
        """The documents, by name."""

    def statements(self) -> Iterator[dict[str, Any]]:
        """Everything it holds in the statement format, in an order that depends on nothing but what it holds."""

    def named_like(self, key: str) -> list[tuple[str, str, str, str | None, list[str]]]:
        """Label, name, id, code and keys of the entities that have the folded text in one of their `keys`, sorted."""

    def close(self) -> None: ...

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def open_store(location: str | Path, *, read_only: bool = False) -> Store:
    """The store at a path or on a server, made when it is not there and may be written; StoreError says what is wrong.

    A server is named like bolt://localhost:7687/neo4j; user name and password come from elsewhere: graph.credentials.
    """
    scheme = str(location).partition("://")[0].partition("+")[0].lower() if "://" in str(location) else ""
    if scheme in _SERVERS:
        from graph.neo4j_store import open_neo4j

        return open_neo4j(str(location), read_only=read_only)
    if scheme:
        raise UsageError(
            f"{scheme}:// is no kind of store; name a file, such as duikou.lbug, or a Neo4j server, such as "
            "bolt://localhost:7687"
        )
    from graph.ladybug_store import open_ladybug

    return open_ladybug(Path(location), read_only=read_only)
