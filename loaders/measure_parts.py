"""Parts of a sentence and of an article: which clauses a figure may look to for its subject, and which tell of others."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from loaders.measure_actors import ALONGSIDE, Actor
from loaders.measure_figures import Figure
from loaders.measure_frames import cue
from loaders.measure_lists import MARKS
from loaders.measure_scene import Scene
from loaders.topics import level
from loaders.values import PARAGRAPH

_COUNTY, _PREFECTURE = 3, 2
_NUMBER = re.compile(
    r"（?(?:\d{1,2}|[一二三四五六七八九十])[）)]|[①②③④⑤⑥⑦⑧⑨]|\d{1,2}[.、](?!\d)|[一二三四五六七八九十](?:是|、)"
)
_SECTION = re.compile(r"（[一二三四五六七八九十]+）|[一二三四五六七八九十]+、|第[一二三四五六七八九十]+[，、]|——|■|●|◆")
_IN_TURN = re.compile(r"(?:分别|各自|依次)[^〇#，；]{0,10}?((?:[〇#][^〇#，；、]{0,4}[、和及与])+[〇#])")
_SUM = re.compile("(?<!投资)(?:的?[有为达占是]|约|共)〇元")
_GIFT = re.compile(
    "(?:[又还并另也]|同时)?[向给为][^，。；]{2,16}?(?:捐|赠|送|发放)[^，。；]*[0-9一二两三四五六七八九十]"
)
_REMARK = re.compile("（[^）]*）")


@dataclass(frozen=True, slots=True)
class Part:
    """The clauses of a sentence between semicolons or numbers, as indices: from `first` to before `end`.

    lead: how many clauses stand before the first part. barred: whether the parts beside it tell of other things.
    """

    first: int
    end: int
    lead: int
    barred: bool

    def back(self, clause: int) -> Iterator[int]:
        """The clauses from this one back to where its subject may stand: its part, those beside it, the lead."""
        yield from (c for c in range(clause, -1, -1) if c >= self.first or c < self.lead or not self.barred)


def part_of(scene: Scene, figure: Figure) -> Part:
    """The part of its sentence that holds the figure."""
    plain, sentence = scene.text(figure), scene.reading.sentences[figure.sentence]
    clauses = sentence.clauses
    begins = [i for i, (start, _) in enumerate(clauses) if i and plain[start - 1] == "；"]
    numbered = [i for i, (start, end) in enumerate(clauses) if _NUMBER.match(plain, start, end)]
    parts = sorted({*begins, *numbered}) if len(numbered) > 1 else begins
    colons = [i for i, (start, _) in enumerate(clauses) if i and plain[start - 1] in "：:"]
    lead = min([*(c for c in colons if not parts or c <= parts[0]), *numbered[:1]], default=0) if parts else 0
    starts = sorted({0, lead, *parts})
    first = max(i for i in starts if i <= figure.clause)
    end = min((i for i in starts if i > figure.clause), default=len(clauses))
    rest = re.compile(cue("part_of")).match(plain, clauses[first][0]) is not None
    listed = bool(parts) and (lead > 0 or rest or figure.clause in numbered or first in numbered)
    return Part(first, end, lead, listed)


def ahead(scene: Scene, figure: Figure, steps: int) -> bool:
    """Whether the clause so many steps on goes on with the figure: of the same part, and no part of its sum."""
    clauses = scene.reading.sentences[figure.sentence].clauses
    if figure.clause + steps >= part_of(scene, figure).end:
        return False
    following = re.split("[，；：。！？]", figure.words.split("#", 1)[1])[1 : steps + 1]
    if figure.quantity.unit == "元" and any(_SUM.search(words) for words in following):
        return False  # 2023年投入5200万元，用于甲基地的有800万元
    starts = [clauses[figure.clause + step][0] for step in range(1, steps + 1)]
    if any(_GIFT.match(scene.text(figure), start) for start in starts):
        return False  # 拨付资金900万元，向丙医院捐赠救护车两辆
    return not any(re.compile(cue("part_of")).match(scene.text(figure), start) for start in starts)


def crosses(scene: Scene, number: int, earlier: int) -> bool:
    """Whether a new numbered section begins between two sentences: the things told before it are done with."""
    blocks, sentences = scene.reading.blocks, scene.reading.sentences
    between = range(sentences[earlier].block + 1, sentences[number].block + 1)
    return any(blocks[b].kind == PARAGRAPH and _SECTION.match(blocks[b].text.plain.lstrip()) for b in between)


def in_turn(scene: Scene, figure: Figure, labels: tuple[str, ...]) -> Actor | None:
    """Whose it is of several names whose figures are told one after the other: 甲、乙两县分别为121万元、91万元."""
    run = next((m[1] for m in _IN_TURN.finditer(figure.clause_words) if "#" in m[1]), None)
    if run is None:
        return None
    signs = re.findall("[〇#]", run)
    word = scene.text(figure).rfind("分别", 0, figure.start)
    row = [a for a in scene.of(figure) if a.entity is a.mention.entity and a.label in labels and not a.outer]
    row = [a for a in row if a.mention.start < (word if word >= 0 else figure.start)]
    listed: list[Actor] = []
    for actor in reversed(row):
        if listed and not ALONGSIDE.fullmatch(_between(scene, actor, listed[0])):
            break
        if not listed or actor.entity.id != listed[0].entity.id:
            listed.insert(0, actor)
    return listed[signs.index("#")] if len(listed) == len(signs) else None


def _between(scene: Scene, first: Actor, second: Actor) -> str:
    words = scene.reading.plain(first.mention.block, first.mention.end, second.mention.start)
    return _REMARK.sub("", words).strip() or words.strip(MARKS)


def county_of(scene: Scene, number: int) -> Actor | None:
    """The one county (else prefecture) that the article tells is helped, as named before the sentence."""
    places = [a for row in scene.actors[:number] for a in row if a.label == "Region"]
    helped = [a for a in places if scene.topics.is_helped(a.entity) and not scene.is_helper(a.entity)]
    for wanted in (_COUNTY, _PREFECTURE):
        fitting = [a for a in helped if level(a.entity) == wanted]
        if fitting:
            return fitting[-1] if len({a.entity.id for a in fitting}) == 1 else None
    return None
