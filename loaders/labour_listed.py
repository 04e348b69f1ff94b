"""Flows of labour told as an entry of a bulletin: 劳务输出：甲县—乙市，6批次214人; 甲县→乙市 务工专列."""

from __future__ import annotations

import re
from collections.abc import Iterator

from loaders.chart import SIGNS, Chart
from loaders.proposals import Proposal, clause_span
from loaders.topics import Topics
from loaders.values import Mention

_REGION = SIGNS["Region"]
_ARROW = "(?:—+|－+|→|-+>?|⟶|➔|⇒|至|到)"
_ENTRY = re.compile(
    rf"(?:劳务(?:输出|输转|输送|协作|转移)|转移就业|务工(?:专列|专车|包机|大巴)?|点对点输送)[】”]?[：:｜|（ ]*"
    rf"(?P<from>{_REGION})(?:站|方向)?{_ARROW}(?P<to>{_REGION})"
    rf"|(?P<origin>{_REGION}){_ARROW}(?P<goal>{_REGION})[^，。；{_REGION}]{{0,6}}(?:务工|劳务|复工|返岗)(?:专列|专车|包机|专线|大巴|输出|输转)"
)


def listed_flows(topics: Topics, row: Chart) -> Iterator[Proposal]:
    """SENDS_WORKERS_TO of each entry whose first region is helped and whose second is not."""
    for hit in _ENTRY.finditer(row.code):
        start, end = ("from", "to") if hit["from"] else ("origin", "goal")
        origin, goal = row.items[hit.start(start)], row.items[hit.start(end)]
        if not isinstance(origin, Mention) or not isinstance(goal, Mention):
            continue
        if topics.side(origin.entity) == "helper" or topics.side(goal.entity) == "helped":
            continue
        span = clause_span(row.sentence, row.starts[hit.start()], row.ends[hit.end() - 1])
        yield Proposal("SENDS_WORKERS_TO", origin.entity, goal.entity, (span,), rule="labour")
