"""Sender and receiver told by a person's posts: those on both sides, and the lead of a team named after both."""

from __future__ import annotations

import re
from collections.abc import Sequence

from graph.identity import entity_id
from graph.model import Entity
from loaders.gazetteer import load
from loaders.proposals import Proposal
from loaders.regions import region_entity
from loaders.sending_ends import End, Sent, hosted, hung, taken_up
from loaders.sending_sides import meant, side_of
from loaders.sending_words import EMPLOYER, JOINT, NOT_TEAM, TEAM, TRADERS
from loaders.topics import Topics, home, level
from loaders.values import Reading


def by_team(topics: Topics, post: Proposal, sent: Sent) -> None:
    """A leader of 甲市驻乙县工作组 was sent by 甲 to 乙."""
    name = post.object.name
    if post.problem is not None or TEAM.search(name) is None or NOT_TEAM.search(name):
        return
    hits, steps = load().find(name), post.because
    regions = [(h.start, region_entity(meant(topics, h.places), h.name)) for h in hits if len(h.name) > 1]
    linked = re.search(r"驻|援|对口|帮扶|协作|派|赴", name)
    at = linked.start() if linked is not None else _second(topics, regions)
    if at is None:
        return
    sent.cue, sent.named = sent.cue or post.spans, True
    if re.search(
        "驻[镇村乡](?:帮镇|帮扶|帮村|工作)", name
    ):  # of a town of the helped side, staffed by towns of the helping one
        for region in (r for start, r in regions if start == 0):
            ends = sent.senders if topics.side(region) == "helper" else sent.receivers
            ends.append(End(region, post.spans, steps))
        return
    if not regions and (town := _town(topics, name)) is not None:
        sent.receivers.append(End(town, post.spans, steps))
    for start, region in regions:
        if start == 0 and start < at and topics.side(region) != "helped":
            sent.senders.append(End(region, post.spans, steps))
    if not any(start < at for start, _ in regions) and (owner := _owner(topics, name[:at])) is not None:
        sent.senders.append(End(owner, post.spans, steps))
    receivers = [r for start, r in regions if start >= at and start and topics.side(r) != "helper"]
    sent.receivers += [End(r, post.spans, steps) for r in receivers[-1:]]
    sent.wide |= not receivers and all(level(e.entity) in (1, 2) for e in sent.senders)


def _owner(topics: Topics, start: str) -> Entity | None:
    """Who sends a team, where no division opens its name: a zone, a university or a firm that the article names."""
    start = re.sub("(?:第[一二三四五六七八九十]+批|派出?|选派|对口)+$", "", start)
    fitting = (e for e in topics.entities if e.label in ("Region", "Organization", "Company", "Facility"))
    return next((e for e in fitting if len(start) > 2 and start in e.names), None)


_STATIONED = re.compile("驻(?P<town>[一-鿿]{2,6}?(?:镇|乡|街道|村|社区))(?!帮)")


def _town(topics: Topics, name: str) -> Entity | None:
    """The town or village in the name of a team that tells only where it works: 驻甲镇工作队."""
    found = _STATIONED.match(name)
    if found is None:
        short = next((e for e in topics.entities if e.label == "Region" and _stationed_at(name, e)), None)
        return short if short is None or topics.side(short) != "helper" else None
    known = next((e for e in topics.entities if e.label == "Region" and found["town"] in e.names), None)
    return known or Entity(entity_id("Region", found["town"], None), "Region", found["town"], (), None, None)


def _stationed_at(name: str, town: Entity) -> bool:
    """Whether a team's name opens with 驻 and the name of a town without its 镇: 驻三饶帮扶工作队."""
    stem = re.sub("(?:镇|乡|街道|村)$", "", town.name)
    return stem != town.name and len(stem) > 1 and name.startswith("驻" + stem)


def by_posts(reading: Reading, topics: Topics, posts: Sequence[Proposal], sent: Sent) -> None:
    """Posts on the helping side tell the sender, posts on the helped side the receiver, of a person who was sent."""
    if any(side_of(topics, e.entity) == "helper" for e in sent.receivers):
        return
    posts = [p for p in posts if not TEAM.search(p.object.name) and not _afterwards(reading, p)]
    posts = [p for p in posts if not _held_beside(reading, p)] or posts
    east = [p for p in posts if _public(p) and side_of(topics, p.object) == "helper"]
    west = [p for p in posts if p.problem is None and _public(p) and (_is_host(topics, p) or hung(reading, p))]
    origins = [e for e in sent.maybe if side_of(topics, e.entity) == "helper" or e.entity.label != "Region"]
    origins = [e for e in origins if side_of(topics, e.entity) != "helped"]
    if west and not (east or origins or sent.senders):
        origins = sent.once[-1:]
    if not sent.cue and not (west and (east or origins)):
        return
    bodies = [e.entity.name for e in sent.senders if e.entity.label != "Region"]
    if west:
        sent.senders += [e for e in origins if not bodies or _part_of(e.entity.name, bodies)]
    hosting = {e.entity.id for e in sent.receivers}
    if west or sent.receivers:
        east += [
            p
            for p in posts
            if side_of(topics, p.object) is None
            and not _local(p)
            and p.object.name[0] not in "县旗镇乡"  # 县政府办公室: of the county spoken of
            and EMPLOYER.search(p.object.name)
            and p.object.id not in hosting
            and not taken_up(reading, p)
        ]
    if bodies:
        east += [p for p in posts if p not in east and _part_of(p.object.name, bodies)]
    sent.senders += [End(p.object, p.spans, p.because) for p in east if not JOINT.search(p.object.name)]
    for post in west:
        sent.receivers += hosted(topics, End(post.object, post.spans, post.because))


_BACK = re.compile(
    "(?:回了|返回|回到|调回|返)[^，。；]{1,6}(?:后|以后)?，[^，。；]{0,6}(?:如今|现在|现任|现为|担任|任|到)"
)
_UNTIL_RETIRED = re.compile("(?:退休|离休|退伍|转业|下海)之?前(?:是|任|在|担任|曾)")
_RETURNED = re.compile("如今|现在|现任|现为|回到|返回|返岗|调回|回来后|后来|打工|务工")


def workplaces(reading: Reading, topics: Topics, known: Sequence[Proposal]) -> list[End]:
    """Bodies of the helping side in which a person, of whom another sentence tells that it was sent, worked before."""
    found = [p for p in known if p.relation == "WORKS_AT" and p.problem is None]
    found = [p for p in found if p.object.label in ("Organization", "Facility") and not TEAM.search(p.object.name)]
    found = [p for p in found if side_of(topics, p.object) == "helper"]
    return [
        End(p.object, p.spans, p.because)
        for p in found[:1]
        if not any(_RETURNED.search(reading.plain(*s)) for s in p.spans)
    ]


def _held_beside(reading: Reading, post: Proposal) -> bool:
    """Whether the post is held beside another: 示范区管委会主任由乙县副县长丙兼任."""
    block, low, high = post.spans[0]
    told = reading.plain(block, low, high)
    at = min((told.find(name) for name in post.object.names if name in told), default=-1)
    return at >= 0 and re.search("^[^，。；由]+由[^。；]*兼(?:任|着|管)", told[at:]) is not None


def _afterwards(reading: Reading, post: Proposal) -> bool:
    """Whether the words tell of a post that was taken up after the return: 他回了甲市，如今在乙局任副主任."""
    block, _, high = post.spans[0]
    start = reading.plain(block, 0, high).rfind("。", 0, max(high - 1, 0)) + 1
    told = reading.plain(block, start, high)
    if _UNTIL_RETIRED.search(told):
        return True  # whoever has retired is nobody's to send
    back = _BACK.search(told)
    at = max((told.rfind(n) for n in post.object.names), default=-1)
    return back is not None and at >= back.end()


def _part_of(name: str, bodies: Sequence[str]) -> bool:
    """Whether a home is a department of a body that is told to have sent the person: 甲银行|总行审计部."""
    return name not in bodies and name.startswith(tuple(bodies))


def _is_host(topics: Topics, post: Proposal) -> bool:
    side = side_of(topics, post.object)
    if side is None and post.object.region is not None:
        side = topics.side(home(post.object))  # 甲镇党委: a town's body stands where its county does
    return side == "helped" or (side is None and _local(post))


def _local(post: Proposal) -> bool:
    """Whether the body was found by what is under discussion: then it is of the place."""
    return any(s.role == "object" for s in post.because) or post.object.label == "Region"


def _public(post: Proposal) -> bool:
    if TRADERS.search(post.object.name):
        return False
    return post.object.label in ("Organization", "Facility") or (
        post.object.label == "Region" and re.search("长$|书记$|助理$|常委$", post.properties["title"]) is not None
    )


def _second(topics: Topics, regions: Sequence[tuple[int, Entity]]) -> int | None:
    """Where the receiver stands in the name of a team that is but both names: 甲市乙县工作组."""
    sides = {start: topics.side(region) for start, region in regions}
    return next((s for s, side in sides.items() if s and side == "helped"), None) if sides.get(0) == "helper" else None
