"""What a name says of where its bearer lies: it opens with the place, or holds two of which one is helped."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from graph.model import Entity, Step
from loaders.around import THINGS
from loaders.gazetteer import load, significant
from loaders.proposals import Proposal, antecedent_span
from loaders.regions import region_entity
from loaders.tiers import helps
from loaders.topics import Topics, level
from loaders.values import Mention, Reading

OFFICE = re.compile(
    r"(?:局|(?<!报告|展览)厅|委|办|部|署|政府|政协|人大常委会|办公室|委员会|党委|管委会)$"
)  # part of the division itself
_ERRAND = re.compile(
    r"(?:援|驻|赴|派|协作|帮扶|支援|支教|医疗).*(?:工作组|工作队|指挥部|医疗队|支教队|支教团|联络组|领队组|干部组|人才组|专家组|小组|前指|服务队|突击队|临时党[委支]部?)$"
)
_VISITING = re.compile(
    r"(?:代表团|考察团|专家组|医疗组|服务团|艺术团|医疗团|讲师团|支教团|球队|篮球队|足球队|联席会议|政府党组|[一-鿿]{2}队)$"
)
_OWN = re.compile(r"[县区市州旗](?!区)[一-鿿]{2,12}$")
ZONE = re.compile("(?:开发区|经开区|高新区|新区|保税区|自贸区|投资区|工业区|合作区|自贸片区)$")


def find_named_places(reading: Reading, topics: Topics, known: Sequence[Proposal]) -> Iterator[Proposal]:
    """LOCATED_IN as names tell it; of the two places in a name only where no words (`known`) say which it is."""
    pairs = {(p.subject.id, p.object.id) for p in known if p.relation == "ASSISTS" and p.problem is None}
    told = {p.subject.id for p in known if p.relation == "LOCATED_IN" and p.rule == "lies in" and p.problem is None}
    yield from _prefixed(reading, topics)
    yield from (p for p in _stationed(reading, pairs) if p.subject.id not in told)
    yield from _of_the_county(reading, topics)
    yield from _of_the_town(reading, topics)
    yield from _branches(reading)


def helpers_zone(topics: Topics, mention: Mention) -> bool:
    """Whether a park is the development zone of a helping city (常州经开区): that stands at home."""
    return ZONE.search(mention.surface) is not None and topics.side_by_name(mention.entity) == "helper"


def _prefixed(reading: Reading, topics: Topics) -> Iterator[Proposal]:
    """Names that open with their place: 隆安县农民工创业园."""
    provinces = {(m.entity.code or "")[:2] for m in reading.mentions if m.label == "Region"}
    for mention in reading.mentions:
        if mention.prefix is None or mention.label not in (*THINGS, "Organization", "Company"):
            continue
        if (mention.prefix.code or "")[:2] not in provinces and mention.prefix.name not in mention.surface:
            continue  # 上海市延安中学, 大宁春茶业: a word of the name, no division that the article speaks of
        if mention.start and reading.plain(mention.block, mention.start - 1, mention.start) == "驻":
            continue  # 驻松桃工作组: a team that was sent there
        if mention.label != "Organization" and topics.is_helper(mention.prefix):
            continue  # 黄埔产业孵化基地 is named after the helper and stands in the helped county
        if mention.label != "Organization" and mention.prefix.label == "Region" and level(mention.prefix) == 1:
            continue  # 贵州某某公司 tells where it is registered, not where it works
        if _names_two(mention) or (
            mention.label == "Organization" and (_ERRAND.search(mention.surface) or _VISITING.search(mention.surface))
        ):
            continue  # a team sent out does not work at home
        if mention.label == "Organization" and re.search("大学$|学院$|医科大$", mention.surface):
            continue  # where somebody has studied, it need not say
        if _is_area(mention.prefix) or re.search("驻(?!地|村)", mention.surface[2:-3]):
            continue  # 黔北 is no division; 化隆县驻锡劳务服务站 is not at home
        if mention.prefix.id == mention.entity.id:
            continue
        if any(name in mention.surface for name in mention.prefix.names):
            yield Proposal("LOCATED_IN", mention.entity, mention.prefix, (antecedent_span(reading, mention),))
            if mention.label == "Organization" and mention.prefix.label == "Region" and OFFICE.search(mention.surface):
                yield Proposal("PART_OF", mention.entity, mention.prefix, (antecedent_span(reading, mention),))


def _is_area(entity: Entity) -> bool:
    """Whether a name is that of a landscape: 陕北, 黔北."""
    return entity.label == "Region" and not entity.code and bool(load().named(entity.name, 0))


def _of_the_county(reading: Reading, topics: Topics) -> Iterator[Proposal]:
    """县人民医院 lies in the county whose name it takes from the words before."""
    for mention in reading.mentions:
        if mention.label != "Facility" or mention.prefix is None or not _OWN.match(mention.surface):
            continue
        if topics.is_helper(mention.prefix) or level(mention.prefix) != 3:
            continue
        told = [
            m
            for m in reading.mentions
            if m.entity.id == mention.prefix.id and (m.block, m.start) < (mention.block, mention.start)
        ]
        if told and mention.prefix.id != mention.entity.id:
            spans = (antecedent_span(reading, mention), antecedent_span(reading, told[-1]))
            step = Step("object", "topic", "", mention.prefix.name)
            yield Proposal("LOCATED_IN", mention.entity, mention.prefix, spans, (step,))


def _stationed(reading: Reading, pairs: set[tuple[str, str]]) -> Iterator[Proposal]:
    """贺州驻肇庆人力资源服务站 and 深圳南山（河源）产业园 stand in the second region of their name."""
    for mention in reading.mentions:
        if mention.label not in ("Facility", "Organization", "Park"):
            continue
        posted = "驻" in mention.surface
        if mention.label in THINGS and not posted and (helped := _helped_in_name(reading, pairs, mention)) is not None:
            yield Proposal("LOCATED_IN", mention.entity, helped, (antecedent_span(reading, mention),))
            continue
        told = re.search(r"(?:驻|（)(.+)", mention.surface)
        place = next((h for h in load().find(told[1] if told else "") if h.start == 0), None)
        if place is None:
            continue
        meant = [
            m.entity
            for m in reading.mentions
            if m.label == "Region" and m.entity.code in {p.code for p in place.places}
        ]
        entity = meant[0] if meant else region_entity(place.places[0], place.name)
        if meant or len(place.places) == 1:
            yield Proposal("LOCATED_IN", mention.entity, entity, (antecedent_span(reading, mention),))


TOWN = ("镇", "乡", "村", "社区", "街道", "苏木", "嘎查")


def _of_the_town(reading: Reading, topics: Topics) -> Iterator[Proposal]:
    """发耳轻工产业园 stands in 发耳镇, where the article speaks of that town."""
    towns = {m.surface.removesuffix(end): m for m in reading.mentions for end in TOWN if _is_town(m, end)}
    for mention in reading.mentions if towns else ():
        if mention.label not in (*THINGS, "RelocationSite") or mention.prefix is not None:
            continue
        town = next((t for stem, t in towns.items() if mention.surface.strip("“").startswith(stem)), None)
        if town is None or town.entity.id == mention.entity.id or topics.side(town.entity) == "helper":
            continue
        spans = (antecedent_span(reading, mention), antecedent_span(reading, town))
        yield Proposal(
            "LOCATED_IN", mention.entity, town.entity, spans, (Step("object", "alias", "", town.entity.name),)
        )


def _is_town(mention: Mention, ending: str) -> bool:
    return mention.label == "Region" and mention.surface.endswith(ending) and len(mention.surface) - len(ending) >= 2


_BRANCH = re.compile("(?:分公司|分厂|分店|分部|工厂)$")


def _branches(reading: Reading) -> Iterator[Proposal]:
    """盛荣鞋业石阡分公司 works in 石阡县, where the article speaks of that county."""
    regions = {n: m for m in reading.mentions if m.label == "Region" for n in _all_names(m.entity) if len(n) > 1}
    for mention in reading.mentions:
        branch = _BRANCH.search(mention.surface) if mention.label == "Company" else None
        stem = mention.surface[: branch.start()] if branch else ""
        name = max((n for n in regions if stem.endswith(n) and stem != n), key=len, default=None)
        if name is None:
            continue
        spans = (antecedent_span(reading, mention), antecedent_span(reading, regions[name]))
        step = Step("object", "alias", name, regions[name].entity.name)
        yield Proposal("LOCATED_IN", mention.entity, regions[name].entity, spans, (step,))


def _all_names(entity: Entity) -> tuple[str, ...]:
    place = load().place(entity.code or "")
    return (*entity.names, *load().names(place)) if place is not None else entity.names


def _helped_in_name(reading: Reading, pairs: set[tuple[str, str]], mention: Mention) -> Entity | None:
    """武清静宁电商孵化园: of two paired regions in a name, it stands in the one that is helped."""
    codes = {m.entity.code: m.entity for m in reading.mentions if m.label == "Region" and m.entity.code}
    named = []
    for hit in load().find(mention.surface):
        known = [codes[p.code] for p in hit.places if p.code in codes]
        known = [replace(e, aliases=(*e.aliases, hit.name)) if hit.name not in e.names else e for e in known]
        named += known[:1] or ([region_entity(hit.places[0], hit.name)] if len(hit.places) == 1 else [])
    if len(named) != 2:
        return None
    verdict = helps(named[0], named[1])
    if verdict is None and pairs & {(named[0].id, named[1].id), (named[1].id, named[0].id)}:
        verdict = (named[0].id, named[1].id) in pairs
    if verdict is None:
        return None
    helped = named[1] if verdict else named[0]
    return helped if helped.code in codes else None  # 番禺区石楼中学: a town, not the county of that name


def _names_two(mention: Mention) -> bool:
    """Whether the name holds two regions (深圳南山（河源）产业园, 贺州驻肇庆服务站), which only its own frame can tell apart."""
    if mention.prefix is None or mention.prefix.label != "Region" or level(mention.prefix) in (4, 5):
        return False
    if mention.prefix.code is None:
        return False  # 格尔加村扬州包子车间
    if mention.label == "Facility" and mention.surface.find(mention.prefix.name) >= 0 and level(mention.prefix) == 3:
        return False  # 巫山县官渡中学
    name = next((n for n in sorted(mention.prefix.names, key=len, reverse=True) if n in mention.surface), "")
    if not name:
        return False
    before, _, rest = mention.surface.partition(name)
    places = [h for h in load().find(rest) if not h.risky and len(h.name) > 1]
    chain = load().find(before)
    codes = {mention.prefix.code}
    apart = [h for h in chain if not any((mention.prefix.code or "").startswith(significant(p.code)) for p in h.places)]
    return bool([h for h in places if not codes & {p.code for p in h.places}]) or bool(apart)
