"""What speaks against a pair that was weighed rather than read: the region only says where a firm or trader is from."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from loaders.proposals import Proposal
from loaders.values import Reading

_GIVING = ("FUNDED", "BUILT", "DONATED_TO")
_A_FIRM_OF_IT = re.compile(  # 甲市一家食品厂投资5000万元: not the city
    "的?(?:一|[两二三几多]|有)[家名位]|籍|[^，。；]{0,6}(?:企业|商户|商家|老板|客商|民企|超市)"
)


def not_its_own(reading: Reading, proposals: Iterable[Proposal]) -> list[Proposal]:
    """The proposals, with a problem where a region would give what somebody from there gave."""
    return [
        replace(p, problem="somebody from there gave it")
        if p.problem is None and p.relation in _GIVING and p.subject.label == "Region" and _only_home(reading, p)
        else p
        for p in proposals
    ]


def _only_home(reading: Reading, proposal: Proposal) -> bool:
    block, start, end = proposal.spans[0]
    named = [m for m in reading.within(block, start, end) if m.entity.id == proposal.subject.id]
    return bool(named) and all(_A_FIRM_OF_IT.match(reading.plain(block, m.end, m.end + 12)) for m in named)
