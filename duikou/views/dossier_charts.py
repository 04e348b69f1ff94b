"""Small charts as drawings: columns by year, shares of a sum, and how long something lasted."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from duikou.views.page import Both

_STEP, _TALL, _TOP, _FOOT, _LEFT = 64, 84, 20, 22, 8  # of the columns
_EDGE, _ROW = 20, 38  # of the history: its margins, the height of a row
_TRACKS = {"wide": 640, "narrow": 310}  # the length of its lines


@dataclass(frozen=True, slots=True)
class Point:
    """A value at a time. `sure`: the text gives the time; otherwise it is that of the report. `href`: where it stands."""

    time: str
    value: float
    said: Both
    href: str
    sure: bool = True


@dataclass(frozen=True, slots=True)
class Stretch:
    """Something that lasted from one year to another (None: not said), and the years of the articles that speak of it."""

    name: str
    href: str
    start: float | None
    stop: float | None
    seen: tuple[float, ...]


def columns(points: Sequence[Point], name: Both) -> Markup:
    """A column for each point, in their order, hollow where the time is that of the report."""
    step = max([_STEP, *(_wide(words) + 14 for point in points for words in (point.said.zh, point.said.en))])
    width = step * len(points) + 2 * _LEFT
    height = _TOP + _TALL + _FOOT
    top = max((abs(point.value) for point in points), default=0) or 1
    drawn = []
    for number, point in enumerate(points):
        tall = max(2.0, abs(point.value) / top * _TALL)
        x, y = _LEFT + step * number, _TOP + _TALL - tall
        drawn.append(
            Markup(
                '<a href="{}"><rect class="{}" x="{}" y="{:.1f}" width="{}" height="{:.1f}" rx="2"/>'
                '{}<text class="time" x="{}" y="{}">{}</text></a>'
            ).format(
                point.href,
                "bar" if point.sure else "bar hollow",
                x + 12,
                y,
                step - 24,
                tall,
                _said(point.said, x + step / 2, y - 5),
                x + step / 2,
                height - 6,
                point.time,
            )
        )
    base = Markup('<line class="axis" x1="{}" x2="{}" y1="{}" y2="{}"/>').format(
        _LEFT, width - _LEFT, _TOP + _TALL + 0.5, _TOP + _TALL + 0.5
    )
    return _svg("columns", width, height, name, Markup("").join(drawn) + base)


def shares(parts: Sequence[Point], whole: float) -> Markup:
    """One bar as long as its parts' share of `whole`, with a gap between the parts; it stretches to its container."""
    x, drawn = 0.0, []
    for part in parts:
        wide = part.value / whole * 100 if whole else 0
        drawn.append(
            Markup(
                '<a href="{}" tabindex="-1"><rect class="bar" x="{:.2f}" y="0" width="{:.2f}" height="10"/></a>'
            ).format(part.href, x, wide - min(0.4, wide / 4))
        )
        x += wide
    return Markup(
        '<svg class="shares" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">{}</svg>'
    ).format(Markup("").join(drawn))


def history(stretches: Sequence[Stretch], name: Both) -> Markup:
    """A row for each stretch: its years as a bar, open to the right where no end is said, and a tick for each article.

    Drawn twice, for wide and for narrow screens; the style sheet shows one.
    """
    return Markup("").join(_history(stretches, name, kind, track) for kind, track in _TRACKS.items())


def _history(stretches: Sequence[Stretch], name: Both, kind: str, track: int) -> Markup:
    years = [year for one in stretches for year in (one.start, one.stop, *one.seen) if year is not None]
    first, last = int(min(years)), int(max(years)) + 1
    scale = track / (last - first)
    height = _ROW * len(stretches) + 32

    def at(year: float) -> float:
        return _EDGE + (year - first) * scale

    drawn = []
    every = max(1, -(-(last - first) * 60 // track))
    for year in range(first, last + 1, every):
        drawn.append(
            Markup(
                '<line class="grid" x1="{0:.1f}" x2="{0:.1f}" y1="0" y2="{1}"/>'
                '<text class="time" x="{0:.1f}" y="{2}">{3}</text>'
            ).format(at(year), height - 24, height - 6, year)
        )
    for number, one in enumerate(stretches):
        y = _ROW * number
        marks = [
            Markup('<line class="tick" x1="{0:.1f}" x2="{0:.1f}" y1="{1}" y2="{2}"/>').format(at(year), y + 20, y + 34)
            for year in one.seen
        ]
        start = one.start if one.start is not None else one.stop
        if start is not None:
            stop = one.stop if one.stop is not None else last
            marks.insert(
                0,
                Markup('<rect class="{}" x="{:.1f}" y="{}" width="{:.1f}" height="10" rx="2"/>').format(
                    "bar" if one.stop is not None else "bar open", at(start), y + 22, max((stop - start) * scale, 4)
                ),
            )
        drawn.append(
            Markup('<a href="{}"><text class="name" x="{}" y="{}">{}</text>{}</a>').format(
                one.href, _EDGE, y + 15, one.name, Markup("").join(marks)
            )
        )
    return _svg(f"history {kind}", track + 2 * _EDGE, height, name, Markup("").join(drawn))


def _wide(words: str) -> int:
    """About how many pixels words take in a chart.

    >>> _wide("530人"), _wide("2.6M")
    (33, 28)
    """
    return sum(12 if ord(char) > 0x2E7F else 7 for char in words)


def _said(said: Both, x: float, y: float) -> Markup:
    return Markup(
        '<text class="value zh" x="{0}" y="{1:.1f}">{2}</text><text class="value en" lang="en" x="{0}" y="{1:.1f}">{3}</text>'
    ).format(x, y, said.zh, said.en)


def _svg(kind: str, width: float, height: float, name: Both, content: Markup) -> Markup:
    return Markup(
        '<svg class="chart {}" width="{}" height="{}" viewBox="0 0 {} {}" role="group" aria-label="{} / {}">{}</svg>'
    ).format(kind, width, height, width, height, name.zh, name.en, content)
