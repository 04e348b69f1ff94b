"""What the arguments of a command name -> files: folders, globs, links, and - for standard input."""

from __future__ import annotations

import glob
import os
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Literal

from graph.errors import UsageError
from loaders.kinds import SUFFIXES
from loaders.sources import shown

_Seen = tuple[tuple[int, int], ...]  # device and inode of the folders that lie around one


def paths(arguments: Iterable[str]) -> Iterator[Path | Literal["-"]]:
    """The files that the arguments name: files, folders (what lies in them, sorted), globs, and - for standard input.

    What cannot be looked into (a folder without permission, a link that leads round in a circle) is given as it is:
    reading it says why. Raises UsageError for an argument that names nothing.
    """
    for argument in arguments:
        if argument == "-":
            yield "-"
            continue
        path = Path(argument).expanduser()
        if path.is_dir():
            yield from _folder(path, argument)
        elif os.path.lexists(path):
            yield path
        else:
            # glob.glob and not Path.glob: a pattern may be absolute
            matched = [Path(name) for name in sorted(glob.glob(str(path), recursive=True))]  # noqa: PTH207
            if not matched:
                raise UsageError(f"{shown(argument)}: no such file or folder, and no file matches it; check the path")
            for one in matched:
                yield from inside(one) if one.is_dir() else [one]


def _folder(path: Path, argument: str) -> Iterator[Path]:
    found = inside(path)
    first = next(found, None)
    if first is None:
        kinds = ", ".join(sorted(SUFFIXES))
        raise UsageError(f"{shown(argument)}: the folder holds no file that can be read ({kinds})")
    yield first
    yield from found


def inside(folder: Path, around: _Seen = ()) -> Iterator[Path]:
    """The files in a folder and its folders that have a known suffix, sorted by path; hidden ones are left out."""
    try:
        state = folder.stat()
        names = sorted(entry.name for entry in os.scandir(folder))
    except OSError:
        yield folder
        return
    here = (state.st_dev, state.st_ino)
    if here in around:
        yield folder
        return
    for name in names:
        path = folder / name
        if name.startswith((".", "~$", "__MACOSX")):
            continue
        if path.is_dir():
            yield from inside(path, (*around, here))
        elif path.suffix.lower() in SUFFIXES:
            yield path
