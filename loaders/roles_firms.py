"""The firm that acts, its partners, where it settles and what it runs, where the frame's own words do not name them."""

from __future__ import annotations

import re

from loaders.around import (
    LOCATIVE,
    THINGS,
    Filler,
    acting,
    generic_thing,
    named_after,
    named_before,
    part,
    place_near,
    point_of,
    pointed_at,
    the_only,
)
from loaders.arrival_places import under_other_item
from loaders.chart import Chart
from loaders.frames import Match
from loaders.proposals import sentence_of
from loaders.topics import Found, Topics, level
from loaders.values import Mention


def firm(topics: Topics, row: Chart, match: Match) -> Filler:
    """The firm that acts: the last one named before that is not merely a partner (由A独资, 与A签约)."""
    for _, mention in named_before(row, match.start):
        if mention.label == "Company":
            return mention
        if mention.label in THINGS:
            break
    if re.search(r"我们|咱们|企业|公司|厂", row.code[match.start : match.end]):
        block, end = row.sentence.block, row.sentence.end
        for mention in topics.reading.within(block, row.ends[match.end - 1], end + 40):  # “…我们企业…”，A总经理某某说
            if mention.label == "Company" and re.match(r".{0,16}?(?:说|介绍|表示|告诉)", _text_after(topics, mention)):
                return mention if mention.end <= end else Found(mention.entity, mention)
    return topics.before(*point_of(row, match), lambda m: m.label == "Company" and not _partner_of(topics, m), 1)


def _text_after(topics: Topics, mention: Mention) -> str:
    return topics.reading.blocks[mention.block].text.plain[mention.end : mention.end + 24]


def _partner_of(topics: Topics, mention: Mention) -> bool:
    plain = topics.reading.blocks[mention.block].text.plain
    return plain[mention.start - 1 : mention.start] in ("由", "与", "同", "跟", "给", "被")


def firms_home(topics: Topics, row: Chart, match: Match) -> Filler:
    """Where a firm settles: a place of the words around, else the park or site under discussion, else the place."""
    low, high = part(row, match.start, match.end)
    _, clause = part(row, match.start, match.end, "，；：。")
    near = [*named_after(row, match.start, min(high, clause)), *named_before(row, match.start, low)]
    for _, mention in near:
        if mention.label in ("Park", "RelocationSite"):
            return mention
    for index, mention in near:
        if mention.label == "Region" and topics.side(mention.entity) == "helped" and LOCATIVE.search(row.code[:index]):
            return mention
    if (own := _its_place(topics, row, match)) is not None:
        return own
    point = point_of(row, match)
    if "车间" in row.code[match.start : match.end]:
        found = topics.labelled("Workshop", *point, 1)
        if found is not None:
            return found
    if re.search(r"社区|安置", row.code[low:high]):
        found = topics.labelled("RelocationSite", *point, 1)
        if found is not None:
            return found
    if (
        re.search("村民|村里|村集体|全村", row.code[low:high])
        and (found := village_spoken_of(topics, row, match)) is not None
    ):
        return found
    park = topics.before(*point, lambda m: m.label == "Park" and not _left_behind(topics, m), 2)
    park = park or the_only(topics, "Park", point)
    if park is not None and not re.search(r"园|基地", row.code[low:high]):
        if under_other_item(topics, row, park):
            return place_near(topics, row)
        return _site_of(topics, park) or park
    return park or topics.labelled("RelocationSite", *point, 1) or place_near(topics, row)


_AT_HOME = re.compile("(?:开发|高新|经开|高新技术产业|保税|自贸试验)区$")  # where a city keeps its own firms


def _left_behind(topics: Topics, park: Mention) -> bool:
    """Whether a park is one that people come from: 从甲工业园区调来, or the zone of a city that helps (甲经济技术开发区)."""
    plain = topics.reading.blocks[park.block].text.plain
    if re.search("[从自]$", plain[: park.start]):
        return True
    return _AT_HOME.search(park.entity.name) is not None and topics.side_by_name(park.entity) == "helper"


_A_KIND_OF_VILLAGE = re.compile("(?:示范|重点|试点|样板|行政|自然|中心|贫困|脱贫|美丽|空心)村$")


def village_spoken_of(topics: Topics, row: Chart, match: Match) -> Found | None:
    """The village that 村里 or 村民 means: the one named last."""

    def test(m: Mention) -> bool:
        name = m.entity.name
        return m.label == "Region" and name.endswith(("村", "嘎查", "屯", "寨")) and not _A_KIND_OF_VILLAGE.search(name)

    return topics.before(*point_of(row, match), test, 2)


def _its_place(topics: Topics, row: Chart, match: Match) -> Mention | None:
    """The helped place that the sentence gives the firm: 甲县乙镇的丙公司由……迁来; 甲乡的基地是其中一例：丙公司去年进驻."""
    first = min(match.roles.get("a", (match.start,)))
    before = row.items[first - 2] if first >= 2 and row.code[first - 1] == "的" else None
    if isinstance(before, Mention) and before.label == "Region" and topics.side(before.entity) != "helper":
        return before
    opening = row.items[0] if row.code[first - 1 : first] == "：" else None
    if isinstance(opening, Mention) and opening.label == "Region" and topics.side(opening.entity) != "helper":
        return opening
    return None


def _site_of(topics: Topics, park: Found) -> Found | None:
    """The relocation site in which the article says a park was built: where no park is spoken of, the wider place is
    the safer one."""
    sentence = sentence_of(topics.reading, park.where)
    if sentence is None:
        return None
    plain = topics.reading.blocks[sentence.block].text.plain
    for mention in topics.reading.within(sentence.block, sentence.start, park.where.start):
        if mention.label == "RelocationSite" and plain[mention.start - 1 : mention.start] in ("在", "给", "为"):
            return Found(mention.entity, mention)
    return None


def thing(topics: Topics, row: Chart, match: Match) -> Filler:
    """The workshop, park or centre under discussion."""
    low, _ = part(row, match.start, match.end)
    for _, mention in named_before(row, match.end, low):
        if mention.label in THINGS:
            return mention
    block, position = point_of(row, match)
    spoken = topics.reading.blocks[block].text.plain[max(0, position - 60) : position]
    word = generic_thing(topics, row, low, match.end) or pointed_at(topics, spoken, (block, position))
    return word or topics.before(*point_of(row, match), lambda m: m.label in THINGS, 1)


_SHARER = re.compile(
    "[^，。；\ue006]{0,10}(?:出资|认缴|投资|实缴|作价|入股)[^，。；]{0,4}\ue00a"
)  # another who has a share


def other_firm(topics: Topics, row: Chart, match: Match) -> Filler:
    """The firm spoken of that is not the one acting."""
    own = {m.entity.id for m in acting(row, match)}
    own |= {m.entity.id for index, m in named_before(row, match.start) if _SHARER.match(row.code, index + 1)}
    return topics.before(*point_of(row, match), lambda m: m.label == "Company" and m.entity.id not in own, 1)


def both_sides(topics: Topics, row: Chart, match: Match) -> list[Found]:
    """The two sides of the pairing that 两地, 两县 or 双方 means: the pair named last."""
    point = point_of(row, match)
    ends = {end for pair_ in topics.pairs for end in pair_}
    for mention in reversed(topics.mentions):
        if (mention.block, mention.start) >= point or mention.entity.id not in ends or mention.block < point[0] - 1:
            continue
        for pair_ in sorted(topics.pairs):
            if mention.entity.id in pair_:
                found = [topics.before(*point, lambda m, end=end: m.entity.id == end, 1) for end in pair_]  # type: ignore[misc]
                if all(found):
                    return [f for f in found if f is not None]
    regions = [
        m
        for m in topics.mentions
        if m.label == "Region" and (row.sentence.block, row.sentence.start) <= (m.block, m.start) < point
    ]
    sides = {topics.side(m.entity): Found(m.entity, m) for m in regions if level(m.entity) in (2, 3)}
    return [sides["helper"], sides["helped"]] if {"helper", "helped"} <= sides.keys() else []


def partner(topics: Topics, row: Chart, match: Match) -> Filler:
    """The other party where only 合作社, 公司 or the like stands for it."""
    own = {m.entity.id for m in acting(row, match)}
    word = re.search(r"合作社|公司|企业|医院|学校|基地", row.code[match.start : match.end])
    if word is None:
        return None

    def test(m: Mention) -> bool:
        return m.entity.id not in own and m.entity.name.endswith(word.group())

    return topics.before(*point_of(row, match), test, 2)
