"""The page of one name: what it is, who helps, firms, people, money, figures, sources that differ, and all proofs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from duikou import words
from duikou.settings import Lang
from duikou.views.dossier_figures import History, Money, Theme, headline, money, pairings, themes
from duikou.views.dossier_lines import Line
from duikou.views.dossier_places import Setting, node_of, scope, setting
from duikou.views.dossier_sections import Section, sections
from duikou.views.dossier_sources import Cited, Dispute, cited, disputes
from duikou.views.knowledge import Knowledge, Node, around
from duikou.views.page import Both, page
from graph.store import Store
from queries.names import code_prefix

_HELPED_WITH_THE_COUNTY = ("Region", "RelocationSite", "Park")


@dataclass(frozen=True, slots=True)
class Dossier:
    """Everything that the page of `node` shows; `known` has the nodes by their ids.

    inside: the ids of the name and of what lies in it. above: the places it lies in, up to the county.
    """

    node: Node
    inside: frozenset[str]
    above: tuple[Node, ...]
    known: Knowledge
    setting: Setting
    headline: tuple[Line, ...]
    sections: tuple[Section, ...]
    money: Money | None
    history: History | None
    themes: tuple[Theme, ...]
    disputes: tuple[Dispute, ...]
    cited: tuple[Cited, ...]


def dossier_page(store: Store, id: str, lang: Lang, links: Mapping[str, str] | None = None) -> str:
    """The HTML of the page of an entity; UsageError when the store holds none with this id.

    links: where other pages lie, by the id of an entity or an article.
    """
    return dossier_html(dossier(store, id), lang, links)


def dossier(store: Store, id: str) -> Dossier:
    """What the store knows of an entity, as its page is arranged."""
    node = node_of(store, id)
    inside = scope(store, node)
    around_it = setting(store, node)
    above = tuple(place for place in around_it.above if _near(place)) if around_it.stated else ()
    helped = {place.id for place in above} if node.label in _HELPED_WITH_THE_COUNTY else set()
    known = around(store, inside | helped)
    found = sections(known, id, inside, helped)
    figures = themes(known, id)
    lines = [line for section in found for entry in section.entries for line in entry.lines]
    lines += [line for theme in figures for indicator in theme.indicators for line in indicator.lines]
    paid = next((section for section in found if section.key == "money"), None)
    return Dossier(
        node=node,
        inside=inside,
        above=above,
        known=known,
        setting=around_it,
        headline=tuple(headline(known, node)),
        sections=tuple(found),
        money=money(paid, known) if paid else None,
        history=pairings(found, known, id),
        themes=tuple(figures),
        disputes=tuple(disputes(store, known, id, inside)),
        cited=tuple(cited(lines)),
    )


def dossier_html(found: Dossier, lang: Lang, links: Mapping[str, str] | None = None) -> str:
    """The page of a dossier that is made already."""
    statements = {line.id for one in found.cited for passage in one.passages for line in passage.lines}
    return page(
        "dossier.html",
        title=Both(found.node.name, found.node.name),
        lang=lang,
        styles=["dossier.css"],
        scripts=["dossier.js"],
        label=label_words(found.node),
        label_of=label_words,
        dossier=found,
        statements=len(statements),
        disputed={line.id for one in found.disputes for line in one.lines},
        first_pairs=next((one.key for one in found.sections if one.key in ("helped_by", "helps")), None),
        hollow=any("hollow" in (one.chart or "") for theme in found.themes for one in theme.indicators),
        links=dict(links or {}),
    )


def label_words(node: Node) -> Both:
    """What kind of thing it is."""
    return Both.of(lambda lang: words.label_name(node.label, lang))


def _near(place: Node) -> bool:
    """Whether help for the place is help for what lies in it: a county, or what is smaller; no city or province."""
    return place.label != "Region" or not place.code or len(code_prefix(place.code)) >= 6
