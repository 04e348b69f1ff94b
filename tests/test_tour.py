"""The notebook docs/tour.ipynb runs from its first cell to its last, and shows what it says it shows."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import nbformat
import pytest
from nbclient import NotebookClient

from docs.build_tour import TOUR, notebook

ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="module")
def ran(tmp_path_factory: pytest.TempPathFactory) -> list[Any]:
    """The cells of code after they were run in a folder of their own."""
    tour = nbformat.reads(TOUR.read_text(encoding="utf-8"), as_version=4)
    nbformat.validate(tour)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PYTHONPATH", os.pathsep.join([str(ROOT), os.environ.get("PYTHONPATH", "")]))
        patch.setenv("JUPYTER_PLATFORM_DIRS", "1")
        folder = tmp_path_factory.mktemp("tour")
        NotebookClient(tour, timeout=300, resources={"metadata": {"path": str(folder)}}).execute()
    assert list(folder.iterdir()) == [], "it leaves nothing behind"
    return [cell for cell in tour.cells if cell.cell_type == "code"]


def outputs(cells: list[Any], words: str) -> dict[str, str]:
    """What the one cell with these words in it put out, by kind."""
    [cell] = [cell for cell in cells if words in cell.source]
    found: dict[str, str] = {}
    for output in cell.outputs:
        assert output.output_type != "error"
        found |= output.get("data", {}) if output.output_type != "stream" else {output.name: output.text}
    return found


def test_it_is_what_its_source_makes_and_holds_no_outputs() -> None:
    assert TOUR.read_text(encoding="utf-8") == notebook(), "stale: run python docs/build_tour.py"
    tour = nbformat.reads(notebook(), as_version=4)
    assert all(not cell.outputs and cell.execution_count is None for cell in tour.cells if cell.cell_type == "code")


def test_nothing_is_written_to_standard_error(ran: list[Any]) -> None:
    told = [output.text for cell in ran for output in cell.outputs if output.get("name") == "stderr"]
    assert told == []


def test_answers_are_tables_with_proof(ran: list[Any]) -> None:
    assert outputs(ran, "[proof]")["stdout"].count("MOVED_INTO") == 1
    answers = [cell for cell in ran if cell.source.startswith('graph.ask("companies_by_site"')]
    [answer] = answers
    html = answer.outputs[0]["data"]["text/html"]
    assert "<table>" in html and html.count("<tr>") > 5 and "城南社区" in html
    assert "黄埔区" in outputs(ran, "groupby")["text/html"]
    assert "ASSISTS" in outputs(ran, "duikou.extract(")["text/html"]


def test_the_network_has_its_helpers(ran: list[Any]) -> None:
    helpers = eval(outputs(ran, "to_networkx()")["text/plain"])
    assert len(helpers) > 3 and helpers == sorted(helpers, key=lambda one: (-one[1], one[0]))


@pytest.mark.parametrize("asked", ["pairings", "城南社区"])
def test_pictures_show_themselves(ran: list[Any], asked: str) -> None:
    html = outputs(ran, f'view("{asked}")')["text/html"]
    assert html.lstrip().startswith("<iframe") and "Content-Security-Policy" in html and "duikou" in html
