"""The two ends of a move of people by the words beside the names: where they come from (来自X的), where they go (到X), who acts."""

from __future__ import annotations

import re
from functools import cache

from loaders.lexicon import any_of
from loaders.measure_actors import FREE, OBLIQUE, Actor, no_case
from loaders.measure_figures import Figure
from loaders.measure_frames import cue, frames
from loaders.measure_lists import MARKS
from loaders.measure_rule import before
from loaders.measure_scene import Scene

_NEAR = 5  # characters from the beginning of a clause: 日前抵达甲县


def receives_before(scene: Scene, figure: Figure) -> int:
    """Where the words of the clause end that say that people are received, else 0."""
    start, _ = scene.reading.sentences[figure.sentence].clauses[figure.clause]
    match = _patterns()["receive"].search(scene.text(figure), start, figure.start)
    return match.end() if match else 0


def nearest(figure: Figure, actors: list[Actor]) -> Actor | None:
    return min(actors, key=lambda a: abs(a.mention.start - figure.start), default=None)


def origin(scene: Scene, figure: Figure, actors: list[Actor]) -> Actor | None:
    """The division that the people are said to come from: 来自X的, X来的, 12名X教师."""
    acts = any(a.clause == figure.clause and a.case == FREE for a in before(figure, scene.of(figure)))
    for clause in (figure.clause,) if acts else (figure.clause, figure.clause - 1):
        here = [a for a in actors if a.clause == clause]
        led = [a for a in here if led_by(scene, a, "from") or _sends(scene, a)]
        if led:
            return nearest(figure, led)
        after = [a for a in here if 0 <= a.mention.start - figure.end <= 1]
        if after:
            return after[0]
    return None


def _sends(scene: Scene, actor: Actor) -> bool:
    """Whether the words after the division say that it sends them, and none before it that they go there (向X派出)."""
    return _patterns()["comes_after"].match(scene.after(actor)) is not None and not led_by(scene, actor, "to")


def who_acts(scene: Scene, figure: Figure, actors: list[Actor]) -> Actor | None:
    """Who acts in the clause or in one before it; where they are called aid workers, only a helper can."""
    if re.search(cue("aid_workers"), figure.clause_words):
        actors = [a for a in actors if scene.is_helper(a.entity)] or actors
    for clause in range(figure.clause, -1, -1):
        here = [a for a in before(figure, actors) if a.clause == clause and a.case != OBLIQUE]
        if here:
            return ([a for a in here if a.case == FREE] or here)[-1]
    return None


def destination(scene: Scene, figure: Figure, actors: list[Actor]) -> Actor | None:
    """The division they go to: 到X, also at the beginning of the next clause."""
    clauses = scene.reading.sentences[figure.sentence].clauses
    here = [a for a in actors if a.clause == figure.clause]
    if figure.clause + 1 < len(clauses):
        start, _ = clauses[figure.clause + 1]
        following = [a for a in actors if a.clause == figure.clause + 1]
        here += [a for a in following[:1] if a.head - start <= _NEAR]
    return next((a for a in here if led_by(scene, a, "to")), None)


def led_by(scene: Scene, actor: Actor, words: str) -> bool:
    """Whether one of the words stands right before the name or the chain of names that it ends."""
    return _patterns()[words].search(scene.before(actor)[: actor.head].rstrip(MARKS)) is not None


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    words = frames().settings["moves"]
    return {
        "to": re.compile(f"(?:{any_of(words['to'])})了?${no_case()}"),
        "from": re.compile(f"(?:{any_of(words['from'])})${no_case()}"),
        "comes_after": re.compile(f"[{MARKS}]?(?:{any_of(words['comes_after'])})"),
        "receive": re.compile(any_of(words["receive"])),
    }
