"""The server that the benchmarks run on: a fresh one of the tests' jars, with the memory of a small installation."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path
from typing import Any

import neo4j

from graph.neo4j_schema import KEPT, schema_statements
from graph.schema import schema

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT / "tests"))

from neo4j_artifacts import VERSIONS, classpath, java  # noqa: E402
from neo4j_server import Server, server_of  # noqa: E402

__all__ = [
    "ADMIN",
    "JAVA",
    "ROOT",
    "VERSIONS",
    "Server",
    "checksum",
    "classpath",
    "counts",
    "cpu_seconds",
    "empty",
    "java",
    "new_server",
    "running",
]

JAVA = ("-Xmx1g", "-XX:+UseParallelGC")
PAGE_CACHE = "256m"
ADMIN = "org.neo4j.server.startup.Neo4jAdminCommand"


@contextmanager
def running(home: Path, version: str = "5") -> Iterator[Server]:
    """A new server, killed at the end: its data are thrown away anyway."""
    server = new_server(home, version)
    server.start()
    try:
        yield server
    finally:
        server.kill()


def new_server(home: Path, version: str = "5") -> Server:
    """A server that is not started."""
    server = server_of(
        version, home, server_memory_pagecache_size=PAGE_CACHE, db_tx__log_rotation_retention__policy="keep_none"
    )
    server.java_options = JAVA
    return server


def cpu_seconds(server: Server) -> float:
    """The CPU that the server has used, where /proc tells; else 0."""
    stat = Path(f"/proc/{server._process.pid if server._process else 0}/stat")
    if not stat.exists():
        return 0.0
    user, system = stat.read_text().rpartition(")")[2].split()[11:13]
    return (int(user) + int(system)) / os.sysconf("SC_CLK_TCK")


def empty(driver: neo4j.Driver) -> None:
    """Remove all nodes and relationships, leave constraints, indexes and what the store keeps of itself."""
    with driver.session() as session:
        text = "MATCH (n) WHERE NOT n:Meta CALL (n) {DETACH DELETE n} IN TRANSACTIONS OF 10000 ROWS"
        session.run(text).consume()


@contextmanager
def constraints_only(driver: neo4j.Driver) -> Iterator[None]:
    """Without the indexes that no constraint needs, full text among them, for as long as this lasts."""
    listed = "SHOW INDEXES YIELD name, type, owningConstraint WHERE owningConstraint IS NULL AND type <> 'LOOKUP'"
    for row in driver.execute_query(listed).records:
        driver.execute_query(f"DROP INDEX `{row['name']}`")
    try:
        yield
    finally:
        for statement in schema_statements(schema()):
            driver.execute_query(statement)
        driver.execute_query("CALL db.awaitIndexes(3600)")


def counts(driver: neo4j.Driver) -> tuple[int, int]:
    """How many nodes and relationships there are."""
    nodes = driver.execute_query("MATCH (n) WHERE NOT n:Meta RETURN count(n)").records[0][0]
    return nodes, driver.execute_query("MATCH ()-[r]->() RETURN count(r)").records[0][0]


def checksum(driver: neo4j.Driver) -> str:
    """A hash of every label, type, end and property, whatever their order, without what only a store of duikou keeps."""
    total = 0
    with driver.session(default_access_mode=neo4j.READ_ACCESS) as session:
        for labels, row in session.run("MATCH (n) WHERE NOT n:Meta RETURN labels(n), properties(n)"):
            total += _hash(sorted(labels), {name: value for name, value in row.items() if name not in KEPT})
        for kind, start, end, row in session.run("MATCH (a)-[r]->(b) RETURN type(r), a.id, b.id, properties(r)"):
            total += _hash([kind, start, end], row)
    return f"{total % 2**64:016x}"


def _hash(key: list[str], row: dict[str, Any]) -> int:
    return int.from_bytes(sha256(repr((key, sorted(row.items()))).encode()).digest()[:8], "big")
