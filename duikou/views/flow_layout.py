"""Where everything of a two-column flow lies: nodes in their order, bands between them, and few crossings.

Heights are pixels. Across, a flow is as wide as its page: the bands are drawn between 0 and 100 and stretched.
"""

from __future__ import annotations

from bisect import bisect_right, insort
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

HEAD = 26  # above the first node of a province, where its name stands
GAP = 9
THINNEST = 1.5
_SWEEPS = 12


@dataclass(frozen=True, slots=True)
class Link:
    """What flows between two nodes, and how much of each kind."""

    left: str
    right: str
    shares: Mapping[str, float]

    @property
    def weight(self) -> float:
        return sum(self.shares.values())


@dataclass(frozen=True, slots=True)
class Box:
    """A node: where its bar begins, and how high it is; `slot` is the room that its name has."""

    id: str
    group: str
    top: float
    height: float
    slot_top: float
    slot: float
    links: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Stripe:
    """A part of a band, as the outline of an SVG path; of a band without a width (`kind` is empty) its middle line."""

    kind: str
    path: str


@dataclass(frozen=True, slots=True)
class Band:
    """A link as drawn: its middle line, which takes the pointer where the band is thin, and its stripes."""

    link: int
    middle: str
    stripes: tuple[Stripe, ...]


@dataclass(frozen=True, slots=True)
class Flow:
    """A picture: its height, its two columns, the headings in them (text id and place), its bands."""

    height: float
    left: tuple[Box, ...]
    right: tuple[Box, ...]
    left_heads: tuple[tuple[str, float], ...]
    right_heads: tuple[tuple[str, float], ...]
    bands: tuple[Band, ...]


def flow(links: Sequence[Link], group: Callable[[str], str], need: Callable[[str], float], room: float = 0) -> Flow:
    """Lay links out. `group`: what is kept together under a heading. `need`: how much height a name takes.

    All bands together are as high as the names of the longer column, and never less than `room`.
    """
    left, right = _orders(links, group)
    heights = max(sum(map(need, column)) for column in (left, right))
    weight = sum(link.weight for link in links)
    scale = max(heights, room) / weight if weight else 0
    columns = [_column(order, group, need, links, side, scale) for side, order in enumerate((left, right))]
    tall = max(bottom for _, _, bottom in columns)
    (left_boxes, left_heads), (right_boxes, right_heads) = (
        _spread(boxes, heads, tall - bottom) for boxes, heads, bottom in columns
    )
    bands = _bands(links, left_boxes, right_boxes, scale)
    return Flow(round(tall, 1), left_boxes, right_boxes, left_heads, right_heads, bands)


def _orders(links: Sequence[Link], group: Callable[[str], str]) -> tuple[list[str], list[str]]:
    """The nodes of both sides, groups together, each side by turns put where the middle of its neighbours is."""
    near: tuple[dict[str, list[str]], dict[str, list[str]]] = (defaultdict(list), defaultdict(list))
    for link in links:
        near[0][link.left].append(link.right)
        near[1][link.right].append(link.left)
    orders = [sorted(near[side], key=lambda id_: (group(id_), id_)) for side in (0, 1)]
    best, fewest = list(map(list, orders)), _crossings(links, orders)
    for sweep in range(_SWEEPS):
        side = 1 - sweep % 2
        place = {id_: number for number, id_ in enumerate(orders[1 - side])}
        middle = {id_: _mean([place[one] for one in near[side][id_]]) for id_ in orders[side]}
        groups: dict[str, list[float]] = defaultdict(list)
        for id_ in orders[side]:
            groups[group(id_)].append(middle[id_])
        means = {name: _mean(places) for name, places in groups.items()}
        orders[side].sort(key=lambda id_: (means[group(id_)], group(id_), middle[id_], id_))
        if (crossings := _crossings(links, orders)) < fewest:
            best, fewest = list(map(list, orders)), crossings
    return best[0], best[1]


def _crossings(links: Sequence[Link], orders: Sequence[Sequence[str]]) -> int:
    left, right = ({id_: number for number, id_ in enumerate(order)} for order in orders)
    passed: list[int] = []
    count = 0
    for _, end in sorted((left[link.left], right[link.right]) for link in links):
        count += len(passed) - bisect_right(passed, end)
        insort(passed, end)
    return count


def _mean(places: Sequence[float]) -> float:
    return sum(places) / len(places)


def _column(
    order: Sequence[str],
    group: Callable[[str], str],
    need: Callable[[str], float],
    links: Sequence[Link],
    side: int,
    scale: float,
) -> tuple[list[Box], list[tuple[str, float]], float]:
    """The boxes of a column, its headings, and where it ends. A group that is only itself needs no heading."""
    own: dict[str, list[int]] = defaultdict(list)
    for number, link in enumerate(links):
        own[(link.left, link.right)[side]].append(number)
    boxes: list[Box] = []
    heads: list[tuple[str, float]] = []
    members: dict[str, list[str]] = defaultdict(list)
    for id_ in order:
        members[group(id_)].append(id_)
    y = 0.0
    for name, ids in members.items():
        if name and ids != [name]:
            y += HEAD
            heads.append((name, y - 9))
        for id_ in ids:
            height = sum(max(links[number].weight * scale, THINNEST) for number in own[id_])
            slot = max(height, need(id_))
            boxes.append(Box(id_, name, y + (slot - height) / 2, round(height, 1), y, slot, tuple(own[id_])))
            y += slot + GAP
    return boxes, heads, y


def _spread(
    boxes: Sequence[Box], heads: Sequence[tuple[str, float]], spare: float
) -> tuple[tuple[Box, ...], tuple[tuple[str, float], ...]]:
    """The shorter column over the height of the longer, so that bands stay short: a share of the spare room a node."""
    share = spare / len(boxes)
    moved = []
    by: dict[str, float] = {}
    for number, box in enumerate(boxes):
        down = share * (number + 0.5)
        by.setdefault(box.group, down)
        moved.append(replace(box, top=round(box.top + down, 1), slot_top=round(box.slot_top + down, 1)))
    return tuple(moved), tuple((name, round(y + by[name], 1)) for name, y in heads)


def _bands(links: Sequence[Link], left: Sequence[Box], right: Sequence[Box], scale: float) -> tuple[Band, ...]:
    """The bands; at either end they lie in the order of what they lead to."""
    starts: list[dict[int, float]] = [{}, {}]
    columns = (left, right)
    for side in (0, 1):
        other = {box.id: box.top for box in columns[1 - side]}
        for box in columns[side]:
            y = box.top
            ends = {number: (links[number].right, links[number].left)[side] for number in box.links}
            for number in sorted(box.links, key=lambda number: (other[ends[number]], ends[number])):
                starts[side][number] = y
                y += max(links[number].weight * scale, THINNEST)
    return tuple(_band(number, link, starts[0][number], starts[1][number], scale) for number, link in enumerate(links))


def _band(number: int, link: Link, left: float, right: float, scale: float) -> Band:
    width = max(link.weight * scale, THINNEST)
    middle = _curve(left + width / 2, right + width / 2)
    if not link.weight:
        return Band(number, middle, (Stripe("", middle),))
    stripes = []
    for kind, share in link.shares.items():
        thick = width * share / link.weight
        if thick:
            stripes.append(
                Stripe(kind, f"{_curve(left, right)}V{_y(right + thick)}{_back(left + thick, right + thick)}Z")
            )
        left, right = left + thick, right + thick
    return Band(number, middle, tuple(stripes))


def _curve(left: float, right: float) -> str:
    return f"M0 {_y(left)}C50 {_y(left)} 50 {_y(right)} 100 {_y(right)}"


def _back(left: float, right: float) -> str:
    return f"C50 {_y(right)} 50 {_y(left)} 0 {_y(left)}"


def _y(place: float) -> str:
    """
    >>> _y(12.0), _y(3.456)
    ('12', '3.46')
    """
    return f"{place:.2f}".rstrip("0").rstrip(".")
