"""Who was sent where, and by whom: 挂职, 支教, 援疆干部 and the like, and the teams named after sender and receiver."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from graph.model import Step
from loaders.chart import Chart
from loaders.dates import DateMention
from loaders.post_divisions import house_of
from loaders.proposals import Proposal, antecedent_span, clause_span
from loaders.sending_against import crafts, in_turn, kin_from, manages_firm, reports, unnamed, unsure, without_teams
from loaders.sending_ends import End, Sent, Span, hosted, named_end, settled, stays_of
from loaders.sending_heirs import pass_on
from loaders.sending_homes import birthplace, dispatcher, heading_sender, written_home
from loaders.sending_pairs import COMPANIONS, PARTNERS, told_ends
from loaders.sending_posts import by_posts, by_team, workplaces
from loaders.sending_shapes import VISIT
from loaders.sending_sides import role_of, side_of
from loaders.sending_teams import memberships
from loaders.sending_topic import only_body, only_division, only_helper, only_house, only_village, village_posts
from loaders.sending_words import (
    FROM,
    GROUNDS,
    MORE,
    ONCE,
    PLACES,
    TEAMMATES,
    TO,
    UNPLACED,
    WEAK,
    clauses_of,
    far_told,
    group_of,
    headed,
    tells,
    trades,
    unmade,
    window,
)
from loaders.topics import Topics
from loaders.values import Mention, Reading


def find_sendings(
    reading: Reading, topics: Topics, charts: Sequence[Chart], known: Sequence[Proposal]
) -> Iterator[Proposal]:
    """SECONDED_FROM and SECONDED_TO; `known` are the posts and other relations of the persons."""
    told: dict[str, Sent] = {}
    recent: list[End] = []
    teams = [p for p in known if p.relation == "WORKS_AT"]
    for row in charts:
        for index, item in enumerate(row.items):
            if isinstance(item, Mention) and item.label == "Person" and not unmade(row.code, index):
                if crafts(row.code, index) or reports(row.code, index):
                    continue
                sent = told.setdefault(item.entity.id, Sent(item.entity))
                _described(topics, row, index, sent)
                teams += memberships(row, index)
                recent = _side_by_side(topics, row, index, sent, recent)
    posts = [p for p in known if p.relation == "HAS_ROLE"]
    for post in [*posts, *teams]:
        by_team(topics, post, told.setdefault(post.subject.id, Sent(post.subject)))
    for post in posts:
        village_posts(post, told[post.subject.id])
    for sent in told.values():
        own = [p for p in posts if p.subject.id == sent.person.id]
        by_posts(reading, topics, own, sent)
        sent.senders += [] if sent.senders else sent.before
        if sent.cue and not sent.senders:
            sent.senders += workplaces(reading, topics, [p for p in known if p.subject.id == sent.person.id])
        _apart(topics, sent)
        if sent.cue and sent.senders and not sent.receivers:
            sent.receivers += sent.stays[:1]
        if sent.cue and not any(e.entity.name.endswith(("村", "嘎查", "社区")) for e in sent.receivers):
            only_village(reading, topics, sent)
        housed = only_house(reading, topics, sent)
        if sent.cue and sent.senders and (housed or not sent.receivers):
            only_division(reading, topics, sent, 2 if sent.wide else 3)
        if sent.cue and sent.receivers and not sent.senders:
            only_helper(reading, topics, sent)
        if sent.cue and sent.receivers and not sent.senders:
            only_body(reading, topics, sent)
    pass_on(charts, told)
    for sent in told.values():
        only_house(reading, topics, sent)
        own = [p for p in posts if p.subject.id == sent.person.id]
        spans = {*sent.cue, *(s for e in (*sent.senders, *sent.receivers) for s in e.spans)}
        if manages_firm(own, "".join(reading.plain(*s) for s in spans)):
            continue
        yield from _proposals(sent)


def _described(topics: Topics, row: Chart, index: int, sent: Sent) -> None:
    """Senders and receivers in the words around one mention of a person."""
    low, high = window(row, index)
    high = kin_from(row.code, index, high)
    clauses = in_turn(row.code, clauses_of(row.code, low, high), group_of(row, index), index)
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
    telling = [k for k, c in enumerate(clauses) if tells(without_teams(row.code[slice(*c)]))]
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
    if not telling or trades(row.code[low:high]):
        return
    if sure:
        sent.cue = sent.cue or spans
        sent.named |= person.step is None
        sent.hearsay |= person.step is not None
    block = topics.reading.blocks[row.sentence.block].text.plain
    homes = [h for k in telling if not once and (h := written_home(row, block, clauses[k], index)) is not None]
    (sent.senders if sure else sent.maybe).extend(End(h.entity, spans, steps) for h in homes)
    header = None if sent.senders else heading_sender(topics, row, index)
    if header is not None:
        sent.senders.append(named_end(row, index, header))
        sent.cue = sent.cue or sent.senders[-1].spans
    sender = dispatcher(topics, row, low, index)
    born = birthplace(topics, row, index) if sure else None
    if born is not None:
        sent.senders.append(End(born, spans, steps))
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
                or (near > 1 and not far_told(row, clause[0], at) and not clause[0] <= index < clause[1])
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
            elif role == TO and sure and not VISIT.search(row.code, at + 1, clause[1]):
                sent.receivers += hosted(topics, End(item.entity, where, own, since))


def _side_by_side(topics: Topics, row: Chart, index: int, sent: Sent, recent: list[End]) -> list[End]:
    """Home and place of work, on two sides of the pairing, in one sentence; one of them alone is kept for later.

    `recent` is where the person told of before was sent; who came with that person (除丙外，甲院的丁) was sent there too.
    """
    ends = told_ends(topics, row, index)
    origins, goals = ([named_end(row, index, at) for at in places] for places in (ends.homes, ends.hosts))
    reached = [e for end in goals for e in hosted(topics, end)]
    if origins and not reached and recent and COMPANIONS.search(row.code):
        shared = recent if PARTNERS.search(row.code) else [e for e in recent if e.entity.label == "Region"]
        reached = [_with(e, origins[0]) for e in shared]
    if origins and (reached or ends.sent):
        sent.cue = sent.cue or origins[0].spans
        (sent.before if ends.earlier else sent.senders).extend(origins)
        sent.receivers += reached
        return reached or recent
    sent.home += origins
    sent.work += goals
    return recent


def _with(end: End, home: End) -> End:
    """Where another person was sent, as the place where this one, of whom a home is told, was sent too."""
    step = Step("object", "topic", "", end.entity.name)
    return End(end.entity, (home.spans[0], *end.spans), (*end.because, step))


def _apart(topics: Topics, sent: Sent) -> None:
    """Home and place of work that different sentences tell, of a person who was sent or of whom nothing else is told."""
    if sent.cue and all(e.entity.label == "Region" for e in sent.senders):
        sent.senders += sent.home[:1]
    if sent.cue and sent.senders and all(e.entity.label == "Region" for e in sent.receivers):
        sent.receivers += [e for one in sent.work[:1] for e in hosted(topics, one)]
    if sent.home and sent.work and not (sent.senders or sent.receivers):
        sent.cue, sent.senders = sent.home[0].spans, sent.home[:1]
        sent.receivers += hosted(topics, sent.work[0])


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


def _usable(sent: Sent) -> tuple[list[End], list[End]]:
    """Senders and receivers without those that nobody is sent by or to: 街道办事处, a greenhouse, the person's own studio."""
    senders = [e for e in sent.senders if not (UNPLACED.match(e.entity.name) or unnamed(e.entity.name))]
    receivers = [
        e
        for e in map(settled, sent.receivers)
        if not UNPLACED.match(house_of(e.entity).name)
        and not GROUNDS.search(house_of(e.entity).name)
        and sent.person.name not in e.entity.name
    ]
    return senders, receivers


def _proposals(sent: Sent) -> Iterator[Proposal]:
    done: set[tuple[str, str]] = set()
    senders, receivers = _usable(sent)
    if unsure(sent) or not (sent.cue or receivers):
        return
    for relation, ends in ((FROM, senders), (TO, receivers)):
        for end in ends:
            entity = house_of(end.entity)
            if (relation, entity.id) in done or entity.id == sent.person.id or (FROM, entity.id) in done:
                continue
            done.add((relation, entity.id))
            properties, raw = {}, {}
            if relation == TO and end.since is not None:
                properties, raw = {"since": end.since.first}, {"since": end.since.raw}
            yield Proposal(relation, sent.person, entity, end.spans, end.because, properties, raw)
