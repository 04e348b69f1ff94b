"""How much the tagger minds when given characters are a person's name: what it stands to lose, and what comes around."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Any

from loaders.tagger import model_tags

_FIRST, _FURTHER = "PER-B", "PER-I"


@dataclass(frozen=True, slots=True)
class Odds:
    """The best scores of all ways to tag a sentence, up to each character (`forward`) and after it (`backward`)."""

    emissions: Any
    forward: Any
    backward: Any


@dataclass(frozen=True, slots=True)
class AsPerson:
    """What is lost when a span is a person's name (0: nothing, the tagger says so itself), and the tags around it."""

    loss: float
    before: str
    after: str


def odds(emissions: Any) -> Odds:
    """The odds of one sentence from how well each tag fits each of its characters."""
    import numpy

    transitions, _ = model_tags()
    forward, backward = numpy.array(emissions), numpy.zeros_like(emissions)
    last = len(emissions) - 1
    for at in range(1, last + 1):
        forward[at] += (forward[at - 1][:, None] + transitions).max(axis=0)
    for at in range(last - 1, -1, -1):
        backward[at] = (transitions + (emissions[at + 1] + backward[at + 1])).max(axis=1)
    return Odds(emissions, forward, backward)


@cache
def _numbers() -> tuple[int, int]:
    _, tags = model_tags()
    return tags.index(_FIRST), tags.index(_FURTHER)


def as_person(known: Odds, start: int, end: int) -> AsPerson:
    """The span read as a person's name; positions count characters of the sentence."""
    transitions, tags = model_tags()
    first, further = _numbers()
    emissions, size = known.emissions, len(known.emissions)
    score, before, after = float(emissions[start][first]), "w", "w"
    if start:
        ways = known.forward[start - 1] + transitions[:, first]
        before, score = tags[int(ways.argmax())], score + float(ways.max())
    current = first
    for at in range(start + 1, end):
        score += float(transitions[current, further] + emissions[at][further])
        current = further
    if end < size:
        ways = transitions[current] + emissions[end] + known.backward[end]
        ways[further] = -1e9
        after, score = tags[int(ways.argmax())], score + float(ways.max())
    return AsPerson(float(known.forward[-1].max()) - score, before.rsplit("-", 1)[0], after.rsplit("-", 1)[0])
