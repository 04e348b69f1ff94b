"""Rows of a store as tables of Arrow: a page of many thousand rows moves and sorts as a few blocks of memory.

pyarrow is the extra `bulk`; it is imported when the first table is made.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from graph.errors import UsageError
from graph.tables import Columns

if TYPE_CHECKING:
    import pyarrow


def arrow() -> Any:
    """The package pyarrow; UsageError says how it is installed where it is missing."""
    try:
        import pyarrow
    except ImportError as error:
        raise UsageError('this export needs pyarrow; install it with: pip install "duikou[bulk]"') from error
    return pyarrow


def arrow_schema(columns: Columns) -> pyarrow.Schema:
    """The columns as fields of Arrow, whose texts may be of any length."""
    pa = arrow()
    text = pa.large_string()
    kinds = {"string": text, "strings": pa.large_list(text), "integer": pa.int64(), "number": pa.float64()}
    return pa.schema([(name, kinds[kind]) for name, kind in columns.items()])


def arrow_table(columns: Columns, rows: Sequence[Sequence[Any]]) -> pyarrow.Table:
    """The rows as a table.

    >>> arrow_table({"id": "string", "keys": "strings"}, [["a", ["b"]], ["c", None]]).to_pylist()
    [{'id': 'a', 'keys': ['b']}, {'id': 'c', 'keys': None}]
    """
    pa, schema = arrow(), arrow_schema(columns)
    values = zip(*rows, strict=True) if rows else [()] * len(columns)
    return pa.table([pa.array(one, field.type) for one, field in zip(values, schema, strict=True)], schema)
