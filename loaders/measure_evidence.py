"""What a figure measures where no frame fits: the words around it are weighed, the nearer the heavier."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from graph.numerals import Quantity
from loaders.measure_figures import Figure
from loaders.measure_frames import Frame, frames, patterns_of

NOTHING = "nothing"
_STRONG, _WEAK = 2.0, 1.0
_ENOUGH = 2.0  # what the words must weigh
_TOLD = 1.0  # for the kind of money spoken of before
_A_SUM = 50_000  # yuan: less is a price or a wage
_A_PRICE = 300  # yuan
_MASS, _MANY = ("kg", "斤", "吨", "担"), 1000  # fewer pieces than that may be machines
_AHEAD = 1.5  # how many times more than those of any other indicator
_OWN, _SAME_CLAUSE, _NEXT, _PART_BEFORE = 1.0, 0.6, 0.35, 0.15
_BEFORE = (0.5, 0.35, 0.25, 0.2)  # one clause back, two, ...
_CLAUSE_ENDS = "，：。！？"
_AFTER_ENDS = re.compile("[，；：。！？、〇（]")


@dataclass(frozen=True, slots=True)
class _Signs:
    """The words that speak for an indicator of figures of one unit."""

    indicator: str
    strong: re.Pattern[str]
    weak: re.Pattern[str] | None


def weighed(figure: Figure, topic: str | None = None) -> Frame | None:
    """The frame of the indicator that the words around the figure speak for, where they are clear enough.

    topic: what the sums told before are.
    """
    signs = _signs().get(figure.quantity.unit)
    if signs is None:
        return None
    zones = list(_zones(figure.words))
    told = {topic: _TOLD} if figure.quantity.unit == "元" and figure.quantity.value >= _A_SUM else {}
    found = sorted(((_weight(one, zones) + told.get(one.indicator, 0), one.indicator) for one in signs), reverse=True)
    (best, indicator), (second, _) = found[0], found[1]
    if indicator == NOTHING or best < _ENOUGH or best < _AHEAD * second:
        return None
    if figure.quantity.unit == "元" and figure.quantity.value < _A_PRICE:
        return None
    if indicator == "sales_volume" and (_is_none(found) or _are_few(figure.quantity)):
        return None
    frame = frame_for(indicator, figure.quantity)
    return replace(frame, rule=f"{indicator}: weighed") if frame else None


def is_none_of_ours(figure: Figure) -> bool:
    """Whether its own words say that it is a figure which the vocabulary has no indicator for: a rent, a price, a yield."""
    signs = _signs().get(figure.quantity.unit, ())
    zones = list(_zones(figure.words))
    return any(one.indicator == NOTHING and _weight(one, zones) >= _STRONG for one in signs)


def _is_none(found: list[tuple[float, str]]) -> bool:
    """Whether its own words say that it is no amount that was made or sold: 日产1.2万件."""
    return any(name == NOTHING and weight >= _STRONG for weight, name in found)


def _are_few(quantity: Quantity) -> bool:
    """Whether they may be machines rather than goods."""
    return quantity.unit not in _MASS and quantity.value < _MANY


def _weight(signs: _Signs, zones: list[tuple[float, str]]) -> float:
    """What the words of an indicator weigh: in each zone its heaviest word."""
    total = 0.0
    for factor, words in zones:
        if signs.indicator == NOTHING and factor < _SAME_CLAUSE:
            continue  # what the figure is not, its own clause says
        if signs.strong.search(words):
            total += factor * _STRONG
        elif signs.weak is not None and signs.weak.search(words):
            total += factor * _WEAK
    return total


def _zones(words: str) -> Iterator[tuple[float, str]]:
    """The stretches of the sentence around the figure, with what a word in them counts."""
    before, after = words.split("#", 1)
    parts = before.split("；")
    clauses = re.split(f"[{_CLAUSE_ENDS}]", parts[-1])
    earlier, mark, own = clauses[-1].rpartition("〇")
    close = _AFTER_ENDS.search(after)
    yield _OWN, own + "#" + (after[: close.start()] if close else after)
    if mark:
        yield _SAME_CLAUSE, earlier
    yield from zip(_BEFORE, reversed(clauses[:-1]), strict=False)
    if len(parts) > 1:
        yield _PART_BEFORE, parts[-2]
    if close and close.group() == "，":
        yield _NEXT, re.split("[，；。！？]", after[close.end() :])[0]


def frame_for(indicator: str, quantity: Quantity) -> Frame | None:
    """The frame of an indicator for figures of this unit and size."""
    named = (frame for frame in frames().frames if indicator in (frame.indicator, frame.moves))
    return next((frame for frame in named if frame.holds(quantity)), None)


@cache
def _signs() -> dict[str, tuple[_Signs, ...]]:
    """The words of loaders/frames/figures_evidence.yaml by unit."""
    settings = frames().settings
    units: dict[str, list[str]] = settings["units"]
    made: dict[str, tuple[_Signs, ...]] = {}
    rows: list[dict[str, Any]] = settings["evidence"]
    for row in rows:
        signs = tuple(
            _Signs(name, patterns_of(words["strong"]), patterns_of(words["weak"]) if words["weak"] else None)
            for name, words in row["signs"].items()
        )
        for unit in (unit for name in row["units"] for unit in units.get(name, [name])):
            made.setdefault(unit, signs)
    return made
