"""What else the words say of a figure: whether it is a result or a plan, over what time, of whom."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from loaders.dates import DURING, SINCE, DateMention, dates
from loaders.lexicon import any_of
from loaders.measure_figures import Figure
from loaders.measure_frames import frames
from loaders.values import Reading

_ONCE_DONE = re.compile("(?:达产|投产|建成|投用|完工|满产|建好|落成|交付)后，(?P<then>[^；。]*)$")
_WILL = re.compile("可(?![是以])|可以|将|预计|能(?![手人力])")
_IS_DONE = re.compile("已|去年|目前|现有|如今|今年|当年")


def details(reading: Reading, figure: Figure) -> dict[str, Any]:
    """The further fields of the observation: modifier, range, status, aggregation, group and period."""
    quantity = figure.quantity
    date = _date(reading, figure)
    words = figure.clause_words
    found: dict[str, Any] = {
        "minimum": quantity.minimum,
        "maximum": quantity.maximum,
        "modifier": quantity.modifier,
        "status": _first("status", words) or _once_done(figure) or "outcome",
        "aggregation": _aggregation(words, figure.words, date),
        "group": _group(words),
    }
    if date is not None and date.precision is not None:
        found |= {"period_start": date.first, "period_end": date.last, "precision": date.precision}
    return found


def _aggregation(clause: str, sentence: str, date: DateMention | None) -> str:
    """What the clause says itself, else what the date of the sentence says, else `point`."""
    before, _ = sentence.split("#", 1)
    stated = _first("aggregation", clause)
    if stated == "cumulative":
        return stated
    if _patterns()["aggregation", "ytd"].search(before):
        return "ytd"
    if date is not None and date.kind == SINCE:
        return "cumulative"
    whole_year = date is not None and date.kind == DURING and date.precision == "year"
    return stated or ("year" if whole_year else "point")


def _once_done(figure: Figure) -> str | None:
    """What a figure is that the clauses before it put into the future: 项目建成后，可年产内衣300万件，带动就业400人."""
    told = _ONCE_DONE.search(figure.words.split("#", 1)[0]) if "后，" in figure.words else None
    if told is None or _IS_DONE.search(told["then"]) or not _WILL.search(told["then"]):
        return None
    return "target"


def _first(what: str, words: str) -> str | None:
    for (kind, name), pattern in _patterns().items():
        if kind == what and pattern.search(words):
            return name
    return None


def _group(words: str) -> str | None:
    """The people that the figure speaks of, where the words name a group."""
    before, after = words.split("#", 1)
    for part in (after, before):
        match = _patterns()["group", ""].search(part)
        if match:
            return match.group()
    return None


@cache
def _patterns() -> dict[tuple[str, str], re.Pattern[str]]:
    settings = frames().settings
    made = {
        (what, name): re.compile("|".join(words) if what == "status" else any_of(words))
        for what in ("status", "aggregation")
        for name, words in settings[what].items()
    }
    made["group", ""] = re.compile(any_of(settings["words"]["folk"]))
    return made


def _date(reading: Reading, figure: Figure) -> DateMention | None:
    """The last date before the figure, in its clause or else in its sentence."""
    sentence = reading.sentences[figure.sentence]
    text = reading.plain(sentence.block, sentence.start, sentence.end)
    position = figure.start - sentence.start
    before = [d for d in dates(text, reading.article.published) if d.end <= position]
    return before[-1] if before else None
