"""Words that stand for a thing or division under discussion: 园区, 全县, 它, 这家企业."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from graph.model import Step
from loaders.measure_actors import OBLIQUE, Actor, actors_of
from loaders.measure_frames import cue, frames
from loaders.values import Mention, Sentence

if TYPE_CHECKING:
    from loaders.measure_scene import Scene

_NEAR, _FAR = 6, 14  # sentences back: for what stands out in its sentence, for anything


@dataclass(frozen=True, slots=True)
class _Word:
    """A word that may stand for something: the labels and the last characters that its name must have."""

    pattern: re.Pattern[str]  # its last group is the word
    labels: tuple[str, ...]
    ending: str = ""


def stand_ins_of(scene: Scene, sentence: Sentence) -> Iterator[Mention]:
    """The stand-ins of the sentence after those of `scene`; one whose name is not given is noted there as nameless."""
    plain = scene.reading.blocks[sentence.block].text.plain
    found: list[tuple[int, int, int, _Word]] = []
    for word in _words():
        for match in word.pattern.finditer(plain, max(0, sentence.start - 1), sentence.end):
            start, end = match.span(match.re.groups)
            if start >= sentence.start:
                found.append((start, -end, match.start(), word))
    position = 0
    for start, minus_end, first, word in sorted(found, key=lambda f: f[:3]):
        if start < position:
            continue
        position = -minus_end
        surface = plain[start:position]
        source = _antecedent(scene, sentence, start, surface, word)
        if source is not None:
            step = Step("subject", "topic", surface, source.entity.name)
            where = source.antecedent or (source.block, source.start, source.end)
            yield Mention(sentence.block, start, position, surface, source.entity, step, where)
        elif {start, first} & {begin for begin, _ in sentence.clauses}:
            scene.nameless.setdefault(len(scene.actors), []).append((start, word.labels))


def _antecedent(scene: Scene, sentence: Sentence, start: int, surface: str, word: _Word) -> Mention | None:
    """The mention that a stand-in means: what stands out in the nearest sentence, else any that fits."""
    here = list(
        actors_of(
            scene.reading, len(scene.actors), sentence, scene.reading.within(sentence.block, sentence.start, start)
        )
    )
    rows = [[a for a in row if _fits(scene, a, surface, word)] for row in (here, *reversed(scene.actors[-_FAR:]))]
    prominent = [[a for a in row if a.case != OBLIQUE or a.stands_out] for row in rows[:_NEAR]]
    for number, row in enumerate((*prominent, *rows)):
        if row:
            own = number % len(prominent) == 0 and row[0].sentence == len(scene.actors)
            return min(row, key=lambda a: _order(a, own)).mention
    return None


def _order(actor: Actor, own: bool) -> tuple[int, bool, int, int]:
    new = actor.built or actor.introduced
    return (-actor.clause if own else 0, not new, actor.case, -actor.mention.start)


def _fits(scene: Scene, actor: Actor, surface: str, word: _Word) -> bool:
    if actor.label not in word.labels or actor.listed or actor.entity is not actor.mention.entity:
        return False
    if word.ending:
        return actor.entity.name.endswith(word.ending) and not scene.is_helper(actor.entity)
    return _same_kind(actor, surface)


def _same_kind(actor: Actor, surface: str) -> bool:
    """Whether the name has the noun that stands for it: 中心 can only mean what is called a 中心."""
    if "学校" in surface:
        return re.search(cue("schools") + "$", actor.entity.name) is not None
    noun = re.search(cue("own_nouns"), surface)
    if noun is None or (noun[0] == "基地" and actor.label == "Park"):
        return True
    return any(noun[0] in name for name in actor.entity.names)


@cache
def _words() -> tuple[_Word, ...]:
    settings = frames().settings
    lead_in = f"(?:^|[，；：。“]|{cue('lead_in')})"
    labels: dict[str, list[str]] = {}
    for label, words in settings["anaphors"].items():
        for word in words:
            labels.setdefault(word, []).append(label)
    made = [_Word(re.compile(f"{lead_in}({re.escape(w)})"), tuple(found)) for w, found in labels.items()]
    for word, meant in settings["pronouns"].items():
        made.append(_Word(re.compile(f"(?:^|[，；：。“])({re.escape(word)})"), tuple(meant)))
    this = "|".join(settings["this_one"]["words"])
    for noun, label in settings["this_one"]["nouns"].items():
        made.append(_Word(re.compile(f"(?:{this})[^，。；：]{{0,20}}?({noun})"), (label,)))
    for ending, words in settings["region_anaphors"].items():
        made += [_Word(re.compile(f"({re.escape(w)})(?![级委])"), ("Region",), ending) for w in words]
    return tuple(made)
