"""Where a firm's name really begins: behind a role, a town or another firm, and with the whole of its region."""

from __future__ import annotations

import re
from collections.abc import Sequence

from loaders.gazetteer import load
from loaders.lexicon import names
from loaders.regions import RegionSpan

# Who takes part in what way, right before a firm's name: 园区运营方|某某公司, 定点帮扶单位|某某集团.
_PART = (
    "(?:运营|承租|租赁|投资|合作|供货|供应|收购|采购|承建|建设|施工|委托|捐赠|捐资|捐款|出资|帮扶|援助|支援|用工|管理|经营|发包|承包|承接|承办|主办|技术|甲|乙|丙|中标|设计|受托|共建|项目|签约|参建|实施|对接|协作|服务)"
    "(?:方|单位|企业|商)"
)
_PARTY = re.compile(f"(?:园区|项目|工程|基地|定点|对口|结对|主要|市场|农业)?{_PART}(?=[一-鿿（]{{4}})")
_CUT_PARTY = re.compile(f"{_PART}$")
_ROLE_SIGN = "方商户"
_ROLE = re.compile(r"[一-鿿]{2}方(?=[一-鿿]{6})")
_LOWER_PLACE = re.compile(r"[一-鿿]{1,5}?(?:镇|乡|街道|村)(?=[一-鿿]{6})")


def behind_place(plain: str, start: int, end: int, regions: Sequence[RegionSpan]) -> int:
    """A firm's name opens with its own region, not with the town it lies in (桥头镇|江苏某某塑料厂) or a role (供货方|)."""
    for region in regions:
        if start < region.start <= start + 4 and plain[region.start - 1] in _ROLE_SIGN:
            return region.start
    role = _ROLE.match(plain, start, end)
    if role is not None and any(hit.start == 0 for hit in load().find(plain[role.end() : end])):
        return role.end()
    town = _LOWER_PLACE.match(plain, start, end)
    if town is not None and any(
        hit.start == 0 and hit.end >= 2 and hit.places[0].level <= 2 for hit in load().find(plain[town.end() : end])
    ):
        return town.end()
    return start


def behind_party(plain: str, start: int, end: int) -> int:
    """Where the name begins behind the part that the firm plays: 捐资方|某某鞋材厂."""
    party = _PARTY.match(plain, start, end)
    if party is not None:
        return party.end()
    cut = plain[start] in "方商" and _CUT_PARTY.search(plain, max(0, start - 4), start + 1) is not None
    return start + 1 if cut else start


_LED_HERE = re.compile(
    "(?:引进|引来|引入|请来|招来|招引|迎来|带来|拉来|找来|引荐|联系上)了?(?P<cut>[一-鿿]{1,5})$"
)  # 请来|某某|某节水科技公司: the tagger took its first signs for a person
_NO_OPENING = re.compile("[的了着过在由与和等家位名个这那其各]|企业|公司|客商|老板|投资|一|两|[省市县区州镇乡村]$")


def led_here(plain: str, start: int) -> int:
    """Where a firm begins that stands right behind what led it here, when its first signs were cut off."""
    led = _LED_HERE.search(plain, max(0, start - 9), start)
    return start if led is None or _NO_OPENING.search(led["cut"]) else led.start("cut")


def behind_firm(plain: str, start: int, ending: int) -> int:
    """Of two firms joined by 和 the second begins behind it (晨源药业和|百岁堂饮片厂)."""
    for joiner in re.finditer("[和与及]", plain[start:ending]):
        at = start + joiner.start()
        place = any(hit.start == 0 for hit in load().find(plain[at : at + 4]))  # 和田
        if joiner.end() < ending - start and not place and names().trade.search(plain[start:at]):
            return at + 1
    return start


def straddled(plain: str, start: int, end: int) -> int:
    """Where a region begins that the tagger cut in two at the opening of the name: 的都|安宝新产业园 (都安)."""
    for low in (start - 1, start - 2):
        opens = low >= 0 and (low == 0 or plain[low - 1] in "的，。、；：“（") and plain[low:start].isalpha()
        if opens and any(hit.start == 0 and hit.end > start - low for hit in load().find(plain[low:end])):
            return low
    return start
