"""Named firms, parks, workshops, facilities, bodies and programmes: found by the endings of their names.

An ending (有限公司, 产业园, 工作组 ...) is extended to the left word by word as long as the words can be part of a name;
what is left must tell it from others of its kind.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from loaders.lexicon import names
from loaders.name_departments import department_edge
from loaders.name_edges import (
    before_bracket,
    behind_office,
    core_of,
    course_edge,
    firm_edge,
    left_edge,
    paired_edge,
    sent_by,
    with_region,
)
from loaders.name_goes_on import goes_on, no_bureau
from loaders.name_joints import after_another, alone_behind_joiner, behind_joint
from loaders.name_marks import (
    INNER_VERB,
    NUMBERED,
    Name,
    leagues,
    quoted,
    site_committees,
    tagged,
    wholes,
    works,
)
from loaders.name_openings import behind_firm, behind_party, behind_place, led_here, straddled
from loaders.name_told import LEVELS, OF_TOWN, tells_apart
from loaders.name_works import PLAIN_WORKS, plain_works
from loaders.named import TOWN_BODIES
from loaders.names_called import called
from loaders.names_marked import marked
from loaders.names_opened import opened
from loaders.regions import RegionSpan
from loaders.tagger import Token

_LED_TO = re.compile(
    r"(?:.{2,}(?:企业|客商|厂商|厂家|老板|商人)|.*(?:供应|经销|制造|开发|运营|承包|零售|服务|渠道|代理|生产|供货|批发|分销|加盟|汽配|配件|采购|承建|施工|投资)商)"
    r"(?=[^管服咨集家发促创培孵总联协商产园党科的].{3})"
)
_FIRM_ENDING = re.compile(r"公司$|集团$|合作社$|农场$")


def find_names(plain: str, tokens: Sequence[Token], regions: Sequence[RegionSpan]) -> list[Name]:
    """The names in one block, left to right, not overlapping."""
    found: list[Name] = []
    for name in sorted(
        [
            *(_of_region(plain, name, regions) for name in quoted(plain)),
            *works(plain),
            *_ended(plain, tokens, regions),
            *leagues(plain),
            *wholes(plain, tokens),
            *site_committees(plain),
            *tagged(plain, tokens, regions),
            *called(plain),
            *marked(plain, regions),
            *opened(plain),
        ],
        key=lambda n: (n.start, -n.end),
    ):
        if found and name.start < found[-1].end:
            if name.end - name.start > found[-1].end - found[-1].start and name.start == found[-1].start:
                found[-1] = name
            continue
        found.append(name)
    return found


def _of_region(plain: str, name: Name, regions: Sequence[RegionSpan]) -> Name:
    """A team in quotation marks opens with its division: 浙江省|第二批“组团式”援藏队."""
    region = next((r for r in regions if r.end == name.start), None) if plain[name.start] == "第" else None
    return name if region is None else replace(name, start=region.start, core=region.end)


def _ended(plain: str, tokens: Sequence[Token], regions: Sequence[RegionSpan]) -> list[Name]:
    lexicon = names()
    found: list[Name] = []
    ended: set[int] = set()
    for at, end in lexicon.ending.longest(plain).items():
        end -= plain.startswith(("中学校长", "小学校长"), at)  # 第四中学|校长, no 中学校
        ending = plain[at:end]
        if end in ended:
            continue  # 基地 in 孵化基地
        ended.add(end)
        if goes_on(plain, at, end, tokens) or alone_behind_joiner(plain, at, tokens):
            continue
        start = left_edge(plain, at, tokens, regions)
        firm_start = firm_edge(plain, at, regions) if _FIRM_ENDING.search(ending) else None
        if firm_start is not None and firm_start < start:
            start = firm_start
        start = before_bracket(plain, start, tokens)
        edge = department_edge(plain, end, regions)
        start = start if edge is None else min(start, edge)
        start = with_region(plain, start, at, regions, tokens)
        start = paired_edge(plain, before_bracket(plain, start, tokens), regions)
        start = behind_office(plain, start, at, regions)
        if lexicon.endings[ending] in ("Company", "Park", "Workshop"):
            start = straddled(plain, start, end)
        if lexicon.endings[ending] == "Park":  # 落户|某某|慈善产业园: no person stands there
            start = next((t.start for t in tokens if t.end == start and t.tag == "PER" and t.end - t.start <= 3), start)
        elif ending.endswith("公司") and not _opens(regions, start):
            start = led_here(plain, start)
        start = after_another(plain, start, at, ended)
        start = next((r.end for r in regions if r.start < start < r.end), start)
        start += _CUT_TOWN.match(plain, start, end) is not None  # 袍里乡|坡心村党支部
        if ending[0] in LEVELS and not any(r.end in (at, at + 1) for r in regions):
            start = at  # 托管县医院: runs the hospital of the county
        if ending in TOWN_BODIES and OF_TOWN.search(plain, max(0, at - 2), at):
            start = at - 1  # 镇卫生院: of the town under discussion
        label = lexicon.endings[ending]
        if ending in ("局", "厅") and no_bureau(plain, at, end):
            continue
        if label == "Organization" or ending.endswith("站"):
            start = sent_by(plain, start, regions)
            start -= _STATIONED.search(plain, max(0, start - 2), start) is not None and (
                _opens(regions, start) or _AT_TOWN.match(plain, start) is not None
            )
        if label == "Programme" and plain.rfind("《", 0, end) <= plain.rfind("》", 0, end):
            start = min(start, course_edge(plain, at))
            held = _HELD.match(plain, start, end)
            start = held.end() if held and held.end() <= at else start
        placed = any(r.start == start for r in regions)
        if plain[end : end + 2] == "之一" or (not placed and _COUNTED.match(plain, end)):
            continue
        core = core_of(start, regions)
        if core >= end:
            continue
        verb = INNER_VERB.match(plain, start, end)
        if verb is not None and verb.end() <= at:
            start = verb.end()
            core = max(core, core_of(start, regions))
        behind = behind_joint(plain, start, at, end, label, regions)
        if behind > start:
            start, core = behind, max(core, core_of(behind, regions))
        ordinal = _ORDINAL.match(plain, start, at)
        if ordinal is not None:
            start = core = ordinal.end()
        if plain[start] in "任有职由经过" and (
            plain[start + 1] in "县区市州旗镇乡" or any(r.start == start + 1 for r in regions)
        ):
            start, core = start + 1, max(core, start + 1)  # 任县乡村振兴局局长, 挂职|甲县委常委
        unit = _UNIT.match(plain, start, at)
        if unit is not None:
            start = unit.end()
            core = max(start, core_of(start, regions))
        if label == "Organization" and plain[start : start + 2] == "社区":
            continue
        if plain[start - 1 : start] == "“" and plain[end : end + 1] == "”":
            continue  # names in quotation marks are judged by what stands around them
        led = _LED_TO.match(plain[start:end]) if label == "Company" else None
        if led is not None:
            start += led.end()
            core = max(core, start)
        if label == "Company":
            start = behind_party(plain, behind_firm(plain, start, at), at)
            start = behind_place(plain, start, end, regions)
            core = max(core, core_of(start, regions))
        if "——" in plain[start:end] and not any(r.end == plain.rindex("——", start, end) for r in regions):
            start = plain.rindex("——", start, end) + 2
            core = max(core, start)
        words = plain[start:end]
        if words.count("（") != words.count("）") or NUMBERED.match(words) or _SOME.search(words):
            continue
        if re.search(
            r"[一两三四五六七八九十\d]+家(?:公司|企业|集团|合作社|农场|牧场|酒店|超市|民宿|[^家]{0,2}厂)$", words
        ):
            continue
        if words in lexicon.never or (plain[core:end] in lexicon.never and core == start):
            continue
        if ending in PLAIN_WORKS:
            told = plain_works(plain, tokens, start, core, at, end)
        else:
            told = tells_apart(plain, tokens, start, core, at, label)
        if not told:
            continue
        found.append(Name(start, end, core, label))
    return _longest(found)


def _opens(regions: Sequence[RegionSpan], at: int) -> bool:
    return any(r.start == at for r in regions)


_CUT_TOWN = re.compile("(?<=[一-鿿])(?<!驻)[镇乡](?!帮)[一-鿿]{1,4}村")
_UNIT = re.compile(
    "(?:[一-鿿]{0,2}|(?:定点|对口|结对)?(?:帮扶|支援|援助|协作|扶贫))单位(?=[一-鿿]{3})|（[^（）]{1,6}）(?=[省市县区州])"
)
_SOME = re.compile("各|一家(?!亲|人|乐)|[两三四五六七八九几多0-9]家")
_STATIONED = re.compile("(?<![一-鿿])驻$|的驻$")  # 介绍人、|驻珠海劳务工作站的余某某
_AT_TOWN = re.compile("[一-鿿]{1,4}[镇乡村]")
_ORDINAL = re.compile(r"(?:第[一二三四五六七八九十\d]{1,3}|首|[这那该一])[座家个所条处间栋]|厂址|地址|[^，。]{0,3}辖区")
_HELD = re.compile(
    r"[^“”]*(?:举办|承办|开办|办好?|[这那该本]场|[一两三四五六七八九十\d]期|新一轮|推行|打造|开展|实施|推出|启动|推进|首批|首期)了?(?=[一-鿿“]{2})"
)  # what is done with a course
_COUNTED = re.compile(
    r"(?:有|共|已|达|约|近|超)*\d+[余多]?(?:(?:个|家|所|处|座|间)(?!项目|工程|企业|单位|基地|村|点)|万(?!元))|数量|总数"
)


def _longest(found: list[Name]) -> list[Name]:
    """Of names that begin alike, the longest; a name inside another is dropped."""
    kept: list[Name] = []
    for name in sorted(found, key=lambda n: (n.start, -n.end)):
        if kept and name.end <= kept[-1].end:
            continue
        if kept and name.start < kept[-1].end:
            if name.start == kept[-1].start:
                kept[-1] = name
            continue
        kept.append(name)
    return kept
