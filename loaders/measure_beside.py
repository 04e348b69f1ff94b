"""Whether others of its kind stand beside the name that a figure may be about."""

from __future__ import annotations

from loaders.measure_actors import Actor
from loaders.measure_lists import MARKS
from loaders.measure_scene import Scene


def in_list(scene: Scene, actor: Actor, helped: bool = False) -> bool:
    """Whether another of its kind stands beside the name (甲、乙和丙), so that the figure may be about them all.

    helped: the figure can only be of the helped side, so that a helper beside the name is no other.
    """
    for other in scene.actors[actor.sentence]:
        if helped and scene.is_helper(other.entity):
            continue
        if (other.label, other.clause) == (actor.label, actor.clause) and other.entity.id != actor.entity.id:
            first, second = sorted((actor.mention, other.mention), key=lambda m: m.start)
            between = scene.reading.plain(first.block, first.end, second.start)
            if between.strip(MARKS) in ("、", "和", "及", "以及"):
                return True
    return False
