"""The evidence rule, enforced in this one place.

A draft (what a reader of the text proposes) becomes a Fact or an Observation only through `prove_fact` and
`prove_observation`, which look every name, figure and unit up in the quoted words. What fails becomes a Reject with
its reason. `Proof` refuses to be made anywhere else.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import InitVar, dataclass, field, replace
from typing import Any, TypeVar

from graph.errors import ProofError
from graph.identity import digest, fact_id
from graph.model import Article, Document, Entity, Evidence, Fact, Observation, Reject, Step
from graph.normalise import fold
from graph.numerals import read
from graph.schema import schema

_KEY = object()
T = TypeVar("T", Fact, Observation)
_OTHER_END = {"subject": "object", "object": "subject"}
PROVABLE_WITHOUT_NAME = frozenset({"compressed pair"})


@dataclass(frozen=True, slots=True)
class Proof:
    """Quotes that were checked, the steps that were needed, and the tier that follows from them."""

    evidence: tuple[Evidence, ...]
    because: tuple[Step, ...]
    key: InitVar[object] = None

    def __post_init__(self, key: object) -> None:
        if key is not _KEY:
            raise ProofError("a Proof is made by graph.proof only: call prove_fact or prove_observation")

    @property
    def tier(self) -> str:
        """`stated`: the words alone say it; `inferred`: a recorded step was needed."""
        return "inferred" if self.because else "stated"

    def to_json(self) -> dict[str, Any]:
        return {
            "tier": self.tier,
            "because": [step.to_json() for step in self.because],
            "evidence": [e.to_json() for e in self.evidence],
        }


@dataclass(frozen=True, slots=True)
class Draft:
    """A proposed statement: spans of the document's text, the first of them the main one.

    `raw` gives, for each property or value that came out of the text, the words it came from.
    """

    article: Article
    spans: tuple[tuple[int, int], ...]
    because: tuple[Step, ...] = ()
    raw: Mapping[str, str] = field(default_factory=dict)


def quotes(document: Document, article: Article, spans: Iterable[tuple[int, int]]) -> tuple[Evidence, ...]:
    """The spans as evidence; a span outside the document is a bug and raises ProofError."""
    found: list[Evidence] = []
    for start, end in spans:
        if not 0 <= start < end <= len(document.text):
            raise ProofError(f"{document.name}: span {start}-{end} lies outside its {len(document.text)} characters")
        piece = Evidence(document.name, article.id, start, end, document.text[start:end])
        if piece not in found:
            found.append(piece)
    return tuple(found)


def prove_fact(
    document: Document,
    draft: Draft,
    relation: str,
    subject: Entity,
    object_: Entity,
    properties: Mapping[str, Any] | None = None,
) -> Fact | Reject:
    """The fact, if the quotes prove it, else the reject that says what they lack."""
    properties = {k: v for k, v in (properties or {}).items() if v is not None}
    evidence = quotes(document, draft.article, draft.spans)
    rule = schema().relations[relation]
    problem = (
        _forbidden(relation, subject, object_)
        or _unnamed(evidence, draft.because, {"subject": subject, "object": object_})
        or _unquoted(evidence, properties, draft.raw, rule.properties)
    )
    if problem:
        candidate = {
            "relation": relation,
            "subject": subject.as_end(),
            "object": object_.as_end(),
            "properties": properties,
        }
        return Reject(problem, candidate, evidence)
    because = draft.because
    if rule.symmetric and object_.id < subject.id:
        subject, object_ = object_, subject
        because = tuple(replace(step, role=_OTHER_END.get(step.role, step.role)) for step in because)
    key = {name: properties[name] for name in rule.key if name in properties}
    return Fact(
        id=fact_id(relation, subject.id, object_.id, key),
        relation=relation,
        subject=subject,
        object=object_,
        properties=properties,
        proof=Proof(evidence, because, _KEY),
    )


def prove_observation(
    document: Document, draft: Draft, subject: Entity, indicator: str, value: float, unit: str, **details: Any
) -> Observation | Reject:
    """The figure, if the quotes hold its number, unit and subject, else the reject that says what they lack.

    `details` are the further fields of Observation (minimum, maximum, modifier, status, aggregation, group,
    period_start, period_end, precision); `draft.raw["value"]` is the figure as written.
    """
    evidence = quotes(document, draft.article, draft.spans)
    raw = draft.raw["value"]
    problem = (
        _unnamed(evidence, draft.because, {"subject": subject})
        or misread(evidence, raw, value)
        or misunit(raw, unit, details)
    )
    if not problem and indicator not in schema().indicators:
        problem = f"{indicator} is no indicator of the vocabulary"
    if problem:
        candidate = {"subject": subject.as_end(), "indicator": indicator, "value": value, "unit": unit, "raw": raw}
        return Reject(problem, candidate, evidence)
    told_apart = [details.get(k) for k in ("status", "aggregation", "group", "period_start", "period_end")]
    return Observation(
        id=f"observation:{digest(subject.id, indicator, value, unit, told_apart)}",
        subject=subject,
        indicator=indicator,
        value=value,
        unit=unit,
        raw=raw,
        proof=Proof(evidence, draft.because, _KEY),
        **details,
    )


def contained(inner: Entity, outer: Entity) -> Fact:
    """Region PART_OF region, as the gazetteer has it: the one kind of fact that needs no quote."""
    return Fact(
        id=fact_id("PART_OF", inner.id, outer.id, {}),
        relation="PART_OF",
        subject=inner,
        object=outer,
        properties={},
        proof=Proof((), (), _KEY),
        source="gazetteer",
    )


def joined(facts: Iterable[Fact]) -> list[Fact]:
    """Each fact once, with the quotes of all its best proofs: words that say it before words that need a step."""
    groups: dict[str, list[Fact]] = {}
    for fact in facts:
        groups.setdefault(fact.id, []).append(fact)
    return [_one(group) for group in groups.values()]


def joined_observations(observations: Iterable[Observation]) -> list[Observation]:
    """Each figure once, with the quotes of all its best proofs."""
    groups: dict[str, list[Observation]] = {}
    for observation in observations:
        groups.setdefault(observation.id, []).append(observation)
    return [replace(_best(group)[0], proof=_shared(_best(group))) for group in groups.values()]


def _one(group: list[Fact]) -> Fact:
    leading = _best(group)
    properties: dict[str, Any] = {}
    for fact in leading:
        properties = {**fact.properties, **properties}
    return replace(leading[0], properties=properties, proof=_shared(leading))


def _best(group: list[T]) -> list[T]:
    stated = [one for one in group if one.proof.tier == "stated"]
    return stated or group


def _shared(group: Sequence[Fact] | Sequence[Observation]) -> Proof:
    """One proof out of several: all quotes of proofs by the same steps as the first."""
    first = group[0].proof
    evidence = dict.fromkeys(e for one in group if one.proof.because == first.because for e in one.proof.evidence)
    return Proof(tuple(evidence), first.because, _KEY)


def _forbidden(relation: str, subject: Entity, object_: Entity) -> str | None:
    if subject.id == object_.id:
        return f"{relation} would join {subject.name} with itself"
    if not schema().allows(relation, subject.label, object_.label):
        return f"{relation} cannot run from {subject.label} to {object_.label}"
    return None


def _unnamed(evidence: Sequence[Evidence], because: Sequence[Step], ends: Mapping[str, Entity]) -> str | None:
    """What is wrong with the names: each must stand in a quote, and in the main one unless a step leads there."""
    folded = [fold(e.quote) for e in evidence]
    for role, entity in ends.items():
        steps = [s for s in because if s.role == role]
        names = [name for name in map(fold, entity.names) if len(name) > 1]  # 桂 alone is no name: see compressed pairs
        here = [any(name in quote for name in names) for quote in folded]
        compressed = any(s.kind in PROVABLE_WITHOUT_NAME and fold(s.surface) in folded[0] for s in steps)
        if not any(here) and not compressed:
            return f"the {role} {entity.name} stands in no quote"
        if not here[0] and not steps:
            return f"no recorded step leads from the quote to the {role} {entity.name}"
    return None


def _unquoted(
    evidence: Sequence[Evidence], properties: Mapping[str, Any], raw: Mapping[str, str], kinds: Mapping[str, str]
) -> str | None:
    """What is wrong with the properties: each must come from quoted words, and a number must read as it is."""
    folded = [fold(e.quote) for e in evidence]
    for name, value in properties.items():
        if name not in kinds:
            return f"the vocabulary gives the relation no property {name}"
        words = raw.get(name, str(value))
        if not any(fold(words) in quote for quote in folded):
            return f"the {name} '{words}' stands in no quote"
        problem = None
        if kinds[name] in ("money", "number"):
            problem = misread(evidence, words, float(value))
        elif kinds[name] == "date":
            problem = _misdated(words, str(value))
        if problem:
            return problem
    return None


def _misdated(raw: str, value: str) -> str | None:
    """What is wrong with a date: its year and month may not contradict those written in its words."""
    written = re.search(r"(?P<year>\d{4})?年?(?:(?P<month>\d{1,2})月)?", fold(raw))
    year, month = (written["year"], written["month"]) if written else (None, None)
    given = value.split("-")
    if (year and year != given[0]) or (month and len(given) > 1 and int(month) != int(given[1])):
        return f"'{raw}' does not read as {value}"
    return None


def misread(evidence: Sequence[Evidence], raw: str, value: float) -> str | None:
    """What is wrong with a figure: its words must stand in a quote and read as the value."""
    if not any(_figure_stands_in(fold(e.quote), fold(raw)) for e in evidence):
        return f"the figure '{raw}' stands in no quote"
    quantity = read(raw)
    if quantity is None:
        return f"'{raw}' cannot be read as a figure"
    if value not in (quantity.value, quantity.minimum, quantity.maximum):
        return f"'{raw}' reads as {quantity.value:g}, not {value:g}"
    return None


def _figure_stands_in(quote: str, raw: str) -> bool:
    """Whether the words of a figure stand in the quote, and not as a part of a longer number."""
    at = quote.find(raw)
    while at >= 0:
        before, after = quote[max(0, at - 1) : at], quote[at + len(raw) : at + len(raw) + 1]
        if not (before.isdecimal() or before == "." or (raw[-1:].isdecimal() and after.isdecimal())):
            return True
        at = quote.find(raw, at + 1)
    return False


def misunit(raw: str, unit: str, details: Mapping[str, Any]) -> str | None:
    """What is wrong with a figure's unit, range and modifier: they are those of its words."""
    quantity = read(raw)
    if quantity is None:
        return None  # said already
    if quantity.unit and quantity.unit != unit:
        return f"'{raw}' is counted in {quantity.unit}, not {unit}"
    for name in ("minimum", "maximum", "modifier"):
        if details.get(name) is not None and details[name] != getattr(quantity, name):
            return f"'{raw}' gives the {name} {getattr(quantity, name)}, not {details[name]}"
    return None
