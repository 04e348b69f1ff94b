"""Names put right at their edges, and those left out that only point at a thing or mean any of its kind.

上述就业车间 points, 老牌调料厂 and 一家互联网公司 are any of a kind, 了分拨中心 and 家芒茭食品厂 open with a word of the sentence.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from loaders.lexicon import any_of, names, read_yaml
from loaders.name_clauses import outside_clause
from loaders.name_edges import core_of
from loaders.name_marks import Name
from loaders.regions import RegionSpan

_PARTICLE = re.compile("[了着过](?=..)|(?<=[建造修盖办改搭筑立架打装])[成起](?=..)")
_MEASURE = re.compile("(?<=[了起开办建设])[家座所个间](?=...)")
_SOME_BEFORE = re.compile("(?:有|几|两)[家座所个间]$")
_HANDED = re.compile("[交归租给托请让向跟](?=..)")  # 交|某县中等职业学校管理
_BUT = re.compile("(?<![一-鿿])[可但而却且](?=..)")
_PROVINCE = "[藏滇黔桂川渝疆甘青陕晋鲁豫鄂湘赣皖苏浙闽粤琼冀辽吉黑蒙]"
_PART_OF_PROVINCE = re.compile(f"(?<={_PROVINCE})[东西南北中](?=..)")  # 藏|北|某县
_PROVINCE_SIDE = re.compile(f"{_PROVINCE}[东西南北中]")
_FORMER = re.compile("原(?=[县旗市区州镇乡村].)")
_POINTING = re.compile(
    "(?:上述|前述|下述|所述|同一|另外|另一|其他|其它|其余|原有|现有|这类|此类|某些|有些|一些|部分|不少|很多|许多|众多|所有)"
)
_ANY_SUCH = re.compile(
    "(?:老牌|迷你|闲置|废弃|破旧|崭新|简陋|露天|临时|最近|唯一|著名|知名|小小|空置|偏远|邻近|邻村|隔壁|身后|眼前|门口|外地|外省|省外|县外|省内|城里|城区|县城(?![乡投建管])|市区|镇上|[省市县区旗镇乡村厂校院]里|当地|本地|周边|附近|时候)(?=..)"
)
_SOME_INSIDE = re.compile("[有一几两三][所家座个间处](?!亲|人|乐)|(?<=.)两地(?=结对|共建|学校|医院|企业)")
_COUNTED_BEHIND = re.compile(
    "(?:现有|已有|共有|有|达|已达|增至|达到|超过|近|约|约有|超)\\d+[余多]?[家所个座间](?![一-鿿])"
)
_OF_ANOTHER_WORD = "聚社小园厂校景库片置迁山牧灾地辖郊"
_IDIOM = re.compile("前.后.|以.[代促带助兴换].|[一二三四五六七八九十两][一-鿿][一二三四五六七八九十两][一-鿿]")
_CHIEF = re.compile("场场|厂厂|院院|社社|校校|站站|园园|行行")
_SENT_BATCH = re.compile("第[一二三四五六七八九十\\d]{1,3}批$")
_ERRAND = re.compile("(?<![一-鿿])驻$|(?<![一-鿿])援[藏疆青川黔滇]$")
_TEAM = re.compile("(?:工作队|工作组|联络组|工作站|协作站|指挥部|帮扶队|专班)$")


def tidied(plain: str, name: Name, regions: Sequence[RegionSpan]) -> Name | None:
    """The name with its edges put right, None where nothing is named."""
    if name.quoted:
        return None if _IDIOM.fullmatch(plain, name.start, name.end) else name
    without = outside_clause(plain, name, regions)
    if without is None:
        return None
    name = _shortened(plain, without, regions)
    name = _with_errand(plain, name)
    core = plain[name.core : name.end]
    if (name.core == name.start and (len(core) < 2 or core in names().never)) or _POINTING.match(core):
        return None
    if _ANY_SUCH.match(core) and name.label != "Organization" and not core.endswith(("公司", "集团")):
        return None
    some = name.label == "Company" and _SOME_BEFORE.search(plain, max(0, name.start - 2), name.start) is not None
    if some or _SOME_INSIDE.search(core) or _COUNTED_BEHIND.match(plain, name.end):
        return None
    if plain[name.start] == "区" and plain[name.start - 1 : name.start] in tuple(_OF_ANOTHER_WORD):
        return None
    any_one = name.core == name.start and plain[name.start - 1 : name.start] in tuple("的家些类个") and _any_firm(core)
    return None if any_one else name


def _shortened(plain: str, name: Name, regions: Sequence[RegionSpan]) -> Name:
    """Without the word of the sentence before it, and without the first sign of 场长 behind it."""
    start, end = name.start, name.end
    if any(r.start == start for r in regions):
        return name  # 原州区第八小学
    opened = any(r.start == start + 1 for r in regions)
    for words in (_PARTICLE, _MEASURE, _FORMER):
        start += words.match(plain, start, end) is not None
    province = _PROVINCE_SIDE.match(plain, start, end)
    if province is not None and any(r.start == province.end() for r in regions):
        start = province.end()
    if opened and start == name.start:
        start += any(words.match(plain, start, end) is not None for words in (_HANDED, _BUT, _PART_OF_PROVINCE))
    if plain[end : end + 1] == "长" and _CHIEF.fullmatch(plain, end - 2, end):
        end -= 1
    if (start, end) == (name.start, name.end):
        return name
    return replace(name, start=start, end=end, core=max(start, core_of(start, regions)))


def _with_errand(plain: str, name: Name) -> Name:
    """驻|某镇帮扶工作队, 第七批|援某工作队: a team is named with its errand and its number."""
    if name.label not in ("Organization", "Facility") or not _TEAM.search(plain, name.start, name.end):
        return name
    ministry = next(
        (m for m in names().whole.finditer(plain, max(0, name.start - 16), name.start - 1) if _sends(plain, m, name)),
        None,
    )
    if ministry is not None:
        return replace(name, start=ministry.start(), core=ministry.start())
    before = plain[max(0, name.start - 6) : name.start]
    errand = _ERRAND.search(before)
    if errand is None and plain[name.start] in "援驻":
        errand = _SENT_BATCH.search(before)
    return (
        name
        if errand is None
        else replace(name, start=name.start - len(errand.group()), core=name.start - len(errand.group()))
    )


def _sends(plain: str, body: re.Match[str], name: Name) -> bool:
    """Whether the team is that of the body right before it: 水利部|驻|某县帮扶工作组."""
    return body.end() == name.start - 1 and plain[name.start - 1] == "驻"


@cache
def _branches() -> re.Pattern[str]:
    raw, known = read_yaml("brands.yaml"), read_yaml("names.yaml")
    trades = [*raw["trades"], *known["trades"], *raw["branches"]]
    return re.compile(f"(?:{any_of(trades)})+(?:公司|企业)")


def _any_firm(core: str) -> bool:
    """Whether a firm's name says its branch of business and nothing more: 互联网公司, 食品检测公司."""
    return _branches().fullmatch(core) is not None
