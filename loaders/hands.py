"""Workers told in a scene of their own: “一个月能拿四千。”搬迁户丙说, two paragraphs after the firm that pays her.

Frames read a person and a workplace in one sentence, or words that plainly mean a worker of the firm under discussion.
Here the scene is weighed: nobody with a post or a sending, who is what the sentence is about or is quoted in it, and of
whom wages or work in a shop are told. The workplace is the one that the paragraph, or the one before, spoke of last.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields
from functools import cache

from loaders.employers import employer_before, works_here
from loaders.frames import NEGATED, PLANNED
from loaders.lexicon import alternatives
from loaders.proposals import Proposal, antecedent_span, clause_span
from loaders.topics import Found, Topics
from loaders.values import CAPTION, Mention, Reading, Sentence

_PERSONAL = frozenset({"WORKS_AT", "HAS_ROLE", "FOUNDED", "SECONDED_TO", "SECONDED_FROM"})
_ACTED_ON = re.compile(r"(?:把|将|向|给|对|跟|让|请|陪|替|帮|找|问|和|与|同|像|被|为|叫|由)[^，。；：“”]{0,10}$")
_SAYS = re.compile(r"[^，。；：“”]{0,8}?(?:说|道|告诉|介绍|笑|算|坦言|感慨|高兴|开心|满意)")
_HER_PLACE = re.compile(
    r"[她他](?:如今|现在|眼下|目前)?(?:上班|工作|打工|务工|就业|干活|做工)的(?:地方|厂子?|工厂|车间|工坊|公司|企业|单位|合作社|这?家?店)，?(?:就|便|正)?(?:叫作?|名叫|是|在)"
)
_MONEY = re.compile(r"[\d一二两三四五六七八九十百千万几多]+[^，。；]{0,4}(?:元|块|千|百)")
_AMONG = re.compile("(?:是|在)其中(?:的)?(?:之一|一[员名个位]|的?一分子)?")
_NEW_SCENE = 60  # characters of the next sentence that may go on about the person


@dataclass(frozen=True, slots=True)
class _Words:
    work: re.Pattern[str]
    pay: re.Pattern[str]
    paid: re.Pattern[str]
    barred: re.Pattern[str]
    elsewhere: re.Pattern[str]


@cache
def _words() -> _Words:
    lists = alternatives("hands.yaml")
    return _Words(*(re.compile(lists[field.name]) for field in fields(_Words)))


def find_hands(reading: Reading, topics: Topics, known: Sequence[Proposal]) -> Iterator[Proposal]:
    """WORKS_AT of every person whose scene tells a worker, at the workplace under discussion."""
    told = {p.subject.id for p in known if p.relation in _PERSONAL}
    told |= {p.object.id for p in known if p.relation in _PERSONAL}
    for sentence in reading.sentences:
        if reading.blocks[sentence.block].kind == CAPTION:
            continue
        for person in _of_whom(reading, sentence):
            if person.entity.id in told or _of_another_life(reading, person):
                continue
            scene = _scene(reading, sentence, person)
            place = _workplace(reading, topics, sentence, person) if is_worker(scene) else None
            if place is None:
                continue
            told.add(person.entity.id)
            spans = (clause_span(sentence, sentence.start, sentence.end), antecedent_span(reading, place.where))
            yield Proposal("WORKS_AT", person.entity, place.entity, spans, (place.step("object"),))


def is_worker(scene: str) -> bool:
    """Whether the words of a scene tell of somebody who works for wages, and of no other life."""
    words = _words()
    if words.barred.search(scene) or NEGATED.search(scene) or PLANNED.search(scene):
        return False
    clauses = [c for c in re.split(r"[，。；：！？“”]", scene) if c and not words.elsewhere.search(c)]
    if any(words.work.search(clause) for clause in clauses):
        return True
    return any(words.pay.search(c) and words.paid.search(c) and _MONEY.search(c) for c in clauses)


def _of_another_life(reading: Reading, person: Mention) -> bool:
    """Whether the words before the name, anywhere in the article, give the person a post or a trade of his own."""
    return any(
        _words().barred.search(re.split(r"[，。；：！？“”]", reading.plain(m.block, max(0, m.start - 8), m.start))[-1])
        for m in reading.mentions
        if m.entity.id == person.entity.id
    )


def _of_whom(reading: Reading, sentence: Sentence) -> list[Mention]:
    """The one person whom the sentence is about or who speaks in it; none where there are several."""
    persons = [m for m in reading.within(sentence.block, sentence.start, sentence.end) if m.label == "Person"]
    if len({m.entity.id for m in persons}) != 1:
        return []
    one = persons[0]
    before = reading.plain(one.block, sentence.start, one.start)
    clause = re.split(r"[，。；：！？“”]", before)[-1]
    return [] if _ACTED_ON.search(clause) or before.count("“") > before.count("”") else [one]


def _scene(reading: Reading, sentence: Sentence, person: Mention) -> str:
    """What the article tells of the person: the sentence, the words quoted before, and the start of what follows."""
    plain = reading.blocks[sentence.block].text.plain
    start = sentence.start
    lead = plain[start : person.start]
    if _SAYS.match(plain, person.end) and "“" not in lead and "”" in plain[max(0, start - 1) : person.start]:
        start = max(plain.rfind("“", 0, person.start), 0)
    if _AMONG.search(plain, person.end, sentence.end):  # 丙就是其中之一: of whom, the sentence before says
        before = [s for s in reading.sentences if (s.block, s.end) <= (sentence.block, sentence.start)]
        text = reading.plain(before[-1].block, before[-1].start, before[-1].end) if before else ""
        return text + plain[start : sentence.end]
    after = plain[sentence.end : sentence.end + _NEW_SCENE].split("。")[0]
    others = [m for m in reading.within(sentence.block, sentence.end, sentence.end + len(after)) if _acts(m)]
    return plain[start : sentence.end] + ("" if others else after)


def _acts(mention: Mention) -> bool:
    return mention.label in ("Person", "Company", "Organization", "Region", "Park")


def _workplace(reading: Reading, topics: Topics, sentence: Sentence, person: Mention) -> Found | None:
    """The firm or workshop spoken of last; nothing where the sentence itself names one that the frames did not take."""
    inside = reading.within(sentence.block, sentence.start, sentence.end)
    named = [m for m in inside if m.label in ("Company", "Workshop", "Park", "Facility", "Organization")]
    if len({m.entity.id for m in named}) > 1 or any(not works_here(topics, m) for m in named):
        return None
    if named:
        one = named[0]
        return Found(one.entity, one) if one.label in ("Company", "Workshop") and one.start < person.start else None
    return _told_next(reading, topics, sentence) or employer_before(topics, (sentence.block, sentence.start))


def _told_next(reading: Reading, topics: Topics, sentence: Sentence) -> Found | None:
    """The workplace that the words right after the scene name: 她上班的地方，是乙车间."""
    ahead = next((s for s in reading.sentences if (s.block, s.start) >= (sentence.block, sentence.end)), None)
    if ahead is None or ahead.block > sentence.block + 1:
        return None
    hit = _HER_PLACE.match(reading.blocks[ahead.block].text.plain, ahead.start, ahead.end)
    for mention in reading.within(ahead.block, hit.end(), ahead.end) if hit else ():
        if mention.label in ("Company", "Workshop", "Facility", "Park") and works_here(topics, mention):
            return Found(mention.entity, mention)
    return None
