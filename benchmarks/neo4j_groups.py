"""A batch as every writer of the benchmarks takes it: rows of one label, or of one type between two labels."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import Any, NamedTuple, TypeVar

T = TypeVar("T")
Row = dict[str, Any]


class Nodes(NamedTuple):
    """Nodes with the same labels; every row holds all the columns."""

    labels: tuple[str, ...]
    columns: list[str]
    rows: list[Row]


class Links(NamedTuple):
    """Relationships of one type between two labels; a row: (id of the start, properties, id of the end)."""

    type: str
    source: str
    target: str
    columns: list[str]
    rows: list[tuple[str, Row, str]]


class Groups(NamedTuple):
    """Everything that a writer writes; it needs nothing of duikou, so that it can cross into another environment."""

    nodes: list[Nodes]
    links: list[Links]


def chunks(rows: list[T], size: int) -> Iterator[list[T]]:
    """The rows, so many at a time.

    >>> list(chunks([1, 2, 3], 2))
    [[1, 2], [3]]
    """
    stream = iter(rows)
    while some := list(islice(stream, size)):
        yield some


def plain(groups: Groups) -> tuple[list[Any], list[Any]]:
    """The groups as tuples and lists, to be pickled for a program that does not import this module."""
    return [tuple(one) for one in groups.nodes], [tuple(one) for one in groups.links]
