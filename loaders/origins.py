"""Where a firm that settled on the helped side came from, as its name or the words before it tell.

深圳岭海堂药业有限公司 that moved into a county of Guangxi came from Shenzhen; so did 深圳企业“岭海堂”.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from graph.model import Entity, Step
from loaders.chart import Chart
from loaders.departures import find_departures
from loaders.firm_cities import helpers_city
from loaders.firms_named_later import firms_told_before
from loaders.gazetteer import load
from loaders.gazetteer_pairs import abbreviation
from loaders.proposals import Proposal, antecedent_span, clause_span, leaning, sentence_of
from loaders.regions import region_entity
from loaders.tiers import EAST, tier
from loaders.topics import Topics, inside
from loaders.values import CAPTION, Mention, Reading

_BETWEEN = re.compile(
    r"的?(?:[一-鿿]{0,4}(?:企业|厂家|药企|茶企|车企|商家|客商|民企|国企|老厂)|籍企业|来|搬来|迁来|过来)?的?[“”]?$"
)
_LISTED = re.compile(
    r"[^，。；：！？]{0,40}?等[^，。；：、]{0,4}?(?P<place>[沪苏浙闽粤鲁京津])[上资]?[企商]"
)  # A、B等沪上企业
_CAPITAL = re.compile("投资|国资|国有|城投|控股|资本")  # houses that pay for buildings and stay where they are
_LEGAL = re.compile("(?:公司|集团|厂|合作社|农场|商行)$")  # 深圳硅谷 may be no more than a nickname
_SETTLES = ("MOVED_INTO", "INVESTED_IN", "LOCATED_IN", "BUILT", "RUNS")


def find_origins(reading: Reading, topics: Topics, known: Sequence[Proposal], rows: Sequence[Chart]) -> list[Proposal]:
    """CAME_FROM of the firms that `known` says work on the helped side, and of those whose move the words tell."""
    sound = [p for p in known if p.problem is None]
    settled = {p.subject.id for p in sound if p.relation in _SETTLES and _on_helped_side(topics, p.object)}
    found = list(find_departures(reading, topics, rows, settled))
    told = {p.subject.id for p in (*sound, *found) if p.relation == "CAME_FROM" and p.problem is None}
    moved = {p.subject.id for p in sound if p.relation in _SETTLES[:2] and _on_helped_side(topics, p.object)}
    # A firm that only puts money in may stay where its name says; who settled or built has come from there.
    here = {p.subject.id for p in sound if _comes(p) and _on_helped_side(topics, p.object)}
    for mention in (*reading.mentions, *firms_told_before(reading)):
        if mention.label != "Company" or mention.entity.id not in moved - told:
            continue
        if reading.blocks[mention.block].kind == CAPTION:
            continue
        by_name = _by_name(reading, topics, mention) if mention.entity.id in here else ()
        named = next(iter((*_by_words(reading, topics, mention), *by_name)), None)
        if named is not None:
            found.append(named)
            told.add(mention.entity.id)
    return found


def _comes(fact: Proposal) -> bool:
    """Whether a fact brings the firm itself to the place."""
    built = fact.relation == "BUILT" and _CAPITAL.search(fact.subject.name) is None
    return fact.relation == "MOVED_INTO" or built


def _on_helped_side(topics: Topics, entity: Entity) -> bool:
    if entity.label == "Company":  # who puts money into a firm need not come
        return False
    return entity.label != "Region" or topics.side(entity) != "helper"


def narrowest(proposals: Sequence[Proposal]) -> list[Proposal]:
    """Without the wider origin of a firm where a narrower one is told (深圳 beside 深圳南山)."""
    origins = [p for p in proposals if p.relation == "CAME_FROM" and p.problem is None]
    return [
        p
        for p in proposals
        if p.relation != "CAME_FROM"
        or not any(
            q.subject.id == p.subject.id and inside(q.object, p.object.id)
            for q in origins
            if q.object.id != p.object.id
        )
    ]


def _helping(topics: Topics, region: Entity) -> bool:
    """Whether a region is on the helping side; where the article names no other side, an eastern one is."""
    side = topics.side(region)
    return side == "helper" or (side is None and topics.highest == topics.lowest and tier(region) == EAST)


def _by_words(reading: Reading, topics: Topics, mention: Mention) -> Iterator[Proposal]:
    """The helping region right before the firm: 深圳企业“岭海堂”, 扬州的乐途房车."""
    sentence = sentence_of(reading, mention)
    if sentence is None:
        return
    for region in reading.within(mention.block, max(sentence.start, mention.start - 16), mention.start):
        if region.label != "Region" or not _helping(topics, region.entity):
            continue
        if _BETWEEN.fullmatch(reading.plain(mention.block, region.end, mention.start)):
            span = clause_span(sentence, region.start, mention.end)
            more, steps = leaning(reading, mention, "subject")
            yield Proposal("CAME_FROM", mention.entity, region.entity, (span, *more), steps, rule="origins")
    following = _LISTED.match(reading.plain(mention.block, mention.end, sentence.end))
    if following is not None:
        span = clause_span(sentence, mention.start, mention.end + following.end())
        for place in abbreviation(following["place"], alone=True)[:1]:
            step = Step("object", "compressed pair", following["place"], place.name)
            yield Proposal(
                "CAME_FROM", mention.entity, region_entity(place, following["place"]), (span,), (step,), rule="origins"
            )


def _by_name(reading: Reading, topics: Topics, mention: Mention) -> Iterator[Proposal]:
    """The helping region that the firm's name opens with."""
    region = opening(topics, mention)
    city = helpers_city(topics, mention) if region is None else None
    if city is not None:
        step = Step("object", "name", mention.surface, city.name)
        yield Proposal("CAME_FROM", mention.entity, city, (antecedent_span(reading, mention),), (step,), rule="origins")
        return
    if region is None:
        region = _named_only_here(mention)
        narrower = region is not None and any(inside(e, region.id) for e in topics.entities)
        if region is not None and not narrower and topics.side(region) != "helped" and tier(region) == EAST:
            step = Step("object", "name", mention.surface, region.name)
            span = antecedent_span(reading, mention)
            yield Proposal("CAME_FROM", mention.entity, region, (span,), (step,), rule="origins")
    elif _helping(topics, region):
        step = Step("object", "name", mention.surface, region.name)
        named = next(m for m in topics.mentions if m.entity.id == region.id)
        spans = (antecedent_span(reading, mention), antecedent_span(reading, named))
        yield Proposal("CAME_FROM", mention.entity, region, spans, (step,), rule="origins")


def _named_only_here(mention: Mention) -> Entity | None:
    """The province or city that the name opens with, where nothing else of the article names it."""
    if _LEGAL.search(mention.surface) is None:
        return None
    for hit in load().find(mention.surface[:6]):
        if hit.start == 0 and not hit.risky and len(hit.places) == 1 and hit.places[0].level in (1, 2):
            return region_entity(hit.places[0], hit.name)
    return None


def opening(topics: Topics, mention: Mention) -> Entity | None:
    """The region that the name opens with, the lowest of several (江苏省常州… -> 常州)."""
    rest, found = mention.surface, None
    regions = [e for e in topics.entities if e.label == "Region"]
    while True:
        fitting = [(len(n), e) for e in regions for n in _short_names(e) if rest.startswith(n)]
        if not fitting:
            break
        length, found = max(fitting, key=lambda pair: pair[0])
        rest = rest[length:]
    return found


def _short_names(region: Entity) -> list[str]:
    """The region's names, and 盐田 for 盐田区; the longest first."""
    names = {n for name in region.names for n in (name, name[:-1] if name[-1] in "省市区县" else name) if len(n) > 1}
    return sorted(names, key=lambda n: (-len(n), n))
