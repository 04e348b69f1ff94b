"""Firms by a coined word alone, told by who leads them or what they are said to be: 某瑞精密董事长…, 某科凌创，是…头一家企业."""

from __future__ import annotations

import re
from collections.abc import Iterator

from loaders.person_shapes import SURNAME
from loaders.vocabulary import is_coined

Span = tuple[int, int]

# The head of a firm, never of a body or a place, and the name right behind the title.
_LED = re.compile(
    r"(?:^|[、，。；：“（\n]|来自|作为|邀请)(?P<name>[一-鿿]{4,6})(?:董事长|总经理|副总经理|创始人|首席执行官|总裁)(?P<who>[一-鿿]{1,2})"
)
_SAID_TO_BE = re.compile(
    r"(?:^|[，。；：\n]|[一-鿿]的)(?P<name>[一-鿿]{3,6})，?(?:就|便|也|正)?是(?![一-鿿]*(?:负责人|老板))[^，。；]{0,16}?"
    r"(?:第[一二三]|首|头[一两]|最早[^，。；]{0,6}|最大[^，。；]{0,6}|唯一一?)(?:家|批|个)[^，。；的]{0,8}(?:企业|公司|工厂|厂家|药企|车企|茶企|酒企)(?=[，。；])"
)
_NO_FIRM = re.compile(
    "[的了着过得任是为当做兼和与及说由被把让从在到位名某届籍姓我他她你它这那哪]|[商人家司团社厂会长员部院所局]$|公司|企业|集团|合作社|副$|老板|经理|今天|如今|[省市县区州旗镇乡村]$|项目|产业|园区?$"
)


def titled_firms(plain: str) -> Iterator[Span]:
    """Spans of such names in one block.

    >>> text = "人大代表、恒瑞凌创董事长罗卫东来了。王建国董事长致辞。"
    >>> [text[slice(*s)] for s in titled_firms(text)]
    ['恒瑞凌创']
    """
    for match in _LED.finditer(plain):
        if _may_be_firm(match["name"]) and SURNAME.match(match["who"]):
            yield match.span("name")
    for match in _SAID_TO_BE.finditer(plain):
        name = match["name"]
        if _may_be_firm(name) and not (len(name) == 3 and SURNAME.match(name)):
            yield match.span("name")


def _may_be_firm(words: str) -> bool:
    """Whether the words are a coinage, and neither a role nor a place."""
    return _NO_FIRM.search(words) is None and is_coined(words)
