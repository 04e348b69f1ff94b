"""Things without a proper name that still mean one certain thing: by the place before them, by being built, by marks.

尺牍镇牧区水厂 and 柯曲镇的上海路 are told by their place, 援建的导管室 by the verb, “如皋路” by the marks around it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from loaders.gazetteer import load
from loaders.lexicon import Suffix, any_of, names, read_yaml
from loaders.name_marks import INNER_VERB, NUMBERED, Name
from loaders.name_words import PROVINCES
from loaders.tagger import Token
from loaders.vocabulary import is_coined, is_word

_REACH = 13  # characters of the longest compound behind a place or verb
_PARTY = re.compile(r"(?:学校|中学|小学|学院|医院|一中|二中|公司|集团)(?=党委|党总支|党支部|党组|团委)")
_POST = re.compile(r"(?:党委|党总支|党支部|党组|团委)(?=副?书记|委员|成员)")
_BUILT = re.compile(
    r"(援建|捐建|帮建|投建|这[座条栋]|承建|新建|建成|建设|修建|兴建|改建|扩建|改造|修缮|建起|办起|开办|开设|创办|设立|设|打造|搭建|建立|盖起|多了|有了|合办|合建|共建|筹建|开起|立起|盖|办|建|资助(?=的))"
    r"(?:了|起来)?的?(?:(?:第?[一1]|首)[座个处栋条所间家幢](?:新|现代化|标准化)?的?)?"
    r"((?:年产|日产|占地|面积|总?投资|价值)?\d[\d.]*[万千亿多余]*(?:平方米|亩|吨|公里|立方米|千伏|张|米|元|头|只|羽)的?)?(?=[一-鿿])"
)
_MADE_THERE = re.compile("[厂坊房校]$|车间$")  # what it makes tells it from others: 援建的火腿厂
_ONE_BUILT = re.compile("[援捐帮合共]建|[建盖办]起|建成|[一1首][座个处所间家]")
_PLANTS = tuple("房区家商等有")
_STREETS = ("大道", "大街", "大桥", "路", "街", "桥", "隧道")
_ONE_GIVEN = re.compile("[援捐帮]建了?[一1首][座个处所间家]$")
_OFFICES = ("工作站", "协作站", "联络站")
_COUNTED_BEHIND = re.compile(r"(?!1[座个处])[\d两三四五六七八九十几多]+[余多]?(?:[座个处栋条所间家幢口]|公里|千米)")
_NO_BUILDING = re.compile(
    r"(?:计划|拟|打算|准备|申请|要求|负责|推进|参与|规划|支持|鼓励|[几多各数余两三四五六七八九十\d][座个处栋条所间家幢])$"
)
_QUOTED = re.compile(r"“([^“”，。；：！？、的]{3,14})”")
_QUOTED_HEADS = re.compile(r"(?:[厂库馆坊]|[讲传]习所|书屋|幼儿园|小院|民宿|基地|车间)$")
_PLACED_HEADS = re.compile(
    r"(?:[路街桥城场院楼校园站店]|[大步绿栈]道|公寓|大厦|广场|中心)$"
)  # and a division in the name: no “连心桥”
_LISTED = re.compile(r"[一-鿿](?:和|与|、)$|”、$|[建盖修设办][起成好]?了?的?$")
_SPEECH = re.compile(r"(?:[叫称]作?|称为|誉为|堪称|喻为|一样|像|成为|变成|变身|打造成|建成|是)了?(?:一[座个条家])?$")


@dataclass(frozen=True, slots=True)
class _Words:
    heads: dict[str, str]
    signs: frozenset[str]
    no_signs: frozenset[str]
    head: Suffix
    alone: frozenset[str]
    built_alone: frozenset[str]
    common: frozenset[str]
    kinds: re.Pattern[str]
    never: re.Pattern[str]
    never_words: frozenset[str]
    never_first: re.Pattern[str]
    any_of_county: re.Pattern[str]


@cache
def _words() -> _Words:
    raw = read_yaml("sited.yaml")
    heads = {word: label for label, words in raw["heads"].items() for word in words} | raw["signs"]
    return _Words(
        heads,
        frozenset(raw["signs"]),
        frozenset(raw["no_signs"]),
        Suffix(heads),
        frozenset(raw["alone"]),
        frozenset(raw["built_alone"]),
        frozenset(raw["common"]),
        re.compile(f"(?:{any_of(raw['kinds'])})*"),
        re.compile(raw["never_inside"]),
        frozenset(raw["never_words"]),
        re.compile(raw["never_first"]),
        re.compile(raw["any_of_county"]),
    )


def find_sited(plain: str, tokens: Sequence[Token], places: Sequence[tuple[int, int, bool]]) -> list[Name]:
    """Such things in one block; `places` are start, end and whether it lies below the county of the places named."""
    verbs = [m for m in _BUILT.finditer(plain) if any(t.start == m.start() and _whole(m, t) for t in tokens)]
    edges = {t.start for t in tokens} | {t.end for t in tokens} | {m.end() for m in verbs}
    words = {t.start for t in tokens if plain[t.start : t.end] in _words().never_words} | {s for s, _, _ in places}
    words |= {m.start() for m in _words().never.finditer(plain)}
    words |= {t.start for t in tokens if t.end - t.start == 2 and t.tag in ("vd", "d", "ad")}
    deeds = {t.start for t in tokens if t.end - t.start == 2 and t.tag == "v"}
    deeds -= {at for at in deeds if plain[at : at + 2] in names().inner_verbs}
    text = _Text(plain, frozenset(edges), frozenset(words), frozenset(deeds))
    found = [*_behind_places(text, places), *_built(text, verbs), *_in_marks(text, {end for _, end, _ in places})]
    return sorted(found, key=lambda n: (n.start, n.end))


def _whole(verb: re.Match[str], token: Token) -> bool:
    """Whether a verb of one sign is a word of its own, and not the first of 设施."""
    return len(verb.group(1)) > 1 or token.end <= verb.end()


@dataclass(frozen=True, slots=True)
class _Text:
    plain: str
    edges: frozenset[int]  # where words begin and end
    words: frozenset[int]  # where a word of a sentence, or another place, begins
    deeds: frozenset[int]  # where a verb begins that no name holds, though one may open with it: 盛达


_NUMBERED = re.compile("第[一二三四五六七八九十百]+(?![一二三四五六七八九十百座个处栋条所间家批期])")
_SECOND_PLACE = re.compile("[县市区州旗省].")  # 和平县福田学校: the second one is the name of its giver


def is_certain(plain: str, name: Name) -> bool:
    """Whether a name means a certain thing: not 秭归冷库, any of a county."""
    if name.label == "Facility" and plain[name.start] in "县区市州旗":
        return not _words().any_of_county.fullmatch(plain, name.start + 1, name.end)
    return (
        name.label != "Facility"
        or name.core == name.start
        or _SECOND_PLACE.search(plain[name.start : name.core]) is not None
        or not _words().any_of_county.fullmatch(plain, name.core, name.end)
    )


def at_the_school(plain: str, name: Name) -> Name | None:
    """The school of which somebody is party secretary, where a name was read up to the party committee."""
    party = _POST.search(plain, name.start, name.end + 4)
    school = _PARTY.search(plain, name.start, name.end)
    if party is None or school is None or party.end() != name.end or school.end() != party.start():
        return None
    verb = INNER_VERB.match(plain[name.start : school.start()])
    start = name.start + verb.end() if verb else name.start
    return Name(start, school.end(), max(start, name.core), "Facility")


def _behind_places(text: _Text, places: Sequence[tuple[int, int, bool]]) -> Iterator[Name]:
    """尺牍镇牧区水厂, 三建乡中心小学; with 的 between, the thing alone: 柯曲镇的上海路."""
    opened = {start for start, _, _ in places}
    for start, end, low in places:
        if end in opened:
            continue  # the next place of the address tells more
        apart = text.plain[end : end + 1] == "的"
        compound = _compound(text, end + apart)
        if compound is None:
            continue
        stop, head = compound
        words = text.plain[end + apart : stop]
        own, label = _own(words.removesuffix(head)), _words().heads[head]
        certain = len(own) >= 2 or (low and words in _words().built_alone)
        kind = low and len(words) >= len(head) + 2 and head not in _words().common
        farm = low and len(words) >= 3 and head[-1] in "场厂坊库"  # 鹿池村蛋鸡场
        made = (
            low and len(own) >= 3 and words.endswith(("厂", "坊", "车间")) and not text.plain.startswith(_PLANTS, stop)
        )
        certain = certain or kind or made or (not apart and (farm or words in _words().alone))
        low = low or (head in _STREETS and len(own) >= 2)  # 富蕴县的吉林大街
        if certain and (not apart or (low and label != "Organization")):
            yield Name(end + 1, stop, end + 1, label) if apart else Name(start, stop, end if not low else start, label)


def _built(text: _Text, verbs: Sequence[re.Match[str]]) -> Iterator[Name]:
    """援建的导管室, 办起牦牛绒编织车间: one thing, told from others by what it is for."""
    for verb in verbs:
        if _NO_BUILDING.search(text.plain[max(0, verb.start() - 4) : verb.start()]):
            continue
        at, enough = verb.end(), 2 if verb.group(2) else 3  # 建了420亩直供基地: the size tells it from others
        while (compound := _compound(text, at)) is not None:
            stop, head = compound
            words = text.plain[at:stop]
            least = 2 if _MADE_THERE.search(words) and _ONE_BUILT.search(verb.group()) else enough
            certain = len(_own(words.removesuffix(head))) >= least or words in _words().built_alone
            certain = certain or (len(head) > 1 and _ONE_GIVEN.search(verb.group()) is not None)
            alone = at == verb.end() and _words().heads[head] == "Facility" and _one_there(verb.group())
            alone = alone and head not in _OFFICES  # 建了劳务协作站: what it does is the county's doing
            certain = certain or (
                alone and len(words) >= len(head) + 2 and text.plain[stop : stop + 1] in tuple("，。；")
            )
            certain = certain or _NUMBERED.match(words) is not None
            counted = _COUNTED_BEHIND.match(text.plain, stop) and len(_own(words.removesuffix(head))) < 3
            if certain and not counted and _words().heads[head] != "Organization":
                yield Name(at, stop, at, _words().heads[head])
            if text.plain[stop : stop + 1] not in ("、", "和", "与", "及"):
                break
            at, enough = stop + 1, 3  # 修建烘干中心和气调库


def _one_there(verb: str) -> bool:
    """Whether the verb tells of one thing that stands: 援建了, 建起一座."""
    return _ONE_BUILT.search(verb) is not None or verb.endswith("了")


def _own(words: str) -> str:
    """What is left of the words before a head when those that only tell its kind are gone."""
    kinds = _words().kinds.match(words)
    return words[kinds.end() :] if kinds else words


def _compound(text: _Text, start: int) -> tuple[int, str] | None:
    """Where the compound that begins here ends, and its head: the longest that holds no word of a sentence."""
    best = None
    if _words().never_first.match(text.plain, start):
        return None
    after_de = text.plain[start - 1] == "的"  # 柯曲镇的上海路: a name may open with a division's
    for end in range(start + 2, min(len(text.plain), start + _REACH) + 1):
        if any(start + after_de <= at < end for at in text.words) or any(start < at < end for at in text.deeds):
            break
        head = _words().head.search(text.plain[start:end])
        if head and head in _words().signs and _everyday(text.plain[end - 2 : end]):
            head = None
        if head and (end in text.edges or head == "政府"):
            best = end, head
        if head and text.plain[end : end + 1] in ("和", "与", "及"):
            break  # 谢村镇卫生院和县人民医院
        if head == "政府":
            break
    return best


def _everyday(word: str) -> bool:
    """Whether a sign ends an everyday word: 现场, 校园."""
    return is_word(word) or word in _words().no_signs


def _in_marks(text: _Text, ends: set[int]) -> Iterator[Name]:
    """“如皋路”, “苏陕花椒城”, “同心”鞋材车间: a building or street, no figure of speech."""
    plain = text.plain
    for match in _QUOTED.finditer(plain):
        inside = match.group(1)
        speech = _SPEECH.search(plain[max(0, match.start() - 8) : match.start()])
        if speech or NUMBERED.match(inside) or _words().never.search(inside) or inside.endswith("工厂"):
            continue
        placed = bool(load().find(inside) or PROVINCES.match(inside) or _behind(plain, match.start(), ends)) or (
            is_coined(inside[:2]) and _LISTED.search(plain[: match.start()]) is not None
        )
        head = _QUOTED_HEADS.search(inside) or (_PLACED_HEADS.search(inside) if placed else None)
        if head is not None and not _words().kinds.fullmatch(inside[: head.start()]):
            label = "Workshop" if inside.endswith(("坊", "车间")) else "Facility"
            yield Name(match.start(1), match.end(1), match.start(1), label, True)
        elif (
            (behind := _compound(text, match.end())) is not None
            and behind[0] - match.end() <= 7
            and inside + plain[match.end() : behind[0]] not in names().never
        ):
            yield Name(match.start(), behind[0], match.start(), _words().heads[behind[1]], True)


def _behind(plain: str, start: int, ends: set[int]) -> bool:
    """Whether the marks stand behind a place and 的: 平木镇的“花椒城”."""
    return plain[start - 1 : start] == "的" and start - 1 in ends
