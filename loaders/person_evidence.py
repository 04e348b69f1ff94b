"""Names of persons that no single sign gives away: what the tagger, the words before and those after say is weighed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from loaders.lexicon import any_of, read_yaml
from loaders.name_odds import AsPerson, NameOdds
from loaders.person_shapes import DOUBLE, NOT_NAMES, PURE, SURNAME
from loaders.tagger import Tagged

_RAW = read_yaml("persons.yaml")
_TITLES = read_yaml("titles.yaml")
_WEIGHTS: dict[str, float] = _RAW["evidence"]
_POSTS = any_of([*_TITLES["chiefs"], *_TITLES["others"], *_TITLES["jobs"], *_RAW["callings"]])
_OPENING = re.compile(SURNAME.pattern + "|[" + "".join(_RAW["rare"]) + "]")
_FAR = 12.0  # a loss beyond which the tagger has nothing to say
_VERBS = frozenset(
    "说表介告坦感认指强率带任担在是到来去从把被向和与及等的了也还又就都已曾原现当对为将则却便正刚自由负参出主兼同给让请找走看做回听笑想算拿领陪每没不有以因再才只并而接打帮教本挂讲谈摄"
)
_SPEECH = r"(?:则|也|又|还|却|连|都|就|便|正|常|总|在一旁|接过话|一边|赶忙|连忙|激动地|高兴地|感激地|自豪地|动情地|这样|[指望捧][着][^，。]{0,6})*(?:说|道|介绍|表示|告诉|坦言|回忆|感慨|指出|强调|认为|笑|叹|记得|念叨|解释|透露|补充|直言|算|盘算|打趣|乐|讲|谈|答|问|喊|哽咽|抹|掰|摆手|点头|摇头|没料到|没想到|逢人|觉得|明白|打算|盼|愁|数着|比划)"

BEFORE = {
    "post": re.compile(f"(?:{_POSTS}|{any_of(_RAW['kin'])})$"),
    "called": re.compile(r"(?:名叫|叫做|叫|人称|外号|本名|原名|[名人者]：|喊|认识|遇见|遇到|见到|认得|采访到)$"),
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

    `told` are the sentences of the block, each with where it begins; `whole` is the text of the article.
    """
    found: list[tuple[float, Span]] = []
    for low, one in told:
        if one.odds is None:
            continue
        text = plain[low : low + len(one.odds.emissions)]
        spans = list(_spans(text))
        if not spans:
            continue
        known = NameOdds(one.odds)
        for start, end, longer in spans:
            read, other = known.as_person(start, end), known.as_person(start, longer)
            facts = features(text, (start, end), read, other.loss, whole)
            found.append((sum(_WEIGHTS.get(k, 0.0) * v for k, v in facts.items()), (low + start, low + end)))
    return found


def _spans(text: str) -> Iterator[tuple[int, int, int]]:
    """Where a name may stand: its start and end, and its end if it were a character shorter or longer."""
    for start in range(len(text)):
        surname = _OPENING.match(text, start)
        if surname is None:
            continue
        for size in {surname.end(), start + 1}:
            for end, other in ((size + 1, size + 2), (size + 2, size + 1)):
                if end <= len(text) and re.fullmatch("[一-鿿]+", text[start:end]):
                    yield start, end, min(other, len(text))


def features(text: str, span: Span, read: AsPerson, other: float, whole: str) -> dict[str, float]:
    """What can be weighed for and against the name; `other` is the loss where it is a character shorter or longer."""
    start, end = span
    name, before, after = text[start:end], text[max(0, start - 12) : start], text[end : end + 14]
    surname = DOUBLE.match(name)
    given = len(name) - (2 if surname is not None and len(name) > 2 else 1)
    facts = {"constant": 1.0, "loss": min(read.loss, _FAR) / 3, "far": float(read.loss > _FAR), "best": read.loss < 0.5}
    facts |= {"pure": name[0] in PURE, "rare": SURNAME.match(name) is None, "long": given == 2}
    facts["fits better"] = max(-2.0, min(2.0, (other - read.loss) / 3))
    facts["ends in a verb"] = given == 2 and name[-1] in _VERBS
    facts["again"] = min(whole.count(name) - 1, 3) if given == 2 else 0.0
    facts |= {k: p.search(before) is not None for k, p in BEFORE.items()}
    facts |= {k: p.match(after) is not None for k, p in _AFTER.items()}
    facts["goes on"] = read.after in GOES_ON
    facts["noun before"] = read.before in ("n", "nz", "ORG", "LOC")
    facts["person before"] = read.before == "PER"
    sure = facts["post"] or facts["called"] or facts["group"]
    facts["between"] = bool(sure and (facts["speaks"] or facts["mark"] or facts["life"] or facts["goes on"]))
    facts["loss after a post"] = facts["loss"] if sure else 0.0
    facts["word"] = NOT_NAMES.match(name) is not None
    return {k: float(v) for k, v in facts.items()}
