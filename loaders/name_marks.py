"""Names told by more than their ending: in quotation marks or 《》, known to the tagger, or with 团 in front."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from loaders.lexicon import names
from loaders.name_edges import core_of
from loaders.regions import RegionSpan
from loaders.tagger import Token
from loaders.vocabulary import is_coined

INNER_VERB = re.compile(
    r".*(?:合办|联办|兴办|名叫|名为|叫做|叫作|取名|下属|所属|旗下|名下|挂职|挂任|新任|担任|现任|兼任|出任|来自|引进了?|成立了?|创办了?|参观|走进|促成|加入|邀请|是|兼|[镇乡村县]建(?![设筑材工])|[镇乡村县市区]开(?=公司|厂|超市|酒店)|(?<=.)企业(?=[^管服咨集家].{3})|(?<=园区|开发|业园|开区|新区|公司|集团|政府|三方|双方|两地)共建|(?<=市|县|区|州|旗|省)(?:联合|会同))"
)
NUMBERED = re.compile(r"[一二三四五六七八九十\d][一-鿿][一二三四五六七八九十\d]")  # 一园五站六中心
_QUOTE = re.compile(r"“([^“”，。；：！？]{2,24})”")
_FIGURATIVE = re.compile(r"(?:[是为成]了?|称作|称为|誉为|堪称|叫做)[^，。；—]{0,24}的$")
_OF_PLACE = re.compile(r"(?:社区|街道|安置[点区]|小区|[县镇乡村市区州])的$")
_NO_PLANT = re.compile(r"[老分新本该工一二三四五六七八九十]厂$")
_PUT_UP = re.compile(r"..[城库路街桥渠港仓湖井林馆店站室厅坊园楼院]$")
_ONE = re.compile(r"[座条处个家所间片口]$")
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
    for match in _QUOTE.finditer(plain):
        inside = match.group(1)
        before = plain[max(0, match.start() - 28) : match.start()]
        if NUMBERED.match(inside) or (_FIGURATIVE.search(before) and not _OF_PLACE.search(before)):
            continue  # 是……的“民生综合体”: a figure of speech
        follows = re.match(r"[一-鿿]{0,6}?" + lexicon.ending.pattern, plain[match.end() : match.end() + 14])
        if follows and follows.group(1) == "厂" and _NO_PLANT.search(plain[: match.end() + follows.end(1)]):
            follows = None
        ending = [m.group(1) for m in lexicon.ending.finditer(inside) if m.end(1) == len(inside) and m.start() > 0]
        if ending and ending[0] == "厂" and inside.endswith("工厂"):
            if is_coined(inside.removesuffix("工厂")):
                found.append(Name(match.start(1), match.end(1), match.start(1), "Workshop", True))
        elif ending:
            found.append(Name(match.start(1), match.end(1), match.start(1), lexicon.endings[ending[0]], True))
        elif follows and not re.search(r"[的等和与在了是由为把被将给到让送进入租下用卖里上]", follows.group()):
            end = match.end() + follows.end(1)
            batch = re.search(r"(?:第.{1,3}批)?$", plain[: match.start()])
            start = batch.start() if batch else match.start()
            found.append(Name(start, end, start, lexicon.endings[follows.group(1)], True))
        elif re.match(r"(?:项目|工程|计划|行动|品牌|活动)(?!资金)", plain[match.end() :]) or (
            re.search(r"(?:行动|计划|工程|课堂|培训班)$", inside) and len(inside) >= 4
        ):
            found.append(Name(match.start(1), match.end(1), match.start(1), "Programme", True))
        elif (re.search(r"[馆店站室厅坊园]$", inside) and len(inside) >= 4) or (
            _PUT_UP.search(inside) and _ONE.search(plain[max(0, match.start() - 3) : match.start()])
        ):
            label = "Workshop" if inside.endswith("坊") else "Facility"
            found.append(Name(match.start(1), match.end(1), match.start(1), label, True))
    return found


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
        if INNER_VERB.match(plain[token.start : token.end]):
            continue
        for endings, label in _TAGGED.items():
            if plain[token.end - 1] in endings:
                found.append(Name(token.start, token.end, core_of(token.start, regions), label))
    return found


def site_committees(plain: str) -> list[Name]:
    """社区党委 as a body of its own; before 书记 it is part of the post."""
    pattern = re.compile(r"(?<![一-鿿])社区党委(?![书委成副])")
    return [Name(m.start(), m.end(), m.start(), "Organization") for m in pattern.finditer(plain)]


def wholes(plain: str, tokens: Sequence[Token]) -> list[Name]:
    """Known names that need no ending, and the bureaus of the large builders: 国家电网, 农业农村部, 中建三局."""
    starts, ends = {t.start for t in tokens}, {t.end for t in tokens}
    found = [
        Name(m.start(), m.end(), m.start(), names().wholes[m.group()])
        for m in names().whole.finditer(plain)
        if m.start() in starts and (m.end() in ends or m.end() - m.start() >= 4)
    ]
    for match in BUILDER_BUREAU.finditer(plain):
        found.append(Name(match.start(), match.end(), match.start(), "Company"))
    return found


def leagues(plain: str) -> list[Name]:
    """Committees of the Youth League, named with 团 in front: 团省委, 团湘西州委; 镇团委."""
    pattern = re.compile(r"团(?:[一-鿿]{1,6}[省市州县区旗]|省|市|州|县|区|中央)委(?!员)|(?<![一-鿿])[县镇乡]团委")
    return [Name(m.start(), m.end(), m.start(), "Organization") for m in pattern.finditer(plain)]
