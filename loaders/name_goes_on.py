"""Whether what looks like the ending of a name is only the first part of a longer word, or no ending at all."""

from __future__ import annotations

import re
from collections.abc import Sequence

from loaders.lexicon import read_yaml
from loaders.name_marks import BUILDER_BUREAU
from loaders.tagger import Token

_PART = re.compile(r"\d|[A-Z]区|群|[一二三四五六七八九十东西南北]区|[一二三四]期")
_CHIEF = re.compile("[^局厅副正任原位名老新该本的由和各两当前同大]局长[一-鿿]")
_PLANS = re.compile("面积|用地|占地|总|建设|投资|建筑|年产|种植|布局|发展|为|了|有")
_COMMISSIONED = re.compile("委(?:托|培|屈|婉|实)")
_DONE_WITH = tuple("起了学厂成好理着过得")
_NO_BUREAU = frozenset(read_yaml("names.yaml")["no_bureau"])


def goes_on(plain: str, at: int, end: int, tokens: Sequence[Token]) -> bool:
    """Whether the ending is only the first part of a longer word (中心 in 中心村, 公司 in 公司化)."""
    if _PART.match(plain, end):
        return False  # 产业园3号楼, 车间群
    if _CHIEF.search(plain, max(0, end - 2), end + 2):
        return False  # 区人社局长某某
    if _COMMISSIONED.match(plain, end - 1):
        return True  # 受某区|委托
    if plain[end - 1] == "投" and plain[end : end + 1] in ("资", "入", "产", "放"):
        return True
    if plain.startswith("学会", at) and any(t.start == at and t.tag == "v" for t in tokens):
        return True  # 她学会了看图纸
    if plain.startswith("规划", end - 2) and _PLANS.match(plain, end):
        return True  # 产业园规划面积2平方公里
    if plain[end - 1] == "办" and plain[end : end + 1] in _DONE_WITH:
        return True  # 与某合作社合作办|起碾米厂
    if plain[end : end + 1] in ("化", "式", "型", "制"):
        return True
    return any(
        t.start < end < t.end and t.tag not in ("ORG", "LOC", "v") and (end - at < 3 or t.start > at)
        for t in tokens  # 联合社|保管: a long ending is one, whatever the tagger makes of it
    )


def no_bureau(plain: str, start: int, end: int) -> bool:
    """Whether a word in 局 or 厅 is none: 格局, 客厅, 中建三局."""
    words = plain[max(0, start - 8) : end]
    return words[-2:] in _NO_BUREAU or BUILDER_BUREAU.search(words) is not None
