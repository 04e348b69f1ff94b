"""The words by which labour is told of, read from labour.yaml."""

from __future__ import annotations

import re
from dataclasses import dataclass, fields
from functools import cache

from loaders.lexicon import alternatives

_FORMS = {"towards": "{}了?“?$", "takes": "^[^，。；、]{{0,10}}?{}"}  # where the words of a list must stand


@dataclass(frozen=True, slots=True)
class Words:
    """The lists of labour.yaml."""

    work: re.Pattern[str]
    towards: re.Pattern[str]
    takes: re.Pattern[str]
    many: re.Pattern[str]
    some: re.Pattern[str]
    barred: re.Pattern[str]
    hired: re.Pattern[str]
    people: re.Pattern[str]
    vehicles: re.Pattern[str]


@cache
def words() -> Words:
    """The lists, compiled once."""
    lists = alternatives("labour.yaml")
    return Words(*(re.compile(_FORMS.get(field.name, "{}").format(lists[field.name])) for field in fields(Words)))
