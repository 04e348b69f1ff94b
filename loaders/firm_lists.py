"""Firms told by the list they stand in: before 等9家企业, or beside a firm that its legal form tells.

In such a list a name needs no trade: 他引来某某纸机、某某郎等9家企业; 首批进驻的有某某坚果、某某有限公司.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence

from loaders.lexicon import names
from loaders.regions import RegionSpan
from loaders.tagger import Token
from loaders.vocabulary import is_coined, is_word

Span = tuple[int, int]

_CLAUSE = re.compile(r"[^，。；：！？\n]+")
_COUNT = re.compile(
    r"(?<![第唯头首])(?!一家)等?(?:这|共|总共)?[\d一二两三四五六七八九十]+[余多]?家[^，。、；]{0,8}?"
    r"(?:企业|公司|厂家|商家|配套厂|厂|网店|店铺|电商|商户|主体|单位|客商|酒店|商超|[京津沪苏浙闽鲁粤鄂湘皖赣辽川渝甬民国央名农茶药酒鞋港台]企)"
    r"|等[京津沪苏浙闽鲁粤鄂湘皖赣辽川渝甬杭穗深]企"
)
_OPENING = re.compile(
    r".*(?:有|引进|引来|引入|包括|吸引|例如|比如|动员|组织|推动|促成|坐着|住着|来自|带来|引导|迎来|培育|扶持|打造|是|由|即|叫|了|来|的|中|大王|龙头|巨头|老字号)(?=..)"
)
_LEAVES = frozenset({"d", "r", "p", "u", "TIME", "xc"})
_CLOSED = frozenset({"d", "m", "r", "p", "u", "TIME", "f", "q", "c", "xc"})
_COUNT_BEFORE = re.compile(r"[\d一二两三四五六七八九十][余多]?家[^，。；]{0,4}(?:企业|公司|厂|店|商户|客商)?，$")
_PLANT = re.compile("[场厂坊店社馆]$|种植场$|养殖场$")
_NO_NAME = re.compile(
    r"企业|商人|老板|公司$|项目|产业|工人|员工|群众|资金|车间|基地|产品|政府|家$|园区|副[县市区州局]|[县市区州局镇]长|书记|主任|经理|董事|^[\d一二两三四五六七八九十百千]+[余多]?[个家户名座条间亩人位台套]"
)
_VERBAL_END = re.compile("[有来到在是占达共需约近超出起了]$|引进$|入驻$|落户$|培育$|带动$")
_BODY = re.compile(
    r"(?:[县市区州省镇乡村委局部办会院校站馆队社团党军府处科室厅署盟旗]|学校|中学|小学|大学|社区|书记|部门|单位|干部|群众|农户|大户|能人|村民|市场|商超|超市|平台|等地|两地|产业|行业|项目|资金|补贴|订单|工人|农民|客商|老板)$"
)


def listed_firms(
    plain: str, tokens: Sequence[Token], regions: Sequence[RegionSpan], sure: Collection[Span]
) -> Iterator[Span]:
    """Spans of such names in one block; `sure` are those of firms that a legal form tells."""
    joints = [t for t in tokens if plain[t.start : t.end] in ("和", "与", "及", "以及") and t.tag in ("c", "p")]
    for clause in _CLAUSE.finditer(plain):
        words = clause.group()
        count = next((m for m in _COUNT.finditer(words) if m.start() > 2), None)
        among = words.startswith("其中") and _COUNT_BEFORE.search(plain, max(0, clause.start() - 24), clause.start())
        told = among or any(clause.start() <= s < clause.end() for s, _ in sure)
        if count is None and not ("、" in words and told):
            continue
        end = clause.start() + count.start() if count else clause.end()
        items = _items(plain, clause.start(), end, joints)
        beside = any(_fills(s, e, start, stop, n, len(items)) for n, (start, stop) in enumerate(items) for s, e in sure)
        if not count and (len(items) < 2 or not (beside or among)):
            continue
        for number, (start, stop) in enumerate(items):
            if any(s < stop and start < e for s, e in sure):
                continue
            span = _name(plain, start, stop, tokens, first=number == 0, counted=count is not None)
            known = bool(among)
            if span is not None and _is_name(plain, span, tokens, regions, known, counted=count is not None):
                yield span
            if span is None and count is not None and number == 0:
                continue  # the others are told by the count behind them
            if span is None or (span[1] < stop and count is None and plain[span[1]] not in "等”"):
                break  # the clause goes on behind its list


def _fills(s: int, e: int, start: int, stop: int, number: int, count: int) -> bool:
    """Whether a sure firm is an item: all of it, the end of the first or the beginning of the last."""
    return (s == start or (number == 0 and s > start)) and (e == stop or (number == count - 1 and e < stop))


def _items(plain: str, low: int, high: int, joints: Sequence[Token]) -> list[Span]:
    """The parts between 、 and 和."""
    cuts = [(at, at + 1) for at in range(low, high) if plain[at] == "、"]
    cuts += [(t.start, t.end) for t in joints if low < t.start and t.end < high]
    edges = [low, *(edge for cut in sorted(cuts) for edge in cut), high]
    return [(start, end) for start, end in zip(edges[::2], edges[1::2], strict=True) if start < end]


def _name(plain: str, start: int, end: int, tokens: Sequence[Token], *, first: bool, counted: bool) -> Span | None:
    """The name in an item: behind the words that lead to the first one, before those that follow it."""
    if plain[end - 1] == "等":
        end -= 1
    if plain[start] == "“" and plain[end - 1] == "”":
        return start + 1, end - 1
    opening = None
    if first:
        opening = _OPENING.match(plain, start, end)
        start = opening.end() if opening else start
    inside = [t for t in tokens if start <= t.start and t.end <= end]
    if not counted:
        stop = next((t for t in inside if t.start > start and (t.tag in _LEAVES or _acts(plain, t))), None)
        end = stop.start if stop is not None else end
    if first and inside and (inside[0].tag in _CLOSED or _acts(plain, inside[0])):
        sign = inside[0].end - inside[0].start == 1 and counted and opening is not None
        if not (sign and is_coined(plain[start:end])):  # 已有|甲某坚果: no adverb, but a sign of a name
            return None
    return (start, end) if start < end else None


def _acts(plain: str, token: Token) -> bool:
    word = plain[token.start : token.end]
    return token.tag in ("v", "vd", "ad") and len(word) > 1 and is_word(word)


def _is_name(
    plain: str, span: Span, tokens: Sequence[Token], regions: Sequence[RegionSpan], known: bool, *, counted: bool
) -> bool:
    start, end = span
    words = plain[start:end]
    inside = [t for t in tokens if start <= t.start and t.end <= end]
    shortest = 2 if counted and any(t.tag in ("nz", "ORG") for t in inside) else 3
    if not shortest <= len(words) <= 14 or "的" in words or _NO_NAME.search(words) or _BODY.search(words):
        return False
    if words in names().never or names().generic.fullmatch(words) or _branch_of_business(words):
        return False
    if any(r.start <= start and end <= r.end for r in regions) or re.search(r"[“”（）]", words):
        return False
    if any(_acts(plain, t) for t in inside) or _VERBAL_END.search(words):
        return False
    if inside and (inside[0].tag == "v" or (not counted and inside[-1].tag == "v")):
        return False
    if any(r.end == end for r in regions):
        return False  # 买下涪陵|三家企业
    if {t.tag for t in inside if not (counted and t is inside[0] and t.end - t.start == 1)} & {
        "d",
        "r",
        "p",
        "u",
        "TIME",
    }:
        return False
    if counted:
        return not inside or inside[-1].tag != "v" or inside[-1].end - inside[-1].start == 1
    region = next((r for r in regions if r.start == start), None)
    stem = plain[region.end if region else start : end]
    if region is not None and 2 <= len(stem) <= 6 and is_coined(stem):
        return True
    trade = names().trade.search(stem) or _PLANT.search(stem)
    return (
        trade is not None
        and trade.start() >= 2
        and (known or trade.start() >= 4 or is_coined(stem[: trade.start()]) or region is not None)
    )


def _branch_of_business(words: str) -> bool:
    """纺织服装, 电子信息: two trades and no name."""
    ending = names().trade.search(words)
    stem = words[: ending.start()] if ending else words
    return ending is not None and (not stem or bool(names().trade.fullmatch(stem) or names().generic.fullmatch(stem)))
