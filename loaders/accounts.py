"""Accounts of assistance money: a list of things with the sum that each of them got, under words that say whose it is."""

from __future__ import annotations

import re

from loaders.aligned import is_address, share
from loaders.around import THINGS, Filler, amount_at, named_after, named_before
from loaders.chart import SIGNS, Chart
from loaders.frames import Match
from loaders.markets import only_a_market
from loaders.payees import is_rate
from loaders.payer_spoken import helper_spoken_of
from loaders.payer_words import by_level, compressed, of_level
from loaders.payers import helping
from loaders.spoken import foreign
from loaders.topics import Found, Topics, level
from loaders.values import Mention

_MONEY = SIGNS["money"]
_AID = re.compile(
    r"(?:协作|帮扶|援助|援建|扶贫|对口|支援|无偿|援[疆藏青黔桂川滇甘宁陕蒙渝阿])[^，。；]{0,6}(?:资金|款|经费|项目|投入|的?[0-9.\ue00a])|援资"
)
_OTHER = re.compile(
    r"产值|销售|营收|收入|工资|薪|利润|税|分红|订单|采购|签约|成交|贷款|消费|协议|注册|固定资产|卖|售|买|单价|租金|自筹|配套|企业|公司|捐|价值|产业投资|自己|自行|水毁|灾后|意向|拟|计划|慰问|助学金|奖学金|送[去来上]"
)
_TO = re.compile(
    r"^(?:[^，。；]{0,6})(?:用于|用在|用来|投入|投向|投到|投给|花在|落到|落在|注入|分给|拨给|安排给?|给|补助|奖补|支持|扶持|建设|新建|修建|建起|改造|建)[^，。；：]{0,16}?$"
)
_OWN = re.compile(
    r"^[^，。；：]{0,14}(?:，|：)?(?:[^，。；：]{0,8}(?:项目|工程))?(?:，|：|。)?(?:建了[^，。；]{0,4}，)?(?:用款|投入|投资|耗资|造价|花了?|分到|分得|得到|获得|获拨|拿到|领到|划得|使用(?:其中的?)?|安排|资金|共|总投资|计|各|需)?[^，。；：]{0,2}$"
)
_NUMBERED = re.compile(r"\s*[（(]?(?:[0-9]{1,2}|[一二三四五六七八九十]{1,3}|[①-⑳])[)）.．、，]|\s*[—◆◎●]")
_CLOSING = re.compile(  # 甲桥造价480万元，乙院耗资360万元，均从丙区结对经费中列支
    "(?:均|都|全部?|皆|资金|经费|钱)[^，。；]{0,4}(?:从|由|来自|出自|使用|用的是|系|是)[^，。；\ue001-\ue00a]{0,4}([\ue001\ue007])"
    "(?=[^，。；]{0,14}(?:列支|出资|援助|援建|承担|资金|拨|支付|解决|支持))"
)
_SUMMED_UP = re.compile(  # the sentence after the list: 以上项目资金均由丙区提供
    "(?:以上|上述|这些|三个|几个|四个|两个)[^。]{0,30}?(?:资金|项目|经费|工程)[^。]{0,16}?(?:均|都|全部|全)?(?:由|来自|出自|系|是)$"
)
_LIST = re.compile("其中|包括|分别|首批|去向|清单|明细")
_PAYERS = ("Region", "Organization", "Company")
_PAYS = re.compile("援助|支援|援建|出资|拨[款付出给]|提供|捐|资助|帮扶|筹|拿出|掏")  # who does so is no item
_KINDS = (*THINGS, "RelocationSite", "Programme")
_SERVICE = re.compile("(?:院|校|学|中心|站|合作社|馆)$")
_WORKS = ("厂", "场", "坊", "合作社")  # a firm that is also a thing one pays for
_OWN_PURSE = re.compile("[省市州县区旗镇乡]?(?:本级)?财政(?!援助|帮扶|协作|支援)|本级")
_COST = re.compile("投资|造价|概算")
_PAYS_OUT = re.compile("[^，。；\ue001-\ue00a]{0,4}(?:投入|安排|拨付|出资|拿出|投资|筹集)")
_HOUSEHOLD = re.compile("分得|支付|果款|货款|到手|凑|一家|户均|租|工资|分红")


def account_item(topics: Topics, row: Chart, match: Match) -> Filler:
    """The thing or small place of the list to which the sum belongs."""
    at = amount_at(match)
    if share(row, at) is not None or is_rate(row, at):
        return None  # a row of sums stands for a row of names: `payees`
    low = max([row.code.rfind(mark, 0, at) for mark in (*"；。：、", _MONEY)]) + 1
    colon = row.code.rfind("：", 0, at) + 1
    if colon == low and low and row.code[max(0, low - 2)] in SIGNS.values():
        low = max([row.code.rfind(mark, 0, low - 1) for mark in (*"；。、", _MONEY)]) + 1  # 甲中学：投资N元
    segment = row.code[low:at]
    if _COST.search(segment) and "其中" in row.code[at + 1 : at + 6]:
        return None  # a total of which shares follow
    if _HOUSEHOLD.search(segment) or any(_alien(m) for _, m in named_before(row, at, low)):
        return None
    if _OTHER.search(segment) or _OTHER.search(re.split("[，。；、]", row.code[at + 1 : at + 8])[0]):
        return None
    ends = [p for mark in (*"；。，、", _MONEY) if (p := row.code.find(mark, at + 1)) >= 0]
    for index, mention in named_after(row, at + 1, min(ends, default=len(row.code))):
        if not _fits(topics, mention) or not _TO.match(row.code[at + 1 : index]):
            continue
        for further, other in named_after(row, index + 1, index + 9):  # B社区配建的车间: the workshop
            if other.label in THINGS and re.search("^[^，。；、]{0,5}的“?$", row.code[index + 1 : further]):
                return other
        return mention
    if re.search("利用|借助|争取", segment):
        return None  # who used the money is no item of a list
    for index, mention in named_before(row, at, low):
        if row.code.rfind("（", low, index) > row.code.rfind("）", low, index):
            continue  # 乙学院（甲镇丙村）宿舍: where the item lies
        if _fits(topics, mention) and _OWN.match(row.code[index + 1 : at]):
            if (
                mention.label == "Region"
                and row.code[index - 1 : index] == SIGNS["Region"]
                and _PAYS_OUT.match(row.code, index + 1)
            ):
                return None  # 甲市乙区投入300万元: the district pays
            if mention.label == "Region" and _OWN_PURSE.match(row.code, index + 1):
                return None  # 乙县财政贴息40万元: the county's own
            return None if mention.label == "Region" and _PAYS.search(row.code, index + 1, at) else mention
    return None


def _alien(mention: Mention) -> bool:
    return mention.label == "Person" or (mention.label == "Company" and not mention.entity.name.endswith(_WORKS))


def _fits(topics: Topics, mention: Mention) -> bool:
    if foreign(topics, mention):
        return False
    if mention.label in ("Region", "Organization") and topics.side_by_name(mention.entity) == "helper":
        return False
    if mention.label == "Company":
        return mention.entity.name.endswith(_WORKS)
    if mention.label == "Organization":
        return _SERVICE.search(mention.entity.name) is not None
    return mention.label in _KINDS or (mention.label == "Region" and level(mention.entity) in (0, 3, 4, 5))


def account_giver(topics: Topics, row: Chart, match: Match) -> Filler:
    """Whose account it is: the helper named where the list, the sentence before or the heading speaks of its money."""
    at = amount_at(match)
    if account_item(topics, row, match) is None or re.search(r"签约|投资[^，。；]{0,4}额|招商|企业", row.code[:at]):
        return None
    closing = _CLOSING.search(row.code, at)
    if closing is not None:
        item = row.items[closing.start(1)]
        if isinstance(item, Mention) and topics.side(item.entity) != "helped":
            return item
    summed = _summed_up(topics, row)
    if summed is not None:
        return summed
    numbered = _NUMBERED.match(topics.reading.blocks[row.sentence.block].text.plain) is not None
    if of_level(row, at) is not None:
        return by_level(topics, row, at)
    listed = numbered or row.code.count(_MONEY) >= 2 or _LIST.search(row.code[:at]) is not None
    block, start = row.sentence.block, row.sentence.start
    before = topics.reading.plain(block, max(0, start - 140), start)
    blocks = topics.reading.blocks
    heading = "".join(
        b.text.plain[:160]
        for b in blocks[max(0, block - (8 if numbered else 2)) : block]
        if listed or b.kind != "paragraph"
    )
    own = _AID.search(row.code[:at]) is not None
    built = re.search("建成|建起|援建|建了|修建", row.code[max(0, at - 16) : at + 10]) is not None
    firms = any(m.label == "Company" and not helping(topics, m) for _, m in named_before(row, at))
    if firms and not own:
        return None
    if not own and not ((listed or built) and _AID.search(before + heading)):
        return None
    for index, mention in named_before(row, at):
        if helping(topics, mention) and not is_address(row, index):
            return Found(mention.entity, mention)
    helpers = topics.paired_helpers
    stated = topics.before(block, start, lambda m: m.entity.id in helpers and m.label in _PAYERS, 2)
    named = compressed(topics, row, match)
    if stated is not None and (named is None or level(stated.entity) == 3):
        return stated

    def helps(m: Mention) -> bool:
        return helping(topics, m) and m.label != "Company" and not only_a_market(topics.reading, m)

    return named or topics.before(block, start, helps, 1) or helper_spoken_of(topics, row, match)


def _summed_up(topics: Topics, row: Chart) -> Found | None:
    """Who pays all items of the list by the sentence after it."""
    block, end = row.sentence.block, row.sentence.end
    text = topics.reading.blocks[block].text.plain
    if text[end : end + 2] not in ("以上", "上述", "这些", "三个", "几个", "四个", "两个"):
        return None
    for mention in topics.reading.within(block, end, end + 60):
        if mention.label in _PAYERS and _SUMMED_UP.match(text, end, mention.start):
            return Found(mention.entity, mention) if topics.side(mention.entity) != "helped" else None
    return None
