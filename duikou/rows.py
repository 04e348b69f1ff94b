"""Rows for other programs: JSON, JSON lines or CSV."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, TextIO

from duikou.settings import Format

Row = Mapping[str, Any]


def write_rows(rows: Iterable[Row], columns: Sequence[str], format: Format, out: TextIO) -> int:
    """Write the rows and give their number; CSV has the `columns`, with lists and records in a cell as JSON."""
    written = 0
    if format is Format.csv:
        table = csv.writer(out, lineterminator="\n")
        table.writerow(columns)
        for row in rows:
            table.writerow([_cell(row.get(column)) for column in columns])
            written += 1
    elif format is Format.jsonl:
        for row in rows:
            out.write(json.dumps(row, ensure_ascii=False) + "\n")
            written += 1
    else:
        everything = list(rows)
        out.write(json.dumps(everything, ensure_ascii=False, indent=2) + "\n")
        written = len(everything)
    return written


def _cell(value: Any) -> Any:
    """A value in a cell of a spreadsheet.

    >>> _cell(["晨南服饰", "晨南"])
    '["晨南服饰", "晨南"]'
    >>> _cell(None), _cell(3), _cell(3.0)
    ('', 3, 3)
    """
    if value is None:
        return ""
    if isinstance(value, float) and value.is_integer():
        return int(value)
    return json.dumps(value, ensure_ascii=False) if isinstance(value, list | dict) else value
