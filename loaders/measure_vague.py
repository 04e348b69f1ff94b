"""Figures that are not told of anything for good: a rough guess (五六十个), what is done in a month, what never came about."""

from __future__ import annotations

import re

from loaders.measure_figures import Figure

ROUGH = "only roughly a number"
EACH_TIME = "what is done in a day, week or month"
DENIED = "the words say that it did not come about, or only might"
SPAN = "a span of time or a part of a whole, no number of things"
_ROUGH = re.compile("[一二三四五六七八九两]{2}[十百千万]?(?![十百千万\\d])|十几|[一二三四五六七八九]十几")
_NO_DIGIT = re.compile("[过超近逾上约]*[万亿]")  # 签约亿元以上项目, 月入万元, 产值过亿元
_SPAN = re.compile(
    "#[多余来半]?(?:小时|钟头|钟点|月|星期|礼拜|学期|学年|世纪|年头|昼夜|季度|工作日|时辰|百分点|节气|晚上|上午|下午|周末|寒暑|春秋)"
)
_DENIED = [
    re.compile(words)
    for words in (
        # the sum that never came: 原定500万元的捐赠没有到位, 600万元的合同告吹
        "#[^，。；#〇]{0,12}?(?:没有|没能|未能|迟迟没|迟迟未|并未|尚未|仍未|始终没|始终未)[^，。；#〇]{0,3}?"
        "(?:到位|兑现|到账|落实|拨付|落地|谈成|签成|成交|动工)",
        "#[^，。；#〇]{0,10}?(?:落空|泡汤|告吹|搁浅|黄了|化为泡影|打了水漂|不了了之)",
        # what was refused or handed back
        "(?:谢绝|婉拒|婉谢|拒绝|退回|退还|推掉|回绝)了?[^，。；#〇]{0,16}?#",
        "(?:没有|没能|未能|并未|从未|不曾|从没)[^，。；#〇]{0,2}?(?:投|捐|拿|拨|卖|挣|赚|收到|争取)[^，。；#〇]{0,4}?#",
    )
]
_IF = re.compile("(?:^|[，；“])(?:如果|倘若|假如|要是|假设|倘使|若是|若能)(?!说|没有|不是|算上)[^；。#]{0,40}#")
_FEW = 6  # pupils that one person takes on
_KEPT_UNITS = ("元", "kg", "吨", "斤", "%")
_CLINIC = re.compile("手术|接诊|门诊|坐诊|看诊|问诊|诊疗|诊治|会诊|义诊|出诊|查房|病人|患者")
_EACH_TIME = re.compile("(?:[每一][天日周月晚]|每个?(?:月|星期|礼拜)|日均|月均|周均)[^，。；#〇]{0,12}#")
_DAILY = re.compile("(?:增加|增|升|提高|降|减)[到至]?(?:每[天日周月])#")


def vague(figure: Figure) -> str | None:
    """Why the number is not kept, if so.

    Patients are kept as a whole only: 每周接诊两百来人 says nothing of how many were treated.
    """
    if _is_denied(figure):
        return DENIED
    if figure.quantity.unit == "元":
        return ROUGH if _NO_DIGIT.match(figure.quantity.raw) else None
    if figure.quantity.unit == "个" and _SPAN.search(figure.clause_words):
        return SPAN  # 坐了三个多小时的车
    if _ROUGH.match(figure.quantity.raw) and _is_guess(figure):
        return ROUGH
    words = figure.clause_words
    if _CLINIC.search(words) and (_EACH_TIME.search(words) or _DAILY.search(words)):
        return EACH_TIME
    return None


def counts_no_people(figure: Figure, indicator: str) -> bool:
    """Whether the number tells of no people helped: 主刀手术286台, 带了两个徒弟."""
    words, raw = figure.clause_words, figure.quantity.raw
    operations = raw.endswith(("台", "台次", "臺")) or (raw.endswith("例") and "手术" in words)
    told = {
        "people_helped": operations,
        "people_trained": raw.endswith("个") and "徒弟" in words and figure.quantity.value <= _FEW,
    }
    return told.get(indicator, False)


def _is_denied(figure: Figure) -> bool:
    """Whether money or goods were refused, did not come, or are only supposed: 如果每户种5亩，一年能收入3万元."""
    if figure.quantity.unit not in _KEPT_UNITS:
        return False
    return any(p.search(figure.clause_words) for p in _DENIED) or _IF.search(figure.words) is not None


def _is_guess(figure: Figure) -> bool:
    """Whether it counts people or things by two digits in a row (三四个, 五六十名) or 十几."""
    raw = figure.quantity.raw
    return figure.quantity.maximum is not None or "几" in raw
