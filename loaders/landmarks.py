"""Landmarks: names that a text gives only to say what stands beside them (位于甲机场西侧, 紧邻乙中学)."""

from __future__ import annotations

import re

from loaders.values import Mention, Reading

_NEAR = re.compile("(?:位于|坐落[于在]|地处|毗邻|紧邻|紧挨着?|紧靠|靠近|邻近|挨着|依傍|距离?|离)[^，。；、的]{0,6}$")
_SIDE = re.compile(
    "”?的?(?:[东西南北]{1,2}[侧面边部]|[两一右左][侧旁]|旁边?|边上|附近|对面|脚下|隔壁|门口|以[东西南北])"
)


def stands_beside(reading: Reading, mention: Mention) -> bool:
    """Whether something is said to stand beside it (在甲地铁站旁开张): a point of reference, not what is spoken of."""
    return _SIDE.match(reading.plain(mention.block, mention.end, mention.end + 4)) is not None


def is_landmark(reading: Reading, mention: Mention) -> bool:
    """Whether the words around a name say that something else stands beside it."""
    after = reading.plain(mention.block, mention.end, mention.end + 4)
    if _SIDE.match(after) is None:
        return False
    return _NEAR.search(reading.plain(mention.block, max(0, mention.start - 14), mention.start)) is not None
