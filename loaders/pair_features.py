"""Two names in one sentence, and what can be seen of how they belong together: the evidence that pair_weights weighs.

A feature is a short text, such as `fB出资` (出资 stands between the names, the subject first) or `lpComParf` (a company
before a park). The words are those of the chart, in which each name, figure and date is one sign.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from graph.model import Entity
from graph.schema import schema
from loaders.chart import SIGNS, Chart
from loaders.tiers import helps
from loaders.topics import Topics, home, level
from loaders.values import Mention, Reading

_REACH = 70  # signs between two names that may still belong together
_BEFORE, _BEHIND = 8, 12  # signs of the sentence before and behind the pair that are looked at
_LONG = 40  # of more signs between the names only both ends are looked at
_SIDES = {"helper": "h", "helped": "d", None: "n"}


@dataclass(frozen=True, slots=True)
class Pair:
    """Two mentions of a chart as subject and object: `first` and `last` are their places in its code."""

    row: Chart
    first: int
    last: int
    subject: Mention
    object: Mention
    forward: bool  # the subject stands first


class Setting:
    """What the article tells of the names of its pairs; an entity stands in many pairs and is asked about once."""

    def __init__(self, reading: Reading, topics: Topics) -> None:
        self.reading = reading
        self.pairs = topics.pairs
        self._topics = topics
        self._sides: dict[str, str] = {}

    def side(self, entity: Entity) -> str:
        """One letter for the side of the article's pairing on which an entity stands."""
        found = self._sides.get(entity.id)
        if found is None:
            found = _SIDES[self._topics.side(entity) or self._topics.side_by_name(entity)]
            self._sides[entity.id] = found
        return found


def pairs(row: Chart) -> Iterator[Pair]:
    """All pairs of names of a sentence, in both directions, that some relation of the vocabulary can join."""
    named = [(place, item) for place, item in enumerate(row.items) if isinstance(item, Mention)]
    for number, (first, one) in enumerate(named):
        for last, other in named[number + 1 :]:
            if one.entity.id == other.entity.id or last - first > _REACH:
                continue
            if joinable(one.label, other.label):
                yield Pair(row, first, last, one, other, True)
            if joinable(other.label, one.label):
                yield Pair(row, first, last, other, one, False)


@cache
def joinable(subject: str, object_: str) -> tuple[str, ...]:
    """The relations that run from one label to the other, but for PART_OF, which the gazetteer tells, and for what is
    said of firms that are built or run, which takes words."""
    untold = ("PART_OF", "BUILT", "RUNS") if object_ == "Company" else ("PART_OF",)
    return tuple(
        rule.name
        for rule in schema().relations.values()
        if rule.name not in untold and subject in rule.sources and object_ in rule.targets
    )


def features(pair: Pair, setting: Setting) -> set[str]:
    """What can be seen of a pair."""
    code, order = pair.row.code, "f" if pair.forward else "r"
    between = code[pair.first + 1 : pair.last]
    left, right = code[max(0, pair.first - _BEFORE) : pair.first], code[pair.last + 1 : pair.last + 1 + _BEHIND]
    labels = pair.subject.label[:3] + pair.object.label[:3] + order
    seen = _of_ends(pair, setting, labels, order)
    seen.add(f"ct{min(between.count('，'), 4)}{order}")
    seen.add(f"dist{min(len(between), _LONG) // 4}{order}")
    seen.update(f"nm{name}{min(between.count(sign), 3)}" for name, sign in SIGNS.items() if sign in between)
    inner = between if len(between) <= _LONG else f"{between[:20]}…{between[-20:]}"
    seen.update(_grams(inner, 1, order + "B"), _grams(inner, 2, order + "B"), _grams(inner, 3, order + "B"))
    seen.update(_grams(between if len(between) <= 24 else between[:12], 2, labels + "B"))
    seen.update(f"{order}0{between[:size]}" for size in (1, 2, 3, 4) if len(between) >= size)
    seen.update(f"{order}9{between[-size:]}" for size in (1, 2, 3, 4) if len(between) >= size)
    seen.update(f"{order}L{left[-size:]}" for size in (1, 2, 3) if len(left) >= size)
    seen.update(f"{order}R{right[:size]}" for size in (1, 2, 3, 4) if len(right) >= size)
    seen.update(_grams(right, 1, order + "r"), _grams(right, 2, order + "r"))
    seen.update(_grams(left, 1, order + "l"), _grams(left, 2, order + "l"))
    seen.update(
        (f"{labels}0{between[:2]}", f"{labels}9{between[-2:]}", f"{labels}R{right[:2]}", f"{labels}L{left[-2:]}")
    )
    if len(between) <= 8:
        seen.update((f"{order}={between}", f"{labels}={between}"))
    return seen


def _of_ends(pair: Pair, setting: Setting, labels: str, order: str) -> set[str]:
    """What the two are, and on which side of the article's pairing they stand."""
    one, other = pair.subject.entity, pair.object.entity
    homes = home(one), home(other)
    sides = setting.side(one) + setting.side(other)
    regions = one.label == other.label == "Region"
    direction = helps(one, other) if regions else helps(*homes)
    steps = (pair.subject.step is not None, pair.object.step is not None)
    return {
        f"lp{labels}",
        f"sd{sides}{order}",
        f"lpsd{labels}{sides}",
        f"hp{direction}",
        f"pr{(one.id, other.id) in setting.pairs}",
        f"step{steps}",
        f"ins{homes[0].id == homes[1].id}",
        f"lv{(level(one), level(other))}",
        f"kind{setting.reading.blocks[pair.row.sentence.block].kind}",
    }


def _grams(text: str, size: int, mark: str) -> list[str]:
    """All parts of a size, each behind the mark."""
    return [mark + text[start : start + size] for start in range(len(text) - size + 1)]
