"""Documents into a store: read, extract, write, one document after the other; one bad file does not stop the rest."""

from __future__ import annotations

import traceback
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from graph.errors import ReadError, SchemaError, StoreError, StoreGoneError, UsageError

if TYPE_CHECKING:
    from concurrent.futures import Executor, Future

    from graph.model import Document, Extraction
    from graph.store import Store

Progress = Callable[[int, int, str], None]  # documents done, documents in all, the one just done

STDIN = "-"
NOT_TRIED = "not tried, because the store's server is gone; load it again when the server runs"


@dataclass(frozen=True, slots=True)
class Loaded:
    """A document that is in the store, and how much it yielded."""

    path: str
    articles: int
    entities: int
    facts: int
    observations: int
    rejects: int


@dataclass(frozen=True, slots=True)
class Failure:
    """A document that could not be read, extracted or written, and why in one line."""

    path: str
    reason: str


@dataclass(slots=True)
class LoadReport:
    """What became of each document, in the order they were given."""

    loaded: list[Loaded] = field(default_factory=list)
    failed: list[Failure] = field(default_factory=list)

    def total(self, part: str) -> int:
        """The sum of one count (articles, entities, facts, observations, rejects) over the documents."""
        return sum(getattr(one, part) for one in self.loaded)

    def rows(self) -> list[dict[str, Any]]:
        """One row a document, for other programs."""
        done = [{"status": "loaded", **asdict(one), "reason": None} for one in self.loaded]
        blank = dict.fromkeys(("articles", "entities", "facts", "observations", "rejects"))
        return done + [{"status": "failed", "path": one.path, **blank, "reason": one.reason} for one in self.failed]


def load(store: Store, arguments: Iterable[str], jobs: int = 1, progress: Progress | None = None) -> LoadReport:
    """Load files, folders, globs and - (standard input); the same graph whatever `jobs` is.

    When the store's server has gone for good, the rest is not tried: each document would wait for it a minute.
    """
    from loaders.read import paths

    sources = [str(path) for path in paths(arguments)]
    report = LoadReport()
    with extractions(sources, jobs) as outcomes:
        for done, (source, outcome) in enumerate(zip(sources, outcomes, strict=True), start=1):
            try:
                became = outcome if isinstance(outcome, Failure) else _written(store, source, outcome)
            except StoreGoneError as error:
                report.failed += [Failure(source, str(error)), *(Failure(one, NOT_TRIED) for one in sources[done:])]
                break
            if isinstance(became, Failure):
                report.failed.append(became)
            else:
                report.loaded.append(became)
            if progress:
                progress(done, len(sources), source)
    return report


def _written(store: Store, source: str, extraction: Extraction) -> Loaded | Failure:
    try:
        store.write(extraction)
    except StoreGoneError:
        raise
    except StoreError as error:
        return Failure(source, str(error))
    return Loaded(
        path=source,
        articles=len(extraction.articles),
        entities=len(extraction.entities),
        facts=len(extraction.facts),
        observations=len(extraction.observations),
        rejects=len(extraction.rejects),
    )


@contextmanager
def extractions(sources: Sequence[str], jobs: int = 1) -> Iterator[Iterator[Extraction | Failure]]:
    """What each source yields, in order, worked out by `jobs` processes; leaving early stops them."""
    jobs = min(jobs, len(sources))
    if jobs < 2:
        yield (extract_file(source) for source in sources)
        return
    from concurrent.futures import ProcessPoolExecutor
    from multiprocessing import get_context

    # Spawned, not forked: a fork taken after the tagger has started its threads can hang.
    pool = ProcessPoolExecutor(jobs, mp_context=get_context("spawn"))
    try:
        yield _in_order(pool, sources, ahead=4 * jobs)
    finally:
        pool.shutdown(cancel_futures=True)


def _in_order(pool: Executor, sources: Sequence[str], ahead: int) -> Iterator[Extraction | Failure]:
    """The outcomes in the order of the sources; at most `ahead` of them wait in memory to be written."""
    waiting: deque[tuple[str, Future[Extraction | Failure] | None]] = deque()
    for source in sources:
        waiting.append((source, None if source == STDIN else pool.submit(extract_file, source)))
        if len(waiting) == ahead:
            yield _outcome(*waiting.popleft())
    while waiting:
        yield _outcome(*waiting.popleft())


def _outcome(source: str, future: Future[Extraction | Failure] | None) -> Extraction | Failure:
    from concurrent.futures.process import BrokenProcessPool

    if future is None:  # standard input belongs to this process
        return extract_file(source)
    try:
        return future.result()
    except BrokenProcessPool:
        return Failure(source, f"{source}: the process that read it died (out of memory?); try again with --jobs 1")


def extract_file(source: str) -> Extraction | Failure:
    """What one file says, or why that cannot be told.

    A fault in duikou's own data (SchemaError, UsageError) is raised: it would only come again with every file.
    """
    from loaders.build import extract_document

    try:
        return extract_document(read_source(source))
    except ReadError as error:
        return Failure(source, str(error))
    except (SchemaError, UsageError):
        raise
    except Exception as error:  # a bug met on one page must not cost the other ten thousand
        frame = traceback.extract_tb(error.__traceback__)[-1]
        place = f"{Path(frame.filename).name}:{frame.lineno}"
        what = f"{type(error).__name__}: {error}".splitlines()[0]
        return Failure(source, f"{source}: a bug in duikou, {what} at {place}; please report it with this file")


def read_source(source: str) -> Document:
    """The document in a file, or on standard input."""
    from loaders.read import read

    return read(source)
