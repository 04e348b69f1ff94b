"""What is written into a store in one transaction: new documents, other files with the bytes of known ones, files that
hold something else now."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from graph import merge
from graph.packed import pack, shared_part
from graph.rows import Batch, Row
from graph.tables import Pair

_NO_FILE = ("", "-")  # texts and standard input: they are never read again


@dataclass(frozen=True, slots=True)
class Gone:
    """A file that does not hold a document any more: what only this document proved goes, if no other file holds it."""

    document: str  # its id
    file: str


@dataclass(slots=True)
class Group:
    """Changes that are made together or not at all, in this order: `gone`, `new`, `copies`."""

    new: list[Batch] = field(default_factory=list)
    copies: list[Row] = field(default_factory=list)  # rows of known documents: id, name and paths
    gone: list[Gone] = field(default_factory=list)
    anew: bool = False  # a document that is there and says other things now is replaced, not refused

    def __len__(self) -> int:
        return len(self.new) + len(self.copies) + len(self.gone)

    def named(self) -> str:
        """What it is about, for messages: the document, or how many there are."""
        return self.new[0].document["name"] if len(self) == 1 and self.new else f"{len(self)} documents"


@dataclass(slots=True)
class Together:
    """The rows of several documents, each thing once."""

    documents: dict[str, Row] = field(default_factory=dict)
    nodes: dict[str, dict[str, Row]] = field(default_factory=dict)
    facts: dict[Pair, dict[str, Row]] = field(default_factory=dict)
    links: dict[Pair, set[tuple[str, str]]] = field(default_factory=dict)
    kept: dict[str, Kept] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Kept:
    """What a store remembers of a document besides its graph, so that it can be taken out again.

    files: the files that hold it, each a JSON list of its absolute path and the document's name by it. things: the ids
    of its entities. rows: what it says of things that other documents may speak of too (graph.packed).
    """

    id: str
    files: tuple[str, ...]
    things: tuple[str, ...]
    rows: bytes


def together(batches: Iterable[Batch]) -> Together:
    """The rows of all documents, merged as the store would merge them one after the other."""
    made = Together()
    for batch in batches:
        document = batch.document["id"]
        if document in made.documents:
            made.documents[document] = merge.document(made.documents[document], batch.document)
        else:
            made.documents[document] = batch.document
        for label, rows in batch.nodes.items():
            known = made.nodes.setdefault(label, {})
            for key, row in rows.items():
                known[key] = merge.node(label, known[key], row) if key in known else row
        for pair, rows in batch.facts.items():
            known = made.facts.setdefault(pair, {})
            for key, row in rows.items():
                known[key] = merge.fact(known[key], row) if key in known else row
        for pair, ends in batch.links.items():
            made.links.setdefault(pair, set()).update(ends)
        made.kept[document] = _with_files(kept(batch), made.kept.get(document))
    return made


def kept(batch: Batch) -> Kept:
    """What is remembered of a document."""
    shared = shared_part(batch)
    things = sorted(key for label, rows in shared.nodes.items() if label != "Observation" for key in rows)
    files = batch.files or files_of(batch.document)
    return Kept(batch.document["id"], files, tuple(things), batch.packed or pack(shared))


def files_of(document: Row) -> tuple[str, ...]:
    """The files of a document's row, as they are remembered.

    >>> files_of({"name": "a", "names": ["a"], "paths": ["-"]})
    ('["","a"]',)
    """
    named = [(path, document["name"]) for path in document["paths"] or [""]]
    return tuple(sorted({merge.canonical([absolute(path), name]) for path, name in named}))


def paths_of(files: Iterable[str]) -> tuple[str, ...]:
    """The paths of files as they are remembered."""
    return tuple(json.loads(file)[0] for file in files)


def absolute(path: str) -> str:
    """A file's path from the root, so that a file has one name wherever a load is started; empty for no file."""
    return "" if path in _NO_FILE else str(Path(path).expanduser().absolute())


def _with_files(one: Kept, other: Kept | None) -> Kept:
    return one if other is None else Kept(one.id, tuple(sorted({*one.files, *other.files})), one.things, one.rows)


def with_files(one: Kept, files: Sequence[str]) -> Kept:
    """The same with these files."""
    return Kept(one.id, tuple(sorted(set(files))), one.things, one.rows)
