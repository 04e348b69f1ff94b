"""A report on one name: a folder of pages that are linked with each other and need nothing else."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from markupsafe import Markup

from duikou.settings import Lang
from duikou.views.article import article_page
from duikou.views.dossier import Dossier, dossier, dossier_html, label_words
from duikou.views.dossier_sources import Cited
from duikou.views.graph_page import graph_page
from duikou.views.knowledge import Node
from duikou.views.page import Both, both, page
from duikou.views.report_folder import files_of, finished, prepared, write
from duikou.views.report_names import file_names
from duikou.views.timeline import timeline_page
from graph.errors import UsageError
from graph.identity import PREFIXES
from graph.schema import schema
from graph.store import Store

INDEX, GRAPH, TIMELINE = "index.html", "graph.html", "timeline.html"
ENOUGH = 3  # statements that a neighbour needs for a page of its own
MOST_PAGES, MOST_ARTICLES = 150, 200
_TOOLS = '<div class="tools">'  # of base.html


@dataclass(frozen=True, slots=True)
class Listed:
    """An entry of the contents: a name, how much there is of it, and its page if it has one."""

    node: Node
    count: int
    href: str | None


@dataclass(frozen=True, slots=True)
class Article:
    """An article of the contents, with its page if it has one."""

    cited: Cited
    href: str | None


def report(store: Store, id: str, folder: str | Path, lang: Lang) -> list[Path]:
    """Write the report on an entity; the paths of its pages, the contents first.

    UsageError when the store holds no such entity, nothing is known of it, or the folder holds something else.
    """
    target = Path(folder)
    files_of(target)  # refuses a folder that holds something else, before the work
    main = dossier(store, id)
    if not main.cited:
        raise UsageError(f"{main.node.name} ({id}): the store has no fact or figure of it to report; see: duikou find")
    neighbours = _neighbours(store, main)
    near = {place.id for place in main.above}
    chosen = [node for node, count in neighbours if count >= ENOUGH or node.id in near][:MOST_PAGES]
    dossiers = [main, *(dossier(store, node.id) for node in chosen)]
    articles = _articles(dossiers)
    links = _links(dossiers, articles[:MOST_ARTICLES])
    pages: dict[str, Callable[[], str]] = {links[one.node.id]: _dossier(one, lang, links) for one in dossiers}
    pages |= {links[one.source.id]: _article(store, one, lang, links) for one in articles[:MOST_ARTICLES]}
    pages[GRAPH] = lambda: graph_page(store, _shown(main), lang, both("report_graph_of", name=main.node.name))
    if timeline := _timeline(store, main, lang):
        pages[TIMELINE] = lambda: timeline
    listed = [Listed(node, count, links.get(node.id)) for node, count in neighbours]
    pages[INDEX] = lambda: _contents(main, lang, links, listed, articles, timeline is not None)
    names = [INDEX, *(name for name in pages if name != INDEX)]
    prepared(target, names)
    written = [write(target, name, _with_contents(pages[name]()) if name != INDEX else pages[name]()) for name in names]
    finished(target, names)
    return written


def _neighbours(store: Store, main: Dossier) -> list[tuple[Node, int]]:
    """Who and what the page names, and the places around it, with the number of their statements, most first."""
    ends = {end for section in main.sections for fact in section.facts for end in (fact.subject, fact.object)}
    nodes = {id_: main.known.nodes[id_] for id_ in ends} | {place.id: place for place in main.above}
    nodes.pop(main.node.id, None)
    counts = _statements(store, nodes)
    return sorted(
        ((node, counts[node.id]) for node in nodes.values()),
        key=lambda one: (-one[1], one[0].label, one[0].name, one[0].id),
    )


def _statements(store: Store, ids: Iterable[str]) -> dict[str, int]:
    """How many facts and figures there are of each, without those of the gazetteer."""
    counts = dict.fromkeys(sorted(set(ids)), 0)
    labels, relations = "|".join(schema().labels), "|".join(schema().relations)
    for match in (
        f"(n:{labels} {{id: id}})-[r:{relations}]->(m) WHERE r.source IS NULL",
        f"(m)-[r:{relations}]->(n:{labels} {{id: id}}) WHERE r.source IS NULL",
        f"(m:Observation)-[:OBSERVED_OF]->(n:{labels} {{id: id}})",
    ):
        ask = f"UNWIND $ids AS id MATCH {match} RETURN n.id, count(m.id)"
        for id_, count in store.query(ask, {"ids": list(counts)})[1]:
            counts[id_] += count
    return counts


def _articles(dossiers: Iterable[Dossier]) -> list[Cited]:
    """The articles of all pages, those of the first page first."""
    found: dict[str, Cited] = {}
    for one in dossiers:
        for article in one.cited:
            found.setdefault(article.source.id, article)
    return list(found.values())


def _links(dossiers: Iterable[Dossier], articles: Iterable[Cited]) -> dict[str, str]:
    """Where the pages of entities and articles lie, by id."""
    wanted = {one.node.id: (PREFIXES[one.node.label], one.node.name) for one in dossiers}
    for article in articles:
        source = article.source
        dated = f"{source.published or ''} {source.title or source.document}"
        wanted[source.id] = ("article", dated)
    return file_names(wanted)


def _dossier(one: Dossier, lang: Lang, links: Mapping[str, str]) -> Callable[[], str]:
    return lambda: dossier_html(one, lang, links)


def _article(store: Store, one: Cited, lang: Lang, links: Mapping[str, str]) -> Callable[[], str]:
    return lambda: article_page(store, one.source.id, lang, links)


def _shown(main: Dossier) -> set[str]:
    """The name and those of its page that lie in it, which the graph shows with their neighbours."""
    return {main.node.id} | {
        fact.object for section in main.sections for fact in section.facts if fact.object in main.inside
    }


def _timeline(store: Store, main: Dossier, lang: Lang) -> str | None:
    """The timeline of what the page names; None when nothing of it has a date."""
    try:
        return timeline_page(store, _shown(main), lang)
    except UsageError:
        return None


def _with_contents(html: str) -> str:
    """The page with a way back to the contents, before its other buttons."""
    link = Markup('<a class="button" href="{}">{}</a>').format(INDEX, both("report_contents"))
    return html.replace(_TOOLS, f"{_TOOLS}\n    {link}", 1)


def _contents(
    main: Dossier, lang: Lang, links: Mapping[str, str], listed: list[Listed], articles: list[Cited], timeline: bool
) -> str:
    groups = {label: [one for one in listed if one.node.label == label and one.href] for label in schema().labels}
    return page(
        "report.html",
        title=both("report_title", name=main.node.name),
        lang=lang,
        styles=["report.css"],
        main=main,
        label=label_words(main.node),
        start=links[main.node.id],
        graph=GRAPH,
        timeline=TIMELINE if timeline else None,
        groups=[
            (Both(schema().labels[label].zh, schema().labels[label].en), some) for label, some in groups.items() if some
        ],
        pages=sum(map(len, groups.values())) + 1,
        brief=[one for one in listed if not one.href],
        articles=[Article(one, links.get(one.source.id)) for one in articles],
    )
