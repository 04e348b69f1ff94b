"""Relations that no frame has read: what stands between and around two names is weighed as a whole.

Frames say which words express a relation; articles find others. Here all pairs of names in one sentence are looked at, and
where the evidence is strong enough (pair_weights) the pair is proposed, with its clauses as proof.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from graph.model import Step
from graph.numerals import Quantity
from loaders.chart import Chart
from loaders.pair_features import Pair, Setting, features, joinable, pairs
from loaders.pair_weights import load
from loaders.proposals import Proposal, clause_span, leaning
from loaders.topics import Topics, inside
from loaders.values import Reading
from loaders.weighed_against import apart, silent

# Other names without a code are landscapes.
_DIVISIONS = ("村", "镇", "乡", "街道", "社区", "苏木", "嘎查", "县", "市", "旗", "新区")
_JOINT = re.compile("合作(?!社)|签|共建|共同|联席|协议")
_OF_MONEY = ("FUNDED", "INVESTED_IN")
_ONCE = ("ASSISTS", "INVESTED_IN", "LOCATED_IN", "SECONDED_FROM", "SECONDED_TO")

Key = tuple[str, str, str]  # relation, subject, object
Found = tuple[float, Pair]  # how likely, and where


def find_weighed(reading: Reading, topics: Topics, rows: Sequence[Chart], known: Sequence[Proposal]) -> list[Proposal]:
    """The likely relations that are not known yet, each once, from where it is likeliest."""
    told = {(p.relation, *sorted((p.subject.id, p.object.id))) for p in known}
    weights, setting = load(), Setting(reading, topics)
    best: dict[Key, Found] = {}
    for row in rows:
        for pair in () if silent(row) else pairs(row):
            ends = sorted((pair.subject.entity.id, pair.object.entity.id))
            possible = [r for r in joinable(pair.subject.label, pair.object.label) if r in weights.start]
            open_ = [relation for relation in possible if (relation, *ends) not in told]
            if not open_:
                continue
            for relation, likely in weights.likely(features(pair, setting), open_).items():
                key = (relation, pair.subject.entity.id, pair.object.entity.id)
                if apart(pair, relation) or (relation == "MOVED_INTO" and key[1] in topics.paired_helpers):
                    continue
                if likely >= weights.enough[relation] and likely > best.get(key, (0.0, pair))[0]:
                    best[key] = (likely, pair)
    found = [_proposal(reading, relation, pair) for (relation, _, _), (_, pair) in _one_way(_first(best, known))]
    return [p for p in found if _adds(p, known, reading)]


def _first(best: Mapping[Key, Found], known: Sequence[Proposal]) -> dict[Key, Found]:
    """Without what is said a second time of a subject: of that the likeliest, if no frame has read one."""
    said = {(p.relation, p.subject.id) for p in known}
    most: dict[tuple[str, str], float] = {}
    for (relation, subject, _), (likely, _) in best.items():
        most[relation, subject] = max(likely, most.get((relation, subject), 0.0))
    return {
        key: found
        for key, found in best.items()
        if key[0] not in _ONCE or (key[:2] not in said and found[0] == most[key[:2]])
    }


def _adds(one: Proposal, known: Sequence[Proposal], reading: Reading) -> bool:
    """Whether it says something new of what can be said: landscapes are no end, assistance needs a sum of its own."""
    if any(e.label == "Region" and not e.code and not e.name.endswith(_DIVISIONS) for e in (one.subject, one.object)):
        return False
    if one.relation in ("ASSISTS", "COOPERATES_WITH") and one.subject.label == one.object.label == "Region":
        return _of_regions(one, known, reading)
    if one.relation != "FUNDED":
        return True
    sums = {None, *(p.properties.get("amount") for p in known if p.relation == "FUNDED")}
    gifts = {(p.subject.id, p.object.id) for p in known if p.relation == "DONATED_TO"}
    return one.properties.get("amount") not in sums and (one.subject.id, one.object.id) not in gifts


def _of_regions(one: Proposal, known: Sequence[Proposal], reading: Reading) -> bool:
    """Whether two divisions can be said to stand together so: they cooperate only where a word of joint work says so,
    and who has a helper already gets no second one but a part of that."""
    if one.relation != "ASSISTS":
        return _JOINT.search(reading.plain(*one.spans[0])) is not None
    helping = [p for p in known if p.relation == "ASSISTS" and p.problem is None and p.subject.label == "Region"]
    return all(p.object.id != one.object.id or inside(one.subject, p.subject.id) for p in helping)


def _one_way(best: Mapping[Key, Found]) -> Iterator[tuple[Key, Found]]:
    """Without the less likely of a relation and its reverse."""
    for key, found in best.items():
        reverse = best.get((key[0], key[2], key[1]))
        if reverse is None or (found[0], key) > (reverse[0], (key[0], key[2], key[1])):
            yield key, found


def _proposal(reading: Reading, relation: str, pair: Pair) -> Proposal:
    mentions = (pair.subject, pair.object)
    low, high = min(m.start for m in mentions), max(m.end for m in mentions)
    spans = [clause_span(pair.row.sentence, low, high)]
    because: list[Step] = []
    for mention, role in ((pair.subject, "subject"), (pair.object, "object")):
        there, steps = leaning(reading, mention, role)
        spans += there
        because += steps
    sum_ = _sum(pair, spans[0]) if relation in _OF_MONEY else None
    amount = {} if sum_ is None else {"amount": sum_.value}
    raw = {} if sum_ is None else {"amount": sum_.raw}
    return Proposal(
        relation, pair.subject.entity, pair.object.entity, tuple(dict.fromkeys(spans)), tuple(because), amount, raw
    )


def _sum(pair: Pair, span: tuple[int, int, int]) -> Quantity | None:
    """The one sum of money in the words of the proof."""
    row = pair.row
    sums = [
        item
        for item, start, end in zip(row.items, row.starts, row.ends, strict=True)
        if isinstance(item, Quantity) and item.unit == "元" and span[1] <= start and end <= span[2]
    ]
    return sums[0] if len(sums) == 1 and sums[0].maximum is None else None
