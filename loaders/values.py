"""What the steps of the flow hand to each other: blocks of an article, mentions in them, the reading of it all."""

from __future__ import annotations

import itertools
from bisect import bisect_left
from dataclasses import dataclass, field

from graph.model import Article, Document, Entity, Step
from graph.normalise import Text
from loaders.tagger import Tagged, Token

TITLE, HEADING, PARAGRAPH, CAPTION = "title", "heading", "paragraph", "caption"


@dataclass(frozen=True, slots=True)
class Block:
    """A title, heading, paragraph or caption of an article. Positions below count characters of `text.plain`."""

    kind: str
    text: Text


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of a block, with its clauses (parts between ，；：), as spans of the block's plain text."""

    block: int
    start: int
    end: int
    clauses: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Mention:
    """Words that stand for an entity.

    `step` tells how they lead to it where they are not one of its names, and `antecedent` the block and span where
    its name stands then. `prefix` is the division or site written as the first part of the name.
    """

    block: int
    start: int
    end: int
    surface: str
    entity: Entity
    step: Step | None = None
    antecedent: tuple[int, int, int] | None = None
    prefix: Entity | None = None
    tail: str = ""  # the name without its prefix, where a part of it stands alone elsewhere

    @property
    def label(self) -> str:
        return self.entity.label


@dataclass(slots=True)
class Reading:
    """An article as it is understood so far."""

    document: Document
    article: Article
    blocks: tuple[Block, ...]
    sentences: tuple[Sentence, ...] = ()
    tokens: tuple[tuple[Token, ...], ...] = ()  # the words of each block, in positions of the block
    tagged: tuple[Tagged, ...] = ()  # by sentence, what the words were told by
    mentions: list[Mention] = field(default_factory=list)  # by block and start, not overlapping

    def within(self, block: int, start: int, end: int) -> list[Mention]:
        """The mentions that lie in block.text.plain[start:end], in order."""
        low = bisect_left(self.mentions, (block, start), key=lambda m: (m.block, m.start))
        found = []
        for mention in itertools.islice(self.mentions, low, None):
            if mention.block != block or mention.start >= end:
                break
            if mention.end <= end:
                found.append(mention)
        return found

    def plain(self, block: int, start: int, end: int) -> str:
        """The plain text of a span."""
        return self.blocks[block].text.plain[start:end]

    def span(self, block: int, start: int, end: int) -> tuple[int, int]:
        """A span of a block as a span of the document."""
        return self.blocks[block].text.span(start, end)
