"""In which body a post is held, where the words name it, point back at it, or leave it to the title."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from graph.identity import entity_id
from graph.model import Entity
from loaders.chart import Chart
from loaders.gazetteer import load
from loaders.lexicon import read_yaml
from loaders.post_shapes import CHIEF, JOB, Post
from loaders.proposals import sentence_of
from loaders.regions import region_entity
from loaders.topics import Found, Topics, level
from loaders.values import Mention

_RAW = read_yaml("titles.yaml")
_LEVELS = {
    "省": (1,),
    "主席": (1,),
    "州": (2,),
    "盟": (2,),
    "市": (2, 3),
    "专员": (2,),
    "县": (3,),
    "区": (3,),
    "旗": (3,),
    "镇": (4,),
    "乡": (4,),
}


@dataclass(frozen=True, slots=True)
class _Kind:
    titles: re.Pattern[str]
    labels: tuple[str, ...]
    ending: re.Pattern[str]
    near: bool  # only where the sentence names one such thing


_KINDS = [
    _Kind(re.compile(f"(?:{'|'.join(k['titles'])})$"), tuple(k["labels"]), re.compile(k["ending"]), bool(k.get("near")))
    for k in _RAW["kinds"]
]


@dataclass(frozen=True, slots=True)
class Held:
    """The body of a post, the step that leads to it (None: the words name it), and the title as written."""

    body: Entity
    step: Found | None
    title: str
    problem: str | None = None  # why it may be another


def held(topics: Topics, row: Chart, post: Post, before: Held | None) -> Held | None:
    """Where a post is held; `before` is the post that stands before it in the same row."""
    title = row.code[slice(*post.title)].removesuffix("的")
    if post.made:
        return _made(topics, row, post, title)
    if post.body is not None:
        return _named(topics, row, post, title, before)
    if CHIEF.search(title):
        return _division(topics, row, post, before, title)
    kind = next((k for k in _KINDS if k.titles.search(title)), None)
    if before is not None and (kind is None or fits(kind, before.body)):
        return Held(before.body, before.step, title)
    if before is not None and JOB.search(title) and not CHIEF.search(before.title):
        return Held(before.body, before.step, title)
    if kind is None:
        return None
    if kind.near:
        found = _in_sentence(row, kind, post.start)
    else:
        found = _of_kind(topics, kind, row.sentence.block, row.starts[post.start])
    if found is None:
        return None
    problem = "several bodies that have such a post are spoken of" if _several(topics, kind, row, found) else None
    return Held(found.entity, found, title, problem)


def _several(topics: Topics, kind: _Kind, row: Chart, found: Found) -> bool:
    """Whether the sentence that names the body lists others of its kind, and is not the sentence of the post."""
    sentence = sentence_of(topics.reading, found.where)
    if sentence is None or sentence == row.sentence:
        return False
    listed = topics.reading.within(sentence.block, sentence.start, sentence.end)
    return len({m.entity.id for m in listed if fits(kind, m.entity) and topics.side_by_name(m.entity) != "helper"}) > 1


def _made(topics: Topics, row: Chart, post: Post, title: str) -> Held | None:
    """A body that is written out from its region on, and that nothing else names."""
    assert post.body is not None
    first = next((i for i in row.items[slice(*post.body)] if i is not None), None)
    if not isinstance(first, Mention) or first.label != "Region":
        return None
    low, high = row.starts[post.body[0]], row.ends[post.body[1] - 1]
    written = topics.reading.plain(row.sentence.block, low, high).removesuffix("的")
    entity = Entity(
        entity_id("Organization", written, first.entity.id), "Organization", written, (), None, first.entity.id
    )
    return Held(entity, None, title)


def fits(kind: _Kind, entity: Entity) -> bool:
    """Whether a body can have a post of the kind."""
    return entity.label in kind.labels and any(kind.ending.search(n) for n in entity.names)


def _of_kind(topics: Topics, kind: _Kind, block: int, position: int) -> Found | None:
    """The body of a kind under discussion; not one of the helping side, whose people come from elsewhere."""
    return nearest_local(
        topics, block, position, lambda m: fits(kind, m.entity) and not _origin(topics, m), "Company" in kind.labels
    )


def _in_sentence(row: Chart, kind: _Kind, end: int) -> Found | None:
    """The only thing of the kind that the sentence names before a sign."""
    fitting = [m for m in row.items[:end] if isinstance(m, Mention) and fits(kind, m.entity)]
    return Found(fitting[0].entity, fitting[0]) if len({m.entity.id for m in fitting}) == 1 else None


def _origin(topics: Topics, mention: Mention) -> bool:
    """Whether the words say that somebody came from there."""
    before = topics.reading.plain(mention.block, max(0, mention.start - 8), mention.start)
    return (
        re.search(r"(?:来自|原单位[是为]|原在|原先在|来前[是在]|从|曾在|曾任|请来)[^，。；]{0,4}$", before) is not None
    )


def nearest_local(
    topics: Topics, block: int, position: int, test: Callable[[Mention], bool], or_helper: bool, reach: int = 3
) -> Found | None:
    """The nearest fitting thing that is not of the helping side; with `or_helper` one of that side where there is no other."""

    def local(m: Mention) -> bool:
        return test(m) and topics.side_by_name(m.entity) != "helper"

    return topics.before(block, position, local, reach) or (
        topics.before(block, position, test, 1) if or_helper else None
    )


def _named(topics: Topics, row: Chart, post: Post, title: str, before: Held | None) -> Held | None:
    assert post.body is not None
    item = row.items[post.body[0]]
    words = row.code[slice(*post.body)]
    if isinstance(item, Mention):
        if post.shared:
            title = item.surface[-1] + "长"
        if len(words) > 1:  # 石柱县|委
            committee = _committee(item.entity, item.surface + words[1:], words[1:])
            return Held(committee, _step(item), title)
        if item.label == "Region" and CHIEF.search(title) is None and JOB.search(title):
            return None  # 深圳老师 is from there, and holds no post of the city
        return Held(item.entity, _step(item), title)
    rest = "党委" if words.endswith("党委") else "委"
    stem = re.sub(r"党?工?委$", "", words)
    region = _in_name(before, stem[-1], _LEVELS.get(stem[-1], ())) if before is not None else None
    if region is not None and before is not None:
        return Held(_committee(region, words, rest), before.step, title)
    found = _committee_region(topics, words, row.sentence.block, row.starts[post.start])
    if found is None:
        return None
    return Held(_committee(found.entity, words, rest), found, title)


def _in_name(before: Held, word: str, levels: tuple[int, ...]) -> Entity | None:
    """The division that the name of the body before speaks of: 东源县 in 甲市驻东源县工作组."""
    hits = [h for h in load().find(before.body.name) if h.name.endswith(word) and len(h.places) == 1]
    fitting = [h for h in hits if h.places[0].level in levels]
    return (
        region_entity(fitting[-1].places[0], fitting[-1].name)
        if fitting and before.body.label == "Organization"
        else None
    )


def _step(item: Mention) -> Found | None:
    return Found(item.entity, item) if item.step is not None else None


def _committee(region: Entity, surface: str, rest: str) -> Entity:
    """The party committee of a division."""
    rest = re.sub(r"^[县市区州旗](?=委)", "", rest)
    name = region.name + rest
    aliases = tuple(
        dict.fromkeys(
            a for a in (surface, *(n + rest for n in region.aliases if n[-1:] in "省市州县区旗")) if a != name
        )
    )
    return Entity(entity_id("Organization", name, region.id), "Organization", name, aliases, None, region.id)


def _committee_region(topics: Topics, words: str, block: int, position: int) -> Found | None:
    """县委 -> the county under discussion, 市委 -> the city ..."""
    level_word = re.sub(r"党?工?委$", "", words)

    def test(m: Mention) -> bool:
        return (
            m.label == "Region"
            and m.entity.name.endswith(level_word)
            and level(m.entity) in _LEVELS.get(level_word[-1], (1, 2, 3, 4))
        )

    return topics.before(block, position, test, 3)


def _division(topics: Topics, row: Chart, post: Post, before: Held | None, title: str) -> Held | None:
    """The division of a post like 副县长: that of the body before it, else the one under discussion."""
    chief = CHIEF.search(title)
    assert chief is not None
    word = next((w for w in sorted(_LEVELS, key=len, reverse=True) if w in chief.group()), "")
    levels = _LEVELS.get(word, ())

    def test(m: Mention) -> bool:
        return m.label == "Region" and level(m.entity) in levels and (len(word) > 1 or m.entity.name.endswith(word))

    if before is not None and before.body.label == "Organization":
        region_code = (before.body.region or "").removeprefix("region:")
        stem = re.sub(r"党?委$", "", before.body.name)
        named = [p for lv in levels for p in load().named(stem, lv)] if stem != before.body.name else []
        place = named[0] if len(named) == 1 else load().place(region_code) if region_code else None
        if place is not None and place.level in levels:
            region = region_entity(place, place.name)
            if before.step is None or before.step.where.label == "Region":
                return Held(region, before.step, title)
    if before is not None and before.body.label == "Region" and level(before.body) in levels:
        return Held(before.body, before.step, title)
    told = _in_name(before, word, levels) if before is not None else None
    if told is not None and before is not None:
        return Held(told, before.step, title)
    at = (row.sentence.block, row.starts[post.start] + 1)
    found = topics.before(*at, test, 3)
    if found is None:
        county = topics.county(*at)
        found = county if county is not None and test(county.where) else None
    return Held(found.entity, found, title) if found else None
