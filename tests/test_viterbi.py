"""The best way to tag a text is the best of all ways, whatever other texts are tagged with it."""

from __future__ import annotations

import itertools
from typing import Any

import numpy
import pytest

from loaders.viterbi import odds

TAGS = 4


def texts(seed: int, sizes: list[int]) -> tuple[list[Any], Any]:
    random = numpy.random.default_rng(seed)
    return [random.normal(size=(n, TAGS)).astype("float32") for n in sizes], random.normal(size=(TAGS, TAGS)).astype(
        "float32"
    )


def score(way: tuple[int, ...], emissions: Any, transitions: Any) -> float:
    steps = sum(float(transitions[a, b]) for a, b in itertools.pairwise(way))
    return steps + sum(float(emissions[at, tag]) for at, tag in enumerate(way))


@pytest.mark.parametrize("seed", range(5))
def test_against_all_ways(seed: int) -> None:
    emissions, transitions = texts(seed, [5, 1, 3, 5, 2])
    for one, known in zip(emissions, odds(emissions, transitions), strict=True):
        ways = list(itertools.product(range(TAGS), repeat=len(one)))
        best = max(ways, key=lambda way: score(way, one, transitions))
        assert tuple(known.path.tolist()) == best
        for at, tag in itertools.product(range(len(one)), range(TAGS)):
            through = max(score(way, one, transitions) for way in ways if way[at] == tag)
            assert float(known.forward[at, tag] + known.backward[at, tag]) == pytest.approx(through, abs=1e-4)


def test_company_changes_nothing() -> None:
    emissions, transitions = texts(7, [*range(1, 90), 3, 3])
    together = odds(emissions, transitions)
    for one, known in zip(emissions, together, strict=True):
        (alone,) = odds([one], transitions)
        for name in ("forward", "backward", "path"):
            assert numpy.array_equal(getattr(known, name), getattr(alone, name)), name


def test_nothing() -> None:
    assert odds([], numpy.zeros((TAGS, TAGS))) == []
