"""A sentence as a row of signs: each name, figure and date one sign, all other characters themselves.

Frames are patterns over this row, so that a name of any length, an address of four parts or a list is one thing to
them.
"""

from __future__ import annotations

import itertools
import operator
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from graph.numerals import Quantity, quantities
from loaders.dates import DateMention, dates
from loaders.gazetteer import significant
from loaders.values import CAPTION, Mention, Reading, Sentence

SIGNS = {
    "Region": "\ue001",
    "RelocationSite": "\ue002",
    "Park": "\ue003",
    "Workshop": "\ue004",
    "Facility": "\ue005",
    "Company": "\ue006",
    "Organization": "\ue007",
    "Person": "\ue008",
    "Programme": "\ue009",
    "money": "\ue00a",
    "figure": "\ue00b",
    "date": "\ue00c",
}
PLACES = ("Region", "RelocationSite")
HOUSES = SIGNS["Park"] + SIGNS["Workshop"] + SIGNS["Facility"]  # the signs of what is built and run

Item = Mention | Quantity | DateMention | None


@dataclass(frozen=True, slots=True)
class Chart:
    """`code[i]` stands for `items[i]` (None: a plain character) at plain[starts[i]:ends[i]] of the block."""

    sentence: Sentence
    mentions: tuple[Mention, ...]  # all of the sentence, those that are no sign of their own too
    code: str
    items: tuple[Item, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]

    def at(self, position: int) -> int:
        """The index of the sign that covers a position of the block."""
        return bisect_right(self.ends, position)


def charts(reading: Reading, known: Sequence[Chart] = ()) -> list[Chart]:
    """The sentences of the article, captions left out; a row of `known`, made of the same sentences, is kept as long
    as its mentions are the same."""
    sentences = [s for s in reading.sentences if reading.blocks[s.block].kind != CAPTION]
    rows: list[Chart] = []
    for sentence, row in itertools.zip_longest(sentences, known):
        mentions = tuple(reading.within(sentence.block, sentence.start, sentence.end))
        same = row is not None and len(mentions) == len(row.mentions) and all(map(operator.is_, mentions, row.mentions))
        rows.append(row if same else _chart(reading, sentence, mentions))
    return rows


def chart(reading: Reading, sentence: Sentence) -> Chart:
    """The sentence as a row of signs."""
    return _chart(reading, sentence, tuple(reading.within(sentence.block, sentence.start, sentence.end)))


def _chart(reading: Reading, sentence: Sentence, mentions: tuple[Mention, ...]) -> Chart:
    plain = reading.blocks[sentence.block].text.plain
    spans: list[tuple[int, int, str, Item]] = []
    for mention in _heads(mentions):
        spans.append((mention.start, mention.end, SIGNS[mention.label], mention))
    hidden = [(m.start, m.end) for m in mentions]
    text = plain[sentence.start : sentence.end]
    for figure in quantities(text):
        start, end = sentence.start + figure.start, sentence.start + figure.end
        if not _touches(start, end, hidden):
            spans.append((start, end, SIGNS["money" if figure.unit == "元" else "figure"], figure))
    for one in dates(text, reading.article.published):
        start, end = sentence.start + one.start, sentence.start + one.end
        if not _touches(start, end, hidden) and not _touches(start, end, [(s[0], s[1]) for s in spans]):
            spans.append((start, end, SIGNS["date"], one))
    return _row(sentence, mentions, plain, spans)


def _touches(start: int, end: int, spans: Sequence[tuple[int, int]]) -> bool:
    return any(s < end and start < e for s, e in spans)


def _heads(mentions: Sequence[Mention]) -> list[Mention]:
    """Of an address (省 市 县 镇 社区 in one run) only the last part: the place that is meant."""
    heads: list[Mention] = []
    for index, mention in enumerate(mentions):
        following = mentions[index + 1] if index + 1 < len(mentions) else None
        if following is not None and following.start == mention.end:
            places = mention.label in PLACES and following.label in PLACES
            if places and nested(mention, following):
                continue
        heads.append(mention)
    return heads


def nested(outer: Mention, inner: Mention) -> bool:
    """Whether the second place lies in the first, as far as their codes tell."""
    a, b = outer.entity.code, inner.entity.code
    if b is None:
        return inner.prefix is not None and inner.prefix.id == outer.entity.id
    if a is None:
        return False
    return b != a and b.startswith(significant(a))


def _row(
    sentence: Sentence, mentions: tuple[Mention, ...], plain: str, spans: Sequence[tuple[int, int, str, Item]]
) -> Chart:
    code: list[str] = []
    items: list[Item] = []
    starts: list[int] = []
    ends: list[int] = []
    shown = {(s[0], s[1]) for s in spans}
    skipped = [(m.start, m.end, "", None) for m in mentions if (m.start, m.end) not in shown]
    position = sentence.start

    def plainly(end: int) -> None:
        code.append(plain[position:end])
        items.extend([None] * (end - position))
        starts.extend(range(position, end))
        ends.extend(range(position + 1, end + 1))

    for start, end, sign, item in sorted([*spans, *skipped], key=lambda s: s[0]):
        if start < position:
            continue
        plainly(start)
        position = end
        if sign:
            code.append(sign)
            items.append(item)
            starts.append(start)
            ends.append(end)
    plainly(sentence.end)
    return Chart(sentence, mentions, "".join(code), tuple(items), tuple(starts), tuple(ends))
