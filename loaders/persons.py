"""Named persons: the tagger's, and those that a post or a verb of speaking gives away."""

from __future__ import annotations

import re
from collections.abc import Sequence

from loaders.lexicon import any_of, read_yaml
from loaders.tagger import Token

_RAW = read_yaml("persons.yaml")
SURNAME = re.compile(any_of([*_RAW["surnames"], *_RAW["double_surnames"]]))
_AFTER = r"(?=[，。、；：！？”）（]|说|介绍|表示|称|告诉|坦言|感慨|认为|指出|强调|率|一行|参加|出席|主持|带领|等|任|担任|是|在|到|向|和|与|的|$)"
_POSTED = re.compile(
    "(?:" + any_of(_RAW["before_name"]) + ")(" + any_of([*_RAW["double_surnames"], *_RAW["surnames"]]) + "[一-鿿]{1,2}?)" + _AFTER
)
_DOTTED = re.compile(r"[一-鿿]{2,7}(?:·[一-鿿]{2,7}){1,3}")
_PROVINCES = re.compile("[京津沪渝冀晋辽吉黑苏浙皖闽赣鲁豫鄂湘粤桂琼川蜀贵黔云滇陕秦甘陇青宁新藏蒙港澳台疆]{2,3}")
_NO_PERSON = frozenset(_RAW["never"])


def find_persons(plain: str, tokens: Sequence[Token], taken: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Spans of persons' names in one block; `taken` are spans of other names."""
    spans: set[tuple[int, int]] = set()
    for match in _DOTTED.finditer(plain):
        inner = [t for t in tokens if t.start < match.end() and t.end > match.start()]
        while inner and inner[0].tag in ("n", "u", "m", "v", "p", "r", "q", "c"):
            inner = inner[1:]
        if inner and not any(t.tag in ("LOC", "ORG") for t in inner) and "·" in plain[inner[0].start : match.end()]:
            spans.add((max(match.start(), inner[0].start), match.end()))
    for token in tokens:
        name = plain[token.start : token.end]
        if token.tag == "PER" and _plausible(name):
            spans.add((token.start, token.end))
    for match in _POSTED.finditer(plain):
        spans.add(match.span(1))
    quoted = [m.span() for m in re.finditer(r"“[^“”]{1,12}”", plain)]
    spans = {s for s in spans if not any(a < s[0] and s[1] < b for a, b in quoted)}
    free = [s for s in spans if not any(s[0] < end and start < s[1] for start, end in taken)]
    found: list[tuple[int, int]] = []
    for span in sorted(free, key=lambda s: (s[0], -s[1])):
        if found and span[0] < found[-1][1]:
            continue
        found.append(span)
    return found


def _plausible(name: str) -> bool:
    if name in _NO_PERSON or _PROVINCES.fullmatch(name) or not re.fullmatch(r"[一-鿿·]{2,16}", name):
        return False
    if "·" in name:
        return True
    return len(name) <= 4 and bool(SURNAME.match(name)) or 3 <= len(name) <= 6
