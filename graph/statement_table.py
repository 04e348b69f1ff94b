"""A store as one table of statements in the manner of FollowTheMoney: one property of one thing, as one passage has it.

https://followthemoney.tech/docs/statements/ names the columns; `start`, `end` (code points of the document's text),
`quote` and `tier` are added, because every statement here shows its proof.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import IO, TYPE_CHECKING, Any

from graph.export import place
from graph.identity import digest

if TYPE_CHECKING:
    from graph.store import Store

COLUMNS = (
    "id", "entity_id", "canonical_id", "schema", "prop", "value", "original_value", "lang", "dataset", "origin",
    "start", "end", "quote", "tier",
)  # fmt: skip
_TEXTS = frozenset({"name", "alias", "title", "items", "scheme", "raw", "group"})  # in Chinese, whatever the page is in
_OF_FIGURES = (
    "indicator", "value", "min", "max", "unit", "modifier", "status", "aggregation", "group", "raw",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Said:
    """One statement; `piece` is the evidence, or nothing for what the gazetteer says."""

    entity: str
    schema: str
    prop: str
    value: Any
    original: str
    piece: Mapping[str, Any]
    tier: str

    def row(self) -> list[Any]:
        lang = "zho" if self.prop in _TEXTS else ""
        place = [self.piece.get(name, "") for name in ("document", "id", "start", "end", "quote")]
        said = [self.entity, self.schema, self.prop, self.value]
        key = digest(*said, self.original, *place[:4], self.piece.get("document_id", ""))
        return [key, self.entity, *said, self.original, lang, *place, self.tier]


def write_statements(store: Store, stream: IO[str]) -> int:
    """Write the table as CSV (UTF-8, a line ends in a line feed); how many statements there are."""
    table = csv.writer(stream, lineterminator="\n")
    table.writerow(COLUMNS)
    count = 0
    for said in _said(store):
        table.writerow(said.row())
        count += 1
    return count


def _said(store: Store) -> Iterator[_Said]:
    passages: dict[tuple[str, int, int], dict[str, Any]] = {}
    named_in: dict[str, list[dict[str, Any]]] = {}
    for line in store.statements():
        if line["type"] == "passage":
            passages[place(line)] = line
            for entity in line["mentions"]:
                named_in.setdefault(entity, []).append(line)
        elif line["type"] == "entity":
            yield from _of_entity(line, named_in.pop(line["id"], []))
        elif line["type"] in ("fact", "observation"):
            pieces = [passages[place(piece)] for piece in line["evidence"]] or [{}]
            told = _of_fact(line) if line["type"] == "fact" else _of_figure(line)
            for prop, value in told:
                for piece in pieces:
                    schema = line.get("relation", "Observation")
                    yield _Said(line["id"], schema, prop, value, line.get("raw", ""), piece, line["tier"])


def _of_entity(line: Mapping[str, Any], pieces: list[dict[str, Any]]) -> Iterator[_Said]:
    """Its name as each passage gives it, then what is known of it without a passage."""
    names = sorted({line["name"], *line["aliases"]}, key=lambda name: (-len(name), name))
    for piece in pieces:
        met = next((name for name in names if name in piece["quote"]), "")
        yield _Said(line["id"], line["label"], "name", line["name"], met, piece, "")
    known = [("name", line["name"])] if not pieces else []
    known += [("alias", name) for name in line["aliases"]]
    known += [(name, line[name]) for name in ("code", "region") if line[name]]
    for prop, value in known:
        yield _Said(line["id"], line["label"], prop, value, "", {}, "")


def _of_fact(line: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
    yield "subject", line["subject"]["id"]
    yield "object", line["object"]["id"]
    yield from line["properties"].items()


def _of_figure(line: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
    yield "subject", line["subject"]["id"]
    yield from ((name, line[name]) for name in _OF_FIGURES if line[name] is not None)
    for name, value in line["period"].items():
        if value is not None:
            yield f"period_{name}", value
