"""Frames: words that express a relation, kept as data in loaders/frames/*.yaml, compiled once.

A pattern is a regular expression over a chart in which `{a:Region}` is a name of that label, `{b:Company|Workshop+}`
a list of names, `{amount}` a sum of money, `{count}` another figure, `{since}` a date, `<8>` a gap of at most eight
signs and `<8c>` such a gap inside one clause, `<8n>` one without another name, `<8m>` one without
another sum, `<pay>` any word of that list in loaders/frames/words.yaml. Everything else stands for itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from graph.data import parse_yaml
from graph.errors import SchemaError
from graph.schema import schema
from loaders.chart import SIGNS, Chart
from loaders.lexicon import either
from loaders.needed import LazyPattern, Sieve
from loaders.values import Mention

_ELEMENT = re.compile(
    r"\{(?P<role>\w+)(?::(?P<labels>[A-Za-z|]+)(?P<many>\+)?)?\}|<(?P<gap>\d+)(?P<clause>[cnm])?>|<(?P<words>[a-z_]+)>"
)
_NAMES = "".join(SIGNS[label] for label in SIGNS if label[0].isupper())
_KINDS = {"amount": "money", "count": "figure", "since": "date", "until": "date"}
_LIST = r"(?:的分[厂店号]|的分公司)?(?:、|，?以及|，?和|与|及|，?还有(?:[^，。；、]{0,14}?[的“])?)"
_WHAT_FOR = "[^，。；、：的\ue001-\ue00c]{2,10}的"  # 做玩具的甲公司、缝帐篷的乙公司
NEGATED = re.compile(
    r"没有|未(?=[向对给为与同和在到被获])|未能|尚未|并未|不再|并非|停止|取消|终止|拒绝|无法|不能|不是|否认|未曾|从未|没能"
)
PLANNED = re.compile(
    r"拟|计划|打算|有意|意向|将要|即将|准备|有望|争取(?![到了来]|[^，。]{0,12}资金)|力争|愿不愿|希望|盼|洽谈|商谈|考虑"
)


@dataclass(frozen=True, slots=True)
class Frame:
    """One way to say a relation."""

    name: str
    relation: str
    patterns: tuple[LazyPattern, ...]
    subject: str
    object: str
    missing: dict[str, str]
    orient: bool
    sides: dict[str, str]  # role -> the side of the pairing it must not contradict: helper, helped, business
    plans: bool  # whether a plan counts (an investment that is planned is still reported)
    unless: re.Pattern[str] | None
    fixed: dict[str, str]
    examples: tuple[dict[str, Any], ...]
    place: str  # file and name, for messages


@dataclass(frozen=True, slots=True)
class Match:
    """A frame that fits a chart; roles hold mentions, values the signs of figures and dates."""

    frame: Frame
    start: int
    end: int
    roles: dict[str, tuple[int, ...]]


@cache
def frames() -> tuple[Frame, ...]:
    """All frames, in the order of their files."""
    found: list[Frame] = []
    for path in sorted(files("loaders").joinpath("frames").iterdir(), key=lambda p: p.name):
        if path.name.endswith(".yaml") and not path.name.startswith(("figures", "words")):
            for row in parse_yaml(path.read_text(encoding="utf-8")) or ():
                found.append(_frame(row, f"loaders/frames/{path.name}: frame {row.get('frame')}"))
    return tuple(found)


@cache
def words() -> dict[str, str]:
    """The lists of words that several frames share, each as one alternative of a regular expression."""
    rows = parse_yaml(files("loaders").joinpath("frames", "words.yaml").read_text(encoding="utf-8"))
    things = SIGNS["Park"] + SIGNS["Workshop"] + SIGNS["Facility"]
    return {
        name: either(listed)
        for name, listed in rows.items()
        for listed in (listed.replace("{money}", SIGNS["money"]).replace("{thing}", things),)
    }


def _frame(row: dict[str, Any], place: str) -> Frame:
    if row.get("relation") not in schema().relations:
        raise SchemaError(f"{place}: relation {row.get('relation')} is not in graph/schema.yaml")
    patterns = tuple(read_pattern(p, place) for p in row["patterns"])
    return Frame(
        name=row["frame"],
        relation=row["relation"],
        patterns=patterns,
        subject=row.get("subject", "a"),
        object=row.get("object", "b"),
        missing=dict(row.get("missing") or {}),
        orient=bool(row.get("orient")),
        sides=dict(row.get("sides") or {}),
        plans=bool(row.get("plans")),
        unless=re.compile(row["unless"]) if row.get("unless") else None,
        fixed=dict(row.get("fixed") or {}),
        examples=tuple(row.get("examples") or ()),
        place=place,
    )


def read_pattern(pattern: str, place: str) -> LazyPattern:
    """The regular expression of a pattern; SchemaError names the frame where it is wrong."""

    def element(match: re.Match[str]) -> str:
        if match["gap"]:
            kind = match["clause"]
            barred = "。！？" + ("，；：" if kind else "") + {"n": _NAMES, "m": SIGNS["money"]}.get(kind or "", "")
            return f"[^{barred}]{{0,{match['gap']}}}?"
        if match["words"]:
            if match["words"] not in words():
                raise SchemaError(f"{place}: <{match['words']}> is no list in loaders/frames/words.yaml")
            return words()[match["words"]]
        role = match["role"]
        if match["labels"] is None:
            if role not in _KINDS:
                raise SchemaError(f"{place}: {{{role}}} needs a label, or is one of {', '.join(_KINDS)}")
            return f"(?P<{role}>{SIGNS[_KINDS[role]]})"
        labels = match["labels"].split("|")
        unknown = [name for name in labels if name not in SIGNS]
        if unknown:
            raise SchemaError(f"{place}: {', '.join(unknown)} is no label of graph/schema.yaml")
        one = "[" + "".join(SIGNS[name] for name in labels) + "]"
        if not match["many"]:
            return f"(?P<{role}>{one})"
        item = f"(?:{SIGNS['Region']}的?)?“?{one}”?"
        whole = f"(?<!{one}[、和与及])(?<!{one})" if match.start() == 0 else ""  # never from the middle of a list
        return f"{whole}(?P<{role}>{item}(?:{_LIST}?{item}|、{_WHAT_FOR}{item})*)"

    try:
        made = LazyPattern(_ELEMENT.sub(element, pattern))
        _ = made.needs  # reads it
    except re.error as error:
        raise SchemaError(f"{place}: pattern {pattern} is no regular expression ({error})") from error
    return made


def match_frames(row: Chart, relations: frozenset[str] | None = None) -> Iterator[Match]:
    """Every frame (of the relations, where given) that fits the chart, wherever it fits."""
    patterns, sieve = _patterns(relations)
    taken: set[tuple[int, tuple[tuple[str, tuple[int, ...]], ...]]] = set()
    for number in sieve.let_through(row.code):
        frame, pattern = patterns[number][0], patterns[number][1].compiled
        for hit in _all(pattern, row.code):
            roles = {role: _signs(row, hit, role) for role in pattern.groupindex if hit[role] is not None}
            key = id(frame), tuple(sorted(roles.items()))
            if key not in taken:
                taken.add(key)
                yield Match(frame, hit.start(), hit.end(), roles)


@cache
def _patterns(relations: frozenset[str] | None) -> tuple[tuple[tuple[Frame, LazyPattern], ...], Sieve]:
    """The patterns of the frames of the relations, in order, each with its frame."""
    chosen = [frame for frame in frames() if relations is None or frame.relation in relations]
    patterns = tuple((frame, pattern) for frame in chosen for pattern in frame.patterns)
    return patterns, Sieve([pattern.needs for _, pattern in patterns])


def barred(match: Match, row: Chart) -> str | None:
    """The word of the frame's `unless` that stands among the words of the match, or beside them in their clause."""
    if match.frame.unless is None:
        return None
    before = re.split("[，；：]", row.code[max(0, match.start - 6) : match.start])[-1]
    after = re.split("[，；：]", row.code[match.end : match.end + 6])[0]
    found = match.frame.unless.search(before + row.code[match.start : match.end] + after)
    return found.group() if found else None


def _all(pattern: re.Pattern[str], code: str) -> Iterator[re.Match[str]]:
    """Matches from every starting point after the start of the one before, so that chained statements are all seen."""
    position = 0
    lists = [role for role in ("a", "b") if role in pattern.groupindex]
    before: re.Match[str] | None = None
    while hit := pattern.search(code, position):
        rest = (
            before is not None
            and hit.end() == before.end()
            and any(before.start(role) < hit.start() < before.end(role) for role in lists)
        )
        if not rest:  # not merely the end of a list that was read whole
            yield hit
            before = hit
        position = hit.start() + 1


def _signs(row: Chart, hit: re.Match[str], role: str) -> tuple[int, ...]:
    """The chart positions of a role's names or values; in 吴忠市的同心县 and 同心县石狮镇 only the last."""
    start, end = hit.span(role)
    found = []
    for index in range(start, end):
        if row.items[index] is None:
            continue
        following = row.code[index + 1 : index + 2] if index + 1 < end else ""
        address = row.code[index] == SIGNS["Region"] and following in SIGNS.values()
        if not (isinstance(row.items[index], Mention) and following == "的") and not address:
            found.append(index)
    return tuple(found)
