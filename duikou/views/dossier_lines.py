"""One line of a dossier: a fact or a figure in words, with its proofs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any

from duikou import words
from duikou.messages import say
from duikou.views.knowledge import Fact, Figure, Knowledge, Node, Proof
from duikou.views.page import Both, both
from graph.schema import schema


@dataclass(frozen=True, slots=True)
class Line:
    """A statement as a page shows it.

    words: the relation or the indicator. node: the other end of a fact; None where that is the name of the page (`own`)
    or there is none. value: a quantity or the properties of a fact. marks: what qualifies a figure. whole: the statement by itself, in one breath. steps:
    what the proof rests on besides its words.
    """

    id: str
    words: Both
    node: Node | None
    own: bool
    value: Both | None
    when: Both | None
    marks: tuple[Both, ...]
    whole: Both
    tier: str
    steps: tuple[Both, ...]
    proofs: tuple[Proof, ...]


def fact_line(fact: Fact, known: Knowledge, other: Node | None) -> Line:
    """A fact; `other` is the end that its entry does not name, None where that is the name of the page."""
    relation = Both.of(lambda lang: words.relation_name(fact.relation, lang))
    timeless = {name: value for name, value in fact.details.items() if name not in ("since", "until")}
    value = Both.of(lambda lang: words.details(fact.relation, timeless, lang))
    subject, target = known.nodes[fact.subject].name, known.nodes[fact.object].name
    whole = Both(
        f"{subject} {relation.zh} {target}{'：' + value.zh if value.zh else ''}",
        f"{subject} {relation.en} {target}{': ' + value.en if value.en else ''}",
    )
    since, until = fact.details.get("since"), fact.details.get("until")
    lasts = "until" in schema().relations[fact.relation].properties  # otherwise it is an event, and `since` its date
    when = span(since, until) if lasts else span(since, since)
    return Line(
        id=fact.id,
        words=relation,
        node=other,
        own=other is None,
        value=value if value.zh else None,
        when=when,
        marks=(),
        whole=whole,
        tier=fact.tier,
        steps=_steps(fact.because),
        proofs=fact.proofs,
    )


def figure_line(figure: Figure, known: Knowledge) -> Line:
    """A figure of the page's own name, or of that of its entry."""
    indicator = Both.of(lambda lang: words.indicator_name(figure.indicator, lang))
    value = figure_value(figure)
    subject = known.nodes[figure.subject].name
    cohort = figure.details.get("cohort")
    group = (Both(cohort, cohort),) if cohort else ()
    return Line(
        id=figure.id,
        words=indicator,
        node=None,
        own=False,
        value=value,
        when=figure_when(figure),
        marks=(*group, *_kind(figure.details)),
        whole=Both(f"{subject} {indicator.zh} {value.zh}", f"{subject}: {indicator.en} {value.en}"),
        tier=figure.tier,
        steps=_steps(figure.because),
        proofs=figure.proofs,
    )


def figure_value(figure: Figure) -> Both:
    """The quantity of a figure, its range where the text gives one."""
    return Both.of(lambda lang: words.figure(figure.details, lang))


def figure_when(figure: Figure) -> Both | None:
    """The period of a figure, else the date of the first article that reports it, which is said to be one."""
    period = span(figure.details.get("period_start"), figure.details.get("period_end"))
    reported = first_report(figure.proofs)
    return period or (both("dossier_reported", date=reported) if reported else None)


def first_report(proofs: tuple[Proof, ...]) -> str | None:
    """The earliest date of an article that says so."""
    return min((proof.article.published for proof in proofs if proof.article.published), default=None)


def span(start: str | None, stop: str | None) -> Both | None:
    """A period in words.

    >>> span("2021", "2023").zh, span("2021-04", None).en, span("2024", "2024").zh, span(None, None)
    ('2021 – 2023', 'since 2021-04', '2024', None)
    """
    if start and stop:
        return Both(start, start) if start == stop else Both(f"{start} – {stop}", f"{start} – {stop}")
    if start:
        return both("dossier_since", date=start)
    return both("dossier_until", date=stop) if stop else None


def _kind(details: Mapping[str, Any]) -> tuple[Both, ...]:
    """What a figure is where it is no plain outcome at one point: a target, counted over years."""
    status, aggregation = details.get("status"), details.get("aggregation")
    marks = []
    if status and status != "outcome":
        marks.append(Both.of(lambda lang: say(lang, f"status.{status}")))
    if aggregation in ("year", "ytd", "cumulative"):
        marks.append(both(f"dossier_{aggregation}"))
    return tuple(marks)


def _steps(because: tuple[Mapping[str, str], ...]) -> tuple[Both, ...]:
    return tuple(dict.fromkeys(Both.of(partial(words.step, one)) for one in because))
