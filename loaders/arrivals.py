"""Firms that settled on the helped side, by sense rather than by order of words: a firm (or a list of them), a word of
arrival, of opening or of being brought, and the place it happens in, each looked for where it can stand.

甲、乙等七家企业签约入驻 says where only by what was spoken of before; 园里另半个院子留给了甲和乙 has no verb of settling at all.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, fields
from functools import cache

from loaders.around import part
from loaders.arrival_places import ENCLOSED, FIRM, HERE, PLACE, settled_in
from loaders.arrivals_refused import is_shop, stands_aside
from loaders.chart import SIGNS, Chart
from loaders.frames import NEGATED, PLANNED
from loaders.lexicon import alternatives
from loaders.proposals import Proposal, clause_span, leaning
from loaders.topics import Topics
from loaders.values import Mention, Reading

_ONE = rf"“?{FIRM}”?(?:（[^（）]{{0,16}}）|的分[厂店号]|的分公司)?"
_SUM = f"(?:(?:计划|总)?投资(?:约|近|超)?{SIGNS['money']}(?=[，、；。]))?"
_GROUP = re.compile(
    rf"{_ONE}{_SUM}(?:(?:、|，(?=“?{FIRM}”?(?:计划|总)?投资(?:约|近|超)?{SIGNS['money']}[，、；。])|，?和|及|，?以及|，还有|与(?=[^，。；]{{0,6}}等))(?:[^，。；、：{FIRM}]{{1,16}}的)?{_ONE}{_SUM})*"
    r"(?:等[^，。；、的]{0,10}?(?:企业|公司|主体|厂家|商家|沪企|粤企|苏企|浙企|鲁企|闽企|合作社|单位))?"
)
_SHARED_OUT = re.compile(
    rf"[^，。；]{{0,6}}分别[^，。；{PLACE}]{{0,6}}(?P<places>[{PLACE}](?:(?:、|，?和|与|及)[^，。；{PLACE}]{{0,2}}[{PLACE}])+)"
)
_ONE_EACH = re.compile(
    rf"[^，。；{PLACE}]{{0,6}}，(?:其中)?一[家个][^，。；{PLACE}]{{0,6}}(?P<first>[{PLACE}])[^，。；{PLACE}]{{0,10}}，(?:另|还有|再)?一[家个][^，。；{PLACE}]{{0,6}}(?P<second>[{PLACE}])"
)
_OTHERS_COME = re.compile(  # 由甲公司运营，已有21户作坊搬了进来
    rf"，[^，。；]{{0,6}}?有(?:[^，。；]{{0,24}}等)?[^，。；]{{0,3}}(?:{SIGNS['figure']}|[一二两三四五六七八九十几多百]+)[户家名个]?[^，。；{FIRM}]{{0,8}}$"
)
_CAME = "(?<![起出下过上建买引送拉带请帮援发订运])来(?!自|办|临|年|源|料|信|电|访|客|历|往)"  # 最早来的，是甲公司
_TAKEN = re.compile("[把将][^，。；]{0,8}$")
_PERSONS = re.compile(
    r"的(?:[^，。；]{0,3}(?:年轻人|小伙子?|姑娘|师傅|志愿者|干部|工程师|专家)|负责人|老板|董事长|总经理|经理|厂长|代表|员工|工人|技术员|老总|人|产品|货|订单|客户|商标|专家)"
)
_DOES_OTHER = re.compile(r"[^，。；]{0,8}?(?:援建|承建|捐建|捐|资助|帮扶|出资|资助)")
_RELATIVE = re.compile(
    rf"(?:来|去|到|在|进|至|于|了)*[{PLACE}]{{0,2}}(?:里|内)?的(?!是|有|[，。；]|$)"
)  # 刚搬进来的乙厂: said of another
_BUYS = re.compile("”?，?(?:一口气|当场|首批|一次|先)?(?:订[了下购]|下了?[大首]?订?单|采购|收购|包销|买[了下走])")
_OF_THEM = re.compile(r"的[^，。；、]{0,5}(?:师|员|家|人|长|手|队|班|课|产品|订单|设备|技术)")
_TAKES_HOUSE = re.compile("租|占|承|盘|买|接手")
_GIVEN = re.compile("(?:援建|承建|捐建)的")  # 甲区援建的厂房租给了乙公司
_LOCAL = re.compile("(?:合作社|联社|联合社)$")  # takes over, where others move in
_OF_FIRMS = re.compile("(?:企业|公司|厂家|商家|客商|主体|租户|厂|家|户)[^，。；]{0,6}，[^，]{0,8}$")
_AGE = re.compile("厂了?(?:\ue00b|[^，。；]{0,6}(?:年|载))[^，。；]{0,3}的")  # 开厂三十年的甲集团
_AMONG = re.compile("(?:在其中|在列|名列其中|是其中)")
_MEANT = re.compile(PLANNED.pattern + "|想[把在到来去将]")
_OTHERS = re.compile(rf"^{'[' + PLACE + ']'}{{1,2}}(?:的|内的|里的)?(?:企业|公司|厂家|商户|项目|订单|产品|群众|工人)")


@dataclass(frozen=True, slots=True)
class _Words:
    arrives: re.Pattern[str]
    takes: re.Pattern[str]
    brought: re.Pattern[str]
    lists: re.Pattern[str]
    at_work: re.Pattern[str]
    barred: re.Pattern[str]


@cache
def _words() -> _Words:
    lists = alternatives("arrivals.yaml")
    return _Words(*(re.compile(lists[field.name]) for field in fields(_Words)))


def find_arrivals(reading: Reading, topics: Topics, rows: list[Chart]) -> list[Proposal]:
    """MOVED_INTO of every firm of which a sentence says, in whatever order, that it came to a place."""
    found: list[Proposal] = []
    for row in rows:
        groups = [m.span() for m in _GROUP.finditer(row.code)]
        for number, (start, end) in enumerate(groups):
            if (shared := list(_each_its_own(reading, topics, row, (start, end)))) or _SHARED_OUT.match(row.code, end):
                found += shared
                continue
            low = groups[number - 1][1] if number else 0
            high = groups[number + 1][0] if number + 1 < len(groups) else len(row.code)
            found += _arrival(reading, topics, row, (start, end), (low, high))
    return found


def _each_its_own(reading: Reading, topics: Topics, row: Chart, group: tuple[int, int]) -> Iterator[Proposal]:
    """甲、乙分别在丙镇、丁镇办厂: the first with the first, the second with the second."""
    apart = _ONE_EACH.match(row.code, group[1])
    hit = apart or _SHARED_OUT.match(row.code, group[1])
    firms = [m for m in row.items[slice(*group)] if isinstance(m, Mention) and m.label == "Company"]
    if apart is not None:
        places = [m for name in ("first", "second") if isinstance(m := row.items[apart.start(name)], Mention)]
    else:
        places = [m for m in row.items[slice(*hit.span("places"))] if isinstance(m, Mention)] if hit else []
    if hit is None or len(firms) != len(places) or any(topics.side(p.entity) == "helper" for p in places):
        return
    if apart is None and _words().arrives.search(row.code, hit.start("places") - 4) is None:
        return
    span = clause_span(row.sentence, row.starts[group[0]], row.ends[hit.end() - 1])
    for firm, place in zip(firms, places, strict=True):
        yield Proposal("MOVED_INTO", firm.entity, place.entity, (span,))


def _arrival(
    reading: Reading, topics: Topics, row: Chart, group: tuple[int, int], around: tuple[int, int]
) -> Iterator[Proposal]:
    """The proposals of one list of firms; `around` are the ends of the lists before and after it."""
    for cue in _cues(row, group, around):
        place = settled_in(topics, row, group, cue)
        if place is not None and topics.side(place.entity) != "helper":
            break
    else:
        return
    first, last = min(cue[0], group[0]), max(cue[1], group[1])
    start, end = row.starts[first], row.ends[last - 1]
    if isinstance(place, Mention):
        start, end = min(start, place.start), max(end, place.end)
    more, steps = leaning(reading, place, "object")
    spans = (clause_span(row.sentence, start, end), *more)
    low, high = part(row, first, last, "，；。：")
    problem = "the words deny it" if NEGATED.search(row.code[low:high]) else None
    problem = problem or ("the words speak of a plan" if _MEANT.search(row.code[low:high]) else None)
    for index in range(*group):
        firm = row.items[index]
        if isinstance(firm, Mention) and cue[2] == "takes" and _LOCAL.search(firm.entity.name):
            continue
        if (
            isinstance(firm, Mention)
            and firm.label == "Company"
            and firm.entity.id != place.entity.id
            and not is_shop(firm)
        ):
            further, why = leaning(reading, firm, "subject")
            all_spans = (*spans, *further)
            yield Proposal("MOVED_INTO", firm.entity, place.entity, all_spans, (*steps, *why), problem=problem)


def _cues(row: Chart, group: tuple[int, int], around: tuple[int, int]) -> Iterator[tuple[int, int, str]]:
    """Where words stand that say the firms came, and their kind: arrives, takes, brought, listed or told."""
    words, (start, end) = _words(), group
    sentence_low, sentence_high = part(row, start, end, "；。！？")
    low, high = max(around[0], sentence_low), min(around[1], sentence_high)
    after, clause = row.code[end:high], part(row, start, end, "，；。：")[1]
    if _PERSONS.match(after) or _DOES_OTHER.match(after) or stands_aside(row, group):
        return
    for kind, pattern, reach in (("arrives", words.arrives, 44), ("takes", words.takes, 30)):
        for hit in pattern.finditer(after[:reach]):
            passed = after[: hit.start()]
            if end + hit.start() > clause and _TAKEN.search(row.code[max(low, start - 10) : start]):
                continue  # 把甲公司请进了山，又在乙乡建成中心: who did the one did the other
            if passed.count("，") > 2 or _barred(row, end + hit.start(), end + hit.end()):
                continue
            if _OTHERS_COME.search(passed):
                continue
            if _AMONG.search(hit.group()) and not re.search("企业|公司|厂家|商家|客商", row.code[sentence_low:end]):
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
        if kind == "brought" and (_OF_THEM.match(after) or _BUYS.match(after)):
            continue  # 引来乙公司，订了两千套: a buyer
        if hits and not _barred(row, start - len(before) + hits[-1].start(), end):
            at = start - len(before) + hits[-1].start()
            if kind == "listed" and not _enclosed_before(row, at, sentence_low) and not HERE.search(before):
                continue
            yield at, end, kind
    told = re.search(
        rf"(?:{words.arrives.pattern}[^，。；]{{0,9}}|{_CAME}[^，。；{PLACE}{SIGNS['figure']}]{{0,9}})的，?(?:就?(?:是|有|为|叫)[^，。；]{{0,8}})?$"
        rf"|(?:{words.arrives.pattern}|搬来|迁来)[^，。；：]{{0,12}}：(?:分别是|即|包括)?$",
        before,
    )
    if told and not _AGE.search(told.group()) and not _barred(row, start - len(before) + told.start(), end):
        yield start - len(before) + told.start(), end, "told"
    opening = row.code[sentence_low:start]
    if re.search(
        rf"(?:^|在|走进|来到|，)[{ENCLOSED}](?:里|内|楼下|中|里头|一楼)?(?:的|，)[^，。；：]{{0,4}}$", opening
    ):
        at_work = words.at_work.match(after[:12]) or re.match(r"[^，。；]{0,8}?" + words.at_work.pattern, after)
        if at_work and not _barred(row, start, end + at_work.end()):
            yield start, end + at_work.end(), "listed"


def _near(between: str, reach: int, kind: str) -> bool:
    """Whether nothing but a few words without a name or a full clause stands between the cue and the firms."""
    if len(between) > reach or re.search(f"[；。{SIGNS['Person']}{SIGNS['Organization']}{ENCLOSED}]", between):
        return False
    return "，" not in between or (kind == "listed" and _OF_FIRMS.search(between) is not None)


def _barred(row: Chart, start: int, end: int) -> bool:
    """Whether the clauses from start to end, and the next few words of the last, make it something else."""
    low, high = part(row, start, end, "，；。：")
    return _words().barred.search(_GIVEN.sub("", row.code[low : min(high, end + 10)])) is not None


def _enclosed_before(row: Chart, at: int, low: int) -> bool:
    return re.search(f"[{ENCLOSED}]", row.code[low:at]) is not None
