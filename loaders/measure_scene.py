"""Who takes part in each sentence of an article, and in which part: what the search for a figure's subject walks over."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from itertools import pairwise

from graph.model import Entity, Step
from loaders.gazetteer import significant
from loaders.measure_frames import frames
from loaders.pairs import find_pairs
from loaders.topics import Topics
from loaders.values import CAPTION, Mention, Reading, Sentence

FREE, MODIFIER, OBLIQUE = range(3)
_MARKS = "“”‘’《》"
_TO = re.compile(r"^[^，。；]{0,8}[向给为]$")
_GIVES = re.compile(r"[^，。；]{0,3}(?:投入|捐|拨|支援|提供|选派|派|安排)")
_THINGS = (
    "Company",
    "Park",
    "Workshop",
    "Facility",
    "RelocationSite",
)  # what "…是X" presents; a division is a predicate
_AND = re.compile(r"[”’》]?(?:、|和|与|及|以及|，|同)[“‘《]?")
_ORIGIN = re.compile(r"(?:派?来的|籍|人(?![民大]))")
_PREDICATE = re.compile(r"是[^，。]{0,8}$")


@dataclass(frozen=True, slots=True)
class Actor:
    """A mention in its sentence. `case`: FREE (subject-like), MODIFIER (of a name or a holder of a post) or OBLIQUE.

    `entity` is the mention's, or the division that an office is named after. `built`, `introduced`: the clause brings it
    into the story; `beneficiary`: words such as 向 or 给 lead to it; `agent`: it acts in a passive (由…出资).
    """

    mention: Mention
    entity: Entity
    sentence: int
    clause: int
    case: int
    built: bool = False
    introduced: bool = False
    beneficiary: bool = False
    agent: bool = False
    listed: bool = False  # one of several names of its kind side by side
    head: int = 0  # where the chain of names that it ends begins (广西忻城县: at 广西)
    outer: bool = False  # only says where the place named right after it lies

    @property
    def label(self) -> str:
        return self.entity.label


@dataclass(slots=True)
class Scene:
    """The actors of an article by sentence, with what the figures before have been about."""

    reading: Reading
    topics: Topics
    actors: list[list[Actor]]
    helpers: frozenset[str] = frozenset()  # the digits that the codes of helping divisions begin with
    nameless: dict[int, list[tuple[int, tuple[str, ...]]]] = field(default_factory=dict)  # stand-ins without a name
    subjects: dict[tuple[int, int], list[Entity]] = field(default_factory=dict)  # by sentence and clause

    def is_helper(self, entity: Entity) -> bool:
        """Whether the region, or one that contains it, is on the helping side only."""
        if entity.label != "Region" or self.topics.is_helped(entity):
            return False
        code = entity.code or ""
        return self.topics.is_helper(entity) or any(code.startswith(stem) for stem in self.helpers if len(stem) > 2)

    def remember(self, sentence: int, clause: int, entity: Entity) -> None:
        """Note what a figure is about; the figures that follow may be about it too."""
        self.subjects.setdefault((sentence, clause), []).append(entity)


def scene(reading: Reading) -> Scene:
    """The actors of the article, words such as 园区 and 全县 led to what they stand for."""
    topics = Topics(reading)
    find_pairs(reading, topics)
    topics.pairs |= _stated_pairs(reading)
    helping = {m.entity for m in reading.mentions if topics.is_helper(m.entity) and not topics.is_helped(m.entity)}
    rows: list[list[Actor]] = []
    made = Scene(reading, topics, rows, frozenset(significant(e.code) for e in helping if e.code))
    for number, sentence in enumerate(reading.sentences):
        if reading.blocks[sentence.block].kind == CAPTION:
            rows.append([])
            continue
        mentions = reading.within(sentence.block, sentence.start, sentence.end)
        unknown = _unresolved(reading, sentence, mentions)
        if unknown:
            made.nameless[number] = unknown
        stand_ins = [m for m in _anaphors(made, sentence) if not any(_overlap(m, other) for other in mentions)]
        rows.append(list(_actors(reading, number, sentence, sorted([*mentions, *stand_ins], key=lambda m: m.start))))
    return made


def _stated_pairs(reading: Reading) -> set[tuple[str, str]]:
    """Ids of helper and helped where the words between two divisions say so: 甲区对口帮扶乙县, 甲区向乙县投入."""
    found: set[tuple[str, str]] = set()
    regions = [m for m in reading.mentions if m.label == "Region"]
    for first, second in pairwise(regions):
        if first.block != second.block or first.entity.id == second.entity.id:
            continue
        plain = reading.blocks[first.block].text.plain
        between, after = plain[first.end : second.start], plain[second.end : second.end + 8]
        if _patterns()["helps"].fullmatch(between) or (_TO.search(between) and _GIVES.match(after)):
            found.add((first.entity.id, second.entity.id))
    return found - {(b, a) for a, b in found}


def _unresolved(reading: Reading, sentence: Sentence, mentions: list[Mention]) -> list[tuple[int, tuple[str, ...]]]:
    """Where a body is named that is no mention, as far as the tagger tells: no figure after it belongs to another."""
    if sentence.block >= len(reading.tokens):
        return []
    return [
        (token.start, ("Company", "Facility", "Organization", "Workshop", "Park"))
        for token in reading.tokens[sentence.block]
        if token.tag == "ORG"
        and sentence.start <= token.start < sentence.end
        and not any(m.start < token.end and token.start < m.end for m in mentions)
        and token.start in [start for start, _ in sentence.clauses]
    ]


def _overlap(a: Mention, b: Mention) -> bool:
    return a.start < b.end and b.start < a.end


def _actors(reading: Reading, number: int, sentence: Sentence, mentions: list[Mention]) -> Iterator[Actor]:
    plain = reading.blocks[sentence.block].text.plain
    for index, mention in enumerate(mentions):
        clause = next((i for i, (a, b) in enumerate(sentence.clauses) if a <= mention.start < b), 0)
        start, end = sentence.clauses[clause] if sentence.clauses else (sentence.start, sentence.end)
        head = index
        while head and _belongs(plain[mentions[head - 1].end : mentions[head].start]):
            head -= 1
        before = plain[start : mentions[head].start].rstrip(_MARKS)
        after = plain[mention.end : end].lstrip(_MARKS)
        follower = mentions[index + 1] if index + 1 < len(mentions) else None
        touches = follower is not None and _belongs(plain[mention.end : follower.start])
        holder = _patterns()["holder_after"].match(after) is not None
        agent = bool(_patterns()["agent_before"].search(before) and _agent_after(after, before))
        built = not touches and _patterns()["built_before"].search(before) is not None
        introduced = not touches and _patterns()["introduced_before"].search(before) is not None
        if mention.label == "Programme":  # a course or plan that is set up or brought in is a means, not the actor
            built, introduced, means = False, False, built or introduced
        else:
            means = False
        introduced = introduced or (before.endswith("是") and not after and mention.label in _THINGS)
        predicate = not built and not introduced and _PREDICATE.search(before) is not None
        aside = _patterns()["aside_before"].search(plain[start : mention.start].rstrip(_MARKS)) is not None
        origin = mention.label == "Region" and _ORIGIN.match(after) is not None
        oblique = agent or origin or means or predicate or aside or _patterns()["oblique_before"].search(before) is not None
        case = OBLIQUE if oblique else MODIFIER if touches or holder else FREE
        beneficiary = _patterns()["for_before"].search(before) is not None
        listed = (
            after.startswith("、")
            or plain[: mention.start].rstrip(_MARKS).endswith("、")
            or any(
                other.label == mention.label
                and _AND.fullmatch(plain[min(mention.end, other.end) : max(mention.start, other.start)])
                for other in mentions[max(0, index - 1) : index + 2]
                if other is not mention
            )
        )
        outer = (
            follower is not None
            and {mention.label, follower.label} <= {"Region", "RelocationSite"}
            and not plain[mention.end : follower.start].strip(_MARKS)
        )
        yield Actor(
            mention,
            mention.entity,
            number,
            clause,
            case,
            built,
            introduced,
            beneficiary,
            agent,
            listed,
            mentions[head].start,
            outer,
        )
        if mention.prefix is not None and mention.label != "Region":
            yield Actor(mention, mention.prefix, number, clause, max(case, MODIFIER))


def _belongs(between: str) -> bool:
    """Whether the words between two names make the first a part of the second's description."""
    return _patterns()["apposition"].fullmatch(between.strip(_MARKS)) is not None


def _agent_after(after: str, before: str) -> bool:
    return before.endswith(("由", "被", "经")) or _patterns()["agent_after"].match(after) is not None


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    cases = frames().settings["cases"]
    words = {
        name: "|".join(sorted(map(re.escape, members), key=lambda w: (-len(w), w))) for name, members in cases.items()
    }
    between = f"(?:{words['between']})*"
    return {
        "oblique_before": re.compile(f"(?:{words['oblique_before']})$"),
        "aside_before": re.compile(f"(?:{words['aside_before']})$"),
        "agent_before": re.compile(f"(?:{words['agent_before']})$"),
        "agent_after": re.compile(f"(?:{words['agent_after']})"),
        "built_before": re.compile(f"(?:{words['built_before']}){between}[\u4e00-\u9fff0-9]{{0,6}}$"),
        "introduced_before": re.compile(f"(?:{words['introduced_before']}){between}$"),
        "holder_after": re.compile(f"的?[\u4e00-\u9fff]{{0,6}}?(?:{words['holder_after']})"),
        "helps": re.compile(f"[^，。；、和与]{{0,8}}(?:{'|'.join(frames().settings['helps'])})[了着]?"),
        "apposition": re.compile(f"(?:{words['apposition']})?"),
        "for_before": re.compile(f"(?:{words['for_before']})$"),
    }


_LEAD_IN = r"(?:^|[，；：。“]|说|介绍|显示|来自|目前|眼下|如今|现在|今年|去年|以来|同时|已|月|年|底|后|里|给|在|让|把|使|为|据|对|由|从|了|将)"


@cache
def _stand_ins() -> list[tuple[re.Pattern[str], tuple[str, ...], str]]:
    """Patterns of words that stand for something named before, with the labels or the name ending it must have."""
    settings = frames().settings
    by_word: dict[str, list[str]] = {}
    for label, words in settings["anaphors"].items():
        for word in words:
            by_word.setdefault(word, []).append(label)
    made = [(re.compile(f"{_LEAD_IN}({re.escape(w)})"), tuple(labels), "") for w, labels in by_word.items()]
    made += [
        (re.compile(f"(?:^|[，；：。“])({re.escape(w)})"), tuple(labels), "")
        for w, labels in settings["pronouns"].items()
    ]
    this = "|".join(settings["this_one"]["words"])
    for noun, label in settings["this_one"]["nouns"].items():
        made.append((re.compile(f"(?:{this})[^，。；：]{{0,20}}?({noun})"), (label,), ""))
    for ending, words in settings["region_anaphors"].items():
        made += [(re.compile(f"()({re.escape(w)})(?![级委])"), ("Region",), ending) for w in words if len(w) > 1]
    return made


def _anaphors(made: Scene, sentence: Sentence) -> Iterator[Mention]:
    """The words of a sentence that stand for a thing or division under discussion."""
    plain = made.reading.blocks[sentence.block].text.plain
    taken: list[tuple[int, int]] = []
    found: list[tuple[int, int, int, tuple[str, ...], str]] = []
    for pattern, labels, ending in _stand_ins():
        for match in pattern.finditer(plain, max(0, sentence.start - 1), sentence.end):
            start, end = match.span(match.re.groups)
            if start >= sentence.start:
                found.append((start, end, match.start(), labels, ending))
    for start, end, first, labels, ending in sorted(found, key=lambda f: (f[0], -f[1])):
        if any(a < end and start < b for a, b in taken):
            continue
        source = _antecedent(made, sentence, (start, end), labels, ending)
        taken.append((start, end))
        if source is None:
            if {start, first} & {begin for begin, _ in sentence.clauses}:
                made.nameless.setdefault(len(made.actors), []).append((start, labels))
            continue
        word = plain[start:end]
        where = (source.block, source.start, source.end)
        step = Step("subject", "topic", word, source.entity.name)
        yield Mention(sentence.block, start, end, word, source.entity, step, source.antecedent or where)


def _antecedent(
    made: Scene, sentence: Sentence, word: tuple[int, int], labels: tuple[str, ...], ending: str
) -> Mention | None:
    """The mention that a stand-in means: the most prominent fitting one of the nearest sentence that has any."""
    start, end = word
    earlier = [m for m in made.reading.within(sentence.block, sentence.start, start)]
    rows: list[list[Actor]] = []
    number = len(made.actors)
    rows.append(list(_actors(made.reading, number, sentence, earlier)))
    rows += reversed(made.actors)
    candidates = [
        [a for a in row if a.label in labels and a.entity is a.mention.entity and _ends(made, a, ending) and not a.listed]
        for row in rows[:14]
    ]
    noun = made.reading.plain(sentence.block, start, end)
    for prominent in (True, False):
        for index, row in enumerate(candidates[:6] if prominent else candidates):
            fitting = [a for a in row if _same_kind(a, noun) and (a.case != OBLIQUE or a.built or a.introduced or not prominent)]
            if fitting:
                return min(
                    fitting,
                    key=lambda a: (
                        0 if index else -a.clause,
                        not (a.built or a.introduced),
                        a.case,
                        -a.mention.start,
                    ),
                ).mention
    return None


_NOUNS = ("中心", "医院", "商会", "协会", "基金会", "合作社", "农场", "基地", "工作队", "工作组", "工作室", "学校")


def _same_kind(actor: Actor, word: str) -> bool:
    """Whether the name has the noun that stands for it: 中心 can only mean what is called a 中心."""
    noun = next((n for n in _NOUNS if n in word), None)
    if noun is None or (noun == "基地" and actor.label == "Park"):
        return True
    if noun == "学校":
        return any(actor.entity.name.endswith(end) for end in ("学校", "中学", "小学", "学院", "大学", "幼儿园"))
    return any(noun in name for name in actor.entity.names)


def _ends(made: Scene, actor: Actor, ending: str) -> bool:
    if not ending:
        return True
    return actor.entity.name.endswith(ending) and not made.is_helper(actor.entity)
