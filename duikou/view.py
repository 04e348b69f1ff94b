"""Which page shows what was asked for: a question's answer, what goes by a name, an article, or the whole store."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from html import escape
from pathlib import Path
from typing import Any

from duikou.settings import Lang
from duikou.view_kinds import Kind
from graph.errors import UsageError
from graph.store import Store
from queries.ask import ask, given_values, values_of
from queries.catalogue import Question, catalogue, question
from queries.names import Named, called, nothing_called

# What a question is best shown as; others are a graph of what their answers name.
_KINDS: Mapping[str, Kind] = {"pairings": Kind.flow, "money": Kind.flow, "secondments": Kind.timeline}
_PAIRED = (Kind.flow, Kind.map)  # pages that are narrowed by the two sides of a pairing
_SIDES = (("helper", "helper_ids"), ("helped", "helped_ids"))


@dataclass(frozen=True, slots=True)
class View:
    """A page: one file of HTML that needs nothing else. In a notebook it shows itself."""

    html: str

    def save(self, path: str | Path) -> Path:
        """Write it; the path it was written to."""
        target = Path(path)
        target.write_text(self.html, encoding="utf-8", newline="\n")
        return target

    def _repr_html_(self) -> str:
        return (
            f'<iframe srcdoc="{escape(self.html)}" sandbox="allow-scripts allow-modals" '
            'style="width: 100%; height: 720px; border: 1px solid #ccc" title="duikou"></iframe>'
        )


def view(
    store: Store,
    words: Sequence[str] = (),
    parameters: Mapping[str, Any] | None = None,
    kind: Kind | None = None,
    lang: Lang = Lang.zh,
) -> View:
    """The page of a question (its name, then its parameters), of names, or of the whole store when there are no words.

    UsageError when the store knows nothing of the kind, or the page cannot show it.
    """
    parameters = parameters or {}
    if words and words[0] in catalogue():
        if len(words) > 1:
            raise UsageError(f"{words[0]} is a question; its parameters are written --NAME VALUE, not {words[1]}")
        return View(_of_question(store, question(words[0]), parameters, kind or _KINDS.get(words[0], Kind.graph), lang))
    if kind is Kind.article:
        return View(_of_article(store, _one(words, kind), lang))
    if kind in _PAIRED:
        if words:
            raise UsageError(f"--as {kind} shows pairings; narrow it with --helper NAME and --helped NAME")
        return View(_of_question(store, question("pairings"), parameters, kind, lang))
    if parameters:
        raise UsageError(f"--{next(iter(parameters))} belongs to a question; name one first: duikou ask lists them")
    if kind is Kind.page:
        return View(_dossier(store, _one(words, kind), lang))
    return View(_of_names(store, words, kind or Kind.graph, lang))


def _of_question(store: Store, asked: Question, parameters: Mapping[str, Any], kind: Kind, lang: Lang) -> str:
    if kind in _PAIRED:
        values, _ = values_of(store, asked, given_values(asked, parameters))
        sides = {name: values.get(ids, []) for name, ids in _SIDES if parameters.get(name)}
        for name, ids in sides.items():
            if not ids:
                raise nothing_called(parameters[name])
        return _paired(store, kind, sides, lang)
    if kind not in (Kind.graph, Kind.timeline):
        raise UsageError(f"--as {kind} shows one thing; give its name instead of the question {asked.name}")
    answer = ask(store, asked.name, parameters)
    if answer.unknown:
        raise nothing_called(answer.unknown[0])
    ids = {value for row in answer for name, value in row.items() if name.endswith("_id") and value}
    if not ids:
        raise UsageError(f"{asked.name} has no answer that could be drawn; see: duikou ask {asked.name}")
    return _drawn(store, kind, ids, lang)


def _of_names(store: Store, words: Sequence[str], kind: Kind, lang: Lang) -> str:
    ids = {node.id for name in words for node in called(store, name)}
    return _drawn(store, kind, ids if words else None, lang)


def _of_article(store: Store, words: str, lang: Lang) -> str:
    from duikou.views.article import article_page

    found = "MATCH (a:Article)-[:IN_DOCUMENT]->(d:Document) WHERE {} RETURN DISTINCT {} ORDER BY {}"
    for condition, wanted in (
        ("a.id = $words OR a.title = $words", "a.id"),
        ("d.id = $words OR $words IN d.names", "d.id"),
        ("a.title CONTAINS $words", "a.id"),
    ):
        _, rows = store.query(found.format(condition, wanted, wanted), {"words": words})
        if rows:
            return article_page(store, rows[0][0], lang)
    raise UsageError(f"the store holds no article or document that is called {words}; duikou status lists them")


def _dossier(store: Store, words: str, lang: Lang) -> str:
    from duikou.views.dossier import dossier_page

    return dossier_page(store, the_one(store, words).id, lang)


def the_one(store: Store, words: str) -> Named:
    """The one entity that goes by these words; UsageError names them when there are several."""
    found = called(store, words)
    if len(found) > 1:
        several = ", ".join(f"{node.name} ({node.id})" for node in found[:5])
        raise UsageError(f"{words} are several: {several}{', …' if len(found) > 5 else ''}; give the id of one")
    return found[0]


def _one(words: Sequence[str], kind: Kind) -> str:
    if len(words) != 1:
        raise UsageError(f"--as {kind} shows one thing; give one name or id")
    return words[0]


def _paired(store: Store, kind: Kind, sides: Mapping[str, Collection[str]], lang: Lang) -> str:
    if kind is Kind.map:
        from duikou.views.map import map_page

        return map_page(store, lang, **sides)
    from duikou.views.flow import flow_page

    return flow_page(store, lang, **sides)


def _drawn(store: Store, kind: Kind, ids: Collection[str] | None, lang: Lang) -> str:
    if kind is Kind.timeline:
        from duikou.views.timeline import timeline_page

        return timeline_page(store, ids, lang)
    from duikou.views.graph_page import graph_page

    return graph_page(store, ids, lang)
