"""Bureaus named without their county, in a post: 在甲县任|农业农村局副局长, 挂任|县委办副主任, 甲县扶贫办副主任、|乡村振兴局副局长."""

from __future__ import annotations

import re

from graph.identity import entity_id
from graph.model import Entity
from loaders.chart import SIGNS, Chart
from loaders.gazetteer import load
from loaders.post_divisions import LEVELS, Held
from loaders.regions import region_entity
from loaders.topics import Found, Topics, level
from loaders.values import Mention

_WENT = re.compile(
    f"(?:在|到|赴|来到|前往|奔赴|派到|派往|派驻|分到|调到|进驻)(?:[{SIGNS['Region']}]的?)?(?P<place>[{SIGNS['Region']}])"
)
_EARLIER = re.compile(
    "(?:原(?!则|定|本定)|曾|此前|之前|来前|来之前|以前|从前|时任|本是|早年)(?!.*(?:现任|现为|如今|现在|后来|随后|挂职|挂任))"
)
_COUNTIES = (2, 3)


def bureau_of(topics: Topics, row: Chart, span: tuple[int, int], title: str, before: Held | None) -> Held | None:
    """The bureau of the county where the person went, whose other post stands before it, or that is under discussion."""
    words = row.code[slice(*span)]
    sign = words[0] if words[0] in "县市区州旗" else ""
    if _EARLIER.search(re.split("[；。：]", row.code[: span[0]])[-1]):
        return None  # the bureau of somebody's earlier days may be at home
    county = _beside(row, span[0], before, sign) or _gone_to(row, span[0], sign) or _spoken(topics, row, span[0], sign)
    if county is None or county.step is None:
        return None
    name = county.body.name + words.removeprefix(sign)
    aliases = tuple(
        dict.fromkeys((words, *(n + words.removeprefix(sign) for n in county.body.aliases if n[-1:] in "县市区州旗")))
    )
    entity = Entity(
        entity_id("Organization", name, county.body.id), "Organization", name, aliases, None, county.body.id
    )
    return Held(entity, county.step, title)


def _fits(entity: Entity, sign: str) -> bool:
    levels = LEVELS.get(sign, _COUNTIES)
    return entity.label == "Region" and level(entity) in levels and (not sign or entity.name.endswith(sign))


def _beside(row: Chart, end: int, before: Held | None, sign: str) -> Held | None:
    """The county whose bureau or government the post before was in."""
    body = before.body if before is not None else None
    place = load().place((body.region or body.id).removeprefix("region:")) if body is not None else None
    if place is None:
        return None
    region = region_entity(place, place.name)
    named = [m for m in row.items[:end] if isinstance(m, Mention) and region.id in (m.entity.id, m.entity.region)]
    return Held(region, Found(region, named[-1]), "") if named and _fits(region, sign) else None


def _gone_to(row: Chart, end: int, sign: str) -> Held | None:
    """The county that the words before say the person went to."""
    for match in reversed(list(_WENT.finditer(row.code, 0, end))):
        item = row.items[match.start("place")]
        if isinstance(item, Mention) and _fits(item.entity, sign):
            return Held(item.entity, Found(item.entity, item), "")
    return None


def _spoken(topics: Topics, row: Chart, at: int, sign: str) -> Held | None:
    """The helped county under discussion."""
    found = topics.county(row.sentence.block, row.starts[at])
    if found is None or not _fits(found.entity, sign) or not topics.is_helped(found.entity):
        return None
    return Held(found.entity, found, "")
