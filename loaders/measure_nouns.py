"""What a figure without a verb of its own is, by the words around it: a count like it before, an item of a list, the money spoken of."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

from loaders.lexicon import any_of
from loaders.measure_actors import OBLIQUE
from loaders.measure_figures import Figure
from loaders.measure_frames import Frame, cue, frames
from loaders.measure_scene import Scene
from loaders.values import HEADING, PARAGRAPH

ENDS_HERE = re.compile(r"(?:以上|左右|以下|的)?(?:[、，；（〇]|[^、，；（〇A-Z]{0,2}(?:[、，；（]|$))")
_NOUN = re.compile("(?!以上|左右|以下|的)[一-鿿]{2}(?=[、，；（]|$)")
NAMES = re.compile(r"[RSKWFCOG]")
_TO_A_DIVISION = re.compile(
    "(?:光是|光|单是|单|仅)?(?:安排|给|拨给|投给)?R(?:一[家县区市州])?(?:就|便)?(?:占|所得|得|分得|部分|有)?"
)
_ITEM = re.compile("R{0,2}[SKWF]([^，。；：RSKWFCOGP]{1,8})")
_IS_PLACE = re.compile("(?:行政|自然)?(?:村|县|乡|镇|区|市|社区|街道|苏木|嘎查|学校|家庭|单位|班级)")  # 走遍了6个村
_A_SUM = 10_000  # yuan: less is a price or a wage rather than what is spent on a thing
_TOPIC_REACH = 3  # sentences
_FAR = 60  # characters between two counts of the same kind


def counts_others(figure: Figure, earlier: str) -> bool:
    """Whether the noun after the number was not counted before: 186家企业 ... 四家门店."""
    noun = _NOUN.match(figure.clause_words.split("#", 1)[1]) if figure.quantity.unit in ("家", "个") else None
    return noun is not None and noun.group() not in earlier


def paid_for_next(scene: Scene, figure: Figure) -> Frame | None:
    """For a sum whose purpose only the words after it tell, what is given, which is assistance money.

    第一笔是900万元。某区用它建起……; 今年的协作资金……。其中900万元用于……
    """
    if figure.quantity.unit != "元" or not _says_nothing(own_words(figure)):
        return None
    after = figure.clause_words.split("#", 1)[1]
    if figure.quantity.value >= _A_SUM and _words_of("money_for").match(after):
        return frames().named("assistance_funds") if money_topic(scene, figure) == "assistance_funds" else None
    sentences = scene.reading.sentences
    if own_words(figure) or figure.sentence + 1 >= len(sentences):
        return None
    here, following = sentences[figure.sentence], sentences[figure.sentence + 1]
    words = scene.reading.plain(following.block, following.start, following.end)
    if here.block != following.block or not re.search(cue("this_money"), words):
        return None
    helped = any(scene.is_helper(a.entity) for a in scene.actors[figure.sentence + 1] if a.case != OBLIQUE)
    return frames().named("assistance_funds") if helped else None


def by_noun(scene: Scene, figure: Figure) -> Frame | None:
    """For a figure without words of its own, what a count like it in the sentence is, or what money is spoken of."""
    own = own_words(figure)
    if not NAMES.sub("", own):
        twin = _twin(figure)
        if twin is not None:
            return twin
    if figure.quantity.unit in _words_in("goods", "mass"):
        return _given(scene, figure, own)
    if figure.quantity.unit != "元" or not (_says_nothing(own) or _is_item(own)):
        return None
    if own and not (figure.quantity.value >= _A_SUM and ENDS_HERE.match(figure.clause_words.split("#", 1)[1])):
        return None
    earlier = figure.clause_words.split("#", 1)[0].removesuffix(own)
    if own and re.search("[SKWF]", earlier):
        return None  # of several things in one clause the sums are not told apart
    topic = money_topic(scene, figure)
    if topic != "donated_value" and figure.quantity.value < _A_SUM:
        return None  # a price
    if topic is None or (topic != "assistance_funds" and not _says_nothing(own)):
        return None
    return frames().named(topic)


def _given(scene: Scene, figure: Figure, own: str) -> Frame | None:
    """For goods in a list without a verb, a gift where the sentence or the one before tells of giving: 棉衣320件、书包210个."""
    after = figure.clause_words.split("#", 1)[1]
    if not re.fullmatch("[^，。；：〇RSKWFCOGP]{0,8}", own) or not ENDS_HERE.match(after):
        return None
    if _words_of("no_item").search(figure.clause_words):
        return None
    words = _so_far(scene, figure, 1)
    found = list(_words_of("give", "words").finditer(words))
    told = found and not (_words_of("no_gift").search(words[found[-1].end() :]) or _IS_PLACE.match(after))
    return frames().named("donated_items") if told else None


def _twin(figure: Figure) -> Frame | None:
    """The frame of the figure before it with the same unit: 甲园入驻企业12家，就业310人；乙园8家，就业190人."""
    unit, (before, after) = figure.quantity.unit, figure.words.split("#", 1)
    if not unit or not ENDS_HERE.match(figure.clause_words.split("#", 1)[1]) or counts_others(figure, before):
        return None
    found = list(re.finditer(f"〇{re.escape(unit)}(?!次)", before))
    if not found or len(before) - found[-1].end() > _FAR or not re.search("[；，、]", before[found[-1].end() :]):
        return None
    words = before[: found[-1].start()] + "#" + before[found[-1].end() :] + "〇" + unit + after
    frame = frames().of(replace(figure, words=words).scopes[:1], figure.quantity)
    return frame if frame and not frame.moves else None


def _says_nothing(own: str) -> bool:
    """Whether the words before a sum only name the thing it is for, or are neutral: 茶园扩建〇元, 合计〇元."""
    rest = _words_of("neutral_money").sub("", own)
    if rest.startswith("R") and _TO_A_DIVISION.fullmatch(own):
        return True
    return re.fullmatch("(?:R{0,2}[SKWFCOG])?", rest) is not None


def _is_item(own: str) -> bool:
    """Whether the words before a sum are a named thing and what is done to it: 小学塑胶跑道〇元, 医院添置核磁〇元."""
    match = _ITEM.fullmatch(own)
    return match is not None and not _words_of("no_item").search(match[1])


def money_topic(scene: Scene, figure: Figure) -> str | None:
    """The indicator of the nearest words before a sum that tell what money is spoken of, a few sentences back."""
    words = _so_far(scene, figure, _TOPIC_REACH)
    nouns: dict[str, list[str]] = frames().settings["bare_money"]
    places = {topic: max(words.rfind(noun) for noun in members) for topic, members in nouns.items()}
    best = max(places, key=lambda topic: places[topic])
    return best if places[best] >= 0 and best != "none" else None


def _so_far(scene: Scene, figure: Figure, reach: int) -> str:
    """The words of the sentence before the figure, after those of up to `reach` sentences before, not past a heading."""
    sentences, blocks = scene.reading.sentences, scene.reading.blocks
    first = figure.sentence
    while first > 0 and figure.sentence - first < reach:
        between = blocks[sentences[first - 1].block + 1 : sentences[first].block + 1]
        if blocks[sentences[first - 1].block].kind != PARAGRAPH or any(b.kind == HEADING for b in between):
            break
        first -= 1
    row = sentences[first : figure.sentence]
    told = [scene.reading.plain(s.block, s.start, s.end) for s in row]
    return "".join(told) + scene.text(figure)[sentences[figure.sentence].start : figure.start]


@cache
def _words_of(name: str, under: str = "") -> re.Pattern[str]:
    settings = frames().settings
    return re.compile(any_of(settings[under][name] if under else settings[name]))


@cache
def _words_in(*names: str) -> frozenset[str]:
    units: dict[str, list[str]] = frames().settings["units"]
    return frozenset(unit for name in names for unit in units[name])


def own_words(figure: Figure) -> str:
    """What the clause says before the figure and after the one before it, without words that only link them."""
    before, _ = figure.clause_words.split("#", 1)
    if not before:  # 省外就业：1188人
        head, colon, _ = figure.words.split("#", 1)[0].rpartition("：")
        before = re.split("[，；：。！？]", head)[-1] if colon and figure.words[len(head) + 1] == "#" else ""
    figures_, links = _patterns()
    return links.sub("", figures_.split(before)[-1])


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    settings = frames().settings
    units = any_of(unit for members in settings["units"].values() for unit in members if unit)
    links = any_of([*settings["links"], *settings["fillers"]])
    return re.compile(f"〇(?:{units})?(?:/.)?"), re.compile(rf"{links}|[、和及与/\d]")
