"""Figures that lean on the one before them or on a noun: yearly series, parts of a sum, counts of a list."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from loaders.lexicon import any_of
from loaders.measure_actors import OBLIQUE
from loaders.measure_figures import Figure
from loaders.measure_frames import Frame, cue, frames
from loaders.measure_scene import Scene
from loaders.measure_search import before
from loaders.measure_subject import Subject, rules

_TOLD_BEFORE = re.compile(r"#[^，。；：]{0,5}(?:都|(?<![人户月日年亩])均|皆)")
_WHOLE = re.compile(r"#(?:里|中|当中|之中)的")
_LIST_BEFORE = re.compile(r"[、和与及][^，。；：、]{0,10}$")
_ENDS_HERE = re.compile(r"(?:以上|左右|以下|的)?(?:[、，；（〇]|[^、，；（〇]{0,2}(?:[、，；（]|$))")
_NAMES = re.compile(r"[RSKWFCOG]")


@dataclass(frozen=True, slots=True)
class Measured:
    """A figure that was understood: a later one without words of its own goes on with it."""

    figure: Figure
    frame: Frame
    subjects: tuple[tuple[str, Subject], ...]


def continues(figure: Figure, last: Measured) -> bool:
    """Whether the figure only goes on with the one before it: 2020年1.1亿元，2021年1.6亿元."""
    unit = figure.quantity.unit
    if figure.sentence - last.figure.sentence > 1 or not unit:
        return False
    same = unit == last.figure.quantity.unit or (
        unit == "个" and last.figure.quantity.unit == "人" and _is_alone(figure)
    )
    if not same or _has_new_topic(figure):
        return False
    if not last.frame.least <= figure.quantity.value <= last.frame.most:
        return False
    after = figure.clause_words.split("#", 1)[1]
    return _ENDS_HERE.match(after) is not None and not _NAMES.sub("", own_words(figure))


def _is_alone(figure: Figure) -> bool:
    """Whether the clause says nothing else, so that 个 may count the people told before: 起初38个人，如今209个."""
    return re.fullmatch(r"[^一-鿿]*#[^一-鿿]*", figure.clause_words) is not None


def _has_new_topic(figure: Figure) -> bool:
    """Whether the clause before it, without a figure of its own, tells what is counted: 派来的干部，加上组长，一共5个."""
    before, _ = figure.words.split("#", 1)
    clauses = re.split("[，；：。！？]", before)
    topic = clauses[-2] if len(clauses) > 1 else ""
    earlier = clauses[-3] if len(clauses) > 2 else ""
    spoken = topic if "〇" not in topic else ""
    spoken += earlier if spoken and "〇" not in earlier else ""
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


def paid_for_next(scene: Scene, figure: Figure) -> Frame | None:
    """For a sum whose purpose only the next sentence tells (第一笔是900万元。某区用它建起……): assistance money."""
    sentences = scene.reading.sentences
    if figure.quantity.unit != "元" or own_words(figure) or figure.sentence + 1 >= len(sentences):
        return None
    here, following = sentences[figure.sentence], sentences[figure.sentence + 1]
    words = scene.reading.plain(following.block, following.start, following.end)
    if here.block != following.block or not re.search(cue("this_money"), words):
        return None
    helped = any(scene.is_helper(a.entity) for a in scene.actors[figure.sentence + 1] if a.case != OBLIQUE)
    return frames().named("assistance_funds") if helped else None


def by_noun(scene: Scene, figure: Figure) -> Frame | None:
    """For a sum without words of its own, what the nearest noun before it tells, also in the sentence before."""
    if figure.quantity.unit != "元" or own_words(figure):
        return None
    sentence = scene.reading.sentences[figure.sentence]
    earlier = scene.reading.sentences[max(0, figure.sentence - 1)]
    start = earlier.start if earlier.block == sentence.block else sentence.start
    words = scene.text(figure)[start : figure.start]
    nouns: dict[str, list[str]] = frames().settings["bare_money"]
    places = {indicator: max(words.rfind(noun) for noun in members) for indicator, members in nouns.items()}
    best = max(places, key=lambda indicator: places[indicator])
    return frames().named(best) if places[best] >= 0 else None


def own_words(figure: Figure) -> str:
    """What the clause says before the figure and after the one before it, without words that only link them."""
    before, _ = figure.clause_words.split("#", 1)
    figures_, links = _patterns()
    return links.sub("", figures_.split(before)[-1])


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    settings = frames().settings
    units = any_of(unit for members in settings["units"].values() for unit in members if unit)
    links = any_of([*settings["links"], *settings["fillers"]])
    return re.compile(f"〇(?:{units})?(?:/.)?"), re.compile(rf"{links}|[、和及与/\d]")
