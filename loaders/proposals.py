"""What the finders of relations hand on: a fact with its words, not yet proven."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from graph.model import Entity, Fact, Reject, Step
from graph.proof import Draft, prove_fact
from loaders.topics import Found
from loaders.values import Mention, Reading, Sentence


@dataclass(frozen=True, slots=True)
class Proposal:
    """A relation between two entities, the words that say it (first the main span, by block) and the steps needed."""

    relation: str
    subject: Entity
    object: Entity
    spans: tuple[tuple[int, int, int], ...]
    because: tuple[Step, ...] = ()
    properties: Mapping[str, Any] = field(default_factory=dict)
    raw: Mapping[str, str] = field(default_factory=dict)
    problem: str | None = None  # why it is to be rejected, where the finder already knows
    rule: str = ""  # the frame or the finder that read it


def clause_span(sentence: Sentence, start: int, end: int) -> tuple[int, int, int]:
    """The clauses of the sentence that cover a span, as (block, start, end)."""
    touched = [(s, e) for s, e in sentence.clauses if s < end and start < e]
    if touched:
        start, end = min(start, touched[0][0]), max(end, touched[-1][1])
    return sentence.block, start, end


def sentence_of(reading: Reading, mention: Mention) -> Sentence | None:
    """The sentence in which a mention stands."""
    for sentence in reading.sentences:
        if sentence.block == mention.block and sentence.start <= mention.start < sentence.end:
            return sentence
    return None


def antecedent_span(reading: Reading, mention: Mention) -> tuple[int, int, int]:
    """The words around a mention that a proof leans on: its clause."""
    sentence = sentence_of(reading, mention)
    if sentence is None:
        return mention.block, mention.start, mention.end
    return clause_span(sentence, mention.start, mention.end)


def overlap(one: tuple[int, int, int], other: tuple[int, int, int]) -> bool:
    """Whether two spans (block, start, end) share words."""
    return one[0] == other[0] and one[1] < other[2] and other[1] < one[2]


def leaning(
    reading: Reading, one: Mention | Found, role: str
) -> tuple[tuple[tuple[int, int, int], ...], tuple[Step, ...]]:
    """What an end needs as proof that the main words do not name: where it was named, and the step from there."""
    if isinstance(one, Found):
        return (antecedent_span(reading, one.where),), (one.step(role),)
    if one.step is not None and one.antecedent is not None:  # 公司, 园区: what they stand for is said before
        return (one.antecedent,), (Step(role, one.step.kind, one.surface, one.entity.name),)
    return (), ()


def united(entities: list[Entity]) -> dict[str, Entity]:
    """One entity an id, with every form met in the article."""
    found: dict[str, Entity] = {}
    for entity in entities:
        known = found.get(entity.id)
        if known is None:
            found[entity.id] = entity
            continue
        forms = dict.fromkeys((*known.aliases, entity.name, *entity.aliases))
        forms.pop(known.name, None)
        if tuple(forms) != known.aliases:
            found[entity.id] = replace(known, aliases=tuple(forms))
    for key, entity in found.items():
        aliases = tuple(sorted(entity.aliases))
        if aliases != entity.aliases:
            found[key] = replace(entity, aliases=aliases)
    return found


def prove(reading: Reading, proposal: Proposal, entities: Mapping[str, Entity]) -> Fact | Reject:
    """The fact, or the reason why it is none."""
    spans = tuple(dict.fromkeys(reading.span(*span) for span in proposal.spans))
    subject = entities.get(proposal.subject.id, proposal.subject)
    object_ = entities.get(proposal.object.id, proposal.object)
    draft = Draft(reading.article, spans, tuple(dict.fromkeys(proposal.because)), proposal.raw)
    if proposal.problem is not None:
        candidate = {
            "relation": proposal.relation,
            "subject": subject.as_end(),
            "object": object_.as_end(),
            "properties": dict(proposal.properties),
        }
        return Reject(proposal.problem, candidate, quotes_of(reading, spans))
    outcome = prove_fact(reading.document, draft, proposal.relation, subject, object_, proposal.properties)
    return replace(outcome, rule=proposal.rule) if isinstance(outcome, Fact) else outcome


def quotes_of(reading: Reading, spans: tuple[tuple[int, int], ...]) -> tuple[Any, ...]:
    """Evidence for a reject."""
    from graph.proof import quotes

    return quotes(reading.document, reading.article, spans)
