"""Which documents a store holds, by the bytes they are made of and by the files they came from."""

from __future__ import annotations

import hashlib
from bisect import bisect_left
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from graph.group import Gone, absolute

if TYPE_CHECKING:
    from graph.model import Document


class Held:
    """What need not be read again, and what files do not hold any more; kept up to date while documents are loaded."""

    def __init__(self, files: Mapping[str, tuple[str, ...]], resume: bool) -> None:
        """`files`: the paths of the files that hold each document, by the document's id."""
        self.failed: dict[str, str] = {}  # why, by the id of the document
        self._resume = resume
        self._files = {document: set(paths) for document, paths in files.items()}
        self._before: dict[str, set[str]] = {}  # documents by file, as they were
        for document, paths in files.items():
            for path in paths:
                self._before.setdefault(path, set()).add(document)
        self._paths = sorted(self._before)
        self._reading: set[str] = set()
        self._claims: dict[str, str] = {}  # the document of each part of the source that is being read

    def same(self, source: str) -> bool:
        """Whether a file still has the bytes of the document that it held; files that hold many are looked into."""
        before = self._before.get(absolute(source), set())
        return self._resume and len(before) == 1 and before == {_document_in(source)}

    def known(self, document: Document) -> bool:
        """Whether a document's bytes are in the store, or have come in this load."""
        if document.id in self._reading or (self._resume and document.id in self._files):
            return True
        self._reading.add(document.id)
        return False

    def claim(self, document: Document) -> bool:
        """Note that a document was read from its file; True when the file held another one before."""
        path = absolute(document.path)
        self._claims[path] = document.id
        self._files.setdefault(document.id, set()).add(path)
        return bool(path and self._before.get(path, set()) - {document.id})

    def claim_copy(self, document: Document) -> bool:
        """Note that a file holds a known document; True when that is news."""
        news = absolute(document.path) not in self._files.get(document.id, set())
        self.claim(document)
        return news

    def gone(self, source: str) -> list[Gone]:
        """The documents that the source, all of which was read, held before and does not hold now."""
        here, claims = absolute(source), self._claims
        self._claims = {}
        if not here:
            return []
        parts = self._paths[bisect_left(self._paths, f"{here}#") : bisect_left(self._paths, f"{here}$")]
        files = [here, *(part for part in parts if not Path(part).exists())]  # not a file whose name only begins so
        return [
            Gone(document, file)
            for file in files
            for document in sorted(self._before.get(file, ()))
            if claims.get(file) != document
        ]


def _document_in(source: str) -> str | None:
    """The id of the document that a file is, from its bytes."""
    try:
        with Path(source).open("rb") as file:
            return f"document:{hashlib.file_digest(file, 'sha256').hexdigest()[:20]}"
    except OSError:
        return None  # reading it will tell
