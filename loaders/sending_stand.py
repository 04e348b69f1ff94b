"""On which side of the pairing a name of a chart stands: by its own name, its region, or what is under discussion."""

from __future__ import annotations

import re

from graph.model import Entity
from loaders.chart import Chart
from loaders.lexicon import read_yaml
from loaders.sending_sides import side_of
from loaders.tiers import tier
from loaders.topics import Topics, home
from loaders.values import Mention

HELPER, HELPED = "helper", "helped"
MAYBE, AWAY = "helped?", "helper?"  # only what is under discussion makes it so

_CENTRAL = re.compile(read_yaml("sendings.yaml")["ends"]["central"])


def stand(topics: Topics, row: Chart, at: int) -> str | None:
    """The side on which a name of a chart stands, by its name, the region before it or its own division."""
    item = row.items[at]
    assert isinstance(item, Mention)
    side = side_of(topics, item.entity)
    if side is not None:
        return side
    before = row.items[at - 1] if at else None
    if item.prefix is not None and item.prefix.label == "Region":
        side = side_of(topics, item.prefix)
    elif isinstance(before, Mention) and before.label == "Region" and item.label != "Region":
        side = side_of(topics, before.entity)
    if side is not None:
        return side
    if item.label != "Region" and _CENTRAL.match(item.entity.name) and not re.search("[省市县州]", item.entity.name):
        return HELPER
    if item.label == "Company":
        return None
    return _by_tier(topics, item.entity)


def _by_tier(topics: Topics, entity: Entity) -> str | None:
    own = tier(home(entity))
    if own is None:
        return MAYBE if entity.label == "RelocationSite" else None
    if topics.highest == topics.lowest:
        return AWAY if own == 3 else MAYBE if own < 2 else None
    return AWAY if own == topics.highest else MAYBE if own == topics.lowest else None
