"""What firms, clubs and persons pay for others without the word for a gift: 公司花12万元给A村装上路灯, 协会资助学生45名."""

from __future__ import annotations

import re

from loaders.around import Filler, amount_at, named_before, part, point_of
from loaders.chart import Chart
from loaders.frames import Match
from loaders.gift_ends import got_by
from loaders.gifts import body_of
from loaders.payers import is_charity
from loaders.topics import Found, Topics
from loaders.values import Mention

_SPENT = re.compile(
    r"(?:花|凑|攒|众筹|出资|拿出|抽出|拨出|挤出|省出|掏出?|筹资|筹集|自筹|筹措|募集|集资|垫资|出|投入|支出)[^，。；\ue001-\ue00a]{0,5}$"
)
_FOR = re.compile(
    r"^[^，。；\ue00a]{0,6}，?[^，。；\ue00a]{0,3}?(?:给|为|帮助?|替|资助|奖励|救助|改善|修缮|翻修|慰问)[^，。；\ue001-\ue00a]{0,4}"
    r"(?:[\ue001\ue002\ue005\ue007]|村|学校|学生|孩子|老人|群众|贫困|困难|敬老院)"
)
_PUPILS = re.compile(r"资助[^，。；]{0,16}(?:学生|[男女]童|孩子|高中生|大学生|孤儿|上学|读书|学业|困难)")
_PUBLIC = re.compile(
    r"影院|学校|小学|中学|幼儿园|医院|卫生[院室]|敬老院|福利院|桥|路|广场|书屋|图书|公园|文化|水窖|亭|操场"
)
_BUILT = re.compile(r"^，?[^，。；]{0,10}?(?:建|修|盖|添|改造|翻修|修缮|装)[^，。；]{0,14}")
_GATHERED = re.compile("(?:帮扶|爱心|援助)(?:资金|款|经费)|善款|捐款|筹集|筹措|募集")
_OTHER = re.compile(
    "协作|财政|援[疆藏青]|注册|产值|销售|营收|收入|工资|薪|税|分红|采购|订单|贷款|租金|货款|补贴|生产线|厂房|车间|园区|项目|入股|股"
)
_GRANTS = re.compile(
    "(?:发放|颁发|设立)[^，。；\ue001-\ue00a]{0,6}(?:助学金|奖学金|奖教金|慰问金|救助金|爱心款|困难补助)[^，。；\ue00a]{0,3}$"
)
_OF_HOUSE = re.compile("(?<=[\ue005\ue007])的?(?:全体)?(?:师生|学生|老师|教师|职工|员工|医护|干部职工|家长|孩子)")
_OPENING = re.compile(
    r"(?:\ue00c|，)*(?:该|这家|他的)?(?P<who>公司|企业|集团|商会|协会|基金会|合作社)(?!\w{0,4}与)|(?:\ue00c|，)*(?P<person>[他她])(?!们)"
)


def private_giver(topics: Topics, row: Chart, match: Match) -> Filler:
    """The firm, club or person that pays for others; nobody where a government or an investor may be meant."""
    at = amount_at(match)
    start, end = part(row, at, at, "，；：。")
    low, high = part(row, at, at)
    clause = row.code[start:end]
    if _OTHER.search(clause) or "捐" in clause or not _for_others(row, at, start, low, high):
        return None
    found = _payer(topics, row, match, start, low)
    mention = found.where if isinstance(found, Found) else found
    return found if mention is not None and got_by(topics, row, match, [mention]) else None


def private_receiver(topics: Topics, row: Chart, match: Match) -> list[Mention | Found]:
    """Who gets what a firm, club or person pays."""
    found = private_giver(topics, row, match)
    if found is None:
        return []
    if _GRANTS.search(row.code, 0, amount_at(match)) and re.search("\ue00b", row.code[amount_at(match) :]):
        county = topics.county(*point_of(row, match))  # what many pupils share goes to the county
        return [county] if county is not None else []
    return got_by(topics, row, match, [found.where if isinstance(found, Found) else found])


def _for_others(row: Chart, at: int, start: int, low: int, high: int) -> bool:
    if _GRANTS.search(row.code[start:at]):
        return True
    spent = _SPENT.search(row.code[start:at]) is not None
    after = row.code[at + 1 : min(high, at + 40)]
    if spent and _FOR.match(after):
        return True
    if _PUPILS.search(row.code[max(low, at - 40) : min(high, at + 20)]):
        return True
    built = _BUILT.match(after)
    if spent and built is not None and re.search("出资|拿出|掏|集资", row.code[start:at]):
        names = "".join(m.entity.name for m in row.items[at : at + 1 + built.end()] if isinstance(m, Mention))
        return _PUBLIC.search(built.group() + names) is not None
    return spent and "其中" in row.code[low:at] and _GATHERED.search(row.code[low:at]) is not None


def _payer(topics: Topics, row: Chart, match: Match, start: int, low: int) -> Filler:
    opening = _OPENING.match(row.code, start)
    for index, mention in named_before(row, amount_at(match), start if opening else low):
        if mention.label == "Person":
            return body_of(row, index) or mention
        if mention.label == "Company" or is_charity(mention.entity) or _OF_HOUSE.match(row.code, index + 1):
            return mention
        if mention.label in ("Region", "Organization") and row.code[index - 1 : index] not in "给为在向到对往帮":
            return None
    if opening is None:
        return None
    if opening["person"] is not None:
        return topics.before(*point_of(row, match), lambda m: m.label == "Person", 1)
    word = opening["who"]

    def test(m: Mention) -> bool:
        firm = m.label == "Company" and word in ("公司", "企业", "集团")
        return firm or (m.label in ("Company", "Organization") and m.entity.name.endswith(word))

    return topics.before(*point_of(row, match), test, 1)
