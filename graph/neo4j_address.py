"""The address of a store on a Neo4j server, read with care for what people paste by mistake."""

from __future__ import annotations

import re
from contextlib import suppress
from dataclasses import dataclass
from urllib.parse import SplitResult, urlsplit

from graph.errors import UsageError

SCHEMES = ("bolt", "bolt+s", "bolt+ssc", "neo4j", "neo4j+s", "neo4j+ssc")
PORT = 7687
_DATABASE = re.compile(r"[a-z](?:[a-z0-9.-]{1,61})[a-z0-9]")  # Neo4j's own rules, after lower-casing
_FORM = "bolt://HOST[:PORT][/DATABASE]"


@dataclass(frozen=True, slots=True)
class Address:
    """Where a store is: `uri` for the driver, `database` (None: the user's home database), `location` for messages."""

    uri: str
    database: str | None

    @property
    def location(self) -> str:
        return f"{self.uri}/{self.database}" if self.database else self.uri


def parse_address(location: str) -> Address:
    """The parts of SCHEME://HOST[:PORT][/DATABASE]; UsageError never repeats what may be a password.

    >>> parse_address("bolt://localhost").uri
    'bolt://localhost:7687'
    >>> parse_address("neo4j+s://[2001:db8::1]:7777/Duikou")
    Address(uri='neo4j+s://[2001:db8::1]:7777', database='duikou')
    """
    scheme, separator, rest = location.strip().partition("://")
    scheme = scheme.lower()
    if "@" in rest:
        raise UsageError(
            "a store's address holds no user name and no password; leave them out, "
            "set DUIKOU_NEO4J_USERNAME and DUIKOU_NEO4J_PASSWORD instead"
        )
    if scheme in ("http", "https"):
        raise UsageError(
            f"{scheme}:// is the address of Neo4j Browser; name the server's Bolt port, usually bolt://HOST:{PORT}"
        )
    if not separator or scheme not in SCHEMES:
        raise UsageError(f"no address of a Neo4j server: it begins with one of {', '.join(SCHEMES)}, then ://")
    return _parts(scheme, rest)


def _parts(scheme: str, rest: str) -> Address:
    try:
        parts = urlsplit(f"//{rest}")
        host, port = parts.hostname, parts.port
    except ValueError:
        # What stands here may be a password whose host was forgotten: bolt://neo4j:secret
        raise UsageError(f"{scheme}://…: host or port is malformed; write {_FORM}") from None
    if not host:
        raise UsageError(f"{scheme}://: names no host; write {_FORM}")
    if not _may_be_host(host):
        raise UsageError(f"{scheme}://…: the host is malformed; write {_FORM}")
    if parts.query or parts.fragment or rest.endswith(("?", "#")):
        raise UsageError(f"{scheme}://{host}: takes nothing after ? or #; write {_FORM}")
    if port == 0:
        raise UsageError(f"{scheme}://{host}: port 0 is none; the Bolt port is usually {PORT}")
    shown = f"[{host}]" if ":" in host else host
    return Address(f"{scheme}://{shown}:{port or PORT}", _database(parts, f"{scheme}://{shown}"))


def _may_be_host(name: str) -> bool:
    """Whether it can be looked up at all: the driver passes what cannot on to Python, which fails in its own words."""
    if re.search(r"[\s\x00-\x1f%\\<>\"{}|^`]", name):
        return False
    with suppress(UnicodeError):
        return ":" in name or bool(name.encode("idna"))
    return False


def _database(parts: SplitResult, server: str) -> str | None:
    name = parts.path.strip("/").lower()  # Neo4j keeps names in lower case
    if not name:
        return None
    if name.startswith("system"):
        raise UsageError(f"{server}/{name}: names that begin with system belong to Neo4j; name another database")
    if not _DATABASE.fullmatch(name):
        raise UsageError(
            f"{server}/…: the part after / is the database: 3 to 63 of the characters a-z, 0-9, dot and dash, "
            "beginning with a letter and ending with a letter or digit"
        )
    return name
