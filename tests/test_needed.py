"""What a pattern needs never rules out a text that it matches."""

from __future__ import annotations

import re

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from loaders.frames import frames
from loaders.needed import may_match, needed

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
    assert may_match(frame.needs[at], data.draw(st.from_regex(frame.patterns[at])))


def test_most_patterns_of_the_frames_need_something() -> None:
    needs = [one for frame in frames() for one in frame.needs]
    assert sum(map(bool, needs)) > 0.95 * len(needs)


def test_a_pattern_that_ignores_case_needs_nothing() -> None:
    assert needed(re.compile("a", re.IGNORECASE)) == ()
