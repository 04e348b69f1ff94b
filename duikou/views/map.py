"""Pairings where they lie: helpers and helped by longitude and latitude, arcs between them, no borders."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from math import atan2, cos, sin, sqrt

from duikou.settings import Lang
from duikou.views.flow_asked import WIDTHS, Asked, around_picture, ask_pairs
from duikou.views.flow_kinds import MONEY, in_order, kinds_css
from duikou.views.flow_pairs import Pair, drawn_together, total
from duikou.views.flow_places import Level
from duikou.views.flow_rows import numbers_of, pair_name, says_of
from duikou.views.knowledge import Fact
from duikou.views.map_labels import Covered, Label, labels, room_for
from duikou.views.map_points import Frame, Point, apart, degrees_of, frame, grid, provinces, spacing
from duikou.views.page import Both, both, page
from graph.store import Store

# Of the picture on a wide and on a narrow page: width, least and greatest height, margins, size of names, the widest arc.
_SIZES = {
    "wide": (800.0, (380.0, 680.0), (84.0, 44.0), 14.0, 13.0),
    "narrow": (360.0, (270.0, 460.0), (46.0, 40.0), 12.0, 9.0),
}
_THINNEST = 1.5
_FEW = 40  # pairings up to which arcs may be as wide as that
_BOW = 0.16  # how far an arc bends, as a share of its length


@dataclass(frozen=True, slots=True)
class _Spot:
    """A place: where it is drawn, its name, what it is in the pairings (helper, helped or both), its facts."""

    number: int
    x: float
    y: float
    name: str
    role: str
    label: Label
    says: Both
    facts: str


@dataclass(frozen=True, slots=True)
class _Arc:
    """A pairing: its line, its head around the helped, its width (0: no sum stated).

    `curve`: where it begins, bends and ends, and how far before its end the line stops.
    """

    curve: tuple[float, ...]
    path: str
    head: str
    width: float
    ends: tuple[int, int]
    name: str
    says: Both
    facts: str


@dataclass(frozen=True, slots=True)
class _Chart:
    """One picture: of a level, in a width, for a size of page."""

    level: str
    width: str
    size: str
    frame: Frame
    grid: tuple[list[tuple[str, float]], list[tuple[str, float]]]
    around: tuple[tuple[str, float, float], ...]
    arcs: tuple[_Arc, ...]
    spots: tuple[_Spot, ...]
    dot: float
    hidden: int
    empty: bool


def map_page(store: Store, lang: Lang, helper: Collection[str] = (), helped: Collection[str] = ()) -> str:
    """The page of all pairings, or of those whose helper or helped is or lies in the nodes with these ids.

    UsageError when there is none.
    """
    asked = ask_pairs(store, helper, helped)
    levels = {level: drawn_together(asked.found.pairs, asked.where, level) for level in Level}
    return page(
        "map.html",
        title=both("map_title"),
        lang=lang,
        styles=("flow_parts.css", "map.css", kinds_css()),
        scripts=("flow_parts.js", "map.js"),
        charts=[chart for level in Level for size in _SIZES for chart in _charts(levels[level], level, size, asked)],
        unplaced=sorted(
            {asked.where.name(end) for end in _ends(levels[Level.stated]) if not degrees_of(end, asked.where)}
        ),
        **around_picture(asked),
    )


def _ends(pairs: Iterable[Pair]) -> list[str]:
    return sorted({end for pair in pairs for end in (pair.helper, pair.helped)})


def _charts(all_pairs: Sequence[Pair], level: Level, size: str, asked: Asked) -> Iterator[_Chart]:
    """The two pictures of a level, for one size of page; none where no pair has both its sides in a known place."""
    where = asked.where
    degrees = {end: point for end in _ends(all_pairs) if (point := degrees_of(end, where))}
    pairs = [pair for pair in all_pairs if pair.helper in degrees and pair.helped in degrees]
    ends = _ends(pairs)
    if not pairs:
        return
    across, heights, margin, letters, widest = _SIZES[size]
    widest *= min(1, sqrt(_FEW / len(pairs)))
    picture = frame([degrees[end] for end in ends], across, heights, margin)
    least = spacing(picture, len(ends))
    points = apart([picture.place(degrees[end]) for end in ends], least)
    names = [where.name(end) for end in ends]
    facts = [
        in_order(fact for pair in pairs if end in (pair.helper, pair.helped) for fact in pair.facts) for end in ends
    ]
    covered = Covered(picture)
    dot = round(least / 2.7, 1)
    placed = labels(names, points, [float(len(one)) for one in facts], letters, dot, covered)
    spots = _spots(ends, names, points, placed, facts, pairs, asked)
    around = tuple(_provinces(picture, names, covered))
    place = {end: number for number, end in enumerate(ends)}
    for width in WIDTHS:
        values = [pair.money if width == "money" else float(len(pair.facts)) for pair in pairs]
        most = max(values)
        arcs = [
            _arc(
                pair, (place[pair.helper], place[pair.helped]), points, value * widest / most if most else 0, dot, asked
            )
            for pair, value in zip(pairs, values, strict=True)
        ]
        # The widest last would hide the others.
        arcs.sort(key=lambda arc: (-arc.width, arc.ends))
        hidden = sum(not label.shown for label in placed)
        yield _Chart(
            level.value, width, size, picture, grid(picture), around, tuple(arcs), spots, dot, hidden, not most
        )


def _provinces(picture: Frame, names: Sequence[str], covered: Covered) -> Iterator[tuple[str, float, float]]:
    """Names of provinces in the background, where there is room; not of those that stand there as a side."""
    for name, degree in sorted(provinces().items()):
        x, y = picture.place(degree)
        if not any(name in one for one in names) and room_for(name, 18, (x, y), covered):
            yield name, round(x, 1), round(y, 1)


def _spots(
    ends: Sequence[str],
    names: Sequence[str],
    points: Sequence[Point],
    placed: Sequence[Label],
    facts: Sequence[Sequence[Fact]],
    pairs: Sequence[Pair],
    asked: Asked,
) -> tuple[_Spot, ...]:
    helpers, helped = {pair.helper for pair in pairs}, {pair.helped for pair in pairs}
    found = []
    for number, end in enumerate(ends):
        money = total((fact for fact in facts[number] if fact.relation in MONEY), asked.where)
        role = "both" if end in helpers and end in helped else "helper" if end in helpers else "helped"
        x, y = (round(part, 1) for part in points[number])
        found.append(
            _Spot(
                number,
                x,
                y,
                names[number],
                role,
                placed[number],
                says_of(facts[number], money),
                numbers_of(facts[number], asked.numbers),
            )
        )
    return tuple(found)


def _arc(pair: Pair, ends: tuple[int, int], points: Sequence[Point], width: float, dot: float, asked: Asked) -> _Arc:
    """An arc that bends to the right of its way, northwards where it leads west, so that two between two places lie apart."""
    (x1, y1), (x2, y2) = points[ends[0]], points[ends[1]]
    bend = ((x1 + x2) / 2 - (y2 - y1) * _BOW, (y1 + y2) / 2 + (x2 - x1) * _BOW)
    wide = max(width, _THINNEST) if width else 0.0
    turn = atan2(y2 - bend[1], x2 - bend[0])
    size, gap = 5 + wide * 0.8, dot + 1.5
    wings = [(-cos(turn + way) * size, -sin(turn + way) * size) for way in (0.5, -0.5)]
    tip = (-cos(turn) * gap, -sin(turn) * gap)
    corners = [tip, *((tip[0] + x, tip[1] + y) for x, y in wings)]
    back = gap + size * 0.8 if wide else gap
    stop = (x2 - cos(turn) * back, y2 - sin(turn) * back)
    return _Arc(
        curve=tuple(round(part, 1) for part in (x1, y1, *bend, x2, y2, back)),
        path=f"M{x1:.1f} {y1:.1f}Q{bend[0]:.1f} {bend[1]:.1f} {stop[0]:.1f} {stop[1]:.1f}",
        head="M" + "L".join(f"{x:.1f} {y:.1f}" for x, y in corners) + "Z",
        width=round(wide, 2),
        ends=ends,
        name=pair_name(pair, asked.where),
        says=says_of(pair.facts, pair.money),
        facts=numbers_of(pair.facts, asked.numbers),
    )
