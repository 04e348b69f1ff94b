"""The examples that the frames carry: sentences with [[Label:name]] mark-up and the facts that must, and must not, come out."""

from __future__ import annotations

import re
from typing import Any

import pytest

from graph.identity import entity_id
from graph.model import Article, Document, Entity
from graph.normalise import normalise
from graph.schema import schema
from loaders.clauses import sentences
from loaders.frames import Frame, frames
from loaders.gazetteer import load
from loaders.regions import region_entity
from loaders.relate import relate
from loaders.values import PARAGRAPH, Block, Mention, Reading

_MARK = re.compile(r"\[\[(?P<label>\w+):(?P<name>[^\]|]+)\]\]")


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


def unordered(fact: str) -> frozenset[str]:
    """A fact of an undirected relation, either way round."""
    return frozenset(fact.split(" "))


EXAMPLES = [(frame, example) for frame in frames() for example in frame.examples]
NAMES = [f"{frame.name} {number + 1}" for frame in frames() for number in range(len(frame.examples))]


@pytest.mark.parametrize(("frame", "example"), EXAMPLES, ids=NAMES)
def test_example(frame: Frame, example: dict[str, Any]) -> None:
    found, expected = stated(example["text"], frame.relation), set(example["facts"])
    if schema().relations[frame.relation].symmetric:
        assert {unordered(f) for f in found} == {unordered(f) for f in expected}, f"{frame.place}: {example['text']}"
    else:
        assert found == expected, f"{frame.place}: {example['text']}"


@pytest.mark.parametrize("frame", frames(), ids=lambda frame: frame.name)
def test_frame_has_examples_of_both_kinds(frame: Frame) -> None:
    assert any(example["facts"] for example in frame.examples), f"{frame.place} has no example that it must find"
    assert any(not example["facts"] for example in frame.examples), (
        f"{frame.place} has no example that it must not find"
    )


def test_names_of_frames_are_unique() -> None:
    names = [frame.name for frame in frames()]
    assert len(names) == len(set(names)), sorted({n for n in names if names.count(n) > 1})


PAIRED = "[[Region:盐田区]]对口帮扶[[Region:资源县]]。"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[[Company:盐田海堂药业有限公司]]落户[[Region:资源县]]。", {"盐田海堂药业有限公司 CAME_FROM 盐田区"}),
        ("[[Region:盐田区]]药企“[[Company:海堂药业]]”落户[[Region:资源县]]。", {"海堂药业 CAME_FROM 盐田区"}),
        (
            "[[Company:海堂药业]]、[[Company:百味食品]]等沪上企业先后落户[[Region:资源县]]。",
            {"海堂药业 CAME_FROM 上海市", "百味食品 CAME_FROM 上海市"},
        ),
        ("[[Company:资源海堂药业有限公司]]落户[[Region:资源县]]。", set()),
        ("[[Company:盐田海堂药业有限公司]]的药卖到了[[Region:资源县]]。", set()),
    ],
)
def test_origin_of_firms_that_settled(text: str, expected: set[str]) -> None:
    assert stated(PAIRED + text, "CAME_FROM") == expected
