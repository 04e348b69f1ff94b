"""The words by which labour is told of, read from labour.yaml."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from loaders.lexicon import either, read_yaml


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
    raw: dict[str, str] = read_yaml("labour.yaml")

    def one(name: str, form: str = "{}") -> re.Pattern[str]:
        return re.compile(form.format(either(raw[name])))

    return Words(
        one("work"),
        one("towards", "{}了?“?$"),
        one("takes", "^[^，。；、]{{0,10}}?{}"),
        one("many"),
        one("some"),
        one("barred"),
        one("hired"),
        one("people"),
        one("vehicles"),
    )
