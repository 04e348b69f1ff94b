"""Where a found name really ends, and who stands beside it: 何俊|座谈, 厂长潘阿海|来自, 其中马玉兰、马海龙."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from loaders.lexicon import read_yaml
from loaders.name_odds import NameOdds
from loaders.person_shapes import DOUBLE, ELEMENT, FOREIGN_RUN, NOT_NAMES, SURNAME, kept_whole
from loaders.tagger import Tagged, Token
from loaders.vocabulary import is_word

Span = tuple[int, int]

_LONG_SURNAME = re.compile("[事会局县镇乡村校院站所厂社团组队班部市区州店行馆园科处股排连家]长$")
_SURE, _SURER = 1.8, 5.0  # what the tagger must lose by the longer name: 蒋建新|任 loses less than 秦岚成|为
_ACTS = "教带说讲任当管住到去在是"  # 粟雅文|教数学: what a person does may open the next word too
_UNIT = re.compile("(?<=[一-鿿])[科处股室]")
# Where 和 stands between no two names: 程景和|一手创办; and 才 is no adverb: 哈进才|被派来.
_NO_JOINT = re.compile(
    "和(?:[把将说也还又就都已曾正是被，。：；）]|介绍|表示|告诉|一[手口起直边][^，。]|去年|今年|前年|当[场年]|创办|办起|担任|记得|笑|今年)"
    "|和叫[“做作]|才是[^，。]{1,10}(?:派|请|聘|招|调)来?的[，。]"
    "|才(?:一[手口]|被|说|介绍|告诉|带着|领着|办起|创办|担任|记得|去年|今年|是[^，。]{1,8}人[，。])"
)
# The words that what looks like a third character opens: 覃辉|跑前跑后, 杨春|办的, 雷雨|一手.
_NEXT_WORD = re.compile(
    "跑[前上下来去出遍了着到]|办[起了的成厂好]|一[手边口家直年次]|刚[刚从下好到回满]|教[会书学的他她]|记[得下着住]|领[着头到了]|家[的里中是有住]"
    "|正[在和带是]|盯着|守着|背着|扛着|拉着|踩着|望着|捧着|握着|指着|蹲在|站在|坐在|住在|搬[来进到]|进[厂园村了]|干[了起上]|种[的了着上]|养[的了着]|开[的了起办]|满[一二两三四五半\\d]"
)
_CALLING_ENDS = re.compile(
    "(?:老板|绣|姑|大|厨|伴|婆|织|茶|新)娘$|(?:贫困|脱贫|搬迁|种植|养殖|农|商|租|用|住|监测)户$|[一-鿿]族$|(?:阿|大|的)哥$|(?:党|队|学|社|成)员$|[牧村居农]民$"
)
_NAME = "[一-鿿]{3}"
_LEFT = re.compile(f"(?:^|[，。；：、（“的]|其中|包括|[由和与])({_NAME})、$")
_RIGHT = re.compile(f"、({_NAME})(?=[，。；、等和与（）]|是|在|均|都|分别|[两三四][位人名])")
# 主任名叫老必成，瑶族: whoever has an age, a people or a sex behind the name.
_CALLED_PERSON = re.compile(
    "(?:名叫|名字叫|名字是|叫作|叫做|本名叫?|大名叫?|真名叫?)([一-鿿]{2,4})(?=(?:，|（)(?:今年)?(?:男|女|[一-鿿]{1,5}族|\\d\\d岁|[一-鿿]{2,8}[县市区村乡镇]人))"
)
_KNOWN = ("PER", "nz", "nw")
_RAW = read_yaml("persons.yaml")
_RARE = frozenset("".join(_RAW["rare"]))
_SIGN = "[" + _RAW["foreign"] + _RAW["foreign_rare"] + "]"
_WRITTEN = re.compile(f"(?:{_SIGN}|乙)+")  # 马索菲娅, 马乙四哈
_CALLED = re.compile(
    f"(?:名字?叫|叫作|叫做|本名|取名)({_SIGN}{{2,5}}[一-鿿])(?<![园厂店社坊院校司村镇馆站区县业酒茶])(?=[，。；])"
)


def cut_end(plain: str, span: Span, tokens: Sequence[Token], told: Sequence[tuple[int, Tagged]], whole: str) -> Span:
    """The span without a last character that opens the next word; `whole` is the text of the article."""
    told_end = span[1]
    start, end = span = trimmed(plain, span)
    if kept_whole(plain, end) or end > told_end:
        return span
    short, name = (start, end - 1), plain[start:end]
    if len(name) == 4 and name.startswith("长孙") and _LONG_SURNAME.search(plain, max(0, start - 1), start + 1):
        return start + 1, end  # 理事长|孙彩霞
    if whole.count(name) == 1 and _opens_word(plain, span, told):
        return short
    if end - start < 3 or "·" in name or whole.count(name) > whole.count(plain[start : end + 1]):
        return span
    parted = any(t.tag == "PER" and (t.start, t.end) == short for t in tokens)
    word = next((t for t in tokens if t.start == end - 1), None) if parted else None
    if word is None or (word.end == end and word.tag != "v"):
        return span
    low, odds = next(((low, one.odds) for low, one in told if _holds(low, one.odds, end)), (0, None))
    least = _SURE if word.end > end and plain[end] not in _ACTS else _SURER
    return short if odds is not None and odds.as_person(start - low, end - low).loss > least else span


def trimmed(plain: str, span: Span) -> Span:
    """The span of a Han name without what the tagger put to it, and with what it took for the next word.

    >>> trimmed("陆国梁原在东阳", (0, 4)), trimmed("杨树和把树种了", (0, 2)), trimmed("师傅佟占武", (1, 5))
    ((0, 3), (0, 3), (2, 5))
    """
    start, end = span
    if (
        end - start == 4
        and not DOUBLE.match(plain, start)
        and FOREIGN_RUN.fullmatch(plain, start, end) is None
        and not ELEMENT.search(plain, start, end)
    ):
        if _UNIT.match(plain, start) or plain[start - 1 : start + 1] == "师傅":
            start += SURNAME.match(plain, start + 1) is not None
        elif SURNAME.match(plain, start) and _WRITTEN.fullmatch(plain, start, end) is None:
            end -= 1  # 顾卫民|笑说: no name of one surname has four characters
    if SURNAME.match(plain, start) is None or FOREIGN_RUN.fullmatch(plain, start, end):
        start += _CALLING_ENDS.search(plain, max(0, start - 3), start + 1) is not None and end - start > 2
    first = len(_surname(plain[start:end])) or int(plain[start] in _RARE)
    if first and end - start == first + 1 and _NO_JOINT.match(plain, end):
        end += 1
    return start, end


def _opens_word(plain: str, span: Span, told: Sequence[tuple[int, Tagged]]) -> bool:
    """Whether the second given sign opens the next word: the words say so and the tagger minds the shorter name less."""
    start, end = span
    double = end - start == 4 and DOUBLE.match(plain, start) is not None  # 司马骏|常跟村民打趣
    if end - start - len(_surname(plain[start:end])) != 2 or not (double or _NEXT_WORD.match(plain, end - 1)):
        return False
    low, odds = next(((low, one.odds) for low, one in told if _holds(low, one.odds, end)), (0, None))
    if odds is None:
        return False
    more = odds.as_person(start - low, end - low).loss - odds.as_person(start - low, end - 1 - low).loss
    return more >= (_SURE - 0.3 if double else 0.0)


def _surname(name: str) -> str:
    found = SURNAME.match(name)
    return found.group() if found is not None else ""


def _holds(low: int, odds: NameOdds | None, end: int) -> bool:
    return odds is not None and low < end <= low + len(odds)


def beside(plain: str, spans: Iterable[Span], tokens: Sequence[Token]) -> Iterator[Span]:
    """Names joined by 、 to one that is known, that the tagger took for other words."""
    known = set(spans)
    for start, end in known:
        for match in (_LEFT.search(plain, max(0, start - 8), start), _RIGHT.match(plain, end)):
            if match is not None and match.span(1) not in known and _may_be_name(match, tokens):
                yield match.span(1)


def _may_be_name(match: re.Match[str], tokens: Sequence[Token]) -> bool:
    start, name = match.start(1), match.group(1)
    named = SURNAME.match(name) is not None and NOT_NAMES.match(name) is None and not is_word(name)
    token = next((t for t in tokens if t.start == start), None)
    return named and token is not None and (token.tag in _KNOWN or token.end == start + 1)


def called(plain: str) -> Iterator[Span]:
    """Names in the characters of transliteration between what calls them so and a mark: 名字叫阿尼么尔作."""
    if "叫" in plain or "名" in plain:
        yield from (m.span(1) for m in _CALLED.finditer(plain))
        yield from (m.span(1) for m in _CALLED_PERSON.finditer(plain))
