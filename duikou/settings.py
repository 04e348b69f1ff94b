"""What a command goes by: the store, the form of its output, the language; from options, environment and terminal."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from enum import StrEnum

STORE = "duikou.lbug"
DEMO_STORE = "duikou-demo.lbug"


class Format(StrEnum):
    """How rows are written."""

    table = "table"
    json = "json"
    jsonl = "jsonl"
    csv = "csv"


class Lang(StrEnum):
    """The languages that messages and help are written in."""

    zh = "zh"
    en = "en"


def store_location(option: str | None, environment: Mapping[str, str] = os.environ) -> str:
    """The store to use: --store, else DUIKOU_STORE, else duikou.lbug in the working folder."""
    return option or environment.get("DUIKOU_STORE") or STORE


def output_format(option: Format | None, terminal: bool) -> Format:
    """--format, else a table for a person at a terminal and JSON lines for another program."""
    return option or (Format.table if terminal else Format.jsonl)


def language(arguments: Sequence[str], environment: Mapping[str, str] = os.environ) -> Lang:
    """The language of help and messages: --lang among the arguments, else the locale, else English.

    >>> language(["status", "--lang", "zh"], {})
    <Lang.zh: 'zh'>
    >>> language(["status"], {"LANG": "zh_CN.UTF-8"})
    <Lang.zh: 'zh'>
    >>> language(["status"], {"LC_ALL": "C", "LANG": "zh_CN.UTF-8"})
    <Lang.en: 'en'>
    """
    for index, argument in enumerate(arguments):
        name, equals, value = argument.partition("=")
        if name == "--lang":
            named = value if equals else "".join(arguments[index + 1 : index + 2])
            if named in Lang.__members__:
                return Lang(named)
    return Lang.zh if _locale(environment).lower().startswith(("zh", "chinese")) else Lang.en


def _locale(environment: Mapping[str, str]) -> str:
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if environment.get(name):
            return environment[name]
    if os.name == "nt":  # Windows keeps it elsewhere
        import locale

        return locale.getlocale()[0] or ""
    return ""
