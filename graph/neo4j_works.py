"""The works of the articles on a server."""

from __future__ import annotations

from collections.abc import Iterator

from graph.neo4j_tables import AT_ONCE, Neo4jTables, Run
from graph.reprints import Works

_KNOWN = "MATCH (a:Article) RETURN a.id"
_FINGERPRINTS = "UNWIND $rows AS row MATCH (a:Article {id: row}) RETURN a.id, a.fingerprint, a.work"


def read_works(works: Works, run: Run) -> None:
    """Fill empty works with the articles as the database has grouped them."""
    for article, fingerprint, work in _unknown(works, run):
        works.remember(article, fingerprint, work)


def catch_up(works: Works, run: Run) -> None:
    """Add the articles that are not among them yet."""
    for article, fingerprint, _ in _unknown(works, run):
        works.add(article, fingerprint)


def regrouped(run: Run, tables: Neo4jTables) -> Works:
    """The works of the articles that are left after some were taken out, written where they changed."""
    works = Works()
    catch_up(works, run)
    found = run("MATCH (a:Article) RETURN a.id, a.work ORDER BY a.id", []).values()
    changed = [{"id": key, "work": works.by_article[key]} for key, work in found if works.by_article[key] != work]
    tables.update_nodes("Article", changed)
    tables.flush()
    return works


def _unknown(works: Works, run: Run) -> Iterator[tuple[str, tuple[int, ...], str]]:
    """The articles that are not among them yet, with their fingerprints and works."""
    unknown = [row[0] for row in run(_KNOWN, []).values() if row[0] not in works]
    for start in range(0, len(unknown), AT_ONCE):
        for article, fingerprint, work in run(_FINGERPRINTS, unknown[start : start + AT_ONCE]).values():
            yield article, tuple(map(int, fingerprint)), work
