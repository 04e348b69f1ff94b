"""The facts around one name, sorted into the sections of its page."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from duikou.views.dossier_lines import Line, fact_line, figure_line
from duikou.views.knowledge import Fact, Knowledge, Node
from duikou.views.page import Both
from graph.data import parse_yaml
from graph.schema import schema

_FIGURES_BESIDE = ("sites", "firms", "places")
_ORDER = {label: place for place, label in enumerate(schema().labels)}


@dataclass(frozen=True, slots=True)
class Entry:
    """A name with what is said of it; without a name, what is said of the page's own under one relation."""

    node: Node | None
    words: Both | None
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Section:
    """Entries under a title; `facts` are those of its lines."""

    key: str
    title: Both
    entries: tuple[Entry, ...]
    facts: tuple[Fact, ...]


@cache
def arrangement() -> Mapping[str, Any]:
    """dossier.yaml: what stands on a page, and in which order."""
    found: dict[str, Any] = parse_yaml(files("duikou.views").joinpath("dossier.yaml").read_text(encoding="utf-8"))
    return found


def sections(known: Knowledge, me: str, scope: Collection[str], above: Collection[str]) -> list[Section]:
    """The sections that have content, in the order of dossier.yaml.

    scope: the name and what lies in it. above: the places it lies in, whose helpers are its own.
    """
    sorted_in: dict[str, dict[tuple[str, str], list[Fact]]] = {}
    for fact in known.facts:
        key = section_of(fact, known, me, scope, above)
        if key:
            subject = _turned(fact, me)[0]
            entry = ("", fact.relation) if subject == me else (subject, "")
            sorted_in.setdefault(key, {}).setdefault(entry, []).append(fact)
    shown = {fact.id for groups in sorted_in.values() for facts in groups.values() for fact in facts}
    return [
        _section(key, Both(*title), sorted_in[key], known, me, shown)
        for key, title in arrangement()["sections"].items()
        if key in sorted_in
    ]


def section_of(
    fact: Fact, known: Knowledge, me: str, scope: Collection[str], above: Collection[str] = ()
) -> str | None:
    """The section of a fact; None for one that stands on other pages, and for the gazetteer's."""
    if fact.source:
        return None
    rule = arrangement()["rules"][fact.relation]
    as_object = rule["object"]
    if isinstance(as_object, dict):
        as_object = as_object[known.nodes[fact.subject].label]
    if fact.subject == me:
        return str(rule["subject"])
    if fact.object == me or ("object" in rule["within"] and fact.object in scope):
        return str(as_object)
    if "subject" in rule["within"] and fact.subject in scope:
        return str(rule["subject"])
    return "helped_by" if fact.relation == "ASSISTS" and fact.object in above else None


def _section(
    key: str,
    title: Both,
    facts: Mapping[tuple[str, str], list[Fact]],
    known: Knowledge,
    me: str,
    shown: Collection[str],
) -> Section:
    entries = []
    for (subject, _), found in sorted(facts.items(), key=lambda item: _place(item[0], item[1], known, me)):
        lines = [_line(fact, known, me) for fact in sorted(found, key=lambda fact: _weight(fact, known))]
        node = known.nodes[subject] if subject else None
        if node and key in _FIGURES_BESIDE:
            lines += _beside(node, known, shown)
        entries.append(Entry(node, None if node else lines[0].words, tuple(lines)))
    return Section(key, title, tuple(entries), tuple(fact for found in facts.values() for fact in found))


def _turned(fact: Fact, me: str) -> tuple[str, str]:
    """The ends of a fact; one that has no direction begins with the name of the page."""
    if schema().relations[fact.relation].symmetric and fact.object == me:
        return fact.object, fact.subject
    return fact.subject, fact.object


def _line(fact: Fact, known: Knowledge, me: str) -> Line:
    other = _turned(fact, me)[1]
    return fact_line(fact, known, None if other == me else known.nodes[other])


def _weight(fact: Fact, known: Knowledge) -> tuple[float, str, str, str, str]:
    """Large sums first, then by time and name."""
    amount = float(fact.details.get("amount") or 0)
    other = known.nodes[fact.object].name
    return -amount, fact.relation, str(fact.details.get("since") or "9999"), other, fact.id


def _place(key: tuple[str, str], facts: list[Fact], known: Knowledge, me: str) -> tuple[object, ...]:
    """What the page's own name does first, then what is said of it itself, then by sum, time, label, name."""
    subject, relation = key
    if not subject:
        return 0, False, 0.0, "", 0, relation, ""
    amount = sum(float(fact.details.get("amount") or 0) for fact in facts)
    node = known.nodes[subject]
    since = min(str(fact.details.get("since") or "9999") for fact in facts)
    return 1, all(fact.object != me for fact in facts), -amount, since, _ORDER[node.label], node.name, subject


def _beside(node: Node, known: Knowledge, shown: Collection[str]) -> list[Line]:
    """Where a firm came from, unless the page shows that elsewhere, and the figures that say how large a thing is."""
    origins = [
        fact
        for fact in known.facts_of(node.id)
        if fact.relation == "CAME_FROM" and fact.subject == node.id and fact.id not in shown
    ]
    wanted = arrangement()["key"].get(node.label, ())
    figures = [figure for figure in known.figures_of(node.id) if figure.indicator in wanted]
    figures.sort(key=lambda figure: (wanted.index(figure.indicator), figure.details["value"], figure.id))
    return [fact_line(fact, known, known.nodes[fact.object]) for fact in origins] + [
        figure_line(figure, known) for figure in figures
    ]
