"""The other ways to write a graph into Neo4j, as manuals and users do it; each takes the same rows as duikou.

They write the same labels, types and properties; the server leaves out a property that is None. A writer takes the
address, user and password, and one graph after the other.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from itertools import chain
from typing import Any

import neo4j
from py2neo import Graph, bulk

from benchmarks.neo4j_groups import Groups, Links, Nodes, chunks

Auth = tuple[str, str]
Writer = Callable[[str, Auth, Iterable[Groups], int], None]  # the last: rows in one statement


def py2neo_merge(uri: str, auth: Auth, graphs: Iterable[Groups], size: int) -> None:
    """merge_nodes and merge_relationships of py2neo, rows as lists, which its manual calls the shorter form."""
    graph = Graph(uri, auth=auth)
    for one in graphs:
        _merge_by_py2neo(graph.auto, one, size)


def py2neo_merge_in_one(uri: str, auth: Auth, graphs: Iterable[Groups], size: int) -> None:
    """The same with one transaction a graph."""
    graph = Graph(uri, auth=auth)
    for one in graphs:
        transaction = graph.begin()
        _merge_by_py2neo(lambda open=transaction: open, one, size)
        graph.commit(transaction)


def py2neo_create(uri: str, auth: Auth, graphs: Iterable[Groups], size: int) -> None:
    """create_nodes and create_relationships of py2neo: a second load of the same fails on the constraints."""
    graph = Graph(uri, auth=auth)
    for nodes, links in graphs:
        for one in nodes:
            for rows in chunks(_lists(one), size):
                bulk.create_nodes(graph.auto(), rows, labels=set(one.labels), keys=one.columns)
        for kind in links:
            for rows in chunks(_triples(kind), size):
                bulk.create_relationships(graph.auto(), rows, kind.type, *_ends(kind), keys=kind.columns or None)


def unwind(uri: str, auth: Auth, graphs: Iterable[Groups], size: int) -> None:
    """UNWIND over maps, MERGE, SET += with the official driver: the recipe of most tutorials."""
    with _driver(uri, auth) as driver:
        for text, rows in chain.from_iterable(_statements(one, size, "UNWIND $rows AS row") for one in graphs):
            driver.execute_query(text, rows=rows)


def unwind_in_one(uri: str, auth: Auth, graphs: Iterable[Groups], size: int) -> None:
    """The same with one transaction a graph."""
    with _driver(uri, auth) as driver, driver.session() as session:
        for one in graphs:
            session.execute_write(_run_all, list(_statements(one, size, "UNWIND $rows AS row")))


def one_row(uri: str, auth: Auth, graphs: Iterable[Groups], size: int = 1) -> None:
    """One row, one statement, one transaction."""
    with _driver(uri, auth) as driver:
        for text, rows in chain.from_iterable(_statements(one, size, "WITH $rows[0] AS row") for one in graphs):
            driver.execute_query(text, rows=rows)


WRITERS: dict[str, Writer] = {
    "py2neo_merge": py2neo_merge,
    "py2neo_merge_in_one": py2neo_merge_in_one,
    "py2neo_create": py2neo_create,
    "unwind": unwind,
    "unwind_in_one": unwind_in_one,
    "one_row": one_row,
}


def _driver(uri: str, auth: Auth) -> neo4j.Driver:
    return neo4j.GraphDatabase.driver(uri, auth=auth, notifications_min_severity="OFF")


def _run_all(transaction: neo4j.ManagedTransaction, statements: list[tuple[str, list[Any]]]) -> None:
    for text, rows in statements:
        transaction.run(text, rows=rows).consume()


def _merge_by_py2neo(transaction: Callable[[], Any], graph: Groups, size: int) -> None:
    for one in graph.nodes:
        key = (one.labels[0], "id")
        for rows in chunks(_lists(one), size):
            bulk.merge_nodes(transaction(), rows, key, labels=set(one.labels), keys=one.columns)
    for links in graph.links:
        kind = (links.type, "id") if links.columns else links.type
        for rows in chunks(_triples(links), size):
            bulk.merge_relationships(transaction(), rows, kind, *_ends(links), keys=links.columns or None)


def _statements(graph: Groups, size: int, start: str) -> Iterable[tuple[str, list[Any]]]:
    """Every statement of a graph with its rows."""
    for one in graph.nodes:
        own, *shared = one.labels
        text = f"{start} MERGE (n:{own} {{id: row.id}}) SET n += row.p{''.join(f', n:{label}' for label in shared)}"
        for rows in chunks(one.rows, size):
            yield text, [{"id": row["id"], "p": row} for row in rows]
    for links in graph.links:
        ends = f"MATCH (a:{links.source} {{id: row.a}}) MATCH (b:{links.target} {{id: row.b}})"
        kind = f"MERGE (a)-[r:{links.type} {{id: row.p.id}}]->(b) SET r += row.p"
        text = f"{start} {ends} {kind if links.columns else f'MERGE (a)-[:{links.type}]->(b)'}"
        for some in chunks(links.rows, size):
            yield text, [{"a": a, "b": b, "p": row} if links.columns else {"a": a, "b": b} for a, row, b in some]


def _lists(nodes: Nodes) -> list[list[Any]]:
    return [[row[name] for name in nodes.columns] for row in nodes.rows]


def _triples(links: Links) -> list[tuple[str, Any, str]]:
    if links.columns:
        return [(a, [row[name] for name in links.columns], b) for a, row, b in links.rows]
    return links.rows


def _ends(links: Links) -> tuple[tuple[str, str], tuple[str, str]]:
    return (links.source, "id"), (links.target, "id")
