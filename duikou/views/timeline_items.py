"""What a timeline shows: facts and figures with the time they tell of, as exactly as the text gives it and no more."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from duikou.views.flow_kinds import KIND_OF
from duikou.views.flow_places import Level, Places
from duikou.views.knowledge import Fact, Figure

FIGURES = "figures"
_LASTING = ("ASSISTS", "SECONDED_TO", "SECONDED_FROM", "HAS_ROLE")
_EXPECTED = ("ASSISTS", "SECONDED_TO", "SECONDED_FROM", "MOVED_INTO", "FOUNDED", "BUILT")  # listed without a date too
_FROM = ("CAME_FROM", "SECONDED_FROM")
_DATE = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")


@dataclass(frozen=True, slots=True)
class Moment:
    """A date as the text gives it: as a stretch of years, and how exact it is (year, month or day)."""

    text: str
    start: float
    stop: float
    precision: str


@dataclass(frozen=True, slots=True)
class Item:
    """A fact or figure in time. `lasting`: it goes on after it began. Without either moment it is undated."""

    what: Fact | Figure
    kind: str
    since: Moment | None
    until: Moment | None
    lasting: bool
    region: str | None

    @property
    def dated(self) -> bool:
        return self.since is not None or self.until is not None

    @property
    def first(self) -> float:
        """When it stands in the order: its beginning, else its end."""
        moment = self.since or self.until
        return moment.start if moment else 0.0

    @property
    def last(self) -> float:
        moment = self.until or self.since
        return moment.stop if moment else 0.0


def moment(text: Any) -> Moment | None:
    """A date of the store; None where it is none.

    >>> moment("2021-07"), moment("早年")
    (Moment(text='2021-07', start=2021.5, stop=2021.5833333333333, precision='month'), None)
    """
    found = _DATE.fullmatch(str(text or ""))
    if not found:
        return None
    year, month, day = (int(part) if part else None for part in found.groups())
    assert year is not None
    if month is None or not 1 <= month <= 12:
        return Moment(found[1], float(year), year + 1.0, "year")
    start = year + (month - 1) / 12
    if day is None:
        return Moment(found[0], start, start + 1 / 12, "month")
    try:
        passed = (date(year, month, day) - date(year, month, 1)).days
    except ValueError:
        return Moment(found[0][:7], start, start + 1 / 12, "month")
    return Moment(found[0], start + passed / 31 / 12, start + (passed + 1) / 31 / 12, "day")


def items_of(facts: Iterable[Fact], figures: Iterable[Figure], where: Places) -> list[Item]:
    """What belongs on a timeline: all that has a date, and pairings, secondments and openings that have none."""
    found = []
    for fact in facts:
        if fact.relation in KIND_OF:
            since, until = moment(fact.details.get("since")), moment(fact.details.get("until"))
            if since or until or fact.relation in _EXPECTED:
                place = fact.subject if fact.relation in _FROM else fact.object
                lasting = fact.relation in _LASTING
                found.append(Item(fact, KIND_OF[fact.relation], since, until, lasting, _county(place, where)))
    for figure in figures:
        since, until = moment(figure.details.get("period_start")), moment(figure.details.get("period_end"))
        if since or until:
            until = None if since == until else until
            found.append(Item(figure, FIGURES, since, until, False, _county(figure.subject, where)))
    return sorted(found, key=lambda item: (item.first, item.last, item.kind, item.what.id))


def _county(id_: str, where: Places) -> str | None:
    """The county or larger division that a node lies in."""
    found = where.lifted(id_, Level.county)
    return found if where.label(found) == "Region" else None
