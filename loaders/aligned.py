"""Sums and names that stand in the same order: A、B分别捐资50万元、35万元; 为C、D各投入1200万元和450万元."""

from __future__ import annotations

import re

from loaders.chart import SIGNS, Chart
from loaders.values import Mention

_MONEY = SIGNS["money"]
_ADDRESSED = tuple(SIGNS[label] for label in ("Park", "Workshop", "Facility", "Company", "Organization"))
_ROW = re.compile(rf"(?:{_MONEY}(?:、|，?和|与|及|，))+[约近]?{_MONEY}")
_LINK = re.compile("(?:、|和|与|及|以及|两[家县市区]|三[家县市区]|等|”|“|（(?:以下)?(?:下称|简称)“?|）|均|都|的)*")


def share(row: Chart, at: int) -> tuple[int, int] | None:
    """The place of a sum in the row of sums it stands in, and how many they are; None where it stands alone.

    Only where the sentence says that each has its own (分别, 各).
    """
    if row.code.count(_MONEY) < 2:
        return None
    for hit in _ROW.finditer(row.code):
        if hit.start() <= at < hit.end():
            if re.search("分别|各", row.code[max(0, hit.start() - 24) : hit.start()]) is None:
                return None
            places = [i for i in range(hit.start(), hit.end()) if row.code[i] == _MONEY]
            return places.index(at), len(places)
    return None


def listed_with(row: Chart, index: int) -> list[Mention]:
    """The names of the list in which the one at `index` stands, in order."""
    while _opens_address(row, index):
        index += 1
    found = [(index, row.items[index])]
    for step in (-1, 1):
        at = index
        while 0 <= at + step < len(row.items):
            while step < 0 < at and _opens_address(row, at - 1):
                at -= 1  # C县A镇小学、D县B镇小学
            further = at + step
            while (
                0 <= further < len(row.items) and not isinstance(row.items[further], Mention) and abs(further - at) < 5
            ):
                further += step
            if not 0 <= further < len(row.items) or not isinstance(row.items[further], Mention):
                break
            low, high = sorted((at, further))
            if not row.code[low + 1 : high] or not _LINK.fullmatch(row.code[low + 1 : high]):
                break
            while step > 0 and _opens_address(row, further):
                further += 1
            found.insert(0, (further, row.items[further])) if step < 0 else found.append((further, row.items[further]))
            at = further
    return [item for _, item in found if isinstance(item, Mention)]


def own_share(row: Chart, at: int, index: int, mention: Mention) -> Mention | None:
    """The one of the list around a name whose sum this is; the name itself where sums and names are no rows."""
    place = share(row, at)
    if place is None:
        return mention
    names = list({m.entity.id: m for m in listed_with(row, index)}.values())
    if len(names) == place[1]:
        return names[place[0]]
    return mention if len(names) == 1 else None  # whose it is stays open


def first_of_row(row: Chart, at: int) -> int:
    """Where the row of sums begins in which a sum stands; its own place where it stands alone."""
    place = share(row, at)
    while place is not None and place[0] > 0:
        at = row.code.rfind(_MONEY, 0, at)
        place = share(row, at)
    return at


def is_address(row: Chart, index: int) -> bool:
    """Whether the place at `index` only opens the address of the thing, firm or body written right after it."""
    return row.code[index] == SIGNS["Region"] and row.code[index + 1 : index + 2] in _ADDRESSED


def _opens_address(row: Chart, index: int) -> bool:
    return is_address(row, index) or (row.code[index] == SIGNS["Region"] == row.code[index + 1 : index + 2])


def end_of_row(row: Chart, at: int) -> int:
    """Where the row of sums ends in which a sum stands; its own place where it stands alone."""
    place = share(row, at)
    while place is not None and place[0] < place[1] - 1:
        at = row.code.find(_MONEY, at + 1)
        place = share(row, at)
    return at
