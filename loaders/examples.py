"""Sentences with their names marked up, [[Label:name]]: how frames show, and test, what they find."""

from __future__ import annotations

import re
from typing import Any

from graph.identity import entity_id
from graph.model import Article, Document, Entity
from graph.normalise import normalise
from graph.schema import schema
from loaders.clauses import sentences
from loaders.frames import Frame
from loaders.gazetteer import load
from loaders.regions import region_entity
from loaders.relate import relate
from loaders.values import PARAGRAPH, Block, Mention, Reading

_MARK = re.compile(r"\[\[(?P<label>\w+):(?P<name>[^\]|]+)\]\]")


def is_marked_up(text: str) -> bool:
    """Whether any name in the text is marked up."""
    return _MARK.search(text) is not None


def marked_up(text: str) -> Reading:
    """The reading of an example; a line is a paragraph, a region that the gazetteer knows gets its code."""
    plain, names = "", []
    position = 0
    for mark in _MARK.finditer(text):
        plain += text[position : mark.start()]
        names.append((len(plain), mark["label"], mark["name"]))
        plain += mark["name"]
        position = mark.end()
    plain += text[position:]
    blocks, starts = [], []
    for line in re.finditer(r"[^\n]+", plain):
        blocks.append(Block(PARAGRAPH, normalise(line.group(), line.start())))
        starts.append(line.start())
    article = Article("article:example", "document:example", 0, len(plain), published="2023-06-01")
    reading = Reading(Document("example", plain, "0" * 64), article, tuple(blocks))
    reading.sentences = sentences(blocks)
    reading.tokens = tuple(() for _ in blocks)
    for start, label, name in names:
        number = max(n for n, at in enumerate(starts) if at <= start)
        begin = start - starts[number]
        reading.mentions.append(Mention(number, begin, begin + len(name), name, _entity(label, name)))
    return reading


def _entity(label: str, name: str) -> Entity:
    if label == "Region":
        places = load().named(name)
        return region_entity(places[0] if len(places) == 1 else None, name)
    return Entity(entity_id(label, name, None), label, name)


def stated(text: str, relation: str) -> set[str]:
    """The facts of a relation that an example yields, as "A RELATION B"."""
    _, facts, _ = relate(marked_up(text))
    return {f"{f.subject.name} {f.relation} {f.object.name}" for f in facts if f.relation == relation}


def failure(frame: Frame, example: dict[str, Any]) -> str | None:
    """What an example yields instead of what it should; None when it does."""
    found, wanted = stated(example["text"], frame.relation), set(example["facts"])
    if schema().relations[frame.relation].symmetric:
        same = {frozenset(f.split(" ")) for f in found} == {frozenset(f.split(" ")) for f in wanted}
    else:
        same = found == wanted
    if same:
        return None
    told = [f"missed {', '.join(sorted(wanted - found))}"] if wanted - found else []
    told += [f"wrong {', '.join(sorted(found - wanted))}"] if found - wanted else []
    return "; ".join(told)
