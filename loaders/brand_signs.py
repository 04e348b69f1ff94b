"""Signs that a coined word and its trade are a firm: somebody deals with it, it acts in a passive, its home stands in brackets."""

from __future__ import annotations

import re
from functools import cache

from loaders.lexicon import any_of, read_yaml

_PARTNERS = re.compile("[与和同跟]$")
_DEAL = re.compile("(?:签|达成|合作|联手|携手|牵手|共建|共同|结成|结为|联合|打了|打交道)(?!社)")
_BY = re.compile("[由被让请经]$")
_DONE = re.compile(
    "(?:公司|集团)?(?:捐|运营|承建|承包|经营|出资|投资|管理|托管|代管|收购|包销|统一|负责|供货|提供|牵头|组织)"
)
_HOME = re.compile(
    "（[一-鿿]{2,9}）[^，。]{0,6}(?:出资|投资|捐|来|落户|入驻|在|负责|董事|总经理)"
)  # 某某假发（厦门）出资


def weight(plain: str, start: int, end: int) -> int:
    """What speaks for a firm there in the words that join it to others.

    >>> text = "某县与天路茶业签下合同"
    >>> weight(text, 3, 7), weight("高山茶业兴旺", 0, 4)
    (2, 0)
    """
    before = max(0, start - 1)
    partner = _PARTNERS.search(plain, before, start) and _DEAL.match(plain, end)
    agent = _BY.search(plain, before, start) and _DONE.match(plain, end)
    return 2 if partner or agent or _HOME.match(plain, end) else 0


@cache
def _luck() -> re.Pattern[str]:
    return re.compile(f"新?(?:{any_of(read_yaml('brands.yaml')['brand_words'])})")


def is_brand_word(stem: str) -> bool:
    """Whether firms like to call themselves by that word of everyday speech: 东方, 五福, 金太阳."""
    return _luck().fullmatch(stem) is not None
