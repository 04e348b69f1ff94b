"""The figures of one name: what stands at the top of its page, and all of them by theme, with charts by year."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from duikou import words
from duikou.views.dossier_charts import Point, Stretch, columns, history, shares
from duikou.views.dossier_lines import Line, figure_line, figure_value, first_report
from duikou.views.dossier_sections import Section, arrangement
from duikou.views.flow_words import money_words
from duikou.views.knowledge import Fact, Figure, Knowledge, Node
from duikou.views.page import Both, both

_CARDS, _ROWS = 6, 24


@dataclass(frozen=True, slots=True)
class Indicator:
    """All figures of one indicator; `chart` where they lie in several years."""

    name: Both
    chart: Markup | None
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Theme:
    """Indicators that go together."""

    title: Both
    indicators: tuple[Indicator, ...]


@dataclass(frozen=True, slots=True)
class Giver:
    """Who gave, the sum of all that has an amount, and a bar of its parts."""

    node: Node
    total: Both
    bar: Markup


@dataclass(frozen=True, slots=True)
class Money:
    """Sums by giver, and by the year they are dated to; `undated`: how many sums have no year."""

    givers: tuple[Giver, ...]
    years: Markup | None
    undated: int


@dataclass(frozen=True, slots=True)
class History:
    """The pairings through the years, the first to begin; `left_out`: how many more there are."""

    drawing: Markup
    left_out: int


def themes(known: Knowledge, me: str) -> list[Theme]:
    """The figures of the name itself, in the order of dossier.yaml."""
    mine: dict[str, list[Figure]] = {}
    for figure in known.figures_of(me):
        mine.setdefault(figure.indicator, []).append(figure)
    found = []
    for theme in arrangement()["themes"].values():
        indicators = tuple(_indicator(one, mine[one], known) for one in theme["indicators"] if one in mine)
        if indicators:
            found.append(Theme(Both(theme["zh"], theme["en"]), indicators))
    return found


def headline(known: Knowledge, node: Node) -> list[Line]:
    """The figures for the top of the page: of each indicator the newest outcome that is of everybody."""
    found = []
    for indicator in arrangement()["headline"][node.label]:
        figures = [figure for figure in known.figures_of(node.id) if figure.indicator == indicator]
        if figures:
            found.append(figure_line(max(figures, key=_prominence), known))
    return found[:_CARDS]


def money(section: Section, known: Knowledge) -> Money | None:
    """Who gave how much, and when; None when no amount is given."""
    dated = [fact for fact in section.facts if fact.details.get("amount")]
    if not dated:
        return None
    by_giver: dict[str, list[Fact]] = {}
    for fact in sorted(dated, key=lambda fact: (-fact.details["amount"], fact.id)):
        by_giver.setdefault(fact.subject, []).append(fact)
    totals = {giver: sum(float(fact.details["amount"]) for fact in facts) for giver, facts in by_giver.items()}
    most = max(totals.values())
    givers = tuple(
        Giver(known.nodes[giver], money_words(totals[giver]), shares([_sum(fact) for fact in by_giver[giver]], most))
        for giver in sorted(totals, key=lambda giver: (-totals[giver], known.nodes[giver].name, giver))
    )
    years: dict[str, list[Fact]] = {}
    for fact in dated:
        years.setdefault(str(fact.details.get("since") or "")[:4], []).append(fact)
    undated = len(years.pop("", []))
    points = [
        Point(year, amount, _short(money_words(amount)), f"#{facts[0].id}")
        for year, facts in sorted(years.items())
        for amount in (sum(float(fact.details["amount"]) for fact in facts),)
    ]
    return Money(givers, columns(points, both("dossier_by_year")) if points else None, undated)


def pairings(sections: Iterable[Section], known: Knowledge, me: str) -> History | None:
    """The pairings that a text or an article dates; None when there are none."""
    found = []
    for section in sections:
        for fact in section.facts if section.key in ("helped_by", "helps") else ():
            ends = [known.nodes[end].name for end in (fact.subject, fact.object) if end != me]
            published = {proof.article.published for proof in fact.proofs if proof.article.published}
            seen = tuple(sorted({_year(date) for date in published}))
            start, stop = fact.details.get("since"), fact.details.get("until")
            if start or stop or seen:
                until = _year(stop, end=True) if stop else None
                found.append(Stretch(" → ".join(ends), f"#{fact.id}", _year(start) if start else None, until, seen))
    found.sort(key=lambda one: (one.start if one.start is not None else 9999.0, one.name, one.href))
    drawn = found[:_ROWS]
    return History(history(drawn, both("dossier_history")), len(found) - len(drawn)) if found else None


def _indicator(name: str, figures: Sequence[Figure], known: Knowledge) -> Indicator:
    ordered = sorted(figures, key=lambda figure: (_time(figure)[0], figure.details["value"], figure.id))
    timed = [figure for figure in ordered if _time(figure)[0]]
    series: dict[tuple[object, ...], list[Figure]] = {}
    for figure in timed:
        seen = figure.details
        kind = (seen.get("unit"), seen.get("status"), seen.get("aggregation"), seen.get("cohort"))
        series.setdefault(kind, []).append(figure)
    longest = max(series.values(), key=lambda some: len({_time(one)[0] for one in some}), default=[])
    chart = None
    said = Both.of(lambda lang: words.indicator_name(name, lang))
    if len({_time(figure)[0] for figure in longest}) > 1:
        chart = columns([_point(figure) for figure in longest], said)
    return Indicator(said, chart, tuple(figure_line(figure, known) for figure in ordered))


def _point(figure: Figure) -> Point:
    time, sure = _time(figure)
    return Point(time, float(figure.details["value"]), _short(figure_value(figure)), f"#{figure.id}", sure)


def _time(figure: Figure) -> tuple[str, bool]:
    """The year or month of a figure, and whether its text gives it; else when it was first reported."""
    period = figure.details.get("period_end") or figure.details.get("period_start")
    if period:
        return str(period)[:7], True
    return (first_report(figure.proofs) or "")[:7], False


def _prominence(figure: Figure) -> tuple[object, ...]:
    seen = figure.details
    return seen.get("status") == "outcome", not seen.get("cohort"), _time(figure)[0], seen["value"], figure.id


def _year(date: str, *, end: bool = False) -> float:
    """A date as a number of years; of one that is a year only, its beginning or its end.

    >>> _year("2021"), _year("2021", end=True), _year("2021-07")
    (2021.0, 2022.0, 2021.5)
    """
    parts = [int(part) for part in date.split("-")]
    if len(parts) == 1:
        return parts[0] + float(end)
    return parts[0] + (parts[1] - 1) / 12 + (parts[2] / 372 if len(parts) > 2 else 0)


def _sum(fact: Fact) -> Point:
    amount = float(fact.details["amount"])
    return Point("", amount, money_words(amount), f"#{fact.id}")


def _short(said: Both) -> Both:
    """A quantity as it stands over a column, in English without the word yuan.

    >>> _short(Both("260万元", "2.6 million yuan")).en
    '2.6M'
    """
    english = said.en.removesuffix(" yuan").replace(" million", "M").replace(" billion", "B")
    return Both(said.zh, english)
