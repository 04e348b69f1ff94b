"""Paired regions in compressed names: 粤桂协作, 深百协作办, 北京市援疆和田指挥部, 常州市驻安康工作组."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from graph.model import Entity, Step
from loaders.gazetteer import Place, load
from loaders.gazetteer_pairs import abbreviation, aided, pair, short_characters
from loaders.main_pair import main_helped
from loaders.proposals import Proposal, antecedent_span, clause_span
from loaders.regions import region_entity
from loaders.tiers import EAST, helps, tier
from loaders.topics import Topics, inside, level
from loaders.values import Mention, Reading

_CUE = re.compile(
    r"(?:东西部|扶贫|帮扶|两省|两地|两市|两区|双方|劳务|产业|教育|医疗|携手|对口|结对|消费|共建|山海|人才|文化|旅游|区域|社会)*"
    r"(?:协作|合作|结对|携手|两省|两地|两市|帮扶|扶贫|支援|对口|情深|一家亲|牵手|同心|山海情|联手)|协作|合作|办(?!公)|两省|对口|间|示范村"
)
_AID_CUE = re.compile(r"(?:东西部|扶贫|劳务|消费)?(?:协作|扶贫|对口|结对|帮扶)")
_AIDED = re.compile(r"援[疆藏青滇黔桂宁甘蒙渝川陕昌]")
_TEAM = re.compile(
    r"(?:第.{1,2}批)?(?:派驻|驻|援|赴|对口支援|对口帮扶|帮扶|协作|扶贫协作|支援|对口援|——|—|-|·|、|与|和)"
)
_WORDS = re.compile("合作|公安|友谊|友好|振兴|互助|建设|和平|开放|兴业|兴国|新华|向阳|青年|民主|文明|富民")
_ERRAND = re.compile(r"援[疆藏青]|对口支援|对口帮扶|帮扶|扶贫|协作|支援")


def find_pairs(reading: Reading, topics: Topics) -> list[Proposal]:
    """Who helps whom by name alone."""
    found: list[Proposal] = []
    mentioned = {m.entity.code for m in reading.mentions if m.label == "Region" and m.entity.code}
    for sentence in reading.sentences:
        plain = reading.blocks[sentence.block].text.plain
        for place in _two_places().finditer(plain, sentence.start, sentence.end - 1):
            at, two = place.start(), place[1]
            if _in_name(reading, sentence.block, at):
                continue
            sides = pair(two) or (_provinces(two) if _AID_CUE.match(plain, at + 2) else None)
            if sides is None or not (_CUE.match(plain, at + 2) or _both_provinces(sides, mentioned)):
                continue
            helper, helped = _pick(sides[0], mentioned), _pick(sides[1], mentioned)
            if helper is None or helped is None or helper.code == helped.code:
                continue
            if max(helper.level, helped.level) > 1 and not _known(helper, mentioned) | _known(helped, mentioned):
                continue
            one, other = (two[0], two[1]) if helper in abbreviation(two[0]) else (two[1], two[0])
            found.append(
                Proposal(
                    "ASSISTS",
                    region_entity(helper, one),
                    region_entity(helped, other),
                    (clause_span(sentence, at, at + 2),),
                    (
                        Step("subject", "compressed pair", two, helper.name),
                        Step("object", "compressed pair", two, helped.name),
                    ),
                )
            )
    found += _teams(reading, topics)
    for proposal in found:
        topics.pairs.add((proposal.subject.id, proposal.object.id))
    return found


@cache
def _two_places() -> re.Pattern[str]:
    """Two characters that can stand for places, wherever they begin."""
    either = "[" + re.escape("".join(sorted(short_characters()))) + "]"
    return re.compile(f"(?=({either}{either}))")


def _provinces(two: str) -> tuple[tuple[Place, ...], tuple[Place, ...]] | None:
    """粤滇, 京冀: two provinces that no row of the register pairs, where one can only be the helper of the other."""
    first, second = ([p for p in abbreviation(c) if p.level == 1][:1] for c in two)
    if not first or not second:
        return None
    one, other = region_entity(first[0], two[0]), region_entity(second[0], two[1])
    verdict = helps(one, other)
    if verdict is None or max(tier(one) or 0, tier(other) or 0) < EAST:
        return None
    return (tuple(first), tuple(second)) if verdict else (tuple(second), tuple(first))


def _both_provinces(sides: tuple[tuple[Place, ...], tuple[Place, ...]], mentioned: set[str]) -> bool:
    """Whether the pair is of two provinces, both of which the article speaks of otherwise (五年看苏陕)."""
    first, second = sides[0][0], sides[1][0]
    return first.level == second.level == 1 and _known(first, mentioned) and _known(second, mentioned)


def _in_name(reading: Reading, block: int, at: int) -> bool:
    """Whether the two characters are part of a person's or a firm's name."""
    return any(
        m.start <= at and at + 2 <= m.end and m.label in ("Person", "Company", "Region")
        for m in reading.within(block, max(0, at - 40), at + 42)
    )


def _pick(places: tuple[Place, ...], mentioned: set[str]) -> Place | None:
    """The place that the article speaks of, else a province."""
    for place in places:
        if place.code in mentioned:
            return place
    for place in places:
        if _known(place, mentioned):
            return place
    return places[0] if places else None


def _known(place: Place, mentioned: set[str]) -> bool:
    """Whether the article names the place or one inside it."""
    stem = place.code[:2] if place.level == 1 else place.code[:4] if place.level == 2 else place.code
    return any(code.startswith(stem) for code in mentioned)


def _teams(reading: Reading, topics: Topics) -> Iterator[Proposal]:
    """Teams named after the region that sends them and the region that they serve."""
    gazetteer = load()
    for mention in reading.mentions:
        if mention.label not in ("Organization", "Programme", "Park"):
            continue
        hits = [h for h in gazetteer.find(mention.surface) if not _is_word(mention.surface, h.start, h.end)]
        for index, hit in enumerate(hits):
            between = mention.surface[hit.end :]
            sent = _TEAM.match(between)
            if sent is None:
                continue
            sender = region_entity(_best(hit.places, reading), hit.name)
            later = [h for h in hits[index + 1 :] if h.start - hit.end <= 10]
            region = _AIDED.search(between[:4])
            target: Entity | None = None
            if later:
                target = region_entity(_best(later[-1].places, reading), later[-1].name)
            elif region is not None and aided(region.group()):
                target = region_entity(aided(region.group())[0], region.group()[1])
            spans = [antecedent_span(reading, mention)]
            if (target is None or not later) and _ERRAND.search(between):
                served = _served(reading, mention, sender)
                if served is not None:
                    target, later = served.entity, hits
                    spans = [_joint_span(reading, mention, served)]
            if (
                target is not None and not later and level(sender) in (2, 3)
            ):  # a city's team for Xinjiang works in a county
                leading = main_helped(reading, topics)
                target = leading if leading is not None and level(target) == 1 else None
            if target is None or target.code is None or sender.code is None:
                continue
            if helps(sender, target) is False:
                sender, target = target, sender
            steps = () if later else (Step("object", "compressed pair", region.group() if region else "", target.name),)
            yield Proposal("ASSISTS", sender, target, tuple(spans), steps)
            for hit_ in hits[index + 1 : -1] if later is not hits else ():  # 甲市对口帮扶乙市指挥部丙县工作组
                wider = region_entity(_best(hit_.places, reading), hit_.name)
                if wider.code and wider.code != target.code and level(wider) == 2 and inside(target, wider.id):
                    yield Proposal("ASSISTS", sender, wider, tuple(spans), steps)
            break


def _is_word(name: str, start: int, end: int) -> bool:
    """Whether the short name of a division is but a word in an office's name: 支援合作办, 公安局, 乡村振兴局."""
    return _WORDS.fullmatch(name, start, end) is not None and name[end : end + 1] not in tuple("市县区旗州")


def _served(reading: Reading, team: Mention, sender: Entity) -> Mention | None:
    """The helped region that a team without one in its name works in: 广东省援疆工作队在疏附县……"""
    plain = reading.blocks[team.block].text.plain
    for mention in reading.within(team.block, team.end, team.end + 24):
        between = plain[team.end : mention.start]
        if mention.label != "Region" or re.search(r"[。；]", between):
            continue
        if re.search(r"(?:在|到|来到|进驻|走进|赴|驻|为|帮助|给)[^，。]{0,8}$", between) and helps(
            sender, mention.entity
        ):
            return mention
    return None


def _joint_span(reading: Reading, team: Mention, served: Mention) -> tuple[int, int, int]:
    """The clauses that hold a team and the region it serves."""
    first, second = antecedent_span(reading, team), antecedent_span(reading, served)
    return first[0], min(first[1], second[1]), max(first[2], second[2])


def _best(places: tuple[Place, ...], reading: Reading) -> Place | None:
    """The place that the article means by the name elsewhere, else the largest."""
    meant = {m.entity.code for m in reading.mentions if m.label == "Region"}
    fitting = [p for p in places if p.code in meant]
    if fitting:
        return fitting[0]
    return min(places, key=lambda p: p.level) if places else None
