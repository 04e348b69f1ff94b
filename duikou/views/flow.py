"""Pairings as a flow: helpers on the left, helped on the right, a band between them as wide as the money or the facts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from duikou.settings import Lang
from duikou.views.flow_asked import WIDTHS, around_picture, ask_pairs
from duikou.views.flow_kinds import KIND_OF, MONEY, in_order, kinds_css, kinds_of
from duikou.views.flow_layout import Band, Box, Flow, Link, flow
from duikou.views.flow_pairs import Pair, drawn_together, total
from duikou.views.flow_places import Level, Places
from duikou.views.flow_rows import numbers_of, pair_name, says_of
from duikou.views.flow_words import money_words
from duikou.views.page import Both, both, page
from graph.store import Store

_WIDE, _NARROW, _MOST = 10, 8, 3  # characters in a line of a name, and how many lines
_LINE, _ROW = 15, 22  # the heights of a further line and of a node with one
_ROOM, _ROOM_OF_ONE = 340, 70  # what all bands take at least, and no more than so much a band


@dataclass(frozen=True, slots=True)
class _End:
    """A node of the picture with its words."""

    number: int
    drawn: Box
    name: str
    label: str
    wide: tuple[str, ...]
    narrow: tuple[str, ...]
    value: Both
    says: Both
    facts: str

    @property
    def middle(self) -> float:
        return round(self.drawn.slot_top + self.drawn.slot / 2, 1)

    def text_y(self, lines: Sequence[str]) -> float:
        """The base line of the first of so many lines around the middle."""
        return round(self.middle + 4.5 - (len(lines) - 1) * _LINE / 2, 1)


@dataclass(frozen=True, slots=True)
class _Ribbon:
    """A band of the picture with its words; `left` and `right` are the nodes at its ends."""

    drawn: Band
    left: str
    right: str
    name: str
    says: Both
    facts: str


@dataclass(frozen=True, slots=True)
class _Sheet:
    """One picture: of one level, in one width."""

    level: str
    width: str
    flow: Flow
    left: tuple[_End, ...]
    right: tuple[_End, ...]
    ribbons: tuple[_Ribbon, ...]
    empty: bool


def flow_page(store: Store, lang: Lang, helper: Collection[str] = (), helped: Collection[str] = ()) -> str:
    """The page of all pairings, or of those whose helper or helped is or lies in the nodes with these ids.

    UsageError when there is none.
    """
    asked = ask_pairs(store, helper, helped)
    where, numbers = asked.where, asked.numbers
    return page(
        "flow.html",
        title=both("flow_title"),
        lang=lang,
        styles=("flow_parts.css", "flow.css", kinds_css()),
        scripts=("flow_parts.js",),
        pictures=[_sheet(asked.found.pairs, level, width, where, numbers) for level in Level for width in WIDTHS],
        place_name=where.name,
        **around_picture(asked),
    )


def _sheet(stated: Iterable[Pair], level: Level, width: str, where: Places, numbers: Mapping[str, int]) -> _Sheet:
    pairs = drawn_together(stated, where, level)
    links = [Link(pair.helper, pair.helped, _shares(pair, width)) for pair in pairs]
    drawn = flow(
        links,
        lambda id_: where.province(id_) or "",
        lambda id_: _height(where.name(id_)),
        min(_ROOM, _ROOM_OF_ONE * len(links)),
    )
    left, right = (_ends(boxes, pairs, width, where, numbers) for boxes in (drawn.left, drawn.right))
    places = [
        {end.drawn.id: f"{side}-{end.number}" for end in ends} for side, ends in (("left", left), ("right", right))
    ]
    ribbons = (
        _Ribbon(
            band,
            places[0][pair.helper],
            places[1][pair.helped],
            pair_name(pair, where),
            says_of(pair.facts, pair.money),
            numbers_of(pair.facts, numbers),
        )
        for band, pair in zip(drawn.bands, pairs, strict=True)
    )
    return _Sheet(level.value, width, drawn, left, right, tuple(ribbons), not any(link.weight for link in links))


def _shares(pair: Pair, width: str) -> dict[str, float]:
    """What a band is made of, by kind: so many facts of each, or yuan."""
    if width == "money":
        return {"money": pair.money} if pair.money else {}
    counted = Counter(KIND_OF[fact.relation] for fact in pair.facts)
    return {kind: float(counted[kind]) for kind in kinds_of(pair.facts)}


def _ends(
    boxes: Iterable[Box], pairs: Sequence[Pair], width: str, where: Places, numbers: Mapping[str, int]
) -> tuple[_End, ...]:
    found = []
    for number, box in enumerate(boxes):
        facts = in_order(fact for link in box.links for fact in pairs[link].facts)
        money = total((fact for fact in facts if fact.relation in MONEY), where)
        name = where.name(box.id)
        value = (
            Both(str(len(facts)), str(len(facts)))
            if width == "facts"
            else money_words(money)
            if money
            else Both("", "")
        )
        found.append(
            _End(
                number,
                box,
                name,
                where.label(box.id),
                _lines(name, _WIDE),
                _lines(name, _NARROW),
                value,
                says_of(facts, money),
                numbers_of(facts, numbers),
            )
        )
    return tuple(found)


def _height(name: str) -> float:
    return _ROW + _LINE * (len(_lines(name, _NARROW)) - 1)


def _lines(name: str, reach: int) -> tuple[str, ...]:
    """A name in lines of so many characters, as even as may be; what is longer still ends in ….

    >>> _lines("积石山保安族东乡族撒拉族自治县", 8)
    ('积石山保安族东', '乡族撒拉族自治县')
    """
    name = name if len(name) <= reach * _MOST else name[: reach * _MOST - 1] + "…"
    count = -(-len(name) // reach)
    cuts = [len(name) * part // count for part in range(count + 1)]
    return tuple(name[start:end] for start, end in pairwise(cuts))
