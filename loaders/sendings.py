"""Who was sent where, and by whom: 挂职, 支教, 援疆干部 and the like, and the teams named after sender and receiver."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from graph.model import Entity, Step
from loaders.chart import Chart
from loaders.dates import DateMention
from loaders.gazetteer import load
from loaders.gazetteer_pairs import aided
from loaders.lexicon import read_yaml
from loaders.post_shapes import PERSON
from loaders.proposals import Proposal, antecedent_span, clause_span
from loaders.regions import region_entity
from loaders.topics import Topics, home, level
from loaders.values import Mention, Reading

_RAW = read_yaml("sendings.yaml")
_CUE = re.compile("|".join(_RAW["cues"]))
_UNLESS = re.compile(_RAW["unless"])
_FROM_BEFORE, _FROM_AFTER = re.compile(_RAW["from_before"]), re.compile(_RAW["from_after"])
_WAS, _PEOPLE = re.compile(_RAW["was"]), re.compile(_RAW["people"])
_TO_BEFORE, _TO_AFTER = re.compile(_RAW["to_before"]), re.compile(_RAW["to_after"])
_EARLIER, _TEAM = re.compile(_RAW["earlier"]), re.compile(_RAW["team"])
_SPEAKS = re.compile(r"[^，。；]{0,6}?(?:说|介绍|表示|告诉|坦言|回忆|认为|指出|强调|笑)")
_AIDED = re.compile(r"援[疆藏青滇黔桂宁甘蒙渝川陕昌]")
_PLACES = ("Region", "RelocationSite", "Organization", "Facility", "Company", "Park", "Workshop")
_FROM, _TO = "SECONDED_FROM", "SECONDED_TO"

Span = tuple[int, int, int]


@dataclass(slots=True)
class _End:
    """A sender or receiver, the words that say so, and the steps needed."""

    entity: Entity
    spans: tuple[Span, ...]
    because: tuple[Step, ...] = ()
    since: DateMention | None = None


@dataclass(slots=True)
class _Sent:
    """What the article tells of one person's sending."""

    person: Entity
    cue: tuple[Span, ...] = ()
    senders: list[_End] = field(default_factory=list)
    receivers: list[_End] = field(default_factory=list)


def find_sendings(
    reading: Reading, topics: Topics, charts: Sequence[Chart], known: Sequence[Proposal]
) -> Iterator[Proposal]:
    """SECONDED_FROM and SECONDED_TO; `known` are the posts and other relations of the persons."""
    told: dict[str, _Sent] = {}
    for row in charts:
        for index, item in enumerate(row.items):
            if isinstance(item, Mention) and item.label == "Person":
                _described(topics, row, index, told.setdefault(item.entity.id, _Sent(item.entity)))
    posts = [p for p in known if p.relation == "HAS_ROLE"]
    for post in posts:
        _by_team(post, told.setdefault(post.subject.id, _Sent(post.subject)))
    for sent in told.values():
        own = [p for p in posts if p.subject.id == sent.person.id]
        _by_posts(reading, topics, own, sent)
        if sent.cue and sent.senders and not sent.receivers:
            _only_county(reading, topics, sent)
        yield from _proposals(sent)


def _window(row: Chart, index: int) -> tuple[int, int]:
    """The words that describe a person: from the mark before the posts to the next person or what the person says."""
    code = row.code
    low = max((code.rfind(c, 0, index) for c in "，；：。“”" + PERSON), default=-1) + 1
    if code[low - 1 : low] == PERSON and code[low : low + 1] in "、和":
        low += 1
    spoken = _SPEAKS.match(code, index + 1)
    stop = next((i for i in range(index + 1, len(code)) if code[i] in PERSON + "“”"), len(code))
    if spoken is not None:
        stop = min(stop, index + 1)
    if stop < len(code) and code[stop] == PERSON:  # the posts right before the next person are that person's
        stop = max((code.rfind(c, index, stop) for c in "，；：。、"), default=index) if stop > index + 1 else stop
        stop = max(stop, index + 1)
    return low, stop


def _described(topics: Topics, row: Chart, index: int, sent: _Sent) -> None:
    """Senders and receivers in the words around one mention of a person."""
    low, high = _window(row, index)
    words = row.code[low:index] + row.code[index + 1 : high]
    if _CUE.search(words) is None or _UNLESS.search(words) and "挂职" not in words:
        return
    person = row.items[index]
    assert isinstance(person, Mention)
    main = clause_span(row.sentence, row.starts[low], row.ends[high - 1])
    steps: tuple[Step, ...] = ()
    spans: tuple[Span, ...] = (main,)
    if person.step is not None and person.antecedent is not None:
        steps, spans = (Step("subject", person.step.kind, person.surface, person.entity.name),), (main, person.antecedent)
    sent.cue = sent.cue or spans
    since = next((d for d in row.items[low:high] if isinstance(d, DateMention) and d.first), None)
    for at in range(low, high):
        item = row.items[at]
        if not isinstance(item, Mention) or item.label not in _PLACES:
            continue
        role = _role(topics, row, at, (low, index, high))
        own = steps if item.step is None else (*steps, Step("object", item.step.kind, item.surface, item.entity.name))
        where = spans if item.antecedent is None else (*spans, item.antecedent)
        if role == _FROM:
            sent.senders.append(_End(item.entity, where, own))
        elif role == _TO:
            sent.receivers += [_End(e, where, own, since) for e in _hosts(item.entity)]


def _role(topics: Topics, row: Chart, at: int, around: tuple[int, int, int]) -> str | None:
    """Whether a name in a person's description is the sender or the receiver."""
    code, item = row.code, row.items[at]
    assert isinstance(item, Mention)
    low, index, high = around
    before = code[max(low, at - 10, index + 1 if at > index else low) : at]
    after = code[at + 1 : high]
    clause = re.split("[，；：。]", before)[-1]
    side = topics.side_by_name(item.entity)
    if _TEAM.search(item.entity.name) and item.label == "Organization":
        return None  # teams are read by name
    if _FROM_BEFORE.search(clause) and side != "helped":
        return _FROM
    if _WAS.search(clause) and _PEOPLE.match(after) and side != "helped":
        return _FROM
    if _TO_BEFORE.search(clause):
        if side == "helper":
            return _FROM if _EARLIER.search(clause) else _TO if re.match(r"[^，。；]{0,6}挂职", after) else None
        return _TO if side == "helped" or item.label != "Company" else None
    if _FROM_AFTER.match(after) and side != "helped" and item.label != "Park":
        return _FROM
    if _FROM_BEFORE.search(clause) or _FROM_AFTER.match(after):
        sent_east = re.search(r"(?:到|赴|去|往)\W?[^，。；]{0,8}挂职", after)
        return _FROM if sent_east and side == "helped" else _TO if side == "helped" and _TO_AFTER.match(after) else None
    if side == "helped" and _TO_AFTER.match(after) and item.label != "Company":
        return _TO
    if side == "helper" and at < index and item.label in ("Region", "Organization", "Facility"):
        return _FROM
    return None


def _hosts(entity: Entity) -> list[Entity]:
    """The receiver, and its county where its name holds it; of a committee the county alone."""
    if entity.label != "Organization":
        return [entity]
    county = home(entity)
    held = county.label == "Region" and any(n in name for n in county.names for name in entity.names)
    if not held:
        return [] if entity.name.endswith("委") else [entity]
    return [county] if entity.name.endswith("委") else [entity, county]


def _by_team(post: Proposal, sent: _Sent) -> None:
    """A leader of 甲市驻乙县工作组 was sent by 甲 to 乙."""
    if post.problem is not None or _TEAM.search(post.object.name) is None:
        return
    surface = next((n for n in (post.object.name, *post.object.aliases) if load().find(n)), post.object.name)
    hits = load().find(surface)
    named = re.search(r"驻|援|对口|帮扶|协作|派|赴", surface)
    if not hits or named is None:
        return
    steps = tuple(s for s in post.because if s.role == "subject")
    if post.because and any(s.role == "object" for s in post.because):
        steps = post.because
    region = _aided(surface)
    sender = next((h for h in hits if h.start < named.start() or h.start == 0), None)
    receivers = [h for h in hits if h.start > named.start()]
    sent.cue = sent.cue or post.spans
    if sender is not None and len(sender.name) > 1:
        place = min(sender.places, key=lambda p: p.level)
        sent.senders.append(_End(region_entity(place, sender.name), post.spans, steps))
    if receivers and len(receivers[-1].name) > 1:
        place = min(receivers[-1].places, key=lambda p: p.level)
        sent.receivers.append(_End(region_entity(place, receivers[-1].name), post.spans, steps))
    del region


def _aided(surface: str) -> str | None:
    match = _AIDED.search(surface)
    return match.group() if match and aided(match.group()) else None


def _by_posts(reading: Reading, topics: Topics, posts: Sequence[Proposal], sent: _Sent) -> None:
    """Posts on the helping side tell the sender, posts on the helped side the receiver, of a person who was sent."""
    if any(topics.side_by_name(e.entity) == "helper" for e in sent.receivers):
        return
    east = [p for p in posts if _public(p) and topics.side_by_name(p.object) == "helper" and not _TEAM.search(p.object.name)]
    west = [p for p in posts if p.problem is None and p.object.label in ("Region", "Organization", "Facility") and not _TEAM.search(p.object.name)]
    west = [p for p in west if topics.side_by_name(p.object) != "helper"]
    sure = [p for p in west if topics.side_by_name(p.object) == "helped" and _public(p)]
    if not sent.cue and not (east and sure):
        return
    for post in east:
        if post.object.label != "Region":
            sent.senders.append(_End(post.object, post.spans, post.because))
    for post in west:
        for entity in _hosts(post.object):
            sent.receivers.append(_End(entity, post.spans, post.because))


def _public(post: Proposal) -> bool:
    return post.object.label in ("Organization", "Facility") or post.object.label == "Region" and post.properties["title"][-1] == "长"


def _only_county(reading: Reading, topics: Topics, sent: _Sent) -> None:
    """Where the article knows one helped county only, a person who was sent was sent there."""
    counties = {
        m.entity.id: m
        for m in reversed(reading.mentions)
        if m.label == "Region" and level(m.entity) == 3 and topics.side(m.entity) == "helped"
    }
    if len(counties) == 1:
        where = next(iter(counties.values()))
        step = Step("object", "topic", "", where.entity.name)
        sent.receivers.append(_End(where.entity, (*sent.cue, antecedent_span(reading, where)), (*sent.senders[0].because, step)))


def _proposals(sent: _Sent) -> Iterator[Proposal]:
    done: set[tuple[str, str]] = set()
    for relation, ends in ((_FROM, sent.senders), (_TO, sent.receivers)):
        for end in ends:
            if (relation, end.entity.id) in done or end.entity.id == sent.person.id:
                continue
            done.add((relation, end.entity.id))
            properties, raw = {}, {}
            if relation == _TO and end.since is not None:
                properties, raw = {"since": end.since.first}, {"since": end.since.raw}
            yield Proposal(relation, sent.person, end.entity, end.spans, end.because, properties, raw)
