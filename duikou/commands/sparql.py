"""`duikou sparql`: a SPARQL query over the store's export."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from pathlib import Path

from duikou.rows import write_rows
from duikou.screen import Screen
from duikou.settings import Format
from graph.errors import UsageError


def show_sparql(
    screen: Screen, location: str, query: str | None, parameters: Mapping[str, str], timeout: float
) -> None:
    """Run a canned question's twin, a file or standard input (-) and show the rows."""
    from graph.store import open_store
    from queries.answer import Answer
    from queries.sparql import sparql

    file, text = _text(query)
    with open_store(location, read_only=True) as store:
        found = sparql(store, text, parameters, timeout=timeout, file=file)
    if screen.format is not Format.table:
        write_rows(found.rows, found.columns, screen.format, sys.stdout)
    elif found.cells and found.question:
        from duikou.commands.answer_table import answer_table

        answer = Answer(found.question, found.parameters, found.cells, found.matched)
        screen.show(answer_table(answer, screen.lang, screen.console.width))
    elif found.cells:
        from duikou.tables import table

        screen.show(table(found.columns, [list(row.values()) for row in found.rows]))
    for name, names in found.matched.items():
        if not names:
            screen.warn("unknown", name=found.parameters[name], store=location)
    if not found.cells and all(found.matched.values()):
        screen.note("nothing", store=location)


def _text(query: str | None) -> tuple[str, str]:
    """What the query is called in messages, and its text; a file goes before a question of the same name."""
    from queries.catalogue import catalogue
    from queries.sparql_text import twin

    if query is None:
        raise UsageError(f"name a file, - for standard input, or a question: {', '.join(catalogue())}")
    if query == "-":
        return "standard input", _decoded("standard input", sys.stdin.buffer.read())
    if Path(query).is_file():
        return query, _decoded(query, Path(query).read_bytes())
    if query in catalogue():
        return f"{query}.rq", twin(query)
    raise UsageError(f"{query}: there is no such file and no such question; there are: {', '.join(catalogue())}")


def _decoded(file: str, content: bytes) -> str:
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise UsageError(f"{file}: this is not UTF-8 (byte {error.start}); save it as UTF-8") from error
