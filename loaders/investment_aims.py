"""What a firm put its money into: every name of the sentence is weighed by the words around it, then what is spoken of."""

from __future__ import annotations

import re
from collections.abc import Iterator

from loaders.aligned import end_of_row, listed_with, share
from loaders.around import THINGS, Filler, amount_at, named_after, named_before, part, point_of
from loaders.chart import PLACES, SIGNS, Chart
from loaders.frames import Match
from loaders.roles_firms import firms_home
from loaders.spoken import spoken
from loaders.topics import Found, Topics, level
from loaders.values import Mention

_MONEY = SIGNS["money"]
IN = re.compile(
    r"(?:[在到于往赴至进向给为对]|落户|入驻|进驻|迁入|迁至|落子|扎根|选址|选在|位于|坐落|投向|投到|投进|来到|走进|移到|搬到|搬进)了?“?(?:[\ue001\ue002]的?)?“?$"
)
_BUILT = re.compile(
    r"(?:建设|兴建|新建|建成|建起|建了?|办起?|打造|设立|成立|注册|组建|创办|改造|扩建|装修|收购|兼并|入股|开发|投资|盖起?|购置|建造)(?:了|的|成)?[^，。；\ue001-\ue00a]{0,8}$"
)
_MADE = re.compile(r"(?:成立|设立|注册|组建|创办|入股|收购|兼并|控股|注资)了?[^，。；\ue001-\ue00a]{0,4}$")
_ADDRESS = re.compile("的?[\ue003-\ue005]|\ue006")  # A镇的B园: the park is meant
_OPENS = re.compile("[“\ue001\ue002的]*")  # B县C镇的花卉基地是一例：甲公司进驻，投资8500万元
_LAID = re.compile("(?:在|落户|入驻|进驻|选址|位于|扎根|迁到|迁至|搬到|来到)[^，。；、“在]{0,7}$")
_TURN = re.compile("[，、][^，。；、\ue001-\ue00a]{0,3}\ue006")


def invested_in(topics: Topics, row: Chart, match: Match) -> Filler:
    """What the firm put its money into: what it built or founded, else the park or place named nearest, else spoken of."""
    at = amount_at(match)
    if (shared := _shared_firm(topics, row, at)) is not None:
        return shared
    best = max(_aims(topics, row, at), key=lambda pair: pair[0], default=None)
    if best is None:
        return _settled(topics, row, match) or firms_home(topics, row, match)
    index = next((i for i, item in enumerate(row.items) if item is best[1]), None)
    place = share(row, at)
    names = listed_with(row, index) if index is not None and place is not None else []
    return names[place[0]] if place is not None and len(names) == place[1] else best[1]


_SHARED = re.compile("合股|股东|合资|共同出资|联合出资")
_GIVES = re.compile("”?[^，。；、\ue006]{0,4}(?:出资|掏|认缴|投入|投资|拿出|出)[^，。；\ue006]{0,4}\ue00a")
_PARTNER = re.compile("[与和同、]\ue001?的?“?$")
_WITH = re.compile("”?[^，。；、\ue006]{0,4}(?:、|和|与|同|及)")
_NEW = re.compile("(?:新|这家|新的)?(?:公司|企业|厂子|工厂|合资公司)(?:名|的名字)?(?:叫|名叫|取名|名为)[做作]?“?$")


def _shared_firm(topics: Topics, row: Chart, at: int) -> Mention | Found | None:
    """The firm that several own together, whose shares a sentence tells: 乙公司由甲公司和丙公司合股，前者出资¥."""
    low, high = part(row, at, at, "。")
    if _SHARED.search(row.code[low:high]) is None:
        return None
    firms = [(i, m) for i, m in enumerate(row.items[low:at], low) if isinstance(m, Mention) and m.label == "Company"]
    givers = {
        m.entity.id
        for i, m in firms
        if _GIVES.match(row.code, i + 1)
        or _WITH.match(row.code, i + 1)
        or _PARTNER.search(row.code[max(low, i - 4) : i])
    }
    owned = {m.entity.id: m for _, m in firms if m.entity.id not in givers}
    if owned:
        return next(iter(owned.values())) if len(owned) == 1 and givers else None
    block, end = row.sentence.block, row.sentence.end
    for mention in topics.reading.within(block, end, end + 30):
        if mention.label == "Company" and _NEW.search(topics.reading.plain(block, end, mention.start)):
            return Found(mention.entity, mention)
    return None


def _settled(topics: Topics, row: Chart, match: Match) -> Found | None:
    """The place in which something was last said to be done, where neither park nor site is under discussion."""
    home = firms_home(topics, row, match)
    if home is not None and (home.entity.label != "Region" or isinstance(home, Mention)):
        return None

    def test(m: Mention) -> bool:
        if m.label not in PLACES or topics.side(m.entity) == "helper":
            return False
        return _LAID.search(topics.reading.plain(m.block, max(0, m.start - 14), m.start)) is not None

    return topics.before(*point_of(row, match), test, 0)


def _next_firm(row: Chart, at: int) -> int:
    """Where the words turn to another firm (…，乙公司落户丙园)."""
    turn = _TURN.search(row.code, at)
    return turn.start() if turn is not None else -1


def _own_name(mention: Mention) -> bool:
    """Whether a thing has a name of its own: 薯条加工厂, 实训基地 are kinds of things."""
    return mention.prefix is not None or len(mention.entity.name) > 6


def _aims(topics: Topics, row: Chart, at: int) -> Iterator[tuple[float, Mention | Found]]:
    low, high = part(row, at, at)
    ends = [row.code.find(_MONEY, end_of_row(row, at) + 1), _next_firm(row, at)]
    high = min([high, at + 50, *(end for end in ends if end >= 0)])
    acting = {m.entity.id for _, m in named_before(row, at, low) if m.label == "Company"}
    for index, mention in (*named_before(row, at, max(low, at - 60)), *named_after(row, at + 1, high)):
        if mention.label in (*PLACES, *THINGS) and topics.side_by_name(mention.entity) == "helper":
            continue
        before, near = row.code[max(low, index - 12) : index], -abs(index - at) / 100
        if _ADDRESS.match(row.code[index + 1 : index + 3]):
            continue
        if mention.label == "Park":
            weight = 5.0 if IN.search(before) or _BUILT.search(before) else 3.0 if index < at else 0.0
        elif mention.label in ("Facility", "Workshop"):
            direct = index > at and re.fullmatch(r"[^，。；]{0,3}的[^，。；]{0,8}", row.code[at + 1 : index])
            weight = 4.6 if (direct or _BUILT.search(before)) and _own_name(mention) else 0.0
        elif mention.label == "Company":
            weight = 4.8 if _MADE.search(before) and index > at and mention.entity.id not in acting else 0.0
        elif mention.label in PLACES:
            small = 0.2 * (level(mention.entity) in (0, 4, 5))
            opening = 2.0 if index < at and _OPENS.fullmatch(row.code, 0, index) else 0.0
            weight = 4.0 + small if IN.search(before) else opening and opening + small
        else:
            weight = 0.0
        if weight:
            yield weight + near, mention
    for start, _, found in spoken(topics, row, low, high):
        if found.entity.label in ("Park", "RelocationSite") and IN.search(row.code[max(low, start - 4) : start]):
            yield 3.8 - abs(start - at) / 100, found
