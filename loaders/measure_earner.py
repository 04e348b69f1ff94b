"""The search for who earns a wage: a person of the clause, a speaker, or the firm whose staff is meant."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from loaders.measure_actors import FREE, Actor
from loaders.measure_discussed import sentences_before
from loaders.measure_figures import Figure
from loaders.measure_firm import firm
from loaders.measure_frames import cue
from loaders.measure_rule import Rule, before
from loaders.measure_scene import Scene
from loaders.measure_search import owner

_LONGEST_NAME = 15  # a longer quotation is speech
_TO_SPEAKER = 30  # from the end of the words to 某某说
_OF_THE_FLOOR = re.compile("(?:车间|班组|工段|厂房|生产线)(?:副?主任|副?组长|负责人)$")  # workers themselves
_EMPLOYERS = ("Company", "Workshop", "Facility", "Park")


def earner(scene: Scene, figure: Figure, rule: Rule) -> Iterator[list[Actor]]:
    """Who earns it: the person under discussion or speaking, unless the words speak of the staff."""
    if is_relative(scene, figure):
        return
    if re.search(cue("of_all_people"), figure.clause_words):  # 人均可支配收入: of a village or county, not of a firm
        yield from owner(scene, figure, replace(rule, labels=("Region", "RelocationSite"), by="owner"))
        return
    if _says_own(figure) or not (re.search(cue("staff") + "(?!P)", figure.clause_words) or _speaks_of_staff(figure)):
        for row in _person(scene, figure):
            yield [a for a in row if _says_own(figure) or not _is_boss(scene, a)]
    yield from firm(scene, figure, replace(rule, labels=rule.labels[1:]))


def _says_own(figure: Figure) -> bool:
    """Whether the clause speaks of one person's own wage: 她最高的一个月领到."""
    before, _ = figure.clause_words.split("#", 1)
    return re.search("[她他我](?!们)", before) is not None


def _speaks_of_staff(figure: Figure) -> bool:
    """Whether the part of the sentence turns from a person told before to others: ；在车间上班的姐妹们，每月也有2600元."""
    before, _ = figure.words.split("#", 1)
    _, mark, part = before.rpartition("；")
    return bool(mark) and "P" not in part and re.search(cue("staff"), part) is not None


def is_relative(scene: Scene, figure: Figure) -> bool:
    """Whether someone of a person's family, who is not named, earns it: 丈夫在外送快递，月入7000元."""
    named = [a.mention.end for a in before(figure, scene.of(figure)) if a.label == "Person"]
    start = max([scene.reading.sentences[figure.sentence].start, *named])
    words = scene.text(figure)[start : figure.start]
    together = re.search("两口子|夫妻|夫妇|全家", words) is not None
    return not together and re.search(cue("relatives") + "(?![们手])", words) is not None


def _is_boss(scene: Scene, actor: Actor) -> bool:
    """Whether the person is presented as who runs the firm: the wage told with them is not theirs."""
    led = scene.before(actor)
    return re.search(cue("bosses") + "$", led) is not None and _OF_THE_FLOOR.search(led) is None


def _person(scene: Scene, figure: Figure) -> Iterator[list[Actor]]:
    sentence = scene.reading.sentences[figure.sentence]
    if _is_quoted(scene, figure):
        speaker = _speaker(scene, figure)
        yield [speaker] if speaker else last_person(scene, figure)
    people = [a for a in before(figure, scene.of(figure)) if a.label == "Person"]
    if _counts_workers(figure):
        return
    for clause in range(figure.clause, -1, -1):
        yield sorted((a for a in people if a.clause == clause), key=lambda a: (a.case, a.mention.start))[:1]
        start, end = sentence.clauses[clause]
        if re.search("(?<![由被经给对跟为与和])" + cue("pronoun"), scene.text(figure)[start : min(end, figure.start)]):
            yield last_person(scene, figure)
    employers = [a for a in before(figure, scene.of(figure)) if a.label in _EMPLOYERS and a.case == FREE]
    if employers or any(number == figure.sentence for number, _ in scene.subjects):
        return
    for number in sentences_before(scene, figure.sentence):
        if scene.reading.sentences[number].block != sentence.block:
            return
        row = [a for a in scene.actors[number] if a.case == FREE and a.label in ("Person", *_EMPLOYERS)]
        if row:
            yield [a for a in row[:1] if a.label == "Person"]
            return


def _counts_workers(figure: Figure) -> bool:
    """Whether the words right before tell of a number of people who work somewhere: 128名群众在家门口上了班，每月到手4200元."""
    before_figure, _ = figure.words.split("#", 1)
    clauses = re.split("[，；：。]", before_figure)
    last = clauses[-2] if len(clauses) > 1 else ""
    return (
        re.search("〇(?:人|户)", last) is not None
        and "P" not in last
        and re.search(cue("staff_works"), last) is not None
    )


def says_pronoun(scene: Scene, figure: Figure) -> bool:
    """Whether the sentence speaks of 我, 她 or 他 before the figure."""
    start = scene.reading.sentences[figure.sentence].start
    return re.search(cue("pronoun"), scene.text(figure)[start : figure.start]) is not None


def last_person(scene: Scene, figure: Figure) -> list[Actor]:
    """The person of the nearest sentence that names one."""
    for number in (figure.sentence, *sentences_before(scene, figure.sentence)):
        people = [a for a in scene.actors[number] if a.label == "Person"]
        people = before(figure, people) if number == figure.sentence else people
        if people:
            return [min(people, key=lambda a: (a.case, a.mention.start))]
    return []


def _is_quoted(scene: Scene, figure: Figure) -> bool:
    """Whether the figure stands in quoted speech (not merely in a quoted name)."""
    plain = scene.text(figure)
    if plain.count("“", 0, figure.start) <= plain.count("”", 0, figure.start):
        return False
    close = plain.find("”", figure.end)
    if close > 0 and plain[close - 1] in "！。？，…":
        return True
    return close < 0 or close - plain.rfind("“", 0, figure.start) > _LONGEST_NAME


def _speaker(scene: Scene, figure: Figure) -> Actor | None:
    """Who says the quoted words: the person named right after them."""
    block = scene.reading.sentences[figure.sentence].block
    close = scene.text(figure).find("”", figure.end)
    people = [a for row in scene.actors[figure.sentence : figure.sentence + 4] for a in row if a.label == "Person"]
    near = (a for a in people if a.mention.block == block and 0 <= close <= a.mention.start <= close + _TO_SPEAKER)
    return next(near, None)
