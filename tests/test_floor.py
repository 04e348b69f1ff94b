"""The floor under the scores can be raised, and falling under it is told."""

from pathlib import Path

import pytest
import yaml

from benchmarks.score_floor import raised, under

FLOOR = Path(__file__).parent / "floor.yaml"
REACHED = {"facts": {"precision": 0.9471, "recall": 0.8}, "figures": {"precision": 0.91, "recall": 0.759}}


def test_raising_writes_what_is_reached_rounded_down() -> None:
    before = yaml.safe_load(FLOOR.read_text(encoding="utf-8"))
    after = yaml.safe_load(raised(FLOOR.read_text(encoding="utf-8"), {"corpus": REACHED}))
    assert after["corpus"]["facts"] == {"precision": 0.94, "recall": 0.8}
    assert after["corpus"]["figures"] == {"precision": 0.91, "recall": 0.75}
    assert after["documents"] == before["documents"]


def test_a_score_under_the_floor_is_named() -> None:
    entry = {"facts": {"precision": 0.95, "recall": 0.8}, "figures": {"precision": 0.9, "recall": 0.7}}
    assert under("corpus", entry, REACHED) == ["corpus: precision of facts is 0.947, under the floor of 0.95"]


@pytest.mark.parametrize("kind", ["facts", "figures"])
def test_no_answer_at_all_is_under_every_floor(kind: str) -> None:
    nothing = {**REACHED, kind: {"precision": float("nan"), "recall": 0.0}}
    entry = {"facts": {"precision": 0.0, "recall": 0.0}, "figures": {"precision": 0.0, "recall": 0.0}}
    assert len(under("corpus", entry, nothing)) == 1
