"""Names beside dots: each where it covers no other name, no dot and no edge; the weightiest choose first."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from duikou.views.map_points import Frame, Point

HEIGHT = 17.0  # of a line of text
_CELL = 40.0
_GAP = 4.5  # from the edge of a dot to its name
_FAR = 26.0  # from its middle, where there is no room beside it
Rectangle = tuple[float, float, float, float]  # left, top, right, bottom
# Where a name may stand: its anchor, and the way there from the dot. Right and left are easiest to read.
_SIDES = (
    ("start", 1.0, 0.0),
    ("end", -1.0, 0.0),
    ("middle", 0.0, -1.0),
    ("middle", 0.0, 1.0),
    ("start", 0.75, -0.75),
    ("start", 0.75, 0.75),
    ("end", -0.75, -0.75),
    ("end", -0.75, 0.75),
)


@dataclass(frozen=True, slots=True)
class Label:
    """A name beside its dot: the place of its base line from there, its anchor, whether there is room for it, a line to it."""

    dx: float
    dy: float
    anchor: str
    shown: bool
    line: bool


def text_width(text: str, size: float) -> float:
    """How wide a name is about: Chinese characters are as wide as high, others a little over half.

    >>> text_width("三都县", 14), text_width("ab", 10)
    (42, 12.0)
    """
    return sum(size if ord(character) > 0x2E7F else size * 0.6 for character in text)


class Covered:
    """What is covered already, in a grid of cells, so that a rectangle is only compared with what is near."""

    def __init__(self, picture: Frame) -> None:
        self._picture = picture
        self._cells: dict[tuple[int, int], list[Rectangle]] = defaultdict(list)

    def add(self, box: Rectangle) -> None:
        """Cover a rectangle."""
        for cell in _cells(box):
            self._cells[cell].append(box)

    def free(self, box: Rectangle, own: Rectangle | None = None) -> bool:
        """Whether a rectangle lies inside the picture and covers nothing, but for its own dot."""
        left, top, right, bottom = box
        if left < 2 or top < 2 or right > self._picture.width - 2 or bottom > self._picture.height - 2:
            return False
        return not any(
            left < other[2] and other[0] < right and top < other[3] and other[1] < bottom
            for cell in _cells(box)
            for other in self._cells[cell]
            if other is not own
        )


def labels(
    names: Sequence[str], points: Sequence[Point], weights: Sequence[float], size: float, dot: float, covered: Covered
) -> list[Label]:
    """A label for each point, in the order given. What finds no room is not shown, and stands where it would be read.

    `size` of the letters; `dot`: the radius of the dots. `covered` grows by the dots and by the labels that are shown.
    """
    dots = [(x - dot - 1, y - dot - 1, x + dot + 1, y + dot + 1) for x, y in points]
    for one in dots:
        covered.add(one)
    found: dict[int, Label] = {}
    for number in sorted(range(len(names)), key=lambda number: (-weights[number], names[number], number)):
        choices = _choices(points[number], text_width(names[number], size), dot)
        free = next(((label, box) for label, box in choices if covered.free(box, dots[number])), None)
        if free:
            covered.add(free[1])
        found[number] = free[0] if free else Label(dot + _GAP, 5.0, "start", False, False)
    return [found[number] for number in range(len(names))]


def room_for(text: str, size: float, middle: Point, covered: Covered) -> bool:
    """Whether a text around a point covers nothing; from then on it is covered."""
    half = text_width(text, size) * 0.6
    box = (middle[0] - half, middle[1] - HEIGHT / 2, middle[0] + half, middle[1] + HEIGHT / 2)
    if covered.free(box):
        covered.add(box)
        return True
    return False


def _cells(box: Rectangle) -> Iterator[tuple[int, int]]:
    for across in range(int(box[0] // _CELL), int(box[2] // _CELL) + 1):
        for down in range(int(box[1] // _CELL), int(box[3] // _CELL) + 1):
            yield across, down


def _choices(point: Point, width: float, dot: float) -> Iterator[tuple[Label, Rectangle]]:
    for reach in (dot + _GAP, _FAR):
        for anchor, right, down in _SIDES:
            sideways = reach * right
            base = 5.0 + down * (reach + (HEIGHT / 2 if anchor == "middle" else 0) - (2 if anchor == "middle" else 0))
            label = Label(round(sideways, 1), round(base, 1), anchor, True, reach == _FAR)
            yield label, _box(point, label, width)


def _box(point: Point, label: Label, width: float) -> Rectangle:
    x, y = point[0] + label.dx, point[1] + label.dy
    left = {"start": x, "middle": x - width / 2, "end": x - width}[label.anchor]
    return left, y - HEIGHT + 4, left + width, y + 4
