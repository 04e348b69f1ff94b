"""How likely each name of a sentence is what its sum went into, by the words around the name."""

from __future__ import annotations

import re
from collections.abc import Iterator

from graph.numerals import Quantity
from loaders.aligned import is_address, share
from loaders.around import LOCATIVE, THINGS, acting, named_after, named_before
from loaders.chart import PLACES, SIGNS, Chart
from loaders.frames import Match
from loaders.located_kinds import is_kind
from loaders.payee_pointers import USED, pointers
from loaders.spoken import foreign
from loaders.topics import Found, Topics, level
from loaders.values import Mention

_THING_SIGNS = tuple(SIGNS[label] for label in THINGS)
_NAME = "\ue001-\ue009"
_TOWARDS = re.compile("(?:对|给|为|帮|把|将|向|助|帮助|让|到了?)[\ue001\ue002]?$")
_COME_FROM = re.compile("来的|派[来出]|选派|毕业|支教")
_HALL = re.compile("的(?:新)?(?:厂房|车间|仓库|生产线|冷库|厂区|设备)")
_STANDING = re.compile(
    r"(?:[共合联]建的|共同建设的|合办的|已有?|现有|入驻|进驻|落户|位于|坐落[于在]|地处|来自|参观|走进)[^，。；]{0,6}$"
)
_MARK = re.compile(rf"(?:为|给|向|对|替|帮|援助|资助|支持|扶持|补助|投[入到向进给]|注入|拨给|安排)了?[{_NAME[0]}]?$")
_OF_PERSON = re.compile(
    r"(?:来的|派[来出]的|毕业的?)?(?:的)?[^，。；]{0,8}(?:校长|院长|主任|书记|队长|副?[县市区镇乡]长|教师|老师|医生|负责人)?[\ue008]"
)
_SAMPLE = re.compile(
    rf"^(?:[、和与及][“”{_NAME}]+)*等?[^，。；]{{0,4}}?(?:[0-9\ue00b多余几一二三四五六七八九十]+[个项处所座]|项目)"
)
PART = re.compile(r"^[一-鿿]{0,6}(?:实验室|食堂|宿舍楼?|机房|操场|图书室|录播室|教室|厨房|浴室|卫生间|仓库)$")
_FIRM_MEANT = re.compile(r"支持|扶持|注入|补助|补贴|奖补|奖励|资助|[给为向帮]$")
_ITEM = re.compile("[^，。；：\ue001-\ue00a]{1,8}，")  # an item of a list opens with it: B村民宿，A区投入260万元
_SAMPLED = re.compile(  # 甲县、乙县等地, 等6个县市
    "(?:[、和与及][\ue001\ue002])*等(?:地|[各多几]|\ue00b|[0-9一二三四五六七八九十]+)[^，。；\ue001-\ue00a]{0,2}(?:县|市|区|旗|镇|乡|村|地)?"
)  # the sum went to more than these
_INTO = re.compile("[^，。；\ue001-\ue00a]{0,6}投")  # 累计在A县投入1.9亿元，在B镇建起车间
_LET = re.compile(  # who gets the use of a finished thing was not paid
    "(?:[交租赁包管移托转让卖]|出租|租赁|承包|发包|托管|委托|移交)给|委托|(?:交|由|供)[\ue001\ue002]?$"
)
_DONE = re.compile(  # N（是）A投入300万元建的: the thing is named before
    "(?:[^，。；\ue001-\ue00a]{0,8}(?:资金|款|经费))?(?:援建|修建|新建|兴建|扩建|翻修|改造|装修|添置|购置|建|盖|修|办|买|装|铺)(?:起来|成)?的(?:[，。；”！]|$)"
)
_ITS_THING = re.compile(rf"(?:[上里内]?的)?“?[{''.join(_THING_SIGNS)}]”?，(?:是|系)?由")
_RECEIVES = re.compile(  # 甲乳业拿到乙区拨付的资金
    "(?:拿到|获得|收到|得到|争取到|领到|申请到|申领|申报到|用上)了?[^，。；\ue002-\ue00a]{0,22}$"
)
_EXECUTES = re.compile(
    "单位|施工|监理|承建|承租|中标|设计|运营|供应商|投资方|业主"
)  # 施工单位为甲公司: no one gets aid
_ONE_THING = re.compile(
    "其中|分别|各|自筹|配套|整合|余|另|总投资|造价|概算|由|[和、]\ue00a"
)  # several sums for one thing
_WITH_OTHERS = re.compile(  # 出资420万元、与县里合办的A中心
    "、?(?:与|和|同)[^，。；-]{0,6}(?:共同|联合|一起)?(?:合办|合建|共建|兴办|建设|建起|创办)的?$"
)
_PAYS_TOO = re.compile("[^，。；-]{0,4}(?:自筹|自投|出资|投资|投入|配套|承担|自掏)")  # the next payer
_SOLVED = re.compile("的?[^，。；\ue001-\ue00a]{0,8}(?:难|问题|短板|瓶颈)")  # 为解决B村的饮水难，A投入150万元
_WORKED_IN = re.compile("(?:在|为|帮助?|支持)[\ue001\ue002]?$")
_WORK = re.compile(
    "(?:[、和与及][\ue001\ue002])*(?:等地|各地|[^，。；\ue001-\ue00a]{0,4})?(?:修|建|铺|盖|实施|开展|新建|兴建|打造|发展|种|养|办|兴办|设|安装|硬化|改造|整治|购置|推广|栽)"
)


Weighed = tuple[float, Mention | Found]


def candidates(topics: Topics, row: Chart, match: Match, at: int, low: int, high: int) -> Iterator[Weighed]:
    givers = {m.entity.id for m in acting(row, match)}
    for index, mention in (*named_before(row, at, low), *named_after(row, at + 1, high)):
        if (
            is_address(row, index)
            or mention.entity.id in givers
            or foreign(topics, mention)
            or index in match.roles.get("a", ())
        ):
            continue
        if _of_other_sum(row, at, index):
            continue
        weight = _after(row, at, index, mention) if index > at else _before(row, at, index, mention)
        if mention.label in PLACES and (topics.side(mention.entity) == "helper" or _SAMPLED.match(row.code, index + 1)):
            continue
        if weight > 0:
            yield weight, _whole(topics, row, index, mention)
    yield from pointers(topics, row, at, low, high)


def _of_other_sum(row: Chart, at: int, index: int) -> bool:
    """Whether another sum stands nearer to the name: its own (A镇300万元、B镇200万元; 甲项目使用220万元)."""
    if share(row, at) is not None:
        return False
    code = row.code
    if index < at:
        between = code[index + 1 : at]
        return SIGNS["money"] in between and not _ONE_THING.search(between)
    clause = re.split("[，；：。]", code[index + 1 : index + 40])[0]
    return SIGNS["money"] in clause and not _ONE_THING.search(clause)


def _after(row: Chart, at: int, index: int, mention: Mention) -> float:
    """The weight of a name after the sum: it must be governed by a verb of building, using or supporting."""
    code = row.code
    if code[index + 1 : index + 2] == SIGNS["figure"] and mention.label != "Region":
        return 0  # 希望小学11所: a kind of thing
    counted = row.items[index - 1]
    if (
        mention.label in THINGS
        and isinstance(counted, Quantity)
        and counted.value > 1
        and code[index - 1] == SIGNS["figure"]
    ):
        return 0  # 7个帮扶车间
    if code[index + 1 : index + 2] == "的" and code[index + 2 : index + 3] in _THING_SIGNS:
        return 0  # 社区的车间: the workshop
    clause = max(code.rfind(mark, at, index) for mark in "，：")
    opening = code[max(clause, at) + 1 : index]
    shared = _WITH_OTHERS.match(opening) is not None and mention.label in THINGS
    if (_STANDING.search(opening) and not shared) or _OF_PERSON.match(code[index + 1 : index + 14]):
        return 0
    direct = clause < 0
    if not direct and mention.label != "Region" and _whole_aid(row, at):
        return 0  # 三年累计投入1.2亿元，建起B: one work of many
    if is_kind(mention.entity) and not mention.surface.endswith("库"):
        return 0.5  # 修了文化广场: one kind of thing
    if not direct and not opening and re.search("注入|得益|支持下|帮助下|资助下", code[max(0, at - 30) : clause]):
        return 4.0 if mention.label in THINGS else 0
    towards = _TOWARDS.search(opening) is not None
    if code[index - 1] in "、和与及" and code[index - 2] not in SIGNS.values():
        return 0.5  # 用于道路、饮水和基地建设: one kind of thing among others
    if mention.label in PLACES and _WORKED_IN.search(opening) and _WORK.match(code[index + 1 : index + 24]):
        return 3.3 - (index - at) / 100  # 拨付1260万元，在A镇铺设管网
    verb = shared or USED.search(opening) or (direct and opening.startswith("的")) or towards
    listed = code[index - 1] in "、和与及" and opening[:1] != SIGNS["Company"] and USED.search(code[at:index])
    if not verb and not listed:
        return 0
    if mention.label in (*THINGS, "Programme"):
        sample = _SAMPLE.search(code[index + 1 : index + 30]) is not None and re.search(
            "等|个项目", code[index : index + 12]
        )
        return 0 if sample else (6.0 if direct else 5.0) - (index - at) / 100
    if mention.label == "Company":
        if _EXECUTES.search(opening) or _PAYS_TOO.match(code, index + 1):
            return 0
        firm = not _LET.search(opening) and (
            _FIRM_MEANT.search(opening) is not None or mention.surface.endswith(("厂", "合作社"))
        )
        return 4.5 - (index - at) / 100 if firm else 0
    if mention.label == "RelocationSite":
        return 4.0 - (index - at) / 100
    if mention.label != "Region":
        return 0
    return (3.5 if towards else 2.8) - (index - at) / 100


_LARGE = 100_000_000  # yuan; a sum of years of this size did not go into one house
_YEARS = re.compile(
    "累计|先后|年来|年间|年里|年中|以来|历年|[0-9\ue00b一二三四五六七八九十]年|[\ue00b\ue00c][里间来中]"
)


def _whole_aid(row: Chart, at: int) -> bool:
    """Whether a sum is all that a helper has paid in years, of which what follows is but examples."""
    item = row.items[at]
    return isinstance(item, Quantity) and item.value >= _LARGE and _YEARS.search(row.code, 0, at) is not None


_WORKS = ("厂", "场", "坊", "合作社", "民宿", "农庄", "酒庄")  # a firm that is also a thing one pays for


def _opens(code: str, index: int) -> bool:
    """Whether a name opens its clause, alone or after its address (A镇的B厂，由…)."""
    return (
        re.search(r"(?:^|[，：。；“])(?:[镇县村乡区园旗州市][上里内]的“?)?(?:[\ue001\ue002][的“]?){0,2}$", code[:index])
        is not None
    )


_PAYS_WITH = re.compile("[\ue001\ue007][与和同、]$")
_PAY_TOGETHER = re.compile(
    "(?:双方|[两二三][地县区市级方])?(?:财政)?(?:共同|联合|合力|携手|一起|各|分别)(?:出资|投资|投入|筹|安排|拿出|出|投|注资|承担)"
)


def _before(row: Chart, at: int, index: int, mention: Mention) -> float:
    """The weight of a name before the sum: marked as the one that gets (为X投入), or what the sentence is about."""
    code = row.code
    if _OF_PERSON.match(code[index + 1 : index + 14]) or _COME_FROM.match(code[index + 1 : index + 4]):
        return 0
    same = not re.search("[，：]", code[index:at])
    marked = _MARK.search(code[:index]) is not None
    near = -(at - index) / 200
    if mention.label in THINGS:
        opens = _opens(code, index)
        own = (
            USED.search(re.split("[。；]", code[at + 1 : at + 14])[0]) is not None
        )  # 贴补水电: what it was for is said
        if _DONE.match(code, at + 1):
            return 4.6 + near
        return (6.5 if marked and same else 4.0 if opens else 3.0 if same else 1.7 if own else 2.4) + near
    if mention.label == "Programme":
        return (2.6 if re.search("费用|经费|办班", code[index:at]) else 0) + near
    if mention.label == "Company":
        subsidy = re.search(r"补助|补贴|奖补|扶持", code[index:at])
        hall = _HALL.match(code[index + 1 : index + 8])
        if code[index + 1 : at].count("，") < 2 and _RECEIVES.search(code[index + 1 : at]):
            return 5.0 + near
        item = _opens(code, index) and mention.surface.endswith(_WORKS) and code[index + 1 : index + 2] == "，"
        return (5.0 if marked and same else 4.0 if hall or item else 3.2 if subsidy else 0) + near
    if mention.label in PLACES:
        if _ITS_THING.match(code, index + 1):
            return 0  # A镇的B厂，由甲区投入…: the works
        if code[index - 1 : index] in ("从", "自") or re.search("来自$|老家$|家住$", code[:index]):
            return 0
        if _PAYS_WITH.search(code[:index]) and _PAY_TOGETHER.match(code, index + 1):
            return 0  # 由甲区与乙县共同出资…: it pays too
        if marked and same:
            return 3.4 + near
        if same and LOCATIVE.search(code[:index]):
            return (3.6 if _INTO.match(code, index + 1) else 2.6) + near
        small = 0.3 * (level(mention.entity) in (0, 4, 5))
        opens = small > 0 and re.search("(?:^|[；：]|序号[0-9]+，|、)[\ue001\ue002]?$", code[:index]) is not None
        if opens and _ITEM.match(code, index + 1):
            return 2.4 + near
        solved = 1.0 if _SOLVED.match(code[index + 1 : index + 14]) else 0.0
        return (1.5 if mention.label == "Region" else 2.2) + small + solved + near
    return 0


def _whole(topics: Topics, row: Chart, index: int, mention: Mention) -> Mention | Found:
    """The school for its 实验室, where the name of the part is no name at all and the school stands before it."""
    if mention.label != "Facility" or mention.prefix is not None or not PART.match(mention.surface):
        return mention
    for _, other in named_before(row, index):
        if other.label in ("Facility", "Workshop", "Park") and not foreign(topics, other):
            return other
    return mention
