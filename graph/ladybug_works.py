"""The works of the articles in an embedded store."""

from __future__ import annotations

from graph.ladybug_tables import LadybugTables, Run
from graph.reprints import Works


def read_works(run: Run) -> Works:
    """The works as the store has grouped its articles."""
    works = Works()
    for article, work, fingerprint in run("MATCH (a:Article) RETURN a.id, a.work, a.fingerprint ORDER BY a.id", {}):
        works.remember(article, tuple(map(int, fingerprint)), work)
    return works


def regrouped(run: Run, tables: LadybugTables) -> Works:
    """The works of the articles that are left after some were taken out, written where they changed."""
    works = Works()
    for article, fingerprint in run("MATCH (a:Article) RETURN a.id, a.fingerprint ORDER BY a.id", {}):
        works.add(article, tuple(map(int, fingerprint)))
    found = run("MATCH (a:Article) RETURN a.id, a.work ORDER BY a.id", {})
    changed = [{"id": key, "work": works.by_article[key]} for key, work in found if works.by_article[key] != work]
    tables.update_nodes("Article", changed)
    return works
