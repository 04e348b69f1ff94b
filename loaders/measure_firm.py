"""The search for whose work, sales or workers a figure tells of: a firm, park or workshop rather than its county."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from loaders.measure_actors import FREE, Actor
from loaders.measure_discussed import prominent, sentences_before
from loaders.measure_figures import Figure
from loaders.measure_frames import cue
from loaders.measure_lists import MARKS
from loaders.measure_parts import crosses, part_of
from loaders.measure_rule import Rule, allowed, before
from loaders.measure_scene import Scene
from loaders.measure_search import in_sentence, owner
from loaders.measure_standins import trades

_WHOLE = re.compile("[^，；]{0,6}全[省市县区州旗]")  # a sentence about all of a division is not about one firm of it
_STORY = 4  # sentences back: for the firm that makes what is spoken of


def firm(scene: Scene, figure: Figure, rule: Rule) -> Iterator[list[Actor]]:
    """As the owner, but a firm, park or workshop under discussion goes before a division that the clause does not name."""
    row = allowed(scene, rule, scene.of(figure))
    yield [a for a in row if _is_worked_in(scene, figure, a)]
    own = before(figure, row)
    if _WHOLE.match(scene.text(figure)[scene.reading.sentences[figure.sentence].start :]):
        yield [a for a in scene.of(figure) if a.label == "Region" and a.case == FREE and a.mention.end <= figure.start]
    regional = any(_is_regional(scene, figure, a) for a in before(figure, scene.of(figure)))
    earlier = [e for (number, _), found in scene.subjects.items() if number == figure.sentence for e in found]
    if not regional and not any(e.label == "Region" for e in earlier):
        yield [a for a in _by_trade(scene, figure) if not own]
        smaller = replace(rule, labels=tuple(label for label in rule.labels if label != "Region"))
        yield from in_sentence(scene, figure, smaller)
        for number in list(sentences_before(scene, figure.sentence))[:2]:
            if not crosses(scene, figure.sentence, number):
                yield from prominent(scene, smaller, number)
    yield from owner(scene, figure, rule)


def _by_trade(scene: Scene, figure: Figure) -> list[Actor]:
    """The one firm of the sentences right before whose name tells that it makes what the clause speaks of: 去年产酒12万瓶."""
    numbers = [n for n in sentences_before(scene, figure.sentence) if not crosses(scene, figure.sentence, n)]
    firms = [a for n in numbers[:_STORY] for a in scene.actors[n] if a.mention.label == "Company" and not a.agent]
    making = [a for a in firms if any(c in figure.clause_words for c in trades(a.entity.name))]
    return making[:1] if len({a.entity.id for a in making}) == 1 else []


def _is_regional(scene: Scene, figure: Figure, actor: Actor) -> bool:
    """Whether a division is what the clause, or the one right before it in its part of the sentence, is about."""
    if actor.label != "Region" or actor.case != FREE:
        return False
    if actor.clause == figure.clause:
        return True
    _, end = scene.reading.sentences[figure.sentence].clauses[actor.clause]
    rest = scene.text(figure)[actor.mention.end : end]
    near = actor.clause == figure.clause - 1 and actor.clause >= part_of(scene, figure).first
    return near and not actor.listed and re.search(cue("for_firm"), rest) is None


def _is_worked_in(scene: Scene, figure: Figure, actor: Actor) -> bool:
    """Whether the number is of people who work in the place named after it: 87名群众在园里务工."""
    if actor.mention.start < figure.end or actor.clause != figure.clause or actor.label == "Region":
        return False
    led = scene.before(actor)[: actor.head].rstrip(MARKS).endswith("在")
    return led and re.match(cue("works_there"), scene.after(actor).lstrip(MARKS)) is not None
