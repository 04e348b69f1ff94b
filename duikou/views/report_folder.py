"""The folder of a report: nothing in it is touched but what a report has put there, and nothing outside it."""

from __future__ import annotations

import json
from collections.abc import Collection
from pathlib import Path, PurePath
from typing import Any

from graph.errors import UsageError

MARKER = "duikou-report.json"  # says that the folder is a report, and which files are its own


def prepared(folder: Path, names: Collection[str]) -> None:
    """Make the folder ready for pages of these names; UsageError when something that is no report's is in the way."""
    old = files_of(folder)
    for name in sorted(set(names) - old):
        if (folder / name).exists() or (folder / name).is_symlink():
            raise UsageError(
                f"{folder / name}: is in the way and was not made by a report; move it, or name another folder"
            )
    folder.mkdir(parents=True, exist_ok=True)
    # Written first: a report that is broken off can be made again in the same folder.
    _mark(folder, {*old, *names})


def write(folder: Path, name: str, html: str) -> Path:
    """Put a page into the folder, in the place of what stood there; its path."""
    path = folder / name
    path.unlink(missing_ok=True)  # a link that stood there is replaced, not followed
    with path.open("x", encoding="utf-8", newline="\n") as stream:
        stream.write(html)
    return path


def finished(folder: Path, names: Collection[str]) -> None:
    """Remove pages of an earlier report that this one does not have."""
    for name in sorted(files_of(folder) - set(names)):
        (folder / name).unlink(missing_ok=True)
    _mark(folder, names)


def files_of(folder: Path) -> set[str]:
    """The files that a report put there; UsageError when something else lies there."""
    if not folder.exists():
        return set()
    if not folder.is_dir():
        raise UsageError(f"{folder}: is a file; name a folder for the report")
    marker = folder / MARKER
    if not marker.is_file():
        if any(folder.iterdir()):
            raise UsageError(f"{folder}: holds other files; name a folder that is empty or new, or one with a report")
        return set()
    try:
        said: Any = json.loads(marker.read_text(encoding="utf-8"))
        files = said["files"] if said["report"] == "duikou" else None
    except (ValueError, KeyError, TypeError):
        files = None
    if not isinstance(files, list) or not all(isinstance(name, str) and _own(name) for name in files):
        raise UsageError(f"{marker}: is not what a report writes; name another folder")
    return set(files)


def _own(name: str) -> bool:
    """Whether it is the name of a page that lies in the folder itself."""
    return name.endswith(".html") and PurePath(name).name == name and not set(name) & set("/\\:")


def _mark(folder: Path, names: Collection[str]) -> None:
    content = json.dumps({"report": "duikou", "files": sorted(names)}, ensure_ascii=False, indent=1)
    path = folder / MARKER
    path.unlink(missing_ok=True)
    path.write_text(content + "\n", encoding="utf-8", newline="\n")
