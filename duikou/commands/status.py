"""`duikou status`: what a store holds, counted."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

from duikou.messages import say
from duikou.rows import write_rows
from duikou.screen import Screen
from duikou.settings import Format, Lang

if TYPE_CHECKING:
    from rich.console import Group, RenderableType

    from queries.status import Status

COLUMNS = ("part", "name", "count")
_TOTALS = ("documents", "articles", "works", "passages", "entities", "facts", "figures", "rejects")


def show_status(screen: Screen, location: str) -> None:
    """Count what the store holds."""
    from graph.store import open_store
    from queries.status import status

    with open_store(location, read_only=True) as store:
        found = status(store)
    if screen.format is not Format.table:
        write_rows(_rows(found), COLUMNS, screen.format, sys.stdout)
        return
    screen.show(_summary(found, screen.lang), "", *counts(found, screen.lang), documents(found, screen.lang))


def counts(found: Status, lang: Lang, most: int | None = None) -> Iterator[RenderableType]:
    """Entities, facts and figures side by side where the terminal is wide enough, then the reasons of rejects.

    `most`: of each only so many rows, the largest.
    """
    from rich.columns import Columns

    from duikou.words import indicator_name, label_name, reason, relation_name

    parts = (
        ("entities", {label_name(name, lang): count for name, count in found.labels.items()}),
        ("facts", {relation_name(name, lang): count for name, count in found.relations.items()}),
        ("observations", {indicator_name(name, lang): count for name, count in found.indicators.items()}),
    )
    yield Columns([_counted(title, rows, lang, most) for title, rows in parts if rows], padding=(0, 3))
    if found.reasons:
        yield ""
        reasons: Counter[str] = Counter()
        for words, count in found.reasons.items():
            reasons[reason(words, lang)] += count
        yield _counted("rejects", dict(reasons.most_common()), lang, most)
    yield ""


def documents(found: Status, lang: Lang) -> Group:
    """One row a document."""
    from duikou.tables import table

    names = ("document", "articles", "facts", "observations", "rejects")
    rows = [(one.name, one.articles, one.facts, one.figures, one.rejects) for one in found.documents]
    return table([say(lang, f"column.{name}") for name in names], rows)


def _summary(found: Status, lang: Lang) -> RenderableType:
    from rich.text import Text

    totals = {name: getattr(found, name) for name in ("articles", "works", "entities", "facts", "figures", "rejects")}
    return Text(say(lang, "status", store=found.location, documents=len(found.documents), **totals))


def _counted(title: str, rows: Mapping[str, int], lang: Lang, most: int | None) -> Group:
    from duikou.tables import tally

    shown = dict(list(rows.items())[:most])
    left = len(rows) - len(shown)
    if left:
        shown[say(lang, "more_kinds", count=left)] = sum(rows.values()) - sum(shown.values())
    return tally(shown, say(lang, title, count=sum(rows.values())))


def _rows(found: Status) -> Iterator[dict[str, Any]]:
    for name in _TOTALS:
        value = getattr(found, name)
        yield {"part": "total", "name": name, "count": len(value) if name == "documents" else value}
    parts = ("label", "relation", "indicator", "reason")
    groups = (found.labels, found.relations, found.indicators, found.reasons)
    for part, rows in zip(parts, groups, strict=True):
        yield from ({"part": part, "name": name, "count": count} for name, count in rows.items())
    for one in found.documents:
        for part in ("articles", "facts", "figures", "rejects"):
            yield {"part": part, "name": one.name, "count": getattr(one, part)}
