"""What lies where: addresses, names that begin with a place, and things under the roof of the site under discussion."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from graph.model import Entity, Step
from loaders.addresses import find_addresses
from loaders.gazetteer import load, significant
from loaders.proposals import Proposal, antecedent_span
from loaders.regions import region_entity
from loaders.topics import Topics, helps, level
from loaders.values import CAPTION, Mention, Reading

_PLACES = ("Region", "RelocationSite")
_OFFICE = re.compile(
    r"(?:局|(?<!报告|展览)厅|委|办|部|署|政府|政协|人大常委会|办公室|委员会|党委|管委会)$"
)  # part of the division itself
_ERRAND = re.compile(r"(?:援|驻|赴|派|协作|帮扶|支援|支教|医疗).*(?:工作组|工作队|指挥部|医疗队|支教队|支教团)$")
_VISITING = re.compile(
    r"(?:代表团|考察团|专家组|医疗组|服务团|艺术团|医疗团|讲师团|支教团|球队|篮球队|足球队|[一-鿿]{2}队)$"
)
_OWN = re.compile(r"[县区市州旗](?!区)[一-鿿]{2,12}$")
_HOUSED = ("Park", "Workshop", "Facility")


def find_places(reading: Reading, topics: Topics, known: Sequence[Proposal]) -> list[Proposal]:
    """LOCATED_IN by name and address; `known` are the proposals of the other finders."""
    found = [
        *find_addresses(reading, topics),
        *_in_the_park(reading, topics),
        *_prefixed(reading, topics),
        *_stationed(reading),
        *_of_the_county(reading, topics),
    ]
    placed = {p.subject.id for p in (*known, *found) if p.relation == "LOCATED_IN" and p.problem is None}
    found += _under_discussion(reading, topics, placed)
    placed |= {p.subject.id for p in found}
    found += _sole_county(reading, topics, placed)
    return found


def _prefixed(reading: Reading, topics: Topics) -> Iterator[Proposal]:
    """Names that open with their place: 隆安县农民工创业园."""
    for mention in reading.mentions:
        if mention.prefix is None or mention.label not in (*_HOUSED, "Organization", "Company"):
            continue
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
            if mention.label == "Organization" and mention.prefix.label == "Region" and _OFFICE.search(mention.surface):
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


_HOLDS = re.compile(
    r"(?:园|园区|产业园|孵化园|工业园|小区|社区)[里内中](?:目前|现|现在|已|已经|还|先后|共|如今|眼下|一共)*(?:有|入驻|聚集|汇集|引进|落户)"
)


def _in_the_park(reading: Reading, topics: Topics) -> Iterator[Proposal]:
    """园内还有甲公司、乙合作社: the firms that a list finds in the park under discussion."""
    for sentence in reading.sentences:
        plain = reading.plain(sentence.block, sentence.start, sentence.end)
        for holds in _HOLDS.finditer(plain):
            low = sentence.start + holds.end()
            stop = re.compile(r"[。；]|[，、](?:合计|共计|总计|其中|都|均|也)").search(plain, holds.end())
            high = sentence.start + (stop.start() if stop else len(plain))
            label = "RelocationSite" if holds.group()[1] == "区" and holds.group()[0] in "小社" else "Park"
            place = topics.labelled(label, sentence.block, low, 2)
            firms = [m for m in reading.within(sentence.block, low, high) if m.label in ("Company", "Workshop")]
            if place is None or not firms:
                continue
            for firm in firms:
                spans = ((sentence.block, sentence.start, high), antecedent_span(reading, place.where))
                yield Proposal("LOCATED_IN", firm.entity, place.entity, spans, (place.step("object", "园内"),))


def _moved_on(topics: Topics, site: Mention, mention: Mention) -> bool:
    """Whether the article has turned to another county since it named the site."""
    between = [
        m
        for m in topics.mentions
        if m.label == "Region"
        and level(m.entity) == 3
        and not topics.is_helper(m.entity)
        and (site.block, site.start) < (m.block, m.start) < (mention.block, mention.start)
    ]
    home = (site.entity.region or "").removeprefix("region:")
    return bool(home) and any(not home.startswith(m.entity.code or "-") for m in between)


def _stationed(reading: Reading) -> Iterator[Proposal]:
    """贺州驻肇庆人力资源服务站 and 深圳南山（河源）产业园 stand in the second region of their name."""
    for mention in reading.mentions:
        if mention.label not in ("Facility", "Organization", "Park"):
            continue
        if mention.label in _HOUSED and (helped := _helped_in_name(reading, mention)) is not None:
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


def _helped_in_name(reading: Reading, mention: Mention) -> Entity | None:
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
    if verdict is None:
        return None
    helped = named[1] if verdict else named[0]
    return helped if helped.code in codes else None  # 番禺区石楼中学: a town, not the county of that name


def _sole_county(reading: Reading, topics: Topics, placed: set[str]) -> Iterator[Proposal]:
    """A park or workshop without an address in an article about one helped county lies there."""
    counties = {m.entity.id: m for m in reversed(topics.mentions) if m.label == "Region" and level(m.entity) == 3}
    helped = [m for m in counties.values() if topics.is_helped(m.entity)]
    if len(helped) != 1:
        return
    seen: set[str] = set()
    for mention in reading.mentions:
        if mention.label not in ("Park", "Workshop") or mention.entity.id in placed | seen:
            continue
        seen.add(mention.entity.id)
        yield Proposal(
            "LOCATED_IN",
            mention.entity,
            helped[0].entity,
            (antecedent_span(reading, mention), antecedent_span(reading, helped[0])),
            (Step("object", "topic", "", helped[0].entity.name),),
        )


def _quoted(reading: Reading, mention: Mention) -> bool:
    """Whether the name stands in quotation marks, as the names of a site's own institutions do."""
    plain = reading.blocks[mention.block].text.plain
    return mention.surface.startswith("“") or plain[mention.start - 1 : mention.start] == "“"


def _names_two(mention: Mention) -> bool:
    """Whether the name holds two regions (深圳南山（河源）产业园, 贺州驻肇庆服务站), which only its own frame can tell apart."""
    if mention.prefix is None:
        return False
    name = next((n for n in sorted(mention.prefix.names, key=len, reverse=True) if n in mention.surface), "")
    if not name:
        return False
    before, _, rest = mention.surface.partition(name)
    places = [h for h in load().find(rest) if not h.risky and len(h.name) > 1]
    chain = load().find(before)
    codes = {mention.prefix.code}
    apart = [h for h in chain if not any((mention.prefix.code or "").startswith(significant(p.code)) for p in h.places)]
    return bool([h for h in places if not codes & {p.code for p in h.places}]) or bool(apart)


def _under_discussion(reading: Reading, topics: Topics, placed: set[str]) -> Iterator[Proposal]:
    """A workshop, centre or park without an address, in an article about one relocation site."""
    seen: set[str] = set()
    counts = Counter(m.entity.id for m in topics.mentions if m.label == "RelocationSite")
    for mention in reading.mentions:
        if mention.label not in _HOUSED or mention.entity.id in placed | seen:
            continue
        if reading.blocks[mention.block].kind == CAPTION:
            continue
        seen.add(mention.entity.id)
        if mention.label == "Facility" and not _quoted(reading, mention):
            continue
        plain = reading.blocks[mention.block].text.plain
        if re.search(r"(?:到|去|赴|前往|来自|对接|考察|参观)了?“?$", plain[: mention.start]):
            continue  # gone to, so not here
        site = topics.site(mention.block, mention.start)
        if site is None or (mention.block - site.where.block > 3 and counts[site.entity.id] < 4):
            continue
        if (site.where.block, site.where.start) > (mention.block, mention.start) or _moved_on(
            topics, site.where, mention
        ):
            continue
        yield Proposal(
            "LOCATED_IN",
            mention.entity,
            site.entity,
            (antecedent_span(reading, mention), antecedent_span(reading, site.where)),
            (Step("object", "topic", "", site.entity.name),),
        )
