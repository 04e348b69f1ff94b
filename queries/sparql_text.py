"""A SPARQL query as text: its header, what it must not do, and how values reach it.

The twin of a canned question is queries/NAME.rq, with the header of NAME.cypher after `#`. What it may be narrowed by
stands in it as a line of data with nothing known, which any SPARQL engine takes as it is:

    VALUES $region_ids { UNDEF }        the ids of what a place or name means
    VALUES $given_since { UNDEF }       another value, or the words of a place or name

A value that is given takes the place of UNDEF, written as a literal by the RDF library, never pasted as text.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from importlib.resources import files
from typing import Any

from graph.errors import UsageError
from queries.catalogue import NAMED, Parameter, Question, parse

_HOLE = re.compile(r"VALUES\s+\$(?P<name>\w+)\s*\{\s*UNDEF\s*\}")
_ESCAPE = re.compile(r"\\u([0-9A-Fa-f]{4})|\\U([0-9A-Fa-f]{8})")  # SPARQL reads these anywhere, also in keywords
_BLANK = r"(?:\s|\#[^\r\n]*[\r\n])*"
_NAMES = r"(?:<|[?$]|[^\W\d][\w.-]*:|:)"  # how an IRI or a variable begins
# Rather too strict than too lax: the words are looked for in the whole text, also where they are part of a literal.
_REFUSED = {
    "SERVICE": re.compile(rf"(?i)(?<![?$:/_-])(?<![^\W\d])SERVICE{_BLANK}(?:SILENT{_BLANK})?{_NAMES}"),
    "FROM": re.compile(rf"(?i)(?<![?$:/_-])(?<![^\W\d])FROM{_BLANK}(?:NAMED{_BLANK})?{_NAMES}"),
}


def twin(name: str) -> str:
    """The SPARQL of a canned question, header included."""
    return files("queries").joinpath(f"{name}.rq").read_text(encoding="utf-8")


def header(text: str) -> Question | None:
    """What the header says that the query asks, takes and answers; None for a query without one."""
    name = re.search(r"^#\s*name:\s*(\S+)", text, re.MULTILINE)
    return parse(text, f"{name[1]}.rq") if name else None


def refuse(text: str) -> None:
    """UsageError for a query that would ask elsewhere for data: it runs over the export and over nothing else."""
    decoded = _ESCAPE.sub(_decoded, text)
    for word, pattern in _REFUSED.items():
        if pattern.search(text) or pattern.search(decoded):
            raise UsageError(f"the query has a {word}; it runs over the store's own export only, so leave that out")


def filled(text: str, values: Mapping[str, Sequence[Any]]) -> str:
    """The query with the values that are given in the place of UNDEF; an empty list lets nothing through.

    >>> filled("VALUES $region_ids { UNDEF } VALUES $given_since { UNDEF }", {"region_ids": ["region:522732"]})
    'VALUES $region_ids { "region:522732" } VALUES $given_since { UNDEF }'
    """
    from pyoxigraph import Literal

    def data(hole: re.Match[str]) -> str:
        name = hole["name"]
        if name not in values:
            return hole[0]
        return f"VALUES ${name} {{ {' '.join(str(Literal(value)) for value in values[name])} }}"

    return _HOLE.sub(data, text)


def holes(parameters: Sequence[Parameter], values: Mapping[str, Any]) -> dict[str, Sequence[Any]]:
    """What goes where UNDEF stands, from the values that a Cypher query would see; one that is not given is left out.

    >>> region = Parameter("region", "place", "三都", "地区", "region")
    >>> holes([region], {"region": "三都", "region_ids": ["region:522732"]})
    {'given_region': ['三都'], 'region_ids': ['region:522732']}
    >>> holes([region], {"region": "", "region_ids": []})
    {}
    """
    found: dict[str, Sequence[Any]] = {}
    for one in parameters:
        if values[one.name] in ("", 0.0):
            continue
        found[f"given_{one.name}"] = [values[one.name]]
        if one.kind in NAMED:
            found[f"{one.name}_ids"] = values[f"{one.name}_ids"]
    return found


def _decoded(escape: re.Match[str]) -> str:
    code = int(escape[1] or escape[2], 16)
    return chr(code) if code < 0x110000 else escape[0]
