"""Who gives where a sentence speaks of a gift: the last name before it that acts, or the one after 由, 是, 获赠."""

from __future__ import annotations

import re
from collections.abc import Iterator

from loaders.around import part
from loaders.chart import Chart
from loaders.frames import Match
from loaders.gift_scene import helping_house, speaker
from loaders.gifts import ON_HIS_OWN, body_of
from loaders.payees import with_list
from loaders.topics import Topics
from loaders.values import Mention

_GIVERS = ("Region", "Organization", "Company", "Person", "Facility", "Workshop")
_NO_GIFT = re.compile(
    r"仪式|证书|墙|倡议|箱|协议|名单|呼吁|号召|动员会|锦旗|计划|拟|打算|希望|书信|征集|活动现场|感谢信|荣誉|奖杯|称号|祝福|消息|讲座|订单|专家|医生|教师|技术|课程|温暖|信心|签约|网传|网帖|谣言|谣传|传言"
)
TO = re.compile(
    r"(?:向|给|为|往|对|替|帮|捐助|捐赠|捐献|赠送|赠予|资助|援助|回赠|反赠|转赠|送到|送至|交付|移交|开进|驶入|送进|送抵|运抵|运到|运至|运往|发往|发到|发给|寄往|寄到|寄给|汇给|汇往|驰援|落户|交给|交到|留给|送给"
    r"|听说|听闻|得知|获悉|了解到|看到|知道|发现|考虑到|针对|有感于"  # 得知甲校没有操场，认捐60万元
    r"|用于|支援|支持|帮助|助|助力|捐建|捐资建设|捐资兴建|捐资修建|建设|兴建|建起|建成|修建|新建|修起|盖起|翻修|翻新|设立|修缮|改造|看望|慰问|走访|奖励|资助|交到|救助)了?[\ue001\ue002]?“?$"
)
GOT = re.compile(
    r"收到|获(?=[\ue001-\ue009]+捐)|接到|接受|接收|获赠|获捐|受赠|受捐|迎来|喜获|获得|得到|领到|穿上|用上|拿到|添|多了|换上|装上|有了"
)
_NOT_GIVER = re.compile(
    r"(?:[在到赴至抵进从往向给为对替帮与同和来]|走进|前往|落户|扎根|牵手|没忘记|惦记)$|(?:来到|走进|赶到|赴|抵达|前往)\ue001$"
)
_PASSIVE = re.compile(r"(?:由|是|系|来自|全是|都是|均由|获赠|收到|接受|接收|受|获得|(?<!捕)获)了?[\ue001]?$")
_PUBLIC = re.compile(
    r"(?:分别|各自?|(?:同|与|和)[\ue001\ue002][^，。；]{0,2}(?:结|签)|社会|各界|市民|群众|干部|农民|牧民|村民|居民|爱心|热心|人(?!民医院)|党政|代表团|方面|动员|捐|回赠|赠|驰援|还|也|又|先后|累计|共|再|连夜|自发|，|向|给|为)"
)
_SUMMARY = re.compile("\ue00a，(?:社会)?$")  # 甲区为乙县落实资金1.12亿元，捐赠物资折价860万元
_HELPED = re.compile("(?:帮扶|支援|援助|协作|对口|扶贫|结对)$")  # 定点帮扶甲县、乙县，捐建小学
_OTHERS = re.compile(
    "，[^，。；]{0,4}(?:热心|爱心|好心|社会各界|各界|群众|干部职工|员工|市民|村民)[^，。；\ue001-\ue009]{0,6}$"
)  # who else gives
_LED = re.compile("(?:\ue001的|[这那该][所家座个])?“?$")
_FIRMS = re.compile(r"[^，。；]{0,3}(?:企业|公司|老板|商人|客商|商家|籍)")


def bounds(row: Chart, match: Match) -> tuple[int, int]:
    low, high = part(row, match.start, match.end)
    return max(low, match.start - 60), min(high, match.end + 40)


def names_between(row: Chart, low: int, high: int) -> Iterator[tuple[int, Mention]]:
    for index in range(low, high):
        item = row.items[index]
        if isinstance(item, Mention):
            yield index, item


def givers_of(topics: Topics, row: Chart, match: Match) -> list[Mention]:
    """Who gives by the words around the gift: the last acting name before it, or the one named after 由, 是, 获赠."""
    low, high = bounds(row, match)
    start, end = part(row, match.start, match.end, "，；：。")
    if _NO_GIFT.search(row.code[start:end]):
        return []
    for index, mention in names_between(row, match.end, high):  # 获赠甲会彩超机一台, 图书来自甲校
        said = _PASSIVE.search(row.code[match.end - 3 : index])
        if (
            said is None
            or row.code.count("，", match.end, index) > 1
            or mention.label not in _GIVERS
            or index - match.end >= 14
        ):
            continue
        rest = row.code[index + 1 : high]
        own = re.match("[^，。；]{0,6}(?:[捐赠送]|提供|援助|出资|筹)", rest) is not None
        if own or said.group()[0] not in "由是系" or ("，" not in row.code[match.end : index] and not rest[6:]):
            return _people(row, index, mention)
    at = (
        match.start if row.items[match.start] is None else match.end - 1
    )  # 值85万元，是A局捐的: the giver stands between
    for index, mention in reversed(list(names_between(row, low, at))):
        if mention.label not in _GIVERS or not _gives(topics, row, index, mention, at):
            continue
        return _people(row, index, mention)
    return speaker(topics, row, match) or helping_house(topics, row, match, low)


def _gives(topics: Topics, row: Chart, index: int, mention: Mention, at: int) -> bool:
    """Whether the words around a name before the gift let it be the giver."""
    code = row.code
    first = _first_of_list(code, index)
    before, between = code[max(0, first - 5) : first], code[index + 1 : at]
    if mention.label == "Region" and _HELPED.search(before):
        return False
    if _NOT_GIVER.search(before) or TO.search(before) or between.count("，") > 2:
        return False
    if _OTHERS.search(between):
        return False
    if re.match("(?:的)?(?:统计|介绍|说|表示|透露|宣布)", between) or re.search("据$|发起人是$|统计$", before):
        return False
    if code[at : at + 2] in ("获赠", "受赠"):
        return False
    if GOT.search(between) and ("，" in between or not _PASSIVE.search(before)):
        return False  # who got it stands between
    if re.match(
        r"的?(?:孩子|学生|师生|病房|教室|图书室|操场|食堂|电脑)[^，。；]{0,6}(?:，|的|里|背|穿|用|收)", between
    ):
        return False  # A小学的孩子穿上了…捐的校服
    if mention.label == "Region":
        if _SUMMARY.search(between) and not re.search("[\ue001-\ue009]", code[:index]):
            return True
        if _PASSIVE.search(before) and code[at : at + 1] in "捐赠送":
            return True
        return _PUBLIC.match(between or "捐") is not None and _FIRMS.match(between) is None
    return mention.label != "Facility" or topics.side_by_name(mention.entity) != "helped"


def _first_of_list(code: str, index: int) -> int:
    """Where the list begins in which a name stands (甲县、乙县), with its address and what points at it (给甲镇的乙院, 给这所“丙校”)."""
    while index >= 2 and code[index - 1] == "、" and "\ue001" <= code[index - 2] <= "\ue009":
        index -= 2
    led = _LED.search(code, 0, index)
    return led.start() if led is not None else index


def _people(row: Chart, index: int, mention: Mention) -> list[Mention]:
    """The giver with those named in one list with it; the firm for its head, unless he gives on his own."""
    if mention.label == "Person":
        own = ON_HIS_OWN.search(row.code)
        body = None if own else body_of(row, index)
        return [body or mention]
    if re.match(r".{0,3}(?:结对|结为|签|牵手|手拉手|共建|结成)", row.code[index + 1 : index + 9]):
        return [mention]
    found = with_list(row, mention)
    return [m for m in found if isinstance(m, Mention)]
