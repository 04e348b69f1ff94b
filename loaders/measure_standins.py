"""Words that stand for a thing or division under discussion: 园区, 全县, 它, 这家企业."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

from graph.model import Step
from loaders.measure_actors import OBLIQUE, Actor, actors_of
from loaders.measure_frames import frames
from loaders.values import Mention, Sentence

if TYPE_CHECKING:
    from loaders.measure_scene import Scene


_LEAD_IN = r"(?:^|[，；：。“]|说|介绍|显示|来自|目前|眼下|如今|现在|今年|去年|以来|同时|已|月|年|底|后|里|给|在|让|把|使|为|据|对|由|从|了|将)"
_NOUNS = ("中心", "医院", "商会", "协会", "基金会", "合作社", "农场", "基地", "工作队", "工作组", "工作室", "学校")


def stand_ins_of(made: Scene, sentence: Sentence) -> Iterator[Mention]:
    """The words of a sentence that stand for a thing or division under discussion."""
    plain = made.reading.blocks[sentence.block].text.plain
    taken: list[tuple[int, int]] = []
    found: list[tuple[int, int, int, tuple[str, ...], str]] = []
    for pattern, labels, ending in _stand_ins():
        for match in pattern.finditer(plain, max(0, sentence.start - 1), sentence.end):
            start, end = match.span(match.re.groups)
            if start >= sentence.start:
                found.append((start, end, match.start(), labels, ending))
    for start, end, first, labels, ending in sorted(found, key=lambda f: (f[0], -f[1])):
        if any(a < end and start < b for a, b in taken):
            continue
        source = _antecedent(made, sentence, (start, end), labels, ending)
        taken.append((start, end))
        if source is None:
            if {start, first} & {begin for begin, _ in sentence.clauses}:
                made.nameless.setdefault(len(made.actors), []).append((start, labels))
            continue
        word = plain[start:end]
        where = (source.block, source.start, source.end)
        step = Step("subject", "topic", word, source.entity.name)
        yield Mention(sentence.block, start, end, word, source.entity, step, source.antecedent or where)


def _antecedent(
    made: Scene, sentence: Sentence, word: tuple[int, int], labels: tuple[str, ...], ending: str
) -> Mention | None:
    """The mention that a stand-in means: the most prominent fitting one of the nearest sentence that has any."""
    start, end = word
    earlier = [m for m in made.reading.within(sentence.block, sentence.start, start)]
    rows: list[list[Actor]] = []
    number = len(made.actors)
    rows.append(list(actors_of(made.reading, number, sentence, earlier)))
    rows += reversed(made.actors)
    candidates = [
        [
            a
            for a in row
            if a.label in labels and a.entity is a.mention.entity and _ends(made, a, ending) and not a.listed
        ]
        for row in rows[:14]
    ]
    noun = made.reading.plain(sentence.block, start, end)
    for prominent in (True, False):
        for index, row in enumerate(candidates[:6] if prominent else candidates):
            fitting = [
                a
                for a in row
                if _same_kind(a, noun) and (a.case != OBLIQUE or a.built or a.introduced or not prominent)
            ]
            if fitting:
                return min(
                    fitting,
                    key=lambda a: (
                        0 if index else -a.clause,
                        not (a.built or a.introduced),
                        a.case,
                        -a.mention.start,
                    ),
                ).mention
    return None


def _same_kind(actor: Actor, word: str) -> bool:
    """Whether the name has the noun that stands for it: 中心 can only mean what is called a 中心."""
    noun = next((n for n in _NOUNS if n in word), None)
    if noun is None or (noun == "基地" and actor.label == "Park"):
        return True
    if noun == "学校":
        return any(actor.entity.name.endswith(end) for end in ("学校", "中学", "小学", "学院", "大学", "幼儿园"))
    return any(noun in name for name in actor.entity.names)


def _ends(made: Scene, actor: Actor, ending: str) -> bool:
    if not ending:
        return True
    return actor.entity.name.endswith(ending) and not made.is_helper(actor.entity)


@cache
def _stand_ins() -> list[tuple[re.Pattern[str], tuple[str, ...], str]]:
    """Patterns of words that stand for something named before, with the labels or the name ending it must have."""
    settings = frames().settings
    by_word: dict[str, list[str]] = {}
    for label, words in settings["anaphors"].items():
        for word in words:
            by_word.setdefault(word, []).append(label)
    made = [(re.compile(f"{_LEAD_IN}({re.escape(w)})"), tuple(labels), "") for w, labels in by_word.items()]
    made += [
        (re.compile(f"(?:^|[，；：。“])({re.escape(w)})"), tuple(labels), "")
        for w, labels in settings["pronouns"].items()
    ]
    this = "|".join(settings["this_one"]["words"])
    for noun, label in settings["this_one"]["nouns"].items():
        made.append((re.compile(f"(?:{this})[^，。；：]{{0,20}}?({noun})"), (label,), ""))
    for ending, words in settings["region_anaphors"].items():
        made += [(re.compile(f"()({re.escape(w)})(?![级委])"), ("Region",), ending) for w in words if len(w) > 1]
    return made
