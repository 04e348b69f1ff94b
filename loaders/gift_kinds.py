"""What a gift is for tells who gets it: 课桌 a school, 救护车 a hospital, 缝纫机 a workshop."""

from __future__ import annotations

import re

from loaders.around import part, point_of
from loaders.chart import Chart
from loaders.frames import Match
from loaders.spoken import foreign
from loaders.topics import Found, Topics
from loaders.values import Mention

_FOR = (  # what a gift is for tells who gets it: (words, how the receiver's name ends, labels)
    (
        r"课桌|校服|文具|书包|图书|书籍|教具|教室|学生|孩子|师生|奖学金|助学金|奖教金|体育|篮球|器材|乐器|食堂|雪具|宿舍|校园",
        r"学校|中学|小学|高中|完小|中心校|幼儿园|学院|职校|职高|[一二三四]中",
        ("Facility",),
    ),
    (
        r"救护车|呼吸机|除颤|彩超|CT|病床|监护仪|医疗|药品|胃镜|透析|仪器|手术|口罩",
        r"医院|卫生院|保健院|卫生服务中心|卫生室|中医院",
        ("Facility", "Organization"),
    ),
    (r"轮椅|护理床|老人", r"敬老院|福利院|养老院|养老中心", ("Facility", "Organization")),
    (
        r"缝纫机|机器|生产设备|流水线|冰柜|创业金|操作台|缝制",
        r"厂|车间|工坊|作坊|合作社|公司|园|店|坊|卤味|基地",
        ("Company", "Workshop", "Park", "Facility"),
    ),
)


def misfits(text: str, mention: Mention) -> bool:
    """Whether a gift that suits one kind of house would go to another (课桌 to a hospital)."""
    own = [ending for words, ending, _ in _FOR if re.search(words, text)]
    if not own or any(re.search(f"(?:{ending})$", mention.entity.name) for ending in own):
        return False
    return any(re.search(f"(?:{ending})$", mention.entity.name) for _, ending, _ in _FOR[:3])


def suited(topics: Topics, row: Chart, match: Match, givers: set[str]) -> list[Mention | Found]:
    """The school that gets 课桌, the hospital that gets 救护车 …: those of the sentence before, else the one spoken of."""
    _, high = part(row, match.start, match.end, "；。")
    block, position = point_of(row, match)
    before = topics.reading.plain(block, max(0, row.sentence.start - 60), row.sentence.start)
    text = row.code[max(0, match.start - 24) : min(high, match.end + 24)]
    told = [kind for kind in _FOR if re.search(kind[0], text)]
    for words, ending, labels in told or [kind for kind in _FOR if re.search(kind[0], before)]:
        name = re.compile(f"(?:{ending})$")

        def test(m: Mention, labels: tuple[str, ...] = labels, name: re.Pattern[str] = name) -> bool:
            if m.label not in labels or m.entity.id in givers or topics.side_by_name(m.entity) == "helper":
                return False
            if m.prefix is not None and topics.side(m.prefix) == "helper" and foreign(topics, m):
                return False  # the helper's own school
            return name.search(m.entity.name) is not None

        found = topics.before(block, position, test, 0)
        if found is not None and found.where.start >= position - 200:
            return [*_listed(topics, found, test)]
        if re.search(words, text) and len({m.entity.id for m in topics.mentions if test(m)}) == 1:
            only = topics.before(block, position, test, 9)
            return [only] if only is not None else []
    return []


def _listed(topics: Topics, found: Found, test: object) -> list[Found]:
    """What is named in one list with the found one (A卫生院、B卫生院和县医院)."""
    own = [m for m in topics.mentions if m.block == found.where.block]
    index = next(i for i, m in enumerate(own) if m is found.where)
    listed = [found]
    for mention in reversed(own[:index]):
        last = listed[-1].where
        between = topics.reading.plain(last.block, mention.end, last.start)
        if between not in ("", "、", "和", "与", "及", "以及"):
            break
        if callable(test) and test(mention):
            listed.append(Found(mention.entity, mention))
        elif between != "":
            break
    return listed
