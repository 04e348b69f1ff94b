"""The embedded store: a LadybugDB file beside the work."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast
from weakref import WeakValueDictionary

import ladybug

from graph import export
from graph.arrow import arrow_schema
from graph.errors import DuikouError, StoreError, StoreFullError, StoreVersionError, UsageError
from graph.group import Group, paths_of
from graph.ladybug_bulk import can_fill, fill
from graph.ladybug_faults import failed, plain, unwritten
from graph.ladybug_open import open_database
from graph.ladybug_tables import KEPT, LadybugTables, Run
from graph.ladybug_works import read_works, regrouped
from graph.model import Extraction
from graph.replace import put_in, take_out
from graph.reprints import Works
from graph.rows import Batch, batch
from graph.schema import schema
from graph.spool import Spool, spool_of
from graph.store import Store, StoredDocument
from graph.tables import Columns, Pair, ladybug_ddl

if TYPE_CHECKING:
    import pyarrow

_CHUNK = 100_000  # rows that Arrow gets at once
# A pair of labels whose links were changed costs 8 MB until the next checkpoint; there are 256 such pairs.
_CHANGED_PAIRS = 120
_PLAIN_TYPES = frozenset({"STRING", "STRING[]", "INT64", "DOUBLE", "BOOL"})


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
    database = open_database(path, read_only)
    store = LadybugStore(path, database, ladybug.Connection(database))
    if not read_only:
        _writers[path.resolve()] = store
    try:
        _check_version(store, read_only)
    except BaseException:
        store.close()
        raise
    return store


def _check_version(store: LadybugStore, read_only: bool) -> None:
    """Make the tables of an empty file; refuse a file of another program or of another version of the vocabulary."""
    _, tables = store.query("CALL show_tables() RETURN name")
    wanted = str(schema().version)
    if not tables:
        if read_only:
            raise StoreError(f"{store.location}: this store is empty; fill it with: duikou load PATH")
        with store.transaction():
            for statement in [*ladybug_ddl(schema()), KEPT]:
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
    if not read_only and ["Kept"] not in tables:
        store.run(KEPT)


class LadybugStore(Store):
    """A graph.store.Store in one file. One process may write it at a time; others may read."""

    at_once = 64  # a transaction costs what ten documents cost by themselves

    def __init__(self, path: Path, database: ladybug.Database, connection: ladybug.Connection) -> None:
        self._path = path
        self._database = database
        self._connection = connection
        self._works: Works | None = None  # filled at the first write
        self._changed: set[Pair] = set()  # since the last checkpoint
        self._full = False  # the disk

    @property
    def location(self) -> str:
        return str(self._path)

    def write(self, extraction: Extraction) -> None:
        """Add what one document says, all of it or nothing; writing the same again changes nothing."""
        try:
            rows = batch(extraction)
        except DuikouError as error:
            raise unwritten(self.location, extraction.document.name, error) from error
        self.write_batch(rows)

    def write_batch(self, rows: Batch) -> None:
        """Add the rows of one document, all of them or none."""
        self.write_group(Group([rows]))

    def write_group(self, group: Group) -> None:
        """Make the changes of a group, all of them or none."""
        with self._writing(group.named()):
            works = self._works or read_works(self.run)
            self._works = None  # a failed write would leave them wrong: read again then
            tables = LadybugTables(self.run)
            with self.transaction():
                if take_out(tables, group):
                    works = regrouped(self.run, tables)
                put_in(tables, group, works)
            self._works = works
            self._changed.update(pair for one in group.new for pair in (*one.facts, *one.links))
            if len(self._changed) > _CHANGED_PAIRS:
                self.run("CHECKPOINT")
                self._changed.clear()

    def files(self) -> dict[str, tuple[str, ...]]:
        """The documents by id, each with the files that hold it (absolute paths)."""
        if ["Kept"] not in self.query("CALL show_tables() RETURN name")[1]:
            return {}
        return {key: paths_of(files) for key, files in self.run("MATCH (k:Kept) RETURN k.id, k.files")}

    def spool(self, large: bool) -> Spool | None:
        """Where the documents of a large load wait until all are read; None when they are better added in groups.

        What an interrupted load left is taken up whether this one is large or not.
        """
        path = spool_of(self._path)
        if self.run("MATCH (d:Document) RETURN d.id LIMIT 1") or not can_fill():
            path.unlink(missing_ok=True)  # its documents are in the store, or are read again
            return None
        return Spool(path) if large or path.exists() else None

    def fill(self, spool: Spool) -> None:
        """Add all documents of a spool to this store, which is empty; all of them or none.

        A new file is filled, and takes this one's place when it is whole.
        """
        made = self._path.with_name(f"{self._path.name}.filling")
        _remove(made)
        name = f"{len(spool)} documents"
        with self._writing(name):
            works = fill(lambda: self._part(made, name), spool)
        self._connection.close()
        self._database.close()
        _remove(self._path)
        made.replace(self._path)
        self._database = open_database(self._path, read_only=False)
        self._connection = ladybug.Connection(self._database)
        self._works = works

    def query(
        self, cypher: str, parameters: dict[str, Any] | None = None, timeout: float | None = None
    ) -> tuple[list[str], list[list[Any]]]:
        """The columns and rows of one query; UsageError if it is no Cypher, StoreError after `timeout` seconds."""
        result = self._result(cypher, parameters or {}, timeout)
        rows = cast("list[list[Any]]", result.get_all())
        if not _PLAIN_TYPES.issuperset(result.get_column_data_types()):
            rows = [[plain(value) for value in row] for row in rows]
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
            raise failed(self.location, str(error), timeout) from error
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
        if self._full:  # closing would write once more, and LadybugDB ends the process when that fails
            ctypes.pythonapi.Py_IncRef(ctypes.py_object(self._database))
            ctypes.pythonapi.Py_IncRef(ctypes.py_object(self._connection))
            return
        self._connection.close()
        self._database.close()

    @contextmanager
    def _part(self, made: Path, name: str) -> Iterator[Run]:
        """The new file of a fill, open for some of its tables."""
        with open_ladybug(made, read_only=False) as new:
            try:
                yield new.run
            except RuntimeError as error:
                new._full = isinstance(unwritten(self.location, name, error), StoreFullError)
                raise
        if made.with_name(f"{made.name}.wal").exists():  # LadybugDB says nothing when there is no room for a checkpoint
            _remove(made)
            raise unwritten(self.location, name, RuntimeError("No space left on device"))

    @contextmanager
    def _writing(self, name: str) -> Iterator[None]:
        """Errors that name the store and the document, and tell a full disk from other trouble."""
        try:
            yield
        except StoreFullError:
            raise
        except (RuntimeError, DuikouError) as error:
            told = unwritten(self.location, name, error)
            self._full = isinstance(told, StoreFullError)
            raise told from error


def _remove(path: Path) -> None:
    """Take a store's file away, with its log and what a checkpoint that was killed left; the logs first."""
    ours = (f"{path.name}.wal", f"{path.name}.shadow", f"{path.name}.tmp", f"{path.name}.checkpoint.")
    for one in sorted(path.parent.iterdir()):
        if one.name.startswith(ours):
            one.unlink(missing_ok=True)
    path.unlink(missing_ok=True)
