"""What Neo4j Browser is given: favourites that run as they stand, a guide whose queries find something, a local server."""

from __future__ import annotations

import io
import re
import signal
import socket
import subprocess
import sys
import threading
import zipfile
from collections.abc import Iterator
from html import unescape
from http.client import HTTPConnection, HTTPResponse
from pathlib import Path

import pytest

from duikou.browser_files import browser_files, server_of
from duikou.cli import main
from duikou.commands.browser import browser_page
from duikou.settings import Lang
from graph.errors import UsageError
from graph.look import looks
from queries.catalogue import catalogue
from queries.favourites import favourites, pictures, runnable, zipped
from queries.guide import guide


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_every_question_and_picture_is_a_favourite_under_its_title(lang: str) -> None:
    made = favourites(lang)
    assert sorted(one.name for one in made) == sorted([*catalogue(), *pictures()])
    assert [one.name for one in made if one.text.splitlines()[0] != f"// {one.title}"] == []
    assert len({(one.folder, one.title) for one in made}) == len(made)
    assert all(("\u4e00" <= one.title[0] <= "\u9fff") == (lang == "zh") for one in made)


def test_a_favourite_takes_no_parameters() -> None:
    assert [one.name for one in favourites("zh") if "$" in one.text] == []


def test_what_may_be_filled_in_stands_in_one_line() -> None:
    lines = next(one.text for one in favourites("zh") if one.title == "谁出资多少，用于什么？").splitlines()
    assert lines[1:5] == [
        "// giver（如 '黄埔'）：出资方",
        "// receiver（如 '三都'）：用在哪里",
        "// at_least（如 1000000.0）：最低金额",
        "WITH {giver: '', receiver: '', at_least: 0.0} AS given",
    ]
    assert lines[-1].startswith("RETURN giver AS `出资方`, relation AS `性质`") and lines[-1].endswith(", proof")
    for picture in pictures().values():
        first = picture.text.splitlines()[0]
        assert bool(picture.parameters) == first.startswith("WITH ''"), picture.name
        assert all(first == f"WITH '' AS {one.name}" for one in picture.parameters), picture.name


def test_a_question_without_parameters_stays_as_it_is() -> None:
    asked = catalogue()["pairings"]
    bare = type(asked)(asked.name, asked.zh, asked.en, (), asked.columns, "// zh: x\nMATCH (n)\nRETURN n.id AS proof\n")
    assert runnable(bare, "zh") == "MATCH (n)\nRETURN n.id AS proof\n"


def test_the_zip_holds_folders_and_is_the_same_at_any_time() -> None:
    content = zipped(favourites("zh"))
    assert content == zipped(favourites("zh"))
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        names = archive.namelist()
        assert archive.read("对口：看图/pairings.cypher").decode().startswith("// 谁帮扶谁\nMATCH")
    assert {name.split("/")[0] for name in names} == {"对口：看图", "对口：问答"}
    assert len(names) == len(set(names)) == len(favourites("zh"))


def test_the_tour_has_ten_steps_in_both_languages() -> None:
    text = guide(looks())
    slides = re.findall(r"<slide>(.*?)</slide>", text, flags=re.DOTALL)
    assert [slide.strip().split("<h3>")[1][0] for slide in slides] == list("一二三四五六七八九十")
    assert "{{" not in text and re.search(r"<title>.+</title>", text)
    for slide in slides:
        assert re.search(r"<p>[^<]*[\u4e00-\u9fff]", slide) and re.search(r"<em>[A-Z][a-z]", slide)
        assert 1 <= slide.count('<pre class="code runnable">') <= 2
    assert f"“{catalogue()['disagreements'].zh}”" in text, "a favourite that it names is called so"
    blocks = {unescape(one) for one in re.findall(r'<pre class="code runnable">(.*?)</pre>', text, flags=re.DOTALL)}
    assert blocks == {one.text.strip() for one in pictures().values()}, "every picture has its place in the tour"
    assert [name for name, look in looks().labels.items() if f"background-color: {look.color}" not in text] == []


def test_the_tour_names_a_query_that_is_not_there(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("queries.guide.pictures", dict)
    with pytest.raises(UsageError, match=r"there is no queries/browser/contents\.cypher"):
        guide(looks())


# the local server


@pytest.fixture
def port() -> Iterator[int]:
    server = server_of(browser_files(Lang.zh), 0)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield server.server_port
    server.shutdown()
    server.server_close()
    thread.join()


def ask(port: int, method: str, path: str) -> tuple[HTTPResponse, bytes]:
    connection = HTTPConnection("127.0.0.1", port, timeout=10)
    connection.request(method, path)
    answer = connection.getresponse()
    content = answer.read()
    connection.close()
    return answer, content


@pytest.mark.parametrize("name", ["style.grass", "favourites.zip", "guide.html"])
def test_the_browser_may_read_every_file(port: int, name: str) -> None:
    answer, content = ask(port, "GET", f"/{name}?v=1")
    assert (answer.status, content) == (200, browser_files(Lang.zh)[name])
    assert answer.headers["Access-Control-Allow-Origin"] == "*"
    head, nothing = ask(port, "HEAD", f"/{name}")
    assert (head.status, head.headers["Content-Length"], nothing) == (200, str(len(content)), b"")
    before, _ = ask(port, "OPTIONS", f"/{name}")
    assert before.status == 204
    assert (before.headers["Access-Control-Allow-Origin"], before.headers["Access-Control-Allow-Headers"]) == ("*", "*")


@pytest.mark.parametrize(
    "path", ["/", "/x", "/../pyproject.toml", "/%2e%2e/pyproject.toml", "//etc/passwd", "/style.grass/"]
)
def test_nothing_else_is_handed_out(port: int, path: str) -> None:
    for method in ("GET", "HEAD"):
        answer, content = ask(port, method, path)
        assert (answer.status, content) == (404, b"")
    assert ask(port, "POST", path)[0].status == 501


def command(*arguments: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-m", "duikou", "browser", *arguments],
        cwd=Path(__file__).parent.parent,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
        preexec_fn=_hears_ctrl_c if sys.platform != "win32" else None,
    )


def _hears_ctrl_c() -> None:
    """A shell that runs the tests in the background has them, and all that they start, ignore Ctrl-C."""
    signal.signal(signal.SIGINT, signal.default_int_handler)


@pytest.mark.skipif(sys.platform == "win32", reason="there Ctrl-C reaches the whole console")
def test_ctrl_c_ends_it_quietly() -> None:
    with command("--store", "bolt://127.0.0.1:7688/work", "--no-open", "--lang", "zh") as running:
        assert running.stdout is not None
        lines = [running.stdout.readline() for _ in range(5)]
        found = re.search(r":style http://localhost:(\d+)/style\.grass", "".join(lines))
        assert found and ask(int(found[1]), "GET", "/guide.html")[0].status == 200
        assert "http://127.0.0.1:7474/browser/?dbms=bolt://neo4j@127.0.0.1:7688&db=work\n" in lines[0]
        running.send_signal(signal.SIGINT)
        try:
            _, trouble = running.communicate(timeout=20)
        finally:
            running.kill()  # or leaving this block would wait for it
    assert (running.returncode, trouble) == (0, "")


def run(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    with pytest.raises(SystemExit) as stopped:
        main(["browser", *arguments])
    out, err = capsys.readouterr()
    return int(stopped.value.code or 0), out, err


def test_a_taken_port_is_one_line(capsys: pytest.CaptureFixture[str]) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = str(taken.getsockname()[1])
        code, out, err = run(capsys, "--no-open", "--port", port)
    assert (code, out) == (1, "")
    assert re.fullmatch(rf"duikou: port {port} of this machine is taken \(.+\); name another with --port\n", err)


@pytest.mark.parametrize("store", ["work.lbug", "http://localhost:7474", "bolt://neo4j:secret@localhost"])
def test_a_store_that_is_no_server_is_refused(capsys: pytest.CaptureFixture[str], store: str) -> None:
    code, out, err = run(capsys, "--no-open", "--store", store)
    assert (code, out, err.count("\n")) == (2, "", 1) and "secret" not in err


def test_the_page_is_opened(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[str] = []
    monkeypatch.setattr("webbrowser.open", opened.append)
    monkeypatch.setattr("socketserver.BaseServer.serve_forever", lambda self: (_ for _ in ()).throw(KeyboardInterrupt))
    monkeypatch.setenv("DUIKOU_STORE", "work.lbug")  # a file: then the server is the one on this machine
    assert run(capsys, "--http", "7475")[::2] == (0, "")
    assert opened == ["http://localhost:7475/browser/?dbms=bolt://neo4j@localhost:7687"]
    assert browser_page("neo4j+ssc://[::1]:9000", None).startswith(
        "https://[::1]:7473/browser/?dbms=neo4j%2Bssc://neo4j@["
    )


def test_the_files_can_be_written(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    folder = tmp_path / "new" / "files"
    code, out, err = run(capsys, "-o", str(folder), "--lang", "en")
    assert (code, err) == (0, "") and str(folder) in out
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == browser_files(Lang.en)
