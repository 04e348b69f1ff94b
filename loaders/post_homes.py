"""The homes of posts without a name: the village or community spoken of, and bodies that cannot have the post."""

from __future__ import annotations

import re

from graph.identity import entity_id
from graph.model import Entity
from loaders.chart import Chart
from loaders.post_shapes import Post
from loaders.topics import Found, Topics, level
from loaders.values import Mention

_COMMUNITY = re.compile(
    "(?:^|[，。；：、”的和])(?:社区|小区|安置[点区])(?:居委会|居民委员会|党?总?支部|党总支|党委|的)?(?:副?书记|副?主任)$"
)
_BRANCH = re.compile("(?:^|[，。；：])(?:党支部|党总支|总支|支部)(?:副?书记)$")


def community(topics: Topics, row: Chart, post: Post) -> Found | None:
    """The village or community of a post of its committee or branch: 社区居委会主任丙; 党支部书记丙, where a sentence speaks of it."""
    if _COMMUNITY.search(row.code, 0, post.end):
        return topics.before(row.sentence.block, row.starts[post.start], _is_community, 1)
    if _BRANCH.search(row.code, 0, post.end) is None:
        return None
    named = [m for m in row.items[: post.start] if isinstance(m, Mention) and (is_village(m) or _is_community(m))]
    return Found(named[0].entity, named[0]) if len({m.entity.id for m in named}) == 1 else None


def _is_community(mention: Mention) -> bool:
    return mention.label in ("Region", "RelocationSite") and mention.entity.name.endswith(
        ("社区", "小区", "安置点", "安置区")
    )


_PART = re.compile("(?:[分子母]公司|分)$|[一-鿿](?<![老该本我全工家个])厂$")  # 分公司|经理, 分|厂长, 加工厂|厂长
_PLANT = re.compile("[一-鿿]{2}(?<!企业)(?<!个工)(?<!家工)厂(?![一-鿿]?长|里|房|家|区|商|子)")


# The noun right before a head's title, from the last mark on: 闸园中学|校长, 渔家傲|总经理, 卫生院|院长.
_HEADS = re.compile("^(?:名誉|执行|常务)?副?(?:总经理|董事长|总裁|创始人|创办人|校长|院长|园长|厂长|社长|场长)$")
_NOUN = re.compile("(?:^|[，。；：！？、“”（）\\n—])(?P<noun>[一-鿿]{2,8})$")
_HOUSE = re.compile(
    "(?:中学|小学|学校|幼儿园|医院|卫生院|保健院|福利院|敬老院|公司|集团|合作社|工厂|厂|研究所|传习所|基地|农场|社)$"
)
_NO_NAME = re.compile(  # what a person, time or charge is called, and words that point back: no name of a house
    "[岁后任的了是这那该本此我其同]|(?:[青少中老]年|[年月日]|姑娘|小伙|汉子|媳妇|大姐|大哥|妈妈|爸爸|商人|夫妻|籍|能人|学生|教师|医生|干部|党员|代表|委员|女|男|族|人|士|老|新|首|原"
    "|业务|生产|教学|技术|销售|行政|后勤|财务|运营|市场|营销|分管|德育|科研|临床|医疗|挂职|驻点|派驻|职业|现|前|兼|总|常务|执行|名誉|轮值|代理|第[一二三四五六七八九十]+)$"
    "|^(?:学校|医院|公司|集团|企业|合作社|工厂|厂|基地|农场|幼儿园|集团公司|总公司)$|[据由请让对向与和跟说道]"
)


def _another_name(row: Chart, post: Post, body: Entity) -> bool:
    """Whether the words before the title name another house than the one under discussion: 闸园中学|校长 is none of 甲中学."""
    if _HEADS.search(row.code[slice(*post.title)]) is None:
        return False
    found = _NOUN.search(row.code, max(0, post.start - 9), post.start)
    if found is None:
        return False
    noun = re.sub("^[县镇市区乡村州旗](?=.{2})", "", found["noun"])
    house = _HOUSE.search(noun)
    if house is None and re.search("[校院园]长$", row.code[slice(*post.title)]):
        return False  # 该县|校长, 妇产|院长: no house
    return not (_NO_NAME.search(noun) or any(noun in name or noun.endswith(name) for name in body.names))


def of_another(row: Chart, post: Post, body: Entity) -> bool:
    """Whether the words speak of a plant or branch that nothing names, and not of the firm under discussion."""
    if _another_name(row, post, body):
        return True
    before = row.code[: post.start]
    part = _PART.search(before)
    if part is not None and not any(name.endswith((part.group(), part.group() + "厂")) for name in body.names):
        return True
    head = row.code[slice(*post.title)].endswith("厂长")
    return head and not body.name.endswith(("厂", "车间", "坊")) and _PLANT.search(before) is not None


def is_village(mention: Mention) -> bool:
    return mention.label == "Region" and (mention.entity.name.endswith(("村", "嘎查")) or level(mention.entity) == 5)


def only_village(topics: Topics) -> Found | None:
    """The village of an article that names no other: whoever is 村支书 there is so in this one."""
    villages = {m.entity.id: m for m in topics.mentions if is_village(m)}
    found = next(iter(villages.values()), None)
    return Found(found.entity, found) if found is not None and len(villages) == 1 else None


def heads(region: Entity, title: str) -> bool:
    """Whether a division can have the head that a title speaks of: a county no 镇长."""
    word = next((w for w in "省州盟市县区旗镇乡" if w + "长" in title), None)
    return word is None or any(name.endswith(word) for name in region.names)


_COLLEGE = re.compile("[一-鿿]{2,}大学[一-鿿]{1,8}(?:学院|系)")


def college(mention: Mention) -> Entity:
    """The part of a university where a post is held: the name of a college stands for the whole everywhere else."""
    whole, name = mention.entity, mention.surface
    if whole.label != "Organization" or whole.name not in name[:-1] or _COLLEGE.fullmatch(name) is None:
        return whole
    return Entity(entity_id(whole.label, name, whole.region), whole.label, name, (), None, whole.region)
