"""User name and password: where they come from, in which order, what is refused, and that the password never shows."""

from __future__ import annotations

import logging
import os
import sys
import traceback
from collections.abc import Iterator
from pathlib import Path

import keyring
import pytest
from keyring.backend import KeyringBackend
from keyring.backends import fail
from keyring.errors import KeyringLocked

from graph.credentials import AUTH_FILE, PASSWORD, USERNAME, Password, find_credentials
from graph.errors import StoreError

LOCATION = "bolt://h:7687"
SECRET = "opens-sesame"


@pytest.fixture(autouse=True)
def nothing_known(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """No variable, no file, and a machine without the package keyring."""
    for name in (USERNAME, PASSWORD, AUTH_FILE):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    monkeypatch.setitem(sys.modules, "keyring", None)


def auth_file(content: bytes, path: Path, mode: int = 0o600) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
    path.chmod(mode)
    return path


@pytest.fixture
def default_file(tmp_path: Path) -> Path:
    return auth_file(f"reader/{SECRET}\n".encode(), tmp_path / "config" / "duikou" / "neo4j-auth")


def found() -> tuple[str, str, str]:
    credentials = find_credentials(LOCATION)
    return credentials.username, "".join(credentials.password), credentials.source


def refused() -> str:
    """The one line that says why; neither it nor its traceback shows the password."""
    with pytest.raises(StoreError) as raised:
        find_credentials(LOCATION)
    trace = traceback.TracebackException.from_exception(raised.value, capture_locals=True)
    assert SECRET not in "".join(trace.format())
    message = str(raised.value)
    assert message.startswith(f"{LOCATION}: ") and "\n" not in message
    return message.removeprefix(f"{LOCATION}: ")


# the environment


def test_the_environment_comes_first(monkeypatch: pytest.MonkeyPatch, default_file: Path) -> None:
    monkeypatch.setenv(PASSWORD, "from-environment")
    assert found() == ("neo4j", "from-environment", f"from {PASSWORD}")
    monkeypatch.setenv(USERNAME, "writer")
    assert found() == ("writer", "from-environment", f"from {PASSWORD}")


def test_an_empty_variable_is_none(monkeypatch: pytest.MonkeyPatch, default_file: Path) -> None:
    monkeypatch.setenv(PASSWORD, "")
    assert found() == ("reader", SECRET, f"from {default_file}")


# the file


@pytest.mark.parametrize(
    ("content", "username", "password"),
    [
        (b"neo4j/pass word", "neo4j", "pass word"),
        (b"neo4j/ends with a space \n", "neo4j", "ends with a space "),
        (b"neo4j/a/b/c\r\n", "neo4j", "a/b/c"),
        ("\ufeffneo4j/密码\r\n\r\n".encode(), "neo4j", "密码"),
        (b"neo4j/line\x0bseparator\xe2\x80\xa8kept", "neo4j", "line\x0bseparator\u2028kept"),
    ],
)
@pytest.mark.parametrize("mode", [0o600, 0o400])
def test_the_file_of_one_line(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, content: bytes, username: str, password: str, mode: int
) -> None:
    path = auth_file(content, tmp_path / "secret", mode)
    monkeypatch.setenv(AUTH_FILE, str(path))
    assert found() == (username, password, f"from {path}")


def test_a_named_file_comes_before_the_default_one(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, default_file: Path
) -> None:
    assert found()[0] == "reader"
    monkeypatch.setenv(AUTH_FILE, str(auth_file(b"named/other", tmp_path / "secret")))
    assert found()[0] == "named"


@pytest.mark.skipif(os.name == "nt", reason="Windows has access lists instead of modes")
@pytest.mark.parametrize("mode", [0o640, 0o604, 0o644, 0o620, 0o660])
def test_a_file_that_others_can_open_is_refused(default_file: Path, mode: int) -> None:
    default_file.chmod(mode)
    assert (
        refused() == f"{default_file} can be read by others (mode {mode:04o}); close it with: chmod 600 {default_file}"
    )


@pytest.mark.skipif(os.name == "nt", reason="Windows has access lists instead of modes")
def test_the_file_of_another_user_is_refused(monkeypatch: pytest.MonkeyPatch, default_file: Path) -> None:
    if os.geteuid() == 0:
        os.chown(default_file, 12345, -1)
    else:
        monkeypatch.setattr(os, "geteuid", lambda: 12345)
    assert refused() == f"{default_file} belongs to another user; make a copy of your own, of mode 0600"


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "is empty; write USERNAME/PASSWORD"),
        (b"\n \r\n", "is empty; write USERNAME/PASSWORD"),
        (SECRET.encode(), "does not hold USERNAME/PASSWORD: neo4j, a slash, the password"),
        (f"/{SECRET}".encode(), "does not hold USERNAME/PASSWORD: neo4j, a slash, the password"),
        (b"neo4j/", "does not hold USERNAME/PASSWORD: neo4j, a slash, the password"),
        (f"neo4j/{SECRET}\nreader/{SECRET}\n".encode(), "holds 2 lines; write one, USERNAME/PASSWORD"),
        (f"neo4j/{SECRET}".encode("utf-16"), "is not UTF-8 text; write it again, one line USERNAME/PASSWORD"),
    ],
)
def test_a_file_that_does_not_hold_them(default_file: Path, content: bytes, reason: str) -> None:
    default_file.write_bytes(content)
    assert refused() == f"{default_file} {reason}"


def test_a_named_file_must_be_there(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, default_file: Path) -> None:
    missing = tmp_path / "no such file"
    monkeypatch.setenv(AUTH_FILE, str(missing))
    assert refused() == f"there is no file {missing}, which {AUTH_FILE} names; correct it"
    monkeypatch.setenv(AUTH_FILE, str(tmp_path))
    assert refused() == f"{tmp_path} is a folder; name the file in it that holds USERNAME/PASSWORD"
    monkeypatch.setenv(AUTH_FILE, str(default_file / "below a file"))
    assert refused().startswith(f"{default_file / 'below a file'} cannot be read (Not a directory)")


def test_none_of_the_three(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    assert refused() == (
        "no password is known; set DUIKOU_NEO4J_PASSWORD (and DUIKOU_NEO4J_USERNAME if it is not neo4j), or write "
        f"USERNAME/PASSWORD into {tmp_path / 'config' / 'duikou' / 'neo4j-auth'} with mode 0600, "
        "or run: keyring set duikou neo4j"
    )

    def homeless() -> Path:
        raise RuntimeError("Could not determine home directory.")

    monkeypatch.delenv("XDG_CONFIG_HOME")
    monkeypatch.setattr(Path, "home", homeless)
    assert "into a file named by DUIKOU_NEO4J_AUTH_FILE with mode 0600" in refused()


# the keyring


class Ring(KeyringBackend):
    """A keyring that holds what it is given, or fails with it."""

    priority = 1.0

    def __init__(self, held: dict[str, str] | Exception, needs_name: bool = False) -> None:
        super().__init__()
        self.held = held
        self.needs_name = needs_name

    def set_password(self, service: str, username: str, password: str) -> None:
        raise NotImplementedError

    def get_password(self, service: str, username: str) -> str | None:
        if isinstance(self.held, Exception):
            raise self.held
        return self.held.get(username) if service == "duikou" else None

    def get_credential(self, service: str, username: str | None) -> object:
        if username is None and not self.needs_name and isinstance(self.held, dict):
            username = next(iter(self.held), None)
        return super().get_credential(service, username)


@pytest.fixture
def ring(monkeypatch: pytest.MonkeyPatch) -> Iterator[Ring]:
    """A keyring of one's own in place of the machine's."""
    monkeypatch.setitem(sys.modules, "keyring", keyring)
    before = keyring.get_keyring()
    made = Ring({"curator": SECRET})
    keyring.set_keyring(made)
    yield made
    keyring.set_keyring(before)


def test_the_keyring_comes_last(ring: Ring, default_file: Path) -> None:
    assert found()[2] == f"from {default_file}"
    default_file.unlink()
    assert found() == ("curator", SECRET, "from the keyring")


def test_the_keyring_by_user_name(monkeypatch: pytest.MonkeyPatch, ring: Ring) -> None:
    ring.held = {"curator": SECRET, "reader": "other"}
    monkeypatch.setenv(USERNAME, "reader")
    assert found() == ("reader", "other", "from the keyring")
    monkeypatch.setenv(USERNAME, "nobody")
    assert refused().startswith("no password is known")


def test_a_keyring_that_wants_a_user_name_is_asked_for_neo4j(ring: Ring) -> None:
    ring.needs_name = True
    assert refused().startswith("no password is known")
    ring.held = {"neo4j": SECRET}
    assert found() == ("neo4j", SECRET, "from the keyring")


@pytest.mark.parametrize("error", [KeyringLocked(f"locked {SECRET}"), OSError("no bus")])
def test_a_keyring_that_fails(ring: Ring, error: Exception) -> None:
    ring.held = error
    with pytest.raises(StoreError) as raised:
        find_credentials(LOCATION)
    assert str(raised.value) == (
        f"{LOCATION}: the keyring cannot be read ({type(error).__name__}); unlock it, or set {PASSWORD}"
    )


def test_a_machine_without_a_keyring_service(ring: Ring) -> None:
    keyring.set_keyring(fail.Keyring())
    assert refused().startswith("no password is known")


# the password itself


def test_a_password_does_not_show_itself() -> None:
    password = Password(SECRET)
    credentials = {"credentials": password, "list": [password]}
    shown = f"{password} {password!r} {password!s} {password:>30} {credentials}" + "{}".format(password)  # noqa: UP032
    shown += logging.Formatter().format(logging.makeLogRecord({"msg": "%s %r", "args": (password, password)}))
    shown += repr(password[:10])
    assert SECRET[:4] not in shown and "***" in shown
    assert password == SECRET and password.encode() == SECRET.encode() and len(password) == len(SECRET)
