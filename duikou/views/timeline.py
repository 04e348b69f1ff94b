"""A timeline: pairings, secondments, openings, money and figures by their dates, the undated ones beside them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from math import ceil, floor

from duikou.settings import Lang
from duikou.views.flow_kinds import KINDS, kinds_css
from duikou.views.flow_places import Places, places
from duikou.views.flow_words import Line, figure_words, line_of, numbered
from duikou.views.knowledge import Figure, Knowledge, around, everything
from duikou.views.page import Both, both, page
from duikou.views.timeline_items import FIGURES, Item, Moment, items_of
from graph.errors import UsageError
from graph.store import Store

_LEAST = 3  # years across
_STEPS = (1, 2, 5, 10, 20, 50)
_MARKS, _NARROW_MARKS = 12, 5
_MANY = 120  # figures from which on they are only shown when asked for


@dataclass(frozen=True, slots=True)
class Axis:
    """The years of a timeline, as shares of its width in %."""

    first: int
    last: int

    def place(self, year: float) -> float:
        return round((year - self.first) / (self.last - self.first) * 100, 3)

    def marks(self) -> list[tuple[int, float, bool]]:
        """Years to write, where, and whether a narrow page has room for them as well."""
        step, coarse = (
            next(one for one in _STEPS if (self.last - self.first) / one <= most or one == _STEPS[-1])
            for most in (_MARKS, _NARROW_MARKS)
        )
        years = range(ceil(self.first / step) * step, self.last + 1, step)
        return [(year, self.place(year), year % coarse == 0) for year in years if year < self.last]


@dataclass(frozen=True, slots=True)
class _Block:
    """A stretch of a bar in %: `sure`, or `vague` where the text is no more exact, or a `tail` whose end is not stated."""

    kind: str
    start: float
    width: float


@dataclass(frozen=True, slots=True)
class _Row:
    """An item as drawn."""

    line: Line
    kind: str
    name: str
    value: Both | None
    when: Both
    blocks: tuple[_Block, ...]


@dataclass(frozen=True, slots=True)
class _Lane:
    """A part of the timeline: dated rows by time, then what is undated."""

    title: Both
    note: str
    kind: str
    rows: tuple[_Row, ...]
    undated: tuple[_Row, ...]


def timeline_page(store: Store, ids: Collection[str] | None, lang: Lang) -> str:
    """The page of all that has a date in the store, or of what these nodes are an end of.

    UsageError when there is nothing that a timeline shows.
    """
    known = everything(store) if ids is None else around(store, ids)
    where = places(known)
    figures = [figure for figure in known.figures if ids is None or figure.subject in ids]
    items = items_of(known.facts, figures, where)
    if not items:
        raise UsageError(
            f"{store.location}: nothing asked for has a date, is a pairing, a secondment or an opening; see: duikou status"
        )
    numbers = numbered(item.what for item in items)
    axis = _axis(items)
    rows = [_row(item, numbers[item.what.id], axis, where) for item in items]
    dated = sum(item.dated for item in items)
    kinds = [kind for kind in (*KINDS, FIGURES) if any(item.kind == kind for item in items)]
    many = sum(item.kind == FIGURES for item in items) > _MANY
    return page(
        "timeline.html",
        title=_title(ids, known),
        lang=lang,
        styles=("flow_parts.css", "timeline.css", kinds_css()),
        scripts=("flow_parts.js", "timeline.js"),
        summary=both("timeline_summary", dated=dated, undated=len(items) - dated),
        dated=dated,
        axis=axis,
        sheets_of=[("kind", _by_kind(items, rows, kinds)), ("region", _by_region(items, rows, where))],
        kinds=[
            (
                kind,
                both(f"timeline_kind_{kind}" if kind == FIGURES else f"flow_kind_{kind}"),
                not (many and kind == FIGURES),
            )
            for kind in kinds
        ],
        lines=[row.line for row in rows],
    )


def _title(ids: Collection[str] | None, known: Knowledge) -> Both:
    if ids is not None and len(ids) == 1:
        return both("timeline_of", name=known.nodes[next(iter(ids))].name)
    return both("timeline_title")


def _axis(items: Iterable[Item]) -> Axis:
    dated = [item for item in items if item.dated]
    if not dated:
        return Axis(0, _LEAST)
    first, last = floor(min(item.first for item in dated)), ceil(max(item.last for item in dated))
    return Axis(first, max(last, first + _LEAST))


def _row(item: Item, number: int, axis: Axis, where: Places) -> _Row:
    line = line_of(item.what, number, where.nodes)
    parts = (line.subject.name, line.says.zh, line.object.name if line.object else "")
    value = figure_words(item.what) if isinstance(item.what, Figure) else None
    return _Row(
        line, item.kind, " ".join(part for part in parts if part), value, _when(item), tuple(_blocks(item, axis))
    )


def _when(item: Item) -> Both:
    if item.since and item.until:
        words = f"{item.since.text}–{item.until.text}"
        return Both(words, words)
    if item.until:
        return both("timeline_until", date=item.until.text)
    if item.since and item.lasting:
        return both("timeline_since", date=item.since.text)
    return Both(item.since.text, item.since.text) if item.since else both("undated")


def _blocks(item: Item, axis: Axis) -> Iterable[_Block]:
    """How an item is drawn: what is sure between what is vague, and a tail where no end is stated."""
    since, until = item.since, item.until
    if since:
        yield _block(since, axis)
    if since and until and until.start > since.stop:
        yield _stretch("sure", since.stop, until.start, axis)
    if until:
        yield _block(until, axis)
    elif since and item.lasting:
        yield _stretch("tail", since.stop, axis.last, axis)


def _block(known: Moment, axis: Axis) -> _Block:
    return _stretch(known.precision, known.start, known.stop, axis)


def _stretch(kind: str, start: float, stop: float, axis: Axis) -> _Block:
    return _Block(kind, axis.place(start), round(axis.place(stop) - axis.place(start), 3))


def _by_kind(items: Sequence[Item], rows: Sequence[_Row], kinds: Iterable[str]) -> list[_Lane]:
    titles = {kind: both(f"timeline_kind_{kind}" if kind == FIGURES else f"flow_kind_{kind}") for kind in kinds}
    return [
        _lane(titles[kind], "", kind, [pair for pair in zip(items, rows, strict=True) if pair[0].kind == kind])
        for kind in titles
    ]


def _by_region(items: Sequence[Item], rows: Sequence[_Row], where: Places) -> list[_Lane]:
    """By county, in the order of their codes; what lies nowhere known comes last."""
    found: dict[str, list[tuple[Item, _Row]]] = defaultdict(list)
    for item, row in zip(items, rows, strict=True):
        found[item.region or ""].append((item, row))
    lanes = []
    for region in sorted(found, key=lambda region: (not region, region)):
        name = where.name(region)
        title = Both(name, name) if region else both("timeline_nowhere")
        province = where.province(region) if region else None
        note = where.name(province) if province and province != region else ""
        lanes.append(_lane(title, note, "", found[region]))
    return lanes


def _lane(title: Both, note: str, kind: str, pairs: Sequence[tuple[Item, _Row]]) -> _Lane:
    dated = tuple(row for item, row in pairs if item.dated)
    return _Lane(title, note, kind, dated, tuple(row for item, row in pairs if not item.dated))
