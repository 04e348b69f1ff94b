"""What became of each document of a load."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from duikou.outcomes import Failure
from graph.errors import UsageError

COUNTS = ("articles", "entities", "facts", "observations", "rejects")


@dataclass(frozen=True, slots=True)
class Loaded:
    """A document that is in the store, and how much it yielded. status: loaded, or replaced when its file has changed."""

    path: str
    articles: int
    entities: int
    facts: int
    observations: int
    rejects: int
    status: str = "loaded"


@dataclass(slots=True)
class LoadReport:
    """What became of each document, in the order they were given.

    `unchanged`: the paths of those that were there already. `stopped`: by Ctrl-C, so that some were not tried.
    """

    loaded: list[Loaded] = field(default_factory=list)
    unchanged: list[str] = field(default_factory=list)
    failed: list[Failure] = field(default_factory=list)
    seconds: float = 0.0
    stopped: bool = False

    @property
    def documents(self) -> int:
        """How many documents were met."""
        return len(self.loaded) + len(self.unchanged) + len(self.failed)

    @property
    def replaced(self) -> int:
        """How many of the loaded documents took the place of what their files held before."""
        return sum(one.status == "replaced" for one in self.loaded)

    def total(self, part: str) -> int:
        """The sum of one count (articles, entities, facts, observations, rejects) over the documents."""
        return sum(getattr(one, part) for one in self.loaded)

    def rows(self) -> list[dict[str, Any]]:
        """One row a document, for other programs."""
        blank: dict[str, Any] = dict.fromkeys(COUNTS)
        done = [{**asdict(one), "reason": None} for one in self.loaded]
        there = [{"status": "unchanged", "path": path, **blank, "reason": None} for path in self.unchanged]
        return (
            done
            + there
            + [{"status": "failed", "path": one.path, **blank, "reason": one.reason} for one in self.failed]
        )

    def to_json(self, store: str) -> dict[str, Any]:
        """The report that `duikou load --report` writes."""
        counts = {
            "loaded": len(self.loaded) - self.replaced,
            "replaced": self.replaced,
            "unchanged": len(self.unchanged),
            "failed": len(self.failed),
        }
        return {
            "store": store,
            "seconds": round(self.seconds, 3),
            "stopped": self.stopped,
            "documents": counts,
            "totals": {part: self.total(part) for part in COUNTS},
            "files": self.rows(),
        }


def write_report(report: LoadReport, store: str, path: Path) -> None:
    """Write the report as JSON, whole or not at all."""
    text = json.dumps(report.to_json(store), ensure_ascii=False, indent=1) + "\n"
    made = path.with_name(f"{path.name}.part")
    try:
        made.write_text(text, encoding="utf-8", errors="backslashreplace")
        made.replace(path)
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise UsageError(f"{path}: the report cannot be written ({reason}); name another file with --report") from error
