"""What stands beside the text of an article page: the statements in the order of the text, and the names in it."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice

from duikou.views import article_words
from duikou.views.article_names import Places, key_words, shown_words
from duikou.views.article_pieces import Mark
from duikou.views.article_read import FACT, FIGURE, REJECT, Read, Said, Span
from duikou.views.knowledge import Node, Source
from duikou.views.page import Both
from graph.schema import schema

Named = Sequence[tuple[Span, tuple[str, ...]]]  # places of names with the ids of what goes by them


@dataclass(frozen=True, slots=True)
class Card:
    """A statement with the number by which the text refers to it.

    main: where the passage begins that says most of it. mark: the words that get the number. keys: the words that carry
    the statement, names among them. lines: the first place in each line that proves it, with the number of the line.
    """

    number: int
    said: Said
    subject: Node | None
    object: Node | None
    relation: Both
    told: Both
    steps: list[Both]
    why_not: Both | None
    main: int
    mark: Span
    keys: tuple[Span, ...]
    lines: tuple[tuple[int, int], ...]
    elsewhere: list[tuple[Source, str | None]]


@dataclass(frozen=True, slots=True)
class Name:
    """An entity; `places` is how often the text names it, `stated` whether something is stated of it here."""

    number: int
    node: Node
    others: tuple[str, ...]
    places: int
    stated: bool


def cards(read: Read, places: Places, named: Named, links: Mapping[str, str]) -> list[Card]:
    """The statements, numbered as a reader meets them: figures where they are written, facts where they are said."""
    found = []
    for one in read.said:
        keys = sorted({*_names_in(one, named), *key_words(one, places)})
        main = max(one.places, key=lambda place: (sum(_in(span, place) for span in keys), -place[0]))
        shown = next(shown_words(one, places), main) if one.kind != FACT else main
        found.append((shown, one, main, tuple(keys)))
    kinds = (FACT, FIGURE, REJECT)
    found.sort(key=lambda item: (item[0][0], kinds.index(item[1].kind), item[1].says, item[1].id))
    return [
        Card(
            number,
            one,
            read.nodes.get(one.subject or ""),
            read.nodes.get(one.object or ""),
            article_words.relation(one),
            article_words.told(one),
            article_words.steps(one),
            article_words.why_not(one.says, one.details) if one.kind == REJECT else None,
            next(place[0] for place in one.places if _in(shown, place)),
            shown,
            keys,
            tuple(_by_line(read.text, one.places)),
            [(source, links.get(source.id)) for source in one.elsewhere],
        )
        for number, (shown, one, _, keys) in enumerate(found, start=1)
    ]


def names(read: Read, named: Named) -> list[Name]:
    """What is named, by label and first place; the end of a statement too that only a stand-in names."""
    counts = Counter(id_ for _, ids in named for id_ in ids)
    stated = {end for one in read.said if one.kind != REJECT for end in (one.subject, one.object) if end}
    first: dict[str, int] = {}
    for span, ids in named:
        for id_ in ids:
            first.setdefault(id_, span[0])
    order = {label: place for place, label in enumerate(schema().labels)}

    def place(id_: str) -> tuple[int, int, str]:
        return order[read.nodes[id_].label], first.get(id_, read.stop), id_

    return [
        Name(number, node, tuple(name for name in node.names if name != node.name), counts[node.id], node.id in stated)
        for number, id_ in enumerate(sorted(counts.keys() | stated, key=place), start=1)
        for node in (read.nodes[id_],)
    ]


def marks(
    found: Sequence[Card], places: Places, named: Named, numbers: Mapping[str, str]
) -> Iterator[tuple[Span, Mark]]:
    """Every span of the text that means something; `numbers` are those of the names by the id of the node."""
    for span, ids in named:
        for id_ in ids:
            yield span, Mark("name", numbers[id_])
    for card in found:
        key = str(card.number)
        for place in card.said.places:
            yield place, Mark(card.said.kind, key)
            yield place, Mark("place", str(place[0]))
        yield card.mark, Mark("number", key)
        for span in card.keys:
            yield span, Mark("key", key)
        if card.said.kind != FACT:
            for span in shown_words(card.said, places):
                yield span, Mark(f"{card.said.kind} words", key)


def _names_in(one: Said, named: Named) -> Iterator[Span]:
    """Where its ends are named in its places; `named` is by place."""
    ends = {one.subject, one.object}
    for place in one.places:
        first = bisect_left(named, place[0], key=lambda item: item[0][0])
        for span, ids in islice(named, first, None):
            if span[1] > place[1]:
                break
            if ends.intersection(ids):
                yield span


def _by_line(text: str, places: Sequence[Span]) -> Iterator[tuple[int, int]]:
    """The first place in each line, with the number of the line."""
    seen: set[int] = set()
    for start, _ in places:
        line = text.count("\n", 0, start) + 1
        if line not in seen:
            seen.add(line)
            yield start, line


def _in(span: Span, outer: Span) -> bool:
    return outer[0] <= span[0] and span[1] <= outer[1]
