"""Statements against gold: which are right, which are wrong, and what is missed.

Precision = right / (right + wrong), recall = found / wanted. What the gold lists as also true counts as neither.
A fact is right when both ends and the relation are; a figure when subject, indicator and value are.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from duikou.gold import Figure, Gold, Triple, ordered, read_gold
from graph.errors import UsageError

RIGHT, WRONG, NEUTRAL, MISSED = "right", "wrong", "neutral", "missed"
FIGURES = "OBSERVATION"
FACTS = "ALL FACTS"
DIMENSIONS = ("relation", "tier", "rule", "label")


@dataclass(frozen=True, slots=True)
class Judged:
    """One statement with its verdict, or one wanted statement that is missed (then there is no `statement`)."""

    document: str
    verdict: str
    kind: str  # the relation, or OBSERVATION
    says: str
    label: str  # the label of the subject
    statement: Mapping[str, Any] | None = None
    why: str = ""

    @property
    def tier(self) -> str:
        return str(self.statement["tier"]) if self.statement else ""

    @property
    def rule(self) -> str:
        return str(self.statement.get("rule") or "") if self.statement else ""

    @property
    def quotes(self) -> list[str]:
        return [evidence["quote"] for evidence in self.statement["evidence"]] if self.statement else []


@dataclass(slots=True)
class Tally:
    """Counts of one row of the table."""

    right: int = 0
    wrong: int = 0
    found: int = 0
    missed: int = 0

    def __add__(self, other: Tally) -> Tally:
        return Tally(*(getattr(self, name) + getattr(other, name) for name in ("right", "wrong", "found", "missed")))

    @property
    def precision(self) -> float | None:
        return self.right / (self.right + self.wrong) if self.right + self.wrong else None

    @property
    def recall(self) -> float | None:
        return self.found / (self.found + self.missed) if self.found + self.missed else None


@dataclass(slots=True)
class Evaluation:
    """Everything that was judged, and what counts beside it."""

    documents: list[str] = field(default_factory=list)
    judged: list[Judged] = field(default_factory=list)
    found: Counter[str] = field(default_factory=Counter)  # wanted statements that are met, by relation
    counts: Counter[str] = field(default_factory=Counter)  # entities, labels and amounts

    def by_relation(self) -> dict[str, Tally]:
        """A row a relation, then all facts, then the figures."""
        rows: dict[str, Tally] = {}
        for one in self.judged:
            row = rows.setdefault(one.kind, Tally())
            if one.verdict in (RIGHT, WRONG, MISSED):
                setattr(row, one.verdict, getattr(row, one.verdict) + 1)
        for kind, met in self.found.items():
            rows.setdefault(kind, Tally()).found = met
        facts = {kind: rows[kind] for kind in sorted(rows) if kind != FIGURES}
        total = sum(facts.values(), Tally())
        return {**facts, FACTS: total, **({FIGURES: rows[FIGURES]} if FIGURES in rows else {})}

    def by(self, dimension: str) -> dict[str, Tally]:
        """Right and wrong by tier, by the rule that found it, or by the label of the subject."""
        rows: dict[str, Tally] = {}
        for one in self.judged:
            if one.statement is not None and one.verdict in (RIGHT, WRONG):
                key = f"{'figures' if one.kind == FIGURES else 'facts'}: {getattr(one, dimension) or '-'}"
                row = rows.setdefault(key, Tally())
                setattr(row, one.verdict, getattr(row, one.verdict) + 1)
        return dict(sorted(rows.items(), key=lambda pair: (-pair[1].wrong, -pair[1].right, pair[0])))

    def share(self, part: str, whole: str) -> float | None:
        return self.counts[part] / self.counts[whole] if self.counts[whole] else None


def evaluate(gold: Path, statements: Path) -> Evaluation:
    """Compare a gold file with a file of statements, or the files of two folders, paired by their stems.

    001.yaml is the gold of 001.jsonl or 001_anything.jsonl. UsageError when one has no partner.
    """
    made = Evaluation()
    for gold_path, answer in _pairs(gold, statements):
        _judge(made, read_gold(gold_path), _read(answer))
    return made


def _pairs(gold: Path, statements: Path) -> Iterator[tuple[Path, Path]]:
    if gold.is_file():
        yield gold, statements if statements.is_file() else _answer(statements, gold.stem)
        return
    found = sorted(gold.glob("*.yaml"))
    if not found:
        raise UsageError(f"{gold}: there is no gold here, no file that ends in .yaml")
    for path in found:
        yield path, _answer(statements, path.stem)


def _answer(folder: Path, stem: str) -> Path:
    named = [folder / f"{stem}.jsonl", *sorted(folder.glob(f"{stem}_*.jsonl"))]
    for path in named:
        if path.is_file():
            return path
    raise UsageError(f"{named[0]}: not there; write it with: duikou extract DOCUMENT --format jsonl > {named[0].name}")


def _read(path: Path) -> list[dict[str, Any]]:
    rows = []
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if line.strip():
            try:
                rows.append(json.loads(line))
            except ValueError as error:
                raise UsageError(f"{path}:{number}: this line is no JSON; write it with: duikou extract") from error
    return rows


def _judge(made: Evaluation, gold: Gold, rows: Iterable[dict[str, Any]]) -> None:
    made.documents.append(gold.stem)
    rows = list(rows)
    seen = {gold.find(row) for row in rows if row["type"] == "entity"}
    for row in rows:
        if row["type"] == "entity":
            key = gold.find(row)
            made.counts["entities unknown" if key is None else "entities"] += 1
            made.counts["labels right"] += key is not None and row["label"] in gold.labels(key)
    facts = _facts(made, gold, rows)
    seen |= {gold.find(row[end]) for row in facts for end in ("subject", "object")}
    _figures(made, gold, [row for row in rows if row["type"] == "observation"])
    made.counts["entities found"] += len(seen & set(gold.entities))
    made.counts["entities wanted"] += len(gold.entities)


def _facts(made: Evaluation, gold: Gold, rows: Iterable[dict[str, Any]]) -> list[dict[str, Any]]:
    facts = [row for row in rows if row["type"] == "fact" and row.get("source") != "gazetteer"]
    known: dict[Triple, dict[str, Any]] = {}
    strange: dict[str, dict[str, Any]] = {}
    for row in facts:
        subject, object_ = gold.find(row["subject"]), gold.find(row["object"])
        if subject is None or object_ is None:
            strange[_said(row)] = row
        else:
            known[ordered((subject, row["relation"], object_))] = row
    for says, row in strange.items():
        made.judged.append(_judged(gold, WRONG, row["relation"], says, row, "an end is no entity of the gold"))
    for triple, row in known.items():
        verdict = RIGHT if gold.wants(triple) else NEUTRAL if gold.allows(triple) else WRONG
        made.judged.append(_judged(gold, verdict, triple[1], _said(row), row))
        if triple in gold.amounts and verdict == RIGHT:
            amount = row["properties"].get("amount")
            made.counts["amounts"] += 1
            made.counts["amounts right"] += amount is not None and float(amount) == gold.amounts[triple]
    for wanted in sorted(gold.facts):
        subject, relation, object_ = wanted
        if gold.is_met(wanted, known):
            made.found[relation] += 1
        else:
            says = f"{gold.name(subject)} {relation} {gold.name(object_)}"
            made.judged.append(Judged(gold.stem, MISSED, relation, says, gold.labels(subject)[0]))
    return facts


def _figures(made: Evaluation, gold: Gold, rows: Iterable[dict[str, Any]]) -> None:
    found: dict[tuple[str, str, float], dict[str, Any]] = {}
    for row in rows:
        subject = gold.find(row["subject"]) or f"? {row['subject']['name']}"
        found[subject, row["indicator"], float(row["value"])] = row
    values = {(subject, value) for subject, _, value in gold.observed | gold.also_observed}
    for figure, row in found.items():
        lenient = figure[1] == "other" and (figure[0], figure[2]) in values
        allowed = figure in gold.also_observed or lenient
        verdict = RIGHT if figure in gold.observed else NEUTRAL if allowed else WRONG
        made.judged.append(_judged(gold, verdict, FIGURES, _told(row), row))
    for wanted in sorted(gold.observed):
        if wanted in found:
            made.found[FIGURES] += 1
        else:
            made.judged.append(Judged(gold.stem, MISSED, FIGURES, _wanted(gold, wanted), gold.labels(wanted[0])[0]))


def _judged(gold: Gold, verdict: str, kind: str, says: str, row: dict[str, Any], why: str = "") -> Judged:
    return Judged(gold.stem, verdict, kind, says, row["subject"]["label"], row, why)


def _said(row: Mapping[str, Any]) -> str:
    return f"{row['subject']['name']} {row['relation']} {row['object']['name']}"


def _told(row: Mapping[str, Any]) -> str:
    return f"{row['subject']['name']} {row['indicator']} {float(row['value']):g} {row['unit']}".strip()


def _wanted(gold: Gold, figure: Figure) -> str:
    subject, indicator, value = figure
    return f"{gold.name(subject)} {indicator} {value:g}"
