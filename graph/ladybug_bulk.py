"""Filling an empty LadybugDB store by COPY from Arrow tables, table by table, from a spool.

COPY is quick only into tables that are empty: into tables with rows it writes them all again (measured: 128 documents
into a store of 128 took 110 ms each, 512 into an empty one 8 ms each). And each COPY is a transaction of its own: in one
together they keep 8 MB for every pair of labels, 1.6 GB instead of 0.6.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import TYPE_CHECKING, Any

from graph import merge
from graph.arrow import arrow, arrow_schema, arrow_table
from graph.ladybug_tables import Run
from graph.packed import OF_ONE_DOCUMENT, inflated
from graph.reprints import Works
from graph.schema import schema
from graph.spool import Spool, fact_section
from graph.tables import Columns, Pair, node_tables

if TYPE_CHECKING:
    import pyarrow

_AT_ONCE = 5000  # rows that become Arrow at once
Values = list[Any]


def can_fill() -> bool:
    """Whether pyarrow is there, which COPY needs."""
    from importlib.util import find_spec

    return find_spec("pyarrow") is not None


def fill(run: Run, spool: Spool) -> Works:
    """Copy all documents of the spool into an empty store; gives the works of their articles."""
    works = _works(spool)
    for label, columns in node_tables(schema()).items():
        _copy(run, label, _table(columns, _nodes(spool, label, columns, works)))
    _copy(run, "Kept", _kept(spool))
    for pair in spool.sections():
        if isinstance(pair, Pair):
            fact = pair.relation in schema().relations
            columns = fact_section(pair) if fact else {"from_id": "string", "to_id": "string"}
            rows = _merged(spool, pair, columns) if fact else _links(spool, pair)
            _copy(run, pair.relation, _table(columns, rows), f"(from='{pair.source}', to='{pair.target}')")
    return works


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
    found: dict[str, Values] = {}
    for row in spool.rows(section):
        known = found.get(row[key])
        if known is None:
            found[row[key]] = row
        elif known != row:
            a, b = dict(zip(names, known, strict=True)), dict(zip(names, row, strict=True))
            one = merge.fact(a, b) if isinstance(section, Pair) else merge.node(section, a, b)
            found[row[key]] = [one[name] for name in names]
    return (found[one] for one in sorted(found))


def _links(spool: Spool, pair: Pair) -> Iterable[Values]:
    """The ends of links; documents share only those from a figure to its subject."""
    if pair.relation != "OBSERVED_OF":
        return spool.rows(pair)
    return list(map(list, dict.fromkeys(map(tuple, spool.rows(pair)))))


def _kept(spool: Spool) -> pyarrow.Table | None:
    pa = arrow()
    columns: Columns = {"id": "string", "files": "strings", "things": "strings"}
    rows, packed = [], []
    for (document, body), (_, things) in zip(spool.read("Kept"), spool.read("Things"), strict=True):
        rows.append([document, [*spool.documents[document].files], inflated(things)])
        packed.append(body)
    return arrow_table(columns, rows).append_column("rows", pa.array(packed, pa.binary())) if rows else None


def _table(columns: Columns, rows: Iterable[Sequence[Any]]) -> pyarrow.Table | None:
    """The rows as one table; made in parts, because lists of Python take ten times the memory."""
    pa, left = arrow(), iter(rows)
    parts = []
    while part := list(islice(left, _AT_ONCE)):
        parts.append(arrow_table(columns, part))
    return pa.concat_tables(parts).cast(arrow_schema(columns)) if parts else None


def _copy(run: Run, table: str, rows: pyarrow.Table | None, options: str = "") -> None:
    if rows is not None:
        run(f"COPY {table} FROM $rows {options}", {"rows": rows})
