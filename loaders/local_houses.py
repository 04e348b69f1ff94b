"""In which hospital or school of the helped side somebody works of whom the words tell a trade there: 本地医生丙, 徒弟叫丁.

An article about people who were sent to one house speaks of the doctors, nurses and teachers of that house by their trade
alone. Where it has spoken of two such houses, which of them is meant stays open.
"""

from __future__ import annotations

import re

from loaders.around import point_of
from loaders.chart import Chart
from loaders.frames import Match
from loaders.post_kinds import comes_from, only_helper
from loaders.topics import Found, Topics
from loaders.values import Mention

_HOSPITAL = re.compile("(?:医院|院区|保健院|卫生院|卫生服务中心)$")
_SCHOOL = re.compile(
    "(?:中学|小学|学校|[一二三四五六七八九十]中|高中|初中|幼儿园|职校|中心校|职教中心|职业教育中心|职业中专)$"
)
_MEDICAL = re.compile("医生|医师|大夫|护士|护师|助产士|药师|检验师|麻醉师|治疗师")
_TEACHES = re.compile("教师|老师")


def local_house(topics: Topics, row: Chart, match: Match) -> Found | None:
    """The only house of the helped side that the article has named so far and that employs the trade of the words."""
    words = row.code[match.start : match.end]
    kinds = [house for trade, house in ((_MEDICAL, _HOSPITAL), (_TEACHES, _SCHOOL)) if trade.search(words)]
    told: dict[str, Mention] = {}
    for mention in topics.mentions:
        if (mention.block, mention.start) < point_of(row, match) and _may_employ(topics, mention, kinds):
            told[mention.entity.id] = mention
    if len(told) != 1:
        return None
    one = next(iter(told.values()))
    return Found(one.entity, one)


def _may_employ(topics: Topics, mention: Mention, kinds: list[re.Pattern[str]]) -> bool:
    """Whether a thing is a hospital or school of the helped side; without a trade (徒弟) either may be meant."""
    if mention.label not in ("Facility", "Organization") or only_helper(topics, mention.entity):
        return False
    ends = kinds or [_HOSPITAL, _SCHOOL]
    return any(p.search(n) for p in ends for n in mention.entity.names) and not comes_from(topics, mention)
