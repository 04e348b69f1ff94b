"""Units of the Production and Construction Corps of Xinjiang, which are places as towns are: 第十四师, 四十九团五连, 161团."""

from __future__ import annotations

import re
from collections.abc import Iterator

_NUMBER = "(?:[一二三四五六七八九十百〇零]{1,5}|\\d{1,3})"
_DIVISION = re.compile(
    f"(?:(?:新疆生产建设)?兵团)?第[一二三四五六七八九十]{{1,3}}师(?=[，。、；的和与及在等]|$)|兵团{_NUMBER}师(?=[，。、；的和与及在等]|$)"  # not 第三师图木舒克市, 第三师医院
)
# 两个团 and 一团 of people are no regiment of it; 一团火 and 一团和气 are sayings.
_REGIMENT = re.compile(
    "(?<![第一二三四五六七八九十百〇零\\d.个分])(?:[一二三四五六七八九][一二三四五六七八九十〇零百]{1,4}|\\d{2,3}|十[一二三四五六七八九])团"
    f"(?:场|镇)?(?:{_NUMBER}连)?(?![队组员结长体伙聚圆购课干建支委火个费])"
)
_CORPS = re.compile("兵团|师市|团场|连队|援疆|第[一二三四五六七八九十]{1,3}师|团[一二三四五六七八九十\\d]{1,3}连")

Span = tuple[int, int]


def corps_units(plain: str) -> Iterator[Span]:
    """Spans of such units in one block.

    >>> text = "东莞援疆医生在第三师的医院坐诊，四十九团五连的302户装了太阳能，二十个人抱成一团。"
    >>> [text[slice(*s)] for s in corps_units(text)]
    ['第三师', '四十九团五连']
    >>> list(corps_units("第三批支教团和20个旅行团来了。"))
    []
    """
    if _CORPS.search(plain) is None:
        return
    for units in (_DIVISION, _REGIMENT):
        yield from (match.span() for match in units.finditer(plain))
