"""Extract the texts that have gold, print what score.py says of them, and fail under the floor of tests/floor.yaml.

    python -m benchmarks.score_floor             compare with the floor
    python -m benchmarks.score_floor --errors    and list what is wrong and what is missed
    python -m benchmarks.score_floor --raise     write what is reached into tests/floor.yaml

score.py and most of the gold stand beside the repository, in ../shared. Where they are missing nothing is measured,
which is an error when CI is set.
"""

from __future__ import annotations

import json
import math
import os
import re
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

import yaml

from benchmarks import passages
from duikou.load import Failure, extract_file

ROOT = Path(__file__).parent.parent
FLOOR = ROOT / "tests/floor.yaml"
SCORER = ROOT / "../shared/score.py"
MEASURES = (("facts", "ALL FACTS"), ("figures", "OBSERVATION"))


def extract(texts: Path, gold: Path, out: Path) -> int:
    """Write the statements of every text that has gold; gives their number."""
    stems = {path.stem for path in gold.glob("*.yaml")}
    found = [path for path in sorted(texts.iterdir()) if path.suffix != ".yaml" and _has_gold(path.stem, stems)]
    for path in found:
        outcome = extract_file(str(path))
        if isinstance(outcome, Failure):
            sys.exit(outcome.reason)
        lines = [json.dumps(row, ensure_ascii=False) + "\n" for row in outcome.statements()]
        (out / f"{path.stem}.jsonl").write_text("".join(lines), encoding="utf-8")
    return len(found)


def _has_gold(stem: str, stems: set[str]) -> bool:
    return stem in stems or stem.split("_")[0] in stems


def score(gold: Path, statements: Path, *options: str) -> str:
    """What score.py prints."""
    command = [sys.executable, str(SCORER), str(gold), str(statements), *options]
    return subprocess.run(command, capture_output=True, text=True, check=True, encoding="utf-8").stdout


def measured(name: str, entry: dict[str, Any]) -> dict[str, dict[str, float]]:
    """Precision and recall of facts and figures on one set of texts; prints score.py's table, or that of the passages."""
    if "passages" in entry:
        print(f"\n{name}: {entry['en']}")
        return passages.measured(ROOT / entry["passages"])
    gold = ROOT / entry["gold"]
    with tempfile.TemporaryDirectory() as folder:
        started = time.perf_counter()
        count = extract(ROOT / entry["texts"], gold, Path(folder))
        seconds = time.perf_counter() - started
        print(f"\n{name}: {entry['en']} ({count} texts, {seconds:.1f} s)")
        print(score(gold, Path(folder), *(["--errors"] if "--errors" in sys.argv else [])))
        raw = json.loads(score(gold, Path(folder), "--json"))
    return {kind: {what: raw[row][what] for what in ("precision", "recall")} for kind, row in MEASURES}


def under(name: str, entry: dict[str, Any], reached: dict[str, dict[str, float]]) -> list[str]:
    """What fell under the floor."""
    return [
        f"{name}: {what} of {kind} is {reached[kind][what]:.3f}, under the floor of {least}"
        for kind, _ in MEASURES
        for what, least in entry[kind].items()
        if not reached[kind][what] >= least  # a nan is under every floor
    ]


def raised(page: str, reached: dict[str, dict[str, dict[str, float]]]) -> str:
    """The floor file with what is reached, rounded down to two digits; no floor is lowered."""
    floor = yaml.safe_load(page)
    for name, kinds in reached.items():
        for kind, values in kinds.items():
            now = {what: max(math.floor(value * 100) / 100, floor[name][kind][what]) for what, value in values.items()}
            least = ", ".join(f"{what}: {value}" for what, value in now.items())
            page = re.sub(rf"(^{name}:\n(?:  .*\n)*?  {kind}: ){{.*}}", rf"\g<1>{{{least}}}", page, flags=re.MULTILINE)
    return page


def main() -> int:
    """Measure every set of the floor file."""
    if not SCORER.exists():
        print("nothing measured: ../shared/score.py is not here")
        return 1 if os.environ.get("CI") else 0
    floor = yaml.safe_load(FLOOR.read_text(encoding="utf-8"))
    reached = {name: measured(name, entry) for name, entry in floor.items()}
    if "--raise" in sys.argv:
        FLOOR.write_text(raised(FLOOR.read_text(encoding="utf-8"), reached), encoding="utf-8")
    failures = [line for name, entry in floor.items() for line in under(name, entry, reached[name])]
    print("\n".join(failures) if failures else "every score is at or above its floor (tests/floor.yaml)")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
