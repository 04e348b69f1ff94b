"""What may come next on the command line, for the shell that asks when Tab is pressed.

Typer makes the scripts and completes commands, options and their values; what it cannot know are the questions of
`duikou ask` and `duikou sparql`, and their parameters.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from typer.core import TyperCommand

from duikou.parameters import option_name
from duikou.settings import Lang

ASKED_FOR = "_DUIKOU_COMPLETE"  # the scripts set it when they ask


@dataclass(frozen=True, slots=True)
class Item:
    """A word that may come next, and what it means."""

    value: str
    help: str
    type: str = "plain"


class QuestionCommand(TyperCommand):
    """A command whose words are a question and its parameters."""

    def shell_complete(self, context: Any, incomplete: str) -> list[Any]:
        """The parameters of the question, then the options of the command."""
        words = context.params.get("arguments") or []
        return [*next_words(words, incomplete, context.obj or Lang.en), *super().shell_complete(context, incomplete)]


def question_words(ctx: Any, incomplete: str) -> list[tuple[str, str]]:
    """What Typer asks for an argument: the questions, or the values of the parameter before."""
    found = next_words(ctx.params.get("arguments") or [], incomplete, ctx.obj or Lang.en)
    return [(one.value, one.help) for one in found]


def next_words(words: Sequence[str], incomplete: str, lang: Lang) -> list[Item]:
    """What may follow these words and begins like the incomplete one.

    >>> [one.value for one in next_words([], "companies_by_s", Lang.en)]
    ['companies_by_site']
    >>> [one.value for one in next_words(["money", "--giver", "黄埔"], "--", Lang.en)]
    ['--receiver', '--at-least']
    >>> [one.value for one in next_words(["figures", "--status"], "", Lang.en)]
    ['outcome', 'capacity', 'target', 'announced']
    """
    from queries.catalogue import catalogue

    name, given, waiting = _read(words)
    if name is None:
        found = [Item(one.name, one.zh if lang is Lang.zh else one.en) for one in catalogue().values()]
    elif name not in catalogue():
        found = []
    elif waiting:
        found = _values(next((one.kind for one in catalogue()[name].parameters if one.name == waiting), ""), lang)
    else:
        left = [one for one in catalogue()[name].parameters if one.name not in given]
        found = [Item(f"--{option_name(one.name)}", one.zh if lang is Lang.zh else one.en) for one in left]
    return [one for one in found if one.value.startswith(incomplete)]


def script(shell: str) -> str:
    """The lines that a shell has to run so that Tab completes `duikou`."""
    from typer._completion_shared import get_completion_script

    return get_completion_script(prog_name="duikou", complete_var=ASKED_FOR, shell=shell)


def prepare() -> None:
    """Let Typer answer the shell, if that is who runs the program; else nothing is imported."""
    if ASKED_FOR in os.environ:
        from typer._completion_classes import completion_init

        completion_init()


def _read(words: Sequence[str]) -> tuple[str | None, set[str], str | None]:
    """The question, the parameters that are given, and the one whose value is still to come."""
    name: str | None = None
    given: set[str] = set()
    waiting: str | None = None
    for word in words:
        if waiting:
            waiting = None
        elif word.startswith("--"):
            parameter, equals, _ = word[2:].partition("=")
            parameter = parameter.replace("-", "_")
            given.add(parameter)
            waiting = None if equals else parameter
        else:
            name = name or word
    return name, given, waiting


def _values(kind: str, lang: Lang) -> list[Item]:
    from duikou.messages import say
    from graph.schema import schema

    if kind == "indicator":
        return [Item(one.name, one.zh if lang is Lang.zh else one.en) for one in schema().indicators.values()]
    if kind == "status":
        return [Item(one, say(lang, f"status.{one}")) for one in schema().statuses]
    return []
