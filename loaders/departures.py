"""Where a firm came from, by sense rather than by order of words: a region of the helping side, words that say that a firm
left it, sits in it or is one of it, and the firm, named in the words or spoken of.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

from graph.model import Entity
from loaders.around import part
from loaders.chart import SIGNS, Chart
from loaders.frames import NEGATED, PLANNED
from loaders.lexicon import alternatives
from loaders.needed import Needs, may_match, needed
from loaders.proposals import Proposal, clause_span, leaning
from loaders.speakers import speakers_firm
from loaders.topics import Found, Topics, home, level
from loaders.values import Mention, Reading
from loaders.working_here import WORKS, working_here

MOVED = "moved away"  # the rule of a firm that is said to have left the region
_FIRM, _REGION = SIGNS["Company"], SIGNS["Region"]
_NAME = "\ue001-\ue009"
_LISTED = rf"“?{_FIRM}”?(?:(?:、|，?和|以及|与|及){{1}}“?{_FIRM}”?)*"
_SPOKEN = re.compile(
    r"公司|企业|工厂|厂子|厂里|老厂|厂|生产线|机器|设备|产能|工序|车间|总部|母公司|母体|老家|东家|老板|它"
)
_BRINGS_IN = re.compile("引(?:进|入|来)[^，。；]{0,2}$")  # 从甲市引进两条生产线: it is not the firm that came
_GOODS = re.compile(
    r"了?[^，。；]{0,8}?(?:生产线|设备|机器|工艺|良种|品种|种苗|种[牛羊猪]|奶牛|资金|原料|模式|经验|团队|理念|师傅|技术|人才|专家)"
)
_GO_BETWEEN = (  # 甲区帮着引来的乙公司: who led it here need not be where it came from
    "(?:帮|协助|协调|牵线|搭桥|对接|推荐|介绍|推介|国企|央企|工作队|工作组|联络组|协作办|前指|前方|指挥部|干部|书记|县长|区长|局|委|办)"
)
_MODIFIES = re.compile("(?:来|过来|入|到这里)?的(?![，。；！？”]|$)")  # 从甲市迁来的乙袜业: said of what follows
_IS = re.compile("(?:是|为|系|属)[^，。；]{0,10}$")
_ANY = re.compile("的?[^，。；]{0,4}(?:企业|公司|厂家|客商|商户)")
_THIS = re.compile("这(?!样)|那|该|一家|首家|第一家")
_BOSS = re.compile("(?:老板娘?|东家|厂长|董事长|总经理|创始人|当家人|掌门人)$")
_OWN = re.compile("(?:[他她]的|取名|名叫|更名|改名|成立|注册|创办|开办)(?:为|了)?“?$")
_LEFT = re.compile(
    r"(?:从|自|打|把|将|离开|告别|撤出|走出)[^由]*(?:搬|迁|转移|[引请招]来|请到|西进|移[到至]|挪到|运来|落户|离开|告别)"
)
_SAID_OF = re.compile(f"“?{_FIRM}”?，?(?:是|系)?(?:来自|源自)")
_PEOPLE = re.compile(
    "群众|移民|搬迁户|居民|村民|牧民|农户|贫困户|脱贫户|人家|工人|员工|务工|妇女|姐妹|师傅|教师|医生|干部|专家|青年|学生|种|苗|货|原料"
)
_OTHERS = re.compile(
    r"的?[^，。；]{0,6}(?:教师|老师|医生|专家|人才|干部|师傅|技术员|志愿者|品种|种苗|鸡苗|种羊|游客|技术)"
)


@dataclass(frozen=True, slots=True)
class _Words:
    moved: tuple[
        tuple[re.Pattern[str], Needs], ...
    ]  # these say that the firm came: `r` is the region, `f` firms named with it
    sits: tuple[tuple[re.Pattern[str], Needs], ...]  # these say so only of a firm that has settled elsewhere
    barred: re.Pattern[str]


@cache
def _words() -> _Words:
    lists = alternatives("departures.yaml")
    left, began, seat, before, kind, owner, barred = (
        lists[name] for name in ("left", "began", "seat", "before", "kind", "owner", "barred")
    )
    few, region, firms = rf"[^，。；：{_NAME}]", f"(?P<r>[{_REGION}{SIGNS['Park']}])", f"(?P<f>{_LISTED})"
    after = rf"(?:{few}{{0,12}}?的?(?:{kind})?(?:——|，|：)?{firms})?"
    by_itself = rf"(?!{few}{{0,8}}?{_GO_BETWEEN})"
    moved = (
        rf"{region}{by_itself}{few}{{0,8}}?(?:引|招|请|拉|带|迁|搬)(?:来|到|进|入|过来)(?:当地|本地|这里)?的{few}{{0,8}}?{firms}",
        rf"{firms}，?(?:是|系|由)(?:由)?{region}{by_itself}{few}{{0,8}}?(?:引|招|请|拉|带)(?:来|到|进|入|荐|过来)",
        rf"从{region}{few}{{0,10}}?(?:搬|迁|转移|引|请){few}{{0,4}}，{few}{{0,6}}最{few}{{1,4}}的{few}{{0,4}}?(?:当属|当数|首推|要数|就是|是|数){firms}",
        rf"(?:从|自|打)(?:千里之外的|遥远的|沿海的?)?{region}{few}{{0,10}}?{left}{after}",
        rf"由{region}{by_itself}{few}{{0,10}}?{left}{after}",
        rf"(?:把|将){region}的?{few}{{0,14}}?{left}",
        rf"(?:离开|告别|撤出|走出){region}",
        rf"{firms}(?:\ue00c|{few}{{0,4}})?(?:跟随|跟着|随){region}{few}{{0,8}}?(?:团|队|组|人员)(?:一起|一同)?(?:来到|来|落户|走进|进驻|到了?)(?![^，。；]{{0,6}}(?:考察|调研|捐|慰问))",
    )
    sits = (
        rf"(?:这家|那家|该|这个){few}{{0,4}}?{region}籍?(?:的)?{few}{{0,4}}?{kind}",
        rf"{firms}(?:等)?(?:\ue00b|{few}{{0,4}}家)?，?(?:都|均|全|皆|则|也)?(?:是|系|为|属)?{few}{{0,6}}?(?:来自|源自|出自)于?{region}",
        rf"(?:来自|源自|出自)于?{region}的?{few}{{0,12}}?(?:——|：)?{firms}",
        rf"(?:^|[，；。])(?:来自|源自)于?{region}的?{few}{{0,12}}?，{firms}",
        rf"{firms}等(?:\ue00b|{few}{{0,4}}家)?{region}籍?(?:的)?{few}{{0,4}}?{kind}",
        rf"{firms}，?(?:是|系|为|作为)(?:一家|一个|首家)?{region}的?{few}{{0,6}}?{kind}",
        rf"{region}(?:籍|的|本土|本地)?(?:\ue00b|[一二三四五六七八九十两\d]+家)?{few}{{0,6}}?{kind}(?:\ue00b家?|{few}{{0,2}}家|{few}{{0,2}}?)(?:——|：|，)?(?:分别是|分别为|包括|有|即|叫)?{firms}",
        rf"{region}(?:的)?{few}{{0,6}}?{owner}[^，。；：]{{0,6}}?(?:的|创办的|办的|名下的|开的|把自己的|把旗下的|，[他她]的){few}{{0,4}}?{firms}",
        rf"{seat}(?:就|便|则|也|都|是)?(?:设在|位于|坐落于|远在|在|是){region}",
        rf"{before}(?:是)?(?:在|设在|位于){region}",
        rf"{firms}，?{before}(?:就)?是{region}",
        rf"(?:在|于){region}{few}{{0,6}}?{began}",
        rf"{seat}(?:是|为|——|，)(?:一家)?{region}",
        rf"{firms}（{few}{{0,3}}?{region}）",
        rf"{region}来的{few}{{0,8}}?(?:占|有|就有)[^，。；]{{0,6}}，其中{few}{{0,4}}?{firms}",
    )
    return _Words(
        tuple((pattern, needed(pattern)) for pattern in map(re.compile, moved)),
        tuple((pattern, needed(pattern)) for pattern in map(re.compile, sits)),
        re.compile(barred),
    )


def find_departures(reading: Reading, topics: Topics, rows: Sequence[Chart], settled: set[str]) -> Iterator[Proposal]:
    """CAME_FROM of firms; `settled` are the ids of those that are known to work on the helped side."""
    telling = [row for row in rows if _REGION in row.code or SIGNS["Park"] in row.code]
    moved = list(_matched(reading, topics, telling, _words().moved, None))
    yield from moved
    there = settled | {p.subject.id for p in moved if p.problem is None}
    working = working_here(reading, topics) - there
    for seat in _matched(reading, topics, telling, _words().sits, there | working):
        yield replace(seat, rule=WORKS) if seat.subject.id in working else seat


def _matched(
    reading: Reading,
    topics: Topics,
    rows: list[Chart],
    patterns: tuple[tuple[re.Pattern[str], Needs], ...],
    settled: set[str] | None,
) -> Iterator[Proposal]:
    for row in rows:
        signs = frozenset(row.code)
        for pattern, needs in patterns:
            for hit in pattern.finditer(row.code) if may_match(needs, signs) else ():
                yield from _proposals(reading, topics, row, hit, settled)


def _proposals(
    reading: Reading, topics: Topics, row: Chart, hit: re.Match[str], settled: set[str] | None
) -> Iterator[Proposal]:
    named = row.items[hit.start("r")]
    region = home(named.entity) if isinstance(named, Mention) else None  # 从甲市开发区迁来: from the city
    if isinstance(named, Mention) and named.prefix is not None and region is not None and not region.code:
        region = named.prefix  # 从甲区乙村迁来: from the district, where the village has no code
    if region is None or region.label != "Region":
        return
    if not _elsewhere(topics, region, settled is None) and not (
        (_LEFT if settled is None else _SAID_OF).match(hit.group()) and _within(topics, row, hit, region)
    ):
        return
    low, high = part(row, hit.start(), hit.end(), "，；。：")
    if (
        settled is not None and row.code[hit.start() - 1 : hit.start()] == "我"
    ):  # “我原来在甲市进厂”: a life, no firm's seat
        return
    if _BRINGS_IN.search(hit.group()) and _GOODS.match(row.code, hit.end()):
        return
    said = row.code[low : min(high, hit.end() + 12)]
    if settled is None and hit.groupdict().get(
        "f"
    ):  # 从甲市迁来的乙玩具正赶订单: what the firm does there is no matter
        said = hit.group()
    if _OTHERS.match(row.code, hit.end()) or _words().barred.search(re.sub(f"[{_NAME}]", "", said)):
        return
    problem = "the words deny it" if NEGATED.search(row.code[low:high]) else None
    problem = problem or ("the words speak of a plan" if PLANNED.search(row.code[low:high]) else None)
    for firm in _firms(topics, row, hit, low):
        if settled is not None and firm.entity.id not in settled:
            continue
        first, last = hit.start(), hit.end() - 1
        if isinstance(firm, Mention):
            at = row.at(firm.start)
            first, last = min(first, at), max(last, at)
        more, steps = leaning(reading, firm, "subject")
        spans = (clause_span(row.sentence, row.starts[first], row.ends[last]), *more)
        rule = MOVED if settled is None else "origins"
        yield Proposal("CAME_FROM", firm.entity, region, spans, steps, problem=problem, rule=rule)


def _within(topics: Topics, row: Chart, hit: re.Match[str], region: Entity) -> bool:
    """Whether the move is told of a firm, from a place that is no helper's: 从甲镇搬进乙县工业园, not 从甲镇搬来的群众."""
    low, high = part(row, hit.start(), hit.end(), "，；。：")
    if (region.code or "").endswith("0000") or _PEOPLE.search(row.code[low : min(high, hit.end() + 8)]):
        return False
    settled = [m for m in row.items[hit.start() : high] if isinstance(m, Mention) and m.entity.id == region.id]
    return len(settled) < 2


def _elsewhere(topics: Topics, region: Entity, moved: bool) -> bool:
    """Whether firms of the region can have come to the helped side; in one province it is told by a move only."""
    side = topics.side(region)
    return side == "helper" or (side is None and moved and topics.highest == topics.lowest and level(region) > 1)


def _firms(topics: Topics, row: Chart, hit: re.Match[str], clause: int) -> list[Mention | Found]:
    """The firms that the words name with the region, else the one that is their subject, else the one spoken of."""
    if "f" in hit.re.groupindex and hit["f"]:
        listed = row.items[slice(*hit.span("f"))]
        return [m for m in listed if isinstance(m, Mention) and m.label == "Company" and m.step is None]
    if (
        _LEFT.match(hit.group())
        and _MODIFIES.match(row.code, hit.end())
        and not _IS.search(row.code[clause : hit.start()])
    ):
        return []
    low, _ = part(row, hit.start(), hit.end(), "；。")
    for index in range(hit.start() - 1, low - 1, -1):
        item = row.items[index]
        if isinstance(item, Mention) and item.label == "Company":
            return [item]
        if row.code[index] == SIGNS["Person"] and _BOSS.search(row.code[max(0, index - 4) : index]):
            continue
        if row.code[index] in (SIGNS["Person"], SIGNS["Park"], SIGNS["Workshop"]) and index >= clause:
            break
    if _ANY.match(row.code, hit.end()) and not _THIS.search(row.code[clause : hit.end()]):
        return []  # 像这样从甲市来的企业，县里有16家
    words = row.code[clause : hit.end() + 8]
    if _SPOKEN.search(words) is None:
        return []
    found = topics.before(row.sentence.block, row.starts[hit.start()], lambda m: m.label == "Company", 1)
    speaker = speakers_firm(topics.reading, row.sentence.block, row.starts[hit.start()])
    found = Found(speaker.entity, speaker) if speaker is not None else found or _named_later(topics, row, hit)
    return [found] if found is not None else []


def _named_later(topics: Topics, row: Chart, hit: re.Match[str]) -> Found | None:
    """The firm that the next words give a name to: 如今他的甲公司, 取名甲公司."""
    block, start = row.sentence.block, row.starts[hit.start()]
    for mention in topics.reading.within(block, start, row.sentence.end + 40):
        if mention.label == "Company" and _OWN.search(topics.reading.plain(block, start, mention.start)):
            return Found(mention.entity, mention)
    return None
