"""Sums for one thing that their sentence does not name: 房子是甲区花950万元盖的, 甲县垫付了厂房租金62万元.

They went to the house or firm under discussion. The county is no answer: it has not got the money for its purposes.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from loaders.around import THINGS, part
from loaders.chart import Chart
from loaders.employers import works_here
from loaders.landmarks import stands_beside
from loaders.located_kinds import is_kind
from loaders.spoken import foreign
from loaders.topics import Found, Topics
from loaders.values import Mention

_TOTAL = re.compile(
    "累计|年来|总共|合计|共计|每年|以来|年间|全县|各[县镇乡村]|[0-9\ue00b]个?项目|项目[0-9\ue00b]|等项目"
)
_ONE = re.compile(  # what only one house or firm has
    "占(?:了|到|去)?[^，。；]{0,4}总(?:投资|造价)|租金|房租|厂租|装修(?:补[贴助]|款|费)?|贴息|料钱|(?:房子|厂房|大楼|新楼|宿舍楼|教学楼|楼|校舍)(?:就|也|都)?(?:是|由)"
    "|(?:添置|购置|购买|买|换|上)了?[^，。；\ue001-\ue00a]{0,6}(?:机|设备|生产线|流水线|灌装线|分割线)"
)
_FIRMS_NEED = re.compile(  # what only a firm is paid for
    "(?:设备|技改|装修|厂租|物流|用工|稳岗|投产|落户|厂房租金)[^，。；\ue001-\ue00a]{0,2}(?:补[贴助]|奖[补励]|款)|建厂的"
)
_LABELS = (*THINGS, "Company")
_BUREAU = re.compile("(?:服务|事务|管理|发展|指导)中心$")  # as good as an office: signs and runs, is not built


def on_one_thing(row: Chart, at: int) -> bool:
    """Whether the words around a sum say that one house or firm had the use of it, and nothing tells of a total."""
    low, high = part(row, at, at)
    words = row.code[low:high]
    return _ONE.search(words) is not None and _TOTAL.search(words) is None


def for_a_firm(row: Chart, at: int) -> bool:
    """Whether the words around a sum name what only firms are paid for (设备补助, 建厂的9800万元), once and no total."""
    low, high = part(row, at, at)
    words = row.code[low : min(high, at + 14)]
    return _FIRMS_NEED.search(words) is not None and _TOTAL.search(words) is None


def firm_or_none(topics: Topics, row: Chart, at: int) -> Found | None:
    """The one firm of the helped side that the article speaks of up to here; nothing where there are several."""
    return firm_told(topics, (row.sentence.block, row.starts[at]))


def firm_told(topics: Topics, point: tuple[int, int]) -> Found | None:
    """The one firm of the helped side that the article speaks of up to a point; nothing where there are several."""
    return only_one(topics, point, lambda m: m.label == "Company" and _fits(topics, m))


def thing_or_none(topics: Topics, row: Chart, at: int) -> Found | None:
    """The one house or firm of the helped side that the article speaks of up to here; nothing where there are several."""
    return only_one(topics, (row.sentence.block, row.starts[at]), lambda m: _fits(topics, m))


def only_one(topics: Topics, point: tuple[int, int], test: Callable[[Mention], bool]) -> Found | None:
    """The only one that an article speaks of up to a point and that the test accepts, and no mere kind of thing."""
    told = {m.entity.id: m for m in topics.mentions if (m.block, m.start) < point and test(m)}
    only = next(iter(told.values())) if len(told) == 1 else None
    return Found(only.entity, only) if only is not None and not is_kind(only.entity) else None


def _fits(topics: Topics, mention: Mention) -> bool:
    if (
        mention.label not in _LABELS
        or _BUREAU.search(mention.entity.name)
        or is_kind(mention.entity)
        or foreign(topics, mention)
        or stands_beside(topics.reading, mention)
    ):
        return False
    return works_here(topics, mention)
