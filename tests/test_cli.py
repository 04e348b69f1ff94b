"""The command line: what each command prints, its exit code, and that it speaks both languages."""

import csv
import io
import json
import re
import shlex
import string
from pathlib import Path

import pytest
import typer
from graph_samples import first_page, reprint_page, second_page
from rich.cells import cell_len

import loaders.build
from duikou.cli import app, main
from duikou.help import EXAMPLES, localise
from duikou.messages import MESSAGES
from duikou.parameters import option_name, split_arguments, split_words
from duikou.settings import Format, Lang, output_format, store_location
from graph.errors import UsageError
from graph.model import Document, Extraction
from graph.store import open_store
from queries.catalogue import catalogue

ROOT = Path(__file__).parent.parent
COMMANDS = sorted(EXAMPLES)


@pytest.fixture(autouse=True)
def plain_terminal(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for name in ("DUIKOU_STORE", "LC_ALL", "LC_MESSAGES", "LANG", "NO_COLOR"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("COLUMNS", "100")
    monkeypatch.chdir(tmp_path)


@pytest.fixture
def pages(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """A folder of three files, and in place of the extraction what a person found in them."""
    found = {page.text: page for page in (first_page(), second_page(), reprint_page())}

    def extract_document(document: Document) -> Extraction:
        if "出错" in document.text:
            raise KeyError("出错")
        return found[document.text].extraction

    monkeypatch.setattr(loaders.build, "extract_document", extract_document, raising=False)
    folder = tmp_path / "pages"
    folder.mkdir()
    for page in found.values():
        (folder / f"{page.name}.txt").write_bytes(page.text.encode("utf-8"))
    return folder


@pytest.fixture
def store(tmp_path: Path) -> str:
    location = str(tmp_path / "duikou.lbug")
    with open_store(location) as opened:
        for page in (first_page(), second_page(), reprint_page()):
            opened.write(page.extraction)
    return location


def run(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    """Exit code, standard output and standard error of a command."""
    with pytest.raises(SystemExit) as stopped:
        main(list(arguments))
    out, err = capsys.readouterr()
    return int(stopped.value.code or 0), out, err


def rows(out: str) -> list[dict[str, object]]:
    return [json.loads(line) for line in out.splitlines()]


# loading


def test_load_reports_what_it_loaded(capsys: pytest.CaptureFixture[str], pages: Path) -> None:
    code, out, err = run(capsys, "load", str(pages))
    assert (code, err) == (0, "")
    told, rest = out.splitlines()
    assert told == "duikou.lbug: documents loaded 3; articles 3, entities 34, facts 15, figures 4; rejects 1"
    assert re.fullmatch(r"replaced 0, unchanged 0, failed 0; \d+\.\d s", rest)
    assert Path("duikou.lbug").exists()


def test_one_bad_file_does_not_stop_the_others(capsys: pytest.CaptureFixture[str], pages: Path) -> None:
    (pages / "empty.txt").write_text("", encoding="utf-8")
    (pages / "bug.txt").write_text("出错", encoding="utf-8")
    code, out, err = run(capsys, "load", str(pages), "--store", "work.lbug")
    assert code == 1
    assert "documents loaded 3" in out
    failures = err.splitlines()
    assert failures[0] == "2 of 5 failed:"
    assert "bug.txt: a bug in duikou, KeyError: '出错' at test_cli.py:" in failures[1]
    assert "empty.txt: the file is empty" in failures[2]
    with open_store("work.lbug", read_only=True) as opened:
        assert [one.name for one in opened.documents()] == ["first", "reprint", "second"]


def test_load_as_rows_names_every_file(capsys: pytest.CaptureFixture[str], pages: Path) -> None:
    (pages / "empty.txt").write_text(" \n", encoding="utf-8")
    code, out, _ = run(capsys, "load", str(pages), "--format", "csv")
    table = list(csv.DictReader(io.StringIO(out)))
    assert code == 1
    assert [(Path(row["path"]).name, row["status"], row["facts"]) for row in table] == [
        ("first.txt", "loaded", "11"),
        ("reprint.txt", "loaded", "2"),
        ("second.txt", "loaded", "2"),
        ("empty.txt", "failed", ""),
    ]


def test_quiet_load_says_nothing(capsys: pytest.CaptureFixture[str], pages: Path) -> None:
    assert run(capsys, "load", str(pages), "--quiet") == (0, "", "")


@pytest.mark.parametrize("arguments", [("load", "no/such.txt"), ("extract", "*.nothing")])
def test_a_path_that_names_nothing_is_wrong_usage(
    capsys: pytest.CaptureFixture[str], arguments: tuple[str, ...]
) -> None:
    code, out, err = run(capsys, *arguments)
    assert (code, out) == (2, "")
    assert err.startswith("duikou: ") and arguments[1] in err and err.count("\n") == 1


# extracting


def test_extract_prints_a_statement_a_line(capsys: pytest.CaptureFixture[str], pages: Path) -> None:
    code, out, _ = run(capsys, "extract", str(pages / "first.txt"))
    statements = rows(out)
    text = first_page().text
    assert code == 0
    assert {row["type"] for row in statements} == {"article", "entity", "fact", "observation", "reject"}
    assert "三都水族自治县" in out, "Chinese stays readable"
    quotes = [piece for row in statements for piece in row.get("evidence", [])]  # type: ignore[attr-defined]
    assert quotes and all(text[one["start"] : one["end"]] == one["quote"] for one in quotes)
    assert {one["document"] for one in quotes} == {"first"}


def test_extract_as_table_and_csv(capsys: pytest.CaptureFixture[str], pages: Path) -> None:
    code, out, _ = run(capsys, "extract", str(pages / "first.txt"), "--format", "table")
    assert code == 0
    for words in ("Facts: 11", "Figures: 3", "Rejects: 1", "5 million", "1,800 户", "产业园里的新班组"):
        assert words in out
    assert max(cell_len(line) for line in out.splitlines()) <= 100
    code, out, _ = run(capsys, "extract", str(pages / "first.txt"), "--format", "csv")
    facts = [row for row in csv.DictReader(io.StringIO(out)) if row["type"] == "fact"]
    assert {(row["subject"], row["relation"], row["object"]) for row in facts} >= {("黄埔区", "FUNDED", "平桥就业园")}
    assert all(row["quote"] and row["document"] == "first" for row in facts)


def test_extract_goes_on_after_a_bad_file(capsys: pytest.CaptureFixture[str], pages: Path) -> None:
    (pages / "a_bug.txt").write_text("出错", encoding="utf-8")
    code, out, err = run(capsys, "extract", str(pages), "--format", "json")
    assert code == 1
    assert {row["title"] for row in json.loads(out) if row["type"] == "article"} == {
        "产业园里的新班组", "再访就业园", "产业园里的新班组（转载）",
    }  # fmt: skip
    assert "1 of 4 failed:" in err and "a_bug.txt" in err


# asking


def test_ask_without_a_question_lists_them(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = run(capsys, "ask")
    listed = rows(out)
    assert code == 0
    assert [row["question"] for row in listed] == list(catalogue())
    assert all(row["zh"] and row["en"] for row in listed)
    code, out, _ = run(capsys, "ask", "--format", "table", "--lang", "zh")
    assert "哪些企业搬进了哪些安置点？" in out and "--at-least 100万元" in out


@pytest.mark.parametrize("name", ["三都", "三都县", "三都水族自治县", "522732", "三都縣"])
def test_ask_takes_any_form_of_a_place(capsys: pytest.CaptureFixture[str], store: str, name: str) -> None:
    code, out, _ = run(capsys, "ask", "companies_by_site", "--region", name)
    assert code == 0
    assert [(row["company"], row["site"]) for row in rows(out)] == [
        ("三都云织制衣有限公司", "平桥社区"),
        ("三都远途箱包厂", "平桥社区"),
    ]


def test_an_answer_as_a_table_has_no_ids_and_no_empty_columns(capsys: pytest.CaptureFixture[str], store: str) -> None:
    _, out, _ = run(capsys, "ask", "money", "--format", "table", "--lang", "zh", "--at-least", "100万")
    assert "500万元" in out and "资助" in out and "明说" in out
    assert "fact:" not in out and "region:" not in out and "时间" not in out
    _, out, _ = run(capsys, "ask", "figures", "--format", "table", "--lang", "zh", "--of", "云织制衣")
    assert "60人" in out and "员工数" in out and "实绩" in out


@pytest.mark.parametrize(
    ("arguments", "hint"),
    [
        (("companies_by_sit",), "companies_by_site"),
        (("companies_by_site", "--place", "三都"), "region, company"),
        (("companies_by_site", "--region"), "--region VALUE"),
        (("companies_by_site", "三都"), "--NAME VALUE"),
        (("money", "--at-least", "许多"), "100万元"),
        (("--region", "三都"), "companies_by_site"),
    ],
)
def test_a_wrong_question_is_wrong_usage(
    capsys: pytest.CaptureFixture[str], store: str, arguments: tuple[str, ...], hint: str
) -> None:
    code, out, err = run(capsys, "ask", *arguments)
    assert (code, out) == (2, "")
    assert hint in err and err.count("\n") == 1 and "Traceback" not in err


def test_no_answer_says_why(capsys: pytest.CaptureFixture[str], store: str) -> None:
    code, out, err = run(capsys, "ask", "companies_by_site", "--region", "临夏州")
    assert (code, out) == (0, "")
    assert "knows nothing called 临夏州" in err
    code, out, err = run(capsys, "ask", "money", "--at-least", "3亿元")
    assert (code, out) == (0, "") and "nothing in duikou.lbug fits" in err


@pytest.mark.parametrize("command", ["ask companies_by_site", "why 三都", "find 三都", "status", "export jsonl"])
def test_a_missing_store_is_told_in_one_line(capsys: pytest.CaptureFixture[str], command: str) -> None:
    code, out, err = run(capsys, *command.split(), "--store", "none.lbug")
    assert (code, out) == (1, "")
    assert re.fullmatch(r"duikou: none\.lbug: .*duikou load PATH.*\n", err)
    assert not Path("none.lbug").exists()


def test_no_parameter_hides_behind_an_option_of_the_command(capsys: pytest.CaptureFixture[str]) -> None:
    taken = {"store", "format", "lang", "quiet", "no_color", "help"}
    assert [one.name for one in catalogue().values() if taken & {p.name for p in one.parameters}] == []


def test_split_arguments_refuses_what_it_cannot_tell_apart() -> None:
    assert split_arguments(["--at-least=1万", "money"]) == ("money", {"at_least": "1万"})
    with pytest.raises(UsageError, match="given twice"):
        split_arguments(["money", "--giver", "a", "--giver", "b"])


# why, find, status, export


def test_why_shows_quotes_and_their_places(capsys: pytest.CaptureFixture[str], store: str) -> None:
    code, out, _ = run(capsys, "why", "云织制衣", "--format", "table")
    assert code == 0
    for words in (
        "三都云织制衣有限公司 moved into 平桥就业园 (since 2022-03)  stated",
        "“2022年4月，三都云织制衣有限公司入驻平桥就业园”",
        "first:3  产业园里的新班组 · 2023-05-01",
        "second:1  再访就业园 · 2023-09-02",
    ):
        assert words in out
    _, out, _ = run(capsys, "why", "云织制衣", "--format", "table", "--lang", "zh")
    assert "三都云织制衣有限公司 入驻 平桥就业园 (起于 2022-03)  明说" in out


def test_the_proof_of_an_answer_s_row_is_one_statement(capsys: pytest.CaptureFixture[str], store: str) -> None:
    _, out, _ = run(capsys, "ask", "companies_by_site")
    code, out, _ = run(capsys, "why", str(rows(out)[0]["proof"]))
    (statement,) = rows(out)
    assert code == 0
    assert statement["says"] == "MOVED_INTO" and len(statement["quotes"]) == 3  # type: ignore[arg-type]


def test_a_step_that_was_needed_is_shown(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    with open_store(tmp_path / "duikou.lbug") as opened:
        opened.write(second_page().extraction)
    _, out, _ = run(capsys, "why", "黄埔", "--format", "table")
    assert "inferred" in out and "他们 = 黄埔区 (pronoun)" in out


def test_find_lists_entities_by_any_name(capsys: pytest.CaptureFixture[str], store: str) -> None:
    code, out, _ = run(capsys, "find", "就业园", "--format", "table", "--lang", "zh")
    assert code == 0 and "平桥就业园" in out and "园区" in out
    assert run(capsys, "find", "没有这个名字") == (0, "", "no answer: nothing in duikou.lbug fits\n")


def test_status_counts_everything(capsys: pytest.CaptureFixture[str], store: str) -> None:
    code, out, _ = run(capsys, "status")
    counted = {(row["part"], row["name"]): row["count"] for row in rows(out)}
    assert code == 0
    assert counted["total", "articles"] == 3 and counted["total", "works"] == 2
    assert counted["relation", "MOVED_INTO"] == 2 and counted["rejects", "first"] == 1
    _, out, _ = run(capsys, "status", "--format", "table")
    for words in ("relocation site", "moved into", "people employed", "the object … stands in no quote", "second"):
        assert words in out


def test_export_writes_the_same_bytes_to_a_file(capsys: pytest.CaptureFixture[str], store: str) -> None:
    code, out, err = run(capsys, "export", "jsonl")
    assert (code, err) == (0, "")
    assert run(capsys, "export", "jsonl", "-o", "graph.jsonl")[0] == 0
    assert Path("graph.jsonl").read_bytes() == out.encode("utf-8")
    assert [path.name for path in Path().iterdir() if "part" in path.name] == []


@pytest.mark.parametrize("kind", ["xlsx", "graphml", "gexf", "parquet"])
def test_export_as_a_file_for_other_tools(capsys: pytest.CaptureFixture[str], store: str, kind: str) -> None:
    code, out, err = run(capsys, "export", kind, f"graph.{kind}")
    assert (code, err) == (0, "") and out.endswith(f"rows written to graph.{kind}\n")
    assert Path(f"graph.{kind}").exists() and not list(Path().glob("*.part"))
    code, _, err = run(capsys, "export", kind)
    assert code == 2 and f"duikou export {kind} PATH" in err and len(err.splitlines()) == 1


def test_export_csv_is_the_same_on_standard_output_and_in_a_file(
    capsys: pytest.CaptureFixture[str], store: str
) -> None:
    code, out, _ = run(capsys, "export", "csv")
    assert code == 0 and out.startswith("id,entity_id,")
    assert run(capsys, "export", "csv", "-o", "graph.csv")[0] == 0
    assert Path("graph.csv").read_text(encoding="utf-8") == out


def test_stats_in_both_languages_and_as_rows(capsys: pytest.CaptureFixture[str], store: str) -> None:
    for lang, words in (("en", "Chains of help"), ("zh", "帮扶链")):
        code, out, _ = run(capsys, "--lang", lang, "stats", "--format", "table")
        assert code == 0 and words in out
        assert max(map(cell_len, out.splitlines())) <= 100
    found = rows(run(capsys, "stats", "--top", "1", "--format", "jsonl")[1])
    assert [row["part"] for row in found if row["rank"] == 1] == [row["part"] for row in found]
    assert found[0]["part"] == "helper" and found[0]["helped"]


def test_export_into_a_missing_folder_is_told_in_one_line(capsys: pytest.CaptureFixture[str], store: str) -> None:
    code, _, err = run(capsys, "export", "jsonl", "-o", "no/such/graph.jsonl")
    assert code == 1 and err.startswith("duikou: ") and err.count("\n") == 1


# formats, stores, languages


def test_the_store_comes_from_option_environment_or_default(
    capsys: pytest.CaptureFixture[str], pages: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert store_location("a.lbug", {"DUIKOU_STORE": "b.lbug"}) == "a.lbug"
    assert store_location(None, {"DUIKOU_STORE": "b.lbug"}) == "b.lbug"
    assert store_location(None, {}) == "duikou.lbug"
    monkeypatch.setenv("DUIKOU_STORE", "named.lbug")
    assert run(capsys, "load", str(pages))[0] == 0
    assert Path("named.lbug").exists()


def test_a_server_that_is_not_there_is_told(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DUIKOU_NEO4J_PASSWORD", "hush")
    code, _, err = run(capsys, "status", "--store", "bolt://127.0.0.1:1")
    assert code == 1 and "bolt://127.0.0.1:1: no server listens there" in err and "hush" not in err


def test_tables_are_for_terminals() -> None:
    assert output_format(None, terminal=True) is Format.table
    assert output_format(None, terminal=False) is Format.jsonl
    assert output_format(Format.csv, terminal=True) is Format.csv


def test_the_language_comes_from_option_or_locale(
    capsys: pytest.CaptureFixture[str], store: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LANG", "zh_CN.UTF-8")
    assert "未采纳" in run(capsys, "status", "--format", "table")[1]
    assert "rejects" in run(capsys, "status", "--format", "table", "--lang", "en")[1]
    assert "rejects" in run(capsys, "--lang", "en", "status", "--format", "table")[1]


@pytest.mark.parametrize("width", [40, 80, 120])
@pytest.mark.parametrize("lang", list(Lang))
def test_tables_fit_the_terminal(
    capsys: pytest.CaptureFixture[str], store: str, monkeypatch: pytest.MonkeyPatch, width: int, lang: Lang
) -> None:
    monkeypatch.setenv("COLUMNS", str(width))
    for command in ("ask", "ask figures", "ask secondments", "ask articles", "find 三都", "why 三都"):
        out = run(capsys, *command.split(), "--format", "table", "--lang", lang.value, "--quiet")[1]
        assert out and max(cell_len(line) for line in out.splitlines()) <= width


# help and messages


@pytest.mark.parametrize("lang", list(Lang))
@pytest.mark.parametrize("command", [[], *([name] for name in COMMANDS)], ids=lambda words: "".join(words) or "duikou")
def test_help_fits_a_terminal_and_shows_examples(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, command: list[str], lang: Lang
) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    code, out, _ = run(capsys, *command, "--help", "--lang", lang.value)
    assert code == 0
    assert max(cell_len(line) for line in out.splitlines()) <= 80
    for line in EXAMPLES.get("".join(command), []):
        assert line in out


@pytest.mark.parametrize("line", [line for lines in EXAMPLES.values() for line in lines])
def test_every_example_is_a_command_that_exists(line: str) -> None:
    words = shlex.split(re.sub(r"^.* \| | >>? .*$", "", line))
    command = typer.main.get_command(app).commands[words[1]]  # type: ignore[attr-defined]
    options = {opt for parameter in command.params for opt in parameter.opts}
    if words[1] == "ask":
        name, parameters = split_arguments([w for w in words[2:] if w not in ("--format", "csv")])
        assert name is None or set(parameters) <= {one.name for one in catalogue()[name].parameters}
        return
    if words[1] == "view":
        name, parameters = split_words(words[2:])
        if name and name[0] in catalogue():
            options |= {f"--{option_name(one.name)}" for one in catalogue()[name[0]].parameters}
    assert {word for word in words if word.startswith("-") and word != "-"} <= options


def test_every_command_and_option_has_words_in_both_languages() -> None:
    program = typer.main.get_command(app)
    for lang in Lang:
        localise(program, lang)
        for command in program.commands.values():  # type: ignore[attr-defined]
            assert command.help and command.short_help
            assert [parameter.name for parameter in command.params if not parameter.help] == []


def test_both_languages_name_the_same_values() -> None:
    for key, (english, chinese) in MESSAGES.items():
        fields = [{name for _, name, _, _ in string.Formatter().parse(words) if name} for words in (english, chinese)]
        assert fields[0] == fields[1], key
        assert bool(english) == bool(chinese), key


def test_every_message_is_used() -> None:
    pages = [path for path in (ROOT / "duikou").rglob("*.py") if path.name != "messages.py"]
    used = {name for path in pages for name in re.findall(r"""["']([a-z_.]+)["']""", path.read_text(encoding="utf-8"))}
    made = (
        "page.",
        "help.",
        "more.",
        "option.",
        "column.",
        "eval.",
        "tier.",
        "status.",
        "property.",
        "source.",
        "step.",
    )
    lost = [key for key in MESSAGES if not key.startswith(made) and key not in used]
    assert lost == []


def test_version(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = run(capsys, "--version")
    assert code == 0 and re.fullmatch(r"duikou \d+\.\d+\.\d+\n", out)


# the demo, on the real seeds


def test_the_demo_shows_proves_and_tells_what_to_try_next(capsys: pytest.CaptureFixture[str]) -> None:
    code, first, err = run(capsys, "demo", "--lang", "zh")
    assert (code, err) == (0, "")
    for words in ("文章", "实体", "事实", "数字", "未采纳", "哪些企业搬进了哪些安置点？", "第一行的依据", "接下来试试"):
        assert words in first
    assert re.search(r"^ +“.+”$", first.replace("”  ", "”"), flags=re.MULTILINE), "the proof is quoted"
    commands = [line.split()[1:] for line in first.split("接下来试试")[1].splitlines() if line.startswith("  duikou")]
    assert len(commands) == 3
    for command in commands:
        code, out, err = run(capsys, *command)
        assert (code, err) == (0, "") and out, f"duikou {' '.join(command)} answers nothing"
    assert run(capsys, "demo", "--lang", "zh")[1] == first, "the store is made anew each time"


def test_the_demo_leaves_a_store_that_was_named_as_it_is(capsys: pytest.CaptureFixture[str], store: str) -> None:
    code, out, _ = run(capsys, "demo", "--store", store, "--quiet")
    assert code == 0 and "reading" not in out
    _, out, _ = run(capsys, "status")
    documents = {row["name"] for row in rows(out) if row["part"] == "facts"}
    assert {"first", "seed_001_sandu"} <= documents
