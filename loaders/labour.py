"""Labour that goes from the helped side to the helping side, by sense rather than by order of words: a region where the
work is, a word of work beside it, words that mean more than one person, and the place whose people they are.

"赴浙江务工9600人，赴江苏4100人", "广州接收大方籍工人" and "把三百名老乡送到深圳" say the same; one man who once worked in
Shenzhen is no flow of labour.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from graph.model import Entity, Step
from graph.numerals import Quantity
from loaders.around import part
from loaders.chart import SIGNS, Chart
from loaders.frames import NEGATED, PLANNED
from loaders.gazetteer_pairs import abbreviation
from loaders.lexicon import either, read_yaml
from loaders.proposals import Proposal, clause_span, leaning
from loaders.regions import region_entity
from loaders.topics import Found, Topics, helps, home, level
from loaders.values import Mention, Reading

_REGION, _FIGURE = SIGNS["Region"], SIGNS["figure"]
_LIST = re.compile(rf"[{_REGION}{_FIGURE}、和与及约近超有的人余多地等\d]*$")  # between two destinations of one list
_NEXT = re.compile(rf"^(?:务工|就业)?(?:的|有|约|近|超过?|达|也有|还有|则有|共|人)*{_FIGURE}")  # 江苏4100人, in a list
_AGREED = re.compile(  # 与甲省、乙省建立劳务输送机制
    rf"(?:[、和与及]{_REGION})*等?[^，。；{_REGION}]{{0,8}}?(?:建立|签订|续签|签署|签下|搭建|健全)[^，。；{_REGION}]{{0,8}}?(?:劳务|务工|用工)"
)
_LOCAL = re.compile(r"(?:全|我|该|本)[县市州旗区村镇乡]|县里|村里|镇上|镇里|乡里|市里|州里|当地|旗里")


_SHORT = re.compile(
    "(?:赴|入|在|来|去|往|驻|到|至|向)(?P<place>[粤浙苏沪闽鲁京津])(?=[^，。；：]{0,8}(?:务工|就业|打工|上班|上岗|人员))"
)


@dataclass(frozen=True, slots=True)
class _Words:
    work: re.Pattern[str]
    towards: re.Pattern[str]
    takes: re.Pattern[str]
    many: re.Pattern[str]
    some: re.Pattern[str]
    barred: re.Pattern[str]
    hired: re.Pattern[str]
    people: re.Pattern[str]


@cache
def _words() -> _Words:
    raw: dict[str, str] = read_yaml("labour.yaml")

    def one(name: str, form: str = "{}") -> re.Pattern[str]:
        return re.compile(form.format(either(raw[name])))

    return _Words(
        one("work"),
        one("towards", "{}了?“?$"),
        one("takes", "^[^，。；、]{{0,10}}?{}"),
        one("many"),
        one("some"),
        one("barred"),
        one("hired"),
        one("people"),
    )


def find_labour(reading: Reading, topics: Topics, rows: list[Chart]) -> list[Proposal]:
    """SENDS_WORKERS_TO of every region of the helping side to which a sentence says that people of the other go."""
    found: list[Proposal] = []
    for row in rows:
        if (_REGION in row.code or _SHORT.search(row.code)) and _words().work.search(row.code):
            found += _flows(reading, topics, row)
    return found


def _flows(reading: Reading, topics: Topics, row: Chart) -> Iterator[Proposal]:
    yield from _abbreviated(reading, topics, row)
    listed: int | None = None  # where the destination before stands: 赴浙江9600人、江苏4100人
    for index, item in enumerate(row.items):
        if not isinstance(item, Mention) or item.label != "Region" or topics.side(item.entity) == "helped":
            continue
        if topics.side(item.entity) is None and level(item.entity) not in (1, 2, 3):
            continue
        in_list = listed is not None and _joined(row, listed, index)
        low, high = part(row, index, index + 1, "，；。：")
        goes = _words().towards.search(row.code[max(0, index - 6) : index])
        takes = _words().takes.match(row.code[index + 1 : index + 24])
        agreed = _AGREED.match(row.code, index + 1) and re.search("[与和同]$|[、和]$", row.code[low:index])
        if not (in_list or goes or takes or agreed):
            continue
        if not in_list and not agreed and not _at_work(row, index, low, high):
            continue
        origin = _origin(topics, row, index, takes is not None and not goes)
        if origin is None or topics.side(origin.entity) == "helper":
            continue
        listed = index
        for one in _with_its_list(topics, row, origin):
            yield _proposal(reading, row, index, item.entity, one, (low, high))


def _abbreviated(reading: Reading, topics: Topics, row: Chart) -> Iterator[Proposal]:
    """赴粤务工: the province by its one character."""
    for hit in _SHORT.finditer(row.code):
        at = hit.start("place")
        low, high = part(row, at, at + 1, "，；。：")
        origin = _origin(topics, row, at, False)
        if isinstance(origin, Found) and not _LOCAL.search(row.code[:at]):
            continue  # 两省帮助劳动力赴粤: no county is spoken of
        places = abbreviation(hit["place"], alone=True)
        if not places or origin is None or not _at_work(row, at, low, high):
            continue
        target = region_entity(places[0], hit["place"])
        if topics.side(origin.entity) == "helper" or helps(target, origin.entity) is False:
            continue
        step = Step("object", "compressed pair", hit["place"], target.name)
        for one in _with_its_list(topics, row, origin):
            yield _proposal(reading, row, at, target, one, (low, high), (step,))


def _joined(row: Chart, before: int, index: int) -> bool:
    """Whether a region goes on with the list of the destination before it."""
    between = row.code[before + 1 : index]
    if (_LIST.fullmatch(between) and "、" in between) or between in ("和", "与", "及"):
        return True
    return (
        len(between) <= 24
        and _FIGURE in between
        and "，" in between
        and _NEXT.match(row.code[index + 1 :]) is not None
        and _words().barred.search(between) is None
    )


def _at_work(row: Chart, index: int, low: int, high: int) -> bool:
    """Whether the clause speaks of work, or the one before it does and this one only of a number."""
    clause = row.code[low:high]
    if _words().barred.search(clause):
        return False
    near = row.code[max(low, index - 30) : min(high, index + 16)]
    if _words().work.search(near):
        return True
    if _FIGURE in clause and _words().hired.search(row.code[high : high + 24]):
        return True
    before = row.code[max(0, low - 40) : low]
    return bool(_words().work.search(before) and _FIGURE in clause and not _words().barred.search(before))


def _origin(topics: Topics, row: Chart, at: int, taken: bool) -> Mention | Found | None:
    """Whose people they are: a place with 籍, 老乡 and the like, the subject before, else the place under discussion."""
    low, high = part(row, at, at + 1, "；。")
    named = [
        (i, m)
        for i in range(low, high)
        if isinstance(m := row.items[i], Mention)
        and i != at
        and m.label in ("Region", "RelocationSite")
        and topics.side(m.entity) != "helper"
    ]
    for i, m in sorted(named, key=lambda pair: abs(pair[0] - at)):
        if _words().people.match(row.code[i + 1 :]) and abs(i - at) < 40:
            return m
    if taken:
        return next((m for i, m in named if i > at), None)
    before = [(i, m) for i, m in named if i < at and not _words().towards.search(row.code[max(0, i - 3) : i])]
    if before:
        return before[-1][1]
    if (_LOCAL.search(row.code[low:at]) or not named) and (found := topics.place(row.sentence.block, row.starts[at])):
        return found
    return next((m for i, m in named if i < at), None) or _of_a_body(topics)


def _with_its_list(topics: Topics, row: Chart, origin: Mention | Found) -> list[Mention | Found]:
    """The origin, and the other places of the list that it ends: 甲县、乙县、丙县输送……"""
    listed = [origin]
    at = row.at(origin.start) if isinstance(origin, Mention) else 0
    while (
        at >= 2 and row.code[at - 1] in "、和与" and isinstance(m := row.items[at - 2], Mention) and m.label == "Region"
    ):
        at -= 2
        if topics.side(m.entity) != "helper":
            listed.append(m)
    return listed


def _of_a_body(topics: Topics) -> Found | None:
    """The helped county that the article names only in that of a body: 普安县人力资源和社会保障局."""
    bodies = [(home(m.entity), m) for m in topics.mentions if m.label in ("Organization", "Facility")]
    local = {place.id: Found(place, m) for place, m in bodies if level(place) == 3 and topics.side(place) == "helped"}
    return next(iter(local.values())) if len(local) == 1 else None


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
    words = row.code[low:high]
    problem = "the words deny it" if NEGATED.search(words) else None
    problem = problem or ("the words speak of a plan" if PLANNED.search(words) else None)
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
    if _words().many.search(row.code, low, high) or any(q.unit == "人" and q.value > 1 for q in numbers):
        return True
    return _words().some.search(row.code, low, high) is not None and SIGNS["Person"] not in row.code[low:high]


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
