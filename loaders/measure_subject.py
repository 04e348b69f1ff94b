"""Whose figure it is: the search for the subject of a figure, from its clause outwards."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from graph.model import Entity
from loaders.measure_figures import Figure
from loaders.measure_frames import frames
from loaders.measure_scene import FREE, MODIFIER, OBLIQUE, Actor, Scene
from loaders.values import HEADING, PARAGRAPH

AMBIGUOUS = "two subjects fit"
UNKNOWN = "no subject fits"
_BACK_SENTENCES, _BACK_BLOCKS = 5, 2
_STAFF = re.compile(
    r"人均|平均|员工|职工|工人|普工|女工|技术工|技工|熟手|手快|手慢|大家|姐妹|妇女|群众|最高|最低|多的|少的|最少|最多|班组长|普工|户均|村民|务工者|绣娘"
)
_HERSELF = re.compile(r"[我她他]")


@dataclass(frozen=True, slots=True)
class Rule:
    """The labels that a subject may have, the likeliest first, and how it is looked for."""

    labels: tuple[str, ...]
    helped: bool
    by: str
    reach: int = 99  # how many sentences back it may stand


@dataclass(frozen=True, slots=True)
class Subject:
    """The subject found: the entity, and the mention that names it (None where an earlier figure is about it)."""

    entity: Entity
    actor: Actor


@cache
def rules() -> dict[str, Rule]:
    """The rules of loaders/frames/figures.yaml."""
    rows = frames().settings["subjects"]
    return {n: Rule(tuple(r["labels"]), bool(r.get("helped")), r.get("by", "owner"), r.get("reach", 99)) for n, r in rows.items()}


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


_SEVERAL = re.compile(r"(?:[三四五六七八九十]|\d+|〇个?)[个对]?(?:结对)?(?:市县|县区|县市|县)(?![委城级])")
_SETTLED = re.compile(r"安置|搬迁|移民|入住")


def _is_site_or_town(scene: Scene, figure: Figure, best: Actor) -> bool:
    """Whether settlers are counted for a division while a relocation site in it is under discussion."""
    if best.label != "Region" or not _SETTLED.search(figure.clause_words):
        return False
    rows = scene.actors[max(0, figure.sentence - 2) : figure.sentence]
    return any(a.outer and a.entity.id == best.entity.id and b.label == "RelocationSite" for row in rows for a, b in pairwise(row))


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


def _ranked(actors: Iterable[Actor], rule: Rule, prefer: Callable[[Actor], int]) -> list[Actor]:
    known = [a for a in actors if a.label in rule.labels]
    return sorted(known, key=lambda a: (prefer(a), rule.labels.index(a.label), a.mention.start))


def _allowed(scene: Scene, rule: Rule, actors: Iterable[Actor]) -> list[Actor]:
    """The actors without those on the wrong side of the help, and those that only say where another lies."""
    return [a for a in actors if not a.outer and not (rule.helped and scene.is_helper(a.entity))]


def _before(figure: Figure, actors: Iterable[Actor]) -> list[Actor]:
    return [a for a in actors if a.mention.start < figure.start]


def _remembered(scene: Scene, rule: Rule, sentence: int, clause: int) -> list[Actor]:
    """What earlier figures of the clause are about, as actors."""
    entities = [e for e in scene.subjects.get((sentence, clause), []) if e.label in rule.labels]
    return [a for a in (_naming(scene, e, sentence) for e in reversed(entities)) if a is not None]


def _naming(scene: Scene, entity: Entity, sentence: int) -> Actor | None:
    """The last actor before the end of a sentence that is this entity."""
    for row in reversed(scene.actors[: sentence + 1]):
        for actor in reversed(row):
            if actor.entity.id == entity.id:
                return actor
    return None


def _owner(scene: Scene, figure: Figure, rule: Rule) -> Iterator[list[Actor]]:
    """The grammatical subject: of the clause, else of a clause before it, else what is under discussion."""
    yield from _in_sentence(scene, figure, rule)
    yield from _discussed(scene, figure, rule)


def _in_sentence(scene: Scene, figure: Figure, rule: Rule) -> Iterator[list[Actor]]:
    own = [
        a for a in _allowed(scene, rule, scene.actors[figure.sentence]) if not a.agent and not _listed(scene, figure, a)
    ]
    yield _ranked((a for a in own if _stands_out(a) and figure.since <= a.mention.start < figure.start), rule, _novelty)
    for cases in ((FREE,), (MODIFIER,), (OBLIQUE,)):
        for clause in range(figure.clause, -1, -1):
            here = [a for a in own if a.clause == clause and (a.case in cases or (FREE in cases and _stands_out(a)))]
            if FREE in cases:
                yield _remembered(scene, rule, figure.sentence, clause)
            yield _ranked(_before(figure, here), rule, _novelty)
    yield _ranked((a for a in own if _described(scene, figure, a)), rule, lambda a: a.case)


def _stands_out(actor: Actor) -> bool:
    return actor.case == FREE or actor.built or actor.introduced


def _novelty(actor: Actor) -> int:
    return 0 if actor.built or actor.introduced else 1


def _firm(scene: Scene, figure: Figure, rule: Rule) -> Iterator[list[Actor]]:
    """As the owner, but a firm, park or workshop under discussion goes before a division, unless the clause names that."""
    smaller = Rule(tuple(label for label in rule.labels if label != "Region"), rule.helped, rule.by)
    own = _allowed(scene, rule, scene.actors[figure.sentence])
    regional = any(
        a.label == "Region" and a.case == FREE and a.mention.start < figure.start and a.clause == figure.clause
        for a in own
    )
    earlier = [e for (n, _), found in scene.subjects.items() if n == figure.sentence for e in found]
    if not regional and not any(e.label == "Region" for e in earlier):
        yield from _in_sentence(scene, figure, smaller)
        for number in list(sentences_before(scene, figure.sentence))[:2]:
            yield from _prominent(scene, smaller, number)
    yield from _owner(scene, figure, rule)


_DESCRIBES = re.compile(r"^(?:作为|承载|有着|坐拥|拥有|安置|集中安置|总投资|占地|由|聚集|容纳)")


def _described(scene: Scene, figure: Figure, actor: Actor) -> bool:
    """Whether the figure is part of what describes a name after it: 安置800户的甲社区; 作为安置800户的社区，甲社区…"""
    if actor.mention.start < figure.end or actor.agent or actor.case == OBLIQUE:
        return False
    sentence = scene.reading.sentences[figure.sentence]
    start, _ = sentence.clauses[figure.clause]
    if actor.clause == figure.clause:
        return scene.reading.plain(sentence.block, figure.end, actor.mention.start).rstrip("“《").endswith("的")
    opening = scene.reading.plain(sentence.block, start, figure.end).lstrip("“")
    if actor.label == "Region" and actor.mention.step and actor.mention.start in [s for s, _ in sentence.clauses]:
        return True  # … , 全市 …
    return actor.clause == figure.clause + 1 and _DESCRIBES.match(opening) is not None


def _listed(scene: Scene, figure: Figure, actor: Actor) -> bool:
    """Whether the figure counts a list in which the name stands: 甲、乙等5家企业."""
    if actor.mention.start > figure.start or actor.clause != figure.clause:
        return False
    between = scene.reading.plain(actor.mention.block, actor.mention.end, figure.start)
    return between.endswith("等") or between in ("两", "这")


def _discussed(scene: Scene, figure: Figure, rule: Rule) -> Iterator[list[Actor]]:
    """What the sentences before are about, the nearest first; what only stands at their edge comes last."""
    numbers = list(sentences_before(scene, figure.sentence))[: rule.reach]
    edges: list[list[Actor]] = []
    for number in numbers:
        yield from _prominent(scene, rule, number)
        row = [a for a in _allowed(scene, rule, scene.actors[number]) if a.label in rule.labels]
        row = [a for a in row if not a.agent and not a.listed and (rule.by == "receiver" or a.label == "Region" or not a.beneficiary)]
        edges.append(sorted(row, key=lambda a: (a.case, -a.mention.start)))
        if number == numbers[0]:
            yield edges.pop()
    yield from edges


def _prominent(scene: Scene, rule: Rule, number: int) -> Iterator[list[Actor]]:
    """What the figures of a sentence are about, else its grammatical subject."""
    for clause in range(len(scene.reading.sentences[number].clauses) - 1, -1, -1):
        yield _allowed(scene, rule, _remembered(scene, rule, number, clause))
    row = _allowed(scene, rule, scene.actors[number])
    yield _ranked((a for a in row if _stands_out(a) and not a.agent and not a.listed), rule, _novelty)


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
        if blocks[other].kind == PARAGRAPH and not (other != sentences[number].block and _are_items(scene, number, earlier)):
            yield earlier


_ITEM = re.compile(r"（?\d{1,2}[）.、]")


def _are_items(scene: Scene, one: int, other: int) -> bool:
    """Whether both sentences belong to items of a list: one item is not about the thing of another."""
    sentences, blocks = scene.reading.sentences, scene.reading.blocks
    return all(_ITEM.match(blocks[sentences[n].block].text.plain) for n in (one, other))


def _nearest(scene: Scene, figure: Figure, rule: Rule) -> Iterator[list[Actor]]:
    """The name written last before the figure in its clause, else the grammatical subject."""
    own = [a for a in _before(figure, scene.actors[figure.sentence]) if a.clause == figure.clause]
    yield sorted(own, key=lambda a: -a.mention.start)[:1]
    yield from _owner(scene, figure, Rule(rule.labels, True, "owner"))


def _receiver(scene: Scene, figure: Figure, rule: Rule) -> Iterator[list[Actor]]:
    """What was paid for: what is built with the money, else to whom it goes, else what is under discussion."""
    own = [
        a for a in _allowed(scene, rule, scene.actors[figure.sentence]) if not a.agent and not _pays(scene, figure, a)
    ]
    last = len(scene.reading.sentences[figure.sentence].clauses) - 1

    def need(actor: Actor) -> int:
        return 0 if actor.built and not _exemplary(scene, actor) else 1 if actor.beneficiary else 2 + actor.case

    yield _ranked((a for a in own if a.clause == figure.clause), rule, need)
    yield _ranked((a for a in own if a.clause == figure.clause + 1 and need(a) == 0), rule, need)
    for clause in range(figure.clause - 1, -1, -1):
        earlier = _remembered(scene, rule, figure.sentence, clause)
        yield earlier or _ranked((a for a in own if a.clause == clause), rule, need)
    for clause in range(figure.clause + 1, min(figure.clause + 3, last + 1)):
        yield _ranked((a for a in own if a.clause == clause and (a.built or a.beneficiary)), rule, need)
    yield from _discussed(scene, figure, rule)


_PAYS = re.compile(r"[^，。；：]{0,10}?(?:投入|拨付|拨|拿出|出资|掏|支援|资助|安排|捐|投)")


def _pays(scene: Scene, figure: Figure, actor: Actor) -> bool:
    """Whether the body stands there as the one that pays."""
    plain = scene.reading.blocks[actor.mention.block].text.plain
    return (
        actor.label != "Region"
        and actor.case == FREE
        and actor.mention.start < figure.start
        and _PAYS.match(plain, actor.mention.end) is not None
    )


def _exemplary(scene: Scene, actor: Actor) -> bool:
    """Whether the name is only the first of a list: 建了甲基地、乙驿站等14处."""
    plain = scene.reading.blocks[actor.mention.block].text.plain
    return plain[actor.mention.end :].lstrip("”》").startswith(("、", "等"))


def _giver(scene: Scene, figure: Figure, rule: Rule) -> Iterator[list[Actor]]:
    """Who gave it: the firm or body before the verb, else the person or region."""
    own = scene.actors[figure.sentence]
    acting = [a for a in own if not a.outer and (a.case != OBLIQUE or a.agent)]
    sentence = scene.reading.sentences[figure.sentence]
    if not any(a.mention.start < figure.start for a in acting) and _HERSELF.search(
        scene.reading.plain(sentence.block, sentence.start, figure.start)
    ):
        yield _last_person(scene, figure)
    for clause in range(figure.clause, -1, -1):
        yield _ranked((a for a in acting if a.clause == clause and (a.mention.start < figure.start)), rule, lambda a: 0)
    for number in list(sentences_before(scene, figure.sentence))[:1]:
        yield from _prominent(scene, Rule(rule.labels[:-1], False, rule.by), number)


def _investor(scene: Scene, figure: Figure, rule: Rule) -> Iterator[list[Actor]]:
    """Who puts the money in: the firm of the clause, also where it is the agent (由…投资), else the owner."""
    firms = [a for a in scene.actors[figure.sentence] if a.label == "Company" and not _listed(scene, figure, a)]
    for clause in range(figure.clause, -1, -1):
        yield [
            a
            for a in firms
            if a.clause == clause and a.mention.start < figure.start and (a.agent or a.case == FREE or a.introduced)
        ]
        if _remembered(scene, rule, figure.sentence, clause):
            break
    yield from _firm(scene, figure, rule)


def _trainer(scene: Scene, figure: Figure, rule: Rule) -> Iterator[list[Actor]]:
    """Who is trained or where: a course, else the site or workshop that the sentence names in any part, else the owner."""
    own = [a for a in _before(figure, scene.actors[figure.sentence]) if not a.agent]
    yield [a for a in own if a.label == "Programme" and a.case == FREE]
    yield _ranked((a for a in own if a.label in ("RelocationSite", "Workshop")), rule, lambda a: a.case)
    yield from _owner(scene, figure, Rule(rule.labels[1:], rule.helped, rule.by))


_GOES_TO = re.compile(r"(?:到|赴|往|去|在|进|送进|送到|送往|前往|奔赴)$")


def _sender(scene: Scene, figure: Figure, rule: Rule) -> Iterator[list[Actor]]:
    """Where the workers come from: 213名甲县人, else the subject, but never where they go to."""
    own = _allowed(scene, rule, scene.actors[figure.sentence])
    plain = scene.reading.blocks[scene.reading.sentences[figure.sentence].block].text.plain
    yield [a for a in own if 0 <= a.mention.start - figure.end <= 1]
    yield [
        a for a in own if a.mention.start < figure.start and plain[a.mention.end : a.mention.end + 1] in ("人", "籍")
    ]
    for row in _owner(scene, figure, rule):
        yield [
            a
            for a in row
            if not _GOES_TO.search(scene.reading.blocks[a.mention.block].text.plain[: a.mention.start][-4:])
        ]


def _earner(scene: Scene, figure: Figure, rule: Rule) -> Iterator[list[Actor]]:
    """Who earns it: the person under discussion or speaking, unless the words speak of the staff."""
    firm = Rule(rule.labels[1:], rule.helped, rule.by)
    staff = _STAFF.search(figure.clause_words)
    if not staff:
        yield from _person(scene, figure)
    yield from _firm(scene, figure, firm)


def _person(scene: Scene, figure: Figure) -> Iterator[list[Actor]]:
    sentence = scene.reading.sentences[figure.sentence]
    people = [a for a in scene.actors[figure.sentence] if a.label == "Person"]
    if _is_quoted(scene, figure):
        speaker = _speaker(scene, figure)
        yield [speaker] if speaker else _last_person(scene, figure)
    for clause in range(figure.clause, -1, -1):
        here = [a for a in people if a.clause == clause and a.mention.start < figure.start]
        yield sorted(here, key=lambda a: (a.case, a.mention.start))[:1]
        start, end = sentence.clauses[clause]
        words = scene.reading.plain(sentence.block, start, min(end, figure.start))
        if _HERSELF.search(words):
            yield _last_person(scene, figure)
    block = sentence.block
    firms = [
        a
        for a in scene.actors[figure.sentence]
        if a.label in ("Company", "Workshop", "Facility", "Park") and a.case == FREE
    ]
    if any(a.mention.start < figure.start for a in firms) or any(n == figure.sentence for n, _ in scene.subjects):
        return
    for number in sentences_before(scene, figure.sentence):
        if scene.reading.sentences[number].block != block:
            return
        row = [
            a
            for a in scene.actors[number]
            if a.case == FREE and a.label in ("Person", "Company", "Workshop", "Facility")
        ]
        if row:
            yield [row[0]] if row[0].label == "Person" else []
            return


def _last_person(scene: Scene, figure: Figure) -> list[Actor]:
    for number in (figure.sentence, *sentences_before(scene, figure.sentence)):
        people = [a for a in scene.actors[number] if a.label == "Person"]
        people = _before(figure, people) if number == figure.sentence else people
        if people:
            return [min(people, key=lambda a: (a.case, a.mention.start))]
    return []


def _is_quoted(scene: Scene, figure: Figure) -> bool:
    """Whether the figure stands in quoted speech (not merely in a quoted name)."""
    plain = scene.reading.blocks[scene.reading.sentences[figure.sentence].block].text.plain
    if plain.count("“", 0, figure.start) <= plain.count("”", 0, figure.start):
        return False
    close = plain.find("”", figure.end)
    return close < 0 or close - plain.rfind("“", 0, figure.start) > 15


def _speaker(scene: Scene, figure: Figure) -> Actor | None:
    """Who says the quoted words: the person named right after them."""
    block = scene.reading.sentences[figure.sentence].block
    close = scene.reading.blocks[block].text.plain.find("”", figure.end)
    for row in scene.actors[figure.sentence : figure.sentence + 4]:
        for actor in row:
            if (
                actor.label == "Person"
                and actor.mention.block == block
                and 0 <= close <= actor.mention.start <= close + 30
            ):
                return actor
    return None


_SEARCHES: dict[str, Callable[[Scene, Figure, Rule], Iterator[list[Actor]]]] = {
    "owner": _owner,
    "firm": _firm,
    "nearest": _nearest,
    "receiver": _receiver,
    "giver": _giver,
    "earner": _earner,
    "investor": _investor,
    "trainer": _trainer,
    "sender": _sender,
}
