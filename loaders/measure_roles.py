"""Searches for subjects that are not simply the owner: who receives, gives, invests, is trained, sends workers."""

from __future__ import annotations

import re
from collections.abc import Iterator

from loaders.measure_actors import FREE, OBLIQUE, Actor
from loaders.measure_earner import PRONOUN, last_person
from loaders.measure_figures import Figure
from loaders.measure_scene import Scene
from loaders.measure_search import (
    Rule,
    allowed,
    before,
    discussed,
    firm,
    listed,
    owner,
    prominent,
    ranked,
    remembered,
    sentences_before,
)

_PAYS = re.compile(r"[^，。；：]{0,10}?(?:投入|拨付|拨|拿出|出资|掏|支援|资助|安排|捐|投)")
_GOES_TO = re.compile(r"(?:到|赴|往|去|在|进|送进|送到|送往|前往|奔赴)$")


def nearest(scene: Scene, figure: Figure, rule: Rule) -> Iterator[list[Actor]]:
    """The name written last before the figure in its clause, else the grammatical subject."""
    own = [a for a in before(figure, scene.actors[figure.sentence]) if a.clause == figure.clause]
    yield sorted(own, key=lambda a: -a.mention.start)[:1]
    yield from owner(scene, figure, Rule(rule.labels, True, "owner"))


def receiver(scene: Scene, figure: Figure, rule: Rule) -> Iterator[list[Actor]]:
    """What was paid for: what is built with the money, else to whom it goes, else what is under discussion."""
    own = [
        a for a in allowed(scene, rule, scene.actors[figure.sentence]) if not a.agent and not _pays(scene, figure, a)
    ]
    last = len(scene.reading.sentences[figure.sentence].clauses) - 1

    def need(actor: Actor) -> int:
        return 0 if actor.built and not _exemplary(scene, actor) else 1 if actor.beneficiary else 2 + actor.case

    yield ranked((a for a in own if a.clause == figure.clause), rule, need)
    yield ranked((a for a in own if a.clause == figure.clause + 1 and need(a) == 0), rule, need)
    for clause in range(figure.clause - 1, -1, -1):
        earlier = remembered(scene, rule, figure.sentence, clause)
        yield earlier or ranked((a for a in own if a.clause == clause), rule, need)
    for clause in range(figure.clause + 1, min(figure.clause + 3, last + 1)):
        yield ranked((a for a in own if a.clause == clause and (a.built or a.beneficiary)), rule, need)
    yield from discussed(scene, figure, rule)


def _pays(scene: Scene, figure: Figure, actor: Actor) -> bool:
    """Whether the body stands there as the one that pays."""
    plain = scene.reading.blocks[actor.mention.block].text.plain
    return (
        actor.label != "Region"
        and actor.case == FREE
        and actor.mention.start < figure.start
        and _PAYS.match(plain, actor.mention.end) is not None
    )


def _exemplary(scene: Scene, actor: Actor) -> bool:
    """Whether the name is only the first of a list: 建了甲基地、乙驿站等14处."""
    plain = scene.reading.blocks[actor.mention.block].text.plain
    return plain[actor.mention.end :].lstrip("”》").startswith(("、", "等"))


def giver(scene: Scene, figure: Figure, rule: Rule) -> Iterator[list[Actor]]:
    """Who gave it: the firm or body before the verb, else the person or region."""
    own = scene.actors[figure.sentence]
    acting = [a for a in own if not a.outer and (a.case != OBLIQUE or a.agent)]
    sentence = scene.reading.sentences[figure.sentence]
    if not any(a.mention.start < figure.start for a in acting) and PRONOUN.search(
        scene.reading.plain(sentence.block, sentence.start, figure.start)
    ):
        yield last_person(scene, figure)
    for clause in range(figure.clause, -1, -1):
        yield ranked((a for a in acting if a.clause == clause and (a.mention.start < figure.start)), rule, lambda a: 0)
    for number in list(sentences_before(scene, figure.sentence))[:1]:
        yield from prominent(scene, Rule(rule.labels[:-1], False, rule.by), number)


def investor(scene: Scene, figure: Figure, rule: Rule) -> Iterator[list[Actor]]:
    """Who puts the money in: the firm of the clause, also where it is the agent (由…投资), else the owner."""
    firms = [a for a in scene.actors[figure.sentence] if a.label == "Company" and not listed(scene, figure, a)]
    for clause in range(figure.clause, -1, -1):
        yield [
            a
            for a in firms
            if a.clause == clause and a.mention.start < figure.start and (a.agent or a.case == FREE or a.introduced)
        ]
        if remembered(scene, rule, figure.sentence, clause):
            break
    yield from firm(scene, figure, rule)


def trainer(scene: Scene, figure: Figure, rule: Rule) -> Iterator[list[Actor]]:
    """Who is trained or where: a course, else the site or workshop that the sentence names in any part, else the owner."""
    own = [a for a in before(figure, scene.actors[figure.sentence]) if not a.agent]
    yield [a for a in own if a.label == "Programme" and a.case == FREE]
    yield ranked((a for a in own if a.label in ("RelocationSite", "Workshop")), rule, lambda a: a.case)
    yield from owner(scene, figure, Rule(rule.labels[1:], rule.helped, rule.by))


def sender(scene: Scene, figure: Figure, rule: Rule) -> Iterator[list[Actor]]:
    """Where the workers come from: 213名甲县人, else the subject, but never where they go to."""
    own = allowed(scene, rule, scene.actors[figure.sentence])
    plain = scene.reading.blocks[scene.reading.sentences[figure.sentence].block].text.plain
    yield [a for a in own if 0 <= a.mention.start - figure.end <= 1]
    yield [
        a for a in own if a.mention.start < figure.start and plain[a.mention.end : a.mention.end + 1] in ("人", "籍")
    ]
    for row in owner(scene, figure, rule):
        yield [
            a
            for a in row
            if not _GOES_TO.search(scene.reading.blocks[a.mention.block].text.plain[: a.mention.start][-4:])
        ]
