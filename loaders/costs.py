"""The thing whose cost is being accounted for: 该园总造价2310万元。甲区出资1500万元；乙公司捐赠400万元."""

from __future__ import annotations

import re

from loaders.around import THINGS
from loaders.chart import SIGNS, Chart
from loaders.spoken import foreign, spoken_at
from loaders.topics import Found, Topics

_TOTAL_COST = re.compile("总?造价|总投资|总?概算|总成本|建设资金|资金构成|资金来源|工程款")
_SHARE = re.compile("其中|余下|剩余|剩下|其余|另外?|；|构成|分别")


def whole(topics: Topics, row: Chart, at: int) -> Found | None:
    """The thing whose total cost this sentence or the one before names, where the sum is a share of it."""
    block, start = row.sentence.block, row.sentence.start
    hit = _TOTAL_COST.search(row.code, 0, at)
    if hit is not None:
        if row.code.count(SIGNS["money"], hit.end(), at) == 0 or not _SHARE.search(row.code[hit.end() : at]):
            return None  # the total itself
        return _costing(topics, block, start, row.starts[hit.start()])
    before = [s for s in topics.reading.sentences if s.block == block and s.end <= start]
    if not before or not _SHARE.search(row.code):
        return None
    text = topics.reading.plain(block, before[-1].start, before[-1].end)
    said = _TOTAL_COST.search(text)
    return _costing(topics, block, before[-1].start, before[-1].start + said.start()) if said is not None else None


def _costing(topics: Topics, block: int, start: int, end: int) -> Found | None:
    named = [m for m in topics.reading.within(block, start, end) if m.label in THINGS and not foreign(topics, m)]
    if named:
        return Found(named[-1].entity, named[-1])
    return spoken_at(topics, topics.reading.plain(block, start, end), (block, start))
