"""Firms named without a legal form: 百盛鞋业, 南京某某茶业, 羽绒企业某某.

Such a name counts where its trade ends it and something marks it as a firm: a region in front, a firm beside it in a
list, a word like 企业 before it, or 等4家企业 after the list.
"""

from __future__ import annotations

import itertools
import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from loaders.brands import brands, of_goods
from loaders.firm_lists import listed_firms
from loaders.firms_led import AFTER, FUNCTION, NO_NAME, led_firms
from loaders.firms_placed import placed_firms
from loaders.firms_titled import titled_firms
from loaders.lexicon import names
from loaders.regions import RegionSpan
from loaders.tagger import Token

Span = tuple[int, int]

_FIRM = re.compile(r"公司|集团|合作社")
_EXPECTED = re.compile(
    r"(?:引进|引进了|引入|引来|引来了|引导|吸引|吸引了|推动|促成|对接|邀请|迎来|招引|招来|请来|带来|牵线|扶持|培育|旗下的?|所属的?|下属的?|名为|名叫|叫做?|由|有|为|即|是|企业|公司|商家|厂家|客商|东家|厂商)$"
)
_LEADS = re.compile(r"[京津沪苏浙闽鲁粤鄂湘皖赣辽川渝港台]企(?=..)")
_KIND = re.compile(
    "(?:本地|当地|行业|国内|省内|市里的?|业内)(?:龙头|头部|知名)(?=[一-鿿]{3})|(?:本[地土])?(?:民营|国有|龙头|骨干|知名)?(?:企业|厂家|商家|厂商|品牌|老字号)(?=..)"
)
_PRAISED = re.compile(  # 津门老字号|某某食品
    "[一-鿿]{0,4}(?:老字号|(?:龙头|知名|民营|国有|头部|明星|骨干|重点)企业|上市公司)(?=[一-鿿]{3})"
)
_INVESTOR = re.compile("(?:人|商|老板|乡贤|企业家|董事长|经理|乡友|能人)[一-鿿]$|[办始伙责持乡]人$")
_LED = re.compile("名?叫|即|系|[已现还也另]?有|由|是|如|为|给|让|请|把|承接|接纳|引进|引来|落户")
_STOP = frozenset({"v", "vd", "p", "c", "u", "r", "d", "xc", "m", "q", "TIME", "f", "w"})


def find_firms(
    plain: str,
    tokens: Sequence[Token],
    regions: Sequence[RegionSpan],
    taken: Sequence[Span],
    sure: Sequence[Span] = (),
) -> list[Span]:
    """Spans of such names in one block; `taken` are spans of names already found, `sure` those of firms among them."""
    found: list[Span] = []
    marked = {
        *listed_firms(plain, tokens, regions, sure),
        *_by_trade(plain, tokens, regions),
        *led_firms(plain, tokens, regions),
        *_known_to_tagger(plain, tokens, regions),
        *placed_firms(plain, tokens, regions),
        *titled_firms(plain),
    }
    marked = {(_behind_lead(plain, start, regions), end) for start, end in marked}
    ends = {end for _, end in marked}
    for span in sorted({*marked, *(b for b in brands(plain, tokens, regions) if b[1] not in ends)}):
        if any(s < span[1] and span[0] < e for s, e in (*taken, *found)):
            continue
        if plain.startswith("投资", span[1] - 2) and _INVESTOR.search(plain, max(0, span[0] - 3), span[0] + 1):
            continue  # 客商|俞某某投资, 创办|人叶某某投资
        found.append(span)
    return found


def _behind_lead(plain: str, start: int, regions: Sequence[RegionSpan]) -> int:
    """Where the name begins behind what leads to it: 浙企|某某, 叫|海宁某某新材, 苏州企业|某某纺织."""
    if _LEADS.match(plain, start):
        return start + 2
    praised = _PRAISED.match(plain, start)
    if praised is not None:
        return praised.end()
    opens = [start, *(r.end for r in regions if r.start == start)]
    kind = next((k for k in (_KIND.match(plain, at) for at in opens) if k is not None), None)
    if kind is not None:
        return kind.end()
    return next((r.start for r in regions if _LED.fullmatch(plain, start, r.start)), start)


def _by_trade(plain: str, tokens: Sequence[Token], regions: Sequence[RegionSpan]) -> Iterator[Span]:
    for piece in re.finditer(r"[^，。、；：！？“”（）《》\s]+", plain):
        low, high = piece.span()
        listed = plain[high : high + 1] == "、" or plain[low - 1 : low] == "、"
        first = bisect_left(tokens, low, key=lambda t: t.start)
        for token in itertools.islice(tokens, first, None):
            if token.end > high:
                break
            ending = names().trades.search(plain[low : token.end])
            if ending is None or not AFTER.match(plain, token.end) or token.tag == "v":
                continue  # 由周某某投资的: what somebody does
            span = _with_stem(plain, low, token, tokens, regions, len(ending))
            if span is None:
                continue
            start, strange, placed = span
            listed = (
                listed
                or plain[start - 1 : start] in ("、", "和", "与", "及")
                or plain[token.end : token.end + 1] in ("、", "和", "与", "及")
            )
            if _TRADES_ONLY.search(plain[token.end : token.end + 24].split("，")[0]):
                continue
            expected = bool(_EXPECTED.search(plain[max(low, start - 5) : start]))
            joined = plain[start - 1 : start] in ("和", "与", "及") or plain[token.end : token.end + 1] in (
                "和",
                "与",
                "及",
            )
            listed = listed and not (joined and of_goods(ending))  # 防暑用品和体育用品
            if placed or (listed and (strange or _beside_firm(plain, start, token.end))) or (strange and expected):
                yield start, token.end


def _with_stem(
    plain: str, low: int, last: Token, tokens: Sequence[Token], regions: Sequence[RegionSpan], ending: int
) -> tuple[int, bool, bool] | None:
    """Where a name that ends with a trade begins; whether its stem is no common word; whether a region opens it."""
    start, strange = last.start, last.tag in ("ORG", "nz", "LOC")
    for before in reversed([t for t in tokens if low <= t.start < last.start]):
        if before.end != start or before.tag in _STOP or any(r.start == before.start for r in regions):
            break
        start = before.start
        strange = strange or before.tag in ("ORG", "nz", "PER", "nw") or before.end - before.start >= 3
    region = next((r for r in regions if r.end == start), None)
    crossing = _crossing(plain, start, last.end - ending, regions)  # 凌云县浪|伏|茶业: the tagger cut it badly
    if crossing is not None and (region is None or crossing.end != start):
        start, region, strange = crossing.end, crossing, True
    inside = next((r for r in regions if r.start == start and r.end < last.end - ending), None)
    stem = plain[(inside.end if inside else start) : last.end - ending]
    if not 2 <= len(stem) <= 8 or names().generic.fullmatch(stem) or re.search("的|商人|客商|老板|企业家", stem):
        return None
    if any(r.start <= start and r.end >= last.end - ending for r in regions) or (
        inside is None and _chain_only(start, last.end - ending, regions)
    ):
        return None  # 珠海市香洲区投资: no firm, the district invests
    placed = (region is not None or inside is not None) and strange
    return (region.start if region is not None else start), strange, placed


def _chain_only(start: int, end: int, regions: Sequence[RegionSpan]) -> bool:
    """Whether nothing but names of divisions stands there."""
    covered = start
    for region in sorted(regions, key=lambda r: r.start):
        if region.start == covered:
            covered = region.end
    return covered >= end > start


_TRADES_ONLY = re.compile(r"^[^。；]{0,20}等(?:产业|领域|行业|方面|门类|业态)")


def _crossing(plain: str, start: int, ending: int, regions: Sequence[RegionSpan]) -> RegionSpan | None:
    """A region with two to five characters between it and the trade, none of them a function word."""
    for region in regions:
        stem = plain[region.end : ending]
        common = FUNCTION.search(stem) or names().generic.fullmatch(stem)
        if 2 <= len(stem) <= 5 and region.end >= start - 5 and not common:
            return region
    return None


def _beside_firm(plain: str, low: int, high: int) -> bool:
    """Whether an item beside it in the list is clearly a firm."""
    left = re.split(r"[、，。；]", plain[:low].rstrip("、和与及"))[-1]
    right = re.split(r"[、和与及，。；等]", plain[high:].lstrip("、和与及"))[0][:20]
    trade = names().trade
    return bool(_FIRM.search(left[-12:]) or _FIRM.search(right) or trade.search(left) or trade.search(right))


_BODY = re.compile(
    r"[县市区州省镇乡村委局部办会院校站所馆队组社团党军府处科室厅署行报网台刊联国系班级师营连旅协盟旗店心园点房楼线路桥寺山河湖江海岛族人记长任员季道织修娘者家费款节年月日会赛杯展营率度量价数]$|社区|党委|书记|[中小]学|大学|[一二三]中$"
)
_DOES = re.compile(
    r"(?:股份)?(?:、|，|的(?:总经理|老板|董事长|负责人|采购|厂房|车间|生产线|订单|[^，。]{0,6}(?:厂|基地|公司|分店|门店))|(?:投|落|入驻|来|捐|采购|下单|在|办|建|派|设|招|租|吸纳|雇|签|包销|收购|承建|承接|投产|开工|成立|与|和|就|已|也|还|都|把|从|向|为|将|两家|三家|[\d一二两三四五六七八九十]+家|等))"
)


_WORKER = re.compile("在[^，。；]{2,16}(?:打工|上班|务工|就业|当)")
_PUTS_UP = re.compile("[办建兴设创新]")


def _known_to_tagger(plain: str, tokens: Sequence[Token], regions: Sequence[RegionSpan]) -> Iterator[Span]:
    """华润万家, 宏达毛织: what the tagger takes for a body, that ends like no body, and acts as a firm does."""
    for index, token in enumerate(tokens):
        if token.tag != "ORG" or token.end - token.start < 2:
            continue
        start, end = token.start, token.end
        for after in tokens[index + 1 :]:
            if after.start != end or after.tag not in ("n", "nz", "vn", "nw") or after.end - start > 8:
                break
            if names().trade.search(plain[start:end]):
                break  # 恩禾纺织|招工
            end = after.end
        start = max([r.end for r in regions if r.start <= start < r.end < end], default=start)
        words = plain[start:end]
        trade = names().trade.search(words)
        if trade is not None and trade.start() < 2:
            continue  # 大宁|春茶业: the region is part of the name
        named = len(words) >= 4 or (len(words) == 3 and end == token.end)
        if not named or _BODY.search(words) or NO_NAME.search(words) or FUNCTION.search(words):
            continue
        if (
            words in names().never
            or names().generic.fullmatch(words)
            or any(r.start < end and start < r.end for r in regions)
        ):
            continue
        if _WORKER.match(plain, end) or (words.endswith("投资") and _PUTS_UP.match(plain, end)):
            continue
        if _DOES.match(plain, end) and plain[start - 1 : start] not in ("《", "“"):
            yield start, end
