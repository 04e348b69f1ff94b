"""Who takes part in each sentence of an article: what the search for a figure's subject walks over."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field, replace
from functools import cache
from itertools import islice, pairwise

from graph.model import Entity
from loaders.gazetteer import significant
from loaders.lexicon import any_of
from loaders.measure_actors import FREE, Actor, actors_of
from loaders.measure_figures import Figure, named_in
from loaders.measure_frames import cue, frames
from loaders.measure_standins import stand_ins_of
from loaders.measure_unnamed import BODIES, unnamed
from loaders.pairs import find_pairs
from loaders.topics import Topics
from loaders.values import CAPTION, Mention, Reading

_TO = re.compile(r"^[^，。；]{0,8}[向给为]$")
_HELPS_AS_BODY = re.compile("[^，。；、和与]{0,8}(?:定点|对口|结对)(?:帮扶|扶贫|支援|援助)[了着]?")
_GIVERS = ("Facility", "Organization")


@dataclass(slots=True)
class Scene:
    """The actors of an article by sentence, with what the figures before have been about."""

    reading: Reading
    topics: Topics
    actors: list[list[Actor]]
    helpers: frozenset[str] = frozenset()  # the digits that the codes of helping divisions begin with
    helper_names: frozenset[str] = frozenset()  # of those divisions
    giving: frozenset[str] = frozenset()  # ids of bodies that are told to help
    nameless: dict[int, list[tuple[int, tuple[str, ...]]]] = field(default_factory=dict)  # stand-ins without a name
    subjects: dict[tuple[int, int], list[Entity]] = field(default_factory=dict)  # by sentence and clause

    named: Counter[str] = field(default_factory=Counter)  # how often the article names each entity, by id
    sides: dict[str, str] = field(default_factory=dict)  # see `side`
    gifts: set[tuple[int, str]] = field(default_factory=set)  # sentence and id of who was only given something there

    def is_helper(self, entity: Entity) -> bool:
        """Whether the region, or one that contains it, is on the helping side only."""
        if entity.label != "Region" or self.topics.is_helped(entity):
            return False
        code = entity.code or ""
        return self.topics.is_helper(entity) or any(code.startswith(stem) for stem in self.helpers if len(stem) > 2)

    def is_of_helper(self, actor: Actor) -> bool:
        """Whether a school, body or firm belongs to a helping division."""
        return actor.mention.prefix is not None and self.is_helper(actor.mention.prefix)

    def side(self, entity: Entity) -> str:
        """The side of the help on which an entity stands: "helper", "helped" or ""; asked once for each."""
        if entity.id not in self.sides:
            helped = "helped" if self.topics.is_helped(entity) else ""
            self.sides[entity.id] = "helper" if self.is_helper(entity) else helped
        return self.sides[entity.id]

    def gives_help(self, entity: Entity) -> bool:
        """Whether the words tell that the body helps others."""
        return entity.id in self.giving

    def of(self, figure: Figure) -> list[Actor]:
        """The actors of the figure's sentence."""
        return self.actors[figure.sentence]

    def text(self, figure: Figure) -> str:
        """The block in which the figure stands."""
        return self.reading.blocks[self.reading.sentences[figure.sentence].block].text.plain

    def before(self, actor: Actor) -> str:
        """The words of the block before the name."""
        return self.reading.blocks[actor.mention.block].text.plain[: actor.mention.start]

    def after(self, actor: Actor) -> str:
        """The words of the block after the name."""
        return self.reading.blocks[actor.mention.block].text.plain[actor.mention.end :]

    def remember(self, sentence: int, clause: int, entity: Entity) -> None:
        """Note what a figure is about; the figures that follow may be about it too."""
        self.subjects.setdefault((sentence, clause), []).append(entity)


def scene(reading: Reading) -> Scene:
    """The actors of the article, words such as 园区 and 全县 led to what they stand for."""
    topics = Topics(reading)
    find_pairs(reading, topics)
    stated = topics.pairs | _stated_pairs(reading)
    topics.pairs = {(a, b) for a, b in stated if not _nested(a.removeprefix("region:"), b.removeprefix("region:"))}
    helping = {m.entity for m in reading.mentions if topics.is_helper(m.entity) and not topics.is_helped(m.entity)}
    rows: list[list[Actor]] = []
    codes, names = frozenset(significant(e.code) for e in helping if e.code), frozenset(e.name for e in helping)
    made = Scene(reading, topics, rows, codes, names, named=Counter(m.entity.id for m in reading.mentions))
    giving: set[str] = set()
    for number, sentence in enumerate(reading.sentences):
        if reading.blocks[sentence.block].kind == CAPTION:
            rows.append([])
            continue
        mentions = named_in(reading, sentence)
        unknown = unnamed(reading, sentence, mentions)
        if unknown:
            made.nameless[number] = unknown
        stand_ins = [
            m for m in stand_ins_of(made, sentence) if not any(_overlap(m, n) for n in mentions if not _of(m, n))
        ]
        known = [s for s in made.nameless.get(number, []) if not any(m.start <= s[0] < m.end for m in stand_ins)]
        if number in made.nameless:
            made.nameless[number] = known
        row = list(actors_of(reading, number, sentence, sorted([*mentions, *stand_ins], key=lambda m: m.start)))
        rows.append([replace(a, paired=True) if _is_paired(made, row, a) else a for a in row])
        giving |= {a.entity.id for a in rows[-1] if a.mention.label in _GIVERS and _gives(made, a)}
    made.giving = frozenset(giving)
    return made


def _is_paired(scene: Scene, row: list[Actor], actor: Actor) -> bool:
    """Whether a division stands in a list only with those of the other side of the help: 甲区与乙县."""
    if not actor.listed or actor.mention.label != "Region":
        return False
    beside = [a for a in row if a.mention.label == "Region" and a.entity.id != actor.entity.id and not a.outer]
    near = [a for a in beside if a.clause == actor.clause and _is_joined(scene, a, actor)]
    return bool(near) and all(scene.is_helper(a.entity) != scene.is_helper(actor.entity) for a in near)


def _is_joined(scene: Scene, one: Actor, other: Actor) -> bool:
    first, second = sorted((one, other), key=lambda a: a.mention.start)
    between = scene.before(second)[: second.head][first.mention.end :]
    return between.strip("“”‘’《》") in ("、", "和", "与", "同", "及", "以及")


def _gives(scene: Scene, actor: Actor) -> bool:
    """Whether the words right after a body that acts say that it helps."""
    acts = actor.case == FREE and actor.entity is actor.mention.entity
    return acts and re.match(cue("gives_help"), scene.after(actor)) is not None


def _stated_pairs(reading: Reading) -> set[tuple[str, str]]:
    """Ids of helper and helped where the words between two names say so: 甲区对口帮扶乙市丙县, 甲区向乙县投入, 丁大学定点帮扶乙县."""
    found: set[tuple[str, str]] = set()
    for index, (first, second) in enumerate(pairwise(reading.mentions)):
        if first.block != second.block or first.entity.id == second.entity.id or second.label != "Region":
            continue
        if first.label not in ("Region", *BODIES):
            continue
        plain = reading.blocks[first.block].text.plain
        innermost = _innermost(reading.mentions, index + 1)
        between, after = plain[first.end : second.start], plain[innermost.end : innermost.end + 8]
        if first.label == "Region":
            gives = _TO.search(between) is not None and re.match(f"[^，。；]{{0,3}}{cue('gives')}", after) is not None
            if gives or _helps().fullmatch(between):
                found.add((first.entity.id, innermost.entity.id))
        elif _HELPS_AS_BODY.fullmatch(between):
            found.add((first.entity.id, innermost.entity.id))
    return found - {(b, a) for a, b in found}


def _innermost(mentions: list[Mention], first: int) -> Mention:
    """The last of the chain of divisions that the names from `first` on begin with: 丙县 of 乙市丙县."""
    for outer, inner in pairwise(islice(mentions, first, None)):
        adjoins = (inner.block, inner.start) == (outer.block, outer.end) and inner.label == "Region"
        if not adjoins or not significant(inner.entity.code or "").startswith(significant(outer.entity.code or "-")):
            return outer
    return mentions[-1]


def _nested(one: str, other: str) -> bool:
    """Whether of two divisions, by their codes, one lies in the other, so that neither helps the other."""
    stems = significant(one), significant(other)
    return stems[0].startswith(stems[1]) or stems[1].startswith(stems[0])


def _of(word: Mention, body: Mention) -> bool:
    """Whether an office is only named after the thing that the word stands for: 园区管委会."""
    return body.label == "Organization" and body.start == word.start and body.entity.name == body.surface


def _overlap(a: Mention, b: Mention) -> bool:
    return a.start < b.end and b.start < a.end


@cache
def _helps() -> re.Pattern[str]:
    return re.compile(f"[^，。；、和与]{{0,8}}(?:{any_of(frames().settings['helps'])})[了着]?")
