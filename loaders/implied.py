"""Who helps whom, as other facts of the article tell: a cadre sent from one region to another, a workshop in the helped
county that the helper paid for."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from graph.model import Entity, Step
from loaders.around import place_before
from loaders.departures import MOVED
from loaders.proposals import Proposal, antecedent_span
from loaders.tiers import CENTRAL, EAST, helps, tier
from loaders.topics import Topics, home, inside, level
from loaders.values import Mention, Reading
from loaders.wider_help import lies_in, wider_helper
from loaders.working_here import WORKS

_PAID = ("FUNDED", "BUILT")
_MUNICIPALITIES = ("11", "12", "31", "50")
_UNIVERSITY = re.compile("(?:大学|学院)(?!附属)")


def find_implied(reading: Reading, known: Sequence[Proposal]) -> list[Proposal]:
    """ASSISTS between regions, each with the facts it follows from as its steps; only in the known direction."""
    sound = [p for p in known if p.problem is None]
    named = {m.entity.id: m.entity for m in reading.mentions if m.label == "Region"}
    for m in reading.mentions:  # the county may be named only in that of its school or park
        if (
            m.prefix is not None
            and m.prefix.label == "Region"
            and any(len(n) > 1 and n in m.surface for n in m.prefix.names)
        ):
            named.setdefault(m.prefix.id, m.prefix)
    told = [p for p in sound if p.relation == "ASSISTS" and p.subject.label == p.object.label == "Region"]
    found: dict[tuple[str, str], Proposal] = {}
    for one, other, kind in (*_paid(sound), *_sent(sound)):  # money names the regions, a person often only their houses
        subject = one.object if kind == "secondment" else one.subject
        helper, helped = _named(subject, named), _named(other.object, named)
        if helper is None or helped is None or not _can_help(helper, helped, one):
            continue
        if _too_wide(reading, helper, helped) or _unequal(helper, helped) or _said_of_parts(told, helper, helped):
            continue
        if wider_helper(reading, helper):
            continue
        if kind == "secondment" and (_on_its_own(subject) or _for_a_whole(helper, helped)):
            continue
        if any(p.object.id == helped.id and inside(helper, p.subject.id) for p in told if p.subject.id != helper.id):
            continue  # the city is said to be the helper: that its district gave or sent makes no second one
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


def _too_wide(reading: Reading, helper: Entity, helped: Entity) -> bool:
    """Whether the article speaks of a part of an eastern helper more often than of the whole: a county's partner is
    that part."""
    if level(helped) != 3 or level(helper) > 2 or tier(helper) != EAST:
        return False
    counts = Counter(m.entity.id for m in reading.mentions if m.label == "Region")
    parts = {m.entity.id for m in reading.mentions if m.label == "Region" and lies_in(helper, m.entity)}
    return any(counts[part] > counts[helper.id] for part in parts)


def _unequal(helper: Entity, helped: Entity) -> bool:
    """Whether the helper is too small for the helped: a city's district or county is no partner of a whole prefecture,
    nor a city of a province. The districts of the four municipalities rank with cities."""
    if level(helped) == 1:
        return level(helper) > 1
    return level(helped) == 2 and level(helper) == 3 and (helper.code or "")[:2] not in _MUNICIPALITIES


def _said_of_parts(told: Sequence[Proposal], helper: Entity, helped: Entity) -> bool:
    """Whether the article says outright that a part of the one helps the other, or the one a part of the other."""
    return any(
        (p.object.id == helped.id and lies_in(helper, p.subject))
        or (p.subject.id == helper.id and lies_in(helped, p.object))
        for p in told
    )


def _on_its_own(sender: Entity) -> bool:
    """Whether the sender sends people for itself: a firm or a university does not stand for the city that it lies in."""
    return sender.label == "Company" or bool(_UNIVERSITY.search(sender.name))


def _for_a_whole(helper: Entity, helped: Entity) -> bool:
    """Whether who is sent goes for a larger whole: 湘潭市's teachers go to Turpan for Hunan. Help for Xinjiang, Tibet and
    Qinghai is shared out to central provinces, to eastern cities, and to the districts of the municipalities."""
    if tier(helped) != 0:
        return False
    if tier(helper) == CENTRAL:
        return level(helper) > 1
    return level(helper) == 3 and (helper.code or "")[:2] not in _MUNICIPALITIES


def _can_help(helper: Entity, helped: Entity, fact: Proposal) -> bool:
    """Whether the direction is known, or is that of money given inside one province (省内对口帮扶)."""
    verdict = helps(helper, helped)
    if verdict and (tier(helper) or 0) < CENTRAL and tier(helped) != tier(helper):
        return False  # who comes from Xinjiang to Gansu was at work there
    given = fact.relation in ("FUNDED", "DONATED_TO") and fact.subject.label == fact.object.label == "Region"
    same = (helper.code or "")[:2] == (helped.code or "")[:2] and (helper.code or "")[:4] != (helped.code or "")[:4]
    return verdict is True or (verdict is None and given and same and level(helper) > 1)


def find_settled(reading: Reading, topics: Topics, known: Sequence[Proposal]) -> list[Proposal]:
    """MOVED_INTO of firms that came from the helping side: where they lie now, else the place under discussion."""
    sound = [p for p in known if p.problem is None]
    settled = {p.subject.id for p in sound if p.relation == "MOVED_INTO"}
    found: list[Proposal] = []
    for came in sound:
        if came.relation != "CAME_FROM" or came.subject.id in settled:
            continue
        places = [p for p in sound if p.relation == "LOCATED_IN" and p.subject.id == came.subject.id]
        places = [p for p in places if not any(n in came.subject.name for n in p.object.names if len(n) > 1)]
        lies = [p for p in places if topics.side(p.object) != "helper" and level(p.object) not in (1, 2)]
        for place in lies:
            because = (*came.because, *place.because, Step("object", "lies in", "", place.object.name))
            spans = tuple(dict.fromkeys((*came.spans, *place.spans)))
            found.append(Proposal("MOVED_INTO", came.subject, place.object, spans, tuple(dict.fromkeys(because))))
        if lies or came.rule not in (MOVED, WORKS):
            continue
        there = _moved_to(reading, topics, came.spans[0])
        if there is not None:
            found.append(Proposal("MOVED_INTO", came.subject, there.entity, came.spans, came.because))
        near = place_before(topics, *_end_of(came.spans[0])) if there is None else None
        if near is not None:
            because = (*came.because, near.step("object"))
            spans = (*came.spans, antecedent_span(reading, near.where))
            found.append(Proposal("MOVED_INTO", came.subject, near.entity, spans, because))
    return found


def _moved_to(reading: Reading, topics: Topics, span: tuple[int, int, int]) -> Mention | None:
    """The place behind 搬到 and the like in the words that tell where the firm came from."""
    for mention in reversed(reading.within(*span)):
        if mention.label in ("Region", "Park", "RelocationSite") and topics.side(mention.entity) != "helper":
            before = reading.plain(mention.block, max(span[1], mention.start - 12), mention.start)
            if _TO.search(before):
                return mention
    return None


_TO = re.compile("(?:搬|迁|移|挪|引|拉|落)(?:到|至|进|往|入|在)[^，。；]{0,8}$")


def _end_of(span: tuple[int, int, int]) -> tuple[int, int]:
    return span[0], span[2]


def _names(reading: Reading, spans: Sequence[tuple[int, int, int]], region: Entity) -> bool:
    """Whether the words name the region, and not only a body of it."""
    return any(name in reading.plain(*span) for span in spans for name in region.names if len(name) > 1)


def _where_named(reading: Reading, region: Entity) -> tuple[int, int, int]:
    """The first words of the article that name the region."""
    return antecedent_span(
        reading, next(m for m in reading.mentions if region.id in (m.entity.id, m.prefix.id if m.prefix else ""))
    )


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
        if paid.relation in ("FUNDED", "DONATED_TO") and paid.subject.label == paid.object.label == "Region":
            yield paid, paid, "paid for"
        if paid.relation in _PAID and paid.subject.label == "Region":
            yield from ((paid, place, "paid for") for place in places if place.subject.id == paid.object.id)


def _named(entity: Entity, named: dict[str, Entity]) -> Entity | None:
    """The division of an end, a county, city or province, if the article names it."""
    region = home(entity)
    if region.label == "Region" and level(region) in (4, 5) and region.code:
        region = named.get(f"region:{region.code[:6]}", region)
    return named.get(region.id) if region.label == "Region" and level(region) in (1, 2, 3) else None
