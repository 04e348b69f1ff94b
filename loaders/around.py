"""What stands around the words of a frame: the names before and after them, and the things and places they point at."""

from __future__ import annotations

import re
from collections.abc import Iterator

from loaders.chart import PLACES, Chart
from loaders.frames import Match
from loaders.topics import Found, Topics, home, level
from loaders.values import Mention

Filler = Mention | Found | None

THINGS = ("Park", "Workshop", "Facility")
LOCATIVE = re.compile(r"[在向给为对往到于与同]$|落户$|扎根$|进驻$|入驻$")
ORIGIN = re.compile(r"来自|家住|老家|出生|户籍")  # whose place says nothing of the matter
_LAND = re.compile("(?:山|林|牧|库|湖|矿|灾|老|灌|景)区$|高原$|盆地$|流域$|草原$")  # 乌蒙山区: land, no division
_GENERIC = (  # words that point back at a thing under discussion: (words, label of the thing; None: its name ends so)
    (re.compile(r"车间|工坊|作坊|坊里"), "Workshop"),
    (re.compile(r"园区|产业园|孵化园|示范园|工业园|创业园|园[里内中子]|标?准?厂房"), "Park"),
    (re.compile(r"医院|学校|中学|小学|中心|基地|工作室|冷库|电站|加工厂|大楼|展馆|[门书商网直]?店"), None),
)


def point_of(row: Chart, match: Match) -> tuple[int, int]:
    return row.sentence.block, row.starts[match.start]


def part(row: Chart, start: int, end: int, marks: str = "；。") -> tuple[int, int]:
    """The part of the sentence between the given marks that holds the signs from start to end."""
    low = max((row.code.rfind(mark, 0, start) for mark in marks), default=-1) + 1
    ends = [at for mark in marks if (at := row.code.find(mark, end)) >= 0]
    return low, min(ends, default=len(row.code))


def named_before(row: Chart, end: int, start: int = 0) -> Iterator[tuple[int, Mention]]:
    """The names that stand before a sign, the nearest first."""
    for index in range(end - 1, start - 1, -1):
        item = row.items[index]
        if isinstance(item, Mention):
            yield index, item


def named_after(row: Chart, start: int, end: int) -> Iterator[tuple[int, Mention]]:
    for index in range(start, min(end, len(row.items))):
        item = row.items[index]
        if isinstance(item, Mention):
            yield index, item


def amount_at(match: Match) -> int:
    """Where the sum stands, else where the match ends."""
    return match.roles["amount"][0] if match.roles.get("amount") else match.end - 1


def acting(row: Chart, match: Match) -> list[Mention]:
    """The names that the frame caught as its subject."""
    return [item for i in match.roles.get("a", ()) if isinstance(item := row.items[i], Mention)]


def of_helper(topics: Topics, mention: Mention) -> bool:
    """Whether a thing belongs to the helping side; what is named after both sides stands with the helped."""
    if mention.label != "Facility" or (topics.side_by_name(mention.entity) or _home_side(topics, mention)) != "helper":
        return False
    others = [e for e in topics.entities if e.label == "Region" and topics.side(e) == "helped"]
    return not any(len(n) > 1 and n in mention.entity.name for e in others for n in e.names)


def _home_side(topics: Topics, mention: Mention) -> str | None:
    """The side of the division that a school or hospital has in its name (北京通州区甲医院)."""
    place = home(mention.entity)
    named = place is not mention.entity and any(len(n) > 1 and n in mention.entity.name for n in place.names)
    return topics.side(place) if named else None


def generic_thing(topics: Topics, row: Chart, low: int, high: int) -> Found | None:
    """The thing that words like 车间, 园区, 县医院 point back at."""
    return pointed_at(topics, row.code[low:high], (row.sentence.block, row.starts[low]))


def pointed_at(topics: Topics, text: str, point: tuple[int, int]) -> Found | None:
    for words, label in _GENERIC:
        for hit in words.finditer(text):
            ending = hit.group()

            def test(m: Mention, label: str | None = label, ending: str = ending) -> bool:
                fits = m.label == label if label else m.label in THINGS and m.entity.name.endswith(ending)
                return fits and not of_helper(topics, m)

            found = topics.before(*point, test, 2)
            if found is None and len({m.entity.id for m in topics.mentions if test(m)}) == 1:
                found = topics.before(*point, test, 9)
            if found is not None:
                return found
    return None


def the_only(topics: Topics, label: str, point: tuple[int, int]) -> Found | None:
    """The one thing of a label that the article knows, where it was named before."""
    if sum(entity.label == label for entity in topics.entities) != 1:
        return None
    return topics.labelled(label, *point, 6)


def place_near(topics: Topics, row: Chart) -> Found | None:
    """The helped place named last before the sentence, else the one that the article is about."""
    return place_before(topics, row.sentence.block, row.sentence.start)


def place_before(topics: Topics, block: int, position: int) -> Found | None:
    """The helped place named last before a point, else the one that the article is about."""

    def test(m: Mention) -> bool:
        before = topics.reading.blocks[m.block].text.plain[max(0, m.start - 12) : m.start]
        sited = m.label in PLACES and level(m.entity) != 1  # a whole province is where nobody settles
        if level(m.entity) == 0 and _LAND.search(m.entity.name):
            return False
        return sited and topics.side(m.entity) != "helper" and not ORIGIN.search(before)

    point = block, position
    wide = topics.before(*point, lambda m: test(m) and level(m.entity) in (2, 3), 2)
    near = topics.before(*point, test, 0)
    if near is not None and level(near.entity) == 2:  # 驻甲镇工作队…乙市…: the town, where both were named
        near = topics.before(*point, lambda m: test(m) and level(m.entity) != 2, 0) or near
    return near or wide or topics.place(*point) or topics.before(*point, test, 2)
