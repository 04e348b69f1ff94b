"""SPARQL over the export of a store: in memory, in a process of its own, which ends when the time is over."""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from threading import Event, Timer
from typing import Any

from graph.errors import StoreError, UsageError
from graph.store import Store
from queries import sparql_child
from queries.answer import Answer, Row, as_row
from queries.ask import given_values, values_of
from queries.catalogue import Question, question
from queries.sparql_text import filled, header, holes, refuse, twin

_EVALUATOR = str(Path(sparql_child.__file__).resolve())


@dataclass(frozen=True, slots=True)
class Rows:
    """What a query found. `question`: what its header says it asks, if it has one; `cells` and `matched` as in Answer."""

    columns: tuple[str, ...]
    cells: Sequence[Sequence[Any]]
    question: Question | None = None
    parameters: Mapping[str, Any] = field(default_factory=dict)
    matched: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    @property
    def rows(self) -> tuple[Row, ...]:
        """All rows."""
        return tuple(as_row(self.columns, cells) for cells in self.cells)


def ask_sparql(
    store: Store, name: str, parameters: Mapping[str, Any] | None = None, *, timeout: float | None = None
) -> Answer:
    """The answer to a canned question by its SPARQL twin: the rows of `ask`."""
    asked = question(name)
    found = sparql(store, twin(name), parameters, timeout=timeout, file=f"{name}.rq")
    return Answer(asked, found.parameters, found.cells, found.matched)


def sparql(
    store: Store,
    text: str,
    parameters: Mapping[str, Any] | None = None,
    *,
    timeout: float | None = None,
    file: str = "query.rq",
) -> Rows:
    """The rows of a query over the store's export.

    UsageError when it is not understood, asks elsewhere or takes no such parameter; StoreError when it has no answer
    within `timeout` seconds, which begin when the export is in memory. `file` names the query in messages.
    """
    refuse(text)
    asked = header(text)
    if asked is None and parameters:
        raise UsageError(f"{file} has no header that says what it takes; leave out --{next(iter(parameters))}")
    matched: dict[str, tuple[str, ...]] = {}
    given: dict[str, Any] = {}
    if asked is not None:
        given = given_values(asked, parameters)
        values, matched = values_of(store, asked, given)
        text = filled(text, holes(asked.parameters, values))
    columns, rows = _run(store, text, timeout, file)
    return Rows(tuple(columns), rows, asked, given, matched)


def _run(store: Store, text: str, timeout: float | None, file: str) -> tuple[list[str], list[list[Any]]]:
    """The columns and rows that the evaluating process finds."""
    from graph.rdf_terms import BASE
    from graph.rdf_write import write_rdf

    with tempfile.TemporaryDirectory() as folder:
        export = Path(folder) / "export.nt"
        with export.open("w", encoding="utf-8", newline="\n") as stream:
            write_rdf(store, stream, "nt", BASE, texts=False)
        return _evaluated(str(export), text, timeout, file, store.location)


def _evaluated(
    export: str, text: str, timeout: float | None, file: str, location: str
) -> tuple[list[str], list[list[Any]]]:
    command = [sys.executable, "-P", "-X", "utf8", _EVALUATOR, export]
    late = Event()
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as child:
        assert child.stdin and child.stdout

        def stop() -> None:
            late.set()
            child.kill()

        child.stdin.write(text.encode("utf-8"))
        child.stdin.close()
        child.stdout.readline()  # "ready": the export is in memory
        watch = Timer(timeout, stop) if timeout else None
        try:
            if watch:
                watch.start()
            told = child.stdout.read()
        finally:
            if watch:
                watch.cancel()
            child.kill()
    if late.is_set():
        raise StoreError(f"{location}: no answer within {timeout:g} seconds; ask for less, or allow more time")
    if not told:
        raise StoreError(f"{location}: the query ended without an answer; it may have used up the memory")
    found = json.loads(told)
    if "error" in found:
        raise UsageError(f"{file}: the query is not understood: {found['error']}")
    return found["columns"], found["rows"]
