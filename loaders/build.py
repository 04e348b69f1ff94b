"""The flow, from a document to its statements, read top to bottom."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from graph.model import Article, Document, Entity, Extraction, Observation, Reject
from graph.proof import contained, joined, joined_observations
from loaders.clauses import sentences
from loaders.gazetteer import load
from loaders.measure import measure
from loaders.mentions import find_mentions, words
from loaders.proposals import united
from loaders.regions import region_entity
from loaders.relate import relate
from loaders.split import split
from loaders.topicality import about_assistance
from loaders.values import Block, Reading

_ahead: dict[str, tuple[Document, list[Reading]]] = {}  # by the document's id


def read_ahead(documents: Sequence[Document]) -> None:
    """Have the tagger take the sentences of a few documents together, which is quicker.

    Their words are kept until extract_document asks for them, or until the next call.
    """
    opened = {document.id: (document, _all_opened(document)) for document in documents}
    words([reading for _, readings in opened.values() for reading in readings])
    _ahead.clear()
    _ahead.update(opened)


def extract_document(document: Document) -> Extraction:
    """Everything that a document says and proves."""
    known, readings = _ahead.pop(document.id, (None, []))
    if known is not document:
        readings = _all_opened(document)
        words(readings)
    for reading in readings:
        find_mentions(reading)
    return _extracted(document, readings)


def _extracted(document: Document, readings: list[Reading]) -> Extraction:
    extraction = Extraction(document)
    extraction.articles = [reading.article for reading in readings]
    entities: list[Entity] = []
    for reading, is_read in zip(readings, about_assistance(readings), strict=True):
        if not is_read:
            extraction.rejects.append(_off_topic(reading))
            continue
        found, facts, rejects = relate(reading)
        entities += found
        extraction.facts += facts
        extraction.rejects += rejects
        for figure in measure(reading):
            if isinstance(figure, Observation):
                extraction.observations.append(figure)
            else:
                extraction.rejects.append(figure)
    return _finished(extraction, entities)


def read_article(document: Document, article: Article, blocks: Sequence[Block]) -> Reading:
    """An article with its sentences, words and mentions."""
    reading = _opened(document, article, blocks)
    words([reading])
    find_mentions(reading)
    return reading


def _all_opened(document: Document) -> list[Reading]:
    return [_opened(document, *article) for article in split(document)]


def _opened(document: Document, article: Article, blocks: Sequence[Block]) -> Reading:
    reading = Reading(document, article, tuple(blocks))
    reading.sentences = sentences(blocks)
    return reading


def _off_topic(reading: Reading) -> Reject:
    article = reading.article
    return Reject("the article is not about paired assistance", {"article": article.id, "title": article.title})


def _finished(extraction: Extraction, entities: Iterable[Entity]) -> Extraction:
    """Each thing and each fact once, with all its names and quotes, and the divisions inside one another."""
    facts = joined(extraction.facts)
    figures = joined_observations(extraction.observations)
    used = [e for f in facts for e in (f.subject, f.object)] + [o.subject for o in figures]
    known = united([*entities, *used])
    divisions = list(_divisions(known.values()))
    known = united([*known.values(), *(e for pair in divisions for e in pair)])
    extraction.facts = [replace(f, subject=known[f.subject.id], object=known[f.object.id]) for f in facts]
    extraction.facts += joined(contained(known[inner.id], known[outer.id]) for inner, outer in divisions)
    extraction.observations = [replace(o, subject=known[o.subject.id]) for o in figures]
    extraction.entities = list(known.values())
    return extraction


def _divisions(entities: Iterable[Entity]) -> Iterator[tuple[Entity, Entity]]:
    """Every division of the document with the one above it, up to the province."""
    gazetteer = load()
    for entity in entities:
        place = gazetteer.place(entity.code) if entity.label == "Region" and entity.code else None
        chain = gazetteer.chain(place) if place is not None else ()
        for inner, outer in itertools.pairwise(chain):
            yield region_entity(inner, inner.name), region_entity(outer, outer.name)
