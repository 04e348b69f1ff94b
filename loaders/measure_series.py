"""Figures that lean on the one before them or on a noun: yearly series, parts of a sum, counts of a list."""

from __future__ import annotations

import re
from dataclasses import dataclass

from loaders.measure_actors import OBLIQUE
from loaders.measure_figures import Figure
from loaders.measure_frames import Frame, cue
from loaders.measure_nouns import ENDS_HERE, NAMES, counts_others, own_words
from loaders.measure_rule import before
from loaders.measure_scene import Scene
from loaders.measure_subject import Subject, rules

_TOLD_BEFORE = re.compile(r"#[^，。；：]{0,5}(?:都|(?<![人户月日年亩])均|皆)")
_WHOLE = re.compile(r"#(?:里|中|当中|之中)的")
_LIST_BEFORE = re.compile(
    r"[、和与及](?:(?![开建办盖][了起成出设]|设[立了]|新[增建]|引进|[援帮]建)[^，。；：、]){0,10}$"
)
_SOLD = re.compile("卖出|卖掉|销售|采购|成交|订购|认购|帮销")  # 到位资金2.7亿元；在这里卖出的香猪，金额3600万元
_ELSE = re.compile("亩产值|亩均|收购价|单价|价格|均价|每[斤亩吨公头只]|工资|租金|分红|集体|税")
_SAME_NUMBER = re.compile("这[个一](?:数字?|数目|数额|金额|规模)[^，。；#〇]{0,6}#")
_WAGE = re.compile("月薪|月工资|月收入|年薪|工资|工钱|薪水")
_PART = re.compile(
    "其中[^，。；#〇]{1,14}?(?:的|类|型|级|里)(?:有|共|达)?#(?:$|[，。；、])"
)  # 车间76个，其中设在安置点的21个
_AT_WORK = re.compile("就业|务工|上班|上岗|打工|做工|在岗|受益|结业|持证|增收")  # 可吸纳120人就业，目前有86人上班


@dataclass(frozen=True, slots=True)
class Measured:
    """A figure that was understood: a later one without words of its own goes on with it."""

    figure: Figure
    frame: Frame
    subjects: tuple[tuple[str, Subject], ...]


def takes_up(figure: Figure) -> bool:
    """Whether it is the next value of a number told before, whatever was counted meanwhile: 这个数涨到1.3亿元."""
    return "这" in figure.clause_words and _SAME_NUMBER.search(figure.clause_words) is not None


def continues(figure: Figure, last: Measured) -> bool:
    """Whether the figure only goes on with the one before it: 2020年1.1亿元，2021年1.6亿元."""
    unit = figure.quantity.unit
    if figure.sentence - last.figure.sentence > 1 or not unit:
        return False
    same = unit == last.figure.quantity.unit or (
        unit == "个" and last.figure.quantity.unit == "人" and _is_alone(figure)
    )
    if not same or _has_new_topic(figure, last.frame.indicator) or counts_others(figure, last.figure.words):
        return False
    if not last.frame.least <= figure.quantity.value <= last.frame.most:
        return False
    before, after = figure.clause_words.split("#", 1)
    if unit == "元" and _WAGE.search(before) and last.frame.indicator not in ("income_month", "income_year"):
        return False
    if unit in ("个", "家", "项", "所") and _PART.search(figure.clause_words):
        return last.figure.sentence == figure.sentence
    if unit == "人" and _AT_WORK.match(after) and last.frame.indicator != "people_employed":
        return False
    return ENDS_HERE.match(after) is not None and not NAMES.sub("", own_words(figure))


def breaks_off(figure: Figure, last: Measured) -> bool:
    """Whether a sum that is not known itself tells of something else, with which the next one goes on: 亩产值由1.2万元提高到2.6万元."""
    return figure.quantity.unit == "元" == last.figure.quantity.unit and _ELSE.search(own_words(figure)) is not None


def _is_alone(figure: Figure) -> bool:
    """Whether the clause says nothing else, so that 个 may count the people told before: 起初38个人，如今209个."""
    return re.fullmatch(r"[^一-鿿]*#[^一-鿿]*", figure.clause_words) is not None


def _has_new_topic(figure: Figure, indicator: str | None) -> bool:
    """Whether the clause before it, without a figure of its own, tells what is counted: 派来的干部，加上组长，一共5个."""
    before, _ = figure.words.split("#", 1)
    clauses = re.split("[，；：。！？]", before)
    topic = clauses[-2] if len(clauses) > 1 else ""
    earlier = clauses[-3] if len(clauses) > 2 else ""
    spoken = topic if "〇" not in topic else ""
    spoken += earlier if spoken and "〇" not in earlier else ""
    if figure.quantity.unit == "元":
        return indicator != "sales" and _SOLD.search(spoken) is not None
    return re.search(cue("counted_people"), spoken) is not None


def someone_new(scene: Scene, figure: Figure, last: Measured) -> bool:
    """Whether a name that could be the subject stands between the last figure and this one."""
    rule = rules().get(last.frame.subject)
    labels = rule.labels if rule else ("Region",)
    start = last.figure.end if last.figure.sentence == figure.sentence else 0
    named = [a for a in before(figure, scene.of(figure)) if start <= a.mention.start and a.label in labels]
    known = {subject.entity.id for _, subject in last.subjects}
    return any(
        a.case != OBLIQUE or (a.beneficiary and last.frame.subject == "receiver")
        for a in named
        if not scene.is_helper(a.entity) and a.entity.id not in known
    )


def is_part(scene: Scene, figure: Figure, last: Measured) -> bool:
    """Whether the people are some of those of the figure before: 现有97人，其中医生31人、教师28人."""
    if figure.sentence != last.figure.sentence:
        return False
    between = scene.text(figure)[last.figure.end : figure.start]
    named = any(last.figure.end <= a.mention.start for a in before(figure, scene.of(figure)))
    return not named and re.match(r"[，、]", between) is not None and not re.search(cue("moves_anew"), between)


def counts_a_list(scene: Scene, figure: Figure) -> bool:
    """Whether the number sums up the names right before it, or things told before: 甲、乙两家企业; 两个项目都.

    Nor is the whole a figure of what only has a part of it: 2亿元里的3000万元.
    """
    if figure.quantity.raw[0] in "两三四五六七八" and scene.text(figure)[: figure.start].endswith(("”", "》")):
        return True
    if _TOLD_BEFORE.match(figure.clause_words) or _WHOLE.search(figure.clause_words):
        return True
    before, _ = figure.clause_words.split("#", 1)
    items = re.split("[、和与及]", before)
    counts = len(items) > 1 and "〇" in items[-2]  # 八对学校、三对医院
    return figure.quantity.raw[0] in "两三四五六七八" and not counts and _LIST_BEFORE.search(before) is not None
