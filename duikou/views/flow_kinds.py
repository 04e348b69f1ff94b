"""The kinds of facts that pictures of questions tell apart, and their colours."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING

from graph.look import looks

if TYPE_CHECKING:
    from duikou.views.knowledge import Fact

MONEY = ("FUNDED", "DONATED_TO", "INVESTED_IN")
# In the order in which they are drawn and listed.
KINDS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "pairing": ("ASSISTS", "COOPERATES_WITH"),
        "money": MONEY,
        "people": ("SECONDED_TO", "SECONDED_FROM", "HAS_ROLE", "WORKS_AT"),
        "moves": ("MOVED_INTO", "CAME_FROM", "SENDS_WORKERS_TO"),
        "works": ("BUILT", "FOUNDED", "RUNS"),
    }
)
KIND_OF: Mapping[str, str] = MappingProxyType({name: kind for kind, names in KINDS.items() for name in names})
_ORDER = {relation: place for place, relation in enumerate(KIND_OF)}


def in_order(facts: Iterable[Fact]) -> tuple[Fact, ...]:
    """Facts by kind, pairings first."""
    return tuple(sorted(facts, key=lambda fact: (_ORDER[fact.relation], fact.id)))


def kinds_of(facts: Iterable[Fact]) -> list[str]:
    """The kinds that occur, in their order."""
    found = {KIND_OF[fact.relation] for fact in facts}
    return [kind for kind in KINDS if kind in found]


@cache
def kinds_css() -> str:
    """`.kind-KIND` for shapes, in the colour of the kind's first relation."""
    lines = []
    for kind, (relation, *_) in KINDS.items():
        look = looks().relations[relation]
        lines.append(f".kind-{kind} {{ fill: {look.color}; stroke: {look.color}; }}")
        lines.append(f'html[data-theme="dark"] .kind-{kind} {{ fill: {look.dark}; stroke: {look.dark}; }}')
    return "\n".join(lines) + "\n"
