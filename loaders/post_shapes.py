"""What a post looks like in a chart: [body] [department] title, one or several in a row."""

from __future__ import annotations

import re
from dataclasses import dataclass

from loaders.bureau_words import BUREAU
from loaders.chart import SIGNS
from loaders.lexicon import any_of, read_yaml

_RAW = read_yaml("titles.yaml")
PERSON = SIGNS["Person"]
CALLED = "(?:博士|硕士|教授|老师|医生|大夫|同志)?"  # behind a name
BODIES = "".join(
    SIGNS[x] for x in ("Region", "RelocationSite", "Park", "Workshop", "Facility", "Company", "Organization")
)
_FIRMS = "".join(SIGNS[x] for x in ("Park", "Workshop", "Facility", "Company", "Organization"))

_BEFORE = "(?:" + any_of(_RAW["before"]) + ")*"
CHIEF = re.compile(f"{_BEFORE}(?:{any_of(_RAW['chiefs'])})(?:助理)?$")
JOB = re.compile(f"(?:{any_of(_RAW['jobs'])})$")
_GRADE = r"(?:[一二三四]级|高级|中级|初级|助理|正高级|副高级|特级|首席|主任|副主任|主管|主治|住院|执业|注册|专职|客座|特聘|返聘|国家[一二三]级|资深|青年|正|副)*"
_TRADE = f"{_GRADE}(?:{any_of([*_RAW['jobs'], '调研员', '巡视员'])})(?:助理)?(?![组队团室科会站部处所院长学节证资事培])"
_TITLE = f"(?:{_TRADE}|{_BEFORE}(?:{any_of([*_RAW['chiefs'], *_RAW['others']])})(?:助理)?)"
# A department or trade between body and title (普外科主任, 数学教师), inside one noun: no words of grammar or motion in it.
_NOT_DEPARTMENT = "，。、；：！？“”（）的了着过是在有和与及或等就都也还又从到由被把对向为让请派来去任兼当说称叫给跟同这那每各此其你我他她何们见找带陪原曾前后时上年月日新老出作做会想讲问送听帮拉引接遇迎"
# Words of departments that hold one of those characters: 就业处, 新生儿科, 老干部局.
_TAKEN = (
    "[工合协]作|作业|[工商学]会|进出口|就业|新闻|新生儿|新能源|新媒体|老干部|老年|老龄|会计|对外|接待|出入境|出版|引进|引智|教学|大学生|对口|创新"
    "|劳动人事|和谐|月子|时政|日间|新型|有机|接种"
)
_DEPARTMENT = f"(?:{_TAKEN}|[^{_NOT_DEPARTMENT}\ue001-\ue00f\\s])"
_OWN_DEPARTMENT = (
    r"(?:(?:[高初]?[一二三四五六七八九]年?级?)?（[0-9一二三四五六七八九十\ue009-\ue00f]{1,3}）班的?|[一-鿿]{0,4}(?:科|组|班|车间|处|室|线|站|办|(?<![干支])部)的?|语文|数学|英语|物理|化学|生物|历史|地理|政治|体育|音乐|美术|园艺|农业|蔬菜|麻醉|儿科|外科|内科"
    r"|[高初]?[一二三四五六]年级|教务|政教|德育|年级|总务|保教|教导|业务|教学|护理部?|医务|组织部|宣传部|统战部|政法委|纪委监委|纪委|人武部|居委会|村委会|居民委员会|村民委员会|党总支|妇联|工会|生产|质检|技术|销售|行政|人事|财务|运营|市场|文艺|产业|支教|骨干|保安|安保|后勤|仓储|物流|采购|研发|设备|品控|保洁|安全)?"
)
COMMITTEE = r"(?:自治区|自治州|自治县|省|市|州|县|区|旗|镇|乡)(?:(?:党委|党工委|委)(?!员)|(?:人民)?政府)"
_BODY = f"(?:[{SIGNS['Region']}](?:党委|委(?!员)|县委|市委|区委|州委|旗委|(?:人民)?政府)|[{BODIES}]|{COMMITTEE})"
# A body that no other finder knows, written from its region on (甲市驻乙县干部临时党支部), or after 、 in a row of posts.
_INSIDE = "[^，。；：、“”（）\\s了是在说到兼\ue002-\ue00f]"
_MADE_END = (
    "(?:工作组|工作队|支部|小组|[组队办局]|办公室|政协|人大|人大常委会|协会|指挥部|分队|党组|专班|管委会|联络组)"
)
_PARTY = "的?村?(?:党?总?支部|党?总支|党委)"  # 丙村的党支部书记: a post in the village
_GROUP = "(?:人民)?政府党组"  # of a government, whose members sit in it
_MADE = (
    f"(?:[一-鿿]{{2}}协作工作队[{SIGNS['Region']}](?:工作)?[组队]"
    f"|驻?(?:[一-鿿]{{2,4}}协作)?[{SIGNS['Region']}](?![{SIGNS['Region']}]?{_PARTY}|{_GROUP}){_INSIDE}{{0,16}}?{_MADE_END}"
    f"|(?:[{SIGNS['Region']}](?:援建|派驻|对口支援|对口帮扶|帮扶|支援|援|赴)|[{SIGNS['Region']}]?驻)(?=[{SIGNS['Organization']}]{_TITLE})[{SIGNS['Organization']}]"
    f"|(?<=、)[一-鿿]{{2,12}}?{_MADE_END}|(?<=的是)(?![县市省州区镇乡村])(?:{_DEPARTMENT}|与|和){{2,12}}?[部处司](?=的))"
)
POST = re.compile(
    rf"(?P<aside>(?<=[、，的])(?![^，。；、{PERSON}]*的[{BODIES}])[^，。；：、“”（）\\s{PERSON}]{{0,14}}?(?:(?:支教|支医|支农|援[一-鿿]|帮扶|挂职|选派|派驻)(?:教师|老师|医生|医师|专家|人员)|干部|队员|党员|人大代表|政协委员|工作者|骨干|汉子|后生|小伙子?|姑娘|妇女|青年|媳妇|大姐|大哥|当地人|本地人))(?=[、{PERSON}的]|$)"
    rf"|(?:(?<=[任为是、，兼：])|^)(?P<bureau>{BUREAU})(?P<office>{_TITLE})"
    rf"|(?:(?P<made>(?:(?<=[、，：；])|(?<=任)|(?<=是)|^){_MADE}的?)(?P<held>{_TITLE})"
    rf"|(?:[一-鿿]{{2,4}}协作)?(?:[{SIGNS['Region']}]{{1,2}}的?(?=[{_FIRMS}])|[{SIGNS['Organization']}](?:下属|所属|直属|下辖|旗下)的?(?=[{SIGNS['Organization']}{SIGNS['Facility']}]))?(?P<body>{_BODY})(?:的|里的?|下属|所属|旗下|挂职的?|派驻的?|(?:选派|派出|派来|抽调|委派|外派|援派|轮岗|前来|来)(?:而来|过来|来)?(?:支教|支医|挂职|帮扶|支援|援[一-鿿])?的(?={_DEPARTMENT}{{0,6}}?{_TRADE}(?:{PERSON}|$)))?(?:社区|全?村|居民区)?(?P<department>(?:(?<=[{_FIRMS}])|(?<=[{_FIRMS}]的)|(?<=[来教医职扶援调]的))(?!工作的)(?:{_DEPARTMENT}{{1,7}}?|{_DEPARTMENT}{{0,4}}“[^“”]{{1,8}}”{_DEPARTMENT}{{0,3}})的?|(?<=[{SIGNS['Region']}{SIGNS['RelocationSite']}])(?:居委会|居民委员会|村委会|村民委员会|党?总?支部|党总支)的?)??(?P<title>{_TITLE})"
    rf"|(?P<own>(?<=、){_DEPARTMENT}{{2,4}}(?={_TRADE}(?:[{PERSON}、]|$))|{_OWN_DEPARTMENT})(?P<alone>{_TITLE})"
    rf"|(?P<short>[{SIGNS['Organization']}{SIGNS['Facility']}]|[{SIGNS['Region']}](?=长(?:[{PERSON}、，]|$)))(?P<rest>长))(?:（[^（）；]{{1,8}}）(?=[、，；。{PERSON}]|$))?"
)
_PLAIN_POST = re.sub(r"\?P<\w+>", "?:", POST.pattern)
_SEPARATOR = rf"(?:、(?:现?挂职|现?挂任|现任|兼任)?(?=[{BODIES}])|、|兼任?|和|及|，|/|）、|的(?=[{BODIES}]))?"
_STACK = re.compile(rf"(?:(?:{_PLAIN_POST}){_SEPARATOR})+的?$")
_LISTED = re.compile(r"\s+$|(?<=[长人队])：$")  # 组长：某某
_GIVEN = re.compile("(?:是|任|为|挂职)[该了]?$")
_ANOTHERS = re.compile(rf"的?{PERSON}|的[^，。；：、“”{PERSON}]{{1,16}}{PERSON}")
_CHAIN = re.compile(rf"(?:、|，?兼任?|，(?=[{BODIES}]|{BUREAU}{_TITLE})|；|和(?=[{BODIES}]))")


@dataclass(frozen=True, slots=True)
class Post:
    """A post in a chart: spans of its body (None: not written) and of its title with the department."""

    start: int
    end: int
    body: tuple[int, int] | None
    title: tuple[int, int]
    made: bool = False  # the body is no mention, but words that begin with its region
    bureau: bool = False  # the body is a bureau named without its county
    shared: bool = False  # 局长 where the body's last character opens the title: 农业农村局|长


def _post(match: re.Match[str]) -> Post:
    if match["short"] is not None:
        return Post(match.start(), match.end(), match.span("short"), match.span("rest"), shared=True)
    if match["bureau"] is not None:
        return Post(match.start(), match.end(), match.span("bureau"), match.span("office"), bureau=True)
    if match["made"] is not None:
        return Post(match.start(), match.end(), match.span("made"), match.span("held"), made=True)
    if match["body"] is not None:
        opening = match.start("department") if match["department"] else match.start("title")
        return Post(match.start(), match.end(), match.span("body"), (opening, match.end("title")))
    return Post(match.start(), match.end(), None, (match.start(), match.end("alone")))


def posts_before(code: str, index: int) -> list[Post]:
    """The posts that stand in a row right before a sign.

    >>> [p.body for p in posts_before("\\ue007主任、\\ue007局长\\ue008", 7)]
    [(0, 1), (4, 5)]
    """
    index = len(_LISTED.sub("", code[:index]))
    if index and code[index - 1] in "、，兼和及；":
        return []
    match = _STACK.search(code[max(0, index - 80) : index])
    if match is None:
        return []
    low = max(0, index - 80) + match.start()
    if _GIVEN.search(code, 0, low) and PERSON in code[:low]:
        # 甲是局长，挂职副县长的干部乙: the first post is that of 甲
        low = code.find("，", low, index) + 1 or low
    return [_post(m) for m in POST.finditer(code, low, index) if m["aside"] is None]


def posts_from(code: str, start: int, stop: int, parts: str = "；") -> list[Post]:
    """The posts that stand one after the other from a sign on; after a mark of `parts` another person's may begin."""
    posts: list[Post] = []
    unknown = re.compile(rf"[^，。；：\ue003-\ue00f]{{2,12}}、(?=[{BODIES}])").match(code, start, stop)
    position = unknown.end() if unknown is not None and POST.match(code, start, stop) is None else start
    own = 0  # posts before the last new clause
    while (match := POST.match(code, position, stop)) is not None:
        if match["aside"] is None:
            posts.append(_post(match))
        position = match.end()
        chain = _CHAIN.match(code, position)
        if chain is None:
            break
        own = len(posts) if chain.group()[0] in parts else own
        position = chain.end()
    if posts and _ANOTHERS.match(code, posts[-1].end):
        return posts[:own]  # the rest are posts of somebody else: 是县长王某引来的, 挂职副县长的甲局干部丙
    return posts
