"""Values of linked data: how a number, a date, a class or a text of a row is said in a triple."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from functools import lru_cache
from math import isfinite
from typing import Any

from graph.errors import StoreError
from graph.rdf_terms import IRI, TEXT, Value

Row = Mapping[str, Any]

_YEAR = re.compile(r"[0-9]{4}")
_MONTH = re.compile(r"[0-9]{4}-(0[1-9]|1[0-2])")


def typed(*classes: str) -> list[Value]:
    """The classes of a node."""
    return [("rdf:type", IRI, one) for one in classes]


def texts(row: Row, columns: Mapping[str, str]) -> list[Value]:
    """The columns of a row that say something, as plain texts; `columns` are the properties and their columns."""
    return [(term, TEXT, row[name]) for term, name in columns.items() if row[name] is not None]


def decimal(value: float, identifier: str) -> str:
    """A number as xsd:decimal writes it, exactly; StoreError names the node when there is no such number.

    >>> [decimal(one, "") for one in (140.0, 0.1, 1e22, -2.5e-7)]
    ['140.0', '0.1', '10000000000000000000000.0', '-0.00000025']
    """
    if not isfinite(value):
        raise StoreError(f"{identifier}: {value} is no number that can be exported; load its documents again")
    return f"{int(value)}.0" if value.is_integer() else format(Decimal(repr(value)), "f")


@lru_cache(maxsize=10_000)
def moment(text: str) -> tuple[str, str]:
    """The type of a date by its precision, and the date; what is no date stays a text.

    >>> moment("2022"), moment("2022-03"), moment("2022-02-30")
    (('xsd:gYear', '2022'), ('xsd:gYearMonth', '2022-03'), ('xsd:string', '2022-02-30'))
    """
    if _YEAR.fullmatch(text):
        return "xsd:gYear", text
    if _MONTH.fullmatch(text):
        return "xsd:gYearMonth", text
    try:
        known = date.fromisoformat(text).isoformat() == text
    except ValueError:
        known = False
    return ("xsd:date" if known else TEXT), text
