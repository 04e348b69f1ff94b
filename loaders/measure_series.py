"""Figures that lean on the one before them or on a noun: yearly series, parts of a sum, counts of a list."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from loaders.measure_actors import OBLIQUE
from loaders.measure_figures import Figure
from loaders.measure_frames import Frame, frames
from loaders.measure_scene import Scene
from loaders.measure_subject import Subject, rules

_TOLD_BEFORE = re.compile(r"#[^，。；：]{0,5}(?:都|均|皆)")
_LIST_BEFORE = re.compile(r"[、和与及][^，。；：、]{0,10}$")


@dataclass(frozen=True, slots=True)
class Measured:
    """A figure that was understood: a later one without words of its own goes on with it."""

    figure: Figure
    frame: Frame
    subjects: tuple[tuple[str, Subject], ...]


def continues(figure: Figure, last: Measured) -> bool:
    """Whether the figure only goes on with the one before it: 2020年1.1亿元，2021年1.6亿元."""
    unit = figure.quantity.unit
    if figure.sentence - last.figure.sentence > 1 or not unit or unit != last.figure.quantity.unit:
        return False
    after = figure.clause_words.split("#", 1)[1]
    if re.match(r"[^、，；（〇]{3,}", re.sub(r"^(?:以上|左右|以下|的)", "", after)):
        return False
    return len(re.sub(r"[RSKWFCOG]", "", rest(figure))) == 0


def someone_new(stage: Scene, figure: Figure, last: Measured) -> bool:
    """Whether a name that could be the subject stands between the last figure and this one."""
    labels = set(rules()[last.frame.subject].labels) if last.frame.subject in rules() else {"Region"}
    start = last.figure.end if last.figure.sentence == figure.sentence else 0
    between = [a for a in stage.actors[figure.sentence] if start <= a.mention.start < figure.start]
    named = [a for a in between if a.label in labels and not stage.is_helper(a.entity)]
    return any(a.case != OBLIQUE or (a.beneficiary and last.frame.subject == "receiver") for a in named)


def is_part(stage: Scene, figure: Figure, last: Measured) -> bool:
    """Whether the people are some of those of the figure before: 现有97人，其中医生31人、教师28人."""
    between = stage.reading.plain(stage.reading.sentences[figure.sentence].block, last.figure.end, figure.start)
    return (
        figure.sentence == last.figure.sentence
        and re.match(r"，?其中|、", between) is not None
        and not any(last.figure.end <= a.mention.start < figure.start for a in stage.actors[figure.sentence])
    )


def counts_a_list(figure: Figure) -> bool:
    """Whether the number sums up the names right before it: 甲、乙两家企业."""
    return (
        figure.quantity.raw[0] in "两三四五六七八"
        and _LIST_BEFORE.search(figure.clause_words.split("#")[0]) is not None
    )


def by_noun(stage: Scene, figure: Figure) -> Frame | None:
    """For a sum without words of its own, what the nearest noun before it tells, also in the sentence before."""
    if figure.quantity.unit != "元" or rest(figure):
        return None
    sentence = stage.reading.sentences[figure.sentence]
    words = stage.reading.plain(sentence.block, sentence.start, figure.start)
    before = stage.reading.sentences[figure.sentence - 1] if figure.sentence else sentence
    if before.block == sentence.block:
        words = stage.reading.plain(before.block, before.start, before.end) + words
    places = {
        indicator: max(words.rfind(noun) for noun in nouns)
        for indicator, nouns in frames().settings["bare_money"].items()
    }
    best = max(places, key=lambda indicator: places[indicator])
    return frames().named(best) if places[best] >= 0 else None


def rest(figure: Figure) -> str:
    """The words of the clause that introduce the figure and say something: after the figure before, without links."""
    before = re.split(r"〇[^\u4e00-\u9fff]?[元人户家个%项名次台把吨件亩栋套]?次?", figure.clause_words.split("#")[0])[
        -1
    ]
    return _links().sub("", before)


@cache
def _links() -> re.Pattern[str]:
    words = sorted(frames().settings["links"] + frames().settings["fillers"], key=lambda w: (-len(w), w))
    return re.compile("|".join(map(re.escape, words)) + r"|[、和及与/\d]|20\d\d年?|\d+年|\d+月")
