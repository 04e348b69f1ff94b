"""Firms that bear the name of a place that is not theirs, or of their plant's: 重庆武陵糖业, 东阳光药业, 伟创力斗门工厂."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from loaders.brands import acts_behind, plain_trade
from loaders.firms_led import AFTER
from loaders.regions import RegionSpan, strangers
from loaders.tagger import Token

Span = tuple[int, int]

_FULL = re.compile("[省市县区州旗盟镇乡]$|街道$")
_ONE_SIGN = re.compile("[^新老大小各等和与的市县区州省里内外上下中多有在是产籍商人企、，。；：“”（）\\d]")
_PLANT = re.compile("工厂|分厂|厂区")
_BRAND = frozenset({"ORG", "nz", "nw", "PER"})


def placed_firms(plain: str, tokens: Sequence[Token], regions: Sequence[RegionSpan]) -> Iterator[Span]:
    """Spans of such names in one block."""
    for region in regions:
        if _FULL.search(region.surface):
            continue
        before = next((r for r in regions if r.end == region.start), None)
        plant = _PLANT.match(plain, region.end)
        if plant is not None:
            whole = [t for t in tokens if t.start < region.start and t.end == region.end and t.tag == "ORG"]
            whole += [t for t in tokens if t.start < region.start and t.end == plant.end() and t.tag in ("ORG", "LOC")]
            brand = next(
                (t for t in (*tokens, *whole) if (t.end == region.start and t.tag in _BRAND) or t in whole), None
            )
            longest = 8 if brand in whole else 5  # 北京某某集团|化德分厂
            if before is None and brand is not None and 2 <= region.start - brand.start <= longest:
                yield brand.start, plant.end()
            continue
        own = before is None and _ONE_SIGN.match(plain, region.end) is not None
        if not own and (before is None or not strangers(before, region)):
            continue
        end = plain_trade(plain, region.end + own)
        if end and (AFTER.match(plain, end) or acts_behind(plain, end)) and (before is None or end - region.end >= 2):
            yield before.start if before is not None else region.start, end
