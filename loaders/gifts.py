"""Who gives and who gets a gift, where the frame's own words do not name them."""

from __future__ import annotations

import re
from collections.abc import Callable

from loaders.aligned import is_address
from loaders.around import Filler, acting, named_after, named_before, part, point_of
from loaders.chart import Chart
from loaders.costs import whole
from loaders.frames import Match
from loaders.gift_kinds import misfits, suited
from loaders.payee_heads import heads
from loaders.payee_one import only_one
from loaders.payee_weights import PART
from loaders.payer_words import is_sent_body
from loaders.payers import helping
from loaders.spoken import spoken
from loaders.topics import Found, Topics, level
from loaders.values import Mention

_RECEIVERS = ("Region", "RelocationSite", "Organization", "Facility", "Workshop")
GIVERS = ("Company", "Organization", "Facility", "Person", "Region")
_WE = re.compile("我[县州市旗区]")


def receiver(
    topics: Topics, row: Chart, match: Match, givers: list[Mention] | None = None
) -> Filler | list[Mention | Found]:
    """Who gets a gift whose receiver goes unsaid: the school or site spoken of on the other side, else the place."""
    givers = acting(row, match) if givers is None else givers
    sides = {topics.side(m.prefix) if m.prefix is not None else topics.side_by_name(m.entity) for m in givers}
    wanted = "helper" if "helped" in sides else "helped"

    def test(m: Mention) -> bool:
        if m.label not in _RECEIVERS or m.entity.id in {g.entity.id for g in givers}:
            return False
        if is_sent_body(m.entity):
            return False  # the helper's own people there hand a gift on
        if any(_leads(topics, m, g) for g in givers) or _is_venue(topics, m):
            return False  # the giver's own address, or where the ceremony was held
        side = topics.side_by_name(m.entity) or (topics.side(m.prefix) if m.prefix is not None else None)
        return side == wanted or (side is None and m.label in ("Facility", "Workshop") and wanted == "helped")

    point = point_of(row, match)
    low, high = part(row, match.start, match.end)
    if wanted == "helped":
        costing = whole(topics, row, match.start)
        if costing is not None:
            return costing
        near_it = max(low, match.start - 10), min(high, match.end + 20)
        for start, _, found in (*spoken(topics, row, *near_it), *heads(topics, row, *near_it)):
            if re.search(
                r"(?:向|给|为|对|送[到至进]|运[到至进])(?:该|这[座个家所])?$", row.code[max(0, start - 3) : start]
            ):
                return found
        if _WE.search(row.code[low:high]):
            return topics.county(*point)
        named = _named_after(topics, row, match, high)
        if named is not None:
            return named
        fitting = suited(topics, row, match, {g.entity.id for g in givers})
        if fitting:
            return fitting
    paired = {b for a, b in topics.pairs if a in {g.entity.id for g in givers}}
    partner = topics.before(*point, lambda m: m.entity.id in paired, 1)
    if partner is not None:
        return partner
    clause = row.code[max(low, match.start - 12) : min(high, match.end + 12)]

    def hall(m: Mention) -> bool:
        return m.label in ("Facility", "Workshop", "RelocationSite") and test(m) and not misfits(clause, m)

    things = topics.before(*point, hall, 0)
    if things is not None and wanted == "helped" and _OF_PLACE.search(row.code, low, high):
        things = None  # a total and what stands in the streets goes to the place
    if things is None and wanted == "helped" and not _OF_PLACE.search(row.code, low, high):
        things = only_one(topics, point, hall)
    if things is not None or wanted == "helper":
        return things or topics.before(*point, test, 1)
    near = topics.before(*point, lambda m: test(m) and m.label == "Region" and level(m.entity) in (0, 3, 4, 5), 0)
    near = near or topics.county(*point) or topics.place(*point)
    small = None if near is None else end_of_address(topics, near, test)
    if _OUTFIT.search(clause) and not _SERVES_ALL.search(clause) and (small is None or small.entity.label == "Region"):
        return None  # machines stand in a house, and which house stays open
    return small or near


_HOUSE = re.compile("(?:[校园院馆坊厂]|小学|中学|中心|车间)$")


def end_of_address(topics: Topics, wide: Found, test: Callable[[Mention], bool]) -> Found | None:
    """The town, village or school with which the address goes on that a county opens (甲县乙镇, 甲县乙小学)."""
    last = None
    where = wide.where
    for mention in topics.reading.within(where.block, where.end, where.end + 24):
        if mention.start - where.end > 1 or mention.label not in ("Region", "RelocationSite", "Facility", "Workshop"):
            break
        if mention.label == "Facility" and _HOUSE.search(mention.entity.name) is None:
            break
        if not test(mention) and topics.side_by_name(mention.entity) == "helper":
            break
        last, where = Found(mention.entity, mention), mention
    return last


_OUTFIT = re.compile("设备|机床|器材|仪器|流水线|生产线|数控|录播")  # what only a house uses
_SERVES_ALL = re.compile("节水|净水|供水|饮水|环卫|太阳能|消防")  # a whole place has the use of it
_OF_PLACE = re.compile("累计|几年|年来|共计|以来|合计|路灯|垃圾|环卫|消防车|行道树|公交|道路")
HELD = re.compile("[^，。；\ue001-\ue00a]{0,4}(?:举行|举办|召开|开幕|启动|签[约署订])")  # behind a venue


def _is_venue(topics: Topics, mention: Mention) -> bool:
    """Whether something was held there (在县政务中心举行捐赠仪式)."""
    before = topics.reading.plain(mention.block, max(0, mention.start - 8), mention.start)
    held = HELD.match(topics.reading.plain(mention.block, mention.end, mention.end + 8))
    return held is not None and "在" in before


_SERVES = re.compile(
    r"(?:修缮|用于|用来|改造|资助|支持|帮助?|助|助力|为|给|建设?|添置|配备|改善|修建|翻新|设立在|在|扩建|完善)(?:了)?[\ue001\ue002]?$"
)


def _named_after(topics: Topics, row: Chart, match: Match, high: int) -> Mention | None:
    """The school or place that the rest of the sentence says the gift serves (捐资80万元，修缮A小学食堂)."""
    for index, mention in named_after(row, match.end, min(high, match.end + 24)):
        if mention.label in ("Company", "Person", "Organization") and row.code[index - 1 : index] in ("，", "、", "："):
            return None  # the next giver
        if is_address(row, index):
            continue
        if mention.label == "Facility" and mention.prefix is None and PART.match(mention.surface):
            continue
        fits = mention.label in _RECEIVERS and topics.side_by_name(mention.entity) != "helper"
        if fits and _SERVES.search(row.code[match.end : index]):
            return mention
    return None


def _leads(topics: Topics, place: Mention, thing: Mention) -> bool:
    """Whether the place is the beginning of the thing's address (龙泉镇苏黑村的撒尔塔车间)."""
    if place.block != thing.block or not 0 <= thing.start - place.end <= 6:
        return False
    return re.search("[，；。、：]", topics.reading.plain(place.block, place.end, thing.start)) is None


_HEAD = re.compile(
    r"(?:负责人|董事长|总经理|经理|会长|理事长|秘书长|代表|主席|院长|校长|创始人|总裁|老总|书记|局长|县长|镇长|区长|主任|市长)[\ue001-\ue007一-鿿、]{0,16}$"
)


ON_HIS_OWN = re.compile(r"个人|自己|自掏|自费|掏腰包|积蓄|工资|稿费|奖金|退休金|压岁钱")


def donor(topics: Topics, row: Chart, match: Match) -> Filler:
    """Who gives: the last named before in the sentence, else the firm or person spoken of."""
    low, _ = part(row, match.start, match.end)
    text = row.code[low : match.end]
    own = re.search("个人|自己|自掏|自费|掏腰包", text)
    for index, mention in named_before(row, match.start, low):
        if mention.label not in GIVERS or row.code[index - 1 : index] in tuple("到抵赴在往至进"):
            continue
        if mention.label == "Person" and not own:
            return body_of(row, index) or mention  # a firm acts through its head
        return mention
    word = re.search(r"合作社|公司|企业|商会|协会|医院|学校|基金会", text)
    if word is not None:
        found = topics.before(*point_of(row, match), lambda m: m.entity.name.endswith(word.group()), 1)
        return found or (
            topics.labelled("Company", *point_of(row, match), 1) if word.group() in ("公司", "企业") else None
        )
    return topics.main(lambda m: m.label == "Person") if re.search(r"[他她]|自己", text) else None


def body_of(row: Chart, person: int) -> Mention | None:
    """The first body or firm of a person's titles (甲集团的负责人、乙商会会长某某)."""
    clause = max(row.code.rfind(mark, 0, person) for mark in "，；：。") + 1
    if not _HEAD.search(row.code[clause:person]):
        return None
    for index in range(clause, person):
        item = row.items[index]
        if isinstance(item, Mention) and item.label in ("Company", "Organization", "Region"):
            return item
    return None


def visitor(topics: Topics, row: Chart, match: Match) -> Filler:
    """Who came and gave: the helper's side of the sentence, named before and not as the end of the way."""
    low, _ = part(row, match.start, match.start)
    for index, mention in reversed(list(named_before(row, match.start, low))):
        if re.match("副?书记|常委", row.code[index + 1 : index + 4]) and mention.label == "Organization":
            continue  # 市委副书记率团: the city gives
        if mention.label == "Person" or row.code[index - 1 : index] in tuple("到抵赴在往至进与同和对"):
            continue
        if helping(topics, mention) or mention.label in ("Company", "Organization"):
            return mention

    def delegation(m: Mention) -> bool:
        return helping(topics, m) and _DELEGATION.match(topics.reading.plain(m.block, m.end, m.end + 10)) is not None

    return topics.before(*point_of(row, match), delegation, 1)


_DELEGATION = re.compile("[^，。；]{0,6}(?:代表团|考察团|慰问团|访问团|考察组|调研组)")


def donor_before(topics: Topics, row: Chart, match: Match) -> Filler:
    """The giver of the sentence before, where that speaks of giving."""
    block, position = point_of(row, match)
    plain = topics.reading.blocks[block].text.plain[max(0, position - 80) : position]
    return (
        topics.before(block, position, lambda m: m.label in ("Company", "Organization"), 0)
        if re.search("捐|赠|送[来去上]|寄[来去]|运来", plain)
        else None
    )
