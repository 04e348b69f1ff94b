"""Whose money words without a full name speak of: 市级财政援助资金, 贵区, 沪滇协作资金, 工作队."""

from __future__ import annotations

import re

from graph.model import Entity, Step
from loaders.around import part
from loaders.chart import Chart
from loaders.frames import Match
from loaders.gazetteer_pairs import pair
from loaders.regions import region_entity
from loaders.topics import Found, Topics, home, level
from loaders.values import Mention

_PAIR = re.compile(r"([一-鿿]{2})(?=(?:东西部|扶贫|帮扶|劳务|产业|消费|对口)*(?:协作|合作|帮扶|支援))")
TEAM = re.compile(
    "(?:\ue00c|，|他们)*(?P<who>工作[队组]|指挥部|前指|联络组|协作组)(?![^，。；]{0,4}(?:队员|成员|组长|队长|干部|负责))"
)


def is_team(mention: Mention, who: str) -> bool:
    """Whether a body is the team that 工作队, 指挥部 points back at."""
    return mention.label == "Organization" and mention.entity.name.endswith(who)


_SENT_BODY = re.compile(
    r"(?:援[疆藏青黔桂川滇甘宁陕蒙渝]|对口|协作|帮扶|支援|驻).*(?:工作[队组]|教师团|医疗队|团队|支教队|指挥部|小组|联络组|前指)"
)


def is_sent_body(entity: Entity) -> bool:
    """Whether a body is the helper's team on the spot (甲省第十批援藏工作队)."""
    return entity.label == "Organization" and _SENT_BODY.search(entity.name) is not None


_ROW_OF_YEARS = re.compile(  # 每年都给乙县安排帮扶资金：2021年5200万元，2022年5600万元
    "(?:资金|款|经费)[^，。；\ue001-\ue00a]{0,6}[：，](?:[^，。；\ue001-\ue00a]{0,4}\ue00c[^，。；\ue001-\ue00a]{0,6}\ue00a[，、])*"
    "[^，。；\ue001-\ue00a]{0,4}(?:\ue00c|今年|去年|前年)[^，。；\ue001-\ue00a]{0,6}$"
)


def row_of_years(between: str) -> bool:
    """Whether what stands between a payer and a sum makes it one of the yearly sums that he paid."""
    return "\ue008" not in between and "\ue006" not in between and _ROW_OF_YEARS.search(between) is not None


_LEVEL = re.compile(
    r"(?P<of>[省市区县])(?:级|本级|属|里的?)?(?:财政)?[^，。；、\ue001-\ue00b]{0,5}(?:(?:给|到|向|入)\ue001的?)?(?:援助|帮扶|协作|对口|支援|扶贫|援建|援[疆藏青])[^，。；\ue001-\ue00b]{0,4}(?:资金|款|经费)[^，。；\ue00a\ue00b]{0,5}$"
)
_OF_LEVEL = re.compile(
    r"(?P<of>[省市区县])级[^，。；、\ue001-\ue00b]{0,6}(?:资金|财政|经费)[^，。；\ue001-\ue00b]{0,4}$"
)
_WITHIN = re.compile(  # 区里拨来320万元, 该区累计投入1.8亿元
    r"(?:^|[，；：。])(?:\ue00c|，|后来|随后|没过多久|去年|今年|[又还再也])*(?P<that>该)?(?P<of>[省市区])(?(that)|里)(?:财政)?"
    r"(?:累计|先后|陆续|共|又|还|再|专门|每年|一次性)*(?:拨|投入|安排|拿出|出资|援助|落实|给了)[^，。；\ue001-\ue009]{0,10}$"
)
_YOURS = re.compile(r"贵(?P<of>[省市区县])[^，。；\ue001-\ue007]{0,20}$")  # in a letter


def of_level(row: Chart, at: int) -> str | None:
    """How the name of the one ends whose money 市级财政援助资金, 省里的援藏资金 or 贵区 speaks of."""
    start, _ = part(row, at, at, "，；：。、")
    for words in (_LEVEL, _OF_LEVEL, _YOURS):
        hit = words.search(row.code, start, at)
        if hit is not None and not row.code[: hit.start()].endswith(("本", "我", "全", "两", "各")):
            return hit["of"]
    hit = _WITHIN.search(row.code, max(0, start - 1), at)
    return hit["of"] if hit is not None else None


def by_level(topics: Topics, row: Chart, at: int) -> Found | None:
    """The helper of the article whose name ends so; for 该区 the last one named, nobody where that one is helped."""
    ending = of_level(row, at)
    if ending is None:
        return None
    if _WITHIN.search(row.code, max(0, part(row, at, at, "，；：。、")[0] - 1), at) is not None:
        return _last_of_kind(topics, row, at, ending)
    return topics.main(
        lambda m: m.label == "Region" and m.entity.name.endswith(ending) and topics.side(m.entity) == "helper"
    )


def _last_of_kind(topics: Topics, row: Chart, at: int, ending: str) -> Found | None:
    """The helping city or district named last before, alone or in the name of its body (甲区教育局); none if it is helped."""

    def named(m: Mention) -> bool:
        place = home(m.entity)
        if (
            m.label not in ("Region", "Organization")
            or not place.name.endswith(ending)
            or level(place) not in (1, 2, 3)
        ):
            return False
        return m.label == "Region" or m.surface.startswith((place.name, place.name[:-1]))

    last = topics.before(row.sentence.block, row.starts[at], named, 1)
    if last is None or topics.side(home(last.entity)) != "helper":
        return None
    return Found(home(last.entity), last.where)


_SPOKEN_OF = 3  # times that an article names a province before money of its scheme is told as the province's


def of_scheme(topics: Topics, row: Chart, match: Match) -> bool:
    """Whether a sum is told by its scheme alone: 沪滇协作资金300万元 may be the city's or any of its districts'.

    Only an article that speaks of the province itself, again and again, means its own money; that the scheme as a whole
    paid for a thing (由粤桂协作资金支持举办) is told of both provinces.
    """
    found = compressed(topics, row, match) if match.roles.get("amount") else None
    if found is None:
        return False
    return sum(m.entity.id == found.entity.id for m in topics.mentions) < _SPOKEN_OF


def compressed(topics: Topics, row: Chart, match: Match) -> Found | None:
    """The helping side of a pair of short names (沪滇, 苏陕) in the words of the match."""
    helpers = topics.paired_helpers
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
