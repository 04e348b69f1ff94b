"""Relations that no frame has read: what stands between and around two names is weighed as a whole.

Frames say which words express a relation; articles find others. Here all pairs of names in one sentence are looked at, and
where the evidence is strong enough (pair_weights) the pair is proposed, with its clauses as proof.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from graph.model import Step
from graph.numerals import Quantity
from loaders.chart import Chart
from loaders.pair_features import Pair, Setting, features, joinable, pairs
from loaders.pair_weights import load
from loaders.proposals import Proposal, clause_span, leaning
from loaders.topics import Topics
from loaders.values import Reading

_NOT_SO = re.compile("不|没|未|非|无|拒|否|参观|考察|走进|离开|看望|说起|提到|计划|打算|拟|将|希望")
_OF_MONEY = ("FUNDED", "INVESTED_IN")


def find_weighed(reading: Reading, topics: Topics, rows: Sequence[Chart], known: Sequence[Proposal]) -> list[Proposal]:
    """The likely relations that are not known yet, each once, from where it is likeliest."""
    told = {(p.relation, *sorted((p.subject.id, p.object.id))) for p in known}
    weights, setting = load(), Setting(reading, topics)
    best: dict[tuple[str, str, str], tuple[float, Pair]] = {}
    for row in rows:
        for pair in pairs(row) if not _NOT_SO.search(row.code) else ():
            ends = sorted((pair.subject.entity.id, pair.object.entity.id))
            possible = [r for r in joinable(pair.subject.label, pair.object.label) if r in weights.start]
            open_ = [relation for relation in possible if (relation, *ends) not in told]
            if not open_:
                continue
            for relation, likely in weights.likely(features(pair, setting), open_).items():
                key = (relation, pair.subject.entity.id, pair.object.entity.id)
                if likely >= weights.enough[relation] and likely > best.get(key, (0.0, pair))[0]:
                    best[key] = (likely, pair)
    found = [_proposal(reading, relation, pair) for (relation, _, _), (_, pair) in _one_way(best)]
    return [p for p in found if _adds(p, known)]


def _adds(one: Proposal, known: Sequence[Proposal]) -> bool:
    """Whether it says more than is known: assistance needs a sum of its own, a firm is read to invest once."""
    if one.relation == "INVESTED_IN":
        return all(p.relation != "INVESTED_IN" or p.subject.id != one.subject.id for p in known)
    if one.relation != "FUNDED":
        return True
    sums = {None, *(p.properties.get("amount") for p in known if p.relation == "FUNDED")}
    gifts = {(p.subject.id, p.object.id) for p in known if p.relation == "DONATED_TO"}
    return one.properties.get("amount") not in sums and (one.subject.id, one.object.id) not in gifts


def _one_way(
    best: dict[tuple[str, str, str], tuple[float, Pair]],
) -> Iterator[tuple[tuple[str, str, str], tuple[float, Pair]]]:
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
