"""The search for who earns a wage: a person of the clause, a speaker, or the firm whose staff is meant."""

from __future__ import annotations

import re
from collections.abc import Iterator

from loaders.measure_actors import FREE, Actor
from loaders.measure_figures import Figure
from loaders.measure_scene import Scene
from loaders.measure_search import Rule, before, sentences_before

_STAFF = re.compile(
    r"人均|平均|员工|职工|工人|普工|女工|技术工|技工|熟手|手快|手慢|大家|姐妹|妇女|群众|最高|最低|多的|少的|最少|最多|班组长|普工|户均|村民|务工者|绣娘"
)
PRONOUN = re.compile(r"[我她他]")


def earner(scene: Scene, figure: Figure, rule: Rule) -> Iterator[list[Actor]]:
    """Who earns it: the person under discussion or speaking, unless the words speak of the staff."""
    firm = Rule(rule.labels[1:], rule.helped, rule.by)
    staff = _STAFF.search(figure.clause_words)
    if not staff:
        yield from _person(scene, figure)
    yield from firm(scene, figure, firm)


def _person(scene: Scene, figure: Figure) -> Iterator[list[Actor]]:
    sentence = scene.reading.sentences[figure.sentence]
    people = [a for a in scene.actors[figure.sentence] if a.label == "Person"]
    if _is_quoted(scene, figure):
        speaker = _speaker(scene, figure)
        yield [speaker] if speaker else last_person(scene, figure)
    for clause in range(figure.clause, -1, -1):
        here = [a for a in people if a.clause == clause and a.mention.start < figure.start]
        yield sorted(here, key=lambda a: (a.case, a.mention.start))[:1]
        start, end = sentence.clauses[clause]
        words = scene.reading.plain(sentence.block, start, min(end, figure.start))
        if PRONOUN.search(words):
            yield last_person(scene, figure)
    block = sentence.block
    firms = [
        a
        for a in scene.actors[figure.sentence]
        if a.label in ("Company", "Workshop", "Facility", "Park") and a.case == FREE
    ]
    if any(a.mention.start < figure.start for a in firms) or any(n == figure.sentence for n, _ in scene.subjects):
        return
    for number in sentences_before(scene, figure.sentence):
        if scene.reading.sentences[number].block != block:
            return
        row = [
            a
            for a in scene.actors[number]
            if a.case == FREE and a.label in ("Person", "Company", "Workshop", "Facility")
        ]
        if row:
            yield [row[0]] if row[0].label == "Person" else []
            return


def last_person(scene: Scene, figure: Figure) -> list[Actor]:
    for number in (figure.sentence, *sentences_before(scene, figure.sentence)):
        people = [a for a in scene.actors[number] if a.label == "Person"]
        people = before(figure, people) if number == figure.sentence else people
        if people:
            return [min(people, key=lambda a: (a.case, a.mention.start))]
    return []


def _is_quoted(scene: Scene, figure: Figure) -> bool:
    """Whether the figure stands in quoted speech (not merely in a quoted name)."""
    plain = scene.reading.blocks[scene.reading.sentences[figure.sentence].block].text.plain
    if plain.count("“", 0, figure.start) <= plain.count("”", 0, figure.start):
        return False
    close = plain.find("”", figure.end)
    return close < 0 or close - plain.rfind("“", 0, figure.start) > 15


def _speaker(scene: Scene, figure: Figure) -> Actor | None:
    """Who says the quoted words: the person named right after them."""
    block = scene.reading.sentences[figure.sentence].block
    close = scene.reading.blocks[block].text.plain.find("”", figure.end)
    for row in scene.actors[figure.sentence : figure.sentence + 4]:
        for actor in row:
            if (
                actor.label == "Person"
                and actor.mention.block == block
                and 0 <= close <= actor.mention.start <= close + 30
            ):
                return actor
    return None
