"""Labour that goes from the helped side to the helping side, by sense rather than by order of words: a region where the
work is, a word of work beside it, words that mean more than one person, and the place whose people they are.

"赴浙江务工9600人，赴江苏4100人", "广州接收大方籍工人" and "把三百名老乡送到深圳" say the same; one man who once worked in
Shenzhen is no flow of labour.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from graph.model import Entity, Step
from graph.numerals import Quantity
from loaders.around import part
from loaders.chart import SIGNS, Chart
from loaders.frames import NEGATED, PLANNED
from loaders.gazetteer_pairs import abbreviation
from loaders.labour_listed import listed_flows
from loaders.labour_origin import LOCAL, origin_of, with_its_list
from loaders.labour_words import words
from loaders.proposals import Proposal, clause_span, leaning
from loaders.regions import region_entity
from loaders.tiers import helps
from loaders.topics import Found, Topics, level
from loaders.values import Mention, Reading

_REGION, _FIGURE = SIGNS["Region"], SIGNS["figure"]
_LIST = re.compile(rf"[{_REGION}{_FIGURE}、和与及约近超有的人余多地等\d]*$")  # between two destinations of one list
_NEXT = re.compile(rf"^(?:务工|就业)?(?:的|有|约|近|超过?|达|也有|还有|则有|共|人)*{_FIGURE}")  # 江苏4100人, in a list
_AGREED = re.compile(  # 与甲省、乙省建立劳务输送机制
    rf"(?:[、和与及]{_REGION})*等?[^，。；{_REGION}]{{0,8}}?(?:建立|签订|续签|签署|签下|搭建|健全)[^，。；{_REGION}]{{0,8}}?(?:劳务|务工|用工)"
)
_RANKED = re.compile("(?:一带)?(?:最多|居多|次之|为主|为最)")  # 在上海的四百人，松江最多，青浦次之
_JOBS = re.compile(
    "务工|工人|工厂|用工|月薪|试用期|上岗|进厂|入职|电子厂|服装厂|制衣厂|鞋厂"
)  # of those who ride there
_PLANT = re.compile("企业|工厂|厂|工地|车间|酒店|饭店|园区|码头|公司")  # where people who have come are put
_NAMES_WORK = re.compile("劳务|务工|就业|人力资源")  # in the name of a body: a station for those who work away


_HOW_MANY = re.compile(
    f"人(?:眼下|目前|现在|如今|现|少说|至少|已经?|就|都|也|足|共|约)*(?:有|达|超过?|近){_FIGURE}"
)  # 务工的甲县人有两千多
_ONE_LIFE = re.compile("(?:^|“)(?:我|俺)(?![们县市省区村镇州旗乡国])[^，。；]{0,8}$")  # “我原来在甲市进厂
_MASS = frozenset({"吨", "公斤", "千克", "kg", "斤", "万斤", "箱", "件", "单", "t"})

_SHORT = re.compile(
    "(?:赴|入|在|来|去|往|驻|到|至|向|进)(?P<place>[粤浙苏沪闽鲁京津穗莞甬榕厦]|深(?![加度入山化夜])|杭(?!州))(?=[^，。；：]{0,8}(?:务工|就业|打工|上班|上岗|人员|老乡|工友))"
)


def find_labour(reading: Reading, topics: Topics, rows: list[Chart]) -> list[Proposal]:
    """SENDS_WORKERS_TO of every region of the helping side to which a sentence says that people of the other go."""
    found: list[Proposal] = []
    for number, row in enumerate(rows):
        found += listed_flows(topics, row)
        if _REGION not in row.code and not _SHORT.search(row.code):
            continue
        beside = "".join(r.code for r in rows[max(0, number - 1) : number + 2] if r is not row)
        goes_on = _FLOW.search(beside) is not None and _OF_THEM_THERE.search(row.code) is not None
        if goes_on or words().work.search(row.code) or words().vehicles.search(row.code) or _of_workers(row):
            found += _flows(reading, topics, row, beside)
    return found


_OF_THEM_THERE = re.compile("的(?:就)?(?:有|占|达|共)[^，。；\ue001-\ue009]{0,4}\ue00b")
_FLOW = re.compile("转移就业|外出务工|务工人员|劳务输[出转]|输转|外出就业")


def _of_workers(row: Chart) -> bool:
    """Whether the sentence names a body that is there for those who work away: 甲县驻乙市劳务工作站."""
    return any(m.label in ("Organization", "Facility") and _NAMES_WORK.search(m.surface) for m in row.mentions)


def _flows(reading: Reading, topics: Topics, row: Chart, beside: str) -> Iterator[Proposal]:
    yield from _abbreviated(reading, topics, row)
    listed: int | None = None  # where the destination before stands: 赴浙江9600人、江苏4100人
    for index, item in enumerate(row.items):
        if not isinstance(item, Mention) or item.label != "Region" or topics.side(item.entity) == "helped":
            continue
        if topics.side(item.entity) is None and level(item.entity) not in (1, 2, 3):
            continue
        in_list = listed is not None and _joined(row, listed, index)
        low, high = part(row, index, index + 1, "，；。：")
        goes = words().towards.search(row.code[max(0, index - 6) : index])
        takes = words().takes.match(row.code[index + 1 : index + 24])
        agreed = _AGREED.match(row.code, index + 1) and re.search("[与和同]$|[、和]$", row.code[low:index])
        if not (in_list or goes or takes or agreed):
            continue
        if not in_list and not agreed and not _at_work(row, index, low, high, beside):
            continue
        origin = origin_of(topics, row, index, takes is not None and not goes)
        if origin is None or topics.side(origin.entity) == "helper":
            continue
        listed = index
        town = item.prefix is not None and item.prefix.label == "Region" and level(item.entity) > 3
        target = item.prefix if town and item.prefix is not None else item.entity  # 甲区乙镇的工作站: to the district
        for one in with_its_list(topics, row, origin):
            yield _proposal(reading, row, index, target, one, (low, high))


def _abbreviated(reading: Reading, topics: Topics, row: Chart) -> Iterator[Proposal]:
    """赴粤务工: the province by its one character."""
    for hit in _SHORT.finditer(row.code):
        at = hit.start("place")
        low, high = part(row, at, at + 1, "，；。：")
        origin = origin_of(topics, row, at, False)
        if isinstance(origin, Found) and not LOCAL.search(row.code[:at]) and not _one_county(topics):
            continue  # 两省帮助劳动力赴粤: no county is spoken of
        places = abbreviation(hit["place"], alone=True) or abbreviation(hit["place"])
        if not places or origin is None or not _at_work(row, at, low, high, ""):
            continue
        target = region_entity(places[0], hit["place"])
        if topics.side(origin.entity) == "helper" or helps(target, origin.entity) is False:
            continue
        step = Step("object", "compressed pair", hit["place"], target.name)
        for one in with_its_list(topics, row, origin):
            yield _proposal(reading, row, at, target, one, (low, high), (step,))


def _one_county(topics: Topics) -> bool:
    """Whether the article names a single county, and not of the helping side."""
    counties = {e.id for e in topics.entities if e.label == "Region" and level(e) == 3 and not topics.is_helper(e)}
    return len(counties) == 1


def _joined(row: Chart, before: int, index: int) -> bool:
    """Whether a region goes on with the list of the destination before it."""
    between = row.code[before + 1 : index]
    if (_LIST.fullmatch(between) and "、" in between) or between in ("和", "与", "及"):
        return True
    after = row.code[index + 1 : index + 24]
    near = len(between) <= 24 and "，" in between and words().barred.search(between) is None
    return near and (_RANKED.match(after) or (_FIGURE in between and _NEXT.match(after))) is not None


def _goods(row: Chart, low: int, high: int) -> bool:
    """Whether the clause counts goods and no people: 发往甲省的李子有1800吨."""
    units = {item.unit for item in row.items[low:high] if isinstance(item, Quantity)}
    return bool(units & _MASS) and not units & {"人", "人次"}


def _at_work(row: Chart, index: int, low: int, high: int, beside: str) -> bool:
    """Whether the clause speaks of work, or the one before it does and this one only of a number."""
    clause = row.code[low:high]
    if words().barred.search(clause) or _ONE_LIFE.search(row.code[low:index]) or _goods(row, low, high):
        return False
    near = row.code[max(low, index - 30) : min(high, index + 16)]
    if words().work.search(near):
        return True
    if words().vehicles.search(clause) and (_FIGURE in clause or words().some.search(clause)):
        return (
            words().work.search(row.code) is not None or _JOBS.search(row.code + beside) is not None
        )  # 62名群众登上开往甲市的专列。他们要进的厂……
    if _FIGURE in clause and _of_workers(row):
        return True
    if _OF_THEM_THERE.match(row.code, index + 1) and _FLOW.search(beside):
        return True  # 全县转移就业11万人。去往甲市的有1260人
    after = row.code[high : high + 24]
    if _FIGURE in clause and words().hired.search(after):
        return True
    if words().many.search(clause) and words().work.search(after) and not words().barred.search(after):
        return True
    before = row.code[max(0, low - 40) : low]
    if not words().work.search(before) or words().barred.search(before):
        return False
    return _FIGURE in clause or (
        _FIGURE in before and (_PLANT.search(clause) or words().vehicles.search(before)) is not None
    )


def _proposal(
    reading: Reading,
    row: Chart,
    at: int,
    target: Entity,
    origin: Mention | Found,
    clause: tuple[int, int],
    known: tuple[Step, ...] = (),
) -> Proposal:
    low, high = clause
    first = last = at
    if isinstance(origin, Mention):
        place = row.at(origin.start)
        first, last = min(first, place), max(last, place)
    more, steps = leaning(reading, origin, "subject")
    spans = (clause_span(row.sentence, row.starts[first], row.ends[last]), *more)
    said = row.code[low:high]
    problem = "the words deny it" if NEGATED.search(said) else None
    problem = problem or ("the words speak of a plan" if PLANNED.search(said) else None)
    if problem is None and not _several(row, *part(row, at, at + 1, "；。")):
        problem = "one person's work is no flow of labour"
    properties, raw = _count(row, at, clause)
    if problem is None and isinstance(origin, Found) and level(origin.entity) > 2 and _crowd(properties):
        problem = "more people than one county sends"
    return Proposal(
        "SENDS_WORKERS_TO", origin.entity, target, spans, (*known, *steps), properties, raw, problem, "labour"
    )


def _crowd(properties: dict[str, object]) -> bool:
    count = properties.get("count")
    return isinstance(count, float) and count > 200_000


def _several(row: Chart, low: int, high: int) -> bool:
    """Whether the words speak of more than one person."""
    numbers = (item for item in row.items[low:high] if isinstance(item, Quantity))
    if _HOW_MANY.search(row.code, low, high):
        return True
    if words().many.search(row.code, low, high) or any(q.unit in ("人", "人次") and q.value > 1 for q in numbers):
        return True
    return words().some.search(row.code, low, high) is not None and SIGNS["Person"] not in row.code[low:high]


def _count(row: Chart, at: int, clause: tuple[int, int]) -> tuple[dict[str, object], dict[str, str]]:
    """How many they are: the number of people behind the destination in its clause, else the one before it."""
    low, high = clause
    for index in (*range(at + 1, min(high, at + 16)), *range(at - 1, max(low, at - 16) - 1, -1)):
        item = row.items[index]
        if isinstance(item, Mention) and item.label == "Region":
            if index > at:
                continue
            break
        if isinstance(item, Quantity) and item.unit in ("人", "人次"):
            return {"count": item.value}, {"count": item.raw}
    return {}, {}
