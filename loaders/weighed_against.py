"""What the words of a sentence say against a pair that the weights find likely."""

from __future__ import annotations

import re

from loaders.builders import PART
from loaders.chart import HOUSES, SIGNS, Chart
from loaders.pair_features import Pair

_NOT_SO = re.compile("不|没|未|非|无|拒|否|参观|考察|走进|离开|看望|说起|提到|计划|打算|拟|将|希望|航线|航班|车程|相距")
_GUESTS_AND_GOODS = re.compile(
    "游客|旅客|旅行团|旅游团|[运卖销]来|[运卖销发](?:到|往|至|去)"
)  # they go between any two places
_OF_WORKS = ("BUILT", "MOVED_INTO", "RUNS")
_OTHER_ACTS = re.compile(  # who acts nearer to the thing than the subject: 甲公司签下订单，乙区投入资金建起……
    rf"；(?!并|还|先后|同时|在)|[{SIGNS['Company']}{SIGNS['Organization']}{SIGNS['Person']}]"
    rf"|[，：]{SIGNS['Region']}(?![{SIGNS['Region']}的]|[^，。；]{{0,3}}[内里])"
)
_NOT_LISTED = re.compile(rf"[{HOUSES}][^、和与及，{HOUSES}]*$")  # 甲区援建的乙车间在丙小区开工: another comes first
_ANOTHER = re.compile(rf"[^，。；]{{0,8}}的[^，。；]{{0,14}}[{HOUSES}]")  # 乙区援建的丙园: that is what he built
_OTHER_FIRM = re.compile(f"{SIGNS['Company']}[^、和与及]|[一两三]家|洽谈|意向")
_TRADES = re.compile("[^，。；]{0,4}(?:负责|包销|收购|采购|承销|代销|经销|捐|培训|供应|供货)")
_PLACED = re.compile("[在从自离到距]$")
_LEFT = re.compile("[从自离距]$")
_OF_FIRM = re.compile(rf"[^，。；]{{0,10}}的{SIGNS['Company']}")  # 由丁创办的甲公司: not what the firm runs
_OF_PEOPLE = re.compile("等地|[^，。；]{0,2}(?:群众|搬迁户|居民|村民|市民|移民)")

_NOT_SENT = re.compile(
    "(?:[本当]地|本[校院县村乡]|总经理|董事长|法定代表人|老板娘?|厂长|村民|农户|徒弟)[^，。；]{0,6}$"
)  # before a person who lives there or does business


_BODIES = SIGNS["Facility"] + SIGNS["Company"] + SIGNS["Organization"]
_PARTNERS = re.compile(f"[{_BODIES}][^，。；、]{{0,6}}(?:与|和|同|跟)[^，。；、]{{0,8}}$|[{_BODIES}][^、]*[，；]")
_WHOSE = re.compile(rf"(?:下属|所属|旗下|下辖|主管|控股)的|的?[{_BODIES}{SIGNS['Region']}]")
_HELPS = re.compile("对口支援|对口帮扶|定点帮扶|组团帮扶|支援|援建|援助|捐")


def silent(row: Chart) -> bool:
    """Whether a sentence denies, plans, visits or only passes by: of such nothing is weighed."""
    return _NOT_SO.search(row.code) is not None


def apart(pair: Pair, relation: str) -> bool:
    """Whether the words give what was built, run or settled in to somebody else, or only pass the place."""
    row = pair.row
    if relation == "ASSISTS":
        return _GUESTS_AND_GOODS.search(row.code) is not None
    if relation == "FOUNDED":
        return _OF_FIRM.match(row.code, row.at(pair.subject.end)) is not None
    if relation in ("SECONDED_FROM", "SECONDED_TO"):
        return _NOT_SENT.search(row.code[: row.at(pair.subject.start)]) is not None
    if relation == "COOPERATES_WITH":
        return _with_another(pair)
    if relation not in _OF_WORKS:
        return False
    at, to = (row.at(mention.start) for mention in (pair.subject, pair.object))
    between = row.code[min(at, to) + 1 : max(at, to)]
    if relation == "BUILT" and pair.object.label == "Facility" and PART.match(row.code, to + 1):
        return True
    if _PLACED.search(row.code[:at]) and pair.subject.label == "Region":
        return True
    if relation == "MOVED_INTO" and (_OTHER_FIRM.search(between) or _TRADES.match(row.code, at + 1)):
        return True
    if relation == "MOVED_INTO" and pair.object.label in ("Region", "RelocationSite"):
        if _LEFT.search(row.code[:to]) or _OF_PEOPLE.match(row.code, to + 1):
            return True
        return "；" in between
    if at > to:
        return "；" in between or _ANOTHER.match(row.code, at + 1) is not None
    return _OTHER_ACTS.search(between) is not None or _NOT_LISTED.search(between) is not None


def _with_another(pair: Pair) -> bool:
    """Whether a body works with somebody else of the sentence: with the one between (甲局牵线，让乙院和丙院签约), with a
    house of what is named (甲公司与乙委下属的丙公司), or the place is only where they meet; or one helps the other."""
    code, ends = pair.row.code, ((pair.first, pair.row.items[pair.first]), (pair.last, pair.row.items[pair.last]))
    if {pair.subject.label, pair.object.label} == {"Region"}:
        return False
    between = code[pair.first + 1 : pair.last]
    if _PARTNERS.search(between) or _HELPS.match(between) or _WHOSE.match(code, pair.last + 1):
        return True
    return any(item is not None and code[at] == SIGNS["Region"] and code[:at].endswith("在") for at, item in ends)
