"""A text with what was understood of it: the value that an article page is made from, before or after it is stored."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from duikou.views.knowledge import Node, Source
from graph.model import Entity, Evidence, Extraction, Fact, Observation, Reject, Step

Span = tuple[int, int]  # start and end in the document's text

FACT, FIGURE, REJECT = "fact", "figure", "reject"


@dataclass(frozen=True, slots=True)
class Part:
    """An article of the text. `reprints` are the same article in other documents, `off_topic` why none of it was read."""

    id: str
    title: str | None
    publisher: str | None
    published: str | None
    reporter: str | None
    start: int
    stop: int
    reprints: tuple[Source, ...] = ()
    off_topic: str | None = None
    url: str | None = None  # as the store has it: whatever a table said

    @property
    def link(self) -> str | None:
        """Where it can be read, if that is an address of the web."""
        return self.url if self.url and self.url.startswith(("https://", "http://")) else None


@dataclass(frozen=True, slots=True)
class Said:
    """A fact, a figure or a reject, with its places in this text; `elsewhere` are its proofs in other articles.

    says: the relation, the indicator, or the reason of the reject. subject, object: ids of nodes.
    """

    id: str
    kind: str
    says: str
    subject: str | None
    object: str | None
    details: Mapping[str, Any]
    tier: str | None
    because: tuple[Mapping[str, str], ...]
    places: tuple[Span, ...]
    elsewhere: tuple[Source, ...] = ()


@dataclass(frozen=True, slots=True)
class Read:
    """What is shown: `start` to `stop` of the text of a document, its articles, and what they say, by place."""

    document: str
    text: str
    media_type: str
    start: int
    stop: int
    parts: tuple[Part, ...]
    nodes: Mapping[str, Node] = field(default_factory=dict)
    said: tuple[Said, ...] = ()


def in_order(said: Iterable[Said]) -> tuple[Said, ...]:
    """By the place of their first words, then facts, figures and rejects by what they say."""
    kinds = (FACT, FIGURE, REJECT)
    return tuple(sorted(said, key=lambda one: (one.places[0], kinds.index(one.kind), one.says, one.id)))


def of_extraction(extraction: Extraction) -> Read:
    """A document as it was just read, whether or not it is stored."""
    document = extraction.document
    off_topic = {one.candidate["article"]: one.reason for one in extraction.rejects if "article" in one.candidate}
    parts = [
        Part(a.id, a.title, a.publisher, a.published, a.reporter, a.start, a.end, (), off_topic.get(a.id), a.url)
        for a in sorted(extraction.articles, key=lambda article: article.start)
    ]
    said = [
        *(_fact(fact) for fact in extraction.facts if fact.proof.evidence),
        *map(_figure, extraction.observations),
        *(_reject(number, reject) for number, reject in enumerate(extraction.rejects) if reject.evidence),
    ]
    nodes = {one.id: _node(one) for one in extraction.entities}
    for reject in extraction.rejects:
        nodes |= ends_of(reject.candidate, nodes)
    return Read(
        document.name, document.text, document.media_type, 0, len(document.text), tuple(parts), nodes, in_order(said)
    )


def ends_of(candidate: Mapping[str, Any], known: Mapping[str, Node]) -> dict[str, Node]:
    """The ends of a rejected fact that are not known, as nodes."""
    ends = (candidate.get(role) for role in ("subject", "object"))
    return {
        end["id"]: Node(end["id"], end["label"], end["name"], (end["name"], *end["aliases"]), end.get("code"), None)
        for end in ends
        if isinstance(end, Mapping) and end["id"] not in known
    }


def end_of(candidate: Mapping[str, Any], role: str) -> str | None:
    """The id of one end of a candidate, if it has that."""
    end = candidate.get(role)
    return end["id"] if isinstance(end, Mapping) else None


def _fact(fact: Fact) -> Said:
    ends = (fact.subject.id, fact.object.id)
    because = _steps(fact.proof.because)
    return Said(
        fact.id, FACT, fact.relation, *ends, fact.properties, fact.proof.tier, because, _places(fact.proof.evidence)
    )


def _figure(figure: Observation) -> Said:
    told = {
        "value": figure.value,
        "minimum": figure.minimum,
        "maximum": figure.maximum,
        "unit": figure.unit,
        "raw": figure.raw,
        "modifier": figure.modifier,
        "status": figure.status,
        "aggregation": figure.aggregation,
        "cohort": figure.group,
        "period_start": figure.period_start,
        "period_end": figure.period_end,
        "precision": figure.precision,
    }
    details = {name: value for name, value in told.items() if value is not None}
    because, places = _steps(figure.proof.because), _places(figure.proof.evidence)
    return Said(
        figure.id, FIGURE, figure.indicator, figure.subject.id, None, details, figure.proof.tier, because, places
    )


def _reject(number: int, reject: Reject) -> Said:
    ends = (end_of(reject.candidate, "subject"), end_of(reject.candidate, "object"))
    places = _places(reject.evidence)
    return Said(f"reject:{number}", REJECT, reject.reason, *ends, reject.candidate, None, (), places)


def _node(entity: Entity) -> Node:
    return Node(entity.id, entity.label, entity.name, entity.names, entity.code, entity.region)


def _places(evidence: Iterable[Evidence]) -> tuple[Span, ...]:
    return tuple(sorted({(piece.start, piece.end) for piece in evidence}))


def _steps(steps: Iterable[Step]) -> tuple[Mapping[str, str], ...]:
    return tuple(step.to_json() for step in steps)
