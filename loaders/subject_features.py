"""What can be seen of each name that a figure could be about: the evidence that measure_choice weighs.

A feature is a short text, such as `as employeesCompany` (a firm, for a number of employees) or `clause Company0B` (a firm
named before the figure in its own clause). A name that the article gives again is looked at where it stands nearest.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from loaders.measure_actors import Actor
from loaders.measure_figures import Figure
from loaders.measure_scene import Scene
from loaders.values import TITLE

_BACK = 6  # sentences
_BEFORE, _AFTER, _EARLIER = "B", "A", "P"  # of the figure in its sentence, or in a sentence before
_STEPS = (0, 1, 2, 3, 5, 8, 12, 20, 40, 80)  # characters between a name and the figure: these are told apart
_FLAGS = ("built", "introduced", "beneficiary", "agent", "listed", "paired", "outer")
_REMEMBERED = 2  # sentences back


@dataclass(frozen=True, slots=True)
class Candidate:
    """A name that a figure could be about, and what can be seen of it."""

    actor: Actor
    features: frozenset[str]


def candidates(scene: Scene, figure: Figure, indicator: str, chosen: str) -> list[Candidate]:
    """The names around a figure, each entity once, the nearest first; `chosen` is the id of what the rules took, or ""."""
    found: list[Candidate] = []
    met: set[str] = set()
    alike: Counter[str] = Counter()
    for actor, where in _around(scene, figure):
        if actor.entity.id in met:
            continue
        alike[actor.label] += 1
        seen = _features(scene, figure, indicator, actor, where)
        seen |= {f"nth {min(alike[actor.label], 4)}{actor.label}", f"nth of all {min(len(met), 6)}"}
        if actor.entity.id == chosen:
            seen |= {"taken", f"taken {indicator}"}
        met.add(actor.entity.id)
        found.append(Candidate(actor, frozenset(seen)))
    return found


def _around(scene: Scene, figure: Figure) -> Iterator[tuple[Actor, str]]:
    """The actors before the figure, the nearest first; those behind it; those of the sentences before."""
    here = scene.of(figure)
    yield from ((actor, _BEFORE) for actor in reversed(here) if actor.mention.start < figure.start)
    yield from ((actor, _AFTER) for actor in here if actor.mention.start >= figure.end)
    for number in range(figure.sentence - 1, max(-1, figure.sentence - 1 - _BACK), -1):
        yield from ((actor, _EARLIER) for actor in reversed(scene.actors[number]))


def _features(scene: Scene, figure: Figure, indicator: str, actor: Actor, where: str) -> set[str]:
    label, entity = actor.label, actor.entity
    back = figure.sentence - actor.sentence
    clauses = figure.clause - actor.clause if back == 0 else "-"
    far = sum(abs(figure.start - actor.mention.start) > step for step in _STEPS) if back == 0 else "-"
    before, after = scene.before(actor)[-2:], scene.after(actor)[:3]
    side, named = scene.side(entity), min(scene.named[entity.id], 5)
    sentence, own = scene.reading.sentences[actor.sentence], scene.reading.sentences[figure.sentence]
    told = [
        number
        for (number, _), about in scene.subjects.items()
        if number >= figure.sentence - _REMEMBERED and any(one.id == entity.id for one in about)
    ]
    seen = {
        f"is {label}",
        f"as {indicator}{label}",
        f"as {indicator}{label}{where}{min(back, 3)}",
        f"back {label}{where}{min(back, 4)}",
        f"clause {clauses}{where}",
        f"clause {label}{clauses}{where}",
        f"case {actor.case}",
        f"case {label}{actor.case}{where}{min(back, 2)}",
        f"case {indicator}{actor.case}",
        f"far {far}{where}",
        f"side {side}{label}",
        f"side {indicator}{side}{label}",
        f"named {named}{label}",
        f"stand-in {actor.mention.step is not None}{label}",
        f"office {entity is not actor.mention.entity}",
        f"opens {where}{back}{actor.mention.start - sentence.start < 3}",
        f"blocks {min(2, own.block - sentence.block)}",
        f"headline {scene.reading.blocks[sentence.block].kind == TITLE}",
        f"nameless {bool(scene.nameless.get(figure.sentence))}{where}{label}",
        f"told {min(2, figure.sentence - max(told)) if told else '-'}",
        "flags " + "".join(str(int(getattr(actor, name))) for name in _FLAGS),
    }
    seen.update(f"{name} {where}{label}" for name in _FLAGS if getattr(actor, name))
    seen.update(f"< {where}{before[-size:]}" for size in (1, 2) if len(before) >= size)
    seen.update(f"> {where}{after[:size]}" for size in (1, 2, 3))
    seen.update(f"> {indicator}{after[:size]}" for size in (1, 2))
    return seen
