"""The homes of posts without a name: the village or community spoken of, and bodies that cannot have the post."""

from __future__ import annotations

import re

from graph.identity import entity_id
from graph.model import Entity
from loaders.chart import Chart
from loaders.post_shapes import Post
from loaders.topics import Found, Topics
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


def of_another(row: Chart, post: Post, body: Entity) -> bool:
    """Whether the words speak of a plant or branch that nothing names, and not of the firm under discussion."""
    before = row.code[: post.start]
    part = _PART.search(before)
    if part is not None and not any(name.endswith((part.group(), part.group() + "厂")) for name in body.names):
        return True
    head = row.code[slice(*post.title)].endswith("厂长")
    return head and not body.name.endswith(("厂", "车间", "坊")) and _PLANT.search(before) is not None


def is_village(mention: Mention) -> bool:
    return mention.label == "Region" and mention.entity.name.endswith(("村", "嘎查"))


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
