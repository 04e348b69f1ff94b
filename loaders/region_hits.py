"""The gazetteer's names in a text, cut as the words stand there."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from loaders.gazetteer import Gazetteer, Hit
from loaders.tagger import Token

OPENS_THING = re.compile(
    r"[一-鿿]{0,9}?(?:产业园|工业园|加工园|创业园|孵化园|物流园|园区|车间|医院|中学|小学|基地|服务站)"
)
# 市场, 区域, 县域 ... after a full name that ends in the first character of such a word.
SPLITS_WORD = {
    "市": "场民区值容政郊",
    "区": "域间块别位",
    "县": "域城级",
    "州": "",
    "省": "级份会",
    "旗": "帜舰袍",
    "盟": "友",
}


def aligned(gazetteer: Gazetteer, plain: str, tokens: Sequence[Token]) -> Iterator[Hit]:
    """The gazetteer's hits; one that begins in another word than it ends in gives way (从江阴: 江阴, not 从江)."""
    for hit in gazetteer.find(plain):
        hit = _unsplit(gazetteer, plain, hit)
        first = next((t for t in tokens if t.start <= hit.start < t.end), None)
        if (
            len(hit.name) == 2
            and first is not None
            and first.end == hit.start + 1
            and first.tag in ("p", "v", "c", "d", "u")
            and not (first.tag == "d" and OPENS_THING.match(plain, hit.end))
        ):
            rest = gazetteer.find(plain[first.end : first.end + 8])
            if rest and rest[0].start == 0:
                yield replace(rest[0], start=first.end + rest[0].start, end=first.end + rest[0].end)
            continue
        if first is not None and first.start < hit.start < first.end < hit.end:
            left = plain[first.start : first.end]
            if gazetteer.named(left):  # 陇南康县: 陇南 and 康县, not 南康县
                for part, offset in ((left, first.start), (plain[first.end : first.end + 8], first.end)):
                    for inner in gazetteer.find(part)[:1]:
                        if inner.start == 0:
                            yield replace(inner, start=offset, end=offset + inner.end)
                continue
        yield hit


def _unsplit(gazetteer: Gazetteer, plain: str, hit: Hit) -> Hit:
    """The hit without its last sign where that begins another word: 疏附县城, 莱州市场."""
    name = hit.name
    if len(name) < 3 or plain[hit.end : hit.end + 1] not in SPLITS_WORD.get(name[-1], "") or hit.end == len(plain):
        return hit
    if re.match(r"城[关东西南北中厢郊]", plain[hit.end : hit.end + 2]):
        return hit
    short = next((h for h in gazetteer.find(name[:-1]) if h.name == name[:-1]), None)
    return replace(short, start=hit.start, end=hit.end - 1) if short is not None else hit
