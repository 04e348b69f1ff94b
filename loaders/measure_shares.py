"""Figures that lean on another one: a part of the people told before, how much more than before, what falls to each."""

from __future__ import annotations

import re
from functools import cache

from loaders.measure_figures import Figure
from loaders.measure_frames import frames, patterns_of
from loaders.measure_scene import Scene
from loaders.measure_series import Measured

DIFFERENCE = "only a difference to another figure"
OF_A_CLASS = "only says of which size those are that are counted"
EACH = "what falls to each of many, not all together"
_PEOPLE = ("人", "人次")
_WHOLE = re.compile(
    "〇(人次?|户)(?:以上|左右)?(?:[，、（]?(?:其中|当中)[，：]?(?:包括|包含|含|有)?|(?:里|中|当中|之中)[面头]?，有?)"
)
_ITEM_ENDS = re.compile("〇人次?(?:以上|左右)?(?:[、，和及]|以及)?")
_ENDS = re.compile(
    "(?:以上|左右)?(?:[、，。；）和及]|以及|$|(?:都|均|全|则)?(?:是|为|属于?|来自)(?![^，。；]*(?:就业|务工))[^，。；#〇]{1,12}(?:[，。；]|$))"
)
_CLASS = re.compile(
    "(?:投资|产值|营收|收入|销售额)额?(?:过|超|上|达|在)*#(?:以上)?的(?:〇?[个家]|项目|企业|有)"
)  # 投资过亿元的5家
_TAKES_UP = re.compile("(?:^|[，；：])[^，。；：#〇]{1,12}占(?:了|去|到|据)?(?:其中的?)?$")
_LONGEST = 12  # characters that name a group of people


def not_measured(figure: Figure) -> str | None:
    """Why the number says nothing of its subject: it is a difference (比上年增加80人) or an average (户均1.8人)."""
    words, unit = figure.clause_words, figure.quantity.unit
    if any(sign in words for sign in "比较增提多高涨减少降") and unit not in ("%", "百分点"):
        if _pattern("difference").search(words):
            return DIFFERENCE
        if f"〇{unit}" in figure.words.split("#", 1)[0] and _pattern("step").fullmatch(words):
            return DIFFERENCE
    if unit in _PEOPLE and any(sign in words for sign in "每均户家") and _pattern("each").search(words):
        return EACH
    if unit == "元" and _CLASS.search(words):
        return OF_A_CLASS
    return None


def is_share(scene: Scene, figure: Figure, last: Measured) -> bool:
    """Whether it counts some of the people of the figure before: 培训学员360人，其中妇女210人，残疾人12人."""
    unit = figure.quantity.unit
    if _takes_up_part(figure, last):
        return True
    if unit not in (*_PEOPLE, "户") or last.frame.moves or not last.subjects or figure.sentence != last.figure.sentence:
        return False
    before, after = figure.words.split("#", 1)
    wholes = list(_WHOLE.finditer(before))
    if not wholes or not _ENDS.match(after) or re.search(r"\d", scene.text(figure)[last.figure.end : figure.start]):
        return False
    same = {unit, wholes[-1][1], last.figure.quantity.unit}
    if not (same <= set(_PEOPLE) or same == {"户"}):
        return False
    items = _ITEM_ENDS.split(before[wholes[-1].end() :])
    return all(len(item) <= _LONGEST and not _pattern("own").search(item) for item in items)


def _takes_up_part(figure: Figure, last: Measured) -> bool:
    """Whether some of the people of the figure before are told by the part they take: 用工210人，本地人占了152个."""
    if last.frame.moves or not last.subjects or figure.sentence != last.figure.sentence:
        return False
    unit, whole = figure.quantity.unit, last.figure.quantity
    alike = unit == whole.unit or (unit == "个" and whole.unit in _PEOPLE)
    fewer = whole.unit in (*_PEOPLE, "户") and figure.quantity.value < whole.value
    before, after = figure.clause_words.split("#", 1)
    return alike and fewer and _TAKES_UP.search(before) is not None and _ENDS.match(after) is not None


@cache
def _pattern(name: str) -> re.Pattern[str]:
    """The patterns of `leaning` in loaders/frames/figures.yaml."""
    rows: dict[str, list[str]] = frames().settings["leaning"]
    return patterns_of(rows[name])
