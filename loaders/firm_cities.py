"""The helping city that the name of a firm opens with, where the article names only a part of it or its province stands before.

深圳市甲电子 in an article about 罗湖区 came from Shenzhen; so did 广东东莞乙鞋业 where 东莞 is the helper.
"""

from __future__ import annotations

from graph.model import Entity
from loaders.gazetteer import load, significant
from loaders.regions import region_entity
from loaders.topics import Topics
from loaders.values import Mention

_PROVINCE, _CITY = 1, 2


def helpers_city(topics: Topics, mention: Mention) -> Entity | None:
    """The city of that kind; nothing where no helping region of the article lies in it."""
    at = 0
    for hit in sorted(load().find(mention.surface), key=lambda h: (h.start, -len(h.name))):
        if hit.start != at or len(hit.places) != 1 or len(hit.name) < 2:
            continue
        place = hit.places[0]
        if place.level == _PROVINCE:
            at = hit.start + len(hit.name)  # 广东东莞乙鞋业
            continue
        if place.level != _CITY:
            return None
        known = next((e for e in topics.entities if e.code == place.code), None)
        if known is not None:
            return known if topics.side(known) == "helper" else None
        own = significant(place.code)
        helping = any(
            e.label == "Region" and (e.code or "").startswith(own) and topics.side(e) == "helper"
            for e in topics.entities
        )
        return region_entity(place, hit.name) if helping else None
    return None
