"""The pairings as a table: its rows in words, with the facts that stand behind each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from duikou.views.flow_pairs import Pair
from duikou.views.flow_places import Level, Places
from duikou.views.flow_words import Line, line_of, money_words
from duikou.views.knowledge import Fact
from duikou.views.page import Both, both


@dataclass(frozen=True, slots=True)
class Row:
    """A pairing: the names, labels and provinces of its ends, what is said of it, and its facts by number."""

    name: str
    ends: tuple[str, str]
    labels: tuple[str, str]
    around: tuple[str, str]
    scheme: str
    period: str
    money: Both | None
    count: int
    facts: str
    says: Both
    lines: tuple[Line, ...]


def rows_of(pairs: Sequence[Pair], where: Places, numbers: Mapping[str, int]) -> list[Row]:
    """The rows, the pairings with most facts first."""
    names = Counter(pair_name(pair, where) for pair in pairs)
    ordered = sorted(pairs, key=lambda pair: (-len(pair.facts), pair.helper, pair.helped))
    return [_row(pair, where, numbers, names[pair_name(pair, where)] > 1) for pair in ordered]


def pair_name(pair: Pair, where: Places) -> str:
    """What a pairing goes by, in either language."""
    return f"{where.name(pair.helper)} → {where.name(pair.helped)}"


def says_of(facts: Sequence[Fact], money: float) -> Both:
    """How many facts, and how much money: what a reader sees when he points at something."""
    count = counted(len(facts))
    if not money:
        return count
    sums = money_words(money)
    return Both(f"{count.zh} · {sums.zh}", f"{count.en} · {sums.en}")


def counted(count: int) -> Both:
    """So many facts.

    >>> counted(1).en, counted(2).en
    ('1 fact', '2 facts')
    """
    return both("flow_fact_one") if count == 1 else both("flow_fact_count", count=count)


def numbers_of(facts: Iterable[Fact], numbers: Mapping[str, int]) -> str:
    """The numbers of facts as an attribute holds them."""
    return " ".join(str(number) for number in sorted({numbers[fact.id] for fact in facts}))


def _row(pair: Pair, where: Places, numbers: Mapping[str, int], twice: bool) -> Row:
    stated = [fact.details for fact in pair.facts if fact.relation == "ASSISTS"]
    name = pair_name(pair, where)
    return Row(
        name=f"{name} ({pair.helper}, {pair.helped})" if twice else name,
        ends=(where.name(pair.helper), where.name(pair.helped)),
        labels=(where.label(pair.helper), where.label(pair.helped)),
        around=(_around(pair.helper, where), _around(pair.helped, where)),
        scheme="、".join(sorted({str(one["scheme"]) for one in stated if one.get("scheme")})),
        period="、".join(sorted({_period(one) for one in stated} - {""})),
        money=money_words(pair.money) if pair.money else None,
        count=len(pair.facts),
        facts=numbers_of(pair.facts, numbers),
        says=says_of(pair.facts, pair.money),
        lines=tuple(line_of(fact, numbers[fact.id], where.nodes) for fact in pair.facts),
    )


def _around(id_: str, where: Places) -> str:
    """The province, and the county of what is smaller than one."""
    outer = dict.fromkeys((where.province(id_), where.lifted(id_, Level.county)))
    return " ".join(where.name(one) for one in outer if one and one != id_)


def _period(details: Mapping[str, object]) -> str:
    since, until = details.get("since"), details.get("until")
    return f"{since or ''}–{until or ''}" if since or until else ""
