"""Names told by more than their ending: in quotation marks or 《》, known to the tagger, or with 团 in front."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from loaders.brands import trade_behind
from loaders.lexicon import names
from loaders.name_edges import behind_office, core_of
from loaders.name_joints import PAIRED
from loaders.regions import RegionSpan
from loaders.tagger import Token
from loaders.vocabulary import is_coined, is_word

INNER_VERB = re.compile(
    r".*(?:[搬迁运赶带][进入到往来至]|(?<![供自补配])给(?!排?水)|(?<=[条公道马铁]路)由|(?<=[库厂房园场站馆店楼棚])由|位于|坐落于|地处|援建(?=[一-鿿]{2,6}[省市县区州旗])|领办|介绍|推荐|引荐|设立了?|子公司(?=.{2})|办起|建起|开起|盖起|办好|建好|引来|招来|带来|支持|兴建|新建|扩建|改建|修建|投建|选派|拿到|还给|捐给|交给|租给|卖给|送给|进驻|入驻|落户|属国企|属企业|国企(?=..)|合办|联办|兴办|名叫|名为|叫做|叫作|取名|下属|所属|旗下|名下|挂职|挂任|新任|担任|现任|兼任|出任|来自|引进了?|成立了?|创办了?|参观|走进|促成|加入|邀请|(?<!求)是|(?<=[一-鿿])(?:由|让|交给|归)(?=[一-鿿]{2,4}[镇乡村][^委])|兼|[镇乡村县]建(?![设筑材工])|[镇乡村县市区]开(?=公司|厂|超市|酒店)|(?<=公司|集团|作社|合社)[向为给]|(?<=[厂局会院校])[向给](?=..)|(?<=.)企业(?=[^管服咨集家发].{3})|(?<=园区|开发|业园|开区|新区|公司|集团|政府|三方|双方|两地)共建|(?<=市|县|区|州|旗|省)(?:联合|会同|共建(?!产业|园|工业|农业|物流|协作)))"
)
NUMBERED = re.compile(r"[一二三四五六七八九十\d][一-鿿][一二三四五六七八九十\d]")  # 一园五站六中心
_QUOTE = re.compile(r"“([^“”，。；：！？]{2,24})”")
_FIGURATIVE = re.compile(r"(?:(?:[是为]|成(?!立|功))了?|称作|称为|誉为|堪称|叫做)[^，。；—]{0,24}的$")
_OF_PLACE = re.compile(r"(?:社区|街道|安置[点区]|小区|[县镇乡村市区州])的$")
_NO_PLANT = re.compile(r"[老分新本该工一二三四五六七八九十]厂$")
_DONE = re.compile("[了着]|不走|^[当做成][一上过]|一[回次番场]")
_NO_BRAND = re.compile("[帮扶助送进行动改]$")
_PUT_UP = re.compile(r"..[城库路街桥渠港仓湖井林馆店站室厅坊园楼院]$")
_ONE = re.compile(r"[座条处个家所间片口]$")
_RAILWAY = re.compile("[东西南北]站$|车站$|高铁站$|[带领率归入组排]队$|[务作销流贸输]渠道$")
_WARD = re.compile("(?:医院|卫生院|保健院)[一-鿿]{1,8}(?:科|室|部)$")  # its house is named, and found by itself
_TWO_BODIES = re.compile("[局委厅办部会院校站团司心队组园府](?:联合|会同|携手|联手|牵手|协同)[一-鿿]{4}")
_TAGGED = {"署局委办处科会部组队联": "Organization", "院校馆站所场": "Facility"}


BUILDER_BUREAU = re.compile(
    r"中(?:国)?(?:建|铁|交|核|冶|水电|电建)第?[一二三四五六七八九十]{1,3}(?:工程)?局(?:集团)?(?![一-鿿]{0,6}公司)"
)


@dataclass(frozen=True, slots=True)
class Name:
    """A name in a block; `core` is where the part after its leading regions begins."""

    start: int
    end: int
    core: int
    label: str
    quoted: bool = False


def quoted(plain: str) -> list[Name]:
    """Names in quotation marks whose last word, inside or right after the marks, says what they are."""
    lexicon = names()
    found: list[Name] = []
    endings = lexicon.ending.longest(plain)
    for match in _QUOTE.finditer(plain):
        inside = match.group(1)
        before = plain[max(0, match.start() - 28) : match.start()]
        if "+" in inside or NUMBERED.match(inside) or (_FIGURATIVE.search(before) and not _OF_PLACE.search(before)):
            continue  # 是……的“民生综合体”: a figure of speech
        follows = _ending_behind(plain, match.end(), endings)
        kind = _kind_before(plain, match.start(), endings)
        if _DONE.search(inside):
            continue
        if (
            kind is not None
            and is_coined(inside)
            and not _NO_BRAND.search(inside)
            and len(inside) <= 8
            and not _FUNCTION.search(inside)
        ):
            found.append(Name(match.start(1), match.end(1), match.start(1), kind, True))
            continue
        ending = [inside[at:end] for at, end in lexicon.ending.longest(inside).items() if end == len(inside) and at > 0]
        if ending and follows and _names_more(plain[match.end() : follows[1]]):
            found.append(Name(match.start(), follows[1], match.start(), "Facility", True))  # “绣娘坊”非遗体验馆
        elif ending and ending[0] == "厂" and inside.endswith("工厂"):
            if is_coined(inside.removesuffix("工厂")):
                found.append(Name(match.start(1), match.end(1), match.start(1), "Workshop", True))
        elif ending and inside in lexicon.never:
            continue
        elif ending:
            found.append(Name(match.start(1), match.end(1), match.start(1), lexicon.endings[ending[0]], True))
        elif follows and not _FUNCTION.search(plain[match.end() : follows[1]]):
            end = follows[1]
            if inside + plain[match.end() : end] in lexicon.never or (
                is_word(inside) and lexicon.endings[plain[follows[0] : end]] == "Company"
            ):
                continue  # “手拉手”学校, “股东”合作社
            batch = re.search(r"(?:第.{1,3}批)?$", plain[: match.start()])
            start = batch.start() if batch else match.start()
            found.append(Name(start, end, start, lexicon.endings[plain[follows[0] : follows[1]]], True))
        elif (_SCHEME.match(plain, match.end()) and not (len(inside) == 2 and is_word(inside))) or (
            _SCHEME_ENDING.search(inside) and (len(inside) >= 4 or inside[-1] == "班")
        ):
            found.append(Name(match.start(1), match.end(1), match.start(1), "Programme", True))
        elif (re.search(r"[馆店站室厅坊园]$", inside) and len(inside) >= 4) or (
            _PUT_UP.search(inside) and _ONE.search(plain[max(0, match.start() - 3) : match.start()])
        ):
            label = "Workshop" if inside.endswith("坊") else "Facility"
            found.append(Name(match.start(1), match.end(1), match.start(1), label, True))
    return found


_NAMED_KINDS = ("Company", "Workshop", "Facility")
_SEVERAL = re.compile(r"[\d多几两三四五六七八九十][余多]?[家个座间所][^，。]{0,6}$")


def _kind_before(plain: str, at: int, endings: Mapping[int, int]) -> str | None:
    """The label of the kind of thing that stands right before the marks: 橘农合作社|“晓峰橘缘”, 民宿|“窑遇”."""
    for start in range(max(0, at - 5), at - 1):
        label = names().endings[plain[start:at]] if endings.get(start) == at else None
        if label in _NAMED_KINDS and not _SEVERAL.search(plain[max(0, start - 8) : start]):
            return label
    return None


_SERVICE = re.compile("..(?:[馆店]|中心|基地|学校|服务站)$")


def _names_more(words: str) -> bool:
    """Whether the words behind the marks are the noun that the quoted name belongs to: “绣娘坊”|非遗体验馆."""
    return _SERVICE.search(words) is not None and _FUNCTION.search(words) is None


_HAN = re.compile("[一-鿿]*")
_SCHEME = re.compile(  # what a quoted name is the name of: a scheme, or an event that somebody holds
    r"(?:项目|工程|计划|行动|品牌|活动)(?!资金)"
    r"|(?:大型|专场|主题|系列|公益|职业|青少年|创业|技能|劳动|直播|带货|文艺|厨艺|农民)*(?:技能大赛|大赛|竞赛|比赛|邀请赛|联赛|义诊|巡诊|年货展|年货节|展销|展销会|采购节|购物节|文化节|采摘节|艺术节|旅游节|美食节|招聘会|推介会|夏令营|冬令营|研学营|晚会|巡演|论坛|讲堂|大讲堂|募捐|义卖)"
)
_SCHEME_ENDING = re.compile(r"(?:行动|计划|工程|课堂|培训班)$|^..{1,4}(?<![加上夜值专一两])班$")
_FUNCTION = re.compile("[的等和与在了是由为把被将给到让送进入租下用卖里上受]")


def _ending_behind(plain: str, at: int, endings: Mapping[int, int]) -> tuple[int, int] | None:
    """The first ending within the eight characters behind the marks (positions)."""
    reach = _HAN.match(plain, at, at + 8)
    for start in range(at, (reach.end() if reach else at) + 1):
        if start in endings and endings[start] <= at + 16:
            end = endings[start]
            plant = plain[start:end] == "厂" and (_NO_PLANT.search(plain[:end]) or plain[end : end + 1] in ("房", "区"))
            return None if plant else (start, end)
    return None


def works(plain: str) -> list[Name]:
    """Plans, agreements and schemes in 《》."""
    pattern = re.compile(r"《([^《》]{4,60}?(?:协议|规划|方案|计划|意见|清单|办法|行动)(?:（[^《》]{1,16}）)?)》")
    return [Name(m.start(1), m.end(1), m.start(1), "Programme", True) for m in pattern.finditer(plain)]


def tagged(plain: str, tokens: Sequence[Token], regions: Sequence[RegionSpan]) -> list[Name]:
    """Bodies that the tagger knows and that open with a region: 宝安区投资推广署, 罗湖区工会."""
    found: list[Name] = []
    for token in tokens:
        region = next((r for r in regions if r.start == token.start and r.end + 2 <= token.end), None)
        if region is None or token.tag not in ("ORG", "LOC") or plain[token.start : token.end] in names().never:
            continue
        if (
            _WARD.search(plain, token.start, token.end)
            or PAIRED.match(plain, token.start, token.end)
            or INNER_VERB.match(plain[token.start : token.end])
            or _TWO_BODIES.search(plain, token.start, token.end)
            or _RAILWAY.search(plain[token.start : token.end])
        ):
            continue
        start = behind_office(plain, token.start, token.end, regions)
        if start > token.start and plain[start] not in "县区市州旗镇乡":
            continue  # 在甲县任|农业农村局副局长: the bureau goes without its county
        for endings, label in _TAGGED.items():
            if plain[token.end - 1] in endings:
                found.append(Name(start, token.end, core_of(start, regions), label))
    return found


def site_committees(plain: str) -> list[Name]:
    """社区党委 as a body of its own; before 书记 it is part of the post."""
    pattern = re.compile(r"(?<![一-鿿])社区党委(?![书委成副])")
    return [Name(m.start(), m.end(), m.start(), "Organization") for m in pattern.finditer(plain)]


def wholes(plain: str, tokens: Sequence[Token]) -> list[Name]:
    """Known names that need no ending, and the bureaus of the large builders: 国家电网, 农业农村部, 中建三局."""
    starts, ends = {t.start for t in tokens}, {t.end for t in tokens}
    found = [
        Name(m.start(), _with_trade(plain, m), m.start(), names().wholes[m.group()])
        for m in names().whole.finditer(plain)
        if m.start() in starts and (m.end() in ends or m.end() - m.start() >= 4)
    ]
    for match in BUILDER_BUREAU.finditer(plain):
        found.append(Name(match.start(), match.end(), match.start(), "Company"))
    return found


def _with_trade(plain: str, whole: re.Match[str]) -> int:
    """Where a known firm's name ends: with the trade behind it (京东|物流)."""
    firm = names().wholes[whole.group()] == "Company"
    return whole.end() + (trade_behind(plain, whole.end()) if firm else 0)


def leagues(plain: str) -> list[Name]:
    """Committees of the Youth League, named with 团 in front: 团省委, 团湘西州委; 镇团委."""
    pattern = re.compile(r"团(?:[一-鿿]{1,6}[省市州县区旗]|省|市|州|县|区|中央)委(?!员)|(?<![一-鿿])[县镇乡]团委")
    return [Name(m.start(), m.end(), m.start(), "Organization") for m in pattern.finditer(plain)]
