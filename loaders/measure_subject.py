"""Whose figure it is: the rules of loaders/frames/figures.yaml, and what makes a subject doubtful."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from graph.model import Entity
from loaders.measure_actors import Actor
from loaders.measure_earner import earner
from loaders.measure_figures import Figure
from loaders.measure_frames import frames
from loaders.measure_roles import giver, investor, nearest, receiver, sender, trainer
from loaders.measure_scene import Scene
from loaders.measure_search import Rule, firm, owner

AMBIGUOUS = "two subjects fit"
UNKNOWN = "no subject fits"
_SEVERAL = re.compile(r"(?:[三四五六七八九十]|\d+|〇个?)[个对]?(?:结对)?(?:市县|县区|县市|县)(?![委城级])")
_SETTLED = re.compile(r"安置|搬迁|移民|入住")
_SEARCHES: dict[str, Callable[[Scene, Figure, Rule], Iterator[list[Actor]]]] = {
    "owner": owner,
    "firm": firm,
    "nearest": nearest,
    "receiver": receiver,
    "giver": giver,
    "earner": earner,
    "investor": investor,
    "trainer": trainer,
    "sender": sender,
}


@dataclass(frozen=True, slots=True)
class Subject:
    """The subject found: the entity, and the mention that names it (None where an earlier figure is about it)."""

    entity: Entity
    actor: Actor


@cache
def rules() -> dict[str, Rule]:
    """The rules of loaders/frames/figures.yaml."""
    rows = frames().settings["subjects"]
    return {
        n: Rule(tuple(r["labels"]), bool(r.get("helped")), r.get("by", "owner"), r.get("reach", 99))
        for n, r in rows.items()
    }


def subject_of(scene: Scene, figure: Figure, rule: Rule, but: str | None = None) -> Subject | str:
    """The subject of a figure, or the reason why there is none; `but` is the id of an entity that it is not."""
    search = _SEARCHES[rule.by]
    for row in search(scene, figure, rule):
        fitting = [a for a in row if a.label in rule.labels and a.entity.id != but]
        if fitting:
            best = fitting[0]
            if _is_site_or_town(scene, figure, best):
                return f"{AMBIGUOUS}: the site or {best.entity.name} in which it lies"
            if best.sentence < figure.sentence and _SEVERAL.search(figure.words[: figure.words.index("#")]):
                return f"{AMBIGUOUS}: the words speak of several places"
            if _is_nameless(scene, figure, rule, best):
                return "what the words stand for is not named"
            if any(coordinate(scene, best, other) for other in scene.actors[best.sentence]):
                return f"{AMBIGUOUS}: {best.entity.name} and others of its kind"
            return Subject(best.entity, best)
    return UNKNOWN


def _is_site_or_town(scene: Scene, figure: Figure, best: Actor) -> bool:
    """Whether settlers are counted for a division while a relocation site in it is under discussion."""
    if best.label != "Region" or not _SETTLED.search(figure.clause_words):
        return False
    rows = scene.actors[max(0, figure.sentence - 2) : figure.sentence]
    return any(
        a.outer and a.entity.id == best.entity.id and b.label == "RelocationSite"
        for row in rows
        for a, b in pairwise(row)
    )


def _is_nameless(scene: Scene, figure: Figure, rule: Rule, best: Actor) -> bool:
    """Whether a word such as 园区, whose name the article does not give, stands nearer to the figure than the best."""
    for start, labels in scene.nameless.get(figure.sentence, []):
        nearer = best.sentence < figure.sentence or best.mention.start < start
        if start < figure.start and nearer and set(labels) & set(rule.labels):
            return True
    return False


def coordinate(scene: Scene, a: Actor, b: Actor) -> bool:
    """Whether two actors stand side by side in a list (甲、乙和丙)."""
    if (a.label, a.sentence, a.clause) != (b.label, b.sentence, b.clause) or a.entity.id == b.entity.id:
        return False
    first, second = sorted((a.mention, b.mention), key=lambda m: m.start)
    between = scene.reading.plain(first.block, first.end, second.start)
    return between.strip("“”‘’《》") in ("、", "和", "及", "以及")
