"""Tables for people: fitted to the terminal, Chinese counted as two columns wide."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise
from typing import Any

from rich import box
from rich.cells import cell_len
from rich.console import Console, Group
from rich.containers import Lines
from rich.table import Table
from rich.text import Text

from duikou.words import cell

# A rule under the head in ASCII: some Chinese terminals draw box characters two columns wide.
_CLOSING = tuple("，。、；：？！）”》…")
_RULED = box.Box("    \n    \n -- \n    \n    \n    \n    \n    \n", ascii=True)


class Folded(Text):
    """Text of a cell, of which no line begins with a mark that belongs to the character before it."""

    def wrap(self, console: Console, width: int, **options: Any) -> Lines:
        lines = super().wrap(console, width, **options)
        for above, below in pairwise(lines):
            upper, lower = above.plain.rstrip(), below.plain.rstrip()
            if lower.startswith(_CLOSING) and len(upper) > 1 and cell_len(upper[-1] + lower) <= width:
                above.plain, below.plain = upper[:-1], upper[-1] + lower
        return lines


def table(
    head: Sequence[str], rows: Iterable[Sequence[object]], title: str | None = None, quote_width: int = 0
) -> Group:
    """A table whose cells fold; with a `quote_width` the last column is cut to one line of that width."""
    lines = list(rows)
    made = Table(box=_RULED, show_edge=False, pad_edge=False)
    for index, name in enumerate(head):
        if quote_width and index == len(head) - 1:
            made.add_column(Text(name), no_wrap=True, overflow="ellipsis", max_width=quote_width, style="dim")
        elif lines and all(isinstance(line[index], int) for line in lines):
            made.add_column(Text(name), justify="right")
        else:
            made.add_column(Text(name), overflow="fold")
    for line in lines:
        made.add_row(*(Folded(cell(value)) for value in line))
    return Group(*([heading(title)] if title else []), made, "")


def tally(counts: Mapping[str, int], title: str) -> Group:
    """What was counted, and how many of it."""
    made = Table(box=None, show_header=False, pad_edge=False)
    made.add_column(overflow="fold")
    made.add_column(justify="right")
    for name, count in counts.items():
        made.add_row(Text(name), str(count))
    return Group(heading(title), made)


def heading(words: str) -> Text:
    """A line above a table or a text."""
    return Text(words, style="bold")
