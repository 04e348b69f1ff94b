"""What a whole sentence says of sender and receiver: 甲局派驻乙村的第一书记丙, 从甲院到乙院, 乙校副校长一职由甲校的丙担任."""

from __future__ import annotations

import re
from collections.abc import Callable

from loaders.chart import Chart
from loaders.post_shapes import PERSON
from loaders.sending_shapes import RAW, ROLE, RUN, VISIT, ends_pattern
from loaders.sending_works import OTHER, works
from loaders.values import Mention

_JOURNEY = ends_pattern(
    r"从(?:{region}的?(?={place}))?(?P<home>{place})[^，。；迁搬运卖销寄发]{0,6}?，?(?:来到|走到|走进|走上|调到|调往|奔赴|转到|去到|赴|到)(?:了|{region}的?(?={place}))?(?P<host>{place})"
)
_TWINS = ends_pattern(
    r"(?P<home>{place})(?:与|和|同|跟|牵手|结对|对接)(?P<host>{place})[^，。；]{0,10}(?:结对|共建|携手|协作|帮扶|牵手|)[^，。；]{0,6}，(?:{word}{0,12}{staff})?{person}{called}(?:就|便)?(?:常驻|长驻|驻|坐诊|坐镇|留|扎根|挂|任|带|蹲|泡|守)"
)
_HELPS = ends_pattern(
    r"(?P<home>{place})(?:对口|定点|结对|组团|“组团式”|组团式)?(?:帮扶|支援|援助|援建|承担|托管|结对)(?:对)?(?P<host>{place})[^。；{place_signs}]{0,10}，[^，。；{place_signs}]{0,12}(?:派出|选派|派驻|派来|派遣|抽调|委派|派)[^。；{place_signs}]{0,40}$".replace(
        "{place_signs}", "\ue001-\ue007"
    )
)
_RELATIVE = ends_pattern(
    f"(?:{RAW['move']}|{RAW['post']}|{RAW['aid']}|在)(?:{{region}}的?(?={{place}}))?(?P<host>{{place}})(?P<does>[^，。；“]{{0,12}}?)的$"
)
_CLEFT = ends_pattern(
    r"(?:^|[，；。])(?:在|走进)?(?:{region}的?(?={place}))?(?P<host>{place})(?P<does>[^，。；]{0,10}，[^，。；]{0,10})的(?:正|就|恰)?是$"
)
_LED = ends_pattern("[^，。；“]{0,6}，{word}{0,12}")
_LOCALE = ends_pattern(r"(?:^|[，；。])在(?:{region}的?(?={place}))?(?P<host>{place})(?:里|内|[^，。；]{0,5})，")
_DISPATCH = ends_pattern(
    f"(?P<home>{{place}}){{word}}{{0,3}}{RAW['dispatch']}(?:了|的)?(?:{{region}}的?(?={{place}}))?(?P<host>{{place}})(?:{{word}}{{0,4}})?的?{ROLE}$"
)
_DISPATCHED = ends_pattern(
    f"{{person}}{{called}}(?:，|：|（|是|，?系)(?P<home>{{place}}){{word}}{{0,3}}{RAW['dispatch']}(?:了|的)?(?:{{region}}的?(?={{place}}))?(?P<host>{{place}})的?{ROLE}(?=[，。；：）])"
)
_GIVEN = ends_pattern("(?P<host>{place})的?{given}(?:的是)?[^，。；]{0,3}$")
_APPOINTED = ends_pattern(r"^(?P<host>{place})[^。；]{0,16}(?:任命|聘任|聘请|聘|通过了?)(?:了|来自|{region})?$")
_COME = ends_pattern(f"(?P<host>{{place}})的?{{word}}{{0,8}}{RAW['come']}(?:一位|一名|[^，。；]{{0,12}}(?:——|：|，))?$")
_SPEAKER = re.compile("[^，。；]{0,4}(?:介绍|说|表示|告诉|回忆|透露)")  # 据丙介绍，丁从…来到…
_TAKEN = re.compile(RAW["taken"])


def dispatched(row: Chart, index: int) -> tuple[int, int] | None:
    """Sender and receiver in the words before a person: 甲局派驻乙村的第一书记丙."""
    found = _DISPATCH.search(row.code, max(index - RUN, 0), index) or _DISPATCHED.match(row.code, index)
    return (found.start("home"), found.start("host")) if found is not None else None


def journey(row: Chart, index: int) -> tuple[int, int] | None:
    """Sender and receiver of the only person of a sentence: 从甲医院到乙医院，护士长丙 …"""
    helps = _HELPS.search(row.code, 0, index)
    if helps is not None:
        return helps.start("home"), helps.start("host")
    found = _JOURNEY.search(row.code) or _TWINS.search(row.code)
    if found is None:
        return None
    ends = found.start("home"), found.start("host")
    if found.re is _TWINS:
        return ends if found.end() > index > found.start() else None
    people = [(at, i) for at, i in enumerate(row.items) if isinstance(i, Mention) and i.label == "Person"]
    persons = {i.entity.id for at, i in people if at >= index or _SPEAKER.match(row.code, at + 1) is None}
    if index < found.start():
        led = not re.search("[“把让使]", lead := row.code[index + 1 : found.start()]) and not OTHER.search(lead)
    else:
        led = _LED.fullmatch(row.code, found.end(), index) is not None
    return ends if led and len(persons) == 1 and not VISIT.search(row.code) else None


def given(row: Chart, index: int, home: int) -> int | None:
    """The receiver in the words before a person's home: 乙校副校长一职，则由|甲校的丙挂任."""
    low = max(home - RUN, 0)
    found = _GIVEN.search(row.code, low, home)
    if found is None or _TAKEN.match(row.code, index + 1) is None:
        found = _COME.search(row.code, low, home)
    if found is None and re.match("(?:为|任|担任|出任)", row.code[index + 1 :]):
        found = _APPOINTED.search(row.code[:home])
    for shape in (_RELATIVE, _CLEFT):
        if found is None and (told := shape.search(row.code[:home])) is not None and not VISIT.search(told["does"]):
            found = told
    if found is None:
        found = _LOCALE.search(row.code, low, home)
        if found is None or VISIT.search(row.code, index) or found.end() < home:
            return None
    return found.start("host")


def share(row: Chart, index: int, is_place: Callable[[Chart, int], bool]) -> tuple[int, str] | None:
    """The place that falls to a person where as many places as persons follow: 甲来自…，乙来自…，分别在丙校和丁校支教."""
    each = row.code.find("分别", index)
    persons = [at for at, sign in enumerate(row.code[: max(each, 0)]) if sign == PERSON]
    if len(persons) < 2 or index not in persons:
        return None
    places = [f for f in works(row, persons[-1], len(row.code)) if f[0] > each and is_place(row, f[0])]
    return places[persons.index(index)] if len(places) == len(persons) else None
