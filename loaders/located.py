"""What lies where: addresses, names that begin with a place, and things under the roof of the site under discussion."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from graph.model import Step
from loaders.chart import nested
from loaders.proposals import Proposal, antecedent_span
from loaders.topics import Topics, level
from loaders.values import CAPTION, Mention, Reading

_HOUSED = ("Park", "Workshop", "Facility")


def find_places(reading: Reading, topics: Topics, known: Sequence[Proposal]) -> list[Proposal]:
    """LOCATED_IN by name and address; `known` are the proposals of the other finders."""
    found = [*_addresses(reading), *_prefixed(reading)]
    placed = {p.subject.id for p in (*known, *found) if p.relation == "LOCATED_IN" and p.problem is None}
    found += _under_discussion(reading, topics, placed)
    return found


def _addresses(reading: Reading) -> Iterator[Proposal]:
    """Places in one run: 凤羽街道城南社区."""
    for before, mention in zip(reading.mentions, reading.mentions[1:], strict=False):
        if before.block != mention.block or before.end != mention.start or before.label not in ("Region", "RelocationSite"):
            continue
        if mention.label == "Region" and (not nested(before, mention) or level(before.entity) == 1):
            continue
        if mention.label in ("RelocationSite", "Region", *_HOUSED):
            yield Proposal(
                "LOCATED_IN", mention.entity, before.entity, ((mention.block, before.start, mention.end),)
            )


def _prefixed(reading: Reading) -> Iterator[Proposal]:
    """Names that open with their place: 隆安县农民工创业园."""
    for mention in reading.mentions:
        if mention.prefix is None or mention.label not in (*_HOUSED, "Organization"):
            continue
        if mention.prefix.id == mention.entity.id:
            continue
        if any(name in mention.surface for name in mention.prefix.names):
            yield Proposal("LOCATED_IN", mention.entity, mention.prefix, (antecedent_span(reading, mention),))


def _under_discussion(reading: Reading, topics: Topics, placed: set[str]) -> Iterator[Proposal]:
    """A workshop, centre or park without an address, in an article about one relocation site."""
    seen: set[str] = set()
    for mention in reading.mentions:
        if mention.label not in _HOUSED or mention.entity.id in placed | seen:
            continue
        if reading.blocks[mention.block].kind == CAPTION:
            continue
        seen.add(mention.entity.id)
        site = topics.site(mention.block, mention.start)
        if site is None or site.where.block < mention.block - 3:
            continue
        yield Proposal(
            "LOCATED_IN",
            mention.entity,
            site.entity,
            (antecedent_span(reading, mention), antecedent_span(reading, site.where)),
            (Step("object", "topic", "", site.entity.name),),
        )


def housed(mention: Mention) -> bool:
    """Whether the mention is a thing that stands in a place."""
    return mention.label in _HOUSED
