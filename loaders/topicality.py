"""Whether an article is about paired assistance at all: one about something else yields nothing."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from graph.model import Entity
from loaders.gazetteer import load
from loaders.gazetteer_pairs import pair, same_pairing
from loaders.lexicon import any_of, read_yaml
from loaders.topics import EAST, Topics, helps, home, level, tier
from loaders.values import TITLE, Reading

_PAIR = re.compile(
    r"([京津沪苏浙闽鲁粤辽穗深莞][桂黔贵滇云川渝陕甘青宁蒙藏疆新毕])"
    r"(?=.{0,6}(?:协作|合作|两省|携手|帮扶|情|双向|奔赴|山海|一家|同心|同行|牵手))"
)
_COMPRESSED = re.compile(  # 沪喀协作: any two signs that the register knows for a pair
    r"(?=([一-鿿]{2})(?:东西部|劳务|产业|对口|消费|教育|医疗)?(?:协作|帮扶|携手|牵手|山海情|情深|一家亲))"
)
_JOINED = re.compile(r"(?:[—–·•、与和及同携：~～→×\-\s]|对口|牵手|携手|情牵|结对|对接|帮扶){1,4}[一-鿿]{0,4}")
_POOR = re.compile("扶贫|脱贫|乡村|搬迁|帮扶|返乡|农户|村民")
_SHELTER = frozenset(
    {"安置点", "搬迁", "移民", "搬迁安置", "搬迁群众", "派到", "派来", "选派"}
)  # words of disasters too
_OFFICE = ("局", "委", "办", "政府", "办公室", "团委", "妇联", "工会")
_ENOUGH = 3  # what the flows between two districts must weigh


@dataclass(frozen=True, slots=True)
class _Words:
    strong: re.Pattern[str]
    weak: re.Pattern[str]
    exchange: re.Pattern[str]
    flows: tuple[tuple[re.Pattern[str], int], ...]
    elsewhere: re.Pattern[str]
    denied: re.Pattern[str]


@cache
def _words() -> _Words:
    raw = read_yaml("topicality.yaml")
    return _Words(
        re.compile(any_of(raw["strong"]) + "|" + raw["aid"]),
        re.compile(any_of(raw["weak"]) + "|" + raw["weak_pattern"]),
        re.compile(any_of(raw["exchange"])),
        tuple((re.compile(flow["words"]), int(flow["weight"])) for flow in raw["flows"]),
        re.compile(any_of(raw["elsewhere"])),
        re.compile(raw["denied"]),
    )


def about_assistance(readings: Iterable[Reading]) -> list[bool]:
    """For each article of a document whether it is read.

    An article without a word of paired assistance is still read where it tells of poverty relief or rural
    revitalisation and stands beside one that has such words: pages on the scheme carry both.
    """
    texts = [(r, Topics(r), "".join(b.text.plain for b in r.blocks)) for r in readings]
    own = [_own(*one) for one in texts]
    beside = [topics.highest > topics.lowest or bool(_POOR.search(text)) for _, topics, text in texts]
    return [is_own or (any(own) and is_beside) for is_own, is_beside in zip(own, beside, strict=True)]


def _own(reading: Reading, topics: Topics, text: str) -> bool:
    words = _words()
    if words.denied.search(text):
        return False
    if words.strong.search(text) or any(pair(m[1]) for pattern in (_PAIR, _COMPRESSED) for m in pattern.finditer(text)):
        return True
    weak = set(words.weak.findall(text))
    elsewhere = words.elsewhere.search(text) is not None
    if topics.highest > topics.lowest and (len(weak - _SHELTER) >= 2 if elsewhere else weak):
        return True
    if len(set(words.exchange.findall(text))) >= 2:
        return True
    if elsewhere:
        return False
    sides = _sides(topics)
    title = "".join(b.text.plain for b in reading.blocks if b.kind == TITLE)
    if any(_joined(title, *both) for both in sides):
        return True
    if any(_joined(title, *both) for both in _neighbours(topics)) and (weak or _weighed(text)):
        return True
    if len(weak) >= 2 and any(tier(a) == EAST for a, _ in _neighbours(topics)):
        return True
    return bool(sides) and _flows(sides, title, text) + _official(topics, sides) >= _ENOUGH


def _joined(title: str, one: Entity, other: Entity) -> bool:
    """Whether the headline sets the two side by side: 甲区—乙县, 甲市携手乙州."""
    for first, second in ((one, other), (other, one)):
        for name in _names(first):
            at = title.find(name)
            link = _JOINED.match(title, at + len(name)) if at >= 0 else None
            if link is not None and any(
                title.find(n, at + len(name), link.end() + len(n)) >= 0 for n in _names(second)
            ):
                return True
    return False


def _names(region: Entity) -> tuple[str, ...]:
    """Every name of a division, not only those that the article has of it."""
    place = load().place(region.code or "")
    return load().names(place) if place is not None else region.names


def _neighbours(topics: Topics) -> list[tuple[Entity, Entity]]:
    """Districts of two cities of one province that is not itself helped: one helps the other there too."""
    districts = [e for e in _districts(topics) if (tier(e) or 0) > 1]
    return [
        (a, b)
        for a in districts
        for b in districts
        if (a.code or "")[:2] == (b.code or "")[:2] and (a.code or "")[:4] < (b.code or "")[:4]
    ]


def _districts(topics: Topics) -> list[Entity]:
    """The cities and counties that the article names, or names a body of."""
    homes = {h.id: h for e in topics.entities if e.label != "Person" for h in (home(e),)}
    return [e for e in homes.values() if e.label == "Region" and e.code and level(e) in (2, 3)]


def _sides(topics: Topics) -> list[tuple[Entity, Entity]]:
    """Helper and helped: districts of which the one can be the helper of the other; a province on one side at most."""
    districts = _districts(topics)
    provinces = [e for e in topics.entities if e.label == "Region" and level(e) == 1]
    both = [
        (a, b) for a in [*districts, *provinces] for b in [*districts, *provinces] if a in districts or b in districts
    ]
    return [(a, b) for a, b in both if a.id != b.id and helps(a, b) is True]


def _flows(sides: list[tuple[Entity, Entity]], title: str, text: str) -> int:
    """What passes between the two sides, weighed: gifts and firms that move tell more than goods sold or people hired."""
    weight = _weighed(text)
    if not weight:
        return 0
    gazetteer = load()
    in_title = any(all(any(n in title for n in _names(e)) for e in both) for both in sides)
    registered = [
        (one, other)
        for a, b in sides
        if (one := gazetteer.place(a.code or ""))
        and (other := gazetteer.place(b.code or ""))
        and same_pairing(one, other)
    ]
    districts = any(one.level > 1 and other.level > 1 for one, other in registered)
    return weight + in_title + bool(registered) + districts


def _official(topics: Topics, sides: list[tuple[Entity, Entity]]) -> bool:
    """Whether an office of a helping district takes part: what it does is no private business."""
    helpers = {helper.id for helper, _ in sides if level(helper) > 1}
    return any(
        e.label == "Organization" and e.name.endswith(_OFFICE) and home(e).id in helpers for e in topics.entities
    )


def _weighed(text: str) -> int:
    return sum(worth for words, worth in _words().flows if words.search(text))
