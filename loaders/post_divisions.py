"""Posts of divisions and of their committees and governments: which county 县长, 县委 and 政府 stand for."""

from __future__ import annotations

import re
from dataclasses import dataclass

from graph.identity import entity_id
from graph.model import Entity
from loaders.chart import Chart
from loaders.gazetteer import load
from loaders.post_shapes import CHIEF, Post
from loaders.regions import region_entity
from loaders.topics import Found, Topics, level
from loaders.values import Mention

_PARTY = re.compile("(?:党委|党组|党总支|党支部|团委|工会)$")  # of a school, firm, bureau: 甲中学党委
_HOUSE = re.compile("(?:指挥部|工作队|公司|集团|[医保卫][院健生]+院|医院|中学|小学|学校|[局厅行社会])$")
_HOUSES = {"Facility": re.compile("(?:院|中学|小学|学校|大学)$"), "Company": re.compile("(?:公司|集团)$")}
_INNER = re.compile(
    "(?P<house>.{2,}(?:院|中学|小学|学校|公司|[局委厅]))"
    "(?:[^局委厅院]{2,6}[科股]|(?:[^院]{1,4}科)?(?:门诊[部楼]?|住院[部楼]|病区|急诊|手术室|诊室))"
    "|(?P<home>.{2,}?(?:医院|保健院|卫生院|中学|小学|学校|大学|学院))(?:护理|医务|药剂|教务|后勤|总务|宣传|人事|财务|保卫|学工|招生|培训|教学|科教|科研)[部处]"
)
_TWICE = re.compile("(?<=[县区市州旗])[县区市州旗](?=委$)")  # 勉县县委
BRANCH = re.compile(
    "(?:党?总?支部|党总支|(?<=村)(?:村委会|村民委员会)|(?<=社区)(?:居委会|居民委员会))$"
)  # of a village
_BRANCH = re.compile("(?<=[村区])(?=支部$|总支$)")
_TOWNS = ("镇", "乡", "街道", "苏木")
_WITH_PARTY = ("Facility", "Company", "Park", "RelocationSite", "Organization")

_FROM_HOME = re.compile("[\ue001-\ue007](?:来|派来|派出|派遣|选派|委派|派驻|下派|抽调)的$")

LEVELS = {
    "省": (1,),
    "主席": (1,),
    "州": (2,),
    "盟": (2,),
    "市": (2, 3),
    "专员": (2,),
    "县": (3,),
    "区": (3,),
    "旗": (3,),
    "镇": (4,),
    "乡": (4,),
}


@dataclass(frozen=True, slots=True)
class Held:
    """The body of a post, the step that leads to it (None: the words name it), and the title as written."""

    body: Entity
    step: Found | None
    title: str
    problem: str | None = None  # why it may be another


def in_name(before: Held, word: str, levels: tuple[int, ...]) -> Entity | None:
    """The division that the name of the body before speaks of: 东源县 in 甲市驻东源县工作组."""
    hits = [h for h in load().find(before.body.name) if h.name.endswith(word) and len(h.places) == 1]
    fitting = [h for h in hits if h.places[0].level in levels]
    return (
        region_entity(fitting[-1].places[0], fitting[-1].name)
        if fitting and before.body.label == "Organization"
        else None
    )


def committee(region: Entity, surface: str, rest: str) -> Entity:
    """The party committee of a division."""
    rest = re.sub(r"^[县市区州旗](?=委)", "", rest)
    name = region.name + rest
    aliases = tuple(
        dict.fromkeys(
            a for a in (surface, *(n + rest for n in region.aliases if n[-1:] in "省市州县区旗")) if a != name
        )
    )
    return Entity(entity_id("Organization", name, region.id), "Organization", name, aliases, None, region.id)


def group_of(entity: Entity) -> Entity | None:
    """The government whose party group a body is: 市政府党组成员 sits in the government."""
    stem = re.sub("(?:人民)?政府党组$", "", entity.name)
    hits = [h for h in load().find(entity.name) if h.start + len(h.name) == len(stem) and len(h.places) == 1]
    if entity.label != "Organization" or stem == entity.name or not hits:
        return None
    longest = max(hits, key=lambda h: len(h.name))
    return government(region_entity(longest.places[0], longest.name))


def village_of(topics: Topics, branch: Entity) -> Entity | None:
    """The village or community whose party branch a body is: its secretary holds the post there."""
    stem = BRANCH.sub("", branch.name)
    if stem == branch.name or not stem.endswith(("村", "社区", "居", "嘎查")):
        return None
    fitting = {e.id: e for e in topics.entities if e.label in ("Region", "RelocationSite") and stem in e.names}
    return next(iter(fitting.values())) if len(fitting) == 1 else None


def seat(topics: Topics, one: Held) -> Held:
    """The body that a post of its party committee is counted to, and the division that a government's head heads."""
    if one.body.label != "Organization":
        return one
    stem = re.sub("(?:人民)?政府$", "", one.body.name)
    if stem != one.body.name and CHIEF.search(one.title):
        place = load().place((one.body.region or "").removeprefix("region:"))
        named = place is not None and stem in region_entity(place, place.name).names
        return Held(region_entity(place, stem), one.step, one.title, one.problem) if place and named else one
    house = house_of(one.body)
    if house is not one.body:
        return Held(house, one.step, one.body.name[len(house.name) :] + one.title, one.problem)
    party = _PARTY.search(one.body.name)
    if party is None:
        return one
    stem = one.body.name[: party.start()]
    bodies = {e.id: e for e in topics.entities if e.label in _WITH_PARTY and stem in e.names}
    if not bodies and not stem.endswith(_TOWNS):  # 甲镇丙社区党支部, where 丙社区 is named alone elsewhere
        homes = [e for e in topics.entities if e.label in ("Region", "RelocationSite")]
        bodies = {e.id: e for e in homes if any(len(n) > 3 and stem.endswith(n) for n in e.names)}
    if not bodies and _HOUSE.search(stem):
        return Held(_house(one.body, stem), one.step, party.group() + one.title, one.problem)
    if len(bodies) != 1:
        return one
    return Held(next(iter(bodies.values())), one.step, party.group() + one.title, one.problem)


def house_of(body: Entity) -> Entity:
    """The body that a section is part of, 甲局 of 甲局规划科; any other body is itself."""
    inner = _INNER.fullmatch(body.name) if body.label in ("Organization", "Facility") else None
    return _house(body, inner["house"] or inner["home"]) if inner is not None else body


def _house(part: Entity, name: str) -> Entity:
    """The body that a department or party committee is part of."""
    label = next((k for k, ends in _HOUSES.items() if ends.search(name)), "Organization")
    return Entity(entity_id(label, name, part.region), label, name, (), None, part.region)


def plain_name(body: Entity) -> Entity:
    """A party committee or branch by its plain name: 勉县委 for 勉县县委, 甲村党支部 for 甲村支部."""
    name = body.name
    if body.label == "Organization":
        name = name.removeprefix("中共")
        name = _TWICE.sub("", name) if re.search("([县区市州旗])\\1委$", name) else _BRANCH.sub("党", name)
    if name == body.name:
        return body
    return Entity(entity_id(body.label, name, body.region), body.label, name, (body.name,), None, body.region)


def government(region: Entity, surface: str = "") -> Entity:
    """The government of a division, as a body that has members of its own; `surface`: 县政府, where so called."""
    name = region.name + "政府"
    stems = [n for n in (region.name, *region.aliases) if n[-1:] in "省市州县区旗镇乡"]
    aliases = tuple(dict.fromkeys(n + end for n in stems for end in ("人民政府", "政府") if n + end != name))
    aliases += (surface,) if surface else ()
    return Entity(entity_id("Organization", name, region.id), "Organization", name, aliases, None, region.id)


def _is_at(region: Entity, levels: tuple[int, ...]) -> bool:
    """Whether a division is of one of the levels; towns that the gazetteer does not know tell it by their name."""
    return level(region) in levels or (4 in levels and level(region) == 0 and region.name.endswith(("镇", "乡")))


def committee_region(topics: Topics, words: str, block: int, position: int) -> Found | None:
    """县委 -> the county under discussion, 市委 -> the city ..."""
    level_word = re.sub(r"党?工?委$|(?:人民)?政府$", "", words)

    def test(m: Mention) -> bool:
        return (
            m.label == "Region"
            and m.entity.name.endswith(level_word)
            and _is_at(m.entity, LEVELS.get(level_word[-1], (1, 2, 3, 4)))
        )

    return topics.before(block, position, test, 3)


def division(topics: Topics, row: Chart, post: Post, before: Held | None, title: str) -> Held | None:
    """The division of a post like 副县长: that of the body before it, else the one under discussion."""
    chief = CHIEF.search(title)
    assert chief is not None
    if title.endswith("专员") and before is None and re.search("副专员$|行署", row.code[: post.end]) is None:
        return None  # 派驻专员, 招商专员 head no prefecture
    word = next((w for w in sorted(LEVELS, key=len, reverse=True) if w in chief.group()), "")
    levels = LEVELS.get(word, ())
    came = _FROM_HOME.search(row.code, 0, post.start) if before is None else None
    home = row.items[came.start()] if came is not None else None  # 甲镇来的挂职副镇长 is none of 甲镇

    def test(m: Mention) -> bool:
        if m is home or m.label != "Region" or not _is_at(m.entity, levels):
            return False
        return len(word) > 1 or m.entity.name.endswith(word)

    if before is not None and before.body.label == "Organization":
        region_code = (before.body.region or "").removeprefix("region:")
        stem = re.sub(r"党?委$", "", before.body.name)
        named = [p for lv in levels for p in load().named(stem, lv)] if stem != before.body.name else []
        place = named[0] if len(named) == 1 else load().place(region_code) if region_code else None
        if place is not None and place.level in levels:
            region = region_entity(place, stem if named else place.name)
            if before.step is None or before.step.where.label == "Region":
                return Held(region, before.step, title)
    if before is not None and before.body.label == "Region" and level(before.body) in levels:
        return Held(before.body, before.step, title)
    told = in_name(before, word, levels) if before is not None else None
    if told is not None and before is not None:
        return Held(told, before.step, title)
    at = (row.sentence.block, row.starts[post.start] + 1)
    found = topics.before(*at, test, 3)
    if found is None and levels == (4,):
        found = _town_of_a_body(topics, at, word)
    if found is None:
        county = topics.county(*at)
        found = county if county is not None and test(county.where) else None
    return Held(found.entity, found, title) if found else None


def _town_of_a_body(topics: Topics, at: tuple[int, int], word: str) -> Found | None:
    """The town whose party committee or government was named last: 甲镇党委书记乙，镇长丙."""

    def test(m: Mention) -> bool:
        return m.label == "Organization" and m.prefix is not None and m.prefix.name.endswith(word)

    body = topics.before(*at, test, 1)
    return Found(body.where.prefix, body.where) if body is not None and body.where.prefix is not None else None
