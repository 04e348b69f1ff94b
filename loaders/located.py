"""What lies where: addresses, names that begin with a place, and things under the roof of the site under discussion."""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from graph.model import Step
from loaders.addresses import find_addresses
from loaders.around import THINGS
from loaders.located_kinds import helpers_address
from loaders.located_names import ZONE, find_named_places, helpers_zone
from loaders.proposals import Proposal, antecedent_span, sentence_of
from loaders.topics import Topics, level
from loaders.values import CAPTION, HEADING, TITLE, Mention, Reading

_OF_LISTS = frozenset({"lies in", "the place before the thing", "the place has got it"})


def find_places(reading: Reading, topics: Topics, known: Sequence[Proposal]) -> list[Proposal]:
    """LOCATED_IN by name and address; `known` are the proposals of the other finders."""
    found = [
        *find_addresses(reading, topics),
        *_in_the_park(reading, topics),
        *find_named_places(reading, topics, known),
    ]
    found += _listed(reading, [*known, *found])
    for finder in (_spoken_of, _under_discussion, _in_the_sentence):
        placed = {p.subject.id for p in (*known, *found) if p.relation == "LOCATED_IN" and p.problem is None}
        found += finder(reading, topics, placed)
    placed |= {p.subject.id for p in found}
    found += _sole_county(reading, topics, placed)
    return found


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


def _listed(reading: Reading, known: Sequence[Proposal]) -> Iterator[Proposal]:
    """甲镇的乙小学、丙幼儿园: what a list joins to a thing lies where that lies, unless it has a place of its own."""
    told = [p for p in known if p.relation == "LOCATED_IN" and p.problem is None and p.rule in _OF_LISTS]
    placed = {p.subject.id for p in known if p.relation == "LOCATED_IN"}
    for one in told:
        block, start, end = one.spans[0]
        inside = reading.within(block, start, end)
        for before, mention in itertools.pairwise(inside):
            joined = reading.plain(block, before.end, mention.start).strip("“”") in ("、", "和", "与", "及", "以及")
            if not joined or before.label != mention.label or before.entity.id != one.subject.id:
                continue
            if mention.entity.id not in placed and mention.prefix is None:
                one = replace(one, subject=mention.entity)
                yield one


def _sole_county(reading: Reading, topics: Topics, placed: set[str]) -> Iterator[Proposal]:
    """A park or workshop without an address in an article about one helped county lies there."""
    counties = {m.entity.id: m for m in reversed(topics.mentions) if m.label == "Region" and level(m.entity) == 3}
    helped = [m for m in counties.values() if not topics.is_helper(m.entity)]
    if len(helped) != 1:
        return
    seen: set[str] = set()
    for mention in reading.mentions:
        if mention.label not in ("Park", "Workshop") or mention.entity.id in placed | seen:
            continue
        if helpers_zone(topics, mention) or helpers_address(topics, mention) or _zone_elsewhere(mention, helped[0]):
            continue
        if reading.blocks[mention.block].kind in (TITLE, HEADING):
            continue  # a headline's by-name for what the text calls otherwise: 巫溪的“齐鲁工坊”
        seen.add(mention.entity.id)
        yield Proposal(
            "LOCATED_IN",
            mention.entity,
            helped[0].entity,
            (antecedent_span(reading, mention), antecedent_span(reading, helped[0])),
            (Step("object", "topic", "", helped[0].entity.name),),
        )


def _zone_elsewhere(mention: Mention, county: Mention) -> bool:
    """Whether a park is a development zone that does not bear the county's name: 甲区高新区 is not in 乙县."""
    return ZONE.search(mention.surface) is not None and mention.surface[:2] != county.entity.name[:2]


_SPOKEN = re.compile(  # 镇里的甲车间, 村里办起乙工坊
    r"(?:(?P<kind>[镇乡村园]|街道|社区|小区|安置[点区]|点(?=上))(?:[里上内中口]|一楼|(?=有一?[个家座处间]))|(?P<this>该|这个|本)(?P<other>[镇乡村园]|街道|社区|小区))"
    r"(?:的(?:一[家座个处间])?|[^，。；的]{0,6}?(?:有|[办建开设盖修]|成立|创办|冒出)[了起成办立有]*的?(?:一?[家座个处间条])?)[“\"]?$"
)
_KINDS = {"小区": "区", "安置点": "区", "安置区": "区", "社区": "区", "点": "区", "乡": "乡苏木"}
_ORIGIN = re.compile(r"(?:来自|家住|老家|出生|户籍|籍贯|毕业于?|原[是在任]|曾[是在任])[^，。；]{0,8}$")
_GONE_TO = re.compile(r"(?:到|去|赴|前往|来自|对接|考察|参观|落户|入驻|进驻)了?“?$")
_NEW = re.compile(
    r"(?:[办建盖开修搭立]起|[建办]成|兴办|创办|翻盖|取名|有[条座个]|名叫|叫作?|名为|打造|援建)了?[^，。；]{0,6}$"
)


def _spoken_of(reading: Reading, topics: Topics, placed: set[str]) -> Iterator[Proposal]:
    """镇里的甲车间: the last town, village, site or park named is meant, as the word says."""
    for mention in reading.mentions:
        if mention.label not in (*THINGS, "Company") or mention.entity.id in placed:
            continue
        plain = reading.blocks[mention.block].text.plain
        word = _SPOKEN.search(plain[max(0, mention.start - 20) : mention.start])
        if word is None:
            continue
        kind = word["kind"] or word["other"]
        ends = tuple(_KINDS.get(kind, kind[-1]))

        def meant(m: Mention, kind: str = kind, ends: tuple[str, ...] = ends) -> bool:
            if kind == "园":
                return m.label == "Park"
            site = m.label == "RelocationSite" and ends == ("区",)
            return site or (m.label == "Region" and m.surface.endswith(("社区",) if ends == ("区",) else ends))

        place = topics.before(mention.block, mention.start - len(word.group()), meant, 2)
        if place is None or place.entity.id == mention.entity.id:
            continue
        placed.add(mention.entity.id)
        spans = (antecedent_span(reading, mention), antecedent_span(reading, place.where))
        yield Proposal("LOCATED_IN", mention.entity, place.entity, spans, (place.step("object", word.group()),))


_SEVERAL = re.compile("(?:[0-9]{1,4}[多余]?|[两二三四五六七八九十几多])[个家所座处间](?:[乡镇村社区街道]{0,4})“?$")


def _in_the_sentence(reading: Reading, topics: Topics, placed: set[str]) -> Iterator[Proposal]:
    """A workshop or park, or a house just built, without a place in its name lies in the town named before in its sentence."""
    seen: set[str] = set()
    for mention in reading.mentions:
        if mention.label not in THINGS or mention.entity.id in placed | seen or mention.prefix is not None:
            continue
        seen.add(mention.entity.id)
        plain = reading.blocks[mention.block].text.plain
        if mention.label == "Facility" and not (_quoted(reading, mention) or _NEW.search(plain[: mention.start])):
            continue
        if helpers_zone(topics, mention) or _GONE_TO.search(plain[: mention.start]):
            continue
        sentence = sentence_of(reading, mention)
        low = sentence.start if sentence is not None else mention.start
        before = [m for m in reading.within(mention.block, low, mention.start) if _is_low(m)]
        if not before or topics.side(before[-1].entity) == "helper" or _ORIGIN.search(plain[low : before[-1].start]):
            continue
        between = plain[before[-1].end : mention.start]
        if "；" in between or _SEVERAL.search(between):
            continue  # another matter; 12间“甲工坊”
        span = (mention.block, before[-1].start, mention.end)
        yield Proposal("LOCATED_IN", mention.entity, before[-1].entity, (span,))


def _is_low(mention: Mention) -> bool:
    return mention.label == "RelocationSite" or (
        mention.label == "Region" and mention.surface.endswith(("镇", "乡", "村", "街道", "社区", "苏木", "嘎查"))
    )


def _quoted(reading: Reading, mention: Mention) -> bool:
    """Whether the name stands in quotation marks, as the names of a site's own institutions do."""
    plain = reading.blocks[mention.block].text.plain
    return mention.surface.startswith("“") or plain[mention.start - 1 : mention.start] == "“"


def _under_discussion(reading: Reading, topics: Topics, placed: set[str]) -> Iterator[Proposal]:
    """A workshop, centre or park without an address, in an article about one relocation site."""
    seen: set[str] = set()
    counts = Counter(m.entity.id for m in topics.mentions if m.label == "RelocationSite")
    for mention in reading.mentions:
        if mention.label not in THINGS or mention.entity.id in placed | seen:
            continue
        if reading.blocks[mention.block].kind == CAPTION:
            continue
        seen.add(mention.entity.id)
        if mention.label == "Facility" and not _quoted(reading, mention):
            continue
        plain = reading.blocks[mention.block].text.plain
        if _GONE_TO.search(plain[: mention.start]):
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
