"""Whether what stands before the ending of a name tells its bearer from others of its kind: no 现代农业产业园, no 深圳分行."""

from __future__ import annotations

import re
from collections.abc import Sequence

from loaders.lexicon import names
from loaders.tagger import Token

LEVELS = "县区市州旗"
OF_TOWN = re.compile("(?<![一-鿿])[镇乡]$|[为给在到向由从和与的是对让往进]([镇乡])$")
_BRANCH = re.compile("分行|支行|分公司|分店|分厂")
_BARE_BODY = re.compile(r"(?:自治区|自治州|自治县|[省市州县区旗])(?![委长级域场])[一-鿿（]|区委（")
_OF_COUNTY = re.compile(r"[县区市州旗](?:卫生|职业|技术|党群|政务|民族|社会|儿童|综合|人民|中心|第[一二三四五六])*$")
_NEWLY_BUILT = re.compile(
    r"(?:建起|建设|建成|新建|援建|修建|兴建|改造|改建|扩建|捐建|资助|设|设起|设立|盖起|盖|修|办|办起|开出|建)(?:了|起|的)?(?:一|1)?(?:[座个处栋条所间家])?$|[镇乡村寨屯点社区县市]的$"
)
_BUILT_THERE = re.compile(
    r"(?:在|给|为)[^，。；、]{2,16}(?:建起|建设|建成|新建|援建|修建|兴建|添|添置|盖|盖起|打造|设立|开设|建)(?:了|起)?(?:一[座个处家所])?$"
    r"|投[资入][^，。；、]{2,12}元[^，。；、]{0,10}?(?:建起|建设|建成|新建|援建|修建|兴建|改造)了?$"
)


def tells_apart(plain: str, tokens: Sequence[Token], start: int, core: int, ending: int, label: str) -> bool:
    """Whether something before the ending tells this one from others of its kind."""
    rest = plain[core:ending]
    if label == "Company" and rest == "集体":
        return False  # 甲村集体公司
    if not rest and _BRANCH.match(plain, ending):
        return False  # 深圳分行: of which bank?
    if core > start or (label == "Organization" and _BARE_BODY.match(plain[start : ending + 2])):
        return True
    if label == "Facility" and (_OF_COUNTY.match(rest) or (not rest and plain[ending] in LEVELS)):
        return True  # 县医院, 县卫生服务中心: the one of the county under discussion
    if rest in ("镇", "乡") and plain[ending - 1] == rest and OF_TOWN.search(plain, max(0, ending - 2), ending):
        return True  # of the town under discussion
    if label == "Programme":
        return len(rest) >= 6
    whole = plain[start : ending + 12]
    if any(whole.startswith(word) for word in names().built) and _NEWLY_BUILT.search(plain[max(0, start - 14) : start]):
        return True  # 在某乡建分选中心: the one that was built there
    if (
        label in ("Park", "Facility", "Workshop")
        and len(rest) >= 4
        and _BUILT_THERE.search(plain[max(0, start - 28) : start])
    ):
        return True  # 在某社区建起移民后续就业孵化基地: told by where it was built
    left = names().generic.match(rest)
    generic = left.end() if left else 0
    if generic == 1 and any(t.start == core and t.end > core + 1 for t in tokens):
        generic = 0  # 小米加工厂: no small one
    return len(rest) - generic >= 2
