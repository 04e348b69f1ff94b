"""Names that end in a plain 厂, 车间 or 民宿: which are names, and which mean any such place."""

from __future__ import annotations

import re
from collections.abc import Sequence

from loaders.lexicon import names
from loaders.name_words import PROVINCES
from loaders.tagger import Token
from loaders.vocabulary import is_coined

PLAIN_WORKS = frozenset(
    {
        "厂",
        "车间",
        "民宿",
        "客栈",
        "农庄",
        "山庄",
        "庄园",
        "酒楼",
        "餐厅",
        "餐馆",
        "饭店",
        "面馆",
        "药店",
        "书店",
        "商店",
        "便利店",
        "花店",
        "门市部",
        "经营部",
    }
)
_OTHER_WORD = re.compile(r"[工老分新建办进入本该全出小大我各原设开药离返招来回去到在个家一二三四五六七八九十]$")
_GOES_ON = re.compile(r"[房家长里区商子门址矿方规内外史务主]|主任|班长|经理")
_COUNTED = re.compile(
    r"(?:[一两二三四五六七八九十\d几数多余][个家间座所处条]|[个家间座处]|各类?|所有|这些|一些|每[个家])$"
)
_BUILT = re.compile(
    r"(?:办起|建起|建成|建设|新建|改建|扩建|开起|开办|兴办|创办|援建|投建|设立|设起|设|建|办)(?:了|起|的)?(?:一?[座个处家间])?$"
)
_SETTLED = re.compile(r"(?:[镇乡村屯寨]|社区|街道|安置[区点]|小区|新村)的?$")
_OF_FIRM = re.compile("(?:公司|集团|合作社)的$")  # 某公司的|插座装配车间
_NO_OPENING = re.compile(r"^(?:建|办|开|设|在|到|进|把|将|租|去|回|的|下|走|让|从|对|为|给)")


def plain_works(plain: str, tokens: Sequence[Token], start: int, core: int, ending: int, end: int) -> bool:
    """Whether the words before the plain ending name it: a coinage, its place, or the telling of how it was built."""
    rest = plain[core:ending]
    if _GOES_ON.match(plain, end) or _OTHER_WORD.search(plain[:ending]) or _NO_OPENING.match(rest):
        return False
    if _COUNTED.search(plain[max(0, start - 4) : start]) and not _BUILT.search(plain[max(0, start - 8) : start]):
        return False
    generic = names().generic.match(rest)
    own = rest[generic.end() :] if generic else rest
    if len(own) < 2:
        return False
    if any(t.tag == "ORG" and t.start == start and t.end == end for t in tokens) and len(own) >= 3:
        return True
    if len(own) >= 4 and (PROVINCES.fullmatch(own[:2]) or _OF_FIRM.search(plain, max(0, start - 4), start)):
        return True
    if core > start or _SETTLED.search(plain[max(0, start - 4) : start]):
        return True
    if any(is_coined(own[:size]) and len(own) - size >= 2 for size in (2, 3, 4)) and _coined_word(
        own, core, ending, tokens
    ):
        return True
    return (plain[ending:end] == "车间" or len(own) >= 4) and bool(_BUILT.search(plain[max(0, start - 8) : start]))


def _coined_word(own: str, core: int, ending: int, tokens: Sequence[Token]) -> bool:
    """Whether the tagger, too, sees a name before the ending."""
    return any(t.tag in ("ORG", "nz", "PER", "nw", "LOC") and core <= t.start < ending for t in tokens) or len(own) >= 4
