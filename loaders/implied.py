"""Who helps whom, as other facts of the article tell: a cadre sent from one region to another, a workshop in the helped
county that the helper paid for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from graph.model import Entity, Step
from loaders.proposals import Proposal, antecedent_span
from loaders.topics import helps, home, inside, level
from loaders.values import Reading

_PAID = ("FUNDED", "BUILT")


def find_implied(reading: Reading, known: Sequence[Proposal]) -> list[Proposal]:
    """ASSISTS between regions, each with the facts it follows from as its steps; only in the known direction."""
    sound = [p for p in known if p.problem is None]
    named = {m.entity.id: m.entity for m in reading.mentions if m.label == "Region"}
    told = [p for p in sound if p.relation == "ASSISTS" and p.subject.label == p.object.label == "Region"]
    found: dict[tuple[str, str], Proposal] = {}
    for one, other, kind in (*_sent(sound), *_paid(sound)):
        subject = one.object if kind == "secondment" else one.subject
        helper, helped = _named(subject, named), _named(other.object, named)
        if helper is None or helped is None or helps(helper, helped) is not True:
            continue
        if any(p.object.id == helped.id and inside(helper, p.subject.id) for p in told if p.subject.id != helper.id):
            continue  # the city is said to be the helper: that its district sent somebody makes no second one
        steps = (
            Step("subject", kind, subject.name, helper.name),
            Step("object", kind, other.object.name, helped.name),
        )
        because = (*steps, *one.because, *other.because)
        spans = tuple(dict.fromkeys((*one.spans, *other.spans)))
        spans += tuple(
            _where_named(reading, region) for region in (helper, helped) if not _names(reading, spans, region)
        )
        proposal = Proposal("ASSISTS", helper, helped, spans, tuple(dict.fromkeys(because)))
        found.setdefault((helper.id, helped.id), proposal)
    return list(found.values())


def _names(reading: Reading, spans: Sequence[tuple[int, int, int]], region: Entity) -> bool:
    """Whether the words name the region, and not only a body of it."""
    return any(name in reading.plain(*span) for span in spans for name in region.names if len(name) > 1)


def _where_named(reading: Reading, region: Entity) -> tuple[int, int, int]:
    """The first words of the article that name the region."""
    return antecedent_span(reading, next(m for m in reading.mentions if m.entity.id == region.id))


def _sent(known: Sequence[Proposal]) -> Iterator[tuple[Proposal, Proposal, str]]:
    """A person's sender and receiver."""
    receivers = [p for p in known if p.relation == "SECONDED_TO"]
    for sent in known:
        if sent.relation == "SECONDED_FROM":
            yield from (
                (sent, received, "secondment") for received in receivers if received.subject.id == sent.subject.id
            )


def _paid(known: Sequence[Proposal]) -> Iterator[tuple[Proposal, Proposal, str]]:
    """What a region paid for or built, and where it lies; or the region itself that it paid for."""
    places = [p for p in known if p.relation == "LOCATED_IN" and p.object.label == "Region"]
    for paid in known:
        if paid.relation == "FUNDED" and paid.subject.label == paid.object.label == "Region":
            yield paid, paid, "paid for"
        if paid.relation in _PAID and paid.subject.label == "Region":
            yield from ((paid, place, "paid for") for place in places if place.subject.id == paid.object.id)


def _named(entity: Entity, named: dict[str, Entity]) -> Entity | None:
    """The division of an end, a county, city or province, if the article names it."""
    region = home(entity)
    if region.label == "Region" and level(region) in (4, 5) and region.code:
        region = named.get(f"region:{region.code[:6]}", region)
    return named.get(region.id) if region.label == "Region" and level(region) in (1, 2, 3) else None
