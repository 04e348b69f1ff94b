"""The terminal: what commands show at 80 columns in both languages, and the rejects by reason with examples."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pytest
from graph_samples import fifth_page, first_page, reprint_page, second_page, third_page
from rich.cells import cell_len
from rich.console import Console

from duikou.cli import main
from duikou.commands.answer_table import readable
from duikou.settings import Lang
from duikou.tables import table
from graph.store import Store, open_store
from queries.catalogue import catalogue
from queries.rejects import rejects

SEED = Path(__file__).parent.parent / "seeds" / "articles"
GOLD = SEED.parent / "gold"
# Every command that shows tables, and what has the widest cells.
SHOWN = [
    *(f"ask {name}" for name in catalogue()),
    "ask",
    "find 三都",
    "find 社区",
    "why 三都",
    "why 平桥就业园",
    "status",
    "status --rejects",
    "stats",
    "sparql companies_by_site",
    "sparql newest",
]


@pytest.fixture(scope="module")
def location(tmp_path_factory: pytest.TempPathFactory) -> str:
    path = tmp_path_factory.mktemp("front") / "a.lbug"
    with open_store(path) as store:
        for page in (first_page(), second_page(), reprint_page(), third_page(), fifth_page()):
            store.write(page.extraction)
    return str(path)


@pytest.fixture
def store(location: str) -> Store:
    return open_store(location, read_only=True)


def run(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    """Standard output of a command that does what it should."""
    with pytest.raises(SystemExit) as stopped:
        main(list(arguments))
    out, err = capsys.readouterr()
    assert (stopped.value.code, err) == (0, "")
    return out


@pytest.mark.parametrize("lang", list(Lang))
@pytest.mark.parametrize("command", SHOWN)
def test_every_table_fits_80_columns(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, location: str, command: str, lang: Lang
) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    options = ["--store", location] if command != "ask" else []
    out = run(capsys, *command.split(), *options, "--format", "table", "--lang", lang.value)
    lines = out.splitlines()
    assert len(lines) > 1
    assert [line for line in lines if cell_len(line.rstrip()) > 80] == []
    assert "None" not in out and "\ufffd" not in out


@pytest.mark.parametrize("lang", list(Lang))
def test_tables_of_statements_and_of_scores_fit_80_columns(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path, lang: Lang
) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    article = min(SEED.iterdir(), key=lambda path: path.stat().st_size)
    out = run(capsys, "extract", str(article), "--format", "table", "--lang", lang.value)
    assert max(cell_len(line.rstrip()) for line in out.splitlines()) <= 80
    (tmp_path / f"{article.stem}.jsonl").write_text("", encoding="utf-8")
    files = [str(GOLD / f"{article.stem}.yaml"), str(tmp_path / f"{article.stem}.jsonl")]
    out = run(capsys, "eval", *files, "--errors", "--format", "table", "--lang", lang.value)
    assert max(cell_len(line.rstrip()) for line in out.splitlines()) <= 80


def columns_of(line: str, mark: str) -> int:
    """The column of the terminal at which a word begins."""
    return cell_len(line[: line.index(mark)])


def test_chinese_counts_two_columns(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, location: str
) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    out = run(capsys, "ask", "facilities", "--store", location, "--format", "table", "--lang", "zh").splitlines()
    head = next(line for line in out if "类别" in line)
    rows = [line for line in out if "设施" in line and line != out[0]]
    assert len(rows) >= 4
    assert {columns_of(line, "设施") for line in rows} == {columns_of(head, "类别")}


def test_no_line_of_a_cell_begins_with_a_closing_mark() -> None:
    console = Console(width=20, file=io.StringIO())
    rows = [
        ("谁在开展哪些项目、运营哪些设施？",),
        ("甲乙丙丁戊己庚辛壬癸。",),
        ("甲、乙",),
        ("一二三四五六七八九、甲乙丙丁戊己庚辛壬、甲",),
    ]
    console.print(table(["问题"], rows))
    printed = console.file.getvalue()  # type: ignore[attr-defined]
    lines = [line.rstrip() for line in printed.splitlines()[2:] if line.strip()]
    assert "".join(lines) == "".join(words for (words,) in rows)
    assert [line for line in lines if line[0] in "、。？" or cell_len(line) > 20] == []


def test_a_relation_and_an_indicator_are_said_in_words() -> None:
    assert readable({"says": "MOVED_INTO", "value": None, "unit": None}, Lang.zh)["says"] == "入驻"
    figure = readable({"says": "people_trained", "value": 120, "unit": "人", "modifier": "余"}, Lang.zh)
    assert figure == {"says": "培训人数", "value": "120余人"}
    assert readable({"quote": "平桥\n社区"}, Lang.en) == {"quote": "平桥社区"}


# the rejects


def test_rejects_are_counted_by_reason_with_a_few_examples(store: Store) -> None:
    with store:
        (found,) = rejects(store)
    assert (found.reason, found.count) == ("the object … stands in no quote", 1)
    (example,) = found.examples
    assert example.reason == "the object 平桥社区 stands in no quote"
    assert example.quote is not None and example.quote.text == "据说还有一家工厂要来"


def test_the_most_frequent_reason_comes_first_and_examples_are_few(tmp_path: Path) -> None:
    from graph_samples import Page

    from graph.model import Reject

    page = Page("甲。乙。")
    page.extraction.rejects += [
        *(Reject("no indicator", {"raw": f"{number}头"}, ()) for number in range(5)),
        Reject("the article is not about paired assistance", {"title": None}, ()),
    ]
    with open_store(tmp_path / "a.lbug") as opened:
        opened.write(page.extraction)
        found = rejects(opened, examples=2)
        assert found == rejects(opened, examples=2)
    assert [(one.reason, one.count, len(one.examples)) for one in found] == [
        ("no indicator", 5, 2),
        ("the article is not about paired assistance", 1, 1),
    ]
    assert found[0].examples[0].quote is None


def test_status_shows_rejects_as_text_and_as_rows(capsys: pytest.CaptureFixture[str], location: str) -> None:
    out = run(capsys, "status", "--rejects", "--store", location, "--format", "table", "--lang", "zh")
    assert "未采纳 1 条" in out and "引句中没有客体“…”" in out
    assert "一家工厂 入驻 平桥社区  “据说还有一家工厂要来”  first:10" in out.replace("\n", "")
    (row,) = (json.loads(line) for line in run(capsys, "status", "--rejects", "--store", location).splitlines())
    assert (row["reason"], row["count"], row["examples"][0]["line"]) == ("the object … stands in no quote", 1, 10)


def test_a_store_without_rejects_says_so(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    path = str(tmp_path / "a.lbug")
    with open_store(path) as opened:
        opened.write(second_page().extraction)
    with pytest.raises(SystemExit) as stopped:
        main(["status", "--rejects", "--store", path, "--format", "table", "--lang", "en"])
    out, err = capsys.readouterr()
    assert (stopped.value.code, out) == (0, "") and err.endswith("nothing was rejected\n")
