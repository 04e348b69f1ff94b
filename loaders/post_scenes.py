"""Posts whose body stands apart from the title: in the scene before it, in a clause about the person, in an appointment."""

from __future__ import annotations

import re

from loaders.bodies import fits, kind_of
from loaders.chart import SIGNS, Chart
from loaders.gazetteer import load
from loaders.post_divisions import Held
from loaders.post_shapes import BODIES, CHIEF, PERSON, Post, posts_before, posts_from
from loaders.regions import region_entity
from loaders.topics import Found, level
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
_APPOINTS = re.compile(r"(?:任命|聘任|聘请|聘用|续聘|特聘|推举|推选|选举|补选|增选|提名|选派|选聘|提拔|返聘)[^。；]*$")
_AS = re.compile("(?:同志|（[^（）]{1,12}）)?(?:为|担任|出任|任)")
_HEADS = re.compile("(?:书记|支书|主任|站长|园长|站点负责人|管理员|网格长|楼栋长|楼长|小区长)$")


def scene(row: Chart, posts: list[Post]) -> Held | None:
    """The body that the words before a post set: where the scene is, or what the person is in charge of."""
    first = posts[0]
    title = row.code[slice(*first.title)]
    if first.body is not None or CHIEF.search(title):
        return None
    before = row.code[: first.start]
    match = _IN_CHARGE.search(before) or _SCENE.search(before)
    item = row.items[match.start("body")] if match is not None else None
    if not isinstance(item, Mention):
        return None
    kind = kind_of(title)
    whole = item.label == "RelocationSite" or (item.label == "Region" and (level(item.entity) or 0) >= 5)
    suits = (
        fits(kind, item.entity) if kind is not None else bool(_HEADS.search(title)) and (whole or item.label == "Park")
    )
    if match is not None and match.re is _IN_CHARGE:
        suits = True
    return Held(item.entity, Found(item.entity, item), "") if suits else None


def before_clause(code: str, index: int) -> list[Post]:
    """The posts before a clause about the person, who stands at `index`: 副县长、来自甲区的P."""
    match = _CLAUSE.search(code, max(0, index - 40), index)
    if match is None:
        return []
    return posts_before(code, match.start())


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
