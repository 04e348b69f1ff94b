"""Builders that the clause of building does not name by itself: the helper of the sentence before, and the two sides together."""

from __future__ import annotations

import re
from collections.abc import Sequence

from loaders.chart import SIGNS, Chart
from loaders.topics import Found, Topics
from loaders.values import Mention

Builders = tuple[Sequence[Mention | Found], int, int]  # and the stretch of signs that tells it

ACTORS = SIGNS["Region"] + SIGNS["Organization"] + SIGNS["Company"]
LOCATIVE = re.compile(r"(?:在|到|给|为|向|于|对|从|往|帮|帮助|支持|帮扶|对口支援|援助|支援)$")
_BOTH = re.compile(
    r"(?:两[地市县区省州]|双方)?[^，。；：\ue001-\ue009]{0,8}?(?:共同|联手|携手|合作|合力|联合|一[起同道]|合资)[^，。；：\ue001-\ue009]{0,6}"
)
_GOES_ON = re.compile(
    rf"(?:其中|此外|同时|另外|随后|之后|接着|截至目前|目前|今年|去年|近年来|近几年|多年来|先后|累计|共|总共|又|还|再|也|已|直接|陆续|每年|结对以来|期间|当年|同年|"
    rf"{SIGNS['date']}|{SIGNS['figure']}|年[间来]?|以来|，|(?P<noun>学校|集团|公司|该校|该公司|该集团|该区|该市))*"
    r"(?:直接|累计|共|先后|又|还|再|已|各)*(?:投入|安排|拨付|拿出|统筹|整合|筹集|筹措|出资|投资|援助|援建|捐建|落实|无偿"
    r"|(?<=[校团区市])(?:还|又|也|先后|曾)*在)"
)
_AIDS = re.compile(
    "(?![^，。；]{0,8}(?:领导|干部|书记|[区县市镇院校]长|主席|主任|常委|一行|代表|考察|教师|医生|专家|企业|客商|组织|组团))"
    "[^。]{0,60}?(?:帮扶|支援|援助|投入|协作|结对|资金|援建|捐)"
)
_PAID_FOR = re.compile(rf"援建|捐建|{SIGNS['money']}|(?:帮扶|协作|援助|援[疆藏青])资金")
_NOUNS = {
    "学校": ("Organization", "Facility"),
    "该校": ("Organization", "Facility"),
    "集团": ("Company",),
    "公司": ("Company",),
    "该公司": ("Company",),
    "该集团": ("Company",),
    "该区": ("Region",),
    "该市": ("Region",),
}


def going_on(topics: Topics, row: Chart, low: int, verb: int, start: int) -> Builders | None:
    """The helper of the sentence before, where the sentence goes on without a subject: 其中，2022年安排780万元在丙镇建成……"""
    paid = _GOES_ON.match(row.code, low, verb + 2)
    if paid is None or not (paid["noun"] or _PAID_FOR.search(row.code[low : verb + 2])):
        return None
    block, position = row.sentence.block, row.sentence.start
    labels = _NOUNS.get(paid["noun"] or "")
    if labels is not None:
        found = topics.before(block, position, lambda m: m.label in labels and _helps(topics, m), 1)
        return ([found], verb, start) if found is not None else None
    before = [s for s in topics.reading.sentences if s.block == block and s.start < position][-2:]
    for sentence in reversed(before):
        named = next(iter(topics.reading.within(block, sentence.start, sentence.end)), None)
        if named is None:
            continue
        for following in topics.reading.within(block, named.end, sentence.end):  # 甲市乙区: the district
            if following.start != named.end or following.label != "Region":
                break
            named = following
        words = topics.reading.plain(block, named.end, sentence.end)
        if SIGNS[named.label] not in ACTORS or not _helps(topics, named) or not _AIDS.match(words):
            return None
        return [Found(named.entity, named)], verb, start
    return None


def _helps(topics: Topics, mention: Mention) -> bool:
    """Whether the article says of a region or body that it is a helper."""
    if mention.entity.id in topics.paired_helpers:
        return True
    return mention.label == "Region" and topics.side(mention.entity) == "helper"


def jointly(topics: Topics, row: Chart, low: int, index: int, verb: int) -> list[Mention] | None:
    """Both of 甲市、乙县两地携手开发建设……, where the nearer of them is the helped one."""
    joint = row.code.startswith(("共建", "合建"), verb) or _BOTH.fullmatch(row.code, index + 1, verb)
    if not joint or row.code[index - 1 : index] not in ("、", "和", "与"):
        return None
    first, last = row.items[index - 2], row.items[index]
    if not isinstance(first, Mention) or not isinstance(last, Mention) or index - 2 < low:
        return None
    sides = {topics.side(m.entity) for m in (first, last)}
    place = LOCATIVE.search(row.code[max(low, index - 6) : index - 2])
    return [first, last] if sides == {"helper", "helped"} and place is None else None
