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

    from queries.catalogue import Question


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


def show_answer(
    screen: Screen, location: str, question: str, parameters: Mapping[str, str], timeout: float | None = None
) -> None:
    """Answer one question from the store; StoreError when that takes longer than `timeout` seconds."""
    from graph.store import open_store
    from queries.ask import ask
    from queries.catalogue import question as named

    named(question)  # a wrong name is told before a missing store is
    with open_store(location, read_only=True) as store:
        answer = ask(store, question, parameters, timeout=timeout)
    if screen.format is not Format.table:
        write_rows(answer, answer.columns, screen.format, sys.stdout)
    elif len(answer):
        from duikou.commands.answer_table import answer_table

        screen.show(answer_table(answer, screen.lang, screen.console.width))
        screen.tell("answered", count=len(answer))
    for name in answer.unknown:
        screen.warn("unknown", name=name, store=location)
    if not len(answer) and not answer.unknown:
        screen.note("nothing", store=location)


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
