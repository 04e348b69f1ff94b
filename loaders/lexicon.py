"""The word lists of loaders/*.yaml, read once and compiled."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from graph.data import parse_yaml
from loaders.word_find import WordFinder


def read_yaml(name: str) -> Any:
    """A data file of this package."""
    return parse_yaml(files("loaders").joinpath(name).read_text(encoding="utf-8"))


def any_of(words: Iterable[str]) -> str:
    """A regular expression for any of the words, the longest first."""
    return "|".join(re.escape(w) for w in sorted(set(words), key=lambda w: (-len(w), w)))


def either(patterns: str) -> str:
    """A regular expression for any of the patterns of a list with blanks between, the longest first.

    >>> either("援 援建(?=了)")
    '(?:援建(?=了)|援)'
    """
    return "(?:" + "|".join(sorted(patterns.split(), key=lambda one: (-len(one), one))) + ")"


def alternatives(name: str) -> dict[str, str]:
    """For each list of a data file a regular expression for any of its patterns."""
    return {key: either(listed) for key, listed in read_yaml(name).items()}


class Suffix:
    """The words of a list at the end of a text: looked up, where a regular expression would be tried at every sign.

    >>> Suffix(["县长", "副县长"]).search("由副县长"), Suffix(["县长"]).search("县长由")
    ('副县长', None)
    """

    def __init__(self, words: Iterable[str]) -> None:
        self._words = frozenset(words)
        self._sizes = sorted({len(word) for word in self._words}, reverse=True)

    def search(self, text: str) -> str | None:
        """The longest of the words that the text ends in."""
        return next((text[-size:] for size in self._sizes if text[-size:] in self._words), None)


@dataclass(frozen=True, slots=True)
class Names:
    """How things are named: see names.yaml."""

    endings: dict[str, str]  # ending -> label
    ending: WordFinder  # overlapping: 第一中学 ends in 中学, not in 一中
    trade: re.Pattern[str]
    trades: Suffix  # the same, where many texts are asked
    generic: re.Pattern[str]
    never: frozenset[str]
    inner_verbs: frozenset[str]
    built: frozenset[str]
    stops: frozenset[str]
    wholes: dict[str, str]  # name -> label, of names that need no ending
    whole: re.Pattern[str]


@cache
def names() -> Names:
    """The naming words, compiled."""
    raw = read_yaml("names.yaml")
    endings: dict[str, str] = {}
    for label, words in raw["endings"].items():
        for word in words:
            endings.setdefault(word, label)
    wholes = {word: label for label, words in raw["wholes"].items() for word in words}
    return Names(
        endings=endings,
        ending=WordFinder(endings),
        trade=re.compile(f"(?:{any_of(raw['trades'])})$"),
        trades=Suffix(raw["trades"]),
        generic=re.compile("(?:" + any_of(raw["generic"]) + r"|[的和与及、·第一二三四五六七八九十个期级\d]|20\d\d年)*"),
        never=frozenset(raw["never"]),
        inner_verbs=frozenset(raw["inner_verbs"]),
        built=frozenset(raw["built"]),
        stops=frozenset(raw["stops"]),
        wholes=wholes,
        whole=re.compile(rf"(?:{any_of(wholes)})(?!门|署|分|位|长|队(?![长员])|化|式|系)"),
    )
