"""Which lines of an HTML page are its article: the container that holds most of the sentences, and the headline."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from loaders import furniture
from loaders.columns import closed
from loaders.lines import HEADING_TAGS, Line

_SITE = re.compile(r"(?<=.{6})(?:\s*[_|]\s*|\s+[-—]+\s+|[-—]+(?=[^-—]*(?:网|报|政府|频道|门户)$)).*$")
_MOST = 0.55  # of the sentences of a container: an inner one that holds so much of them is looked into
_SIBLING = 0.15  # of the sentences: an inner container of the same kind with so much is another article
_ENOUGH = 60  # characters in sentences: with so many, what stands in side containers is no article text


def main_part(lines: Sequence[Line]) -> list[Line]:
    """The lines of the article or articles; all lines where a page has no container that stands out.

    The headline gets the tag h1: the line that the title of the window begins with, else that title itself.
    """
    window = next((line for line in lines if line.tag == "title"), None)
    lines = [line for line in lines if line.tag != "title"]
    outside = [line for line in lines if not line.beside]
    kept = outside if _weight(outside) >= min(_ENOUGH, _weight(lines)) else lines
    top = _headline(kept, window.flat) if window else None
    if top is not None:
        headline = kept[top]
        headline.tag = "h1"
        kept = [line for line in kept if line is headline or line.flat != headline.flat]
        top = kept.index(headline)
    main = _in_container(kept, top)
    if window and top is None and not any(line.tag in HEADING_TAGS for line in main):
        main.insert(0, _without_site(window))
    return main


def _without_site(window: Line) -> Line:
    """The title of the window without the name of the site behind it."""
    named = _SITE.search(window.flat)
    if not named or window.replace or len(window.flat) != window.end - window.start:
        return window
    return replace(window, end=window.start + named.start(), flat=window.flat[: named.start()])


def _in_container(lines: Sequence[Line], top: int | None) -> list[Line]:
    """The lines of the main container, with what belongs to its article above it; `top` is the headline."""
    chosen = _container(lines if top is None else lines[top:])
    if not chosen:
        return list(lines)
    depth, name = chosen
    inside = [name in line.path[depth:][:1] for line in lines]
    first = inside.index(True)
    return [
        line
        for at, line in enumerate(lines)
        if inside[at] or at == top or (at < first and _belongs_above(line, at, top))
    ]


def _weight(lines: Sequence[Line]) -> int:
    """How many characters stand in sentences that are no links."""
    return sum(
        len(line.flat) - line.linked
        for line in lines
        if closed(line.flat) or ("," in line.flat and len(line.flat) > 20)
    )


def _headline(lines: Sequence[Line], page_title: str) -> int | None:
    """The place of the line that the title of the window begins with; the last one over the first long sentence."""
    found = None
    for at, line in enumerate(lines):
        if 6 <= len(line.flat) <= 60 and page_title.replace(" ", "").startswith(line.flat.replace(" ", "")):
            found = at
            if line.tag in ("h1", "h2", "h3"):
                break
    return found


def _container(lines: Sequence[Line]) -> tuple[int, str] | None:
    """The depth and name of the innermost container with most of the sentences; None when there is none."""
    inside = list(lines)
    total = _weight(inside)
    depth, chosen = 0, None
    while inside:
        shares: dict[str, int] = {}
        for line in inside:
            if len(line.path) > depth:
                shares[line.path[depth]] = shares.get(line.path[depth], 0) + _weight([line])
        if not shares:
            break
        name = max(shares, key=lambda key: shares[key])
        kind = name.split(":", 1)[1]
        others = [n for n, w in shares.items() if n != name and n.split(":", 1)[1] == kind and w >= _SIBLING * total]
        if shares[name] < _MOST * sum(shares.values()) or others or shares[name] < _ENOUGH:
            break
        inside = [line for line in inside if name in line.path[depth:][:1]]
        chosen = (depth, name)
        depth += 1
    return chosen


def _belongs_above(line: Line, at: int, top: int | None) -> bool:
    """Whether a line over the text belongs to its article: a heading, or the date and source under the headline."""
    if line.tag in ("h1", "h2"):
        return True
    return (top is not None and at > top) or furniture.role(line.flat) == furniture.SOURCE_LINE
