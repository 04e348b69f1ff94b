"""The shape of each label as a drawing of 24 by 24, the same in legends, flows and graphs."""

from __future__ import annotations

from collections.abc import Mapping
from math import cos, pi, sin
from types import MappingProxyType

from markupsafe import Markup

from graph.look import looks

_SIZE = 24
_CENTRE = _SIZE / 2


def polygon(corners: int, *, turned: float = 0, radius: float = 11, inner: float | None = None) -> str:
    """The path of a regular polygon, its first corner on top; with an inner radius, of a star."""
    count = corners * 2 if inner else corners
    points = []
    for number in range(count):
        reach = inner if inner and number % 2 else radius
        angle = 2 * pi * number / count - pi / 2 + turned
        points.append(f"{_CENTRE + reach * cos(angle):.2f} {_CENTRE + reach * sin(angle):.2f}")
    return f"M{'L'.join(points)}Z"


PATHS: Mapping[str, str] = MappingProxyType(
    {
        "circle": "M12 1.5a10.5 10.5 0 1 0 0 21a10.5 10.5 0 1 0 0-21Z",
        "square": "M3 3H21V21H3Z",
        "hexagon": polygon(6),
        "triangle": polygon(3, radius=12),
        "triangle_down": polygon(3, radius=12, turned=pi),
        "diamond": polygon(4, radius=12),
        "pentagon": polygon(5, radius=11.5),
        "star": polygon(5, radius=12, inner=5.4),
        "plus": "M8.5 1.5H15.5V8.5H22.5V15.5H15.5V22.5H8.5V15.5H1.5V8.5H8.5Z",
    }
)


def symbol(label: str) -> Markup:
    """The sign of a label, coloured by its class of the style sheet; what it means stands beside it as a word."""
    shape = looks().labels[label].shape
    return Markup('<svg class="symbol fill-{}" viewBox="0 0 24 24" aria-hidden="true"><path d="{}"/></svg>').format(
        label, PATHS[shape]
    )
