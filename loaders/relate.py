"""From an article's mentions to its proven facts."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from graph.model import Entity, Fact, Reject
from graph.schema import schema
from loaders.arrivals import find_arrivals
from loaders.arrivals_doubled import named_before_spoken_of
from loaders.builders import COMMON, find_builders
from loaders.chart import Chart, charts
from loaders.co_invested import beside_grants
from loaders.ends_against import with_sound_ends
from loaders.factories import with_factories
from loaders.framed import OPEN, framed
from loaders.gazetteer import significant
from loaders.implied import find_implied, find_settled
from loaders.joint_works import works_are_built
from loaders.labour import find_labour
from loaders.located import find_places
from loaders.located_afar import near_what_is_helped
from loaders.located_against import at_home
from loaders.located_words import placed_by_words
from loaders.main_pair import find_main_pair
from loaders.operators import find_operators
from loaders.origins import find_origins, narrowest
from loaders.pairs import find_pairs
from loaders.payers import is_charity
from loaders.posts import find_posts
from loaders.proposals import Proposal, overlap, prove, united
from loaders.referents import spoken_rows, with_referents
from loaders.sendings import find_sendings
from loaders.tiers import tier
from loaders.topics import Topics
from loaders.values import Reading
from loaders.weighed import find_weighed
from loaders.weighed_home import not_its_own

_FILLED = frozenset(
    {"MOVED_INTO", "CAME_FROM", "FUNDED", "INVESTED_IN", "DONATED_TO", "BUILT", "RUNS", "SENDS_WORKERS_TO"}
)


_SAY_WHO = frozenset(  # rules whose words tell the direction
    {"helps", "helps, in few words", "pairs", "aid money to", "with the help of", "people sent to help"}
    | {"helps inside the province", "the partner is another now"}
)


def relate(reading: Reading) -> tuple[list[Entity], list[Fact], list[Reject]]:
    """The article's entities, its facts, and what was rejected with the reason."""
    topics = Topics(reading)
    proposals = _by("pairs", find_pairs(reading, topics))
    rows = charts(reading)
    helping = [p for row in rows for p in framed(reading, topics, row, "ASSISTS")]
    topics.pairs |= {(p.subject.id, p.object.id) for p in map(_sensible, helping) if p.problem is None}
    if topics.pairs and any(p.problem == OPEN for p in helping):  # what one sentence leaves open another has told
        helping = [p for row in rows for p in framed(reading, topics, row, "ASSISTS")]
    proposals += helping
    referred = with_referents(reading, topics)
    told = spoken_rows(referred, topics, rows)
    arrived = _by("arrivals", find_arrivals(reading, topics, told))
    topics.settled |= {p.subject.id for p in arrived if p.problem is None}
    for row in rows:
        proposals += framed(reading, topics, row, None)
    for row, own in zip(told, rows, strict=True):
        if row.code != own.code:
            proposals += framed(reading, topics, row, "firms")
    proposals += arrived
    topics.settled |= {p.subject.id for p in proposals if p.relation == "MOVED_INTO" and p.problem is None}
    works = with_factories(topics, told)
    proposals += _by("builders", find_builders(reading, topics, works))
    proposals += _by("operators", find_operators(reading, topics, works))
    proposals += _by("labour", find_labour(reading, topics, rows))
    proposals += _personal(referred, topics, rows)
    proposals = with_sound_ends(reading, proposals)
    proposals += _by("places", find_places(reading, topics, proposals))
    proposals = named_before_spoken_of(proposals)
    proposals += find_origins(reading, topics, proposals, told)
    proposals += _by("settled", find_settled(reading, topics, proposals))
    proposals = near_what_is_helped(reading, topics, beside_grants(reading, works_are_built(proposals)))
    proposals = _fullest(
        narrowest(_plainest(_moved(placed_by_words(reading, at_home(reading, [_sensible(p) for p in proposals])))))
    )
    proposals += map(_sensible, _by("implied", find_implied(reading, proposals)))
    proposals += map(_sensible, _by("main pair", find_main_pair(reading, topics, proposals)))
    weighed = _by("weighed", find_weighed(reading, topics, rows, proposals))
    proposals += with_sound_ends(reading, not_its_own(reading, at_home(reading, [_sensible(p) for p in weighed])))
    mentioned = [m.entity for m in reading.mentions]
    entities = united(mentioned + [e for p in proposals for e in (p.subject, p.object)])
    facts: list[Fact] = []
    rejects: list[Reject] = []
    for proposal in proposals:
        outcome = prove(reading, proposal, entities)
        if isinstance(outcome, Fact):
            facts.append(outcome)
        else:
            rejects.append(outcome)
    return list(entities.values()), facts, rejects


def _by(rule: str, proposals: Iterable[Proposal]) -> list[Proposal]:
    """The proposals of a finder, under its name."""
    return [replace(p, rule=rule) for p in proposals]


def _personal(reading: Reading, topics: Topics, known: list[Chart]) -> list[Proposal]:
    """What the article says of persons; `reading` has mentions for 他, 公司 and the like."""
    rows = charts(reading, known)
    found = [p for row in rows for p in framed(reading, topics, row, "persons")]
    posts = _by("posts", (p for row in rows for p in find_posts(reading, topics, row)))
    sendings = _by("sendings", find_sendings(reading, topics, rows, [*found, *posts]))
    return [*found, *(_affirmed(reading, p) for p in (*posts, *sendings))]


_DENIED = re.compile(r"(?:没有|没能|尚未|未能|并未|从未|不再)[^，。；]{0,10}(?:任|到|赴|去|来|在|派|挂职|支教|当)")
_MEANT = re.compile(r"(?:打算|拟|计划(?!生育)|有意|希望|准备)[^，。；]{0,10}(?:任|到|赴|去|来|在|派|挂职|支教|当)")


def _affirmed(reading: Reading, proposal: Proposal) -> Proposal:
    """The proposal, with a problem where its words deny it or only intend it."""
    words = reading.plain(*proposal.spans[0])
    if proposal.problem is not None or not (_DENIED.search(words) or _MEANT.search(words)):
        return proposal
    before = words.partition(proposal.subject.name)[0]
    title = str(proposal.raw.get("title", ""))
    if proposal.relation == "HAS_ROLE" and title and before.endswith(title):
        return proposal  # 局长丙|希望来年再办: the post is held, whatever its holder plans
    return replace(proposal, problem="the words deny it" if _DENIED.search(words) else "the words speak of a plan")


def _moved(proposals: list[Proposal]) -> list[Proposal]:
    """Without the seats that firms have left: a firm from 深圳 does not lie there; nor the helpers, who do not move in."""
    helping = {p.subject.id for p in proposals if p.relation == "ASSISTS" and p.problem is None}
    proposals = [p for p in proposals if p.relation != "MOVED_INTO" or p.subject.id not in helping]
    left = {(p.subject.id, p.object.id) for p in proposals if p.relation == "CAME_FROM" and p.problem is None}
    return [p for p in proposals if p.relation != "LOCATED_IN" or (p.subject.id, p.object.id) not in left]


def _plainest(proposals: list[Proposal]) -> list[Proposal]:
    """Without what was filled in from the discussion where the same words, read by another frame, name it themselves."""
    plain = [p for p in proposals if not p.because and p.problem is None and p.relation in _FILLED]
    placed = [p for p in proposals if p.relation == "MOVED_INTO" and p.problem is None and "object" not in _filled(p)]
    kept = []
    for p in proposals:
        filled = _filled(p)
        rivals = [q for q in plain if filled and q.relation == p.relation and _rival(p, q)]
        rivals_of_place = (
            rivals if p.relation != "MOVED_INTO" else [q for q in placed if overlap(p.spans[0], q.spans[0])]
        )
        if "object" in filled and any(
            q.subject.id == p.subject.id and q.object.id != p.object.id for q in rivals_of_place
        ):
            continue
        if "subject" in filled and any(q.object.id == p.object.id and q.subject.id != p.subject.id for q in rivals):
            continue
        kept.append(p)
    return kept


def _filled(proposal: Proposal) -> set[str]:
    """The ends that only the discussion gives."""
    return {step.role for step in proposal.because if step.kind == "topic"}


def _rival(filled: Proposal, plain: Proposal) -> bool:
    """Whether both read the same words: they overlap and do not speak of two sums."""
    sums = {p.properties["amount"] for p in (filled, plain) if "amount" in p.properties}
    return len(sums) < 2 and overlap(plain.spans[0], filled.spans[0])


def _sensible(proposal: Proposal) -> Proposal:
    """The proposal, with a problem where its ends cannot be giver and receiver of paired assistance."""
    common = proposal.relation in ("BUILT", "RUNS") and COMMON.fullmatch(proposal.object.name)
    if proposal.problem is None and common:
        return replace(proposal, problem="a kind of thing, not one of them")
    if proposal.problem is None and proposal.properties.get("amount") == 0:
        return replace(proposal, problem="no sum of money")
    if proposal.problem is not None or proposal.relation not in ("ASSISTS", "FUNDED", "DONATED_TO"):
        return proposal
    if proposal.relation == "FUNDED" and is_charity(proposal.subject):
        proposal = replace(proposal, relation="DONATED_TO")  # chambers of commerce and foundations have no public money
    one, other = proposal.subject, proposal.object
    if _contains(one, other) or (proposal.relation == "FUNDED" and _is_office(one, other)):
        return replace(proposal, problem="one end lies in the other")
    helped_province = tier(one) in (0, 1) and (one.code or "")[:2] == (other.code or "")[:2]
    near = (one.code or "")[:4] == (other.code or "")[:4] or proposal.rule not in _SAY_WHO
    if proposal.relation == "ASSISTS" and one.label == other.label == "Region" and helped_province and near:
        return replace(proposal, problem="both ends lie in one helped province")
    return proposal


def _fullest(proposals: list[Proposal]) -> list[Proposal]:
    """Without the proposals that say less than another with the same ends: no amount where the other has one."""
    told = {
        (p.relation, p.subject.id, p.object.id, name)
        for p in proposals
        for name in schema().relations[p.relation].key
        if name in p.properties and p.problem is None
    }
    kept = []
    for p in proposals:
        keys = [(p.relation, p.subject.id, p.object.id, name) for name in schema().relations[p.relation].key]
        if all(key[3] in p.properties or key not in told for key in keys):
            kept.append(p)
    return kept


def _is_office(one: Entity, place: Entity) -> bool:
    """Whether a body is an office of the very place, which pays for itself (甲县财政局, 甲县)."""
    if one.label != "Organization" or place.label != "Region":
        return False
    return any(one.name.startswith(name) for name in (place.name, *place.aliases)) and "驻" not in one.name


def _contains(a: Entity, b: Entity) -> bool:
    one, other = a.code, b.code
    if a.label != "Region" or b.label != "Region" or not one or not other:
        return False
    return other.startswith(significant(one)) or one.startswith(significant(other))
