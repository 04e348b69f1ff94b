"""What the code says in English only (errors, reasons of rejects, wrong arguments), in Chinese, by duikou/chinese.yaml."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from importlib.resources import files

import yaml

Rule = tuple[re.Pattern[str], str]


def error_in_chinese(message: str) -> str:
    """The message of an error; a part that is not known stays as it is.

    >>> error_in_chinese("a.lbug: the folder b does not exist; make it first")
    'a.lbug：文件夹 b 不存在；请先建立'
    >>> error_in_chinese("there is no question 'moeny'; did you mean money?")
    '没有问题“moeny”；是不是 money？'
    """
    for rules in (rules_of("errors"), rules_of("parts")):
        if (said := _said(message, rules)) is not None:
            return said
    place, colon, rest = message.partition(": ")
    return f"{place}：{error_in_chinese(rest)}" if colon else message


def usage_in_chinese(message: str) -> str:
    """What is wrong with the arguments.

    >>> usage_in_chinese("No such command 'laod'. Did you mean 'load'?")
    "没有命令 'laod'；是不是 'load'？"
    """
    return _said(message, rules_of("usage")) or message


def reason_in_chinese(reason: str) -> str:
    """Why a statement was rejected.

    >>> reason_in_chinese("the subject … stands in no quote"), reason_in_chinese("the words speak of a plan")
    ('引句中没有主体“…”', '说的是打算')
    """
    return _said(reason, rules_of("reasons")) or reason


@cache
def sections() -> dict[str, dict[str, str]]:
    """The sections of the file: English and Chinese."""
    found: dict[str, dict[str, str]] = yaml.safe_load(files("duikou").joinpath("chinese.yaml").read_text("utf-8"))
    return found


@cache
def rules_of(section: str) -> Sequence[Rule]:
    """The entries of a section as patterns, those first that have most words of their own."""
    entries = sorted(sections()[section].items(), key=lambda pair: (-len(pair[0].replace("{}", "")), pair[0]))
    return [(re.compile("(.*?)".join(map(re.escape, en.split("{}"))), re.DOTALL), zh) for en, zh in entries]


def _said(words: str, rules: Sequence[Rule]) -> str | None:
    for pattern, chinese in rules:
        if found := pattern.fullmatch(words):
            return chinese.format(*(_filling(one) for one in found.groups()))
    return None


def _filling(words: str) -> str:
    """What a message is filled with: names and numbers as they are, a message inside another one in Chinese."""
    return error_in_chinese(words) if " " in words else words
