"""Filling an empty LadybugDB store by COPY from Arrow tables, table by table, from a spool.

COPY is quick only into tables that are empty: into tables with rows it writes them all again (measured: 128 documents
into a store of 128 took 110 ms each, 512 into an empty one 8 ms each). And each COPY is a transaction of its own: in one
together they keep 8 MB for every pair of labels, 1.6 GB instead of 0.6.

LadybugDB keeps what a COPY took, its Arrow table too, until it is closed; a checkpoint changes nothing in that. So the
store is closed and opened again after some tables.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import AbstractContextManager
from functools import reduce
from itertools import islice
from typing import TYPE_CHECKING, Any

from graph import merge
from graph.arrow import arrow, arrow_schema, arrow_table
from graph.ladybug_tables import Run
from graph.memory import give_back
from graph.packed import OF_ONE_DOCUMENT, inflated
from graph.reprints import Works
from graph.schema import schema
from graph.spool import Spool, fact_section
from graph.tables import Columns, Pair, node_tables

if TYPE_CHECKING:
    import pyarrow

    Copy = tuple[str, str, pyarrow.Table | None]  # the table, the labels at its ends where it is one of links, the rows

_AT_ONCE = 1000  # rows that become Arrow at once
# What the tables may hold that are copied before the store is closed: their Arrow tables, and what each takes besides.
_HELD = 64 << 20
_NODES = 20 << 20  # measured: the indexes of a label's ids
_LINKS = 1 << 20
Values = list[Any]


def can_fill() -> bool:
    """Whether pyarrow is there, which COPY needs."""
    from importlib.util import find_spec

    return find_spec("pyarrow") is not None


def fill(opened: Callable[[], AbstractContextManager[Run]], spool: Spool) -> Works:
    """Copy all documents of the spool into an empty store; gives the works of their articles.

    opened: opens the store for some tables, as often as it takes.
    """
    works = _works(spool)
    tables, left = _tables(spool, works), True
    while left:
        give_back()
        with opened() as run:
            left = _copy_some(run, tables)
    return works


def _copy_some(run: Run, tables: Iterator[Copy]) -> bool:
    """Copy tables until the store holds as much as it may; False when none is left."""
    held = 0
    for table, ends, rows in tables:
        if rows is not None:
            run(f"COPY {table} FROM $rows {ends}", {"rows": rows})
            held += rows.nbytes + (_LINKS if ends else _NODES)
        if held >= _HELD:
            return True
    return False


def _tables(spool: Spool, works: Works) -> Iterator[Copy]:
    """The tables in the order in which they can be copied: nodes before their links."""
    for label, columns in node_tables(schema()).items():
        yield label, "", _table(columns, _nodes(spool, label, columns, works))
    yield "Kept", "", _kept(spool)
    for pair in spool.sections():
        if isinstance(pair, Pair):
            fact = pair.relation in schema().relations
            columns = fact_section(pair) if fact else {"from_id": "string", "to_id": "string"}
            rows = _merged(spool, pair, columns) if fact else _links(spool, pair)
            yield pair.relation, f"(from='{pair.source}', to='{pair.target}')", _table(columns, rows)


def _works(spool: Spool) -> Works:
    columns = list(node_tables(schema())["Article"])
    key, fingerprint = columns.index("id"), columns.index("fingerprint")
    works = Works()
    for row in spool.rows("Article"):
        works.add(row[key], tuple(int(sentence) for sentence in row[fingerprint]))
    return works


def _nodes(spool: Spool, label: str, columns: Columns, works: Works) -> Iterator[Values]:
    if label == "Document":
        return (_document(spool, columns, row) for row in spool.rows(label))
    if label == "Article":
        work, key = list(columns).index("work"), list(columns).index("id")
        return ([*row[:work], works.by_article[row[key]], *row[work + 1 :]] for row in spool.rows(label))
    return spool.rows(label) if label in OF_ONE_DOCUMENT else _merged(spool, label, columns)


def _document(spool: Spool, columns: Columns, row: Values) -> Values:
    """A document's row under all names that its files have."""
    known = dict(zip(columns, row, strict=True))
    return list({**known, **spool.documents[known["id"]].row}.values())


def _merged(spool: Spool, section: str | Pair, columns: Columns) -> Iterator[Values]:
    """The rows of a table in which documents may share rows."""
    names = list(columns)
    key = names.index("id")

    def joined(one: Values, other: Values) -> Values:
        a, b = dict(zip(names, one, strict=True)), dict(zip(names, other, strict=True))
        both = merge.fact(a, b) if isinstance(section, Pair) else merge.node(section, a, b)
        return [both[name] for name in names]

    found: dict[str, Values] = {}
    shared: dict[str, list[tuple[int, Values]]] = {}
    for row in spool.rows(section):
        known = found.setdefault(row[key], row)
        if known != row:
            _stacked(shared.setdefault(row[key], [(1, known)]), row, joined)
    for one, stack in shared.items():
        found[one] = reduce(joined, (row for _, row in reversed(stack)))
    return (found[one] for one in sorted(found))


def _stacked(stack: list[tuple[int, Values]], row: Values, joined: Callable[[Values, Values], Values]) -> None:
    """Put a row on a stack on which rows that hold as many others are joined.

    A fact that thousands of documents prove grows with each of them: one after another they would take their square.
    """
    held = 1
    while stack and stack[-1][0] == held:
        row = joined(stack.pop()[1], row)
        held *= 2
    stack.append((held, row))


def _links(spool: Spool, pair: Pair) -> Iterable[Values]:
    """The ends of links; documents share only those from a figure to its subject."""
    if pair.relation != "OBSERVED_OF":
        return spool.rows(pair)
    return list(map(list, dict.fromkeys(map(tuple, spool.rows(pair)))))


def _kept(spool: Spool) -> pyarrow.Table | None:
    pa = arrow()
    columns: Columns = {"id": "string", "files": "strings", "things": "strings"}
    left = zip(spool.read("Kept"), spool.read("Things"), strict=True)
    parts = []
    while part := list(islice(left, _AT_ONCE)):
        rows = [[key, [*spool.documents[key].files], inflated(things)] for (key, _), (_, things) in part]
        packed = pa.array([body for (_, body), _ in part], pa.binary())
        parts.append(arrow_table(columns, rows).append_column("rows", packed))
    return pa.concat_tables(parts) if parts else None


def _table(columns: Columns, rows: Iterable[Sequence[Any]]) -> pyarrow.Table | None:
    """The rows as one table; made in parts, because lists of Python take ten times the memory."""
    pa, left = arrow(), iter(rows)
    parts = []
    while part := list(islice(left, _AT_ONCE)):
        parts.append(arrow_table(columns, part))
    return pa.concat_tables(parts).cast(arrow_schema(columns)) if parts else None
