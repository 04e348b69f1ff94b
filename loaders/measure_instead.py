"""Who a figure is told of in place of the subject found: a team, a helper that takes people on, a payer, a seller."""

from __future__ import annotations

import re
from dataclasses import replace

from loaders.gazetteer import significant
from loaders.measure_actors import FREE, OBLIQUE, Actor
from loaders.measure_figures import Figure
from loaders.measure_frames import cue
from loaders.measure_rule import Rule, before
from loaders.measure_scene import Scene

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


def payer_told(scene: Scene, figure: Figure) -> Actor | None:
    """The one helper that the sentence names as payer, where nothing tells what was paid for: 湖北援藏资金出了1800万元."""
    row = [a for a in before(figure, scene.of(figure)) if not a.outer and (a.case != OBLIQUE or a.agent)]
    here = [a for a in row if a.clause == figure.clause]
    return _one_payer(scene, here, ("Region", "Organization")) or _one_payer(
        scene, row, ("Region", "Organization", "Company")
    )


def _one_payer(scene: Scene, row: list[Actor], labels: tuple[str, ...]) -> Actor | None:
    """The one of the row that helps, where just one does, and no 甲省、市两级."""
    helping = [a for a in row if a.label in labels and (scene.is_helper(a.entity) or scene.gives_help(a.entity))]
    if len({a.entity.id for a in helping}) != 1 or helping[0].listed or scene.after(helping[0]).startswith("、"):
        return None
    return helping[0]
