"""Where a firm that settled on the helped side came from, as its name or the words before it tell.

深圳岭海堂药业有限公司 that moved into a county of Guangxi came from Shenzhen; so did 深圳企业“岭海堂”.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from graph.model import Entity, Step
from loaders.chart import chart
from loaders.frames import compile_pattern
from loaders.gazetteer_pairs import abbreviation
from loaders.proposals import Proposal, antecedent_span, clause_span, sentence_of
from loaders.regions import region_entity
from loaders.topics import Topics, inside
from loaders.values import CAPTION, Mention, Reading

_BETWEEN = re.compile(
    r"的?(?:[一-鿿]{0,4}(?:企业|厂家|药企|茶企|车企|商家|客商|民企|国企|老厂)|籍企业|来|搬来|迁来|过来)?的?[“”]?$"
)
_LISTED = re.compile(
    r"[^，。；：！？]{0,40}?等[^，。；：、]{0,4}?(?P<place>[沪苏浙闽粤鲁京津])[上资]?[企商]"
)  # A、B等沪上企业
_TOLD = tuple(  # said of a firm that settled: of one that did not, the same words tell where it sits
    compile_pattern(pattern, "loaders/origins.py")
    for pattern in (
        "{a:Company+}等(?:\ue00b|[^，。；、]{0,4}家)?{b:Region}籍?(?:企业|公司|厂商|厂家|民企|客商)",
        "{a:Company+}(?:都|均|全)?来自{b:Region}",
        "{a:Company}（{b:Region}）",
        "{a:Company}，?(?:是|系|为)(?:一家|一个|首家)?{b:Region}的?<4n>(?:企业|公司|老厂|民企|国企|品牌|厂)",
        "{a:Company}是{b:Region}(?:企业)?在\ue001[^，。；]{0,8}(?:投资|办|落户|兴办|设立|建)",
        "{b:Region}的?(?:企业|公司|厂家|民企|客商)(?:\ue00b|[一二三四五六七八九十两\\d]+家)?<6n>[：，—]+(?:分别是|分别为|包括|有|即)?{a:Company+}",
        "{b:Region}的?(?:老板|商人|客商|企业家|女老板|人)[^，。；、]{0,6}(?:的|创办的|办的|名下的){a:Company}",
        "{b:Region}[^，。；、]{0,12}(?:搬来|迁来|转来|过来|引来|招来|请来)的{a:Company+}",
    )
)
_SETTLES = ("MOVED_INTO", "INVESTED_IN")


def find_origins(reading: Reading, topics: Topics, known: Sequence[Proposal]) -> list[Proposal]:
    """CAME_FROM of the firms that `known` says have settled on the helped side."""
    sound = [p for p in known if p.problem is None]
    told = {p.subject.id for p in sound if p.relation == "CAME_FROM"}
    settled = {p.subject.id for p in sound if p.relation in _SETTLES and topics.side(p.object) != "helper"} - told
    found: dict[str, Proposal] = {}
    for mention in reading.mentions:
        if mention.label != "Company" or mention.entity.id not in settled or mention.entity.id in found:
            continue
        if reading.blocks[mention.block].kind == CAPTION:
            continue
        for proposal in (*_by_words(reading, topics, mention), *_by_name(reading, topics, mention)):
            found.setdefault(mention.entity.id, proposal)
    for proposal in _by_sentence(reading, topics):
        if proposal.subject.id in settled and topics.side(proposal.object) == "helper":
            known_origin = found.get(proposal.subject.id)
            if known_origin is None or known_origin.because:
                found[proposal.subject.id] = proposal
    return list(found.values())


def _by_sentence(reading: Reading, topics: Topics) -> Iterator[Proposal]:
    """Where the words around a firm, or a list of firms, call it one of a region: 甲、乙等东莞企业; 东莞企业两家：甲、乙."""
    for sentence in reading.sentences:
        if reading.blocks[sentence.block].kind == CAPTION:
            continue
        row = chart(reading, sentence)
        for pattern in _TOLD:
            for hit in pattern.finditer(row.code):
                region = row.items[hit.start("b")]
                firms = [m for m in row.items[slice(*hit.span("a"))] if isinstance(m, Mention) and m.label == "Company"]
                span = clause_span(sentence, row.starts[hit.start()], row.ends[hit.end() - 1])
                if isinstance(region, Mention):
                    yield from (Proposal("CAME_FROM", firm.entity, region.entity, (span,)) for firm in firms)


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


def _by_words(reading: Reading, topics: Topics, mention: Mention) -> Iterator[Proposal]:
    """The helping region right before the firm: 深圳企业“岭海堂”, 扬州的乐途房车."""
    sentence = sentence_of(reading, mention)
    if sentence is None:
        return
    for region in reading.within(mention.block, max(sentence.start, mention.start - 16), mention.start):
        if region.label != "Region" or topics.side(region.entity) != "helper":
            continue
        if _BETWEEN.fullmatch(reading.plain(mention.block, region.end, mention.start)):
            span = clause_span(sentence, region.start, mention.end)
            yield Proposal("CAME_FROM", mention.entity, region.entity, (span,))
    following = _LISTED.match(reading.plain(mention.block, mention.end, sentence.end))
    if following is not None:
        span = clause_span(sentence, mention.start, mention.end + following.end())
        for place in abbreviation(following["place"], alone=True)[:1]:
            step = Step("object", "compressed pair", following["place"], place.name)
            yield Proposal("CAME_FROM", mention.entity, region_entity(place, following["place"]), (span,), (step,))


def _by_name(reading: Reading, topics: Topics, mention: Mention) -> Iterator[Proposal]:
    """The helping region that the firm's name opens with."""
    region = opening(topics, mention)
    if region is not None and topics.side(region) == "helper":
        step = Step("object", "name", mention.surface, region.name)
        named = next(m for m in topics.mentions if m.entity.id == region.id)
        spans = (antecedent_span(reading, mention), antecedent_span(reading, named))
        yield Proposal("CAME_FROM", mention.entity, region, spans, (step,))


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
