"""The search for a figure's subject: from its clause outwards to what the sentences before are about.

A search yields rows of actors, the likeliest row and the likeliest in it first.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace

from graph.model import Entity
from loaders.measure_actors import FREE, MODIFIER, OBLIQUE, Actor, kind
from loaders.measure_figures import Figure
from loaders.measure_frames import cue
from loaders.measure_parts import Part, crosses, part_of
from loaders.measure_scene import Scene
from loaders.values import HEADING, PARAGRAPH

_BACK_SENTENCES, _BACK_BLOCKS = 5, 2
_LIST_GOES_ON = re.compile(r"[”’》]?(?:、|和|与|及|以及|等)")
_ONE_OF = re.compile("[1一][个座家处所间]、")  # 建成示范园1个、温室210座
_FROM = re.compile("(?:来自|源自|出自)[“‘《]?$")  # 来自甲省的11家
_ITEM = re.compile(r"（?\d{1,2}[）.、]")


@dataclass(frozen=True, slots=True)
class Rule:
    """The labels that a subject may have, the likeliest first, and how it is looked for."""

    labels: tuple[str, ...]
    helped: bool
    by: str
    reach: int = 99  # how many sentences back it may stand
    teams: bool = False  # whether it can be a team, where no place is told


def owner(scene: Scene, figure: Figure, rule: Rule) -> Iterator[list[Actor]]:
    """The grammatical subject: of the clause, else of a clause before it, else what is under discussion."""
    yield from in_sentence(scene, figure, rule)
    yield from discussed(scene, figure, rule)


def in_sentence(scene: Scene, figure: Figure, rule: Rule) -> Iterator[list[Actor]]:
    """The subject in the figure's sentence: subject-like names and what figures before it are about, then others."""
    own = [a for a in allowed(scene, rule, scene.of(figure)) if not a.agent and not listed(scene, figure, a)]
    part = part_of(scene, figure)
    own = [a for a in own if not part.barred or not part.lead <= a.clause < part.first]
    yield [a for a in own if a.clause == figure.clause and _describes(scene, figure, a, own)]
    yield ranked((a for a in own if a.stands_out and figure.since <= a.mention.start < figure.start), rule, _novelty)
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
            yield ranked(before(figure, here), rule, _novelty)
    yield ranked((a for a in own if _described(scene, figure, a)), rule, lambda a: a.case)
    partners = (a for a in own if a.clause == figure.clause and figure.end <= a.mention.start)
    yield ranked((a for a in partners if re.search("[与同和跟]$", scene.before(a)[: a.head])), rule, _novelty)


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
        yield ranked((a for a in here if a.case == FREE or a.stands_out), rule, _novelty)
    things = (a for a in before(figure, own) if part.first <= a.clause and a.beneficiary and a.label != "Region")
    yield ranked(things, rule, _novelty)


def discussed(scene: Scene, figure: Figure, rule: Rule) -> Iterator[list[Actor]]:
    """What the sentences before are about, the nearest first; what only stands at their edge comes last."""
    numbers = list(sentences_before(scene, figure.sentence))[: rule.reach]
    edges: list[list[Actor]] = []
    whole = rule
    for number in numbers:
        if crosses(scene, figure.sentence, number):
            rule = replace(whole, labels=tuple(label for label in whole.labels if label in ("Region", "Person")))
        yield from prominent(scene, rule, number)
        row = [a for a in allowed(scene, rule, scene.actors[number]) if not a.agent and not is_listed(rule, a)]
        several = _tells_of_several(scene, number)
        row = [a for a in row if a.label in rule.labels and not (several and a.label == "Region")]
        if rule.by != "receiver":
            row = [a for a in row if a.label == "Region" or not a.beneficiary]
        edges.append(sorted(row, key=lambda a: (a.case, -a.mention.start)))
        if number == numbers[0]:
            yield edges.pop()
    yield from edges


def prominent(scene: Scene, rule: Rule, number: int) -> Iterator[list[Actor]]:
    """What the figures of a sentence are about, else its grammatical subject."""
    several = _tells_of_several(scene, number)

    def fits(actor: Actor) -> bool:
        gift = (number, actor.entity.id) in scene.gifts and rule.by not in ("giver", "receiver")
        return not gift and not (several and actor.label == "Region")

    for clause in range(len(scene.reading.sentences[number].clauses) - 1, -1, -1):
        yield [a for a in allowed(scene, rule, remembered(scene, rule, number, clause)) if fits(a)]
    row = [a for a in allowed(scene, rule, scene.actors[number]) if fits(a)]
    yield ranked((a for a in row if a.stands_out and not a.agent and not is_listed(rule, a)), rule, _novelty)


def is_listed(rule: Rule, actor: Actor) -> bool:
    """Whether the name is one of several that the rule could mean: beside its helper a county is the only one."""
    return actor.listed and not (rule.helped and actor.paired)


def _tells_of_several(scene: Scene, number: int) -> bool:
    """Whether the figures of a sentence are about one division after another: what follows is about none of them."""
    told = [e for (n, _), found in scene.subjects.items() if n == number for e in found]
    return len({e.id for e in told if e.label == "Region" and not scene.is_helper(e)}) > 1


def sentences_before(scene: Scene, number: int) -> Iterator[int]:
    """The sentences before, down to the heading above and not too far back."""
    sentences, blocks = scene.reading.sentences, scene.reading.blocks
    block = sentences[number].block
    paragraphs = 0
    for earlier in range(number - 1, -1, -1):
        other = sentences[earlier].block
        if other != block:
            paragraphs += blocks[other].kind == PARAGRAPH
            if paragraphs > _BACK_BLOCKS or any(blocks[b].kind == HEADING for b in range(other, block)):
                return
            block = other
        if number - earlier > _BACK_SENTENCES + 4 * paragraphs:
            return
        items = other != sentences[number].block and _are_items(scene, number, earlier)
        if blocks[other].kind == PARAGRAPH and not items:
            yield earlier


def _are_items(scene: Scene, one: int, other: int) -> bool:
    """Whether both sentences belong to items of a list: one item is not about the thing of another."""
    sentences, blocks = scene.reading.sentences, scene.reading.blocks
    return all(_ITEM.match(blocks[sentences[n].block].text.plain) for n in (one, other))


def ranked(actors: Iterable[Actor], rule: Rule, prefer: Callable[[Actor], int]) -> list[Actor]:
    """The actors that fit the rule, by preference, then by label, then in the order of the text."""
    known = [a for a in actors if a.label in rule.labels]
    return sorted(known, key=lambda a: (prefer(a), rule.labels.index(a.label), a.mention.start))


def allowed(scene: Scene, rule: Rule, actors: Iterable[Actor]) -> list[Actor]:
    """The actors without those on the wrong side of the help, and those that only say where another lies."""
    return [a for a in actors if not a.outer and not (rule.helped and (scene.is_helper(a.entity) or _sends(scene, a)))]


def _sends(scene: Scene, actor: Actor) -> bool:
    """Whether a helper's school or hospital is only told of as where a person comes from: 甲市医院的医生某某."""
    prefix = actor.mention.prefix
    if actor.case != MODIFIER or actor.label not in ("Facility", "Organization") or prefix is None:
        return False
    return scene.is_helper(prefix)


def before(figure: Figure, actors: Iterable[Actor]) -> list[Actor]:
    """The actors that stand before the figure."""
    return [a for a in actors if a.mention.start < figure.start]


def _novelty(actor: Actor) -> int:
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


def _described(scene: Scene, figure: Figure, actor: Actor) -> bool:
    """Whether the figure is part of what describes a name after it: 安置800户的甲社区; 作为安置800户的社区，甲社区."""
    if actor.mention.start < figure.end or actor.agent or actor.case == OBLIQUE:
        return False
    if actor.clause == figure.clause:
        return scene.before(actor)[figure.end :].rstrip("“《").endswith("的")
    starts = [start for start, _ in scene.reading.sentences[figure.sentence].clauses]
    if actor.label == "Region" and actor.mention.step and actor.mention.start in starts:
        return True  # 兜底安置6000人，全市就业率…
    opening = scene.text(figure)[starts[figure.clause] :].lstrip("“")
    return actor.clause == figure.clause + 1 and re.match(cue("describes"), opening) is not None


def listed(scene: Scene, figure: Figure, actor: Actor) -> bool:
    """Whether the figure counts a list in which the name stands: 甲、乙等5家企业."""
    if actor.mention.start > figure.start or actor.clause != figure.clause:
        return False
    between = scene.text(figure)[actor.mention.end : figure.start]
    return (between.endswith("等") and _LIST_GOES_ON.match(between) is not None) or between in ("两", "这")
