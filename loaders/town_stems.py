"""Towns named without 镇 or 乡: in a list that ends with their number (旺草、蒲场、风华3镇), or behind their county."""

from __future__ import annotations

import re
from collections.abc import Sequence

from loaders.gazetteer import Place, load
from loaders.lexicon import names
from loaders.regions import RegionSpan
from loaders.tagger import Token

_LIST = re.compile(
    r"((?:[一-鿿]{2,4}、)*[一-鿿]{2,4}(?:、|和|与|及)[一-鿿]{2,4}?)等?这?(?:[两三四五六七八九十]|\d{1,2})个?(?:乡镇|镇街|镇乡|乡|镇|街道)"
)


_ALSO_WORDS = frozenset(
    ["城关", "城区", "城郊", "开发", "新区", "高新", "经开", "农场", "林场", "牧场", "中心", "人民"]
)


def shortened_towns(
    plain: str, tokens: Sequence[Token], regions: Sequence[RegionSpan], counties: Sequence[Place]
) -> list[tuple[int, int, Place]]:
    """Start, end and division of each such town in a block; `counties` are those of the article."""
    found: list[tuple[int, int, Place]] = []
    for match in _LIST.finditer(plain):
        at = match.start(1)
        for stem in re.split("[、和与及]", match.group(1)):
            for cut in range(max(1, len(stem) - 1)):  # 分赴沙坪、新林
                place = _town(stem[cut:], counties)
                if place is not None and (cut == 0 or at == match.start(1)):
                    found.append((at + cut, at + len(stem), place))
                    break
            at += len(stem) + 1
    ends = {t.end: t for t in tokens}
    for region in regions:
        if region.place is None or region.place.level != 3:
            continue
        for end in (region.end + 3, region.end + 2):
            token = ends.get(end)
            stem = plain[region.end : end]
            if token is None or token.start < region.start or token.tag not in ("LOC", "ns", "nz", "n", "ORG"):
                continue
            place = _town(stem, [region.place])
            if place is not None and not names().generic.fullmatch(stem) and stem not in _ALSO_WORDS:
                found.append((region.end, end, place))
                break
    return found


def _town(stem: str, counties: Sequence[Place]) -> Place | None:
    """The only town of the counties whose name this stem opens."""
    places = {
        place.code: place
        for county in counties
        for ending in ("镇", "乡", "街道")
        for place in load().towns(stem + ending, county.code)
    }
    return next(iter(places.values())) if len(places) == 1 else None
