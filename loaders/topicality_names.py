"""What the names of two divisions side by side tell: 甲区—乙县 in the headline, 甲乙工业园, 甲市对口乙县."""

from __future__ import annotations

import re

from graph.model import Entity
from loaders.gazetteer import load

_JOINED = re.compile(
    r"(?:[—–·•、与和及同携：~～→×\-\s]|对口|牵手|携手|情牵|结对|对接|帮扶|支援|援建|[一-鿿]{0,3}(?:助力|帮扶|情系)){1,4}[一-鿿]{0,4}"
)
_SIDE_BY_SIDE = re.compile(
    "(?:两地|两家)?(?:携手|牵手|联手|协作|结对|共建|一家|一条心|情|篇|山海|签[署约订]|同心|合作|双向)"
)
_PARK = re.compile("工业园|产业园|科技园|合作园|合作区|创业园|示范园|开发区")


def joined(title: str, one: Entity, other: Entity) -> bool:
    """Whether the headline sets the two side by side: 甲区—乙县, 甲市携手乙州."""
    for first, second in ((one, other), (other, one)):
        for name in names(first):
            at = title.find(name)
            link = _JOINED.match(title, at + len(name)) if at >= 0 else None
            if link is not None and any(title.find(n, at + len(name), link.end() + len(n)) >= 0 for n in names(second)):
                return True
            after = [at + len(name) + len(n) for n in names(second) if title.startswith(n, at + len(name))]
            if at >= 0 and any(_SIDE_BY_SIDE.match(title, end) for end in after):
                return True  # 甲市乙县携手
    return False


def set_against(text: str, helper: Entity, helped: Entity) -> bool:
    """Whether the words set one against the other with 对口 alone: 甲市对口乙县."""
    return any(f"{a}对口{b}" in text for a in names(helper) for b in names(helped))


def own_park(text: str, one: Entity, other: Entity) -> bool:
    """Whether an estate bears the names of both: 苏州宿迁工业园区, 宝安（龙川）产业转移工业园."""
    for park in _PARK.finditer(text):
        before = text[max(0, park.start() - 20) : park.start()]
        if any(
            re.search(f"{re.escape(a)}[（(·—－-]{{0,2}}{re.escape(b)}[）)]?[一-鿿]{{0,6}}$", before)
            for first, second in ((one, other), (other, one))
            for a in names(first)
            for b in names(second)
        ):
            return True
    return False


def names(region: Entity) -> tuple[str, ...]:
    """Every name of a division, not only those that the article has of it."""
    place = load().place(region.code or "")
    return load().names(place) if place is not None else region.names
