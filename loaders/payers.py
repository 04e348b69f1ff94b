"""Who pays assistance money, where the frame's own words do not name them."""

from __future__ import annotations

import re

from graph.model import Entity
from graph.numerals import Quantity
from loaders.aligned import is_address, listed_with, own_share
from loaders.around import LOCATIVE, Filler, amount_at, named_before, part, point_of
from loaders.chart import SIGNS, Chart
from loaders.frames import NEGATED, PLANNED, Match
from loaders.payer_others import AID, buys, others_money
from loaders.payer_spoken import helper_spoken_of
from loaders.payer_words import TEAM, by_level, compressed, is_sent_body, is_team, of_level, of_scheme, row_of_years
from loaders.topics import Found, Topics, level
from loaders.values import Mention

_OTHER_GIVER = re.compile(
    r"[校司团行会院][^，。]{0,4}(?:投入|拿出|出资|安排|提供|筹集|捐|投进|给)[^，。]{0,6}$|[校司团行会院]$|海油|石油|央企"
)


def helping(topics: Topics, mention: Mention) -> bool:
    """Whether a region, body or firm is on the helping side of the article."""
    if mention.label not in ("Region", "Organization", "Company"):
        return False
    if mention.entity.id in topics.paired_helpers:
        return True
    if mention.label == "Company":
        return False
    side = topics.side(mention.entity)
    return side == "helper" or (side is None and is_sent_body(mention.entity))


_PAID_BY = re.compile("，?(?:全部|均|都)?由([\ue001\ue007])")


def giver(topics: Topics, row: Chart, match: Match) -> Filler:
    """Who pays assistance money: named before the sum, or the helping side of 沪滇协作资金, or the helper spoken of."""
    at = amount_at(match)
    if of_level(row, at) is not None:
        return by_level(topics, row, at)
    after = _PAID_BY.match(row.code, at + 1)
    if after is not None:
        payer_named = row.items[after.start(1)]
        if isinstance(payer_named, Mention) and helping(topics, payer_named):
            return payer_named
    low, _ = part(row, at, at, "；：。")
    for index, mention in named_before(row, at, low):
        if not helping(topics, mention) or _SPEAKER.match(row.code[index + 1 : index + 8]):
            continue
        if row.code[index + 1 : index + 2] not in ("请", "派", "来", "人") and row.code.count("，", index, at) < 3:
            return mention
    for index, mention in named_before(row, at, 0) if row.code[low - 1 : low] == "：" else ():
        sent_out = is_sent_body(mention.entity)
        if sent_out and helping(topics, mention) and not _SPEAKER.match(row.code[index + 1 : index + 8]):
            return mention  # 甲工作队干了件好事：花掉援藏资金…
    clause, _ = part(row, match.start, match.start, "，；：。")
    team = TEAM.match(row.code, clause)
    if team is not None:
        sent = topics.before(*point_of(row, match), lambda m: is_team(m, team["who"]), 2)
        if sent is not None:
            return sent
    if of_scheme(topics, row, match):
        return None  # which of the scheme's helpers paid stays open
    named = compressed(topics, row, match)
    if named is not None:
        return named
    if _OTHER_GIVER.search(re.sub("[\ue001-\ue00c]", "", row.code[clause : match.start])):
        return None
    for index, mention in named_before(row, at, low):
        if topics.side(mention.entity) is not None or LOCATIVE.search(row.code[:index]):
            continue
        if row.code[index + 1 : index + 2] in _ADDRESSED or _EXECUTES.search(row.code[max(low, index - 6) : index]):
            continue
        if _IS_HELPED.search(row.code, 0, index):
            continue
        if mention.label == "Region" and level(mention.entity) != 5:
            return mention  # a village gives no aid
        if mention.label in ("Company", "Organization") and index >= clause and AID.search(row.code[index : at + 10]):
            return mention
    return helper_spoken_of(topics, row, match)


_TOGETHER = re.compile("(?:[两三]级|[两三][地市区县省]|双方)(?:财政)?")


def givers(topics: Topics, row: Chart, match: Match) -> Filler | list[Found | Mention]:
    """Who pays assistance money; all of a list that pays together (甲市、乙区两级投入协作资金300万元)."""
    found = giver(topics, row, match)
    index = next((i for i, item in enumerate(row.items) if item is found), None)
    if index is None or not _TOGETHER.match(row.code, index + 1):
        return found
    return [m for m in listed_with(row, index) if topics.side(m.entity) != "helped"]


_ADDRESSED = tuple(SIGNS[label] for label in ("Region", "RelocationSite", "Park", "Workshop", "Facility"))
_IS_HELPED = re.compile("(?:帮扶|支援|援助|协作|对口|结对)\ue001?$")
_EXECUTES = re.compile("(?:单位|地点|主体|业主)[为是：]?$")


def helping_firm(topics: Topics, row: Chart, match: Match) -> Filler:
    """The firm, bank or university that the article names as a helper, where it pays; nobody else."""
    at = amount_at(match)
    low, _ = part(row, at, at, "；。")
    helpers = topics.paired_helpers

    def firm(m: Mention) -> bool:
        return m.label in ("Company", "Organization") and m.entity.id in helpers

    clause, _ = part(row, match.start, match.start, "，；：。")
    if re.match(
        r"(?:\ue00c|今年|去年|全年|年内|近年来)*(?:学校|校方|集团|总行|公司|该[校行]|总部)(?!\w{0,4}与)",
        row.code[clause:at],
    ):
        return topics.before(*point_of(row, match), firm, 3)
    for index, mention in named_before(row, at, low):
        if mention.label in ("Company", "Organization", "Region", "Facility"):
            if LOCATIVE.search(row.code[:index]) or row.code[index - 1 : index] in ("扶", "助", "援"):
                continue
            return mention if firm(mention) else None
    return None


_GAVE = r"(?:出资|拨付|拨款|承担|负担|援助|援建|资助|解决|支付|投资|投入|提供|捐|筹措|筹集|安排|补助|补贴|贴|列支|划拨|下达|配套|给|出|掏|拿|垫|埋单|买单|兜底)"
_LEAST = 10_000  # yuan; smaller sums are prices, wages and fees
_CHARITY = re.compile("商会|工商联|工商业联合会|红十字|慈善|基金会|妇联|工会|协会|学会|校友会|团委|志愿|联谊会|促进会")
_SPEAKER = re.compile(
    "(?:党委|党组)?副?(?:总指挥|组长|指挥长|负责人|领队|队长|书记|主任|局长|县长|区长|镇长|市长)"
    "|(?:的)?(?:统计|介绍|通报|透露|公布|公示|表示|说，|显示|发布|披露|反映|核算|测算|数据|消息|信息|年报|简报|公告|台账)"
)
_OTHER_SUM = re.compile(
    r"社会(?:帮扶|力量|各界|捐)|产值|销售|出口|进账|营收|收入|工资|薪|利润|税|分红|订单|采购|签约|成交|贷款|消费|协议|注册资本|固定资产|卖|售|买|单价|租金|自筹|捐|善款|爱心|价值|意向|流水"
    r"|实物|物资|折价|折款|折合|价款|总价|带货|增收|挣|赚|户均|人均|每[人户月天]|学费|房租|公司|企业|商会|带动|交易|帮销|存款|保费|赔付|货款|货值|票房|门票|押金|[定订尾]金|运费|会费|少收|优惠|减免|让利|便宜|打折|节[省约]|省[下了]|慰问金|助学金|奖学金|奖教金|礼金|送[去来上]"
)

_MONEY = SIGNS["money"]
_COSTS = re.compile("(?:总|共|总共|累计)?(?:造价|投资|耗资|花费|花去|用款|费用|投入)(?:达|近|约|为)?")
_PROMISED = re.compile("承诺|允诺|答应")

_OTHERS_SUM = re.compile(
    "\ue00a[^。；\ue00a]*[，、；][^。；\ue00a]{0,8}\ue006"
)  # 由甲区出资240万元修建，设备由乙公司投资90万元


def payer(topics: Topics, row: Chart, match: Match) -> Filler:
    """Who pays the sum, where the words of its part of the sentence tie a helper to it; nobody where they do not."""
    at = amount_at(match)
    low, high = part(row, at, at)
    start, end = part(row, at, at, "，；：。")
    clause = row.code[start:end]
    item = row.items[at]
    if isinstance(item, Quantity) and item.value < _LEAST:
        return None
    if _OTHER_SUM.search(clause) or NEGATED.search(clause) or PLANNED.search(clause) or _PROMISED.search(clause):
        return None
    if others_money(row, low, start, at, high) or buys(row, at):
        return None
    if of_level(row, at) is not None:
        return by_level(topics, row, at)
    for index in sorted(range(low, min(high, at + 24)), key=lambda i: abs(i - at)):
        item = row.items[index]
        if not isinstance(item, Mention) or not helping(topics, item) or item.label == "Company":
            continue
        if _MONEY in row.code[at + 1 : index]:
            continue  # what follows the next sum pays that one
        if is_charity(item.entity) or is_address(row, index):
            continue
        if _tied(row, index, at, low):
            own = own_share(row, at, index, item) or item
            return Found(own.entity, own) if helping(topics, own) else None
    return None


def is_charity(entity: Entity) -> bool:
    """Whether a body gives rather than funds: chambers of commerce, unions, the Red Cross, foundations, clubs."""
    return entity.label == "Organization" and _CHARITY.search(entity.name) is not None


_NOT_ITSELF = re.compile(
    "的?(?:一|[两二三四五六七八九十几多]|有)[家名位]|[^，。；\ue001-\ue00a]{0,6}(?:企业|商户|商家|老板|客商|民企|国企|乡贤|超市|酒楼|药企|车企)"
)


def _tied(row: Chart, index: int, at: int, low: int) -> bool:
    """Whether the words around a helper's name make it the one that pays the sum."""
    before = row.code[max(low, index - 4) : index]
    if _OTHERS_SUM.search(row.code, index, at):
        return False
    after = re.split("[，；：。]", row.code[index + 1 : index + 20])[0]
    if _NOT_ITSELF.match(after):
        return False  # A区一家企业: not the district
    if re.match(r"(?:籍|人(?!民)|旅客|游客|市民|老板|客商|商人|企业|公司|的?(?:市场|超市|高铁|港|医院|学校))", after):
        return False
    if re.search("由$", before) and re.search("[搬迁挪]", after):
        return False
    if re.match("的(?:邀请?约?|请求|动员|介绍|撮合|牵线)|的[^，。；]{0,8}(?:商会|协会|基金会|企业|公司|集团)", after):
        return False  # 应A镇的邀约: it invited; A区的商会: that gave
    if index < at and re.match(
        "[^，。；]{0,6}(?:晒出|列出|公布|公示|通报|披露|发布|统计)[^。；]*：", row.code[index + 1 : at]
    ):
        return False  # who tells of the money
    if index < at and re.search("捐[建资赠助]", row.code[index + 1 : at]):
        return False  # a gift, whatever it cost
    if re.search("由$", before) and re.search(_GAVE, after):
        return True
    if index < at and row_of_years(row.code[index + 1 : at]):
        return True
    if re.search(
        "(?:来自|出自|源自|源于|用|使用|动用|借助|利用|靠|争取|获得?|得到|收到|到位|花去|花了|系|是|为|用的是)$", before
    ):
        given = re.search(r"资金|款|的?钱|财政|援助|帮扶|支持|援建|出的|给的|拨的|补助|补贴", after) is not None
        return given or 0 < index - at <= 5
    if re.search("[向从自找]$", before) and re.match(
        r"[^，。；]{0,3}(?:争取|协调|申请|跑|要|筹|拉|汇|拨|转|打|划|拿到|得到|获得|领到|分到|中安排|里安排)", after
    ):
        return True
    if re.search("[在到往赴向对与和同于从随陪]$", before):
        return False
    between = row.code[index + 1 : at]
    if index < at and len(between) <= 36 and not re.search("(?<![对向给为])\ue006|\ue008", between):
        last = re.split("[，：]", between)[-1]
        pays = re.search(
            r"投入|投了|出资|安排|拨付|拨款|拨给?|落实|援助|援建|资助|给|注入|注资|拿出|掏|花|补助|补贴|斥资|追加|支持|投资|承担|购置|购买|发放|兑现|贴息|贴补|垫|列支|划拨|下达|筹集|筹措|增投",
            last,
        )
        if pays is None and _COSTS.fullmatch(last) and re.search("援建|帮建|修建|建[起成了]", between):
            return True
        if pays is not None and pays.group() == "投资" and re.search("企业|引进|签约|产业|落户|招商|公司", between):
            return False
        if pays is not None:
            others = re.search("[\ue001\ue007](?!的)", re.split("[，：]", between)[-1][: pays.start()])
            return others is None
        return (
            re.fullmatch(
                r"(?:的|今年|去年|\ue00c)*(?:\ue00a|[^，。；]{0,6}(?:资金|款|经费|专项|财政)[^，。；]{0,3}\ue00a)",
                between + "\ue00a",
            )
            is not None
        )
    return index > at and re.match(r"(?:全额)?(?:援建|援助|资助)", after) is not None
