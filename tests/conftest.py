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


# What takes long begins first, so that no worker is left alone with it at the end.
LONG = (
    "neo4j_5",
    "neo4j_2026",
    "pages",
    "neo4j",
    "view_graph",
    "test_neo4j_survival",
    "test_neo4j_connection",
    "test_survival",
    "test_neo4j_admin",
    "test_hostile",
    "test_sparql_twins",
)


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Give a worker all tests that share something: one of the servers, or else what their module makes once."""
    if not hasattr(config, "workerinput"):
        return  # one process runs them all, module by module
    for item in items:
        if item.get_closest_marker("xdist_group") is None:
            item.add_marker(pytest.mark.xdist_group(_shared(item)))
    groups = {item: str(item.get_closest_marker("xdist_group").args[0]) for item in items}  # type: ignore[union-attr]
    items.sort(key=lambda item: LONG.index(groups[item]) if groups[item] in LONG else len(LONG))


def _shared(item: pytest.Item) -> str:
    """The server that a test uses, by its fixtures or by the parameter of one; else its file."""
    used = set(getattr(item, "fixturenames", ()))
    if hasattr(item, "callspec"):
        used |= {one for one in item.callspec.params.values() if isinstance(one, str)}
    return next((server for server in ("neo4j_2026", "neo4j_5") if server in used), item.path.stem)


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
    server.kill()  # its data are of no use any more


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
