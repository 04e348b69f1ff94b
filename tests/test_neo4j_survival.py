"""Loads that are killed, or whose server is: nothing acknowledged is lost, and a second run ends in the same graph."""

from __future__ import annotations

import multiprocessing
import os
import sys
import time
from collections.abc import Iterator
from contextlib import suppress
from functools import partial
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING

import neo4j
import pytest
from graph_samples import first_page, reprint_page, second_page, third_page
from test_neo4j_store import load
from test_store import numbered

from graph.errors import StoreError
from graph.model import Extraction
from graph.store import open_store

if TYPE_CHECKING:
    from neo4j_server import Server

pytestmark = pytest.mark.skipif(os.name == "nt", reason="kill -9 is a matter of POSIX")

CLIENT_KILLS = 20
SERVER_KILLS = 5
GAVE_UP = 3  # how a writer ends that waited long enough for the server


def documents() -> list[Extraction]:
    """Small ones, all about one place, some of them printings of others."""
    made = [numbered(i).extraction for i in range(56)]
    for place, page in zip((3, 17, 31, 45), (first_page(), reprint_page(), second_page(), third_page()), strict=True):
        made.insert(place, page.extraction)
    return made


@pytest.fixture(scope="module")
def undisturbed(tmp_path_factory: pytest.TempPathFactory) -> str:
    return load(tmp_path_factory.mktemp("embedded") / "a.lbug", documents())


@pytest.fixture
def own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Server]:
    """A server that may be killed."""
    from neo4j_server import Unavailable, server_of

    server = server_of("5", tmp_path / "neo4j")
    try:
        server.start()
    except Unavailable as reason:
        if os.environ.get("CI"):
            raise
        pytest.skip(str(reason))
    monkeypatch.setenv("DUIKOU_NEO4J_USERNAME", server.username)
    monkeypatch.setenv("DUIKOU_NEO4J_PASSWORD", server.password)
    yield server
    server.kill()


def write_and_tell(location: str, login: dict[str, str], first: int, telling: Connection) -> None:
    """The writer's process: tells when the store is open, then the number of each document that is written."""
    os.environ.update(login)
    # The driver tries again after a second each time, not after longer and longer pauses.
    neo4j.GraphDatabase.driver = partial(neo4j.GraphDatabase.driver, retry_delay_multiplier=1.0)  # type: ignore[method-assign]
    made = documents()
    try:
        with open_store(location) as store:
            telling.send("open")
            for i in range(first, len(made)):
                store.write(made[i])
                telling.send(i)
    except StoreError as error:
        print(error, file=sys.stderr)
        sys.exit(GAVE_UP)


def start_writer(location: str, first: int) -> tuple[BaseProcess, Connection]:
    """A process that writes the documents from `first` on, and what it tells.

    It is forked from one in which all is imported, that no thread runs in, and that has no store open.
    """
    forks = multiprocessing.get_context("forkserver")
    forks.set_forkserver_preload(["test_neo4j_survival", "graph.neo4j_store"])
    told, telling = forks.Pipe(duplex=False)
    login = {name: os.environ[name] for name in ("DUIKOU_NEO4J_USERNAME", "DUIKOU_NEO4J_PASSWORD")}
    writer = forks.Process(target=write_and_tell, args=(location, login, first, telling))
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PYTHONPATH", os.pathsep.join(sys.path))  # what is imported first is looked for there alone
        writer.start()
    telling.close()
    assert told.recv() == "open"
    return writer, told


def numbers(told: Connection) -> Iterator[int]:
    """What a writer tells until it ends."""
    with told, suppress(EOFError):
        while True:
            yield told.recv()


def stored(location: str) -> set[str]:
    with open_store(location, read_only=True) as store:
        return {document.name for document in store.documents()}


def test_killed_clients_lose_and_double_nothing(neo4j_5: Server, neo4j_login: None, undisturbed: str) -> None:
    neo4j_5.empty()
    made, random = documents(), Random(20261122)
    acknowledged: set[int] = set()
    for _ in range(CLIENT_KILLS):
        # It begins again a little before where the last one came to, as a second run would after skipping the rest.
        writer, told = start_writer(neo4j_5.uri, max(len(acknowledged) - 2, 0) % (len(made) - 8))
        acknowledged |= {told.recv() for _ in range(random.randrange(4))}
        time.sleep(random.uniform(0, 0.05))
        writer.kill()
        writer.join()
        acknowledged |= set(numbers(told))
        assert {made[i].document.name for i in acknowledged} <= stored(neo4j_5.uri)
    assert 0 < len(acknowledged) < len(made)
    assert load(neo4j_5.uri, made) == undisturbed


def test_a_load_outlives_its_server(own: Server, undisturbed: str) -> None:
    made, random = documents(), Random(20261122)
    acknowledged: set[int] = set()
    kills = sorted(random.sample(range(4, len(made) - 4), SERVER_KILLS))
    starts = 0
    while len(acknowledged) < len(made) and starts <= SERVER_KILLS:
        writer, told = start_writer(own.uri, len(acknowledged))
        starts += 1
        for number in numbers(told):
            acknowledged.add(number)
            if kills and number >= kills[0]:
                del kills[0]
                time.sleep(random.uniform(0, 0.03))
                own.kill()
                own.start()
                assert {made[i].document.name for i in acknowledged} <= stored(own.uri)
        writer.join()
        assert writer.exitcode in (0, GAVE_UP)
    assert kills == [] and len(acknowledged) == len(made)
    assert load(own.uri, []) == undisturbed
    assert load(own.uri, made) == undisturbed
