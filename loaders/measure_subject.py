"""Whose figure it is: the rules of loaders/frames/figures.yaml, and what makes a subject doubtful."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from graph.model import Entity
from loaders.measure_actors import MARKS, OBLIQUE, Actor
from loaders.measure_earner import earner
from loaders.measure_figures import Figure
from loaders.measure_frames import cue, frames
from loaders.measure_roles import event, giver, investor, nearest, receiver, seller, sender, trainer
from loaders.measure_scene import Scene
from loaders.measure_search import Rule, firm, owner

AMBIGUOUS = "two subjects fit"
UNKNOWN = "no subject fits"
NAMELESS = "what the words stand for is not named"
_OF_FIRMS = ("firm", "seller", "investor")
_SEVERAL = re.compile(r"(?:[三四五六七八九十]|\d+|〇个?)[个对]?(?:结对)?(?:市县|县区|县市|县)(?![委城级])")
_SEARCHES: dict[str, Callable[[Scene, Figure, Rule], Iterator[list[Actor]]]] = {
    "owner": owner,
    "firm": firm,
    "nearest": nearest,
    "receiver": receiver,
    "giver": giver,
    "event": event,
    "seller": seller,
    "investor": investor,
    "trainer": trainer,
    "sender": sender,
    "earner": earner,
}


@dataclass(frozen=True, slots=True)
class Subject:
    """The subject found and the actor that names it."""

    entity: Entity
    actor: Actor


@cache
def rules() -> dict[str, Rule]:
    """The rules of loaders/frames/figures_subjects.yaml."""
    return {
        name: Rule(tuple(row["labels"]), bool(row.get("helped")), row.get("by", "owner"), row.get("reach", 99))
        for name, row in frames().settings["subjects"].items()
    }


def subject_of(scene: Scene, figure: Figure, rule: Rule) -> Subject | str:
    """The subject of a figure, or the reason why there is none."""
    for row in _SEARCHES[rule.by](scene, figure, rule):
        best = next((a for a in row if a.label in rule.labels), None)
        if best is not None:
            return _doubt(scene, figure, rule, best) or Subject(best.entity, best)
    return UNKNOWN


def _doubt(scene: Scene, figure: Figure, rule: Rule, best: Actor) -> str | None:
    """What speaks against the subject found."""
    if _is_site_or_town(scene, figure, best):
        return f"{AMBIGUOUS}: the site or {best.entity.name} in which it lies"
    if best.sentence < figure.sentence and _SEVERAL.search(figure.words[: figure.words.index("#")]):
        return f"{AMBIGUOUS}: the words speak of several places"
    if _is_nameless(scene, figure, rule, best):
        return NAMELESS
    if rule.by in _OF_FIRMS and _is_passing(scene, figure, best):
        return f"{UNKNOWN}: {best.entity.name} is only named in passing"
    if in_list(scene, best):
        return f"{AMBIGUOUS}: {best.entity.name} and others of its kind"
    return None


def _is_passing(scene: Scene, figure: Figure, best: Actor) -> bool:
    """Whether a division was only named in passing before: what a firm or park does is hardly told of it."""
    if best.label != "Region" or best.sentence == figure.sentence or best.stands_out:
        return False
    told = (found for (number, _), found in scene.subjects.items() if number >= figure.sentence - 1)
    return all(best.entity.id != e.id for found in told for e in found)


def _is_site_or_town(scene: Scene, figure: Figure, best: Actor) -> bool:
    """Whether settlers are counted for a division while a relocation site in it is under discussion."""
    if best.label != "Region" or not re.search(cue("settled"), figure.clause_words):
        return False
    pairs = (pair for row in scene.actors[max(0, figure.sentence - 2) : figure.sentence] for pair in pairwise(row))
    return any(a.outer and a.entity.id == best.entity.id and b.label == "RelocationSite" for a, b in pairs)


def _is_nameless(scene: Scene, figure: Figure, rule: Rule, best: Actor) -> bool:
    """Whether a word such as 园区, whose name the article does not give, stands nearer to the figure than the best."""
    aside = best.case == OBLIQUE and not best.beneficiary
    here = best.sentence == figure.sentence and not aside
    nearest = best.mention.start if here else -1
    clause, _ = scene.reading.sentences[best.sentence].clauses[best.clause]
    acts = best.label == "Region" and nearest > clause  # an unknown firm acts, the division is what it acts for
    own = {*rule.labels, "Person"} if rule.by == "seller" else set(rule.labels)
    return any(
        (nearest < start < figure.start or (acts and start == clause < nearest)) and set(labels) & own
        for start, labels in scene.nameless.get(figure.sentence, [])
    )


def in_list(scene: Scene, actor: Actor) -> bool:
    """Whether another of its kind stands beside the name (甲、乙和丙), so that the figure may be about them all."""
    for other in scene.actors[actor.sentence]:
        if (other.label, other.clause) == (actor.label, actor.clause) and other.entity.id != actor.entity.id:
            first, second = sorted((actor.mention, other.mention), key=lambda m: m.start)
            between = scene.reading.plain(first.block, first.end, second.start)
            if between.strip(MARKS) in ("、", "和", "及", "以及"):
                return True
    return False
