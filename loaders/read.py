"""A file -> its documents. The text of a document is its file decoded, to the letter.

Most files are one document. A table is one a row, an archive one a member, a book one a chapter; what is wrong with
one of them does not keep the others from being read.
"""

from __future__ import annotations

import hashlib
import io
import os
import stat
import sys
from collections.abc import Iterator, Mapping
from itertools import islice
from pathlib import Path
from typing import BinaryIO

from graph.errors import ReadError
from graph.model import Document
from loaders.folders import paths
from loaders.kinds import (
    CSV,
    DOC,
    DOCX,
    EPUB,
    HTML,
    JSONL,
    MHTML,
    PDF,
    PLAIN,
    SUFFIXES,
    TSV,
    XLSX,
    ZIP,
    ZIPPED,
    kind_of,
)
from loaders.limits import MAX_BYTES, MAX_PDF
from loaders.sources import Source, content_of, kind_of_text, shown, text_document

__all__ = ["HTML", "PDF", "PLAIN", "SUFFIXES", "documents", "from_text", "paths", "read", "shown"]

Outcome = Document | ReadError
_HEAD = 4096


def documents(path: Path | str, mapping: Mapping[str, str] | None = None) -> Iterator[Outcome]:
    """Every document in a file (in standard input for "-"), in order; what cannot be read comes as a ReadError.

    mapping: which column of a table gives what, {"text": "正文"}; loaders/rows.py has the names that need none.
    """
    try:
        if str(path) == "-":
            content = sys.stdin.buffer.read(MAX_PDF + 1)
            yield from _documents(io.BytesIO(content), Source("stdin", "-"), "", mapping)
        else:
            yield from _in_file(Path(path), mapping)
    except ReadError as error:
        yield error


def read(path: Path | str) -> Document:
    """The document in a file that holds one, or in standard input for "-". Raises ReadError for what cannot be read."""
    found = list(islice(documents(path), 2))
    if not found:
        raise ReadError(f"{shown(path)}: the file holds no article")
    if isinstance(found[0], ReadError):
        raise found[0]
    if len(found) > 1 and isinstance(found[1], Document):
        raise ReadError(f"{shown(path)}: the file holds more than one article; load it, or unpack it")
    return found[0]


def from_text(text: str, name: str) -> Document:
    """A text that is already in memory, as a document."""
    digest = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    return Document(name, text, digest, "", kind_of_text(text, None))


def _in_file(path: Path, mapping: Mapping[str, str] | None) -> Iterator[Outcome]:
    place = shown(path)
    if any("\ud800" <= char <= "\udfff" for char in str(path)):
        raise ReadError(f"{place}: its name is not written in UTF-8; rename it")
    try:
        before = path.stat()
        if stat.S_ISDIR(before.st_mode):
            os.listdir(path)  # noqa: PTH208 for its error, when it may not be read
            raise ReadError(f"{place}: a folder, or a link that leads back to one around it; name the files")
        if not stat.S_ISREG(before.st_mode) and path.parent not in (Path("/dev/fd"), Path("/proc/self/fd")):
            raise ReadError(f"{place}: a device or a pipe, not a file; put its content into a file, or use -")
        with path.open("rb") as handle:
            yield from _unchanged(handle, path, before, mapping)
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise ReadError(f"{place}: cannot be opened ({reason})") from error


def _unchanged(
    handle: BinaryIO, path: Path, before: os.stat_result, mapping: Mapping[str, str] | None
) -> Iterator[Outcome]:
    """The documents of a file, and a word when another program wrote into it meanwhile; a single one is then held back."""
    source, waiting = Source(path.stem, str(path)), None
    for outcome in _documents(handle, source, path.suffix.lower(), mapping):
        if waiting is not None:
            yield waiting
        waiting = outcome
    after = os.fstat(handle.fileno())
    if stat.S_ISREG(after.st_mode) and (before.st_size, before.st_mtime_ns) != (after.st_size, after.st_mtime_ns):
        yield ReadError(f"{source.place}: the file was changed while it was read; load it again")
    elif waiting is not None:
        yield waiting


def _documents(handle: BinaryIO, source: Source, suffix: str, mapping: Mapping[str, str] | None) -> Iterator[Outcome]:
    """The documents in an open file; readers of rarer kinds are imported when one comes."""
    head = handle.read(_HEAD)
    if not handle.seekable():
        handle = io.BytesIO(head + handle.read(MAX_PDF + 1 - len(head)))
    handle.seek(0)
    if not head:
        raise ReadError(f"{source.place}: the file is empty")
    kind = kind_of(head, suffix, source.place)
    if kind in ZIPPED:
        from loaders.archive import kind_inside, members

        kind = kind_inside(handle, source)
        if kind == ZIP:
            for member, name in members(handle, source):
                yield from _member(member, source.part(name), Path(name).suffix.lower(), mapping)
            return
    if kind in (JSONL, CSV, TSV, XLSX):
        from loaders.rows import row_documents
        from loaders.tables import rows

        yield from row_documents(rows(handle, source, kind, mapping or {}), source, mapping or {})
    elif kind == EPUB:
        from loaders.epub import chapters

        yield from chapters(handle, source)
    elif kind == PDF:
        from loaders.pdf import pdf_document

        yield from pdf_document(content_of(handle, source, MAX_PDF), source)
    elif kind in (DOCX, DOC):
        from loaders.word import word_document

        yield word_document(content_of(handle, source, MAX_PDF), source, kind)
    elif kind == MHTML:
        from loaders.mhtml import page

        yield page(content_of(handle, source, MAX_PDF), source)
    else:
        yield text_document(content_of(handle, source, MAX_BYTES), source, kind)


def _member(
    opened: BinaryIO | ReadError, source: Source, suffix: str, mapping: Mapping[str, str] | None
) -> Iterator[Outcome]:
    """The documents of one member of an archive; it is not looked into when it is an archive itself."""
    if isinstance(opened, ReadError):
        yield opened
        return
    try:
        if suffix == ".zip":
            raise ReadError(f"{source.place}: an archive inside an archive; unpack it first")
        yield from _documents(opened, source, suffix, mapping)
    except ReadError as error:
        yield error
