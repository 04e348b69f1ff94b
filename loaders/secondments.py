"""Who helps whom, as the sending of people tells: a cadre of one region's office at work in another region."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from graph.model import Entity, Step
from loaders.proposals import Proposal
from loaders.topics import helps, home, level
from loaders.values import Reading


def find_sending_pairs(reading: Reading, known: Sequence[Proposal]) -> Iterator[Proposal]:
    """ASSISTS between the region that sends a person and the region that receives the person."""
    senders = [p for p in known if p.relation == "SECONDED_FROM" and p.problem is None]
    receivers = [p for p in known if p.relation == "SECONDED_TO" and p.problem is None]
    named = {m.entity.id: m.entity for m in reading.mentions if m.label == "Region"}
    seen: set[tuple[str, str]] = set()
    for sent in senders:
        for received in receivers:
            if sent.subject.id != received.subject.id:
                continue
            helper, helped = _named(sent.object, named), _named(received.object, named)
            if helper is None or helped is None or helps(helper, helped) is not True or (helper.id, helped.id) in seen:
                continue
            seen.add((helper.id, helped.id))
            steps = (
                Step("subject", "secondment", sent.object.name, helper.name),
                Step("object", "secondment", received.object.name, helped.name),
            )
            yield Proposal("ASSISTS", helper, helped, (*sent.spans, *received.spans), (*steps, *sent.because, *received.because))


def _named(entity: Entity, named: dict[str, Entity]) -> Entity | None:
    """The division of a sender or receiver, of county size or larger, if the article names it."""
    region = home(entity)
    return named.get(region.id) if region.label == "Region" and level(region) in (1, 2, 3) else None
