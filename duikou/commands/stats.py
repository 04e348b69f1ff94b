"""`duikou stats`: what the shape of the network tells."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from duikou.messages import say
from duikou.rows import write_rows
from duikou.screen import Screen
from duikou.settings import Format, Lang

if TYPE_CHECKING:
    from rich.console import RenderableType

    from graph.network_stats import Stats

COLUMNS = ("part", "rank", "name", "helped", "amount", "betweenness", "members")
_SHOWN = 8  # members of a community in the table


def show_stats(screen: Screen, location: str, top: int) -> None:
    """Measure the network of the store; of each measure the first `top`."""
    from graph.network_stats import stats
    from graph.networks import to_networkx
    from graph.store import open_store

    with open_store(location, read_only=True) as store:
        found = stats(to_networkx(store))
    if screen.format is not Format.table:
        write_rows(_rows(found, top), COLUMNS, screen.format, sys.stdout)
        return
    screen.show(*_tables(found, top, screen.lang))


def _tables(found: Stats, top: int, lang: Lang) -> Iterator[RenderableType]:
    from duikou.tables import heading, table

    yield heading(say(lang, "stats", nodes=found.nodes, edges=found.edges, communities=len(found.communities)))
    yield ""
    head = [say(lang, f"column.{name}") for name in ("helper", "helped_count", "yuan", "betweenness")]
    rows = [
        (one.name, one.helped, f"{one.amount:,.0f}" if one.amount else "", f"{one.betweenness:.3f}")
        for one in found.helpers
    ]
    yield table(head, rows[:top], say(lang, "stats.helpers", count=len(rows)))
    groups = [
        (len(one.names), "、".join(one.names[:_SHOWN]) + ("…" if len(one.names) > _SHOWN else ""))
        for one in found.communities
    ]
    yield table(
        [say(lang, "column.size"), say(lang, "column.members")],
        groups[:top],
        say(lang, "stats.communities", count=len(groups)),
    )
    chains = [(len(chain), " → ".join(chain)) for chain in found.chains]
    yield table(
        [say(lang, "column.length"), say(lang, "column.chain")],
        chains[:top],
        say(lang, "stats.chains", count=len(chains)),
    )
    if found.isolated:
        yield heading(say(lang, "stats.isolated", count=len(found.isolated)))
        yield "、".join(found.isolated[:top]) + ("…" if len(found.isolated) > top else "")


def _rows(found: Stats, top: int) -> Iterator[dict[str, Any]]:
    blank: dict[str, Any] = dict.fromkeys(COLUMNS)
    for rank, one in enumerate(found.helpers[:top], 1):
        told = {"name": one.name, "helped": one.helped, "amount": one.amount, "betweenness": one.betweenness}
        yield blank | {"part": "helper", "rank": rank} | told
    parts = (
        ("community", [c.names for c in found.communities]),
        ("chain", found.chains),
        ("isolated", [(n,) for n in found.isolated]),
    )
    for part, groups in parts:
        for rank, names in enumerate(groups[:top], 1):
            yield blank | {"part": part, "rank": rank, "name": names[0], "members": list(names)}
