"""Whose money words without a full name speak of: 市级财政援助资金, 贵区, 沪滇协作资金, 工作队."""

from __future__ import annotations

import re

from graph.model import Step
from loaders.around import part
from loaders.chart import Chart
from loaders.frames import Match
from loaders.gazetteer_pairs import pair
from loaders.regions import region_entity
from loaders.topics import Found, Topics
from loaders.values import Mention

_PAIR = re.compile(r"([一-鿿]{2})(?=(?:东西部|扶贫|帮扶|劳务|产业|消费|对口)*(?:协作|合作|帮扶|支援))")
TEAM = re.compile(
    "(?:\ue00c|，|他们)*(?P<who>工作[队组]|指挥部|前指|联络组|协作组)(?![^，。；]{0,4}(?:队员|成员|组长|队长|干部|负责))"
)


def is_team(mention: Mention, who: str) -> bool:
    """Whether a body is the team that 工作队, 指挥部 points back at."""
    return mention.label == "Organization" and mention.entity.name.endswith(who)


_LEVEL = re.compile(
    r"(?P<of>[省市区县])(?:级|本级|属|里的?)?(?:财政)?[^，。；、\ue001-\ue00b]{0,5}(?:(?:给|到|向|入)\ue001的?)?(?:援助|帮扶|协作|对口|支援|扶贫|援建|援[疆藏青])[^，。；\ue001-\ue00b]{0,4}(?:资金|款|经费)[^，。；\ue00a\ue00b]{0,5}$"
)
_OF_LEVEL = re.compile(
    r"(?P<of>[省市区县])级[^，。；、\ue001-\ue00b]{0,6}(?:资金|财政|经费)[^，。；\ue001-\ue00b]{0,4}$"
)
_YOURS = re.compile(r"贵(?P<of>[省市区县])[^，。；\ue001-\ue007]{0,20}$")  # in a letter


def of_level(row: Chart, at: int) -> str | None:
    """How the name of the one ends whose money 市级财政援助资金, 省里的援藏资金 or 贵区 speaks of."""
    start, _ = part(row, at, at, "，；：。、")
    for words in (_LEVEL, _OF_LEVEL, _YOURS):
        hit = words.search(row.code, start, at)
        if hit is not None and not row.code[: hit.start()].endswith(("本", "我", "全", "两", "各")):
            return hit["of"]
    return None


def by_level(topics: Topics, row: Chart, at: int) -> Found | None:
    """The helper of the article whose name ends so."""
    ending = of_level(row, at)
    if ending is None:
        return None
    return topics.main(
        lambda m: m.label == "Region" and m.entity.name.endswith(ending) and topics.side(m.entity) == "helper"
    )


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
