"""Factories, farms and shops that are named like firms but are works: what was built and is let to somebody.

平襄镇纸箱厂 is a firm by its name; in 甲区援建的平襄镇纸箱厂 and 平襄镇纸箱厂租给了乙公司 it is a house.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from loaders.chart import SIGNS, Chart
from loaders.topics import Topics
from loaders.values import Mention

_WORKS = re.compile(
    "(?:[厂场店馆坊]|山庄|农庄|酒店|民宿|民居|客栈|驿站|小驿|小院|小筑|园|超市|餐厅|茶[室楼]|书吧|酒庄|营地|公寓|农家乐|冷库)$"
)
_FIRM, _HOUSE = SIGNS["Company"], SIGNS["Facility"]


def is_works(topics: Topics, mention: Mention) -> bool:
    """Whether a firm is a factory, farm or shop of the helped side."""
    name = mention.entity.name
    return (
        mention.label == "Company"
        and _WORKS.search(name) is not None
        and "公司" not in name
        and topics.side_by_name(mention.entity) != "helper"
    )


def with_factories(topics: Topics, rows: Iterable[Chart]) -> list[Chart]:
    """The rows with the sign of a house for every such firm."""
    return [_row(topics, row) if _FIRM in row.code else row for row in rows]


def _row(topics: Topics, row: Chart) -> Chart:
    signs = [
        _HOUSE if sign == _FIRM and isinstance(item, Mention) and is_works(topics, item) else sign
        for sign, item in zip(row.code, row.items, strict=True)
    ]
    code = "".join(signs)
    return row if code == row.code else replace(row, code=code)
