"""Connecting to real Neo4j servers: what works, and each thing that fails says so in one line, in time, without the password."""

from __future__ import annotations

import io
import logging
import os
import socket
import sys
import threading
import time
import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from errno import ECONNREFUSED, ENETUNREACH
from pathlib import Path
from typing import Protocol
from urllib.parse import urlsplit
from uuid import uuid4

import neo4j
import pytest
import trustme
from neo4j.exceptions import IncompleteCommit, Neo4jError, ServiceUnavailable
from neo4j_server import Server, server_of
from rich.console import Console
from rich.traceback import Traceback

from graph import neo4j_connection
from graph.credentials import PASSWORD, USERNAME
from graph.errors import DuikouError, StoreError, UsageError
from graph.neo4j_address import SCHEMES, parse_address
from graph.neo4j_connection import connect
from graph.neo4j_faults import check_version, explained, faults, hopeless_at_once

# Named, because tracebacks with their source are looked through for them.
FIRST, NEVER, WRONG = "first-sesame", "never-sesame", "wrong-sesame"
TLS = [scheme for scheme in SCHEMES if "+" in scheme]


class Fault(Protocol):
    def __call__(self, kind: type[DuikouError], call: Callable[[], object], seconds: float = 20) -> str: ...


@pytest.fixture(params=["neo4j_5", "neo4j_2026"])
def server(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Server:
    """Each of the two servers of the suite, with its login in the environment."""
    found: Server = request.getfixturevalue(request.param)
    monkeypatch.setenv(USERNAME, found.username)
    monkeypatch.setenv(PASSWORD, found.password)
    return found


@pytest.fixture
def fault(caplog: pytest.LogCaptureFixture) -> Fault:
    """Run something that must fail: its one line, after a look for the password in all that a person could see of it."""
    caplog.set_level(logging.DEBUG, "neo4j")

    def run(kind: type[DuikouError], call: Callable[[], object], seconds: float = 20) -> str:
        start = time.monotonic()
        with pytest.raises(DuikouError) as raised:
            call()
        assert time.monotonic() - start < seconds
        _assert_hidden(raised.value, caplog.text)
        assert isinstance(raised.value, kind)
        message = str(raised.value)
        assert len(message.splitlines()) == 1 and len(message) < 330
        return message

    return run


def _assert_hidden(error: BaseException, log: str) -> None:
    frames = error.__traceback__
    while (
        frames is not None and frames.tb_frame.f_code.co_filename == __file__
    ):  # the tests know the servers' passwords
        frames = frames.tb_next
    trace = "".join(traceback.TracebackException(type(error), error, frames, capture_locals=True).format())
    assert "connect" in trace or "faults" in trace
    for seen in (str(error), repr(error), trace, log):
        assert os.environ[PASSWORD] not in seen


def opened(location: str) -> None:
    connect(parse_address(location)).close()


def asked(location: str, query: str | neo4j.Query, timeout: float | None = None, **parameters: object) -> None:
    """Run a query as a store does: in read mode, with faults explained."""
    address = parse_address(location)
    with (
        connect(address) as driver,
        driver.session(database=address.database, default_access_mode=neo4j.READ_ACCESS) as session,
        faults(address.location, timeout),
    ):
        session.run(query, parameters).consume()


# what works


def test_bolt_and_neo4j_with_and_without_a_database(server: Server) -> None:
    for uri in (server.uri, server.uri.replace("bolt://", "neo4j://")):
        for location in (uri, f"{uri}/neo4j", f"{uri}/NEO4J"):
            address = parse_address(location)
            with connect(address) as driver, driver.session(database=address.database) as session:
                assert session.run("CALL db.info() YIELD name RETURN name").single(strict=True)["name"] == "neo4j"


def test_the_server_sees_who_asks(server: Server) -> None:
    with connect(parse_address(server.uri)) as driver, driver.session() as session:
        agents = {row["userAgent"] for row in session.run("CALL dbms.listConnections() YIELD userAgent")}
    assert any(agent.startswith("duikou/") for agent in agents)


def test_nothing_is_notified(server: Server) -> None:
    with connect(parse_address(server.uri)) as driver, driver.session() as session:
        summary = session.run("MATCH (n:NeverMade) RETURN n.never").consume()
    assert [status for status in summary.gql_status_objects if status.is_notification] == []


# the login


@pytest.mark.parametrize("name", ["neo4j", "nobody"])
def test_a_wrong_password_or_user(server: Server, monkeypatch: pytest.MonkeyPatch, fault: Fault, name: str) -> None:
    monkeypatch.setenv(USERNAME, name)
    monkeypatch.setenv(PASSWORD, WRONG)
    for uri in (server.uri, server.uri.replace("bolt://", "neo4j://")):
        message = fault(StoreError, lambda uri=uri: opened(uri), 5)
        assert message == (
            f"{uri}: the server refuses the user name or the password (from {PASSWORD}); correct them there"
        )
    monkeypatch.setenv(USERNAME, server.username)
    monkeypatch.setenv(PASSWORD, server.password)
    opened(server.uri)  # also so that the tries in a row are counted anew


def test_the_password_is_in_no_pretty_traceback_either(neo4j_5: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(PASSWORD, f"{WRONG * 10}")  # longer than rich shows whole
    with pytest.raises(StoreError) as raised:
        opened(neo4j_5.uri)
    console = Console(file=io.StringIO(), width=200)
    error = raised.value
    console.print(Traceback.from_exception(type(error), error, error.__traceback__, show_locals=True))
    assert isinstance(console.file, io.StringIO)
    seen = console.file.getvalue()
    assert "credentials = " in seen and "***" in seen and WRONG not in seen


@pytest.fixture
def fresh_user(server: Server, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """A user who must still change the password, named in the environment.

    Each has another name: the server remembers the wrong passwords of a name, even when the user is gone.
    """
    name = f"fresh{uuid4().hex}"
    with server.driver() as driver:
        driver.execute_query(
            "CREATE USER $name SET PASSWORD $password CHANGE REQUIRED", name=name, password=FIRST, database_="system"
        )
        monkeypatch.setenv(USERNAME, name)
        monkeypatch.setenv(PASSWORD, FIRST)
        yield name
        driver.execute_query("DROP USER $name", name=name, database_="system")


def test_a_password_that_must_be_changed(server: Server, fresh_user: str, fault: Fault) -> None:
    uri = server.uri
    message = fault(StoreError, lambda: opened(uri), 5)
    assert message == (
        f"{uri}: this password must be changed before its first use; sign in with Neo4j Browser or cypher-shell, "
        f"which ask for a new one, then give that to duikou (from {PASSWORD})"
    )


def test_the_fourth_try_in_a_row(
    server: Server, fresh_user: str, monkeypatch: pytest.MonkeyPatch, fault: Fault
) -> None:
    uri = server.uri
    monkeypatch.setenv(PASSWORD, WRONG)
    for _ in range(3):
        assert "the server refuses" in fault(StoreError, lambda: opened(uri))
    monkeypatch.setenv(PASSWORD, FIRST)
    message = fault(StoreError, lambda: opened(uri), 5)
    assert message == (
        f"{uri}: too many wrong passwords in a row; wait 5 seconds, correct the password (from {PASSWORD}) "
        "and try once more: until then the right one is refused too"
    )


# queries


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("RETRUN 1", "the query is not understood: Invalid input 'RETRUN'"),
        ("RETURN nosuch(1)", "the query is not understood: Unknown function 'nosuch' (line 1, column 8)"),
        ("RETURN 1; RETURN 2", "the query is not understood: Expected exactly one statement"),
        ("RETURN $code, $name", "the query wants values that it was not given: "),
        ("RETURN 1/0", "the query is not understood: / by zero"),
        ("CALL nosuch.proc()", "the query is not understood: There is no procedure with the name `nosuch.proc`"),
        ("RETURN $value + date()", "a value of the query cannot be sent: Values of type <class 'object'>"),
    ],
)
def test_a_wrong_query(server: Server, fault: Fault, query: str, words: str) -> None:
    uri = server.uri
    parameters = {"value": object()} if "$value" in query else {}
    message = fault(UsageError, lambda: asked(uri, query, **parameters))
    assert message.startswith(f"{uri}: {words}")


@pytest.mark.parametrize("value", [2**70, {1: 2}, "\ud800"])
def test_a_value_that_cannot_be_sent(neo4j_5: Server, neo4j_login: None, fault: Fault, value: object) -> None:
    uri = neo4j_5.uri
    message = fault(UsageError, lambda: asked(uri, "RETURN $value", value=value))
    assert message.startswith(f"{uri}: a value of the query cannot be sent: ")


def test_our_own_mistakes_stay_what_they_are() -> None:
    with pytest.raises(ValueError, match="ours"), faults("bolt://h:7687"):
        raise ValueError("ours")


@pytest.mark.parametrize(
    "query", ["CREATE (:Never)", "MATCH (n) SET n.never = 1", "CREATE INDEX never FOR (n:A) ON n.x"]
)
def test_writing_where_only_reading_is_meant(server: Server, fault: Fault, query: str) -> None:
    uri = server.uri
    message = fault(StoreError, lambda: asked(uri, query))
    assert message == f"{uri}: opened for reading; a question cannot change it"


def test_a_query_that_takes_too_long(server: Server, fault: Fault) -> None:
    uri = server.uri
    endless = neo4j.Query("UNWIND range(1, 100000000) AS a UNWIND range(1, 1000) AS b RETURN count(*)", timeout=0.5)
    message = fault(StoreError, lambda: asked(uri, endless, 0.5))
    assert message == f"{uri}: no answer within 0.5 seconds; ask for less, or allow more time"
    message = fault(StoreError, lambda: asked(uri, endless))
    assert message == f"{uri}: the server's own time limit (db.transaction.timeout) is over; ask for less"


@pytest.mark.parametrize("scheme", ["bolt", "neo4j"])
def test_an_unknown_database(server: Server, fault: Fault, scheme: str) -> None:
    location = f"{server.uri}/nosuch".replace("bolt", scheme)
    message = fault(StoreError, lambda: opened(location), 2)
    assert message == (
        f"{location}: the server has no such database; leave the part after / out for the default one, "
        "or see which there are with: SHOW DATABASES"
    )


# no server, or not one


@pytest.fixture
def known(monkeypatch: pytest.MonkeyPatch) -> None:
    """A login, where the server never gets to see it."""
    monkeypatch.setenv(PASSWORD, NEVER)


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "[::1]"])
def test_no_server(known: None, fault: Fault, scheme: str, host: str) -> None:
    message = fault(StoreError, lambda: opened(f"{scheme}://{host}:1"), 2)
    assert message in (
        f"{scheme}://{host}:1: no server listens there; start Neo4j, or correct host and port",
        f"{scheme}://{host}:1: no way leads to this host; check the address and the network",  # no IPv6 here
    )


def test_a_refusal_in_the_words_of_another_language() -> None:
    for error, words in (
        (ConnectionRefusedError(ECONNREFUSED, "由于目标计算机积极拒绝"), "no server listens there"),
        (OSError(ENETUNREACH, "向一个无法连接的网络尝试了一个套接字操作。"), "no way leads to this host"),
    ):
        fault = ServiceUnavailable("Couldn't connect")
        fault.__cause__ = error
        assert words in str(explained(fault, "bolt://h:7687"))


@pytest.mark.parametrize("scheme", SCHEMES)
def test_an_unknown_host(known: None, fault: Fault, scheme: str) -> None:
    message = fault(StoreError, lambda: opened(f"{scheme}://no-such-host.invalid"))
    assert message == (
        f"{scheme}://no-such-host.invalid:7687: no host has this name; check how it is written, and the network"
    )


@pytest.mark.parametrize("scheme", TLS)
def test_encryption_that_the_server_does_not_offer(
    neo4j_5: Server, neo4j_login: None, fault: Fault, scheme: str
) -> None:
    location = neo4j_5.uri.replace("bolt", scheme)
    message = fault(StoreError, lambda: opened(location), 2)
    assert message == (
        f"{location}: the server does not encrypt on this port; use bolt:// or neo4j://, or switch its TLS on"
    )


@pytest.mark.parametrize("scheme", ["bolt", "neo4j"])
def test_the_http_port(neo4j_5: Server, neo4j_login: None, fault: Fault, scheme: str) -> None:
    location = neo4j_5.http.replace("http", scheme)
    message = fault(StoreError, lambda: opened(location), 2)
    assert message == f"{location}: this is the server's HTTP port; name its Bolt port, usually 7687"


@contextmanager
def listener(behave: Callable[[socket.socket], object]) -> Iterator[int]:
    """A port on which something else than Neo4j answers."""
    kept: list[socket.socket] = []
    with socket.create_server(("127.0.0.1", 0)) as listening:

        def accept() -> None:
            while True:
                try:
                    connection, _ = listening.accept()
                except OSError:
                    return
                kept.append(connection)
                behave(connection)

        thread = threading.Thread(target=accept, daemon=True)
        thread.start()
        yield listening.getsockname()[1]
        listening.shutdown(socket.SHUT_RDWR)
        thread.join(5)
        for connection in kept:
            connection.close()


def bolt_of(major: int, minor: int) -> Callable[[socket.socket], None]:
    """The greeting of a server that speaks one old version of Bolt: 4.4 is that of Neo4j 4.4, 0.0 none in common."""

    def behave(connection: socket.socket) -> None:
        connection.recv(20)
        connection.sendall(bytes([0, 0, minor, major]))

    return behave


@pytest.mark.parametrize("scheme", ["bolt", "neo4j"])
@pytest.mark.parametrize(
    "behave",
    [bolt_of(0, 0), bolt_of(4, 4), bolt_of(3, 0), lambda connection: connection.sendall(b"SSH-2.0-OpenSSH_9.2\r\n")],
    ids=["nothing in common", "4.4", "3.5", "ssh"],
)
def test_an_old_server_or_another_program(
    known: None, fault: Fault, behave: Callable[[socket.socket], None], scheme: str
) -> None:
    with listener(behave) as port:
        message = fault(StoreError, lambda: opened(f"{scheme}://127.0.0.1:{port}"), 2)
    assert message == (
        f"{scheme}://127.0.0.1:{port}: what answers there is older than Neo4j 5.26, or not Neo4j; "
        "duikou needs Neo4j 5.26 or newer"
    )


def test_a_server_of_an_early_version_5() -> None:
    for agent in ("Neo4j/4.4.40", "Neo4j/5.25.1", "Neo4j/5.2.0"):
        with pytest.raises(StoreError, match=rf"^bolt://h:7687: .* needs Neo4j 5.26 or newer \(found {agent[6:]}\)$"):
            check_version(agent, "bolt://h:7687")
    for agent in ("Neo4j/5.26.0", "Neo4j/5.27-aura", "Neo4j/2025.01.0", "Neo4j/2026.09.0", "Neo4j/dev"):
        check_version(agent, "bolt://h:7687")


def test_a_port_that_closes_at_once(known: None, fault: Fault) -> None:
    with listener(lambda connection: connection.close()) as port:
        message = fault(StoreError, lambda: opened(f"bolt://127.0.0.1:{port}"), 2)
    assert "the connection is closed at once: where the server wants encryption, use +s:// or +ssc://" in message


@pytest.mark.parametrize("scheme", ["bolt", "neo4j", "bolt+ssc"])
def test_a_port_that_says_nothing(known: None, fault: Fault, monkeypatch: pytest.MonkeyPatch, scheme: str) -> None:
    assert neo4j_connection.ANSWER_SECONDS <= 15
    monkeypatch.setattr(neo4j_connection, "ANSWER_SECONDS", 1.0)
    with listener(lambda connection: None) as port:
        message = fault(StoreError, lambda: opened(f"{scheme}://127.0.0.1:{port}"), 3)
    assert message == (
        f"{scheme}://127.0.0.1:{port}: what listens there does not answer; check that it is Neo4j, "
        "look into its debug.log, or restart it"
    )


@pytest.mark.skipif(os.name == "nt", reason="Windows answers for a full queue")
@pytest.mark.parametrize("scheme", ["bolt", "neo4j"])
def test_a_host_that_drops_packets(known: None, fault: Fault, monkeypatch: pytest.MonkeyPatch, scheme: str) -> None:
    assert neo4j_connection.CONNECT_SECONDS <= 5
    monkeypatch.setattr(neo4j_connection, "CONNECT_SECONDS", 1.0)
    waiting = [socket.socket() for _ in range(3)]
    with socket.create_server(("127.0.0.1", 0), backlog=0) as full:  # once its queue is full, Linux drops what comes
        for one in waiting:
            one.setblocking(False)
            one.connect_ex(full.getsockname())
        port = full.getsockname()[1]
        message = fault(StoreError, lambda: opened(f"{scheme}://127.0.0.1:{port}"), 3)
    for one in waiting:
        one.close()
    assert message == (
        f"{scheme}://127.0.0.1:{port}: the host does not answer; check the address, the network and firewalls"
    )


# connections that break


@contextmanager
def cut_at(server: Server, marks: bytes) -> Iterator[int]:
    """A port that leads to the server; what the client sends with the marks in it still arrives, the answer does not."""

    place = urlsplit(server.uri)

    def pump(source: socket.socket, target: socket.socket, cut: threading.Event, watched: bool) -> None:
        with source, target:
            with suppress(OSError):
                while data := source.recv(65536):
                    if watched and marks in data:
                        cut.set()
                    if watched or not cut.is_set():
                        target.sendall(data)
                    if cut.is_set():
                        time.sleep(0.5)  # the server does what it was told
                        break
            for end in (source, target):
                with suppress(OSError):
                    end.shutdown(socket.SHUT_RDWR)

    def behave(client: socket.socket) -> None:
        beyond, cut = socket.create_connection((place.hostname, place.port)), threading.Event()
        for arguments in ((client.dup(), beyond.dup(), cut, True), (beyond, client.dup(), cut, False)):
            threading.Thread(target=pump, args=arguments, daemon=True).start()

    with listener(behave) as port:
        yield port


def test_a_connection_that_breaks(neo4j_5: Server, neo4j_login: None, fault: Fault) -> None:
    with cut_at(neo4j_5, b"broken") as port:
        message = fault(StoreError, lambda: asked(f"bolt://127.0.0.1:{port}", "RETURN 'broken'"), 5)
    assert message.startswith(f"bolt://127.0.0.1:{port}: the connection broke (")
    assert message.endswith("); when the server runs, run this again: nothing is doubled")


def test_a_commit_whose_answer_is_lost(neo4j_5: Server, neo4j_login: None, fault: Fault) -> None:
    def write() -> None:
        address = parse_address(f"bolt://127.0.0.1:{port}")
        with connect(address) as driver, driver.session() as session, faults(address.location):
            session.execute_write(lambda transaction: transaction.run("MERGE (n:CommitLost {id: 1})").consume())

    with cut_at(neo4j_5, b"\xb0\x12") as port:  # the message COMMIT
        message = fault(StoreError, write)
    assert message == (
        f"bolt://127.0.0.1:{port}: the connection broke while a change was being kept; run this again: "
        "nothing is doubled"
    )
    with neo4j_5.driver() as driver:
        kept = driver.execute_query("MATCH (n:CommitLost) DELETE n RETURN count(*) AS count").records[0]["count"]
    assert kept == 1


def test_what_was_dealt_with_before_is_not_taken_for_the_cause() -> None:
    refused = Neo4jError._hydrate_neo4j(code="Neo.ClientError.Security.Unauthorized", message="no")
    try:
        try:
            raise refused
        except Neo4jError:
            raise ServiceUnavailable("gone") from None
    except ServiceUnavailable as error:
        assert str(explained(error, "bolt://h:7687")).startswith("bolt://h:7687: the connection broke (gone)")
    assert "while a change was being kept" in str(explained(IncompleteCommit("lost"), "bolt://h:7687"))


# a server with TLS, little memory and, later, no room on its disk


class Guarded(Server):
    """A server that refuses connections without encryption."""

    @property
    def uri(self) -> str:
        return f"bolt+ssc://127.0.0.1:{self.bolt}"


@pytest.fixture(scope="module")
def authority() -> trustme.CA:
    return trustme.CA()


@pytest.fixture(scope="module")
def guarded(authority: trustme.CA, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    home = tmp_path_factory.mktemp("guarded")
    made = server_of("5", home)
    settings = {
        "dbms.ssl.policy.bolt.enabled": "true",
        "dbms.ssl.policy.bolt.base_directory": "certificates",
        "server.bolt.tls_level": "REQUIRED",
        "dbms.memory.transaction.total.max": "20m",
    }
    certificate = authority.issue_cert("127.0.0.1")
    (home / "certificates").mkdir()
    certificate.private_key_pem.write_to_path(home / "certificates" / "private.key")
    for part in certificate.cert_chain_pems:
        part.write_to_path(home / "certificates" / "public.crt", append=True)
    server = Guarded("5", home, made.bolt, made.http_port, made.settings | settings)
    server.start()
    yield server
    server.kill()


@pytest.fixture
def guarded_login(guarded: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(USERNAME, guarded.username)
    monkeypatch.setenv(PASSWORD, guarded.password)


@pytest.mark.parametrize("scheme", ["bolt", "neo4j"])
def test_a_server_that_wants_encryption(guarded: Server, guarded_login: None, fault: Fault, scheme: str) -> None:
    message = fault(StoreError, lambda: opened(f"{scheme}://127.0.0.1:{guarded.bolt}"), 2)
    assert message == (
        f"{scheme}://127.0.0.1:{guarded.bolt}: the connection is closed at once: where the server wants encryption, "
        "use +s:// or +ssc://; else it is stopping, or this is not its Bolt port"
    )


@pytest.mark.parametrize("scheme", ["bolt+s", "neo4j+s"])
def test_a_certificate_of_an_unknown_authority(guarded: Server, guarded_login: None, fault: Fault, scheme: str) -> None:
    message = fault(StoreError, lambda: opened(f"{scheme}://127.0.0.1:{guarded.bolt}"), 2)
    assert message.startswith(f"{scheme}://127.0.0.1:{guarded.bolt}: the server's certificate is not accepted (")
    assert message.endswith("); have it signed by an authority that this computer trusts, or use +ssc:// to accept any")


@pytest.mark.parametrize("scheme", TLS)
def test_encrypted(
    guarded: Server,
    guarded_login: None,
    authority: trustme.CA,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    scheme: str,
) -> None:
    if not scheme.endswith("ssc"):
        authority.cert_pem.write_to_path(tmp_path / "authority.pem")
        monkeypatch.setenv("SSL_CERT_FILE", str(tmp_path / "authority.pem"))
    asked(f"{scheme}://127.0.0.1:{guarded.bolt}", "RETURN 1")


def test_too_little_memory_is_said_at_once(guarded: Server, guarded_login: None, fault: Fault) -> None:
    address = parse_address(guarded.uri)

    def collect(transaction: neo4j.ManagedTransaction) -> None:
        with hopeless_at_once(address.location):
            transaction.run("UNWIND range(1, 100000000) AS x RETURN size(collect(x))").consume()

    def ask() -> None:
        with connect(address) as driver, driver.session() as session, faults(address.location):
            session.execute_read(collect)

    message = fault(StoreError, ask, 10)
    assert message == (
        f"{guarded.uri}: the server has too little memory for this; ask for less at once, or raise the limit in its "
        "neo4j.conf (dbms.memory.transaction.total.max, db.memory.transaction.max) or its heap"
    )


def test_what_a_retry_mends_is_retried(guarded: Server, guarded_login: None) -> None:
    tries = []

    def work(transaction: neo4j.ManagedTransaction) -> None:
        with hopeless_at_once(guarded.uri):
            tries.append(1)
            if len(tries) == 1:
                raise Neo4jError._hydrate_neo4j(code="Neo.TransientError.Transaction.DeadlockDetected", message="no")

    with connect(parse_address(guarded.uri)) as driver, driver.session() as session:
        session.execute_write(work)
    assert len(tries) == 2


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux limits the files of a process from outside")
def test_a_full_disk_then_no_server_then_one_that_is_read_only(
    guarded: Server, guarded_login: None, monkeypatch: pytest.MonkeyPatch, fault: Fault
) -> None:
    import resource

    monkeypatch.setattr(neo4j_connection, "RETRY_SECONDS", 1.0)
    address = parse_address(guarded.uri)
    driver = connect(address)

    def write(transaction: neo4j.ManagedTransaction, kept: str) -> None:
        rows = "UNWIND range(1, 3000) AS i CREATE (:Filler {kept: $kept, text: $text + toString(i)})"
        transaction.run(rows, kept=kept, text="x" * 600).consume()

    def fill(kept: str) -> None:
        with driver.session() as session, faults(address.location):
            session.execute_write(write, kept)

    with driver:
        fill("before")
        assert guarded._process is not None
        log = max(guarded.home.glob("data/transactions/neo4j/neostore.transaction.db.*"))
        # Its files may not grow any more: to the server this is a full disk.
        resource.prlimit(guarded._process.pid, resource.RLIMIT_FSIZE, (log.stat().st_size + 1000,) * 2)
        disk = (
            f"{guarded.uri}: the server cannot keep its data, its disk may be full; look into its debug.log, make room, "
            "restart it and run this again: nothing is lost or doubled"
        )
        assert fault(StoreError, lambda: fill("while full")) == disk
        assert fault(StoreError, lambda: fill("after")) == disk
        assert fault(StoreError, lambda: asked(guarded.uri, "RETURN 1")) == disk

        guarded.kill()
        message = fault(StoreError, lambda: fill("when gone"), 10)
        assert message == f"{guarded.uri}: no server listens there; start Neo4j, or correct host and port"

        guarded.settings["server.databases.default_to_read_only"] = "true"
        guarded.start()
        message = fault(StoreError, lambda: fill("when read-only"))
        assert message.startswith(
            f"{guarded.uri}: the database is read-only on this server; allow writing in its neo4j.conf"
        )
        with driver.session() as session:
            assert session.run("MATCH (n:Filler) RETURN n.kept AS kept, count(*) AS count").values() == [
                ["before", 3000]
            ]
