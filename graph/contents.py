"""What an export holds, as the rows of a store: the meeting point of all the formats that can be imported."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from graph.errors import ReadError
from graph.rows import Row

_SUFFIXES = {
    ".jsonl": "jsonl",
    ".ttl": "ttl",
    ".nt": "nt",
    ".nq": "nq",
    ".trig": "trig",
    ".jsonld": "jsonld",
    ".rdf": "rdfxml",
    ".rdfxml": "rdfxml",
    ".xml": "rdfxml",
}


@dataclass(slots=True)
class Contents:
    """Rows by id; a fact's row has its ends as `from_id` and `to_id`. `mentions`: ids of entities by passage."""

    documents: dict[str, Row] = field(default_factory=dict)
    articles: dict[str, Row] = field(default_factory=dict)
    passages: dict[str, Row] = field(default_factory=dict)
    entities: dict[str, Row] = field(default_factory=dict)
    facts: dict[str, Row] = field(default_factory=dict)
    observations: dict[str, Row] = field(default_factory=dict)
    rejects: dict[str, Row] = field(default_factory=dict)
    mentions: dict[str, list[str]] = field(default_factory=dict)

    def proven(self) -> Iterator[Row]:
        """The facts and the figures."""
        yield from self.facts.values()
        yield from self.observations.values()


def read_contents(path: Path) -> Contents:
    """What a file of `duikou export` holds; its ending tells the format. ReadError names the place of a fault."""
    format = _SUFFIXES.get(path.suffix.lower())
    if format is None:
        raise ReadError(f"{path}: its ending tells no format that can be imported; use one of {', '.join(_SUFFIXES)}")
    if not path.is_file():
        raise ReadError(f"{path}: there is no such file; make it with: duikou export jsonl -o {path}")
    if format == "jsonl":
        from graph.statements_read import read_statements

        return read_statements(path)
    from graph.rdf_read import read_rdf

    return read_rdf(path, format)


def without_texts(path: Path) -> ReadError:
    """The refusal of an export in which no proof can be checked."""
    return ReadError(f"{path}: it has no texts to check the proofs against; export it again without --no-texts")
