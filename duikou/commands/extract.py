"""`duikou extract`: what documents say, without a store."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from duikou.load import extract as extract_document
from duikou.load import read_ahead
from duikou.outcomes import Ended, Failed, Failure, Found, outcomes
from duikou.rows import write_rows
from duikou.screen import Screen
from duikou.settings import Format

COLUMNS = (
    "type", "id", "document", "label", "name", "subject", "relation", "object", "indicator", "value", "unit",
    "properties", "tier", "reason", "quote",
)  # fmt: skip


def extract(screen: Screen, arguments: Iterable[str], mapping: Mapping[str, str] | None = None) -> int:
    """Print the statements of the documents as they are read; gives the number of documents that failed."""
    from loaders.read import paths

    sources = [str(path) for path in paths(arguments)]
    failed: list[Failure] = []
    kept: list[dict[str, Any]] = []
    documents = done = 0
    with (
        screen.progress() as progress,
        outcomes(sources, extract_document, prepare=read_ahead, mapping=mapping) as found,
    ):

        def statements() -> Iterator[dict[str, Any]]:
            nonlocal documents, done
            for outcome in found:
                documents += not isinstance(outcome, Ended)
                match outcome:
                    case Failure():
                        failed.append(outcome)
                    case Failed(failure=failure):
                        failed.append(failure)
                    case Found(made=extraction) if extraction is not None:
                        yield from extraction.statements()
                    case Ended(source):
                        done += 1
                        if progress:
                            progress(done, len(sources), source)

        if screen.format is Format.table:
            kept.extend(statements())
        elif screen.format is Format.csv:
            write_rows(map(flat, statements()), COLUMNS, screen.format, sys.stdout)
        else:
            write_rows(statements(), (), screen.format, sys.stdout)
    if kept:
        from duikou.commands.statement_tables import show_statements

        show_statements(screen, kept)
    screen.failures(failed, documents)
    return len(failed)


def flat(statement: dict[str, Any]) -> dict[str, Any]:
    """A statement as one row of a spreadsheet: names for entities, the first quote for the evidence."""
    evidence = statement.get("evidence") or []
    ends: dict[str, Any] = {end: statement[end]["name"] for end in ("subject", "object") if end in statement}
    article: dict[str, Any] = {"name": statement["title"]} if statement["type"] == "article" else {}
    proof: dict[str, Any] = {"document": evidence[0]["document"], "quote": evidence[0]["quote"]} if evidence else {}
    return {**statement, **ends, **article, **proof}
