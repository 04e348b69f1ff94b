"""What speaks against a subject that stands sentences away: someone else acts here, or it was only named as a place."""

from __future__ import annotations

import re

from loaders.measure_actors import FREE, OBLIQUE, Actor
from loaders.measure_figures import Figure
from loaders.measure_frames import cue
from loaders.measure_parts import part_of
from loaders.measure_rule import Rule, before
from loaders.measure_scene import Scene
from loaders.topics import level

_THINGS = ("Company", "Workshop", "Park", "Facility")
_WORK = ("firm", "seller", "earner", "investor")
_MEETING_PLACE = re.compile("(?:广场|公园|大街|大道|体育馆|体育场|会展中心|展览馆|会议中心|机场|火车站|高铁站)$")
_PROVINCE, _COUNTY = 1, 3  # levels of divisions
_FAR = 2  # sentences
_LEFT = 3  # sentences after which a town is not spoken of any more
_SECRETARY = re.compile("[^，。；、]{0,6}(?:第一书记|驻村工作队)")
ELSEWHERE = "does not act here"


def out_of_reach(scene: Scene, figure: Figure, rule: Rule, best: Actor) -> str | None:
    """Why the subject found is too far off for a figure of this kind, or nothing."""
    distance = figure.sentence - best.sentence
    if rule.by in _WORK and best.label in _THINGS and _MEETING_PLACE.search(best.entity.name):
        return f"nobody makes or earns anything on {best.entity.name}"
    of_a_thing = rule.by == "earner" and best.label in _THINGS and (distance > 0 or best.mention.step is not None)
    of_members = best.entity.name.endswith("合作社") and re.search("社员|分红|返利|入社", figure.clause_words)
    if of_a_thing and not of_members and re.search(cue("per_household"), figure.clause_words):
        return f"what each household earns is not told of {best.entity.name}"
    if best.label != "Region" or rule.labels == ("Region",):
        return None
    if rule.by == "earner" and not _of_all(figure):
        if level(best.entity) == _PROVINCE or distance >= _FAR:
            return f"{best.entity.name} is a place, and no one who earns is named"
        if distance and best.case == OBLIQUE and _of_a_thing(scene, figure):
            return f"{best.entity.name} is only a place that was named before"
    if rule.by == "firm" and "Region" in rule.labels and distance >= _FAR and not _of_all(figure):
        return f"{best.entity.name} was named too long before"
    if rule.by in ("firm", "seller", "earner") and _of_a_person(scene, figure, best):
        return f"a person acts, not {best.entity.name}"
    if rule.by in ("receiver", "giver") or not distance:
        return None
    return f"{best.entity.name} {ELSEWHERE}" if _of_a_thing(scene, figure) else None


def left_behind(scene: Scene, figure: Figure, best: Actor) -> str | None:
    """Why a town or village is not meant any more: it was named three or more sentences before.

    A county or a prefecture goes on as what an article is about, and so does a village of which it tells more; a town does not.
    """
    distance = figure.sentence - best.sentence
    if distance < _LEFT or best.label != "Region" or best.mention.step is not None:
        return None
    if best.entity.code is not None and level(best.entity) <= _COUNTY:
        return None
    if _is_village_told(scene, best):
        return None
    return f"{best.entity.name} was only named as a place before"


def _is_village_told(scene: Scene, best: Actor) -> bool:
    """Whether it is a village that the text names again, or whose secretary it speaks of: 甲来到乙村任第一书记."""
    if not best.entity.name.endswith(("村", "嘎查")):
        return False
    return scene.named[best.entity.id] > 1 or _SECRETARY.match(scene.after(best)) is not None


def _of_all(figure: Figure) -> bool:
    """Whether the sentence speaks of all of a division."""
    return re.search(cue("of_county"), figure.words) is not None


def _of_a_thing(scene: Scene, figure: Figure) -> bool:
    """Whether a firm or place is what the figure's part of the sentence is about."""
    part = part_of(scene, figure)
    row = [a for a in before(figure, scene.of(figure)) if a.label in _THINGS and a.clause >= part.first]
    row = [a for a in row if a.case == FREE and a.entity is a.mention.entity and not (a.outer or a.agent or a.listed)]
    return any(not scene.is_of_helper(a) for a in row)


def _of_a_person(scene: Scene, figure: Figure, best: Actor) -> bool:
    """Whether 他 or 她 does what is told in the clause, or in the one before it after which nothing else is named."""
    if best.sentence == figure.sentence and best.clause == figure.clause:
        return False
    since = max(
        scene.reading.sentences[figure.sentence].start, best.mention.end if best.sentence == figure.sentence else 0
    )
    words = scene.text(figure)[since : figure.start]
    clauses = re.split("[，；：。]", words)[-3:]
    return any(re.match("(?:如今|现在|去年|今年|后来|于是|但|可|而)?[他她](?![们的])", clause) for clause in clauses)
