"""Whose people they are that go to work elsewhere: the place that a sentence about labour starts from."""

from __future__ import annotations

import re

from loaders.around import part
from loaders.chart import Chart
from loaders.labour_words import words
from loaders.topics import Found, Topics, home, level
from loaders.values import Mention

LOCAL = re.compile(r"(?:全|我|该|本)[县市州旗区村镇乡]|县里|村里|镇上|镇里|乡里|市里|州里|当地|旗里")
_STATION = re.compile("[东西南北]?(?:火车|高铁|客运|汽车)?(?:站|机场)")  # where the train leaves from
_THIS_IS = re.compile("这(?:已经?|也|正)?是[^，。；]{0,6}")
_SENT_OUT = re.compile("[^，。；]{0,12}?(?:发出|开出|开行|组织|送出|发送|输送|包租|安排)")


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
    before = [
        (i, m)
        for i, m in named
        if i < at and not words().towards.search(row.code[max(0, i - 3) : i]) and not _STATION.match(row.code, i + 1)
    ]
    if before:
        return before[-1][1]
    if body := _body_before(topics, row, low, at):
        return body
    if (LOCAL.search(row.code[low:at]) or not named) and (found := topics.place(row.sentence.block, row.starts[at])):
        return None if _later(row, found, at) else found
    return _told_next(topics, row) or next((m for i, m in named if i < at), None) or _of_a_body(topics)


def _told_next(topics: Topics, row: Chart) -> Found | None:
    """Who sent the train, where only the next sentence says so: 专列开往上海。这是甲县今年发出的第三趟."""
    block, end = row.sentence.block, row.sentence.end
    for mention in topics.reading.within(block, end, end + 30):
        if mention.label != "Region" or topics.side(mention.entity) == "helper":
            continue
        lead, after = (
            topics.reading.plain(block, end, mention.start),
            topics.reading.plain(block, mention.end, end + 60),
        )
        return Found(mention.entity, mention) if _THIS_IS.fullmatch(lead) and _SENT_OUT.match(after) else None
    return None


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
