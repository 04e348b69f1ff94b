"""The numbered sections of a bulletin (二、产业协作。……): a sentence there that names nobody tells of the report's own county."""

from __future__ import annotations

import re

from loaders.measure_actors import Actor
from loaders.measure_figures import Figure
from loaders.measure_frames import cue
from loaders.measure_rule import Rule
from loaders.measure_scene import Scene
from loaders.topics import level
from loaders.values import PARAGRAPH

_NUMBER = re.compile("[（(]?[一二三四五六七八九十]{1,2}(?:、|[）)])")
_HEAD = re.compile("[（(]?[一二三四五六七八九十]{1,2}(?:、|[）)])[^，。；0-9]{2,16}[。：]?")
_FEWEST = 3  # sections: fewer are no bulletin


def of_report(scene: Scene, figure: Figure, rule: Rule) -> Actor | None:
    """The division that a bulletin reports of, where the words before the figure name nothing else that it could be of."""
    if not (rule.labels == ("Region",) or (rule.helped and "Region" in rule.labels)) or not _in_section(scene, figure):
        return None
    told = [a for a in scene.of(figure) if a.label in rule.labels and not scene.is_helper(a.entity)]
    if any(a.mention.start < figure.start or a.clause == figure.clause for a in told):
        return None
    first = _is_first(scene, figure)
    if not first and re.match(cue("report_goes_on"), figure.words) is None:
        return None
    return _reported(scene, figure)


def _in_section(scene: Scene, figure: Figure) -> bool:
    """Whether the paragraph is one of several that are numbered."""
    blocks = scene.reading.blocks
    here = scene.reading.sentences[figure.sentence].block
    if _NUMBER.match(blocks[here].text.plain) is None:
        return False
    return sum(b.kind == PARAGRAPH and _NUMBER.match(b.text.plain) is not None for b in blocks) >= _FEWEST


def _is_first(scene: Scene, figure: Figure) -> bool:
    """Whether the sentence is the first after the title of the section, or stands in one sentence with it."""
    sentences = scene.reading.sentences
    one = sentences[figure.sentence]
    plain = scene.reading.blocks[one.block].text.plain
    return (
        _HEAD.fullmatch(plain[: one.start].strip()) is not None or _HEAD.match(plain[one.start : one.end]) is not None
    )


def _reported(scene: Scene, figure: Figure) -> Actor | None:
    """The helped division that is named first: the bulletin names its own at its head."""
    rows = scene.actors[: figure.sentence]
    for row in rows:
        places = [a for a in row if a.label == "Region" and not scene.is_helper(a.entity)]
        places = [a for a in places if scene.side(a.entity) == "helped"]
        if places:  # of 甘南州舟曲县 the county
            return max(places, key=lambda a: level(a.entity))
    return None
