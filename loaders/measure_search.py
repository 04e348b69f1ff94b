"""The search for a figure's subject: from its clause outwards to what the sentences before are about.

A search yields rows of actors, the likeliest row and the likeliest in it first.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from loaders.measure_actors import FREE, MODIFIER, OBLIQUE, Actor
from loaders.measure_discussed import discussed
from loaders.measure_figures import Figure
from loaders.measure_frames import cue
from loaders.measure_parts import Part, part_of
from loaders.measure_rule import Rule, allowed, before, novelty, ranked, remembered
from loaders.measure_scene import Scene

_LIST_GOES_ON = re.compile(r"[”’》]?(?:、|和|与|及|以及|等)")
_ONLY_PLACE = re.compile(
    "[^，。；、的]{0,10}?(?:车间|厂|园|基地|中心|合作社|学校|小学|中学|医院|楼|大棚|冷库|工坊|市场|项目)"
)
_ONE_OF = re.compile("[1一][个座家处所间]、")  # 建成示范园1个、温室210座
_FROM = re.compile("(?:来自|源自|出自)[“‘《]?$")  # 来自甲省的11家


def owner(scene: Scene, figure: Figure, rule: Rule) -> Iterator[list[Actor]]:
    """The grammatical subject: of the clause, else of a clause before it, else what is under discussion."""
    yield from in_sentence(scene, figure, rule)
    yield from discussed(scene, figure, rule)


def in_sentence(scene: Scene, figure: Figure, rule: Rule) -> Iterator[list[Actor]]:
    """The subject in the figure's sentence: subject-like names and what figures before it are about, then others."""
    own = [a for a in allowed(scene, rule, scene.of(figure)) if not a.agent and not listed(scene, figure, a)]
    part = part_of(scene, figure)
    own = [a for a in own if not part.barred or not part.lead <= a.clause < part.first]
    if part.first and _has_subject(scene, figure, part):
        own = [a for a in own if a.clause >= part.first or a.label == "Region"]
    yield [a for a in own if a.clause == figure.clause and _describes(scene, figure, a, own)]
    yield ranked((a for a in own if a.stands_out and figure.since <= a.mention.start < figure.start), rule, novelty)
    yield _led_place(scene, figure, rule, own, part)
    yield _just_built(scene, figure, rule, own, part)
    if part.first:
        yield from _in_part(scene, figure, rule, own, part)
    for case in (FREE, MODIFIER, OBLIQUE):
        for clause in part.back(figure.clause):
            if case == FREE:
                told = allowed(scene, rule, remembered(scene, rule, figure.sentence, clause))
                yield [a for a in told if not a.agent]
            here = [a for a in own if a.clause == clause and (a.case == case or (case == FREE and a.stands_out))]
            here = [a for a in here if not (a.label == "Region" and _FROM.search(scene.before(a)[: a.head]))]
            yield ranked(before(figure, here), rule, novelty)
    yield ranked((a for a in own if _described(scene, figure, a)), rule, lambda a: a.case)
    partners = (a for a in own if a.clause == figure.clause and figure.end <= a.mention.start)
    yield ranked((a for a in partners if re.search("[与同和跟]$", scene.before(a)[: a.head])), rule, novelty)


def _has_subject(scene: Scene, figure: Figure, part: Part) -> bool:
    """Whether the figure's part of the sentence begins with somebody who acts, whatever side they are on."""
    start, _ = scene.reading.sentences[figure.sentence].clauses[part.first]
    return any(a.head == start and a.case != OBLIQUE for a in before(figure, scene.of(figure)))


def _describes(scene: Scene, figure: Figure, actor: Actor, own: list[Actor]) -> bool:
    """Whether the figure stands in what describes a name after it, in a clause without another subject."""
    acting = [a for a in before(figure, own) if a.clause == figure.clause and a.case == FREE]
    return not acting and _described(scene, figure, actor)


def _led_place(scene: Scene, figure: Figure, rule: Rule, own: list[Actor], part: Part) -> list[Actor]:
    """Where the clause begins with a place of its own, that: 在甲镇建成丙厂，在乙镇栽植苹果3600亩."""
    here = [a for a in before(figure, own) if a.clause == figure.clause and a.label in rule.labels]
    if here != begins_in(scene, figure, figure.clause, here):
        return []
    earlier = (a for a in before(figure, own) if part.first <= a.clause < figure.clause and a.label in rule.labels)
    acting = any(a.label != "Region" and a.case == FREE and not a.built for a in earlier)  # the firm that acts there
    return [] if acting else here[-1:]


def begins_in(scene: Scene, figure: Figure, clause: int, actors: Iterable[Actor]) -> list[Actor]:
    """The places with which a clause of the figure's sentence begins: 在甲镇."""
    start, _ = scene.reading.sentences[figure.sentence].clauses[clause]
    if scene.text(figure)[start] not in "在于":
        return []
    places = (a for a in actors if a.clause == clause and a.label in ("Region", "RelocationSite"))
    return [a for a in places if a.head == start + 1 and not a.listed]


def _just_built(scene: Scene, figure: Figure, rule: Rule, own: list[Actor], part: Part) -> list[Actor]:
    """The one thing that this part of the sentence tells was built, where no other subject follows it: 建成丙厂，用工……."""
    told = [a for a in before(figure, own) if part.first <= a.clause and a.label != "Region" and a.label in rule.labels]
    built = [a for a in told if a.built and not _ONE_OF.match(scene.after(a).lstrip("”》"))]
    if len({a.entity.id for a in built}) != 1 or built[0].listed or built[0].label == "Programme":
        return []
    return (
        [] if any(a.mention.start > built[-1].mention.start and a.case == FREE for a in told if not a.built) else built
    )


def _in_part(scene: Scene, figure: Figure, rule: Rule, own: list[Actor], part: Part) -> Iterator[list[Actor]]:
    """What the figure's own part of the sentence is about: its subject, else the thing it gives or leads to."""
    for clause in range(figure.clause, part.first - 1, -1):
        yield [a for a in allowed(scene, rule, remembered(scene, rule, figure.sentence, clause)) if not a.agent]
        here = before(figure, (a for a in own if a.clause == clause))
        yield ranked((a for a in here if a.case == FREE or a.stands_out), rule, novelty)
    told = [a for a in before(figure, own) if part.first <= a.clause]
    yield ranked((a for a in told if a.beneficiary and a.label != "Region"), rule, novelty)
    for case in (MODIFIER, OBLIQUE):
        own_name = (a for a in reversed(told) if a.case == case and a.entity is a.mention.entity)
        yield [a for a in own_name if a.label in rule.labels]


def _described(scene: Scene, figure: Figure, actor: Actor) -> bool:
    """Whether the figure is part of what describes a name after it: 安置800户的甲社区; 作为安置800户的社区，甲社区."""
    if actor.mention.start < figure.end or actor.agent or actor.case == OBLIQUE:
        return False
    if only_places(scene, actor):
        return False
    if actor.clause == figure.clause:
        return scene.before(actor)[figure.end :].rstrip("“《").endswith("的")
    starts = [start for start, _ in scene.reading.sentences[figure.sentence].clauses]
    if actor.label == "Region" and actor.mention.step and actor.mention.start in starts:
        return True  # 兜底安置6000人，全市就业率…
    opening = scene.text(figure)[starts[figure.clause] :].lstrip("“")
    return actor.clause == figure.clause + 1 and re.match(cue("describes"), opening) is not None


def only_places(scene: Scene, actor: Actor) -> bool:
    """Whether a division only says where a thing lies that is not known by name: 甲镇 in 产值900万元的甲镇纺织车间."""
    return actor.label == "Region" and _ONLY_PLACE.match(scene.after(actor)) is not None


def listed(scene: Scene, figure: Figure, actor: Actor) -> bool:
    """Whether the figure counts a list in which the name stands: 甲、乙等5家企业."""
    if actor.mention.start > figure.start or actor.clause != figure.clause:
        return False
    between = scene.text(figure)[actor.mention.end : figure.start]
    return (between.endswith("等") and _LIST_GOES_ON.match(between) is not None) or between in ("两", "这")
