"""How much the tagger minds when given characters are a person's name: what it stands to lose, and what comes around."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from loaders.viterbi import Odds

_FIRST, _FURTHER = "PER-B", "PER-I"
_NEVER = -1e9


@dataclass(frozen=True, slots=True)
class AsPerson:
    """What is lost when a span is a person's name (0: nothing, the tagger says so itself), and the tags around it."""

    loss: float
    before: str
    after: str


class NameOdds:
    """What a sentence's tagger says of its spans as names of persons.

    `scores` and `tags` are arrays of a row a character: how well it begins a name, is its second, is a further one; how
    good is the best tag before a name, after one of one character, after a longer one; which tags those are.
    """

    def __init__(self, best: float, scores: Any, tags: Any, names: Sequence[str]) -> None:
        self._best, self._scores, self._tags, self._names = best, scores, tags, names
        self._columns: list[list[Any]] | None = None

    def __len__(self) -> int:
        """The characters of the sentence."""
        return len(self._scores)

    def as_person(self, start: int, end: int) -> AsPerson:
        """The span read as a person's name; positions count characters of the sentence."""
        if self._columns is None:  # most sentences are never asked
            self._columns = [*self._scores.T.tolist(), *self._tags.T.tolist()]
        opening, second, going_on, before, after_one, after_more, tag_before, tag_one, tag_more = self._columns
        score, left, right = opening[start], "w", "w"
        if start:
            left, score = self._names[tag_before[start - 1]], score + before[start - 1]
        if end > start + 1:
            score += second[start + 1] + sum(going_on[start + 2 : end])
        if end < len(opening):
            tag, more = (tag_more, after_more) if end > start + 1 else (tag_one, after_one)
            right, score = self._names[tag[end]], score + more[end]
        return AsPerson(self._best - score, left, right)


def name_odds(told: Sequence[Odds], transitions: Any, tags: Sequence[str]) -> list[NameOdds]:
    """What the tagger says of each of many sentences; `transitions` are those between its tags."""
    import numpy

    first, further = tags.index(_FIRST), tags.index(_FURTHER)
    names = [tag.rsplit("-", 1)[0] for tag in tags]
    emissions = numpy.concatenate([one.emissions for one in told])
    forward = numpy.concatenate([one.forward for one in told])
    onwards = emissions + numpy.concatenate([one.backward for one in told])
    opening, going_on = emissions[:, first], emissions[:, further]
    around = forward + transitions[:, first], transitions[first] + onwards, transitions[further] + onwards
    for after in around[1:]:
        after[:, further] = _NEVER
    bests = [one.max(axis=1) for one in around]
    scores = opening, transitions[first, further] + going_on, transitions[further, further] + going_on, *bests
    columns = numpy.stack(scores, axis=1)
    numbers = numpy.stack([one.argmax(axis=1) for one in around], axis=1).astype(numpy.int16)
    found: list[NameOdds] = []
    low = 0
    for one in told:
        high = low + len(one.emissions)
        found.append(NameOdds(float(forward[high - 1].max()), columns[low:high], numbers[low:high], names))
        low = high
    return found
