"""Rows as the gzipped CSV that `neo4j-admin database import` reads.

Texts are quoted and a missing value is nothing at all, so that an empty text stays one. Lists are joined by a character
that stands in none of their parts. An empty list cannot be said: it is written as a missing value, and
graph.neo4j_schema.missing_lists makes it one again after the import.
"""

from __future__ import annotations

import gzip
from collections.abc import Mapping, Sequence
from concurrent.futures import Executor, Future
from dataclasses import dataclass, field
from itertools import chain, starmap
from pathlib import Path
from types import MappingProxyType, TracebackType
from typing import IO, Any, Self

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
    kinds: Sequence[str]  # of its columns: keys of TYPES
    delimiter: str
    pool: Executor
    rows: int = 0
    longest: int = 0  # characters in a row
    multiline: bool = False  # whether a text goes over several lines
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

    def write(self, page: Sequence[Sequence[Any]]) -> None:
        """Add rows; what gzip is still busy with is waited for, so that memory holds no more than two pages."""
        values = zip(*page, strict=True)
        columns = [texts(kind, column, self.delimiter) for kind, column in zip(self.kinds, values, strict=True)]
        lines = list(map(",".join, zip(*columns, strict=True)))
        lines.append("")
        text = "\n".join(lines)
        self.rows += len(page)
        self.longest = max(self.longest, *map(len, lines))
        self.multiline = self.multiline or text.count("\n") > len(page) or "\r" in text
        self._wait()
        self._busy = self.pool.submit(self._packed.write, text.encode("utf-8"))

    def _wait(self) -> None:
        if self._busy is not None:
            self._busy.result()
            self._busy = None


def texts(kind: str, values: Sequence[Any], delimiter: str) -> list[str]:
    """The values of one column as they stand in the file.

    >>> print(*texts("string", ['6" pipe', "", None], ";"), sep=",")
    "6"" pipe","",
    >>> texts("strings", [["a", "b"], []], ";")
    ['"a;b"', '']
    >>> texts("number", [1600.0, 1e23, float("inf"), None], ";")
    ['1600.0', '1e+23', 'Infinity', '']
    """
    if kind == "string":
        return ["" if value is None else '"' + value.replace('"', '""') + '"' for value in values]
    if kind == "strings":
        if delimiter in "".join(chain.from_iterable(filter(None, values))):
            raise DelimiterInText
        joined = [delimiter.join(parts) if parts else None for parts in values]
        if "" in joined:
            raise Unspeakable
        return texts("string", joined, delimiter)
    if kind == "integer":
        return ["" if value is None else str(value) for value in values]
    written = ["" if value is None else repr(value) for value in values]
    return [_NOT_FINITE.get(value, value) for value in written]


def header(columns: Mapping[str, str]) -> str:
    """The one line of a header file; a name that begins with a colon is none, but a role such as :START_ID.

    >>> header({":START_ID(node)": "string", "id": "string", "passages": "strings"})
    ':START_ID(node),id:string,passages:string[]\\n'
    """
    return ",".join(starmap(_head, columns.items())) + "\n"


def _head(name: str, kind: str) -> str:
    return name if ":" in name else f"{name}:{TYPES[kind]}"
