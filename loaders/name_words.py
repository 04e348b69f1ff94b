"""Which of the tagger's words may stand inside a name, though they are no nouns: 中国·贵州, 2022年移民社区, 杉源（广西）."""

from __future__ import annotations

import re
from collections.abc import Sequence

from loaders.lexicon import names
from loaders.regions import RegionSpan
from loaders.tagger import Token
from loaders.vocabulary import is_word

_JOINERS = "·—－-"
VERBAL = re.compile(
    r"^[建办设开修盖引创打投援捐筹扩改租买卖做搞学种养去来到进回送请带让帮推抓拿用挂签有是叫让]|[起出上下着了到成完好进]$"
)


def may_join(plain: str, token: Token, edge: int, regions: Sequence[RegionSpan]) -> bool:
    """Words of other tags that stand inside names: 中国·贵州, 2022年移民社区, 杉源（广西）, 第一中学."""
    word = plain[token.start : token.end]
    if token.start < edge < token.end and _LEGAL_INSIDE.search(word):
        return True  # 徐红优选供应链|有限公司: one word to the tagger, whatever it takes it for
    if token.tag in ("v", "vd", "ad") and plain[token.start : min(token.end, edge)] in names().inner_verbs:
        return True
    if word == "现代" or (token.tag == "PER" and PROVINCES.fullmatch(word)):
        return True  # 鲁渝|现代|农业产业园
    if token.tag == "v" and names().trade.fullmatch(word):
        return True  # 阿克苏|纺织|工业城
    if token.tag in ("p", "c", "u", "r", "d") and len(word) > 2 and not is_word(word):
        return True  # the tagger takes a whole name for a preposition
    if word in ("易", "地") and "易地" in plain[token.start - 1 : token.end + 1]:
        return True
    if word in ("—", "-") and plain[token.end : token.end + 3] in ("总公司", "分公司"):
        return False
    if word in _JOINERS or (word in ("（", "）") and _in_brackets(plain, token.start)):
        return True
    if token.tag == "PER":  # 昭觉县三岔河镇|涪昭|现代农业产业园: the tagger's person at the opening of a name
        opens = plain[token.start - 1 : token.start] in ("", *"，。、；：的“镇乡村和与而但且")
        return len(word) <= 3 and (opens or any(region.end == token.start for region in regions))
    if word == "现代":
        return True
    if token.tag in ("v", "vd", "d", "ad") and 2 <= token.end - token.start == edge - token.start <= 6:
        opens = plain[token.start - 1 : token.start] in ("", *"，。、；：的“由在了镇乡村县市区旗")
        placed = opens or any(region.end == token.start for region in regions)
        if placed and not is_word(word) and not VERBAL.search(word):
            return True  # 恰卜恰高原|绿色|产业园: no adverb, whatever the tagger says
    if token.tag == "TIME" and len(word) > 3 and not is_word(word) and not _TELLS_TIME.search(word):
        return True  # 春来肉羊|养殖专业合作社
    if token.tag == "TIME":
        return bool(re.fullmatch(r"20\d\d年", word)) and token.start > 0 and plain[token.start - 1] not in "，。；、“（"
    if token.tag == "m":
        if plain[token.start - 1 : token.start] in ("镇", "乡", "村", "县") and token.end == edge and not is_word(word):
            return (
                re.fullmatch("[一-鿿]{2,3}", word) is not None
                and re.search("[个家名座处间余多所条栋项批户人次年月天场期口]", word) is None
            )  # 甘宁镇|万斛|茶叶厂
        return bool(
            re.fullmatch(
                r"第?[一二三四五六七八九十]{1,3}|[一二三四五六七八九十]号|[A-Z]\d*|[百千万][头只亩羽口吨]", word
            )
        )
    return token.tag == "f" and word in ("东", "西", "南", "北", "中")


_LEGAL_INSIDE = re.compile(r"[一-鿿]{3,}(?:公司|集团|合作社|农场)$|[一-鿿]{2}[绣酒染油醋银陶瓷工]坊$")
_TELLS_TIME = re.compile(r"[年月日号时点分前后今昨明去天周季度旬晚晨\d]")
PROVINCES = re.compile("[京津沪渝冀晋辽吉黑苏浙皖闽赣鲁豫鄂湘粤桂琼川蜀贵黔云滇陕秦甘陇青宁新藏蒙疆]{2}")


def _in_brackets(plain: str, at: int) -> bool:
    """A short region in brackets inside a firm's name."""
    window = plain[max(0, at - 5) : at + 6]
    return bool(re.search(r"（[^，。（）]{2,4}）", window))
