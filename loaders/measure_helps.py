"""Which of two divisions helps the other in so many words: 甲区对口乙县以来派驻医生61人."""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise

from loaders.lexicon import any_of
from loaders.measure_actors import Actor
from loaders.measure_figures import Figure
from loaders.measure_frames import frames
from loaders.measure_lists import MARKS
from loaders.measure_rule import before
from loaders.measure_scene import Scene


def helper_and_helped(scene: Scene, figure: Figure, places: list[Actor]) -> tuple[Actor, Actor] | None:
    """The two divisions of the figure's clause, or of the one before it, between which only a word of helping stands."""
    near = [a for a in before(figure, places) if figure.clause - 1 <= a.clause <= figure.clause]
    for first, second in pairwise(near):
        between = scene.text(figure)[first.mention.end : second.mention.start].strip(MARKS)
        if _helps().fullmatch(between) and first.clause == second.clause and not first.listed and not second.listed:
            return first, second
    return None


@cache
def _helps() -> re.Pattern[str]:
    words = any_of(frames().settings["helps"])
    return re.compile(f"(?:[自从]?[0-9]{{4}}年?)?(?:起|以来)?(?:{words})(?:{words})?")
