"""Documents worked on by one process or several, in the order they were given."""

from __future__ import annotations

import traceback
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Generic, TypeVar

from graph.errors import DuikouError, ReadError, SchemaError, UsageError

if TYPE_CHECKING:
    from concurrent.futures import Executor, Future

    from graph.model import Document

STDIN = "-"
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Failure:
    """A document that could not be read, extracted or written, and why in one line."""

    path: str
    reason: str


@dataclass(frozen=True, slots=True)
class Found(Generic[T]):
    """A document, and what was made of it; None when it was not worked on, because its bytes are known."""

    document: Document
    made: T | None


@dataclass(frozen=True, slots=True)
class Failed:
    """A document that was read and could not be worked on."""

    document: Document
    failure: Failure


@dataclass(frozen=True, slots=True)
class Same:
    """A source that need not be read."""

    source: str


@dataclass(frozen=True, slots=True)
class Ended:
    """All documents of a source have come; `whole`: all of them could be read."""

    source: str
    whole: bool


Outcome = Found[T] | Failed | Failure | Same | Ended
Work = Callable[["Document"], T | Failure]


@contextmanager
def outcomes(
    sources: Iterable[str],
    work: Work[T],
    jobs: int = 1,
    same: Callable[[str], bool] = lambda source: False,
    known: Callable[[Document], bool] = lambda document: False,
    mapping: Mapping[str, str] | None = None,
) -> Iterator[Iterator[Outcome[T]]]:
    """What becomes of the documents of each source, in order, worked on by `jobs` processes; leaving early stops them.

    They are read here, which is quick, and worked on there; at most four a process wait in memory. `same` tells the
    sources that need not be read, `known` the documents that need no work.
    """
    if jobs < 2:
        yield _here(sources, same, known, mapping, work)
        return
    from concurrent.futures import ProcessPoolExecutor
    from multiprocessing import get_context

    # Spawned, not forked: a fork taken after the tagger has started its threads can hang.
    pool = ProcessPoolExecutor(jobs, mp_context=get_context("spawn"), initializer=_leave_interrupts)
    try:
        yield _in_order(pool, _read(sources, same, known, mapping), work, ahead=4 * jobs)
    finally:
        pool.shutdown(cancel_futures=True)


def attempt(document: Document, work: Work[T]) -> T | Failure:
    """What is made of a document, or why that cannot be.

    A fault in duikou's own data (SchemaError, UsageError) is raised: it would only come again with every document.
    """
    try:
        return work(document)
    except (SchemaError, UsageError):
        raise
    except DuikouError as error:
        return Failure(_place(document), f"{_place(document)}: {error}")
    except Exception as error:  # a bug met on one page must not cost the other ten thousand
        return Failure(_place(document), _bug(_place(document), error))


def _read(
    sources: Iterable[str],
    same: Callable[[str], bool],
    known: Callable[[Document], bool],
    mapping: Mapping[str, str] | None,
) -> Iterator[Document | Outcome[T]]:
    """Documents to be worked on, and what needs no work."""
    for source in sources:
        if source != STDIN and same(source):
            yield Same(source)
            continue
        whole = True
        try:
            for one in _documents(source, mapping):
                if isinstance(one, ReadError):
                    whole = False
                    yield Failure(source, str(one))
                else:
                    yield Found(one, None) if known(one) else one
        except (SchemaError, UsageError):
            raise
        except Exception as error:  # the same for a bug in a reader
            whole = False
            yield Failure(source, _bug(source, error))
        yield Ended(source, whole)


def _documents(source: str, mapping: Mapping[str, str] | None) -> Iterable[Document | ReadError]:
    from loaders import read

    return read.documents(source, mapping)


def _here(
    sources: Iterable[str],
    same: Callable[[str], bool],
    known: Callable[[Document], bool],
    mapping: Mapping[str, str] | None,
    work: Work[T],
) -> Iterator[Outcome[T]]:
    from graph.model import Document

    items: Iterator[Document | Outcome[T]] = _read(sources, same, known, mapping)
    for item in items:
        yield _told(item, attempt(item, work)) if isinstance(item, Document) else item


def _told(document: Document, made: T | Failure) -> Outcome[T]:
    return Failed(document, made) if isinstance(made, Failure) else Found(document, made)


def _in_order(
    pool: Executor, items: Iterable[Document | Outcome[T]], work: Work[T], ahead: int
) -> Iterator[Outcome[T]]:
    from graph.model import Document

    waiting: deque[Outcome[T] | tuple[Document, Future[T | Failure]]] = deque()
    busy = 0
    for item in items:
        waiting.append((item, pool.submit(attempt, item, work)) if isinstance(item, Document) else item)
        busy += isinstance(item, Document)
        while waiting and (busy >= ahead or not isinstance(waiting[0], tuple)):
            busy -= isinstance(waiting[0], tuple)
            yield _outcome(waiting.popleft())
    while waiting:
        yield _outcome(waiting.popleft())


def _outcome(item: Outcome[T] | tuple[Document, Future[T | Failure]]) -> Outcome[T]:
    from concurrent.futures.process import BrokenProcessPool

    if not isinstance(item, tuple):
        return item
    document, future = item
    try:
        return _told(document, future.result())
    except BrokenProcessPool:
        place = _place(document)
        return Failed(
            document,
            Failure(place, f"{place}: the process that read it died (out of memory?); try again with --jobs 1"),
        )


def _place(document: Document) -> str:
    return document.path or document.name


def _bug(place: str, error: Exception) -> str:
    frame = traceback.extract_tb(error.__traceback__)[-1]
    what = (f"{type(error).__name__}: {error}".splitlines() or [""])[0]
    where = f"{Path(frame.filename).name}:{frame.lineno}"
    return f"{place}: a bug in duikou, {what} at {where}; please report it with this file"


def _leave_interrupts() -> None:
    """Ctrl-C goes to all processes of a terminal; the one that writes decides what becomes of the others."""
    import signal

    signal.signal(signal.SIGINT, signal.SIG_IGN)
