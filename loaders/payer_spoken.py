"""The helper that an article speaks of, where a sentence about money names nobody."""

from __future__ import annotations

from loaders.around import point_of
from loaders.chart import Chart
from loaders.frames import Match
from loaders.markets import only_a_market
from loaders.topics import Found, Topics
from loaders.values import Mention


def helper_spoken_of(topics: Topics, row: Chart, match: Match) -> Found | None:
    """The helper under discussion, as far as the article speaks of it as more than a market."""
    helpers = topics.paired_helpers
    regions = {h for h in helpers if h.startswith("region:")} or helpers
    point = point_of(row, match)

    def helps(m: Mention) -> bool:
        return m.label == "Region" and topics.is_helper(m.entity) and not only_a_market(topics.reading, m)

    stated = topics.before(*point, lambda m: m.entity.id in regions, 3) or topics.main(lambda m: m.entity.id in helpers)
    found = stated or topics.before(*point, helps) or topics.main(helps)
    return None if found is not None and any(found.entity.id == helped for _, helped in topics.pairs) else found
