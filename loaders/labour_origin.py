"""Whose people they are that go to work elsewhere: the place that a sentence about labour starts from."""

from __future__ import annotations

import re

from loaders.around import part
from loaders.chart import Chart
from loaders.labour_words import words
from loaders.topics import Found, Topics, home, level
from loaders.values import Mention

LOCAL = re.compile(r"(?:全|我|该|本)[县市州旗区村镇乡]|县里|村里|镇上|镇里|乡里|市里|州里|当地|旗里")


def origin_of(topics: Topics, row: Chart, at: int, taken: bool) -> Mention | Found | None:
    """Whose people they are: a place with 籍, 老乡 and the like, the subject before, else the place under discussion."""
    low, high = part(row, at, at + 1, "；。")
    named = [
        (i, m)
        for i in range(low, high)
        if isinstance(m := row.items[i], Mention)
        and i != at
        and m.label in ("Region", "RelocationSite")
        and topics.side(m.entity) != "helper"
    ]
    for i, m in sorted(named, key=lambda pair: abs(pair[0] - at)):
        if words().people.match(row.code[i + 1 :]) and abs(i - at) < 40:
            return m
    if taken:
        return next((m for i, m in named if i > at), None)
    before = [(i, m) for i, m in named if i < at and not words().towards.search(row.code[max(0, i - 3) : i])]
    if before:
        return before[-1][1]
    if body := _body_before(topics, row, low, at):
        return body
    if (LOCAL.search(row.code[low:at]) or not named) and (found := topics.place(row.sentence.block, row.starts[at])):
        return None if _later(row, found, at) else found
    return next((m for i, m in named if i < at), None) or _of_a_body(topics)


def _body_before(topics: Topics, row: Chart, low: int, at: int) -> Found | None:
    """The county of the body that acts: 甲县人社局今年向乙市输送900人."""
    for item in reversed(row.items[low:at]):
        if isinstance(item, Mention) and item.label in ("Organization", "Facility"):
            place = home(item.entity)
            if place.label == "Region" and level(place) in (3, 4) and topics.side(place) != "helper":
                return Found(place, item)
    return None


def _later(row: Chart, found: Found, at: int) -> bool:
    """Whether the place is named only further on in the sentence, for something else."""
    where = found.where
    return where.block == row.sentence.block and row.starts[at] < where.start < row.sentence.end


def with_its_list(topics: Topics, row: Chart, first: Mention | Found) -> list[Mention | Found]:
    """The place, and the other places of the list that it ends: 甲县、乙县、丙县输送……"""
    listed = [first]
    at = row.at(first.start) if isinstance(first, Mention) else 0
    while (
        at >= 2 and row.code[at - 1] in "、和与" and isinstance(m := row.items[at - 2], Mention) and m.label == "Region"
    ):
        at -= 2
        if topics.side(m.entity) != "helper":
            listed.append(m)
    return listed


def _of_a_body(topics: Topics) -> Found | None:
    """The helped county that the article names only in that of a body: 普安县人力资源和社会保障局."""
    bodies = [(home(m.entity), m) for m in topics.mentions if m.label in ("Organization", "Facility")]
    local = {place.id: Found(place, m) for place, m in bodies if level(place) == 3 and topics.side(place) == "helped"}
    return next(iter(local.values())) if len(local) == 1 else None
