"""`import duikou`: the same jobs as the command line, as Python values."""

from __future__ import annotations

import os
import warnings
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from graph.errors import ReadError, UsageError

if TYPE_CHECKING:
    import networkx
    import pandas
    import rdflib

    from duikou.load_report import LoadReport
    from duikou.view import View
    from duikou.writers import Progress
    from graph.model import Document, Extraction
    from graph.restore import Restored
    from graph.store import Store
    from queries.answer import Answer
    from queries.find import Found
    from queries.status import Status
    from queries.why import Explanation

Source = str | os.PathLike[str]


class Statements:
    """What documents say: iterating gives the statements as dicts, in the format of `duikou extract --format jsonl`."""

    def __init__(self, extractions: Iterable[Extraction]) -> None:
        self._statements = [row for extraction in extractions for row in extraction.statements()]

    def __iter__(self) -> Iterator[dict[str, Any]]:
        return iter(self._statements)

    def __len__(self) -> int:
        return len(self._statements)

    def __repr__(self) -> str:
        parts = ("articles", "entities", "facts", "observations", "rejects")
        return f"Statements({', '.join(f'{part}={len(getattr(self, part))}' for part in parts)})"

    @property
    def articles(self) -> list[dict[str, Any]]:
        return self._of("article")

    @property
    def entities(self) -> list[dict[str, Any]]:
        return self._of("entity")

    @property
    def facts(self) -> list[dict[str, Any]]:
        return self._of("fact")

    @property
    def observations(self) -> list[dict[str, Any]]:
        return self._of("observation")

    @property
    def rejects(self) -> list[dict[str, Any]]:
        return self._of("reject")

    def to_pandas(self, kind: str = "fact") -> pandas.DataFrame:
        """The statements of one kind (article, entity, fact, observation, reject) as a data frame."""
        try:
            import pandas
        except ImportError as error:
            raise UsageError("to_pandas needs pandas; install it with: pip install pandas") from error
        return pandas.json_normalize(self._of(kind), sep="_")

    def _of(self, kind: str) -> list[dict[str, Any]]:
        return [row for row in self._statements if row["type"] == kind]


class Graph:
    """A store of facts, opened by `duikou.open`."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def __enter__(self) -> Graph:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the store, so that another process can write to it."""
        self._store.close()

    def load(
        self,
        paths: Source | Iterable[Source],
        jobs: int = 1,
        progress: Progress | None = None,
        *,
        resume: bool = True,
    ) -> LoadReport:
        """Load files, folders or globs; the report names those that failed.

        Unchanged files that are there are left out, unless `resume` is False; changed ones are replaced.
        With `jobs` > 1 call it under `if __name__ == "__main__":`, because the processes import the calling script.
        """
        from duikou.load import load

        many = [paths] if isinstance(paths, str | os.PathLike) else paths
        return load(self._store, [os.fspath(path) for path in many], jobs, progress, resume=resume)

    def ask(self, question: str, **parameters: Any) -> Answer:
        """The answer to a canned question; UsageError names those there are when there is no such one."""
        from queries.ask import ask

        return ask(self._store, question, parameters)

    def why(self, name: str) -> list[Explanation]:
        """The facts and figures of an entity (by any of its names or its id), or one fact by its id, with proofs."""
        from queries.why import why

        return why(self._store, name)

    def find(self, text: str) -> list[Found]:
        """The entities that have the text in one of their names."""
        from queries.find import find

        return find(self._store, text)

    def status(self) -> Status:
        """What the store holds, counted."""
        from queries.status import status

        return status(self._store)

    def statements(self) -> Iterator[dict[str, Any]]:
        """Everything the store holds, as `duikou export jsonl` writes it."""
        return self._store.statements()

    def import_file(self, path: Source) -> Restored:
        """Read what `duikou export jsonl` or `rdf` wrote; ReadError, and nothing is written, when a proof fails."""
        from graph.restore import import_file

        return import_file(self._store, Path(path))

    def to_rdflib(self, base: str | None = None, texts: bool = True) -> rdflib.Graph:
        """Everything the store holds as a graph of rdflib; for large stores export instead."""
        from graph.rdf_rdflib import to_rdflib
        from graph.rdf_terms import BASE

        return to_rdflib(self._store, base or BASE, texts)

    def to_networkx(self) -> networkx.MultiDiGraph[str]:
        """The entities as nodes and the facts as edges; their attributes are those of the vocabulary."""
        from graph.networks import to_networkx

        return to_networkx(self._store)

    def view(self, *words: str, kind: str | None = None, lang: str = "zh", **parameters: Any) -> View:
        """A page: of a question with its parameters, of names, or of the whole store; a notebook shows it.

        kind: graph, flow, map, timeline, page or article; left out, what fits best.
        """
        from duikou.settings import Lang
        from duikou.view import view
        from duikou.view_kinds import Kind

        if kind is not None and kind not in list(Kind):
            raise UsageError(f"there is no kind of page called {kind}; there are: {', '.join(Kind)}")
        return view(self._store, words, parameters, Kind(kind) if kind else None, Lang(lang))

    def report(self, name: str, folder: Source, lang: str = "zh") -> list[Path]:
        """A folder of linked pages about one thing; the first of the paths is the page to open."""
        from duikou.settings import Lang
        from duikou.view import the_one
        from duikou.views.report import report

        return report(self._store, the_one(self._store, name).id, Path(folder), Lang(lang))

    def cypher(self, text: str, **parameters: Any) -> list[dict[str, Any]]:
        """The rows of a Cypher query; values belong into the parameters, not into the text."""
        columns, rows = self._store.query(text, parameters)
        return [dict(zip(columns, row, strict=True)) for row in rows]


def extract(source: Source) -> Statements:
    """What a file, the files of a folder or glob, or a text says. Raises ReadError for a file that cannot be read.

    A string is a path when it is one line that exists, matches a glob or ends like a file that duikou reads.
    """
    from loaders.build import extract_document
    from loaders.read import from_text, paths

    if isinstance(source, str) and not _is_path(source):
        return Statements([extract_document(from_text(source, "text"))])
    return Statements(
        extract_document(document) for path in paths([os.fspath(source)]) for document in _documents(str(path))
    )


def _documents(path: str) -> Iterator[Document]:
    """The documents of a file; a warning for each part of it that cannot be read, ReadError when none can."""
    from loaders.read import documents

    read, failed = 0, []
    for one in documents(path):
        if isinstance(one, ReadError):
            failed.append(one)
        else:
            read += 1
            yield one
    if failed and not read:
        raise failed[0]
    for error in failed:
        warnings.warn(str(error), stacklevel=2)


def _is_path(source: str) -> bool:
    from loaders.read import SUFFIXES

    if "\n" in source or len(source) > 1000:
        return False
    return source.lower().endswith(tuple(SUFFIXES)) or any(mark in source for mark in "*?") or Path(source).exists()


def open(location: Source, *, read_only: bool = False) -> Graph:
    """The store at a path, made when it is not there; a context manager. One process may write to it at a time."""
    from graph.store import open_store

    return Graph(open_store(os.fspath(location), read_only=read_only))
