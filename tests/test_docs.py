"""The pages tell the truth: their tables are made from the code, their commands exist, their links lead somewhere."""

import re
import sys
from pathlib import Path

import pytest

from docs.build_tables import PAGES, filled
from duikou.cli import main
from duikou.help import EXAMPLES
from duikou.settings import Lang

ROOT = Path(__file__).parent.parent
TEXTS = [*ROOT.glob("*.md"), *(ROOT / "docs").glob("*.md")]


def command_lines(name: str) -> list[str]:
    """The commands in the code blocks that a person types from, without their comments; not what the demo prints."""
    page = re.sub(r"<!-- demo -->.*?<!-- /demo -->", "", (ROOT / name).read_text(encoding="utf-8"), flags=re.DOTALL)
    blocks = re.findall(r"^```\n(.*?)^```", page, flags=re.MULTILINE | re.DOTALL)
    lines = [re.sub(r"\s+#.*", "", line) for block in blocks for line in block.splitlines()]
    return [line for line in lines if line.startswith(("duikou ", "make "))]


@pytest.mark.parametrize("name", PAGES)
def test_tables_are_fresh(name: str) -> None:
    page = (ROOT / name).read_text(encoding="utf-8")
    assert page == filled(page, PAGES[name]), "stale: run make docs"


def test_a_mark_that_names_no_table_is_told() -> None:
    with pytest.raises(ValueError, match="no table is called nothing"):
        filled("<!-- nothing -->old<!-- /nothing -->", Lang.en)


def test_a_stale_table_is_noticed() -> None:
    assert "`Company`" in filled("<!-- labels -->old<!-- /labels -->", Lang.zh)


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.name)
def test_links_lead_somewhere(path: Path) -> None:
    links = re.findall(r"\]\(([^)#:\s]+)(?:#[^)]*)?\)", path.read_text(encoding="utf-8"))
    assert [link for link in links if not (path.parent / link).exists()] == []


@pytest.mark.parametrize("name", ["README.md", "docs/README.zh.md", "docs/cli.md"])
def test_every_command_is_documented(name: str) -> None:
    page = (ROOT / name).read_text(encoding="utf-8")
    commands = EXAMPLES if name == "docs/cli.md" else ["demo", "load", "ask", "why", "extract", "status"]
    assert [command for command in commands if f"duikou {command}" not in page] == []


@pytest.mark.parametrize("name", ["README.md", "docs/README.zh.md"])
def test_commands_in_the_readme_are_understood(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    commands = {line.split()[1] for line in command_lines(name) if line.startswith("duikou ")}
    assert commands and commands <= set(EXAMPLES)
    for command in sorted(commands):
        with pytest.raises(SystemExit) as stopped:
            main([command, "--help"])
        assert stopped.value.code in (0, None)
    assert "Usage" in capsys.readouterr().out


def test_both_readmes_show_the_same_commands() -> None:
    english, chinese = command_lines("README.md"), command_lines("docs/README.zh.md")
    assert english == chinese and len(english) >= 8


def test_the_readme_s_test_command_is_the_makefile_s() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    assert "-m pytest -n auto" in makefile
    assert all(
        "-m pytest -n auto" in (ROOT / name).read_text(encoding="utf-8") for name in ("README.md", "docs/README.zh.md")
    )
    assert "make test" in (ROOT / ".ci/run").read_text(encoding="utf-8")


@pytest.mark.skipif(sys.platform == "win32", reason="the bit does not exist there")
def test_ci_can_be_run() -> None:
    assert (ROOT / ".ci/run").stat().st_mode & 0o100
