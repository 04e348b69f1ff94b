"""Bodies and people in a sentence that are no mention: no figure after them belongs to another."""

from __future__ import annotations

import re
from functools import cache

from loaders.lexicon import any_of
from loaders.measure_frames import cue, frames
from loaders.values import Mention, Reading, Sentence

_BODY = re.compile(
    r"[^，。；：的了是在有与和为到里这该本其各全两三]{2,8}(?:农场|合作社|有限公司|集团|服饰厂|制衣厂|加工厂)(?=[替帮把为给卖销带吸招投落建])"
)
_OUTPUT = re.compile("[日月年](?:产|销|加工|处理)")
_SOMEONE = "Person"
BODIES = ("Company", "Facility", "Organization", "Workshop", "Park")


def unnamed(reading: Reading, sentence: Sentence, mentions: list[Mention]) -> list[tuple[int, tuple[str, ...]]]:
    """Where a body is named that is no mention, as far as the tagger tells: no figure after it belongs to another."""
    plain = reading.blocks[sentence.block].text.plain
    spelled = [(start, found.end()) for start, end in sentence.clauses if (found := _BODY.match(plain, start, end))]
    bodies: list[tuple[int, tuple[str, ...]]] = [
        (s, BODIES) for s, e in spelled if not any(m.start < e and s < m.end for m in mentions)
    ]
    bare = re.compile(cue("bare_place"))
    starts = [start for start, _ in sentence.clauses]
    for start, end in sentence.clauses:
        match = bare.match(plain, start, end)
        if match and not any(m.start < match.end() and start < m.end for m in mentions):
            noun = match["noun"] or match[0]
            if _is_named_before(mentions, noun, sentence.start, match.start()):
                continue  # 甲酒坊去年卖了……，酒坊里有37人
            bodies.append((match.end("noun" if match["noun"] else 0) - 1, BODIES))
    for match in _unknown_names().finditer(plain, sentence.start, sentence.end):
        begin, end = match.span("name")
        if not any(m.start < end and begin < m.end for m in mentions):
            bodies.append((begin, BODIES))
    for mention in mentions:
        named = _trade_name().match(plain, mention.end, sentence.end) if mention.label == "Region" else None
        if named and not any(m.start < named.end() and mention.end < m.end for m in mentions):
            bodies.append((mention.end, BODIES))
    for match in re.compile(cue("new_firm")).finditer(plain, sentence.start, sentence.end):
        if not any(m.start < match.end() and match.start() < m.end for m in mentions):
            bodies.append((match.start("firm"), ("Company",)))
    if sentence.block >= len(reading.tokens):
        return bodies
    for token in reading.tokens[sentence.block]:
        if token.tag not in ("ORG", "PER") or not sentence.start <= token.start < sentence.end:
            continue
        if any(m.start < token.end and token.start < m.end for m in mentions):
            continue
        if token.tag == "ORG" and _OUTPUT.match(plain, token.start, token.end):
            continue  # 日产鲜菇18吨 is no car maker
        if token.tag == "ORG" and _holder().match(plain, token.end, sentence.end):
            continue  # only the post of one who speaks
        if re.match("协作|对口|帮扶|两[地省]", plain[token.end :]):
            continue  # a pair of provinces, not a person
        if token.tag == "ORG" and re.fullmatch(
            f"{cue('firms_of')}|[建盖修][起成好了].*", plain[token.start : token.end]
        ):
            continue  # 浙企; 建起院落式安居房
        by_work = token.tag == "PER" and re.search(cue("told_by_work") + "$", plain[: token.start]) is not None
        if by_work or token.start in starts or plain[: token.start].endswith("的"):
            bodies.append((token.start, BODIES if token.tag == "ORG" else (_SOMEONE,)))
    households = re.compile(cue("households")).finditer(plain, sentence.start, sentence.end)
    return bodies + [(match.start(), (_SOMEONE,)) for match in households]


def _is_named_before(mentions: list[Mention], noun: str, start: int, end: int) -> bool:
    """Whether the sentence has named a thing before whose name ends like the noun."""
    tail = noun[-2:] if noun.endswith("场") else noun[-1:]
    named = (m for m in mentions if m.label in BODIES and start <= m.start and m.end <= end)
    return any(m.surface.endswith(tail) for m in named)


@cache
def _unknown_names() -> re.Pattern[str]:
    return re.compile(
        f"(?:^|(?<=[，；：。]))[^，。；：“”]{{0,8}}“(?P<name>[^“”，。！？：]{{2,10}})”[^，。；“”]{{0,3}}?(?={cue('acts')})"
    )


@cache
def _trade_name() -> re.Pattern[str]:
    return re.compile(f"(?:[一-鿿]{{1,5}}{cue('trade_names')}|{cue('branch')})(?=(?:出口|加工|生产)|{cue('acts')})")


@cache
def _holder() -> re.Pattern[str]:
    return re.compile(f"(?:{any_of(frames().settings['cases']['holder_after'])})")
