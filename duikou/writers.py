"""The two ways into a store: groups of documents, each in one transaction, or all of a new store at the end."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import asdict
from typing import TYPE_CHECKING, Protocol

from duikou.load_report import Loaded, LoadReport
from duikou.outcomes import Failure
from graph.errors import StoreError, StoreFullError, StoreGoneError
from graph.group import Gone, Group, files_of, paths_of

if TYPE_CHECKING:
    from graph.model import Document
    from graph.rows import Batch, Row
    from graph.spool import Spool
    from graph.store import Store

Progress = Callable[[int, int, str], None]  # sources done, sources in all, the one just done

NOT_TRIED = "not tried"  # how the reason of a document begins that was left when the load ended early
SECONDS = 3.0  # after which what has come is written, so that a kill loses no more than that


class Writer(Protocol):
    """What takes the documents of a load; nothing is reported as loaded before a kill could not undo it."""

    def files(self) -> dict[str, tuple[str, ...]]:
        """The documents that need not come again, by id, each with the files that hold it."""

    def add(self, batch: Batch, loaded: Loaded) -> None:
        """A document that is to be written."""

    def add_copy(self, document: Document) -> None:
        """Another file with the bytes of a document that is there."""

    def unchanged(self, path: str) -> None:
        """A document that is there."""

    def fail(self, failure: Failure) -> None:
        """A document that cannot be written."""

    def let_go(self, gone: Iterable[Gone]) -> None:
        """Files that hold something else now."""

    def ended(self, source: str) -> None:
        """All of a source has come."""

    def finish(self) -> None:
        """Write what waits."""


@contextmanager
def writer_for(
    store: Store, report: LoadReport, progress: Progress | None, total: int, large: bool, resume: bool
) -> Iterator[Writer]:
    """The quicker of the ways."""
    spool = store.spool(large)
    if spool is None:
        yield Groups(store, report, progress, total, anew=not resume)
        return
    try:
        yield AtTheEnd(store, spool, report, progress, total)
    finally:
        spool.close()


class Groups:
    """Every few seconds a transaction."""

    def __init__(
        self, store: Store, report: LoadReport, progress: Progress | None, total: int, anew: bool = False
    ) -> None:
        self._store = store
        self._report = report
        self._progress = progress
        self._total = total
        self._anew = anew
        self._done = 0
        self._begin()

    def files(self) -> dict[str, tuple[str, ...]]:
        known: dict[str, tuple[str, ...]] = {one.id: () for one in self._store.documents()}
        return known | self._store.files()

    def add(self, batch: Batch, loaded: Loaded) -> None:
        # Before, not after: a file's new text and the going of its old one belong into one transaction.
        self._flush_if_due()
        self._group.new.append(batch)
        self._waiting.append(loaded)

    def add_copy(self, document: Document) -> None:
        self._flush_if_due()
        self._group.copies.append(row_of(document))
        self._report.unchanged.append(document.path or document.name)

    def unchanged(self, path: str) -> None:
        self._report.unchanged.append(path)

    def fail(self, failure: Failure) -> None:
        self._report.failed.append(failure)

    def let_go(self, gone: Iterable[Gone]) -> None:
        self._group.gone += gone

    def ended(self, source: str) -> None:
        self._ended.append(source)
        self._flush_if_due()

    def finish(self) -> None:
        self.flush()

    def flush(self) -> None:
        """Write what waits, and report it. When the store refuses it, one by one, so that one is refused alone."""
        group, waiting = self._group, self._waiting
        try:
            if len(group):
                self._store.write_group(group)
            self._report.loaded += waiting
        except (StoreGoneError, StoreFullError) as error:
            self._report.failed += _not_written(error, waiting)
            raise
        except StoreError:
            self._one_by_one(group, waiting)
        for source in self._ended:
            self._done += 1
            if self._progress:
                self._progress(self._done, self._total, source)
        self._begin()

    def _one_by_one(self, group: Group, waiting: list[Loaded]) -> None:
        for place, (batch, loaded) in enumerate(zip(group.new, waiting, strict=True)):
            mine = [gone for gone in group.gone if gone.file in paths_of(files_of(batch.document))]
            group.gone = [gone for gone in group.gone if gone not in mine]
            try:
                self._store.write_group(Group([batch], gone=mine, anew=self._anew))
                self._report.loaded.append(loaded)
            except (StoreGoneError, StoreFullError) as error:
                self._report.failed += _not_written(error, waiting[place:])
                raise
            except StoreError as error:
                self._report.failed.append(Failure(loaded.path, str(error)))
        rest = Group(copies=group.copies, gone=group.gone, anew=self._anew)
        try:
            if len(rest):
                self._store.write_group(rest)
        except (StoreGoneError, StoreFullError):
            raise
        except StoreError as error:
            named = [one.file for one in rest.gone] + [str(one["name"]) for one in rest.copies]
            self._report.failed.append(Failure(named[0], str(error)))

    def _flush_if_due(self) -> None:
        if len(self._group) >= self._store.at_once or time.monotonic() - self._since >= SECONDS:
            self.flush()

    def _begin(self) -> None:
        self._group = Group(anew=self._anew)
        self._waiting: list[Loaded] = []
        self._ended: list[str] = []
        self._since = time.monotonic()


class AtTheEnd:
    """All documents are laid down beside the new store first, and filled into it at the end."""

    def __init__(self, store: Store, spool: Spool, report: LoadReport, progress: Progress | None, total: int) -> None:
        self._store = store
        self._spool = spool
        self._report = report
        self._progress = progress
        self._total = total
        self._done = 0

    def files(self) -> dict[str, tuple[str, ...]]:
        return {key: paths_of(waiting.files) for key, waiting in self._spool.documents.items()}

    def add(self, batch: Batch, loaded: Loaded) -> None:
        self._spool.add(batch, asdict(loaded))

    def add_copy(self, document: Document) -> None:
        self._spool.add_copy(row_of(document))
        self._report.unchanged.append(document.path or document.name)

    def unchanged(self, path: str) -> None:
        """It waits in the spool, and is told with the others there."""

    def fail(self, failure: Failure) -> None:
        self._report.failed.append(failure)

    def let_go(self, gone: Iterable[Gone]) -> None:
        for one in gone:
            self._spool.let_go(one)

    def ended(self, source: str) -> None:
        self._done += 1
        if self._progress:
            self._progress(self._done, self._total, source)

    def finish(self) -> None:
        if len(self._spool):
            self._store.fill(self._spool)
        self._report.loaded += [Loaded(**waiting.told) for waiting in self._spool.documents.values()]
        self._spool.remove()


def row_of(document: Document) -> Row:
    """What a store keeps of another file with the bytes of a document."""
    return {
        "id": document.id,
        "name": document.name,
        "names": [document.name],
        "paths": [document.path] if document.path else [],
    }


def _not_written(error: StoreError, waiting: list[Loaded]) -> list[Failure]:
    """The first of them with the reason, the others as not tried."""
    reasons = [str(error), *[not_tried(error)] * len(waiting)]
    return [Failure(loaded.path, reason) for loaded, reason in zip(waiting, reasons, strict=False)]


def not_tried(error: StoreError) -> str:
    """Why documents were not tried after an error that ends a load."""
    if isinstance(error, StoreGoneError):
        return f"{NOT_TRIED}, because the store's server is gone; load it again when the server runs"
    return f"{NOT_TRIED}, because the disk is full; make room, then load it again"
