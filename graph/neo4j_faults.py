"""What fails on a Neo4j server, said in one line that names the store and the remedy."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from errno import errorcode
from ssl import SSLCertVerificationError, SSLError

from neo4j.exceptions import (
    DriverError,
    IncompleteCommit,
    Neo4jError,
    ServiceUnavailable,
    SessionExpired,
    TransientError,
)

from graph.errors import DuikouError, StoreError, StoreGoneError, UsageError

_OLDEST = (5, 26)
_TOO_OLD = "what answers there is older than Neo4j 5.26, or not Neo4j; duikou needs Neo4j 5.26 or newer"

_SOURCES = "from the environment, a file or the keyring"

# What the server answers, by the two last parts of the error's code.
_CODES = {
    "Security.Unauthorized": "the server refuses the user name or the password ({source}); correct them there",
    "Security.AuthenticationRateLimit": "too many wrong passwords in a row; wait 5 seconds, correct the password "
    "({source}) and try once more: until then the right one is refused too",
    "Security.CredentialsExpired": "this password must be changed before its first use; sign in with Neo4j Browser or "
    "cypher-shell, which ask for a new one, then give that to duikou ({source})",
    "Security.Forbidden": "this user may not do that ({first}); sign in as another, or have it allowed",
    "Security.AuthorizationFailed": "this user may not do that ({first}); sign in as another, or have it allowed",
    "Database.DatabaseNotFound": "the server has no such database; leave the part after / out for the default one, "
    "or see which there are with: SHOW DATABASES",
    "General.DatabaseUnavailable": "the server runs, but this database is not online; wait until it has started, "
    "or look into the server's debug.log",
    "Statement.AccessMode": "opened for reading; a question cannot change it",
    "General.WriteOnReadOnlyAccessDatabase": "{read_only}",
    "General.ForbiddenOnReadOnlyDatabase": "{read_only}",
    "General.MemoryPoolOutOfMemoryError": "{memory}",
    "General.TransactionOutOfMemoryError": "{memory}",
    "General.OutOfMemoryError": "{memory}",
    "Transaction.TransactionLogError": "{disk}",
    "Transaction.TransactionStartFailed": "{disk}",
    "Transaction.TransactionCommitFailed": "{disk}",
    "Transaction.Terminated": "somebody stopped this on the server, or it is shutting down; run it again",
    "Transaction.DeadlockDetected": "others write the same nodes at the same time; run it again when they are done",
}
_SHARED = {
    "read_only": "the database is read-only on this server; allow writing in its neo4j.conf "
    "(server.databases.default_to_read_only, server.databases.read_only), or load into another",
    "memory": "the server has too little memory for this; ask for less at once, or raise the limit in its neo4j.conf "
    "(dbms.memory.transaction.total.max, db.memory.transaction.max) or its heap",
    "disk": "the server cannot keep its data, its disk may be full; look into its debug.log, make room, restart it "
    "and run this again: nothing is lost or doubled",
}
_TIMED_OUT = ("Transaction.TransactionTimedOut", "Transaction.TransactionTimedOutClientConfiguration")
# The server calls these transient, but no retry mends them.
_HOPELESS = ("MemoryPoolOutOfMemoryError", "TransactionOutOfMemoryError", "OutOfMemoryError")

# What stands in the text of a connection's fault or of one of its causes, a pattern; the first that fits.
_TEXTS = (
    ("Failed to DNS resolve", "no host has this name; check how it is written, and the network"),
    ("looks like HTTP", "this is the server's HTTP port; name its Bolt port, usually 7687"),
    (
        "Timed out trying to establish connection",
        "the host does not answer; check the address, the network and firewalls",
    ),
    ("Connection refused|ECONNREFUSED", "no server listens there; start Neo4j, or correct host and port"),
    ("unreachable|EHOSTUNREACH|ENETUNREACH", "no way leads to this host; check the address and the network"),
    ("timed out", "what listens there does not answer; check that it is Neo4j, look into its debug.log, or restart it"),
    ("Notification filtering is not supported", "{too_old}"),
    ("not support communication with this driver", "{too_old}"),
    (
        "handshake response",
        "the connection is closed at once: where the server wants encryption, use +s:// or +ssc://; "
        "else it is stopping, or this is not its Bolt port",
    ),
)


@contextmanager
def faults(location: str, timeout: float | None = None, source: str = _SOURCES) -> Iterator[None]:
    """Turn what the driver raises inside into one line: UsageError for a wrong query, StoreError for all else.

    `timeout`: the seconds that the query was given. `source`: where the user name and password come from.
    """
    try:
        yield
    except (Neo4jError, DriverError) as error:
        raise explained(error, location, timeout, source) from error
    except (ValueError, TypeError, OverflowError) as error:
        if not _raised_by_driver(error):
            raise
        raise UsageError(f"{location}: a value of the query cannot be sent: {_first_line(str(error))}") from error


@contextmanager
def hopeless_at_once(location: str) -> Iterator[None]:
    """Inside a managed transaction: say at once what the driver would retry for a minute in vain."""
    try:
        yield
    except TransientError as error:
        if (error.code or "").rpartition(".")[2] not in _HOPELESS:
            raise
        raise explained(error, location) from error


def explained(
    error: Neo4jError | DriverError, location: str, timeout: float | None = None, source: str = _SOURCES
) -> DuikouError:
    """One of our errors for one of the driver's."""
    if isinstance(error, Neo4jError):
        return _answered(error, location, timeout, source)
    causes = list(_causes(error))
    # With neo4j:// the server's answer lies inside what the driver says about routing.
    for cause in causes:
        if isinstance(cause, Neo4jError):
            return _answered(cause, location, timeout, source)
    return StoreGoneError(f"{location}: {_not_connected(error, causes)}")


def check_version(agent: str, location: str) -> None:
    """StoreError for a server older than 5.26.

    >>> check_version("Neo4j/5.26.31", "bolt://h:7687"), check_version("Neo4j/2026.09.0", "bolt://h:7687")
    (None, None)
    """
    found = re.match(r"Neo4j/v?(\d+)\.(\d+)", agent)
    if found and (int(found[1]), int(found[2])) < _OLDEST:
        raise StoreError(f"{location}: {_TOO_OLD} (found {agent.removeprefix('Neo4j/')})")


def _answered(error: Neo4jError, location: str, timeout: float | None, source: str) -> DuikouError:
    """What the server said about a query or a login."""
    code, first = error.code or "", _first_line(error.message or str(error))
    kind = ".".join(code.split(".")[2:])
    if kind in _TIMED_OUT:
        if timeout is None:
            return StoreError(f"{location}: the server's own time limit (db.transaction.timeout) is over; ask for less")
        return StoreError(f"{location}: no answer within {timeout:g} seconds; ask for less, or allow more time")
    if kind in _CODES:
        return StoreError(f"{location}: {_CODES[kind].format(first=first, source=source, **_SHARED)}")
    if kind == "Statement.ParameterMissing":
        return UsageError(f"{location}: the query wants values that it was not given: {first.rpartition(': ')[2]}")
    if code.startswith(("Neo.ClientError.Statement.", "Neo.ClientError.Procedure.")):
        return UsageError(f"{location}: the query is not understood: {first}")
    return StoreError(f"{location}: {first}")


def _not_connected(error: DriverError, causes: list[BaseException]) -> str:
    """What the driver itself met."""
    text = "\n".join(_told(cause) for cause in causes)
    for pattern, sentence in _TEXTS:
        if re.search(pattern, text):
            return sentence.format(too_old=_TOO_OLD)
    for cause in causes:
        if isinstance(cause, SSLCertVerificationError):
            return (
                f"the server's certificate is not accepted ({cause.verify_message}); have it signed by an authority "
                "that this computer trusts, or use +ssc:// to accept any"
            )
    if any(isinstance(cause, SSLError) for cause in causes):
        return "the server does not encrypt on this port; use bolt:// or neo4j://, or switch its TLS on"
    if isinstance(error, IncompleteCommit):
        return "the connection broke while a change was being kept; run this again: nothing is doubled"
    if isinstance(error, SessionExpired | ServiceUnavailable):
        return f"the connection broke ({_first_line(str(error))}); when the server runs, run this again: nothing is doubled"
    return f"the driver cannot use this: {_first_line(str(error))}"


def _causes(error: BaseException) -> Iterator[BaseException]:
    """An error and what the driver names as its causes; not its context, which may be a failure dealt with before."""
    yield error
    if isinstance(error, BaseExceptionGroup):
        for one in error.exceptions:
            yield from _causes(one)
    if error.__cause__ is not None:
        yield from _causes(error.__cause__)


def _told(error: BaseException) -> str:
    """An error's text and, because Windows writes it in the user's language, the name of its number."""
    return f"{error} {errorcode.get(error.errno or 0, '')}" if isinstance(error, OSError) else str(error)


def _raised_by_driver(error: BaseException) -> bool:
    trace = error.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    return trace is not None and str(trace.tb_frame.f_globals.get("__name__", "")).startswith("neo4j.")


def _first_line(message: str) -> str:
    """The first line, without the long list of what the parser would have taken instead.

    >>> _first_line("Invalid input 'X': expected 'A', 'B' or 'C' (line 1, column 1 (offset: 0))\\n  ^")
    "Invalid input 'X' (line 1, column 1)"
    """
    first = (message.strip().splitlines() or ["no reason given"])[0]
    return re.sub(r" \(offset: \d+\)\)$", ")", re.sub(r": expected .*(?= \(line)", "", first))
