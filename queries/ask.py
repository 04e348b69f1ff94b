"""Asking a canned question."""

from __future__ import annotations

import re
from collections.abc import Mapping
from difflib import get_close_matches
from typing import Any

from graph.errors import UsageError
from graph.schema import schema
from graph.store import Store
from queries.answer import Answer
from queries.catalogue import NAMED, Parameter, Question, question
from queries.names import inside, resolve

_DATE = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?")


def ask(
    store: Store, name: str, parameters: Mapping[str, Any] | None = None, *, timeout: float | None = None
) -> Answer:
    """The answer to the question of that name; UsageError for an unknown question, parameter or value.

    A parameter that is left out, None or empty does not narrow the answer.
    """
    asked = question(name)
    given = given_values(asked, parameters)
    values, matched = values_of(store, asked, given)
    columns, rows = store.query(_text(asked, values), values, timeout)
    wanted = [column.name for column in asked.columns]
    if columns != wanted:
        raise UsageError(f"{asked.name}.cypher returns {', '.join(columns)}; its header says {', '.join(wanted)}")
    return Answer(asked, given, rows, matched)


def given_values(asked: Question, parameters: Mapping[str, Any] | None) -> dict[str, Any]:
    """The parameters that narrow the answer; UsageError names one that the question does not take."""
    given = {key: value for key, value in (parameters or {}).items() if value not in (None, "")}
    _refuse_unknown(asked, given)
    return given


def values_of(
    store: Store, asked: Question, given: Mapping[str, Any]
) -> tuple[dict[str, Any], dict[str, tuple[str, ...]]]:
    """What the query sees of the parameters, and for each place or name that is given what the store calls so."""
    values: dict[str, Any] = {}
    matched: dict[str, tuple[str, ...]] = {}
    for parameter in asked.parameters:
        value = given.get(parameter.name, "")
        if parameter.kind in NAMED:
            found = resolve(store, str(value)) if value else []
            ids = inside(store, found) if parameter.kind == "place" else [node.id for node in found]
            values |= {parameter.name: str(value), f"{parameter.name}_ids": ids}
            if value:
                matched[parameter.name] = tuple(node.name for node in found)
        else:
            values[parameter.name] = _value(parameter, value)
    return values, matched


def _text(asked: Question, values: Mapping[str, Any]) -> str:
    """The question's query, starting from the fewest of the ids that it is narrowed by."""
    given = [name for name in asked.starts if values[name]]
    return asked.starts[min(given, key=lambda name: len(values[f"{name}_ids"]))] if given else asked.text


def _refuse_unknown(asked: Question, given: Mapping[str, Any]) -> None:
    known = [parameter.name for parameter in asked.parameters]
    for name in given:
        if name not in known:
            raise UsageError(f"{asked.name} takes no {name}; it takes {', '.join(known) or 'nothing'}")


def _value(parameter: Parameter, value: Any) -> Any:
    """What the query sees of a value that is no name."""
    if parameter.kind == "number":
        return _number(parameter, value)
    words = str(value).strip()
    if not words:
        return ""
    if parameter.kind == "indicator":
        return _indicator(words)
    if parameter.kind == "status" and words not in schema().statuses:
        raise UsageError(f"there is no status '{words}'; there are: {', '.join(schema().statuses)}")
    if parameter.kind == "date" and not _DATE.fullmatch(words):
        raise UsageError(f"{parameter.name}: '{words}' is no date; write 2022, 2022-03 or 2022-03-07")
    return words


def _number(parameter: Parameter, value: Any) -> float:
    if value in (None, ""):
        return 0.0
    if isinstance(value, int | float):
        return float(value)
    from graph.normalise import normalise
    from graph.numerals import read

    quantity = read(normalise(str(value)).plain)
    if quantity is None:
        raise UsageError(f"{parameter.name}: '{value}' is no number; write it like {parameter.example} or 1000000")
    return float(quantity.value)


def _indicator(words: str) -> str:
    """The key of an indicator given by its key, its Chinese or its English name."""
    by_name = {name: key for key, rule in schema().indicators.items() for name in (key, rule.zh, rule.en)}
    if words in by_name:
        return by_name[words]
    near = get_close_matches(words, by_name, n=1, cutoff=0.4)
    hint = f"did you mean {near[0]}?" if near else f"there are: {', '.join(schema().indicators)}"
    raise UsageError(f"there is no indicator '{words}'; {hint}")
