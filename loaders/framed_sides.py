"""On which side of the pairing the ends of a frame stand, and which of them thus is the helper."""

from __future__ import annotations

from collections.abc import Iterable

from graph.model import Entity
from loaders.chart import Chart
from loaders.frames import Match
from loaders.investments import puts_in_help
from loaders.tiers import helps, tier
from loaders.topics import Topics, home, inside, level

_SMALL = ("村", "镇", "乡", "街道", "社区", "寨", "屯", "苏木")
_TOWARDS = ("向", "给")


def wrong_side(topics: Topics, row: Chart, match: Match, ends: Iterable[tuple[str, Entity]]) -> str | None:
    """What is wrong where an end stands on the other side of the pairing than the frame says."""
    for role, entity in ends:
        wanted = match.frame.sides.get(role)
        if wanted == "business":
            if puts_in_help(topics, row, entity):
                return f"what {entity.name} puts in here is assistance"
            continue
        side = topics.side(entity) if wanted else None
        if wanted == "helped" and side == "helper" and (tier(entity) or 0) < 2:
            side = None  # by the other regions of a list only: a firm helps counties of Guangxi and of Tibet
        if wanted and side is not None and side != wanted:
            return f"{entity.name} is not the {wanted} here"
        if wanted == "helper" and any(row.code[max(0, i - 1) : i] in _TOWARDS for i in match.roles.get(role, ())):
            return f"{entity.name} is the one that something is given or done to"
        if (
            wanted == "helper"
            and side is None
            and entity.label == "Region"
            and level(entity) in (0, 4, 5)
            and entity.name.endswith(_SMALL)
        ):
            return f"on which side {entity.name} stands is open"
    return None


def oriented(topics: Topics, orient: bool, relation: str, a: Entity, b: Entity) -> tuple[Entity | None, Entity | None]:
    """Subject and object in the right direction; None, None where the words leave it open."""
    if relation != "ASSISTS" or (not orient and (a.label != "Region" or b.label != "Region")):
        return a, b
    known = helps(*(home(e) for e in (a, b)))
    if known is None and (b.id, a.id) in topics.pairs:
        known = False
    if known is None and (a.id, b.id) in topics.pairs:
        known = True
    if known is None:  # their parts go as the paired regions do: 湖南省 helps 兴山县, so 雨花区 its 古夫镇
        known = True if _parts(topics, a, b) else False if _parts(topics, b, a) else None
    if known is None and orient:
        known = True if _teaches(a, b) else False if _teaches(b, a) else None
    if known is None and orient:
        sides = topics.side(home(a)), topics.side(home(b))
        if "helper" in sides and sides[0] != sides[1]:  # who is paired with a part of the helping side is helped
            known = sides[0] == "helper"
    if known is False:
        return (b, a) if orient else (None, None)
    if known is None and orient:
        return None, None
    return a, b


def _parts(topics: Topics, a: Entity, b: Entity) -> bool:
    """Whether one lies in a helper and the other in what that helps."""
    return any(inside(home(a), helper) and inside(home(b), helped) for helper, helped in topics.pairs)


def _teaches(a: Entity, b: Entity) -> bool:
    """Whether one is a university or its hospital, the other a hospital or school of a county: that one is no helper of it."""
    houses = a.label in ("Facility", "Organization") and b.label in ("Facility", "Organization")
    return houses and "大学" in a.name and "大学" not in b.name and level(home(b)) == 3
