"""Where one sentence is read twice for where a firm settled: the place that it names goes before the one under discussion."""

from __future__ import annotations

from collections.abc import Iterable

from loaders.proposals import Proposal

_UNDER_DISCUSSION = "firm settles under discussion"  # its place may stand in the same sentence, further up


def named_before_spoken_of(proposals: Iterable[Proposal]) -> list[Proposal]:
    """Without MOVED_INTO what was under discussion, where the same words name the place (乙县引来甲公司).

    A park or site stays beside a region: 加工园在乙镇开园，已有甲公司等六家企业进驻 says both.
    """
    known = list(proposals)
    named = [p for p in known if _settles(p) and not _spoken_of(p)]
    return [p for p in known if not (_settles(p) and _spoken_of(p) and any(_replaces(q, p) for q in named))]


def _settles(proposal: Proposal) -> bool:
    return proposal.relation == "MOVED_INTO" and proposal.problem is None


def _spoken_of(proposal: Proposal) -> bool:
    return proposal.rule == _UNDER_DISCUSSION or any(step.role == "object" for step in proposal.because)


def _replaces(named: Proposal, spoken: Proposal) -> bool:
    """Whether what the words name takes the place of what was under discussion."""
    narrower = spoken.object.label != "Region" and named.object.label == "Region"
    return not narrower and _same_words(spoken, named)


def _same_words(spoken: Proposal, named: Proposal) -> bool:
    """Whether two proposals are of one firm and their main words overlap."""
    (block, start, end), (other, low, high) = spoken.spans[0], named.spans[0]
    return spoken.subject.id == named.subject.id and block == other and start < high and low < end
