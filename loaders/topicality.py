"""Whether an article is about paired assistance at all: one about something else yields nothing."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from loaders.gazetteer_pairs import pair
from loaders.lexicon import any_of, read_yaml
from loaders.topics import Topics
from loaders.values import Reading

_PAIR = re.compile(
    r"([京津沪苏浙闽鲁粤辽穗深莞][桂黔贵滇云川渝陕甘青宁蒙藏疆新毕])(?=.{0,6}(?:协作|合作|两省|携手|帮扶|情))"
)


@cache
def _words() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    raw = read_yaml("topicality.yaml")
    strong = any_of(raw["strong"]) + "|" + raw["aid"]
    return (
        re.compile(strong),
        re.compile(any_of(raw["weak"]) + "|" + raw["weak_pattern"]),
        re.compile(any_of(raw["exchange"])),
    )


def about_assistance(readings: Iterable[Reading]) -> list[bool]:
    """For each article of a document whether it is read.

    An article without a word of paired assistance is still read where it tells of poverty relief or rural
    revitalisation and stands beside one that has such words: pages on the scheme carry both.
    """
    texts = [(r, "".join(b.text.plain for b in r.blocks)) for r in readings]
    own = [_own(reading, text) for reading, text in texts]
    beside = [_two_sided(r) or bool(re.search("扶贫|脱贫|乡村|搬迁|帮扶|返乡|农户|村民", text)) for r, text in texts]
    return [is_own or (any(own) and is_beside) for is_own, is_beside in zip(own, beside, strict=True)]


def _own(reading: Reading, text: str) -> bool:
    strong, weak, exchange = _words()
    if strong.search(text) or any(pair(m[1]) for m in _PAIR.finditer(text)):
        return True
    if _two_sided(reading) and weak.search(text):
        return True
    return len(set(exchange.findall(text))) >= 2


def _two_sided(reading: Reading) -> bool:
    """Whether the article names a region that can be the helper and one that can be helped."""
    topics = Topics(reading)
    return topics.highest > topics.lowest
