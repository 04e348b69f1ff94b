"""From an article's figures to its proven observations."""

from __future__ import annotations

import re
from collections.abc import Iterator

from graph.model import Entity, Observation, Reject, Step
from graph.proof import Draft, prove_observation, quotes
from loaders.measure_actors import FREE, OBLIQUE, Actor
from loaders.measure_details import details
from loaders.measure_figures import Figure, figures
from loaders.measure_frames import frames
from loaders.measure_moves import moves, sent_by
from loaders.measure_scene import Scene, scene
from loaders.measure_series import Measured, continues, counts_a_list, is_part, rest, someone_new
from loaders.measure_subject import AMBIGUOUS, UNKNOWN, Subject, rules, subject_of
from loaders.proposals import antecedent_span, clause_span, united
from loaders.values import Reading

NO_INDICATOR = "no indicator"
_LONGEST_QUOTE = 90
_BUSINESS = re.compile(r"C|企业|公司|厂|引来|引进|招引|招商|签约|协议|合同|到位|老板|商人")


def measure(reading: Reading) -> Iterator[Observation | Reject]:
    """One observation for each figure whose subject and indicator can be proven, else the reason why not."""
    if not _is_about_help(reading):
        return
    stage = scene(reading)
    entities = united([e for m in reading.mentions for e in (m.entity, m.prefix) if e is not None])
    seen: set[str] = set()
    last: Measured | None = None
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


def _understood(stage: Scene, figure: Figure, last: Measured | None) -> Measured | str:
    """What the figure measures, and of whom; or the reason why that is not known."""
    frame = frames().of(figure.scopes, figure.quantity)
    if last is not None and (frame is None or rest(figure) == "") and continues(figure, last):
        if not someone_new(stage, figure, last):
            return Measured(figure, last.frame, last.subjects)
        if last.frame.moves:
            sender = sent_by(stage, figure)
            if sender is not None:
                return Measured(figure, last.frame, ((f"{last.frame.moves}_sent", sender),))
            return f"{AMBIGUOUS}: nothing tells whether they are sent or received"
        frame = last.frame
    by_noun = frame is None
    frame = frame or by_noun(stage, figure)
    if frame is None:
        return NO_INDICATOR
    if counts_a_list(figure):
        return "the number only counts the names before it"
    if frame.moves and last is not None and last.frame.moves and is_part(stage, figure, last):
        parts = [(indicator.replace(last.frame.moves, frame.moves), who) for indicator, who in last.subjects]
        return Measured(figure, frame, tuple(parts))
    if frame.moves:
        found = moves(stage, figure, frame.moves)
        return found if isinstance(found, str) else Measured(figure, frame, tuple(found))
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
    return Measured(figure, frame, ((indicator, subject),))


def _receiving(stage: Scene, figure: Figure) -> Subject | None:
    found = subject_of(stage, figure, rules()["receiver"])
    return None if isinstance(found, str) else found


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
