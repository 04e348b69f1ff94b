"""Who was sent where, and by whom."""
from __future__ import annotations
from collections.abc import Sequence
from loaders.chart import Chart
from loaders.proposals import Proposal
from loaders.topics import Topics
from loaders.values import Reading


def find_sendings(reading: Reading, topics: Topics, charts: Sequence[Chart], known: Sequence[Proposal]) -> list[Proposal]:
    return []
