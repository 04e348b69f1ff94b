"""Where people who were sent come from, where no name known before tells it: 来自国际合作处, or the subject who sent them."""

from __future__ import annotations

import re
from dataclasses import dataclass

from graph.identity import entity_id
from graph.model import Entity
from loaders.chart import SIGNS, Chart
from loaders.gazetteer import load
from loaders.lexicon import read_yaml
from loaders.post_shapes import PERSON
from loaders.regions import region_entity
from loaders.sending_stand import HELPER, stand
from loaders.topics import Topics
from loaders.values import Mention

_RAW = read_yaml("sendings.yaml")
_BODIES = SIGNS["Organization"] + SIGNS["Company"] + SIGNS["Facility"]
_WORD = r"[^，。；：、！？“”（）\s的了着过在是说里\ue000-\ue00f]"
_HOME = re.compile(
    rf"(?:{_RAW['home_before']})(?P<home>(?:{_WORD}{{1,8}}[{SIGNS['Region']}]{_WORD}{{0,10}}?|[{SIGNS['Region']}{_BODIES}]?{_WORD}{{1,10}}?)(?:{_RAW['home_ends']}|[{_BODIES}]))(?=[，。；）]|的[^，。；]{{0,8}}$|$)"
)
_STAFF = re.compile(rf"(?P<home>[{_BODIES}]{_WORD}{{0,8}}?{_RAW['home_ends']})的?(?:干部|职工|员工)$")
_HEADER = re.compile(
    rf"[^，。；：\ue001-\ue00f]{{0,6}}[{SIGNS['Region']}]?(?P<sender>[{SIGNS['Region']}{SIGNS['Organization']}{SIGNS['Facility']}])"
    r"[^，。；：\ue001-\ue007]{0,12}(?:援[疆藏青滇黔桂甘宁蒙川渝陕]|挂职|支教|支医|帮扶|选派|派出|派来|派驻|抽调|委派|外派)"
    r"[^，。；：\ue002-\ue007]{0,10}(?:干部|教师|老师|医生|医师|专家|人才|队员|名单|名字|人|位)[^，。；：\ue002-\ue007]{0,12}$"
)
_BORN = re.compile(
    "(?P<place>[一-鿿]{2,4})籍的?(?:第[一二三四五六七八九十]+批)?(?:援[疆藏青滇黔桂甘宁蒙川渝陕]|挂职|协作|帮扶|支教|支医)(?:干部|教师|医生|专家|队员)"
)
_LOCAL = re.compile("[县市省州盟旗区镇乡村当本一两三几多不各某同我他她]")
_WHILE = re.compile("(?:后|以来|之时|期间)，")  # what comes before it has a subject of its own
_POSTED = re.compile(
    rf"(?:并且?|又|还|先后?是?|再|随后|便|就|特地|专门|也)*(?:派驻|派出|选派|下派|派来|派去)的?[^，。；：{PERSON}]{{0,16}}$"
)


@dataclass(frozen=True, slots=True)
class Home:
    """A sender that a clause writes out: the signs from start to end of the chart."""

    entity: Entity
    start: int
    end: int


def written_home(row: Chart, text: str, clause: tuple[int, int], person: int) -> Home | None:
    """The sender that a clause names by an inner department or an office no other finder knows; `text` is the block."""
    low, high = clause
    staff = _STAFF.match(row.code, low, high) if low == person + 2 else None
    found = staff or _HOME.search(row.code, low, high)
    if found is None or _LOCAL.match(found["home"]):
        return None
    start, end = found.span("home")
    if len(found["home"]) < 4 and not any(isinstance(item, Mention) for item in row.items[start:end]):
        return None
    ends = [i for i in (row.items[start], row.items[end - 1]) if isinstance(i, Mention)]
    label = ends[-1].label if ends and ends[-1] is row.items[end - 1] else "Organization"
    region = (ends[0].entity.id if ends[0].label == "Region" else ends[0].entity.region) if ends else None
    name = text[row.starts[start] : row.ends[end - 1]]
    return Home(Entity(entity_id(label, name, region), label, name, (), None, region), start, end)


def birthplace(topics: Topics, row: Chart, person: int) -> Entity | None:
    """The region of the helping side that lent its own man, told by 籍 alone: 甲市籍援疆干部、乙县文旅局副局长丙."""
    low = max(row.code.rfind(mark, 0, person) for mark in "，。；：" + PERSON) + 1
    found = _BORN.search(row.code, low, person)
    if found is None:
        return None
    regions = (e for e in topics.entities if e.label == "Region" and topics.side(e) == "helper")
    places = (load().place(e.code or "") for e in regions)
    place = next((p for p in places if p is not None and found["place"] in load().names(p)), None)
    return region_entity(place, found["place"]) if place is not None else None


def heading_sender(topics: Topics, row: Chart, person: int) -> int | None:
    """The sender in the words over a list of persons: 甲区新一批挂职干部名单公布：丙去乙县，丁去戊县."""
    colon = row.code.rfind("：", 0, person)
    low = max(row.code.rfind(mark, 0, max(colon, 0)) for mark in "。；，") + 1
    if colon < 0 or PERSON in row.code[low:colon] or row.code[colon + 1] == "“":
        return None
    head = _HEADER.match(row.code, low, colon)
    if head is None or stand(topics, row, head.end("sender") - 1) != HELPER:
        return None
    return head.end("sender") - 1


def dispatcher(topics: Topics, row: Chart, low: int, person: int) -> int | None:
    """The subject of the sentence that posted somebody: 甲区在县里设下服务站，派驻专员丙常年守着."""
    if _POSTED.fullmatch(row.code, low, person) is None or PERSON in row.code[:low]:
        return None
    start = max((m.end() for m in _WHILE.finditer(row.code, 0, low)), default=0)
    helping = {
        item.entity.id: at
        for at, item in reversed(list(enumerate(row.items[:low])))
        if at >= start
        and isinstance(item, Mention)
        and item.label in ("Region", "Organization", "Facility", "Company")
        and stand(topics, row, at) == HELPER
    }
    return next(iter(helping.values())) if len(helping) == 1 else None
