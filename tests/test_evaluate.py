"""Statements against gold: every verdict, the same figures as the shared scorer, and a page that shows text as text."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from duikou.cli import main
from duikou.evaluate import FACTS, FIGURES, evaluate
from duikou.evaluation_page import page
from duikou.gold import read_gold
from duikou.settings import Lang
from graph.errors import UsageError

ROOT = Path(__file__).parent.parent
SCORER = ROOT / "../shared/score.py"

GOLD = """
entities:
  yantian: {type: Region, names: [盐田区, 盐田], code: "440308"}
  ziyuan: {type: Region, names: [资源县], code: "450329"}
  guilin: {type: Region, names: [桂林市], code: "450300"}
  firm: {type: Company, names: [恒利电子]}
facts:
  - [yantian, ASSISTS, ziyuan]
  - {fact: [yantian, FUNDED, ziyuan], amount: 1200000}
  - [firm, MOVED_INTO, ziyuan]
also_true:
  - [firm, CAME_FROM, yantian]
observations:
  - [ziyuan, people_employed, 60, 人]
  - [ziyuan, jobs_offered, 80, 个]
also_observed:
  - [ziyuan, employees, 60, 人]
"""


def node(label: str, name: str) -> dict[str, object]:
    return {"label": label, "name": name, "aliases": []}


def fact(subject: dict[str, object], relation: str, object_: dict[str, object], **more: object) -> dict[str, object]:
    evidence = [{"document": "one", "article": "a", "start": 0, "end": 4, "quote": "盐田<帮"}]
    base = {"type": "fact", "relation": relation, "subject": subject, "object": object_, "properties": {}}
    return base | {"tier": "stated", "evidence": evidence, "rule": "helps"} | more


def figure(indicator: str, value: float) -> dict[str, object]:
    row = fact(ZIYUAN, "", ZIYUAN) | {"type": "observation", "indicator": indicator, "value": value, "unit": "人"}
    return row


YANTIAN, ZIYUAN, GUILIN = node("Region", "盐田"), node("Region", "资源县"), node("Region", "桂林市")
FIRM = node("Company", "恒利电子")
STATEMENTS = [
    {"type": "entity", **FIRM},
    fact(YANTIAN, "ASSISTS", ZIYUAN),
    fact(YANTIAN, "FUNDED", ZIYUAN, properties={"amount": 1200000.0}),
    fact(FIRM, "MOVED_INTO", GUILIN),  # wider than what is wanted: right, and it does not meet it
    fact(FIRM, "CAME_FROM", YANTIAN),
    fact(ZIYUAN, "ASSISTS", YANTIAN, tier="inferred"),
    fact(FIRM, "MOVED_INTO", node("Park", "安和产业园")),
    figure("people_employed", 60),
    figure("people_employed", 61),
    figure("employees", 60),
]


@pytest.fixture
def folders(tmp_path: Path) -> tuple[Path, Path]:
    gold, statements = tmp_path / "gold", tmp_path / "statements"
    gold.mkdir()
    statements.mkdir()
    (gold / "one.yaml").write_text(GOLD, encoding="utf-8")
    lines = "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in STATEMENTS)
    (statements / "one.jsonl").write_text(lines, encoding="utf-8")
    return gold, statements


def test_verdicts(folders: tuple[Path, Path]) -> None:
    found = evaluate(*folders)
    verdicts = {one.says: one.verdict for one in found.judged}
    assert verdicts == {
        "盐田 ASSISTS 资源县": "right",
        "盐田 FUNDED 资源县": "right",
        "恒利电子 MOVED_INTO 桂林市": "right",
        "恒利电子 CAME_FROM 盐田": "neutral",
        "资源县 ASSISTS 盐田": "wrong",
        "恒利电子 MOVED_INTO 安和产业园": "wrong",
        "恒利电子 MOVED_INTO 资源县": "missed",
        "资源县 people_employed 60 人": "right",
        "资源县 people_employed 61 人": "wrong",
        "资源县 employees 60 人": "neutral",
        "资源县 jobs_offered 80": "missed",
    }
    rows = found.by_relation()
    assert (rows[FACTS].precision, rows[FACTS].recall) == (3 / 5, 2 / 3)
    assert (rows[FIGURES].precision, rows[FIGURES].recall) == (1 / 2, 1 / 2)
    assert found.share("amounts right", "amounts") == 1
    assert found.by("tier")["facts: inferred"].wrong == 1
    assert list(found.by("rule")) == ["facts: helps", "figures: helps"]


@pytest.mark.skipif(not SCORER.exists(), reason="../shared/score.py is not here")
def test_the_figures_are_those_of_the_shared_scorer(folders: tuple[Path, Path]) -> None:
    command = [sys.executable, str(SCORER), *map(str, folders), "--json"]
    wanted = json.loads(subprocess.run(command, capture_output=True, text=True, check=True, encoding="utf-8").stdout)
    found = evaluate(*folders)
    for kind, row in found.by_relation().items():
        for share, value in (("precision", row.precision), ("recall", row.recall)):
            assert value is None or wanted[kind][share] == value, f"{kind} {share}"
    assert wanted["entity_recall"] == found.share("entities found", "entities wanted")


def test_the_page_shows_text_as_text(folders: tuple[Path, Path]) -> None:
    shown = page(evaluate(*folders), {"one": "盐田<帮助资源县<script>alert(1)</script>。"}, Lang.zh)
    assert "<script>" not in shown
    assert '<mark class="wrong">盐田&lt;帮</mark>助资源县&lt;script&gt;' in shown
    assert "default-src 'none'" in shown


def test_the_command(folders: tuple[Path, Path], tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    output = tmp_path / "page.html"
    main_of(["eval", *map(str, folders), "--errors", "-o", str(output), "--format", "table", "--lang", "en"])
    told = capsys.readouterr()
    assert "one  missed  恒利电子 MOVED_INTO 资源县" in told.out
    assert "0.600" in told.out
    assert output.is_file()


def main_of(arguments: list[str]) -> int:
    try:
        main(arguments)
    except SystemExit as ended:
        return int(ended.code or 0)
    return 0


def test_what_is_no_gold_is_named(folders: tuple[Path, Path], capsys: pytest.CaptureFixture[str]) -> None:
    gold, statements = folders
    (gold / "two.yaml").write_text("entities: {}\nfacts: [[a, ASSISTS, b]]\n", encoding="utf-8")
    (statements / "two.jsonl").write_text("", encoding="utf-8")
    with pytest.raises(UsageError, match=r"two\.yaml: this is no gold file: a fact names a"):
        read_gold(gold / "two.yaml")
    assert main_of(["eval", str(gold), str(statements)]) == 2
    assert "two.yaml" in capsys.readouterr().err
    (gold / "two.yaml").unlink()
    (statements / "one.jsonl").unlink()
    with pytest.raises(UsageError, match=r"one\.jsonl: not there"):
        evaluate(gold, statements)
