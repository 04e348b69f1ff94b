"""How the frames read one sentence: what they saw, what fitted, what was thrown out, and what did not fit and why."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from graph.model import Article, Fact, Reject
from graph.proof import joined
from graph.schema import schema
from loaders.build import read_article
from loaders.chart import SIGNS, Chart, chart
from loaders.examples import is_marked_up, marked_up
from loaders.frames import Frame, barred, frames, match_frames
from loaders.read import from_text
from loaders.relate import relate
from loaders.split import split
from loaders.values import Reading

_NAMES = {sign: name for name, sign in SIGNS.items()}
NO_PATTERN = "no pattern fits"


@dataclass(frozen=True, slots=True)
class Fitted:
    """A frame that fits the sentence: the words it covers and who or what fills each role."""

    frame: str
    relation: str
    words: str
    roles: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Unfitted:
    """A frame for whose ends the sentence has names, and why it does not fit."""

    frame: str
    relation: str
    reason: str


@dataclass(frozen=True, slots=True)
class Explained:
    """One sentence."""

    text: str
    signs: str
    fitted: tuple[Fitted, ...]
    unfitted: tuple[Unfitted, ...]


@dataclass(frozen=True, slots=True)
class Explanation:
    """A text, sentence by sentence, with the facts and rejects that come of it."""

    sentences: tuple[Explained, ...]
    facts: tuple[Fact, ...]
    rejects: tuple[Reject, ...]


def explain(text: str) -> Explanation:
    """How a text is read; names may be marked up as [[Label:name]], else they are looked for."""
    reading = marked_up(text) if is_marked_up(text) else _read(text)
    told = [_explained(reading, chart(reading, sentence)) for sentence in reading.sentences]
    _, facts, rejects = relate(reading)
    return Explanation(tuple(told), tuple(joined(facts)), tuple(rejects))


def _read(text: str) -> Reading:
    document = from_text(text, "sentence")
    for article, blocks in split(document):
        return read_article(document, article, blocks)
    return Reading(document, Article("article:none", document.name, 0, 0), ())


def _explained(reading: Reading, row: Chart) -> Explained:
    fitted, unfitted = [], []
    hits = list(match_frames(row))
    for hit in hits:
        word = barred(hit, row)
        if word is None:
            words = reading.plain(row.sentence.block, row.starts[hit.start], row.ends[hit.end - 1])
            fitted.append(Fitted(hit.frame.name, hit.frame.relation, words, tuple(_roles(reading, row, hit.roles))))
        else:
            unfitted.append(Unfitted(hit.frame.name, hit.frame.relation, f"its `unless` stands there: {word}"))
    told = {hit.frame.name for hit in hits}
    for frame in frames():
        if frame.name not in told and _has_ends(frame, row):
            unfitted.append(Unfitted(frame.name, frame.relation, NO_PATTERN))
    text = reading.plain(row.sentence.block, row.sentence.start, row.sentence.end)
    return Explained(text, signs(row), tuple(fitted), tuple(unfitted))


def signs(row: Chart) -> str:
    """The row as a person reads it: ‹Company›落户‹Park›."""
    return "".join(f"‹{_NAMES[sign]}›" if sign in _NAMES else sign for sign in row.code)


def _has_ends(frame: Frame, row: Chart) -> bool:
    """Whether the sentence has a name for each end of the frame."""
    rule = schema().relations[frame.relation]
    here = {_NAMES[sign] for sign in row.code if sign in _NAMES}
    wanted = ((frame.subject, rule.sources), (frame.object, rule.targets))
    return all(role not in frame.missing and here & set(labels) for role, labels in wanted)


def _roles(reading: Reading, row: Chart, roles: dict[str, tuple[int, ...]]) -> Iterator[tuple[str, str]]:
    for role, places in sorted(roles.items()):
        names = [reading.plain(row.sentence.block, row.starts[place], row.ends[place]) for place in places]
        yield role, "、".join(names)
