"""Two names in one sentence, and what can be seen of how they belong together: the evidence that pair_weights weighs.

A feature is a short text, such as `fB出资` (出资 stands between the names, the subject first) or `lpComParf` (a company
before a park). The words are those of the chart, in which each name, figure and date is one sign.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from graph.schema import schema
from loaders.chart import SIGNS, Chart
from loaders.topics import Topics, helps, home, level
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


def joinable(subject: str, object_: str) -> tuple[str, ...]:
    """The relations that run from one label to the other, but for PART_OF, which the gazetteer tells."""
    key = (subject, object_)
    if key not in _JOINABLE:
        rules = schema().relations.values()
        _JOINABLE[key] = tuple(
            rule.name
            for rule in rules
            if rule.name != "PART_OF" and subject in rule.sources and object_ in rule.targets
        )
    return _JOINABLE[key]


_JOINABLE: dict[tuple[str, str], tuple[str, ...]] = {}


def features(pair: Pair, reading: Reading, topics: Topics) -> set[str]:
    """What can be seen of a pair."""
    code, order = pair.row.code, "f" if pair.forward else "r"
    between = code[pair.first + 1 : pair.last]
    left, right = code[max(0, pair.first - _BEFORE) : pair.first], code[pair.last + 1 : pair.last + 1 + _BEHIND]
    labels = pair.subject.label[:3] + pair.object.label[:3] + order
    seen = set(_of_ends(pair, reading, topics, labels, order))
    seen.add(f"ct{min(between.count('，'), 4)}{order}")
    seen.add(f"dist{min(len(between), _LONG) // 4}{order}")
    seen.update(f"nm{name}{min(between.count(sign), 3)}" for name, sign in SIGNS.items() if sign in between)
    seen.update(_grams(between if len(between) <= _LONG else f"{between[:20]}…{between[-20:]}", (1, 2, 3), order + "B"))
    seen.update(_grams(between if len(between) <= 24 else between[:12], (2,), labels + "B"))
    seen.update(f"{order}0{between[:size]}" for size in (1, 2, 3, 4) if len(between) >= size)
    seen.update(f"{order}9{between[-size:]}" for size in (1, 2, 3, 4) if len(between) >= size)
    seen.update(f"{order}L{left[-size:]}" for size in (1, 2, 3) if len(left) >= size)
    seen.update(f"{order}R{right[:size]}" for size in (1, 2, 3, 4) if len(right) >= size)
    seen.update(_grams(right, (1, 2), order + "r"))
    seen.update(_grams(left, (1, 2), order + "l"))
    seen.update(
        (f"{labels}0{between[:2]}", f"{labels}9{between[-2:]}", f"{labels}R{right[:2]}", f"{labels}L{left[-2:]}")
    )
    if len(between) <= 8:
        seen.update((f"{order}={between}", f"{labels}={between}"))
    return seen


def _of_ends(pair: Pair, reading: Reading, topics: Topics, labels: str, order: str) -> Iterator[str]:
    """What the two are, and on which side of the article's pairing they stand."""
    one, other = pair.subject.entity, pair.object.entity
    sides = _side(topics, pair.subject) + _side(topics, pair.object)
    regions = one.label == other.label == "Region"
    direction = helps(one, other) if regions else helps(home(one), home(other))
    steps = (pair.subject.step is not None, pair.object.step is not None)
    yield from (f"lp{labels}", f"sd{sides}{order}", f"lpsd{labels}{sides}", f"hp{direction}")
    yield from (f"pr{(one.id, other.id) in topics.pairs}", f"step{steps}", f"ins{home(one).id == home(other).id}")
    yield f"lv{(level(one), level(other))}"
    yield f"kind{reading.blocks[pair.row.sentence.block].kind}"


def _side(topics: Topics, mention: Mention) -> str:
    return _SIDES[topics.side(mention.entity) or topics.side_by_name(mention.entity)]


def _grams(text: str, sizes: tuple[int, ...], mark: str) -> Iterator[str]:
    for size in sizes:
        for start in range(len(text) - size + 1):
            yield mark + text[start : start + size]
