"""Sums that a helper stands near to and has not paid: totals, local shares, gifts, what somebody else puts in."""

from __future__ import annotations

import re

from loaders.chart import SIGNS, Chart

AID = re.compile(
    r"(?:协作|帮扶|援助|援建|扶贫|对口|支援|无偿|援[疆藏青黔桂川滇甘宁陕蒙渝])[^，。；]{0,4}(?:资金|款|经费)"
)
_MONEY = SIGNS["money"]
_TOTAL = re.compile("投资|造价|概算|成本|总盘子")
_SHARED_OUT = re.compile("其中[^。；]{0,30}\ue00a|自筹|配套")
_LOCAL = re.compile(
    "(?:自己|自行|自家|县里|本县|我县|区里|州里|市里|村里|当地|本级|地方)[^，。；、\ue00a]{0,6}$|(?:配套|自筹|筹劳|整合|贷款)[^，。；、\ue00a]{0,4}$"
)
_GIVEN = re.compile("\ue00a，?(?:这[^，。；]{1,6})?(?:是|由|系)[^，。；]{0,3}[\ue001-\ue008][^，。；]{0,6}(?:捐|赠|送)")
_OTHERS_OWN = re.compile(
    "^(?:还|又|则|并|当时|随后)*[他她我](?!们)[^，。；]{0,12}?(?:出资|投资|投入|拿出|掏)"
)  # 他出资2300万元
_CHANGE = re.compile("(?:增加|增长|增|多|减少|减|下降|高出|超出|少)了?[^，。；\ue00a]{0,2}$")  # 比上年增加2400万元
_COMPARED = re.compile("比|同比|较")
_HALVED = re.compile("[^。；]{0,24}(?:各出|各占|各承担|各负担|平摊|对半|一半)")  # who paid how much stays open


def others_money(row: Chart, low: int, start: int, at: int, high: int) -> bool:
    """Whether the words of the sum's part of the sentence (low, high) and of its clause (start) say that others paid it."""
    if _CHANGE.search(row.code[start:at]) and _COMPARED.search(row.code[start:at]):
        return True
    if _GIVEN.search(row.code, at, high) or _elsewhere(row, low, start, at, high):
        return True
    return _OTHERS_OWN.search(row.code[start:at]) is not None or _HALVED.match(row.code, at + 1) is not None


def _elsewhere(row: Chart, low: int, start: int, at: int, high: int) -> bool:
    """Whether the sum is a total of which the helper pays a share, the local share, or part of a gift."""
    clause = row.code[start:at]
    if _TOTAL.search(clause) and _SHARED_OUT.search(row.code, at, high) and not AID.search(row.code, start, at):
        return True
    own = clause[max(clause.rfind(mark) for mark in ("、", "和", _MONEY)) + 1 :]
    if _LOCAL.search(own):
        return True
    return "其中" in clause and "捐" in row.code[low:start] and AID.search(row.code, start, at + 8) is None


_BUYS = re.compile("，?[^，。；]{0,3}从[^，。；]{1,8}(?:买|收购|购|采购|订)|，?(?:买走|收购|买下|订购|买入|购进)")


def buys(row: Chart, at: int) -> bool:
    """Whether goods are bought with the sum: 出资80万元，从乙县买走咖啡豆."""
    return _BUYS.match(row.code, at + 1) is not None
