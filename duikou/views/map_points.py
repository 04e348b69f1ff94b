"""Where places lie, as degrees of longitude and latitude, and as points of a picture."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from math import cos, hypot, radians, sqrt
from types import MappingProxyType

from duikou.views.flow_places import Places
from graph.identity import region_id
from loaders.gazetteer import PROVINCE, load

Point = tuple[float, float]
_APART, _NEAREST = 15.0, 7.5  # pixels between two dots at least, where there are few and where there are many
_ROUNDS = 40
_LEAST = 1.6  # degrees across, so that two neighbours do not fill the picture
_STEPS = (0.5, 1, 2, 5, 10)  # degrees between two lines of the grid
_LINES = 7
_SMALL = ("81", "82")


@cache
def coordinates() -> Mapping[str, Point]:
    """Longitude and latitude of the centre of every province, prefecture and county, by region id."""
    lines = (files("seeds") / "gazetteer" / "coordinates.tsv").read_text("utf-8").splitlines()[1:]
    rows = (line.split("\t") for line in lines)
    return MappingProxyType({region_id(code): (float(x), float(y)) for code, x, y in rows})


def degrees_of(id_: str, where: Places) -> Point | None:
    """Where a node lies: the centre of the smallest division around it that has one."""
    return next((coordinates()[one] for one in where.homes.get(id_, (id_,)) if one in coordinates()), None)


def provinces() -> dict[str, Point]:
    """The short names of the provinces and their centres; without Hong Kong and Macao, whose names are larger than they."""
    gazetteer = load()
    found = {}
    for id_, point in coordinates().items():
        place = gazetteer.place(id_.removeprefix(region_id("")))
        if place and place.level == PROVINCE and place.code[:2] not in _SMALL:
            names = gazetteer.names(place)
            found[names[1] if len(names) > 1 else place.name] = point
    return found


@dataclass(frozen=True, slots=True)
class Frame:
    """A picture of so many pixels and what lies at its left upper corner; degrees east and north to pixels."""

    width: float
    height: float
    west: float
    north: float
    across: float
    down: float

    def place(self, degrees: Point) -> Point:
        """The pixel of a place."""
        return (degrees[0] - self.west) * self.across, (self.north - degrees[1]) * self.down

    def holds(self, point: Point, edge: float = 0) -> bool:
        """Whether a pixel is in the picture, so far from its edge."""
        return edge <= point[0] <= self.width - edge and edge <= point[1] <= self.height - edge


def frame(points: Sequence[Point], width: float, heights: Point, margin: Point) -> Frame:
    """The picture that just holds these places with a margin around; its height, between two, follows from their extent."""
    xs, ys = [x for x, _ in points], [y for _, y in points]
    mid_x, mid_y = (min(xs) + max(xs)) / 2, (min(ys) + max(ys)) / 2
    squeeze = cos(radians(mid_y))
    wide = max(max(xs) - min(xs), _LEAST) * squeeze
    high = max(max(ys) - min(ys), _LEAST * 0.6)
    scale = min((width - 2 * margin[0]) / wide, (heights[1] - 2 * margin[1]) / high)
    height = max(heights[0], round(high * scale + 2 * margin[1]))
    across = scale * squeeze
    return Frame(width, height, mid_x - width / 2 / across, mid_y + height / 2 / scale, across, scale)


def spacing(picture: Frame, count: int) -> float:
    """How far apart so many dots should be at least: less where there are many, so that they stay where they lie."""
    return max(_NEAREST, min(_APART, 0.22 * sqrt(picture.width * picture.height / count)))


def apart(points: Sequence[Point], least: float) -> list[Point]:
    """The points, those nearer to each other than `least` moved apart a little: always in the same way.

    >>> [(round(x), round(y)) for x, y in apart([(0, 0), (0, 0), (100, 0)], 14)]
    [(-5, -5), (5, 5), (100, 0)]
    """
    moved = list(points)
    for _ in range(_ROUNDS):
        order = sorted(range(len(moved)), key=lambda number: (moved[number], number))
        quiet = True
        for place, one in enumerate(order):
            for other in order[place + 1 :]:
                (x1, y1), (x2, y2) = moved[one], moved[other]
                if x2 - x1 >= least:
                    break
                reach = hypot(x2 - x1, y2 - y1)
                if reach >= least - 0.01:
                    continue
                # Points in one place part in directions that depend on their numbers only.
                ux, uy = ((x2 - x1) / reach, (y2 - y1) / reach) if reach > 0.01 else _direction(abs(other - one))
                push = (least - reach) / 2
                moved[one] = x1 - ux * push, y1 - uy * push
                moved[other] = x2 + ux * push, y2 + uy * push
                quiet = False
        if quiet:
            break
    return moved


def grid(shown: Frame) -> tuple[list[tuple[str, float]], list[tuple[str, float]]]:
    """The meridians and parallels of a picture: their names, and where they lie across and down."""
    east = shown.west + shown.width / shown.across
    south = shown.north - shown.height / shown.down
    step = next((one for one in _STEPS if (east - shown.west) / one <= _LINES), _STEPS[-1])
    meridians = [(f"{x:g}°E", round(shown.place((x, 0))[0], 1)) for x in _multiples(shown.west, east, step)]
    parallels = [(f"{y:g}°N", round(shown.place((0, y))[1], 1)) for y in _multiples(south, shown.north, step)]
    return meridians, parallels


def _multiples(low: float, high: float, step: float) -> list[float]:
    return [number * step for number in range(int(low // step) + 1, int(high // step) + 1)]


def _direction(turn: int) -> Point:
    return ((0.7071, 0.7071), (0.7071, -0.7071), (1.0, 0.0), (0.0, 1.0))[(turn - 1) % 4]
