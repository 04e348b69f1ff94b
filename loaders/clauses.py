"""Sentences and clauses: the units in which an article says things."""

from __future__ import annotations

import re
from collections.abc import Sequence

from loaders.values import Block, Sentence

_SENTENCE_END = re.compile(r"(?:[。！？]|…{1,2}|\.{6})+[”’）】]*|$")
_CLAUSE_END = re.compile(r"[，；：—]+[”’]?|(?<=[”’])(?=“)")


def sentences(blocks: Sequence[Block]) -> tuple[Sentence, ...]:
    """All sentences of the blocks, in order.

    >>> from graph.normalise import normalise
    >>> [s.clauses for s in sentences([Block("paragraph", normalise("甲县帮扶乙县，成效好。丙来了。"))])]
    [((0, 6), (7, 10)), ((11, 14),)]
    """
    found: list[Sentence] = []
    for number, block in enumerate(blocks):
        plain, start = block.text.plain, 0
        for match in _SENTENCE_END.finditer(plain):
            end = match.end()
            if plain[start:end].strip():
                found.append(Sentence(number, start, end, _clauses(plain, start, match.start())))
            start = end
    return tuple(found)


def _clauses(plain: str, start: int, end: int) -> tuple[tuple[int, int], ...]:
    parts: list[tuple[int, int]] = []
    for match in _CLAUSE_END.finditer(plain, start, end):
        if match.start() > start:
            parts.append((start, match.start()))
        start = match.end()
    if end > start:
        parts.append((start, end))
    return tuple(parts)
