"""What the words around a name say against it lying where a rule puts it: a by-name, a headline's coinage, a person's home."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from loaders.proposals import Proposal
from loaders.values import HEADING, TITLE, Reading

_BY_NAME = re.compile(  # 乙县被叫作“甲城”, 当地人把开店叫“甲”: no thing of that name
    "(?:被[^，。；“]{0,10}(?:叫|称|誉|唤|封)(?:[作做为成]|之为)?|(?:把|管)[^，。；“]{1,14}(?:叫|称|唤)(?:[作做为])?|人称|俗称|号称|美称|素有|素称|有着?)“$"
)
_PRAISED = re.compile("”?(?:之称|的?美誉|的?美名|的?名号|的?称号|的?说法|的?雅号)")
_HOME_OF = re.compile(
    "(?:人|籍|老板|商人|客商|小伙|姑娘|企业家)[^，。；]{0,6}(?:创办|开办|兴办|办起?|开|经营|创立|成立|注册)的?“?$"
)
_BUILT_BY = re.compile(
    "^(?![在走来位坐地设建开办落])[^，。；]{2,12}(?:援建|捐建|援助|资助|捐赠|帮建|投建|出资建设?)的?“?$"
)
_BUILDS = re.compile(  # 开在甲市援建的“乙绣坊”隔壁: right between the place and the thing
    "(?:对口)?(?:援建|捐建|援助|资助|捐赠|帮建|投建|出资(?:援?建设?|兴建|修建)?)的“?"
)
_CITED = ("“", "‘", "「")
_LABELS = ("Park", "Workshop", "Facility", "Company")


def placed_by_words(reading: Reading, proposals: Iterable[Proposal]) -> list[Proposal]:
    """The proposals, with a problem where the words around the thing of a LOCATED_IN speak against it."""
    coined = _coined(reading)
    return [
        replace(p, problem=_against(reading, p, coined))
        if p.relation == "LOCATED_IN" and p.problem is None and p.subject.label in _LABELS
        else p
        for p in proposals
    ]


def _coined(reading: Reading) -> set[str]:
    """The things that only the headlines name, in quotation marks: what the text calls otherwise."""
    told, cited = set(), set()
    for mention in reading.mentions:
        if mention.label not in _LABELS:
            continue
        if reading.blocks[mention.block].kind not in (TITLE, HEADING):
            told.add(mention.entity.id)
        elif mention.surface[:1] in _CITED or reading.plain(mention.block, mention.start - 1, mention.start) in _CITED:
            cited.add(mention.entity.id)
    body = sum(block.kind not in (TITLE, HEADING) for block in reading.blocks)
    return cited - told if body else set()


def _against(reading: Reading, proposal: Proposal, coined: set[str]) -> str | None:
    """What the words against a LOCATED_IN are: a headline's coinage, a by-name, its founder's home, who had it built."""
    thing = proposal.subject
    if thing.id in coined:
        return "a headline's name for what the text calls otherwise"
    block, start, end = proposal.spans[0]
    mentions = [m for m in reading.mentions if m.entity.id == thing.id]
    if mentions and all(_by_name(reading, m.block, m.start, m.end) for m in mentions):
        return "a by-name of the place or of a doing"
    for mention in mentions:
        if mention.block != block or not start <= mention.start < end:
            continue
        before = reading.plain(block, start, mention.start)
        if proposal.rule == "the place before the thing" and _HOME_OF.search(before):
            return "the home of its founder"
        if proposal.rule == "the place before the thing" and _BUILT_BY.search(before):
            return "who had it built"
        if proposal.rule == "the place before the thing" and any(
            m.end <= mention.start and _BUILDS.fullmatch(reading.plain(block, m.end, mention.start))
            for m in reading.within(block, start, mention.start)
            if m.entity.id == proposal.object.id
        ):
            return "who had it built"
    return None


def _by_name(reading: Reading, block: int, start: int, end: int) -> bool:
    """Whether what stands there is what a place or a doing is called, no thing of that name."""
    before = reading.plain(block, max(0, start - 24), start)
    opened = before if before.endswith("“") else before + "“"
    found = _BY_NAME.search(opened)
    if found is None:
        return False
    return found.group() not in ("有“", "有着“") or _PRAISED.match(reading.plain(block, end, end + 6)) is not None
