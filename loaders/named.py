"""The entity of a settlement, person, firm or body, with its standard name and the division it belongs to."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from graph.identity import entity_id
from graph.model import Entity
from loaders.gazetteer import Place, load
from loaders.lexicon import names, read_yaml
from loaders.regions import RegionSpan, region_entity
from loaders.settlements import KIND_OF_SITE
from loaders.values import Mention

TOWN_BODIES = frozenset(read_yaml("names.yaml")["town_bodies"])
_BARE_BODY = re.compile(r"(自治区|自治州|自治县|[省市州县区旗盟])(?![场域级]|政[工管设])(?=[一-鿿（])")


@dataclass(slots=True)
class Found:
    """A name's span before it has an entity."""

    block: int
    start: int
    end: int
    label: str
    surface: str
    place: Place | None = None
    core: int = 0  # where the part after leading regions begins
    region: RegionSpan | None = None
    owner: list[RegionSpan] = field(default_factory=list)
    possessed: bool = False  # whether 的 stands right before it
    settled: Found | None = None  # the settlement that opens the name


def named_mention(
    one: Found,
    adjacent: Mention | None,
    county: Entity | None,
    topic: dict[int, Entity],
    divisions: Sequence[Entity],
    mentions: Sequence[Mention],
) -> Mention:
    """The mention of a settlement, person, firm, body ..."""
    gazetteer = load()
    prefix: Entity | None = adjacent.entity if adjacent and adjacent.label in ("Region", "RelocationSite") else None
    if one.label in ("Region", "RelocationSite"):
        parent = prefix or (topic.get(4) if one.surface.endswith(("村", "社区", "寨")) else None) or county
        if one.label == "Region" and one.place is not None:
            entity = region_entity(one.place, one.surface)
        elif one.label == "RelocationSite" and prefix is not None and KIND_OF_SITE.fullmatch(one.surface):
            entity = entity_of(one.label, prefix.name + one.surface, parent)
            entity = replace(entity, aliases=(one.surface,))
        else:
            entity = entity_of(one.label, one.surface, parent)
        if one.label == "Region" and one.surface.endswith(("镇", "乡", "街道")):
            topic[4] = entity
        return Mention(one.block, one.start, one.end, one.surface, entity, prefix=prefix)
    if one.owner:
        lowest = one.owner[-1]
        prefix = region_entity(lowest.place, lowest.surface)
    name, aliases = one.surface, tuple[str, ...]()
    if one.possessed and prefix is not None and of_its_place(one.surface):
        name = prefix.name + one.surface  # 桑树湾村的帮扶车间
    elif one.settled is not None:
        prefix = _settlement(one.settled, prefix or county, mentions)
    elif (
        one.surface[0] in "镇乡"
        and one.surface[1:] in TOWN_BODIES
        and ((town := topic.get(4)) is not None and town.name.endswith(one.surface[0]))
    ):
        name, prefix, aliases = town.name + one.surface[1:], town, (one.surface,)  # 镇卫生院
    elif one.label == "Organization" or (one.label == "Facility" and one.surface[0] in "县区市州旗"):
        name, prefix, aliases = _body_name(one, prefix, divisions)
    if one.owner and one.label in ("Company", "Park", "Facility", "Workshop", "Organization") and prefix is not None:
        aliases += _without_upper(one)
    place = gazetteer.place(prefix.code) if prefix and prefix.code else None
    home = prefix if place is not None and place.level >= 2 else county
    if one.label in ("Park", "Facility", "Workshop"):
        aliases += _around_town(one, adjacent)
    university = _UNIVERSITY.match(name) if one.label == "Organization" else None
    if university is not None:
        name, aliases = university.group(), (*aliases, name)
    building = _BUILDING.search(name) if one.label == "Facility" else None
    if building is not None:
        name, aliases = name[: building.start()], (*aliases, name)
    entity = entity_of(one.label, bare(name), home)
    entity = replace(entity, aliases=tuple(dict.fromkeys(a for a in (*aliases, one.surface) if a != entity.name)))
    tail = one.surface[one.core - one.start :] if one.label in ("Park", "Facility", "Workshop") and one.owner else ""
    if one.label in ("Park", "Facility", "Workshop") and not one.owner and one.core > one.start:
        tail = one.surface[one.core - one.start :]
    if one.label in ("Park", "Workshop") and _tells_itself(tail):
        entity = replace(entity, aliases=tuple(dict.fromkeys((*entity.aliases, tail))))
    return Mention(one.block, one.start, one.end, one.surface, entity, prefix=prefix, tail=tail)


def _tells_itself(tail: str) -> bool:
    """Whether the name without its region is still a name (锡乐共建产业园), not a kind of thing (移民创业园)."""
    generic = names().generic.match(tail)
    return len(tail) >= 5 and (generic.end() if generic else 0) <= 2 and not tail.startswith(tuple(names().endings))


def _settlement(one: Found, parent: Entity | None, mentions: Sequence[Mention]) -> Entity:
    """The settlement that opens a name: the one named before, if it was."""
    for mention in reversed(mentions):
        if mention.label == one.label and mention.surface == one.surface:
            return mention.entity
    if one.place is not None and one.label == "Region":
        return region_entity(one.place, one.surface)
    return entity_of(one.label, one.surface, parent)


_OF_PLACE = re.compile(
    r"(?:第[一二三四五六七八九十]|中心|民族|实验|希望)*(?:中学|小学|幼儿园|卫生院|人民医院)"
    r"|(?:移民|搬迁|后续|返乡|就业|创业|电商|通村)+(?:基地|驿站|公路)"
)


def of_its_place(surface: str) -> bool:
    """Whether a place's thing goes by its kind alone: 桑树湾村的帮扶车间, 东皇街道的第一中学."""
    return surface in names().built or _OF_PLACE.fullmatch(surface) is not None


# 县人民医院综合楼: a building without a name of its own stands for its school or hospital.
_BUILDING = re.compile(
    r"(?<=学校|中学|小学|学院|医院|生院|健院|儿园|心校|高中|职中|一中|二中|三中|四中|五中|完小|一小|二小|附中|附小|职校|技校|卫校|老院)(?:学生|教师|教职工|职工|师生|教学|周转|住院|内科|外科|儿科|妇产|新建|新|老|图书|综合|实验|实训|汽修|塑胶|多功能|科技|附属|急诊|门诊|住院)*"
    r"(?:教学楼|综合楼|实验楼|实训楼|科技楼|住院楼|门诊楼|急诊楼|康复楼|病房楼|办公楼|行政楼|实验楼|科研楼|传染病楼|妇产楼|儿科楼|内科楼|外科楼|医技楼|外科大楼|住院大楼|综合大楼|门诊大楼|教学大楼|宿舍楼|宿舍|公寓|公寓楼|食堂|操场|运动场|报告厅)$"
)


_UNIVERSITY = re.compile("[一-鿿]{2,}大学(?=[一-鿿]{1,8}(?:学院|系|处|部)$)")  # its part stands for the whole
_TOWN = re.compile("[一-鿿]{2,5}?(?:镇|乡|街道)(?=[一-鿿]{5})")


def _around_town(one: Found, adjacent: Mention | None) -> tuple[str, ...]:
    """The name with the town right before it, and without the town that opens it."""
    core = one.surface[max(one.core - one.start, 0) :]
    town = _TOWN.match(core)
    rest = core[town.end() :] if town is not None else core
    without = (rest,) if (town is not None or one.settled is not None) and _tells_itself(rest) else ()
    within = (
        adjacent is not None and adjacent.label == "Region" and adjacent.surface.endswith(("镇", "乡", "街道", "村"))
    )
    return (*without, adjacent.surface + one.surface) if adjacent is not None and within else without


def bare(name: str) -> str:
    """The name without the marks around it."""
    return name.replace("“", "").replace("”", "")


def _without_upper(one: Found) -> tuple[str, ...]:
    """The name with only its lowest region in front (江苏省常州浩翠商贸有限公司 -> 常州浩翠商贸有限公司)."""
    return tuple(one.surface[r.start - one.start :] for r in one.owner[1:])


def _body_name(
    one: Found, prefix: Entity | None, named: Sequence[Entity]
) -> tuple[str, Entity | None, tuple[str, ...]]:
    """A body's standard name begins with its division: 县农业农村局 under 昭平县 is 昭平县农业农村局."""
    if one.owner:
        lowest = one.owner[-1]
        entity = region_entity(lowest.place, lowest.surface)
        rest = one.surface[lowest.end - one.start :]
        upper = tuple(one.surface[r.start - one.start :] for r in one.owner)
        if lowest.place is not None and re.match(r"[委政人党]", rest) is None and lowest.surface == lowest.place.name:
            return lowest.place.name + rest, entity, (*upper,)
        return one.surface[lowest.start - one.start :], entity, (*upper,)
    match = _BARE_BODY.match(one.surface)
    if match is None:
        return one.surface, prefix, ()
    for entity in reversed(named):
        if entity.name.endswith(match.group(1)):
            return entity.name + one.surface[match.end() :], entity, (one.surface,)
    return one.surface, prefix, ()


def entity_of(label: str, name: str, home: Entity | None) -> Entity:
    region = home.id if home is not None and home.label == "Region" else (home.region if home else None)
    return Entity(entity_id(label, name, region), label, name, (), None, region)
