"""The rules by which a figure's subject is looked for, and which of the actors of a text may be one."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from graph.model import Entity
from loaders.measure_actors import MODIFIER, Actor, kind
from loaders.measure_figures import Figure
from loaders.measure_scene import Scene

_PAPER = re.compile("(?:协议|协定|方案|规划|意见|办法|通知|纪要|清单|合同|备忘录)书?$")

_OFFICE = re.compile(
    "(?:兽医|畜牧|农业|农村|林业|水利|就业|劳动|人才|人社|社保|商务|交流|协作|合作|振兴|经济|教育|文旅|文化|旅游|统计|招商|企业)[^省市县区]{0,4}(?:服务|事务|发展|推广|管理|促进|指导|监测)?中心$|(?:推广|兽医|管理|农技|监测)站$"
)


@dataclass(frozen=True, slots=True)
class Rule:
    """The labels that a subject may have, the likeliest first, and how it is looked for."""

    labels: tuple[str, ...]
    helped: bool
    by: str
    reach: int = 99  # how many sentences back it may stand
    teams: bool = False  # whether it can be a team, where no place is told


def allowed(scene: Scene, rule: Rule, actors: Iterable[Actor]) -> list[Actor]:
    """The actors without those on the wrong side of the help, and those that only say where another lies."""
    fitting = [a for a in actors if not a.outer and not (a.label == "Programme" and _PAPER.search(a.entity.name))]
    fitting = [a for a in fitting if not _only_reports(a)]
    return [a for a in fitting if not (rule.helped and (scene.is_helper(a.entity) or _sends(scene, a)))]


def _only_reports(actor: Actor) -> bool:
    """Whether it is an office of a division called a centre, whose head tells of the division: 甲县畜牧兽医服务中心主任介绍."""
    holder = actor.case == MODIFIER and actor.mention.label == "Facility" and actor.mention.prefix is not None
    return holder and actor.entity is actor.mention.entity and _OFFICE.search(actor.entity.name) is not None


def _sends(scene: Scene, actor: Actor) -> bool:
    """Whether a helper's school or hospital is only told of as where a person comes from: 甲市医院的医生某某."""
    house = actor.label in ("Facility", "Organization")
    return house and actor.case == MODIFIER and scene.is_of_helper(actor)


def before(figure: Figure, actors: Iterable[Actor]) -> list[Actor]:
    """The actors that stand before the figure."""
    return [a for a in actors if a.mention.start < figure.start]


def ranked(actors: Iterable[Actor], rule: Rule, prefer: Callable[[Actor], int]) -> list[Actor]:
    """The actors that fit the rule, by preference, then by label, then in the order of the text."""
    known = [a for a in actors if a.label in rule.labels]
    return sorted(known, key=lambda a: (prefer(a), rule.labels.index(a.label), a.mention.start))


def novelty(actor: Actor) -> int:
    return 0 if actor.built or actor.introduced else 1


def remembered(scene: Scene, rule: Rule, sentence: int, clause: int) -> list[Actor]:
    """What earlier figures of the clause are about, as actors."""
    entities = [e for e in scene.subjects.get((sentence, clause), []) if kind(e) in rule.labels]
    return [a for a in (_naming(scene, e, sentence) for e in reversed(entities)) if a is not None]


def _naming(scene: Scene, entity: Entity, sentence: int) -> Actor | None:
    """The last actor before the end of a sentence that is this entity."""
    for row in reversed(scene.actors[: sentence + 1]):
        for actor in reversed(row):
            if actor.entity.id == entity.id:
                return actor
    return None
