"""Regions in an article: which names stand for a division, and for which one.

A name that several divisions bear (城南社区, 南山区) is decided by what the article is about: the division written right
before it, then the divisions that the article names beyond doubt. What stays open is kept without a code.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from graph.identity import entity_id, region_id
from graph.model import Entity
from loaders.gazetteer import Gazetteer, Hit, Place, load
from loaders.person_places import within_person
from loaders.region_hits import OPENS_THING, SPLITS_WORD, aligned
from loaders.tagger import Token
from loaders.values import Block

# After a short name these make something else of it: 石狮镇, 深圳小镇, 南京路.
_NOT_AFTER = re.compile(
    r"镇|乡(?!村|亲|镇|里)|街道|村(?!民)|社区|路(?!演|径|线|经)|大道|大街|小镇|大桥|山脉|门大桥|新[区城村]|小区|家园|[江河](?=[畔边口流水潮到至与和、，。])|籍|菜(?!的|农|价)|话(?!说)"
)
_PROVINCE_CHARS = frozenset("京津沪渝冀晋辽吉黑苏浙皖闽赣鲁豫鄂湘粤桂琼川蜀贵黔云滇陕秦甘陇青宁新藏蒙疆")
_TITLE_BEFORE = re.compile(r"(?:长|书记|主任|经理|负责人|常委|记者)$")
_COUNTY_WORD = re.compile(r"[县市区州省旗盟]$")


@dataclass(frozen=True, slots=True)
class RegionSpan:
    """A region's name in a block. `place` is None where no single division could be told."""

    block: int
    start: int
    end: int
    surface: str
    places: tuple[Place, ...]
    place: Place | None = None
    sure: bool = False


def strangers(upper: RegionSpan, lower: RegionSpan) -> bool:
    """Whether the second of two divisions is no part of the first: 重庆武陵糖业, 长兴县|广元昭化区."""
    if upper.place is None or lower.place is None:
        return False
    return not load().inside(lower.place, upper.place)


def find_regions(blocks: Sequence[Block], tokens: Sequence[Sequence[Token]]) -> list[RegionSpan]:
    """The names of divisions from province to county, each led to its division where one can be told."""
    gazetteer = load()
    spans: list[RegionSpan] = []
    doubtful: list[RegionSpan] = []
    given: set[str] = set()  # what is part of a person's name means that person's elsewhere too: 马金凤's “金凤豆制品”
    for number, block in enumerate(blocks):
        plain = block.text.plain
        for hit in aligned(gazetteer, plain, tokens[number]):
            if within_person(plain, hit.start, hit.end):
                given.add(plain[hit.start : hit.end])
                continue
            verdict = _is_region(plain, hit, tokens[number])
            span = RegionSpan(number, hit.start, hit.end, plain[hit.start : hit.end], hit.places)
            if verdict == SURE:
                spans.append(span)
            elif verdict != NO:
                doubtful.append(replace(span, sure=verdict == LIKELY))
    decided = _decide([s for s in spans if s.surface not in given], gazetteer)
    known = {p.code for span in decided if span.place for p in gazetteer.chain(span.place)}
    for span in doubtful:
        if span.surface in given:
            continue
        fitting = tuple(p for p in span.places if p.code in known or (span.sure and p.parent in known))
        if len(fitting) == 1 and len(span.surface) > 1:
            decided.append(replace(span, place=fitting[0]))
    own = _own_names(blocks, decided)
    return sorted((s for s in decided if s not in own), key=lambda s: (s.block, s.start))


_NAMED_SO = re.compile(
    r"[一-鿿]{0,6}?(?:中学|小学|学校|幼儿园|医院|卫生院|公司|合作社|茶业|茶厂|食品|药业|工业园|产业园|大桥)"
)


def _own_names(blocks: Sequence[Block], spans: Sequence[RegionSpan]) -> set[RegionSpan]:
    """Short names that are those of a town of the article's county, not of a county elsewhere: 巫山县官渡中学 is of 官渡镇."""
    counties = {s.place.code for s in spans if s.place is not None and s.place.level == 3 and len(s.surface) > 2}
    found = set()
    for span in spans if counties else ():
        if span.place is None or span.place.level != 3 or len(span.surface) != 2 or span.place.code in counties:
            continue
        if not _NAMED_SO.match(blocks[span.block].text.plain, span.end):
            continue
        towns = [t for end in ("镇", "乡", "街道") for t in load().towns(span.surface + end)]
        if any(t.parent in counties for t in towns):
            found.add(span)
    return found


SURE, LIKELY, POSSIBLE, NO = "sure", "likely", "possible", "no"


def _is_region(plain: str, hit: Hit, tokens: Sequence[Token]) -> str:
    """How surely the hit names a division.

    LIKELY: if the article names its parent; POSSIBLE: only if the article names the division elsewhere beyond doubt.
    """
    name, after = plain[hit.start : hit.end], plain[hit.end : hit.end + 3]
    if name.endswith("兵团") and re.match(r"第.{1,3}师", after + plain[hit.end + 3 : hit.end + 5]):
        return NO  # 兵团第一师阿拉尔市: an address, the city is meant
    if name == "任县" and re.match(r"[一-鿿]", after):
        return NO  # 任县教育局局长: takes a post, not the former county
    if _pair_before(plain, hit.start):
        return NO  # 粤桂东西部: the pair 粤桂, not 桂东
    if len(name) > 2 and _COUNTY_WORD.search(name):
        split = after[:1] and after[0] in SPLITS_WORD.get(name[-1], "") and not re.match(r"城[关东西南北中厢郊]", after)
        return NO if split else SURE
    if _NOT_AFTER.match(after) or (name[-1] in "河江山湖" and after[:1] in tuple("畔边岸两上下流水")):
        return NO  # 清水河畔
    if after[:1] and after[0] in SPLITS_WORD and any(p.name == name + after[0] for p in hit.places):
        return SURE  # 疏附|县城
    if len(name) > 2 and not hit.risky:
        return SURE
    if plain[hit.start - 1 : hit.start] == "“" and after[:1] == "”":
        return NO
    if name[-1] in "河江湖溪川水" and re.search("[一这那][道条]$", plain[max(0, hit.start - 2) : hit.start]):
        return NO  # 隔着一道白河
    if re.match(r"脚下|山下|绣", after):
        return NO  # 黄山脚下, 马尾绣
    inside = [t for t in tokens if t.start < hit.end and t.end > hit.start]
    tags = {t.tag for t in inside}
    if not inside:
        return NO
    if tags == {"PER"}:
        return NO if hit.risky or len(name) > 2 else LIKELY
    if hit.risky and _TITLE_BEFORE.search(plain[max(0, hit.start - 4) : hit.start]):
        return NO
    edges = inside[0].start == hit.start and inside[-1].end == hit.end
    if hit.risky:
        if OPENS_THING.match(plain, hit.end) and plain[max(0, hit.start - 1) : hit.start] in ("", *"，。；、的是"):
            return POSSIBLE  # 援建的都安宝新产业园
        if plain[max(0, hit.start - 1) : hit.start] in ("", *"，。；　") and after[:1] in (
            "把",
            "将",
            "与",
            "同",
            "向",
        ):
            return POSSIBLE  # 大方把人送到广东: where 大方县 is spoken of
        return LIKELY if tags <= {"LOC", "ORG"} and (edges or len(inside) == 1) else NO
    if tags == {"LOC"} and len(inside) == 1 and _amid_a_name(plain, hit, inside[0]):
        return POSSIBLE  # 康雅安置社区: not 雅安
    if tags & {"LOC", "ORG"} or (edges and tags <= {"n", "nz", "ns"}):
        return SURE
    if edges:
        return LIKELY
    if inside[0].start == hit.start:
        return LIKELY  # no ordinary word: the tagger cut it badly
    return NO if tags <= {"n", "nz", "vn", "nr"} else POSSIBLE


def _amid_a_name(plain: str, hit: Hit, token: Token) -> bool:
    """Whether a short name stands in the middle of a place's name, with no division right before it."""
    if hit.start == token.start or hit.end == token.end:
        return False
    done, left = 0, plain[token.start : hit.start]
    for inner in load().find(left):
        done = inner.end if inner.start == done else done
    return done != len(left) and left[-1] not in "省市县区州旗盟·—-"


def _pair_before(plain: str, start: int) -> bool:
    """Whether the hit begins inside a pair of provinces' one-character names."""
    return start > 0 and plain[start - 1] in _PROVINCE_CHARS and plain[start] in _PROVINCE_CHARS


def _decide(spans: list[RegionSpan], gazetteer: Gazetteer) -> list[RegionSpan]:
    """Choose among the divisions that bear a name."""
    anchors: Counter[str] = Counter()
    for span in spans:
        if len(span.places) == 1:
            for place in gazetteer.chain(span.places[0]):
                anchors[place.code] += 1
    decided: list[RegionSpan] = []
    for span in spans:
        before = decided[-1] if decided else None
        chosen = _choose(span, before, anchors, gazetteer)
        decided.append(replace(span, place=chosen, sure=len(span.places) == 1))
    return decided


def _choose(span: RegionSpan, before: RegionSpan | None, anchors: Counter[str], gazetteer: Gazetteer) -> Place | None:
    if before is not None and before.place is not None and before.block == span.block and before.end == span.start:
        inside = [p for p in span.places if p.code != before.place.code and gazetteer.inside(p, before.place)]
        if inside:
            return min(inside, key=lambda p: (p.level, p.code))
    if len(span.places) == 1:
        return _namesake(span, anchors, gazetteer) or span.places[0]
    scores: dict[str, tuple[int, int]] = {}
    for place in span.places:
        chain = gazetteer.chain(place)
        support = sum(anchors[p.code] * (4 if p.level >= 2 else 1) for p in chain)
        below = 3 * sum(n for code, n in anchors.items() if code != place.code and _under(code, place))
        scores[place.code] = (support + below, -place.level)
    best = max(scores.values())
    winners = [p for p in span.places if scores[p.code] == best]
    if len(winners) == 1 and (best[0] > 0 or _nested(span.places, gazetteer)):
        return winners[0]
    return None


def _namesake(span: RegionSpan, anchors: Counter[str], gazetteer: Gazetteer) -> Place | None:
    """海南 in an article about 海南藏族自治州 is not the province."""
    only = span.places[0]
    if only.level != 1 or (anchors[only.code] > 1 and any(_under(c, only) for c in anchors if c != only.code)):
        return None
    for code in sorted(anchors):
        place = gazetteer.place(code)
        if (
            place is not None
            and place.level == 2
            and place.name.startswith(span.surface)
            and place.code[:2] != only.code[:2]
        ):
            return place
    return None


def _under(code: str, place: Place) -> bool:
    return {1: code[:2] == place.code[:2], 2: code[:4] == place.code[:4]}.get(place.level, False)


def _nested(places: Sequence[Place], gazetteer: Gazetteer) -> bool:
    """Whether each lies in the first by level (和田地区, 和田市, 和田县): then the name alone means the largest."""
    largest = min(places, key=lambda p: p.level)
    return all(p == largest or gazetteer.inside(p, largest) for p in places)


def region_entity(place: Place | None, surface: str, parent: Entity | None = None) -> Entity:
    """The entity of a division, or of a name whose division is not known."""
    if place is None:
        region = parent.id if parent else None
        return Entity(entity_id("Region", surface, region), "Region", surface, (), None, region)
    aliases = (surface,) if surface != place.name else ()
    region = region_id(place.parent) if place.parent else None
    identity = region_id(place.code) if place.code else entity_id("Region", place.name, None)
    return Entity(identity, "Region", place.name, aliases, place.code or None, region)
