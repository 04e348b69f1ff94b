"""Firms that stand beside words of arrival and did not arrive: a firm that somebody left, a parent firm, a shop, a firm's lorry.

陈某从甲公司来到乙县 tells of a person, and the ranch of 甲集团旗下的乙牧场 is not the group's seat.
"""

from __future__ import annotations

import re

from loaders.around import part
from loaders.chart import SIGNS, Chart
from loaders.values import Mention

_LEFT_BY = re.compile(
    "(?:从|离开|告别|辞去|毕业于|供职于|任职于)[^，。；来搬迁移引]{0,8}$"
)  # 从甲公司来到乙县: a person did
_BELONGS = re.compile(
    "”?(?:旗下|麾下|下属|所属|属下|名下|控股|参股|全资)(?!的?(?:主力|骨干))|”?的(?:全资|控股|参股)?子公司(?![在已也是])"
)  # 甲集团旗下的乙牧场: said of the latter
_THINGS_OF = re.compile(
    "”?的?(?:一[辆支列台]|[几两三]辆|[^，。；]{0,3}车队|[^，。；]{0,2}(?:中巴|大巴|卡车|货车|冷链车|车辆|捐赠车|慰问团|宣讲团|志愿))"
)  # 甲公司的一辆中巴开进了乙乡
_LOCAL = re.compile(
    "(?:县里|当地|本地|本县|县内|镇上|村里|本土|旗里|州里)的?$"
)  # 请来县里的甲公司: it was there before
_SHOP = re.compile(
    "(?:超市|门店|直营店|专卖店|专营店|旗舰店|体验店|专柜|展销馆|展销厅|餐馆|饭馆|面馆|饭店|酒楼|小吃店|理发店)$"
)
_RUN_HERE = re.compile(
    "由(?:当地|本地|县里|镇上|村里|旗里)?的?$"
)  # 车间由甲公司租赁经营: who runs it, not where it came to
_RUNS = re.compile("”?(?:统一|负责|整体|具体)?(?:租赁|承租|承包|租用|托管|受托)(?:经营|运营|管理)")


def stands_aside(row: Chart, group: tuple[int, int]) -> bool:
    """Whether the words right around the firms tell of somebody else who arrives, or of who runs a house."""
    start, end = group
    low, _ = part(row, start, end, "，；。：")
    before, after = row.code[low:start], row.code[end : end + 12]
    if _LEFT_BY.search(before) or _LOCAL.search(before) or _BELONGS.match(after) or _THINGS_OF.match(after):
        return True
    return _RUN_HERE.search(before) is not None and _RUNS.match(after) is not None


def is_shop(firm: Mention) -> bool:
    """Whether a firm is by its name a shop or an eating house, which opens where others settle."""
    return _SHOP.search(firm.entity.name) is not None


_SUPERLATIVE = ("最", "首", "唯", "第", "头")  # 南疆最大的工厂: the region is a measure, not the place

_SIGNBOARD = ("招牌", "铭牌", "牌子", "厂牌", "面孔", "口音")  # 熟悉的甲市招牌


def is_wide(row: Chart, index: int, county: bool) -> bool:
    """Whether a region is too wide to have settled in: a province where the county is told, or 南疆最大的."""
    item = row.items[index]
    if row.code[index] != SIGNS["Region"] or not isinstance(item, Mention):
        return False
    if row.code[index + 1 : index + 2] in _SUPERLATIVE or row.code[index + 1 : index + 3] in _SIGNBOARD:
        return True
    return county and (item.entity.code or "").endswith("0000")
