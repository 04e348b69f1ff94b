"""Where a person was sent and by whom, where only what the article is about tells it."""

from __future__ import annotations

import re
from collections import Counter

from graph.model import Entity, Step
from loaders.proposals import Proposal, antecedent_span
from loaders.sending_ends import End, Sent, hosted
from loaders.sending_sides import side_of
from loaders.topics import Topics, home, level
from loaders.values import Mention, Reading

_POSTED_AWAY = re.compile(
    "挂职|挂任|援[疆藏青滇黔桂甘宁蒙川渝](?!建|资金|项目)|支教|支医|协作干部|工作[队组](?:副?[队组]长|领队|[队成]员)"
)
_NEAR = re.compile("第一书记|驻村|村(?:支书|支部书记|主任)")  # sent within a county as often as from afar
_SEAT = re.compile(
    "(?:公司|总部|集团|工厂|厂房|老厂|厂子|厂|店|家)(?:就|设|都|也)*(?:在|位于)[^，。；]{0,6}$"
)  # of a firm
_VILLAGE_POST = re.compile("驻村|驻村第一书记")


def only_division(reading: Reading, topics: Topics, sent: Sent, which: int) -> None:
    """Where the article knows one helped county only, or one far above others, a person who was sent was sent there.

    `which`: 3, or 2 for the leader of a team that works in a whole prefecture.
    """
    named = [m for m in _divisions(reading, which) if topics.side(m.entity) == "helped"]
    if not named and which == 3:
        named = [m for m in _divisions(reading, 3) if not topics.is_helper(m.entity)]
        named = named if len({m.entity.id for m in named}) == 1 else []
        named = [m for m in named if m.entity.id not in {e.entity.id for e in sent.senders}]
    if not named and which == 2 and all(level(e.entity) == 2 for e in sent.senders):
        named = [m for m in _divisions(reading, 3) if topics.side(m.entity) == "helped"]  # 甲市's team in one county
        named = named if len({m.entity.id for m in named}) == 1 else []
    counts = Counter(m.entity.id for m in named).most_common(2)
    counties = Counter(m.entity.id for m in _divisions(reading, 3) if topics.side(m.entity) == "helped")
    if which == 2 and counts and max(counties.values(), default=0) > counts[0][1]:
        return  # the article is about a county of that prefecture: which of both is open
    if not counts and which == 3:
        _only_county_of_bodies(reading, topics, sent)
    if counts and (len(counts) == 1 or counts[0][1] >= 3 * counts[1][1]):
        where = next(m for m in named if m.entity.id == counts[0][0])
        step = Step("object", "topic", "", where.entity.name)
        sent.receivers.append(
            End(where.entity, (*sent.cue, antecedent_span(reading, where)), (*sent.senders[0].because, step))
        )


def _only_county_of_bodies(reading: Reading, topics: Topics, sent: Sent) -> None:
    """The helped county that the article names only in the names of its schools, hospitals and offices."""
    named: dict[str, tuple[Entity, Mention]] = {}
    for m in reading.mentions:
        county = home(m.entity) if m.label in ("Facility", "Organization") else m.entity
        told = any(len(name) > 1 and name in m.surface for name in county.names)
        if county.label == "Region" and level(county) == 3 and told and topics.side(county) == "helped":
            named.setdefault(county.id, (county, m))
    if len(named) != 1 or any(e.entity.id in named for e in sent.senders):
        return
    ((county, where),) = named.values()
    step = Step("object", "topic", "", county.name)
    spans = (*sent.cue, antecedent_span(reading, where))
    sent.receivers.append(End(county, spans, (*sent.senders[0].because, step)))


def only_helper(reading: Reading, topics: Topics, sent: Sent) -> None:
    """Where the article knows one helper only, a person who holds a post in the helped county for a time was sent by it."""
    words = "".join(reading.plain(*span) for span in sent.cue)
    if not _POSTED_AWAY.search(words) or _NEAR.search(words) or not sent.named:
        return
    helpers = [m for m in reading.mentions if m.label == "Region" and topics.side(m.entity) == "helper"]
    helpers = [m for m in helpers if not _SEAT.search(reading.plain(m.block, max(0, m.start - 12), m.start))]
    counties = [m for m in helpers if level(m.entity) == 3] or [m for m in helpers if level(m.entity) == 2]
    if (
        len(counties) < 2
        or len({m.entity.id for m in counties}) != 1
        or any(e.entity.id == counties[0].entity.id for e in sent.receivers)
    ):
        return
    where = counties[0]
    step = Step("object", "topic", "", where.entity.name)
    sent.senders.append(
        End(where.entity, (*sent.cue, antecedent_span(reading, where)), (*sent.receivers[0].because, step))
    )


_OF_HOUSE = re.compile(
    "(?:集团|总部|总行|行里|公司|学校|校方|部里|部机关|局里|署里|院里|委里|该部|该校|该行|该局|该公司)(?:选|委|下|指)?派|(?:公司|集团)驻村"
)


def only_body(reading: Reading, topics: Topics, sent: Sent) -> None:
    """Where the article knows one helper only and that is a body, a person lent to the county was sent by it.

    Enough for 集团派来的丙, and for who holds a post there for a time (挂职副县长丙).
    """
    words = "".join(reading.plain(*span) for span in sent.cue)
    if not sent.named:
        return
    named = [m for m in reading.mentions if m.entity.id in topics.paired_helpers]
    bodies = [m for m in named if m.label in ("Organization", "Company", "Facility")]
    if len({m.entity.id for m in named}) != 1 or not bodies or _of_county(bodies[0].entity):
        return
    where = bodies[0]
    if not (_OF_HOUSE.search(words) or re.search("挂职|挂任", words) or _sends(words, where.entity)):
        return
    step = Step("object", "topic", "", where.entity.name)
    sent.senders.append(
        End(where.entity, (*sent.cue, antecedent_span(reading, where)), (*sent.receivers[0].because, step))
    )


def _sends(words: str, body: Entity) -> bool:
    """Whether the words say by a short form of the body's name that it sent somebody: 农发行派驻该村的第一书记."""
    return any(f"{name}{verb}" in words for name in body.names for verb in ("派", "选派", "委派"))


def _of_county(body: Entity) -> bool:
    """Whether a body is named after its own division; a group of the state lies in the county only for want of another."""
    return body.region is not None and any(name in body.name for name in home(body).names)


# Houses whose people are lent to one of the same kind: a doctor to a hospital, a teacher to a school.
_SAME_KIND = (
    (
        re.compile("(?:医院|卫生院|保健院|妇幼保健|卫生服务中心|疾控中心)"),
        re.compile("(?:医生|医师|大夫|护士|护师|护士长|药师)(?:、|和|与)?$"),
    ),
    (
        re.compile("(?:小学|中学|学校|幼儿园|高中|职高|职校|完小|中心校|[一二三四五六七八九]中|党校|校区)"),
        re.compile("(?:教师|老师|校长|园长|教研组长)(?:、|和|与)?$"),
    ),
)


def only_house(reading: Reading, topics: Topics, sent: Sent) -> bool:
    """A doctor or teacher of whom no place is told works in the only hospital or school of the helped side.

    Says whether it has found one.
    """
    if not (sent.cue and sent.senders) or sent.receivers:
        return False
    homes = [e.entity.name for e in sent.senders if e.entity.label in ("Facility", "Organization")]
    before = "".join(reading.plain(*span) for span in sent.cue).partition(sent.person.name)[0]
    kinds = (house for house, trade in _SAME_KIND if any(map(house.search, homes)) or trade.search(before))
    kind = next(kinds, None)
    if kind is None:
        return False
    houses = [m for m in reading.mentions if m.label in ("Facility", "Organization") and kind.search(m.entity.name)]
    helped = [m for m in houses if side_of(topics, m.entity) == "helped" or topics.side(home(m.entity)) == "helped"]
    helped = [m for m in helped if m.entity.name not in homes]
    if len({m.entity.id for m in helped}) != 1 or side_of(topics, helped[0].entity) == "helper":
        return False
    step = Step("object", "topic", "", helped[0].entity.name)
    spans = (*sent.cue, antecedent_span(reading, helped[0]))
    end = End(helped[0].entity, spans, (*sent.senders[0].because, step))
    sent.receivers += hosted(topics, end)
    return True


_SECRETARY = re.compile("第一书记|驻村(?:工作)?(?:干部|队员|队长|工作队|帮扶)")


def only_village(reading: Reading, topics: Topics, sent: Sent) -> None:
    """A first secretary or member of a village team of whom no place is told works in the only village of the article."""
    words = "".join(reading.plain(*span) for span in sent.cue)
    said = re.search(f"(?:{_SECRETARY.pattern})[^，。；]{{0,24}}?{re.escape(sent.person.name)}", words)
    if said is None or not sent.named:
        return
    named = [m for m in reading.mentions if m.label == "Region" and m.entity.name.endswith(("村", "嘎查"))]
    if len({m.entity.id for m in named}) != 1 or topics.side(named[0].entity) == "helper":
        return
    where = named[0]
    step = Step("object", "topic", "", where.entity.name)
    sent.receivers.append(End(where.entity, (*sent.cue, antecedent_span(reading, where)), (step,)))


def village_posts(post: Proposal, sent: Sent) -> None:
    """驻村第一书记 and members of 驻村工作队 were sent to the village of their post."""
    village = post.object.label == "Region" and post.object.name.endswith(("村", "嘎查", "社区"))
    if post.problem is None and village and _VILLAGE_POST.match(post.properties.get("title", "")):
        sent.receivers.append(End(post.object, post.spans, post.because))
        sent.cue, sent.named = sent.cue or post.spans, True


def _divisions(reading: Reading, which: int) -> list[Mention]:
    return [m for m in reading.mentions if m.label == "Region" and level(m.entity) == which]
