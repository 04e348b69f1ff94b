"""Which of the spans found for persons stay: those that touch no other name, and each name wherever it stands."""

from __future__ import annotations

import re
from collections.abc import Sequence

Span = tuple[int, int]


def free(plain: str, spans: set[Span], taken: Sequence[Span]) -> list[Span]:
    """The spans that touch no other name, the longer of two that overlap."""
    quoted = [m.span() for m in re.finditer(r"“[^“”]{1,12}”", plain)]
    free = [
        s
        for s in spans
        if not any(a < s[0] and s[1] < b for a, b in quoted)
        and not any(s[0] < end and start < s[1] for start, end in taken)
    ]
    kept: list[Span] = []
    for span in sorted(free, key=lambda s: (s[0] - s[1], s[0])):
        if not any(span[0] < end and start < span[1] for start, end in kept):
            kept.append(span)
    return sorted(kept)


def everywhere(plains: Sequence[str], found: list[list[Span]], taken: Sequence[Sequence[Span]]) -> list[list[Span]]:
    """Every name wherever it stands: a longer form found once replaces its parts elsewhere."""
    names = {plain[s:e] for plain, spans in zip(plains, found, strict=True) for s, e in spans}
    result: list[list[Span]] = []
    for plain, spans, other in zip(plains, found, taken, strict=True):
        more = set(spans)
        for name in names:
            if len(name) >= 3:
                at = plain.find(name)
                while at >= 0:
                    more.add((at, at + len(name)))
                    at = plain.find(name, at + len(name))
        result.append(free(plain, more, other))
    return result
