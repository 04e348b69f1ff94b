"""Where the money goes when no name is tied to it: the place of the payer, or the one under discussion."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable

from graph.numerals import Quantity
from loaders.around import ORIGIN, Filler, acting, amount_at, place_near, point_of
from loaders.chart import PLACES, Chart
from loaders.frames import Match
from loaders.payers import giver
from loaders.topics import Found, Topics, home, inside, level
from loaders.values import Mention

TOTAL = re.compile(r"直接投入|累计|年来|总共|合计|共计|每年|以来|年间")
_LARGE = 100_000_000  # yuan; a sum of this size is no single county's alone, where its prefecture is helped
_PERSONS = re.compile("籍|女孩|男孩|女娃|姑娘|小伙|汉子|老汉|媳妇|妹子|老乡|大姐|大妈|阿妈")  # where somebody is from
_ONE_WORK = re.compile(
    "(?:由|用|花|投)[^。；]{0,24}\ue00a[^，。；]{0,4}(?:建成|建起|修建|兴建|新建|修成|盖起|添置|购置)"
)
_AMONG = re.compile(
    "(?:[、和与及][^，。；]{2,30})?等(?:\\d+|[一二三四五六七八九十]+)个?(?:县|市|区|旗|乡|镇|村)"
)  # 甲、乙等6个县市
_AWAY = re.compile("(?:打工|务工|做工|上班|做生意|当兵|求学|读书)?(?:回来|归来|返乡|回乡|返回|毕业|打工|务工)")
_OURS = re.compile("我(?P<of>[县州市旗区])")
_PASSED = re.compile(
    "[“‘]?(?:去|跑|回|离|过|飞|通往|前往|送往|转往|距)了?$"
)  # the end of a way, no place of the matter


def place_paid(topics: Topics, row: Chart, match: Match) -> Filler:
    """The helped place: of the payer, as far as the article says, else the one under discussion."""
    found = _place(topics, row, match)
    if isinstance(found, Found) and level(found.entity) == 3:
        found = _wide_enough(topics, row, match, found)
    return _last_of_address(topics, found) if isinstance(found, Found) and not TOTAL.search(row.code) else found


def _wide_enough(topics: Topics, row: Chart, match: Match, found: Found) -> Found:
    """The prefecture or province for all that its helper has paid in years, where only one of its counties stands near."""
    payers = _payers(topics, row, match)
    item = row.items[amount_at(match)]
    large = isinstance(item, Quantity) and item.value >= _LARGE
    if not payers or not (large or TOTAL.search(row.code)):
        return found
    ids = {m.entity.id for m in payers}
    helped = {b for a, b in topics.pairs if a in ids}
    if found.entity.id in helped:
        return found

    def wider(m: Mention) -> bool:
        if m.label != "Region" or m.entity.id == found.entity.id or not inside(found.entity, m.entity.id):
            return False
        if m.entity.id in helped:
            return True
        return not helped and level(m.entity) == 2 and all(level(home(p.entity)) == 2 for p in payers)

    wide = topics.main(wider)
    if wide is None or wide.entity.id in helped:
        return wide or found
    often = Counter(m.entity.id for m in topics.mentions)
    return wide if often[wide.entity.id] > often[found.entity.id] else found  # nobody says whom the payer helps


def _payers(topics: Topics, row: Chart, match: Match) -> list[Mention]:
    payers = acting(row, match)
    if payers:
        return payers
    payer = giver(topics, row, match)
    return [payer.where if isinstance(payer, Found) else payer] if payer is not None else []


def _last_of_address(topics: Topics, found: Found) -> Found:
    """The village of A镇B村 where the town was found."""
    where = found.where
    for mention in topics.reading.within(where.block, where.end, where.end + 8):
        if topics.side(mention.entity) == "helper":
            break  # a village of that name elsewhere
        if level(found.entity) in (4, 5) and mention.label in PLACES and _one_address(topics, where, mention):
            return Found(mention.entity, mention)
        break
    return found


def _place(topics: Topics, row: Chart, match: Match) -> Filler:
    payers = _payers(topics, row, match)
    ids = {entity.id for m in payers for entity in (m.entity, home(m.entity))}
    helped = {b for a, b in topics.pairs if a in ids}
    point = point_of(row, match)
    total = TOTAL.search(row.code) is not None
    counties = any(level(home(m.entity)) == 3 for m in payers)

    def theirs(m: Mention) -> bool:
        if m.label not in PLACES or _PASSED.search(topics.reading.plain(m.block, max(0, m.start - 3), m.start)):
            return False
        if ORIGIN.search(topics.reading.plain(m.block, max(0, m.start - 12), m.start)):
            return False
        after = topics.reading.plain(m.block, m.end, m.end + 8)
        if _AWAY.match(after) or _PERSONS.match(after):
            return False
        if _AMONG.match(topics.reading.plain(m.block, m.end, m.end + 40)):
            return False
        if any(inside(m.entity, payer.entity.id) for payer in payers):
            return False
        within = any(inside(m.entity, region) or m.entity.region == region for region in helped)
        return m.entity.id in helped or (within and (not total or (counties and level(m.entity) == 3)))

    def alike(m: Mention) -> bool:
        return theirs(m) and level(m.entity) == 3

    ours = _OURS.search(row.code)
    if ours is not None:  # in a letter or a speech: the one that the article names most
        own = topics.main(
            lambda m: m.label == "Region" and m.entity.name.endswith(ours["of"]) and topics.side(m.entity) == "helped"
        )
        if own is not None:
            return own
    small = None if total else _opening_place(topics, row)
    if small is not None:
        return small
    if counties:
        found = topics.before(*point, alike, 1) or topics.main(alike)
        if found is not None:
            return found
    found = topics.before(*point, theirs, 1) or topics.main(theirs)
    if found is not None:
        return found if total else _county_of(topics, row, found, alike)
    near = place_near(topics, row) or _home_named(topics)
    if near is not None and _PASSED.search(
        topics.reading.plain(near.where.block, max(0, near.where.start - 3), near.where.start)
    ):
        return topics.main(
            lambda m: m.label == "Region" and level(m.entity) in (2, 3) and topics.side(m.entity) != "helper"
        )
    return near


def _county_of(topics: Topics, row: Chart, found: Found, alike: Callable[[Mention], bool]) -> Found:
    """The county under discussion where one work was paid for and only its prefecture stands near (冷库由甲市资金190万元建成)."""
    if level(found.entity) != 2 or _ONE_WORK.search(row.code) is None:
        return found
    county = topics.before(row.sentence.block, row.sentence.start, alike, 1)
    return county if county is not None and inside(county.entity, found.entity.id) else found


def _home_named(topics: Topics) -> Found | None:
    """The helped county that is named only as the first part of a body's name (巫山县移民事务中心)."""
    body = topics.main(
        lambda m: (
            m.label in ("Organization", "Facility")
            and level(home(m.entity)) == 3
            and topics.side(home(m.entity)) == "helped"
            and home(m.entity).name in m.surface
        )
    )
    return Found(home(body.entity), body.where) if body is not None else None


def _opening_place(topics: Topics, row: Chart) -> Found | None:
    """The village, town or site with which the short sentence before opens (A村缺水。甲市拨来60万元)."""
    block, end = row.sentence.block, row.sentence.start
    before = [s for s in topics.reading.sentences if s.block == block and s.end <= end]
    if not before or end - before[-1].start > 70:
        return None
    inside_it = topics.reading.within(block, before[-1].start, end)
    for mention, after in zip(inside_it, [*inside_it[1:], None], strict=False):
        if (
            after is not None
            and after.label in PLACES
            and mention.label in PLACES
            and _one_address(topics, mention, after)
        ):
            continue  # A镇B村: the village
        if (
            mention.label not in PLACES
            or mention.start - before[-1].start > 12
            or topics.side(mention.entity) == "helper"
        ):
            return None
        if mention.label == "RelocationSite" or level(mention.entity) in (0, 4, 5):
            return Found(mention.entity, mention)
    return None


def _one_address(topics: Topics, wide: Mention, small: Mention) -> bool:
    """Whether two places are written in one run (A镇B村, A镇的B村)."""
    return topics.reading.plain(wide.block, wide.end, small.start) in ("", "的", "下辖的")
