"""Where a name begins behind what is no part of it: a verb between two names, or a word that only points at a thing."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from loaders.regions import RegionSpan
from loaders.tagger import Token

# 甲医院|对口帮扶|乙县人民医院: bodies may be named after their errand (对口支援办公室), houses and firms are not.
PAIRED = re.compile(
    ".*[院校园学厂社司心](?:(?:结对|对口|牵手|携手)(?:帮扶|支援|共建|援助|协作|合作)?|帮扶|支援|援助|捐助|资助)(?=[一-鿿]{4})"
    "|.*[院校园学厂社司心会局委联](?:听说|听闻|得知|获悉|了解到|走进|看望|慰问)(?=[一-鿿]{4})"
    "|.*[院校园学](?:改造|改建|扩建|新建|修建|修缮|建设|建起|盖起)(?=..)"
)
_POINTING = re.compile(
    "(?:全[国省市县区州旗乡镇村])?第[一二三四五六七八九十]{1,3}[个座家所条处间](?=..)|[该本贵我](?:院|校|厂|园|公司|集团|企业)(?=..)"
    "|该(?=[省市县区州旗镇乡].)|贵[省市县区](?=[一-鿿]{2,6}(?:街道|镇|乡))|贵(?=[省市县区].)|学校(?=[一-鿿]{1,6}学院)|各(?=单位)"
)
_WITH = re.compile(r"(?<=[局委厅办部会院校站社团行司心队组园府处科所联馆厂])(?:联合|会同|携手|联手|牵手|协同)(?:了)?$")
_OF_FIRM = re.compile("[一-鿿（）]{4,}(?:公司|专业合作社)")  # 某某农业公司|冷库: the firm is named, its house is not
_VERBS = "建办开设盖修"


def behind_joint(plain: str, start: int, ending: int, end: int, label: str, regions: Sequence[RegionSpan]) -> int:
    """Where the name from `start` to `end`, whose ending begins at `ending`, really begins."""
    if plain[start] == "中" and plain[start - 1 : start] == "其":
        start += 1  # 其中|航城中学
    pointing = _POINTING.match(plain, start, end)
    if pointing is not None and pointing.end() <= ending:
        start = pointing.end()
    if label != "Organization":
        paired = PAIRED.match(plain, start, end)
        if paired is not None and paired.end() <= ending:
            start = paired.end()
    if label in ("Facility", "Workshop"):
        firm = _OF_FIRM.match(plain, start, end)
        if firm is not None and firm.end() <= ending:
            start = firm.end()
    partner = [r.start for r in regions if start < r.start <= ending and _WITH.search(plain, start, r.start)]
    start = max([start, *partner])  # 甲区商务局联合|乙县城投集团
    if start < ending and plain[ending - 1] in _VERBS and any(r.end == ending - 1 for r in regions):
        return ending  # 在某县建|机械厂
    return start


def after_another(plain: str, start: int, ending: int, ended: Collection[int]) -> int:
    """州中医院和州一中: the second name begins behind the first."""
    joined = [end + 1 for end in ended if start < end < ending and plain[end] in "和与及、暨"]
    return max([start, *joined])


def alone_behind_joiner(plain: str, at: int, tokens: Sequence[Token]) -> bool:
    """Whether an ending stands alone behind a word that joins two names: 甲食品与|合作社, which the tagger took for one."""
    return plain[at - 1 : at] in ("与", "及", "跟") and any(t.end in (at, at + 3) and t.start < at - 1 for t in tokens)
