"""Who and what an article speaks of: every mention, led to its entity.

The finders of names give spans; here they are put in one row without overlaps, forms of the same name are merged
inside the article, and each name gets the division it belongs to.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from graph.identity import entity_id, region_id
from graph.model import Entity
from loaders.firms import find_firms
from loaders.gazetteer import Place, load
from loaders.naming import Name, find_names
from loaders.persons import find_persons
from loaders.regions import RegionSpan, find_regions, region_entity
from loaders.settlements import Settlement, find_settlements
from loaders.tagger import Token, tag
from loaders.values import Mention, Reading, Sentence

_LEGAL = re.compile(r"(?:股份|有限|责任|集团|专业|农民|总)*(?:公司|集团|合作社|联合社)$|分公司$")
_BARE_BODY = re.compile(r"(自治区|自治州|自治县|[省市州县区旗盟])(?=[一-鿿（])")


@dataclass(slots=True)
class _Found:
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
    settled: _Found | None = None  # the settlement that opens the name


def find_mentions(reading: Reading) -> None:
    """Fill reading.mentions."""
    blocks = reading.blocks
    regions = find_regions(blocks, reading.tokens)
    whole = "".join(b.text.plain for b in blocks)
    relocation = bool(re.search(r"搬迁|安置[点区]|移民|搬来|搬出|搬下|易地", whole))
    counties = _counties(regions)
    found: list[_Found] = []
    for number, block in enumerate(blocks):
        here = [r for r in regions if r.block == number]
        found += _in_block(number, block.text.plain, reading.tokens[number], here, counties, relocation)
    found += _firms(reading, found, regions)
    found += _persons(reading, found)
    found = _without_overlaps(_no_persons(found))
    reading.mentions = _resolve(found)
    reading.mentions = _short_forms(reading, reading.mentions)


def words(reading: Reading, sentences: Sequence[Sentence]) -> tuple[tuple[Token, ...], ...]:
    """The tagger's words of each block, in positions of the block."""
    texts = [reading.plain(s.block, s.start, s.end) for s in sentences]
    by_block: dict[int, list[Token]] = defaultdict(list)
    for sentence, tokens in zip(sentences, tag(texts), strict=True):
        by_block[sentence.block] += [Token(t.start + sentence.start, t.end + sentence.start, t.tag) for t in tokens]
    return tuple(tuple(by_block[n]) for n in range(len(reading.blocks)))


def _counties(regions: Sequence[RegionSpan]) -> list[Place]:
    """The counties (and cities) of the article, the most named first."""
    counts = Counter(r.place for r in regions if r.place is not None and r.place.level in (2, 3))
    return [place for place, _ in sorted(counts.items(), key=lambda item: (-item[0].level, -item[1], item[0].code))]


def _in_block(
    number: int,
    plain: str,
    tokens: Sequence[Token],
    regions: Sequence[RegionSpan],
    counties: Sequence[Place],
    relocation: bool,
) -> list[_Found]:
    named = find_names(plain, tokens, regions)
    settled = find_settlements(plain, tokens, regions, named, counties, relocation)
    found: list[_Found] = []
    for name in named:
        found.append(_from_name(number, plain, name, regions, settled))
    for one in settled:
        found.append(_Found(number, one.start, one.end, one.label, plain[one.start : one.end], one.place, one.start))
    for region in regions:
        found.append(_Found(number, region.start, region.end, "Region", region.surface, region.place, region.start, region))
    return found


def _persons(reading: Reading, found: Sequence[_Found]) -> list[_Found]:
    """The persons, wherever no other name stands."""
    plains = [block.text.plain for block in reading.blocks]
    taken = [[(f.start, f.end) for f in found if f.block == number] for number in range(len(plains))]
    return [
        _Found(number, start, end, "Person", plains[number][start:end], None, start)
        for number, spans in enumerate(find_persons(plains, reading.tokens, taken))
        for start, end in spans
    ]


def _from_name(
    number: int, plain: str, name: Name, regions: Sequence[RegionSpan], settled: Sequence[Settlement]
) -> _Found:
    core, start, opening = name.core, name.start, None
    for one in settled:
        if one.start == core and one.end < name.end and not name.quoted:
            core, start = one.end, one.start  # 五华县水寨镇第三小学 is 水寨镇第三小学 in 五华县
            opening = _Found(number, one.start, one.end, one.label, plain[one.start : one.end], one.place, one.start)
    owner = [r for r in regions if r.start >= name.start and r.end <= max(name.core, name.start)]
    if opening is not None:
        owner = []
    return _Found(number, start, name.end, name.label, plain[start : name.end], None, core, None, owner, opening)


def _no_persons(found: list[_Found]) -> list[_Found]:
    """Without the persons whose name is the stem of a place or firm of the article (哈达铺 in 哈达铺镇)."""
    stems = [f for f in found if f.label not in ("Person", "Programme")]
    kept = []
    for one in found:
        if one.label == "Person":
            places = [f for f in stems if f.label in ("Region", "RelocationSite") and f.surface[:-1] == one.surface]
            firms = [f for f in stems if f.label == "Company" and one.surface in f.surface and f.surface != one.surface]
            if places:
                one = replace(one, label=places[0].label, place=places[0].place, region=places[0].region)
            elif firms:
                one = replace(one, label="Company")
        kept.append(one)
    return kept


def _firms(reading: Reading, found: Sequence[_Found], regions: Sequence[RegionSpan]) -> list[_Found]:
    """Firms named without a legal form."""
    extra: list[_Found] = []
    for number, block in enumerate(reading.blocks):
        plain = block.text.plain
        here = [r for r in regions if r.block == number]
        taken = [(f.start, f.end) for f in found if f.block == number and f.label != "Region"]
        for start, end in find_firms(plain, reading.tokens[number], here, taken):
            owner = [r for r in here if r.start == start and r.end < end]
            extra.append(_Found(number, start, end, "Company", plain[start:end], None, start, None, owner))
    return extra


def _without_overlaps(found: list[_Found]) -> list[_Found]:
    """One row of spans: a longer name wins over what stands inside it."""
    kept: list[_Found] = []
    for one in sorted(found, key=lambda f: (-(f.end - f.start), f.block, f.start, f.label)):
        if not any(k.block == one.block and k.start < one.end and one.start < k.end for k in kept):
            kept.append(one)
        elif one.label == "Region" and one.region is not None:
            continue
    return sorted(kept, key=lambda f: (f.block, f.start))


def _resolve(found: Sequence[_Found]) -> list[Mention]:
    """Give each span its entity, with the division under discussion where the name itself gives none."""
    mentions: list[Mention] = []
    topic: dict[int, Entity] = {}  # level -> the division of that level named last
    divisions: list[Entity] = []  # in the order they were named
    main = _main_county(found)
    for one in found:
        before = mentions[-1] if mentions else None
        adjacent = before if before and before.block == one.block and before.end == one.start else None
        if one.label == "Region" and one.region is not None:
            entity = region_entity(one.place, one.surface)
            if one.place is not None:
                topic[one.place.level] = entity
                divisions.append(entity)
            mentions.append(Mention(one.block, one.start, one.end, one.surface, entity))
            continue
        if one.surface == "社区党委":
            site = next((m for m in reversed(mentions) if m.label == "RelocationSite"), None)
            if site is None:
                continue
            body = _entity("Organization", site.entity.name + "党委", site.entity)
            body = replace(body, aliases=(one.surface,))
            mentions.append(Mention(one.block, one.start, one.end, one.surface, body, prefix=site.entity))
            continue
        county = topic.get(3) or topic.get(2) or main
        mentions.append(_named(one, adjacent, county, topic, divisions, mentions))
    return mentions


def _main_county(found: Sequence[_Found]) -> Entity | None:
    counts = Counter(f.place for f in found if f.place is not None and f.place.level == 3)
    if not counts:
        return None
    place = min(counts, key=lambda p: (-counts[p], p.code))
    return region_entity(place, place.name)


def _named(
    one: _Found,
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
        else:
            entity = _entity(one.label, one.surface, parent)
        if one.label == "Region" and one.surface.endswith(("镇", "乡", "街道")):
            topic[4] = entity
        return Mention(one.block, one.start, one.end, one.surface, entity, prefix=prefix)
    if one.owner:
        lowest = one.owner[-1]
        prefix = region_entity(lowest.place, lowest.surface)
    name, aliases = one.surface, tuple[str, ...]()
    if one.settled is not None:
        prefix = _settlement(one.settled, prefix or county, mentions)
    elif one.label == "Organization" or (one.label == "Facility" and one.surface[0] in "县区市州"):
        name, prefix, aliases = _body_name(one, prefix, divisions)
    if one.owner and one.label in ("Company", "Park", "Facility", "Workshop", "Organization") and prefix is not None:
        aliases += _without_upper(one)
    place = gazetteer.place(prefix.code) if prefix and prefix.code else None
    home = prefix if place is not None and place.level >= 2 else county
    entity = _entity(one.label, _bare(name), home)
    entity = replace(entity, aliases=tuple(dict.fromkeys(a for a in (*aliases, one.surface) if a != entity.name)))
    tail = one.surface[one.core - one.start :] if one.label in ("Park", "Facility", "Workshop") and one.owner else ""
    if one.label in ("Park", "Facility", "Workshop") and not one.owner and one.core > one.start:
        tail = one.surface[one.core - one.start :]
    return Mention(one.block, one.start, one.end, one.surface, entity, prefix=prefix, tail=tail)


def _settlement(one: _Found, parent: Entity | None, mentions: Sequence[Mention]) -> Entity:
    """The settlement that opens a name: the one named before, if it was."""
    for mention in reversed(mentions):
        if mention.label == one.label and mention.surface == one.surface:
            return mention.entity
    if one.place is not None and one.label == "Region":
        return region_entity(one.place, one.surface)
    return _entity(one.label, one.surface, parent)


def _bare(name: str) -> str:
    """The name without the marks around it."""
    return re.sub(r"[“”]", "", name)


def _without_upper(one: _Found) -> tuple[str, ...]:
    """The name with only its lowest region in front (江苏省常州浩翠商贸有限公司 -> 常州浩翠商贸有限公司)."""
    return tuple(one.surface[r.start - one.start :] for r in one.owner[1:])


def _body_name(one: _Found, prefix: Entity | None, named: Sequence[Entity]) -> tuple[str, Entity | None, tuple[str, ...]]:
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


def _entity(label: str, name: str, home: Entity | None) -> Entity:
    region = home.id if home is not None and home.label == "Region" else (home.region if home else None)
    return Entity(entity_id(label, name, region), label, name, (), None, region)


def _short_forms(reading: Reading, mentions: list[Mention]) -> list[Mention]:
    """Merge the forms of one name, and add the places where only a short form stands."""
    groups = _merge_forms(mentions)
    merged = [replace(m, entity=groups.get(m.entity.id, m.entity)) for m in mentions]
    return _add_short(reading, merged)


def _merge_forms(mentions: Sequence[Mention]) -> dict[str, Entity]:
    """Entity id -> the entity that all its forms stand for."""
    by_id: dict[str, Entity] = {}
    for mention in mentions:
        known = by_id.get(mention.entity.id)
        aliases = dict.fromkeys((*(known.aliases if known else ()), *mention.entity.aliases))
        by_id[mention.entity.id] = replace(known or mention.entity, aliases=tuple(aliases))
    target: dict[str, str] = {}
    entities = sorted(by_id.values(), key=lambda e: (-len(e.name), e.name, e.id))
    for short in entities:
        fitting = [e for e in entities if e.id != short.id and e.id not in target and _is_short_of(short, e)]
        if len(fitting) == 1 or (fitting and len({e.name for e in fitting}) == 1):
            target[short.id] = fitting[0].id
    merged: dict[str, Entity] = {}
    for entity in by_id.values():
        head = entity.id
        while head in target:
            head = target[head]
        main = merged.get(head, by_id[head])
        forms = dict.fromkeys((*main.aliases, entity.name, *entity.aliases))
        merged[head] = replace(main, aliases=tuple(f for f in forms if f != main.name))
    return {key: merged[_head(key, target)] for key in by_id}


def _head(key: str, target: dict[str, str]) -> str:
    while key in target:
        key = target[key]
    return key


def _is_short_of(short: Entity, full: Entity) -> bool:
    """Whether one name is a shorter form of the other.

    >>> a = Entity("1", "Company", "贵州晨南服饰有限公司")
    >>> _is_short_of(Entity("2", "Company", "晨南服饰"), a)
    True
    """
    if short.label != full.label or short.label == "Programme" and len(short.name) < 3:
        return False
    if short.name == full.name:  # the same name met before its division was known
        return short.label != "Region" or not short.code
    if short.label == "Person":
        return full.name.startswith(short.name + "·")
    if short.label == "Region" and (short.code or full.code):
        return False
    if len(short.name) >= len(full.name) or len(short.name) < (2 if short.label == "Company" else 3):
        return False
    if full.name.endswith(short.name):
        return short.label != "Organization" or len(short.name) >= 5
    return short.label == "Company" and _LEGAL.sub("", short.name) in _LEGAL.sub("", full.name)


def _add_short(reading: Reading, mentions: list[Mention]) -> list[Mention]:
    """Further places where the core of a firm's name, or a name met elsewhere, stands alone."""
    forms: dict[str, Mention] = {}
    for mention in mentions:
        if mention.label in ("Region", "Person") and len(mention.surface) < 4 and mention.label == "Region":
            continue
        for form in _searchable(mention):
            forms.setdefault(form, mention)
    extra: list[Mention] = []
    for number, block in enumerate(reading.blocks):
        taken = [(m.start, m.end) for m in mentions if m.block == number]
        for form in sorted(forms, key=lambda f: (-len(f), f)):
            for match in re.finditer(re.escape(form), block.text.plain):
                if any(s < match.end() and match.start() < e for s, e in taken):
                    continue
                taken.append(match.span())
                entity = forms[form].entity
                if form not in entity.names:
                    entity = replace(entity, aliases=(*entity.aliases, form))
                    _spread(mentions, entity)
                    _spread(extra, entity)
                extra.append(Mention(number, match.start(), match.end(), form, entity))
    return sorted([*mentions, *extra], key=lambda m: (m.block, m.start))


def _spread(mentions: list[Mention], entity: Entity) -> None:
    for index, mention in enumerate(mentions):
        if mention.entity.id == entity.id:
            mentions[index] = replace(mention, entity=entity)


def _searchable(mention: Mention) -> set[str]:
    """The forms of a name to look for elsewhere in the article."""
    name = _bare(mention.surface)
    if mention.tail and len(mention.tail) >= 5:
        return {name, mention.tail}
    forms = {name} if len(name) >= 3 and mention.label != "Person" or mention.label == "Person" else set()
    if mention.label == "Company":
        core = _LEGAL.sub("", mention.entity.name)
        if mention.prefix is not None:
            for region in (mention.prefix, *()):
                for form in region.names:
                    core = core.removeprefix(form)
        trimmed = re.sub(r"（[^（）]*）", "", core)
        forms |= {f for f in (core, trimmed) if len(f) >= 3}
    return forms
