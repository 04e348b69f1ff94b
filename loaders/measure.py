"""From an article's figures to its proven observations."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from graph.model import Entity, Observation, Reject, Step
from graph.proof import Draft, prove_observation, quotes
from loaders.measure_details import details
from loaders.measure_figures import Figure, figures
from loaders.measure_frames import Frame, frames
from loaders.measure_moves import moves, sent_by
from loaders.measure_scene import FREE, OBLIQUE, Actor, Scene, scene
from loaders.measure_subject import AMBIGUOUS, UNKNOWN, Subject, rules, subject_of
from loaders.proposals import antecedent_span, clause_span, united
from loaders.values import Reading

NO_INDICATOR = "no indicator"
_LONGEST_QUOTE = 90


@dataclass(frozen=True, slots=True)
class _Measured:
    """A figure that was understood: a later one without words of its own goes on with it."""

    figure: Figure
    frame: Frame
    subjects: tuple[tuple[str, Subject], ...]


def measure(reading: Reading) -> Iterator[Observation | Reject]:
    """One observation for each figure whose subject and indicator can be proven, else the reason why not."""
    if not _is_about_help(reading):
        return
    stage = scene(reading)
    entities = united([e for m in reading.mentions for e in (m.entity, m.prefix) if e is not None])
    seen: set[str] = set()
    last: _Measured | None = None
    for figure in figures(reading):
        measured = _understood(stage, figure, last)
        if isinstance(measured, str):
            yield _reject(reading, figure, measured)
            continue
        last = measured
        for indicator, subject in measured.subjects:
            stage.remember(figure.sentence, figure.clause, subject.entity)
            for outcome in _proven(reading, figure, indicator, subject, entities):
                if isinstance(outcome, Reject) or outcome.id not in seen:
                    yield outcome
                if isinstance(outcome, Observation):
                    seen.add(outcome.id)


def _understood(stage: Scene, figure: Figure, last: _Measured | None) -> _Measured | str:
    """What the figure measures, and of whom; or the reason why that is not known."""
    frame = frames().of(figure.scopes, figure.quantity)
    if last is not None and (frame is None or _rest(figure) == "") and _continues(figure, last):
        if not _someone_new(stage, figure, last):
            return _Measured(figure, last.frame, last.subjects)
        if last.frame.moves:
            sender = sent_by(stage, figure)
            if sender is not None:
                return _Measured(figure, last.frame, ((f"{last.frame.moves}_sent", sender),))
            return f"{AMBIGUOUS}: nothing tells whether they are sent or received"
        frame = last.frame
    by_noun = frame is None
    frame = frame or _by_noun(stage, figure)
    if frame is None:
        return NO_INDICATOR
    if _counts_a_list(figure):
        return "the number only counts the names before it"
    if frame.moves and last is not None and last.frame.moves and _is_part(stage, figure, last):
        parts = [(indicator.replace(last.frame.moves, frame.moves), who) for indicator, who in last.subjects]
        return _Measured(figure, frame, tuple(parts))
    if frame.moves:
        found = moves(stage, figure, frame.moves)
        return found if isinstance(found, str) else _Measured(figure, frame, tuple(found))
    indicator, rule = frame.indicator, rules()[frame.subject]
    if indicator == "investment" and _is_public(stage, figure):
        indicator, rule = "assistance_funds", rules()["receiver"]
    subject = subject_of(stage, figure, rule)
    if isinstance(subject, str):
        return subject
    if by_noun and (subject.actor.case == OBLIQUE or subject.actor.sentence < figure.sentence - 1):
        return UNKNOWN
    if indicator == "employees" and "用工" in figure.words and subject.entity.label not in ("Company", "Workshop"):
        indicator = "people_employed"  # the firms of a park employ them, not the park
    if indicator in ("donated_value", "donated_items") and stage.is_helper(subject.entity):
        subject = _receiving(stage, figure) or subject
    return _Measured(figure, frame, ((indicator, subject),))


def _is_part(stage: Scene, figure: Figure, last: _Measured) -> bool:
    """Whether the people are some of those of the figure before: 现有97人，其中医生31人、教师28人."""
    between = stage.reading.plain(stage.reading.sentences[figure.sentence].block, last.figure.end, figure.start)
    return figure.sentence == last.figure.sentence and re.match(r"，?其中|、", between) is not None and not any(
        last.figure.end <= a.mention.start < figure.start for a in stage.actors[figure.sentence]
    )


def _by_noun(stage: Scene, figure: Figure) -> Frame | None:
    """For a sum without words of its own, what the nearest noun before it tells, also in the sentence before."""
    if figure.quantity.unit != "元" or _rest(figure):
        return None
    sentence = stage.reading.sentences[figure.sentence]
    words = stage.reading.plain(sentence.block, sentence.start, figure.start)
    before = stage.reading.sentences[figure.sentence - 1] if figure.sentence else sentence
    if before.block == sentence.block:
        words = stage.reading.plain(before.block, before.start, before.end) + words
    places = {
        indicator: max(words.rfind(noun) for noun in nouns) for indicator, nouns in frames().settings["bare_money"].items()
    }
    best = max(places, key=lambda indicator: places[indicator])
    return frames().named(best) if places[best] >= 0 else None


def _receiving(stage: Scene, figure: Figure) -> Subject | None:
    found = subject_of(stage, figure, rules()["receiver"])
    return None if isinstance(found, str) else found


_BUSINESS = re.compile(r"C|企业|公司|厂|引来|引进|招引|招商|签约|协议|合同|到位|老板|商人")


def _is_public(stage: Scene, figure: Figure) -> bool:
    """Whether a helping region or body is the one that invests."""
    if _BUSINESS.search(figure.words[: figure.words.index("#")]):
        return False
    for number in (figure.sentence, figure.sentence - 1):
        if number < 0:
            return False
        acting = [
            a
            for a in stage.actors[number]
            if a.case == FREE and (number < figure.sentence or a.mention.start < figure.start)
        ]
        if acting:
            return stage.is_helper(acting[0].entity) and not any(a.label == "Company" for a in acting)
    return False


def _is_about_help(reading: Reading) -> bool:
    cues = frames().settings["about"]
    text = "\n".join(block.text.plain for block in reading.blocks)
    return any(word in text for word in cues["strong"]) or sum(word in text for word in cues["weak"]) > 1


_TOLD_BEFORE = re.compile(r"#[^，。；：]{0,5}(?:都|均|皆)")
_LIST_BEFORE = re.compile(r"[、和与及][^，。；：、]{0,10}$")


def _counts_a_list(figure: Figure) -> bool:
    """Whether the number sums up the names right before it: 甲、乙两家企业."""
    return (
        figure.quantity.raw[0] in "两三四五六七八"
        and _LIST_BEFORE.search(figure.clause_words.split("#")[0]) is not None
    )


def _rest(figure: Figure) -> str:
    """The words of the clause that introduce the figure and say something: after the figure before, without links."""
    before = re.split(r"〇[^\u4e00-\u9fff]?[元人户家个%项名次台把吨件亩栋套]?次?", figure.clause_words.split("#")[0])[
        -1
    ]
    return _links().sub("", before)


@cache
def _links() -> re.Pattern[str]:
    words = sorted(frames().settings["links"] + frames().settings["fillers"], key=lambda w: (-len(w), w))
    return re.compile("|".join(map(re.escape, words)) + r"|[、和及与/\d]|20\d\d年?|\d+年|\d+月")


def _continues(figure: Figure, last: _Measured) -> bool:
    """Whether the figure only goes on with the one before it: 2020年1.1亿元，2021年1.6亿元."""
    unit = figure.quantity.unit
    if figure.sentence - last.figure.sentence > 1 or not unit or unit != last.figure.quantity.unit:
        return False
    after = figure.clause_words.split("#", 1)[1]
    if re.match(r"[^、，；（〇]{3,}", re.sub(r"^(?:以上|左右|以下|的)", "", after)):
        return False
    return len(re.sub(r"[RSKWFCOG]", "", _rest(figure))) == 0


def _someone_new(stage: Scene, figure: Figure, last: _Measured) -> bool:
    """Whether a name that could be the subject stands between the last figure and this one."""
    labels = set(rules()[last.frame.subject].labels) if last.frame.subject in rules() else {"Region"}
    start = last.figure.end if last.figure.sentence == figure.sentence else 0
    between = [a for a in stage.actors[figure.sentence] if start <= a.mention.start < figure.start]
    named = [a for a in between if a.label in labels and not stage.is_helper(a.entity)]
    return any(a.case != OBLIQUE or (a.beneficiary and last.frame.subject == "receiver") for a in named)


def _proven(
    reading: Reading, figure: Figure, indicator: str, subject: Subject, entities: dict[str, Entity]
) -> Iterator[Observation | Reject]:
    spans, because = _spans(reading, figure, subject.actor)
    draft = Draft(reading.article, spans, because, {"value": figure.quantity.raw})
    entity = entities.get(subject.entity.id, subject.entity)
    quantity = figure.quantity
    values = (quantity.value,) if quantity.maximum is None else (quantity.value, quantity.maximum)
    for value in values:
        yield prove_observation(
            reading.document, draft, entity, indicator, value, quantity.unit, **details(reading, figure)
        )


def _spans(reading: Reading, figure: Figure, actor: Actor) -> tuple[tuple[tuple[int, int], ...], tuple[Step, ...]]:
    """The words that hold the figure and its subject, and the step that leads from the one to the other."""
    sentence = reading.sentences[figure.sentence]
    mention = actor.mention
    if actor.sentence == figure.sentence:
        low, high = min(mention.start, figure.start), max(mention.end, figure.end)
        main = clause_span(sentence, low, high)
        if mention.step is None:
            return (reading.span(*main),), ()
    elif sentence.end - sentence.start <= _LONGEST_QUOTE:
        main = sentence.block, sentence.start, sentence.end
    else:
        main = clause_span(sentence, figure.start, figure.end)
    where = mention.antecedent or (mention.block, mention.start, mention.end)
    step = mention.step or Step("subject", "topic", "", actor.entity.name)
    source = antecedent_span(reading, _at(reading, where) or mention)
    return tuple(dict.fromkeys((reading.span(*main), reading.span(*source)))), (step,)


def _at(reading: Reading, where: tuple[int, int, int]):  # type: ignore[no-untyped-def]
    found = reading.within(*where)
    return found[0] if found else None


def _reject(reading: Reading, figure: Figure, reason: str) -> Reject:
    sentence = reading.sentences[figure.sentence]
    span = reading.span(*clause_span(sentence, figure.start, figure.end))
    candidate = {"value": figure.quantity.value, "unit": figure.quantity.unit, "raw": figure.quantity.raw}
    return Reject(reason, candidate, quotes(reading.document, reading.article, [span]))
