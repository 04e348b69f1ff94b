"""Who fills a role that a frame's words leave open: looked for in the sentence first, then in what is under discussion.

A frame names its fillers under `missing`, several joined by | are tried in order (`missing: {b: thing built|place}`).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from graph.model import Entity, Step
from loaders.chart import Chart
from loaders.frames import Match
from loaders.gazetteer_pairs import pair
from loaders.regions import region_entity
from loaders.topics import Found, Topics
from loaders.values import Mention

THINGS = ("Park", "Workshop", "Facility")
_RECEIVERS = ("Region", "RelocationSite", "Organization", "Facility", "Workshop")
_PAIR = re.compile(r"([一-鿿]{2})(?=(?:东西部|扶贫|帮扶|劳务|产业|消费|对口)*(?:协作|合作|帮扶|支援))")
_USED = re.compile(r"[建盖修造购置添配扶持撑]|打造|用于|用在|投[在入向]|翻新|扩|[花砸]在|支持")
_LOCATIVE = re.compile(r"[在向给为对往到于]$")
_GENERIC = {  # words that point back at a thing under discussion
    "Workshop": re.compile(r"(?<![一-鿿])(?:这|该|此)?[个座家间]?(?:车间|工坊|作坊|坊里|绣坊)"),
    "Park": re.compile(r"(?:产业|工业|创业|孵化)?园区?里?|厂房"),
    "Facility": re.compile(r"中心|基地|医院|学校|大楼|[院楼站馆校厂库]"),
    "Company": re.compile(r"合作社|(?:这家|该)?(?:公司|企业)|厂[里子家]"),
}


def fill(topics: Topics, row: Chart, match: Match, what: str) -> Mention | Found | None:
    """The filler of an open role: a mention of the sentence, or one found elsewhere in the article."""
    for name in what.split("|"):
        finder = _FINDERS.get(name.strip())
        found = finder(topics, row, match) if finder else topics.fill(name.strip(), *_point(row, match))
        if found is not None:
            return found
    return None


def _point(row: Chart, match: Match) -> tuple[int, int]:
    return row.sentence.block, row.starts[match.start]


def _before(row: Chart, end: int, start: int = 0) -> Iterator[tuple[int, Mention]]:
    """The names of the sentence that stand before a sign, the nearest first."""
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


def _giver(topics: Topics, row: Chart, match: Match) -> Mention | Found | None:
    """Who pays assistance money: named before the sum, or the helping side of 沪滇协作资金, or the helper spoken of."""
    for _, mention in _before(row, _amount(match)):
        side = topics.side(mention.entity)
        if mention.label in ("Region", "Organization") and side == "helper":
            return mention
    return _compressed(topics, row, match) or topics.helper(*_point(row, match))


def _compressed(topics: Topics, row: Chart, match: Match) -> Found | None:
    helpers = {helper for helper, _ in topics.pairs}
    for hit in reversed(list(_PAIR.finditer(row.code, 0, match.end + 6))):
        sides = pair(hit.group(1))
        if sides is None:
            continue
        entities = [region_entity(place, hit.group(1)[0]) for place in sides[0]]
        entity = next((e for e in entities if e.id in helpers), entities[0])
        at = hit.start()
        where = Mention(
            row.sentence.block, row.starts[at], row.ends[at + 1], hit.group(1), entity,
            Step("", "compressed pair", hit.group(1), entity.name),
        )
        return Found(entity, where)
    return None


def _paid_for(topics: Topics, row: Chart, match: Match) -> Mention | Found | None:
    """What assistance money went into: the thing built with it, else the place that got it."""
    at = _amount(match)
    return (
        _thing_after(row, at)
        or _thing_before(topics, row, match.start, at)
        or _generic(topics, row, (match.start, at))
        or _place_of(topics, row, at)
    )


def _thing_after(row: Chart, at: int) -> Mention | None:
    """The thing named after the sum, where a verb of building or using stands between."""
    limit = next((i for i in range(at + 1, len(row.code)) if row.items[i] is not None and row.code[i] == row.code[at]), None)
    for index, mention in _after(row, at + 1, min(limit or len(row.code), at + 60)):
        if mention.label in (*THINGS, "RelocationSite", "Programme") and _USED.search(row.code[at:index]):
            return mention
        if mention.label == "Company" and re.search(r"支持|扶持|用于|注入|投入$|帮", row.code[at:index]):
            return mention
    return None


def _thing_before(topics: Topics, row: Chart, start: int, at: int) -> Mention | None:
    """The thing that the sentence spoke of before it came to the sum (X由A投入…, X花了…)."""
    for _, mention in _before(row, at):
        if mention.label in THINGS and mention.start < row.starts[at]:
            return mention
    return None


def _generic(topics: Topics, row: Chart, around: tuple[int, int]) -> Found | None:
    """The thing that words like 车间, 园区, 厂房 point back at."""
    text = row.code[max(0, around[0] - 30) : around[1] + 40]
    for label in THINGS:
        if _GENERIC[label].search(text):
            found = topics.labelled(label, row.sentence.block, row.starts[around[0]], 1)
            if found is not None:
                return found
    return None


def _place_of(topics: Topics, row: Chart, at: int) -> Mention | Found | None:
    """The helped place of the sentence, first the one after 在 or 向, else the nearest one spoken of."""
    places = [
        (index, mention)
        for index, mention in (*_before(row, at), *_after(row, at + 1, at + 40))
        if mention.label in ("Region", "RelocationSite") and topics.side(mention.entity) != "helper"
    ]
    for index, mention in places:
        if _LOCATIVE.search(row.code[:index]):
            return mention
    if places:
        return places[0][1]
    return _place_near(topics, row, at)


def _place_near(topics: Topics, row: Chart, at: int) -> Found | None:
    def test(m: Mention) -> bool:
        return m.label in ("Region", "RelocationSite") and topics.side(m.entity) != "helper"

    point = row.sentence.block, row.sentence.start
    return topics.before(*point, test, 0) or topics.place(*point)


def _firm(topics: Topics, row: Chart, match: Match) -> Mention | Found | None:
    """The firm that acts: the last one named before, in the sentence or before it."""
    for _, mention in _before(row, match.start):
        if mention.label == "Company":
            return mention
        if mention.label in THINGS:
            break
    return topics.labelled("Company", *_point(row, match), 1)


def _investor(topics: Topics, row: Chart, match: Match) -> Mention | Found | None:
    """The firm whose money is spoken of: the last name before must be a firm's, not that of a place or a thing."""
    for _, mention in _before(row, match.start + 1):
        if mention.label == "Company":
            return mention
        if mention.label in (*THINGS, "Organization") or topics.side(mention.entity) == "helper":
            return None
    block, position = _point(row, match)
    last = topics.before(block, position, lambda m: m.label in ("Company", "Facility", "Workshop", "Organization"), 0)
    return last if last is not None and last.entity.label == "Company" else None


def _subsidiary(topics: Topics, row: Chart, match: Match) -> Mention | None:
    """The firm that the investor set up with the sum."""
    at = _amount(match)
    for index, mention in _after(row, at + 1, at + 30):
        if mention.label == "Company" and re.search(r"设立|成立|注册|创办|建起|组建|入股", row.code[at:index]):
            return mention
    return None


def _home(topics: Topics, row: Chart, match: Match) -> Mention | Found | None:
    """Where a firm settles: a place of the sentence, else the park or site under discussion, else the county."""
    company = next((row.items[i] for i in match.roles.get("a", ()) if isinstance(row.items[i], Mention)), None)
    names = company.entity.names if isinstance(company, Mention) else ()
    near = [*_after(row, match.start, match.end + 30), *_before(row, match.start)]
    inside = [m for _, m in near if m.label in ("Park", "RelocationSite")]
    if inside:
        return inside[0]
    for index, mention in near:
        if mention.label == "Region" and topics.side(mention.entity) == "helped" and mention.surface not in names:
            if _LOCATIVE.search(row.code[:index]) or row.code[index - 1 : index] in ("，", "户"):
                return mention
    point = _point(row, match)
    return topics.before(*point, lambda m: m.label in ("RelocationSite", "Park"), 1) or _place_near(topics, row, match.start)


def _workplace(topics: Topics, row: Chart, match: Match) -> Mention | Found | None:
    """The workshop, park or centre under discussion."""
    for _, mention in _before(row, match.end):
        if mention.label in THINGS:
            return mention
    return topics.before(*_point(row, match), lambda m: m.label in THINGS, 1)


def _receiver(topics: Topics, row: Chart, match: Match) -> Mention | Found | None:
    """Who gets a gift whose receiver goes unsaid: the school, site or village spoken of, else the helped place."""
    givers = {row.items[i].entity.id for i in match.roles.get("a", ()) if isinstance(row.items[i], Mention)}  # type: ignore[union-attr]
    sides = {topics.side(e) for e in topics.entities if e.id in givers}

    def test(m: Mention) -> bool:
        if m.label not in _RECEIVERS or m.entity.id in givers:
            return False
        side = topics.side(m.entity)
        return side == ("helper" if sides == {"helped"} else "helped") or (side is None and m.label in ("Facility", "Workshop"))

    return topics.before(row.sentence.block, row.starts[match.start], test, 1) or topics.place(*_point(row, match))


def _donor(topics: Topics, row: Chart, match: Match) -> Mention | Found | None:
    """Who gives: the last named before in the sentence, a firm or body spoken of."""
    for _, mention in _before(row, match.start):
        if mention.label in ("Company", "Organization", "Facility", "Person", "Region"):
            return mention
    if _GENERIC["Company"].search(row.code[: match.start]):
        return topics.labelled("Company", *_point(row, match), 1)
    return None


def _partner(topics: Topics, row: Chart, match: Match) -> Mention | Found | None:
    """The other party where only 合作社, 公司 or the like stands for it."""
    acting = {row.items[i].entity.id for i in match.roles.get("a", ()) if isinstance(row.items[i], Mention)}  # type: ignore[union-attr]
    word = re.search(r"合作社|公司|企业|医院|学校|基地", row.code[match.start : match.end])
    if word is None:
        return None

    def test(m: Mention) -> bool:
        return m.entity.id not in acting and m.entity.name.endswith(word.group())

    return topics.before(*_point(row, match), test, 2)


_FINDERS: dict[str, Callable[[Topics, Chart, Match], Mention | Found | None]] = {
    "giver": _giver,
    "paid for": _paid_for,
    "firm": _firm,
    "home": _home,
    "investor": _investor,
    "subsidiary": _subsidiary,
    "thing": _workplace,
    "receiver": _receiver,
    "donor": _donor,
    "partner": _partner,
}
