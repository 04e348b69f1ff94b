"""How far a name reaches: where the words before its ending stop being part of it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from loaders.lexicon import names
from loaders.name_words import VERBAL, may_join
from loaders.regions import RegionSpan, strangers
from loaders.tagger import Token
from loaders.vocabulary import is_coined, is_word

_STOP_TAGS = frozenset({"v", "vd", "p", "c", "u", "r", "d", "xc", "q", "ad", "TIME", "t", "m", "f", "PER", "w"})
_FIRM_STOP = re.compile(
    r"[，。；：！？、“”《》（]|引进|引入|成立|创办|成功|设立|设有|介绍|推荐|引荐|领办|子公司|投资|签约|联系|对接|动员|组织|吸引|包括|依托|促成|走进|走访|协调|选择|加入|收购|帮助|支持|就是|作为|这家|名叫|叫做|注册了?|与|和|同|由|在|向|为|从|把|是|让|的|位|名|等|了|交给|给|归|靠|找|请|跟|被|到|来|去"
)
_BETWEEN = re.compile(
    r"(?:联合|会同|携手|牵手|协同|邀请|协助|帮助|走进|联系|对接|帮扶?|支援|对口|结对|与|和|同|援|挂职|任|来自)$"
)
# 在漳县|挂任|县农业农村局副局长; 任家庄 is a village
_TAKES_OFFICE = re.compile(
    "(?:挂职)?(?:担任|挂任|出任|兼任|就任|调任|转任|改任|升任|接任|现任|时任|先后任|任)(?![家店庄楼岭河村屯])"
)
_ROLE_NOUN = re.compile(r"(?:东家|企业|公司|客商|商家|厂家|承租方|业主|[甲乙]方|老板|股东|总部|单位)$")
_FIRMLY = re.compile(r"建设|新建|打造|建成|发展|推进|规划|培育|大力|积极|设立|开设")
_COURSE_STOP = re.compile(
    r".*(?:[，。；：！？、的了《》]|举办|开设|参加|启动|举行|开展|出席|实施|印发|制定|组织|参与|主办|承办|这期|本期|此次|在|赴|办[起好]?了?|[名位人](?=大学生|师生|学生|干部|教师|志愿|学员|群众|农民|工人)|签订|签署|签定|签下|签约|签|达成|缔结|订立|根据|按照|依据|推出|召开|发起|申报|制订|出台|发布|均|都|共同|联合|分别|先后|正式|现场)"
)
_SENT = re.compile(
    r"(?:第.{1,3}批)?(?:派驻|驻|援|赴|对口援|对口支援|对口帮扶|帮扶|协作)(?:(?!联合|会同|携手|协同|牵手)[^，。、；：的在了与和]){0,8}$"
)
_STATIONED = re.compile(r"(?:[一-鿿]{1,6}(?:局|办|中心|政府))?派?驻|援|赴|第.{1,3}批")  # 某市人社局驻上海劳务工作站

_ITS_TRADE = re.compile("(?:管理|发展|服务|咨询|策划|孵化)(?:集团|有限|股份|公司|中心)")


def left_edge(plain: str, start: int, tokens: Sequence[Token], regions: Sequence[RegionSpan]) -> int:
    """How far the name reaches to the left of its ending."""
    edge = start
    before = [t for t in tokens if t.start < start]
    for number, token in reversed(list(enumerate(before))):
        word = plain[token.start : min(token.end, edge)]
        if token.end < edge or (token.end == edge and len(word) > 2 and word[-1] == "的"):
            break  # 潍坊寿光的/LOC
        if len(word) == 1 and token.end == start and number and _broken_name(before[number - 1], token, regions):
            edge = token.start
            continue
        if word == "和" and _pair_sign(plain, token.start, regions):
            edge = token.start
            continue
        if word in ("镇", "乡") and edge < start:
            break  # 结巴|乡|达娃家庭牧场: the tagger did not know the town
        if word == "企业" and _ITS_TRADE.match(plain, token.end):
            edge = token.start  # 一只鹅|企业|发展公司
            continue
        if word in names().stops or (token.tag in _STOP_TAGS and not may_join(plain, token, edge, regions)):
            break
        if token.tag == "v" and any(r.start == token.end for r in regions):
            break  # 甲中学帮扶乙县丙中学: the verb stands between two names
        if token.tag in ("n", "vn", "a", "an") and word in ("的",):
            break
        edge = token.start
        if token.end > start and "的" in word:
            edge += word.rindex("的") + 1  # 潍坊寿光的|蔬乐农业有限公司, one word to the tagger
            break
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


def behind_office(plain: str, start: int, at: int, regions: Sequence[RegionSpan]) -> int:
    """Where a name begins behind the words of taking office that follow its region: 在漳县|挂任|县农业农村局."""
    for region in regions:
        takes = _TAKES_OFFICE.match(plain, region.end, at) if region.start >= start else None
        if takes is not None:
            start = takes.end()
    return start


def _broken_name(left: Token, token: Token, regions: Sequence[RegionSpan]) -> bool:
    """册亨糯|食|产业园: one sign that the tagger cut from a name which opens with a region."""
    named = left.end == token.start and left.tag in ("PER", "nz", "ORG", "LOC") and token.tag in ("v", "a", "n", "d")
    return named and any(left.start <= r.start and r.end < left.end for r in regions)


def _pair_sign(plain: str, at: int, regions: Sequence[RegionSpan]) -> bool:
    """民丰|京和|产业园: 和 for 和田 behind the sign of its helper."""
    return plain[at - 1 : at] in ("京", "津", "皖") and any(region.end == at - 1 for region in regions)


_CLEAN = re.compile(r"(?<=[，。、；：“”（）的])(?:(?!的)[一-鿿]){2,5}$")


# 浙江|求是|菌业, 贵州|薯与山|食品: no verb, and no two parties
_COINED = re.compile("求是|和(?:田|平|美|谐|兴|盛|顺|泰|润|丰|信|通)|^[一-鿿][与和][一-鿿]")


def firm_edge(plain: str, start: int, regions: Sequence[RegionSpan]) -> int | None:
    """A firm's full name often opens with a region; whatever stands between belongs to it."""
    best: int | None = None
    apposed = re.search(r"(?:企业|客商|厂家)(?=[^，。、；：“”（）的在与和]{2,10}$)", plain[max(0, start - 16) : start])
    if apposed:
        best = max(0, start - 16) + apposed.end()
    opening = [
        span.start
        for span in regions
        if span.start < start
        and start - span.end <= 16
        and not _FIRM_STOP.search(_COINED.sub("", plain[span.end : start]))
    ]
    clean = _CLEAN.search(plain[max(0, start - 7) : start])
    if clean and plain.startswith(("家庭农场", "家庭牧场"), start) and is_coined(clean.group()):
        opening.append(start - len(clean.group()))
    if plain.startswith("家庭农场", start):
        opening += [r.start for r in regions if start - r.end == 2 and is_coined(plain[r.end : start])]  # 西吉县|向丰
    return min([*opening, *([best] if best is not None else [])], default=None)


_OUTSIDE = re.compile("(?:[由被让给向]|[已现还也另又只原]有|名叫|^叫|^即|^系|就是)$")


def _strange(plain: str, token: Token) -> bool:
    """Whether a word may open a name behind its region, whatever it is taken for: 甘宁镇|万斛|茶叶加工厂."""
    word = plain[token.start : token.end]
    return token.tag in ("PER", "nz", "ORG", "LOC") or (
        len(word) > 1
        and token.tag in ("m", "v", "d", "a", "ad", "vd")
        and not is_word(word)
        and not word[0].isdigit()
        and not VERBAL.search(word)
    )


def with_region(plain: str, start: int, ending: int, regions: Sequence[RegionSpan], tokens: Sequence[Token]) -> int:
    """The name opens with the region right before it (疏附县委, 莎车卡龙图文服装产业园), and not before that (东家新疆……)."""
    for region in regions:
        if start < region.start < ending and _OUTSIDE.search(plain, start, region.start):
            return region.start
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
            apart = any(r.start == start for r in regions)
            if inside and all(_strange(plain, t) and not (apart and t.tag == "v") for t in inside):
                return _chain_start(region, regions)
    return start


_PAIR = re.compile(r"(?:·|—{1,2}|-|－)(?:[一-鿿]{2,4})?$")


def paired_edge(plain: str, start: int, regions: Sequence[RegionSpan]) -> int:
    """A park of two divisions opens with both: 黄岩·南部模具产业园."""
    for region in regions:
        near = region.end < start <= region.end + 7 and _PAIR.fullmatch(plain[region.end : start])
        if near and (start - region.end > 2 or any(r.start == start for r in regions)):
            return _chain_start(region, regions)
    return start


def course_edge(plain: str, ending: int) -> int:
    """A course or campaign may be named at length, verbs and all; it begins where it is held."""
    window = max(0, ending - 40)
    stop = _COURSE_STOP.match(plain[window:ending])
    if stop is None:
        return ending
    start = window + stop.end()
    return start + (1 if plain[start : start + 1] == "“" else 0)


def before_bracket(plain: str, start: int, tokens: Sequence[Token]) -> int:
    """杉源（广西）医疗: what stands before a region in brackets opens the firm's name."""
    bracket = start - 1 if plain[start - 1 : start] == "（" else start
    if plain[bracket : bracket + 1] != "（" or "）" not in plain[bracket : bracket + 8]:
        return start  # in brackets from its first word on
    start = bracket
    for token in reversed([t for t in tokens if t.end <= bracket]):
        word = plain[token.start : token.end]
        coined = len(word) > 1 and not is_word(word)
        trade = token.end == bracket and token.tag == "v" and len(word) > 1 and not VERBAL.search(word)  # 计算
        if token.end != start or (token.tag in _STOP_TAGS and not coined and not trade):
            break
        start = token.start
    return start


def sent_by(plain: str, start: int, regions: Sequence[RegionSpan]) -> int:
    """A team is named after both ends of its errand: 常州市驻安康工作组, 北京市援疆和田指挥部."""
    for span in regions:
        if span.end < start and start - span.end <= 10 and _SENT.fullmatch(plain[span.end : start]):
            return _chain_start(span, regions)
        if span.end < start and _STATIONED.fullmatch(plain, span.end, start):
            return _chain_start(span, regions)
    return start


def _chain_start(span: RegionSpan, regions: Sequence[RegionSpan]) -> int:
    start = span.start
    for other in regions:
        if other.end == start and not _apart(other, span):
            return _chain_start(other, regions)
    return start


def _apart(upper: RegionSpan, lower: RegionSpan) -> bool:
    """Whether a division with its full name stands before one that is no part of it: 长兴县|广元昭化区."""
    return upper.surface[-1] in "县区市州旗省" and strangers(upper, lower)


def core_of(start: int, regions: Sequence[RegionSpan]) -> int:
    core = start
    for span in regions:
        if span.start == core:
            core = span.end
    return core
