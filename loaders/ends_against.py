"""What the words around an end of a fact say against it: a mere landmark, a helper's own house, a firm that only sent people.

位于甲机场西侧的乙商城，由丙公司经营: nobody built or runs the airport there. 甲公司派来的技术员住进了乙镇: the firm did not.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from graph.model import Entity
from loaders.landmarks import is_landmark
from loaders.proposals import Proposal
from loaders.values import Mention, Reading

_GETS = frozenset({"FUNDED", "DONATED_TO", "INVESTED_IN", "BUILT", "RUNS", "MOVED_INTO"})
_SENDS = re.compile("”?(?:[^，。；的]{0,4}(?:选派|派来|派出|派驻|派到|派往|派遣|派了|派人|派员))")
_FOUNDS = re.compile("(?:建|办|开|设|盖)(?:起了?|成了?|了|立了?)[^，。；的]{0,10}$")
_ITS_PEOPLE = re.compile(  # 由甲市商人乙投资兴建, 由甲市瑞康药业出资: the region is only where the builder comes from
    "(?:籍|的)?[^，。；：、的与和同由在为是]{0,6}?(?:商人|客商|老板|乡贤|华侨|企业家|企业(?!家)|民企|药业|食品|制衣|服饰|鞋业|科技|农业|牧业|实业|乳业|茶业|果业|酒业|纺织|电子)"
    "[^，。；：、]{0,6}(?:投资|出资|兴建|兴办|创办|开办|建|办)"
)
_ENTERS = re.compile("入驻|进驻|落户|搬[进入到]|迁[进入到]|入园")


def with_sound_ends(reading: Reading, proposals: Iterable[Proposal]) -> list[Proposal]:
    """The proposals, with a problem where the words around an end say that it is no end of such a fact."""
    found = list(proposals)
    senders = {
        p.object.id
        for p in found
        if p.relation == "SECONDED_FROM" and p.problem is None and p.object.label == "Facility"
    }
    return [replace(p, problem=_against(reading, p, senders)) if p.problem is None else p for p in found]


def _against(reading: Reading, proposal: Proposal, senders: set[str]) -> str | None:
    if proposal.relation not in _GETS:
        return None
    named = [m for m in reading.mentions if m.entity.id == proposal.object.id]
    if named and all(is_landmark(reading, m) for m in named):
        return "a landmark"
    if proposal.relation == "BUILT" and proposal.subject.label == "Region":
        homes = _told(reading, proposal, proposal.subject)
        if homes and all(_ITS_PEOPLE.match(reading.plain(m.block, m.end, m.end + 20)) for m in homes):
            return "the home of who has built it"
    if proposal.relation == "FUNDED" and proposal.object.id in senders:
        return "the helper's own house"
    if proposal.relation != "MOVED_INTO":
        return None
    firms = _told(reading, proposal, proposal.subject)
    if firms and all(_SENDS.match(reading.plain(m.block, m.end, m.end + 8)) for m in firms):
        return "it has only sent people"
    ends = _told(reading, proposal, proposal.object)
    if proposal.object.label == "Workshop" and any(_founds(reading, one, ends) for one in firms):
        return "it has built it"
    return None


def _told(reading: Reading, proposal: Proposal, entity: Entity) -> list[Mention]:
    """The names of an entity in the words that tell the fact."""
    block, start, end = proposal.spans[0]
    return [m for m in reading.within(block, start, end) if m.entity.id == entity.id]


def _founds(reading: Reading, firm: Mention, houses: list[Mention]) -> bool:
    """Whether the firm stands before a word of founding that governs the house."""
    for house in houses:
        between = reading.plain(firm.block, firm.end, house.start) if firm.end <= house.start else ""
        if _FOUNDS.search(between) and _ENTERS.search(between) is None:
            return True
    return False
