"""The lines of `duikou export jsonl` read back as rows."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from graph.contents import Contents, without_texts
from graph.errors import ReadError
from graph.merge import canonical
from graph.model import Entity
from graph.rows import Row, entity_row
from graph.schema import schema

_ARTICLE = ("id", "title", "publisher", "published", "reporter", "script", "start", "fingerprint", "work")
_PASSAGE = ("id", "article", "start", "line", "quote")
_OBSERVATION = ("id", "indicator", "unit", "raw", "modifier", "status", "aggregation")
_DOCUMENT = ("id", "name", "names", "sha256", "media_type", "digest")

Spans = dict[tuple[str, int, int], Row]  # the passages by where they stand


def read_statements(path: Path) -> Contents:
    """What the lines say; ReadError names the line at fault."""
    contents = Contents()
    spans: Spans = {}
    for number, line in _lines(path):
        try:
            _add(contents, spans, json.loads(line), path)
        except (KeyError, TypeError, ValueError, AttributeError) as error:
            raise ReadError(
                f"{path}: line {number} is no statement of duikou export jsonl ({type(error).__name__}: {error})"
            ) from error
    if not contents.documents:
        raise ReadError(f"{path}: it names no document; import what duikou export jsonl has written")
    return contents


def _lines(path: Path) -> Iterator[tuple[int, str]]:
    try:
        with path.open(encoding="utf-8", newline="\n") as stream:
            yield from enumerate(stream, start=1)
    except UnicodeDecodeError as error:
        raise ReadError(f"{path}: it is not written in UTF-8; export it again") from error


def _add(contents: Contents, spans: Spans, line: dict[str, Any], path: Path) -> None:
    kind = line["type"]
    if kind == "document":
        if "text" not in line:
            raise without_texts(path)
        contents.documents[line["id"]] = {**{name: line[name] for name in _DOCUMENT}, "paths": [], "text": line["text"]}
    elif kind == "article":
        row = {name: line[name] for name in _ARTICLE} | {"url": line.get("url")}
        contents.articles[line["id"]] = row | {"document": line["document_id"], "stop": line["end"]}
    elif kind == "passage":
        row = {**{name: line[name] for name in _PASSAGE}, "document": line["document_id"], "stop": line["end"]}
        contents.passages[line["id"]] = row
        contents.mentions[line["id"]] = list(line["mentions"])
        spans[row["document"], row["start"], row["stop"]] = row
    elif kind == "entity":
        aliases = tuple(line["aliases"])
        contents.entities[line["id"]] = entity_row(
            Entity(line["id"], line["label"], line["name"], aliases, line["code"], line["region"])
        )
    elif kind == "fact":
        contents.facts[line["id"]] = _fact(line, spans)
    elif kind == "observation":
        contents.observations[line["id"]] = _observation(line, spans)
    elif kind == "reject":
        contents.rejects[line["id"]] = {
            "id": line["id"],
            "document": line["document_id"],
            "reason": line["reason"],
            "candidate": canonical(line["candidate"]),
            "passages": _passages(line, spans),
        }
    else:
        raise ValueError(f"type {kind}")


def _fact(line: dict[str, Any], spans: Spans) -> Row:
    kinds = schema().relations[line["relation"]].properties
    given = line["properties"]
    return {
        "id": line["id"],
        "relation": line["relation"],
        **_proof(line, spans),
        "source": line.get("source"),
        **{name: _number(given.get(name)) if kinds[name] in ("money", "number") else given.get(name) for name in kinds},
        "from_id": line["subject"]["id"],
        "to_id": line["object"]["id"],
    }


def _observation(line: dict[str, Any], spans: Spans) -> Row:
    return {
        **{name: line[name] for name in _OBSERVATION},
        "subject": line["subject"]["id"],
        "value": float(line["value"]),
        "minimum": _number(line["min"]),
        "maximum": _number(line["max"]),
        "cohort": line["group"],
        "period_start": line["period"]["start"],
        "period_end": line["period"]["end"],
        "precision": line["period"]["precision"],
        **_proof(line, spans),
    }


def _proof(line: dict[str, Any], spans: Spans) -> Row:
    return {"tier": line["tier"], "because": canonical(line["because"]), "passages": _passages(line, spans)}


def _passages(line: dict[str, Any], spans: Spans) -> list[str]:
    found = []
    for piece in line["evidence"]:
        passage = spans[piece["document_id"], piece["start"], piece["end"]]
        if piece["quote"] != passage["quote"]:
            raise ValueError(f"its quote is not that of {passage['id']}")
        found.append(passage["id"])
    return sorted(found)


def _number(value: Any) -> float | None:
    return None if value is None else float(value)
