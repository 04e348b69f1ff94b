"""Who pays assistance money and gifts, and what they go into, where the frame's own words do not name them."""

from __future__ import annotations

import re

from graph.model import Step
from loaders.around import (
    LOCATIVE,
    PLACES,
    THINGS,
    Filler,
    acting,
    amount_at,
    generic_thing,
    named_after,
    named_before,
    of_helper,
    part,
    place_near,
    point_of,
)
from loaders.chart import SIGNS, Chart
from loaders.frames import Match
from loaders.gazetteer_pairs import pair
from loaders.regions import region_entity
from loaders.topics import Found, Topics, level
from loaders.values import Mention

_THING_SIGNS = tuple(SIGNS[label] for label in THINGS)
_RECEIVERS = ("Region", "RelocationSite", "Organization", "Facility", "Workshop")
_PAIR = re.compile(r"([一-鿿]{2})(?=(?:东西部|扶贫|帮扶|劳务|产业|消费|对口)*(?:协作|合作|帮扶|支援))")
_USED = re.compile(
    r"[建盖修造改]|挂牌|挂了牌|投用|落成|开张|[给为向]$|购置|添置|配[了上备]|打造|用于|用在|投[在入向]|翻新|扩建|[花砸]在|支持|扶持|撑起|变成|注入|得益|办起|设立|搭起"
)
_SHARE = re.compile(r"自筹|配套|整合|县级|县财政|市级|余下|社会资金")  # further money for the same thing
_OTHER_GIVER = re.compile(
    r"[校司团行会院][^，。]{0,4}(?:投入|拿出|出资|安排|提供|筹集|捐|投进|给)[^，。]{0,6}$|[校司团行会院]$|海油|石油|央企"
)


def giver(topics: Topics, row: Chart, match: Match) -> Filler:
    """Who pays assistance money: named before the sum, or the helping side of 沪滇协作资金, or the helper spoken of."""
    at = amount_at(match)
    low, _ = part(row, at, at, "；：。")
    for index, mention in named_before(row, at, low):
        if mention.label not in ("Region", "Organization") or topics.side(mention.entity) != "helper":
            continue
        if row.code[index + 1 : index + 2] not in ("请", "派", "来", "人") and row.code.count("，", index, at) < 3:
            return mention
    named = _compressed(topics, row, match)
    if named is not None:
        return named
    clause, _ = part(row, match.start, match.start, "，；：。")
    if _OTHER_GIVER.search(re.sub("[\ue001-\ue00c]", "", row.code[clause : match.start])):
        return None
    for index, mention in named_before(row, at, low):
        if mention.label == "Region" and topics.side(mention.entity) is None and not LOCATIVE.search(row.code[:index]):
            return mention
    helpers = {helper for helper, _ in topics.pairs}
    stated = topics.before(*point_of(row, match), lambda m: m.entity.id in helpers, 3)
    return stated or topics.main(lambda m: m.entity.id in helpers) or topics.helper(*point_of(row, match))


def _compressed(topics: Topics, row: Chart, match: Match) -> Found | None:
    helpers = {helper for helper, _ in topics.pairs}
    for hit in reversed(list(_PAIR.finditer(row.code, 0, match.end + 6))):
        sides = pair(hit.group(1))
        if sides is None:
            continue
        entities = [region_entity(place, hit.group(1)[0]) for place in sides[0]]
        entity = next((e for e in entities if e.id in helpers), entities[0])
        step = Step("", "compressed pair", hit.group(1), entity.name)
        start, end = row.starts[hit.start()], row.ends[hit.start() + 1]
        return Found(entity, Mention(row.sentence.block, start, end, hit.group(1), entity, step))
    return None


def paid_for(topics: Topics, row: Chart, match: Match) -> Filler:
    """What assistance money went into: the thing built with it, else the place that got it."""
    at = amount_at(match)
    low, high = part(row, match.start, at)
    return (
        _thing_after(topics, row, at, high)
        or _thing_next(topics, row)
        or _thing_before(topics, row, at, low)
        or generic_thing(topics, row, max(low, match.start - 30), min(high, at + 40))
        or _place_of(topics, row, at, low, high)
        or _thing_near(topics, row)
        or place_near(topics, row)
    )


def _thing_after(topics: Topics, row: Chart, at: int, high: int) -> Mention | None:
    """The thing named after the sum, where a verb of building or using stands between."""
    following = (i for i in range(at + 1, high) if row.code[i] == row.code[at] and not _SHARE.search(row.code[at:i]))
    begin = 0  # where the address of the thing begins
    for index, mention in named_after(row, at + 1, min(next(following, high), at + 60)):
        between = row.code[at : begin or index]
        if row.code[index + 1 : index + 2] == "的" and row.code[index + 2 : index + 3] in _THING_SIGNS:
            begin = index  # 社区的车间: the workshop
            continue
        if mention.label in (*THINGS, "RelocationSite", "Programme") and _USED.search(between):
            return None if of_helper(topics, mention) else mention
        if mention.label == "Company" and re.search(r"支持|扶持|用于|注入|投入$|帮", between):
            return mention
        if mention.label == "Company" and mention.surface.endswith("厂") and _USED.search(between):
            return mention
    return None


def _thing_next(topics: Topics, row: Chart) -> Found | None:
    """The thing of the sentence that follows, where that goes on with the sum (…1600万元。A用它建起B)."""
    block, start = row.sentence.block, row.sentence.end
    text = topics.reading.blocks[block].text.plain[start : start + 60].split("。")[0]
    spent = re.search(r"用(?:它|这笔钱|这笔资金|这些钱|这笔款)|这笔(?:钱|资金|款)", text)
    if spent is None:
        return None
    for mention in topics.reading.within(block, start + spent.end(), start + len(text)):
        if mention.label in THINGS and not of_helper(topics, mention):
            return Found(mention.entity, mention)
    return None


def _thing_before(topics: Topics, row: Chart, at: int, low: int) -> Mention | None:
    """The thing that the sentence spoke of before it came to the sum (X由A投入…, X花了…)."""
    for _, mention in named_before(row, at, low):
        if mention.label in THINGS and not of_helper(topics, mention):
            return mention
    return None


def _thing_near(topics: Topics, row: Chart) -> Found | None:
    """The thing of the sentence before, unless the sum is a total of many."""
    if re.search(r"累计|年来|总共|合计|共计|每年|项目|以来", row.code):
        return None
    block, position = row.sentence.block, row.sentence.start

    def test(m: Mention) -> bool:
        return m.label in (*THINGS, *PLACES) and m.start >= position - 60 and not of_helper(topics, m)

    found = topics.before(block, position, test, 0)
    return found if found is not None and found.entity.label in THINGS else None


def _place_of(topics: Topics, row: Chart, at: int, low: int, high: int) -> Mention | None:
    """The helped place of the sentence: after 在, 向 and the like, else before the sum."""
    before, after = list(named_before(row, at, low)), list(named_after(row, at + 1, min(high, at + 40)))
    places = [(i, m) for i, m in (*before, *after) if m.label in PLACES and topics.side(m.entity) != "helper"]
    for index, mention in places:
        if LOCATIVE.search(row.code[:index]):
            return mention
    return next((m for i, m in before if (i, m) in places and row.code[i - 1 : i] not in ("从", "自")), None)


def receiver(topics: Topics, row: Chart, match: Match) -> Filler:
    """Who gets a gift whose receiver goes unsaid: the school or site spoken of on the other side, else the place."""
    givers = acting(row, match)
    sides = {topics.side(m.prefix) if m.prefix is not None else topics.side_by_name(m.entity) for m in givers}
    wanted = "helper" if "helped" in sides else "helped"

    def test(m: Mention) -> bool:
        if m.label not in _RECEIVERS or m.entity.id in {g.entity.id for g in givers}:
            return False
        if any(_leads(topics, m, g) for g in givers):
            return False  # the giver's own address
        side = topics.side_by_name(m.entity)
        return side == wanted or (side is None and m.label in ("Facility", "Workshop") and wanted == "helped")

    point = point_of(row, match)
    paired = {b for a, b in topics.pairs if a in {g.entity.id for g in givers}}
    partner = topics.before(*point, lambda m: m.entity.id in paired, 1)
    if partner is not None:
        return partner
    things = topics.before(*point, lambda m: m.label in ("Facility", "Workshop", "RelocationSite") and test(m), 0)
    if things is not None or wanted == "helper":
        return things or topics.before(*point, test, 1)
    near = topics.before(*point, lambda m: test(m) and m.label == "Region" and level(m.entity) in (0, 3, 4, 5), 0)
    return near or topics.county(*point) or topics.place(*point)


def _leads(topics: Topics, place: Mention, thing: Mention) -> bool:
    """Whether the place is the beginning of the thing's address (龙泉镇苏黑村的撒尔塔车间)."""
    if place.block != thing.block or not 0 <= thing.start - place.end <= 6:
        return False
    return re.search("[，；。、：]", topics.reading.plain(place.block, place.end, thing.start)) is None


def donor(topics: Topics, row: Chart, match: Match) -> Filler:
    """Who gives: the last named before in the sentence, else the firm or person spoken of."""
    low, _ = part(row, match.start, match.end)
    for _, mention in named_before(row, match.start, low):
        if mention.label in ("Company", "Organization", "Facility", "Person", "Region"):
            return mention
    text = row.code[low : match.end]
    word = re.search(r"合作社|公司|企业|商会|协会|医院|学校|基金会", text)
    if word is not None:
        found = topics.before(*point_of(row, match), lambda m: m.entity.name.endswith(word.group()), 1)
        return found or (
            topics.labelled("Company", *point_of(row, match), 1) if word.group() in ("公司", "企业") else None
        )
    return topics.main(lambda m: m.label == "Person") if re.search(r"[他她]|自己", text) else None


def donor_before(topics: Topics, row: Chart, match: Match) -> Filler:
    """The giver of the sentence before, where that speaks of giving."""
    block, position = point_of(row, match)
    plain = topics.reading.blocks[block].text.plain[max(0, position - 80) : position]
    return (
        topics.before(block, position, lambda m: m.label in ("Company", "Organization"), 0) if "捐" in plain else None
    )
