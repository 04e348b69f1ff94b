"""The process that a SPARQL query runs in, so that one that takes too long can be stopped.

A program of its own that knows nothing of duikou: its argument is a file of N-Triples, its standard input the query.
It prints the line "ready" when it has read the file, then one line of JSON: {"columns": [...], "rows": [...]}, or
{"error": "..."} for a query that is not understood.
"""

from __future__ import annotations

import contextlib
import json
import sys
from typing import Any

import pyoxigraph

_NUMBERS = frozenset(
    f"http://www.w3.org/2001/XMLSchema#{name}"
    for name in ("decimal", "integer", "double", "float", "nonNegativeInteger", "positiveInteger", "int", "long")
)
_BOOLEAN = "http://www.w3.org/2001/XMLSchema#boolean"


def answer(data: pyoxigraph.Store, query: str) -> tuple[list[str], list[list[Any]]]:
    """The columns and rows of a query; SyntaxError when it is not understood.

    ASK gives one column, `answer`; CONSTRUCT and DESCRIBE give the triples, sorted.
    """
    found: Any = data.query(query)
    if isinstance(found, pyoxigraph.QueryBoolean):
        return ["answer"], [[bool(found)]]
    if isinstance(found, pyoxigraph.QueryTriples):
        triples = sorted({(str(one.subject), one.predicate.value, str(one.object)): one for one in found}.items())
        return ["subject", "predicate", "object"], [[plain(part) for part in one] for _, one in triples]
    columns = [variable.value for variable in found.variables]
    return columns, [[plain(row[place]) for place in range(len(columns))] for row in found]


def plain(term: Any) -> Any:
    """A term as JSON knows it: numbers and truth values as such, 3 for 3.0, an IRI or a text as a string."""
    if term is None or isinstance(term, str):
        return term
    if isinstance(term, pyoxigraph.Literal) and term.datatype.value in _NUMBERS:
        with contextlib.suppress(ValueError):
            number = float(term.value)
            return int(number) if number.is_integer() else number
    if isinstance(term, pyoxigraph.Literal) and term.datatype.value == _BOOLEAN:
        return term.value in ("true", "1")
    return term.value if isinstance(term, pyoxigraph.NamedNode | pyoxigraph.Literal) else str(term)


def shut_the_network() -> None:
    """Let this process open nothing more, no file and no connection; Windows has no such limit."""
    with contextlib.suppress(ImportError):
        import resource

        resource.setrlimit(resource.RLIMIT_NOFILE, (3, 3))


def main() -> None:
    """Read the file and the query, print the answer."""
    query = sys.stdin.buffer.read().decode("utf-8")
    data = pyoxigraph.Store()
    data.bulk_load(path=sys.argv[1], format=pyoxigraph.RdfFormat.N_TRIPLES)
    shut_the_network()
    print("ready", flush=True)
    try:
        columns, rows = answer(data, query)
    except (SyntaxError, ValueError, OSError, RuntimeError) as error:
        print(json.dumps({"error": " ".join(str(error).split())}))
    else:
        print(json.dumps({"columns": columns, "rows": rows}))


if __name__ == "__main__":
    main()
