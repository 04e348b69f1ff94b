"""Passages of a few sentences with what a careful reader finds in them: how they are read, and how well duikou does.

    python -m benchmarks.passages tests/corpus/passages/money.txt             precision and recall, a line a relation
    python -m benchmarks.passages tests/corpus/passages/*.txt --errors        and what is missed or wrong, with the passage

A file begins with the relations that it is about (`figures` stands for observations); of others nothing is said. Then come
the passages, each after a line `##`: the text as an article has it, then what is wanted (`>` a fact, `=` a figure) and
what is right too but not asked for (`?` a fact, `~` a figure). A passage without such lines must give nothing.

    relations: DONATED_TO figures
    ##
    甲市帮扶乙县
    甲市丙公司向乙县第一中学捐款20万元。
    > DONATED_TO | 甲市丙公司 / 丙公司 | 乙县第一中学 | amount=200000
    = 乙县第一中学 | donated_value | 200000
"""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from graph.model import Entity, Fact, Observation
from graph.normalise import normalise
from loaders.build import extract_document
from loaders.read import from_text

FIGURES = "figures"
_KILOGRAMS = {"吨": 1000}  # the gold gives a mass as the text does, or in the unit of graph/schema.yaml
_MARKS = {">": True, "=": True, "?": False, "~": False}  # whether it must be found


@dataclass(frozen=True, slots=True)
class Line:
    """One fact or figure of the gold; `subject` and `object` are the names that will do."""

    text: str
    wanted: bool
    relation: str  # or FIGURES
    subject: frozenset[str]
    object: frozenset[str] = frozenset()
    indicator: str = ""
    value: float | None = None  # of a figure, or the amount of a fact

    def tells(self, one: Fact | Observation) -> bool:
        """Whether a statement says what this line says."""
        if isinstance(one, Observation):
            values = one.value, one.value * _KILOGRAMS.get(one.unit, 1)
            right = self.value is not None and any(abs(value - self.value) < 1e-6 for value in values)
            right = right and one.indicator == self.indicator and self.relation == FIGURES
            return right and _named(one.subject, self.subject)
        if one.relation != self.relation:
            return False
        ends = [(one.subject, one.object)]
        if one.relation == "COOPERATES_WITH":
            ends.append((one.object, one.subject))
        if self.value is not None and abs(float(one.properties.get("amount") or 0) - self.value) >= 1:
            return False
        return any(_named(a, self.subject) and _named(b, self.object) for a, b in ends)


@dataclass(slots=True)
class Passage:
    """A passage with its gold."""

    text: str
    gold: list[Line] = field(default_factory=list)


@dataclass(slots=True)
class Counts:
    """Of one relation: wanted lines found and missed, statements that are right and wrong."""

    found: int = 0
    missed: int = 0
    right: int = 0
    wrong: int = 0

    def __add__(self, other: Counts) -> Counts:
        return Counts(
            self.found + other.found, self.missed + other.missed, self.right + other.right, self.wrong + other.wrong
        )

    @property
    def precision(self) -> float:
        return self.right / (self.right + self.wrong) if self.right + self.wrong else float("nan")

    @property
    def recall(self) -> float:
        return self.found / (self.found + self.missed) if self.found + self.missed else float("nan")


def read_passages(path: Path) -> tuple[frozenset[str], list[Passage]]:
    """The relations that a file is about, and its passages."""
    head, *parts = path.read_text(encoding="utf-8").split("\n##")
    title, _, names = head.partition("\n")[0].partition(":")
    if title != "relations":
        raise SystemExit(f"{path}: line 1 must be: relations: NAME ...")
    found = []
    for part in parts:
        lines = [line for line in part.split("\n") if line.strip()]
        told = [line for line in lines if line[:2].strip() in _MARKS and line[1:2] == " "]
        text = "\n".join(line for line in lines if line not in told)
        if text:
            found.append(Passage(text, [_line(path, line) for line in told]))
    return frozenset(names.split()), found


def _line(path: Path, text: str) -> Line:
    wanted, cells = _MARKS[text[0]], [cell.strip() for cell in text[2:].split("|")]
    try:
        if text[0] in ">?":
            amount = [float(cell.partition("=")[2]) for cell in cells[3:] if cell.startswith("amount=")]
            return Line(text, wanted, cells[0], _names(cells[1]), _names(cells[2]), value=amount[0] if amount else None)
        return Line(text, wanted, FIGURES, _names(cells[0]), indicator=cells[1], value=float(cells[2]))
    except (IndexError, ValueError) as error:
        raise SystemExit(f"{path}: this line is no fact and no figure: {text}") from error


def _names(cell: str) -> frozenset[str]:
    """As they stand in the text, and in simplified script, in which entities are named."""
    written = [name.strip() for name in cell.split("/")]
    return frozenset(form for name in written for form in (name, normalise(name).plain))


def _named(entity: Entity, names: frozenset[str]) -> bool:
    return not names.isdisjoint(entity.names)


def score(path: Path, tell: bool = False) -> dict[str, Counts]:
    """The counts of each relation of a file; `tell` prints what is missed or wrong."""
    relations, passages = read_passages(path)
    counts = {name: Counts() for name in sorted(relations)}
    for passage in passages:
        statements = list(_statements(passage.text, relations))
        errors = []
        for one in statements:
            told = next((line for line in passage.gold if line.tells(one)), None)
            if told is None and isinstance(one, Fact) and goes_without_saying(one.relation, one.subject, one.object):
                continue
            kind = counts[one.relation if isinstance(one, Fact) else FIGURES]
            kind.right += told is not None and told.wanted
            kind.wrong += told is None
            errors += [f"  wrong: {_short(one)}"] if told is None else []
        for line in passage.gold:
            if line.wanted and line.relation in relations:
                met = any(line.tells(one) for one in statements)
                counts[line.relation].found += met
                counts[line.relation].missed += not met
                errors += [] if met else [f"  missed: {line.text}"]
        if tell and errors:
            print(passage.text, *errors, sep="\n")
    return counts


def _statements(text: str, relations: frozenset[str]) -> Iterator[Fact | Observation]:
    extraction = extract_document(from_text(text, "passage"))
    yield from (one for one in extraction.facts if one.relation in relations and not one.source)
    if FIGURES in relations:
        yield from extraction.observations


def goes_without_saying(relation: str, subject: Entity, object_: Entity) -> bool:
    """What gold need not speak of: provinces that are paired; that a division lies somewhere, or what bears its place's name."""
    if relation == "ASSISTS":
        return all((end.code or "").endswith("0000") for end in (subject, object_))
    return relation == "LOCATED_IN" and (
        subject.label == "Region" or any(name in subject.name for name in object_.names)
    )


def _short(one: Fact | Observation) -> str:
    if isinstance(one, Observation):
        return f"{one.subject.name} {one.indicator} {one.value:g} ({one.raw}) by {one.rule}"
    return f"{one.subject.name} {one.relation} {one.object.name} {dict(one.properties)} by {one.rule}"


def total(counts: Iterable[Counts]) -> Counts:
    """All counts together."""
    return sum(counts, Counts())


def measured(folder: Path) -> dict[str, dict[str, float]]:
    """Precision and recall of the facts and the figures of all files of a folder; prints a line a file and kind."""
    sums = {"facts": Counts(), "figures": Counts()}
    for path in sorted(folder.glob("*.txt")):
        for name, one in score(path).items():
            kind = FIGURES if name == FIGURES else "facts"
            sums[kind] += one
            print(f"{path.stem:14} {row(name, one)}")
    for kind, one in sums.items():
        print(f"{'all':14} {row(kind, one)}")
    return {kind: {"precision": one.precision, "recall": one.recall} for kind, one in sums.items()}


def row(name: str, one: Counts) -> str:
    """A line of the table."""
    return (
        f"{name:18} P {one.precision:.3f} ({one.wrong} wrong of {one.right + one.wrong})  "
        f"R {one.recall:.3f} ({one.found} of {one.found + one.missed})"
    )


def main() -> None:
    """Score the files."""
    about, _, _ = (__doc__ or "").partition("\n\n")
    parser = argparse.ArgumentParser(prog="python -m benchmarks.passages", description=about)
    parser.add_argument("files", nargs="+", type=Path)
    parser.add_argument("--errors", action="store_true", help="print what is missed or wrong")
    arguments = parser.parse_args()
    for path in arguments.files:
        counts = score(path, arguments.errors)
        print(path, *(row(name, one) for name, one in counts.items()), row("all", total(counts.values())), sep="\n  ")


if __name__ == "__main__":
    main()
