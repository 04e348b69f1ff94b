"""Articles of a page whose text layer has its columns in disorder, put right as far as the words show it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from loaders.paragraphs import Piece
from loaders.values import HEADING, PARAGRAPH

_OFTEN = 3  # a pair of characters that comes more often in a text counts no more than this
_EVIDENCE = 4  # what must speak, for each title, for its being the title of the text above it
_TEXT_LIKE = 0.04  # of a text's pairs: with so many that only one other text has, it may belong to that one
_CLEARLY = 2.0  # times as much as for any other


@dataclass(slots=True)
class Run:
    """One article. `main` are the pieces that stand together on the page; `body` is in reading order."""

    pieces: list[Piece] = field(default_factory=list)  # furniture included
    above: list[Piece] = field(default_factory=list)  # what stands over the title
    title: list[Piece] = field(default_factory=list)
    body: list[Piece] = field(default_factory=list)

    main: list[Piece] = field(default_factory=list)

    @property
    def words(self) -> str:
        """The text without its title."""
        return _flat(piece for piece in self.body if piece.kind == PARAGRAPH)


def in_order(found: list[Run]) -> list[Run]:
    """Titles that all speak of the text before them are given to it; a text that is left without a title goes to the
    article that lacks its opening, when their words are alike."""
    if len(found) < 2:
        return found
    found = _titles_moved_up(found)
    *others, last = found
    if last.title:
        return found
    likeness = sorted((_shared_alone(last, at, others), at) for at in range(len(others)))
    score, at = likeness[-1]
    next_best = likeness[-2][0] if len(likeness) > 1 else 0.0
    lacks_opening = others[at].body[0].kind == HEADING
    if lacks_opening and score >= _TEXT_LIKE and score >= _CLEARLY * next_best:
        others[at].body[:0] = last.body
        return others
    return found


def _titles_moved_up(found: list[Run]) -> list[Run]:
    """Each title given to the run before its own, if the titles speak of that one and hardly of their own."""
    own = above = 0
    for before, run in pairwise(found):
        there, here = _speaks_of(_flat(run.title), before.words, run.words)
        if here > there:
            return found
        own, above = own + here, above + there
    if above < _EVIDENCE * (len(found) - 1) or above < _CLEARLY * own:
        return found
    found[0].body[:0] = found[0].title
    for before, run in pairwise(found):
        before.title, run.title = run.title, []
    for run in found:
        run.main = [*run.body, *run.title]
    return found


def _flat(part: Iterable[Piece]) -> str:
    return "".join(piece.flat for piece in part)


def _pairs(words: str) -> set[str]:
    return {a + b for a, b in pairwise(words) if a > "\u33ff" and b > "\u33ff"}


def _speaks_of(title: str, one: str, other: str) -> tuple[int, int]:
    """How much speaks for each of two texts as that of the title: pairs of its characters that only that text holds."""
    counts = [(one.count(pair), other.count(pair)) for pair in _pairs(title)]
    return sum(min(a, _OFTEN) for a, b in counts if not b), sum(min(b, _OFTEN) for a, b in counts if not a)


def _shared_alone(run: Run, at: int, others: Sequence[Run]) -> float:
    """The share of the pairs of a run that stand in one of the others and in no third."""
    pairs = _pairs(run.words)
    alone = pairs & _pairs(others[at].words)
    for number, other in enumerate(others):
        if number != at:
            alone -= _pairs(other.words)
    return len(alone) / len(pairs) if pairs else 0.0
