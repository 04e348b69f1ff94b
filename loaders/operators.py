"""Who runs a park, workshop or house, by sense rather than by order of words: an act of running, the one in whose hands
it is, and the thing, each looked for where it can stand.

"乙中心由甲公司运营", "运营乙中心的甲公司", "乙中心的经营权归甲公司" and "租期五年，承包给甲公司" all say it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from loaders.around import generic_thing, part
from loaders.builders import COMMON
from loaders.chart import HOUSES, SIGNS, Chart
from loaders.frames import NEGATED, PLANNED
from loaders.lexicon import alternatives
from loaders.needed import Needs, may_match, needed
from loaders.proposals import Proposal, clause_span, leaning
from loaders.spoken import foreign
from loaders.topics import Found, Topics
from loaders.values import Mention, Reading

_ACTOR = SIGNS["Company"] + SIGNS["Organization"] + SIGNS["Facility"]
_NAME = "\ue001-\ue009"
_ACTORS = rf"“?[{_ACTOR}]”?(?:[、和与同及]“?[{_ACTOR}]”?)*"
_THINGS = rf"“?[{HOUSES}]”?"


_UNNAMED = "[厂坊店站馆]|课堂|大棚|冷库|食堂|超市|民宿|民宿群|营地|市场|公寓|酒店|果园|茶园|鱼塘|鸡舍|牛棚|圈舍|设备|品牌|广告|餐厅|酒坊|生产线|小院|大院|酒庄"
_SPOKEN_OF = re.compile(  # the sentence is about such a thing: 甲镇的生产线由乙区投资，经营方丙公司……; 小院的房子……，由丁合作社管着
    rf"(?:^|[；。])(?:[^，。；的：]{{0,14}}的)?[^，。；的{_NAME}]{{0,8}}?(?P<thing>{_UNNAMED})(?=[的由是占归有投总，])"
)
_HOLDER = (
    "承租(?:方|人|户|企业|单位|公司)|租户|入驻企业|承接(?:企业|方|单位)|(?:运营|经营|管理|管护|运维|托管|承包|租用|使用)(?:方|者|商|人|单位|企业|公司|主体|机构)"
    "|受托(?:方|单位|企业)|业主单位|办学(?:方|单位|主体)|开办(?:方|单位|者|人)|接手的|接盘的|当家的|掌勺的"
)
_RENTS = re.compile("租|使用")
_RUNS_IT = re.compile("运营|经营|管理|托管|代管|打理|运作|整体|办")
_FORMER = re.compile("(?:^|[，；])前者[^，。；]{0,4}$")
_LATTER = re.compile("(?:^|[，；])后者[^，。；]{0,4}$")
_TWO = re.compile(rf"(?P<former>[{HOUSES}])[^，。；、]{{0,8}}(?:、|和|与|及)[^，。；、]{{0,8}}(?P<latter>[{HOUSES}])")
_PUTS_IN = re.compile(
    "”?[^，。；]{0,2}(?:出资|投资|投入|拿出|出了|拨|捐|派)"
)  # 甲市国资平台出资: who acts, not what is run
_OTHER = re.compile(  # the clause opens with a thing that has no name: 微工厂包给了甲公司
    rf"(?:^|[，；。：])(?:[^，。；的]{{0,12}}的)?[^，。；的{_NAME}]{{0,8}}?(?P<thing>{_UNNAMED})(?:则|也|都|已|现|就|后来|统一|目前|如今)*$"
)
_OUTLET = re.compile(
    "展销|展示|体验|直营|专[馆区柜]|旗舰|消费帮扶|特产|农产品|门店|窗口|驻外|服务站|工作站"
)  # of the helped side, in the helper's city
_SIDE = re.compile("(?:这|那)边$|方面$|一[侧方]$")  # 乙省这边归丙局管: a remit, no house
_LIES_IN = re.compile("(?:位于|坐落于|坐落在|地处|设在|设于|建在|毗邻|紧邻|靠近|来自|走进)[^，。；]{0,2}$")
_AT = re.compile("(?<![现存所])[在到往赴](?:[\ue001-\ue003]的?)?“?$")
_BESIDE = re.compile("”?的?(?:旁边?|边上|附近|对面|隔壁|门口|门前|楼下)")


@dataclass(frozen=True, slots=True)
class _Told:
    """Where the sentence has the actors and, if it names it there, the thing."""

    start: int
    end: int
    actors: tuple[int, int]
    thing: int | None


@dataclass(frozen=True, slots=True)
class _Words:
    any: re.Pattern[str]
    barred: re.Pattern[str]
    patterns: tuple[tuple[re.Pattern[str], Needs], ...]


@cache
def _words() -> _Words:
    lists = alternatives("operators.yaml")
    run, hands, given, takes, role, barred = (
        lists[name] for name in ("run", "hands", "given", "takes", "role", "barred")
    )
    actor, thing, few = rf"(?P<actor>{_ACTORS})", rf"(?P<thing>{_THINGS})", rf"[^，。；{_NAME}]"
    owned = rf"(?:[^，。；]{{0,24}}?(?:{lists['relates']})[^，。；{_NAME}]{{0,4}}的)?"
    seat = rf"(?:(?:从|来自|由)?\ue001{few}{{0,8}}?的|[{_ACTOR}]{few}{{0,4}}?(?:旗下|下属|下面|控股)的?|\ue001(?:县|市|区|州|旗)?属?(?:国企|国有企业|民企|企业))?"
    whole = rf"(?:负责|统一|具体|日常|专门|受托|受委托|全面|独家|自主|自行|独立|租赁|市场化|专业化|共同|联合|一起|来)*(?:{run}){{1,2}}"
    return _Words(
        re.compile(
            f"{run}|{given}|{takes}|使用|管[，。；着]|办(?:[，。；学的]|分[园校院店号])|开的|设的|在用|租金|房租|租户|权|委托|联营|合营|合办|联办|共办|合开|共同办|一起办|属于|创办|承接|旗下|下属|名下|自营|开[了办设]|办[了起]|的[“{HOUSES}]"
        ),
        re.compile(barred),
        tuple(
            (pattern, needed(pattern))
            for pattern in map(
                re.compile,
                (
                    rf"(?<!不){hands}{owned}{few}{{0,12}}?(?:[\ue001{_ACTOR}][^，。；：、{_NAME}]{{2,8}}、)?(?:\ue001{few}{{0,6}}?)?(?:[{_ACTOR}][^，。；、与和同及交委租包托让{_NAME}]{{0,6}}?)??{actor}{few}{{0,8}}?{run}(?:着|的(?:{few}{{0,4}}?{thing})?)?",
                    rf"(?<!不)(?:现由|由){owned}{few}{{0,8}}?(?:\ue001{few}{{0,4}}?)?{actor}[^，。；\ue002-{_NAME[-1]}]{{0,14}}?(?:{lists['opened']})(?:的(?:{few}{{0,4}}?{thing})?)?(?=[，。；、！]|$|(?<=的))",
                    rf"(?:^|[，；。：])(?:那|这|它|同样|也|还|便|都)?(?:就|正)?是{actor}[^，。；\ue002-{_NAME[-1]}]{{0,14}}?(?:开|办|开办|开设|经营|办起来|开起来|撑起来|管起来)的(?=[，。；]|$)",
                    rf"(?:由|经)[^，。；{_NAME}]{{0,6}}[^，。；]{{1,16}}?(?:改造|建设|援建|投资|出资|兴建|修建|建成|打造|装修|援助|捐建|设计|建)、{actor}{whole}(?=[，。；]|$)",
                    rf"(?:^|[，；：]){actor}(?:来|派人来?|出人|出面|负责)(?:管|运营|经营|管理|打理)(?=[，。；]|$)",
                    rf"{actor}(?:自己|自|在[^，。；\ue002-{_NAME[-1]}]{{0,10}})?(?:共同|联合|合伙|合股)?(?:(?<!创)办|合办|联办|共办|开办|兴办|开设|设立|办起|开|(?<!建)设|创办)的{few}{{0,4}}?{thing}",
                    rf"{thing}”?(?:就|正)?是{few}{{0,3}}?{actor}{few}{{0,6}}?(?:合办|联办|共办|合开|合营|共同办|一起办|开办|创办|兴办|办起来|开起来|办)的(?=[，。；]|$)",
                    rf"{actor}{few}{{0,6}}?(?:则|又|还)?(?:把|将){few}{{0,6}}?{thing}{few}{{0,4}}?(?:接[过手下管]|承包|租|盘|包|接)(?:了|过来|下来|来)?{few}{{0,4}}?{run}",
                    rf"{actor}(?:则|又|还)?(?:把|将)(?:这|该|整)[家座个所处间]?{few}{{0,4}}?(?:院|厂|站|场|园|坊|馆|中心|车间){few}{{0,4}}?(?:接[过手下管]|承包|租|盘|包|接)(?:了|过来|下来|来)?{few}{{0,4}}?{run}",
                    rf"{thing}”?(?:属于|隶属于?){actor}(?=[，。；]|$)",
                    rf"{given}了?{owned}{few}{{0,8}}?{actor}",
                    rf"(?:交由|交给|委托给?|移交给?){few}{{0,6}}?{actor}(?:来|代|承|开|接着)?办(?=[，。；]|$|学|分[园校院店号])",
                    rf"(?:交由|交给|交付给?){few}{{0,6}}?{actor}{few}{{0,4}}?使用",
                    rf"{actor}[^，。；\ue002-{_NAME[-1]}]{{0,20}}?(?:开了|开出了?|办了|开办了?|办起了?|开设了?|创办了?|经营着?){few}{{0,6}}?(?P<thing>“?[{SIGNS['Workshop']}{SIGNS['Facility']}])",
                    rf"(?P<actor>{SIGNS['Company']})的“?(?P<thing>[{SIGNS['Facility']}{SIGNS['Workshop']}])",
                    rf"{actor}{few}{{0,6}}?{whole}(?:着|了|的)?(?:{few}{{0,8}}的)?{few}{{0,3}}?{thing}(?!的(?!{run}|日常|具体)[^，。；])",
                    rf"{thing}”?(?:就|正)?是{few}{{0,3}}?{actor}{few}{{0,6}}?{run}的(?=[，。；]|$)",
                    rf"{actor}(?:{takes})(?:了|的)?(?:{few}{{0,4}}的)?{thing}(?!的(?!{run}|日常|具体)[^，。；])",
                    rf"{thing}的?{few}{{0,4}}?{run}{role}(?:是|为|：|即|就是)?{seat}{few}{{0,3}}?{actor}",
                    rf"{actor}(?:具体|全面|统一)?(?:负责|承接|承担|接管|接过|承揽)了?{few}{{0,4}}?{thing}的?{few}{{0,6}}?{run}(?:工作|任务|业务|事务)?(?=[，。；、和与及]|$)",
                    rf"{thing}(?:与|和|同){actor}{few}{{0,8}}?(?:签订|签署|签下|签了|达成|续签)了?{few}{{0,6}}?{run}{few}{{0,2}}?(?:协议|合同|合约)",
                    rf"(?:由|归|靠|让|交给|交由|委托|托给){actor}(?:来|统一|负责|一手|暂时|一家|全程|全部|一并|日常)*管(?:到底|起来|了起来|护|着)?(?=[，。；着]|$)",
                    rf"(?:^|[，；：]){actor}(?:则|具体|主要|全程)*负责(?:日常|后期|具体)*(?:(?:生产|加工|销售|市场|收购|运营|管理|营销|育苗|种植|养殖)(?:、|和|与|及)?){{1,4}}(?=[，。；]|$)",
                    rf"{actor}(?:{takes})(?:了|下)?(?:全部|整个|所有|其中|这里的|里面的)?(?:厂房|车间|场地|大棚|库房|门面|铺面|该(?:中心|基地|园区|厂|馆|站|市场|院|店))(?=[，。；]|$)",
                    rf"{actor}，?(?:是|为|作为|系){few}{{0,2}}?{thing}的?{few}{{0,4}}?{run}{role}",
                    rf"{thing}的?{few}{{0,2}}?(?:经营|使用|运营|管理|承包)权{few}{{0,6}}?(?:归|给了?|交给?|由){few}{{0,3}}?{actor}",
                    rf"{run}(?:它|该\w{{1,3}}|{thing})?的(?:企业|公司)?(?:就|也|正)?是?{seat}{few}{{0,3}}?{actor}",
                    rf"(?:^|[，；])(?:现|现在|目前|如今|眼下|建成后)?{few}{{0,3}}?{actor}{whole}(?=[，。；]|$)",
                    rf"{thing}?的?{few}{{0,4}}?{run}(?:工作|事务|维护)?(?:均|都|现|则|也)?(?:由|归|交由|交给){few}{{0,3}}?{actor}",
                    rf"(?:{_HOLDER})(?:就)?(?:是|为|：|、){seat}{few}{{0,3}}?{actor}",
                    rf"(?:^|[，。；])管(?:着|理)?{few}{{0,4}}?(?:{_UNNAMED})的(?:就|也|正)?是{few}{{0,4}}?{seat}{few}{{0,3}}?{actor}",
                    rf"(?:经营|使用|运营|管理|承包|管护|租赁)权(?:则|已|现|都|均|也)*(?:(?:通过|经|以|公开)[^，。；{_NAME}]{{1,12}}?)?(?:归|给了?|交给?|交予|授予|由|属于?|转让给|拍给了?|花落|被){few}{{0,3}}?{actor}",
                    rf"(?:运营|管理|经营|打理|管护|维护)(?:工作|事务|业务)?(?:已|均|都|现|则|全部|目前|整体)*(?:委托|外包|交付|托付)给?了?{few}{{0,3}}?{actor}",
                    rf"(?:承办|承租|承包|租用|租下|接手|打理|承接){few}{{0,3}}?{thing}的(?:企业|公司)?{few}{{0,3}}?{actor}",
                    rf"{actor}(?:正|一直)?在用(?=[，。；]|$)",
                    rf"{actor}{few}{{0,4}}?(?:付|交|缴)(?:租金|房租|租)[^，。；{_NAME}]{{0,4}}?使用",
                    rf"(?:^|[，；])(?:承租|承接|运营|经营|承包|管理)(?:方|企业|单位|主体){seat}{few}{{0,2}}?{actor}",
                    rf"{actor}(?:旗下|下属|所属|名下|自营)的\ue001?{thing}",
                ),
            )
        ),
    )


def find_operators(reading: Reading, topics: Topics, rows: list[Chart]) -> list[Proposal]:
    """RUNS of every park, workshop or house of which a sentence says in whose hands it is."""
    found: list[Proposal] = []
    for row in rows:
        if _words().any.search(row.code) is None:
            continue
        for told in _told(row):
            found += _proposals(reading, topics, row, told)
    return found


def _told(row: Chart) -> Iterator[_Told]:
    taken: set[int] = set()
    signs = frozenset(row.code)
    for pattern, needs in _words().patterns:
        for hit in pattern.finditer(row.code) if may_match(needs, signs) else ():
            actors = hit.span("actor")
            if actors[0] in taken or _words().barred.search(re.sub(f"[{_NAME}]", "", hit.group())):
                continue
            taken.add(actors[0])
            thing = hit.start("thing") if "thing" in pattern.groupindex and hit["thing"] else None
            if thing is not None and row.code[thing] == "“":
                thing += 1
            yield _Told(hit.start(), hit.end(), actors, thing)


def _proposals(reading: Reading, topics: Topics, row: Chart, told: _Told) -> Iterator[Proposal]:
    thing = _thing(topics, row, told)
    if thing is None:
        return
    words = row.code[told.start : told.end + 2]  # 承租|经营
    if thing.entity.label == "Park" and _RENTS.search(words) and not _RUNS_IT.search(words):
        return  # it has moved into the park, and runs what it makes there
    low, high = part(row, told.start, told.end, "，；。：")
    problem = "the words deny it" if NEGATED.search(row.code[low:high]) else None
    problem = problem or ("the words speak of a plan" if PLANNED.search(row.code[low:high]) else None)
    for index in range(*told.actors):
        actor = row.items[index]
        if not isinstance(actor, Mention) or actor.entity.id == thing.entity.id or row.code[index] not in _ACTOR:
            continue
        if _only_where(row, index, actor.label):
            continue
        first, last = told.start, told.end - 1
        if isinstance(thing, Mention):
            at = row.at(thing.start)
            first, last = min(first, at), max(last, at)
        spans, steps = leaning(reading, actor, "subject")
        more, further = leaning(reading, thing, "object")
        main = clause_span(row.sentence, row.starts[first], row.ends[last])
        yield Proposal("RUNS", actor.entity, thing.entity, (main, *spans, *more), (*steps, *further), problem=problem)


def _only_where(row: Chart, index: int, label: str) -> bool:
    """Whether a house or street only says where: 在延安路开了甲店, 甲酒庄旁边新开了乙车间."""
    at = label == "Facility" and _AT.search(row.code[:index]) is not None
    return at or _BESIDE.match(row.code, index + 1) is not None


def _thing(topics: Topics, row: Chart, told: _Told) -> Mention | Found | None:
    """What is run: named in the words, else before them in the sentence, else under discussion."""
    if told.thing is not None:
        item = row.items[told.thing]
        return item if isinstance(item, Mention) else None
    clause, _ = part(row, told.start, told.end, "，；。：")
    if not re.search(f"[{HOUSES}]", row.code[clause : told.start]):  # 店由甲公司经营
        word = generic_thing(topics, row, clause, told.start) if clause < told.start else None
        if word is not None and not COMMON.fullmatch(word.entity.name):
            return word
    low, _ = part(row, told.start, told.end, "；。")
    before = row.code[clause : told.start]
    if _SIDE.search(before):
        return None
    if (which := "former" if _FORMER.search(before) else "latter" if _LATTER.search(before) else "") != "":
        two = list(_TWO.finditer(row.code, 0, clause))
        item = row.items[two[-1].start(which)] if two else None
        return item if isinstance(item, Mention) else None
    other = _OTHER.search(before) or _SPOKEN_OF.search(row.code[low : told.start])
    ending = other["thing"][-1] if other else ""  # then only a thing that its name may stand for
    skipped = {m.entity.id for m in row.items[slice(*told.actors)] if isinstance(m, Mention)}
    for index in range(told.start - 1, low - 1, -1):
        item = row.items[index]
        if _LIES_IN.search(row.code[max(low, index - 6) : index]):
            continue
        if isinstance(item, Mention) and row.code[index] in HOUSES and item.entity.id not in skipped:
            if not item.entity.name.endswith(ending):
                continue
            if COMMON.fullmatch(item.entity.name):
                if item.entity.name.startswith("第"):  # 这是第三个帮扶车间: one that has a name
                    continue
                return None
            if item.label == "Facility" and _PUTS_IN.match(row.code, index + 1):
                continue
            if foreign(topics, item) and item.label == "Facility" and not _OUTLET.search(item.entity.name):
                return None
            return item
    point = row.sentence.block, row.starts[told.start]

    def test(m: Mention) -> bool:
        return (
            SIGNS[m.label] in HOUSES
            and m.entity.id not in skipped
            and not foreign(topics, m)
            and m.entity.name.endswith(ending)
            and not COMMON.fullmatch(m.entity.name)
        )

    return topics.before(*point, test, 1)
