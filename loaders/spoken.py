"""Words that point back at a thing, firm or site under discussion: 车间, 园区, 学校, 厂里, 安置点, 它."""

from __future__ import annotations

import re
from collections.abc import Iterator

from loaders.around import THINGS, of_helper
from loaders.chart import Chart
from loaders.landmarks import is_landmark
from loaders.topics import Found, Topics, home
from loaders.values import Mention

_WORDS = (  # (words, labels of what they may stand for, how its name ends)
    (r"车间|工坊|作坊|坊里", "Workshop", ""),
    (r"园区|[产创]业园|孵化园|示范园|工业园|园[里内中子]", "Park", ""),
    (r"该园", "Park|Facility", "园"),
    (r"标?准?厂房", "Park|Workshop", ""),
    (
        r"学校|校园|校[里内方]|该校|全校|师生",
        "Facility",
        "学校|中学|小学|高中|完小|中心校|幼儿园|学院|职校|职高|[一二三四]中",
    ),
    (r"卫生院|医院|院[里内方]|该院|患者", "Facility|Organization", "医院|卫生院|卫生服务中心|保健院"),
    (r"敬老院|福利院|养老院", "Facility|Organization", "敬老院|福利院|养老院|养老中心"),
    (r"中心|基地|工作室|冷库|电站|展馆|大[楼桥厅]|幼儿园|[门书商网直]?店", "", None),
    (r"加工厂|厂子|厂[里内区]|工厂|该厂", "Company|Workshop|Facility", ""),
    (r"合作社|社里|该社", "Company|Organization", "合作社|联社"),
    (r"该县|该旗", "Region", "县|旗"),
    (r"该镇|镇[里上]|全镇", "Region", "镇"),
    (r"该村|村里|全村", "Region", "村"),
    (r"该乡|乡里|全乡", "Region", "乡"),
    (r"安置[点区]|小区|新村|社区", "RelocationSite", ""),
)
_SPOKEN = tuple(
    (
        re.compile(words),
        tuple(labels.split("|")) if labels else THINGS,
        None if ending is None else re.compile(f"(?:{ending})$"),
    )
    for words, labels, ending in _WORDS
)


def spoken(topics: Topics, row: Chart, low: int, high: int) -> Iterator[tuple[int, int, Found]]:
    """Every such word between two signs of the row with what it stands for."""
    for words, labels, ending in _SPOKEN:
        for hit in words.finditer(row.code, low, high):
            found = _stands_for(topics, hit.group(), labels, ending, (row.sentence.block, row.starts[hit.start()]))
            if found is not None and not _named(row, hit):
                yield hit.start(), hit.end(), found


def spoken_at(topics: Topics, text: str, point: tuple[int, int], only: str = "") -> Found | None:
    """What the first such word of a text stands for; `only` names the labels that count."""
    for words, labels, ending in _SPOKEN:
        if only and not set(labels) <= set(only.split("|")):
            continue
        for hit in words.finditer(text):
            found = _stands_for(topics, hit.group(), labels, ending, (point[0], point[1] + hit.start()))
            if found is not None:
                return found
    return None


def _named(row: Chart, hit: re.Match[str]) -> bool:
    """Whether the word is part of another body's name or a compound (中心校, 社区工厂, 人民医院的学校)."""
    return re.match(r"[校委党]|办(?![在起成到])|工作者|书记|干部", row.code[hit.end() : hit.end() + 3]) is not None


def _stands_for(
    topics: Topics, word: str, labels: tuple[str, ...], ending: re.Pattern[str] | None, point: tuple[int, int]
) -> Found | None:
    """What the word stands for: the thing of its kind (`ending` None: whose name ends with the word) spoken of last."""

    def test(m: Mention) -> bool:
        if m.label not in labels:
            return False
        text = topics.reading.plain(m.block, m.end, m.end + 4)
        if re.match("来的|派[来出]|选派|的?(?:教师|老师|医生)", text) is not None:
            return False  # A中学来的老师
        fits = m.entity.name.endswith(word) if ending is None else ending.search(m.entity.name) is not None
        return fits and not _helpers(topics, m)

    found = topics.before(*point, test, 2)
    if found is None and len({m.entity.id for m in topics.mentions if test(m)}) == 1:
        found = topics.before(*point, test, 9)
    if found is None:
        return None
    main, near = topics.main(test), sum(m.entity.id == found.entity.id for m in topics.mentions)
    often = 0 if main is None else sum(m.entity.id == main.entity.id for m in topics.mentions)
    return main if near == 1 and often >= 2 and main is not None and main.where.block <= point[0] else found


_SHARED = re.compile("爱心|协作|友谊|希望|援|共建|同心|合作|帮扶|携手|菜篮子")


def foreign(topics: Topics, mention: Mention) -> bool:
    """Whether a thing stands with the helper; one that is only named after him does not (米箩镇的大连小学). So is a landmark."""
    if mention.label in THINGS and is_landmark(topics.reading, mention):
        return True
    if not of_helper(topics, mention):
        return False
    if _SHARED.search(mention.entity.name):
        return False
    return not any(_after_helped(topics, m) for m in topics.mentions if m.entity.id == mention.entity.id)


def _after_helped(topics: Topics, mention: Mention) -> bool:
    near = topics.reading.within(mention.block, max(0, mention.start - 14), mention.start)
    if not near or near[-1].label not in ("Region", "RelocationSite") or topics.side(near[-1].entity) == "helper":
        return False
    return (
        re.fullmatch(
            "(?:[上里内]|境内|城[里区])?[的，的“]{0,2}",
            topics.reading.plain(mention.block, near[-1].end, mention.start),
        )
        is not None
    )


def _helpers(topics: Topics, mention: Mention) -> bool:
    if mention.label == "Region":
        return topics.side(mention.entity) == "helper"
    if mention.label == "Organization":
        return topics.side_by_name(mention.entity) == "helper"
    place = home(mention.entity)
    if place.label == "Region" and mention.label == "Facility" and topics.side(place) == "helper":
        return not any(_after_helped(topics, m) for m in topics.mentions if m.entity.id == mention.entity.id)
    return foreign(topics, mention)
