"""The flow, from a document to its statements, read top to bottom."""

from __future__ import annotations

from collections.abc import Sequence

from graph.model import Article, Document, Entity, Extraction, Fact, Observation, Reject
from loaders.clauses import sentences
from loaders.mentions import find_mentions, words
from loaders.proposals import united
from loaders.relate import relate
from loaders.split import split
from loaders.values import Block, Reading

try:
    from loaders.measure import measure
except ImportError:  # being built
    measure = None  # type: ignore[assignment]


def extract_document(document: Document) -> Extraction:
    """Everything that a document says and proves."""
    extraction = Extraction(document)
    entities: list[Entity] = []
    for article, blocks in split(document):
        extraction.articles.append(article)
        reading = read_article(document, article, blocks)
        found, facts, rejects = relate(reading)
        entities += found
        extraction.facts += facts
        extraction.rejects += rejects
        for figure in measure(reading) if measure else ():
            (extraction.observations if isinstance(figure, Observation) else extraction.rejects).append(figure)  # type: ignore[arg-type]
    extraction.entities = list(united(entities).values())
    return extraction


def read_article(document: Document, article: Article, blocks: Sequence[Block]) -> Reading:
    """An article with its sentences, words and mentions."""
    reading = Reading(document, article, tuple(blocks))
    reading.sentences = sentences(blocks)
    reading.tokens = words(reading, reading.sentences)
    find_mentions(reading)
    return reading
