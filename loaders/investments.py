"""Business money: which firm put a sum in, and into what. Every name of the sentence is weighed by the words around it."""

from __future__ import annotations

import re

from graph.model import Entity
from loaders.aligned import first_of_row, own_share
from loaders.around import Filler, amount_at, named_before, part, point_of
from loaders.chart import SIGNS, Chart
from loaders.frames import Match
from loaders.gifts import body_of
from loaders.investment_aims import IN
from loaders.investment_verbs import PAID_BY, governed, summed_up
from loaders.private_gifts import private_giver
from loaders.topics import Found, Topics
from loaders.values import Mention

_MONEY = SIGNS["money"]
_OTHER_MONEY = re.compile(
    r"(?:保底|收购|单|均)价|每[斤吨亩公千]|协作|帮扶|援助|援建|援[疆藏青]|捐|善款|财政|税|产值|销售|营收|收入|工资|薪|注册资本|分红|采购|订单|贷款|补助|补贴|奖|租金|利润|货款|定点|助学|公益|爱心|无偿|慈善|扶贫资金|贴息|报价|成交|流水"
)
_OTHER_BETWEEN = re.compile(
    r"等\ue00b|等[^，。；]{0,6}(?:企业|公司|单位)|\ue00b[^，。；]{0,6}(?:企业|公司)|合计|共计|总计|产值|销售|工资|捐|用工|年产"
)
_GIFT = re.compile(
    r"^[^，。；\ue00a]{0,4}，?(?:给|帮助?|资助|奖励|用于资助|救助|慰问|为)"
    r"(?:[\ue001\ue002\ue005\ue007]|村|当地|学校|群众|学生|孩子|老人|贫困)"
)
_NO_INVESTMENT = re.compile(  # 占了乙厂两成的股: of a firm without a name; 设立奖学金: a gift
    "，?(?:占|换)了?[^，。；\ue006]{1,12}股|[^，。；\ue00a]{0,6}(?:设立|设了|成立)[^，。；]{0,10}(?:奖学金|助学金|奖教金|奖励基金|助学基金|爱心基金)"
    "|[^，。；\ue00a]{0,6}(?:设立|设了|成立)了?“?\ue009"
)
_AID_BUILT = re.compile(  # 厂房由协作资金建成，花了4100万元
    "(?:由|用|靠|是)[^，。；\ue006]{0,10}(?:协作|帮扶|援助|援建|援[疆藏青])[^，。；\ue006]{0,4}资金[^，。；\ue006]{0,10}(?:建|修|盖)[^，。；\ue006]{0,6}，[^，。；\ue006\ue00a]{0,8}$"
)
_RENT = re.compile("(?:每[年月亩间]|年租金|月租)[^，。；]{0,2}$")  # 以每年12万元租下旧库房
_JUST_MADE = re.compile("(?:建|办|开|设|盖|成立|组建)[起成了立]{0,2}(?:一?[座家个处间])?[^，。；\ue001-\ue009]{0,4}$")
_PAIR = re.compile(
    "(?P<former>\ue006)[^，。；、\ue001-\ue00a]{0,4}(?:、|和|与|同|及)[^，。；、\ue002-\ue00a]{0,10}?(?P<latter>[\ue006\ue007])"
)
_GIVEN = re.compile("出资|拿出|掏|花|募|筹")
_PAYS = re.compile(r"[^，。；\ue001-\ue00a]{0,6}(?:投|出资|斥资|安排|拨|援|拿出|落实|注入)")
_NOT_ACTING = re.compile(r"(?:[与同跟给向为对被]|租给|交给|委托|来自|卖给)$")
_BY = re.compile(
    r"由[^，。；\ue001-\ue00a]{0,6}(\ue006)(?=[^，。；\ue00a]{0,6}(?:独资|投资|出资|建设|兴建|打造|投建|开发|承建|实施))"
    "|(?:投资方|投资商|投资人|投资主体|投资企业|投资单位|业主)(?:正|就)?[为是系：][^，。；\ue001-\ue00a]{0,4}(?P<named>\ue006)"
)
_BUSINESS = re.compile(
    "[建设办开]厂|生产线|加工厂|子公司|分公司|入股|控股|电站|风电|光伏|矿|养殖场|产业园|产能|产业投资|产业基金"
)
_NEXT = re.compile(
    "(?:该|这个|这一)?(?:项目|园区|基地|工厂)?(?:由\\|[^，。；]{0,4}(?:独资|投资|出资|投建|建设|兴建).*|[^，。；]{0,4}?(?:投资方|投资商|投资主体|业主)(?:为|是|系)\\|.*)"
)
_FORMER = re.compile("(?:其中)?([前后])者")
_OF_WHICH = re.compile(  # 实际投资7亿元，其中甲公司8600万元、乙公司5300万元
    "(?:投资|到位|注资)[^，。；\ue001-\ue00a]{0,6}\ue00a，(?:其中|包括)[：，]?\ue001?(?:\ue006\ue00a(?:、|，|和|，?\ue001)*)*\ue006$"
)
_OWNER = re.compile("\ue006[^，。；\ue001-\ue00a]{0,4}投资[^，。；\ue001-\ue00a]{0,4}$")
_OWN_SUM = re.compile("[^，。；]{0,8}\ue00a")  # 由乙公司投资90万元
_THROUGH = re.compile("[^，。；\ue001-\ue00a]{0,8}(?:对接|牵线|介绍|推荐|引荐|协调|促成|搭桥|联系|引进|帮助|支持|推动)")
_RUN_BY = re.compile(
    "[^，。；\ue001-\ue00a]{0,4}(?:经营|运营|管理|承租|租[赁用下]|使用|承包|托管)"
)  # what it runs may be another's
_FIRM = re.compile("公司|企业|集团|老板")
_HIS_MONEY = re.compile("由[^，。；\ue006\ue00a]{0,10}\ue008[^，。；\ue00a]{0,4}(?:投|出|掏|拿)")
_SHARES = re.compile(
    "，?(?:(?:入股|参股|控股)(?!\ue006|了\ue006)|(?:[占持]股|占比|占|持有)(?:其|总|股本|股份|的|了|约|为|达|近|比)*(?:\ue00b|[0-9一二三四五六七八九十半]|百分))"
)
_OTHER_SUBJECT = re.compile(  # what a park or the county has cost or drawn is not the firm's
    "园区|[业技创流]园|开发区|全[县市区州镇村]|[县市区州镇村乡]里|学校|医院|政府|财政|基金|两地|双方|基地"
)
_BRANCH = re.compile("[分子]公司|分厂")
_SELF = re.compile(
    r"^(?:[^，。；\ue001-\ue00a]{0,6}(?:该|这家)?(?:公司|企业|集团|厂子|新厂|厂里|项目|老板)?)?"
    r"(?:目前|现在|如今|已经?|累计|先后|又|再|还|当年|去年|今年|\ue00c|第?[一二两三]期|首期|前期|头一期|计划|拟|将|要|陆续|前后|总|共|初期|，)*$"
)


def investor_of(topics: Topics, row: Chart, match: Match) -> Filler:
    """The firm whose money the sum is; nobody where the words speak of other money, of many firms or of a gift."""
    at = amount_at(match)
    start, end = part(row, at, at, "，；：。")
    first = first_of_row(row, at)  # 甲、乙各投6000万元、3500万元
    before, after = row.code[start:first], row.code[at + 1 : at + 30]
    earlier = row.code[part(row, at, at)[0] : first]
    if _SHARES.match(row.code[at + 1 : at + 6]):
        return None  # a share in the firm spoken of: its own frame
    item = row.items[at - 1] if at else None
    if isinstance(item, Mention) and item.label == "Company" and _OF_WHICH.search(row.code, 0, at):
        return item
    sure, lead = governed(before, after)
    if sure is None and summed_up(earlier, after):
        sure = False
    if sure is None or _OTHER_MONEY.search(row.code[start:end]) or (_GIFT.match(after) and _GIVEN.search(before)):
        return None
    if (
        _AID_BUILT.search(earlier)
        or _NO_INVESTMENT.match(after)
        or _RENT.search(before)
        or private_giver(topics, row, match) is not None
    ):
        return None
    found = _investor(topics, row, match, sure, lead)
    return None if found is not None and puts_in_help(topics, row, found.entity) else found


def puts_in_help(topics: Topics, row: Chart, entity: Entity) -> bool:
    """Whether what a firm puts in is assistance: it is told to help, and the sentence speaks of no business."""
    return entity.id in topics.paired_helpers and not _BUSINESS.search(row.code)


def _investor(topics: Topics, row: Chart, match: Match, sure: bool, lead: str) -> Filler:
    at = amount_at(match)
    start, _ = part(row, at, at, "，；：。")
    first = first_of_row(row, at)
    after = row.code[at + 1 : at + 30]
    low, high = part(row, at, at)
    led = after[1:2] if after[:1] == "的" else ""
    if led == SIGNS["Company"]:  # 总投资1.2亿元的甲公司
        item = row.items[at + 2]
        owner = _OWNER.search(row.code, start, first)  # 甲公司总投资1.5亿元的乙厂
        if owner is not None:
            item = row.items[owner.start()]
        return item if isinstance(item, Mention) else None
    which = _FORMER.match(row.code, start)
    if which is not None:  # 甲公司与乙合作社合办丙公司，前者出资300万元
        return _of_the_two(row, low, start, "former" if which[1] == "前" else "latter")
    share = PAID_BY.match(row.code, at + 1)
    if share is not None:  # 剩下的300万元由甲公司投入
        item = row.items[share.start(1)]
        return item if isinstance(item, Mention) else None
    passive = _BY.search(row.code, at, high)
    if passive is not None and _OWN_SUM.match(row.code, passive.end()) is None:
        item = row.items[passive.start("named" if passive["named"] else 1)]
        return item if isinstance(item, Mention) else None
    for index, mention in named_before(row, at, low):
        between = row.code[index + 1 : at]
        if _OTHER_BETWEEN.search(between) or between.count("，") > 4 or (_MONEY + "，" in between and not sure):
            return None
        if mention.label == "Company":
            if row.code[index - 1 : index] == "由" and _RUN_BY.match(row.code, index + 1) and not _FIRM.search(lead):
                return None
            if _HIS_MONEY.search(row.code, index, at):
                return None
            made = _JUST_MADE.search(row.code[max(low, index - 8) : index]) is not None
            if made and "\ue006" in row.code[low:index]:
                continue  # 甲公司建了一座乙厂，投资: the former put it in
            if _NOT_ACTING.search(row.code[max(low, index - 3) : index]) or (between[:1] == "的" and index < start):
                continue
            return own_share(row, at, index, mention)
        if mention.label == "Person":
            firm = body_of(row, index)
            if firm is not None:
                return firm if firm.label == "Company" else None
        elif (mention.label == "Region" and _acts(topics, row, index, low)) or (
            mention.label == "Organization"
            and not IN.search(row.code[:index])
            and row.code[index - 1] not in "与和经由同跟向在"
        ):
            return None
    if not any(m.label == "Company" for _, m in named_before(row, at)) and "总投资" in row.code[start:at]:
        following = _named_next(topics, row)
        if following is not None:
            return following
    if _SELF.match(lead) is None or _OTHER_SUBJECT.search(lead) or (low > 0 and start > low and not sure):
        return None
    return _spoken_firm(topics, row, match, low)


def _of_the_two(row: Chart, low: int, start: int, which: str) -> Filler:
    """The firm that 前者 or 后者 means: one of the two that were named together last, else of the only two."""
    pairs = list(_PAIR.finditer(row.code, low, start))
    names = [m for _, m in named_before(row, start, low) if m.label in ("Company", "Organization")]  # the last first
    chosen = row.items[pairs[-1].start(which)] if pairs else None
    if chosen is None and len(names) == 2:
        chosen = names[0] if which == "latter" else names[1]
    return chosen if isinstance(chosen, Mention) and chosen.label == "Company" else None


def _named_next(topics: Topics, row: Chart) -> Found | None:
    """The firm of the next sentence that says who invests (总投资2亿元的某项目开工。项目由甲公司投资建设)."""
    block, end = row.sentence.block, row.sentence.end
    text = topics.reading.blocks[block].text.plain
    for mention in topics.reading.within(block, end, end + 40):
        if mention.label == "Company":
            lead, after = text[end : mention.start], text[mention.end : mention.end + 8]
            return Found(mention.entity, mention) if _NEXT.fullmatch(lead + "|" + after) else None
    return None


def _acts(topics: Topics, row: Chart, index: int, low: int) -> bool:
    """Whether a region is the one that pays: it is no place of the matter and no address of what follows."""
    mention = row.items[index]
    if IN.search(row.code[max(low, index - 4) : index]) or row.code[index - 1 : index] in ("从", "自", "（"):
        return False
    if row.code[index - 1 : index] in ("经", "靠", "在") and _THROUGH.match(row.code, index + 1):
        return False  # 经甲区对接，这家企业落户
    if row.code[index - 1 : index] == "由" and re.match("[^，。；]{0,6}[搬迁移转]", row.code[index + 1 :]):
        return False
    if row.code[index + 1 : index + 2] in ("的", "籍", SIGNS["Company"]) or not isinstance(mention, Mention):
        return False
    if row.code[index + 1 : index + 3] in ("企业", "公司", "客商", "老板", "商人"):
        return False  # 这家甲市企业投资
    return topics.side(mention.entity) == "helper" or _PAYS.match(row.code[index + 1 : index + 12]) is not None


def _spoken_firm(topics: Topics, row: Chart, match: Match, low: int) -> Found | None:
    """The firm of the words before: the last thing that was spoken of must be it."""
    labels = ("Company", "Workshop", "Organization", "Facility")
    block, position = point_of(row, match)
    start, _ = part(row, amount_at(match), amount_at(match), "，；：。")
    branch = _BRANCH.search(row.code, start, amount_at(match)) is not None

    def test(m: Mention) -> bool:
        if m.label not in labels:
            return False
        return topics.reading.plain(m.block, max(0, m.start - 1), m.start) not in ("由", "与", "同", "跟", "给", "被")

    own = re.search("公司|企业|集团|厂[里子]", row.code[start : amount_at(match)]) is not None
    last = topics.before(block, position, test, 1 if own else 0)
    if last is None or last.entity.label != "Company":
        return None
    if last.where.block == block and last.where.start < position - 160:
        return None
    since = last.where.end if last.where.block == block else 0
    between = topics.reading.plain(block, since, position)
    if branch and not _BRANCH.search(last.entity.name + between[:8]):
        return None
    return None if re.search("等[^，。；]{0,5}家|(?<!这)(?<!那)家企业|合计", between) else last
