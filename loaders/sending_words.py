"""How words tell of a sending: which of them describe a person, and who is sender and receiver among the names in them."""

from __future__ import annotations

import re
from itertools import pairwise

from loaders.chart import SIGNS, Chart
from loaders.lexicon import read_yaml
from loaders.post_shapes import PERSON, posts_before

FROM, TO = "SECONDED_FROM", "SECONDED_TO"
PLACES = ("Region", "RelocationSite", "Organization", "Facility", "Company", "Park", "Workshop")

RAW = read_yaml("sendings.yaml")
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


_CUE, WEAK = pattern("|".join(RAW["cues"])), pattern(RAW["weak"])
ONCE = re.compile(RAW["once"])
_UNLESS = re.compile(RAW["unless"])
FROM_BEFORE = re.compile(RAW["from_before"])
TO_BEFORE = re.compile(RAW["to_before"])
IN_BEFORE = re.compile(RAW["in_before"])
TEAMMATES = pattern(RAW["teammates"])
NOT_TEAM = re.compile(RAW["not_team"])
TEAM = re.compile(RAW["team"])
GROUNDS = re.compile(RAW["ends"]["production"])  # visited, worked in, but nobody is sent to a greenhouse
UNPLACED = re.compile("街道(?!口)")  # 街道武装部: of which, nobody tells
_UNMADE = re.compile(
    f"[^。；{PERSON}]{{0,16}}(?:未能成行|没能成行|没有成行|未成行|没能来|改派他人|换了人|取消了行程|因病未)"
)
JOINT = re.compile("共建|[一-鿿]{2}[·—－-]+[一-鿿]{2}.*(?:园|园区|管委会|管理委员会)$")
TRADERS = re.compile("商会|商联合会|企业家|同乡会|老乡会|商联盟")  # whose heads live by business there
_BUSINESS, _SENT_SURELY = re.compile(RAW["business"]), re.compile(RAW["sent_surely"])
STAYS = pattern(RAW["stays"])
HEADS, _HEADS_UNLESS = re.compile(RAW["heads"]), re.compile(RAW["heads_unless"])
_SPEAKS = re.compile(
    r"[^，。；]{0,6}?(?:说|介绍|表示|告诉|坦言|回忆|认为|指出|强调|笑|通报|致辞|作了|统计[，：]|透露|测算[，：]|估算[，：]|算了?[一笔过]|感慨|补充[，：])"
)
EMPLOYER = re.compile(
    "(?:大学|学院|集团|公司|研究院|研究所|科学院|农科院|医院|保健院|学校|中学|小学|幼儿园|中心|办公室|电力|银行|分行|[局站处部馆院所科办])$"
)
OTHER_PEOPLE = pattern(  # 支教团十人|在
    "^(?:{team}{figure}在?|[^，。；与和同跟带领率随被把]{2,14}?(?:团|队|组|校|医院|公司|{figure}(?:名|位)?(?:人|教师|医生|队员|干部|专家|学生|志愿者)?))[^，。；]{0,3}$"
)
CAME_BACK = re.compile("(?:回了|返回了?|回到了?|调回)[^，。；]{1,6}，(?!又|再|主动)")
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


_VISITED = re.compile(  # 区长丙到甲园看望|支教教师
    "(?:看望|慰问|探望|走访|会见|接见|欢送|迎接|欢迎|送别|感谢|致敬|采访|表彰|了解)[^，。；]{0,12}?(?:支教|支医|援[疆藏青滇黔桂甘宁蒙川渝陕]|挂职|帮扶|援派|协作)"
    "[^，。；]{0,3}(?:教师|老师|医生|干部|人员|人才|队员|专家|团队|师生)"
)


def tells(clause: str) -> bool:
    """Whether a clause says that somebody was sent."""
    clause = _VISITED.sub("", clause)
    return bool(_CUE.search(clause)) and (not _UNLESS.search(clause) or "挂职" in clause)


_SERVED = re.compile("(?:供职于|就职于|任职于|任教于|原单位[是为：]|派出单位[是为：])$")


def far_told(row: Chart, low: int, at: int) -> bool:
    """Whether a name counts though clauses stand between it and the words of the sending: a house, or 此前供职于|甲局."""
    item = row.items[at]
    return (
        getattr(item, "label", "") == "Facility" or _SERVED.search(row.code[low:at].rstrip(SIGNS["Region"])) is not None
    )


def trades(words: str) -> bool:
    """Whether the words about a person tell of business, and of nothing that only those who are sent do."""
    return _BUSINESS.search(words) is not None and _SENT_SURELY.search(words) is None


def unmade(code: str, index: int) -> bool:
    """Whether the words after a person say that the journey was planned and came to nothing: 原定三月同行，后改派他人."""
    return _UNMADE.match(code, index + 1) is not None
