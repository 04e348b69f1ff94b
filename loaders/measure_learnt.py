"""What a figure measures, as many texts with gold have taught: a logistic model over the words around it.

It speaks where no frame fits, and against a frame where it is all but sure of another indicator.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

from graph.numerals import Quantity
from loaders.figure_features import features
from loaders.measure_evidence import frame_for, is_none_of_ours
from loaders.measure_figures import Figure
from loaders.measure_frames import Frame
from loaders.weights import Weights, read

FILE = "figure_weights.tsv.gz"
NOTHING = "nothing"  # the class of figures that the vocabulary has no indicator for
# Chosen on the halves of tests/corpus/passages_plain and passages_whole that nobody reads.
_SURE, _SURER = 0.75, 0.92
_DIVISIONS = re.compile("#[^，。；：〇]{0,4}(?:[县市区镇乡村州旗]|省份|街道)")  # 33个协作县: no indicator counts them
_GUESTS = re.compile(
    "组织|参加|参会|参展|到会|与会|路演|招聘会|没|未|加起来|走访|拜访|考察|对接|洽谈|邀请|联系|调研|接待|会见"
)  # firms that only come to a fair, or do not come


@cache
def load() -> Weights:
    """The weights of this version; people who are sent and received are one class, `cadres`, `teachers` ..."""
    return read(FILE)


def learnt(figure: Figure) -> Frame | None:
    """The frame of the indicator that the model is sure of."""
    if _DIVISIONS.search(figure.clause_words) or is_none_of_ours(figure):
        return None
    indicator, likely = _best(figure)
    if indicator == "companies" and _GUESTS.search(figure.clause_words):
        return None
    return _frame(indicator, figure.quantity) if likely >= _SURE else None


def overruled(figure: Figure, frame: Frame | None) -> Frame | None:
    """The frame, or that of another indicator where the model is all but sure of that."""
    if frame is None:
        return None
    indicator, likely = _best(figure)
    if likely < _SURER or indicator in (frame.indicator, frame.moves):
        return frame
    return _frame(indicator, figure.quantity) or frame


def _best(figure: Figure) -> tuple[str, float]:
    weights = load()
    shares = weights.shares(features(figure), weights.start)
    return max(shares.items(), key=lambda one: (one[1], one[0]))


def _frame(indicator: str, quantity: Quantity) -> Frame | None:
    """The first frame of an indicator for figures of this unit and size."""
    found = frame_for(indicator, quantity)
    return replace(found, rule=f"{indicator}: learnt") if found is not None else None
