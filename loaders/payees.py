"""What assistance money went into, where the frame's own words do not name it: every name and every word that points
back at something is weighed by its place in the sentence, and only then the discussion is asked."""

from __future__ import annotations

import re

from graph.numerals import Quantity
from loaders.aligned import first_of_row, listed_with, share
from loaders.around import THINGS, Filler, amount_at, named_before, part
from loaders.chart import PLACES, Chart
from loaders.factories import is_works
from loaders.frames import Match
from loaders.landmarks import stands_beside
from loaders.located_kinds import is_kind
from loaders.payee_one import firm_or_none, for_a_firm, on_one_thing, thing_or_none
from loaders.payee_places import TOTAL, place_paid
from loaders.payee_weights import candidates
from loaders.spoken import foreign, spoken_at
from loaders.topics import Found, Topics
from loaders.values import Mention

_SHARE = re.compile(r"自筹|配套|整合|县级|县财政|市级|余下|社会资金")  # further money for the same thing
_LEAST = 10_000  # yuan
_DIRECT = re.compile("直接投入[^，。；\ue001-\ue00a]{0,8}资金[^，。；\ue001-\ue00a]{0,4}$")
_NEXT_MATTER = re.compile(  # a further sum, or a further deed: …，又向A小学捐赠电脑, …，并选派教师
    "，(?:其中|另[有外]?|还有|再|最[大多]的?一[笔项])"
    "|，(?:建成后|全部)?(?:产权|所有权|使用权|资产|股权|收益|租金|确权)"
    "|，(?:又|还|并|也|同时|先后|再次|每年|\ue00c)*(?:[向给为对][\ue001-\ue009、和]+[^，。；]{0,8}(?:捐|赠|送|派|采购|培训)|促成|引进|引入|引来|招引|选派|派出|派驻|捐赠|采购|发放)"
)
_WAY = re.compile(
    "(?:通[往向到]|前往|开往|距离?|靠近|[附邻]近|紧邻|毗邻|从|离|[与同跟])$"
)  # the end of a way, a partner
_SENT = re.compile("(?:先后|陆续|累计|还|又|已|共)*(?:派[来出驻]|选派)")  # 甲医院先后派来27人: a helper
_NEXT_PAYER = re.compile(
    "，\ue001(?:也|则|还|向|又|回)|，[\ue001\ue005\ue006\ue007](?!的)[^，。；\ue001-\ue009]{0,6}(?:向|给|为|捐|送|赠|投入|投资|出资|安排|拨|援助)"
)


def paid_for(topics: Topics, row: Chart, match: Match) -> Filler | list[Mention | Found]:
    """What assistance money went into: the thing built with it, else the place that got it."""
    at = amount_at(match)
    if is_rate(row, at):
        return None
    low, high = _reach(row, match.start, at)
    weighed = candidates(topics, row, match, at, low, high)
    direct = _DIRECT.search(row.code, 0, at) is not None
    if direct:  # 直接投入帮扶资金: what a house counts for the whole place
        weighed = (c for c in weighed if c[1].entity.label in PLACES)
    best = max(weighed, key=lambda c: c[0], default=None)
    if best is not None and best[0] >= 2:
        return _with_list(topics, row, best[1], at)
    if for_a_firm(row, at):  # 县里给了150万元设备补助
        firm = firm_or_none(topics, row, at)
        if firm is not None:
            return firm
    thing = None if direct else thing_next(topics, row) or _thing_near(topics, row)
    if thing is not None:
        return thing
    if best is not None:
        return _with_list(topics, row, best[1], at)
    place = place_paid(topics, row, match)
    return thing_or_none(topics, row, at) if isinstance(place, Found) and on_one_thing(row, at) else place


def is_rate(row: Chart, at: int) -> bool:
    """Whether the sum is what one person or piece is paid (每招收一人补助1500元)."""
    item = row.items[at]
    if not isinstance(item, Quantity) or item.value >= _LEAST:
        return False
    low, high = part(row, at, at)
    return "每" in row.code[low:high]


def _reach(row: Chart, start: int, at: int) -> tuple[int, int]:
    """The part of the sentence that speaks of the sum: up to the next sum, unless that is a further share of it."""
    low, high = part(row, start, at)
    while row.code[at + 1 : at + 2] in ("和", "与", "、") and row.code[at + 2 : at + 3] == row.code[at]:
        at += 2  # 300万元和500万元，建起A和B
    following = (i for i in range(at + 1, high) if row.code[i] == row.code[at] and not _SHARE.search(row.code[at:i]))
    high = min(next(following, high), at + 60)
    other = _NEXT_PAYER.search(row.code[at:high])
    high = at + other.start() if other else high
    rest = _NEXT_MATTER.search(row.code, at, high)
    return low, rest.start() if rest else high


def with_list(row: Chart, chosen: Mention | Found) -> list[Mention | Found]:
    """The chosen name with those of its kind that it is listed with (A镇、B镇的卫生院), in the order of the words."""
    if isinstance(chosen, Found) or not any(item is chosen for item in row.items):
        return [chosen]
    index = next(i for i, item in enumerate(row.items) if item is chosen)
    found: list[Mention] = [chosen]
    for step in (-1, 1):
        at = index + 2 * step
        while 0 <= at < len(row.items) and row.code[at - step] in "、和与及":
            other = row.items[at]
            if not isinstance(other, Mention) or (other.label == "Region") != (chosen.label == "Region"):
                break
            found.append(other)
            at += 2 * step
    return [*sorted(found, key=lambda m: m.start)]


def _with_list(topics: Topics, row: Chart, chosen: Mention | Found, at: int) -> list[Mention | Found]:
    found = with_list(row, chosen)
    place = share(row, at)
    if place is not None and isinstance(chosen, Mention):
        names = listed_with(row, next(i for i, item in enumerate(row.items) if item is chosen))
        if len(names) == place[1]:
            return [names[place[0]]]
    if place is not None and not _as_many_payers(topics, row, at, place[1]):
        return []  # whose sum it is stays open
    return [m for m in found if m is chosen or not (isinstance(m, Mention) and _theirs(topics, m, chosen))]


def _as_many_payers(topics: Topics, row: Chart, at: int, count: int) -> bool:
    """Whether the row of sums stands for a row of payers (A、B分别投入300万元、500万元建起C)."""
    return any(
        topics.side(mention.entity) != "helped" and len(listed_with(row, index)) == count
        for index, mention in named_before(row, first_of_row(row, at))
    )


def _theirs(topics: Topics, mention: Mention, chosen: Mention | Found) -> bool:
    if foreign(topics, mention) or (isinstance(chosen, Mention) and mention.label != chosen.label):
        return True
    return mention.label == "Region" and topics.side(mention.entity) == "helper"


def thing_next(topics: Topics, row: Chart) -> Found | None:
    """The thing of the sentence that follows, where that goes on with the sum (…1600万元。A用它建起B)."""
    block, start = row.sentence.block, row.sentence.end
    text = topics.reading.blocks[block].text.plain[start : start + 60].split("。")[0]
    spent = re.search(r"用(?:它|这笔钱|这笔资金|这些钱|这笔款)|这笔(?:钱|资金|款)", text)
    if spent is None:
        return None
    for mention in topics.reading.within(block, start + spent.end(), start + len(text)):
        if mention.label in THINGS and not foreign(topics, mention):
            return Found(mention.entity, mention)
    return None


_OF_A_YEAR = re.compile(  # 今年前三季度，又落实援助资金4620万元。: what the whole place got
    "^(?:[今去前全]年|截至|\ue00c|20|年内|[^，。；\ue001-\ue00b]{0,6}(?:季度|年来|以来|年间))[^，。；\ue001-\ue009]{0,10}，?[^，。；\ue001-\ue009]{0,6}"
    "(?:落实|到位|投入|拨付|安排|下达|争取)[^，。；\ue001-\ue009]{0,10}资金[^，。；]{0,4}\ue00a(?=。|$|，[^，。；]{0,6}(?:实施|安排)[^，。；]{0,4}项目)"
)


def _thing_near(topics: Topics, row: Chart) -> Found | None:
    """The thing of the sentence before, unless the sum is a total of many."""
    if _OF_A_YEAR.search(row.code):
        return None
    if TOTAL.search(row.code) or re.search("[0-9\ue00b]个?项目|项目[0-9\ue00b]|等[^，。；]{0,4}项目", row.code):
        return None
    block, position = row.sentence.block, row.sentence.start

    def test(m: Mention) -> bool:
        return (
            (m.label in (*THINGS, *PLACES) or is_works(topics, m))
            and m.start >= position - 60
            and not foreign(topics, m)
            and not is_kind(m.entity)
            and not stands_beside(topics.reading, m)
            and not (m.label == "Region" and topics.side(m.entity) == "helper")
            and not _SENT.match(topics.reading.plain(m.block, m.end, m.end + 6))
            and not _WAY.search(topics.reading.plain(m.block, max(0, m.start - 4), m.start))
        )

    found = topics.before(block, position, test, 0)
    if found is not None and found.entity.label not in PLACES:
        return found
    text = topics.reading.plain(block, max(0, position - 50), position)
    return spoken_at(topics, text, (block, max(0, position - 50)), "Park|Workshop")
