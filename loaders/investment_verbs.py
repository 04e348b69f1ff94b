"""The words that make a sum an investment: those that govern it in its clause, and those of the clause before that it sums up."""

from __future__ import annotations

import re

_PAID = re.compile(
    r"(?:(?:已|累计|实际|首期|实缴|陆续)到位|投资|投入|投了|投下|投|斥资|注资|增资|出资|砸下|砸进|砸了|追加|独资|自筹|筹资|垫资|认缴|实缴|豪掷|续投|押上|搭进|贴进|投进)[^，。；\ue001-\ue00a]{0,5}$"
    r"|(?:增资|投资|注资|投入)，?(?:总额|总共|合计|共计|一共|累计)[^，。；\ue001-\ue00a]{0,4}$"
)
_SPENT = re.compile(r"(?:拿出|掏出|掏了|花了|花|注入|带着|首期|一期|二期|以|用|出)[^，。；\ue001-\ue00a]{0,4}$")
_IN_ALL = re.compile(
    "(?:增资|投资|注资|投入)，(?:前后|先后|至今|目前|已|总额|总共|合计|共计|一共|累计|总计|超|近|达|约|逾|有)+$"
)
_COST = re.compile(  # what was put up, and in the next clause what it took
    "(?:建了?|建起了?|建成了?|办了?|办起了?|盖了?|盖起了?|修了?|修起了?|搬到|开到|迁到|落户|添了|上了|改造了?)[^，。；\ue005\ue009\ue00a]{1,16}，"
    "(?:前后|先后|总共|一共|首期|一期|头一期|光[^，。；]{1,6}就|共|就|已|又|累计)*(?:花了?|花去|花掉|花费|耗资|砸了?|砸进|砸下|投进|押上|搭进|掏了?)[^，。；\ue001-\ue00a]{0,5}$"
)
_ENDS = re.compile("[，。；！”]|$")
_PAID_AFTER = re.compile(
    r"(?:的)?(?:[^，。；\ue001-\ue00a]{0,2}，?在[\ue001\ue002\ue003]+[^，。；\ue00a]{0,4})?(?P<sure>投资|建厂|设厂|办厂)|(?:的)?[^，。；\ue00a]{0,2}[^，。；\ue001-\ue00a]{0,4}"
    r"(?P<weak>，?(?:来|来到|在)?[\ue001-\ue003]{0,2}[^，。；\ue001-\ue00a]{0,3}(?:建|办|设立|成立|注册|组建|改造|扩建|兴建|新建|入股|收购|兼并|购置|购买|装修|上马|上(?:了|新)|上\ue00b|添置|开发|打造|流转|租地|租下|承包|引进|添了|买下|盘下|种植|养殖))"
)
PAID_BY = re.compile(
    "，?(?:则)?由[^，。；\ue001-\ue00a]{0,8}(\ue006)[^，。；\ue001-\ue00a]{0,4}(?:投入|自筹|承担|自掏|出资|投资)"
)


def governed(before: str, after: str) -> tuple[bool | None, str]:
    """Whether a verb of investing governs the sum for sure (True) or together with what was bought (False), and the
    words before that verb."""
    if PAID_BY.match(after):
        return True, before
    paid = _PAID.search(before)
    hit = paid or _SPENT.search(before)
    following = _PAID_AFTER.match(after)
    lead = before[: hit.start()] if hit is not None else before
    if paid is not None or (following is not None and following["sure"] is not None):
        return True, lead
    return (False if hit is not None and following is not None else None), lead


def summed_up(earlier: str, after: str) -> bool:
    """Whether the sum is what the clause before took: 追加了两次投资，累计1.8亿元; 建了三个养殖场，花了9000万元."""
    return bool(_IN_ALL.search(earlier) or (_COST.search(earlier) and _ENDS.match(after)))
