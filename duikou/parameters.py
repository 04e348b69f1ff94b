"""The words after `duikou ask`: a question's name and its parameters, which only the question's header knows."""

from __future__ import annotations

from collections.abc import Sequence

from graph.errors import UsageError


def split_arguments(arguments: Sequence[str]) -> tuple[str | None, dict[str, str]]:
    """The question's name, if there is one, and the parameters as written.

    >>> split_arguments(["companies_by_site", "--region", "三都", "--since=2022"])
    ('companies_by_site', {'region': '三都', 'since': '2022'})
    >>> split_arguments([])
    (None, {})
    """
    words, parameters = split_words(arguments)
    if len(words) > 1:
        raise UsageError(f"'{words[1]}' is one word too many; a question is one name, a parameter --NAME VALUE")
    return (words[0] if words else None), parameters


def split_words(arguments: Sequence[str]) -> tuple[list[str], dict[str, str]]:
    """The same where several words may stand, as names for a picture.

    >>> split_words(["三都", "黄埔", "--helper", "黄埔"])
    (['三都', '黄埔'], {'helper': '黄埔'})
    """
    words: list[str] = []
    parameters: dict[str, str] = {}
    left = iter(arguments)
    for word in left:
        if not word.startswith("--"):
            words.append(word)
            continue
        name, equals, value = word[2:].partition("=")
        name = name.replace("-", "_")
        if not equals:
            given = next(left, None)
            if given is None:
                raise UsageError(f"{word} needs a value: {word} VALUE")
            value = given
        if name in parameters:
            raise UsageError(f"--{name} is given twice; give it once")
        parameters[name] = value
    return words, parameters


def option_name(parameter: str) -> str:
    """A parameter as it is written on the command line.

    >>> option_name("at_least")
    'at-least'
    """
    return parameter.replace("_", "-")
