"""Facts, figures and rejects of an article page in words of both languages."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import partial
from typing import Any

from duikou.messages import say
from duikou.settings import Lang
from duikou.views.article_read import FIGURE, REJECT, Said
from duikou.views.page import Both
from duikou.words import details, figure, indicator_name, reason, relation_name, step
from queries.status import general


def relation(said: Said) -> Both:
    """What a fact, a figure or a rejected fact says, between its ends."""
    name = said.details.get("relation", "") if said.kind == REJECT else said.says
    named = indicator_name if said.kind == FIGURE else relation_name
    return Both.of(partial(named, name))


def told(said: Said) -> Both:
    """The rest of it: the figure with its circumstances, the properties of a fact, the candidate as written."""
    return Both.of(partial(_told, said))


def steps(said: Said) -> list[Both]:
    """The recorded steps from the words to what they stand for."""
    return [Both.of(partial(step, one)) for one in said.because]


def why_not(words: str, candidate: Mapping[str, Any]) -> Both:
    """The reason of a reject; in Chinese with the names of its case where the general reason leaves a place for one.

    >>> why_not("万山区 is not the helper here", {"subject": {"name": "万山区"}}).zh
    '“万山区”在这里不是帮扶方'
    """
    kind = general(words, dict(candidate))
    chinese = reason(kind, Lang.zh)
    if chinese == kind:
        return Both(words, words)
    for role in ("subject", "object"):
        end = candidate.get(role)
        if isinstance(end, Mapping) and end["name"] in words:
            chinese = chinese.replace("…", end["name"], 1)
    for quoted in re.findall("'([^']*)'", words):
        chinese = chinese.replace("…", quoted, 1)
    return Both(chinese, words)


def _told(said: Said, lang: Lang) -> str:
    if said.kind == FIGURE:
        return _figure(said.details, lang)
    if said.kind == REJECT:
        rest = said.details.get("properties") or {}
        return str(said.details.get("raw") or "") or details(str(said.details.get("relation")), rest, lang)
    return details(said.says, said.details, lang)


def _figure(told: Mapping[str, Any], lang: Lang) -> str:
    """
    >>> _figure({"value": 140, "unit": "人", "modifier": "余", "cohort": "群众", "period_start": "2022"}, Lang.zh)
    '140余人（群众；2022 起）'
    """
    amount = figure(told, lang)
    status = told.get("status", "outcome")
    notes = [
        told.get("cohort"),
        _period(told.get("period_start"), told.get("period_end"), lang),
        "" if status == "outcome" else say(lang, f"status.{status}"),
    ]
    said = ("；" if lang is Lang.zh else "; ").join(note for note in notes if note)
    if not said:
        return amount
    return f"{amount}（{said}）" if lang is Lang.zh else f"{amount} ({said})"


def _period(start: str | None, stop: str | None, lang: Lang) -> str:
    """
    >>> _period("2018", "2018", Lang.en), _period("2020", None, Lang.en), _period("2020", "2022-06", Lang.zh)
    ('2018', 'from 2020', '2020–2022-06')
    """
    if start and not stop:
        return f"{start} 起" if lang is Lang.zh else f"from {start}"
    if stop and not start:
        return f"至 {stop}" if lang is Lang.zh else f"to {stop}"
    return "–".join(dict.fromkeys(one for one in (start, stop) if one))
