"""Last words of names that point back at their bearer: 大厅由甲区投入480万元建成, 给三小铺了跑道, 建了这个场, 建园的580万元.

`spoken` knows the kinds that any article speaks of (车间, 学校, 园区); here the name itself gives the word.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from loaders.around import THINGS
from loaders.chart import Chart
from loaders.located_kinds import is_kind
from loaders.spoken import foreign
from loaders.topics import Found, Topics
from loaders.values import Mention

Pointer = tuple[int, int, Found]

_LABELS = (*THINGS, "Company", "Organization")
_NOT_HEADS = frozenset(("公司", "集团", "企业", "项目", "工程", "政府", "委员会", "指挥部", "工作队", "工作组", "小组"))
_OFFICE = re.compile(r"(?:[局委办厅署处]|政府|指挥部|工作[队组]|小组|集团|公司)$")  # these pay or execute
_OPENS = "，：。；、“的这该此本全新给为向对把将在由让帮替了使用往到从自"  # what stands before such a word
_OTHER_ONE = re.compile("(?:另一|其他|别的|各|每|多|几|[两二三四五六七八九十])[个家所座处间]?$")
_COMPOUND = re.compile("[校长委党员工]|主任|书记|负责|理事|老师|教师|医生|工人|职工|学生")  # 园长, 医院院长: a person
_THIS = re.compile(
    r"(?:这|该|此)(?:[个家所座处间条栋]|一[个家所座处间])?(?P<head>[厂场园坊馆院校社楼店库站所班屋]|市场)(?![一-鿿]?[长主])"
)
_FOUNDING = re.compile(
    r"(?:^|[，：。；])[建办开修盖](?P<head>[厂场园馆院校社站店坊])的?(?:钱|资金|费用|经费)?[^，。；\ue001-\ue00a]{0,4}(?=\ue00a)"
)
_NUMBERED = re.compile(r"(?P<number>[一二三四五六七八九十]{1,2})(?P<kind>[小中幼])(?![时学型心年期])")
_SCHOOLS = {"小": "小学", "中": "中学", "幼": "幼儿园"}
_SAME_HEAD = {"校": ("校", "小学", "中学", "学院", "高中"), "院": ("院",), "社": ("社",)}


def heads(topics: Topics, row: Chart, low: int, high: int) -> Iterator[Pointer]:
    """Words between two signs of the row that are the last words of a helped thing's name told before, with that thing."""
    block, start = row.sentence.block, row.starts[low] if low < len(row.starts) else row.sentence.start
    told = _told(topics, block, start)
    for mention in told:
        for begin, end in _tails(row, mention, low, high):
            yield begin, end, Found(mention.entity, mention)
    for words in (_THIS, _FOUNDING):
        for hit in words.finditer(row.code, low, high):
            endings = _SAME_HEAD.get(hit["head"], (hit["head"],))
            named = next((m for m in told if m.entity.name.strip("“”").endswith(endings)), None)
            if named is not None:
                yield hit.start("head"), hit.end("head"), Found(named.entity, named)
    for hit in _NUMBERED.finditer(row.code, low, high):
        school = hit["number"] + _SCHOOLS[hit["kind"]]
        named = next((m for m in told if m.entity.name.endswith((school, hit.group()))), None)
        if named is not None:
            yield hit.start(), hit.end(), Found(named.entity, named)


def _told(topics: Topics, block: int, start: int) -> list[Mention]:
    """The things of the helped side that the article has named up to here, the last first, each once."""
    seen: dict[str, Mention] = {}
    for mention in reversed(topics.mentions):
        if (mention.block, mention.start) >= (block, start) or mention.block < block - 2:
            continue
        if mention.label in _LABELS and mention.entity.id not in seen and _helped(topics, mention):
            seen[mention.entity.id] = mention
    return list(seen.values())


def _helped(topics: Topics, mention: Mention) -> bool:
    """Whether money of the help can go into it: no office that pays or executes, nothing of the helping side, no mere kind."""
    if mention.label in ("Company", "Organization"):
        if _OFFICE.search(mention.entity.name) or topics.side_by_name(mention.entity) == "helper":
            return False
        if mention.entity.id in topics.paired_helpers:
            return False
    return not foreign(topics, mention) and not is_kind(mention.entity)


def _tails(row: Chart, mention: Mention, low: int, high: int) -> Iterator[tuple[int, int]]:
    """Where the last two to four signs of a name stand alone: 油茶加工厂 as 加工厂, 保健院, 大厅."""
    name = mention.entity.name.strip("“”")
    for length in (4, 3, 2):
        tail = name[-length:]
        if len(name) <= length or tail in _NOT_HEADS:
            continue
        at = row.code.find(tail, low, high)
        if at < 0:
            continue
        before = row.code[at - 1 : at] if at > low else "，"
        if before not in _OPENS and not "\ue000" < before < "\uf8ff":
            continue
        if _OTHER_ONE.search(row.code[max(0, at - 3) : at]) or _COMPOUND.match(row.code, at + length):
            continue
        yield at, at + length
        return
