"""Pieces of a page -> runs, one an article: its title, its text, and what the page says of it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from loaders import furniture
from loaders.disorder import Run, in_order
from loaders.paragraphs import Piece
from loaders.values import CAPTION, HEADING, PARAGRAPH

_META = frozenset({furniture.SOURCE_LINE, furniture.BYLINE, furniture.DROP})
_BODY = frozenset({PARAGRAPH, HEADING, CAPTION})
_LABEL = re.compile(r"\[([^\[\]]{2,20})\]")
_NAME = 4  # characters of a name
_LONG = 60  # characters of a paragraph that cannot be a site's small print


def runs(found: Sequence[Piece]) -> list[Run]:
    """The articles of a page. A page without a paragraph has none."""
    kept = _without_foot(found)
    bounds = [0, *_starts(kept), len(kept)]
    parts = [list(kept[a:b]) for a, b in pairwise(bounds)]
    parts = [item for part in parts for item in _items(part) if any(p.kind == PARAGRAPH for p in item)]
    return in_order([_run(part) for part in parts])


def _without_foot(found: Sequence[Piece]) -> list[Piece]:
    """The pieces without the foot of the page; over all text, or with two long paragraphs after it, it is none."""
    kept: list[Piece] = []
    at = 0
    while at < len(found):
        if found[at].kind != furniture.FOOT:
            kept.append(found[at])
            at += 1
            continue
        following = [i for i in range(at + 1, len(found)) if found[i].kind == PARAGRAPH and len(found[i].flat) >= _LONG]
        if len(following) < 2 and any(p.kind == PARAGRAPH for p in kept):
            break
        at += 1
    return kept


def _starts(found: Sequence[Piece]) -> list[int]:
    """Where an article begins after another one."""
    starts: set[int] = set()
    for at, piece in enumerate(found):
        begins: int | None = None
        if piece.kind == PARAGRAPH and furniture.DATELINE.match(piece.lines[0].flat):
            begins = _title_over(found, at)
        elif piece.kind in (furniture.BYLINE, furniture.SOURCE_LINE) and at and found[at - 1].kind == HEADING:
            if any(p.kind == PARAGRAPH for p in found[at + 1 : at + 6]):
                begins = _title_over(found, at)
        elif piece.kind == HEADING and piece.lines[0].tag == "h1":
            begins = at
        elif piece.kind == furniture.END:
            begins = next((i for i in range(at + 1, len(found)) if found[i].kind in _BODY), None)
        if begins is not None and any(p.kind == PARAGRAPH for p in found[max(starts, default=0) : begins]):
            starts.add(begins)
    return sorted(starts)


def _items(part: list[Piece]) -> list[list[Piece]]:
    """A part without headings whose paragraphs open with their titles in brackets, 【…】, as an article for each."""
    labelled = [at for at, p in enumerate(part) if p.kind == PARAGRAPH and _LABEL.match(p.lines[0].flat)]
    if len(labelled) < 2 or any(p.kind == HEADING for p in part):
        return [part]
    items: list[list[Piece]] = [part[: labelled[0]]]
    for at, until in zip(labelled, [*labelled[1:], len(part)], strict=True):
        items.append([*_label_off(part[at]), *part[at + 1 : until]])
    items[1][:0] = items[0]
    return items[1:]


def _label_off(piece: Piece) -> list[Piece]:
    """A paragraph as its title in brackets and the rest."""
    line = piece.lines[0]
    found = _LABEL.match(line.flat)
    if not found or line.skip or line.replace:
        return [piece]
    title = replace(line, start=line.start + 1, end=line.start + found.end() - 1, flat=found[1])
    rest = replace(line, start=line.start + found.end(), flat=line.flat[found.end() :])
    return [Piece(HEADING, [title]), Piece(PARAGRAPH, [rest, *piece.lines[1:]])]


def _title_over(found: Sequence[Piece], at: int) -> int | None:
    """Where the title over piece `at` begins; None when there is none."""
    at -= 1
    while at >= 0 and found[at].kind in (CAPTION, furniture.IMAGE, *_META):
        at -= 1
    if at < 0 or found[at].kind != HEADING:
        return None
    while at > 0 and found[at - 1].kind == HEADING:
        at -= 1
    return at


def _run(part: Sequence[Piece]) -> Run:
    first = next(i for i, p in enumerate(part) if p.kind == PARAGRAPH)
    title = _title(part[:first])
    chosen = {id(p) for p in title}
    top = part.index(title[0]) if title else first
    last = part.index(title[-1]) if title else -1
    head = [p for p in part[:top] if p.kind == CAPTION or (p.kind == HEADING and p.flat.endswith(":"))]
    head += [p for p in part[max(last + 1, top) : first] if p.kind in (HEADING, CAPTION) and id(p) not in chosen]
    short = any(p.kind == HEADING and len(p.flat) <= _NAME for p in part[first:])  # then 党建强 is one of the headings
    for piece in head:
        if piece.kind == HEADING and not short and furniture.is_name(piece.flat):
            piece.kind = furniture.BYLINE
    body = [p for p in [*head, *part[first:]] if p.kind in _BODY]
    return Run(list(part), list(part[:top]), title, body, [*title, *body])


def _title(head: Sequence[Piece]) -> list[Piece]:
    """The headings over the text that are its title: those over the line of date and source, else the last ones."""
    groups: list[list[Piece]] = [[]]
    under_source: list[list[Piece]] = []
    for piece in head:
        if piece.kind == HEADING and not (groups[-1] and furniture.is_name(piece.flat)):
            groups[-1].append(piece)
            continue
        if piece.kind in (furniture.SOURCE_LINE, furniture.BYLINE) or piece.kind == HEADING:
            under_source.append(groups[-1])
        if piece.kind not in (CAPTION, furniture.IMAGE):
            groups.append([])
    tagged = [at for at, p in enumerate(head) if p.kind == HEADING and p.lines[0].tag == "h1"]
    if tagged:
        first = last = tagged[-1]
        while first - 1 in tagged:
            first -= 1
        return list(head[first : last + 1])
    windows = [p for p in head if p.lines[0].tag == "title"]
    if windows:
        return windows[:1]
    filled = [g for g in under_source if g] or [g for g in groups if g]
    if not filled:
        return []
    group = filled[-1]
    kickers = [i for i, p in enumerate(group[:-1]) if p.flat.endswith(":")]
    group = group[kickers[-1] + 1 :] if kickers else group
    while len(group) > 1 and (group[-1].flat.endswith(":") or furniture.is_speaker(group[-1].flat)):
        group = group[:-1]  # whom a letter addresses, who speaks
    return group if len(group) <= 3 else group[-2:]
