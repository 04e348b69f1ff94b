"""Who was sent where, and by whom: 挂职, 支教, 援疆干部 and the like, and the teams named after sender and receiver."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from graph.model import Entity, Step
from loaders.chart import SIGNS, Chart
from loaders.dates import DateMention
from loaders.gazetteer import Place, load
from loaders.lexicon import read_yaml
from loaders.post_shapes import PERSON, posts_before
from loaders.proposals import Proposal, antecedent_span, clause_span
from loaders.regions import region_entity
from loaders.topics import Topics, home, level, tier
from loaders.values import Mention, Reading

_RAW = read_yaml("sendings.yaml")
_BODY = f"[{SIGNS['Organization']}{SIGNS['Facility']}]"
_FIRM = f"[{SIGNS['Organization']}{SIGNS['Facility']}{SIGNS['Company']}]"
_CUES = "|".join(_RAW["cues"]).replace("{body}", _BODY).replace("{firm}", _FIRM).replace("{team}", SIGNS["Organization"])
_CUE = re.compile(_CUES)
_WEAK = re.compile(_RAW["weak"])
_UNLESS = re.compile(_RAW["unless"])
_FROM_BEFORE, _FROM_AFTER = re.compile(_RAW["from_before"]), re.compile(_RAW["from_after"])
_WAS, _PEOPLE = re.compile(_RAW["was"]), re.compile(_RAW["people"])
_TO_BEFORE, _TO_AFTER = re.compile(_RAW["to_before"]), re.compile(_RAW["to_after"])
_IN_BEFORE, _INVITES = re.compile(_RAW["in_before"]), re.compile(_RAW["invites"])
_TEAMMATES, _NOT_TEAM = re.compile(_RAW["teammates"]), re.compile(_RAW["not_team"])
_EARLIER, _TEAM = re.compile(_RAW["earlier"]), re.compile(_RAW["team"])
_SPEAKS = re.compile(r"[^，。；]{0,6}?(?:说|介绍|表示|告诉|坦言|回忆|认为|指出|强调|笑|通报|致辞|作了)")
_EMPLOYER = re.compile("(?:大学|学院|集团|公司|研究院|研究所|科学院|农科院|医院|保健院|学校|中学|小学|疾控中心|办公室|电力|银行)$")
_MORE = re.compile("还有|另有|另外|以及|其余")
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
    maybe: list[_End] = field(default_factory=list)  # where the person came from, if the person was sent at all
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
        _by_team(topics, post, told.setdefault(post.subject.id, _Sent(post.subject)))
    for sent in told.values():
        own = [p for p in posts if p.subject.id == sent.person.id]
        _by_posts(topics, own, sent)
        if sent.cue and sent.senders and not sent.receivers:
            _only_county(reading, topics, sent)
        yield from _proposals(sent)


def _group(row: Chart, index: int) -> tuple[int, int]:
    """The first and last sign of a list of persons (甲、乙和丙)."""
    code, first, last = row.code, index, index
    while first >= 2 and code[first - 1] in "、和" and code[first - 2] == PERSON:
        first -= 2
    while code[last + 1 : last + 2] in ("、", "和") and code[last + 2 : last + 3] == PERSON:
        last += 2
    return first, last


def _window(row: Chart, index: int) -> tuple[int, int]:
    """The words that describe a person: from the mark before the posts to the next person or what the person says."""
    code = row.code
    first, last = _group(row, index)
    low = max((code.rfind(c, 0, first) for c in "，；：。" + PERSON), default=-1) + 1
    intro = code.rfind("：", 0, first)
    if PERSON not in code[:first] and re.match("“?(?:作为|受|来自|经|由)", code):
        low = 0  # 受甲委派，丙到乙任…
    if intro > 0 and PERSON not in code[:intro] and _CUE.search(code[:intro]) and code[intro - 1] in "师生部家人员":
        low = 0  # 请来两位援藏教师：甲讲…，乙讲…
    stop = next((i for i in range(last + 1, len(code)) if code[i] == PERSON or code.startswith(("：“", "，“", "；"), i)), len(code))
    if _SPEAKS.match(code, last + 1):
        stop = last + 1
    if stop < len(code) and code[stop] == PERSON:  # the posts right before the next person are that person's
        posts = posts_before(code, stop)
        edge = posts[0].start if posts else stop
        stop = max(max(code.rfind(c, last, edge) for c in ("，；：。" if posts else "，；：。、")), last + 1)
    return low, stop


def _clauses(code: str, low: int, high: int) -> list[tuple[int, int]]:
    """The parts of a window between commas."""
    marks = [m.start() for m in re.finditer("[，；：。]", code[low:high])]
    edges = [low, *(low + m + 1 for m in marks), high + 1]
    return [(a, b - 1) for a, b in zip(edges, edges[1:], strict=False)]


def _described(topics: Topics, row: Chart, index: int, sent: _Sent) -> None:
    """Senders and receivers in the words around one mention of a person."""
    low, high = _window(row, index)
    clauses = _clauses(row.code, low, high)
    more = next((k for k, c in enumerate(clauses) if _MORE.match(row.code, c[0])), len(clauses))
    clauses = clauses[:more]  # 还有两位来自…: others
    telling = [k for k, c in enumerate(clauses) if _tells(row.code[slice(*c)])]
    if not telling and _TEAMMATES.search(row.code[:index]):
        telling = [k for k, c in enumerate(clauses) if c[0] <= index < c[1]]
    sure = bool(telling)
    if not telling:
        telling = [k for k, c in enumerate(clauses) if _WEAK.search(row.code[slice(*c)])]
    if not telling:
        return
    person = row.items[index]
    assert isinstance(person, Mention)
    steps: tuple[Step, ...] = ()
    spans: tuple[Span, ...] = (clause_span(row.sentence, row.starts[low], row.ends[high - 1]),)
    if person.step is not None and person.antecedent is not None:
        steps, spans = (Step("subject", person.step.kind, person.surface, person.entity.name),), (*spans, person.antecedent)
    if sure:
        sent.cue = sent.cue or spans
    for k, clause in enumerate(clauses):
        near = min(abs(k - t) for t in telling)
        since = next((d for d in row.items[slice(*clause)] if isinstance(d, DateMention) and d.first), None)
        for at in range(*clause):
            item = row.items[at]
            if not isinstance(item, Mention) or item.label not in _PLACES or (near > 1 and item.label != "Facility"):
                continue
            role = _role(topics, row, at, (clause[0], index, clause[1]), near == 0)
            own = steps if item.step is None else (*steps, Step("object", item.step.kind, item.surface, item.entity.name))
            where = spans if item.antecedent is None else (*spans, item.antecedent)
            if role == _FROM and not sure:
                sent.maybe.append(_End(item.entity, where, own))
            elif role == _FROM:
                sent.senders.append(_End(item.entity, where, own))
            elif role == _TO and sure:
                sent.receivers += [_End(e, where, own, since) for e in _hosts(item.entity)]


def _tells(clause: str) -> bool:
    return bool(_CUE.search(clause)) and (not _UNLESS.search(clause) or "挂职" in clause)


def side_of(topics: Topics, entity: Entity) -> str | None:
    """The side of the pairing on which a body stands: of the region its name opens with, named in the article or not."""
    side = topics.side_by_name(entity)
    if side is not None or entity.label == "Region":
        return side
    hits = [h for h in load().find(entity.name) if h.start == 0 and len(h.name) > 1]
    if not hits:
        return None
    region = region_entity(_meant(topics, hits[0].places), hits[0].name)
    side = topics.side(region)
    unknown = not any(e.label == "Region" and e.code for e in topics.entities)
    if side is None and topics.highest == topics.lowest and (unknown or tier(region) != topics.highest):
        return {3: "helper", 1: "helped", 0: "helped"}.get(tier(region) or 0)  # the article names one side in full only
    return side


def _meant(topics: Topics, places: Sequence[Place]) -> Place:
    """The division of a name that the article speaks of, else the largest."""
    codes = {e.code for e in topics.entities if e.label == "Region"}
    return next((p for p in places if p.code in codes), None) or min(places, key=lambda p: p.level)


def _role(topics: Topics, row: Chart, at: int, around: tuple[int, int, int], telling: bool) -> str | None:
    """Whether a name in a person's description is the sender or the receiver."""
    code, item = row.code, row.items[at]
    assert isinstance(item, Mention)
    low, index, high = around
    before = code[max(low, index + 1 if at > index >= low else low) : at]
    after = code[at + 1 : high]
    side = side_of(topics, item.entity)
    if _TEAM.search(item.entity.name) and item.label == "Organization":
        return None  # teams are read by name
    if (_FROM_BEFORE.search(before) or (telling and at + 2 == index and after[:1] == "的")) and side != "helped":
        return _FROM
    if _WAS.search(before) and _PEOPLE.match(after) and side != "helped":
        return _FROM
    if side == "helper" and at < index and _PEOPLE.fullmatch(code[at + 1 : index]) and item.label != "Company":
        return _FROM  # 甲县的退休教师丙，…到乙县支教
    if _IN_BEFORE.search(before):
        if side == "helper":
            return _FROM if _EARLIER.search(before) else _TO if re.match(r"[^，。；]{0,6}挂职", after) else None
        return _TO if _TO_AFTER.match(after) and (side == "helped" or item.label != "Company") else None
    if _TO_BEFORE.search(before):
        if side == "helper":
            return _TO if re.match(r"[^，。；]{0,6}挂职", after) else None
        return _TO if item.label != "Company" else None
    if not telling:
        return None
    if _FROM_AFTER.match(after) and side != "helped" and item.label != "Park":
        return _FROM
    if _FROM_BEFORE.search(before) or _FROM_AFTER.match(after):
        sent_east = re.search(r"(?:到|赴|去|往)[^，。；]{0,8}挂职", after)
        return _FROM if sent_east and side == "helped" else _TO if side == "helped" and _TO_AFTER.match(after) else None
    if side == "helped" and (_TO_AFTER.match(after) or _INVITES.match(after)) and item.label != "Company":
        return _TO
    if side == "helper" and at < index and item.label in ("Region", "Organization", "Facility"):
        return _FROM
    return None


def _hosts(entity: Entity) -> list[Entity]:
    """The receiver, and its county where its name holds it; of a committee the county alone."""
    if entity.label != "Organization":
        return [entity]
    body = re.search("(?:委|政府|政协|人大)$", entity.name)
    county = home(entity)
    held = county.label == "Region" and any(n in name for n in county.names for name in entity.names)
    if not held:
        return [] if body else [entity]
    return [county] if body else [entity, county]


def _by_team(topics: Topics, post: Proposal, sent: _Sent) -> None:
    """A leader of 甲市驻乙县工作组 was sent by 甲 to 乙."""
    name = post.object.name
    named = re.search(r"驻|援|对口|帮扶|协作|派|赴", name)
    if post.problem is not None or _TEAM.search(name) is None or _NOT_TEAM.search(name) or named is None:
        return
    hits, steps = load().find(name), post.because
    sent.cue = sent.cue or post.spans
    regions = [(h.start, region_entity(_meant(topics, h.places), h.name)) for h in hits if len(h.name) > 1]
    for start, region in regions:
        side = topics.side(region)
        if start == 0 and start < named.start() and side != "helped":
            sent.senders.append(_End(region, post.spans, steps))
    receivers = [r for start, r in regions if start > named.start() and topics.side(r) != "helper"]
    sent.receivers += [_End(r, post.spans, steps) for r in receivers[-1:]]


def _by_posts(topics: Topics, posts: Sequence[Proposal], sent: _Sent) -> None:
    """Posts on the helping side tell the sender, posts on the helped side the receiver, of a person who was sent."""
    if any(side_of(topics, e.entity) == "helper" for e in sent.receivers):
        return
    posts = [p for p in posts if not _TEAM.search(p.object.name)]
    east = [p for p in posts if _public(p) and side_of(topics, p.object) == "helper"]
    west = [p for p in posts if p.problem is None and _public(p) and _is_host(topics, p)]
    origins = [e for e in sent.maybe if side_of(topics, e.entity) == "helper" and e.entity.label != "Company"]
    if not sent.cue and not (west and (east or origins)):
        return
    if west:
        sent.senders += origins
    if west or sent.receivers:
        east += [p for p in posts if side_of(topics, p.object) is None and not _local(p) and _EMPLOYER.search(p.object.name)]
    sent.senders += [_End(p.object, p.spans, p.because) for p in east]
    for post in west:
        sent.receivers += [_End(entity, post.spans, post.because) for entity in _hosts(post.object)]


def _is_host(topics: Topics, post: Proposal) -> bool:
    side = side_of(topics, post.object)
    return side == "helped" or (side is None and _local(post))


def _local(post: Proposal) -> bool:
    """Whether the body was found by what is under discussion: then it is of the place."""
    return any(s.role == "object" for s in post.because) or post.object.label == "Region"


def _public(post: Proposal) -> bool:
    return post.object.label in ("Organization", "Facility") or (post.object.label == "Region" and post.properties["title"][-1] == "长")


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
