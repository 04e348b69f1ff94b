"""What two sides hold together (合办): a course is carried on (RUNS), a factory or cold store has been built (BUILT)."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from loaders.proposals import Proposal

_RULE = "a course or scheme is held by"
_WORKS = re.compile("(?:厂|车间|冷库|气调库|冷链中心|物流园|产业园|工业园|园区|养殖场|加工中心)”?$")


def works_are_built(proposals: Iterable[Proposal]) -> list[Proposal]:
    """The proposals, with BUILT where the frame of courses has read that somebody holds a factory together."""
    return [
        replace(p, relation="BUILT") if p.relation == "RUNS" and p.rule == _RULE and _WORKS.search(p.object.name) else p
        for p in proposals
    ]
