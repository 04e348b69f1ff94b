"""Who did what a figure counts, where a person did it, or two places together: a doctor who teaches, 两市 that train."""

from __future__ import annotations

import re

from loaders.measure_actors import FREE, OBLIQUE, Actor
from loaders.measure_earner import last_person
from loaders.measure_figures import Figure
from loaders.measure_frames import cue
from loaders.measure_rule import before
from loaders.measure_scene import Scene
from loaders.measure_subject import Subject

_PRONOUN = re.compile("(?:^|[，；。：“])(?:[^，。；：]{0,8}[里间后来天下月年]，?)?[她他](?!们|的|家)")
_TOGETHER = re.compile(
    "(?:^|[，；：。]|以来|年来|目前|如今|去年|今年|说|来)(?:两[地市县区州旗省]|双方)(?![级委政之间的])"
)
_THINGS = ("Facility", "Workshop", "Park", "Company", "RelocationSite", "Programme")
_ACTING = ("Person", "Organization", *_THINGS)
_OWN_WORK = re.compile("带教|教会|教出|带出|教了|培训|指导|辅导|培养|授课|听课|学员|徒弟")


def done_by(scene: Scene, figure: Figure, indicator: str) -> Subject | None:
    """The person who did what is counted."""
    person = _doer(scene, figure, indicator)
    return Subject(person.entity, person) if person else None


def is_house(subject: Subject | str) -> bool:
    """Whether a house or firm was found."""
    return not isinstance(subject, str) and subject.entity.label not in ("Region", "Person")


def _doer(scene: Scene, figure: Figure, indicator: str) -> Actor | None:
    """The person whose pupils or patients are counted: 她带教年轻医生7人, never whoever only tells of them."""
    words = figure.clause_words
    pupils = indicator == "people_trained" and _OWN_WORK.search(words)
    patients = indicator == "people_helped" and re.search(cue("medical"), words)
    if not (pupils or patients):
        return None
    row = [a for a in before(figure, scene.of(figure)) if a.label in _ACTING and not a.outer]
    acting = [a for a in row if a.case == FREE or (a.label == "Person" and a.case != OBLIQUE)]
    if acting:
        person = acting[-1]
        return person if person.label == "Person" and _did_it(scene, person) else None
    sentence = scene.reading.sentences[figure.sentence]
    if row or not _PRONOUN.search(scene.text(figure)[sentence.start : figure.start]):
        return None
    return next(iter(last_person(scene, figure)), None)


def _did_it(scene: Scene, person: Actor) -> bool:
    """Whether the person neither only speaks, nor runs the house that did it, nor is one of several."""
    speaks = re.match("(?:[（(][^）)]*[）)])?[^，。；]{0,6}" + cue("speaks"), scene.after(person))
    runs = re.search(cue("bosses") + "$", scene.before(person)[: person.head])
    return not (speaks or runs or person.listed)


def act_together(scene: Scene, figure: Figure) -> bool:
    """Whether two places together do what is counted: 两市共办培训班76期, which no workshop told of before has done."""
    sentence = scene.reading.sentences[figure.sentence]
    told = _TOGETHER.search(scene.text(figure)[sentence.start : figure.start])
    return told is not None and not any(a.label in _THINGS for a in scene.of(figure))
