"""Gifts in rows: A、B分别捐资50万元、35万元, 向C、D分别捐赠30万元、20万元. Each sum goes with the name in its place."""

from __future__ import annotations

import re
from dataclasses import replace

from loaders.aligned import share
from loaders.around import amount_at, part
from loaders.chart import Chart
from loaders.frames import Match
from loaders.gift_ends import gift_receiver
from loaders.gift_givers import givers_of
from loaders.topics import Found, Topics
from loaders.values import Mention

_GIFT = re.compile("捐[赠献助资款出]?|[赠送]")


def share_giver(topics: Topics, row: Chart, match: Match) -> list[Mention | Found]:
    """Who gives the one sum of a row of sums (A、B分别捐资50万元、35万元: 50万元 is A's)."""
    gift = _gift_of(row, match)
    if gift is None or not _told_apart(topics, row, match, gift):
        return []
    return _own(row, match, list(givers_of(topics, row, gift)))


def _told_apart(topics: Topics, row: Chart, match: Match, gift: Match) -> bool:
    """Whether there are as many givers or receivers as sums; else one of their names was not found."""
    place = share(row, amount_at(match))
    return place is not None and place[1] in (
        len(givers_of(topics, row, gift)),
        len(gift_receiver(topics, row, gift)),
    )


def share_receiver(topics: Topics, row: Chart, match: Match) -> list[Mention | Found]:
    """Who gets the one sum of a row of sums (向C、D分别捐赠30万元、20万元: 30万元 is for C)."""
    gift = _gift_of(row, match)
    return _own(row, match, gift_receiver(topics, row, gift)) if gift is not None else []


def _own(row: Chart, match: Match, found: list[Mention | Found]) -> list[Mention | Found]:
    place = share(row, amount_at(match))
    found = sorted(found, key=lambda m: (m.where if isinstance(m, Found) else m).start)
    return [found[place[0]]] if place is not None and len(found) == place[1] else found


def _gift_of(row: Chart, match: Match) -> Match | None:
    """The words of giving that a row of sums belongs to."""
    at = amount_at(match)
    place = share(row, at)
    if place is None:
        return None
    start, _ = part(row, at, at, "；。")
    words = list(_GIFT.finditer(row.code, start, at))
    return replace(match, start=words[-1].start(), end=words[-1].end()) if words else None
