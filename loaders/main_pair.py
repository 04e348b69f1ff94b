"""The one pair of regions that an article about paired assistance is about, where no sentence says outright who helps.

"隆德县8名干部到福清市跟班学习" tells that 福清市 is the helper of 隆德县 where the article names no other helper and no other
helped county: the register says that helpers of its province help that province, the article that it is these two.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from graph.model import Entity, Step
from loaders.proposals import Proposal, antecedent_span, clause_span
from loaders.tiers import helps, tier
from loaders.topics import Topics, home, inside, level
from loaders.values import Mention, Reading
from loaders.wider_help import wider_helper

_PASSING = re.compile(  # a person's origin, a market or the end of a journey is no party to the pairing
    r"籍|人(?!民|社|大|才|事|力|口)|口音|的?(?:老板|商人|侨商|游客|市民)|(?:一家|某)?(?:超市|市场|餐馆|饭店|高铁|机场|火车站)"
)
_BEFORE = re.compile(
    r"(?:远销|销往|卖到|卖往|发往|来自|老家|家住|毕业于|出生于?|[距离]|经由|取道|总部(?:设|位于)?在|前身是)[^，。；、]{0,6}$"
)
_LIVED = re.compile(
    "(?:市|县|区)?(?:打工|务工|创业|经商|做生意|办厂|办起|创办|开厂|开店|开了|做(?!客|东|好|强|大)|卖|当(?!地|前|年|天|日)|上班|工作|读书|求学|当兵|闯荡|打拼)"
)
_LEFT = re.compile("[^，。；]{0,6}(?:搬|迁|转移)")
_ASSISTANCE = re.compile(
    r"协作(?!社)|帮扶|帮助|助力|援|支援|援建|援助|对口|结对|挂职|支教|支医|跟岗|跟班|派驻|选派|捐|牵手|姊妹|姐妹|扶贫|脱贫|劳务|援[疆藏青滇黔桂甘宁]"
)
_OUTWEIGHS = 3  # how many times as often as the next region of its side


def find_main_pair(reading: Reading, topics: Topics, known: Sequence[Proposal]) -> list[Proposal]:
    """ASSISTS between the only helper and the only helped region of the article, unless `known` has it."""
    pair = main_pair(reading, topics)
    if pair is None:
        return []
    helper, helped = pair
    if wider_helper(reading, helper) or _province_of_county(helper, helped):
        return []
    spoken = [p for p in known if p.relation == "ASSISTS"]
    if any({p.subject.id, p.object.id} == {helper.id, helped.id} for p in spoken):
        return []  # said already, or denied
    counts = _weights(reading, topics)
    often = all(counts[e.id][1] > 1 for e in pair if e.id in counts)
    if not often and not any(_ASSISTANCE.search(block.text.plain) for block in reading.blocks):
        return []
    told = [p for p in spoken if p.problem is None]
    if _helps_the_whole(told, helper, helped):
        return []
    if any(p.object.id == helped.id or _of_cities(p, helper, helped) for p in told):
        return []  # a pair below the provinces is told: this article is about that one
    spans = _together(reading, helper, helped)
    if not spans:
        return []
    steps = tuple(Step(role, "main pair", "", e.name) for role, e in (("subject", helper), ("object", helped)))
    return [Proposal("ASSISTS", helper, helped, spans, steps)]


def _province_of_county(helper: Entity, helped: Entity) -> bool:
    """Whether a whole province would be the partner of one county: so it is only in Xinjiang, Tibet and Qinghai,
    elsewhere its cities and districts are, and the article does not name the one."""
    return level(helper) == 1 and level(helped) == 3 and tier(helped) != 0


def _helps_the_whole(told: Sequence[Proposal], helper: Entity, helped: Entity) -> bool:
    """Whether the helper is said to help the whole prefecture in which the region lies: no sentence names the county."""
    return any(p.subject.id == helper.id and level(p.object) == 2 and _holds(p.object, helped) for p in told)


def _of_cities(told: Proposal, helper: Entity, helped: Entity) -> bool:
    """Whether a pair below the provinces is told, and not of towns, villages or bodies that lie in these two."""
    ends = (told.subject, told.object)
    if min(map(level, ends)) <= 1:
        return False
    return not (max(map(level, ends)) > 3 and inside(ends[0], helper.id) and inside(ends[1], helped.id))


def main_pair(reading: Reading, topics: Topics) -> tuple[Entity, Entity] | None:
    """Helper and helped, where the article leaves no choice on either side."""
    weights = _weights(reading, topics)
    helper = _leading(weights, [e for e, _ in weights.values() if topics.side(e) == "helper"])
    helped = _leading(weights, [e for e, _ in weights.values() if topics.side(e) == "helped"])
    if helper and helped and level(helper) > 1 and (tier(helper), tier(helped)) == (2, 0):
        province = weights.get(f"region:{(helper.code or '')[:2]}0000")  # the central provinces help as wholes
        helper = province[0] if province is not None else None
    if helper and helped and level(helper) == 3 and tier(helped) == 0:
        whole = [weights.get(f"region:{(helper.code or '')[:n]:0<6}") for n in (4, 2)]
        helper = next((w[0] for w in whole if w is not None), None)  # so do provinces and cities there, not districts
    if helper is None or helped is None or helps(helper, helped) is not True or level(helped) == 1:
        return None
    return helper, helped


def main_helped(reading: Reading, topics: Topics) -> Entity | None:
    """The helped county or city that the article is about, where it leaves no choice."""
    weights = _weights(reading, topics)
    found = _leading(weights, [e for e, _ in weights.values() if topics.side(e) == "helped"])
    return found if found is not None and level(found) > 1 else None


def _weights(reading: Reading, topics: Topics) -> dict[str, tuple[Entity, int]]:
    """Each region of a code from province to county with how often it, or a body of it, is named."""
    regions: dict[str, Entity] = {}
    for m in topics.mentions:  # a county may be named only in that of its hospital
        place = home(m.entity) if m.label in ("Region", "Organization", "Facility") else m.entity
        if place is not m.entity and not any(len(n) > 1 and n in m.surface for n in place.names):
            continue  # a body that does not bear the name of the region in which it lies names none
        if place.label == "Region" and place.code and level(place) in (1, 2, 3) and not _passing(reading, m):
            regions.setdefault(place.id, m.entity if m.label == "Region" else place)
    counts: Counter[str] = Counter()
    for mention in topics.mentions:
        if mention.label in ("Region", "Organization", "Facility") and not _passing(reading, mention):
            counts[home(mention.entity).id] += 1
    return {key: (entity, counts[key]) for key, entity in regions.items()}


def _passing(reading: Reading, mention: Mention) -> bool:
    if mention.label != "Region":
        return False
    plain = reading.blocks[mention.block].text.plain
    part = next(
        (m for m in reading.within(mention.block, mention.end, mention.end + 9) if m.start == mention.end), None
    )
    if part is not None and part.label == "Region" and _holds(mention.entity, part.entity):
        return _passing(reading, part)  # 福建省石狮市人
    if _LEFT.match(plain, mention.end) and re.search(
        "[从由自][^，。；、]{0,6}$", plain[max(0, mention.start - 8) : mention.start]
    ):
        return True  # a firm that moved from there says nothing of a pairing
    if _LIVED.match(plain, mention.end) and plain[mention.start - 1 : mention.start] in ("在", "赴", "去", "到"):
        return True  # 在石狮创办织造厂: somebody's life before
    return bool(_PASSING.match(plain, mention.end) or _BEFORE.search(plain[max(0, mention.start - 12) : mention.start]))


def _leading(weights: dict[str, tuple[Entity, int]], side: list[Entity]) -> Entity | None:
    """The only region of a side that contains no other of it, or the one that outweighs all the rest."""
    wide = [e for e in side if level(e) == 2 and _outweighs(weights, e, [o for o in side if _holds(e, o)])]
    lowest = [e for e in side if e in wide or not any(_holds(e, o) for o in side)]
    lowest = [e for e in lowest if not any(_holds(w, e) for w in wide)]
    ranked = sorted(lowest, key=lambda e: (-weights[e.id][1], e.id))
    if not ranked:
        return None
    if len(ranked) > 1 and weights[ranked[0].id][1] < _OUTWEIGHS * weights[ranked[1].id][1]:
        return None
    return ranked[0]


def _outweighs(weights: dict[str, tuple[Entity, int]], city: Entity, parts: list[Entity]) -> bool:
    """Whether a city is named so much more than its counties that it is the one meant."""
    return bool(parts) and weights[city.id][1] >= _OUTWEIGHS * max(weights[e.id][1] for e in parts)


def _holds(outer: Entity, inner: Entity) -> bool:
    stem = (outer.code or "")[: 2 * level(outer)]
    return level(outer) < level(inner) and (inner.code or "").startswith(stem)


def _stands_for(mention: Mention, entity: Entity) -> bool:
    """Whether a mention names the region, or a body of it by its name."""
    if mention.label == "Region":
        return mention.entity.id == entity.id
    named = mention.label in ("Organization", "Facility") and home(mention.entity).id == entity.id
    return named and any(len(n) > 1 and n in mention.surface for n in entity.names)


def _together(reading: Reading, helper: Entity, helped: Entity) -> tuple[tuple[int, int, int], ...]:
    """The clauses of the sentence that names both; else, where the helper is named more than once, those of each."""
    both = [[m for m in reading.mentions if _stands_for(m, entity)] for entity in (helper, helped)]
    for sentence in reading.sentences:
        inside = [
            [m for m in found if m.block == sentence.block and sentence.start <= m.start < sentence.end]
            for found in both
        ]
        if all(inside):
            ends = [m for found in inside for m in found[:1]]
            return (clause_span(sentence, min(m.start for m in ends), max(m.end for m in ends)),)
    if len(both[0]) < 2 or not both[1]:
        return ()
    return tuple(antecedent_span(reading, found[0]) for found in both)
