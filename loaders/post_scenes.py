"""Posts whose body stands apart from the title: in the scene before it, in a clause about the person, in an appointment."""

from __future__ import annotations

import re

from loaders.bodies import held
from loaders.chart import SIGNS, Chart
from loaders.gazetteer import load
from loaders.post_divisions import Held
from loaders.post_kinds import fits, kinds_of
from loaders.post_shapes import BODIES, CHIEF, PERSON, Post, posts_before, posts_from
from loaders.regions import region_entity
from loaders.topics import Found, Topics, level
from loaders.values import Mention

# 丙小区，六十岁的党支部书记P: where the scene is set, and nothing else happens.
_SCENE = re.compile(
    rf"(?:^|[。；！？”\n，])[^，。；：{BODIES}{PERSON}]{{0,8}}(?:在|走进|来到|步入|走在|踏进|位于)?[{SIGNS['Region']}]{{0,2}}的?"
    rf"(?P<body>[{BODIES}])(?:的?[^，。；：{BODIES}{PERSON}]{{0,8}}(?:里|内|门口|前|上|旁|现场|楼下|大厅|广场))?，"
    rf"(?:[^，。；：{BODIES}{PERSON}]{{0,6}}岁的?|[{SIGNS['figure']}{SIGNS['date']}]的?)?$"
)
_IN_CHARGE = re.compile(rf"主持(?P<body>[{BODIES}])(?:的?(?:日常|全面|行政))?工作的$")
# 副县长、来自甲区的P; 厂长、干了十年的P
_CLAUSE = re.compile(
    rf"[、，](?:来自|由|从|曾|原|有着?|在|刚|被|受|是|也是|今年|时年|年|干|做|挂职)[^，。；：、“”{PERSON}]{{1,24}}的$"
)
_BEING = re.compile(
    rf"[作身]为[^，。；：“”{PERSON}]{{2,36}}(?P<comma>，)[^，。；：“”{BODIES}{PERSON}]{{0,8}}$"
)  # 作为副院长，P
_AS_ONE = re.compile(rf"[作身]为(?:一名|[{BODIES}]派?驻)?$")
EACH = re.compile("分别|各自|依次")
_APPOINTS = re.compile(
    r"(?:任命|聘任|聘请|聘用|续聘|特聘|推举|推选|选举|补选|增选|提名|选派|选聘|提拔|返聘|聘(?![书用]))[^。；]*$"
)
_AS = re.compile("(?:同志|（[^（）]{1,12}）)?(?:为|担任|出任|任)")
_LEADS = re.compile(
    "(?:[校院园队组站厂场]长|领队|书记|经理|指挥长?|负责人|委员|成员)$"
)  # whose post may be where they go
_HOUSE = re.compile("(?:院|中学|小学|学校|大学|职校|幼儿园|[局委厅站所]|中心|集团|合作社|银行)$")
_HEADS = re.compile("(?:书记|支书|主任|站长|园长|站点负责人|管理员|网格长|楼栋长|楼长|小区长)$")


# 甲医院先后派出|骨科主任P1、主管护师P2: the posts are those of the house that sends
_SENDS = re.compile(
    rf"(?P<body>[{SIGNS['Facility']}{SIGNS['Organization']}{SIGNS['Company']}])(?:已|又|还|再|先后|专门|特意|共|陆续|决定|今年|[{SIGNS['date']}])*(?:选派|派出|派|委派|抽调|选送|派遣|指派|派驻|推荐)了?由?"
    rf"(?:优秀|骨干|资深|经验丰富的|[{SIGNS['figure']}])?(?:[^，。；：“”{BODIES}{PERSON}]{{2,14}}{PERSON}[、和与])*$"
)


def scene(row: Chart, posts: list[Post]) -> Held | None:
    """The body that the words before a post set: where the scene is, what the person is in charge of, who sends."""
    first = posts[0]
    title = row.code[slice(*first.title)]
    if first.body is not None or CHIEF.search(title):
        return None
    sends = None if _LEADS.search(title) else _SENDS.search(row.code, max(0, first.start - 60), first.start)
    sender = row.items[sends.start("body")] if sends is not None else None
    if isinstance(sender, Mention) and (sender.label == "Company" or _HOUSE.search(sender.entity.name)):
        return Held(sender.entity, Found(sender.entity, sender) if sender.step is not None else None, "")
    before = row.code[: first.start]
    match = _IN_CHARGE.search(before) or _SCENE.search(before)
    item = row.items[match.start("body")] if match is not None else None
    if not isinstance(item, Mention):
        return None
    kinds = kinds_of(title)
    whole = item.label == "RelocationSite" or (item.label == "Region" and (level(item.entity) or 0) >= 5)
    suits = fits(kinds[0], item.entity) if kinds else bool(_HEADS.search(title)) and (whole or item.label == "Park")
    if match is not None and match.re is _IN_CHARGE:
        suits = True
    return Held(item.entity, Found(item.entity, item), "") if suits else None


def before_clause(code: str, index: int, named: bool = True) -> list[Post]:
    """The posts before a clause about the person, who stands at `index`: 副县长、来自甲区的P; 作为副院长，P.

    A pronoun (not `named`) has those of the second kind only.
    """
    match = _CLAUSE.search(code, max(0, index - 40), index) if named else None
    if match is None:
        comma = _BEING.search(code, max(0, index - 50), index)
        posts = posts_before(code, comma.start("comma")) if comma is not None else []
        return posts if posts and _AS_ONE.search(code, 0, posts[0].start) else []
    return posts_before(code, match.start())


def in_turn(topics: Topics, row: Chart, index: int, posts: list[Post]) -> tuple[list[Post], Held | None]:
    """The post of one of several persons, where each has one (甲、乙分别任丙局局长、副局长), and the body before it."""
    code = row.code
    each = EACH.search(code, index)
    low = max(code.rfind(mark, 0, index) for mark in "。；：") + 1
    group = (
        re.search(f"{PERSON}(?:[、和与及以]+{PERSON})+[^，。；{PERSON}]{{0,3}}$", code[: each.start()])
        if each
        else None
    )
    if group is not None:
        low = group.start()
    persons = [at for at in range(low, each.start() if each else index) if code[at] == PERSON]
    if len(persons) < 2 or index not in persons:
        return posts, None
    if len(posts) != len(persons):
        return [], None
    turn = persons.index(index)
    named = [p for p in posts[:turn] if p.body is not None]
    if not named and posts[turn].body is None:
        return [], None
    return posts[turn : turn + 1], held(topics, row, named[-1], None) if named else None


def appointed(row: Chart, index: int, stop: int) -> tuple[list[Post], Held | None]:
    """The posts to which somebody is appointed, and the body that appoints: 甲县人大常委会任命P为副县长."""
    match, verb = _AS.match(row.code, index + 1, stop), _APPOINTS.search(row.code[:index])
    if match is None or verb is None:
        return [], None
    bodies = [i for i in row.items[: verb.start()] if isinstance(i, Mention) and i.label == "Organization"]
    posts = posts_from(row.code, match.end(), stop)
    if not posts or not bodies or posts[0].body is not None or CHIEF.search(row.code[slice(*posts[0].title)]) is None:
        return posts, None
    place = load().place((bodies[-1].entity.region or "").removeprefix("region:"))
    region = region_entity(place, place.name) if place is not None else None
    return posts, Held(region, Found(region, bodies[-1]), "") if region is not None else None
