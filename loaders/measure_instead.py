"""Who a figure is told of in place of the subject found: a team, a helper that takes people on, a payer, a seller."""

from __future__ import annotations

import re
from dataclasses import replace

from graph.model import Entity
from loaders.gazetteer import significant
from loaders.measure_actors import FREE, OBLIQUE, Actor
from loaders.measure_figures import Figure
from loaders.measure_frames import cue
from loaders.measure_rule import Rule, before
from loaders.measure_scene import Scene
from loaders.topics import level

_COUNTY = 3  # level of divisions
_PROVINCE = 2  # digits of its code


def team(scene: Scene, figure: Figure) -> Actor | None:
    """The team that acts in the sentence: 丙医疗队在甲、乙两院诊疗患者9.6万人次."""
    row = [a for a in before(figure, scene.of(figure)) if a.label == "Organization" and a.case == FREE]
    teams = [a for a in row if re.search(cue("teams") + "$", a.entity.name)]
    return teams[-1] if teams and not teams[-1].listed else None


def takes_in(scene: Scene, figure: Figure, rule: Rule) -> Actor | None:
    """The helping division whose firms take people on: 其中乙区吸纳318人."""
    if rule.by != "firm" or not rule.helped or "Region" not in rule.labels:
        return None
    here = [a for a in before(figure, scene.of(figure)) if a.clause == figure.clause and a.case == FREE and not a.outer]
    takes = here and re.match("[^，。；向在到]{0,4}?" + cue("takes_in"), scene.after(here[-1])) is not None
    return here[-1] if takes and here[-1].label == "Region" and scene.is_helper(here[-1].entity) else None


def tradesman(scene: Scene, figure: Figure, rule: Rule, best: Actor | None) -> Actor | None:
    """Who sells, hires or grows on their own account, not the place they come from: 甲乡农民某某种了辣椒，去年卖了9万元."""
    grows = rule.by == "owner" and "Person" in rule.labels
    words = {"seller": "sells_self", "firm": "hires_self"}.get(rule.by, "grows_self" if grows else None)
    if words is None or not re.search(cue(words), figure.clause_words):
        return None
    row = [a for a in before(figure, scene.of(figure)) if a.label != "Region"]
    taken_up = re.search("，[她他](?!们)", scene.text(figure)[row[-1].mention.end : figure.start]) if row else None
    row = [a for a in row if a.case == FREE or (a is row[-1] and taken_up)]  # 学得最快的是某某，她种的藕去年卖了6万元
    if not row or row[-1].label != "Person":
        return None
    person = row[-1]
    if grows and not re.search(cue("told_by_work") + "$", scene.before(person)):
        return None  # an expert who has others plant it
    here = best is not None and best.sentence == figure.sentence
    if best is not None and here and (best.label != "Region" or best.mention.start > person.mention.start):
        return None
    said = re.match("(?:[（(][^）)]*[）)])?[^，。；]{0,3}" + cue("speaks"), scene.after(person))
    return None if said or re.search(cue("bosses") + "$", scene.before(person)) else person


def whole_of(scene: Scene, best: Actor) -> Actor | None:
    """The county under discussion in which all the divisions of a list lie: what is told of them together is told of it."""
    listed = [a for a in scene.actors[best.sentence] if (a.label, a.clause, a.listed) == ("Region", best.clause, True)]
    stems = [significant(a.entity.code or "") for a in listed]
    if best.label != "Region" or not all(stems):
        return None
    for row in reversed(scene.actors[: best.sentence + 1]):
        for actor in reversed(row):
            stem = significant(actor.entity.code or "") if actor.label == "Region" else ""
            if len(stem) > _PROVINCE and all(one.startswith(stem) and one != stem for one in stems):
                return replace(actor, listed=False)
    return None


def payer_of(scene: Scene, figure: Figure) -> Actor | None:
    """The one helping division that acts before the sum: of what several receive together it is the payer's."""
    helping = [a for a in before(figure, scene.of(figure)) if a.label == "Region" and a.case != OBLIQUE]
    helping = [a for a in helping if scene.is_helper(a.entity) and not a.outer]
    return helping[0] if len({a.entity.id for a in helping}) == 1 and not helping[0].listed else None


def payer_told(scene: Scene, figure: Figure, found: Entity | None) -> Actor | None:
    """The one helper that the clause names as payer, where what was paid for stands sentences away or is not told.

    湖北援藏资金出了1800万元 is surely told of 湖北; that it was for the town of the sentence before is only likely. The helped
    county under discussion goes before the payer: help is told of it.
    """
    helped = found is not None and (found.label != "Region" or scene.topics.is_helped(found)) and not _is_town(found)
    if found is not None and helped and not _is_province(found):
        return None
    row = [a for a in before(figure, scene.of(figure)) if a.clause == figure.clause and not a.outer]
    labels = ("Region", "Organization") if found is None else ("Region",)
    row = [a for a in row if a.label in labels and (a.case != OBLIQUE or a.agent)]
    payers = [a for a in row if scene.is_helper(a.entity) or scene.gives_help(a.entity)]
    if len({a.entity.id for a in payers}) != 1 or payers[0].listed:
        return None
    if found is not None and helped and (payers[0].label != "Region" or _is_province(payers[0].entity)):
        return None
    return payers[0]


def _is_province(entity: Entity) -> bool:
    """Whether it is a province, which no county or city helps as a whole: 晋江市累计援助4.36亿元 is not told of 宁夏."""
    return entity.label == "Region" and level(entity) == 1


def _is_town(entity: Entity) -> bool:
    """Whether it is a division below the county, which is rarely helped as a whole."""
    return entity.label == "Region" and level(entity) > _COUNTY
