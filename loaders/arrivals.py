"""Firms that settled on the helped side, by sense rather than by order of words: a firm (or a list of them), a word of
arrival, of opening or of being brought, and the place it happens in, each looked for where it can stand.

甲、乙等七家企业签约入驻 says where only by what was spoken of before; 园里另半个院子留给了甲和乙 has no verb of settling at all.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from graph.model import Step
from loaders.around import part, place_near, the_only
from loaders.chart import SIGNS, Chart
from loaders.frames import NEGATED, PLANNED
from loaders.lexicon import read_yaml
from loaders.proposals import Proposal, antecedent_span, clause_span
from loaders.topics import Found, Topics
from loaders.values import Mention, Reading

_FIRM, _REGION, _WORKSHOP = SIGNS["Company"], SIGNS["Region"], SIGNS["Workshop"]
_ENCLOSED = SIGNS["Park"] + SIGNS["RelocationSite"] + _WORKSHOP  # houses and grounds: to be in one is to have moved in
_PLACE = _ENCLOSED + _REGION
_ONE = rf"“?{_FIRM}”?(?:（[^（）]{{0,16}}）|的分[厂店号]|的分公司)?"
_GROUP = re.compile(
    rf"{_ONE}(?:(?:、|，?和|及|，?以及|，还有|与(?=[^，。；]{{0,6}}等))(?:[^，。；、：{_FIRM}]{{1,16}}的)?{_ONE})*"
    r"(?:等[^，。；、的]{0,10}?(?:企业|公司|主体|厂家|商家|沪企|粤企|苏企|浙企|鲁企|闽企|合作社|单位))?"
)
_HERE = re.compile(r"园[里内中区子]|这里|这儿|当地|此地|在此|里面|里头|社区里|厂房|楼下|入园|进园|孵化|基地")
_PERSONS = re.compile(
    r"的(?:负责人|老板|董事长|总经理|经理|厂长|代表|员工|工人|技术员|老总|人|产品|货|订单|客户|商标|专家)"
)
_DOES_OTHER = re.compile(r"[^，。；]{0,8}?(?:援建|承建|捐建|捐|资助|帮扶|出资|资助)")
_LEASES = re.compile(
    r"(?:租下了?|租用|租了|承租|租赁|承包|占了|占着|盘下|接手)[^，。；]{0,12}(?:[栋座层间亩棚房]|\ue00b)"
)
_RELATIVE = re.compile(
    rf"(?:来|去|到|在|进|至|于|了)*[{_PLACE}]{{0,2}}(?:里|内)?的(?!是|有)"
)  # 刚搬进来的乙厂: said of another
_OF_THEM = re.compile(r"的[^，。；、]{0,5}(?:师|员|家|人|长|手|队|班|课|产品|订单|设备|技术)")
_STANDS = re.compile(
    r"设|建|成立|注册|开[工业张办起]|投产|挂牌|落成|封顶|兴|创办|动工|扩|选|定址|放|安|投资|来|上马|试产|破土|落在|盖|投"
)
_TAKES_HOUSE = re.compile("租|占|承|盘|买|接手")
_MEANT = re.compile(PLANNED.pattern + "|想[把在到来去将]")
_SETTLERS = re.compile("[引招请]")  # 拉来, 牵来 may be for a day
_OTHERS = re.compile(rf"^{'[' + _PLACE + ']'}{{1,2}}(?:的|内的|里的)?(?:企业|公司|厂家|商户|项目|订单|产品|群众|工人)")


@dataclass(frozen=True, slots=True)
class _Words:
    arrives: re.Pattern[str]
    takes: re.Pattern[str]
    brought: re.Pattern[str]
    lists: re.Pattern[str]
    at_work: re.Pattern[str]
    barred: re.Pattern[str]
    not_there: re.Pattern[str]


@cache
def _words() -> _Words:
    def one(name: str, ending: str = "") -> re.Pattern[str]:
        return re.compile("(?:" + "|".join(sorted(raw[name].split(), key=lambda w: (-len(w), w))) + ")" + ending)

    raw: dict[str, str] = read_yaml("arrivals.yaml")
    return _Words(
        one("arrives"),
        one("takes"),
        one("brought"),
        one("lists"),
        one("at_work"),
        one("barred"),
        one("not_there", r"[^，。；、]{0,3}$"),
    )


def find_arrivals(reading: Reading, topics: Topics, rows: list[Chart]) -> list[Proposal]:
    """MOVED_INTO of every firm of which a sentence says, in whatever order, that it came to a place."""
    found: list[Proposal] = []
    for row in rows:
        groups = [m.span() for m in _GROUP.finditer(row.code)]
        for number, (start, end) in enumerate(groups):
            low = groups[number - 1][1] if number else 0
            high = groups[number + 1][0] if number + 1 < len(groups) else len(row.code)
            found += _arrival(reading, topics, row, (start, end), (low, high))
    return found


def _arrival(
    reading: Reading, topics: Topics, row: Chart, group: tuple[int, int], around: tuple[int, int]
) -> Iterator[Proposal]:
    """The proposals of one list of firms; `around` are the ends of the lists before and after it."""
    for cue in _cues(row, group, around):
        place = _place(topics, row, group, cue)
        if place is not None and topics.side(place.entity) != "helper":
            break
    else:
        return
    first, last = min(cue[0], group[0]), max(cue[1], group[1])
    start, end = row.starts[first], row.ends[last - 1]
    if isinstance(place, Mention):
        start, end = min(start, place.start), max(end, place.end)
    spans = [clause_span(row.sentence, start, end)]
    steps: tuple[Step, ...] = ()
    if isinstance(place, Found):
        spans.append(antecedent_span(reading, place.where))
        steps = (place.step("object"),)
    low, high = part(row, first, last, "，；。：")
    problem = "the words deny it" if NEGATED.search(row.code[low:high]) else None
    problem = problem or ("the words speak of a plan" if _MEANT.search(row.code[low:high]) else None)
    for index in range(*group):
        firm = row.items[index]
        if isinstance(firm, Mention) and firm.label == "Company" and firm.entity.id != place.entity.id:
            yield Proposal("MOVED_INTO", firm.entity, place.entity, tuple(spans), steps, problem=problem)


def _cues(row: Chart, group: tuple[int, int], around: tuple[int, int]) -> Iterator[tuple[int, int, str]]:
    """Where words stand that say the firms came, and their kind: arrives, takes, brought, listed or told."""
    words, (start, end) = _words(), group
    sentence_low, sentence_high = part(row, start, end, "；。！？")
    low, high = max(around[0], sentence_low), min(around[1], sentence_high)
    after, clause = row.code[end:high], part(row, start, end, "，；。：")[1]
    if _PERSONS.match(after) or _DOES_OTHER.match(after):
        return
    for kind, pattern, reach in (("arrives", words.arrives, 44), ("takes", words.takes, 30)):
        for hit in pattern.finditer(after[:reach]):
            passed = after[: hit.start()]
            if passed.count("，") > 2 or _barred(row, end + hit.start(), end + hit.end() + 10):
                continue
            if re.fullmatch("的[^，。；]{0,8}", after[hit.end() :]) and high < len(row.code):  # said of the next firm
                continue
            if _RELATIVE.match(after[hit.end() :]) and not _TAKES_HOUSE.match(hit.group()):
                continue
            if _OTHERS.match(after[hit.end() :]) or re.search("[：；]|的(?:企业|公司)$", passed):
                continue
            if end + hit.start() > clause and re.search(rf"[{SIGNS['Person']}{SIGNS['Organization']}]", passed):
                continue
            yield end + hit.start(), end + hit.end(), kind
            break
    before = row.code[max(low, start - 26) : start]
    for kind, pattern, reach in (("brought", words.brought, 10), ("listed", words.lists, 16)):
        hits = [h for h in pattern.finditer(before) if _near(before[h.end() :], reach, kind)]
        if kind == "brought" and _OF_THEM.match(after):
            continue
        if hits and not _barred(row, start - len(before) + hits[-1].start(), end):
            at = start - len(before) + hits[-1].start()
            if kind == "listed" and not _enclosed_before(row, at, sentence_low) and not _HERE.search(before):
                continue
            yield at, end, kind
    told = re.search(
        rf"(?:{words.arrives.pattern}|来)[^，。；]{{0,9}}的，?(?:就?(?:是|有|为|叫)[^，。；]{{0,8}})?$", before
    )
    if told and not _barred(row, start - len(before) + told.start(), end):
        yield start - len(before) + told.start(), end, "told"
    opening = row.code[sentence_low:start]
    if re.search(
        rf"(?:^|在|走进|来到|，)[{_ENCLOSED}](?:里|内|楼下|中|里头|一楼)?(?:的|，)[^，。；：]{{0,4}}$", opening
    ):
        at_work = words.at_work.match(after[:12]) or re.match(r"[^，。；]{0,8}?" + words.at_work.pattern, after)
        if at_work and not _barred(row, start, end + at_work.end()):
            yield start, end + at_work.end(), "listed"


def _near(between: str, reach: int, kind: str) -> bool:
    """Whether nothing but a few words without a name or a full clause stands between the cue and the firms."""
    if len(between) > reach or re.search(f"[；。{SIGNS['Person']}{SIGNS['Organization']}{_ENCLOSED}]", between):
        return False
    return kind == "listed" or "，" not in between


def _barred(row: Chart, start: int, end: int) -> bool:
    low, _ = part(row, start, start, "，；。：")
    _, high = part(row, start, min(end, len(row.code)), "，；。：")
    return _words().barred.search(row.code[low : min(high, end)]) is not None


def _enclosed_before(row: Chart, at: int, low: int) -> bool:
    return re.search(f"[{_ENCLOSED}]", row.code[low:at]) is not None


def _place(topics: Topics, row: Chart, group: tuple[int, int], cue: tuple[int, int, str]) -> Mention | Found | None:
    """Where the firms settled: after the cue, else in its clause, else before in the sentence, else under discussion."""
    start, end, kind = cue
    for low, high, near in _ranges(row, group, cue):
        for index in sorted(range(low, high), key=lambda i: abs(i - end)):
            item = row.items[index]
            if not isinstance(item, Mention) or row.code[index] not in _PLACE or group[0] <= index < group[1]:
                continue
            if _words().not_there.search(row.code[max(low, index - 8) : index]) or topics.side(item.entity) == "helper":
                continue
            if (
                row.code[index] == _REGION
                and kind == "takes"
                and not (near and _from_helper(topics, row, group, start))
            ):
                continue
            if row.code[index] == _REGION and low >= end + 10:
                continue
            if row.code[index] == _REGION and row.code[index + 1 : index + 2] in (_FIRM, "企", "籍", "的", "人", "商"):
                continue
            return item
    spoken = row.code[group[1] : end + 12]
    leased = kind == "takes" and _LEASES.search(row.code[start : end + 16])
    if kind == "takes" and not leased and not _HERE.search(spoken):
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
        if found is not None:
            return found
    if leased:
        return the_only(topics, "Park", point)
    return None if kind == "listed" else place_near(topics, row)


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
    yield sentence_low, low, False
