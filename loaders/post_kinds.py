"""Which kinds of body have a post (厂长 of a 厂), which of them is under discussion, and whether it may be another."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from graph.model import Entity
from loaders.chart import Chart
from loaders.lexicon import read_yaml
from loaders.post_shapes import Post
from loaders.proposals import sentence_of
from loaders.sending_sides import side_of
from loaders.topics import Found, Topics
from loaders.values import Mention

_RAW = read_yaml("titles.yaml")


@dataclass(frozen=True, slots=True)
class Kind:
    titles: re.Pattern[str]
    labels: tuple[str, ...]
    ending: re.Pattern[str]
    near: bool  # only where the sentence names one such thing


KINDS = [
    Kind(re.compile(f"(?:{'|'.join(k['titles'])})$"), tuple(k["labels"]), re.compile(k["ending"]), bool(k.get("near")))
    for k in _RAW["kinds"]
]


def kinds_of(title: str) -> list[Kind]:
    """The kinds of body that have a post of that name, the likeliest first: 厂长 of a 厂, else of a firm."""
    return [k for k in KINDS if k.titles.search(title.removesuffix("助理"))]


def fits(kind: Kind, entity: Entity) -> bool:
    """Whether a body can have a post of the kind."""
    return entity.label in kind.labels and any(kind.ending.search(n) for n in entity.names)


def several(topics: Topics, kind: Kind, row: Chart, found: Found) -> bool:
    """Whether the sentence that names the body lists others of its kind, and is not the sentence of the post."""
    sentence = sentence_of(topics.reading, found.where)
    if sentence is None or sentence == row.sentence:
        return False
    listed = topics.reading.within(sentence.block, sentence.start, sentence.end)
    if _made_by_another(topics, kind, listed, found):
        return False
    away = only_helper(topics, found.entity)
    fitting = {m.entity.id for m in listed if fits(kind, m.entity) and (away or not only_helper(topics, m.entity))}
    counted = Counter(m.entity.id for m in topics.reading.mentions)
    spoken = counted[found.entity.id]  # the one that the article keeps coming back to is meant
    return any(other != found.entity.id and 2 * counted[other] > spoken for other in fitting)


_CALLED = re.compile("(?:^|[，。；：！？、“”\\n])(?P<word>[一-鿿]{2,5}?)的?$")
_GENERIC = re.compile("(?:公司|集团|厂|园|社|业|科技|食品|农场|车间|学校|医院|中学|小学|中心|队|组|人|年|的)$")


def by_short_name(topics: Topics, kinds: Sequence[Kind], row: Chart, post: Post) -> Found | None:
    """The only body whose name begins, after its region, with the words right before the title: 海越的|总经理."""
    called = _CALLED.search(row.code, max(0, post.start - 8), post.start)
    if called is None or _GENERIC.search(called["word"]):
        return None
    opens = re.compile("(?:[一-鿿]{2,4}[省市县区]?)?" + called["word"])
    own = [
        m for m in topics.mentions if any(fits(k, m.entity) for k in kinds) and any(map(opens.match, m.entity.names))
    ]
    own = [m for m in own if (m.block, m.start) < (row.sentence.block, row.starts[post.start])]
    return Found(own[-1].entity, own[-1]) if len({m.entity.id for m in own}) == 1 else None


_ENDING = re.compile("(?:^|[，。；：！？、“”\\n])(?P<noun>[一-鿿]{3,8})$")


def by_ending(topics: Topics, kinds: Sequence[Kind], row: Chart, post: Post) -> Found | None:
    """The only body whose name ends like the words right before the title: 乙中学|校长 of 甲区乙中学."""
    called = _ENDING.search(row.code, max(0, post.start - 9), post.start)
    if called is None:
        return None
    noun, at = called["noun"], (row.sentence.block, row.starts[post.start])
    own = [m for m in topics.mentions if any(fits(k, m.entity) for k in kinds) and (m.block, m.start) < at]
    own = [m for m in own if any(n.endswith(noun) for n in m.entity.names)]
    return Found(own[-1].entity, own[-1]) if len({m.entity.id for m in own}) == 1 else None


_OPENS = re.compile("(?:^|[。；！？”\\n]|，)$")


def just_before(topics: Topics, kind: Kind, row: Chart, post: Post) -> Found | None:
    """The only thing of the kind in the sentence before, where the post opens a clause: 甲车间建成了。负责人丙……"""
    if _OPENS.search(row.code[: post.start]) is None or "的" in row.code[slice(*post.title)]:
        return None  # 经销处的|当家人 is one of the shop
    sentences = topics.reading.sentences
    index = sentences.index(row.sentence)
    for sentence in reversed(sentences[max(0, index - 2) : index]):
        if sentence.block < row.sentence.block - 1:
            return None
        named = topics.reading.within(sentence.block, sentence.start, sentence.end)
        fitting = {m.entity.id: m for m in named if fits(kind, m.entity) and not comes_from(topics, m)}
        if fitting:
            last = next(reversed(fitting.values()))
            return Found(last.entity, last) if len(fitting) == 1 else None
    return None


# 甲集团办起乙厂, 甲集团旗下的乙公司: the one spoken of is the child.
_MAKES = re.compile("办|注册|设立|新设|创办|创建|成立|组建|建起|建成|开设|(?:下面|下属|旗下|所属|控股)的?")
_JOINTLY = re.compile("[与和同跟、]|合[资作办]|联合|共同|共建")


def _made_by_another(topics: Topics, kind: Kind, listed: Sequence[Mention], found: Found) -> bool:
    """Whether the body is the last of its sentence, and the one named before it has only made it: 甲公司办起乙厂。厂长……"""
    others = [m for m in listed if fits(kind, m.entity) and m.entity.id != found.entity.id]
    if not others or others[-1].start > found.where.start:
        return False
    words = topics.reading.plain(found.where.block, others[-1].end, found.where.start)
    return len(others) == 1 and _MAKES.search(words) is not None and _JOINTLY.search(words) is None


def comes_from(topics: Topics, mention: Mention) -> bool:
    """Whether the words say that somebody came from there."""
    before = topics.reading.plain(mention.block, max(0, mention.start - 8), mention.start)
    return (
        re.search(r"(?:来自|原单位[是为]|原在|原先在|来前[是在]|从|曾在|曾任|请来)[^，。；]{0,4}$", before) is not None
    )


def _is_parent(topics: Topics, mention: Mention) -> bool:
    """Whether only a daughter of the firm is meant: 公司是甲集团2021年在乙县设立的子公司."""
    after = topics.reading.plain(mention.block, mention.end, mention.end + 24)
    return (
        re.match("[^，。；]{0,18}(?:设立|成立|投资|控股|旗下)[^，。；]{0,6}(?:子公司|分公司|分厂)", after) is not None
    )


def nearest_local(
    topics: Topics, block: int, position: int, test: Callable[[Mention], bool], or_helper: bool, reach: int = 3
) -> Found | None:
    """The nearest fitting thing that is not of the helping side; with `or_helper` one of that side where there is no other."""

    def local(m: Mention) -> bool:
        return test(m) and not only_helper(topics, m.entity) and not _is_parent(topics, m)

    return topics.before(block, position, local, reach) or (
        topics.before(block, position, test, 1) if or_helper else None
    )


_SENT_TEAM = re.compile("(?:驻|援|对口|帮扶|协作).*(?:组|队|团|指挥部|支部)$")


def only_helper(topics: Topics, entity: Entity) -> bool:
    """Whether a body is of the helping side: not a team sent by it, nor a thing named after both sides."""
    side = side_of(topics, entity) if entity.label in ("Facility", "Organization") else topics.side_by_name(entity)
    if side != "helper" or entity.id in topics.settled:
        return False
    if entity.label == "Organization" and _SENT_TEAM.search(entity.name):
        return False
    helped = (e for e in topics.entities if e.label == "Region" and topics.side(e) == "helped")
    return not any(len(n) > 1 and entity.name.find(n) > 0 for e in helped for n in e.names)
