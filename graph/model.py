"""What duikou knows, as values: documents, articles, entities, facts, figures, rejects.

A Fact or an Observation cannot be made without a Proof, and a Proof is only made by `graph.proof`, which checks it
against the text. The JSON forms are the statement format of `duikou extract --format jsonl`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from graph.proof import Proof


@dataclass(frozen=True, slots=True)
class Given:
    """What stands about an article beside its text: in the columns of a table. None where it is not given."""

    title: str | None = None
    publisher: str | None = None
    published: str | None = None
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Document:
    """A file as it was read. Spans count code points of `text`, from 0, end-exclusive."""

    name: str  # the stem of its file
    text: str
    sha256: str  # of the file's bytes
    path: str = ""
    media_type: str = "text/plain"
    given: Given | None = None

    @property
    def id(self) -> str:
        return f"document:{self.sha256[:20]}"


@dataclass(frozen=True, slots=True)
class Article:
    """One article in a document; what the page does not give is None."""

    id: str
    document: str
    start: int
    end: int
    title: str | None = None
    publisher: str | None = None
    published: str | None = None  # 2023-11-07, 2023-11 or 2023
    reporter: str | None = None
    script: str = "simplified"  # or "traditional"
    fingerprint: tuple[int, ...] = ()  # hashes of its sentences, to find its reprints
    url: str | None = None  # where it was published, as a column of a table gives it

    def to_json(self) -> dict[str, Any]:
        return {
            "type": "article",
            "id": self.id,
            "title": self.title,
            "publisher": self.publisher,
            "published": self.published,
            "reporter": self.reporter,
            "script": self.script,
            "document": self.document,
            "start": self.start,
            "end": self.end,
            **({"url": self.url} if self.url else {}),
        }


@dataclass(frozen=True, slots=True)
class Entity:
    """A node. `name` is the standard name in simplified characters, `aliases` the other forms met."""

    id: str
    label: str
    name: str
    aliases: tuple[str, ...] = ()
    code: str | None = None
    region: str | None = None  # id of the division it belongs to, where known

    @property
    def names(self) -> tuple[str, ...]:
        return (self.name, *self.aliases)

    def to_json(self) -> dict[str, Any]:
        return {"type": "entity", **self.as_end(), "region": self.region}

    def as_end(self) -> dict[str, Any]:
        """The short form that stands as subject or object of a fact."""
        return {
            "id": self.id,
            "label": self.label,
            "name": self.name,
            "aliases": list(self.aliases),
            "code": self.code,
        }


@dataclass(frozen=True, slots=True, order=True)
class Evidence:
    """Where the words stand that prove a statement; `quote` is that slice of the document, to the letter."""

    document: str
    article: str
    start: int
    end: int
    quote: str

    def to_json(self) -> dict[str, Any]:
        return {
            "document": self.document,
            "article": self.article,
            "start": self.start,
            "end": self.end,
            "quote": self.quote,
        }


@dataclass(frozen=True, slots=True, order=True)
class Step:
    """A recorded step from the words of a quote to what they stand for.

    role: which part of the statement it explains (subject, object, or a property).
    kind: topic, pronoun, short form, omitted, compressed pair, list, heading ...
    """

    role: str
    kind: str
    surface: str
    means: str

    def to_json(self) -> dict[str, str]:
        return {"role": self.role, "kind": self.kind, "surface": self.surface, "means": self.means}


@dataclass(frozen=True, slots=True)
class Fact:
    """A relation between two entities, with its proof."""

    id: str
    relation: str
    subject: Entity
    object: Entity
    properties: Mapping[str, Any]
    proof: Proof
    source: str | None = None
    rule: str = field(default="", compare=False)  # the rule that found it: for the study of errors, no store keeps it

    def to_json(self) -> dict[str, Any]:
        row: dict[str, Any] = {
            "type": "fact",
            "id": self.id,
            "relation": self.relation,
            "subject": self.subject.as_end(),
            "object": self.object.as_end(),
            "properties": dict(self.properties),
            **self.proof.to_json(),
        }
        if self.source:
            row["source"] = self.source
        if self.rule:
            row["rule"] = self.rule
        return row


@dataclass(frozen=True, slots=True)
class Observation:
    """One figure that an article reports of one subject."""

    id: str
    subject: Entity
    indicator: str
    value: float
    unit: str
    raw: str
    proof: Proof
    minimum: float | None = None
    maximum: float | None = None
    modifier: str | None = None
    status: str = "outcome"
    aggregation: str = "point"
    group: str | None = None
    period_start: str | None = None
    period_end: str | None = None
    precision: str | None = None
    rule: str = field(default="", compare=False)

    def to_json(self) -> dict[str, Any]:
        return {
            "type": "observation",
            "id": self.id,
            "subject": self.subject.as_end(),
            "indicator": self.indicator,
            "value": self.value,
            "min": self.minimum,
            "max": self.maximum,
            "unit": self.unit,
            "modifier": self.modifier,
            "status": self.status,
            "aggregation": self.aggregation,
            "group": self.group,
            "period": {"start": self.period_start, "end": self.period_end, "precision": self.precision},
            "raw": self.raw,
            **self.proof.to_json(),
            **({"rule": self.rule} if self.rule else {}),
        }


@dataclass(frozen=True, slots=True)
class Reject:
    """A candidate that was not kept, and why."""

    reason: str
    candidate: Mapping[str, Any]
    evidence: tuple[Evidence, ...] = ()

    def to_json(self) -> dict[str, Any]:
        return {
            "type": "reject",
            "reason": self.reason,
            "candidate": dict(self.candidate),
            "evidence": [e.to_json() for e in self.evidence],
        }


@dataclass(slots=True)
class Extraction:
    """Everything that one document yields."""

    document: Document
    articles: list[Article] = field(default_factory=list)
    entities: list[Entity] = field(default_factory=list)
    facts: list[Fact] = field(default_factory=list)
    observations: list[Observation] = field(default_factory=list)
    rejects: list[Reject] = field(default_factory=list)

    def statements(self) -> list[dict[str, Any]]:
        """The JSON lines of this document, in a stable order."""
        parts: list[list[Any]] = [
            sorted(self.articles, key=lambda a: a.start),
            sorted(self.entities, key=lambda e: e.id),
            sorted(self.facts, key=lambda f: f.id),
            sorted(self.observations, key=lambda o: o.id),
            self.rejects,
        ]
        return [row.to_json() for part in parts for row in part]
