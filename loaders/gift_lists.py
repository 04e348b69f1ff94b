"""Lists of gifts: 接受捐赠情况公示如下：甲公司，30万元；乙协会，图书1500册. Each item names its giver, its sum or things,
and sometimes who got them; the words above the list say what it is a list of."""

from __future__ import annotations

import re

from loaders.around import Filler, named_after, part, point_of
from loaders.chart import Chart
from loaders.frames import Match
from loaders.gift_ends import RECEIVERS
from loaders.gifts import GIVERS
from loaders.payees import with_list
from loaders.topics import Found, Topics, level
from loaders.values import Mention

_HEAD = re.compile(
    r"(?:捐[赠款助资]|受赠|爱心)[^。]{0,60}?(?:公示|名单|清单|如下|情况|明细|一览|统计表|台账)|(?:公示|名单|清单|明细)[^。]{0,20}捐[赠款助资]"
)
_OPENING = re.compile(
    r"^[^\ue001-\ue009]{0,8}(?:[\ue001-\ue009]、?和?[^，。；：\ue001-\ue009]{0,4}){0,3}?([\ue001-\ue009])(?:（[^（）]*）)?(?:[，：]|　| |(?=[\ue00a\ue00b]))"
)
_GOT = re.compile(
    r"(?:转[拨交给赠]|分[发配送]至?到?|发[放往至到]|受[助赠捐]单位[为是]|受[助赠捐][人方][为是]|接[收受]单位[为是]|用于|给|交|送[往至到]|拨[付至给]|定向|支持|资助)[^，。；\ue001-\ue009]{0,4}$"
)
_OF_WHICH = re.compile(  # 捐款120万元，其中甲公司50万元、乙商会30万元
    "(?:捐[赠款资助物]|善款)[^，。；\ue001-\ue00a]{0,8}\ue00a，(?:其中|包括)[：，]?\ue001?(?:[\ue005-\ue008]\ue00a(?:、|，|和|，?\ue001)*)*[\ue005-\ue008]$"
)
_OTHER = re.compile("产值|销售|采购|订单|工资|收入|投资|合计|共计|总计|财政")


def listed_giver(topics: Topics, row: Chart, match: Match) -> Filler:
    """Who gives by the item of a list of gifts in which the sum or the things stand."""
    own = row.items[match.start - 1] if match.start else None
    if isinstance(own, Mention) and own.label in GIVERS and _OF_WHICH.search(row.code, 0, match.start):
        return own if topics.side(own.entity) != "helped" else None
    for marks in ("；。：", "；。"):  # 如下：甲公司，30万元 and 甲公司：30万元
        low, _ = part(row, match.start, match.end, marks)
        segment = row.code[low : match.start]
        opening = _OPENING.match(segment + row.code[match.start : match.start + 1])
        if opening is None:
            continue
        if _OTHER.search(segment) or not _of_gifts(topics, row, low):
            return None
        item = row.items[low + opening.start(1)]
        if not isinstance(item, Mention) or item.label not in GIVERS or topics.side(item.entity) == "helped":
            return None
        return item
    return None


def listed_receiver(topics: Topics, row: Chart, match: Match) -> Filler | list[Mention | Found]:
    """Who gets what the item lists: named in it, else the place that the list is about."""
    giver = listed_giver(topics, row, match)
    if giver is None:
        return None
    _, high = part(row, match.start, match.end, "；。")
    for index, mention in named_after(row, match.end, high):
        if mention.label in RECEIVERS and _GOT.search(row.code[match.end : index]):
            return with_list(row, mention)
    return topics.main(
        lambda m: m.label == "Region" and level(m.entity) == 3 and topics.side(m.entity) == "helped"
    ) or topics.county(*point_of(row, match))


def _of_gifts(topics: Topics, row: Chart, low: int) -> bool:
    """Whether the words above the item announce a list of gifts."""
    block, position = row.sentence.block, row.starts[low] if low < len(row.starts) else row.sentence.start
    blocks = topics.reading.blocks
    above = "。".join(b.text.plain[:200] for b in blocks[max(0, block - 8) : block])
    return _HEAD.search((above + "。" + topics.reading.plain(block, 0, position))[-700:]) is not None
