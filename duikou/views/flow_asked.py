"""What the flow and the map of pairings have in common: the pairings asked for, and what stands around the picture."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any

from duikou.views.flow_kinds import kinds_of
from duikou.views.flow_pairs import Pairs, pairs_of
from duikou.views.flow_places import Level, Places, places
from duikou.views.flow_rows import counted, rows_of
from duikou.views.flow_words import line_of, money_words, numbered
from duikou.views.knowledge import everything
from duikou.views.page import Both, both
from graph.errors import UsageError
from graph.store import Store

WIDTHS = ("facts", "money")
_MANY = 60  # pairings from which on a page shows them by province first


@dataclass(frozen=True, slots=True)
class Asked:
    """The pairings, where their sides lie, and the numbers of all their facts."""

    found: Pairs
    where: Places
    numbers: Mapping[str, int]


def ask_pairs(store: Store, helper: Collection[str], helped: Collection[str]) -> Asked:
    """The pairings between these nodes, or all; UsageError when there is none."""
    known = everything(store)
    where = places(known)
    found = pairs_of(known, where, helper, helped)
    if not found.pairs:
        asked = " of these places" if helper or helped else ""
        raise UsageError(f"{store.location}: no pairing{asked} is stated; list what there is with: duikou ask pairings")
    return Asked(found, where, numbered([*(fact for pair in found.pairs for fact in pair.facts), *found.astray]))


def around_picture(asked: Asked) -> dict[str, Any]:
    """What the templates show around a picture: summary, switches, table, facts."""
    pairs, nodes = asked.found.pairs, asked.where.nodes
    rows = rows_of(pairs, asked.where, asked.numbers)
    facts = [fact for pair in pairs for fact in pair.facts]
    return {
        "summary": _summary(len(pairs), len(facts), sum(pair.money for pair in pairs)),
        "widths": [(width, both(f"flow_by_{width}")) for width in WIDTHS],
        "levels": [(level.value, both(f"flow_level_{level}")) for level in Level],
        "shown": (Level.stated.value if len(pairs) < _MANY else Level.province.value, WIDTHS[0]),
        "counted": counted,
        "kinds": kinds_of(facts),
        "rows": rows,
        "columns": {name: any(getattr(row, name) for row in rows) for name in ("scheme", "period", "money")},
        "astray": [line_of(fact, asked.numbers[fact.id], nodes) for fact in asked.found.astray],
    }


def _summary(pairs: int, facts: int, yuan: float) -> Both:
    if not yuan:
        return both("flow_summary_plain", pairs=pairs, facts=facts)
    money = money_words(yuan)
    in_zh, in_en = (both("flow_summary", pairs=pairs, facts=facts, money=sums) for sums in (money.zh, money.en))
    return Both(in_zh.zh, in_en.en)
