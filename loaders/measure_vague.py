"""Figures that are not told of anything for good: a rough guess (五六十个), what is done in a week or a month."""

from __future__ import annotations

import re

from loaders.measure_figures import Figure

ROUGH = "only roughly a number"
EACH_TIME = "what is done in a day, week or month"
_ROUGH = re.compile("[一二三四五六七八九两]{2}[十百千万]?(?![十百千万\\d])|十几|[一二三四五六七八九]十几")
_NO_DIGIT = "万亿"  # 签约亿元以上项目, 月入万元
_CLINIC = re.compile("手术|接诊|门诊|坐诊|看诊|问诊|诊疗|诊治|会诊|义诊|出诊|查房|病人|患者")
_EACH_TIME = re.compile("(?:[每一][天日周月晚]|每个?(?:月|星期|礼拜)|日均|月均|周均)[^，。；#〇]{0,12}#")
_DAILY = re.compile("(?:增加|增|升|提高|降|减)[到至]?(?:每[天日周月])#")


def vague(figure: Figure) -> str | None:
    """Why the number is not kept, if so.

    Patients are kept as a whole only: 每周接诊两百来人 says nothing of how many were treated.
    """
    if figure.quantity.unit == "元":
        return ROUGH if figure.quantity.raw[0] in _NO_DIGIT else None
    if _ROUGH.match(figure.quantity.raw) and _is_guess(figure):
        return ROUGH
    words = figure.clause_words
    if _CLINIC.search(words) and (_EACH_TIME.search(words) or _DAILY.search(words)):
        return EACH_TIME
    return None


def _is_guess(figure: Figure) -> bool:
    """Whether it counts people or things by two digits in a row (三四个, 五六十名) or 十几."""
    raw = figure.quantity.raw
    return figure.quantity.maximum is not None or "几" in raw
