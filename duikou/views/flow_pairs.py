"""The pairings of a store, each with the facts between its two sides and the money that went from one to the other."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from duikou.views.flow_kinds import KIND_OF, MONEY, in_order
from duikou.views.flow_places import Level, Places, both_sides
from duikou.views.knowledge import Fact, Knowledge


@dataclass(frozen=True, slots=True)
class Pair:
    """A helper and a helped, all facts between them, pairings first, and the money that went between them, in yuan."""

    helper: str
    helped: str
    facts: tuple[Fact, ...]
    money: float


@dataclass(frozen=True, slots=True)
class Pairs:
    """The pairs, by the ids of their ends, and the facts about money that lie between no two sides of a pair."""

    pairs: tuple[Pair, ...]
    astray: tuple[Fact, ...]


def pairs_of(known: Knowledge, where: Places, helper: Collection[str] = (), helped: Collection[str] = ()) -> Pairs:
    """Who assists whom; with ids, only where they are the helper or the helped, or a side lies in them.

    A fact counts once: to the pair whose sides lie nearest around its two ends.
    """
    found: dict[tuple[str, str], list[Fact]] = defaultdict(list)
    for fact in known.facts:
        if fact.relation == "ASSISTS":
            found[fact.subject, fact.object].append(fact)
    helped_by: dict[str, set[str]] = defaultdict(set)
    for one, other in found:
        helped_by[one].add(other)
    astray = []
    for fact in known.facts:
        if fact.relation in KIND_OF and fact.relation != "ASSISTS":
            if pair := _nearest(fact, where, helped_by):
                found[pair].append(fact)
            elif fact.relation in MONEY:
                astray.append(fact)
    kept = sorted(pair for pair in found if _asked(pair[0], helper, where) and _asked(pair[1], helped, where))
    return Pairs(tuple(_pair(pair, found[pair], where) for pair in kept), () if helper or helped else in_order(astray))


def drawn_together(pairs: Iterable[Pair], where: Places, level: Level) -> list[Pair]:
    """The pairs by county or by province."""
    found: dict[tuple[str, str], list[Fact]] = defaultdict(list)
    for pair in pairs:
        found[where.lifted(pair.helper, level), where.lifted(pair.helped, level)].extend(pair.facts)
    return [_pair(pair, facts, where) for pair, facts in sorted(found.items())]


def _asked(end: str, wanted: Collection[str], where: Places) -> bool:
    return not wanted or not set(where.homes[end]).isdisjoint(wanted)


def _nearest(fact: Fact, where: Places, helped_by: Mapping[str, Collection[str]]) -> tuple[str, str] | None:
    """The pair between whose sides a fact lies, in either direction, money only from the helper's side."""
    first, second = both_sides(fact, where)
    ways = [(first, second)] if fact.relation in MONEY else [(first, second), (second, first)]
    between = [
        (near + far, far, (helper, helped))
        for one_chain, other_chain in ways
        for near, helper in enumerate(one_chain)
        if helper in helped_by
        for far, helped in enumerate(other_chain)
        if helped in helped_by[helper]
    ]
    return min(between)[-1] if between else None


def _pair(ends: tuple[str, str], facts: Iterable[Fact], where: Places) -> Pair:
    ordered = in_order(facts)
    return Pair(*ends, ordered, total(ordered, where))


def total(facts: Iterable[Fact], where: Places) -> float:
    """The sums of facts added up; one of the same giver counts once where its receiver goes by a longer and a shorter name."""
    kept: list[Fact] = []
    for fact in facts:
        if fact.details.get("amount") and not any(_same_sum(fact, other, where) for other in kept):
            kept.append(fact)
    return sum(float(fact.details["amount"]) for fact in kept)


def _same_sum(one: Fact, other: Fact, where: Places) -> bool:
    return (one.relation, one.subject, one.details["amount"]) == (
        other.relation,
        other.subject,
        other.details["amount"],
    ) and any(
        name in longer or longer in name
        for name in where.nodes[one.object].names
        for longer in where.nodes[other.object].names
    )
