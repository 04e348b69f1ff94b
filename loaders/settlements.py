"""Towns, villages and communities below the county, and relocation sites.

Their names stand behind a county's or town's name, or in the gazetteer under a county of the article, or are told by
the tagger; a community of people who were moved there is a relocation site.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from loaders.corps import corps_units
from loaders.gazetteer import Place, load
from loaders.lexicon import names
from loaders.name_marks import Name
from loaders.regions import RegionSpan
from loaders.tagger import Token
from loaders.town_stems import shortened_towns
from loaders.village_names import is_kind_of_village, whole_village
from loaders.vocabulary import is_word

_RESETTLED = (
    r"(?:易地|扶贫|生态|移民|搬迁|集中|游牧民|牧民|避险|避灾|工程|后期)*"
    r"(?:(?:安置|搬迁|移民|定居)(?:点|区|社区|小区|新村|小镇|新城|新居|新区|村(?![民委里]))|安居点)"
)
KIND_OF_SITE = re.compile(_RESETTLED)
_ENDING = re.compile(
    _RESETTLED
    + r"|街道|苏木|嘎查|自然寨|自然村|自然屯|屯(?![里中昌溪垦留兵]|子)|社区(?!工厂)|(?<!养殖|种植|工业|产业|加工|物流|商贸|创业)小区|新村|新居|小城镇|新区|镇|乡|村|寨|小镇"
)
_CUT_OFF = re.compile("(?<=[一-鿿])[镇乡村](?=[一-鿿]{2})")  # the last sign of the place before
_SITE = re.compile(rf"(?:{_RESETTLED}|社区|小区|新村|新居|小镇|小城镇|家园)$")
_MOVED = re.compile(r"搬迁|安置|移民|搬出|迁入|定居|安居")
_LEFT_STOP = frozenset({"v", "vd", "p", "c", "u", "r", "d", "xc", "q", "ad", "TIME", "t", "m", "f", "PER", "w", "a"})
_NO_NAME = re.compile(
    r"^(?:[该本全各这那两三几多每一老新大小]|其他|当地|县城|城区|农|乡|城|集|扶贫|搬迁|安置|易地|住宅|智慧|示范|特色|移民|产业|边境|山|水|古|美丽|贫困|行政|自然|重点|帮扶|整|进|驻|到|在|出|入|回|返|联|包|出山进|下|村|镇)?$"
)
_COMMON_WORD = re.compile(
    r"(?:家|故|返|下|城|老|同|他|异|水|农|思|还|离|入|出|归|梦|爱)乡$|(?:农|乡|进|驻|入|全|扶|回|返|离|出|下|到)村$|(?<!小)城镇$"
)
_COUNTED = re.compile(r"[两三四五六七八九十][镇乡]$")  # 毛坪三镇 ends a list of towns
_DONE = re.compile(
    r"(?:修缮|援建|改造|新建|建设|吊庄|县内|县外|跨县|跨省|租下|流转|走进|来到|进入|回到|返回|离开|搬进|搬出|落户|深入|帮扶|对接|带动|涉及|覆盖|惠及|受益)"
)
_TRAILING = re.compile(r"^(?:寨|庄|落|口|容|镇(?![长党政委人机])|企业(?!家)|企(?!业)|长(?![一-鿿]{1,3}[村寨屯])|医)")


@dataclass(frozen=True, slots=True)
class Settlement:
    """A settlement's name in a block; `parent` is the index of the region written right before it, or None."""

    start: int
    end: int
    label: str
    place: Place | None


_BREAKS = frozenset("，。、；：！？“”（）的")


def find_settlements(
    plain: str,
    tokens: Sequence[Token],
    regions: Sequence[RegionSpan],
    taken: Sequence[Name],
    counties: Sequence[Place],
    relocation: bool,
) -> list[Settlement]:
    """The settlements in one block; `counties` are those of the article, `relocation` whether it tells of people moved."""
    found: list[Settlement] = []
    for match in _ENDING.finditer(plain):
        if match.start() == 0 or any(n.start < match.end() and match.start() < n.end for n in taken if n.quoted):
            continue
        if plain[match.start() - 1] in "省市州区盟" and any(r.start == match.start() for r in regions):
            continue  # 临沧市镇康县
        end = match.end()
        if match.group() == "村" and plain.startswith("街道", end):
            continue  # 七里村街道
        if match.group() in ("村", "乡", "镇") and _TRAILING.match(plain[end : end + 6]):
            continue
        start, place = _start(plain, match.start(), end, tokens, regions, counties)
        before = found[-1].end if found else -1
        if before == match.start() and found[-1].label == "Region" and KIND_OF_SITE.fullmatch(match.group()):
            found.append(Settlement(before, end, "RelocationSite", None))  # 上贡麻乡游牧民定居点
            continue
        if found and start == before and KIND_OF_SITE.fullmatch(plain[found[-1].start : before]):
            found.pop()  # 哲古镇游牧民集中搬迁点宗雪新村
        opening = next((r for r in regions if r.end == match.start() and r.surface[-1] not in "省市县区州旗"), None)
        if opening and KIND_OF_SITE.fullmatch(match.group()) and re.search("移民.*[村镇区]$", match.group()):
            found.append(Settlement(opening.start, end, "RelocationSite", None))  # 江夏移民安置村
            continue
        if place is None and 0 < match.start() - before <= 6 and _solid(plain[before : match.start()], tokens, before):
            start = before
        if start is None:
            continue
        if found and start < found[-1].end:
            start = found[-1].end
            if end - start < 2:
                continue
        if plain[start:end].endswith("村村") and plain[end : end + 1] == "民":
            end -= 1  # 相达村村民
        if _CUT_OFF.match(plain, start, match.start()):
            start += 1  # 子庚乡|子实村
        start = whole_village(plain, start, end)
        name = plain[start:end]
        stem = plain[start : match.start()]
        if name in names().never or _NO_NAME.match(stem) or len(stem) > 9 or is_kind_of_village(name):
            continue
        if _COMMON_WORD.search(name) and place is None and not _is_word(tokens, start, end):
            continue
        if match.group() == "乡" and plain[end : end + 1] in ("村", "亲"):
            continue
        if match.group() == "小镇" and is_word(stem):
            continue  # 温泉小镇, 木雕小镇: for visitors
        if (
            place is None
            and re.search(r"(?<!小)(?<!小城)[镇乡]$|街道$", name)
            and not _known_town(name, tokens, start, end)
        ):
            continue
        housed = start == before and len(stem) >= 2 and match.group() in ("新居", "小区", "社区", "新村")
        if place is None and not housed and (names().generic.fullmatch(stem) or len(stem) < 2):
            continue  # 幸福社区: which one? 比巴村幸福新居: that of the village
        if re.match(r"(?:集中)?安置(?:点|区|社区)", plain[end:]) and re.search("[镇村屯区]$", match.group()):
            continue  # 奢香古镇 in 奢香古镇安置点
        if place is None and re.match(r"[是有在为到和与及等也都]", stem) and not _opens_word(tokens, start):
            continue
        if place is None and (_COUNTED.search(name) or _DONE.match(stem)):
            continue
        if re.match(r"[村镇乡](?!民)", plain[end:]) and place is None:
            continue  # 茶寨 in 茶寨村
        site = bool(_SITE.search(name)) and (relocation or bool(_MOVED.search(name)))
        found.append(Settlement(start, end, "RelocationSite" if site else "Region", place))
    starts = {s.start for s in found}
    short = [
        Settlement(start, end, "Region", place)
        for start, end, place in shortened_towns(plain, tokens, regions, counties)
        if start not in starts
    ]
    units = [
        Settlement(start, end, "Region", None)
        for start, end in corps_units(plain)
        if not any(s.start < end and start < s.end for s in (*found, *short))
    ]
    return sorted([*found, *short, *units], key=lambda s: s.start)


def _opens_word(tokens: Sequence[Token], start: int) -> bool:
    """Whether a name of two signs or more begins here: 和美, not 和."""
    return any(t.start == start and t.end > start + 1 and t.tag in ("LOC", "ORG", "PER", "nz") for t in tokens)


def _known_town(name: str, tokens: Sequence[Token], start: int, end: int) -> bool:
    """Whether a town of this name stands anywhere in the gazetteer, or the tagger knows it for a place."""
    return bool(load().towns(name)) or any(t.start <= start and t.end == end and t.tag == "LOC" for t in tokens)


def _is_word(tokens: Sequence[Token], start: int, end: int) -> bool:
    """Whether the tagger takes just these characters for a place's name."""
    return any(t.start == start and t.end == end and t.tag == "LOC" and end - start > 2 for t in tokens)


def _start(
    plain: str,
    ending: int,
    end: int,
    tokens: Sequence[Token],
    regions: Sequence[RegionSpan],
    counties: Sequence[Place],
) -> tuple[int | None, Place | None]:
    """Where the name begins, and the division of the gazetteer that it is, where one is known."""
    gazetteer = load()
    level = 4 if plain.endswith(("镇", "乡", "街道", "苏木"), 0, end) else 5
    find = gazetteer.towns if level == 4 else gazetteer.villages
    if re.search(r"安置|搬迁", plain[end - 4 : end]):
        find = gazetteer.villages
    floor = max((r.end for r in regions if r.end <= ending), default=0)
    for length in range(min(9, end), 1, -1):
        name = plain[end - length : end]
        if not _BREAKS.isdisjoint(name):
            continue
        if not _bounded(end - length, tokens, regions) and (level == 5 or not _in_a_verb(end - length, end, tokens)):
            continue
        for county in counties:
            places = find(name, county.code)
            if places:
                return end - length, places[0] if len(places) == 1 else None
    for region in sorted(regions, key=lambda r: -r.end):
        stem = plain[region.end : ending]
        if stem and (len(stem) < 2 or names().generic.fullmatch(stem)):
            continue
        if region.end <= ending and ending - region.end <= 6 and _solid(plain[region.end : ending], tokens, region.end):
            return region.end, None
    start = ending
    for token in reversed([t for t in tokens if t.start < ending]):
        if token.end < start or token.tag in _LEFT_STOP:
            break
        if token.start < floor:
            start = max(floor, token.start)
            break
        start = token.start
        if token.tag in ("LOC", "ns", "nz") or ending - start >= 4:
            break
    return (start, None) if 1 <= ending - start <= 8 else (None, None)


def _in_a_verb(start: int, end: int, tokens: Sequence[Token]) -> bool:
    """Whether the tagger lost the name in something longer that is no name: 轮流支教三建乡中心小学."""
    return end - start >= 3 and any(
        t.start < start and t.end >= end and t.tag not in ("LOC", "ORG", "nz", "PER") for t in tokens
    )


def _bounded(start: int, tokens: Sequence[Token], regions: Sequence[RegionSpan]) -> bool:
    """Whether a name can begin here: at a word, or right behind a region."""
    return any(t.start == start for t in tokens) or any(r.end == start for r in regions)


def _solid(words: str, tokens: Sequence[Token], offset: int) -> bool:
    """Whether the words between a region and an ending can be a name: no function word among them."""
    if re.fullmatch(r"[欣新祥永福安仁泰瑞人民]和", words) and offset:
        return True  # 托克扎克镇欣和社区
    if not words or re.search(r"[，。、；：！？“”（）的和与及在了]", words):
        return False
    inside = [t for t in tokens if t.start >= offset and t.end <= offset + len(words)]
    stops = {"p", "c", "u", "r", "q", "TIME", "ad", "d", "vd"} | (set() if len(words) <= 3 else {"v"})
    if re.match(r"\d|[一二两三四五六七八九十几多百千]+(?:[个余多]|$)", words):
        return False
    return not any(t.tag in stops for t in inside)
