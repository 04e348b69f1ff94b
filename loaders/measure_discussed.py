"""What the sentences before a figure are about: the things and places under discussion."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from loaders.measure_actors import Actor
from loaders.measure_figures import Figure
from loaders.measure_parts import county_of, crosses
from loaders.measure_rule import Rule, allowed, novelty, ranked, remembered
from loaders.measure_scene import Scene
from loaders.topics import level
from loaders.values import HEADING, PARAGRAPH

_PROVINCE = 1  # level of divisions
_BACK_SENTENCES, _BACK_BLOCKS = 5, 2
_ITEM = re.compile(r"（?\d{1,2}[）.、]")


def discussed(scene: Scene, figure: Figure, rule: Rule) -> Iterator[list[Actor]]:
    """What the sentences before are about, the nearest first; what only stands at their edge comes last."""
    numbers = list(sentences_before(scene, figure.sentence))[: rule.reach]
    edges: list[list[Actor]] = []
    whole = rule
    for number in numbers:
        if crosses(scene, figure.sentence, number):
            rule = replace(whole, labels=tuple(label for label in whole.labels if label in ("Region", "Person")))
        yield from prominent(scene, rule, number)
        row = [a for a in allowed(scene, rule, scene.actors[number]) if not a.agent and not is_listed(rule, a)]
        several = _tells_of_several(scene, number)
        row = [a for a in row if a.label in rule.labels and not (several and a.label == "Region")]
        row = [a for a in row if not (rule.helped and _is_above(scene, a))]
        if rule.by != "receiver":
            row = [a for a in row if a.label == "Region" or not a.beneficiary]
        edges.append(sorted(row, key=lambda a: (a.case, -a.mention.start)))
        if number == numbers[0]:
            yield edges.pop()
    yield from edges


def prominent(scene: Scene, rule: Rule, number: int) -> Iterator[list[Actor]]:
    """What the figures of a sentence are about, else its grammatical subject."""
    several = _tells_of_several(scene, number)

    def fits(actor: Actor) -> bool:
        if rule.helped and _is_above(scene, actor):
            return False
        gift = (number, actor.entity.id) in scene.gifts and rule.by not in ("giver", "receiver")
        return not gift and not (several and actor.label == "Region")

    for clause in range(len(scene.reading.sentences[number].clauses) - 1, -1, -1):
        yield [a for a in allowed(scene, rule, remembered(scene, rule, number, clause)) if fits(a)]
    row = [a for a in allowed(scene, rule, scene.actors[number]) if fits(a)]
    yield ranked((a for a in row if a.stands_out and not a.agent and not is_listed(rule, a)), rule, novelty)


def is_listed(rule: Rule, actor: Actor) -> bool:
    """Whether the name is one of several that the rule could mean: beside its helper a county is the only one."""
    return actor.listed and not (rule.helped and actor.paired)


def _is_above(scene: Scene, actor: Actor) -> bool:
    """Whether it is a whole province in an article about one county: what a sentence without a name tells is not its own."""
    province = actor.label == "Region" and level(actor.entity) == _PROVINCE
    return province and county_of(scene, actor.sentence + 1) is not None


def _tells_of_several(scene: Scene, number: int) -> bool:
    """Whether the figures of a sentence are about one division after another: what follows is about none of them."""
    told = [e for (n, _), found in scene.subjects.items() if n == number for e in found]
    return len({e.id for e in told if e.label == "Region" and not scene.is_helper(e)}) > 1


def sentences_before(scene: Scene, number: int) -> Iterator[int]:
    """The sentences before, down to the heading above and not too far back."""
    sentences, blocks = scene.reading.sentences, scene.reading.blocks
    block = sentences[number].block
    paragraphs = 0
    for earlier in range(number - 1, -1, -1):
        other = sentences[earlier].block
        if other != block:
            paragraphs += blocks[other].kind == PARAGRAPH
            if paragraphs > _BACK_BLOCKS or any(blocks[b].kind == HEADING for b in range(other, block)):
                return
            block = other
        if number - earlier > _BACK_SENTENCES + 4 * paragraphs:
            return
        items = other != sentences[number].block and _are_items(scene, number, earlier)
        if blocks[other].kind == PARAGRAPH and not items:
            yield earlier


def _are_items(scene: Scene, one: int, other: int) -> bool:
    """Whether both sentences belong to items of a list: one item is not about the thing of another."""
    sentences, blocks = scene.reading.sentences, scene.reading.blocks
    return all(_ITEM.match(blocks[sentences[n].block].text.plain) for n in (one, other))
