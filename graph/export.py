"""A store as statements: the lines of `duikou export jsonl`, the same bytes whatever order it was loaded in."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import IO, TYPE_CHECKING, Any

from graph.schema import schema
from graph.tables import ENTITY, PROVENANCE, fact_columns

if TYPE_CHECKING:
    from graph.rows import Row
    from graph.store import Store


def write_jsonl(store: Store, stream: IO[str]) -> int:
    """Write every statement of the store as a line of JSON; how many there were."""
    count = 0
    for statement in store.statements():
        stream.write(json.dumps(statement, ensure_ascii=False) + "\n")
        count += 1
    return count


def statements(store: Store) -> Iterator[dict[str, Any]]:
    """Documents, articles, passages, entities, facts, figures and rejects, each kind in the order of its ids.

    Evidence has a `document_id` beside the document's name, because two documents may have one name.
    """
    documents = {row["id"]: row for row in _nodes(store, "Document", leave_out=("text", "paths"))}
    entities = {row["id"]: row for label in schema().labels for row in _nodes(store, label)}
    passages = {row["id"]: row for row in _nodes(store, "Passage")}
    evidence = {key: _evidence(row, documents) for key, row in passages.items()}
    for row in documents.values():
        yield {"type": "document", **row, "text": _text(store, row["id"])}
    for row in _nodes(store, "Article"):
        yield _article(row, documents)
    mentions = _mentions(store)
    for key, row in passages.items():
        yield {"type": "passage", "id": key, **evidence[key], "line": row["line"], "mentions": mentions.get(key, [])}
    for key in sorted(entities):
        yield {"type": "entity", **_end(entities[key]), "region": entities[key]["region"]}
    for relation in sorted(schema().relations):
        for row in _facts(store, relation):
            yield _fact(row, entities, evidence)
    for row in _nodes(store, "Observation"):
        yield _observation(row, entities, evidence)
    for row in _nodes(store, "Reject"):
        yield {
            "type": "reject",
            "id": row["id"],
            "document_id": row["document"],
            "reason": row["reason"],
            "candidate": json.loads(row["candidate"]),
            "evidence": _quotes(row, evidence),
        }


def _nodes(store: Store, label: str, leave_out: tuple[str, ...] = ()) -> Iterator[Row]:
    columns = [name for name in PROVENANCE.get(label, ENTITY) if name not in leave_out]
    wanted = ", ".join(f"n.{name}" for name in columns)
    _, rows = store.query(f"MATCH (n:{label}) RETURN {wanted} ORDER BY n.id")
    return (dict(zip(columns, row, strict=True)) for row in rows)


def _facts(store: Store, relation: str) -> Iterator[Row]:
    columns = list(fact_columns(schema().relations[relation]))
    wanted = ", ".join(f"r.{name}" for name in columns)
    _, rows = store.query(f"MATCH (a)-[r:{relation}]->(b) RETURN {wanted}, a.id, b.id ORDER BY r.id")
    return (dict(zip([*columns, "from_id", "to_id"], row, strict=True)) for row in rows)


def _text(store: Store, document: str) -> str:
    """The text of a document; one at a time, because all of them may not fit into memory."""
    _, rows = store.query("MATCH (n:Document {id: $id}) RETURN n.text", {"id": document})
    return str(rows[0][0])


def _mentions(store: Store) -> Mapping[str, list[str]]:
    """The ids of the entities that each passage names."""
    found: dict[str, list[str]] = {}
    _, rows = store.query("MATCH (n)-[:MENTIONED_IN]->(p:Passage) RETURN p.id, n.id ORDER BY p.id, n.id")
    for passage, entity in rows:
        found.setdefault(passage, []).append(entity)
    return found


def _article(row: Row, documents: Mapping[str, Row]) -> dict[str, Any]:
    document = row.pop("document")
    row["end"] = row.pop("stop")
    if row["url"] is None:
        del row["url"]
    return {"type": "article", **row, "document": documents[document]["name"], "document_id": document}


def _fact(row: Row, entities: Mapping[str, Row], evidence: Mapping[str, Row]) -> dict[str, Any]:
    properties = schema().relations[row["relation"]].properties
    line = {
        "type": "fact",
        "id": row["id"],
        "relation": row["relation"],
        "subject": _end(entities[row["from_id"]]),
        "object": _end(entities[row["to_id"]]),
        "properties": {name: number(row[name]) for name in properties if row[name] is not None},
        **_proof(row, evidence),
    }
    return line | ({"source": row["source"]} if row["source"] else {})


def _observation(row: Row, entities: Mapping[str, Row], evidence: Mapping[str, Row]) -> dict[str, Any]:
    return {
        "type": "observation",
        "id": row["id"],
        "subject": _end(entities[row["subject"]]),
        "indicator": row["indicator"],
        "value": number(row["value"]),
        "min": number(row["minimum"]),
        "max": number(row["maximum"]),
        "unit": row["unit"],
        "modifier": row["modifier"],
        "status": row["status"],
        "aggregation": row["aggregation"],
        "group": row["cohort"],
        "period": {"start": row["period_start"], "end": row["period_end"], "precision": row["precision"]},
        "raw": row["raw"],
        **_proof(row, evidence),
    }


def _end(row: Row) -> dict[str, Any]:
    return {name: row[name] for name in ("id", "label", "name", "aliases", "code")}


def _proof(row: Row, evidence: Mapping[str, Row]) -> dict[str, Any]:
    return {"tier": row["tier"], "because": json.loads(row["because"]), "evidence": _quotes(row, evidence)}


def _quotes(row: Row, evidence: Mapping[str, Row]) -> list[Row]:
    found = [evidence[passage] for passage in row["passages"]]
    return sorted(found, key=lambda piece: (piece["document"], piece["document_id"], piece["start"], piece["end"]))


def place(piece: Mapping[str, Any]) -> tuple[str, int, int]:
    """Where a piece of evidence, or the passage that it is, stands: what tells passages apart."""
    return piece["document_id"], piece["start"], piece["end"]


def _evidence(row: Row, documents: Mapping[str, Row]) -> Row:
    return {
        "document": documents[row["document"]]["name"],
        "document_id": row["document"],
        "article": row["article"],
        "start": row["start"],
        "end": row["stop"],
        "quote": row["quote"],
    }


def number(value: Any) -> Any:
    """A number without a fraction of nothing: 1600.0 is 1600.

    >>> number(1600.0), number(0.5), number(None), number("2022")
    (1600, 0.5, None, '2022')
    """
    return int(value) if isinstance(value, float) and value.is_integer() else value
