"""Names of persons that no single sign gives away: what the tagger, the words before and those after say is weighed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from loaders.lexicon import Suffix, read_yaml
from loaders.name_odds import AsPerson
from loaders.person_shapes import DOUBLE, NOT_NAMES, PURE, SURNAME
from loaders.tagger import Tagged

_RAW = read_yaml("persons.yaml")
_TITLES = read_yaml("titles.yaml")
_WEIGHTS: dict[str, float] = _RAW["evidence"]
_POSTS = [*_TITLES["chiefs"], *_TITLES["others"], *_TITLES["jobs"], *_RAW["callings"]]
_OPENING = re.compile(SURNAME.pattern + "|[" + "".join(_RAW["rare"]) + "]")
_FIRST = frozenset("".join(_RAW["rare"])) | {name[0] for name in (*_RAW["double_surnames"], *_RAW["surnames"])}
_HAN = re.compile("[一-鿿]{0,4}")
LEAST = -1.2  # the least weight with which a span can be a name
_FAR = 12.0  # a loss beyond which the tagger has nothing to say
_VERBS = frozenset(
    "说表介告坦感认指强率带任担在是到来去从把被向和与及等的了也还又就都已曾原现当对为将则却便正刚自由负参出主兼同给让请找走看做回听笑想算拿领陪每没不有以因再才只并而接打帮教本挂讲谈摄"
)
_SPEECH = r"(?:则|也|又|还|却|连|都|就|便|正|常|总|在一旁|接过话|一边|赶忙|连忙|激动地|高兴地|感激地|自豪地|动情地|这样|[指望捧][着][^，。]{0,6})*(?:说|道|介绍|表示|告诉|坦言|回忆|感慨|指出|强调|认为|笑|叹|记得|念叨|解释|透露|补充|直言|算|盘算|打趣|乐|讲|谈|答|问|喊|哽咽|抹|掰|摆手|点头|摇头|没料到|没想到|逢人|觉得|明白|打算|盼|愁|数着|比划)"

BEFORE: dict[str, Suffix | re.Pattern[str]] = {
    "post": Suffix([*_POSTS, *_RAW["kin"]]),
    "called": re.compile(
        r"(?:名叫|叫做|叫|人称|外号|本名|原名|[名人者]：|喊|认识|遇见|遇到|见到|认得|采访到|(?:接任|接替|继任|接手|带队|领队|牵头|主刀|领头|搭档|联系|对接|主讲|打头)[^，。]{0,3}的?是)$"
    ),
    "group": re.compile(r"(?:岁|岁的|[0-9]后|族|籍|[一-鿿]人|汉子|大[娘妈爷叔嫂])$"),
    "of": re.compile("的$"),
    "opens": re.compile(r"(?:^|[。；：！？”“（\n，])$"),
}
_AFTER = {
    "speaks": re.compile(_SPEECH),
    "mark": re.compile(r"[，。、；：！？”）（—…\s]|$"),
    "own": re.compile("家[的里中]|[手身](?:中|里|上|边)|等人"),
    "counted": re.compile(r"\d|[一二三四两几][个名天年家]"),
    "life": re.compile(
        r"（(?:女|男|右|左|中|前|后|[一-鿿]{1,5}族)|，(?:男|女|[一-鿿]{1,5}族|\d\d岁|\d{4}年|今年)|今年\d|一行|等\d|等[一二三四五六七八九十两几]|同志|老师|医生|教授|师傅|大夫|自[己掏带]"
    ),
}
GOES_ON = ("v", "d", "p", "u", "w", "c", "r", "ad", "vd", "TIME", "xc", "m")

Span = tuple[int, int]


def weighed(plain: str, told: Sequence[tuple[int, Tagged]], whole: str) -> list[tuple[float, Span]]:
    """Spans that may be Han names, each with its weight: above 0 more speaks for it than against it.

    `told` are the sentences of the block, each with where it begins; `whole` is the text of the article. Spans that
    cannot come to LEAST are left out.
    """
    found: list[tuple[float, Span]] = []
    for low, one in told:
        if one.odds is None:
            continue
        text = plain[low : low + len(one.odds)]
        before: dict[int, _Signs] = {}  # what stands before and after: asked once for all spans that meet there
        after: dict[int, _Signs] = {}
        for start, end, longer in _spans(text):
            if start not in before:
                before[start] = _before(text[max(0, start - 12) : start])
            if end not in after:
                after[end] = _after(text[end : end + 14])
            read, other = one.odds.as_person(start, end), one.odds.as_person(start, longer)
            weight = _weight(text[start:end], before[start], after[end], read, other.loss, whole)
            if weight >= LEAST:
                found.append((weight, (low + start, low + end)))
    return found


def _spans(text: str) -> Iterator[tuple[int, int, int]]:
    """Where a name may stand: its start and end, and its end if it were a character shorter or longer."""
    for start, char in enumerate(text):
        if char not in _FIRST:
            continue
        surname, han = _OPENING.match(text, start), _HAN.match(text, start)
        if surname is None or han is None:
            continue
        for size in {surname.end(), start + 1}:
            for end, other in ((size + 1, size + 2), (size + 2, size + 1)):
                if end <= han.end():
                    yield start, end, min(other, len(text))


_Signs = tuple[float, bool]  # what they weigh, and whether a name is to be expected beside them


def _before(words: str) -> _Signs:
    signs = {k for k, pattern in BEFORE.items() if pattern.search(words) is not None}
    return sum(_WEIGHTS.get(k, 0.0) for k in sorted(signs)), not signs.isdisjoint(("post", "called", "group"))


def _after(words: str) -> _Signs:
    signs = {k for k, pattern in _AFTER.items() if pattern.match(words) is not None}
    return sum(_WEIGHTS[k] for k in sorted(signs)), not signs.isdisjoint(("speaks", "mark", "life"))


def _weight(name: str, before: _Signs, after: _Signs, read: AsPerson, other: float, whole: str) -> float:
    """All that speaks for the name, less what speaks against it; `other` is the loss were it a character shorter or longer."""
    weights = _WEIGHTS
    long = len(name) - (2 if len(name) > 2 and DOUBLE.match(name) else 1) == 2
    loss = min(read.loss, _FAR) / 3
    goes_on = read.after in GOES_ON
    weight = weights["constant"] + weights["loss"] * loss + before[0] + after[0]
    weight += weights["fits better"] * max(-2.0, min(2.0, (other - read.loss) / 3))
    if read.loss > _FAR:
        weight += weights["far"]
    elif read.loss < 0.5:
        weight += weights["best"]
    if name[0] in PURE:
        weight += weights["pure"]
    if long:
        weight += weights["long"]
    if goes_on:
        weight += weights["goes on"]
    if read.before == "PER":
        weight += weights["person before"]
    elif read.before in ("n", "nz", "ORG", "LOC"):
        weight += weights["noun before"]
    if before[1]:
        weight += weights["loss after a post"] * loss
        if after[1] or goes_on:
            weight += weights["between"]
    if weight < LEAST - 3 * weights["again"]:  # what is left costs most to ask, and cannot save it
        return weight
    if long:
        weight += weights["again"] * min(whole.count(name) - 1, 3)
        if name[-1] in _VERBS:
            weight += weights["ends in a verb"]
    if SURNAME.match(name) is None:
        weight += weights["rare"]
    return weight + (weights["word"] if NOT_NAMES.match(name) else 0.0)
