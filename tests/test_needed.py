"""What a pattern needs never rules out a text that it matches."""

from __future__ import annotations

import re

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from loaders.frames import frames
from loaders.measure_frames import frames as figures
from loaders.needed import Sieve, may_match, needed

SHAPES = [
    "甲(?:乙|丙丁)+戊?[己庚辛]",
    "(?:捐(?:赠|款)|援(?=建))(?P<a>[一二三]{1,3}?)",
    "^(?:甲|)(乙)?[^丙]*丁(?<!戊丁)$",
    "(甲)\\1|乙{2,}",
    "(?:甲{0,3}|乙)丙*?[\\d〇]",
    "(?!甲)[丁-丙]+(?i:x)",
]


@pytest.mark.parametrize("shape", SHAPES)
@given(data=st.data())
@settings(max_examples=60, deadline=None)
def test_shapes(shape: str, data: st.DataObject) -> None:
    pattern = re.compile(shape)
    assert may_match(needed(pattern), data.draw(st.from_regex(pattern)))


@given(data=st.data())
@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
def test_the_patterns_of_the_frames(data: st.DataObject) -> None:
    frame = data.draw(st.sampled_from(frames()))
    at = data.draw(st.integers(0, len(frame.patterns) - 1))
    text = data.draw(st.from_regex(frame.patterns[at].compiled))
    assert at in Sieve([pattern.needs for pattern in frame.patterns]).let_through(text)


def test_most_patterns_of_the_frames_need_something() -> None:
    needs = [pattern.needs for frame in frames() for pattern in frame.patterns]
    assert sum(map(bool, needs)) > 0.95 * len(needs)


@given(st.lists(st.sampled_from(SHAPES[:4]), max_size=5), st.text("甲乙丙丁戊己庚捐赠款", max_size=8))
def test_many_patterns_are_asked_at_once(shapes: list[str], text: str) -> None:
    needs = [needed(re.compile(shape)) for shape in shapes]
    assert Sieve(needs).let_through(text) == [n for n, one in enumerate(needs) if may_match(one, text)]


def test_every_pattern_compiles() -> None:
    """What is compiled when it is first used must not fail then."""
    told = [one for frame in figures().frames for one in (frame.say, frame.unless, frame.barred) if one is not None]
    for pattern in [*told, *(one for frame in frames() for one in frame.patterns)]:
        assert re.compile(pattern.text)


def test_a_pattern_that_ignores_case_needs_nothing() -> None:
    assert needed(re.compile("a", re.IGNORECASE)) == ()
