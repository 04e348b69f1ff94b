"""Tables as the gzipped CSV that `neo4j-admin database import` reads.

Every value is quoted and a missing one is nothing at all, so that an empty text stays one. Lists are joined by a
character that stands in none of their parts. An empty list cannot be said: it is written as a missing value, and
graph.neo4j_schema.missing_lists makes it one again after the import.
"""

from __future__ import annotations

import gzip
from collections.abc import Mapping
from concurrent.futures import Executor, Future
from dataclasses import dataclass, field
from itertools import starmap
from pathlib import Path
from types import MappingProxyType, TracebackType
from typing import IO, TYPE_CHECKING, Any, Self

if TYPE_CHECKING:
    import pyarrow

TYPES: Mapping[str, str] = MappingProxyType(
    {"string": "string", "strings": "string[]", "integer": "long", "number": "double"}
)
_QUICK = 1  # the level of gzip: higher ones take three times as long and make the files a third smaller
_NOT_FINITE = {"inf": "Infinity", "-inf": "-Infinity", "nan": "NaN"}  # as Java reads them


class DelimiterInText(Exception):
    """A part of a list holds the character that lists are joined by."""


class Unspeakable(Exception):
    """A list of one empty text: in CSV it looks like an empty list."""


@dataclass
class CsvFile:
    """One file being written; a context manager that completes it. Gzip works in the threads of `pool`."""

    path: Path
    delimiter: str
    pool: Executor
    rows: int = 0
    longest: int = 0  # bytes in a row, at most
    multiline: bool = False  # whether a text goes over several lines
    emptied: set[str] = field(default_factory=set)  # columns with an empty list, which is written as a missing one
    _file: IO[bytes] = field(init=False, repr=False)
    _packed: gzip.GzipFile = field(init=False, repr=False)
    _busy: Future[int] | None = field(default=None, repr=False)

    def __enter__(self) -> Self:
        self._file = self.path.open("wb")
        self._packed = gzip.GzipFile("", "wb", _QUICK, self._file, mtime=0)  # nothing in it but what is written
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        try:
            self._wait()
            self._packed.close()
        finally:
            self._file.close()

    def write(self, page: pyarrow.Table) -> None:
        """Add rows; what gzip is still busy with is waited for, so that memory holds no more than two pages."""
        columns = texts(page, self.delimiter)
        self.emptied |= {name for name in page.column_names if columns[name].null_count > page[name].null_count}
        lines = csv_of(columns)
        self.rows += len(page)
        self.longest = max(self.longest, _longest(columns))
        self.multiline = self.multiline or lines.count(b"\n") > len(page) or b"\r" in lines
        self._wait()
        self._busy = self.pool.submit(self._packed.write, lines)

    def _wait(self) -> None:
        if self._busy is not None:
            self._busy.result()
            self._busy = None


def texts(page: pyarrow.Table, delimiter: str) -> pyarrow.Table:
    """The page with nothing but texts in it, as the importer wants them."""
    import pyarrow as pa

    columns = []
    for column in page.columns:
        if pa.types.is_large_list(column.type):
            columns.append(_joined(column, delimiter))
        elif pa.types.is_floating(column.type):
            columns.append(_numbers(column))
        else:
            columns.append(column.cast(pa.large_string()))
    return pa.table(columns, page.column_names)


def csv_of(columns: pyarrow.Table) -> bytes:
    """The lines of a table of texts."""
    import pyarrow as pa
    from pyarrow import csv

    sink = pa.BufferOutputStream()
    csv.write_csv(columns, sink, csv.WriteOptions(include_header=False, quoting_style="all_valid"))
    lines: bytes = sink.getvalue().to_pybytes()
    return lines


def _joined(lists: Any, delimiter: str) -> Any:
    import pyarrow as pa
    from pyarrow import compute

    if compute.any(compute.match_substring(compute.list_flatten(lists), delimiter)).as_py():
        raise DelimiterInText
    joined = compute.binary_join(lists, pa.scalar(delimiter, pa.large_string()))
    empty = compute.equal(joined, "")
    if compute.any(compute.and_(empty, compute.greater(compute.list_value_length(lists), 0))).as_py():
        raise Unspeakable
    return compute.if_else(empty, None, joined)


def _numbers(numbers: Any) -> Any:
    import pyarrow as pa
    from pyarrow import compute

    written = numbers.cast(pa.large_string())
    for here, java in _NOT_FINITE.items():
        written = compute.if_else(compute.equal(written, here), java, written)
    return written


def _longest(columns: pyarrow.Table) -> int:
    """Bytes of the longest row, quotes in its texts counted once."""
    from pyarrow import compute

    total: Any = 3 * len(columns.columns)
    for column in columns.columns:
        total = compute.add(total, compute.coalesce(compute.binary_length(column), 0))
    return compute.max(total).as_py() or 0


def header(columns: Mapping[str, str]) -> str:
    """The one line of a header file; a name that begins with a colon is none, but a role such as :START_ID.

    >>> header({":START_ID(node)": "string", "id": "string", "passages": "strings"})
    ':START_ID(node),id:string,passages:string[]\\n'
    """
    return ",".join(starmap(_head, columns.items())) + "\n"


def _head(name: str, kind: str) -> str:
    return name if ":" in name else f"{name}:{TYPES[kind]}"
