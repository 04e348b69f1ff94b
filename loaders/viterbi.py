"""The best way to tag each of many texts, and how good the best ways up to and after each character are.

Texts are taken together, padded behind their ends: a step of numpy over sixty-four of them costs hardly more than over one.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

_TOGETHER = 64


@dataclass(frozen=True, slots=True)
class Odds:
    """Of one text: how well each tag fits each character, the best scores of all ways up to it and after it, the best way.

    Arrays: (characters, tags), the same, the same, (characters).
    """

    emissions: Any
    forward: Any
    backward: Any
    path: Any


def odds(emissions: Sequence[Any], transitions: Any) -> list[Odds]:
    """The odds of each text; `transitions` tells how well one tag follows another (tag, next tag)."""
    order = sorted(range(len(emissions)), key=lambda at: len(emissions[at]))
    found: dict[int, Odds] = {}
    for low in range(0, len(order), _TOGETHER):
        some = order[low : low + _TOGETHER]
        found.update(zip(some, _together([emissions[at] for at in some], transitions), strict=True))
    return [found[at] for at in range(len(emissions))]


def _together(emissions: Sequence[Any], transitions: Any) -> list[Odds]:
    import numpy

    sizes = numpy.array([len(one) for one in emissions])
    longest, tags = int(sizes[-1]), len(transitions)
    rows = numpy.arange(len(emissions))
    forward = numpy.zeros((len(emissions), longest, tags), dtype=emissions[0].dtype)
    for row, one in enumerate(emissions):
        forward[row, : len(one)] = one
    padded = forward.copy()
    came_from = numpy.zeros(forward.shape, dtype=numpy.int16)
    leading_to = numpy.ascontiguousarray(transitions.T)
    for at in range(1, longest):
        ways = forward[:, at - 1, None, :] + leading_to
        best = ways.argmax(axis=2)
        came_from[:, at] = best
        forward[:, at] += numpy.take_along_axis(ways, best[:, :, None], axis=2)[:, :, 0]
    backward = numpy.zeros_like(forward)
    for at in range(longest - 2, -1, -1):
        ways = transitions + (padded[:, at + 1] + backward[:, at + 1])[:, None, :]
        inside = sizes > at + 1
        backward[inside, at] = ways.max(axis=2)[inside]
    path = numpy.zeros((len(emissions), longest), dtype=numpy.int16)
    path[rows, sizes - 1] = forward[rows, sizes - 1].argmax(axis=1)
    for at in range(longest - 1, 0, -1):
        before = came_from[rows, at, path[:, at]]
        inside = sizes > at
        path[inside, at - 1] = before[inside]
    return [
        Odds(one, forward[row, : len(one)], backward[row, : len(one)], path[row, : len(one)])
        for row, one in enumerate(emissions)
    ]
