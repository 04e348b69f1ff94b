"""Houses with a place that are no places of assistance: shops and schools of the helper's town that goods or people only
pass, streets of an address, and several houses of one kind told by their number.

"苹果进了青岛市的利群超市" tells where a shop stands, which has nothing to do with what is helped; "在青岛市开了陇南特产馆" does.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from functools import cache

from loaders.lexicon import alternatives
from loaders.located_names import TOWN
from loaders.proposals import Proposal
from loaders.topics import Topics, level
from loaders.values import Mention, Reading

_BEFORE = "the place before the thing"
_SCENES = (_BEFORE, "places", "the scene and what stands in it", "the place has got it")
_COUNT = r"(?:[2-9]|[1-9]\d+|[二两三四五六七八九十]|十[一-九])[多余]?"
_CLASSIFIER = "[个家所座处间条]"


@cache
def _words() -> dict[str, re.Pattern[str]]:
    return {name: re.compile(words) for name, words in alternatives("located_afar.yaml").items()}


def near_what_is_helped(reading: Reading, topics: Topics, proposals: Iterable[Proposal]) -> list[Proposal]:
    """The proposals, with a problem where the thing stands at the helper's, is a street or is several of a kind."""
    return [
        replace(p, problem=_against(reading, topics, p))
        if p.relation == "LOCATED_IN" and p.rule in _SCENES and p.problem is None
        else p
        for p in proposals
    ]


def _against(reading: Reading, topics: Topics, proposal: Proposal) -> str | None:
    block, start, end = proposal.spans[0]
    thing = next((m for m in reversed(reading.within(block, start, end)) if m.entity.id == proposal.subject.id), None)
    if thing is None:
        return None
    if _is_street(reading, thing):
        return "a street of an address"
    if _several(reading, thing):
        return "several of a kind, not one of them"
    if "飞地" in thing.surface and "在" not in reading.plain(block, max(0, start - 8), thing.start):
        return "a park flown out, named after its home"
    if proposal.rule != _BEFORE:
        return None
    if _at_the_helpers(reading, topics, proposal, thing):
        return "a house at the helper's, which nobody has set up for the helped"
    return "its name tells the town that it lies in" if _bears_its_town(proposal, thing) else None


def _is_street(reading: Reading, thing: Mention) -> bool:
    """Whether it is a street without quotation marks: 凤凰北路. “同心路” is a road that was built."""
    cited = reading.plain(thing.block, max(0, thing.start - 1), thing.start + 1).count("“") > 0
    return thing.label == "Facility" and not cited and _words()["street"].search(thing.surface) is not None


def _at_the_helpers(reading: Reading, topics: Topics, proposal: Proposal, thing: Mention) -> bool:
    """Whether a shop, school or body stands on the helper's side, and no word says that it was set up there."""
    place = proposal.object
    if place.label != "Region":
        return False
    shop = level(place) in (1, 2, 3) and _words()["shop"].search(thing.surface.strip("”")) is not None
    if not shop and (thing.label not in ("Facility", "Organization") or topics.side(place) != "helper"):
        return False
    before = reading.plain(thing.block, max(0, proposal.spans[0][1] - 6), thing.start)
    if _words()["set_up"].search(before):
        return False
    return _words()["for_the_helped"].search(thing.surface) is None


def _bears_its_town(proposal: Proposal, thing: Mention) -> bool:
    """Whether the name opens with a town or village, which says more than the county or city before it."""
    place = proposal.object
    if place.label != "Region" or level(place) not in (1, 2, 3):
        return False
    opening = re.match(rf"[一-鿿]{{2,5}}?(?:{'|'.join(TOWN)})(?=[一-鿿]{{3}})", thing.surface.strip("“”"))
    return opening is not None and thing.label in ("Facility", "Organization", "Workshop")


def _several(reading: Reading, thing: Mention) -> bool:
    """Whether the words right before or behind it count it: 12个“甲工坊”, 甲卫生室共38所."""
    before = reading.plain(thing.block, max(0, thing.start - 6), thing.start)
    after = reading.plain(thing.block, thing.end, thing.end + 8)
    counted = re.search(rf"(?<![\d第]){_COUNT}{_CLASSIFIER}“?$", before)
    if counted is not None:
        return True
    behind = re.match(rf"”?(?:共|有|共有|计)?{_COUNT}{_CLASSIFIER}(?=[，。；、）]|$)", after)
    return behind is not None and thing.label != "Park"  # 甲园七个大字, 甲园两家企业
