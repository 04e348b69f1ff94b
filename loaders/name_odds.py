"""How much the tagger minds when given characters are a person's name: what it stands to lose, and what comes around."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Any

from loaders.tagger import model_tags
from loaders.viterbi import Odds

_FIRST, _FURTHER = "PER-B", "PER-I"


@dataclass(frozen=True, slots=True)
class AsPerson:
    """What is lost when a span is a person's name (0: nothing, the tagger says so itself), and the tags around it."""

    loss: float
    before: str
    after: str


class NameOdds:
    """What a sentence's tagger says of its spans as names of persons; all that is asked per character is worked out once."""

    def __init__(self, known: Odds) -> None:
        transitions, self._tags = model_tags()
        first, further = _numbers()
        emissions, onwards = known.emissions, known.emissions + known.backward
        self._best = float(known.forward[-1].max())
        self._opening = emissions[:, first].tolist()
        self._next = (transitions[first, further] + emissions[:, further]).tolist()
        self._going_on = (transitions[further, further] + emissions[:, further]).tolist()
        self._before = _best_of(known.forward + transitions[:, first])
        after_first, after_further = transitions[first] + onwards, transitions[further] + onwards
        after_first[:, further] = after_further[:, further] = -1e9
        self._after = _best_of(after_first), _best_of(after_further)

    def as_person(self, start: int, end: int) -> AsPerson:
        """The span read as a person's name; positions count characters of the sentence."""
        score, before, after = self._opening[start], "w", "w"
        if start:
            tag, more = self._before[start - 1]
            before, score = self._tags[tag], score + more
        if end > start + 1:
            score += self._next[start + 1] + sum(self._going_on[start + 2 : end])
        if end < len(self._opening):
            tag, more = self._after[end > start + 1][end]
            after, score = self._tags[tag], score + more
        return AsPerson(self._best - score, before.rsplit("-", 1)[0], after.rsplit("-", 1)[0])


@cache
def _numbers() -> tuple[int, int]:
    _, tags = model_tags()
    return tags.index(_FIRST), tags.index(_FURTHER)


def _best_of(ways: Any) -> list[tuple[int, float]]:
    """The best tag of each row, and how good it is."""
    return list(zip(ways.argmax(axis=1).tolist(), ways.max(axis=1).tolist(), strict=True))
