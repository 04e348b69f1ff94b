"""benchmarks/RESULTS.md: every benchmark writes its own part, between two marks, and leaves the others."""

from __future__ import annotations

import os
import platform
import re
from collections.abc import Iterable, Sequence
from pathlib import Path

RESULTS = Path(__file__).parent / "RESULTS.md"
_TITLE = "# Benchmarks\n\nMeasured on the machine that each part names; read ratios rather than seconds.\n"


def write_part(name: str, text: str, path: Path = RESULTS) -> None:
    """Put the text in place of the part of that name, or after the other parts."""
    old = path.read_text(encoding="utf-8") if path.exists() else _TITLE
    part = f"<!-- begin {name} -->\n{text.strip()}\n<!-- end {name} -->\n"
    marked = re.compile(rf"<!-- begin {re.escape(name)} -->\n.*?<!-- end {re.escape(name)} -->\n", re.DOTALL)
    new = marked.sub(lambda _: part, old) if marked.search(old) else f"{old.rstrip()}\n\n{part}"
    path.write_text(new, encoding="utf-8")


def table(columns: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """A table of Markdown; all columns but the first stand to the right.

    >>> print(table(["way", "s"], [["one", 1.5]]))
    | way | s |
    |:--|--:|
    | one | 1.5 |
    """
    lines = [columns, [":--", *["--:"] * (len(columns) - 1)], *rows]
    return "\n".join(
        f"|{'|'.join(map(str, line))}|" if n == 1 else f"| {' | '.join(map(str, line))} |"
        for n, line in enumerate(lines)
    )


def machine() -> str:
    """The machine in a few words: cores, memory, system, Python."""
    cpus = os.cpu_count() or 1
    memory = ""
    if hasattr(os, "sysconf") and "SC_PHYS_PAGES" in os.sysconf_names:
        memory = f", {os.sysconf('SC_PHYS_PAGES') * os.sysconf('SC_PAGE_SIZE') / 2**30:.0f} GiB of memory"
    return f"{cpus} cores ({_model()}){memory}, {platform.system()}, Python {platform.python_version()}"


def _model() -> str:
    info = Path("/proc/cpuinfo")
    found = re.search(r"model name\s*: (.*)", info.read_text()) if info.exists() else None
    return found[1] if found else platform.machine()
