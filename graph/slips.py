"""Slips of scanners, fonts and converters that would hide a word from matching; the data is graph/slips.yaml."""

from __future__ import annotations

import re
from functools import cache
from importlib import resources
from typing import Any

from graph.data import parse_yaml


@cache
def _data() -> dict[str, Any]:
    text = resources.files("graph").joinpath("slips.yaml").read_text(encoding="utf-8")
    data: dict[str, Any] = parse_yaml(text)
    return data


@cache
def radicals() -> dict[str, str]:
    """Signs of radicals and the characters they stand for.

    >>> radicals()["⻋"]
    '车'
    """
    return {pair[0]: pair[1:] for pair in _data()["radicals"].split()}


@cache
def _slips() -> tuple[tuple[re.Pattern[str], str], ...]:
    return tuple((re.compile(slip["pattern"]), slip["right"]) for slip in _data()["slips"])


def mend(plain: str) -> str:
    """Simplified text with its known slips mended; it keeps its length.

    >>> mend("粤企人桂，人驻企业8家"), mend("3人驻村")
    ('粤企入桂，入驻企业8家', '3人驻村')
    """
    for pattern, right in _slips():
        plain = pattern.sub(right, plain)
    return plain
