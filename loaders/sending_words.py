"""How words tell of a sending: which of them describe a person, and who is sender and receiver among the names in them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from graph.model import Entity
from loaders.chart import SIGNS, Chart
from loaders.gazetteer import Place, load
from loaders.lexicon import read_yaml
from loaders.post_shapes import PERSON, posts_before
from loaders.regions import region_entity
from loaders.topics import Topics, home, tier
from loaders.values import Mention

FROM, TO = "SECONDED_FROM", "SECONDED_TO"
PLACES = ("Region", "RelocationSite", "Organization", "Facility", "Company", "Park", "Workshop")

_RAW = read_yaml("sendings.yaml")
_BODY = f"[{SIGNS['Organization']}{SIGNS['Facility']}]"
_FIRM = f"[{SIGNS['Organization']}{SIGNS['Facility']}{SIGNS['Company']}]"
_SIGN_OF = {
    "{body}": _BODY,
    "{firm}": _FIRM,
    "{team}": SIGNS["Organization"],
    "{region}": SIGNS["Region"],
    "{person}": PERSON,
    "{place}": "[" + "".join(SIGNS[x] for x in PLACES) + "]",
    "{date}": SIGNS["date"],
    "{figure}": SIGNS["figure"],
}


def pattern(text: str) -> re.Pattern[str]:
    """A regular expression of sendings.yaml, with signs for the words in braces."""
    for word, sign in _SIGN_OF.items():
        text = text.replace(word, sign)
    return re.compile(text)


_CUE, WEAK = pattern("|".join(_RAW["cues"])), pattern(_RAW["weak"])
ONCE = re.compile(_RAW["once"])
_UNLESS = re.compile(_RAW["unless"])
FROM_BEFORE, _FROM_AFTER = re.compile(_RAW["from_before"]), re.compile(_RAW["from_after"])
_WAS, _PEOPLE = re.compile(_RAW["was"]), re.compile(_RAW["people"])
TO_BEFORE, _TO_AFTER = re.compile(_RAW["to_before"]), re.compile(_RAW["to_after"])
IN_BEFORE, _INVITES = re.compile(_RAW["in_before"]), re.compile(_RAW["invites"])
TEAMMATES = pattern(_RAW["teammates"])
NOT_TEAM = re.compile(_RAW["not_team"])
_EARLIER, TEAM = re.compile(_RAW["earlier"]), re.compile(_RAW["team"])
GROUNDS = re.compile(_RAW["ends"]["production"])  # visited, worked in, but nobody is sent to a greenhouse
UNPLACED = re.compile("街道(?!口)")  # 街道武装部: of which, nobody tells
_UNMADE = re.compile(
    f"[^。；{PERSON}]{{0,16}}(?:未能成行|没能成行|没有成行|未成行|没能来|改派他人|换了人|取消了行程|因病未)"
)
JOINT = re.compile("共建|[一-鿿]{2}[·—－-]+[一-鿿]{2}.*(?:园|园区|管委会|管理委员会)$")
TRADERS = re.compile("商会|商联合会|企业家|同乡会|老乡会|商联盟")  # whose heads live by business there
_BUSINESS, _SENT_SURELY = re.compile(_RAW["business"]), re.compile(_RAW["sent_surely"])
STAYS = pattern(_RAW["stays"])
HEADS, _HEADS_UNLESS = re.compile(_RAW["heads"]), re.compile(_RAW["heads_unless"])
_SPEAKS = re.compile(r"[^，。；]{0,6}?(?:说|介绍|表示|告诉|坦言|回忆|认为|指出|强调|笑|通报|致辞|作了)")
EMPLOYER = re.compile(
    "(?:大学|学院|集团|公司|研究院|研究所|科学院|农科院|医院|保健院|学校|中学|小学|幼儿园|中心|办公室|电力|银行|分行|[局站处部馆院所科办])$"
)
_OTHERS = re.compile("“[^”]*$|(?:请来|迎来|邀请)$|(?:老师|教师|医生|师资|专家|学生|设备|课程|资金)由$")
OTHER_PEOPLE = pattern(  # 支教团十人|在
    "^(?:{team}{figure}在?|[^，。；与和同跟带领率随被把]{2,14}?(?:团|队|组|校|医院|公司|{figure}(?:名|位)?(?:人|教师|医生|队员|干部|专家|学生|志愿者)?))[^，。；]{0,3}$"
)
_BROUGHT = re.compile(f"{SIGNS['Company']}|请来|邀请|引来|招来|说动|动员")
CAME_BACK = re.compile("(?:回了|返回了?|回到了?|调回)[^，。；]{1,6}，(?!又|再|主动)")
_EACH = re.compile("分别|各自|分赴")
_APPOSED = re.compile(  # what somebody is, told in a clause of its own right before the posts and the name
    f"(?:^|[，。；：])(?P<who>(?![^，。]*(?:派|请|有|看望|慰问|组织|安排|欢迎|等|们|名|位))[^，。；：“{PERSON}]{{0,20}}"
    "(?:援[疆藏青滇黔桂甘宁蒙川渝陕]|挂职|协作|支教|支医|帮扶)(?:干部|教师|医生|医师|专家|人才|队员))，$"
)
MORE = re.compile("(?:(?:[站队组校院]|县|镇|村)里?)?(?:还有|另有|另外|以及|其余|其他)")


def group_of(row: Chart, index: int) -> tuple[int, int]:
    """The first and last sign of a list of persons (甲、乙和丙)."""
    code, first, last = row.code, index, index
    while first >= 2 and code[first - 1] in "、和" and code[first - 2] == PERSON:
        first -= 2
    while code[last + 1 : last + 2] in ("、", "和") and code[last + 2 : last + 3] == PERSON:
        last += 2
    return first, last


def window(row: Chart, index: int) -> tuple[int, int]:
    """The words that describe a person: from the mark before the posts to the next person or what the person says."""
    code = row.code
    first, last = group_of(row, index)
    low = max((code.rfind(c, 0, first) for c in "，；：。" + PERSON), default=-1) + 1
    if re.search("(?:，|。)(?:全名|本名|大名|真名|名叫|叫)$", code[:first]):
        low = max((code.rfind(c, 0, low - 1) for c in "，；：。" + PERSON), default=-1) + 1  # 农技专家老郑，全名丙
    called = _APPOSED.search(code[:low])
    if called is not None and getattr(row.items[first], "step", None) is None:
        low = called.start("who")  # 甲市的第十批援藏干部，乙县副县长丙
    intro = code.rfind("：", 0, first)
    if PERSON not in code[:first] and re.match("“?(?:作为|受|来自|经|由)", code):
        low = 0  # 受甲委派，丙到乙任…
    if intro > 0 and PERSON not in code[:intro] and _CUE.search(code[:intro]) and code[intro - 1] in "师生部家人员":
        low = 0  # 请来两位援藏教师：甲讲…，乙讲…
    stop = next(
        (i for i in range(last + 1, len(code)) if code[i] == PERSON or code.startswith(("：“", "，“", "；"), i)),
        len(code),
    )
    if _SPEAKS.match(code, last + 1):
        stop = last + 1
    if stop < len(code) and code[stop] == PERSON:  # the posts right before the next person are that person's
        posts = posts_before(code, stop)
        edge = posts[0].start if posts else stop
        stop = max(max(code.rfind(c, last, edge) for c in ("，；：。" if posts else "，；：。、")), last + 1)
    return low, stop


def headed(code: str, index: int) -> bool:
    """Whether the words before the colon say that the persons after it were sent: 三人分到三处：甲进了…，乙去了…"""
    colon = code.rfind("：", 0, index)
    head = re.split("[；。]", code[: max(colon, 0)])[-1]
    if not head or PERSON in head or code[colon + 1] == "“" or _HEADS_UNLESS.search(head):
        return False
    return HEADS.search(head) is not None


def clauses_of(code: str, low: int, high: int) -> list[tuple[int, int]]:
    """The parts of a window between commas."""
    marks = [m.start() for m in re.finditer("[，；：。]", code[low:high])]
    edges = [low, *(low + m + 1 for m in marks), high + 1]
    return [(a, b - 1) for a, b in pairwise(edges)]


def tells(clause: str) -> bool:
    """Whether a clause says that somebody was sent."""
    return bool(_CUE.search(clause)) and (not _UNLESS.search(clause) or "挂职" in clause)


def trades(words: str) -> bool:
    """Whether the words about a person tell of business, and of nothing that only those who are sent do."""
    return _BUSINESS.search(words) is not None and _SENT_SURELY.search(words) is None


def unmade(code: str, index: int) -> bool:
    """Whether the words after a person say that the journey was planned and came to nothing: 原定三月同行，后改派他人."""
    return _UNMADE.match(code, index + 1) is not None


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
    hits = [h for h in load().find(entity.name) if h.start == 0 and len(h.name) > 1]
    hits = [h for h in hits if h.name[-1] in "镇乡村道" or entity.name[len(h.name) :][:1] not in tuple("镇乡村街")]
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
