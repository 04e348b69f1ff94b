"""The store on a Neo4j server."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import neo4j
from neo4j.exceptions import DriverError, IncompleteCommit

from graph import export
from graph.arrow import arrow_table
from graph.errors import DuikouError, StoreError, StoreGoneError
from graph.group import Group, paths_of, together
from graph.model import Extraction
from graph.neo4j_address import Address, parse_address
from graph.neo4j_connection import connect
from graph.neo4j_faults import faults, hopeless_at_once
from graph.neo4j_schema import FULL_TEXT, META, SHARED
from graph.neo4j_setup import prepare
from graph.neo4j_tables import Neo4jTables, Run
from graph.neo4j_values import Sent, row_of
from graph.neo4j_works import catch_up, read_works, regrouped
from graph.replace import put_in, take_out
from graph.reprints import Works
from graph.rows import Batch, batch
from graph.spool import Spool
from graph.store import Store, StoredDocument
from graph.tables import Columns

if TYPE_CHECKING:
    import pyarrow

_SENT = 3  # times that a document is sent whose fate the server could not tell
_WRITE_SECONDS = 600  # after which the server ends a transaction, so that a program that hangs does not stop the others
_HAN = re.compile(r"[\u3400-\u4dbf\u4e00-\u9fff]+")  # the characters of which the full-text index makes one token each
_COUNT = f"MATCH (m:{META} {{name: 'writes'}}) SET m.value = m.value + 1"
_COUNTED = f"MATCH (m:{META} {{name: 'writes'}}) RETURN m.value"


def open_neo4j(location: str, *, read_only: bool) -> Neo4jStore:
    """Open the store in a database, or make it there; StoreError says what is wrong with it."""
    address = parse_address(location)
    driver = connect(address)
    try:
        prepare(driver, address, read_only=read_only)
    except BaseException:
        driver.close()
        raise
    return Neo4jStore(address, driver, read_only)


class Neo4jStore(Store):
    """A graph.store.Store in one database of a server. Many processes may read and write it at a time."""

    at_once = 32  # the server's collector moves the rows of larger transactions, smaller ones are more statements

    def __init__(self, address: Address, driver: neo4j.Driver, read_only: bool) -> None:
        self._address = address
        self._driver = driver
        self._read_only = read_only
        # In a cluster, which neo4j:// is for, another member may be asked: it waits until it has what we wrote.
        self._bookmarks = driver.execute_query_bookmark_manager if address.uri.startswith("neo4j") else None
        self._works: Works | None = None  # filled at the first write
        self._count = 0  # of writing transactions, when the works were true

    @property
    def location(self) -> str:
        return self._address.location

    def write(self, extraction: Extraction) -> None:
        """Add what one document says, all of it or nothing; writing the same again changes nothing."""
        with self._telling(extraction.document.name):
            self._send(Group([batch(extraction)]))

    def write_batch(self, rows: Batch) -> None:
        """Add the rows of one document, all of them or none."""
        self.write_group(Group([rows]))

    def write_group(self, group: Group) -> None:
        """Make the changes of a group, all of them or none."""
        with self._telling(group.named()):
            self._send(group)

    def files(self) -> dict[str, tuple[str, ...]]:
        """The documents by id, each with the files that hold it (absolute paths)."""
        _, rows = self.query("MATCH (d:Document) RETURN d.id, d.files ORDER BY d.id")
        return {key: paths_of(files or ()) for key, files in rows}

    def spool(self, large: bool) -> None:
        """A server is filled in groups: there is no quicker way over Bolt."""

    def fill(self, spool: Spool) -> None:
        raise StoreError(f"{self.location}: a server is filled in groups of documents")

    @contextmanager
    def _telling(self, name: str) -> Iterator[None]:
        """Errors that name the store and the document."""
        place = f"{self.location}: {name}"
        try:
            with faults(place):
                yield
        except DuikouError as error:
            told = str(error).splitlines()[0]
            kind = StoreGoneError if isinstance(error, StoreGoneError) else StoreError
            raise kind(told if told.startswith(place) else f"{place}: {told}") from (error.__cause__ or error)

    def _send(self, group: Group) -> None:
        """Make the changes of a group in one transaction; the errors are the driver's.

        The driver runs it again when the server is gone for a while. When the connection breaks while the server
        commits, nobody knows whether it did: the document is sent again then, which changes nothing if it is there.
        """
        if self._read_only:
            raise StoreError("the store is open for reading only")
        place = f"{self.location}: {group.named()}"

        @neo4j.unit_of_work(timeout=_WRITE_SECONDS)
        def write(transaction: neo4j.ManagedTransaction) -> tuple[Works, int]:
            with hopeless_at_once(place):
                works, count = self._take_turn(transaction)
                run = _running(transaction)
                changing = Neo4jTables(run)
                out = take_out(changing, group)
                changing.flush()
                if out:
                    works = regrouped(run, changing)
                tables = Neo4jTables(run, together(group.new))
                put_in(tables, group, works)
                tables.flush()
            return works, count

        for sending in range(1, _SENT + 1):
            try:
                with self._session(neo4j.WRITE_ACCESS) as session:
                    self._works, self._count = session.execute_write(write)
                return
            except IncompleteCommit:
                if sending == _SENT:
                    raise

    def query(
        self, cypher: str, parameters: dict[str, Any] | None = None, timeout: float | None = None
    ) -> tuple[list[str], list[list[Any]]]:
        """The columns and rows of one query; UsageError if it is no Cypher, StoreError after `timeout` seconds.

        It cannot change the store, however that was opened.
        """
        query = neo4j.Query(cypher, timeout=timeout)
        with faults(self.location, timeout):
            try:
                return self._answer(query, parameters)
            except DriverError as error:
                if not error.is_retryable():
                    raise
                return self._answer(query, parameters)  # the server was started again since the last question

    def table(self, cypher: str, parameters: dict[str, Any], columns: Columns) -> pyarrow.Table:
        """The same as a table of Arrow with these columns, for answers of many rows."""
        return arrow_table(columns, self.query(cypher, parameters)[1])

    def documents(self) -> list[StoredDocument]:
        """The documents, by name."""
        _, rows = self.query("MATCH (d:Document) RETURN d.name, d.id, d.names, d.paths, d.sha256, d.media_type")
        return [
            StoredDocument(i, name, tuple(names), tuple(paths), *rest) for name, i, names, paths, *rest in sorted(rows)
        ]

    def statements(self) -> Iterator[dict[str, Any]]:
        """Everything it holds in the statement format, in an order that depends on nothing but what it holds."""
        return export.statements(self)

    def named_like(self, key: str) -> list[tuple[str, str, str, str | None, list[str]]]:
        """Label, name, id, code and keys of the entities that have the folded text in one of their `keys`, sorted."""
        if not key:
            return []
        found = f"MATCH (n:{SHARED})"
        if _HAN.fullmatch(key):
            found = f"CALL db.index.fulltext.queryNodes('{FULL_TEXT}', $phrase) YIELD node AS n WITH n"
        having = "WHERE any(one IN n.keys WHERE one CONTAINS $key) RETURN n.label, n.name, n.id, n.code, n.keys"
        _, rows = self.query(f"{found} {having}", {"key": key, "phrase": f'keys:"{key}"'})
        return sorted((label, name, i, code, keys) for label, name, i, code, keys in rows)

    def close(self) -> None:
        self._driver.close()

    def _session(self, access: str) -> neo4j.Session:
        return self._driver.session(
            database=self._address.database,
            default_access_mode=access,
            bookmark_manager=self._bookmarks,
            fetch_size=-1,  # all rows at once: they are wanted all
        )

    def _answer(self, query: neo4j.Query, parameters: dict[str, Any] | None) -> tuple[list[str], list[list[Any]]]:
        with self._session(neo4j.READ_ACCESS) as session:
            result = session.run(query, parameters)
            columns = list(result.keys())
            return columns, [row_of(record) for record in result]

    def _take_turn(self, transaction: neo4j.ManagedTransaction) -> tuple[Works, int]:
        """The works as the database has them now, and the number of this transaction.

        Counting locks the counter: whoever else writes waits until this transaction has ended.
        """
        works, self._works = self._works, None  # after a failure they are read again
        transaction.run(_COUNT).consume()
        counted = transaction.run(_COUNTED).value()
        if not counted:
            raise StoreError("the database was emptied while it was open here; open it again")
        count: int = counted[0]
        if works is None or count <= self._count:
            works = Works()
        if not len(works):
            read_works(works, _running(transaction))
        elif count != self._count + 1:  # somebody else may have joined works that we know
            catch_up(works, _running(transaction))
        return works, count


def _running(transaction: neo4j.ManagedTransaction) -> Run:
    return lambda text, rows: transaction.run(text, {"rows": Sent(rows)})
