"""Loads that are killed, or whose server is: nothing acknowledged is lost, and a second run ends in the same graph."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING

import pytest
from graph_samples import first_page, reprint_page, second_page, third_page
from test_neo4j_store import load
from test_store import numbered

from graph.model import Extraction
from graph.store import open_store

if TYPE_CHECKING:
    from neo4j_server import Server

pytestmark = [
    pytest.mark.xdist_group("neo4j"),
    pytest.mark.skipif(os.name == "nt", reason="kill -9 is a matter of POSIX"),
]

CLIENT_KILLS = 20
SERVER_KILLS = 5
WRITER = """
import sys
sys.path[:0] = [{tests!r}, {house!r}]
from test_neo4j_survival import documents
from graph.store import open_store
made = documents()
with open_store(sys.argv[1]) as store:
    print("open", flush=True)
    for i in range(int(sys.argv[2]), len(made)):
        store.write(made[i])
        print(i, flush=True)
"""


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
    server.stop()


def start_writer(location: str, first: int) -> subprocess.Popen[str]:
    here = Path(__file__).parent
    script = WRITER.format(tests=str(here), house=str(here.parent))
    writer = subprocess.Popen(
        [sys.executable, "-c", script, location, str(first)], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )
    assert writer.stdout is not None and writer.stdout.readline() == "open\n", writer.communicate()
    return writer


def stored(location: str) -> set[str]:
    with open_store(location, read_only=True) as store:
        return {document.name for document in store.documents()}


def test_killed_clients_lose_and_double_nothing(neo4j_5: Server, neo4j_login: None, undisturbed: str) -> None:
    neo4j_5.wipe()
    made, random = documents(), Random(20261122)
    acknowledged: set[int] = set()
    for _ in range(CLIENT_KILLS):
        # It begins again a little before where the last one came to, as a second run would after skipping the rest.
        writer = start_writer(neo4j_5.uri, max(len(acknowledged) - 2, 0) % (len(made) - 8))
        time.sleep(random.uniform(0, 0.15))
        writer.send_signal(signal.SIGKILL)
        told, _ = writer.communicate()
        acknowledged |= {int(number) for number in told.split()}
        assert {made[i].document.name for i in acknowledged} <= stored(neo4j_5.uri)
    assert 0 < len(acknowledged) < len(made)
    assert load(neo4j_5.uri, made) == undisturbed


def test_a_load_outlives_its_server(own: Server, undisturbed: str) -> None:
    made, random = documents(), Random(20261122)
    acknowledged: set[int] = set()
    kills = sorted(random.sample(range(4, len(made) - 4), SERVER_KILLS))
    starts = 0
    while len(acknowledged) < len(made) and starts <= SERVER_KILLS:
        writer = start_writer(own.uri, len(acknowledged))
        starts += 1
        assert writer.stdout is not None
        for line in writer.stdout:
            acknowledged.add(int(line))
            if kills and int(line) >= kills[0]:
                del kills[0]
                time.sleep(random.uniform(0, 0.03))
                own.kill()
                own.start()
                assert {made[i].document.name for i in acknowledged} <= stored(own.uri)
        _, wrong = writer.communicate()
        assert writer.returncode == 0 or "StoreError" in wrong, wrong
    assert kills == [] and len(acknowledged) == len(made)
    assert load(own.uri, []) == undisturbed
    assert load(own.uri, made) == undisturbed
