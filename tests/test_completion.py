"""Shell completion: the scripts, and what a shell is offered when Tab is pressed."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from duikou.cli import main
from duikou.completion import next_words, script
from duikou.settings import Lang
from graph.schema import schema
from queries.catalogue import catalogue

ROOT = Path(__file__).parent.parent
SHELLS = ("bash", "zsh", "fish", "powershell")


def offered(words: list[str], incomplete: str = "") -> list[str]:
    return [one.value for one in next_words(words, incomplete, Lang.en)]


def test_the_questions_come_first() -> None:
    assert offered([]) == list(catalogue())
    assert offered([], "companies_by") == ["companies_by_park", "companies_by_site"]
    assert next_words([], "money", Lang.zh)[0].help == catalogue()["money"].zh


def test_then_the_parameters_that_are_not_given_yet() -> None:
    assert offered(["money"], "--") == ["--giver", "--receiver", "--at-least"]
    assert offered(["money", "--giver", "黄埔"], "--") == ["--receiver", "--at-least"]
    assert offered(["money", "--at-least=100万"], "--g") == ["--giver"]
    assert offered(["--giver", "黄埔", "money"], "--r") == ["--receiver"]
    assert offered(["no_such_question"], "--") == []


def test_then_the_values_that_the_vocabulary_knows() -> None:
    assert offered(["figures", "--indicator"]) == list(schema().indicators)
    assert offered(["figures", "--status"], "t") == ["target"]
    assert offered(["figures", "--of"]) == []  # any name: the shell offers its own


@pytest.mark.parametrize("shell", SHELLS)
def test_each_shell_gets_a_script_that_asks_duikou(capsys: pytest.CaptureFixture[str], shell: str) -> None:
    with pytest.raises(SystemExit) as stopped:
        main(["completion", shell])
    out = capsys.readouterr().out
    assert stopped.value.code == 0
    assert out == script(shell) + "\n" and f"_DUIKOU_COMPLETE=complete_{shell}" in out.replace('"', "").replace(
        " = ", "="
    )


def test_an_unknown_shell_is_wrong_usage(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        main(["completion", "csh"])
    err = capsys.readouterr().err
    assert stopped.value.code == 2 and "'bash', 'zsh', 'fish', 'powershell'" in err and err.count("\n") == 1


def answered(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], **environment: str) -> str:
    """What the program says to a shell that asks."""
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    with pytest.raises(SystemExit) as stopped:
        main([])
    assert stopped.value.code in (0, None)
    return capsys.readouterr().out


@pytest.mark.parametrize(
    ("line", "first"),
    [
        ("duikou sta", "status\t看图库里有什么。"),
        ("duikou ask mon", f"money\t{catalogue()['money'].zh}"),
        ("duikou ask money --re", "--receiver\t用在哪里"),
        ("duikou sparql money --giver 黄埔 --re", "--receiver\t用在哪里"),
        ("duikou ask figures --indicator people_t", "people_trained\t培训人数"),
        ("duikou ask money --format js", "json"),
        ("duikou export grap", "graphml"),
        ("duikou status --rej", "--rejects\t只看未采纳的：按原因计数，附例子。"),
    ],
)
def test_fish_is_told_words_and_what_they_mean(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], line: str, first: str
) -> None:
    out = answered(
        monkeypatch,
        capsys,
        LC_ALL="zh_CN.UTF-8",
        _DUIKOU_COMPLETE="complete_fish",
        _TYPER_COMPLETE_FISH_ACTION="get-args",
        _TYPER_COMPLETE_ARGS=line,
    )
    assert out.splitlines()[0] == first


def test_zsh_and_powershell_are_told_in_their_ways(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("LC_ALL", "C")
    asked = {"_TYPER_COMPLETE_ARGS": "duikou ask labo"}
    out = answered(monkeypatch, capsys, _DUIKOU_COMPLETE="complete_zsh", **asked)
    assert out.startswith("_arguments") and '"labour":"Which places send workers where?"' in out
    out = answered(
        monkeypatch, capsys, _DUIKOU_COMPLETE="complete_powershell", _TYPER_COMPLETE_WORD_TO_COMPLETE="labo", **asked
    )
    assert out == "labour:::Which places send workers where?\n"


@pytest.mark.skipif(shutil.which("bash") is None, reason="there is no bash here")
@pytest.mark.parametrize(
    ("words", "expected"),
    [(["ask", "companies_by_s"], ["companies_by_site"]), (["ask", "labour", "--o"], ["--origin"])],
)
def test_bash_itself_completes(tmp_path: Path, words: list[str], expected: list[str]) -> None:
    program = tmp_path / "duikou"
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m duikou "$@"\n', encoding="utf-8")
    program.chmod(0o755)
    tab = (
        f"{script('bash')}\nCOMP_WORDS=(duikou {' '.join(words)})\nCOMP_CWORD={len(words)}\n"
        '_duikou_completion duikou\nprintf "%s\\n" "${COMPREPLY[@]}"\n'
    )
    environment = {**os.environ, "PATH": f"{tmp_path}:{os.environ['PATH']}", "PYTHONPATH": str(ROOT), "LC_ALL": "C"}
    run = subprocess.run(["bash", "--norc", "-c", tab], env=environment, capture_output=True, check=True, text=True)
    assert run.stdout.split() == expected, run.stderr


def test_help_does_not_pay_for_completion() -> None:
    """Typer has its own way to add completion, which costs every start."""
    code = "import sys; from duikou.cli import app; import typer; typer.main.get_command(app); print(*sys.modules)"
    run = subprocess.run(
        [sys.executable, "-c", code],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
    )
    modules = set(run.stdout.split())
    assert "duikou.completion" in modules
    assert not modules & {"rich", "yaml", "queries.catalogue", "graph.schema"}
