"""The ends of a person's sending: senders and receivers with the words that say so, and the county of a receiver."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from graph.model import Entity, Step
from loaders.chart import Chart
from loaders.dates import DateMention
from loaders.proposals import Proposal, antecedent_span, clause_span
from loaders.sending_sides import hosts, side_of
from loaders.sending_words import STAYS
from loaders.topics import Topics, home
from loaders.values import Mention, Reading

Span = tuple[int, int, int]


@dataclass(slots=True)
class End:
    """A sender or receiver, the words that say so, and the steps needed."""

    entity: Entity
    spans: tuple[Span, ...]
    because: tuple[Step, ...] = ()
    since: DateMention | None = None


@dataclass(slots=True)
class Sent:
    """What the article tells of one person's sending."""

    person: Entity
    cue: tuple[Span, ...] = ()
    named: bool = False  # words that name the person tell of the sending
    hearsay: bool = False  # words that say 他 or 她 tell of it
    senders: list[End] = field(default_factory=list)
    maybe: list[End] = field(default_factory=list)  # where the person came from, if the person was sent at all
    stays: list[End] = field(default_factory=list)  # where the person is said to have spent some time
    once: list[End] = field(default_factory=list)  # where the person worked before, if nothing else tells the sender
    before: list[End] = field(default_factory=list)  # where the person worked before, if no one is told to have sent it
    receivers: list[End] = field(default_factory=list)
    home: list[End] = field(default_factory=list)  # a body of the helping side that the person belongs to
    wide: bool = False  # the team that the person leads works in many counties
    work: list[End] = field(default_factory=list)  # a place of the helped side where the person works


def stays_of(topics: Topics, row: Chart, around: tuple[int, int], end: End) -> Iterator[End]:
    """The schools, hospitals and bodies in which the words after a person let it spend a year, a term, a winter."""
    for hit in STAYS.finditer(row.code, *around):
        item = row.items[hit.start() + 1]
        if isinstance(item, Mention) and side_of(topics, item.entity) != "helper":
            steps, spans = end.because, end.spans
            if item.step is not None and item.antecedent is not None:
                steps = (*steps, Step("object", item.step.kind, item.surface, item.entity.name))
                spans = (*spans, item.antecedent)
            yield End(item.entity, spans, steps)


def named_end(row: Chart, person: int, at: int) -> End:
    """A name of the chart as an end of the person's sending, with the words from one to the other."""
    holder, item = row.items[person], row.items[at]
    assert isinstance(holder, Mention) and isinstance(item, Mention)
    low, high = min(person, at), max(person, at)
    spans: tuple[Span, ...] = (clause_span(row.sentence, row.starts[low], row.ends[high]),)
    steps: tuple[Step, ...] = ()
    for role, one in (("subject", holder), ("object", item)):
        if one.step is not None and one.antecedent is not None:
            spans = (*spans, one.antecedent)
            steps = (*steps, Step(role, one.step.kind, one.surface, one.entity.name))
    since = row.items[at - 1] if at else None
    return End(item.entity, spans, steps, since if isinstance(since, DateMention) and since.first else None)


def hosted(topics: Topics, end: End) -> Iterator[End]:
    """The receiver and its county, by the words that name the county where the receiver was called 县教育局."""
    for entity in hosts(end.entity):
        block, low, high = end.spans[0]
        words = topics.reading.plain(block, low, high)
        told = entity.id == end.entity.id or any(n in words for n in entity.names)
        where = None if told else topics.before(block, high, _names(entity), 99)
        if where is None:
            yield End(entity, end.spans, end.because, end.since)
        else:
            span, step = antecedent_span(topics.reading, where.where), where.step("object")
            yield End(entity, (*end.spans, span), (*end.because, step), end.since)


def settled(end: End) -> End:
    """The receiver; of a firm or a park the county that its name opens with: nobody is lent to a firm."""
    entity = end.entity
    if entity.label not in ("Company", "Park", "Workshop"):
        return end
    county = home(entity)
    named = county.label == "Region" and any(len(n) > 1 and entity.name.startswith(n) for n in county.names)
    return End(county, end.spans, end.because, end.since) if named else end


def _names(entity: Entity) -> Callable[[Mention], bool]:
    return lambda mention: mention.entity.id == entity.id


def taken_up(reading: Reading, post: Proposal) -> bool:
    """Whether the words say that the person took up the post there: 到洛古乡中心校任副校长."""
    words = reading.plain(*post.spans[0])
    at = max((words.find(n) for n in post.object.names), default=-1)
    return (
        at > 0
        and re.search(
            r"(?:挂任|挂职|调任|现任|担任|兼[着了任]?|(?<![曾原历前])任|到|赴|去|进)[^，。；来自从在]{0,4}$", words[:at]
        )
        is not None
    )


def hung(reading: Reading, post: Proposal) -> bool:
    """Whether the words call the post one that is held besides another: 挂任冷坑镇党委委员."""
    words = reading.plain(*post.spans[0])
    names = [name for name in post.object.names if len(name) > 1]
    aside = post.properties.get("title", "") + "（挂职）"
    return aside in words or any(held + name in words for held in ("挂任", "挂职", "挂职担任") for name in names)
