"""Words that point back at what a sum went into: 给学校, 大厅由, 把安置点, 该公司系…扶持."""

from __future__ import annotations

import re
from collections.abc import Iterator

from loaders.around import named_before
from loaders.chart import Chart
from loaders.costs import whole
from loaders.employers import works_here
from loaders.located_kinds import is_kind
from loaders.payee_heads import heads
from loaders.payee_one import firm_told
from loaders.spoken import foreign, spoken, spoken_at
from loaders.topics import Found, Topics
from loaders.values import Mention

USED = re.compile(
    r"(?:[建盖修造改](?![材筑设]?[业商])|挂牌|投用|落成|开张|[给为向把]$|购置|添置|配[了上备套]|打造|用于|用在|投[在入向到进]|翻新|扩建|[花砸用]在|支持|扶持|资助"
    r"|撑起|变成|注入|得益|办起|设立|搭起|拉[起来]|装修|完善|提升|升级|添了?|助力|安排给|分给|拨给|补助|补贴|实施|举办|开[办设]|成立|取名|命名为|定名)"
)
_CREATED = re.compile(
    r"(?:建起|建成|新建|建设|修建|修起|盖起|兴建|援建|办起|建了|盖了|打造|添了|添置|设立|成立)[^，。；]{0,12}$"
)
_BESIDE = re.compile("[东西南北]?[侧面]|旁|外|附近|对面|门口|隔壁|[级属委长边类]")  # 在社区东侧: not the site
_FIRM_GETS = re.compile(
    "(?:为|给|替|帮助?|支持|扶持|助力|资助)了?(?:它(?!们)|[他她](?=[^，。；们]{0,4}\ue00a)|该公司|该企业|这家企业|企业(?!家))"
    "|(?:^|[，；])(?:这家|该)(?:企业|公司|厂|合作社)[^，。；\ue002-\ue00a]{0,16}(?:拿到|获得|收到|得到|争取到|领到|申请到)"
)
_ITS = re.compile("的“?[\ue003-\ue007]")  # 镇上的甲园: the park


def pointers(topics: Topics, row: Chart, at: int, low: int, high: int) -> Iterator[tuple[float, Found | Mention]]:
    """The words that point back at something spoken of (给学校, 车间由, 把安置点)."""
    told = list(spoken(topics, row, low, high))
    known = {found.entity.id for _, _, found in told}
    told += [p for p in heads(topics, row, low, high) if p[2].entity.id not in known]
    for start, end, found in told:
        if foreign(topics, found.where) or _BESIDE.match(row.code, end) or _ITS.match(row.code, end):
            continue
        before = row.code[max(low, start - 14) : start]
        if start > at and _CREATED.search(before) and not re.search("[给为把在]$", before):
            weight = 0.5  # a new one
        elif re.search(r"(?:给|为|向|对|替|帮|把|将|在|到|用于|投入)(?:了|该|这[座个家所]?|整个)?$", before):
            weight = 5.5
        elif start > at and not USED.search(row.code[at:start]):
            weight = 0.4
        elif re.search(r"(?:^|[，：。；])(?:该|这[座个家所条]?|整个)?$", row.code[low:start]) and start < at:
            weight = 3.8
        else:
            weight = 2.3
        yield weight - abs(start - at) / 200, found
    for index in range(at + 1, min(high, len(row.items))):
        kind = row.items[index]
        if isinstance(kind, Mention) and is_kind(kind.entity) and _CREATED.search(row.code[at:index]):
            whose = spoken_at(topics, kind.surface, (row.sentence.block, row.starts[index]))  # 盖起标准厂房: the park's
            if whose is not None and not foreign(topics, whose.where):
                yield 0.5 - (index - at) / 200, whose
    it = _FIRM_GETS.search(row.code, low, high)
    if it is not None:
        firms = [m for _, m in named_before(row, it.start(), low) if m.label == "Company"]
        firm_before = firms[-1] if firms else _only_firm(topics, row)
        if firm_before is not None:
            yield 5.2, firm_before
    made = re.search("(?:^|[，。；：])(?:该公司|这家公司|该企业|这家企业|公司|企业)(?:就?是|系|由)", row.code[low:at])
    if made is not None and re.search("扶持|支持|援建|资助|帮", row.code[at:high]):
        firm = _subject_firm(topics, row)
        if firm is not None:
            yield 5.2, firm
    costing = whole(topics, row, at)
    if costing is not None:
        yield 3.6, costing


def _only_firm(topics: Topics, row: Chart) -> Found | None:
    """The one firm of the helped side in this sentence and the one before."""
    block, end = row.sentence.block, row.sentence.end
    own = row.sentence.start
    start = max((s.start for s in topics.reading.sentences if s.block == block and s.end <= own), default=0)
    firms: dict[str, Mention] = {}
    for mention in (*topics.reading.within(block, own, end), *topics.reading.within(block, start, own)):
        if mention.label != "Company" or not works_here(topics, mention):
            continue
        if mention.start < own and firms:
            break  # the sentence's own firm
        firms[mention.entity.id] = mention
    only = next(iter(firms.values()), None)
    if only is None:  # 帮该企业扩建: named in the paragraph before
        near = topics.before(block, own, lambda m: m.label == "Company" and works_here(topics, m), 1)
        return near or firm_told(topics, (block, own))
    return Found(only.entity, only) if len(firms) == 1 else None


def _subject_firm(topics: Topics, row: Chart) -> Found | None:
    """The firm that the sentence before is about: the first of it that is no end of a way or partner."""
    block, end = row.sentence.block, row.sentence.start
    before = [s for s in topics.reading.sentences if s.block == block and s.end <= end]
    if before:
        for mention in topics.reading.within(block, before[-1].start, end):
            near = topics.reading.plain(block, max(0, mention.start - 1), mention.start)
            if mention.label == "Company" and near not in ("进", "到", "与", "给", "向", "同", "往"):
                return Found(mention.entity, mention)
    return topics.labelled("Company", block, end, 1)
