"""Neo4j faults at the command line: one line, the right exit code, at once, and no password anywhere."""

from __future__ import annotations

import os
import re
import socket
import subprocess
import sys
import time
from pathlib import Path

import pytest

import duikou
import graph.neo4j_store  # noqa: F401  so that its import is in no measured time
from duikou.cli import main
from graph.credentials import PASSWORD
from graph.errors import StoreError, UsageError

NOBODY = "bolt://127.0.0.1:1"
LOGIN = "bolt://neo4j:opens-sesame@127.0.0.1:1"
MODULES = ("credentials.py", "neo4j_faults.py", "neo4j_store.py")
COMMANDS = (
    ["status"],
    ["find", "三都"],
    ["why", "三都"],
    ["ask", "companies_by_site", "--region", "三都"],
    ["export", "jsonl"],
    ["load", "article.txt"],
)


@pytest.fixture(autouse=True)
def known(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A folder with an article in it, and a login."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "article.txt").write_text("三都县的一篇短文。", encoding="utf-8")
    monkeypatch.setenv(PASSWORD, "never-sesame")
    monkeypatch.delenv("DUIKOU_STORE", raising=False)


def run(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str]:
    """Exit code and standard error; nothing stands on standard output, and no password anywhere."""
    with pytest.raises(SystemExit) as stopped:
        main([*arguments, "--lang", "en"])
    out, err = capsys.readouterr()
    assert out == "" and "sesame" not in err
    return int(stopped.value.code or 0), err


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command[0])
def test_no_server(capsys: pytest.CaptureFixture[str], command: list[str]) -> None:
    start = time.monotonic()
    told = run(capsys, *command, "--store", NOBODY)
    assert told == (1, f"duikou: {NOBODY}: no server listens there; start Neo4j, or correct host and port\n")
    assert time.monotonic() - start < 2


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command[0])
def test_a_login_in_the_address(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, command: list[str]
) -> None:
    refused = (
        "duikou: a store's address holds no user name and no password; leave them out, set DUIKOU_NEO4J_USERNAME and "
        "DUIKOU_NEO4J_PASSWORD instead\n"
    )
    assert run(capsys, *command, "--store", LOGIN) == (2, refused)
    monkeypatch.setenv("DUIKOU_STORE", LOGIN.upper().replace("OPENS-SESAME", "opens-sesame"))
    assert run(capsys, *command) == (2, refused)


@pytest.mark.parametrize(
    ("location", "words"),
    [
        ("http://localhost:7474", "name the server's Bolt port, usually bolt://HOST:7687"),
        ("http://neo4j:opens-sesame@localhost:7474", "holds no user name and no password"),
        ("redis://neo4j:opens-sesame@localhost", "redis:// is no kind of store"),
        ("bolt://neo4j:opens-sesame", "host or port is malformed"),
        ("bolt+tls://localhost", "begins with one of bolt, bolt+s"),
        ("neo4j://localhost/1", "the part after / is the database"),
    ],
)
def test_a_wrong_address_is_wrong_usage(capsys: pytest.CaptureFixture[str], location: str, words: str) -> None:
    code, err = run(capsys, "status", "--store", location)
    assert code == 2 and words in err and len(err.splitlines()) == 1


def test_no_password_is_known(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(PASSWORD)
    monkeypatch.setenv("DUIKOU_NEO4J_AUTH_FILE", "missing")
    assert run(capsys, "status", "--store", NOBODY) == (
        1,
        f"duikou: {NOBODY}: there is no file missing, which DUIKOU_NEO4J_AUTH_FILE names; correct it\n",
    )


def test_the_same_from_python() -> None:
    with pytest.raises(UsageError, match="holds no user name") as raised:
        duikou.open(LOGIN)
    assert "sesame" not in str(raised.value)
    with pytest.raises(StoreError, match="no server listens there"):
        duikou.open(NOBODY)


def test_as_its_own_process() -> None:
    """Also what the driver logs stays away from a terminal: with neo4j:// it logs an error."""
    command = [sys.executable, "-m", "duikou", "--lang", "en", "status", "--store"]
    start = time.monotonic()
    assert subprocess.run([*command, "bolt://host:0"], capture_output=True).returncode == 2
    usual = time.monotonic() - start  # of starting Python, duikou and the driver
    start = time.monotonic()
    for location in (NOBODY, NOBODY.replace("bolt", "neo4j")):
        ended = subprocess.run([*command, location], capture_output=True, text=True, encoding="utf-8")
        assert (ended.returncode, ended.stdout) == (1, "")
        assert ended.stderr == f"duikou: {location}: no server listens there; start Neo4j, or correct host and port\n"
    assert time.monotonic() - start < 2 * (2 * usual + 2)


@pytest.mark.skipif(not Path("/proc/self/cmdline").exists(), reason="reads the list of processes from /proc")
def test_the_list_of_processes_does_not_show_the_password() -> None:
    with socket.create_server(("127.0.0.1", 0)) as silent:
        location = f"bolt://127.0.0.1:{silent.getsockname()[1]}"
        asking = subprocess.Popen(
            [sys.executable, "-m", "duikou", "status", "--store", location], stderr=subprocess.PIPE
        )
        connection, _ = silent.accept()  # now it has read the password
        with connection, asking:
            shown = Path(f"/proc/{asking.pid}/cmdline").read_bytes() + Path(f"/proc/{asking.pid}/status").read_bytes()
            tasks = [path.read_text() for path in Path(f"/proc/{asking.pid}/task").glob("*/comm")]
            asking.kill()
    assert location.encode() in shown and os.environ[PASSWORD].encode() not in shown
    assert not any(os.environ[PASSWORD] in task for task in tasks)


def test_the_docs_explain_the_messages_that_there_are() -> None:
    root = Path(__file__).parent.parent
    source = "".join((root / "graph" / name).read_text(encoding="utf-8") for name in MODULES)
    said = re.sub(r'"\s+f?"', "", source)  # texts that go on in the next line
    table = (root / "docs" / "neo4j.md").read_text(encoding="utf-8").split("| the message says |")[1].split("\n\n")[0]
    rows = [line.split("|")[1].partition(" (")[0].strip() for line in table.splitlines()[2:]]
    assert len(rows) > 20
    for row in rows:
        for part in re.split(r"FILE | N ", row):
            assert part.strip() in said, row
