"""The figures of an article: where they stand and the words around them, made plain for the frames."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from graph.numerals import Quantity, quantities, read
from loaders.measure_frames import LETTERS, cue, frames, patterns_of
from loaders.values import PARAGRAPH, Mention, Reading, Sentence

_CLAUSE_END = re.compile("[，；：。！？]")
_ONLY_LINKS = re.compile(
    "(?:起初|最初|一开始|刚开始|目前|如今|现在|眼下|截至|一共|总共|合计|共计|共|只|仅|才|就|已经?|有|达到?|约|近|是|为|多达|来了|到了"
    "|前年|去年|今年|上年|当年|这几年|R?(?:已经?|先后|累计|陆续)?(?:办起|办了|建起|建成|建了|开了|开起|设立)了?|[一二两三四五六七八九十0-9]{1,3}年(?:下来|来|里|间)|(?:19|20)[0-9]{2}年(?:底|末|初)?)*"
)
_MARKS = re.compile(r"[“”‘’《》\s]")
_COUNT = re.compile(
    r"[”》]?(?:已?[达有]|共计?|约|近|超)*(?!1[个家所座处间](?!、[^，。；]{1,12}\d))[\d一二两三四五六七八九十百]+[多余]?[个家所座处间](?=[，。；、（]|$)"
)
_MANY = re.compile("(?<![第0-9])(?!1[个家座处所间]$)[0-9]+[多余]?[个家座处所间]$")  # 采购单位是123个机关食堂
_LABEL = re.compile("[.．、)）]|版")  # the number of an item or a page
_KIND = re.compile("(?:商会|协会|基金会|慈善会|校友会|联合会|红十字会|工作组|工作队|医疗队|支教队|支教团|专家组)$")
_REMARK = re.compile(r"（[^（）#〇]{0,14}）")
_BARE_SUM = 10_000
_LABELLED = re.compile(
    "[：:]\\s*$"
)  # 培训干部：612人次 就业：3275人: each number is that of the words before its colon
_NEXT_LABEL = re.compile("[\\s　]*[一-鿿]{2,14}[：:]")


@dataclass(frozen=True, slots=True)
class Figure:
    """A quantity in a sentence. Positions count characters of the block; `words` is the sentence, made plain.

    In `words` the figure is #, other figures are 〇 with their unit, named entities are one capital each.
    """

    quantity: Quantity
    sentence: int
    clause: int
    start: int
    end: int
    words: str
    since: int  # where the words begin that are its own: after the figure before it, or where its clause begins

    @property
    def clause_words(self) -> str:
        """The part of `words` that is its clause."""
        before, after = self.words.split("#", 1)
        return _CLAUSE_END.split(before)[-1] + "#" + _CLAUSE_END.split(after)[0]

    @property
    def scopes(self) -> tuple[str, ...]:
        """Where the frames look, one after the other: the clause, the clause after its heading (…：), the sentence."""
        head, colon, _ = self.words[: self.words.index("#")].rpartition("：")
        bare = self._with_topic()
        if not colon or self.clause_words.startswith("："):
            return self.clause_words, *bare, self.words
        return self.clause_words, *bare, _CLAUSE_END.split(head)[-1] + self.clause_words, self.words

    def _with_topic(self) -> tuple[str, ...]:
        """A clause that says nothing but its number, with what the clauses before it are about: 甲社区是大点，1200户."""
        before, after = self.clause_words.split("#", 1)
        if after or not _ONLY_LINKS.fullmatch(before):
            return ()
        clauses = re.split("[；：。！？]", self.words[: self.words.index("#")])[-1].split("，")[:-1]
        topic: list[str] = []
        for clause in reversed(clauses[-2:]):
            if "〇" in clause:
                break
            topic.insert(0, clause)
        told = "".join(topic)
        return (told + self.clause_words, told + "#") if topic else ()


def figures(reading: Reading) -> Iterator[Figure]:
    """The figures of the paragraphs, in order; those inside a name (十八洞村) are none."""
    for number, sentence in enumerate(reading.sentences):
        if reading.blocks[sentence.block].kind != PARAGRAPH:
            continue
        yield from _in_sentence(reading, number, sentence)


def named_in(reading: Reading, sentence: Sentence) -> list[Mention]:
    """The mentions of a sentence without mere nouns: 帮扶车间 alone counts as a word, not as the name of a workshop."""
    nouns = _nouns()
    found = reading.within(sentence.block, sentence.start, sentence.end)
    found = [m for m in found if m.entity.name not in nouns and not _kinds().fullmatch(m.entity.name)]
    return [m for m in found if not _is_counted(reading, m)]


@cache
def _kinds() -> re.Pattern[str]:
    """What only says of what kind a building is: 冷库, 玻璃温室, 蘑菇大棚."""
    return re.compile(f"{cue('kinds')}*{cue('kind_nouns')}")


@cache
def _nouns() -> frozenset[str]:
    """The nouns for kinds of things."""
    common: dict[str, list[str]] = frames().settings["words"]
    return frozenset(noun for kind in ("workshop", "park", "site", "firm", "building") for noun in common[kind])


def _is_counted(reading: Reading, mention: Mention) -> bool:
    """Whether the words only name a kind of thing, of which several are counted: 建成示范村9个."""
    plain = reading.blocks[mention.block].text.plain
    if mention.entity.code is not None or mention.step is not None:
        return False
    if not (_COUNT.match(plain, mention.end) or _MANY.search(plain, max(0, mention.start - 8), mention.start)):
        return False
    return not any(m.entity.id == mention.entity.id and m is not mention for m in reading.mentions)


def _in_sentence(reading: Reading, number: int, sentence: Sentence) -> Iterator[Figure]:
    plain = reading.plain(sentence.block, sentence.start, sentence.end)
    mentions = named_in(reading, sentence)
    offset = sentence.start
    found = [_without_verb(plain, q) for q in quantities(plain) if not _inside(q, mentions, offset)]
    found = [_with_yuan(plain, q) for q in found if q.unit or not _LABEL.match(plain, q.end)]
    for index, quantity in enumerate(found):
        start, end = quantity.start + offset, quantity.end + offset
        clause = next((i for i, (a, b) in enumerate(sentence.clauses) if a <= start < b), None)
        if clause is None:
            continue
        since = max(sentence.clauses[clause][0], found[index - 1].end + offset if index else 0)
        yield Figure(quantity, number, clause, start, end, _words(plain, offset, mentions, found, index), since)


def _without_verb(plain: str, quantity: Quantity) -> Quantity:
    """The quantity without a first 约 that ends the verb before it (签约18家), or a last 多半 that begins what follows."""
    if quantity.raw.endswith("人多半"):  # 招的2600人多半住在这里
        whole = read(quantity.raw[:-2])
        return replace(whole, start=quantity.start, end=quantity.end - 2) if whole else quantity
    if not (quantity.raw.startswith("约") and plain[: quantity.start].endswith(("签", "履"))):
        return quantity
    return replace(quantity, start=quantity.start + 1, raw=quantity.raw[1:], modifier=None)


def _with_yuan(plain: str, quantity: Quantity) -> Quantity:
    """The quantity as a sum of money where only the words around it say so: 投了三千万，建起厂房."""
    if quantity.unit or quantity.value < _BARE_SUM or quantity.raw[-1] not in "万亿多余":
        return quantity
    before = _CLAUSE_END.split(plain[: quantity.start])[-1]
    if not (_sum_words()[0].search(before) and _sum_words()[1].match(plain, quantity.end)):
        return quantity
    return replace(quantity, unit="元")


@cache
def _sum_words() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What stands before and after a sum of which the unit is left out."""
    words: dict[str, list[str]] = frames().settings["bare_sum"]
    return patterns_of(words["before"]), patterns_of(words["after"])


def _inside(quantity: Quantity, mentions: list[Mention], offset: int) -> bool:
    return any(m.start < quantity.end + offset and quantity.start + offset < m.end for m in mentions if not m.step)


def _words(plain: str, offset: int, mentions: list[Mention], found: list[Quantity], focus: int) -> str:
    """The sentence with names, figures and remarks replaced, as the frames want it."""
    pieces = [(m.start - offset, m.end - offset, _letter(m)) for m in mentions if not m.step]
    time = frames().settings["units"]["time"]
    shown = [(i, q) for i, q in enumerate(found) if i == focus or q.unit not in time]
    pieces += [(q.start, q.end, _sign(q, i == focus) + _close(plain, q)) for i, q in shown]
    made, position = [], 0
    for start, end, sign in sorted(pieces):
        made.append(plain[position:start].lower().replace("#", "").replace("〇", ""))
        made.append(sign)
        position = max(position, end)
    made.append(plain[position:].lower().replace("#", "").replace("〇", ""))
    return _REMARK.sub("", _MARKS.sub("", "".join(made)))


def _letter(mention: Mention) -> str:
    """The capital for a name; a team or society keeps the noun that says what it is."""
    kind = _KIND.search(mention.entity.name) if mention.label == "Organization" else None
    return LETTERS.get(mention.label, "O") + (kind.group() if kind else "")


def _close(plain: str, quantity: Quantity) -> str:
    """The end of a clause where an item of a list ends without a mark."""
    listed = "：" in plain and _LABELLED.search(plain, 0, quantity.start) and _NEXT_LABEL.match(plain, quantity.end)
    return "；" if listed else ""


def _sign(quantity: Quantity, focus: bool) -> str:
    _, slash, per = quantity.raw.partition("/")
    return ("#" if focus else "〇" + quantity.unit) + slash + per[:1]
