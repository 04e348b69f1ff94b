"""From an article's figures to its proven observations."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import partial

from graph.model import Entity, Observation, Reject, Step
from graph.proof import Draft, prove_observation, quotes
from loaders.measure_actors import OBLIQUE, Actor
from loaders.measure_choice import chosen, found, trusted
from loaders.measure_details import details
from loaders.measure_doer import act_together, done_by, is_house
from loaders.measure_evidence import weighed
from loaders.measure_figures import Figure, figures
from loaders.measure_fitted import (
    are_of_helper,
    ends_of_gift,
    in_reach,
    is_no_course,
    is_of_one_grower,
    is_plot,
    is_public,
    is_wage_of_one,
    lives_elsewhere,
    of_households,
    own_income,
)
from loaders.measure_frames import Frame, cue, frames
from loaders.measure_instead import payer_told
from loaders.measure_learnt import learnt, overruled
from loaders.measure_moves import from_to, moves, sent_by
from loaders.measure_nouns import by_noun, money_topic, own_words, paid_for_next
from loaders.measure_parts import in_turn
from loaders.measure_rule import Rule
from loaders.measure_scene import Scene, scene
from loaders.measure_sections import of_report
from loaders.measure_series import Measured, breaks_off, continues, counts_a_list, is_part, someone_new, takes_up
from loaders.measure_shares import is_share, not_measured
from loaders.measure_staff import is_of_division, of_staff
from loaders.measure_subject import AMBIGUOUS, NAMELESS, UNKNOWN, Subject, rules, subject_of
from loaders.measure_vague import counts_no_people, vague
from loaders.proposals import antecedent_span, clause_span, united
from loaders.values import Reading

NO_INDICATOR = "no indicator"
ONLY_COUNTS = "the number only counts what is named before it, or is a whole of which a part is meant"
_LONGEST_QUOTE = 90


def measure(reading: Reading) -> Iterator[Observation | Reject]:
    """One observation for each figure whose subject and indicator can be proven, else the reason why not.

    A range gives two, one for each end; people who are sent and received, and gifts, give one for each side.
    """
    stage = scene(reading)
    entities = united([e for m in reading.mentions for e in (m.entity, m.prefix) if e is not None])
    seen: set[str] = set()
    last: Measured | None = None
    of_unit: dict[str, Measured] = {}
    for figure in figures(reading):
        if takes_up(figure):
            last = of_unit.get(figure.quantity.unit, last)
        measured = _understood(stage, figure, last)
        if isinstance(measured, str):
            yield _reject(reading, figure, measured)
            frame = frames().of(figure.scopes, figure.quantity)
            last = Measured(figure, frame, ()) if frame and frame.moves else last
            if last is not None and measured == NO_INDICATOR and breaks_off(figure, last):
                last = None
            continue
        measured = _reconsidered(stage, measured)
        if isinstance(measured, str):
            yield _reject(reading, figure, measured)
            continue
        last = of_unit[figure.quantity.unit] = measured
        for indicator, subject in measured.subjects:
            aside = subject.actor.mention.surface in ("前者", "后者")  # what follows is rarely about them
            if not aside and (not measured.frame.moves or subject.actor.sentence == figure.sentence):
                stage.remember(figure.sentence, figure.clause, subject.entity)
            if indicator.startswith("donated"):
                stage.gifts.add((figure.sentence, subject.entity.id))
            for outcome in _proven(reading, measured, indicator, subject, entities):
                if isinstance(outcome, Reject) or outcome.id not in seen:
                    yield outcome
                if isinstance(outcome, Observation):
                    seen.add(outcome.id)


def _understood(stage: Scene, figure: Figure, last: Measured | None) -> Measured | str:
    """What the figure measures, and of whom; or the reason why that is not known."""
    leaning = not_measured(figure) or vague(figure)
    if leaning is not None:
        return leaning
    if last is not None and is_share(stage, figure, last):
        return Measured(figure, last.frame, last.subjects)
    frame = overruled(figure, frames().of(figure.scopes, figure.quantity))
    if last is not None and frame is None and last.frame.moves and figure.sentence - last.figure.sentence <= 1:
        ends = from_to(stage, figure, last.frame.moves)
        if ends:
            return Measured(figure, last.frame, ends)
        sender = sent_by(stage, figure) if figure.quantity.unit == last.figure.quantity.unit else None
        if sender is not None:
            return Measured(figure, last.frame, ((f"{last.frame.moves}_sent", sender),))
    if last is not None and (frame is None or not own_words(figure)) and continues(figure, last):
        turn = in_turn(stage, figure, rules()[last.frame.subject].labels) if not last.frame.moves else None
        if turn is not None and last.subjects:
            return Measured(figure, last.frame, ((last.subjects[0][0], Subject(turn.entity, turn)), *last.subjects[1:]))
        if not someone_new(stage, figure, last):
            return Measured(figure, last.frame, last.subjects) if last.subjects else UNKNOWN
        if last.frame.moves:
            return f"{AMBIGUOUS}: sent or received"
        frame = last.frame
    frame = frame or paid_for_next(stage, figure)
    if frame is None:
        return _understood_by_noun(stage, figure)
    if counts_a_list(stage, figure) or _is_definite(figure):
        return ONLY_COUNTS
    if not frame.moves:
        return _owned(stage, figure, frame)
    if last is not None and last.frame.moves and last.subjects and is_part(stage, figure, last):
        parts = [(indicator.replace(last.frame.moves, frame.moves), who) for indicator, who in last.subjects]
        return Measured(figure, frame, tuple(parts))
    moved = moves(stage, figure, frame.moves)
    return moved if isinstance(moved, str) else Measured(figure, frame, tuple(moved))


def _reconsidered(stage: Scene, measured: Measured) -> Measured | str:
    """The same with a likelier subject, where there is just one; or the reason why that cannot be it."""
    if len(measured.subjects) != 1:
        return measured
    ((indicator, subject),) = measured.subjects
    rule = rules().get(measured.frame.subject)
    if done_by(stage, measured.figure, indicator) or (rule and of_report(stage, measured.figure, rule)):
        return measured  # the words, or the section of a bulletin, tell who did it
    better = chosen(stage, measured.figure, indicator, subject)
    better = better if isinstance(better, str) else in_reach(stage, measured.figure, indicator, better)
    return better if isinstance(better, str) else replace(measured, subjects=((indicator, better),))


def _is_definite(figure: Figure) -> bool:
    """Whether the words speak of a few things told before: 两所学校去年签下协议, 三座园区都挂牌."""
    few = figure.quantity.raw[0] in "两三四五六" and figure.quantity.unit != "人"
    return few and re.match(cue("definite"), figure.clause_words) is not None


def _understood_by_noun(stage: Scene, figure: Figure) -> Measured | str:
    """The same for a figure that words farther away tell of; its subject must then be the more certain."""
    frame = overruled(figure, by_noun(stage, figure) or weighed(figure, money_topic(stage, figure))) or learnt(figure)
    if frame is None:
        return NO_INDICATOR
    if counts_a_list(stage, figure) or _is_definite(figure):
        return ONLY_COUNTS
    if frame.moves:
        moved = moves(stage, figure, frame.moves)
        return moved if isinstance(moved, str) else Measured(figure, frame, tuple(moved))
    found = _owned(stage, figure, frame)
    if isinstance(found, str):
        return found
    actor = found.subjects[0][1].actor
    aside = actor.case == OBLIQUE and (actor.label == "Region" or actor.agent or actor.sentence < figure.sentence)
    aside = aside and not (frame.subject in ("receiver", "giver") and stage.topics.is_helped(actor.entity))
    return UNKNOWN if aside or actor.sentence < figure.sentence - 1 else found


def _owned(stage: Scene, figure: Figure, frame: Frame) -> Measured | str:
    """The figure with its subject, the indicator made to fit that."""
    indicator, rule = frame.indicator, rules()[frame.subject]
    if indicator == "investment" and is_public(stage, figure):
        indicator, rule = "assistance_funds", rules()["receiver"]
    if indicator == "employees" and is_of_division(stage, figure):
        indicator, rule = "people_employed", rules()["employer"]
    if indicator == "people_helped" and re.search(cue("medical"), figure.clause_words):
        rule = replace(
            rule, labels=tuple(label for label in rule.labels if label not in ("Company", "Workshop", "Park"))
        )
    trusts = partial(trusted, stage, figure, indicator, frame.rule.endswith(": weighed"))
    subject = done_by(stage, figure, indicator) or subject_of(stage, figure, rule, trusts)
    if is_house(subject) and rule.helped and "Region" in rule.labels and act_together(stage, figure):
        subject = subject_of(stage, figure, replace(rule, labels=("Region",)))
    if subject == UNKNOWN and indicator.startswith("donated"):
        subject = subject_of(stage, figure, rules()["receiver"])
    if subject in (UNKNOWN, NAMELESS):
        subject = found(stage, figure, indicator) or _payer(stage, figure, rule) or subject
    if isinstance(subject, str):
        return subject
    if is_no_course(stage, figure, indicator) or counts_no_people(figure, indicator):
        return NO_INDICATOR
    if lives_elsewhere(figure, indicator, subject):
        return f"{UNKNOWN}: nobody lives in {subject.entity.name}"
    lived_in = subject.entity.label != "Facility" or re.search(cue("homes") + "$", subject.entity.name)
    led = frame.subject == "helper" or re.search(cue("members"), figure.clause_words)  # 带动茶农260户, 分给84户入股农户
    if indicator in ("households", "residents") and not (lived_in or led):
        return f"{UNKNOWN}: nobody lives in {subject.entity.name}"
    if is_plot(figure, indicator, subject):
        return NO_INDICATOR
    if is_of_one_grower(figure, indicator, subject):
        return f"{UNKNOWN}: one grower's own, not that of {subject.entity.name}"
    if is_wage_of_one(figure, indicator, subject):
        return f"{UNKNOWN}: {subject.entity.name} is a place, and no one who earns is named"
    indicator = of_staff(figure, of_households(figure, indicator), subject)
    indicator = own_income(figure, indicator, subject)
    if indicator == "companies" and are_of_helper(stage, figure):
        return f"{UNKNOWN}: the firms are those of the helping side"
    if indicator in ("donated_value", "donated_items"):
        return Measured(figure, frame, tuple((indicator, end) for end in ends_of_gift(stage, figure, subject)))
    return Measured(figure, frame, ((indicator, subject),))


def _payer(stage: Scene, figure: Figure, rule: Rule) -> Subject | None:
    """The subject of money of which nothing tells what it was paid for."""
    paid = payer_told(stage, figure) if rule.by == "receiver" else None
    return Subject(paid.entity, paid) if paid is not None else None


def _proven(
    reading: Reading, measured: Measured, indicator: str, subject: Subject, entities: dict[str, Entity]
) -> Iterator[Observation | Reject]:
    figure = measured.figure
    spans, because = _spans(reading, figure, subject.actor)
    draft = Draft(reading.article, spans, because, {"value": figure.quantity.raw})
    entity = entities.get(subject.entity.id, subject.entity)
    quantity = figure.quantity
    values = (quantity.value,) if quantity.maximum is None else (quantity.value, quantity.maximum)
    for value in values:
        outcome = prove_observation(
            reading.document, draft, entity, indicator, value, quantity.unit, **details(reading, figure)
        )
        yield replace(outcome, rule=measured.frame.rule) if isinstance(outcome, Observation) else outcome


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
    named = next(iter(reading.within(*where)), mention)
    step = mention.step or Step("subject", "topic", "", actor.entity.name)
    return tuple(dict.fromkeys((reading.span(*main), reading.span(*antecedent_span(reading, named))))), (step,)


def _reject(reading: Reading, figure: Figure, reason: str) -> Reject:
    sentence = reading.sentences[figure.sentence]
    span = reading.span(*clause_span(sentence, figure.start, figure.end))
    candidate = {"value": figure.quantity.value, "unit": figure.quantity.unit, "raw": figure.quantity.raw}
    return Reject(reason, candidate, quotes(reading.document, reading.article, [span]))
