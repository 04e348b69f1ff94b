"""他, 她, 公司, 社区 ...: words that stand for a person, firm or place named before, made mentions with a recorded step."""

from __future__ import annotations

import re
from bisect import insort
from collections.abc import Iterator, Sequence
from dataclasses import replace

from graph.model import Step
from loaders.chart import Chart, charts
from loaders.firms_named_later import firms_told_before
from loaders.nouns_meant import BARE, meant
from loaders.speakers import firms_of_speakers
from loaders.topics import Topics
from loaders.values import CAPTION, Mention, Reading, Sentence

_PRONOUN = re.compile(r"(?<![其吉排像如比叫])[他她](?![们人乡国日山处])")
_THIS = re.compile(  # 这位医生, 这名来自甲局的干部, 这位甲县人民医院骨科副主任医师
    r"(?<![把将给对向为让请和与跟被])这[位名](?=[^，。；：、“”（）说]{0,24}?(?:医生|医师|大夫|护士长?|老师|教师|干部|书记|县长|局长|主任|院长|校长|队长|组长|专家|技术员|农技员|工程师"
    r"|农艺师|畜牧师|研究员|教授|博士|园长|所长|站长|科长|处长|股长|副总|经理|厂长|董事长|理事长|会长|青年|姑娘|小伙子?|汉子|老板|女子|男子|老人|女人)[，是说在来把用也还却从到一曾]"
    r"|(?:挂职|援[疆藏青]|驻村|外来)?(?:常务)?副?(?:县长|区长|市长|州长|旗长|镇长|第一书记))"
)


def with_referents(reading: Reading, topics: Topics) -> Reading:
    """The reading with mentions for pronouns and bare nouns whose meaning is clear; others stay words."""
    mentions = list(reading.mentions)
    for sentence in reading.sentences:
        if reading.blocks[sentence.block].kind == CAPTION:
            continue
        for mention in (
            *_pronouns(reading, sentence),
            *_speakers(reading, sentence),
            *_nouns(reading, topics, sentence),
        ):
            if not any(m.start < mention.end and mention.start < m.end for m in _near(reading, sentence)):
                insort(mentions, mention, key=lambda m: (m.block, m.start))
    return replace(reading, mentions=mentions)


def _last_named(topics: Topics, noun: Mention) -> Mention:
    """该公司 is the firm named last, whichever side it comes from."""
    found = topics.before(noun.block, noun.start, lambda m: m.label == "Company", 1)
    if found is None or found.entity.id == noun.entity.id:
        return noun
    where = found.where
    step = Step("", "topic", noun.surface, found.entity.name)
    return replace(noun, entity=found.entity, step=step, antecedent=(where.block, where.start, where.end))


_VAGUE = frozenset({"企业", "集团", "厂", "中心", "校", "院", "队", "商会", "协会", "农场"})  # may mean any of them


def spoken_rows(reading: Reading, topics: Topics, known: Sequence[Chart]) -> list[Chart]:
    """The sentences of a reading with referents as rows, in which only nouns for firms, things and sites stand for them."""
    clear = [
        m if m.step is None or m.label != "Company" else _last_named(topics, m)
        for m in reading.mentions
        if m.step is None or (m.label != "Person" and m.surface not in _VAGUE)
    ]
    own = list(firms_of_speakers(reading))
    clear = [
        m for m in clear if m.step is None or not any(o.block == m.block and o.start <= m.start < o.end for o in own)
    ]
    told = [t for t in firms_told_before(reading) if not _overlapped(t, clear) and not _overlapped(t, own)]
    narrowed = replace(reading, mentions=sorted([*clear, *own, *told], key=lambda m: (m.block, m.start)))
    return charts(narrowed, known)


def _overlapped(mention: Mention, others: Sequence[Mention]) -> bool:
    return any(o.block == mention.block and o.start < mention.end and mention.start < o.end for o in others)


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


_I = re.compile("(?<![自你他她])我(?![们国县市区省州镇乡村家院校厂店公局社党军方地的爸妈])")
_SAYS = re.compile(
    "(?:[^，。；：“”]{0,6}(?:说|道|介绍|表示|告诉[^，。；：“”]{1,6}|坦言|回忆|感慨|笑言|解释|笑道|直言))(?:[：，]?“|[，：])$"
)


def _speakers(reading: Reading, sentence: Sentence) -> Iterator[Mention]:
    """我 in what a person says, where the words before the quotation name the speaker: 丙说：“我在甲公司上班。”"""
    text = reading.plain(sentence.block, sentence.start, sentence.end)
    opening = text.find("“")
    persons = [m for m in _near(reading, sentence) if m.label == "Person" and m.end <= sentence.start + opening]
    if opening < 0 or "我" not in text[opening:] or not persons:
        return
    who = persons[-1]
    if _SAYS.fullmatch(text, who.end - sentence.start, opening + 1) is None:
        return
    closing = text.find("”", opening)
    for match in _I.finditer(text, opening, closing if closing >= 0 else len(text)):
        at = sentence.start + match.start()
        step = Step("", "pronoun", "我", who.entity.name)
        yield Mention(sentence.block, at, at + 1, "我", who.entity, step, (who.block, who.start, who.end))


def person_in_focus(reading: Reading, sentence: Sentence, at: int) -> Mention | None:
    """The person spoken of at a point: the subject of the sentence so far, else of the sentences before it."""
    here = [
        m for m in reading.within(sentence.block, sentence.start, at) if m.label == "Person" and not _urges(reading, m)
    ]
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


_UNDER = re.compile(
    "的[^，。；]{0,8}(?:劝说|动员|鼓励|支持|帮助|带动|带领|牵线|介绍|引导|推荐|建议|影响|启发|感召|邀请|指导|陪同|撮合|帮扶|协调|推动)[^，。；]{0,4}下"
)


def _urges(reading: Reading, mention: Mention) -> bool:
    """Whether the person only moves another to act: 在组长甲的劝说下，她……"""
    return _UNDER.match(reading.plain(mention.block, mention.end, mention.end + 18)) is not None


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
    for match in BARE.finditer(text):
        at = sentence.start + match.start()
        own = max((text.rfind(c, 0, match.start()) for c in "，；："), default=-1) + 1
        other = (
            "该" in text[max(match.start() - 1, 0) : match.end()] and match.start() > own
        )  # 甲校教师丙挂职该校: not the one of the clause
        found = meant(topics, match.group(), sentence.block, sentence.start + own if other else at)
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
