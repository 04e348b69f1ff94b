"""Who gives and gets a gift by the scene around it: the speaker's firm, the house that helps, the head of a list, the hall
whose outfit it is."""

from __future__ import annotations

import re

from loaders.aligned import is_address
from loaders.around import named_after, part, point_of
from loaders.chart import Chart
from loaders.frames import Match
from loaders.spoken import spoken
from loaders.topics import Found, Topics
from loaders.values import Mention

_HEAD_GIFT = re.compile(
    "[向给为对]([\ue001\ue002\ue005\ue007])[^，。；]{0,6}(?:捐|赠)"
)  # 向乙县捐赠120万元，其中丙公司50万元
_HOUSE = re.compile(  # the helping house, where no other name stands as the giver
    "(?:^|[，；：“])(?:\ue00c|，)*(?:集团|银行|总行|行里|公司|学校|校方|校里)(?![^，。；]{0,4}(?:与|和|从|被|收到|获|接到|是))"
)
_PART_GIVEN = re.compile(
    "(?:^|[，；])(?:设备|机器|器材|桌椅|课桌椅?|家具|生产线|机器设备|全套设备|办公用品)(?:全部|均|都|则|全)?(?:由|是)"
)
_WE = re.compile("[我咱](?:们|公司|司|单位|会|集团)?|本公司")
_SPEAKS = re.compile("[^，。；]{0,14}(?:说|表示|道|介绍|告诉)")


def fitted_out(topics: Topics, row: Chart, match: Match) -> Found | None:
    """What the sentence opens with, where only its outfit was given (厂房由甲区援建，设备由乙商会捐赠)."""
    low, _ = part(row, match.start, match.end)
    if _PART_GIVEN.search(row.code, low, match.end) is None:
        return None
    for index, mention in named_after(row, low, low + 3):
        if (
            mention.label in ("Facility", "Workshop", "Park", "Company")
            and topics.side_by_name(mention.entity) != "helper"
        ):
            return None if is_address(row, index) else Found(mention.entity, mention)
    return next((found for _, _, found in spoken(topics, row, low, low + 8)), None)


def head_gift(row: Chart, match: Match) -> Mention | None:
    """Who gets the gift that the items after 其中 are shares of."""
    for hit in _HEAD_GIFT.finditer(row.code, 0, match.start):
        item = row.items[hit.start(1)]
        shared = "其中" in row.code[hit.end() : match.start]
        if shared and isinstance(item, Mention) and not is_address(row, hit.start(1)):
            return item
    return None


def speaker(topics: Topics, row: Chart, match: Match) -> list[Mention]:
    """The firm or body for which somebody speaks of his gift: “我代表公司捐赠50万元。”甲公司总经理某某说."""
    low, high = part(row, match.start, match.end, "。”")
    if _WE.search(row.code, low, high) is None:
        return []
    block, end = row.sentence.block, row.ends[min(high, len(row.ends)) - 1]
    for mention in topics.reading.within(block, end, end + 60):
        if mention.label in ("Company", "Organization") and _SPEAKS.match(
            topics.reading.plain(block, mention.end, mention.end + 24)
        ):
            return [mention]
    return []


def helping_house(topics: Topics, row: Chart, match: Match, low: int) -> list[Mention]:
    """The firm, bank or university that helps and is only called so: 集团投了钱，又给A小学捐了电脑."""
    if _HOUSE.search(row.code, low, match.start) is None:
        return []
    found = topics.before(
        *point_of(row, match),
        lambda m: m.label in ("Company", "Organization") and m.entity.id in topics.paired_helpers,
        3,
    )
    return [found.where] if found is not None else []
