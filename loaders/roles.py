"""Who fills a role that a frame's words leave open: looked for in the sentence first, then in what is under discussion.

A frame names its fillers under `missing`, several joined by | are tried in order (`missing: {b: thing built|place}`).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from graph.model import Step
from loaders.chart import Chart
from loaders.frames import Match
from loaders.gazetteer_pairs import pair
from loaders.regions import region_entity
from loaders.topics import Found, Topics, level
from loaders.values import Mention

Filler = Mention | Found | None

THINGS = ("Park", "Workshop", "Facility")
PLACES = ("Region", "RelocationSite")
_RECEIVERS = ("Region", "RelocationSite", "Organization", "Facility", "Workshop")
_PAIR = re.compile(r"([一-鿿]{2})(?=(?:东西部|扶贫|帮扶|劳务|产业|消费|对口)*(?:协作|合作|帮扶|支援))")
_USED = re.compile(r"[建盖修造改]|挂牌|挂了牌|投用|落成|开张|[给为向]$|购置|添置|配[了上备]|打造|用于|用在|投[在入向]|翻新|扩建|[花砸]在|支持|扶持|撑起|变成|注入|得益|办起|设立|搭起")
_LOCATIVE = re.compile(r"[在向给为对往到于与同]$|落户$|扎根$|进驻$|入驻$")
_SHARE = re.compile(r"自筹|配套|整合|县级|县财政|市级|余下|社会资金")  # further money for the same thing
_ORIGIN = re.compile(r"来自|家住|老家|出生|户籍")  # whose place says nothing of the matter
_OTHER_GIVER = re.compile(r"[校司团行会院][^，。]{0,4}(?:投入|拿出|出资|安排|提供|筹集|捐|投进|给)[^，。]{0,6}$|[校司团行会院]$|海油|石油|央企")
_GENERIC = (  # words that point back at a thing under discussion: (words, label of the thing; None: its name ends so)
    (re.compile(r"车间|工坊|作坊|坊里"), "Workshop"),
    (re.compile(r"园区|产业园|孵化园|示范园|工业园|创业园|园[里内中子]|标?准?厂房"), "Park"),
    (re.compile(r"医院|学校|中学|小学|中心|基地|工作室|冷库|电站|加工厂|大楼"), None),
)


def fill(topics: Topics, row: Chart, match: Match, what: str) -> list[Mention | Found]:
    """The fillers of an open role: mentions of the sentence, or what is found elsewhere in the article."""
    for name in what.split("|"):
        finder = _FINDERS.get(name.strip())
        found = finder(topics, row, match) if finder else topics.fill(name.strip(), *_point(row, match))
        if found:
            return found if isinstance(found, list) else [found]
    return []


def _point(row: Chart, match: Match) -> tuple[int, int]:
    return row.sentence.block, row.starts[match.start]


def _part(row: Chart, start: int, end: int, marks: str = "；。") -> tuple[int, int]:
    """The part of the sentence between the given marks that holds the signs from start to end."""
    low = max((row.code.rfind(mark, 0, start) for mark in marks), default=-1) + 1
    ends = [at for mark in marks if (at := row.code.find(mark, end)) >= 0]
    return low, min(ends, default=len(row.code))


def _before(row: Chart, end: int, start: int = 0) -> Iterator[tuple[int, Mention]]:
    """The names that stand before a sign, the nearest first."""
    for index in range(end - 1, start - 1, -1):
        item = row.items[index]
        if isinstance(item, Mention):
            yield index, item


def _after(row: Chart, start: int, end: int) -> Iterator[tuple[int, Mention]]:
    for index in range(start, min(end, len(row.items))):
        item = row.items[index]
        if isinstance(item, Mention):
            yield index, item


def _amount(match: Match) -> int:
    """Where the sum stands, else where the match ends."""
    return match.roles["amount"][0] if match.roles.get("amount") else match.end - 1


def _acting(row: Chart, match: Match) -> list[Mention]:
    """The names that the frame caught as its subject."""
    return [item for i in match.roles.get("a", ()) if isinstance(item := row.items[i], Mention)]


def _giver(topics: Topics, row: Chart, match: Match) -> Filler:
    """Who pays assistance money: named before the sum, or the helping side of 沪滇协作资金, or the helper spoken of."""
    at = _amount(match)
    low, _ = _part(row, at, at, "；：。")
    for index, mention in _before(row, at, low):
        if mention.label in ("Region", "Organization") and topics.side(mention.entity) == "helper":
            if row.code[index + 1 : index + 2] not in ("请", "派", "来", "人") and row.code.count("，", index, at) < 3:
                return mention
    named = _compressed(topics, row, match)
    if named is not None:
        return named
    clause, _ = _part(row, match.start, match.start, "，；：。")
    if _OTHER_GIVER.search(re.sub("[\ue001-\ue00c]", "", row.code[clause : match.start])):
        return None
    for index, mention in _before(row, at, low):
        if mention.label == "Region" and topics.side(mention.entity) is None and not _LOCATIVE.search(row.code[:index]):
            return mention
    helpers = {helper for helper, _ in topics.pairs}
    stated = topics.before(*_point(row, match), lambda m: m.entity.id in helpers, 3)
    return stated or topics.main(lambda m: m.entity.id in helpers) or topics.helper(*_point(row, match))


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


def _paid_for(topics: Topics, row: Chart, match: Match) -> Filler:
    """What assistance money went into: the thing built with it, else the place that got it."""
    at = _amount(match)
    low, high = _part(row, match.start, at)
    return (
        _thing_after(topics, row, at, high)
        or _thing_before(topics, row, at, low)
        or _generic(topics, row, max(low, match.start - 30), min(high, at + 40))
        or _place_of(topics, row, at, low, high)
        or _thing_near(topics, row)
        or _place_near(topics, row)
    )


def _theirs(topics: Topics, mention: Mention) -> bool:
    """Whether a thing belongs to the helping side; what is named after both sides stands with the helped."""
    if mention.label != "Facility" or topics.side_by_name(mention.entity) != "helper":
        return False
    others = [e for e in topics.entities if e.label == "Region" and topics.side(e) == "helped"]
    return not any(len(n) > 1 and n in mention.entity.name for e in others for n in e.names)


def _thing_after(topics: Topics, row: Chart, at: int, high: int) -> Mention | None:
    """The thing named after the sum, where a verb of building or using stands between."""
    following = (i for i in range(at + 1, high) if row.code[i] == row.code[at] and not _SHARE.search(row.code[at:i]))
    for index, mention in _after(row, at + 1, min(next(following, high), at + 60)):
        between = row.code[at:index]
        if mention.label in (*THINGS, "RelocationSite", "Programme") and _USED.search(between):
            return None if _theirs(topics, mention) else mention
        if mention.label == "Company" and re.search(r"支持|扶持|用于|注入|投入$|帮", between):
            return mention
        if mention.label == "Company" and mention.surface.endswith("厂") and _USED.search(between):
            return mention
    return None


def _thing_before(topics: Topics, row: Chart, at: int, low: int) -> Mention | None:
    """The thing that the sentence spoke of before it came to the sum (X由A投入…, X花了…)."""
    for _, mention in _before(row, at, low):
        if mention.label in THINGS and not _theirs(topics, mention):
            return mention
    return None


def _generic(topics: Topics, row: Chart, low: int, high: int) -> Found | None:
    """The thing that words like 车间, 园区, 县医院 point back at."""
    return _pointed(topics, row.code[low:high], (row.sentence.block, row.starts[low]))


def _pointed(topics: Topics, text: str, point: tuple[int, int]) -> Found | None:
    for words, label in _GENERIC:
        for hit in words.finditer(text):
            ending = hit.group()

            def test(m: Mention, label: str | None = label, ending: str = ending) -> bool:
                fits = m.label == label if label else m.label in THINGS and m.entity.name.endswith(ending)
                return fits and not _theirs(topics, m)

            found = topics.before(*point, test, 2)
            if found is None and len({m.entity.id for m in topics.mentions if test(m)}) == 1:
                found = topics.before(*point, test, 9)
            if found is not None:
                return found
    return None


def _thing_near(topics: Topics, row: Chart) -> Found | None:
    """The thing of the sentence before, unless the sum is a total of many."""
    if re.search(r"累计|年来|总共|合计|共计|每年|项目|以来", row.code):
        return None
    block, position = row.sentence.block, row.sentence.start

    def test(m: Mention) -> bool:
        return m.label in (*THINGS, *PLACES) and m.start >= position - 60 and not _theirs(topics, m)

    found = topics.before(block, position, test, 0)
    return found if found is not None and found.entity.label in THINGS else None


def _place_of(topics: Topics, row: Chart, at: int, low: int, high: int) -> Mention | None:
    """The helped place of the sentence: after 在, 向 and the like, else before the sum."""
    before, after = list(_before(row, at, low)), list(_after(row, at + 1, min(high, at + 40)))
    places = [(i, m) for i, m in (*before, *after) if m.label in PLACES and topics.side(m.entity) != "helper"]
    for index, mention in places:
        if _LOCATIVE.search(row.code[:index]):
            return mention
    return next((m for i, m in before if (i, m) in places and row.code[i - 1 : i] not in ("从", "自")), None)


def _place_near(topics: Topics, row: Chart) -> Found | None:
    """The helped place named last before the sentence, else the one that the article is about."""

    def test(m: Mention) -> bool:
        before = topics.reading.blocks[m.block].text.plain[max(0, m.start - 12) : m.start]
        return m.label in PLACES and topics.side(m.entity) != "helper" and not _ORIGIN.search(before)

    point = row.sentence.block, row.sentence.start
    wide = topics.before(*point, lambda m: test(m) and level(m.entity) in (2, 3), 2)
    return topics.before(*point, test, 0) or wide or topics.place(*point) or topics.before(*point, test, 2)


def _firm(topics: Topics, row: Chart, match: Match) -> Filler:
    """The firm that acts: the last one named before that is not merely a partner (由A独资, 与A签约)."""
    for _, mention in _before(row, match.start):
        if mention.label == "Company":
            return mention
        if mention.label in THINGS:
            break
    if re.search(r"我们|咱们|企业", row.code[match.start : match.end]):
        block, end = row.sentence.block, row.sentence.end
        for mention in topics.reading.within(block, row.ends[match.end - 1], end + 40):  # “…我们企业…”，A总经理某某说
            if mention.label == "Company" and re.match(r".{0,16}?(?:说|介绍|表示|告诉)", _text_after(topics, mention)):
                return mention if mention.end <= end else Found(mention.entity, mention)
    return topics.before(*_point(row, match), lambda m: m.label == "Company" and not _partner_of(topics, m), 1)


def _text_after(topics: Topics, mention: Mention) -> str:
    return topics.reading.blocks[mention.block].text.plain[mention.end : mention.end + 24]


def _partner_of(topics: Topics, mention: Mention) -> bool:
    plain = topics.reading.blocks[mention.block].text.plain
    return plain[mention.start - 1 : mention.start] in ("由", "与", "同", "跟", "给", "被")


def _investor(topics: Topics, row: Chart, match: Match) -> Filler:
    """The firm whose money is spoken of: the last name before must be a firm's, not that of a place or a thing."""
    low, _ = _part(row, match.start, match.start)
    for _, mention in _before(row, match.start + 1, low):
        if mention.label == "Company":
            return mention
        if mention.label in (*THINGS, "Organization") or topics.side(mention.entity) == "helper":
            return None
    if low > 0 and "期" not in row.code[low : match.end]:
        return None
    firms = ("Company", "Facility", "Workshop", "Organization")
    last = topics.before(*_point(row, match), lambda m: m.label in firms and not _partner_of(topics, m), 0)
    if last is None and re.search("公司|企业|新厂|厂子", row.code[low : match.end]):
        last = topics.before(*_point(row, match), lambda m: m.label in firms and not _partner_of(topics, m), 1)
    return last if last is not None and last.entity.label == "Company" else None


def _subsidiary(topics: Topics, row: Chart, match: Match) -> Mention | None:
    """The firm that the investor set up with the sum."""
    at = _amount(match)
    for index, mention in _after(row, at + 1, at + 30):
        if mention.label == "Company" and re.search(r"设立|成立|注册|创办|建起|组建|入股", row.code[at:index]):
            return mention
    return None


def _home(topics: Topics, row: Chart, match: Match) -> Filler:
    """Where a firm settles: a place of the words around, else the park or site under discussion, else the place."""
    low, high = _part(row, match.start, match.end)
    _, clause = _part(row, match.start, match.end, "，；：。")
    near = [*_after(row, match.start, min(high, clause)), *_before(row, match.start, low)]
    for _, mention in near:
        if mention.label in ("Park", "RelocationSite"):
            return mention
    for index, mention in near:
        if mention.label == "Region" and topics.side(mention.entity) == "helped" and _LOCATIVE.search(row.code[:index]):
            return mention
    point = _point(row, match)
    if "车间" in row.code[match.start : match.end]:
        found = topics.labelled("Workshop", *point, 1)
        if found is not None:
            return found
    if re.search(r"社区|安置", row.code[low:high]):
        found = topics.labelled("RelocationSite", *point, 1)
        if found is not None:
            return found
    return (
        topics.labelled("Park", *point, 2)
        or _only(topics, "Park", point)
        or topics.labelled("RelocationSite", *point, 1)
        or _place_near(topics, row)
    )


def _only(topics: Topics, label: str, point: tuple[int, int]) -> Found | None:
    """The one thing of a label that the article knows, where it was named before."""
    if sum(entity.label == label for entity in topics.entities) != 1:
        return None
    return topics.labelled(label, *point, 6)


def _workplace(topics: Topics, row: Chart, match: Match) -> Filler:
    """The workshop, park or centre under discussion."""
    low, _ = _part(row, match.start, match.end)
    for _, mention in _before(row, match.end, low):
        if mention.label in THINGS:
            return mention
    block, position = _point(row, match)
    spoken = topics.reading.blocks[block].text.plain[max(0, position - 60) : position]
    word = _generic(topics, row, low, match.end) or _pointed(topics, spoken, (block, position))
    return word or topics.before(*_point(row, match), lambda m: m.label in THINGS, 1)


def _receiver(topics: Topics, row: Chart, match: Match) -> Filler:
    """Who gets a gift whose receiver goes unsaid: the school or site spoken of on the other side, else the place."""
    givers = _acting(row, match)
    sides = {topics.side(m.prefix) if m.prefix is not None else topics.side_by_name(m.entity) for m in givers}
    wanted = "helper" if "helped" in sides else "helped"

    def test(m: Mention) -> bool:
        if m.label not in _RECEIVERS or m.entity.id in {g.entity.id for g in givers}:
            return False
        if any(_leads(topics, m, g) for g in givers):
            return False  # the giver's own address
        side = topics.side_by_name(m.entity)
        return side == wanted or (side is None and m.label in ("Facility", "Workshop") and wanted == "helped")

    point = _point(row, match)
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


def _donor(topics: Topics, row: Chart, match: Match) -> Filler:
    """Who gives: the last named before in the sentence, else the firm or person spoken of."""
    low, _ = _part(row, match.start, match.end)
    for _, mention in _before(row, match.start, low):
        if mention.label in ("Company", "Organization", "Facility", "Person", "Region"):
            return mention
    text = row.code[low : match.end]
    word = re.search(r"合作社|公司|企业|商会|协会|医院|学校|基金会", text)
    if word is not None:
        found = topics.before(*_point(row, match), lambda m: m.entity.name.endswith(word.group()), 1)
        return found or (topics.labelled("Company", *_point(row, match), 1) if word.group() in ("公司", "企业") else None)
    return topics.main(lambda m: m.label == "Person") if re.search(r"[他她]|自己", text) else None


def _donor_before(topics: Topics, row: Chart, match: Match) -> Filler:
    """The giver of the sentence before, where that speaks of giving."""
    block, position = _point(row, match)
    plain = topics.reading.blocks[block].text.plain[max(0, position - 80) : position]
    return topics.before(block, position, lambda m: m.label in ("Company", "Organization"), 0) if "捐" in plain else None


def _other_firm(topics: Topics, row: Chart, match: Match) -> Filler:
    """The firm spoken of that is not the one acting."""
    acting = {m.entity.id for m in _acting(row, match)}
    return topics.before(*_point(row, match), lambda m: m.label == "Company" and m.entity.id not in acting, 1)


def _both(topics: Topics, row: Chart, match: Match) -> list[Found]:
    """The two sides of the pairing that 两地, 两县 or 双方 means: the pair named last."""
    point = _point(row, match)
    ends = {end for pair_ in topics.pairs for end in pair_}
    for mention in reversed(topics.mentions):
        if (mention.block, mention.start) >= point or mention.entity.id not in ends or mention.block < point[0] - 1:
            continue
        for pair_ in sorted(topics.pairs):
            if mention.entity.id in pair_:
                found = [topics.before(*point, lambda m, end=end: m.entity.id == end, 1) for end in pair_]  # type: ignore[misc]
                if all(found):
                    return [f for f in found if f is not None]
    regions = [m for m in topics.mentions if m.label == "Region" and (row.sentence.block, row.sentence.start) <= (m.block, m.start) < point]
    sides = {topics.side(m.entity): Found(m.entity, m) for m in regions if level(m.entity) in (2, 3)}
    return [sides["helper"], sides["helped"]] if {"helper", "helped"} <= sides.keys() else []


def _partner(topics: Topics, row: Chart, match: Match) -> Filler:
    """The other party where only 合作社, 公司 or the like stands for it."""
    acting = {m.entity.id for m in _acting(row, match)}
    word = re.search(r"合作社|公司|企业|医院|学校|基地", row.code[match.start : match.end])
    if word is None:
        return None

    def test(m: Mention) -> bool:
        return m.entity.id not in acting and m.entity.name.endswith(word.group())

    return topics.before(*_point(row, match), test, 2)


def _employer(topics: Topics, row: Chart, match: Match) -> Mention | Found | None:
    """The firm or workshop under discussion, where people are spoken of as its workers."""
    labels = ("Company", "Workshop")
    for _, mention in _before(row, match.start):
        if mention.label in labels:
            return mention
    near = topics.before(*_point(row, match), lambda m: m.label in labels, 1)
    if near is None or topics.side_by_name(near.entity) != "helper":
        return near
    return topics.before(*_point(row, match), lambda m: m.label in labels and topics.side_by_name(m.entity) != "helper", 1)


_FINDERS: dict[str, Callable[[Topics, Chart, Match], Filler | list[Found]]] = {
    "giver": _giver,
    "paid for": _paid_for,
    "firm": _firm,
    "investor": _investor,
    "subsidiary": _subsidiary,
    "home": _home,
    "thing": _workplace,
    "receiver": _receiver,
    "donor": _donor,
    "donor before": _donor_before,
    "both": _both,
    "other firm": _other_firm,
    "partner": _partner,
    "workplace": _employer,
}
