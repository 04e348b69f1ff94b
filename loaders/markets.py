"""Regions that a text names only as a market or as somebody's origin: 销往甲市, 甲市的货架, 甲省小伙.

The helper that goes unsaid where money is paid is one that the article speaks of as a helper, not the place where the apples
are sold.
"""

from __future__ import annotations

import re
from functools import cache

from loaders.lexicon import alternatives
from loaders.values import Mention, Reading

_LISTED = "(?:[一-鿿]{2,4}[、和与]){0,3}"  # 销往乙市、甲市


@cache
def _words() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What stands before and behind such a name, compiled once."""
    lists = alternatives("markets.yaml")
    return re.compile(f"(?:{lists['before']})了?{_LISTED}$"), re.compile(lists["behind"])


def only_a_market(reading: Reading, mention: Mention) -> bool:
    """Whether the words around a region's name make it a market or an origin and no more."""
    if mention.label != "Region":
        return False
    before, behind = _words()
    if behind.match(reading.plain(mention.block, mention.end, mention.end + 8)):
        return True
    return before.search(reading.plain(mention.block, max(0, mention.start - 16), mention.start)) is not None
