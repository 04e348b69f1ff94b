"""A firm's share in what public money pays for too: 协作资金出了1500万元，甲公司又投进2600万元 went into one thing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from graph.model import Step
from loaders.proposals import Proposal
from loaders.values import Reading

_THINGS = ("Facility", "Workshop", "Park")
_NEAR = 60  # characters between the two sums of one thing


def beside_grants(reading: Reading, proposals: Sequence[Proposal]) -> list[Proposal]:
    """The proposals; what a firm put into "the place under discussion" went into the thing that a grant of the same
    sentence paid for."""
    grants = [p for p in proposals if p.relation == "FUNDED" and p.problem is None and p.object.label in _THINGS]
    return [_aimed(reading, p, grants) if _into_a_place(p) else p for p in proposals]


def _into_a_place(proposal: Proposal) -> bool:
    """Whether a firm's money is told to have gone into a region that only the discussion gives."""
    led = any(step.role == "object" and step.kind == "topic" for step in proposal.because)
    return proposal.relation == "INVESTED_IN" and led and proposal.object.label == "Region"


def _aimed(reading: Reading, invested: Proposal, grants: Sequence[Proposal]) -> Proposal:
    for grant in grants:
        if _same_sentence(reading, grant.spans[0], invested.spans[0]):
            steps = tuple(s for s in invested.because if s.role != "object")
            led = tuple(s for s in grant.because if s.role == "object")
            led = led or (Step("object", "topic", "", grant.object.name),)
            spans = tuple(dict.fromkeys((*invested.spans, *grant.spans)))
            return replace(invested, object=grant.object, spans=spans, because=(*steps, *led))
    return invested


def _same_sentence(reading: Reading, first: tuple[int, int, int], second: tuple[int, int, int]) -> bool:
    if first[0] != second[0] or second[1] - first[2] > _NEAR or second[1] < first[1]:
        return False
    between = reading.blocks[first[0]].text.plain[first[1] : second[2]]
    return not any(mark in between.rstrip("。！？") for mark in "。！？")
