"""What 前者 and 后者 stand for: the first and the second of the two names of a kind that were told last."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import TYPE_CHECKING

from graph.model import Step
from loaders.measure_actors import Actor, actors_of
from loaders.measure_lists import MARKS
from loaders.values import Mention, Sentence

if TYPE_CHECKING:
    from loaders.measure_scene import Scene

_WORDS = re.compile("(?:^|[，；：。“])(?P<word>前者|后者)")
_THINGS = ("Company", "Organization", "Facility", "Park", "Workshop")
_JOINED = re.compile("(?:、|和|与|及|以及|同)")


def former_and_latter(scene: Scene, sentence: Sentence) -> Iterator[Mention]:
    """前者 and 后者 at the head of a clause, led to the names that they mean, where there are just two."""
    plain = scene.reading.blocks[sentence.block].text.plain
    for match in _WORDS.finditer(plain, max(0, sentence.start - 1), sentence.end):
        start, end = match.span("word")
        if start < sentence.start:
            continue
        pair = _pair_before(scene, sentence, start)
        if pair is None:
            scene.nameless.setdefault(len(scene.actors), []).append((start, _THINGS))
            continue
        meant = pair[0 if match["word"] == "前者" else 1].mention
        step = Step("subject", "topic", match["word"], meant.entity.name)
        where = meant.antecedent or (meant.block, meant.start, meant.end)
        yield Mention(sentence.block, start, end, match["word"], meant.entity, step, where)


def _pair_before(scene: Scene, sentence: Sentence, start: int) -> tuple[Actor, Actor] | None:
    """The two names of a kind in the words before, else in the sentence before: side by side, or the only two."""
    mentions = scene.reading.within(sentence.block, sentence.start, start)
    here = list(actors_of(scene.reading, len(scene.actors), sentence, mentions))
    for row in (here, *scene.actors[-1:]):
        named = [a for a in row if a.entity is a.mention.entity and not a.outer]
        joined = [(a, b) for a, b in pairwise(named) if _side_by_side(scene, a, b)]
        if joined:
            return joined[-1] if len(joined) == 1 else None
        for label in _THINGS:
            alike = {a.entity.id: a for a in named if a.label == label}
            if len(alike) == 2:
                first, second = alike.values()
                return first, second
    return None


def _side_by_side(scene: Scene, one: Actor, other: Actor) -> bool:
    between = scene.reading.plain(one.mention.block, one.mention.end, other.head).strip(MARKS)
    return one.label == other.label and one.entity.id != other.entity.id and _JOINED.fullmatch(between) is not None
