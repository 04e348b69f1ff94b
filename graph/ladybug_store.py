"""The embedded store: a LadybugDB file beside the work."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast
from weakref import WeakValueDictionary

import ladybug

from graph import export
from graph.arrow import arrow_schema
from graph.errors import DuikouError, StoreError, StoreVersionError, UsageError
from graph.ladybug_tables import LadybugTables
from graph.model import Extraction
from graph.reprints import Works
from graph.rows import Batch, batch
from graph.schema import schema
from graph.store import Store, StoredDocument
from graph.tables import Columns, ladybug_ddl
from graph.upsert import upsert

if TYPE_CHECKING:
    import pyarrow

_CHUNK = 100_000  # rows that Arrow gets at once
_log = logging.getLogger(__name__)
_TORN_LOG = ("the WAL file is corrupted", "Corrupted wal file", ".wal with size")
_PLAIN_TYPES = frozenset({"STRING", "STRING[]", "INT64", "DOUBLE", "BOOL"})
_WRONG_TEXT = ("Parser exception", "Binder exception", "Catalog exception")


# LadybugDB keeps two processes from writing one file, but not one process from opening it twice and losing half.
_writers: WeakValueDictionary[Path, LadybugStore] = WeakValueDictionary()


def open_ladybug(path: Path, *, read_only: bool) -> LadybugStore:
    """Open a store file, or make it; StoreError says what is wrong with it."""
    if read_only and not path.exists():
        raise StoreError(f"{path}: there is no store here; make it with: duikou load PATH --store {path}")
    if path.is_dir():
        raise StoreError(f"{path}: this is a folder; a store is a file in it, such as {path / 'duikou.lbug'}")
    if not path.parent.is_dir():
        raise StoreError(f"{path}: the folder {path.parent} does not exist; make it first")
    if not read_only and path.resolve() in _writers:
        raise StoreError(f"{path}: this program has the store open for writing already; close that one first")
    database = _open(path, read_only)
    store = LadybugStore(path, database, ladybug.Connection(database))
    if not read_only:
        _writers[path.resolve()] = store
    try:
        _check_version(store, read_only)
    except BaseException:
        store.close()
        raise
    return store


def _open(path: Path, read_only: bool) -> ladybug.Database:
    try:
        return ladybug.Database(str(path), read_only=read_only)
    except RuntimeError as error:
        if not any(words in str(error) for words in _TORN_LOG):
            raise _not_opened(path, error) from error
    _log.warning("%s: its last writer was stopped in the middle; if you miss documents, load them again", path)
    try:
        database = ladybug.Database(str(path), read_only=read_only, throw_on_wal_replay_failure=False)
        if not read_only:
            ladybug.Connection(database).execute("CHECKPOINT")
    except RuntimeError as error:
        raise _not_opened(path, error) from error
    return database


def _not_opened(path: Path, error: RuntimeError) -> StoreError:
    text = str(error)
    if "Could not set lock" in text:
        return StoreError(f"{path}: another process is writing this store; wait until it has finished")
    if "not a valid" in text or "Reading past the end" in text:
        return StoreError(f"{path}: this file is no store of duikou; name another file, or remove it and load again")
    return StoreError(f"{path}: cannot be opened: {text.splitlines()[0]}")


def _check_version(store: LadybugStore, read_only: bool) -> None:
    """Make the tables of an empty file; refuse a file of another program or of another version of the vocabulary."""
    _, tables = store.query("CALL show_tables() RETURN name")
    wanted = str(schema().version)
    if not tables:
        if read_only:
            raise StoreError(f"{store.location}: this store is empty; fill it with: duikou load PATH")
        with store.transaction():
            for statement in ladybug_ddl(schema()):
                store.run(statement)
            store.run("CREATE (:Meta {name: 'schema', value: $version})", {"version": wanted})
        return
    if ["Meta"] not in tables:
        raise StoreError(f"{store.location}: this database was not written by duikou; name another file")
    _, rows = store.query("MATCH (m:Meta {name: 'schema'}) RETURN m.value")
    found = rows[0][0] if rows else "unknown"
    if found != wanted:
        raise StoreVersionError(
            f"{store.location}: written with version {found} of the vocabulary, this duikou has version {wanted}; "
            "load the documents again into a new store"
        )


class LadybugStore(Store):
    """A graph.store.Store in one file. One process may write it at a time; others may read."""

    def __init__(self, path: Path, database: ladybug.Database, connection: ladybug.Connection) -> None:
        self._path = path
        self._database = database
        self._connection = connection
        self._works: Works | None = None  # filled at the first write

    @property
    def location(self) -> str:
        return str(self._path)

    def write(self, extraction: Extraction) -> None:
        """Add what one document says, all of it or nothing; writing the same again changes nothing."""
        try:
            rows = batch(extraction)
        except DuikouError as error:
            raise self._unwritten(extraction.document.name, error) from error
        self.write_batch(rows)

    def write_batch(self, rows: Batch) -> None:
        """Add the rows of one document, all of them or none."""
        try:
            works = self._works or self._read_works()
            self._works = None  # a failed write would leave them wrong: read again then
            with self.transaction():
                upsert(LadybugTables(self.run), rows, works)
            self._works = works
        except (RuntimeError, DuikouError) as error:
            raise self._unwritten(rows.document["name"], error) from error

    def query(
        self, cypher: str, parameters: dict[str, Any] | None = None, timeout: float | None = None
    ) -> tuple[list[str], list[list[Any]]]:
        """The columns and rows of one query; UsageError if it is no Cypher, StoreError after `timeout` seconds."""
        result = self._result(cypher, parameters or {}, timeout)
        rows = cast("list[list[Any]]", result.get_all())
        if not _PLAIN_TYPES.issuperset(result.get_column_data_types()):
            rows = [[_plain(value) for value in row] for row in rows]
        return list(result.get_column_names()), rows

    def table(self, cypher: str, parameters: dict[str, Any], columns: Columns) -> pyarrow.Table:
        """The same as a table of Arrow with these columns, for answers of many rows."""
        wanted = arrow_schema(columns)
        return self._result(cypher, parameters).get_as_arrow(_CHUNK).rename_columns(wanted.names).cast(wanted)

    def _result(self, cypher: str, parameters: dict[str, Any], timeout: float | None = None) -> ladybug.QueryResult:
        self._connection.set_query_timeout(int((timeout or 0) * 1000))
        try:
            result = self._connection.execute(cypher, parameters)
        except RuntimeError as error:
            raise self._failed(str(error), timeout) from error
        finally:
            self._connection.set_query_timeout(0)
        if isinstance(result, list):
            raise UsageError("a query is one statement; there is a semicolon in the middle of this one")
        return result

    def documents(self) -> list[StoredDocument]:
        """The documents, by name."""
        _, rows = self.query(
            "MATCH (d:Document) RETURN d.id, d.name, d.names, d.paths, d.sha256, d.media_type ORDER BY d.name, d.id"
        )
        return [StoredDocument(i, name, tuple(names), tuple(paths), *rest) for i, name, names, paths, *rest in rows]

    def statements(self) -> Iterator[dict[str, Any]]:
        """Everything it holds in the statement format, in an order that depends on nothing but what it holds."""
        return export.statements(self)

    def named_like(self, key: str) -> list[tuple[str, str, str, str | None, list[str]]]:
        """Label, name, id, code and keys of the entities that have the folded text in one of their `keys`, sorted."""
        if not key:
            return []
        text = (
            f"WITH $key AS key MATCH (n:{'|'.join(schema().labels)}) WHERE any(one IN n.keys WHERE one CONTAINS key) "
            "RETURN n.label, n.name, n.id, n.code, n.keys"
        )
        return sorted((label, name, i, code, keys) for label, name, i, code, keys in self.query(text, {"key": key})[1])

    def run(self, cypher: str, parameters: dict[str, Any] | None = None) -> list[list[Any]]:
        """The rows of a statement of our own; the errors are those of LadybugDB."""
        result = self._connection.execute(cypher, parameters or {})
        assert not isinstance(result, list)
        return [list(row) for row in result.get_all()]

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """All or nothing."""
        self.run("BEGIN TRANSACTION")
        try:
            yield
            self.run("COMMIT")
        except BaseException:
            with suppress(RuntimeError):  # when a statement failed LadybugDB has rolled back already
                self.run("ROLLBACK")
            raise

    def close(self) -> None:
        if _writers.get(self._path.resolve()) is self:
            del _writers[self._path.resolve()]
        self._connection.close()
        self._database.close()

    def _unwritten(self, name: str, error: Exception) -> StoreError:
        return StoreError(f"{self.location}: {name}: {str(error).splitlines()[0]}")

    def _read_works(self) -> Works:
        works = Works()
        for article, fingerprint in self.run("MATCH (a:Article) RETURN a.id, a.fingerprint ORDER BY a.id"):
            works.add(article, tuple(int(sentence) for sentence in fingerprint))
        return works

    def _failed(self, message: str, timeout: float | None) -> DuikouError:
        first = message.splitlines()[0]
        if "Interrupted" in first:
            return StoreError(
                f"{self.location}: no answer within {timeout:g} seconds; ask for less, or allow more time"
            )
        if "read-only" in first:
            return StoreError(f"{self.location}: opened for reading; a question cannot change it")
        if first.startswith(_WRONG_TEXT):
            return UsageError(f"the query is not understood: {first}")
        return StoreError(f"{self.location}: {first}")


def _plain(value: Any) -> Any:
    """A value without LadybugDB's own keys in nodes and relations."""
    if isinstance(value, dict):
        return {name: _plain(one) for name, one in value.items() if name not in ("_ID", "_LABEL", "_SRC", "_DST")}
    if isinstance(value, list):
        return [_plain(one) for one in value]
    return value
