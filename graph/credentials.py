"""User name and password of a Neo4j server: from the environment, a private file or the keyring, never from arguments."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from stat import S_IMODE
from typing import SupportsIndex

from graph.errors import StoreError

USERNAME = "DUIKOU_NEO4J_USERNAME"
PASSWORD = "DUIKOU_NEO4J_PASSWORD"
AUTH_FILE = "DUIKOU_NEO4J_AUTH_FILE"
KEYRING_SERVICE = "duikou"
DEFAULT_USER = "neo4j"


class Password(str):
    """A password that shows itself in no message, log or traceback, not even of the driver that it is handed to.

    >>> password = Password("hush")
    >>> password, f"{password} {password!s}", password == "hush"
    (***, '*** ***', True)
    """

    __slots__ = ()

    def __repr__(self) -> str:
        return "***"

    __str__ = __repr__

    def __format__(self, form: str) -> str:
        return "***"

    def __getitem__(self, key: SupportsIndex | slice) -> str:  # a long one is cut before it is shown
        return Password(super().__getitem__(key))


@dataclass(frozen=True, slots=True)
class Credentials:
    """Who signs in, and from where that is known."""

    username: str
    password: Password
    source: str


def find_credentials(location: str) -> Credentials:
    """The first of environment, file and keyring; StoreError names the three when there is none."""
    found = _from_environment(os.environ) or _from_file(location) or _from_keyring(location)
    if found is None:
        raise StoreError(
            f"{location}: no password is known; set {PASSWORD} (and {USERNAME} if it is not {DEFAULT_USER}), or write "
            f"USERNAME/PASSWORD into {_default_file() or 'a file named by ' + AUTH_FILE} with mode 0600, "
            f"or run: keyring set {KEYRING_SERVICE} {DEFAULT_USER}"
        )
    return found


def _from_environment(environment: Mapping[str, str]) -> Credentials | None:
    if not environment.get(PASSWORD):
        return None
    return Credentials(environment.get(USERNAME) or DEFAULT_USER, Password(environment[PASSWORD]), f"from {PASSWORD}")


def _default_file() -> Path | None:
    """Where the password file is looked for; None for a user without a home, as in a container."""
    try:
        base = os.environ.get("XDG_CONFIG_HOME") or Path.home() / ".config"
    except RuntimeError:
        return None
    return Path(base) / "duikou" / "neo4j-auth"


def _from_file(location: str) -> Credentials | None:
    named = os.environ.get(AUTH_FILE)
    path = Path(named) if named else _default_file()
    if path is None:
        return None
    try:
        found = _read(path)
    except FileNotFoundError:
        if not named:
            return None
        raise StoreError(f"{location}: there is no file {path}, which {AUTH_FILE} names; correct it") from None
    except OSError as error:
        raise StoreError(
            f"{location}: {path} cannot be read ({error.strerror}); it should hold the password"
        ) from error
    if isinstance(found, str):
        raise StoreError(f"{location}: {path} {found}")
    return found


def _read(path: Path) -> Credentials | str:
    """What the file holds, or what is wrong with it; raised by the caller, so that no traceback shows the line."""
    if path.is_dir():
        return "is a folder; name the file in it that holds USERNAME/PASSWORD"
    with path.open("rb") as file:
        if wrong := _not_private(os.fstat(file.fileno()), path):
            return wrong
        data = file.read()
    try:
        lines = [line.strip("\r") for line in data.decode("utf-8-sig").split("\n") if line.strip()]
    except UnicodeDecodeError:
        return "is not UTF-8 text; write it again, one line USERNAME/PASSWORD"
    if len(lines) != 1:
        return (
            f"holds {len(lines)} lines; write one, USERNAME/PASSWORD" if lines else "is empty; write USERNAME/PASSWORD"
        )
    username, slash, password = lines[0].partition("/")
    if not slash or not username or not password:
        return "does not hold USERNAME/PASSWORD: neo4j, a slash, the password"
    return Credentials(username, Password(password), f"from {path}")


def _not_private(status: os.stat_result, path: Path) -> str | None:
    if os.name == "nt":  # access lists, not modes
        return None
    if status.st_uid not in (os.geteuid(), 0):
        return "belongs to another user; make a copy of your own, of mode 0600"
    if S_IMODE(status.st_mode) & 0o077:
        return f"can be read by others (mode {S_IMODE(status.st_mode):04o}); close it with: chmod 600 {path}"
    return None


def _from_keyring(location: str) -> Credentials | None:
    try:
        import keyring
        from keyring.errors import NoKeyringError
    except ImportError:
        return None
    username = os.environ.get(USERNAME)
    try:
        # Some keyrings (that of macOS) find nothing without a user name.
        found = keyring.get_credential(KEYRING_SERVICE, username) or (
            None if username else keyring.get_credential(KEYRING_SERVICE, DEFAULT_USER)
        )
    except NoKeyringError:
        return None
    except Exception as error:  # a keyring is somebody else's program: it may fail in any way
        raise StoreError(
            f"{location}: the keyring cannot be read ({type(error).__name__}); unlock it, or set {PASSWORD}"
        ) from error
    if found is None or not found.password:
        return None
    return Credentials(found.username or DEFAULT_USER, Password(found.password), "from the keyring")
