"""An extraction as rows: what a store keeps of it, as plain dictionaries whose keys are the columns of graph.tables."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import asdict, dataclass, field
from typing import Any

from graph import merge
from graph.errors import ProofError
from graph.identity import digest
from graph.model import Article, Document, Entity, Evidence, Extraction, Fact, Observation, Reject, Step
from graph.normalise import fold
from graph.proof import Proof
from graph.schema import schema
from graph.tables import Pair

Row = dict[str, Any]


@dataclass(slots=True)
class Batch:
    """The rows of one document. A fact's row holds its ends as `from_id` and `to_id`, a link is (from id, to id)."""

    document: Row
    breaks: list[int]  # where the lines of its text end
    nodes: dict[str, dict[str, Row]] = field(default_factory=dict)  # by label and id
    facts: dict[Pair, dict[str, Row]] = field(default_factory=dict)  # by pair and id
    links: dict[Pair, set[tuple[str, str]]] = field(default_factory=dict)
    packed: bytes = b""  # graph.packed.pack of its shared part, where that has been made already
    files: tuple[str, ...] = ()  # graph.group.files_of its document, where it has more than the row tells

    def add_node(self, label: str, row: Row) -> None:
        rows = self.nodes.setdefault(label, {})
        rows[row["id"]] = merge.node(label, rows[row["id"]], row) if row["id"] in rows else row

    def add_fact(self, pair: Pair, row: Row) -> None:
        rows = self.facts.setdefault(pair, {})
        rows[row["id"]] = merge.fact(rows[row["id"]], row) if row["id"] in rows else row

    def link(self, relation: str, source: tuple[str, str], target: tuple[str, str]) -> None:
        """Link two nodes, each given as (label, id)."""
        self.links.setdefault(Pair(relation, source[0], target[0]), set()).add((source[1], target[1]))


def batch(extraction: Extraction) -> Batch:
    """The rows of an extraction, in a form that does not depend on the order of its lists."""
    document = extraction.document
    made = Batch(_document(document), [place for place, char in enumerate(document.text) if char == "\n"])
    for article in extraction.articles:
        made.add_node("Article", _article(document, article))
        made.link("IN_DOCUMENT", ("Article", article.id), ("Document", document.id))
    for entity in extraction.entities:
        made.add_node(entity.label, entity_row(entity))
    for fact in extraction.facts:
        _add_fact(made, document, fact)
    for observation in extraction.observations:
        _add_observation(made, document, observation)
    for reject in extraction.rejects:
        _add_reject(made, document, reject)
    _check_articles(made)
    made.document["digest"] = _digest(made)
    return made


def entity_row(entity: Entity) -> Row:
    """An entity as it is kept."""
    names = sorted(set(entity.names))
    return {
        "id": entity.id,
        "label": entity.label,
        "name": entity.name,
        "aliases": [name for name in names if name != entity.name],
        "names": names,
        "keys": sorted({fold(name) for name in names}),
        "code": entity.code,
        "region": entity.region,
    }


def fact_row(fact: Fact, passages: Iterable[str]) -> Row:
    """A fact as it is kept; a property that the text does not give is None."""
    kinds = schema().relations[fact.relation].properties
    properties = {name: fact.properties.get(name) for name in kinds}
    numbers = ("money", "number")
    return {
        "id": fact.id,
        "relation": fact.relation,
        **_proof(fact.proof, passages),
        "source": fact.source,
        **{k: float(v) if v is not None and kinds[k] in numbers else v for k, v in properties.items()},
        "from_id": fact.subject.id,
        "to_id": fact.object.id,
    }


def observation_row(observation: Observation, passages: Iterable[str]) -> Row:
    """A figure as it is kept."""
    return {
        "id": observation.id,
        "subject": observation.subject.id,
        "indicator": observation.indicator,
        "value": float(observation.value),
        "minimum": None if observation.minimum is None else float(observation.minimum),
        "maximum": None if observation.maximum is None else float(observation.maximum),
        "unit": observation.unit,
        "raw": observation.raw,
        "modifier": observation.modifier,
        "status": observation.status,
        "aggregation": observation.aggregation,
        "cohort": observation.group,
        "period_start": observation.period_start,
        "period_end": observation.period_end,
        "precision": observation.precision,
        **_proof(observation.proof, passages),
    }


def passage_id(document: Document, start: int, end: int) -> str:
    """The id of a span: that of its document's bytes, so that documents of one name stay apart."""
    return f"passage:{digest(document.id, start, end)}"


def steps_json(steps: Iterable[Step]) -> str:
    """Recorded steps as they are kept: one JSON list, sorted."""
    return merge.canonical(sorted((asdict(step) for step in set(steps)), key=merge.canonical))


def _proof(proof: Proof, passages: Iterable[str]) -> Row:
    return {"tier": proof.tier, "because": steps_json(proof.because), "passages": sorted(set(passages))}


def _document(document: Document) -> Row:
    return {
        "id": document.id,
        "name": document.name,
        "names": [document.name],
        "paths": [document.path] if document.path else [],
        "sha256": document.sha256,
        "media_type": document.media_type,
        "text": document.text,
    }


def _article(document: Document, article: Article) -> Row:
    return {
        "id": article.id,
        "document": document.id,
        "title": article.title,
        "publisher": article.publisher,
        "published": article.published,
        "reporter": article.reporter,
        "url": article.url,
        "script": article.script,
        "start": article.start,
        "stop": article.end,
        "fingerprint": sorted({str(sentence) for sentence in article.fingerprint}),
        "work": article.id,
    }


def _add_fact(made: Batch, document: Document, fact: Fact) -> None:
    passages = _add_passages(made, document, fact.proof.evidence)
    for entity in (fact.subject, fact.object):
        _add_mentioned(made, entity, passages)
    made.add_fact(Pair(fact.relation, fact.subject.label, fact.object.label), fact_row(fact, passages))


def _add_observation(made: Batch, document: Document, observation: Observation) -> None:
    passages = _add_passages(made, document, observation.proof.evidence)
    _add_mentioned(made, observation.subject, passages)
    made.add_node("Observation", observation_row(observation, passages))
    here = ("Observation", observation.id)
    made.link("OBSERVED_OF", here, (observation.subject.label, observation.subject.id))
    for passage in passages:
        made.link("STATED_IN", here, ("Passage", passage))


def _add_reject(made: Batch, document: Document, reject: Reject) -> None:
    passages = sorted(_add_passages(made, document, reject.evidence))
    candidate = merge.canonical(dict(reject.candidate))
    row: Row = {
        "id": f"reject:{digest(document.id, reject.reason, candidate, passages)}",
        "document": document.id,
        "reason": reject.reason,
        "candidate": candidate,
        "passages": passages,
    }
    made.add_node("Reject", row)
    made.link("IN_DOCUMENT", ("Reject", row["id"]), ("Document", document.id))
    for passage in passages:
        made.link("STATED_IN", ("Reject", row["id"]), ("Passage", passage))


def _add_passages(made: Batch, document: Document, evidence: Iterable[Evidence]) -> dict[str, str]:
    """Add the quoted passages; their quotes, folded, by their ids."""
    quotes: dict[str, str] = {}
    for piece in evidence:
        row: Row = {
            "id": passage_id(document, piece.start, piece.end),
            "document": document.id,
            "article": piece.article,
            "start": piece.start,
            "stop": piece.end,
            "line": bisect_left(made.breaks, piece.start) + 1,
            "quote": piece.quote,
        }
        made.add_node("Passage", row)
        made.link("IN_ARTICLE", ("Passage", row["id"]), ("Article", piece.article))
        quotes[row["id"]] = fold(piece.quote)
    return quotes


def _add_mentioned(made: Batch, entity: Entity, quotes: dict[str, str]) -> None:
    row = entity_row(entity)
    made.add_node(entity.label, row)
    for passage, quote in quotes.items():
        if any(key in quote for key in row["keys"]):
            made.link("MENTIONED_IN", (entity.label, entity.id), ("Passage", passage))


def _check_articles(made: Batch) -> None:
    """Evidence must stand in an article of the document; a link to nowhere would be lost without a word."""
    for passage in made.nodes.get("Passage", {}).values():
        if passage["article"] not in made.nodes.get("Article", {}):
            raise ProofError(f"'{passage['quote'][:20]}' is said to stand in {passage['article']}, which is not there")


def _digest(made: Batch) -> str:
    """One hash over everything that the document states, whatever its file is called."""
    nodes = [(label, [rows[key] for key in sorted(rows)]) for label, rows in sorted(made.nodes.items())]
    facts = [[rows[key] for key in sorted(rows)] for _, rows in sorted(made.facts.items())]
    return digest(nodes, facts)
