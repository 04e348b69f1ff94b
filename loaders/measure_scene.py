"""Who takes part in each sentence of an article: what the search for a figure's subject walks over."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache
from itertools import pairwise

from graph.model import Entity
from loaders.gazetteer import significant
from loaders.lexicon import any_of
from loaders.measure_actors import Actor, actors_of
from loaders.measure_figures import Figure, named_in
from loaders.measure_frames import cue, frames
from loaders.measure_standins import stand_ins_of
from loaders.pairs import find_pairs
from loaders.topics import Topics
from loaders.values import CAPTION, Mention, Reading, Sentence

_TO = re.compile(r"^[^，。；]{0,8}[向给为]$")
_BODY = re.compile(
    r"[^，。；：的了是在有与和为到里这该本其各全两三]{2,8}(?:农场|合作社|有限公司|集团|服饰厂|制衣厂|加工厂)(?=[替帮把为给卖销带吸招投落建])"
)
_BODIES = ("Company", "Facility", "Organization", "Workshop", "Park")


@dataclass(slots=True)
class Scene:
    """The actors of an article by sentence, with what the figures before have been about."""

    reading: Reading
    topics: Topics
    actors: list[list[Actor]]
    helpers: frozenset[str] = frozenset()  # the digits that the codes of helping divisions begin with
    nameless: dict[int, list[tuple[int, tuple[str, ...]]]] = field(default_factory=dict)  # stand-ins without a name
    subjects: dict[tuple[int, int], list[Entity]] = field(default_factory=dict)  # by sentence and clause

    def is_helper(self, entity: Entity) -> bool:
        """Whether the region, or one that contains it, is on the helping side only."""
        if entity.label != "Region" or self.topics.is_helped(entity):
            return False
        code = entity.code or ""
        return self.topics.is_helper(entity) or any(code.startswith(stem) for stem in self.helpers if len(stem) > 2)

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
    topics.pairs |= _stated_pairs(reading)
    helping = {m.entity for m in reading.mentions if topics.is_helper(m.entity) and not topics.is_helped(m.entity)}
    rows: list[list[Actor]] = []
    made = Scene(reading, topics, rows, frozenset(significant(e.code) for e in helping if e.code))
    for number, sentence in enumerate(reading.sentences):
        if reading.blocks[sentence.block].kind == CAPTION:
            rows.append([])
            continue
        mentions = named_in(reading, sentence)
        unknown = _unresolved(reading, sentence, mentions)
        if unknown:
            made.nameless[number] = unknown
        stand_ins = [m for m in stand_ins_of(made, sentence) if not any(_overlap(m, other) for other in mentions)]
        rows.append(list(actors_of(reading, number, sentence, sorted([*mentions, *stand_ins], key=lambda m: m.start))))
    return made


def _stated_pairs(reading: Reading) -> set[tuple[str, str]]:
    """Ids of helper and helped where the words between two divisions say so: 甲区对口帮扶乙县, 甲区向乙县投入."""
    found: set[tuple[str, str]] = set()
    regions = [m for m in reading.mentions if m.label == "Region"]
    for first, second in pairwise(regions):
        if first.block != second.block or first.entity.id == second.entity.id:
            continue
        plain = reading.blocks[first.block].text.plain
        between, after = plain[first.end : second.start], plain[second.end : second.end + 8]
        gives = _TO.search(between) is not None and re.match(f"[^，。；]{{0,3}}{cue('gives')}", after) is not None
        if gives or _helps().fullmatch(between):
            found.add((first.entity.id, second.entity.id))
    return found - {(b, a) for a, b in found}


def _unresolved(reading: Reading, sentence: Sentence, mentions: list[Mention]) -> list[tuple[int, tuple[str, ...]]]:
    """Where a body is named that is no mention, as far as the tagger tells: no figure after it belongs to another."""
    plain = reading.blocks[sentence.block].text.plain
    spelled = [(start, found.end()) for start, end in sentence.clauses if (found := _BODY.match(plain, start, end))]
    bodies: list[tuple[int, tuple[str, ...]]] = [
        (s, _BODIES) for s, e in spelled if not any(m.start < e and s < m.end for m in mentions)
    ]
    if sentence.block >= len(reading.tokens):
        return bodies
    return bodies + [
        (token.start, _BODIES)
        for token in reading.tokens[sentence.block]
        if token.tag == "ORG"
        and sentence.start <= token.start < sentence.end
        and not any(m.start < token.end and token.start < m.end for m in mentions)
        and token.start in [start for start, _ in sentence.clauses]
    ]


def _overlap(a: Mention, b: Mention) -> bool:
    return a.start < b.end and b.start < a.end


@cache
def _helps() -> re.Pattern[str]:
    return re.compile(f"[^，。；、和与]{{0,8}}(?:{any_of(frames().settings['helps'])})[了着]?")
