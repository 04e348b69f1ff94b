"""Who and what an article speaks of: every mention, led to its entity.

The finders of names give spans; here they are put in one row without overlaps, forms of the same name are merged
inside the article, and each name gets the division it belongs to.
"""

from __future__ import annotations

import itertools
import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import replace

from graph.model import Entity
from loaders.firms import find_firms
from loaders.gazetteer import Place, load
from loaders.name_clauses import names_nothing
from loaders.name_edges import behind_office
from loaders.name_marks import Name
from loaders.name_tidy import tidied
from loaders.named import Found, entity_of, named_mention, of_its_place
from loaders.naming import find_names
from loaders.persons import find_persons
from loaders.regions import RegionSpan, find_regions, region_entity
from loaders.settlements import Settlement, find_settlements
from loaders.short_forms import with_short_forms
from loaders.sited import at_the_school, find_sited, is_certain
from loaders.tagger import Tagged, Token, tagged
from loaders.values import Block, Mention, Reading


def find_mentions(reading: Reading) -> None:
    """Fill reading.mentions."""
    blocks = reading.blocks
    regions = find_regions(blocks, reading.tokens)
    whole = "".join(b.text.plain for b in blocks)
    relocation = bool(re.search(r"搬迁|安置[点区了群]|移民|搬来|搬出|搬下|易地", whole))
    counties = _counties(regions)
    found: list[Found] = []
    for number, block in enumerate(blocks):
        here = [r for r in regions if r.block == number]
        found += _in_block(number, block.text.plain, reading.tokens[number], here, counties, relocation)
    found += _firms(reading, found, regions)
    found += _persons(reading, found)
    found = _without_overlaps(_no_persons(found, blocks))
    reading.mentions = _resolve(found)
    reading.mentions = with_short_forms(reading, reading.mentions)


def words(readings: Sequence[Reading]) -> None:
    """Fill tokens and tagged of each reading: the tagger's words of each block and what they were told by."""
    told = iter(tagged([r.plain(s.block, s.start, s.end) for r in readings for s in r.sentences]))
    for reading in readings:
        reading.tagged = tuple(itertools.islice(told, len(reading.sentences)))
        by_block: dict[int, list[Token]] = defaultdict(list)
        for sentence, one in zip(reading.sentences, reading.tagged, strict=True):
            low = sentence.start
            by_block[sentence.block] += [Token(t.start + low, t.end + low, t.tag) for t in one.tokens]
        reading.tokens = tuple(tuple(by_block[n]) for n in range(len(reading.blocks)))


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
) -> list[Found]:
    named = find_names(plain, tokens, regions)
    settled = find_settlements(plain, tokens, regions, named, counties, relocation)
    places = [(r.start, r.end, False) for r in regions] + [(s.start, s.end, True) for s in settled]
    told = {name.end for name in named if name.label in ("Company", "Park", "Workshop")}  # by an ending of its own
    sited = [n for n in find_sited(plain, tokens, sorted(places)) if n.end not in told or n.label != "Facility"]
    sited = [n for n in sited if behind_office(plain, n.start, n.end, regions) == n.start]  # 在甲县挂任|县农业农村局
    found: list[Found] = []
    for one_name in [*(at_the_school(plain, name) or name for name in named if is_certain(plain, name)), *sited]:
        name = tidied(plain, one_name, regions)
        if name is not None:
            found.append(_from_name(number, plain, name, regions, settled))
    for one in settled:
        found.append(Found(number, one.start, one.end, one.label, plain[one.start : one.end], one.place, one.start))
    for region in regions:
        found.append(
            Found(number, region.start, region.end, "Region", region.surface, region.place, region.start, region)
        )
    return found


def _persons(reading: Reading, found: Sequence[Found]) -> list[Found]:
    """The persons, wherever no other name stands."""
    plains = [block.text.plain for block in reading.blocks]
    taken = [[(f.start, f.end) for f in found if f.block == number] for number in range(len(plains))]
    told: list[list[tuple[int, Tagged]]] = [[] for _ in plains]
    for sentence, one in zip(reading.sentences, reading.tagged, strict=True):
        told[sentence.block].append((sentence.start, one))
    return [
        Found(number, start, end, "Person", plains[number][start:end], None, start)
        for number, spans in enumerate(find_persons(plains, reading.tokens, taken, told))
        for start, end in spans
    ]


_LEGAL = re.compile("有限|股份|公司|集团")  # such a firm is registered under the whole of its name


def _from_name(
    number: int, plain: str, name: Name, regions: Sequence[RegionSpan], settled: Sequence[Settlement]
) -> Found:
    core, start, opening = name.core, name.start, None
    cut = next((s for s in settled if s.start + 1 == name.start < s.end < name.end), None)
    if cut is not None and not name.quoted:
        core = start = cut.start  # 原隆村|扶贫车间: the tagger took 原 for another word
    for one in sorted(settled, key=lambda s: s.start):
        if one.start == core and one.end < name.end and not name.quoted and not _LEGAL.search(plain, core, name.end):
            core, start = one.end, one.start  # 五华县水寨镇第三小学 is 水寨镇第三小学 in 五华县
            opening = Found(number, one.start, one.end, one.label, plain[one.start : one.end], one.place, one.start)
    owner = [r for r in regions if r.start >= name.start and r.end <= max(name.core, name.start)]
    if opening is not None:
        owner = []
    while len(owner) > 1 and not _inside(owner[-1], owner[-2]):
        owner.pop()  # 广州江南市场: a word of the name, not 江南区
    possessed = plain[start - 1 : start] == "的"
    words = plain[start : name.end]
    return Found(number, start, name.end, name.label, words, None, core, None, owner, possessed, opening)


def _inside(inner: RegionSpan, outer: RegionSpan) -> bool:
    """Whether the one division lies in the other, as far as they are known."""
    if inner.place is None or outer.place is None or inner.place == outer.place:
        return True
    return load().inside(inner.place, outer.place)


def _no_persons(found: list[Found], blocks: Sequence[Block]) -> list[Found]:
    """Without the persons whose name is the stem of a place or firm of the article (哈达铺 in 哈达铺镇)."""
    stems = [f for f in found if f.label not in ("Person", "Programme")]
    kept = []
    for one in found:
        if one.label == "Person":
            places = [f for f in stems if f.label in ("Region", "RelocationSite") and f.surface[:-1] == one.surface]
            firms = [f for f in stems if f.label == "Company" and one.surface in f.surface and f.surface != one.surface]
            if places:
                one = replace(one, label=places[0].label, place=places[0].place, region=places[0].region)
            elif firms and not _speaks(one, blocks):
                one = replace(one, label="Company")
        kept.append(one)
    return kept


_POST = re.compile("(?:创始人|负责人|理事长|社长|场长|厂长|老板|经理|董事长|农场主|店主|坊主)$")
_SAYS = re.compile(r"说|介绍|告诉|坦言|表示|笑|算|[，（]\d\d岁|今年")


def _speaks(one: Found, blocks: Sequence[Block]) -> bool:
    """Whether the words around say that a person is meant, though a firm bears the name."""
    plain = blocks[one.block].text.plain
    return bool(_POST.search(plain, max(0, one.start - 4), one.start) or _SAYS.match(plain, one.end))


def _firms(reading: Reading, found: Sequence[Found], regions: Sequence[RegionSpan]) -> list[Found]:
    """Firms named without a legal form."""
    extra: list[Found] = []
    for number, block in enumerate(reading.blocks):
        plain = block.text.plain
        here = [r for r in regions if r.block == number]
        taken = [(f.start, f.end) for f in found if f.block == number and f.label != "Region"]
        sure = [(f.start, f.end) for f in found if f.block == number and f.label == "Company"]
        for start, end in find_firms(plain, reading.tokens[number], here, taken, sure):
            if names_nothing(plain[start:end]):
                continue
            owner = [r for r in here if r.start == start and r.end < end]
            extra.append(Found(number, start, end, "Company", plain[start:end], None, start, None, owner))
    return extra


def _without_overlaps(found: list[Found]) -> list[Found]:
    """One row of spans: a longer name wins over what stands inside it."""
    kept: list[Found] = []
    for one in sorted(found, key=lambda f: (-(f.end - f.start), f.block, f.start, f.label)):
        if not any(k.block == one.block and k.start < one.end and one.start < k.end for k in kept):
            kept.append(one)
        elif one.label == "Region" and one.region is not None:
            continue
    return sorted(kept, key=lambda f: (f.block, f.start))


def _resolve(found: Sequence[Found]) -> list[Mention]:
    """Give each span its entity, with the division under discussion where the name itself gives none."""
    mentions: list[Mention] = []
    topic: dict[int, Entity] = {}  # level -> the division of that level named last
    divisions: list[Entity] = []  # in the order they were named
    main = _main_county(found)
    for one in found:
        before = mentions[-1] if mentions else None
        gap = 1 if one.possessed and of_its_place(one.surface) else 0
        adjacent = before if before and before.block == one.block and before.end == one.start - gap else None
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
            body = entity_of("Organization", site.entity.name + "党委", site.entity)
            body = replace(body, aliases=(one.surface,))
            mentions.append(Mention(one.block, one.start, one.end, one.surface, body, prefix=site.entity))
            continue
        county = topic.get(3) or topic.get(2) or main
        mentions.append(named_mention(one, adjacent, county, topic, divisions, mentions))
    return mentions


def _main_county(found: Sequence[Found]) -> Entity | None:
    counts = Counter(f.place for f in found if f.place is not None and f.place.level == 3)
    if not counts:
        return None
    place = min(counts, key=lambda p: (-counts[p], p.code))
    return region_entity(place, place.name)
