"""`duikou status --rejects`: what was not kept, by reason, with examples."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from duikou.messages import say
from duikou.rows import write_rows
from duikou.screen import Screen
from duikou.settings import Format, Lang

if TYPE_CHECKING:
    from rich.console import RenderableType

    from queries.rejects import Example, Refusal

COLUMNS = ("reason", "count", "examples")


def show_rejects(screen: Screen, location: str) -> None:
    """Count the reasons of rejects, each with a few cases."""
    from graph.store import open_store
    from queries.rejects import rejects

    with open_store(location, read_only=True) as store:
        found = rejects(store)
    if screen.format is not Format.table:
        write_rows(map(_row, found), COLUMNS, screen.format, sys.stdout)
    elif found:
        screen.show(*_lines(found, screen.lang))
        screen.tell("how_to_see_rejects")
    else:
        screen.note("no_rejects", store=location)


def _lines(found: Sequence[Refusal], lang: Lang) -> Iterator[RenderableType]:
    from rich.padding import Padding
    from rich.text import Text

    from duikou.tables import heading
    from duikou.words import reason

    yield heading(say(lang, "rejects", count=sum(one.count for one in found)))
    for one in found:
        yield Padding(Text(f"{one.count:>6,}  {reason(one.reason, lang)}"), (0, 0, 0, 0))
        for case in one.examples:
            yield Padding(Text(_told(case, lang), style="dim"), (0, 2, 0, 8))
    yield Text()


def _told(case: Example, lang: Lang) -> str:
    """A case in one line: what would have been stated, and the words that did not prove it."""
    from duikou.words import candidate, one_line

    words = candidate(case.candidate, lang)
    if case.quote is None:
        return words
    place = f"“{one_line(case.quote.text)}”  {case.quote.document}:{case.quote.line}"
    return f"{words}  {place}" if words else place


def _row(one: Refusal) -> dict[str, Any]:
    examples = [
        {
            "id": case.id,
            "reason": case.reason,
            "candidate": case.candidate,
            "quote": case.quote.text if case.quote else None,
            "document": case.quote.document if case.quote else None,
            "line": case.quote.line if case.quote else None,
        }
        for case in one.examples
    ]
    return {"reason": one.reason, "count": one.count, "examples": examples}
