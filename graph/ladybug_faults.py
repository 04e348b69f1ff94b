"""What LadybugDB says, in the words of graph.errors; and its values, plain."""

from __future__ import annotations

from typing import Any

from graph.errors import DuikouError, StoreError, StoreFullError, UsageError

_FULL = ("Cannot write to file", "No space left on device", "File too large")
_WRONG_TEXT = ("Parser exception", "Binder exception", "Catalog exception")


def unwritten(location: str, name: str, error: Exception) -> StoreError:
    """The error of a document, or of several, that could not be written."""
    if any(words in str(error) for words in _FULL):
        return StoreFullError(
            f"{location}: {name}: the disk is full; what was reported before is there. Make room, then load again: it goes "
            "on from there"
        )
    return StoreError(f"{location}: {name}: {str(error).splitlines()[0]}")


def failed(location: str, message: str, timeout: float | None) -> DuikouError:
    """The error of a query."""
    first = message.splitlines()[0]
    if "Interrupted" in first:
        return StoreError(f"{location}: no answer within {timeout:g} seconds; ask for less, or allow more time")
    if "read-only" in first:
        return StoreError(f"{location}: opened for reading; a question cannot change it")
    if first.startswith(_WRONG_TEXT):
        return UsageError(f"the query is not understood: {first}")
    return StoreError(f"{location}: {first}")


def plain(value: Any) -> Any:
    """A value without LadybugDB's own keys in nodes and relations."""
    if isinstance(value, dict):
        return {name: plain(one) for name, one in value.items() if name not in ("_ID", "_LABEL", "_SRC", "_DST")}
    if isinstance(value, list):
        return [plain(one) for one in value]
    return value
