"""Addresses: places written in one run, from the province down to the house."""

from __future__ import annotations

import re
from collections.abc import Iterator

from loaders.around import THINGS
from loaders.chart import PLACES, nested
from loaders.proposals import Proposal
from loaders.settlements import KIND_OF_SITE
from loaders.topics import Topics, level
from loaders.values import Mention, Reading

_TOWN = re.compile(r"(?:镇|乡|街道|苏木)$")


def find_addresses(reading: Reading, topics: Topics) -> Iterator[Proposal]:
    """What each part of an address lies in: 凤羽街道城南社区, 隆安县城厢镇宝塔社区."""
    run: list[Mention] = []
    for before, mention in zip(reading.mentions, reading.mentions[1:], strict=False):
        run = [*run, before] if run and _joined(reading, run[-1], before) else [before]
        if before.label not in PLACES or not _joined(reading, before, mention):
            continue
        if not topics.is_helper(before.entity):
            yield from _town(run, mention)
        if mention.label == "Region" and (not nested(before, mention) or level(mention.entity) in (1, 2, 3, 4)):
            continue  # down to the town the gazetteer says what lies where
        span = (mention.block, before.start, mention.end)
        opening = mention.prefix
        if mention.label not in PLACES and opening is not None and before.entity.id != opening.id:
            if mention.surface.startswith(opening.names) and opening.label in PLACES:
                if level(opening) not in (1, 2, 3):
                    yield Proposal("LOCATED_IN", opening, before.entity, (span,))
                elif level(before.entity) in (0, 4, 5) and topics.is_helper(opening):
                    yield Proposal("LOCATED_IN", mention.entity, before.entity, (span,))  # 格尔加村扬州包子车间
            continue
        if mention.label in ("RelocationSite", "Region", *THINGS):
            yield Proposal("LOCATED_IN", mention.entity, before.entity, (span,))


def _joined(reading: Reading, before: Mention, mention: Mention) -> bool:
    """Whether nothing stands between two parts, or only what kind of site the second is."""
    if before.block != mention.block or before.end > mention.start:
        return False
    return before.end == mention.start or bool(
        KIND_OF_SITE.fullmatch(reading.plain(mention.block, before.end, mention.start))
    )


def _town(run: list[Mention], mention: Mention) -> Iterator[Proposal]:
    """A town lies in the county before it, where the address is written in full, from the province on."""
    upper = run[-1]
    if mention.label != "Region" or not _TOWN.search(mention.surface) or upper.label != "Region":
        return
    if level(upper.entity) in (2, 3) and level(run[0].entity) == 1 and nested(upper, mention):
        yield Proposal("LOCATED_IN", mention.entity, upper.entity, ((mention.block, upper.start, mention.end),))
