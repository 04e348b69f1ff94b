"""Named persons: the tagger's, and those that a post, a verb of speaking or a second mention gives away."""

from __future__ import annotations

import re
from collections.abc import Sequence

from loaders.lexicon import any_of, read_yaml
from loaders.person_cuts import settled
from loaders.person_ends import beside, called, cut_end
from loaders.person_evidence import LEAST, weighed
from loaders.person_foreign import transliterated
from loaders.person_natives import natives
from loaders.person_refusals import PROVINCES, elsewhere, foreign, plausible
from loaders.person_rooms import between
from loaders.person_shapes import (
    ADVERBS,
    DOUBLE,
    ELEMENT,
    FOREIGN_RUN,
    NOT_NAMES,
    PURE,
    STRONG,
    SURNAME,
    dotted,
    foreign_end,
    name_end,
    with_element,
)
from loaders.person_slots import slots
from loaders.person_spans import everywhere, free
from loaders.tagger import Tagged, Token

_RAW = read_yaml("persons.yaml")
_TITLES = read_yaml("titles.yaml")
_POST = re.compile(any_of([*_TITLES["chiefs"], *_TITLES["others"], *_TITLES["jobs"], *_RAW["callings"]]) + "|(?<=人)叫")
_CALLINGS = frozenset(_RAW["callings"])
_OF = re.compile(r"(?<=[科室部校院学厂社队村区镇中])的(?=[一-鿿]{2,3}(?:[，。说笑]|教[一-鿿]|挂|讲|介绍|表示|来得))")
_OF_FOREIGN = re.compile("(?<=的)(" + FOREIGN_RUN.pattern.replace("{2,7}", "{3,5}") + ")(?=是|在|说|笑|一个月|每)")
_SPEAKS = re.compile(
    r"(?:^|[，。；：！？”\n])([一-鿿]{2,3}?)(?=(?:则|也|还|又)?(?:说[，：“]|曾任|曾在|介绍[，说：]|表示[，：]|告诉|坦言|回忆|笑着|感慨|算过?账|打算|通报|指着|补充|解释))"
)
_NAMED = re.compile(f"(?<=[是为叫由])(?:{DOUBLE.pattern}|[一-鿿])[一-鿿]{{2}}(?=[，。；（])")
PERSONAL = re.compile("说|表示|介绍|告诉|坦言|感慨|回忆|出席|主持|陪同|笑")
_MARK = re.compile(r"（(?:女|男|[一-鿿]{1,4}族)")
_NOTE = re.compile("助理|（[^（）]{1,8}）")
_LEAST_LONG, _LEAST_SHORT = LEAST, 0.3  # least weight of a name of three characters, of two

Span = tuple[int, int]


def find_persons(
    plains: Sequence[str],
    tokens: Sequence[Sequence[Token]],
    taken: Sequence[Sequence[Span]],
    told: Sequence[Sequence[tuple[int, Tagged]]],
) -> list[list[Span]]:
    """Spans of persons' names in each block of an article.

    `taken` are spans of other names, `told` the sentences of each block with where they begin.
    """
    whole = "\n".join(plains)
    found: list[list[Span]] = []
    for plain, words, other, sentences in zip(plains, tokens, taken, told, strict=True):
        regions = {plain[s:e] for s, e in other}
        known = _candidates(plain, words, whole) | natives(plain, words, whole, other)
        whole_names = between(plain) | {*slots(plain, words)}
        named = {*called(plain)} | whole_names
        written = {s for s in transliterated(plain, sentences) if all(s[1] <= a or b <= s[0] for a, b in named)} | named
        long = {k for k in known if "·" in plain[slice(*k)]}
        written -= {
            w for w in written for k in long if w[0] == k[0] and w[1] == k[1] - 1 and plain[w[1]] not in "和来在"
        }  # 图尔贡·阿布都|拉
        known = {k for k in known if not any(k[0] < e and s < k[1] for s, e in written)} | written
        rivals = {  # not 龚 of 龚|长发, not 林掰着
            k for k in known if plausible(plain[slice(*k)], regions) and not elsewhere(plain, k, whole)
        }
        all_known = known | _weighed(plain, sentences, whole, rivals)
        cut = {s if s in whole_names else cut_end(plain, s, words, sentences, whole) for s in all_known}
        all_known = {one for s in cut for one in settled(plain, s, whole)}
        spans = {
            s
            for s in all_known | {*beside(plain, all_known, words)}
            if plausible(plain[slice(*s)], regions) and not elsewhere(plain, s, whole)
        }
        found.append(free(plain, spans, other))
    return everywhere(plains, found, taken)


def _weighed(plain: str, told: Sequence[tuple[int, Tagged]], whole: str, known: set[Span]) -> set[Span]:
    """The names that much speaks for, the weightiest first, where no rule has found one."""
    kept: set[Span] = set()
    for weight, (start, end) in sorted(weighed(plain, told, whole), reverse=True):
        least = _LEAST_LONG if end - start > 2 else _LEAST_SHORT
        if (
            weight < least
            or plain[end - 1] in "说摄"
            or plain.startswith(ADVERBS, end - 1)
            or any(start < e and s < end for s, e in kept)
        ):
            continue
        rivals = [(s, e) for s, e in known if start < e and s < end]
        if all(
            start <= s and e <= end and end - start > e - s and weight > (0.5 if s == start else _LEAST_LONG)
            for s, e in rivals
        ):
            kept.add((start, end))  # a longer name than the rules saw: 冒|晓芸
    return kept


def _candidates(plain: str, tokens: Sequence[Token], whole: str) -> set[Span]:
    spans = {*dotted(plain, tokens), *with_element(plain)}
    for index, token in enumerate(tokens):
        if token.tag == "PER":
            spans.add(_tagged(plain, tokens, index, whole))
    for match in _POST.finditer(plain):
        noted = _NOTE.match(plain, match.end())  # 副局长（挂职）某某, 院长助理某某
        span = _after_post(plain, noted.end() if noted else match.end(), tokens, whole)
        if span is not None and (match.group() not in _CALLINGS or span[1] - span[0] >= 3 or plain[span[0]] in PURE):
            spans.add(span)
    for match in _OF.finditer(plain):
        start = match.end()
        named = plain[start] in PURE or _split_by_tagger(plain, start, tokens)
        end = name_end(plain, start, tokens, whole) if named and not NOT_NAMES.match(plain, start) else None
        if end is not None:
            spans.add((start, end))
    for match in _OF_FOREIGN.finditer(plain):
        start, end = match.span(1)
        if any(t.start == start and t.end == end for t in tokens):
            spans.add((start, end))
    for match in _NAMED.finditer(plain):
        if (plain[match.start()] in PURE or DOUBLE.match(plain, match.start())) and not any(
            t.start <= match.start() and t.end >= match.end() and t.tag != "PER" for t in tokens
        ):
            spans.add(match.span())
    for match in _SPEAKS.finditer(plain):
        start, end = match.span(1)
        named = bool(SURNAME.match(plain, start)) and not NOT_NAMES.match(plain, start)
        if named and (plain[start] in PURE or _split_by_tagger(plain, start, tokens)):
            spans.add((start, end))
    return spans


def _split_by_tagger(plain: str, start: int, tokens: Sequence[Token]) -> bool:
    """Whether the tagger knows no word there: it cuts right after the surname, or says PER."""
    token = next((t for t in tokens if t.start <= start < t.end), None)
    return token is not None and token.start == start and (token.tag == "PER" or token.end == start + 1)


def _tagged(plain: str, tokens: Sequence[Token], index: int, whole: str) -> Span:
    """The tagger's name, with what it cut off: 班|小娥, 童伯|约, 乌云|其其格, 单|于思敏."""
    token = tokens[index]
    start, end = token.start, token.end
    following = tokens[index + 1] if index + 1 < len(tokens) else None
    before = tokens[index - 1] if index else None
    if before is not None and before.end == start and before.end - before.start == 1 and end - start <= 3:
        joined = plain[before.start : end]
        always = SURNAME.match(joined) and whole.count(joined) == whole.count(plain[start:end])
        sure = before.tag == "PER" or whole.count(joined) > 1 or DOUBLE.match(joined) or not SURNAME.match(plain, start)
        if always and sure and _starts(plain, before.start):
            start = before.start
    if end - start > 3 and start < token.start and SURNAME.match(plain, start):
        end = name_end(plain, start, tokens, whole) or start + 3
        return start, end
    if foreign(plain[start:end]) and "·" not in plain[start:end]:
        run = re.search(r"(?<=的)" + FOREIGN_RUN.pattern.replace("{2,7}", "{1,4}") + "$", plain[:start])
        if run is not None:
            return run.start(), end
    if (
        following is not None
        and following.tag == "PER"
        and following.start == end
        and (foreign(plain[start : following.end]) or (end - start == 2 and ELEMENT.fullmatch(plain, start, end)))
    ):
        return start, following.end
    if end - start <= 3 and foreign(plain[start:end]):
        longer = foreign_end(plain, start)
        if longer is not None and longer > end and not (SURNAME.match(plain, start) and plain[end] in "来都"):
            return start, longer
    if SURNAME.match(plain, start) and end - start <= 3:
        length = name_end(plain, start, tokens, whole)
        if length is not None:
            return start, max(end, length) if length - start <= 4 else end
    return start, end


def _starts(plain: str, at: int) -> bool:
    """Whether a name may begin here: after a mark, a post or 的."""
    before = plain[max(0, at - 4) : at]
    return not before or before[-1] in "，。、；：“”（\u3000 的是由和" or _POST.search(before) is not None


def _after_post(plain: str, start: int, tokens: Sequence[Token], whole: str) -> Span | None:
    """The name that follows a post."""
    if plain[start : start + 1] in ("：", "的") and plain[start + 1 : start + 2] in PURE:
        start += 1
    if NOT_NAMES.match(plain, start) or PROVINCES.match(plain, start):
        return None
    token = next((t for t in tokens if t.start <= start < t.end), None)
    if token is None:
        return None
    end = name_end(plain, start, tokens, whole)
    if token.start < start and token.tag != "PER":  # 老总车|永涛: the tagger put the surname to the post
        return (start, end) if end is not None and end - start == 3 and token.end in (start + 1, end) else None
    if end is not None:
        if plain[start] == "和" and token.tag != "PER":
            return None
        if token.tag == "PER" or plain[start] in PURE or DOUBLE.match(plain, start) or token.end <= start + 1:
            return start, end
        if _MARK.match(plain, end):
            return start, end
        if (
            token.end == end
            and token.tag in ("n", "nz", "nw", "LOC", "vn", "an")
            and re.match(r"[，、（]|出席|参加|陪同|介绍|说|回忆|坦言|告诉|表示|带着", plain[end:])
        ):
            return start, end
        if end - start == 3 and token.end < end and any(t.end == end for t in tokens):
            return start, end  # 市长农贤|岱: the tagger knows no word there
        if token.end == end and end - start == 3 and (whole.count(plain[start:end]) > 1 or PERSONAL.match(plain, end)):
            return start, end
    longer = foreign_end(plain, start)
    if longer is not None and (
        token.tag == "PER" or _MARK.match(plain, longer) or (token.tag == "nz" and STRONG.match(plain, longer))
    ):
        return start, longer
    return None
