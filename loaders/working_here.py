"""Firms that plainly work on the helped side although no word says that they came: they lease, hire and produce there.

甲公司的老家在乙市。如今车间里坐着86名工人 says that a firm of 乙市 has settled, once the words tell where its home is.
"""

from __future__ import annotations

import re

from loaders.topics import Topics
from loaders.values import CAPTION, Mention, Reading

WORKS = "works here"  # the rule of a firm from elsewhere that is at work on the helped side
_REACH = 110  # characters behind the firm's name in which its work is told
_STAFF = re.compile(
    r"(?:用工|职工|员工|工人|务工|雇了?|招了?|招工|招收|吸纳)[^，。；]{0,12}?\d+(?!\.)[^，。；]{0,6}?[人名个]"
    r"|\d+(?:多|余)?[名位个](?:[^，。；、]{0,6})?(?:工人|员工|职工|女工|绣娘|村民|社员|牧民|农户)"
)
_PLANT = re.compile(
    "(?:流转|承包|包下|租下|租用|租了|开了|开起|办起|设了|建起|上了|新上)[^，。；]{0,16}(?:亩|棚|厂房|车间|院子|门面|铺面|产线|生产线|库房|楼)"
    r"|(?:上了|新上|装了|添了|安装了?|搬来|带来)[^，。；]{0,8}\d+[^，。；]{0,3}[台条套张]"
    "|(?:车间|厂|生产线)(?:里|内)(?:坐着|有|的)"
)
_ELSEWHERE = re.compile(
    "捐|采购|订购|收购商|订单|签约|意向|计划|拟|打算|考察|参观|座谈|慰问|志愿|捐建|援建|承建|代销|经销|展销|专柜|门店|出任|辞去|输送|招聘会|打工|务工者|回到|返乡"
)
_OF_IT = re.compile("[、和与]|的(?!老家|总部|母|前身|娘家|老厂|老板|东家|掌门|创始)")  # its goods, its guests


def working_here(reading: Reading, topics: Topics) -> set[str]:
    """The ids of firms of which the words right behind their names tell land, houses or workers on the helped side."""
    found: set[str] = set()
    for mention in reading.mentions:
        if mention.label != "Company" or reading.blocks[mention.block].kind == CAPTION:
            continue
        if topics.place(mention.block, mention.start) is not None and _works(reading, topics, mention):
            found.add(mention.entity.id)
    return found


def _works(reading: Reading, topics: Topics, mention: Mention) -> bool:
    """Whether the words behind the firm tell of its plant or staff before another firm or a place of the helpers acts."""
    text = reading.blocks[mention.block].text.plain
    stop = min(len(text), mention.end + _REACH)
    for other in reading.within(mention.block, mention.end, stop):
        if other.label in ("Company", "Organization", "Workshop") and other.entity.id != mention.entity.id:
            stop = min(stop, other.start)
    words = text[mention.end : stop]
    work = _PLANT.search(words) or _STAFF.search(words)
    if work is None or _OF_IT.match(words) or _ELSEWHERE.search(words[: work.end()]):
        return False
    before = text[max(0, mention.start - 8) : mention.start]
    return re.search("(?:[与和向跟给为、]|采购|收购|卖给|供给)”?“?$", before) is None
