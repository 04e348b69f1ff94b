"""Documents into a store: what is there already is left, what changed is replaced, the rest is read and written.

One bad file does not stop the rest, and a load that was killed goes on where it stopped when it is started again.
"""

from __future__ import annotations

import time
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from duikou.held import Held
from duikou.interrupt import stoppable
from duikou.load_report import COUNTS, Loaded, LoadReport
from duikou.outcomes import STDIN, Ended, Failed, Failure, Found, Outcome, Same, attempt, outcomes
from duikou.writers import Progress, Writer, not_tried, writer_for
from graph.errors import ReadError, StoreError, StoreFullError, StoreGoneError

if TYPE_CHECKING:
    from graph.model import Document, Extraction
    from graph.rows import Batch
    from graph.store import Store

__all__ = ["Failure", "LoadReport", "Loaded", "Progress", "extract", "extract_file", "load"]

LARGE = 200  # documents for which it is worth it to fill a new store at the end
LARGE_BYTES = 4 << 20  # the same for tables and archives, which hold many documents


@dataclass(frozen=True, slots=True)
class Ready:
    """The rows of a document, and how much it yielded."""

    batch: Batch
    counts: Mapping[str, int]


def load(
    store: Store,
    arguments: Iterable[str],
    jobs: int = 1,
    progress: Progress | None = None,
    *,
    resume: bool = True,
    mapping: Mapping[str, str] | None = None,
) -> LoadReport:
    """Load files, folders, globs and - (standard input); the same graph whatever `jobs` is.

    Documents whose bytes are known are not read again. Without `resume` they are, and those that say other things now
    are replaced. What a file held before it changed is taken out. When the store's server has gone for good or its disk
    is full, the rest is not tried.
    """
    from loaders.read import paths

    started = time.perf_counter()
    sources = [str(path) for path in paths(arguments)]
    report = LoadReport()
    with (
        stoppable() as stop,
        writer_for(store, report, progress, len(sources), large=_large(sources), resume=resume) as writer,
    ):
        held = Held(writer.files(), resume)
        left = (source for source in sources if not stop.asked)
        try:
            with outcomes(left, rows_of, jobs, read_ahead, held.same, held.known, mapping) as found:
                for outcome in found:
                    _take(writer, held, outcome)
                    if stop.asked:
                        break
            writer.finish()
        except (StoreGoneError, StoreFullError) as error:
            _give_up(report, sources, error)
        report.stopped = stop.asked
    report.seconds = time.perf_counter() - started
    return report


def _take(writer: Writer, held: Held, outcome: Outcome[Ready]) -> None:
    """Hand one document on to the writer."""
    match outcome:
        case Found(document, Ready(batch, counts)):
            status = "replaced" if held.claim(document) else "loaded"
            writer.add(batch, Loaded(document.path or document.name, **counts, status=status))
        case Found(document):
            if document.id in held.failed:
                writer.fail(Failure(document.path, held.failed[document.id]))
            elif held.claim_copy(document):
                writer.add_copy(document)
            else:
                writer.unchanged(document.path)
        case Failed(document, failure):
            held.failed[document.id] = failure.reason
            writer.fail(failure)
        case Failure():
            writer.fail(outcome)
        case Same(source):
            writer.unchanged(source)
            writer.ended(source)
        case Ended(source, whole):
            gone = held.gone(source)
            writer.let_go(gone if whole else [])
            writer.ended(source)


def _give_up(report: LoadReport, sources: Iterable[str], error: StoreError) -> None:
    """Name what was not tried; one document at least has the reason itself."""
    met = {one.path.partition("#")[0] for one in report.loaded} | {path.partition("#")[0] for path in report.unchanged}
    met |= {one.path.partition("#")[0] for one in report.failed}
    if not any(one.reason == str(error) for one in report.failed):
        report.failed.append(Failure("", str(error)))
    report.failed += [Failure(source, not_tried(error)) for source in sources if source not in met]


def _large(sources: Iterable[str]) -> bool:
    """Whether so much comes that a new store is better filled at the end."""
    count = size = 0
    for source in sources:
        count += 1
        if source != STDIN:
            size += _size(source)
    return count >= LARGE or size >= LARGE_BYTES


def _size(source: str) -> int:
    try:
        return Path(source).stat().st_size
    except OSError:
        return 0


def read_ahead(documents: Sequence[Document]) -> None:
    """The words of a few documents, which are told more quickly together; `extract` takes them from there."""
    from loaders.build import read_ahead

    read_ahead(documents)


def rows_of(document: Document) -> Ready:
    """What a document says, as rows; made where it is read, so that the process that writes only writes."""
    from graph.packed import pack, shared_part
    from graph.rows import batch

    extraction = extract(document)
    rows = batch(extraction)
    rows.packed = pack(shared_part(rows))
    return Ready(rows, {part: len(getattr(extraction, part)) for part in COUNTS})


def extract(document: Document) -> Extraction:
    """What a document says."""
    from loaders.build import extract_document

    return extract_document(document)


def extract_file(source: str) -> Extraction | Failure:
    """What a file that holds one document says, or why that cannot be told."""
    from loaders.read import read

    try:
        document = read(source)
    except ReadError as error:
        return Failure(source, str(error))
    return attempt(document, extract)
