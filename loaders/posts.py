"""Who holds which post: stacked posts before a name, posts after 任, 是, 担任, in apposition, or before 是 and a name."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from loaders.chart import SIGNS, Chart
from loaders.post_divisions import Held
from loaders.post_facts import tell
from loaders.post_leads import before_besides, from_home, replaced
from loaders.post_scenes import EACH, appointed, before_clause, in_turn, scene
from loaders.post_shapes import BODIES, CALLED, CHIEF, JOB, PERSON, Post, posts_before, posts_from
from loaders.proposals import Proposal
from loaders.topics import Found, Topics, level
from loaders.values import Mention, Reading

_FILL = rf"(?:了|着|过|[{SIGNS['figure']}{SIGNS['date']}]的?|[一两二三四五六七八九十几多]+年半?的?|整整|一名|一位|名|位|这里的?|当地的?|[镇乡县村区州旗市局校院厂]里的?|[镇县村校]上的?|(?:[贵我本该]|学)校的?(?=[{SIGNS['Organization']}])|该|[{BODIES}]?“[^”]{{1,8}}”——|[{BODIES}]?的(?=[{BODIES}]))*"
_TAKES = re.compile(
    r"(?:现任|现为|担任|受命任|出任|挂任|挂职担任|挂职任|兼任|接任|升任|就任|履任|续任|荣任|改任|转任|调任|赴任|受聘为|获聘为|被聘为|被选为|出任了|挂任了|当上了|干上了|挑起了?|接过了?|继任|当选为?|任职|任命为|聘为|聘任为|推选为|推举为|挂职(?:为)?|被?提(?:拔)?[成为]|升[到至为]|干到|做到|当到|任|成为|变成了?|成了|当上|当起|当"
    r"|以(?=[^，。；]{2,24}身份)|(?:身兼|兼|有|身负|肩负)(?:数|多|两|双|三|四)(?:重|个|种|项|份)?(?:职务?|身份|头衔|角色|岗位)[：，——]{1,2}|也是|就是|便是|还是|本是|则是|又是|正是|身兼|兼着|兼|挂|是|系|头衔[^，。]{0,4}：|(?:职务|身份)[^，。；]{0,14}[：是])"
    + _FILL
)
_PLACED = re.compile(
    rf"(?:在|来?到|赴|前往|派往)(?:(?:[{SIGNS['Region']}{SIGNS['RelocationSite']}]{{1,2}}|社区|村里|镇上|县里|园区|家门口)的)?(?P<body>[{BODIES}])(?:里|那边|这边)?，?(?:挂职)?(?:担任|出任|挂任|兼任|任职|任|当|做|干|挂)(?:了|着|过|上|起|一名|名)*"
)
_ASIDE = re.compile(  # 女，42岁，中共党员，
    rf"(?:(?:男|女|[一-鿿]{{1,5}}族|[^。；：、，{BODIES}]{{0,6}}(?:岁|生|出生|人|党员|学历|职称|[{SIGNS['figure']}{SIGNS['date']}])"
    r"|[^。；：、]{1,18}(?:干部|人|党员|教师))，)+"
)
_DESCRIBED = re.compile(rf"[^。；：，了着过是在有说{PERSON}]{{2,14}}，(?=[{BODIES}])")
_FORMER = re.compile(
    r"曾任|原任|(?:挂职|支教|支医|援[一-鿿]|帮扶|派驻)之?前|之前[是在任为]|早年|早先|曾经|曾是|曾担任|此前|退休|卸任|前任|离任|来前|来之前|从前|以前|原先|原来|原是|曾在|原$|本是|调任前|时任"
)
# The post that somebody left for a time to serve elsewhere (原任, 来前是), the words that tell of such a service, and of none.
_AT_HOME = re.compile("(?:原|原先|原来|此前|来前|来之前|之前|本)(?:是|任|系|在|为)|时任|原任")
_OTHER_SORT = re.compile("(?:一[种类位个批]|另[一外][种类位个]?|其[一二三]|有的|前者|后者)$")  # 一种是驻村第一书记
_LAST = re.compile("此前|之前|时任|前任")  # the post before the present one
_SENT = re.compile("挂职|挂任|选派|派驻|派来|援[疆藏青建]|支教|支医|驻村|帮扶干部|到任|接任|接替|领队|队员|[组队]长")
_TRADES = re.compile("曾任|曾是|退休|早年|卸任|老板|经商|创业|下海|打工|董事长|总经理|返乡|能人")
_ENDED = re.compile(r"卸下|卸任|期满|离任|调离|不再担任")
_CURRENT = re.compile(r"现任|现在|如今|眼下|目前|眼前|这会儿|现为")
_REVERSED = re.compile(
    rf"(?:(?:一职|职务)，?)?(?:就|便|正|则|还|也|现|眼下|目前|如今|现在|先后|依次|一直|都|仍|依然)*(?:是|叫做?|名叫|为|由)(?P<gap>(?:[^，。；：“”{PERSON}]|{PERSON}的){{0,16}})$"
)
_ENTRY = re.compile(r"(?:[（(]?[\ue00b0-9一二三四五六七八九十]{1,3}[）).、．]?|[★●◆·*-])?")
_BESIDE = re.compile(f"{PERSON}{CALLED}[、和与]$")
_SAID = re.compile(r"说|介绍|表示|告诉|坦言|回忆|认为|指出|强调|希望")


def find_posts(reading: Reading, topics: Topics, row: Chart) -> list[Proposal]:
    """The posts of the persons in one sentence."""
    found: list[Proposal] = []
    carried: list[Post] = []
    listed: Held | None = None  # where the person before holds a post
    for index, item in enumerate(row.items):
        if not isinstance(item, Mention) or item.label != "Person":
            continue
        posts = before_clause(row.code, index, False) if item.step is not None else _leading(row.code, index)
        if not posts and carried and row.code[index - 1] in "、和" and row.code[index - 2] == PERSON:
            posts = [p for p in carried if JOB.search(row.code[slice(*p.title)])]  # 教师甲、乙: one title for both
        carried = posts
        if posts:
            lead = row.code[max(0, posts[0].start - 6) : posts[0].start]
            former = _gone(reading, row, re.split("[、；。]", lead)[-1])  # 退休企业家、|甲商会会长: still at its head
            low = posts[0].start
            beside = listed if posts[0].body is None and _BESIDE.search(row.code, 0, low) else None
            told = list(tell(reading, topics, row, index, posts, bool(former), beside or scene(row, posts)))
            found += told
            listed = Held(told[-1].object, None, "") if told and not told[-1].because else None
        made, by = appointed(row, index, _stop(row.code, index))
        found += tell(reading, topics, row, index, made, False, by) if made else []
        if replaced(row.code, index):
            continue
        mine, home = from_home(row, index, _stop(row.code, index))
        found += tell(reading, topics, row, index, mine, False, home) if mine else []
        found += _after(reading, topics, row, index)
        found += _reversed(reading, topics, row, index)
    return found


def _leading(code: str, index: int) -> list[Post]:
    """The posts before a person, right there or before what else is said of them."""
    posts = posts_before(code, index) or before_clause(code, index)
    bare = before_besides(code, index) if not posts else index
    return posts_before(code, bare) if bare < index else posts


def _gone(reading: Reading, row: Chart, lead: str) -> bool:
    """Whether the words before a post say that it is over. The post at home of somebody who was sent is kept: 来前是甲局局长."""
    former = _FORMER.search(lead)
    last = _LAST.search(lead) is not None
    if former is None or (_AT_HOME.search(lead) is None and not last):
        return former is not None
    sentences = reading.sentences
    index = sentences.index(row.sentence)
    near = [s for s in sentences[max(0, index - 1) : index + 2] if s.block == row.sentence.block]
    text = "".join(reading.plain(s.block, s.start, s.end) for s in near)
    return _TRADES.search(text) is not None or (_SENT.search(text) is None and not last)


def _stop(code: str, index: int) -> int:
    """Where the words about a person end: at the next person."""
    for at in range(index + 1, len(code)):
        if code[at] == PERSON and code[at - 1] not in "、和" and not replaced(code, at):
            return at
    return len(code)


def _after(reading: Reading, topics: Topics, row: Chart, index: int) -> Iterator[Proposal]:
    """P 任 post、post; P 是 post; P，post、post，: within the sentence, up to the next person."""
    code, stop = row.code, _stop(row.code, index)
    opening = re.compile(r"(?:（[^（）\ue001-\ue009]{1,10}）)?(?:，|：|（|——|\s+)(?=.)").match(code, index + 1, stop)
    position = index + 1
    if opening is None and _points(row, index):  # 这位甲医院的副主任医师，…
        posts = posts_from(code, index + 1, stop)
        chief = bool(posts) and CHIEF.search(code[slice(*posts[0].title)]) is not None  # 这位副县长|磨破五双鞋
        if chief or (posts and posts[0].body is not None and re.match("[，。；]", code[posts[-1].end :])):
            over = _gone(reading, row, code[index + 1 : posts[0].start])
            yield from tell(reading, topics, row, index, posts, over)
            position = posts[-1].end
    if opening is None and _ENTRY.fullmatch(code, 0, index):  # a line of a list: 丙　甲局局长
        posts = posts_from(code, index + 1, stop)
        if posts and posts[0].body is not None and re.match(r"[，。；（]|派|$", code[posts[-1].end :]):
            yield from tell(reading, topics, row, index, posts, False)
            position = posts[-1].end
    if opening is not None:
        aside = _ASIDE.match(code, opening.end(), stop)
        low = aside.end() if aside else opening.end()
        described = _DESCRIBED.match(code, low, stop)  # 丙，甲市人，眼镜行业的老把式，乙公司董事长
        low = described.end() if described is not None else low
        commas = [k + 1 for k in range(opening.end(), low) if code[k] == "，"]
        posts = next((p for k in (opening.end(), *commas) if (p := posts_from(code, k, stop))), [])
        if posts and re.match(r"[，。；）（—]|$", code[posts[-1].end :]) and posts[0].body is not None:
            yield from tell(reading, topics, row, index, posts, False)
            position = posts[-1].end
    while (verb := _next_verb(code, position, stop)) is not None:
        position = verb.start() + 1
        posts = posts_from(code, verb.end(), stop, "；，")
        if verb.lastgroup == "body" and not _fills(row, verb, posts):
            posts = []
        if not posts or _foreign(code, index, verb.start()) or _OTHER_SORT.search(code, 0, verb.start()):
            continue
        lead = re.split("[，；。：]", code[max(0, index - 8) : verb.start()])[-1] + verb.group()
        former = (_gone(reading, row, lead) or _ENDED.search(code, posts[-1].end, stop)) and not _CURRENT.search(lead)
        where = _led(row, posts) or _placed(row, verb) or _reached(row, index, verb.start(), posts[0])
        end = posts[-1].end
        if EACH.search(code, index, verb.end()):
            posts, where = in_turn(topics, row, index, posts)
        if posts:
            yield from tell(reading, topics, row, index, posts, bool(former), where)
        position = end


def _points(row: Chart, index: int) -> bool:
    """Whether the words only point at a person named before: 这位, 这名."""
    item = row.items[index]
    return isinstance(item, Mention) and item.step is not None and item.surface in ("这位", "这名")


def _next_verb(code: str, position: int, stop: int) -> re.Match[str] | None:
    """The next words that give somebody a post: 任, or 在甲中学任."""
    found = [m for m in (_PLACED.search(code, position, stop), _TAKES.search(code, position, stop)) if m is not None]
    return min(found, key=lambda m: m.start(), default=None)


def _fills(row: Chart, verb: re.Match[str], posts: Sequence[Post]) -> bool:
    """Whether the body before the verb can have the post: no trade (当老师), and in a division only a post of its own."""
    if not posts or posts[0].body is not None:
        return False
    title = row.code[slice(*posts[0].title)]
    if row.code[verb.start("body")] == SIGNS["Region"]:
        return bool(CHIEF.search(title)) or title.removesuffix("助理").endswith(("书记", "支书", "村主任"))
    if row.code[verb.start("body")] == SIGNS["RelocationSite"]:
        return CHIEF.search(title) is None
    if JOB.search(title) and row.code[verb.start("body")] not in (SIGNS["Facility"], SIGNS["Organization"]):
        return False
    return not CHIEF.search(title)


def _placed(row: Chart, verb: re.Match[str]) -> Held | None:
    """The body named before the verb: 在甲中学当副校长."""
    if verb.lastgroup != "body":
        return None
    item = row.items[verb.start("body")]
    assert isinstance(item, Mention)
    return Held(item.entity, Found(item.entity, item) if item.step is not None else None, "")


def _led(row: Chart, posts: Sequence[Post]) -> Held | None:
    """The body after a post that somebody holds there: 她任厂长的|甲公司."""
    at = posts[-1].end + (row.code[posts[-1].end - 1 : posts[-1].end] != "的")
    item = row.items[at] if row.code[at - 1 : at] == "的" and at < len(row.items) else None
    if not isinstance(item, Mention) or posts[0].body is not None or row.code[at] not in _HOUSES:
        return None
    return Held(item.entity, Found(item.entity, item) if item.step is not None else None, "")


_HOUSES = "".join(SIGNS[x] for x in ("Company", "Workshop", "Facility", "Park"))
_GONE = re.compile(r"(?:到|赴|进|去|入|来|扎进|[排配]在|派驻|进驻|挂职于)了?$")
_AIDE = re.compile("(?:主任助理|副主任|副书记|书记助理|党工委委员|助理)$")


def _reached(row: Chart, index: int, verb: int, post: Post) -> Held | None:
    """The body that the person went to before the verb: 到甲中学支教，任教科室主任."""
    title = row.code[slice(*post.title)]
    if post.body is not None or CHIEF.search(title) or JOB.search(title):
        return None
    for at in range(verb - 1, index, -1):
        item = row.items[at]
        if isinstance(item, Mention) and row.code[at] in BODIES:
            street = item.label == "Region" and level(item.entity) == 4 and _AIDE.search(title)
            if item.label == "Region" and not street:
                continue
            gone = (street or item.label in ("Facility", "Organization")) and _GONE.search(row.code[index + 1 : at])
            return Held(item.entity, Found(item.entity, item) if item.step is not None else None, "") if gone else None
    return None


def _foreign(code: str, index: int, verb: int) -> bool:
    """Whether the verb speaks of somebody else: inside what the person says, or in a clause with its own subject."""
    between = code[index + 1 : verb]
    if _SAID.match(between) or "：“" in between:
        return True
    clauses = re.split("[，；]", between)
    last = clauses[-1]
    return len(clauses) > 1 and bool(
        re.match(r"[^在从任兼现年去前后今去]{0,8}(?:们|同事|妻子|丈夫|徒弟|儿子|女儿|村民|群众|干部|老师|学生)", last)
    )


def _reversed(reading: Reading, topics: Topics, row: Chart, index: int) -> Iterator[Proposal]:
    """post 是 P; post 由 P 担任."""
    code = row.code
    follows = code[index + 1 : index + 2]
    link = _REVERSED.search(code[:index])
    if link is None or not (
        follows in "，。；、（"
        or code[index + 1 :].startswith(
            ("担任", "出任", "挂任", "兼任", "兼着", "兼，", "兼。", "接任", "代理", "挂职", "挑起", "接过")
        )
        or (link["gap"] == "" and follows != "的")
    ):
        return
    posts = posts_before(code, link.start() + 0) if link.start() else []
    if posts:
        yield from tell(reading, topics, row, index, posts, False)
