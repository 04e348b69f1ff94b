"""Who is sender and who receiver among the names in a person's description: by the side of the pairing they stand on."""

from __future__ import annotations

import re
from collections.abc import Sequence

from graph.model import Entity
from loaders.chart import SIGNS, Chart
from loaders.gazetteer import Place, load
from loaders.regions import region_entity
from loaders.sending_words import (
    CAME_BACK,
    FROM,
    FROM_BEFORE,
    IN_BEFORE,
    JOINT,
    OTHER_PEOPLE,
    RAW,
    TEAM,
    TEAMMATES,
    TO,
    TO_BEFORE,
    TRADERS,
    headed,
)
from loaders.tiers import tier
from loaders.topics import Topics, home
from loaders.values import Mention

_FROM_AFTER = re.compile(RAW["from_after"])
_WAS, _PEOPLE = re.compile(RAW["was"]), re.compile(RAW["people"])
_TO_AFTER = re.compile(RAW["to_after"])
_INVITES = re.compile(RAW["invites"])
_EARLIER = re.compile(RAW["earlier"])
_OTHERS = re.compile("“[^”]*$|(?:请来|迎来|邀请)$|(?:老师|教师|医生|师资|专家|学生|设备|课程|资金)由$")
_BROUGHT = re.compile(f"{SIGNS['Company']}|请来|邀请|引来|招来|说动|动员")
_LENT_POST = re.compile("的?挂职的?(?:党委|党组|党工委|常务|第一)?副?[^，。；、]{0,4}(?:长|书记|主任|助理|主席|经理)")
_DIVISION = re.compile("^(?:新疆生产建设)?(?:兵团)?第?[一二三四五六七八九十]{1,2}师(?=.{2})")
_EACH = re.compile("分别|各自|分赴")
_LENT_AND_BACK = re.compile(
    "[^，。；]{0,6}(?:挂职|跟岗|跟班|顶岗|锻炼)[^。；]{0,16}(?:，(?:回来|归来|返回|回到|回乡|学成|期满)|归来|返回)"
)


def side_of(topics: Topics, entity: Entity) -> str | None:
    """The side of the pairing on which a body stands: of the region its name opens with, named in the article or not."""
    if entity.label != "Region" and entity.id in topics.paired_helpers:
        return "helper"  # a university or group of the state that has a county of its own to help
    side = topics.side_by_name(entity)
    own = entity.label != "Region" and TEAM.search(entity.name) is None and TRADERS.search(entity.name) is None
    if side == "helper" and own and _joint(topics, entity):
        return "helped"
    if side is not None or entity.label == "Region":
        return side
    name = _DIVISION.sub("", entity.name)  # 第三师|图木舒克市教育局
    hits = [h for h in load().find(name) if h.start == 0 and len(h.name) > 1]
    hits = [h for h in hits if h.name[-1] in "镇乡村道" or name[len(h.name) :][:1] not in tuple("镇乡村街")]
    if not hits:
        return None
    region = region_entity(meant(topics, hits[0].places), hits[0].name)
    side = topics.side(region)
    unknown = not any(e.label == "Region" and e.code for e in topics.entities)
    if side is None and topics.highest == topics.lowest and (unknown or tier(region) != topics.highest):
        return {3: "helper", 1: "helped", 0: "helped"}.get(tier(region) or 0)  # the article names one side in full only
    return side


def _joint(topics: Topics, entity: Entity) -> bool:
    """Whether a body is named after a helper and lies with those who are helped: 甲·乙共建产业园管委会, 甲校乙县校区."""
    inner = (
        e
        for e in topics.entities
        if e.label == "Region" and any(len(n) > 1 and entity.name.find(n) > 0 for n in e.names)
    )
    return any(topics.side(e) == "helped" for e in inner)


def meant(topics: Topics, places: Sequence[Place]) -> Place:
    """The division of a name that the article speaks of, else the largest."""
    codes = {e.code for e in topics.entities if e.label == "Region"}
    return next((p for p in places if p.code in codes), None) or min(places, key=lambda p: p.level)


def role_of(topics: Topics, row: Chart, at: int, around: tuple[int, int, int], telling: bool) -> str | None:
    """Whether a name in a person's description is the sender or the receiver."""
    code, item = row.code, row.items[at]
    assert isinstance(item, Mention)
    low, index, high = around
    before = code[max(low, index + 1 if at > index >= low else low) : at].rstrip(SIGNS["Region"])
    after = code[at + 1 : high]
    side = side_of(topics, item.entity) or _lower(topics, item)
    if at > index and CAME_BACK.search(code[index:at]):
        return None  # 丙回了甲市，现任乙局局长
    if TEAM.search(item.entity.name) and item.label == "Organization":
        return None  # teams are read by name
    if JOINT.search(item.entity.name):
        return None  # a body of both sides
    if at > index and (_OTHERS.search(code[index + 1 : at]) or _EACH.search(code[index + 1 : at])):
        return None  # what the person said, whom the person invited, what others are sent
    if re.search("从$", before) and re.match("的?(?:挂职|学成|期满|载誉)?(?:回来|归来|返回|返)", after):
        return TO if telling else None
    bound = TO_BEFORE.search(before) is not None  # 驻甲镇的干部丙 is no man of 甲镇
    if (
        FROM_BEFORE.search(before) or (telling and not bound and at + 2 == index and after[:1] == "的")
    ) and side != "helped":
        return FROM
    if at == low > index and side != "helped" and item.label != "Company" and _PEOPLE.fullmatch(after):
        return FROM  # 丙，甲局干部，…
    if side is None and telling and at < index and item.label in ("Organization", "Facility"):
        came = TEAMMATES.search(code[:at]) or headed(code, index)
        if came and not before and _PEOPLE.fullmatch(code[at + 1 : index]):
            return FROM  # 同车来的，还有甲小学的教师丙、乙中学的教师丁
    if _WAS.search(before) and _PEOPLE.match(after) and side != "helped":
        return FROM
    if (
        side != "helped"
        and not bound
        and at < index
        and re.fullmatch("的?[^，。]{0,6}(?:干部|职工)", code[at + 1 : index])
    ):
        return FROM
    if (
        side == "helper"
        and not bound
        and at < index
        and _PEOPLE.fullmatch(code[at + 1 : index])
        and item.label != "Company"
    ):
        return FROM  # 甲县的退休教师丙，…到乙县支教
    if low > index and OTHER_PEOPLE.search(before.removesuffix("在")):
        return None
    if IN_BEFORE.search(before):
        if side == "helper":
            if _LENT_AND_BACK.match(after) or _LENT_AND_BACK.match(code, at + 1):
                return TO  # 曾在甲校挂职半年，回来后…
            return FROM if _EARLIER.search(before) else TO if re.match(r"[^，。；]{0,6}挂职", after) else None
        return TO if _TO_AFTER.match(after) and (side == "helped" or item.label != "Company") else None
    if TO_BEFORE.search(before):
        if at > index and _BROUGHT.search(before):
            return None  # 请来甲公司到乙镇办厂: who goes there is the firm
        if side == "helper":
            return TO if re.match(r"[^，。；]{0,6}挂职", after) else None
        return TO if item.label != "Company" else None
    if not telling:
        return None
    if side != "helper" and at < index and _LENT_POST.fullmatch(code, at + 1, index):
        return TO  # 甲局挂职副局长丙
    if _FROM_AFTER.match(after) and side != "helped" and item.label != "Park":
        return FROM
    if FROM_BEFORE.search(before) or _FROM_AFTER.match(after):
        sent_east = re.search(r"(?:到|赴|去|往)[^，。；]{0,8}挂职", after)
        return FROM if sent_east and side == "helped" else TO if side == "helped" and _TO_AFTER.match(after) else None
    if side == "helped" and (_TO_AFTER.match(after) or _INVITES.match(after)) and item.label != "Company":
        return TO
    if side == "helper" and at < index and item.label in ("Region", "Organization", "Facility"):
        return FROM
    return None


def _lower(topics: Topics, item: Mention) -> str | None:
    """The side of a school or station of a town or village: that of the province in which it lies."""
    if item.label not in ("Organization", "Facility") or not re.search("[镇乡村]|苏木|嘎查", item.entity.name):
        return None
    own = tier(home(item.entity))
    return "helped" if own is not None and own == topics.lowest < topics.highest else None


def hosts(entity: Entity) -> list[Entity]:
    """The receiver, and its county where its name holds it; of a committee the county alone."""
    if entity.label != "Organization":
        return [entity]
    body = re.search("(?:委|政府|政协|人大|人大常委会|党组)$", entity.name)
    county = home(entity)
    named = {p.code: h.name for h in load().find(entity.name) if h.start == 0 and len(h.name) > 1 for p in h.places}
    place = load().place(county.code or "") if county.code in named else None
    county = region_entity(place, named[place.code]) if place is not None else county
    held = county.label == "Region" and (
        county.code in named or any(n in name for n in county.names for name in entity.names)
    )
    if not held:
        return [] if body else [entity]
    return [county] if body else [entity, county]
