"""Whose figures someone tells of in words that name nothing: those of the body that the speaker stands for."""

from __future__ import annotations

import re

from loaders.measure_actors import MODIFIER, Actor
from loaders.measure_figures import Figure
from loaders.measure_frames import cue
from loaders.measure_rule import Rule, before
from loaders.measure_scene import Scene


def speaking_for(scene: Scene, figure: Figure, rule: Rule) -> Actor | None:
    """What the one who tells the figure speaks for, where the words told name nothing else."""
    return _body_of_speaker(scene, figure, rule) or _told_by(scene, figure, rule)


def _body_of_speaker(scene: Scene, figure: Figure, rule: Rule) -> Actor | None:
    """What the speaker of a quotation that names nothing speaks for: “今年还要添80个岗位，”甲公司董事长某某说."""
    text = scene.text(figure)
    close = text.find("”", figure.end)
    if close < 0 or text.count("“", 0, figure.start) <= text.count("”", 0, figure.start) or rule.by == "earner":
        return None
    row = scene.of(figure)
    if any(a.label in rule.labels for a in before(figure, row)):
        return None
    sentence = scene.reading.sentences[figure.sentence]
    if close == sentence.end - 1 and figure.sentence + 1 < len(scene.actors):
        row = [
            a for a in scene.actors[figure.sentence + 1] if a.mention.block == sentence.block
        ]  # “……。”甲公司董事长说
    bodies = [a for a in row if close < a.mention.start <= close + 3 and a.case == MODIFIER and a.label in rule.labels]
    return next((a for a in bodies if a.label not in ("Region", "Person")), None)


def _told_by(scene: Scene, figure: Figure, rule: Rule) -> Actor | None:
    """What the one who tells of it speaks for, where the words told name nothing else: 丙园区主任某某说，预计新增岗位350个."""
    row = before(figure, scene.of(figure))
    people = [a for a in row if a.label == "Person"]
    if not people or rule.by == "earner" or people[-1].clause == figure.clause:
        return None
    speaker = people[-1]
    if not re.match("[^，。；]{0,2}" + cue("speaks"), scene.after(speaker)):
        return None
    if any(a.mention.start > speaker.mention.start and a.label in rule.labels for a in row):
        return None
    bodies = [a for a in row if a.clause == speaker.clause and a.case == MODIFIER and a.mention is not speaker.mention]
    return next((a for a in reversed(bodies) if a.label in rule.labels and a.label not in ("Region", "Person")), None)
