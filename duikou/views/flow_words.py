"""Facts in the reader's words, as all pictures of questions list them; each is written into a page once, by its number."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import partial

from duikou import words
from duikou.settings import Lang
from duikou.views.knowledge import Fact, Figure, Node, Proof
from duikou.views.page import Both


@dataclass(frozen=True, slots=True)
class Line:
    """A fact or figure as it is read: its ends, what holds between them, its details, the steps to it, its proofs."""

    number: int
    subject: Node
    says: Both
    relation: str
    object: Node | None
    details: Both | None
    tier: str
    steps: tuple[Both, ...]
    proofs: tuple[Proof, ...]
    source: str | None


def numbered(facts: Iterable[Fact | Figure]) -> dict[str, int]:
    """A number for each fact, in the order given, by its id."""
    return {id_: number for number, id_ in enumerate(dict.fromkeys(fact.id for fact in facts))}


def line_of(fact: Fact | Figure, number: int, nodes: Mapping[str, Node]) -> Line:
    """The fact in words."""
    steps = tuple(Both.of(partial(words.step, one)) for one in fact.because)
    subject = nodes[fact.subject]
    if isinstance(fact, Figure):
        says = Both.of(partial(words.indicator_name, fact.indicator))
        details = Both.of(partial(_figure, fact))
        return Line(number, subject, says, "OBSERVED_OF", None, details, fact.tier, steps, fact.proofs, None)
    says = relation_words(fact.relation)
    said = Both.of(partial(words.details, fact.relation, fact.details))
    details_or_none = said if said.zh else None
    target = nodes[fact.object]
    return Line(
        number, subject, says, fact.relation, target, details_or_none, fact.tier, steps, fact.proofs, fact.source
    )


def figure_words(figure: Figure) -> Both:
    """What a figure counts and whom, without the time."""
    return Both.of(partial(_figure, figure, timed=False))


def relation_words(relation: str) -> Both:
    """A relation in both languages."""
    return Both.of(partial(words.relation_name, relation))


def money_words(yuan: float) -> Both:
    """A sum in both languages.

    >>> money_words(31000000).zh, money_words(31000000).en
    ('3100万元', '31 million yuan')
    """
    return Both.of(partial(words.quantity, yuan, "元"))


def _figure(figure: Figure, lang: Lang, timed: bool = True) -> str:
    known = figure.details
    period = "–".join(dict.fromkeys(str(known[name]) for name in ("period_start", "period_end") if known.get(name)))
    said = [
        words.figure(known, lang),
        *(str(part) for part in (known.get("cohort"), period if timed else None) if part),
    ]
    return ("；" if lang is Lang.zh else "; ").join(said)
