"""Whether an article is about paired assistance at all: one about something else yields nothing."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from graph.model import Entity
from loaders.gazetteer import Place, load, significant
from loaders.gazetteer_pairs import pair, same_pairing
from loaders.lexicon import any_of, read_yaml
from loaders.tiers import EAST, helps, tier
from loaders.topicality_names import joined, names, own_park, set_against
from loaders.topics import Topics, home, level
from loaders.values import TITLE, Reading

_PAIR = re.compile(
    r"([京津沪苏浙闽鲁粤辽穗深莞][桂黔贵滇云川渝陕甘青宁蒙藏疆新毕])"
    r"(?=.{0,6}(?:协作|合作|两省|携手|帮扶|资金|情|双向|奔赴|山海|一家|同心|同行|牵手))"
)
_COMPRESSED = re.compile(  # 沪喀协作: any two signs that the register knows for a pair
    r"(?=([一-鿿]{2})(?:东西部|劳务|产业|对口|消费|教育|医疗)?(?:协作|帮扶|携手|牵手|山海情|情深|一家亲))"
)
_POOR = re.compile("扶贫|脱贫|乡村|搬迁|帮扶|返乡|农户|村民")
_SHELTER = frozenset(
    {"安置点", "搬迁", "移民", "搬迁安置", "搬迁群众", "派到", "派来", "选派"}
)  # words of disasters too
_OFFICE = ("局", "委", "办", "政府", "办公室", "团委", "妇联", "工会")
_CARING = re.compile(
    r"(?:(?<!大)学校?|小|中学|一中|幼儿园|医院|卫生院|保健院|疾控中心|职校|局|委|办|政府|妇联|工会|工商联|红十字会|慈善总会)$"
)
_BOND = re.compile("结对|帮扶(?:协议|关系|任务)|对口|结亲|帮建|援助|姊妹(?:校|镇|乡|街|村|”)")
_RURAL = re.compile("(?:镇|乡|村|社区|街道|苏木|嘎查)$")
_PRIVATE = re.compile(
    "的?(?:[一几两]?[名位个家])?(?:市民|游客|居民|女子|男子|[一-鿿](?:先生|女士|某)|网友|消费者|顾客|患者|籍|人(?!民)|老板|客商|商人)"
)
_ENOUGH = 3  # what the flows between two districts must weigh


@dataclass(frozen=True, slots=True)
class _Words:
    strong: re.Pattern[str]
    weak: re.Pattern[str]
    scheme: re.Pattern[str]
    exchange: re.Pattern[str]
    flows: tuple[tuple[re.Pattern[str], int], ...]
    elsewhere: re.Pattern[str]
    passing: re.Pattern[str]
    denied: re.Pattern[str]


@cache
def _words() -> _Words:
    raw = read_yaml("topicality.yaml")
    return _Words(
        re.compile(any_of(raw["strong"]) + "|" + raw["aid"] + "|" + raw["team"]),
        re.compile(any_of(raw["weak"]) + "|" + raw["weak_pattern"]),
        re.compile(raw["scheme"]),
        re.compile(any_of(raw["exchange"])),
        tuple((re.compile(flow["words"]), int(flow["weight"])) for flow in raw["flows"]),
        re.compile(any_of(raw["elsewhere"])),
        re.compile(raw["passing"]),
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
    sides = _sides(topics)
    elsewhere = words.elsewhere.search(text) is not None
    elsewhere = elsewhere or (words.passing.search(text) is not None and not _registered(sides))
    if topics.highest > topics.lowest and (len(weak - _SHELTER) >= 2 if elsewhere else weak):
        return True
    if len(set(words.exchange.findall(text))) >= 2:
        return True
    if elsewhere:
        return False
    if words.scheme.search(text):
        return True
    title = "".join(b.text.plain for b in reading.blocks if b.kind == TITLE)
    if any(joined(title, *both) for both in sides):
        return True
    if any(joined(title, *both) for both in _neighbours(topics)) and (weak or _weighed(text)):
        return True
    if any(own_park(text, *both) for both in (*sides, *_neighbours(topics))):
        return True
    if any(set_against(text, *both) for both in sides):
        return True
    if any(_bound(reading, *both) for both in _neighbours(topics)):
        return True
    if len(weak) >= 2 and any(tier(a) == EAST for a, _ in _neighbours(topics)):
        return True
    return bool(sides) and _flows(topics, sides, title, text) + _official(topics, sides) >= _ENOUGH


def _bound(reading: Reading, one: Entity, other: Entity) -> bool:
    """Whether a sentence that names both, or bodies and towns of them, tells that the one is bound to help the other."""
    for sentence in reading.sentences:
        plain = reading.blocks[sentence.block].text.plain
        if _BOND.search(plain, sentence.start, sentence.end):
            places = {home(m.entity).code or "" for m in reading.within(sentence.block, sentence.start, sentence.end)}
            if all(any(code.startswith(significant(e.code or "")) for code in places) for e in (one, other)):
                return True
    return False


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
    both = [(a, b) for a, b in both if (a.code or "")[:2] != (b.code or "")[:2]]  # see _neighbours
    return [(a, b) for a, b in both if helps(a, b) is True]


def _flows(topics: Topics, sides: list[tuple[Entity, Entity]], title: str, text: str) -> int:
    """What passes between the two sides, weighed: gifts and firms that move tell more than goods sold or people hired."""
    weight = _weighed(text)
    in_title = any(all(any(n in title for n in names(e)) for e in both) for both in sides)
    registered = _registered(sides)
    districts = any(one.level > 1 and other.level > 1 for one, other in registered)
    counties = {one.code for both in registered for one in both if one.level == 3}
    down = [(one, other) for one, other in registered if {one.code, other.code} <= counties]
    deep = any(_reaches(topics, other.code) and _public(topics, one.code) for one, other in down)
    cared = _cared(topics, sides)
    if not weight and not deep and not cared:
        return 0
    return weight + in_title + bool(registered) + districts + deep + 2 * cared


def _registered(sides: list[tuple[Entity, Entity]]) -> list[tuple[Place, Place]]:
    """Those of the sides that the register of pairings knows."""
    gazetteer = load()
    places = [(gazetteer.place(a.code or ""), gazetteer.place(b.code or "")) for a, b in sides]
    return [(one, other) for one, other in places if one and other and same_pairing(one, other)]


def _reaches(topics: Topics, county: str) -> bool:
    """Whether a town or village of the county is named: who writes of it and of its helper's district writes of the two."""
    return any(
        e.label == "Region" and (e.code or "").startswith(county) and level(e) in (4, 5) and _RURAL.search(e.name)
        for e in topics.entities
    )


def _public(topics: Topics, district: str) -> bool:
    """Whether the district is named otherwise than as where a private person or firm comes from."""
    blocks = topics.reading.blocks
    return any(
        home(m.entity).code == district and not _PRIVATE.match(blocks[m.block].text.plain, m.end)
        for m in topics.mentions
    )


def _cared(topics: Topics, sides: list[tuple[Entity, Entity]]) -> bool:
    """Whether schools, hospitals or offices of two counties, of which one can help the other, stand together."""
    bodies = [e for e in topics.entities if e.label in ("Facility", "Organization") and _CARING.search(e.name)]
    homes = {h.id for e in bodies for h in (home(e),) if level(h) == 3}
    return any(a.id in homes and b.id in homes for a, b in sides)


def _official(topics: Topics, sides: list[tuple[Entity, Entity]]) -> bool:
    """Whether an office of a helping district takes part: what it does is no private business."""
    helpers = {helper.id for helper, _ in sides if level(helper) > 1}
    return any(
        e.label == "Organization" and e.name.endswith(_OFFICE) and home(e).id in helpers for e in topics.entities
    )


def _weighed(text: str) -> int:
    return sum(worth for words, worth in _words().flows if words.search(text))
