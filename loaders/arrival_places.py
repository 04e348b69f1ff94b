"""Where firms settled that a sentence says came: looked for around the words that say it, then in what is under discussion."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from graph.model import Entity
from loaders.around import part, place_near, the_only
from loaders.arrivals_refused import is_wide
from loaders.chart import SIGNS, Chart
from loaders.lexicon import either, read_yaml
from loaders.topics import Found, Topics, level
from loaders.values import Mention

FIRM = SIGNS["Company"]
_REGION, _WORKSHOP = SIGNS["Region"], SIGNS["Workshop"]
ENCLOSED = SIGNS["Park"] + SIGNS["RelocationSite"] + _WORKSHOP  # houses and grounds: to be in one is to have moved in
PLACE = ENCLOSED + _REGION
_SITED = re.compile(
    rf"，(?:已|并|将|先后)?(?!又|还)[^，。；{PLACE}]{{0,4}}(?:在|于|到|落户|入驻|进驻|选址|落地)[^，。；{PLACE}]{{0,4}}[{PLACE}](?=[^，。；]{{0,24}}(?:建|办|设|投|开|租|种|养|落|生产|流转|承包))"
)
_BESIDE = re.compile(
    "(?:对口|结对|定点)?(?:支援|帮扶|援助|协作)|牵线|[旁边][边的]|附近|对面|脚下|门口|外围|周边|以[东西南北]"
)  # not the place itself
_FOUNDS = re.compile(
    "建起|建了|建成|新建|兴建|兴办|创办|开办|办起|开起|成立|设立|开设"
)  # its own, not one that it moves into
_A_PARK = re.compile(f"了?[^，。；]{{0,3}}{SIGNS['Park']}")
HERE = re.compile(r"园[里内中区子]|这里|这儿|当地|此地|在此|里面|里头|社区里|厂房|楼下|入园|进园|孵化|基地")
_LEASES = re.compile(
    r"(?:租下了?|租用|租了|承租|租赁|承包|占了|占着|盘下|接手)[^，。；]{0,12}(?:[栋座层间亩棚房舍站库院]|铺面|门面|\ue00b)"
)
_STANDS = re.compile(
    r"设|建|成立|注册|开[工业张办起]|投产|挂牌|落成|封顶|兴|创办|动工|扩|选|定址|放|安|投资|来|上马|试产|破土|落在|盖|投"
)
_SETTLERS = re.compile("[引招请]")  # 拉来, 牵来 may be for a day


# Who is brought comes to the county, not to the town named last, unless the words point at that.
_TOWN_HERE = re.compile("[镇乡村][里上中内]|全[镇乡村]|这里|那里|这儿|当地|此地")


@cache
def _not_there() -> re.Pattern[str]:
    """Words before a place that tell where a firm comes from, sells to or belongs to."""
    words: str = read_yaml("arrivals.yaml")["not_there"]
    return re.compile(either(words) + "[^，。；、]{0,3}$")


def settled_in(topics: Topics, row: Chart, group: tuple[int, int], cue: tuple[int, int, str]) -> Mention | Found | None:
    """Where the firms settled: after the cue, else in its clause, else before in the sentence, else under discussion."""
    start, end, kind = cue
    if _FOUNDS.match(row.code, start) and _A_PARK.match(row.code, end):
        return None  # 建成甲产业园: it is the builder
    county = topics.place(row.sentence.block, row.starts[group[0]]) is not None
    for low, high, near in _ranges(row, group, cue):
        for index in sorted(range(low, high), key=lambda i: abs(i - end)):
            item = row.items[index]
            if not isinstance(item, Mention) or row.code[index] not in PLACE or group[0] <= index < group[1]:
                continue
            if row.code[index] == _WORKSHOP and "、" in (row.code[index - 1 : index], row.code[index + 1 : index + 2]):
                continue  # one of the list: 吸引甲坊、乙公司入驻
            if row.code[index] == _WORKSHOP and row.code[index - 2 : index] == FIRM + "的":
                continue  # 甲公司的乙车间开在社区一楼: its own
            if _BESIDE.match(row.code, index + 1) or (row.code[index] == _WORKSHOP and _FOUNDS.match(row.code, start)):
                continue
            if _not_there().search(row.code[max(low, index - 8) : index]) or topics.side(item.entity) == "helper":
                continue
            if (
                row.code[index] == _REGION
                and kind == "takes"
                and not (near and _from_helper(topics, row, group, start))
            ):
                continue
            if row.code[index] == _REGION and low >= end + 10:
                continue
            if (
                kind == "told"
                and start <= index < group[0]
                and row.code[index + 1] == "的"
                and topics.side(item.entity) == "helped"
            ):
                return item  # 落户甲县的乙公司
            if row.code[index] == _REGION and row.code[index + 1 : index + 2] in (
                FIRM,
                "企",
                "籍",
                "本",
                "的",
                "人",
                "商",
                "客",
                "老",
            ):
                continue
            if is_wide(row, index, county):
                continue
            return item
    if kind == "arrives" and (seat := _seat(topics, row, group)) is not None:
        return seat
    built = kind == "takes" and _FOUNDS.match(row.code, start)  # 建起研学基地: the base is what it built
    spoken = row.code[group[1] : start if built else end + 12]
    leased = kind == "takes" and _LEASES.search(row.code[start : end + 16])
    if kind == "takes" and not leased and not HERE.search(spoken):
        return None
    if kind == "brought" and not _SETTLERS.search(row.code[start:end]):
        return None
    point = row.sentence.block, row.starts[group[0]]
    wide = row.code[part(row, *group)[0] : end + 14]
    labels = ("Workshop", "Park", "RelocationSite") if "车间" in wide else ("Park", "RelocationSite")
    if "社区" in wide or "安置" in wide or "楼下" in wide:
        labels = ("RelocationSite", "Park")
    for label in labels:
        found = topics.labelled(label, *point, 1)
        if found is not None and (HERE.search(spoken) or not under_other_item(topics, row, found)):
            return found
    if leased:
        return the_only(topics, "Park", point)
    if kind == "listed":
        return None
    last = place_near(topics, row)
    if kind == "brought" and last is not None and _is_below_county(last.entity) and not _TOWN_HERE.search(row.code):
        return topics.place(*point) or last
    return last


def _is_below_county(entity: Entity) -> bool:
    return entity.label == "Region" and (
        level(entity) > 3 or re.search("[镇乡村]$|街道$|苏木$|嘎查$", entity.name) is not None
    )


def _seat(topics: Topics, row: Chart, group: tuple[int, int]) -> Mention | None:
    """The helped region that the firm is said to be of: 甲区的乙公司从丙县迁来."""
    item = row.items[group[0] - 2] if group[0] > 1 and row.code[group[0] - 1] == "的" else None
    if isinstance(item, Mention) and item.label == "Region" and topics.side(item.entity) == "helped":
        return None if is_wide(row, group[0] - 2, True) else item
    return None


_ITEM = re.compile(  # of a report: 二、产业合作, （三）, ●
    r"\s*(?:[一二三四五六七八九十]{1,3}[、.．]|[（(][一二三四五六七八九十\d]{1,2}[）)]|\d{1,2}[、.．]|[●■◆▲·【])"
)


def under_other_item(topics: Topics, row: Chart, found: Found) -> bool:
    """Whether a thing was named under another item of a list than the sentence's."""
    block = row.sentence.block
    return found.where.block != block and _ITEM.match(topics.reading.blocks[block].text.plain) is not None


def _from_helper(topics: Topics, row: Chart, group: tuple[int, int], cue: int) -> bool:
    """Whether a firm of the list comes from the helping side, or takes over what is there already (租下, 流转)."""
    if not _STANDS.match(row.code[cue:]):
        return True
    firms = [m for m in row.items[group[0] : group[1]] if isinstance(m, Mention) and m.label == "Company"]
    if any(topics.side_by_name(m.entity) == "helper" for m in firms):
        return True
    before = [m for m in row.items[max(0, group[0] - 8) : group[0]] if isinstance(m, Mention) and m.label == "Region"]
    return any(topics.side(m.entity) == "helper" for m in before)


def _ranges(row: Chart, group: tuple[int, int], cue: tuple[int, int, str]) -> Iterator[tuple[int, int, bool]]:
    """Stretches of the row in which the place is looked for, the likeliest first; whether it is the cue's own clause."""
    start, end, kind = cue
    low, high = part(row, start, end, "，；。：")
    sentence_low, sentence_high = part(row, start, end, "；。")
    yield end, min(high, end + 10), True
    yield max(low, group[1]) if kind in ("arrives", "takes") else low, end, True
    yield low, group[0], True
    if kind == "arrives":
        yield high, min(sentence_high, high + 4), False
    if kind == "brought":  # 引进甲公司投资两千万元，在乙镇办厂
        there = _SITED.search(row.code, group[1], sentence_high)
        if there is not None:
            yield there.end() - 1, there.end(), False
    yield sentence_low, low, False
