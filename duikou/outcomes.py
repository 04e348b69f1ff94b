"""Documents worked on by one process or several, in the order they were given."""

from __future__ import annotations

import traceback
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Generic, TypeVar

from graph.errors import DuikouError, ReadError, SchemaError, UsageError

if TYPE_CHECKING:
    from concurrent.futures import Executor, Future

    from graph.model import Document

STDIN = "-"
TOGETHER = 16  # documents that are prepared together
_MOST = 40_000  # characters of them: a long document gains nothing from company
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


@dataclass(frozen=True, slots=True)
class Group(Generic[T]):
    """A few documents that are worked on together, and the items in whose order they stand."""

    items: list[Document | Outcome[T]]
    documents: list[Document]

    def told(self, made: Iterator[T | Failure]) -> Iterator[Outcome[T]]:
        """The items, with what was made of each document."""
        from graph.model import Document

        for item in self.items:
            if not isinstance(item, Document):
                yield item
                continue
            one = next(made)
            yield Failed(item, one) if isinstance(one, Failure) else Found(item, one)


Work = Callable[["Document"], T | Failure]
Prepare = Callable[[Sequence["Document"]], None]


@contextmanager
def outcomes(
    sources: Iterable[str],
    work: Work[T],
    jobs: int = 1,
    prepare: Prepare = lambda documents: None,
    same: Callable[[str], bool] = lambda source: False,
    known: Callable[[Document], bool] = lambda document: False,
    mapping: Mapping[str, str] | None = None,
) -> Iterator[Iterator[Outcome[T]]]:
    """What becomes of the documents of each source, in order, worked on by `jobs` processes; leaving early stops them.

    They are read here, which is quick, and worked on there, a few at a time: `prepare` gets these together before each is
    worked on by itself; what fails there is told by the work. `same` tells the sources that need not be read, `known` the
    documents that need no work.
    """
    items: Iterator[Document | Outcome[T]] = _read(sources, same, known, mapping)
    if jobs < 2:
        yield _here(_groups(items, TOGETHER), work, prepare)
        return
    from concurrent.futures import ProcessPoolExecutor
    from multiprocessing import get_context

    # Spawned, not forked: a fork taken after the tagger has started its threads can hang.
    pool = ProcessPoolExecutor(jobs, mp_context=get_context("spawn"), initializer=_leave_interrupts)
    try:
        yield _in_order(pool, _groups(items, TOGETHER // 2), work, prepare, ahead=2 * jobs)
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
        place, reason = _place(document), str(error)
        return Failure(place, reason if reason.startswith(f"{place}:") else f"{place}: {reason}")
    except Exception as error:  # a bug met on one page must not cost the other ten thousand
        return Failure(_place(document), _bug(_place(document), error))


def attempts(documents: Sequence[Document], work: Work[T], prepare: Prepare) -> Iterator[T | Failure]:
    """The same of a few documents, which are prepared together."""
    if len(documents) > 1:
        with suppress(Exception):  # the document that it is about meets it again, by itself
            prepare(documents)
    for document in documents:
        yield attempt(document, work)


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


def _groups(items: Iterable[Document | Outcome[T]], most: int) -> Iterator[Group[T]]:
    """The items in order, a few documents with what stands between them; what comes before a document is not kept back."""
    from graph.model import Document

    group: Group[T] = Group([], [])
    for item in items:
        group.items.append(item)
        if isinstance(item, Document):
            group.documents.append(item)
        known = len(group.documents)
        if known in (0, most) or sum(len(one.text) for one in group.documents) >= _MOST:
            yield group
            group = Group([], [])
    if group.items:
        yield group


def _here(groups: Iterable[Group[T]], work: Work[T], prepare: Prepare) -> Iterator[Outcome[T]]:
    for group in groups:
        yield from group.told(attempts(group.documents, work, prepare))


def _in_order(
    pool: Executor, groups: Iterable[Group[T]], work: Work[T], prepare: Prepare, ahead: int
) -> Iterator[Outcome[T]]:
    waiting: deque[tuple[Group[T], Future[list[T | Failure]] | None]] = deque()
    busy = 0
    for group in groups:
        made: Future[list[T | Failure]] | None = None
        if group.documents:
            made = pool.submit(_all, group.documents, work, prepare)
            busy += 1
        waiting.append((group, made))
        while waiting and (busy >= ahead or waiting[0][1] is None):
            busy -= waiting[0][1] is not None
            yield from _made(*waiting.popleft())
    while waiting:
        yield from _made(*waiting.popleft())


def _all(documents: list[Document], work: Work[T], prepare: Prepare) -> list[T | Failure]:
    return list(attempts(documents, work, prepare))


def _made(group: Group[T], future: Future[list[T | Failure]] | None) -> Iterator[Outcome[T]]:
    from concurrent.futures.process import BrokenProcessPool

    try:
        found = future.result() if future else []
    except BrokenProcessPool:
        found = [
            Failure(place, f"{place}: the process that read it died (out of memory?); try again with --jobs 1")
            for place in map(_place, group.documents)
        ]
    return group.told(iter(found))


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
