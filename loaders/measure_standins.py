"""Words that stand for a thing or division under discussion: 园区, 全县, 它, 这家企业."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from graph.model import Step
from loaders.lexicon import any_of
from loaders.measure_actors import THINGS
from loaders.measure_antecedent import Meaning, antecedent
from loaders.measure_former import former_and_latter
from loaders.measure_frames import cue, frames
from loaders.values import Mention, Sentence

if TYPE_CHECKING:
    from loaders.measure_scene import Scene

_TRADE = re.compile(
    "[茶酒药鞋衣袜帽油面粉纸绣染陶瓷糖醋酱菌菇果蛋奶肉鱼虾羊牛猪鸡兔蜂椒薯米竹木](?=业|[一-鿿]{0,4}(?:公司|厂|合作社|坊|场)|$)"
)
_WORKS = re.compile("[厂庄坊社]")
_LONGEST_NOUN = 5
_NO_COUNT = (
    r"(?:(?<=[里内])|(?![达有共]?[\d一二两三四五六七八九十]+[个家座处所户]))"  # 建成产业园13个; not 厂里118个工人
)
_FAR = 14  # sentences back: for the firm that a trade stands for


def stand_ins_of(scene: Scene, sentence: Sentence) -> Iterator[Mention]:
    """The stand-ins of the sentence after those of `scene`; one whose name is not given is noted there as nameless."""
    plain = scene.reading.blocks[sentence.block].text.plain
    found: list[tuple[int, int, int, Meaning]] = []
    for pattern, meanings in _words():
        for match in pattern.finditer(plain, max(0, sentence.start - 1), sentence.end):
            start, end = match.span("word")
            if start >= sentence.start:
                found.append((start, -end, match.start(), meanings[match["word"]]))
    found += _short_for_names(scene, sentence)
    found += _short_for_trades(scene, sentence)
    yield from former_and_latter(scene, sentence)
    position = 0
    for start, minus_end, first, meaning in sorted(found, key=lambda f: f[:3]):
        if start < position:
            continue
        position = -minus_end
        surface = plain[start:position]
        source = antecedent(scene, sentence, start, surface, meaning)
        if source is not None:
            step = Step("subject", "topic", surface, source.entity.name)
            where = source.antecedent or (source.block, source.start, source.end)
            yield Mention(sentence.block, start, position, surface, source.entity, step, where)
        elif {start, first} & {begin for begin, _ in sentence.clauses}:
            scene.nameless.setdefault(len(scene.actors), []).append((start, meaning.labels))


def _short_for_names(scene: Scene, sentence: Sentence) -> list[tuple[int, int, int, Meaning]]:
    """The ends of names given before that stand alone in the sentence: 工业城 for 甲乙工业城."""
    plain = scene.reading.blocks[sentence.block].text.plain
    named = {a.mention.entity for row in scene.actors for a in row if a.mention.label in THINGS}
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
        (match.start("word"), -match.end("word"), match.start(), Meaning((nouns[match["word"]],), noun=match["word"]))
        for match in pattern.finditer(plain, max(0, sentence.start - 1), sentence.end)
        if match.start("word") >= sentence.start
    ]


@lru_cache(maxsize=1024)
def _nouns_at_end(name: str) -> tuple[str, ...]:
    """The ends of a name that can stand alone for it."""
    noun = re.compile(f"[一-鿿]*{cue('place_nouns')}")
    ends = (name[-length:] for length in range(2, min(len(name) - 1, _LONGEST_NOUN + 1)))
    return tuple(end for end in ends if noun.fullmatch(end))


def _short_for_trades(scene: Scene, sentence: Sentence) -> list[tuple[int, int, int, Meaning]]:
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
        (match.start("word"), -match.end("word"), match.start(), Meaning(("Company",), trade=match["trade"]))
        for match in works.finditer(plain, max(0, sentence.start - 1), sentence.end)
        if match.start("word") >= sentence.start
    ]


def trades(name: str) -> list[str]:
    """The characters of a firm's name that tell what it makes or deals in.

    >>> trades("远山酒业公司"), trades("青禾制衣有限公司")
    (['酒'], ['衣'])
    """
    return _TRADE.findall(name)


@cache
def _words() -> tuple[tuple[re.Pattern[str], dict[str, Meaning]], ...]:
    """Patterns for the words that stand for something, and what each of the words may mean."""
    settings = frames().settings
    labels: dict[str, list[str]] = {}
    for label, words in settings["anaphors"].items():
        for word in words:
            labels.setdefault(word, []).append(label)
    firms, works = re.compile(cue("of_firm")), re.compile(cue("of_works"))
    things = {
        word: Meaning(tuple(found), or_firm=bool(firms.fullmatch(word)), or_works=bool(works.fullmatch(word)))
        for word, found in labels.items()
    }
    pronouns = {word: Meaning(tuple(found)) for word, found in settings["pronouns"].items()}
    nouns = {noun: Meaning(tuple(labels)) for noun, labels in settings["this_one"]["nouns"].items()}
    divisions = {
        word: Meaning(("Region",), ending) for ending, words in settings["region_anaphors"].items() for word in words
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
