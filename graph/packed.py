"""Rows of one document as a few bytes, and back: JSON, deflated."""

from __future__ import annotations

import json
import zlib
from typing import Any

from graph.rows import Batch, Row
from graph.tables import Pair

OF_ONE_DOCUMENT = ("Article", "Passage", "Reject")  # their ids hold the document's: no other speaks of them


def shared_part(batch: Batch) -> Batch:
    """The rows of things, facts and figures that other documents may speak of too."""
    nodes = {label: rows for label, rows in batch.nodes.items() if label not in OF_ONE_DOCUMENT}
    return Batch(batch.document, [], nodes, batch.facts)


def pack(batch: Batch) -> bytes:
    """The nodes and facts of a batch; the same rows give the same bytes."""
    nodes = {label: _listed(rows) for label, rows in batch.nodes.items()}
    facts = {f"{pair.relation} {pair.source} {pair.target}": _listed(rows) for pair, rows in batch.facts.items()}
    return deflated([nodes, facts])


def unpack(document: Row, packed: bytes) -> Batch:
    """The batch that was packed, with this row as its document."""
    nodes, facts = inflated(packed)
    return Batch(
        document,
        [],
        {label: {row["id"]: row for row in rows} for label, rows in nodes.items()},
        {Pair(*name.split()): {row["id"]: row for row in rows} for name, rows in facts.items()},
    )


def deflated(value: Any) -> bytes:
    """A value of JSON in a few bytes."""
    text = json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return zlib.compress(text.encode("utf-8", "surrogatepass"), 3)


def inflated(packed: bytes) -> Any:
    """The value that was deflated."""
    return json.loads(zlib.decompress(packed).decode("utf-8", "surrogatepass"))


def _listed(rows: dict[str, Row]) -> list[Row]:
    return [rows[key] for key in sorted(rows)]
