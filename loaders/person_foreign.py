"""Names in the characters of transliteration, with or without a dot, weighed by the tagger between plausible edges."""

from __future__ import annotations

import re
from collections.abc import Sequence

from loaders.lexicon import any_of, read_yaml
from loaders.name_odds import NameOdds
from loaders.person_evidence import BEFORE, GOES_ON, Span
from loaders.person_shapes import BORDER
from loaders.tagger import Tagged

_RAW = read_yaml("persons.yaml")
_CHARACTER = "[" + _RAW["foreign"] + _RAW["foreign_rare"] + "]"
_RUN = re.compile(f"{_CHARACTER}{{2,}}(?:·{_CHARACTER}+){{0,3}}")
_ELEMENT = re.compile(any_of(_RAW["elements"]))
_LONGEST = 14
_JOINS = re.compile("[由请让给跟和与对向把被为、是叫]$")
_PAID = re.compile("月(?=收入|入|薪|均|工资|挣|赚)")
_SURE, _WITH_SIGNS = 1.2, 8.0  # how much the tagger may lose: with no other sign, with a post before or a known part


def transliterated(plain: str, told: Sequence[tuple[int, Tagged]]) -> list[Span]:
    """Spans of such names in a block; `told` are its sentences, each with where it begins."""
    found: list[Span] = []
    for low, one in told:
        if one.odds is None:
            continue
        text = plain[low : low + len(one.odds)]
        runs = list(_RUN.finditer(text))
        if not runs:
            continue
        for run in runs:
            best = max(_weighed(text, run.span(), one.odds), default=None)
            if best is not None:
                found.append((low + best[1], low + best[2]))
    return found


def _weighed(text: str, run: Span, known: NameOdds) -> list[tuple[float, int, int]]:
    """The readings of a run as a name that stand between plausible edges: weight, start, end."""
    readings: list[tuple[float, int, int]] = []
    parts = list(_ELEMENT.finditer(text, *run))
    dot = text.find("·", *run)
    for start in range(run[0], run[1] - 2):
        if dot >= 0 and start > dot - 1:
            break
        before = text[max(0, start - 12) : start]
        signed = any(BEFORE[k].search(before) for k in ("post", "called", "group", "of"))
        if not (signed or BEFORE["opens"].search(before) or _JOINS.search(before)):
            continue
        for end in range(max(start + 3, dot + 2), min(run[1], start + _LONGEST) + 1):
            if any(m.start() < end < m.end() for m in parts):
                continue
            read = known.as_person(start, end)
            if not (BORDER.match(text, end) or _PAID.match(text, end) or read.after in GOES_ON):
                continue
            likely = signed or dot >= 0 or _ELEMENT.search(text[start:end]) is not None
            if text[end - 1] != "·" and read.loss <= (_WITH_SIGNS if likely else _SURE):
                readings.append((0.9 * (end - start) - read.loss + (1.5 if signed else 0.0), start, end))
    return readings
