"""A real Neo4j server for the tests: small, quick to start and to stop, no container engine needed.

`neo4j_of_the_suite` takes the server that DUIKOU_TEST_NEO4J_URI names, else one in Docker where an engine runs, else
starts the jars of tests/neo4j_artifacts.py.
"""

from __future__ import annotations

import os
import shutil
import signal
import socket
import subprocess
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from urllib.error import URLError
from urllib.request import urlopen

import neo4j
from neo4j.exceptions import DriverError, Neo4jError
from neo4j_artifacts import VERSIONS, Unavailable, admin, classpath, java

__all__ = ["PASSWORD", "Server", "Unavailable", "admin", "classpath", "java", "neo4j_of_the_suite", "server_of"]

PASSWORD = "duikou-test"
_OPENED = ("java.nio", "java.io", "sun.nio.ch", "java.util.concurrent")
_START_SECONDS = 120
_OWN_INDEXES = "SHOW INDEXES YIELD name, type, owningConstraint WHERE type <> 'LOOKUP' AND owningConstraint IS NULL"


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def settings_of(version: str, bolt: int, http: int) -> dict[str, str]:
    """neo4j.conf of a small server that stops at once."""
    quiet = "quiet_period" if version == "5" else "quiet_period_duration"
    return {
        "server.default_listen_address": "127.0.0.1",
        "server.bolt.listen_address": f"127.0.0.1:{bolt}",
        "server.bolt.advertised_address": f"127.0.0.1:{bolt}",
        "server.http.listen_address": f"127.0.0.1:{http}",
        "server.memory.pagecache.size": "64m",
        "db.tx_log.preallocate": "false",
        "dbms.cypher.min_replan_interval": "1h",  # planning is what costs most here
        f"internal.dbms.bolt.netty_server_shutdown_{quiet}": "0" if version == "5" else "0s",
        "server.directories.import": "import",
        "dbms.security.allow_csv_import_from_file_urls": "false",
        "dbms.usage_report.enabled": "false",
        "client.allow_telemetry": "false",
        "browser.remote_content_hostname_whitelist": "localhost,127.0.0.1",
    }


def _run(transaction: neo4j.ManagedTransaction, statements: Sequence[str]) -> None:
    for statement in statements:
        transaction.run(statement).consume()


@dataclass
class Server:
    """One server; `uri` and `http` say where it listens, `settings` is its neo4j.conf."""

    version: str
    home: Path
    bolt: int
    http_port: int
    settings: dict[str, str]
    java_options: tuple[str, ...] = ("-Xmx512m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1")
    username: str = "neo4j"
    password: str = PASSWORD
    _process: subprocess.Popen[bytes] | None = field(default=None, repr=False)

    @property
    def uri(self) -> str:
        return f"bolt://127.0.0.1:{self.bolt}"

    @property
    def http(self) -> str:
        return f"http://127.0.0.1:{self.http_port}"

    @contextmanager
    def driver(self) -> Iterator[neo4j.Driver]:
        with neo4j.GraphDatabase.driver(self.uri, auth=(self.username, self.password)) as driver:
            yield driver

    def prepare(self) -> None:
        """Write its settings, and its password when its home is new."""
        for folder in ("conf", "import", "logs"):
            (self.home / folder).mkdir(parents=True, exist_ok=True)
        lines = [f"{name}={value}\n" for name, value in self.settings.items()]
        (self.home / "conf" / "neo4j.conf").write_text("".join(lines), encoding="utf-8")
        users = self.home / "data" / "dbms" / "auth.ini"
        if not users.parent.exists():
            users.parent.mkdir(parents=True)
            users.write_bytes(_users(self.version, self.password))

    def start(self) -> None:
        """Start it, on a new home or again, and wait until it answers over Bolt and HTTP."""
        self.prepare()
        opened = [f"--add-opens=java.base/{name}=ALL-UNNAMED" for name in _OPENED]
        main = "org.neo4j.server.CommunityEntryPoint" if self.version == "5" else "org.neo4j.server.Neo4jCommunity"
        options = [
            *self.java_options,
            *opened,
            *([] if self.version == "5" else ["--enable-native-access=ALL-UNNAMED"]),
        ]
        command = [java(self.version), *options, "-cp", classpath(self.version), main]
        with (self.home / "logs" / "console.log").open("ab") as log:
            self._process = subprocess.Popen(
                [*command, f"--home-dir={self.home}", f"--config-dir={self.home / 'conf'}"],
                stdout=log,
                stderr=log,
                cwd=self.home,
                start_new_session=True,
            )
        self._wait()

    def _wait(self) -> None:
        deadline = time.monotonic() + _START_SECONDS
        while time.monotonic() < deadline:
            if self._process is not None and self._process.poll() is not None:
                raise RuntimeError((self.home / "logs" / "console.log").read_text(encoding="utf-8")[-2000:])
            with suppress(DriverError, Neo4jError, URLError, OSError):
                with self.driver() as driver:
                    driver.verify_connectivity()
                with urlopen(self.http, timeout=5):
                    return
            time.sleep(0.2)
        raise RuntimeError(f"Neo4j {self.version} did not answer within {_START_SECONDS} seconds")

    def wipe(self) -> None:
        """Drop all data, constraints and indexes."""
        with self.driver() as driver, driver.session() as session:
            session.run("MATCH (n) CALL (n) { DETACH DELETE n } IN TRANSACTIONS OF 10000 ROWS").consume()
            made = session.run("SHOW CONSTRAINTS YIELD name").value()
            drops = [f"DROP CONSTRAINT `{name}`" for name in made]
            made = session.run(_OWN_INDEXES).value()
            drops += [f"DROP INDEX `{name}`" for name in made]
            session.execute_write(_run, drops)

    def empty(self) -> None:
        """Drop all data. What duikou set up stays: making it again takes seconds."""
        with self.driver() as driver, driver.session() as session:
            session.run(
                "MATCH (n) WHERE NOT n:Meta CALL (n) { DETACH DELETE n } IN TRANSACTIONS OF 10000 ROWS"
            ).consume()

    def kill(self) -> None:
        """SIGKILL: no goodbye."""
        self._end(signal.SIGKILL)

    def stop(self) -> None:
        self._end(signal.SIGTERM)

    def _end(self, how: signal.Signals) -> None:
        if self._process is not None and self._process.poll() is None:
            self._process.send_signal(how)
            self._process.wait(60)
        self._process = None


def server_of(version: str, home: Path, **settings: str) -> Server:
    """A server of one's own, not started; settings are given with _ for the dots of their names."""
    bolt, http = free_port(), free_port()
    given = {name.replace("__", "\0").replace("_", ".").replace("\0", "_"): value for name, value in settings.items()}
    return Server(version, home, bolt, http, settings_of(version, bolt, http) | given)


@cache
def _users(version: str, password: str) -> bytes:
    """What neo4j-admin writes for a first password."""
    with TemporaryDirectory() as folder:
        home = Path(folder)
        (home / "conf").mkdir()
        (home / "conf" / "neo4j.conf").touch()
        run = admin(version, "dbms", "set-initial-password", password, home=home)
        assert run.returncode == 0, run.stderr
        return (home / "data" / "dbms" / "auth.ini").read_bytes()


@dataclass
class GivenServer(Server):
    """A server that somebody else runs: it is neither started nor stopped. Its data are wiped."""

    given: str = ""

    @property
    def uri(self) -> str:
        return self.given

    def start(self) -> None:
        with self.driver() as driver:
            driver.verify_connectivity()

    def stop(self) -> None:
        """It is not ours to stop."""


@dataclass
class DockerServer(Server):
    """A server in a container, removed when it stops."""

    container: str = ""

    def start(self) -> None:
        settings = {
            name: value for name, value in self.settings.items() if "address" not in name and "directories" not in name
        }
        variables = {f"NEO4J_{name.replace('_', '__').replace('.', '_')}": value for name, value in settings.items()}
        variables["NEO4J_AUTH"] = f"{self.username}/{self.password}"
        given = [word for name, value in variables.items() for word in ("--env", f"{name}={value}")]
        ports = [f"--publish=127.0.0.1:{self.bolt}:7687", f"--publish=127.0.0.1:{self.http_port}:7474"]
        command = ["docker", "run", "--rm", "--detach", *ports, *given, _image(self.version)]
        self.container = subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip()
        self._wait()

    def kill(self) -> None:
        subprocess.run(["docker", "rm", "--force", self.container], capture_output=True, check=True)

    def stop(self) -> None:
        self.kill()


def _image(version: str) -> str:
    return f"neo4j:{VERSIONS[version]}"


def _docker_has(version: str) -> bool:
    """Whether an engine runs here and can get the image."""
    if shutil.which("docker") is None or subprocess.run(["docker", "info"], capture_output=True).returncode:
        return False
    return subprocess.run(["docker", "pull", "--quiet", _image(version)], capture_output=True).returncode == 0


def neo4j_of_the_suite(version: str, home: Path) -> Server:
    """The server that the tests share, not started; Unavailable says why there is none."""
    uri = os.environ.get("DUIKOU_TEST_NEO4J_URI")
    if uri and version == "5":
        username = os.environ.get("DUIKOU_NEO4J_USERNAME", "neo4j")
        return GivenServer("5", home, 0, 7474, {}, (), username, os.environ["DUIKOU_NEO4J_PASSWORD"], given=uri)
    made = server_of(version, home)
    if _docker_has(version):
        return DockerServer(version, home, made.bolt, made.http_port, made.settings)
    classpath(version), java(version)  # fetched here, so that what is missing is told before anything starts
    return made
