"""Who was sent where, and by whom: 挂职, 支教, 援疆干部 and the like, and the teams named after sender and receiver."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from graph.model import Step
from loaders.chart import Chart
from loaders.dates import DateMention
from loaders.gazetteer import load
from loaders.proposals import Proposal, antecedent_span, clause_span
from loaders.regions import region_entity
from loaders.sending_ends import End, Sent, Span, hosted, stays_of, taken_up
from loaders.sending_homes import dispatcher, written_home
from loaders.sending_words import (
    EMPLOYER,
    FROM,
    MORE,
    NOT_TEAM,
    ONCE,
    PLACES,
    TEAM,
    TEAMMATES,
    TO,
    WEAK,
    clauses_of,
    headed,
    meant,
    role_of,
    side_of,
    tells,
    window,
)
from loaders.topics import Topics, level
from loaders.values import Mention, Reading


def find_sendings(
    reading: Reading, topics: Topics, charts: Sequence[Chart], known: Sequence[Proposal]
) -> Iterator[Proposal]:
    """SECONDED_FROM and SECONDED_TO; `known` are the posts and other relations of the persons."""
    told: dict[str, Sent] = {}
    for row in charts:
        for index, item in enumerate(row.items):
            if isinstance(item, Mention) and item.label == "Person":
                _described(topics, row, index, told.setdefault(item.entity.id, Sent(item.entity)))
    posts = [p for p in known if p.relation == "HAS_ROLE"]
    for post in posts:
        _by_team(topics, post, told.setdefault(post.subject.id, Sent(post.subject)))
    for sent in told.values():
        own = [p for p in posts if p.subject.id == sent.person.id]
        _by_posts(reading, topics, own, sent)
        if sent.cue and sent.senders and not sent.receivers:
            sent.receivers += sent.stays[:1]
        if sent.cue and sent.senders and not sent.receivers:
            _only_county(reading, topics, sent)
        yield from _proposals(sent)


def _described(topics: Topics, row: Chart, index: int, sent: Sent) -> None:
    """Senders and receivers in the words around one mention of a person."""
    low, high = window(row, index)
    clauses = clauses_of(row.code, low, high)
    more = next((k for k, c in enumerate(clauses) if MORE.match(row.code, c[0])), len(clauses))
    clauses = clauses[:more]  # 还有两位来自…: others
    person = row.items[index]
    assert isinstance(person, Mention)
    steps: tuple[Step, ...] = ()
    spans: tuple[Span, ...] = (clause_span(row.sentence, row.starts[low], row.ends[high - 1]),)
    if person.step is not None and person.antecedent is not None:
        steps, spans = (
            (Step("subject", person.step.kind, person.surface, person.entity.name),),
            (*spans, person.antecedent),
        )
    sent.stays += stays_of(topics, row, (index, high), End(sent.person, spans, steps))
    telling = [k for k, c in enumerate(clauses) if tells(row.code[slice(*c)])]
    if not telling and TEAMMATES.search(row.code[:index]):
        telling = [k for k, c in enumerate(clauses) if c[0] <= index < c[1]]
    if not telling and headed(row.code, index):
        telling = list(range(len(clauses)))
    sure = bool(telling)
    if not telling:
        telling = [k for k, c in enumerate(clauses) if WEAK.search(row.code[slice(*c)])]
    once = not telling
    if not telling:
        telling = [k for k, c in enumerate(clauses) if ONCE.search(row.code[slice(*c)])]
    if not telling:
        return
    if sure:
        sent.cue = sent.cue or spans
    block = topics.reading.blocks[row.sentence.block].text.plain
    homes = [h for k in telling if not once and (h := written_home(row, block, clauses[k], index)) is not None]
    (sent.senders if sure else sent.maybe).extend(End(h.entity, spans, steps) for h in homes)
    sender = dispatcher(topics, row, low, index)
    if sender is not None:
        _dispatched(topics, row, (sender, index), sent)
    for k, clause in enumerate(clauses):
        near = min(abs(k - t) for t in telling)
        since = next((d for d in row.items[slice(*clause)] if isinstance(d, DateMention) and d.first), None)
        for at in range(*clause):
            item = row.items[at]
            if (
                not isinstance(item, Mention)
                or item.label not in PLACES
                or any(h.start <= at < h.end for h in homes)
                or (near > 1 and item.label != "Facility" and not clause[0] <= index < clause[1])
            ):
                continue
            role = role_of(topics, row, at, (clause[0], index, clause[1]), near == 0)
            own = (
                steps if item.step is None else (*steps, Step("object", item.step.kind, item.surface, item.entity.name))
            )
            where = spans if item.antecedent is None else (*spans, item.antecedent)
            if once and (side_of(topics, item.entity) != "helper" or item.label not in ("Organization", "Facility")):
                continue
            if role == FROM and once:
                sent.once.append(End(item.entity, where, own))
            elif role == FROM and not sure:
                sent.maybe.append(End(item.entity, where, own))
            elif role == FROM:
                sent.senders.append(End(item.entity, where, own))
            elif role == TO and sure:
                sent.receivers += hosted(topics, End(item.entity, where, own, since))


def _dispatched(topics: Topics, row: Chart, ends: tuple[int, int], sent: Sent) -> None:
    """The subject of the sentence posted the person to the county under discussion."""
    main = clause_span(row.sentence, row.starts[ends[0]], row.ends[ends[1]])
    sender = row.items[ends[0]]
    assert isinstance(sender, Mention)
    sent.senders.append(End(sender.entity, (main,)))
    where = topics.county(row.sentence.block, row.starts[ends[1]])
    if where is not None and side_of(topics, where.entity) == "helped":
        span = antecedent_span(topics.reading, where.where)
        sent.receivers.append(End(where.entity, (main, span), (where.step("object"),)))


def _by_team(topics: Topics, post: Proposal, sent: Sent) -> None:
    """A leader of 甲市驻乙县工作组 was sent by 甲 to 乙."""
    name = post.object.name
    named = re.search(r"驻|援|对口|帮扶|协作|派|赴", name)
    if post.problem is not None or TEAM.search(name) is None or NOT_TEAM.search(name) or named is None:
        return
    hits, steps = load().find(name), post.because
    sent.cue = sent.cue or post.spans
    regions = [(h.start, region_entity(meant(topics, h.places), h.name)) for h in hits if len(h.name) > 1]
    for start, region in regions:
        side = topics.side(region)
        if start == 0 and start < named.start() and side != "helped":
            sent.senders.append(End(region, post.spans, steps))
    receivers = [r for start, r in regions if start > named.start() and topics.side(r) != "helper"]
    sent.receivers += [End(r, post.spans, steps) for r in receivers[-1:]]


def _by_posts(reading: Reading, topics: Topics, posts: Sequence[Proposal], sent: Sent) -> None:
    """Posts on the helping side tell the sender, posts on the helped side the receiver, of a person who was sent."""
    if any(side_of(topics, e.entity) == "helper" for e in sent.receivers):
        return
    posts = [p for p in posts if not TEAM.search(p.object.name)]
    east = [p for p in posts if _public(p) and side_of(topics, p.object) == "helper"]
    west = [p for p in posts if p.problem is None and _public(p) and _is_host(topics, p)]
    origins = [e for e in sent.maybe if side_of(topics, e.entity) == "helper" or e.entity.label != "Region"]
    origins = [e for e in origins if side_of(topics, e.entity) != "helped"]
    if west and not (east or origins or sent.senders):
        origins = sent.once[-1:]
    if not sent.cue and not (west and (east or origins)):
        return
    if west:
        sent.senders += origins
    hosting = {e.entity.id for e in sent.receivers}
    if west or sent.receivers:
        east += [
            p
            for p in posts
            if side_of(topics, p.object) is None
            and not _local(p)
            and EMPLOYER.search(p.object.name)
            and p.object.id not in hosting
            and not taken_up(reading, p)
        ]
    sent.senders += [End(p.object, p.spans, p.because) for p in east]
    for post in west:
        sent.receivers += hosted(topics, End(post.object, post.spans, post.because))


def _is_host(topics: Topics, post: Proposal) -> bool:
    side = side_of(topics, post.object)
    return side == "helped" or (side is None and _local(post))


def _local(post: Proposal) -> bool:
    """Whether the body was found by what is under discussion: then it is of the place."""
    return any(s.role == "object" for s in post.because) or post.object.label == "Region"


def _public(post: Proposal) -> bool:
    return post.object.label in ("Organization", "Facility") or (
        post.object.label == "Region" and re.search("长$|第一书记$", post.properties["title"]) is not None
    )


def _only_county(reading: Reading, topics: Topics, sent: Sent) -> None:
    """Where the article knows one helped county only, or one far above others, a person who was sent was sent there."""
    named = [
        m
        for m in reading.mentions
        if m.label == "Region" and level(m.entity) == 3 and topics.side(m.entity) == "helped"
    ]
    counts = Counter(m.entity.id for m in named).most_common(2)
    if counts and (len(counts) == 1 or counts[0][1] >= 3 * counts[1][1]):
        where = next(m for m in named if m.entity.id == counts[0][0])
        step = Step("object", "topic", "", where.entity.name)
        sent.receivers.append(
            End(where.entity, (*sent.cue, antecedent_span(reading, where)), (*sent.senders[0].because, step))
        )


def _proposals(sent: Sent) -> Iterator[Proposal]:
    done: set[tuple[str, str]] = set()
    for relation, ends in ((FROM, sent.senders), (TO, sent.receivers)):
        for end in ends:
            if (relation, end.entity.id) in done or end.entity.id == sent.person.id:
                continue
            done.add((relation, end.entity.id))
            properties, raw = {}, {}
            if relation == TO and end.since is not None:
                properties, raw = {"since": end.since.first}, {"since": end.since.raw}
            yield Proposal(relation, sent.person, end.entity, end.spans, end.because, properties, raw)
