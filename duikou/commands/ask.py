"""`duikou ask`: the list of questions, and their answers."""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from duikou.messages import say
from duikou.parameters import option_name
from duikou.rows import write_rows
from duikou.screen import Screen
from duikou.settings import Format, Lang
from graph.errors import UsageError

if TYPE_CHECKING:
    from rich.console import Group

    from queries.answer import Answer
    from queries.catalogue import Column, Question


def show_questions(screen: Screen, parameters: Mapping[str, str]) -> None:
    """List the questions with their parameters."""
    from queries.catalogue import catalogue

    questions = list(catalogue().values())
    if parameters:
        names = ", ".join(one.name for one in questions)
        raise UsageError(f"--{next(iter(parameters))} needs a question before it; there are: {names}")
    if screen.format is Format.table:
        screen.show(_questions_table(questions, screen.lang))
        screen.tell("how_to_ask")
    else:
        columns = ("question", "zh", "en", "parameters")
        write_rows(map(_question_row, questions), columns, screen.format, sys.stdout)


def show_answer(screen: Screen, location: str, question: str, parameters: Mapping[str, str]) -> None:
    """Answer one question from the store."""
    from graph.store import open_store
    from queries.ask import ask
    from queries.catalogue import question as named

    named(question)  # a wrong name is told before a missing store is
    with open_store(location, read_only=True) as store:
        answer = ask(store, question, parameters)
    if screen.format is not Format.table:
        write_rows(answer.rows, answer.columns, screen.format, sys.stdout)
    elif answer.rows:
        screen.show(answer_table(answer, screen.lang))
        screen.tell("answered", count=len(answer))
    for name in answer.unknown:
        screen.warn("unknown", name=name, store=location)
    if not answer.rows and not answer.unknown:
        screen.note("nothing", store=location)


def answer_table(answer: Answer, lang: Lang) -> Group:
    """The answer for a person: no ids, no empty columns, figures with their units, words in the reader's language."""
    from duikou.tables import table

    titles = {one.name: _title(one, lang) for one in answer.question.columns}
    rows = [_readable(row, lang) for row in answer.rows]
    columns = [name for name in answer.shown if any(row.get(name) not in (None, "") for row in rows)]
    title = answer.question.zh if lang is Lang.zh else answer.question.en
    return table([titles[name] for name in columns], [[row.get(name) for name in columns] for row in rows], title)


def _title(column: Column, lang: Lang) -> str:
    """The head of a column; the unit of a sum stands in its cells."""
    return column.zh.replace("（元）", "") if lang is Lang.zh and column.zh else column.en


def _readable(row: Mapping[str, Any], lang: Lang) -> dict[str, Any]:
    """A row in the reader's words; what belongs to a figure stands in one cell."""
    from duikou.tables import indicator_name, quantity, relation_name

    said = dict(row)
    if "value" in row and "unit" in row:
        circumstances = (row.get(name) for name in ("modifier", "minimum", "maximum"))
        said["value"] = quantity(row["value"], row["unit"], lang, *circumstances)
        said |= dict.fromkeys(("unit", "modifier", "minimum", "maximum"))
    if isinstance(row.get("amount"), int | float):
        said["amount"] = quantity(row["amount"], "元", lang)
    if row.get("relation"):
        said["relation"] = relation_name(row["relation"], lang)
    if row.get("indicator"):
        said["indicator"] = indicator_name(row["indicator"], lang)
    for name in ("tier", "status"):
        if row.get(name):
            said[name] = say(lang, f"{name}.{row[name]}")
    return said


def _questions_table(questions: Sequence[Question], lang: Lang) -> Group:
    from duikou.tables import table

    rows = [
        (
            one.name,
            one.zh if lang is Lang.zh else one.en,
            "\n".join(f"--{option_name(p.name)} {p.example}" for p in one.parameters),
        )
        for one in questions
    ]
    return table([say(lang, f"column.{name}") for name in ("question", "asks", "parameters")], rows)


def _question_row(question: Question) -> dict[str, Any]:
    parameters = [
        {"name": one.name, "kind": one.kind, "example": one.example, "zh": one.zh, "en": one.en}
        for one in question.parameters
    ]
    return {"question": question.name, "zh": question.zh, "en": question.en, "parameters": parameters}
