"""The frames of words that tell what a figure measures: loaders/frames/figures*.yaml, read once and compiled."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from graph.data import parse_yaml
from graph.numerals import Quantity
from graph.schema import schema
from loaders.lexicon import any_of
from loaders.needed import LazyPattern

LETTERS = {
    "Region": "R",
    "RelocationSite": "S",
    "Park": "K",
    "Workshop": "W",
    "Facility": "F",
    "Company": "C",
    "Organization": "O",
    "Person": "P",
    "Programme": "G",
}
_FOLDER = "frames"
_RULE = 48  # characters of a rule's name
_IN_CLAUSE = r"[^。！？，；：#〇]{0,12}?"
_IN_NOUN = r"[^，。；：、#〇县市镇乡村建设办开创吸带实发成展现帮]{0,8}?"
_IN_SENTENCE = r"[^。！？#]{0,60}?"
_NOUN_AFTER = re.compile(r"#(?=\[\^|…(?!…))")  # in a list (学生31名、教师6名) the noun stands before its number
_IN_BATCHES = "〇[批期轮]次?[、，]?"  # 教师两批19名: how often, between the noun and its number


@dataclass(frozen=True, slots=True)
class Frame:
    """Words that tell what a figure measures; `moves` names people who are sent and received, for an indicator."""

    indicator: str
    moves: str
    units: frozenset[str]
    least: float
    most: float
    say: LazyPattern
    unless: LazyPattern | None
    barred: LazyPattern | None  # as `unless`, but wherever it stands in the sentence
    subject: str
    wide: bool  # looked for in the whole sentence only
    rule: str  # what it is called in a study of errors: the indicator and the beginning of its first pattern

    def holds(self, quantity: Quantity) -> bool:
        """Whether figures of this unit and size can be of the frame."""
        return quantity.unit in self.units and self.least <= quantity.value <= self.most

    def fits(self, words: str) -> bool:
        """Whether the words, in which `#` is the figure, are those of the frame."""
        return bool(self.say.search(words)) and not (self.unless and self.unless.search(words))

    def is_barred(self, sentence: str) -> bool:
        """Whether other words of the sentence speak against it."""
        return self.barred is not None and self.barred.search(sentence) is not None


@dataclass(frozen=True, slots=True)
class Frames:
    """All frames, in the order in which they are tried, and the shared words."""

    frames: tuple[Frame, ...]
    settings: dict[str, Any]  # everything else in the files

    def named(self, indicator: str) -> Frame:
        """The first frame of an indicator."""
        return next(frame for frame in self.frames if frame.indicator == indicator)

    def of(self, scopes: tuple[str, ...], quantity: Quantity) -> Frame | None:
        """The first frame that the figure fits by the words of its clause, else by the wider scopes in turn."""
        fitting = [frame for frame in self.frames if frame.holds(quantity)]
        for number, words in enumerate(scopes):
            for frame in fitting:
                if (number or not frame.wide) and frame.fits(words) and not frame.is_barred(scopes[-1]):
                    return frame
        return None


@cache
def frames() -> Frames:
    """The frames that ship with duikou."""
    return parse(*read())


@cache
def cue(name: str) -> str:
    """The words of a cue of loaders/frames/figures_subjects.yaml, as a pattern for any of them."""
    words: list[str] = frames().settings["cues"][name]
    return "(?:" + "|".join(sorted(words, key=lambda w: (-len(w), w))) + ")"


def patterns_of(patterns: list[str]) -> re.Pattern[str]:
    """Patterns written as in the frames, as one regular expression."""
    shared = frames().settings
    groups = {name: any_of(words) for name, words in shared["words"].items()}
    return _joined(patterns, groups, any_of(shared["fillers"])).compiled


def read() -> tuple[dict[str, Any], list[dict[str, Any]]]:
    """The shared words and the rows of frames, as the YAML files give them."""
    shared: dict[str, Any] = {}
    rows: list[dict[str, Any]] = []
    for path in sorted(files("loaders").joinpath(_FOLDER).iterdir(), key=lambda p: p.name):
        if path.name.startswith("figures") and path.name.endswith(".yaml"):
            content: dict[str, Any] = parse_yaml(path.read_text(encoding="utf-8"))
            rows += content.pop("frames", [])
            shared |= content
    return shared, rows


def parse(shared: dict[str, Any], rows: list[dict[str, Any]]) -> Frames:
    """The frames, compiled; a frame that names no known indicator raises ValueError with its text."""
    units: dict[str, list[str]] = shared["units"]
    fillers = any_of(shared["fillers"])
    groups = {name: any_of(words) for name, words in shared["words"].items()}
    made = tuple(_frame(row, units, groups, fillers) for row in rows)
    return Frames(made, shared)


def _frame(row: dict[str, Any], units: dict[str, list[str]], groups: dict[str, str], fillers: str) -> Frame:
    indicator, moves = row.get("indicator", ""), row.get("moves", "")
    known = schema().indicators
    if not (indicator in known or (f"{moves}_sent" in known and f"{moves}_received" in known)):
        raise ValueError(f"loaders/{_FOLDER}: '{indicator or moves}' is no indicator of graph/schema.yaml")
    members = frozenset(unit for name in row["units"] for unit in units.get(name, [name]))
    least, most = row.get("range", (0, float("inf")))
    unless, barred = row.get("unless"), row.get("barred")
    return Frame(
        indicator=indicator,
        moves=moves,
        units=members,
        least=float(least),
        most=float(most),
        say=_joined(row["say"], groups, fillers),
        unless=_joined(unless, groups, fillers) if unless else None,
        barred=_joined(barred, groups, fillers) if barred else None,
        subject=row.get("subject", "move"),
        wide=bool(row.get("wide")),
        rule=f"{indicator or moves}: {row['say'][0]}"[:_RULE],
    )


def _joined(patterns: list[str], groups: dict[str, str], fillers: str) -> LazyPattern:
    """The patterns of a frame as one regular expression; loaders/frames/figures.yaml tells how they are written."""
    made = []
    for pattern in patterns:
        for name, words in groups.items():
            pattern = pattern.replace("{" + name + "}", f"(?:{words})")
        pattern = _NOUN_AFTER.sub("#(?![、和与及])", pattern.replace("#~", "#(?![和与及])~"))
        pattern = pattern.replace("……", _IN_SENTENCE).replace("…", _IN_CLAUSE).replace("~", _IN_NOUN)
        made.append(pattern.replace("_", f"(?:{fillers}|{_IN_BATCHES})*"))
    return LazyPattern("|".join(made))
