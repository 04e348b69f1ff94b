"""The floor under the scores can be raised, and falling under it is told."""

import pytest
import yaml

from benchmarks.score_floor import raised, under

REACHED = {"facts": {"precision": 0.9471, "recall": 0.8}, "figures": {"precision": 0.91, "recall": 0.759}}


PAGE = """# kept
corpus:
  en: twelve texts
  facts: {precision: 0.9, recall: 0.85}
  figures: {precision: 0.9, recall: 0.7}
documents:
  facts: {precision: 0.9, recall: 0.7}
  figures: {precision: 0.9, recall: 0.7}
"""


def test_raising_writes_what_is_reached_rounded_down_and_lowers_nothing() -> None:
    page = raised(PAGE, {"corpus": REACHED})
    before, after = yaml.safe_load(PAGE), yaml.safe_load(page)
    assert after["corpus"]["facts"] == {"precision": 0.94, "recall": 0.85}
    assert after["corpus"]["figures"] == {"precision": 0.91, "recall": 0.75}
    assert after["documents"] == before["documents"] and page.startswith("# kept\n")


def test_a_score_under_the_floor_is_named() -> None:
    entry = {"facts": {"precision": 0.95, "recall": 0.8}, "figures": {"precision": 0.9, "recall": 0.7}}
    assert under("corpus", entry, REACHED) == ["corpus: precision of facts is 0.947, under the floor of 0.95"]


@pytest.mark.parametrize("kind", ["facts", "figures"])
def test_no_answer_at_all_is_under_every_floor(kind: str) -> None:
    nothing = {**REACHED, kind: {"precision": float("nan"), "recall": 0.0}}
    entry = {"facts": {"precision": 0.0, "recall": 0.0}, "figures": {"precision": 0.0, "recall": 0.0}}
    assert len(under("corpus", entry, nothing)) == 1
