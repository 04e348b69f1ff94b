"""A file beside a new store in which the documents of a large load wait until all of them are read.

A store is filled from nothing in a tenth of the time that adding document after document takes, but only once. So the
rows of each document are laid down here as soon as they are known, table by table, and read again table by table: never
all of them are in memory. What was laid down survives a kill: a next load goes on from there.

    {"duikou": "spool 1", "vocabulary": 1}\n
    frame: length, checksum (4 bytes each, big-endian), then length bytes: the length of the head, the head, the sections
"""

from __future__ import annotations

import errno
import json
import logging
import os
import struct
import zlib
from array import array
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from graph import merge
from graph.errors import StoreError, StoreFullError
from graph.group import Gone, files_of, kept
from graph.packed import deflated, inflated
from graph.rows import Batch, Row
from graph.schema import schema
from graph.tables import Columns, Pair, link_columns, node_tables

_FRAME = struct.Struct(">II")
_LENGTH = struct.Struct(">I")
_log = logging.getLogger(__name__)
Section = str | Pair


@dataclass(slots=True)
class Waiting:
    """A document that waits: its row without the text, the files that hold it, and what its load told of it."""

    row: Row
    files: tuple[str, ...]
    told: Mapping[str, Any]


@dataclass(slots=True)
class _Places:
    """Where the frames have a section."""

    documents: list[str] = field(default_factory=list)
    offsets: array[int] = field(default_factory=lambda: array("Q"))
    lengths: array[int] = field(default_factory=lambda: array("Q"))


def spool_of(store: Path) -> Path:
    """The path of a store's spool."""
    return store.with_name(f"{store.name}.loading")


class Spool:
    """The documents of a load that has not ended. `documents` are those that will be in the store, by id."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self.documents: dict[str, Waiting] = {}
        self._places: dict[Section, _Places] = {}
        head = json.dumps({"duikou": "spool 1", "vocabulary": schema().version}).encode("ascii") + b"\n"
        try:
            self._file = path.open("r+b" if path.exists() else "w+b", buffering=0)
            self._end = self._read(head)
            self._file.seek(self._end)
            self._file.truncate()
            if self._end == 0:
                self._write(head)
        except OSError as error:
            raise self._failed(error) from error

    def __len__(self) -> int:
        return len(self.documents)

    def add(self, batch: Batch, told: Mapping[str, Any]) -> None:
        """Lay down a document. When this returns, a kill does not lose it."""
        remembered = kept(batch)
        sections: list[tuple[str, bytes]] = [("Kept", remembered.rows), ("Things", deflated(remembered.things))]
        for label, columns in node_tables(schema()).items():
            rows = {batch.document["id"]: batch.document} if label == "Document" else batch.nodes.get(label)
            if rows:
                sections.append((label, deflated([_values(columns, rows[key]) for key in sorted(rows)])))
        for pair, facts in sorted(batch.facts.items()):
            columns = fact_section(pair)
            sections.append((_name(pair), deflated([_values(columns, facts[key]) for key in sorted(facts)])))
        sections += [(_name(pair), deflated(sorted(ends))) for pair, ends in sorted(batch.links.items())]
        row = {name: value for name, value in batch.document.items() if name != "text"}
        head = {"document": row, "files": remembered.files, "told": dict(told)}
        self._append(head, sections)

    def add_copy(self, document: Row) -> None:
        """Note another file with the bytes of a document that waits."""
        self._append({"copy": document}, [])

    def let_go(self, gone: Gone) -> None:
        """Note that a file does not hold a document any more."""
        self._append({"gone": [gone.document, gone.file]}, [])

    def sections(self) -> list[Section]:
        """The tables that have rows: labels, `Kept` and `Things`, pairs of facts and links."""
        return sorted(self._places, key=str)

    def read(self, section: Section) -> Iterator[tuple[str, bytes]]:
        """The ids of the documents with what they have in a section, as it was laid down."""
        places = self._places.get(section, _Places())
        for document, offset, length in zip(places.documents, places.offsets, places.lengths, strict=True):
            if document in self.documents:
                self._file.seek(offset)
                yield document, self._file.read(length)

    def rows(self, section: Section) -> Iterator[list[Any]]:
        """The rows of a section: the values of the columns."""
        for _, packed in self.read(section):
            yield from inflated(packed)

    def close(self) -> None:
        self._file.close()

    def remove(self) -> None:
        """Take the file away: its documents are in the store."""
        self._file.close()
        self._path.unlink(missing_ok=True)

    def _append(self, head: Mapping[str, Any], sections: list[tuple[str, bytes]]) -> None:
        words = deflated({**head, "sections": [[name, len(body)] for name, body in sections]})
        payload = b"".join([_LENGTH.pack(len(words)), words, *(body for _, body in sections)])
        try:
            self._file.seek(self._end)
            self._write(_FRAME.pack(len(payload), zlib.crc32(payload)) + payload)
        except OSError as error:
            raise self._failed(error) from error
        self._note(payload, self._end - len(payload))

    def _write(self, content: bytes) -> None:
        view = memoryview(content)
        while view:
            view = view[self._file.write(view) or 0 :]
        self._end += len(content)

    def _read(self, head: bytes) -> int:
        """Note what is there; where the last whole frame ends."""
        found = self._file.readline()
        if found != head:
            if found:
                _log.warning("%s: left by another version of duikou; its documents are read again", self._path)
            return 0
        end = len(found)
        while len(frame := self._file.read(_FRAME.size)) == _FRAME.size:
            length, checksum = _FRAME.unpack(frame)
            payload = self._file.read(length)
            if len(payload) < length or zlib.crc32(payload) != checksum:
                break
            end += _FRAME.size + length
            self._note(payload, end - length)
        return end

    def _note(self, payload: bytes, offset: int) -> None:
        (length,) = _LENGTH.unpack_from(payload)
        head = inflated(payload[_LENGTH.size : _LENGTH.size + length])
        if "copy" in head:
            waiting = self.documents[head["copy"]["id"]]
            waiting.row = merge.document(waiting.row, head["copy"])
            waiting.files = tuple(sorted({*waiting.files, *files_of(head["copy"])}))
            return
        if "gone" in head:
            self._forget(*head["gone"])
            return
        key = head["document"]["id"]
        if key in self.documents:
            self._drop(key)  # it was read anew
        self.documents[key] = Waiting(head["document"], tuple(head["files"]), head["told"])
        offset += _LENGTH.size + length
        for name, size in head["sections"]:
            places = self._places.setdefault(_section(name), _Places())
            places.documents.append(key)
            places.offsets.append(offset)
            places.lengths.append(size)
            offset += size

    def _forget(self, document: str, file: str) -> None:
        waiting = self.documents.get(document)
        if waiting is None:
            return
        waiting.files = tuple(one for one in waiting.files if json.loads(one)[0] != file)
        if not waiting.files:
            self._drop(document)
            return
        names = sorted({json.loads(one)[1] for one in waiting.files})
        waiting.row = {**waiting.row, "name": names[0], "names": names}

    def _drop(self, document: str) -> None:
        """Leave out what was laid down of a document; it may come again."""
        del self.documents[document]
        for places in self._places.values():
            for place, one in enumerate(places.documents):
                if one == document:
                    places.documents[place] = ""

    def _failed(self, error: OSError) -> StoreError:
        if error.errno in (errno.ENOSPC, errno.EFBIG, errno.EDQUOT):
            return StoreFullError(f"{self._path}: the disk is full; make room, then load again: it goes on from there")
        reason = (error.strerror or os.strerror(error.errno or 0)).lower()
        return StoreError(f"{self._path}: cannot be written ({reason}); make room, then load again")


def fact_section(pair: Pair) -> Columns:
    """The columns of the facts of a pair: the ends, then what a store keeps."""
    return {"from_id": "string", "to_id": "string", **link_columns(schema(), pair.relation)}


def _values(columns: Columns, row: Row) -> list[Any]:
    return [row[name] for name in columns]


def _name(pair: Pair) -> str:
    return f"{pair.relation} {pair.source} {pair.target}"


def _section(name: str) -> Section:
    return Pair(*name.split()) if " " in name else name
