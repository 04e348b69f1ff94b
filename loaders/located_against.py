"""What the name of a thing says against a place that words give it: it tells another, it is the place, it is no name."""

from __future__ import annotations

import re
from dataclasses import replace

from loaders.gazetteer import load, significant
from loaders.located_kinds import is_any_site, is_kind, is_told_apart
from loaders.located_names import OFFICE, TOWN, ZONE
from loaders.proposals import Proposal
from loaders.topics import level
from loaders.values import Reading

_TEAM = re.compile(r"(?:帮扶|工作|医疗|支教|协作|专家|援.|干部|考察|代表|服务|志愿)[一-鿿]{0,3}[组队团]$")


def at_home(reading: Reading, proposals: list[Proposal]) -> list[Proposal]:
    """The proposals, with a problem where the name of a thing speaks against the place: it tells another, or is the place."""
    towns = {
        p.subject.id
        for p in proposals
        if p.relation == "LOCATED_IN" and p.problem is None and p.object.label == "Region"
        if level(p.object) in (0, 4, 5)
        and any(p.subject.name.startswith(n) for n in p.object.names if n.endswith(TOWN))
    }
    return [replace(p, problem=_against(reading, p) or _wider(p, towns)) if p.problem is None else p for p in proposals]


def _wider(proposal: Proposal, towns: set[str]) -> str | None:
    """What is wrong where a thing has its town in its name: that the town lies in the county says the rest."""
    place = proposal.object
    if proposal.relation != "LOCATED_IN" or proposal.rule not in ("the place before the thing", "places"):
        return None
    wide = place.label == "Region" and level(place) in (1, 2, 3) and proposal.subject.id in towns
    return "its name tells the town that it lies in" if wide else None


def _against(reading: Reading, proposal: Proposal) -> str | None:
    thing = proposal.subject
    if (
        proposal.relation == "LOCATED_IN"
        and thing.label == "Organization"
        and proposal.rule == "the place before the thing"
        and _TEAM.search(thing.name)
    ):
        return "a team that was sent out does not work at home"
    kind = is_kind(thing) and not is_told_apart(reading, thing)
    if proposal.relation == "LOCATED_IN" and (kind or is_any_site(thing) or is_any_site(proposal.object)):
        return "a kind of thing, not one of them"
    if proposal.rule == "the house under discussion lies in" and OFFICE.search(thing.name):
        return "an office works at home"
    if _elsewhere(proposal):
        return "its name says that it stands elsewhere"
    seat = proposal.relation in ("LOCATED_IN", "PART_OF") and proposal.subject.name.removeprefix(proposal.object.name)
    return "the office of a division is the division" if seat in ("办", "办事处") else None


def _elsewhere(proposal: Proposal) -> bool:
    thing, place = proposal.subject, proposal.object
    if proposal.relation == "LOCATED_IN" and thing.label == "Park" and ZONE.search(thing.name):
        city = next((h for h in load().find(thing.name) if h.start == 0), None)  # 珠海高新区, 苏州工业园区
        if city is not None and len(city.places) == 1 and place.code and city.places[0].level == 2:
            return city.places[0].code[:2] != place.code[:2]
    if proposal.relation != "LOCATED_IN" or thing.label != "Facility":
        return False
    if proposal.rule == "places":
        return False  # the name itself says so: 甲县驻乙市服务站
    hit = next((h for h in load().find(thing.name) if h.start == 0), None)
    if "驻" in thing.name or hit is None or hit.name != hit.places[0].name or len(hit.places) != 1 or not place.code:
        return False
    own, told = significant(hit.places[0].code), significant(place.code)
    return bool(own) and not (own.startswith(told) or told.startswith(own))
