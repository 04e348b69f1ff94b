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
from loaders.sending_words import EMPLOYER, JOINT, NOT_TEAM, TEAM, TRADERS, meant, side_of
from loaders.topics import Topics, level
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
    receivers = [r for start, r in regions if start >= at and start and topics.side(r) != "helper"]
    sent.receivers += [End(r, post.spans, steps) for r in receivers[-1:]]
    sent.wide |= not receivers and all(level(e.entity) in (1, 2) for e in sent.senders)


_STATIONED = re.compile("驻(?P<town>[一-鿿]{2,6}?(?:镇|乡|街道|村|社区))(?!帮)")


def _town(topics: Topics, name: str) -> Entity | None:
    """The town or village in the name of a team that tells only where it works: 驻甲镇工作队."""
    found = _STATIONED.match(name)
    if found is None:
        return None
    known = next((e for e in topics.entities if e.label == "Region" and found["town"] in e.names), None)
    return known or Entity(entity_id("Region", found["town"], None), "Region", found["town"], (), None, None)


def by_posts(reading: Reading, topics: Topics, posts: Sequence[Proposal], sent: Sent) -> None:
    """Posts on the helping side tell the sender, posts on the helped side the receiver, of a person who was sent."""
    if any(side_of(topics, e.entity) == "helper" for e in sent.receivers):
        return
    posts = [p for p in posts if not TEAM.search(p.object.name)]
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
            and EMPLOYER.search(p.object.name)
            and p.object.id not in hosting
            and not taken_up(reading, p)
        ]
    if bodies:
        east += [p for p in posts if p not in east and _part_of(p.object.name, bodies)]
    sent.senders += [End(p.object, p.spans, p.because) for p in east if not JOINT.search(p.object.name)]
    for post in west:
        sent.receivers += hosted(topics, End(post.object, post.spans, post.because))


def _part_of(name: str, bodies: Sequence[str]) -> bool:
    """Whether a home is a department of a body that is told to have sent the person: 甲银行|总行审计部."""
    return name not in bodies and name.startswith(tuple(bodies))


def _is_host(topics: Topics, post: Proposal) -> bool:
    side = side_of(topics, post.object)
    return side == "helped" or (side is None and _local(post))


def _local(post: Proposal) -> bool:
    """Whether the body was found by what is under discussion: then it is of the place."""
    return any(s.role == "object" for s in post.because) or post.object.label == "Region"


def _public(post: Proposal) -> bool:
    if TRADERS.search(post.object.name):
        return False
    return post.object.label in ("Organization", "Facility") or (
        post.object.label == "Region" and re.search("长$|第一书记$", post.properties["title"]) is not None
    )


def _second(topics: Topics, regions: Sequence[tuple[int, Entity]]) -> int | None:
    """Where the receiver stands in the name of a team that is but both names: 甲市乙县工作组."""
    sides = {start: topics.side(region) for start, region in regions}
    return next((s for s, side in sides.items() if s and side == "helped"), None) if sides.get(0) == "helper" else None
