"""Figures that lean on the one before them or on a noun: yearly series, parts of a sum, counts of a list."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache

from loaders.lexicon import any_of
from loaders.measure_actors import OBLIQUE
from loaders.measure_figures import Figure
from loaders.measure_frames import Frame, cue, frames
from loaders.measure_rule import before
from loaders.measure_scene import Scene
from loaders.measure_subject import Subject, rules
from loaders.values import HEADING, PARAGRAPH

_TOLD_BEFORE = re.compile(r"#[^，。；：]{0,5}(?:都|(?<![人户月日年亩])均|皆)")
_WHOLE = re.compile(r"#(?:里|中|当中|之中)的")
_LIST_BEFORE = re.compile(
    r"[、和与及](?:(?![开建办盖][了起成出设]|设[立了]|新[增建]|引进|[援帮]建)[^，。；：、]){0,10}$"
)
_ENDS_HERE = re.compile(r"(?:以上|左右|以下|的)?(?:[、，；（〇]|[^、，；（〇A-Z]{0,2}(?:[、，；（]|$))")
_NOUN = re.compile("(?!以上|左右|以下|的)[一-鿿]{2}(?=[、，；（]|$)")
_SOLD = re.compile("卖出|卖掉|销售|采购|成交|订购|认购|帮销")  # 到位资金2.7亿元；在这里卖出的香猪，金额3600万元
_ELSE = re.compile("亩产值|亩均|收购价|单价|价格|均价|每[斤亩吨公头只]|工资|租金|分红|集体|税")
_SAME_NUMBER = re.compile("这[个一](?:数字?|数目|数额|金额|规模)[^，。；#〇]{0,6}#")
_AT_WORK = re.compile("就业|务工|上班|上岗|打工|做工|在岗|受益|结业|持证|增收")  # 可吸纳120人就业，目前有86人上班
_NAMES = re.compile(r"[RSKWFCOG]")
_TO_A_DIVISION = re.compile(
    "(?:光是|光|单是|单|仅)?(?:安排|给|拨给|投给)?R(?:一[家县区市州])?(?:就|便)?(?:占|所得|得|分得|部分|有)?"
)
_ITEM = re.compile("R{0,2}[SKWF]([^，。；：RSKWFCOGP]{1,8})")
_IS_PLACE = re.compile("(?:行政|自然)?(?:村|县|乡|镇|区|市|社区|街道|苏木|嘎查|学校|家庭|单位|班级)")  # 走遍了6个村
_A_SUM = 10_000  # yuan: less is a price or a wage rather than what is spent on a thing
_TOPIC_REACH = 3  # sentences
_FAR = 60  # characters between two counts of the same kind


@dataclass(frozen=True, slots=True)
class Measured:
    """A figure that was understood: a later one without words of its own goes on with it."""

    figure: Figure
    frame: Frame
    subjects: tuple[tuple[str, Subject], ...]


def takes_up(figure: Figure) -> bool:
    """Whether it is the next value of a number told before, whatever was counted meanwhile: 这个数涨到1.3亿元."""
    return "这" in figure.clause_words and _SAME_NUMBER.search(figure.clause_words) is not None


def continues(figure: Figure, last: Measured) -> bool:
    """Whether the figure only goes on with the one before it: 2020年1.1亿元，2021年1.6亿元."""
    unit = figure.quantity.unit
    if figure.sentence - last.figure.sentence > 1 or not unit:
        return False
    same = unit == last.figure.quantity.unit or (
        unit == "个" and last.figure.quantity.unit == "人" and _is_alone(figure)
    )
    if not same or _has_new_topic(figure, last.frame.indicator) or _counts_others(figure, last.figure.words):
        return False
    if not last.frame.least <= figure.quantity.value <= last.frame.most:
        return False
    after = figure.clause_words.split("#", 1)[1]
    if unit == "人" and _AT_WORK.match(after) and last.frame.indicator != "people_employed":
        return False
    return _ENDS_HERE.match(after) is not None and not _NAMES.sub("", own_words(figure))


def breaks_off(figure: Figure, last: Measured) -> bool:
    """Whether a sum that is not known itself tells of something else, with which the next one goes on: 亩产值由1.2万元提高到2.6万元."""
    return figure.quantity.unit == "元" == last.figure.quantity.unit and _ELSE.search(own_words(figure)) is not None


def _counts_others(figure: Figure, earlier: str) -> bool:
    """Whether the noun after the number was not counted before: 186家企业 ... 四家门店."""
    noun = _NOUN.match(figure.clause_words.split("#", 1)[1]) if figure.quantity.unit in ("家", "个") else None
    return noun is not None and noun.group() not in earlier


def _is_alone(figure: Figure) -> bool:
    """Whether the clause says nothing else, so that 个 may count the people told before: 起初38个人，如今209个."""
    return re.fullmatch(r"[^一-鿿]*#[^一-鿿]*", figure.clause_words) is not None


def _has_new_topic(figure: Figure, indicator: str | None) -> bool:
    """Whether the clause before it, without a figure of its own, tells what is counted: 派来的干部，加上组长，一共5个."""
    before, _ = figure.words.split("#", 1)
    clauses = re.split("[，；：。！？]", before)
    topic = clauses[-2] if len(clauses) > 1 else ""
    earlier = clauses[-3] if len(clauses) > 2 else ""
    spoken = topic if "〇" not in topic else ""
    spoken += earlier if spoken and "〇" not in earlier else ""
    if figure.quantity.unit == "元":
        return indicator != "sales" and _SOLD.search(spoken) is not None
    return re.search(cue("counted_people"), spoken) is not None


def someone_new(scene: Scene, figure: Figure, last: Measured) -> bool:
    """Whether a name that could be the subject stands between the last figure and this one."""
    rule = rules().get(last.frame.subject)
    labels = rule.labels if rule else ("Region",)
    start = last.figure.end if last.figure.sentence == figure.sentence else 0
    named = [a for a in before(figure, scene.of(figure)) if start <= a.mention.start and a.label in labels]
    known = {subject.entity.id for _, subject in last.subjects}
    return any(
        a.case != OBLIQUE or (a.beneficiary and last.frame.subject == "receiver")
        for a in named
        if not scene.is_helper(a.entity) and a.entity.id not in known
    )


def is_part(scene: Scene, figure: Figure, last: Measured) -> bool:
    """Whether the people are some of those of the figure before: 现有97人，其中医生31人、教师28人."""
    if figure.sentence != last.figure.sentence:
        return False
    between = scene.text(figure)[last.figure.end : figure.start]
    named = any(last.figure.end <= a.mention.start for a in before(figure, scene.of(figure)))
    return not named and re.match(r"[，、]", between) is not None and not re.search(cue("moves_anew"), between)


def counts_a_list(scene: Scene, figure: Figure) -> bool:
    """Whether the number sums up the names right before it, or things told before: 甲、乙两家企业; 两个项目都.

    Nor is the whole a figure of what only has a part of it: 2亿元里的3000万元.
    """
    if figure.quantity.raw[0] in "两三四五六七八" and scene.text(figure)[: figure.start].endswith(("”", "》")):
        return True
    if _TOLD_BEFORE.match(figure.clause_words) or _WHOLE.search(figure.clause_words):
        return True
    before, _ = figure.clause_words.split("#", 1)
    items = re.split("[、和与及]", before)
    counts = len(items) > 1 and "〇" in items[-2]  # 八对学校、三对医院
    return figure.quantity.raw[0] in "两三四五六七八" and not counts and _LIST_BEFORE.search(before) is not None


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
    if not _NAMES.sub("", own):
        twin = _twin(figure)
        if twin is not None:
            return twin
    if figure.quantity.unit in _words_in("goods", "mass"):
        return _given(scene, figure, own)
    if figure.quantity.unit != "元" or not (_says_nothing(own) or _is_item(own)):
        return None
    if own and not (figure.quantity.value >= _A_SUM and _ENDS_HERE.match(figure.clause_words.split("#", 1)[1])):
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
    if not re.fullmatch("[^，。；：〇RSKWFCOGP]{0,8}", own) or not _ENDS_HERE.match(after):
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
    if not unit or not _ENDS_HERE.match(figure.clause_words.split("#", 1)[1]) or _counts_others(figure, before):
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
