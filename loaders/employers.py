"""Who employs the people that a sentence speaks of without naming a firm: the firm or workshop under discussion.

Articles set each scene in a paragraph of its own, so the firm may stand several paragraphs back. It counts from there
where it is the only one of the helped side; a firm named after a city of the helpers counts once it has settled.
"""

from __future__ import annotations

import re

from loaders.around import named_before, point_of
from loaders.chart import Chart
from loaders.frames import Match
from loaders.located_kinds import is_kind
from loaders.topics import Found, Topics
from loaders.values import Mention

_LABELS = ("Company", "Workshop")
_WITH = ("由", "与", "同", "跟", "给", "被", "向", "为", "对")
_TRADES = re.compile(
    "[”]?(?:公司)?(?:统一|负责)?(?:看[中上]|提供|供应|供料|来料|下单|下了?[^，。]{0,3}订单|订[购了下]|采购|收购|包销|代销|捐|援建|资助|(?:选|委|外)?派(?:来|出|驻|了))"
)
# 母公司是甲集团, 甲公司等6家企业: who else the workplace belongs to, and one of many.
_ABOVE = re.compile("(?:母公司|总公司|总部|控股方|大股东)(?:是|为|即|叫)[^，。；]{0,10}$")
_OF_MANY = re.compile(r"[”]?等[^，。；]{0,6}(?:家|户|个)")


def employer(topics: Topics, row: Chart, match: Match) -> Mention | Found | None:
    """The firm or workshop under discussion, where people are spoken of as its workers."""
    for _, mention in named_before(row, match.start):
        if mention.label in _LABELS:
            return mention
    return employer_before(topics, point_of(row, match))


def employer_before(topics: Topics, point: tuple[int, int]) -> Found | None:
    """The workshop, else firm, spoken of last before a point, else the only one of the article."""

    def here(mention: Mention) -> bool:
        return mention.label in _LABELS and works_here(topics, mention) and not _aside(topics, mention)

    last = topics.before(*point, here, 1)
    if last is not None and last.entity.label == "Company":
        workshop = topics.before(*point, lambda m: m.label == "Workshop" and here(m) and not is_kind(m.entity), 1)
        if workshop is not None and workshop.where.block == last.where.block:
            return workshop  # the firm runs it: the hands are in the workshop
    return last or _only_one(topics, point)


def _aside(topics: Topics, mention: Mention) -> bool:
    """Whether the firm is not the one that is told of: it trades with it, owns it, sends to it, or is one of many."""
    plain = topics.reading.blocks[mention.block].text.plain
    before = plain[max(0, mention.start - 16) : mention.start].rstrip("“")
    if _ABOVE.search(before) or _OF_MANY.match(plain, mention.end):
        return True
    return before.endswith(_WITH) or _TRADES.match(plain, mention.end) is not None


def works_here(topics: Topics, mention: Mention) -> bool:
    """Whether a firm or workshop is at work on the helped side, as far as its name and the article tell."""
    if mention.entity.id in topics.paired_helpers:
        return False  # a group that helps a county has its workers elsewhere
    return topics.side_by_name(mention.entity) != "helper" or mention.entity.id in topics.settled


def _only_one(topics: Topics, point: tuple[int, int]) -> Found | None:
    """The one employer that the article has spoken of so far: one firm, one workshop, or the two together."""
    told: dict[str, Mention] = {}
    for mention in topics.mentions:
        if mention.label not in _LABELS or (mention.block, mention.start) >= point:
            continue
        if works_here(topics, mention) and not is_kind(mention.entity) and not _aside(topics, mention):
            told[mention.entity.id] = mention
    labels = [m.label for m in told.values()]
    if not told or len(set(labels)) < len(labels):
        return None  # which of them is open
    last = max(told.values(), key=lambda m: (m.block, m.start))
    return Found(last.entity, last)
