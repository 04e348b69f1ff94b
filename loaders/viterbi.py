"""The best way to tag each of many texts, and how good the best ways up to and after each character are.

Texts are taken together, the shorter first: a step of numpy over those that are still going on costs hardly more than
over one.
"""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

_TOGETHER = 16
MOST = 65536  # characters taken together, padding included: pages without a full stop must not fill the memory


@dataclass(frozen=True, slots=True, eq=False)
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
    found: dict[int, Odds] = {}
    some: list[int] = []
    order = sorted(range(len(emissions)), key=lambda at: len(emissions[at]))
    for at, following in itertools.zip_longest(order, order[1:]):
        some.append(at)
        if following is None or len(some) == _TOGETHER or (len(some) + 1) * len(emissions[following]) > MOST:
            found.update(zip(some, _together([emissions[at] for at in some], transitions), strict=True))
            some = []
    return [found[at] for at in range(len(emissions))]


def _together(emissions: Sequence[Any], transitions: Any) -> list[Odds]:
    """The odds of texts, the shortest first."""
    import numpy

    sizes = numpy.array([len(one) for one in emissions])
    longest, texts, tags = int(sizes[-1]), len(emissions), len(transitions)
    known = numpy.zeros((longest, 2, texts, tags), dtype=emissions[0].dtype)  # each text from its beginning and its end
    for row, one in enumerate(emissions):
        known[: len(one), 0, row] = one
        known[: len(one), 1, row] = one[::-1]
    steps = numpy.stack([transitions, transitions.T], axis=1)[:, :, None, :]  # (tag, direction, -, next tag)
    ways = numpy.empty((tags, 2, texts, tags), dtype=known.dtype)  # the best is sought along the first axis
    come = numpy.zeros_like(known)  # the best of all ways to a tag, without the tag itself
    going_on = numpy.searchsorted(sizes, numpy.arange(longest), side="right").tolist()  # the first text so long
    for at in range(1, longest):
        low = going_on[at]
        numpy.add(known[at - 1, :, low:].transpose(2, 0, 1)[..., None], steps, out=ways[:, :, low:])
        ways[:, :, low:].max(axis=0, out=come[at, :, low:])
        known[at, :, low:] += come[at, :, low:]
    forward = known[:, 0]
    last = numpy.arange(texts)
    path = numpy.zeros((longest, texts), dtype=numpy.int16)
    path[sizes - 1, last] = forward[sizes - 1, last].argmax(axis=1)
    leading_to = numpy.ascontiguousarray(transitions.T)
    for at in range(longest - 1, 0, -1):
        low = going_on[at]
        path[at - 1, low:] = (forward[at - 1, low:] + leading_to[path[at, low:]]).argmax(axis=1)
    return [
        Odds(one, forward[: len(one), row], come[len(one) - 1 :: -1, 1, row], path[: len(one), row])
        for row, one in enumerate(emissions)
    ]
