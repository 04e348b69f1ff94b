"""Opening a LadybugDB file: a torn log, a file that another process writes, a file that is something else."""

from __future__ import annotations

import logging
import os
import re
from pathlib import Path

import ladybug

from graph.errors import StoreError

_log = logging.getLogger(__name__)
_TORN_LOG = ("the WAL file is corrupted", "Corrupted wal file", ".wal with size")
# It makes a checkpoint when the log has this size. A checkpoint writes whole tables again, which takes seconds in a large
# store, so that many of them are what a load waits for: 14 took 210 of 340 seconds of a load of 2,048 documents.
_LOG_SIZE = 256 << 20


def open_database(path: Path, read_only: bool) -> ladybug.Database:
    """The database in a file, which is made when it is not there; StoreError says what is wrong with it.

    A log whose last writer was killed is read as far as it is whole: every acknowledged write is before that.
    """
    try:
        return ladybug.Database(str(path), read_only=read_only, checkpoint_threshold=_LOG_SIZE)
    except RuntimeError as error:
        if not any(words in str(error) for words in _TORN_LOG):
            raise _not_opened(path, error) from error
    _log.warning(
        "%s: its last writer was stopped in the middle; what it had reported is there, load the rest again", path
    )
    try:
        database = ladybug.Database(
            str(path), read_only=read_only, checkpoint_threshold=_LOG_SIZE, throw_on_wal_replay_failure=False
        )
        if not read_only:
            ladybug.Connection(database).execute("CHECKPOINT")
    except RuntimeError as error:
        raise _not_opened(path, error) from error
    return database


def _not_opened(path: Path, error: RuntimeError) -> StoreError:
    text = str(error)
    if "Could not set lock" in text:
        return StoreError(
            f"{path}: another process is writing this store{_holder(path)}; wait until it has finished, or stop it"
        )
    if "not a valid" in text or "Reading past the end" in text:
        return StoreError(f"{path}: this file is no store of duikou; name another file, or remove it and load again")
    return StoreError(f"{path}: cannot be opened: {text.splitlines()[0]}")


def _holder(path: Path) -> str:
    """Who holds the lock, where the system tells (Linux): ` (process 812: duikou load pages/)`."""
    try:
        inode = path.stat().st_ino
        locks = Path("/proc/locks").read_text(encoding="ascii")
    except OSError:
        return ""
    found = re.search(rf"POSIX +\S+ +WRITE +(\d+) +\S+:{inode} ", locks)
    if found is None or int(found[1]) == os.getpid():
        return ""
    try:
        words = Path(f"/proc/{found[1]}/cmdline").read_bytes().decode("utf-8", "replace").split("\0")
    except OSError:
        return f" (process {found[1]})"
    shown = " ".join([Path(words[0]).name, *words[1:]]).strip()
    return f" (process {found[1]}: {shown[:60]})" if shown else f" (process {found[1]})"
