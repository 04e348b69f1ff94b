"""Apache Jena's command line for the tests, so that somebody else's parser and query engine have looked at the exports."""

from __future__ import annotations

import json
import subprocess
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from neo4j_artifacts import jars, java

VERSION = "5.6.0"
_NUMBERS = ("decimal", "integer", "double")


@dataclass(frozen=True)
class Jena:
    """A Java that runs it, and its jars; `jena()` gets both."""

    java: str
    classpath: str

    def validate(self, *files: Path) -> str:
        """What `riot --validate` has to say about the files; nothing when they are well-formed."""
        run = self._run("riotcmd.riot", "--validate", *map(str, files))
        lines = [one for one in (run.stdout + run.stderr).splitlines() if " INFO " not in one]  # it names each file
        return "\n".join([*lines, *([f"exit code {run.returncode}"] if run.returncode else [])])

    def triples(self, *files: Path) -> list[int]:
        """How many triples or quads the files have, by `riot --count`."""
        run = self._run("riotcmd.riot", "--count", *map(str, files))
        told = [line.rpartition("=")[2] for line in (run.stdout + run.stderr).splitlines() if "=" in line]
        return [int(words.replace(",", "")) for words in told]

    def findings(self, shapes: Path, data: Path) -> str:
        """What `shacl validate` says of the data; "Conforms" when nothing is wrong."""
        run = self._run("shacl.shacl", "validate", "--text", "--shapes", str(shapes), "--data", str(data))
        return (run.stdout + run.stderr).strip()

    def select(self, data: Path, query: Path) -> list[dict[str, Any]]:
        """The rows of a query, its values as `duikou sparql` gives them."""
        run = self._run("arq.sparql", f"--data={data}", f"--query={query}", "--results=JSON")
        assert run.returncode == 0, run.stderr
        found = json.loads(run.stdout)
        columns = found["head"]["vars"]
        return [{name: _plain(row.get(name)) for name in columns} for row in found["results"]["bindings"]]

    def _run(self, command: str, *arguments: str) -> subprocess.CompletedProcess[str]:
        options = ["-Xmx512m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Dfile.encoding=UTF-8"]
        whole = [self.java, *options, "-cp", self.classpath, command, *arguments]
        return subprocess.run(whole, capture_output=True, encoding="utf-8", timeout=120)


def jena() -> Jena:
    """Jena, fetched when it is not in the cache; neo4j_artifacts.Unavailable says why it cannot be had."""
    return Jena(java("5"), jars("jena", VERSION))


def _plain(term: dict[str, str] | None) -> Any:
    if term is None:
        return None
    if term.get("datatype", "").rpartition("#")[2] in _NUMBERS:
        number = float(term["value"])
        return int(number) if number.is_integer() else number
    return term["value"]
