"""An answer as a table for people: no ids, no empty columns, figures with their units, as wide as the terminal."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from rich.cells import cell_len
from rich.console import Group
from rich.text import Text

from duikou.messages import say
from duikou.settings import Lang
from duikou.tables import table
from duikou.words import (
    candidate,
    cell,
    figure,
    indicator_name,
    label_name,
    one_line,
    quantity,
    reason,
    relation_name,
    said_name,
)

if TYPE_CHECKING:
    from queries.answer import Answer
    from queries.catalogue import Column

_LEAST = ("reported", "tier", "status", "period")  # left out in this order where the terminal is narrow
_NARROW = 10  # a column may be folded to this width, not below
_GAP = 3


def answer_table(answer: Answer, lang: Lang, width: int) -> Group:
    """The answer, fitted to so many columns of the terminal; what had to be left out is named below it."""
    titles = {one.name: _title(one, lang) for one in answer.question.columns}
    titles["period"] = say(lang, "column.period")
    rows = [readable(row, lang) for row in answer]
    names = [_shown_as(name) for name in answer.shown]
    columns = [name for name in dict.fromkeys(names) if any(row.get(name) not in (None, "") for row in rows)]
    kept = _fitting(columns, titles, rows, width)
    lost = [titles[name] for name in columns if name not in kept]
    note = [Text(say(lang, "columns_left_out", names=", ".join(lost)), style="dim")] if lost else []
    title = answer.question.zh if lang is Lang.zh else answer.question.en
    return Group(
        table([titles[name] for name in kept], [[row.get(name) for name in kept] for row in rows], title), *note
    )


def readable(row: Mapping[str, Any], lang: Lang) -> dict[str, Any]:
    """A row in the reader's words; what belongs to a figure, or to a period, stands in one cell.

    >>> readable({"value": 60, "unit": "人", "modifier": "余", "indicator": "employees"}, Lang.zh)
    {'value': '60余人', 'indicator': '员工数'}
    """
    said = {name: value for name, value in row.items() if name not in _PARTS}
    if row.get("unit") is not None:
        said |= {name: quantity(row[name], row["unit"], lang) for name in ("lower", "higher") if name in row}
        said |= {"value": figure(row, lang)} if "value" in row else {}
    if "period_start" in row:
        ends = [end for end in (row["period_start"], row["period_end"]) if end]
        said["period"] = " – ".join(dict.fromkeys(ends))
    if isinstance(row.get("amount"), int | float):
        said["amount"] = quantity(row["amount"], "元", lang)
    for name, translate in _WORDS.items():
        if row.get(name):
            said[name] = translate(row[name], lang)
    return said


_PARTS = ("unit", "modifier", "minimum", "maximum", "period_start", "period_end")
_WORDS: dict[str, Callable[[str, Lang], str]] = {
    "relation": relation_name,
    "says": said_name,
    "indicator": indicator_name,
    "kind": label_name,
    "reason": reason,
    "tier": lambda value, lang: say(lang, f"tier.{value}"),
    "status": lambda value, lang: say(lang, f"status.{value}"),
    "quote": lambda value, lang: one_line(value),
    "candidate": lambda value, lang: candidate(json.loads(value), lang),
}


def _shown_as(column: str) -> str:
    """The column that a value is shown in."""
    return "period" if column in ("period_start", "period_end") else column


def _title(column: Column, lang: Lang) -> str:
    """The head of a column; the unit of a sum stands in its cells."""
    return column.zh.replace("（元）", "") if lang is Lang.zh and column.zh else column.en


def _fitting(
    columns: Sequence[str], titles: Mapping[str, str], rows: Sequence[Mapping[str, Any]], width: int
) -> list[str]:
    """The columns that have room, each at least as wide as its head."""
    least = {
        name: max(cell_len(titles[name]), min(_NARROW, max(cell_len(cell(row.get(name))) for row in rows)))
        for name in columns
    }
    kept = list(columns)
    for name in _LEAST:
        if sum(least[one] + _GAP for one in kept) <= width + _GAP:
            break
        if name in kept:
            kept.remove(name)
    return kept
