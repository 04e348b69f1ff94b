"""Things built that their sentence only points at: 它由甲市建起, 园区由甲市援建; by the last word of their name: 大厅由甲区建成."""

from __future__ import annotations

import re
from collections.abc import Iterator

from loaders.builders_unnamed import ACTORS
from loaders.chart import HOUSES, SIGNS, Chart
from loaders.payee_heads import heads
from loaders.spoken import spoken_at
from loaders.topics import Found, Topics

_BUILT = r"(?:援建|承建|捐建|兴建|修建|新建|扶建|建设|建成|建起|盖起|盖成|改建|扩建|[建盖修]的)"
_BY = re.compile(  # the word, then 由甲区出资援建
    rf"(?:，)?(?:是|系)?(?:{SIGNS['date']}年?)?(?:由|(?<=是))(?P<actors>[{ACTORS}](?:[、和与][{ACTORS}])*)(?!的?(?:负责|干部|书记|企业|老板))"
    rf"[^。；，{HOUSES}{ACTORS}]{{0,22}}?{_BUILT}"
)
_THIS_ONE = re.compile(  # 甲区拿出一千万元建了, then 这个场
    rf"(?P<actors>[{ACTORS}](?:[、和与][{ACTORS}])*)(?!的?(?:负责|干部|书记|企业|老板))[^。；，{HOUSES}{ACTORS}]{{0,24}}?(?:援建|建|盖|修|捐建)[了起成]*(?:这|该)[个座所家处间]?$"
)
_NAMED_SO = "广场|校舍|宿舍|卫生室|文化馆|体育馆|图书馆|水厂|泵站|公路|隧道|市场|食堂|粮仓|驿站|展厅|操场|看台|民宿|大棚|菜场|粮库|水库|公园"
_NOUN = f"{_NAMED_SO}|它|园区|产业园|园子|房子|厂子|车间|工坊|绣坊|学校|中学|小学|幼儿园|医院|卫生院|大楼|新楼|教学楼|项目|中心|楼|基地|冷库|桥|敬老院"
_POINTS_BACK = re.compile(
    rf"(?:^|[，；])(?:这[座个栋所条幢处间家片]由?(?=[{ACTORS}])|(?:这[座个栋所条幢处间家片])?(?P<noun>{_NOUN})"
    rf"(?:(?:{SIGNS['date']}年?)?(?:是)?由|是{SIGNS['date']}?年?(?=[{ACTORS}][^，。；]{{0,24}}(?:建|修|盖|援建)的)))"
)
_SAID_OF = re.compile(  # 园子不大，48个菇棚排成四行，是甲区援建的
    rf"^(?P<noun>{_NOUN})(?!由|是)[^。；\ue001-\ue009]{{0,40}}，(?:(?:是)?由|是{SIGNS['date']}?年?(?=[{ACTORS}][^，。；]{{0,24}}(?:建|修|盖|援建)的)|(?=[{ACTORS}](?:负责|全额|出资|投资)?(?:援建|承建|捐建|投建)(?=[，。；]|$)))"
)
_ROLE = re.compile(  # 冷库系援疆项目，代建方是甲公司
    r"(?:^|[，；])[^，。；\ue001-\ue009]{0,4}?(?:代建|承建|援建|投建|捐建|建设)(?:方|单位|商|者|企业)(?:正|就|则)?(?:是|为|：)"
)
_TOLD_ROLE = re.compile(rf"(?P<actors>[{ACTORS}](?:[、和与][{ACTORS}])*)(?=[，。；]|$)")
_TOLD = re.compile(
    rf"(?P<actors>[{ACTORS}](?:[、和与][{ACTORS}])*)[^。；，{HOUSES}{ACTORS}]{{0,22}}?(?:援建|承建|捐建|兴建|修建|建设|建成|建起|盖|打造|[修建]的)"
)
_SURE = (
    "学校",
    "中学",
    "小学",
    "幼儿园",
    "医院",
    "卫生院",
    "园区",
    "产业园",
    "园子",
    "工坊",
    "绣坊",
    "车间",
    "桥",
    *_NAMED_SO.split("|"),
)  # of which one is meant
_SUCH = re.compile(
    "[^，。；]{0,24}的[^，。；]{0,8}(?:车间|厂房?|楼|学校|小学|中学|医院|园区?|基地|中心|桥|大棚|冷库|站)"
)
_OPENING = re.compile("^")  # a piece under a heading: 甲市援建，总投资两千万元
_OPENED = re.compile(rf"(?P<actors>[{ACTORS}])(?:负责|全额|出资|投资)?(?:援建|承建|捐建)(?=[，。；]|$)")

_AFTER = {_OPENING: _OPENED, _ROLE: _TOLD_ROLE}  # what comes behind words that hold no noun

Told = tuple[
    Found, tuple[int, int], int, int
]  # the thing, where its builders stand, the stretch of signs that tells it


def pointed_at(topics: Topics, row: Chart) -> Iterator[Told]:
    """Things that the last word of their name points at where the sentence says who built them."""
    if re.search("建|盖|修", row.code) is None:
        return
    for start, end, found in heads(topics, row, 0, len(row.code)):
        if SIGNS[found.entity.label] not in HOUSES:
            continue
        by = _BY.match(row.code, end)
        if by is not None:
            yield found, by.span("actors"), start, by.end()
            continue
        this = _THIS_ONE.search(row.code[:start])
        if this is not None:
            yield found, this.span("actors"), this.start(), end


def spoken_of(topics: Topics, row: Chart) -> Iterator[Told]:
    """Things named before that a noun or nothing at all stands for: 它由甲市投资建起, 园区由甲市援建, 甲市援建，总投资¥."""
    for hit in (
        *_POINTS_BACK.finditer(row.code),
        *_SAID_OF.finditer(row.code),
        *_ROLE.finditer(row.code),
        *_OPENING.finditer(row.code),
    ):
        told = _AFTER.get(hit.re, _TOLD).match(row.code[hit.end() :])
        if told is None:
            continue
        noun = "" if hit.re in _AFTER else hit["noun"] or ""
        if "这" in hit.group() and not noun and not _SUCH.match(row.code, hit.end() + told.end()):
            continue
        point = row.sentence.block, row.starts[hit.start()]
        thing = (spoken_at(topics, noun, point) if noun else None) or _told_before(topics, noun, point)
        if thing is not None:
            actors = hit.end(), hit.end() + len(told["actors"])
            yield thing, actors, hit.start(), hit.end() + told.end()


def _told_before(topics: Topics, noun: str, point: tuple[int, int]) -> Found | None:
    """The thing named last that a noun can stand for: 这座楼 a house whose name ends so, 项目 no park."""
    ending = "楼" if "楼" in noun else noun if noun in _SURE else ""
    labels = HOUSES.replace(SIGNS["Park"], "") if noun == "项目" else HOUSES
    return topics.before(*point, lambda m: SIGNS[m.label] in labels and m.entity.name.endswith(ending), 1)
