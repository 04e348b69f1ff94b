"""他, 她, 公司, 社区 ...: words that stand for a person, firm or place named before, made mentions with a recorded step."""

from __future__ import annotations

import re
from bisect import insort
from collections.abc import Iterator
from dataclasses import replace

from graph.model import Step
from loaders.bodies import nearest_local
from loaders.lexicon import any_of, read_yaml
from loaders.topics import Found, Topics
from loaders.values import CAPTION, Mention, Reading, Sentence

_PRONOUN = re.compile(r"(?<![其吉排像如比叫])[他她](?![们人乡国日山处])")
_THIS = re.compile(
    r"这位(?=[一-鿿]{0,14}?(?:医生|大夫|老师|教师|干部|书记|县长|局长|主任|院长|校长|队长|组长|专家|青年|姑娘|小伙子?|汉子|老板"
    r"|女子|男子|老人|女人)[，是说在来把用也还却从到一曾])"
)
_KINDS: dict[str, str] = {word: label for label, words in read_yaml("titles.yaml")["bare"].items() for word in words}
_BARE = re.compile(
    r"(?:(?<=[，。；：、！？“”（—\s在到进去从由给对和任为是叫把该本家入离回与了他她们我咱])|^)"
    r"(?:该|本|这家|这个|那家)?(" + any_of(_KINDS) + r")(?=[^员工人业家们化里长房商址区矿]|里的?|$)"
)


def with_referents(reading: Reading, topics: Topics) -> Reading:
    """The reading with mentions for pronouns and bare nouns whose meaning is clear; others stay words."""
    mentions = list(reading.mentions)
    for sentence in reading.sentences:
        if reading.blocks[sentence.block].kind == CAPTION:
            continue
        for mention in (*_pronouns(reading, sentence), *_nouns(reading, topics, sentence)):
            if not any(m.start < mention.end and mention.start < m.end for m in _near(reading, sentence)):
                insort(mentions, mention, key=lambda m: (m.block, m.start))
    return replace(reading, mentions=mentions)


def _near(reading: Reading, sentence: Sentence) -> list[Mention]:
    return reading.within(sentence.block, sentence.start, sentence.end)


def _pronouns(reading: Reading, sentence: Sentence) -> Iterator[Mention]:
    text = reading.plain(sentence.block, sentence.start, sentence.end)
    for match in sorted((*_PRONOUN.finditer(text), *_THIS.finditer(text)), key=lambda m: m.start()):
        at = sentence.start + match.start()
        if text.count("“", 0, match.start()) > text.count("”", 0, match.start()):
            continue  # whom a speaker means by 他 is not the one who speaks
        who = person_in_focus(reading, sentence, at)
        if who is not None:
            step = Step("", "pronoun", match.group(), who.entity.name)
            end = sentence.start + match.end()
            yield Mention(sentence.block, at, end, match.group(), who.entity, step, (who.block, who.start, who.end))


def person_in_focus(reading: Reading, sentence: Sentence, at: int) -> Mention | None:
    """The person spoken of at a point: the subject of the sentence so far, else of the sentences before it."""
    here = [m for m in reading.within(sentence.block, sentence.start, at) if m.label == "Person"]
    leading = [m for m in here if _leads(reading, m)]
    if here:
        return leading[0] if len({m.entity.id for m in leading}) == 1 else None
    index = reading.sentences.index(sentence)
    for before in reversed(reading.sentences[max(0, index - 4) : index]):
        if before.block < sentence.block - 1:
            return None
        persons = [m for m in _near(reading, before) if m.label == "Person"]
        leading = [m for m in persons if _leads(reading, m)]
        if leading:
            return leading[0] if len({m.entity.id for m in leading}) == 1 else None
        if persons:
            break
    around = [m for m in reading.mentions if m.label == "Person" and m.block == sentence.block and m.start < at]
    return around[-1] if len({m.entity.id for m in around}) == 1 else None


def _leads(reading: Reading, mention: Mention) -> bool:
    """Whether the person is what the clause is about, not somebody met, helped, thanked or quoted in it."""
    plain = reading.blocks[mention.block].text.plain
    if plain.count("“", 0, mention.start) > plain.count("”", 0, mention.start):
        return False
    before = reading.plain(mention.block, max(0, mention.start - 14), mention.start)
    clause = re.split(r"[，。；：！？“”]", before)[-1]
    return not re.search(r"(?:把|将|向|给|对|跟|让|请|陪|替|帮|找|问|和|与|同|喊|劝|像|被)[^，。；：]{0,10}$", clause)


def _nouns(reading: Reading, topics: Topics, sentence: Sentence) -> Iterator[Mention]:
    text = reading.plain(sentence.block, sentence.start, sentence.end)
    for match in _BARE.finditer(text):
        at = sentence.start + match.start()
        found = _meant(topics, match.group(1), sentence.block, at)
        if found is None:
            continue
        step = Step("", "topic", match.group(), found.entity.name)
        where = found.where
        yield Mention(
            sentence.block,
            at,
            sentence.start + match.end(),
            match.group(),
            found.entity,
            step,
            (where.block, where.start, where.end),
        )


def _meant(topics: Topics, word: str, block: int, at: int) -> Found | None:
    """What the bare noun stands for: the thing of its kind named last, at most two paragraphs back."""
    label = _KINDS[word]
    if label == "RelocationSite":
        return topics.site(block, at)
    if label in ("Facility", "Organization", "Park"):
        core = re.sub("^[该本]", "", word)
        kinds = ("Facility", "Organization", "Park")
        return nearest_local(topics, block, at, lambda m: m.label in kinds and _ends(m, core), False, 3)
    labels = ("Workshop", "Company") if label == "Workshop" else (label,)
    return nearest_local(topics, block, at, lambda m: m.label in labels and _can_be(m, word), True)


def _can_be(mention: Mention, word: str) -> bool:
    """Whether a firm can be called by the noun: a cooperative is no 集团, a company no 合作社."""
    names = mention.entity.names
    if "集团" in word:
        return any("集团" in n for n in names)
    if "合作社" in word:
        return any(n.endswith(("社", "联社")) for n in names)
    return "公司" not in word or not all(n.endswith("合作社") for n in names)


def _ends(mention: Mention, core: str) -> bool:
    """Whether a name ends like the bare noun: 广东南药航天育种基地 for 基地."""
    if core in ("园区", "园"):
        return mention.label == "Park"
    if core in ("学校", "校"):
        return bool(
            re.search(r"(?:中学|小学|学校|[一二三四五六七八九十]中|幼儿园|学院|职教中心)$", mention.entity.name)
        )
    if core == "局":
        return mention.entity.name.endswith("局")
    if core == "队":
        return mention.entity.name.endswith("队")
    if core in ("医院", "院"):
        return bool(re.search(r"(?:医院|中医院|卫生院)$", mention.entity.name))
    return mention.entity.name.endswith(core)
