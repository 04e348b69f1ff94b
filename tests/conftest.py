"""Fixtures of more than one test module: real Neo4j servers, one of each version for the whole suite, and Apache Jena."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from jena import Jena
    from neo4j_server import Server


@pytest.fixture(scope="session")
def neo4j_5(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """Neo4j 5.26, or the server that DUIKOU_TEST_NEO4J_URI names."""
    yield from _running("5", tmp_path_factory)


@pytest.fixture(scope="session")
def neo4j_2026(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """Neo4j 2026."""
    yield from _running("2026", tmp_path_factory)


@pytest.fixture
def neo4j_login(neo4j_5: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    """The environment in which duikou finds its login to the server."""
    monkeypatch.setenv("DUIKOU_NEO4J_USERNAME", neo4j_5.username)
    monkeypatch.setenv("DUIKOU_NEO4J_PASSWORD", neo4j_5.password)


def _running(version: str, folders: pytest.TempPathFactory) -> Iterator[Server]:
    from neo4j_server import Unavailable, neo4j_of_the_suite

    try:
        server = neo4j_of_the_suite(version, folders.mktemp(f"neo4j-{version}"))
    except Unavailable as reason:
        if os.environ.get("CI"):
            raise
        pytest.skip(str(reason))
    server.start()
    yield server
    server.stop()


@pytest.fixture(scope="session")
def jena() -> Jena:
    """Apache Jena 5.6 on the command line."""
    from jena import jena as fetched
    from neo4j_artifacts import Unavailable

    try:
        return fetched()
    except Unavailable as reason:
        if os.environ.get("CI"):
            raise
        pytest.skip(str(reason))


@pytest.fixture(scope="module", autouse=True)
def _chromium_is_closed() -> Iterator[None]:
    """Closes the browser in which a module opened pages (tests/pages_browser.py)."""
    yield
    if pages := sys.modules.get("pages_browser"):
        pages.close()
