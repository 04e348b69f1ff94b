"""Words that stand for a thing or division under discussion: 园区, 全县, 它, 这家企业."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from graph.model import Step
from loaders.lexicon import any_of
from loaders.measure_actors import FREE, OBLIQUE, Actor, actors_of
from loaders.measure_frames import cue, frames
from loaders.values import Mention, Sentence

if TYPE_CHECKING:
    from loaders.measure_scene import Scene

_TRADE = re.compile(
    "[茶酒药鞋衣袜帽油面粉纸绣染陶瓷糖醋酱菌菇果蛋奶肉鱼虾羊牛猪鸡兔蜂椒薯米竹木](?=业|[一-鿿]{0,4}(?:公司|厂|合作社|坊|场)|$)"
)
_THINGS = ("Company", "Park", "Workshop", "Facility", "RelocationSite")
_BUILT = ("Park", "Workshop", "Facility", "RelocationSite")
_WORKS = re.compile("[厂庄坊社]")
_LONGEST_NOUN = 5
_NO_COUNT = r"(?![达有共]?[\d一二两三四五六七八九十]+[个家座处所户])"  # 建成产业园13个
_STORY = 3  # sentences back: for the firm whose works are only called 基地 or 车间
_BEFORE = 2  # sentences back: for who has built what is spoken of
_NEAR, _FAR = 6, 14  # sentences back: for what stands out in its sentence, for anything


@dataclass(frozen=True, slots=True)
class _Meaning:
    """What a word may stand for: the labels and the last characters that the name must have."""

    labels: tuple[str, ...]
    ending: str = ""
    noun: str = ""  # of a thing: a name that ends so is meant
    trade: str = ""  # of a firm: a name with this character is meant
    or_firm: bool = False  # where no such thing is named, the firm under discussion is meant
    or_works: bool = False  # likewise what was built


def stand_ins_of(scene: Scene, sentence: Sentence) -> Iterator[Mention]:
    """The stand-ins of the sentence after those of `scene`; one whose name is not given is noted there as nameless."""
    plain = scene.reading.blocks[sentence.block].text.plain
    found: list[tuple[int, int, int, _Meaning]] = []
    for pattern, meanings in _words():
        for match in pattern.finditer(plain, max(0, sentence.start - 1), sentence.end):
            start, end = match.span("word")
            if start >= sentence.start:
                found.append((start, -end, match.start(), meanings[match["word"]]))
    found += _short_for_names(scene, sentence)
    found += _short_for_trades(scene, sentence)
    position = 0
    for start, minus_end, first, meaning in sorted(found, key=lambda f: f[:3]):
        if start < position:
            continue
        position = -minus_end
        surface = plain[start:position]
        source = _antecedent(scene, sentence, start, surface, meaning)
        if source is not None:
            step = Step("subject", "topic", surface, source.entity.name)
            where = source.antecedent or (source.block, source.start, source.end)
            yield Mention(sentence.block, start, position, surface, source.entity, step, where)
        elif {start, first} & {begin for begin, _ in sentence.clauses}:
            scene.nameless.setdefault(len(scene.actors), []).append((start, meaning.labels))


def _short_for_names(scene: Scene, sentence: Sentence) -> list[tuple[int, int, int, _Meaning]]:
    """The ends of names given before that stand alone in the sentence: 工业城 for 甲乙工业城."""
    plain = scene.reading.blocks[sentence.block].text.plain
    named = {a.mention.entity for row in scene.actors for a in row if a.mention.label in _THINGS}
    nouns = {
        noun: entity.label
        for entity in named
        for name in entity.names
        for noun in _nouns_at_end(name)
        if plain.find(noun, sentence.start, sentence.end) >= 0
    }
    if not nouns:
        return []
    pattern = re.compile(f"(?:^|[，；：。“]|{cue('lead_in')}|{cue('sets_up')})(?P<word>{any_of(nouns)}){_NO_COUNT}")
    return [
        (match.start("word"), -match.end("word"), match.start(), _Meaning((nouns[match["word"]],), noun=match["word"]))
        for match in pattern.finditer(plain, max(0, sentence.start - 1), sentence.end)
        if match.start("word") >= sentence.start
    ]


@lru_cache(maxsize=1024)
def _nouns_at_end(name: str) -> tuple[str, ...]:
    """The ends of a name that can stand alone for it."""
    noun = re.compile(f"[一-鿿]*{cue('place_nouns')}")
    ends = (name[-length:] for length in range(2, min(len(name) - 1, _LONGEST_NOUN + 1)))
    return tuple(end for end in ends if noun.fullmatch(end))


def _short_for_trades(scene: Scene, sentence: Sentence) -> list[tuple[int, int, int, _Meaning]]:
    """Works called by what they make, of which a firm named before tells in its name: 酒庄 for 甲县乙酒业公司."""
    firms = [a.entity.name for row in scene.actors[-_FAR:] for a in row if a.mention.label == "Company"]
    plain = scene.reading.blocks[sentence.block].text.plain
    made = {character for name in firms for character in trades(name) if character in plain}
    if not made or _WORKS.search(plain, sentence.start, sentence.end) is None:
        return []
    works = re.compile(
        f"(?:^|[，；：。“]|{cue('lead_in')})(?P<word>(?P<trade>[{''.join(sorted(made))}])[厂庄坊社])(?!长)"
    )
    return [
        (match.start("word"), -match.end("word"), match.start(), _Meaning(("Company",), trade=match["trade"]))
        for match in works.finditer(plain, max(0, sentence.start - 1), sentence.end)
        if match.start("word") >= sentence.start
    ]


def _antecedent(scene: Scene, sentence: Sentence, start: int, surface: str, meaning: _Meaning) -> Mention | None:
    """The mention that a stand-in means: what stands out in the nearest sentence, else any that fits, else the site."""
    here = list(
        actors_of(
            scene.reading, len(scene.actors), sentence, scene.reading.within(sentence.block, sentence.start, start)
        )
    )
    told = (here, *reversed(scene.actors[-_FAR:]))
    given = scene.reading.blocks[sentence.block].text.plain[sentence.start : start].endswith(("给", "为", "向", "帮"))
    rows = [
        [a for a in row if _fits(scene, a, surface, meaning) and not (given and _of_helper(scene, a))] for row in told
    ]
    if meaning.or_works and not any(rows[: _STORY - 1]):
        works = next((found for row in told[: _STORY - 1] if (found := _works(row))), None)
        if works is not None:
            return works.mention
    prominent = [[a for a in row if a.case != OBLIQUE or a.stands_out] for row in rows[:_NEAR]]
    for number, row in enumerate((*prominent, *rows)):
        if row:
            own = number % len(prominent) == 0 and row[0].sentence == len(scene.actors)
            return min(row, key=lambda a: _order(a, own)).mention
    site = scene.topics.site(sentence.block, start) if meaning.labels == ("RelocationSite",) else None
    if site is not None:
        return site.where
    if meaning.or_firm:
        return _firm_of_story(scene, sentence, told)
    return _firm_that_built(scene, told, surface) if "Park" in meaning.labels else None


def _works(row: list[Actor]) -> Actor | None:
    """The one thing of a sentence that is built, or that it is about: what 该项目 means."""
    things = [
        a for a in row if a.mention.label in _BUILT and a.entity is a.mention.entity and not (a.listed or a.agent)
    ]
    things = [a for a in things if a.built] or [a for a in things if a.case == FREE]
    return things[-1] if len({a.entity.id for a in things}) == 1 else None


def _of_helper(scene: Scene, actor: Actor) -> bool:
    """Whether a school or body belongs to a helping division: what is given does not go there."""
    return actor.mention.prefix is not None and scene.is_helper(actor.mention.prefix)


def _firm_of_story(scene: Scene, sentence: Sentence, told: tuple[list[Actor], ...]) -> Mention | None:
    """The firm that the sentences right before are about: 基地 is its own, where no other is named."""
    for row in told[: _STORY + 1]:
        firms = [a for a in row if a.mention.label == "Company" and a.stands_out and not (a.listed or a.agent)]
        if firms:
            same = firms[0].mention.block == sentence.block
            return firms[-1].mention if same and len({a.entity.id for a in firms}) == 1 else None
    return None


def _firm_that_built(scene: Scene, told: tuple[list[Actor], ...], surface: str) -> Mention | None:
    """The firm of the sentence before that has built the park that is not named: 甲公司投资建设的产业园."""
    noun = surface.removeprefix("该").rstrip("里内中")
    for row in told[:_BEFORE]:
        firms = [a for a in row if a.mention.label == "Company" and not a.listed]
        if len({a.entity.id for a in firms}) == 1 and not any(a.mention.label in _BUILT for a in row):
            if noun not in scene.after(firms[0]):
                return None
            built = f"[^。；]{{0,30}}?{cue('has_built')}[^。；，]{{0,16}}{noun}"
            return firms[0].mention if re.match(built, scene.after(firms[0])) else None
    return None


def _order(actor: Actor, own: bool) -> tuple[int, bool, int, int]:
    new = actor.built or actor.introduced
    return (-actor.clause if own else 0, not new, actor.case, -actor.mention.start)


def _fits(scene: Scene, actor: Actor, surface: str, meaning: _Meaning) -> bool:
    if (
        actor.label not in meaning.labels
        or (actor.listed and not actor.paired)
        or actor.entity is not actor.mention.entity
    ):
        return False
    if meaning.trade:
        return meaning.trade in actor.entity.name
    if meaning.noun:
        return any(name.endswith(meaning.noun) for name in actor.entity.names)
    if meaning.ending:
        return actor.entity.name.endswith(meaning.ending) and not scene.is_helper(actor.entity)
    return _same_kind(actor, surface)


def _as_park(actor: Actor) -> str:
    """Park for a building that is called one: 甲乙电商孵化园."""
    is_park = actor.label == "Facility" and re.search(cue("parks") + "$", actor.entity.name)
    return "Park" if is_park else actor.label


def _same_kind(actor: Actor, surface: str) -> bool:
    """Whether the name has the noun that stands for it: 中心 can only mean what is called a 中心."""
    if "学校" in surface:
        return re.search(cue("schools") + "$", actor.entity.name) is not None
    if surface.startswith("园") or (re.fullmatch(f".*{cue('place_nouns')}", surface) and surface[-1] not in "厂店"):
        head = "园" if surface.startswith("园") else surface[-1]
        return _as_park(actor) == "Park" or any(name.endswith(head) for name in actor.entity.names)
    if "厂" in surface[:2] and actor.label == "Facility":
        return actor.entity.name.endswith("厂")
    noun = re.search(cue("own_nouns"), surface)
    if noun is None or (noun[0] == "基地" and actor.label == "Park"):
        return True
    return any(noun[0] in name for name in actor.entity.names)


def trades(name: str) -> list[str]:
    """The characters of a firm's name that tell what it makes or deals in.

    >>> trades("远山酒业公司"), trades("青禾制衣有限公司")
    (['酒'], ['衣'])
    """
    return _TRADE.findall(name)


@cache
def _words() -> tuple[tuple[re.Pattern[str], dict[str, _Meaning]], ...]:
    """Patterns for the words that stand for something, and what each of the words may mean."""
    settings = frames().settings
    labels: dict[str, list[str]] = {}
    for label, words in settings["anaphors"].items():
        for word in words:
            labels.setdefault(word, []).append(label)
    firms, works = re.compile(cue("of_firm")), re.compile(cue("of_works"))
    things = {
        word: _Meaning(tuple(found), or_firm=bool(firms.fullmatch(word)), or_works=bool(works.fullmatch(word)))
        for word, found in labels.items()
    }
    pronouns = {word: _Meaning(tuple(found)) for word, found in settings["pronouns"].items()}
    nouns = {noun: _Meaning(tuple(labels)) for noun, labels in settings["this_one"]["nouns"].items()}
    divisions = {
        word: _Meaning(("Region",), ending) for ending, words in settings["region_anaphors"].items() for word in words
    }
    begins = "(?:^|[，；：。“”])"
    this, verbs, noun = any_of(settings["this_one"]["words"]), cue("no_noun"), any_of(nouns)
    far = f"(?!{verbs})(?:[^，。；：]{{0,20}}?的|(?:(?!{verbs})[^，。；：]){{0,8}}?)(?={noun})"
    return (
        (re.compile(f"(?:{begins}|{cue('lead_in')})(?P<word>{any_of(things)}){_NO_COUNT}"), things),
        (re.compile(f"(?:{begins}|{cue('lead_in')})(?P<word>{any_of(pronouns)})(?!们)"), pronouns),
        (re.compile(f"(?:{this})(?:{far})?(?P<word>{noun}){_NO_COUNT}"), nouns),
        (re.compile(f"(?<!{cue('of_many')})(?P<word>{any_of(divisions)})(?![级委]|{cue('ranks')})"), divisions),
    )
