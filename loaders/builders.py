"""Who had a park, workshop or house built, by sense rather than by order of words: the thing, a word of building, and the
helper, its body or a firm that acts in the sentence.

"甲市安排资金两千万元，在镇上建成乙中心" and "乙中心，两千万元，甲市承建" say the same; a helped county that builds says nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from graph.numerals import Quantity
from loaders.around import part
from loaders.builders_pointed import pointed_at, spoken_of
from loaders.builders_unnamed import ACTORS, LOCATIVE, Builders, going_on, jointly
from loaders.chart import HOUSES, SIGNS, Chart
from loaders.frames import NEGATED, PLANNED
from loaders.proposals import Proposal, clause_span, leaning
from loaders.tiers import EAST, tier
from loaders.topics import Found, Topics
from loaders.values import Mention, Reading

_PUBLIC = SIGNS["Region"] + SIGNS["Organization"]
_TAIL = r"(?:（[^（）]{0,10}）)?(?:[一二三]期|[^，。；、和与及的\ue001-\ue009]{0,4}(?:楼|工程|项目|改造|扩建))?"  # 甲中学（乙）、丙厂二期
_GROUP = re.compile(f"[{HOUSES}]”?(?:{_TAIL}(?:、|和|与|及|以及){SIGNS['Region']}?“?[{HOUSES}]”?)*")
PART = re.compile(  # 甲医院CT室: the room was built, not the house
    r"”?的?[^，。；、的在有是由\ue001-\ue009]{0,6}(?:[楼室]|教室|病房|食堂|操场|运动场|录音棚|冷库|校舍|宿舍)"
)
_VERB = (
    r"(?:援建|新建|改建|修建|兴建|兴办|捐建|承建|扩建|建设|建成|建起|建好|建了|建立|搭建|搭起|打造|改造|盖起|盖好|盖成|盖了|修起|修好|修了|"
    r"开办|开设|设立|设了|办起|办了|创办|筹建|共建|立起|配套建?了?|配建了?|建(?=[成起好了一两三四五六七八九十座个所处“]|[^，。；]{0,8}$)|盖(?=[了起好一座]))"
)
_ACTIVE = re.compile(
    rf"(?P<verb>{_VERB})(?P<of>[^，。；：{HOUSES}{ACTORS}]{{0,12}}?的)?(?P<gap>[^，。；：{HOUSES}{SIGNS['Company']}]{{0,14}})“?$"
)
_OPENS = re.compile("开办|开设|设立|设了|办起|办了|创办|兴办")
_TAUGHT = re.compile("(?:夜校|学堂|课堂|讲堂|大讲堂|讲习所|传习所)$")
_AMONG = re.compile(  # 援建项目57个，其中甲小学、乙医院……
    rf"(?:援建|建设|建成|新建)[^。；{HOUSES}{ACTORS}]{{0,12}}?(?:项目|工程|学校|医院|设施)[^。；{HOUSES}{ACTORS}]{{0,16}}?[，：（](?:其中|包括|包含|分别是|如|即|有)[^，。；{HOUSES}{ACTORS}]{{0,4}}“?$"
)
_PASSIVE = re.compile(
    rf"^”?(?!里|内|中|旁|门口|附近)[^。；说{HOUSES}{SIGNS['Person']}]{{0,26}}?(?:由|是|系|靠|经)(?:{SIGNS['date']}年?)?(?P<actor>[{ACTORS}](?:[、和与][{ACTORS}])*)(?!的?(?:负责人|干部|书记))[^。；，{HOUSES}{ACTORS}]{{0,22}}?(?:援建|承建|捐建|兴建|修建|新建|建设|投建|建成|建起|出资|盖|修建?|改建|扩建|重建|建造|打造|改造(?!后|升级|提升)|资助|筹建|建的)(?![^，。；]{{0,8}}的[^，。；]{{0,8}}{SIGNS['Company']})"
)
_PLAIN = re.compile(
    rf"^”?(?:（|[^。；{HOUSES}{ACTORS}]{{0,24}}[，（])(?P<actor>[{ACTORS}])(?:负责|出资|投资|全额|捐资)?(?:援建|承建|捐建|兴建|修建|建设|投建)(?=[，。；）]|$)"
)
_TO_COME = re.compile("将(?:为|在|于|再|新建|援建)[^，。；]{0,24}(?:建|盖|修)")  # 甲区将为乙镇再建一座丙厂
_PAID = re.compile(  # 乙工坊，甲区2021年投入九十八万元建的
    rf"^”?[^。；说{HOUSES}{ACTORS}{SIGNS['Person']}]{{0,24}}[，（](?P<actor>[{_PUBLIC}])[^，。；{HOUSES}{ACTORS}{SIGNS['Person']}]{{0,20}}?(?:出资|投资|投入|拿出|安排|拨款|捐资|{SIGNS['money']})[^，。；{HOUSES}{ACTORS}]{{0,10}}?(?:援建|承建|捐建|兴建|修建|建设|投建|建成|建起来|[建盖修]的)(?=[，。；）]|$)"
)
_THANKS_TO = re.compile(  # 在甲市的援助下，乙医院建成
    rf"(?:^|[，；。])(?:在|由于|得益于|依靠|凭借|通过|作为)(?P<actor>[{ACTORS}])的?[^，。；\ue001-\ue009]{{0,6}}?(?:援建|援助|资助|捐资|出资|投资|捐建|(?:帮扶|协作|援助|援[疆藏青])资金)[^，。；\ue001-\ue009]{{0,8}}，“?$"
)
_HAVING_PAID = re.compile(  # 甲市在乙县投入援疆资金4亿元，丙学校、丁医院相继建成
    rf"(?:^|[，；])(?P<actor>[{ACTORS}])(?:(?:在|为|给|向)\ue001)?(?:累计|先后|共|已|又)*(?:投入|安排|拨付|援助|筹集)[^，。；\ue001-\ue00a]{{0,10}}{SIGNS['money']}，“?$"
)
_DONE = re.compile(
    "”?[^，。；\ue001-\ue009]{0,12}?(?:建成|落成|竣工|完工|建了?起来|盖了?起来|拔地而起|投用|启用|投入使用|投入运营|交付|封顶|开工|动工|投产|改造一新)"
)
_BY_HAND = re.compile(  # 甲校、乙医院也都出自丙工作队之手
    rf"^”?[^。；说{HOUSES}{ACTORS}{SIGNS['Person']}]{{0,16}}?(?:出自|是|属于?)(?P<actor>[{ACTORS}])(?:的)?(?:之手|手笔|的?援建(?:项目|工程|成果))"
)
_MADE_BY = re.compile(
    rf"^”?的?(?:[^。；{HOUSES}{ACTORS}]{{0,30}}，)?(?:开发商|(?:代建|建设|承建|援建|投建|捐建)(?:方|单位|商|者|企业)|投资方|投资商|业主|出资方)(?:是|为|：)(?P<actor>[{ACTORS}])"
)
_BARRED = re.compile(
    r"承包|租[用下]|政府$|国家$|参观|考察|调研|走进|来到|前往|走访|观摩|落成典礼|派来|派出|选派|挂职|参加|出席|授课|支教|义诊|教师|医生|团队|队伍|机制|关系|方案|联盟|品牌|制度|平台账号|档案|专班|合作社入股"
)
_WHERE = re.compile(
    rf"{LOCATIVE.pattern[:-1]}(?:[^，。；{HOUSES}]{{0,3}}{SIGNS['Region']}[、和与])*[^，。；{HOUSES}{ACTORS}]{{0,3}}$"
)
_RELATIVE = re.compile(r"^(?:的|籍|人(?!民)|企业|[^，。；]{0,6}(?:老板|商人|客商|游客|市民))")
_CAME = re.compile("来到(?=[\ue001-\ue004])")
_SIGNED = re.compile("(?:签约|签下|签订|签署|达成|牵手|对接|合作)")  # 与甲县签约，在乙园建了丙车间: the firm did
_IS_OF = re.compile("(?:是|系|为|来自)(?:一家)?$")  # 甲公司是乙市的民营企业，投资建成丙厂
COMMON = re.compile(  # a kind of thing, not one of them
    r"(?:就业|创业|帮扶|扶贫|安置点?|配套|实训|孵化|产业|培训|职业|技能|培育|示范|标准|标准化|高标准|连栋|玻璃|日光|智能|智慧|钢架|塑料|恒温|温室|养殖|种植|移民|电商|社区|乡村|蔬菜|卫生|村级|文化|易地|搬迁|微|劳务|劳务输出|卫星|第?(?:\d+|[一二三四五六七八九十两几])[个所座家处间栋]?)*"
    r"(?:车间|基地|产业园|园区|中心|大棚|温室|厂房|学校|医院|卫生[院室]|超市|工坊|广场|泵站|食堂|工厂|加工厂|服务站)"
    r"|.{0,4}(?:连心|同心|友谊|幸福|致富|暖心|心灵|情感|合作|沟通|供需|发展|希望|团结|交流|增收)(?:之)?(?:桥|桥梁|路|彩虹桥)"  # figures of speech
)


def find_builders(reading: Reading, topics: Topics, rows: list[Chart]) -> list[Proposal]:
    """BUILT of every thing that a sentence says a helper, its body or a firm had built."""
    return [p for row in rows for p in (*_named(reading, topics, row), *_pointing_back(reading, topics, row))]


def _named(reading: Reading, topics: Topics, row: Chart) -> Iterator[Proposal]:
    """Where thing and builder stand in one sentence."""
    for group in _GROUP.finditer(row.code):
        start, end = group.span()
        low, high = part(row, start, end)
        told = _active(topics, row, low, start)
        if (
            told is None
            and (thanks := _THANKS_TO.search(row.code[low:start]) or _HAVING_PAID.search(row.code[low:start]))
            and _DONE.match(row.code, end)
        ):
            actors = _listed(row, low + thanks.start("actor"), low + thanks.end("actor"))
            told = ([m for m in actors if _can_build(topics, m)], low + thanks.start("actor"), end + 2)
        if told is None:
            after = row.code[end:high]
            for pattern in (_PASSIVE, _PLAIN, _PAID, _MADE_BY, _BY_HAND):
                hit = pattern.match(after)
                if hit and hit.start("actor") > 8 and any(m.label == "Company" for m in _listed(row, start, end)):
                    continue  # a firm, of which the words may say something else
                if hit and not _BARRED.search(hit.group()):
                    actors = _listed(row, *(end + at for at in hit.span("actor")))
                    told = _together(topics, actors), start, end + hit.end()
                    break
        if told is None:
            continue
        builders, first, last = told
        for index in range(start, end):
            thing = row.items[index]
            if isinstance(thing, Mention) and row.code[index] in HOUSES and not COMMON.fullmatch(thing.entity.name):
                if thing.label == "Facility" and PART.match(row.code, index + 1):
                    continue
                if _several(row, index + 1):
                    continue
                for builder in builders:
                    yield _proposal(reading, row, builder, thing, min(first, start), max(last, end))


def _several(row: Chart, index: int) -> bool:
    """Whether a number of things stands there: 农产品加工车间52个 are a kind, not one of them."""
    count = row.items[index] if index < len(row.items) else None
    kind = isinstance(count, Quantity) and count.value > 1 and row.code[index] == SIGNS["figure"]
    return kind and not row.code.startswith(("项目", "工程"), index + 1)  # 甲厂、乙车间2个项目: two that have names


def _listed(row: Chart, start: int, end: int) -> list[Mention]:
    return [m for m in row.items[start:end] if isinstance(m, Mention)]


def _active(topics: Topics, row: Chart, low: int, start: int) -> Builders | None:
    """The builder before a word of building that stands right before the thing."""
    hit = _ACTIVE.search(row.code[low:start]) or _AMONG.search(row.code[low:start])
    if hit is None or _BARRED.search(row.code[low + hit.start() : start]):
        return None
    verb = low + hit.start()
    if _OPENS.match(hit.group()) and _TAUGHT.search(getattr(row.items[start], "surface", "")):
        return None  # 合力办起的甲夜校: run, not built
    for index in range(verb - 1, max(low, verb - 60) - 1, -1):
        if row.code[index] in HOUSES and not LOCATIVE.search(row.code[max(low, index - 4) : index]):
            if _ACTIVE.search(row.code[low:index]):
                continue  # built by the same: 新建甲学校，改建乙医院
            return None  # the thing before is what acts or what is spoken of
        item = row.items[index]
        if row.code[index] == SIGNS["Person"]:
            return None
        if not isinstance(item, Mention) or row.code[index] not in ACTORS:
            continue
        if (joint := jointly(topics, row, low, index, verb)) is not None:
            return joint, index, start
        if LOCATIVE.search(row.code[max(low, index - 4) : index]) or topics.side(item.entity) == "helped":
            if item.label == "Region" and (_WHERE.search(row.code[low:index]) or row.code[index + 1] in "的，"):
                continue
            if row.code[index - 1] in "与同和" and _SIGNED.match(row.code, index + 1):
                continue
            return None
        between = row.code[index + 1 : verb]
        if item.label == "Region" and _IS_OF.search(row.code[low:index]) and _RELATIVE.match(between):
            continue
        if _RELATIVE.match(between) and not re.match(r"的?(?:援助|支持|帮助|帮扶|捐|出资|投入)", between):
            return None
        if item.label == "Company":
            if _OPENS.match(hit.group()) and not _named_factory(row.items[start]):
                return None  # it runs what it opens: loaders/operators.py
            between = _CAME.sub("", between)
        if _BARRED.search(between) or between.count("，") > 2 or not _can_build(topics, item):
            return None
        if "的" in between.split("，")[-1] and not re.search(r"的(?:支持|帮助|帮扶|援助|资金)", between):
            return None
        listed = [item]
        at = index
        while at >= 2 and row.code[at - 1] in "、和与" and row.code[at - 2] in ACTORS:
            at -= 2
            other = row.items[at]
            if isinstance(other, Mention):
                listed.append(other)
        return _together(topics, listed), at, start
    return going_on(topics, row, low, verb, start)


def _named_factory(item: object) -> bool:
    return isinstance(item, Mention) and item.label == "Company"


def _together(topics: Topics, listed: list[Mention]) -> list[Mention]:
    """Those of a list that can have built a thing; with one of them all, for they built it together."""
    return listed if any(_can_build(topics, m) for m in listed) else []


def _can_build(topics: Topics, mention: Mention) -> bool:
    """Whether a region or body stands on the helping side; a firm may build on either."""
    if mention.label == "Company":
        return True
    side = topics.side_by_name(mention.entity)
    if mention.label == "Organization" and side is None:
        if mention.entity.id in topics.paired_helpers:
            return True
        return re.search(r"援[疆藏青滇黔]|工作[组队]|联络小?组|指挥部|协作", mention.entity.name) is not None
    return side == "helper" or (side is None and mention.label == "Region" and tier(mention.entity) == EAST)


def _pointing_back(reading: Reading, topics: Topics, row: Chart) -> Iterator[Proposal]:
    """Where the thing was named before and the sentence only points at it."""
    for thing, actors, start, end in (*spoken_of(topics, row), *pointed_at(topics, row)):
        for builder in _together(topics, _listed(row, *actors)):
            yield _proposal(reading, row, builder, thing, start, end)


def _proposal(
    reading: Reading, row: Chart, builder: Mention | Found, thing: Mention | Found, start: int, end: int
) -> Proposal:
    words = row.code[start:end]
    problem = "the words deny it" if NEGATED.search(words) else None
    problem = problem or ("the words speak of a plan" if PLANNED.search(words) or _TO_COME.search(words) else None)
    main = clause_span(row.sentence, row.starts[start], row.ends[end - 1])
    spans, steps = leaning(reading, builder, "subject")
    more, further = leaning(reading, thing, "object")
    return Proposal("BUILT", builder.entity, thing.entity, (main, *spans, *more), (*steps, *further), problem=problem)
