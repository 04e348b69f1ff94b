"""Pieces of a page -> runs, one an article: its title, its text, and what the page says of it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from loaders import furniture
from loaders.imprint import DATELINE
from loaders.paragraphs import Piece
from loaders.values import CAPTION, HEADING, PARAGRAPH

_META = frozenset({furniture.SOURCE, furniture.BYLINE, furniture.DROP})
_BODY = frozenset({PARAGRAPH, HEADING, CAPTION})
_HAN = re.compile("[一-龥]+")
_LONG = 60  # characters of a paragraph that cannot be a site's small print


@dataclass(slots=True)
class Run:
    """One article. `main` are the pieces that stand together on the page; `body` is in reading order."""

    pieces: list[Piece] = field(default_factory=list)  # furniture included
    above: list[Piece] = field(default_factory=list)  # furniture over the title
    title: list[Piece] = field(default_factory=list)
    body: list[Piece] = field(default_factory=list)

    main: list[Piece] = field(default_factory=list)

    @property
    def words(self) -> str:
        """The text without its title."""
        return "".join(p.flat for p in self.body if p.kind == PARAGRAPH)


def runs(found: Sequence[Piece]) -> list[Run]:
    """The articles of a page. A page without a paragraph has none."""
    kept = _without_foot(found)
    bounds = [0, *_starts(kept), len(kept)]
    parts = [list(kept[a:b]) for a, b in zip(bounds, bounds[1:], strict=False)]
    parts = [part for part in parts if any(p.kind == PARAGRAPH for p in part)]
    return reordered([_run(part) for part in parts])


def _without_foot(found: Sequence[Piece]) -> list[Piece]:
    """The pieces without the foot of the page; two long paragraphs after it are text again."""
    kept: list[Piece] = []
    at = 0
    while at < len(found):
        if found[at].kind != furniture.FOOT:
            kept.append(found[at])
            at += 1
            continue
        following = [i for i in range(at + 1, len(found)) if found[i].kind == PARAGRAPH and len(found[i].flat) >= _LONG]
        if len(following) < 2:
            break
        at += 1
    return kept


def reordered(found: list[Run]) -> list[Run]:
    """The runs of a page whose text layer has the columns in disorder, put right as far as the words show it.

    Titles that all speak of the text before them are given to it, and a text that is left without a title goes to the
    article that lacks its opening, when their words are alike.
    """
    found = _titles_moved_up(found)
    last = found[-1] if len(found) > 1 else None
    if last and not last.title:
        likeness = sorted((_likeness(last.words, run.words), at) for at, run in enumerate(found[:-1]))
        score, at = likeness[-1]
        next_best = likeness[-2][0] if len(likeness) > 1 else 0.0
        if found[at].body[0].kind == HEADING and score >= 0.1 and score >= 2 * next_best:
            found[at].body[:0] = last.body
            return found[:-1]
    return found


def _titles_moved_up(found: list[Run]) -> list[Run]:
    """Each title given to the run before its own, if the titles speak of that one and hardly of their own."""
    own = sum(_likeness(_flat(run.title), run.words) for run in found[1:])
    above = sum(_likeness(_flat(run.title), before.words) for before, run in zip(found, found[1:], strict=False))
    if above < 0.2 * (len(found) - 1) or above < 2 * own or len(found) < 2:
        return found
    for piece in found[0].title:
        found[0].body.insert(0, piece)
    for before, run in zip(found, found[1:], strict=False):
        before.title, run.title = run.title, []
        before.main = [*before.body, *before.title]
        run.main = list(run.body)
    return found


def _flat(part: Sequence[Piece]) -> str:
    return "".join(piece.flat for piece in part)


def _likeness(words: str, text: str) -> float:
    """The share of the three-character strings of `words` that stand in `text`."""
    grams = {words[i : i + 3] for i in range(len(words) - 2) if _HAN.fullmatch(words[i : i + 3])}
    return sum(gram in text for gram in grams) / len(grams) if grams else 0.0


def _starts(found: Sequence[Piece]) -> list[int]:
    """Where an article begins after another one."""
    starts: set[int] = set()
    for at, piece in enumerate(found):
        begins: int | None = None
        if piece.kind == PARAGRAPH and DATELINE.match(piece.lines[0].flat):
            begins = _title_over(found, at)
        elif piece.kind in (furniture.BYLINE, furniture.SOURCE) and at and found[at - 1].kind == HEADING:
            if any(p.kind == PARAGRAPH for p in found[at + 1 : at + 6]):
                begins = _title_over(found, at)
        elif piece.kind == HEADING and piece.lines[0].tag == "h1":
            begins = at
        elif piece.kind == furniture.END:
            begins = next((i for i in range(at + 1, len(found)) if found[i].kind in _BODY), None)
        if begins is not None and any(p.kind == PARAGRAPH for p in found[max(starts, default=0) : begins]):
            starts.add(begins)
    return sorted(starts)


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
    head = [p for p in part[:top] if p.kind == CAPTION or p.kind == HEADING and p.flat.endswith(":")]
    head += [p for p in part[max(last + 1, top) : first] if p.kind in (HEADING, CAPTION) and id(p) not in chosen]
    names = [p for p in head if p.kind == HEADING and furniture.is_name(p.flat)]
    for piece in names:
        piece.kind = furniture.BYLINE
    body = [p for p in [*head, *part[first:]] if p.kind in _BODY]
    return Run(list(part), [p for p in part[:top] if p.kind not in _BODY], title, body, [*title, *body])


def _title(head: Sequence[Piece]) -> list[Piece]:
    """The headings over the text that are its title: those over the line of date and source, else the last ones."""
    groups: list[list[Piece]] = [[]]
    under_source: list[list[Piece]] = []
    for piece in head:
        if piece.kind == HEADING and not (groups[-1] and furniture.is_name(piece.flat)):
            groups[-1].append(piece)
            continue
        if piece.kind in (furniture.SOURCE, furniture.BYLINE) or piece.kind == HEADING:
            under_source.append(groups[-1])
        if piece.kind not in (CAPTION, furniture.IMAGE):
            groups.append([])
    tagged = [p for p in head if p.kind == HEADING and p.lines[0].tag == "h1"]
    if tagged:
        return tagged[-1:]
    filled = [g for g in under_source if g] or [g for g in groups if g]
    if not filled:
        return []
    group = filled[-1]
    kickers = [i for i, p in enumerate(group) if p.flat.endswith(":")]
    group = group[kickers[-1] + 1 :] if kickers else group
    return group if len(group) <= 3 else group[-2:]
