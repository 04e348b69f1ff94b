"""The two sides that 两地, 两县, 两院 or 两校 stands for."""

from __future__ import annotations

from collections.abc import Iterator

from graph.numerals import Quantity
from loaders.around import point_of
from loaders.chart import Chart
from loaders.frames import Match
from loaders.main_pair import main_pair
from loaders.roles_firms import both_sides
from loaders.topics import Found, Topics, home
from loaders.values import Mention

_HOSPITALS = ("医院", "卫生院", "保健院")
_SCHOOLS = ("学校", "小学", "中学", "高中", "职校", "幼儿园", "一中", "二中", "三中", "技校")


def helping_region(topics: Topics, row: Chart, match: Match) -> list[Found]:
    """The one of the two regions that helps."""
    return _regions(topics, row, match)[:1]


def helped_region(topics: Topics, row: Chart, match: Match) -> list[Found]:
    """The one of the two regions that is helped."""
    return _regions(topics, row, match)[1:]


def helping_house(topics: Topics, row: Chart, match: Match) -> list[Found]:
    """The one of the two hospitals or schools that stands on the helping side."""
    return _houses(topics, row, match)[:1]


def helped_house(topics: Topics, row: Chart, match: Match) -> list[Found]:
    """The one of the two hospitals or schools that stands on the helped side."""
    return _houses(topics, row, match)[1:]


def _regions(topics: Topics, row: Chart, match: Match) -> list[Found]:
    """Helper and helped: the pair named last, else the only one that the article leaves."""
    if not _two(row, match):
        return []
    found = both_sides(topics, row, match)
    pair = None if found else main_pair(topics.reading, topics)
    if pair is None:
        return found
    named = [_named(topics, row, match, entity.id) for entity in pair]
    return [one for one in named if one is not None] if all(named) else []


def _named(topics: Topics, row: Chart, match: Match, entity: str) -> Found | None:
    return topics.before(*point_of(row, match), lambda m: m.entity.id == entity, 9)


def _houses(topics: Topics, row: Chart, match: Match) -> list[Found]:
    """The last hospital (or school) of each side that was named, where no third one was."""
    if not _two(row, match):
        return []
    code = topics.reading.plain(row.sentence.block, row.starts[match.start], row.ends[match.end - 1])  # with 两院
    ends = _HOSPITALS if "院" in code or "医" in code else _SCHOOLS
    last: dict[str | None, Found] = {}
    for mention in _before(topics, row, match):
        if mention.label == "Facility" and mention.entity.name.endswith(ends):
            side = topics.side(home(mention.entity))
            if side in last and last[side].entity.id != mention.entity.id:
                return []
            last[side] = Found(mention.entity, mention)
    return [last["helper"], last["helped"]] if last.keys() == {"helper", "helped"} else []


def _before(topics: Topics, row: Chart, match: Match) -> Iterator[Mention]:
    block, position = point_of(row, match)
    yield from (m for m in topics.mentions if (block - 1, 0) <= (m.block, m.start) < (block, position))


def _two(row: Chart, match: Match) -> bool:
    """Whether the figure among the words, where one stands there, is 两: 3家 are not the two sides."""
    figures = [item for item in row.items[match.start : match.end] if isinstance(item, Quantity)]
    return not figures or figures[0].raw.startswith(("两", "双"))
