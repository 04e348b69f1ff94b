"""What the words around a person say of a home (甲医院的医生丙) and of a place of work (丙到乙医院任副院长), whose ever they are."""

from __future__ import annotations

import re
from collections.abc import Iterator

from loaders.chart import SIGNS, Chart
from loaders.lexicon import read_yaml
from loaders.post_shapes import PERSON
from loaders.sending_against import without_teams
from loaders.sending_words import pattern
from loaders.values import Mention

EARLIER = "曾在"  # between a home and a person, where the words say that the person worked there before

RAW: dict[str, str] = read_yaml("sendings.yaml")["ends"]


def ends_pattern(text: str) -> re.Pattern[str]:
    """A pattern of the two ends of a sending: the words in braces are those of sendings.yaml."""
    for name in ("given", "duration", "called", "staff", "word"):
        text = text.replace("{" + name + "}", RAW[name])
    return pattern(text)


ROLE = f"{RAW['former']}(?:(?:{{word}}{{0,12}}、)?{{word}}{{0,12}}?{{staff}})?的?"
_WARD = "{word}{1,8}[科室部处组股院系](?:里)?的"
_BETWEEN = ends_pattern(f"(?:(?:{RAW['of']})?{ROLE}|{_WARD})")
_PERSONAL = ends_pattern(f"(?:{RAW['of']}|.*{{staff}}|{_WARD})的?")
_HELD = r"{word}{0,10}?{staff}(?:、{word}{1,10}?{staff})*"
_STACK = ends_pattern(
    f"{{place}}{_HELD}(?:(?:[、，]|兼)(?:同时)?(?:也是|来自|原是|原)?(?:{{place}}{{1,2}})?{RAW['of']}?{ROLE})+"
)
_CALLED = ends_pattern(
    f"{{place}}的?{_HELD}(?:一职)?，?(?:就|便|正|则|现在|如今)?(?:是|叫做?|名叫|为)(?:来自)?(?:{{place}}{{1,2}}{RAW['of']}?{ROLE})?"
)
_STACK_OF = ends_pattern(f"{{place}}(?:委)?{_HELD}的")
HOME_AFTER = ends_pattern(
    r"{person}{called}(?:（[^（）]{1,12}）)?(?:，|：|（|——|\s+|是[^，。；：]{1,6}族，)(?:(?:男|女|[^，。；：]{1,5}族|(?:[^，。；：]{0,3}{figure}|{date})[^，。；：]{0,6}|中共党员|共产党员|{word}{2,6}人)[，\s]){0,4}"
    r"(?:(?:这[名位]|一[名位]|他|她)?(?:来自|原是|原系|系|是|原为|曾是|原任|本是|原本是|原|出身于?|从)?)(?:{region}的?(?={place}))?(?P<home>{place})(?:{date})?(?P<gap>"
    + ROLE
    + r")(?=[，。；：）]|——|$)"
)
_ORIGIN = ends_pattern(
    r"{person}[^，。；：“{place_signs}]{0,6}(?:来自|出自|出身于?|原系|原为|原任|原先是|原本是|原是|本是|原在|退休前，?是|退休前在|所在的单位，?是|所在的单位为|所在的|是从|告别|离开|辞别|作别|挥别|别过|卸下|放下)了?(?:{region}的?(?={place}))?(?P<home>{place})".replace(
        "{place_signs}", "\ue001-\ue007"
    )
)
_ROSTER = re.compile(
    "，(?:现|拟|已)?(?:选派|派往|派到|派至|派驻|派赴|赴|支援|援派|挂职|交流|轮岗|任|驻)"
)  # 丙，甲中学，派往乙中学
_THIS = ends_pattern(
    r"{person}(?:来自)?(?:{region}的?(?={place}))?(?P<home>{place})(?P<gap>" + ROLE + r")(?=[，。；：）]|——|$)"
)
_IS = ends_pattern(
    r"{person}{called}(?:本|也|就|原本|原来)?是(?:一名|一位|{region}(?={place})|(?:[贵我本该]|学)校(?={place}))?的?(?P<home>{place})(?P<gap>"
    + ROLE
    + r")(?=[，。；：）]|——|$)"
)
_SEAT = ends_pattern(
    r"{person}的?“?(?:娘家|原单位|派出单位|选派单位|后方单位|工作单位|本职单位|老东家|东家)”?(?:就|则|正)?(?:是|在|为)(?:{region}的?(?={place}))?(?P<home>{place})"
)
_SENDS = ends_pattern(
    r"{place}[^，。；：“\ue001-\ue00f]{0,8}?(?:将|把|派出|选派|抽调|推荐|委派|派遣|选送|指派|增派|选拔|派)(?:了|出)?(?:{figure})?{word}{0,12}?的?"
)
_YEARS = ends_pattern(
    r"{person}{called}(?:，[^，。；]{0,6})?，?[^，。；]{0,4}在(?:{region}的?(?={place}))?(?P<home>{place})[^，。；]{0,4}(?:干|工作|做|待|呆|教|当)了(?:近|整整|快)?{duration}[^。；]{0,16}，(?:如今|现在|眼下|目前|今年|去年|这次|后来|此番|{date}|主动|报名|又|便|随)"
)
_ALL = ends_pattern(rf"{RAW['all']}(?:{{region}}的?(?={{place}}))?(?P<home>{{place}})")
_SAME_PEOPLE = re.compile("[^，。；：]*|[^。；：]{0,40}，(?:他们|她们|[两二三四五六]人|[两三四五六]位[^，]{0,4})")
_AMONG = ends_pattern(rf"(?P<home>{{place}})[^，。；：]{{0,8}}?{RAW['among']}{{word}}{{0,12}}$")
_FETCHED = re.compile("(?:也|又)?被?(?:请|接|迎|派|调|借|选|引)(?:来|到|进|过来|去|往|赴|驻)")
_HERE = re.compile(RAW["here"])
_SENT_HOME = re.compile(RAW["sent_home"])
_BEFORE_COMING = ends_pattern(
    r"(?:^|[，。；])[^，。；“]{0,8}(?:前|曾|早先|原先|原来|从前|过去|本来|此前)[^，。；“]{0,4}，?{person}?[^，。；“]{0,6}在(?:{region}的?(?={place}))?(?P<home>{place})[^，。；]{0,6}(?:做|当|任|干|教|工作|管|带|待|坐诊|从事|上班|上课|出门诊|出诊|值班|看病|讲课|带班)"
)
_HAND_WORK = re.compile("[^，。；]{0,4}(?:厂|车间|工地|流水线|店|饭馆|餐馆|酒店|老家)")  # where one works for wages
VISIT = re.compile(RAW["visit"])
BODIES = SIGNS["Organization"] + SIGNS["Facility"]
RUN = 60  # signs before a person that can describe it


def homes(row: Chart, index: int) -> Iterator[tuple[int, str]]:
    """Names that a person may belong to, with the words between: 甲医院|骨科医生丙, 丙，45岁，甲局|工程师, 丙来自甲中学."""
    code, named = row.code, False
    for at in range(index - 1, max(index - 40, -1), -1):
        if code[at] in "，。；：“”" + PERSON:
            break
        if isinstance(row.items[at], Mention):
            named = True
            gap = code[at + 1 : index]
            bare = not gap and row.code[at] in BODIES
            if bare or (_BETWEEN.fullmatch(gap) and _PERSONAL.fullmatch(gap)):
                yield at, gap
            elif _SENDS.fullmatch(code, at, index):
                yield at, "派来的"
            break
    among = None if named or PERSON in code[:index] else _AMONG.search(code, 0, index)
    if among is not None and without_teams(among[0]) == among[0]:
        yield among.start("home"), "派来的"
    for shape in (HOME_AFTER, _IS):
        found = shape.match(code, index)
        if found is not None and (
            found["gap"] or code[found.start("home") - 1] == "（" or _ROSTER.match(code, found.end())
        ):
            yield found.start("home"), found["gap"]
    this = _THIS.match(code, index)
    person = row.items[index]
    if this is not None and isinstance(person, Mention) and person.step is not None:
        yield this.start("home"), this["gap"]
    years = _YEARS.match(code, index)
    if years is not None:
        yield years.start("home"), EARLIER
    earlier = next((m for m in _BEFORE_COMING.finditer(code) if m.start() <= index + 1 and index < m.end()), None)
    if (
        earlier is not None
        and not _HAND_WORK.match(code, earlier.end("home"))
        and not VISIT.search(code, earlier.start("home"), earlier.end() + 6)
    ):
        yield earlier.start("home"), EARLIER
    shared = _ALL.search(code, index)
    if shared is not None and _SAME_PEOPLE.fullmatch(code, index + 1, shared.start()):
        yield shared.start("home"), EARLIER
    for shape in (_ORIGIN, _SEAT):
        found = shape.match(code, index)
        if found is not None:
            yield found.start("home"), ""


def sent_by(row: Chart, index: int, gap: str) -> bool:
    """Whether the words say that the home sent the person: 甲局派来的丙, 甲校的援疆教师丙, 把甲校的丙请来."""
    after = re.split("[。；]", row.code[index + 1 :])[0]
    return bool(_SENT_HOME.search(gap) or _FETCHED.match(after) or _HERE.search(after))


def stacked(row: Chart, index: int) -> Iterator[int]:
    """Bodies of the posts in a row before a person that are not the last of them: 乙县副县长、来自甲局的丙."""
    code = row.code
    for at in range(index - 1, max(index - RUN, -1), -1):
        if code[at] in "。；：“”" + PERSON:
            return
        if not isinstance(row.items[at], Mention) or PERSON in re.split("[，；。：]", code[:at])[-1]:
            continue
        if (
            _STACK.fullmatch(code, at, index)
            or _STACK_OF.fullmatch(code, at, index)
            or _CALLED.fullmatch(code, at, index)
        ):
            yield at
