"""docker-compose.yml and the Dockerfile, without a container engine.

The compose file is checked against the Compose schema; its settings are mapped as the image maps them, validated by
neo4j-admin and booted with the server's own jars; what its containers run is run here.
"""

import fnmatch
import http.server
import os
import re
import shutil
import subprocess
import sys
import threading
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import neo4j
import pytest
import yaml
from neo4j.exceptions import ClientError
from neo4j_server import Server, Unavailable, admin, classpath, java, server_of

pytestmark = pytest.mark.xdist_group("neo4j")

ROOT = Path(__file__).parent.parent
ME = os.geteuid() if hasattr(os, "geteuid") else -1
COMPOSE: dict[str, Any] = yaml.safe_load((ROOT / "docker-compose.yml").read_text(encoding="utf-8"))
SERVICES: dict[str, Any] = COMPOSE["services"]
SCRIPT = ROOT / ".secrets" / "make.sh"
DOCKERFILE = (ROOT / "Dockerfile").read_text(encoding="utf-8")
# Variables that the image's entry point keeps for itself.
CONTROL = {
    "NEO4J_AUTH",
    "NEO4J_ACCEPT_LICENSE_AGREEMENT",
    "NEO4J_DEBUG",
    "NEO4J_EDITION",
    "NEO4J_HOME",
    "NEO4J_PLUGINS",
}


def settings(environment: dict[str, str]) -> dict[str, str]:
    """The lines that the image's entry point writes into neo4j.conf for these variables."""
    mapped = {}
    for name, value in environment.items():
        if name.startswith("NEO4J_") and name not in CONTROL and not name.endswith("_FILE"):
            mapped[name.removeprefix("NEO4J_").replace("_", ".").replace("..", "_")] = value
    return mapped


# The file


def test_the_schema_of_compose_takes_it() -> None:
    command = [
        sys.executable,
        "-m",
        "check_jsonschema",
        "--builtin-schema",
        "vendor.compose-spec",
        "docker-compose.yml",
    ]
    run = subprocess.run(command, cwd=ROOT, capture_output=True, text=True)
    assert run.returncode == 0, run.stdout + run.stderr


def test_images_are_pinned() -> None:
    images = {service["image"] for service in SERVICES.values() if "image" in service}
    assert images == {"neo4j:5.26.31-community"}
    bases = set(re.findall(r"^FROM (\S+)", DOCKERFILE, flags=re.MULTILINE))
    assert [base for base in bases if not re.fullmatch(r"python:3\.12\.\d+-slim-bookworm", base)] == []


def test_only_this_machine_reaches_it() -> None:
    assert SERVICES["neo4j"]["ports"] == ["127.0.0.1:7474:7474", "127.0.0.1:7687:7687"]
    assert [name for name, service in SERVICES.items() if "ports" in service or "expose" in service] == ["neo4j"]


def test_the_server_gets_settings_and_a_password_file_only() -> None:
    environment = SERVICES["neo4j"]["environment"]
    assert environment["NEO4J_AUTH_FILE"] == "/keys/neo4j"
    assert [name for name in environment if "PASSWORD" in name or name in CONTROL] == []
    assert set(environment) == {"NEO4J_AUTH_FILE"} | {
        f"NEO4J_{name.replace('_', '__').replace('.', '_')}" for name in settings(environment)
    }


def test_the_order_of_the_start() -> None:
    assert SERVICES["neo4j"]["depends_on"] == {"password": {"condition": "service_completed_successfully"}}
    for name in ("seeds", "articles"):
        assert SERVICES[name]["depends_on"]["neo4j"] == {"condition": "service_healthy"}
    assert {name: service["profiles"] for name, service in SERVICES.items() if "profiles" in service} == {
        "articles": ["articles"]
    }


def test_volumes_are_declared() -> None:
    named = {one.split(":")[0] for service in SERVICES.values() for one in service["volumes"] if isinstance(one, str)}
    assert {name for name in named if not name.startswith(".")} == set(COMPOSE["volumes"])
    assert "data:/data" in SERVICES["neo4j"]["volumes"]


# The password


class Start:
    """The folders of the service `password`, and one start of it."""

    def __init__(self, folder: Path, shell: str = "sh") -> None:
        self.secrets, self.keys, self.data = (folder / name for name in ("secrets", "keys", "data"))
        self.shell = shell
        for one in (self.secrets, self.keys, self.data):
            one.mkdir()

    @property
    def file(self) -> Path:
        return self.secrets / "neo4j-auth"

    def run(self, uids: tuple[int, int] | None = None) -> subprocess.CompletedProcess[str]:
        folders = [str(one) for one in (self.secrets, self.keys, self.data)]
        owners = [str(uid) for uid in uids or (ME, ME)]
        return subprocess.run([self.shell, str(SCRIPT), *folders, *owners], capture_output=True, text=True)

    def texts(self) -> set[str]:
        return {path.read_text(encoding="ascii") for path in (self.file, self.keys / "neo4j", self.keys / "duikou")}


SHELLS = [name for name in ("sh", "dash", "bash") if shutil.which(name)]


@pytest.fixture(params=SHELLS)
def start(tmp_path: Path, request: pytest.FixtureRequest) -> Start:
    return Start(tmp_path, request.param)


def test_the_first_start_makes_a_password_for_three_readers(start: Start) -> None:
    run = start.run()
    assert run.returncode == 0, run.stderr
    (line,) = start.texts()
    assert re.fullmatch(r"neo4j/[0-9a-f]{32}\n", line)
    for path in (start.file, start.keys / "neo4j", start.keys / "duikou"):
        assert path.stat().st_mode & 0o777 == 0o600
    assert line.strip().removeprefix("neo4j/") not in run.stdout + run.stderr
    assert sorted(path.name for path in start.secrets.iterdir()) == ["neo4j-auth"]


def test_a_second_start_keeps_it_and_no_two_are_the_same(start: Start, tmp_path: Path) -> None:
    assert start.run().returncode == 0
    first = start.file.read_text(encoding="ascii")
    again = start.run()
    assert (again.returncode, again.stdout, again.stderr) == (0, "", "")
    assert start.texts() == {first}
    (tmp_path / "other").mkdir()
    other = Start(tmp_path / "other")
    assert other.run().returncode == 0
    assert other.texts() != {first}


def test_a_deleted_file_comes_back_from_the_volume(start: Start) -> None:
    start.run()
    before = start.file.read_text(encoding="ascii")
    start.file.unlink()
    assert start.run().returncode == 0
    assert start.texts() == {before}
    assert start.file.stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize("sign", ["dbms/auth.ini", "databases/system"])
def test_no_new_password_for_data_that_have_one(start: Start, sign: str) -> None:
    (start.data / sign).mkdir(parents=True)
    run = start.run()
    assert run.returncode == 1
    assert "docker compose down -v" in run.stderr and "neo4j-auth" in run.stderr
    assert not start.file.exists() and list(start.keys.iterdir()) == []


def test_a_password_of_one_s_own_is_taken_and_closed(start: Start) -> None:
    start.file.write_text("neo4j/my-own-password", encoding="ascii")
    start.file.chmod(0o644)
    assert start.run().returncode == 0
    assert {text.strip() for text in start.texts()} == {"neo4j/my-own-password"}
    assert start.file.stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize(
    "text", ["neo4j/short", "neo4j/with/a-slash", "admin/long-enough", "neo4j:long-enough", "neo4j/long-enough\nmore\n",
             "neo4j/long-enough\r\n", "neo4j/long enough"]
)  # fmt: skip
def test_a_password_that_the_image_refuses_is_refused_first(start: Start, text: str) -> None:
    start.file.write_text(text, encoding="ascii", newline="")
    run = start.run()
    assert run.returncode == 1
    assert "must be one line, neo4j/PASSWORD" in run.stderr
    assert text.partition("/")[2].strip("\r\n") not in run.stderr or "/" not in text
    assert list(start.keys.iterdir()) == []


@pytest.mark.skipif(ME != 0, reason="only root gives files away")
def test_each_reader_owns_its_copy(tmp_path: Path) -> None:
    start = Start(tmp_path)
    os.chown(start.secrets, 1234, 2345)
    neo4j_uid, duikou_uid = (
        int(re.sub(r"\$\{\w+:-(\d+)\}", r"\1", one)) for one in SERVICES["password"]["command"][3:]
    )
    assert start.run((neo4j_uid, duikou_uid)).returncode == 0
    owners = {path.name: path.stat().st_uid for path in (start.keys / "neo4j", start.keys / "duikou", start.file)}
    assert owners == {"neo4j": 7474, "duikou": 10001, "neo4j-auth": 1234}
    assert start.file.stat().st_gid == 2345


def test_the_service_runs_the_script_as_root_without_a_network() -> None:
    service = SERVICES["password"]
    assert service["user"] == "0:0" and service["network_mode"] == "none"
    assert [*service["entrypoint"], *service["command"][:3]] == ["sh", "/secrets/make.sh", "/secrets", "/keys", "/data"]
    assert {"./.secrets:/secrets:z", "keys:/keys", "data:/data:ro"} == set(service["volumes"])
    assert SERVICES["seeds"]["user"] == SERVICES["articles"]["user"] == service["command"][4]


def test_the_password_stays_out_of_git() -> None:
    lines = (ROOT / ".secrets" / ".gitignore").read_text(encoding="utf-8").splitlines()
    assert [line for line in lines if not line.startswith("#")] == ["*", "!.gitignore", "!make.sh"]


# The image


def copied() -> list[str]:
    """What the Dockerfile copies out of the repository."""
    return [
        one for line in re.findall(r"^COPY (?!--)(.+) \S+$", DOCKERFILE, flags=re.MULTILINE) for one in line.split()
    ]


def left_out(path: str) -> bool:
    """Whether .dockerignore keeps a path out: the last line that matches it, or a folder that it is in, decides."""
    ignored = False
    parents = [str(one) for one in (Path(path), *Path(path).parents) if str(one) != "."]
    for line in (ROOT / ".dockerignore").read_text(encoding="utf-8").splitlines():
        pattern = line.removeprefix("!").removeprefix("**/")
        deep = "**/" in line
        if line and not line.startswith("#"):
            tried = [Path(one).name for one in parents] if deep else parents
            if any(fnmatch.fnmatchcase(one, pattern) for one in tried):
                ignored = not line.startswith("!")
    return ignored


def test_what_is_ignored() -> None:
    inside = ["pyproject.toml", "graph/schema.yaml", "seeds/articles/seed_000_gujiang.txt"]
    outside = [
        ".secrets/neo4j-auth",
        ".git/config",
        "duikou.lbug",
        "seeds/x.lbug.wal",
        "graph/__pycache__/a.pyc",
        ".venv/x",
    ]
    assert [path for path in inside if left_out(path)] == []
    assert [path for path in outside if not left_out(path)] == []


def test_what_the_dockerfile_copies_is_all_that_an_install_needs(tmp_path: Path) -> None:
    source = tmp_path / "source"
    for name in copied():
        files = [ROOT / name] if (ROOT / name).is_file() else sorted((ROOT / name).rglob("*"))
        assert files, f"the Dockerfile copies {name}, which is not there"
        for file in files:
            path = file.relative_to(ROOT)
            if file.is_file() and not left_out(str(path)):
                (source / path).parent.mkdir(parents=True, exist_ok=True)
                shutil.copy(file, source / path)
    build = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(tmp_path / "wheel")]
    run = subprocess.run(build, cwd=source, capture_output=True, text=True)
    assert run.returncode == 0, run.stdout + run.stderr
    (wheel,) = (tmp_path / "wheel").iterdir()
    installed = tmp_path / "installed"
    zipfile.ZipFile(wheel).extractall(installed)
    article = installed / "seeds" / "articles" / "seed_000_gujiang.txt"
    command = [sys.executable, "-m", "duikou", "extract", str(article), "--format", "jsonl"]
    run = subprocess.run(
        command, cwd=tmp_path, env=os.environ | {"PYTHONPATH": str(installed)}, capture_output=True, text=True
    )
    assert run.returncode == 0 and "ASSISTS" in run.stdout, run.stderr


def test_the_image_runs_as_nobody_in_particular() -> None:
    stage = DOCKERFILE.rpartition("FROM ")[2]
    assert re.findall(r"^(?:USER|ENTRYPOINT|WORKDIR) .+$", stage, flags=re.MULTILINE) == [
        "WORKDIR /home/duikou", "USER 10001:10001", 'ENTRYPOINT ["duikou"]'
    ]  # fmt: skip
    installs = re.findall(r"pip .*install [^\n]*", DOCKERFILE)
    assert len(installs) == 1 and "--no-cache-dir" in installs[0] and "--constraint requirements.lock" in installs[0]


# The server


@pytest.fixture(scope="module")
def composed(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Server, Start]]:
    """The server with the settings and the password that docker-compose.yml gives it."""
    folder = tmp_path_factory.mktemp("compose")
    start = Start(folder)
    assert start.run().returncode == 0
    try:
        classpath("5"), java("5")
    except Unavailable as reason:
        if os.environ.get("CI"):
            raise
        pytest.skip(str(reason))
    server = server_of("5", folder / "home")
    here = {name: value for name, value in server.settings.items() if "address" in name or "quiet_period" in name}
    small = {"server.memory.pagecache.size": "64m", "db.tx_log.preallocate": "false"}
    server.settings = settings(SERVICES["neo4j"]["environment"]) | here | small
    server.username, _, server.password = (start.keys / "neo4j").read_text(encoding="ascii").strip().partition("/")
    server.start()
    yield server, start
    server.stop()


def test_the_settings_are_valid(composed: tuple[Server, Start]) -> None:
    run = admin("5", "server", "validate-config", home=composed[0].home)
    assert run.returncode == 0, run.stdout + run.stderr


def test_the_settings_hold(composed: tuple[Server, Start]) -> None:
    given = settings(SERVICES["neo4j"]["environment"])
    assert given["browser.remote_content_hostname_whitelist"] == "localhost,127.0.0.1"
    with composed[0].driver() as driver:
        shown = dict(driver.execute_query("SHOW SETTINGS YIELD name, value", result_transformer_=neo4j.Result.values))
    public = {name: value for name, value in given.items() if not name.startswith(("internal.", "server.directories"))}
    assert {name: shown[name] for name in public} == public
    assert shown["server.directories.import"] == str(composed[0].home / "import")
    assert public["dbms.usage_report.enabled"] == public["client.allow_telemetry"] == "false"


def test_load_csv_is_shut_in(composed: tuple[Server, Start]) -> None:
    asked = []

    class Page(http.server.SimpleHTTPRequestHandler):
        def do_GET(self) -> None:
            asked.append(self.path)

    (composed[0].home / "import" / "inside.csv").write_text("a,b\n", encoding="ascii")
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), Page) as page, composed[0].driver() as driver:
        threading.Thread(target=page.serve_forever).start()
        try:
            for url in ("file:///etc/passwd", "file:///inside.csv", f"http://127.0.0.1:{page.server_port}/x.csv"):
                with pytest.raises(ClientError) as refused:
                    driver.execute_query("LOAD CSV FROM $url AS row RETURN row", url=url)
                assert refused.value.code == "Neo.ClientError.Statement.ExternalResourceFailed"
                assert "configuration property" in str(refused.value), "refused, not just missing"
        finally:
            page.shutdown()
    assert asked == []


@pytest.mark.skipif(shutil.which("wget") is None, reason="the image has wget")
def test_the_healthcheck_tells_a_server_that_is_there(composed: tuple[Server, Start]) -> None:
    kind, command = SERVICES["neo4j"]["healthcheck"]["test"]
    assert kind == "CMD-SHELL" and "127.0.0.1:7474" in command
    here = command.replace("127.0.0.1:7474", composed[0].http.removeprefix("http://"))
    assert subprocess.run(["sh", "-c", here]).returncode == 0
    nobody = command.replace("127.0.0.1:7474", "127.0.0.1:9")
    assert subprocess.run(["sh", "-c", nobody], stderr=subprocess.DEVNULL).returncode == 1


def duikou(arguments: list[str], folder: Path, server: Server, auth: Path) -> subprocess.Popen[str]:
    """A command as the container runs it: its own folder, no login but the file's."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith("DUIKOU_")}
    environment |= {"DUIKOU_NEO4J_AUTH_FILE": str(auth), "PYTHONPATH": str(ROOT)}
    words = [server.uri if word == "bolt://neo4j:7687" else word for word in arguments]
    command = [sys.executable, "-m", "duikou", *words]
    pipe = subprocess.PIPE
    return subprocess.Popen(command, cwd=folder, env=environment, stdout=pipe, stderr=pipe, text=True)


@pytest.fixture(scope="module")
def loaded(composed: tuple[Server, Start], tmp_path_factory: pytest.TempPathFactory) -> list[tuple[int, str]]:
    """Exit code and output of the two loaders, that ran at the same time."""
    server, start = composed
    folder = tmp_path_factory.mktemp("loaders")
    (folder / "seeds").symlink_to(ROOT / "seeds")
    (folder / "articles").mkdir()
    (folder / "articles" / "mine.txt").write_text(
        "本报讯 自结对帮扶以来，广东省佛山市顺德区投入帮扶资金120万元，支持贵州省三都县建设产业园。", encoding="utf-8"
    )
    commands = [SERVICES[name]["command"] for name in ("seeds", "articles")]
    assert all(command[-2:] == ["--store", "bolt://neo4j:7687"] for command in commands)
    runs = [duikou(command, folder, server, start.keys / "duikou") for command in commands]
    told = ["".join(run.communicate()) for run in runs]
    return [(run.returncode, words) for run, words in zip(runs, told, strict=True)]


def test_both_loaders_load_at_the_same_time(composed: tuple[Server, Start], loaded: list[tuple[int, str]]) -> None:
    server, _ = composed
    for code, told in loaded:
        assert code == 0, told
        assert server.password not in told
    with server.driver() as driver:
        (row,) = driver.execute_query("MATCH (d:Document) RETURN count(d)").records
    assert row[0] == 6


@pytest.mark.usefixtures("loaded")
def test_the_user_reads_with_the_file_in_the_repository(composed: tuple[Server, Start], tmp_path: Path) -> None:
    server, start = composed
    run = duikou(["status", "--store", server.uri], tmp_path, server, start.file)
    told = "".join(run.communicate())
    assert run.returncode == 0, told


def test_the_loader_finds_its_password_where_the_first_service_puts_it() -> None:
    for name in ("seeds", "articles"):
        assert SERVICES[name]["environment"] == {"DUIKOU_NEO4J_AUTH_FILE": "/keys/duikou"}
        assert "keys:/keys:ro" in SERVICES[name]["volumes"]
    assert SERVICES["articles"]["command"][1] == "articles"
    assert SERVICES["articles"]["volumes"][1]["target"] == "/home/duikou/articles"
    assert "/home/duikou/seeds" in DOCKERFILE and SERVICES["seeds"]["command"][1] == "seeds/articles"
