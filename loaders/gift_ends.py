"""Who gives and who gets where a sentence speaks of a gift: each name is weighed by the words around it."""

from __future__ import annotations

import re

from loaders.aligned import is_address, share
from loaders.around import part, point_of
from loaders.chart import Chart
from loaders.costs import whole
from loaders.frames import Match
from loaders.gift_givers import GOT, TO, bounds, givers_of, names_between
from loaders.gift_kinds import suited
from loaders.gift_scene import fitted_out, head_gift
from loaders.gifts import HELD, receiver
from loaders.payees import with_list
from loaders.topics import Found, Topics, home
from loaders.values import HEADING, TITLE, Mention

RECEIVERS = ("Region", "RelocationSite", "Organization", "Facility", "Workshop", "Company", "Park")
_AT = re.compile(
    r"(?:在|来|到|赴|走进|来到|抵|抵达|扎根|落户|回访|前往|奔赴|深入|结对|牵手|没忘记|惦记|情系)了?[\ue001\ue002]?$"
)
_PAIRED = re.compile("(?:对口|结对)(?:支援|帮扶|协作|援助)\ue001?$")
_ITS = re.compile("[向给为对]其(?![他它中余])")
_OTHERS_GIFT = re.compile("，[^，。；]{0,8}[\ue006-\ue008](?![^，。；]{0,4}(?:的|里))")  # the next giver


def gift_giver(topics: Topics, row: Chart, match: Match) -> list[Mention | Found]:
    """Who gives in the sentence; nobody where no name is tied to the gift or nobody gets it."""
    if _in_row(row, match):
        return []  # each has his own sum: `share_giver`
    givers = givers_of(topics, row, match)
    got = got_by(topics, row, match, givers) if givers else []
    if not got or (_headline(topics, row) and not all(isinstance(m, Mention) for m in got)):
        return []
    return [m if _here(row, m) else Found(m.entity, m) for m in givers]


def gift_receiver(topics: Topics, row: Chart, match: Match) -> list[Mention | Found]:
    """Who gets the gift of the sentence: named in it, else spoken of."""
    givers = givers_of(topics, row, match)
    return got_by(topics, row, match, givers) if givers else []


def _in_row(row: Chart, match: Match) -> bool:
    return any(share(row, at) is not None for at in match.roles.get("amount", ()))


def got_by(topics: Topics, row: Chart, match: Match, givers: list[Mention]) -> list[Mention | Found]:
    """Who gets what these give: named in the sentence, the thing whose cost is shared out, or who is spoken of."""
    ids = {m.entity.id for m in givers}
    sides = {topics.side_by_name(m.entity) for m in givers}
    own = {topics.side(r.entity) for m in givers for r in _address(row, m)}
    named = [m for m in _receivers(topics, row, match) if m.entity.id not in ids]
    named = [m for m in named if topics.side_by_name(m.entity) is None or topics.side_by_name(m.entity) not in sides]
    if own == {"helper"}:
        named = [m for m in named if topics.side_by_name(m.entity) != "helper"]
    if own == set() and any(m.label == "Company" for m in givers):
        seats = {(home(m.entity).code or "")[:2] for m in givers} - {""}
        named = [m for m in named if not (topics.side(m.entity) == "helper" and (m.entity.code or "-")[:2] in seats)]
    if named:
        return _whole_place(topics, row, match, named, ids)
    head = head_gift(row, match)
    if head is not None and head.entity.id not in ids:
        return [head]
    costing = whole(topics, row, match.start) or fitted_out(topics, row, match)
    if costing is not None:
        return [costing]
    told = re.search("[\ue00a\ue00b]", row.code[match.start : match.end + 12]) is not None
    if sides == {"helper"} and told and all(m.label == "Region" for m in givers):
        paired = {helped for helper, helped in topics.pairs if helper in ids}
        place = topics.before(*point_of(row, match), lambda m: m.entity.id in paired, 9)
        return [place] if place is not None and len(paired) == 1 else []
    if "helped" in own or "helped" in sides:
        return []
    if all(m.label == "Person" for m in givers):
        return suited(topics, row, match, ids) if told else []
    if all(m.label in ("Region", "Person") for m in givers):
        return []
    found = receiver(topics, row, match, givers)
    return [] if found is None else [*found] if isinstance(found, list) else [found]


_IN_ALL = re.compile("(?:累计|合计|总计|共计)[^，。；]{0,4}$")


def _whole_place(
    topics: Topics, row: Chart, match: Match, named: list[Mention], givers: set[str]
) -> list[Mention | Found]:
    """Those named; the place that is helped where what is given in all follows the deeds (捐建A小学、B敬老院，累计捐赠1260万元)."""
    clause, _ = part(row, match.start, match.start, "，；：。")
    behind = all(m.start < row.starts[clause] and m.label in ("Facility", "Workshop") for m in named)
    if behind and len(named) > 1 and _IN_ALL.search(row.code, clause, match.start):
        paired = {helped for helper, helped in topics.pairs if helper in givers}
        place = topics.before(*point_of(row, match), lambda m: m.entity.id in paired, 1)
        place = place or topics.county(*point_of(row, match)) or topics.place(*point_of(row, match))
        return [place] if place is not None else []
    return list(named)


def _headline(topics: Topics, row: Chart) -> bool:
    return topics.reading.blocks[row.sentence.block].kind in (TITLE, HEADING)


def _here(row: Chart, mention: Mention) -> bool:
    return any(item is mention for item in row.items)


def _address(row: Chart, giver: Mention) -> list[Mention]:
    """The place written right before a giver (苏黑村的甲车间)."""
    index = next((i for i, item in enumerate(row.items) if item is giver), 0)
    near = [row.items[i] for i in (index - 1, index - 2) if i >= 0]
    return [item for item in near if isinstance(item, Mention) and item.label == "Region"][:1]


def _receivers(topics: Topics, row: Chart, match: Match) -> list[Mention]:
    low, high = bounds(row, match)
    best: tuple[float, Mention] | None = None
    its = _ITS.search(row.code, low, high)
    for index, mention in names_between(row, low, high):
        if mention.label not in RECEIVERS or _OTHERS_GIFT.search(row.code, match.end, max(index, match.end)):
            continue
        weight = 5.5 + index / 1000 if its is not None and index < its.start() else _gets(row, index, mention, match)
        if weight > 0 and (best is None or weight > best[0]):
            best = weight, mention
    if best is None:
        return []
    return [m for m in with_list(row, best[1]) if isinstance(m, Mention)]


def _gets(row: Chart, index: int, mention: Mention, match: Match) -> float:
    code = row.code
    before = code[max(0, index - 8) : index]
    own = (
        mention.prefix is not None or len(mention.entity.name) > 4 or mention.label != "Facility"
    )  # 文化广场 is a kind
    thing = 0.0 if mention.label == "Region" else 0.6 if own else -0.6
    near = -abs(index - match.start) / 100 - 2.5 * (
        "，" in code[match.end : index] and "捐" not in code[match.start : match.end]
    )
    following = code[index + 1 : index + 2]
    if is_address(row, index) or _PAIRED.search(before):
        return 0
    if following == "的" and code[index + 2 : index + 3] in "\ue003\ue004\ue005":
        return 0
    if before.endswith("在") and HELD.match(code, index + 1):
        return 0
    if (
        index <= 4
        and re.match("[^，。；：]{0,5}，", code[index + 1 :])
        and mention.label not in ("Region", "Company", "Organization")
        and index < match.start
    ):
        return 3.2 + near  # an item of a list opens with it: 演播室，永康市捐赠设备
    if re.search("[向给对往替帮为]?$", before):
        beside = index < match.start and "，" not in code[index : match.start]
        return 6 + thing + near + (1.5 if beside else 0.0)
    if TO.search(before):
        return 5 + thing + near
    if index >= match.end and not re.search("[，、]", code[match.end : index]) and index - match.end <= 1:
        return 4 + thing + near  # 捐助A小学
    if (
        index < match.start
        and GOT.search(code[index + 1 : match.end])
        and not re.search("[\ue001-\ue008]", code[index + 1 : match.end])
    ):
        return 4.5 + thing + near
    if index < match.start and re.match(
        r"[^，。；]{0,16}，?[^，。；]{0,6}(?:全?是|都是|均?由|来自)", code[index + 1 : match.start + 1]
    ):
        return 3.5 + thing + near
    if _AT.search(before):
        return 2.5 + thing + near
    return 0
