"""Firms called by a coined word and their trade in running text: 岭禾鞋业去年搬来, 镇里的嘉穗塑胶.

No single sign makes a firm: the word before the trade, what leads to it, what it does and what stands beside it in a
list are weighed together.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from loaders import brand_signs
from loaders.brand_stems import NO_STEM, clean
from loaders.lexicon import any_of, names, read_yaml
from loaders.regions import RegionSpan
from loaders.tagger import Token
from loaders.vocabulary import is_coined, is_word
from loaders.word_find import WordFinder

Span = tuple[int, int]

_ENOUGH = 4
_ENOUGH_CLEAN = 3  # a short coinage and a trade that is no kind of goods
_ENOUGH_ACROSS_WORDS = 6  # 阳光|心|选|电商: the tagger sees verbs in it
_ENOUGH_ACROSS_CLEAN = 5  # 惠|盐|袜业: it sees them in a stem that holds none
_STEM = range(2, 6)
_HARD = re.compile(r"[，。、；：！？“”（）《》…—\s\d的]")
_PLACE = re.compile(r"(?:[镇乡村县市区旗州省]|街道|社区|工业园)$")
_OWNED = re.compile(r"(?:[镇乡村县市区旗州省里内来去出做产到地城办开年]|街道|社区|园区|配套)的$")
_FROM = re.compile("来自[^，。；的]{2,8}的$")
_CLOSED = frozenset({"w", "p", "c", "u", "r", "q", "m", "TIME", "f", "xc", "d", "v", "vd", "s"})
_RESULT = re.compile(r"^.[起出上下着了到成完进来去回过]$")
_ADVERB = (
    r"(?:[已也还将则都又再刚就正便才]|先后|随后|当场|现场|主动|很快|一口气|一次性|累计|总共|分别|正式|整体|首批|率先|陆续|一期|今年|去年|前年|当年|[年月]?底|[年月]初|\d{4}年|\d+月份?|\d+日"
    r"|[上下]半年|(?:[在从自到向由为给与和跟把将以](?!的))[^，。；：]{1,16}?)*"
)


@dataclass(frozen=True, slots=True)
class _Words:
    trade: WordFinder
    sectors: frozenset[str]
    goods: frozenset[str]
    no_brand: re.Pattern[str]
    cue: re.Pattern[str]
    acts: re.Pattern[str]


@cache
def _words() -> _Words:
    raw, known = read_yaml("brands.yaml"), read_yaml("names.yaml")
    acts = any_of(raw["acts"])
    return _Words(
        trade=WordFinder([*raw["trades"], *known["trades"]]),
        sectors=frozenset([*raw["sectors"], *raw["trades"]]),
        goods=frozenset(raw["goods"]),
        no_brand=re.compile(f"(?:{any_of(raw['no_brands'])})+"),
        cue=re.compile(rf"(?:{any_of(raw['cues'])})$"),
        acts=re.compile(
            rf"(?:股份|集团)?的?(?:{_ADVERB}(?:{acts})|，{_ADVERB}(?:{acts})|是[^，。；]{{0,14}}(?:创办|开办|兴办|办)的|等[\d一二三四五六七八九十几]+[余多]?家)"
        ),
    )


@dataclass(frozen=True, slots=True)
class _Candidate:
    start: int  # with the region that opens it
    stem: int
    trade: int
    end: int
    across: bool  # whether the stem holds what the tagger takes for verbs or particles


def brands(plain: str, tokens: Sequence[Token], regions: Sequence[RegionSpan]) -> Iterator[Span]:
    """Spans of such firms in one block."""
    candidates = list(_candidates(plain, tokens, regions))
    ends = {c.end for c in candidates}
    for one in candidates:
        if _weight(plain, one, tokens, regions, ends) >= _enough(plain, one):
            yield one.start, one.end


def _enough(plain: str, one: _Candidate) -> int:
    """The least weight that makes a firm of it."""
    short = clean(plain[one.stem : one.trade])
    if one.across:
        return _ENOUGH_ACROSS_CLEAN if short else _ENOUGH_ACROSS_WORDS
    return _ENOUGH_CLEAN if short and plain[one.trade : one.end] not in _words().goods else _ENOUGH


def coinage(core: str) -> str:
    """The coined word in front of the trade that ends a firm's name, "" where there is none.

    >>> coinage("鹏禾塑胶"), coinage("现代农业")
    ('鹏禾', '')
    """
    at = next((at for at, end in _words().trade.longest(core).items() if end == len(core)), 0)
    brand = core[:at]
    return brand if 2 <= len(brand) <= 4 and is_coined(brand) else ""


def trade_behind(plain: str, at: int) -> int:
    """How long the trade or legal form is that stands there, 0 where there is none."""
    trade = _words().trade.longest(plain[at : at + 8]).get(0, 0)
    return trade or (2 if plain.startswith(("公司", "集团"), at) else 0)


def of_goods(trade: str) -> bool:
    """Whether the trade is a kind of goods first of all: 防暑|用品 is no firm because 体育用品 stands beside it."""
    return trade in _words().goods


def plain_trade(plain: str, at: int) -> int:
    """Where a trade ends that begins there and is no everyday word or kind of goods as well, 0 where there is none."""
    words = _words()
    end = words.trade.longest(plain[at : at + 8]).get(0, 0)
    trade = plain[at : at + end]
    return at + end if end and trade not in words.sectors and trade not in words.goods else 0


def acts_behind(plain: str, at: int) -> bool:
    """Whether what a firm does is said right there: “菇滋味”|去年落户."""
    return _words().acts.match(plain, at) is not None


_GOES_ON = re.compile(
    r"$|[，。、；：！？“”（）等…]|(?!\d+[余多]?[套间座栋处床]|(?:农村|大学|学院|化|科(?![技研])|工坊|作坊|盒|线|箱|机|队|组|专家|骨干|讲师|直播|孵化|公共|大棚|电站|组件|产业|行业|领域|市场|专业|企业|公司|集团|协会|商会|学会|园|基地|车间|工厂|厂(?!长)|场|坊|店|城|品牌|技术|用品|制品|产品|加工|职业|人才|小院|行$|局|部|厅|站|中心|扶贫|帮扶|协作|合作社|大县|之乡|示范|发展|建设|培训|服务|项目|板块|体系|资源|资金))"
)


_MADE = re.compile("[榨做制酿织缝绣炼晒烘烤煮熬工装]成$")
_PAYS = re.compile("投资(?:了|的|兴|建|办|创|新|改|扩|约|近|超|达|\\d)")


def _candidates(plain: str, tokens: Sequence[Token], regions: Sequence[RegionSpan]) -> Iterator[_Candidate]:
    seen: set[int] = set()
    trades = _words().trade.longest(plain)
    if not trades:
        return
    inside = [(t.start, t.end) for t in tokens if t.tag not in ("ORG", "LOC", "nz", "PER") and _known(plain, t)]
    for trade, end in trades.items():
        if end in trades and not _PAYS.match(plain, end):
            continue  # 晨源医疗|科技: the second trade ends it
        if _PAYS.match(plain, trade):
            continue  # 由叶某某投资兴建: what somebody does
        if end in seen or not _GOES_ON.match(plain, end) or any(s < end < e or s < trade < e for s, e in inside):
            continue
        hard, soft = _edges(plain, trade, tokens, regions)
        for start in dict.fromkeys((soft, hard)):
            if plain[start] == "有" and trade - start > 2 and is_coined(plain[start + 1 : trade]):
                start += 1  # 二期有|时创科技
            opening = next((r.start for r in regions if r.end == start), start)
            if start > opening and trade - start == 1:  # 大宁|春|茶业
                start = opening
            if _MADE.search(plain, max(0, opening - 3), opening):
                continue  # 把脐橙榨成|NFC果汁
            if trade - start not in _STEM or any(r.start <= start and trade <= r.end for r in regions):
                continue
            seen.add(end)
            yield _Candidate(opening, start, trade, end, start < soft)
            break


def _known(plain: str, token: Token) -> bool:
    return is_word(plain[token.start : token.end])


def _edges(plain: str, trade: int, tokens: Sequence[Token], regions: Sequence[RegionSpan]) -> tuple[int, int]:
    """Where the stem begins at the earliest, and where a closed word or verb of the tagger ends before it."""
    low = max(0, trade - 10)
    marks = [low + m.end() for m in _HARD.finditer(plain[low:trade])]
    marks += [r.end for r in regions if low <= r.end < trade]
    marks += [t.end for t in tokens if t.end <= trade and t.tag == "LOC" and _PLACE.search(plain[t.start : t.end])]
    cues = (at for at in range(low, trade - 1) if plain[at] != "家")  # 企业家周某某
    marks += [at for at in cues if _words().cue.search(plain[max(0, at - 4) : at])]
    hard = max(marks, default=low if low == 0 else trade)
    inner = [t for t in tokens if hard < t.end <= trade and _closes(plain, t)]
    if any(t.end - t.start > 1 for t in inner):
        hard = max(t.end for t in inner if t.end - t.start > 1)
    return hard, max([hard, *(t.end for t in inner)])


def _closes(plain: str, token: Token) -> bool:
    """Whether a name ends to the left behind this word: verbs and particles, not what the tagger makes of a coinage."""
    word = plain[token.start : token.end]
    return (
        token.tag in _CLOSED
        and not brand_signs.is_brand_word(word)
        and (is_word(word) or token.tag in ("m", "TIME") or bool(_RESULT.search(word)))
    )


def _weight(plain: str, one: _Candidate, tokens: Sequence[Token], regions: Sequence[RegionSpan], ends: set[int]) -> int:
    """How much speaks for a firm; below zero where the stem is a common word of business."""
    words = _words()
    stem = plain[one.stem : one.trade]
    if re.search(r"(?:母公司|总公司|大股东|控股股东)$", plain[max(0, one.start - 4) : one.start]):
        return -1  # 它的母公司某某股份: an aside, what follows tells of the other firm
    if (
        words.no_brand.fullmatch(stem)
        or names().generic.fullmatch(stem)
        or NO_STEM.search(stem)
        or stem in words.sectors
    ):
        return -1
    before = plain[max(0, one.start - 8) : one.start].rstrip("—")
    tags = {t.tag for t in tokens if t.start < one.trade and one.stem < t.end}
    trade = plain[one.trade : one.end]
    weight = -1 if trade in words.goods else 0 if trade in words.sectors else 1
    weight += 2 if tags & {"ORG", "nz", "nw"} else 1 if "PER" in tags else 0
    weight += 2 if is_coined(stem) or brand_signs.is_brand_word(stem) else 0
    weight += 1 if trade.endswith("投") or (trade not in words.goods and _one_word(one, tokens)) else 0
    weight += 1 if clean(stem) and trade not in words.goods else 0
    weight -= 2 if any(t.tag == "v" and t.start == one.stem and t.end == one.trade for t in tokens) else 0  # 选派|农牧
    weight += 2 if plain.count(plain[one.stem : one.end]) > 1 and is_coined(stem) else 0
    weight += 2 if one.start < one.stem else 0
    owned = _OWNED.search(before) or any(plain[r.end : one.start] == "的" for r in regions)
    cued = words.cue.search(before) or _FROM.search(plain, max(0, one.start - 12), one.start)
    weight += 2 if cued else 1 if owned else 0
    weight += 2 if words.acts.match(plain, one.end + (plain[one.end : one.end + 1] == "”")) else 0
    weight += 2 if plain[one.start - 1 : one.start] == "“" and plain[one.end : one.end + 1] == "”" else 0
    weight += brand_signs.weight(plain, one.start, one.end)
    weight += 2 if _beside(plain, one, ends, tokens) else 0
    return weight


def _one_word(one: _Candidate, tokens: Sequence[Token]) -> bool:
    """Whether the tagger takes stem and trade together for one name."""
    return any(t.tag in ("ORG", "nz") and t.start == one.stem and t.end == one.end for t in tokens)


_FIRM = re.compile(r"公司|集团|合作社|农场|厂$")


def _beside(plain: str, one: _Candidate, ends: set[int], tokens: Sequence[Token]) -> bool:
    """Whether the item beside it in a list looks like a firm too."""
    left = re.split(r"[、，。；：]", plain[: one.start].rstrip("、和与及"))[-1]
    right = re.split(r"[、和与及，。；等]", plain[one.end :].lstrip("、和与及"))[0][:20]
    if plain[one.start - 1 : one.start] in ("、", "和", "与", "及"):
        at = len(plain[: one.start].rstrip("、和与及"))
        if at in ends or _FIRM.search(left[-12:]) or any(t.end == at and t.tag == "ORG" for t in tokens):
            return True
    if plain[one.end : one.end + 1] in ("、", "和", "与", "及"):
        return bool(_FIRM.search(right)) or any(
            one.end < end <= one.end + 16 and not re.search("[，。；]", plain[one.end : end]) for end in ends
        )
    return False
