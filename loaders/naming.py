"""Named firms, parks, workshops, facilities, bodies and programmes: found by the endings of their names.

An ending (有限公司, 产业园, 工作组 ...) is extended to the left word by word as long as the words can be part of a name;
what is left must tell it from others of its kind.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from loaders.lexicon import names
from loaders.regions import RegionSpan
from loaders.tagger import Token

_STOP_TAGS = frozenset({"v", "vd", "p", "c", "u", "r", "d", "xc", "q", "ad", "TIME", "t", "m", "f", "PER", "w"})
_NUMBERED = re.compile(r"[一二三四五六七八九十\d][一-鿿][一二三四五六七八九十\d]")  # 一园五站六中心
_INNER_VERB = re.compile(r".*(?:挂职|挂任|担任|现任|兼任|出任|来自|引进了?|成立了?|创办了?|参观|走进|促成|加入|邀请|是|兼|(?<=.)企业(?=[^管服咨集家].{3}))")
_NO_BUREAU = frozenset("格局 布局 大局 结局 开局 全局 当局 棋局 时局 邮局 破局 定局 政局 战局".split())
_JOINERS = "·—－-"
_STOP_WORDS = frozenset(
    "记者 企业 公司 全市 全县 全区 全省 当地 本地 目前 近日 日前 通讯员 村民 居民 群众 员工 工人 干部 负责人 总经理 经理 董事长 主任 书记 "
    "局长 其中 同时 以及 等 位于 来自 通过 依托 建设 建成 引进 引入 成立 创办 新建 入驻 落户 援建 打造 设立 开设 走进 走访 参观 成功 先后 经 "
    "实力 优质 知名 龙头 沪上 东部 西部 资金 财政 协作资金 帮扶资金 项目 副县长 县长 市长 区长 组长 队长 代表 老家 家乡 客商 名叫 叫 原 曾 "
    "现任 时任 担任 任 挂职 由 与 和 同 及 到 在 从 把 被 给 对 向 为 比 将".split()
)
_FIRM_ENDING = re.compile(r"公司$|集团$|合作社$|农场$")
_FIRM_STOP = re.compile(r"[，。；：！？、“”《》（]|引进|引入|成立|创办|成功|投资|签约|联系|对接|动员|组织|吸引|包括|依托|促成|走进|走访|协调|选择|加入|收购|帮助|支持|就是|作为|这家|名叫|叫做|注册了?|与|和|同|由|在|向|为|从|把|是|让|的|位|名|等|了|交给|给|归|靠|找|请|跟|被|到|来|去")


@dataclass(frozen=True, slots=True)
class Name:
    """A name in a block; `core` is where the part after its leading regions begins."""

    start: int
    end: int
    core: int
    label: str
    quoted: bool = False


def find_names(plain: str, tokens: Sequence[Token], regions: Sequence[RegionSpan]) -> list[Name]:
    """The names in one block, left to right, not overlapping."""
    found: list[Name] = []
    for name in sorted(
        [*_quoted(plain), *_works(plain), *_ended(plain, tokens, regions), *_leagues(plain), *_site_committees(plain),
         *_tagged(plain, tokens, regions)],
        key=lambda n: (n.start, -n.end),
    ):
        if found and name.start < found[-1].end:
            if name.end - name.start > found[-1].end - found[-1].start and name.start == found[-1].start:
                found[-1] = name
            continue
        found.append(name)
    return found


def _ended(plain: str, tokens: Sequence[Token], regions: Sequence[RegionSpan]) -> list[Name]:
    lexicon = names()
    found: list[Name] = []
    ended: set[int] = set()
    for match in lexicon.ending.finditer(plain):
        ending, end = match.group(1), match.end(1)
        if end in ended:
            continue  # 基地 in 孵化基地
        ended.add(end)
        if _goes_on(plain, end, tokens):
            continue
        start = _left_edge(plain, match.start(), tokens, regions)
        firm_start = _firm_edge(plain, match.start(), regions) if _FIRM_ENDING.search(ending) else None
        if firm_start is not None and firm_start < start:
            start = firm_start
        start = _before_bracket(plain, start, tokens)
        start = _with_region(plain, start, match.start(), regions, tokens)
        label = lexicon.endings[ending]
        if ending == "局" and plain[match.start() - 1 : end] in _NO_BUREAU:
            continue
        if label == "Organization" or ending.endswith("站"):
            start = _sent_by(plain, start, regions)
        if label == "Programme" and plain.rfind("《", 0, end) <= plain.rfind("》", 0, end):
            start = min(start, _course_edge(plain, match.start()))
        placed = any(r.start == start for r in regions)
        if plain[end : end + 2] == "之一" or (not placed and _COUNTED.match(plain, end)):
            continue
        core = _core(start, regions)
        if core >= end:
            continue
        verb = _INNER_VERB.match(plain[start : match.start()])
        if verb is not None:
            start += verb.end()
            core = max(core, start)
        if plain[start] == "任" and plain[start + 1] in "县区市州镇":
            start, core = start + 1, max(core, start + 1)  # 任县乡村振兴局局长: takes a post
        if label == "Organization" and plain[start : start + 2] == "社区":
            continue
        if plain[start - 1 : start] == "“" and plain[end : end + 1] == "”":
            continue  # names in quotation marks are judged by what stands around them
        words = plain[start:end]
        if words.count("（") != words.count("）") or _NUMBERED.match(words):
            continue
        if words in lexicon.never or plain[core:end] in lexicon.never and core == start:
            continue
        if not _tells_apart(plain, start, core, match.start(), label):
            continue
        found.append(Name(start, end, core, label))
    return _longest(found)


def _goes_on(plain: str, end: int, tokens: Sequence[Token]) -> bool:
    """Whether the ending is only the first part of a longer word (中心 in 中心村, 公司 in 公司化)."""
    return any(t.start < end < t.end and t.tag not in ("ORG", "LOC", "v") for t in tokens) or plain[
        end : end + 1
    ] in ("化", "式", "型", "制")


def _left_edge(plain: str, start: int, tokens: Sequence[Token], regions: Sequence[RegionSpan]) -> int:
    """How far the name reaches to the left of its ending."""
    edge = start
    for token in reversed([t for t in tokens if t.start < start]):
        word = plain[token.start : min(token.end, edge)]
        if token.end < edge:
            break
        if word in _STOP_WORDS or (token.tag in _STOP_TAGS and not _joins(plain, token, edge)):
            break
        if token.tag == "v" and any(r.start == token.end for r in regions):
            break  # 甲中学帮扶乙县丙中学: the verb stands between two names
        if token.tag in ("n", "vn", "a", "an") and word in ("的",):
            break
        edge = token.start
        if start - edge > 24:
            break
    while edge < start and plain[edge] in "·—-、等":
        edge += 1
    for region in regions:
        if edge < region.start < start and _BETWEEN.search(plain[edge : region.start]):
            edge = region.start
    for token in tokens:
        if token.start == edge and token.tag in ("v", "vd") and token.end <= start:
            edge = token.end  # 发展产业园区: a name does not open with its verb
    return edge


def _joins(plain: str, token: Token, edge: int) -> bool:
    """Words of other tags that stand inside names: 中国·贵州, 2022年移民社区, 杉源（广西）, 第一中学."""
    word = plain[token.start : token.end]
    if token.tag in ("v", "vd", "ad") and word in names().inner_verbs:
        return True
    if word in ("易", "地") and "易地" in plain[token.start - 1 : token.end + 1]:
        return True
    if word in ("—", "-") and plain[token.end : token.end + 3] in ("总公司", "分公司"):
        return False
    if word in _JOINERS or word in ("（", "）") and _in_brackets(plain, token.start):
        return True
    if token.tag == "TIME":
        return bool(re.fullmatch(r"20\d\d年", word)) and token.start > 0 and plain[token.start - 1] not in "，。；、“（"
    if token.tag == "m":
        return bool(re.fullmatch(r"第?[一二三四五六七八九十]{1,3}|[A-Z]\d*|[百千万][头只亩羽口吨]", word))
    return token.tag == "f" and word in ("东", "西", "南", "北", "中")


def _in_brackets(plain: str, at: int) -> bool:
    """A short region in brackets inside a firm's name."""
    window = plain[max(0, at - 5) : at + 6]
    return bool(re.search(r"（[^，。（）]{2,4}）", window))


def _firm_edge(plain: str, start: int, regions: Sequence[RegionSpan]) -> int | None:
    """A firm's full name often opens with a region; whatever stands between belongs to it."""
    best: int | None = None
    apposed = re.search(r"(?:企业|客商|厂家)(?=[^，。、；：“”（）的在与和]{2,10}$)", plain[max(0, start - 16) : start])
    if apposed:
        best = max(0, start - 16) + apposed.end()
    for span in regions:
        if span.start < start and start - span.end <= 16 and not _FIRM_STOP.search(plain[span.end : start]):
            if best is None or span.start < best:
                best = span.start
    return best


_BETWEEN = re.compile(r"(?:帮扶?|支援|对口|结对|与|和|同|援|挂职|任|来自)$")
_BARE_BODY = re.compile(r"(?:自治区|自治州|自治县|[省市州县区旗])(?![委长级域])[一-鿿（]|区委（")
_COUNTED = re.compile(r"(?:共|已|达|约|近|超)?\d+[余多]?(?:个|家|所|处|座|间|万)|数量|总数")
_ROLE_NOUN = re.compile(r"(?:东家|企业|公司|客商|商家|厂家|承租方|业主|[甲乙]方|老板|股东|总部|单位)$")
_BUILT_THERE = re.compile(
    r"(?:在|给|为)[^，。；、]{2,16}(?:建起|建设|建成|新建|援建|修建|兴建|添|添置|盖|盖起|打造|设立|开设|建)(?:了|起)?(?:一[座个处家所])?$"
)
_FIRMLY = re.compile(r"建设|新建|打造|建成|发展|推进|规划|培育|大力|积极|设立|开设")


def _with_region(
    plain: str, start: int, ending: int, regions: Sequence[RegionSpan], tokens: Sequence[Token]
) -> int:
    """The name opens with the region right before it (疏附县委, 莎车卡龙图文服装产业园), and not before that (东家新疆……)."""
    for region in regions:
        if start < region.start < ending and plain[region.start - 1] not in "（·—-、和与驻援":
            words = [t for t in tokens if start <= t.start < region.start]
            apart = all(t.tag in ("n", "vn", "a") and t.end <= region.start for t in words)
            if not any(r.start == start for r in regions) and (apart or _ROLE_NOUN.search(plain[start : region.start])):
                return region.start
    for region in regions:
        if region.start < start <= region.end:
            return _chain_start(region, regions)
        between = plain[region.end : start]
        if region.end < start and len(between) <= 6 and not _FIRM_STOP.search(between) and not _FIRMLY.search(between):
            inside = [t for t in tokens if region.start <= t.start and t.end <= start and t.end > region.end]
            if inside and all(t.tag in ("PER", "nz", "ORG", "LOC") for t in inside):
                return _chain_start(region, regions)
    return start


_COURSE_STOP = re.compile(r".*(?:[，。；：！？、的了《》]|举办|开设|参加|启动|举行|开展|出席|实施|印发|制定|组织|参与|主办|承办|这期|本期|此次)")


def _course_edge(plain: str, ending: int) -> int:
    """A course or campaign may be named at length, verbs and all; it begins where it is held."""
    window = max(0, ending - 40)
    stop = _COURSE_STOP.match(plain[window:ending])
    if stop is None:
        return ending
    start = window + stop.end()
    return start + (1 if plain[start : start + 1] == "“" else 0)


def _before_bracket(plain: str, start: int, tokens: Sequence[Token]) -> int:
    """杉源（广西）医疗: what stands before a region in brackets opens the firm's name."""
    if plain[start - 1 : start] == "（":
        start -= 1
    if plain[start : start + 1] != "（":
        return start
    for token in reversed([t for t in tokens if t.end <= start]):
        if token.end != start or token.tag in _STOP_TAGS:
            break
        start = token.start
    return start


_SENT = re.compile(r"(?:第.{1,3}批)?(?:派驻|驻|援|赴|对口支援|对口帮扶|帮扶|协作)[^，。、；：的在了]{0,8}$")


def _sent_by(plain: str, start: int, regions: Sequence[RegionSpan]) -> int:
    """A team is named after both ends of its errand: 常州市驻安康工作组, 北京市援疆和田指挥部."""
    for span in regions:
        if span.end < start and start - span.end <= 10 and _SENT.fullmatch(plain[span.end : start]):
            return _chain_start(span, regions)
        if span.end < start and re.fullmatch(r"派?驻|援|赴|第.{1,3}批", plain[span.end : start]):
            return _chain_start(span, regions)
    return start


def _chain_start(span: RegionSpan, regions: Sequence[RegionSpan]) -> int:
    start = span.start
    for other in regions:
        if other.end == start:
            return _chain_start(other, regions)
    return start


def _core(start: int, regions: Sequence[RegionSpan]) -> int:
    core = start
    for span in regions:
        if span.start == core:
            core = span.end
    return core


def _tells_apart(plain: str, start: int, core: int, ending: int, label: str) -> bool:
    """Whether something before the ending tells this one from others of its kind."""
    rest = plain[core:ending]
    if core > start or (label == "Organization" and _BARE_BODY.match(plain[start : ending + 2])):
        return True
    if label == "Facility" and re.fullmatch(r"[县区市州]", rest):
        return True  # 县医院, 县一中: the one of the county under discussion
    if label == "Programme":
        return len(rest) >= 6
    if label in ("Park", "Facility", "Workshop") and len(rest) >= 4 and _BUILT_THERE.search(plain[max(0, start - 28) : start]):
        return True  # 在某社区建起移民后续就业孵化基地: told by where it was built
    left = names().generic.match(rest)
    distinct = rest[left.end() :] if left else rest
    return len(distinct) >= 2


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


_QUOTE = re.compile(r"“([^“”，。；：！？]{2,24})”")


def _quoted(plain: str) -> list[Name]:
    """Names in quotation marks whose last word, inside or right after the marks, says what they are."""
    lexicon = names()
    found: list[Name] = []
    for match in _QUOTE.finditer(plain):
        inside = match.group(1)
        if _NUMBERED.match(inside) or re.search(r"[是为成]了?[^，。；]{0,24}的$", plain[max(0, match.start() - 28) : match.start()]):
            continue  # 是……的“民生综合体”: a figure of speech
        follows = re.match(r"[一-鿿]{0,6}?" + lexicon.ending.pattern, plain[match.end() : match.end() + 14])
        ending = [m.group(1) for m in lexicon.ending.finditer(inside) if m.end(1) == len(inside) and m.start() > 0]
        if ending:
            found.append(Name(match.start(1), match.end(1), match.start(1), lexicon.endings[ending[0]], True))
        elif follows and not re.search(r"[的等和与在了]", follows.group()):
            end = match.end() + follows.end(1)
            batch = re.search(r"(?:第.{1,3}批)?$", plain[: match.start()])
            start = batch.start() if batch else match.start()
            found.append(Name(start, end, start, lexicon.endings[follows.group(1)], True))
        elif re.match(r"(?:项目|工程|计划|行动|品牌|活动)(?!资金)", plain[match.end() :]):
            found.append(Name(match.start(1), match.end(1), match.start(1), "Programme", True))
        elif re.search(r"(?:行动|计划|工程|课堂|培训班)$", inside) and len(inside) >= 4:
            found.append(Name(match.start(1), match.end(1), match.start(1), "Programme", True))
        elif re.search(r"[馆店站室厅坊园]$", inside) and len(inside) >= 4:
            label = "Workshop" if inside.endswith("坊") else "Facility"
            found.append(Name(match.start(1), match.end(1), match.start(1), label, True))
    return found


def _works(plain: str) -> list[Name]:
    """Plans, agreements and schemes in 《》."""
    pattern = re.compile(r"《([^《》]{4,60}?(?:协议|规划|方案|计划|意见|清单|办法|行动)(?:（[^《》]{1,16}）)?)》")
    return [Name(m.start(1), m.end(1), m.start(1), "Programme", True) for m in pattern.finditer(plain)]


_TAGGED = {"署局委办处科会部组队联": "Organization", "院校馆站所场": "Facility"}


def _tagged(plain: str, tokens: Sequence[Token], regions: Sequence[RegionSpan]) -> list[Name]:
    """Bodies that the tagger knows and that open with a region: 宝安区投资推广署, 罗湖区工会."""
    found: list[Name] = []
    for token in tokens:
        region = next((r for r in regions if r.start == token.start and r.end + 2 <= token.end), None)
        if region is None or token.tag not in ("ORG", "LOC") or plain[token.start : token.end] in names().never:
            continue
        if _INNER_VERB.match(plain[token.start : token.end]):
            continue
        for endings, label in _TAGGED.items():
            if plain[token.end - 1] in endings:
                found.append(Name(token.start, token.end, _core(token.start, regions), label))
    return found


def _site_committees(plain: str) -> list[Name]:
    """社区党委 as a body of its own; before 书记 it is part of the post."""
    pattern = re.compile(r"(?<![一-鿿])社区党委(?![书委成副])")
    return [Name(m.start(), m.end(), m.start(), "Organization") for m in pattern.finditer(plain)]


def _leagues(plain: str) -> list[Name]:
    """Committees of the Youth League, named with 团 in front: 团省委, 团湘西州委."""
    pattern = re.compile(r"团(?:[一-鿿]{1,6}[省市州县区旗]|省|市|州|县|区|中央)委(?!员)")
    return [Name(m.start(), m.end(), m.start(), "Organization") for m in pattern.finditer(plain)]
