"""Find the names of divisions in a text: leftmost, longest, none overlapping, each with a judgement how sure it is."""

import re
from collections.abc import Collection, Iterator

from ahocorasick_rs import AhoCorasick, Implementation

# 广州市场 is 广州 and 市场, 三都县域 is 三都 and 县域.
_SPLIT = {"市场", "县域", "区域"}
# A short form before these is part of a smaller place's name: 三都镇 stands in six counties.
_SMALLER_PLACE = re.compile(r"镇(?!长)|乡(?![村镇亲贤])|村(?![民委里庄级寨])|街道|社区|路|大道")
_KINDS = "省市县区州盟旗"


_LONE = re.compile("[\ud800-\udfff]")


class NameFinder:
    """A set of names, ready to be looked for in texts.

    `doubtful` are the names borne by counties and areas only, whose short forms may straddle two words; `guards` are
    words around a name, that hide it; `risky` are names that are ordinary words; `joining` are words that can straddle
    a name's edge.
    """

    def __init__(
        self,
        names: Collection[str],
        doubtful: Collection[str],
        guards: frozenset[str],
        risky: frozenset[str],
        joining: frozenset[str],
    ) -> None:
        self._names = frozenset(names)
        self._short = frozenset(name for name in doubtful if len(name) == 2 or name[-1] not in _KINDS)
        self._risky = risky
        self._joining = joining
        self._automaton = AhoCorasick(sorted(self._names | guards), implementation=Implementation.ContiguousNFA)

    def spans(self, text: str) -> Iterator[tuple[int, int, bool]]:
        """Start, end and risk of each name."""
        text = _LONE.sub("\ufffd", text)  # the automaton reads UTF-8
        chosen = list(self._chosen(text))
        starts, ends = {start for start, _ in chosen}, {end for _, end in chosen}
        for start, end in chosen:
            name = text[start:end]
            risky = name in self._risky or (
                name in self._short and self._straddles(text, start, end, start not in ends, end not in starts)
            )
            yield start, end, risky

    def _chosen(self, text: str) -> Iterator[tuple[int, int]]:
        found = self._automaton.find_matches_as_indexes(text, overlapping=True)
        matches = sorted((start, -end) for _, start, end in found)
        done = 0
        for number, (start, minus_end) in enumerate(matches):
            end = -minus_end
            if start < done or (end - start == 2 and _longer_inside(matches, number)):
                continue
            if text[end - 1 : end + 1] in _SPLIT and text[start : end - 1] in self._names:
                end -= 1
            done = end
            if text[start:end] in self._names:
                yield start, end

    def _straddles(self, text: str, start: int, end: int, check_left: bool, check_right: bool) -> bool:
        """Whether the name may lie across two words, or begin a smaller place's name."""
        if check_right and _SMALLER_PLACE.match(text, end):
            return True
        if end - start > 2:
            return False
        left, right = text[max(0, start - 1) : start + 1], text[end - 1 : end + 1]
        return (check_left and left in self._joining) or (check_right and right in self._joining)


def _longer_inside(matches: list[tuple[int, int]], number: int) -> bool:
    """Whether a name of three or more characters begins at the second character of this two-character one.

    从江口县 is 江口县, not 从江 and 口县.
    """
    start, _ = matches[number]
    following = number + 1
    while following < len(matches) and matches[following][0] == start:
        following += 1
    if following == len(matches):
        return False
    inner_start, minus_inner_end = matches[following]
    return inner_start == start + 1 and -minus_inner_end - inner_start > 2
