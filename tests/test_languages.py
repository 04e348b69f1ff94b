"""Nothing is said in one language only: the code is read for what it says, and Chinese is looked up for it."""

from __future__ import annotations

import ast
import re
import string
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from duikou.chinese import error_in_chinese, reason_in_chinese, sections
from duikou.cli import main
from duikou.messages import MESSAGES
from duikou.settings import Lang
from duikou.words import step
from graph import neo4j_faults

ROOT = Path(__file__).parent.parent
PACKAGES = ("duikou", "graph", "loaders", "queries")
# A reader meets these, and what the others say inside them. SchemaError and ProofError are for those who change duikou.
TOLD = ("DuikouError", "UsageError", "ReadError", "StoreError", "StoreFullError", "StoreGoneError", "StoreVersionError")
CHINESE = re.compile("[\u4e00-\u9fff]")


@cache
def parsed(package: str) -> list[tuple[Path, list[ast.AST]]]:
    """The modules of a package, each with its nodes."""
    paths = sorted((ROOT / package).rglob("*.py"))
    return [(path.relative_to(ROOT), list(ast.walk(ast.parse(path.read_text(encoding="utf-8"))))) for path in paths]


def sources(*packages: str) -> Iterator[tuple[Path, list[ast.AST]]]:
    for package in packages:
        yield from parsed(package)


def text(node: ast.expr) -> str | None:
    """A string as it is looked up: {} for what it is filled with."""
    if isinstance(node, ast.Constant):
        return node.value if isinstance(node.value, str) else None
    if isinstance(node, ast.JoinedStr):
        return "".join(str(one.value) if isinstance(one, ast.Constant) else "{}" for one in node.values)
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Add):
        left, right = text(node.left), text(node.right)
        return None if left is None or right is None else left + right
    return None


def either(node: ast.expr) -> list[ast.expr]:
    return [*either(node.body), *either(node.orelse)] if isinstance(node, ast.IfExp) else [node]


def name(call: ast.Call) -> str:
    return call.func.id if isinstance(call.func, ast.Name) else getattr(call.func, "attr", "")


def errors() -> dict[str, str]:
    """The messages of the errors that the code raises, without the place at their beginning, and where they stand."""
    found: dict[str, str] = {}
    for path, tree in sources(*PACKAGES):
        for call in (node for node in tree if isinstance(node, ast.Call)):
            if name(call) not in (*TOLD, "Failure"):
                continue
            for argument in (one for given in call.args for one in either(given)):
                message = re.sub(r"^(\{\}(:\{\})*: )+", "", text(argument) or "")
                if re.search("[A-Za-z]{2,} [A-Za-z]", message.replace("{}", "")):
                    found.setdefault(message, f"{path}:{call.lineno}")
    return found


def wrapped() -> set[str]:
    """The messages of errors of Python's own, which ours name as their reason."""
    calls = (node for _, tree in sources("duikou", "graph") for node in tree if isinstance(node, ast.Call))
    return {text(one.args[0]) or "" for one in calls if name(one) == "ValueError" and one.args}


def reasons() -> dict[str, str]:
    """Why statements are rejected: what a variable named so is set to, and what the checks of a proof give back."""
    found: dict[str, str] = {}
    for path, tree in sources("loaders", "graph"):
        for node in tree:
            given: list[ast.expr] = []
            if isinstance(node, ast.Assign) and any(
                isinstance(one, ast.Name) and one.id in ("problem", "wrong") for one in node.targets
            ):
                parts = {
                    id(part) for one in ast.walk(node.value) if isinstance(one, ast.JoinedStr) for part in one.values
                }
                given = [one for one in ast.walk(node.value) if isinstance(one, ast.expr) and id(one) not in parts]
            elif isinstance(node, ast.Call):
                given = [one.value for one in node.keywords if one.arg == "problem"]
                given += [node.args[0]] if name(node) == "Reject" and node.args else []
            elif isinstance(node, ast.Return) and node.value and path.name == "proof.py":
                given = [node.value] if isinstance(node.value, ast.JoinedStr) else []
            for one in (branch for part in given for branch in either(part)):
                said = text(one) or ""
                if re.search("[a-z]+ [a-z]+", said):
                    found.setdefault(said, f"{path}:{node.lineno}")
    return found


def test_every_error_has_its_chinese() -> None:
    """Write a new one into duikou/chinese.yaml, under errors, without the place that it begins with."""
    lost = {where: message for message, where in errors().items() if message not in sections()["errors"]}
    assert lost == {}


def test_no_chinese_is_kept_for_what_is_not_said_any_more() -> None:
    said = {*errors(), *wrapped()}
    assert [message for message in sections()["errors"] if message not in said] == []


def test_what_errors_are_made_of_has_its_chinese() -> None:
    tables = [*neo4j_faults._CODES.values(), *neo4j_faults._SHARED.values(), *(one for _, one in neo4j_faults._TEXTS)]
    tables.append(neo4j_faults._TOO_OLD)
    sentences = [re.sub(r"\{\w+\}", "thing", one) for one in tables if not re.fullmatch(r"\{\w+\}", one)]
    assert [one for one in sentences if not CHINESE.search(error_in_chinese(one))] == []


def test_every_reason_has_its_chinese() -> None:
    found = reasons()
    assert {"the words speak of a plan", "one end lies in the other", "{} would join {} with itself"} <= set(found)
    filled = {said.replace("{}", "…"): where for said, where in found.items()}
    assert {where: said for said, where in filled.items() if not CHINESE.search(reason_in_chinese(said))} == {}


def test_every_step_has_its_words() -> None:
    kinds: dict[str, str] = {}
    for path, tree in sources("loaders"):
        for node in tree:
            if isinstance(node, ast.Call) and name(node) == "Step" and len(node.args) > 1:
                for kind in (text(one) for one in either(node.args[1])):
                    if kind:
                        kinds.setdefault(kind, f"{path}:{node.lineno}")
    assert "pronoun" in kinds or len(kinds) > 3
    assert {where: kind for kind, where in kinds.items() if f"step.{kind}" not in MESSAGES} == {}
    assert (
        step({"kind": "main pair", "surface": "结对", "means": "黄埔区"}, Lang.zh)
        == "结对 = 黄埔区（文章主要说的一对）"
    )


@pytest.mark.parametrize("section", ["errors", "parts", "usage", "reasons"])
def test_chinese_is_filled_with_what_the_english_is(section: str) -> None:
    for english, chinese in sections()[section].items():
        fields = {field for _, field, _, _ in string.Formatter().parse(chinese) if field is not None}
        assert {int(field) for field in fields} <= set(range(english.count("{}"))), english
        assert chinese.format(*["甲"] * english.count("{}")), english


def test_messages_are_chinese_in_chinese() -> None:
    plain = re.compile(r"\{[^}]*\}|duikou|[\W\d_]")
    english = {key: zh for key, (_, zh) in MESSAGES.items() if plain.sub("", zh) and not CHINESE.search(zh)}
    assert english == {}


def test_commands_print_no_words_of_their_own() -> None:
    """What a person reads comes from messages.py or chinese.yaml."""
    said = [
        f"{path}:{call.lineno}: {text(call.args[0])}"
        for path, tree in sources("duikou")
        for call in tree
        if isinstance(call, ast.Call) and name(call) in ("print", "echo", "heading", "Text") and call.args
        if re.search("[A-Za-z]{2,} [A-Za-z]{2,}", (text(call.args[0]) or "").replace("{}", ""))
    ]
    assert said == []


@pytest.mark.parametrize(
    ("message", "chinese"),
    [
        ("a.txt: the file is empty", "a.txt：文件是空的"),
        ("b.zip: b.zip#c.txt: the file is empty", "b.zip：b.zip#c.txt：文件是空的"),
        ("there is no question 'moeny'; did you mean money?", "没有问题“moeny”；是不是 money？"),
        ("x.bin: a PNG picture, no text; it is no document", "x.bin：PNG 图片，没有文字；不是文件"),
        ("bolt://h:7687: no answer within 5 seconds; ask for less, or allow more time", "5 秒内没有答案"),
        ("something that nobody has translated", "something that nobody has translated"),
    ],
)
def test_an_error_keeps_its_names_and_places(message: str, chinese: str) -> None:
    assert chinese in error_in_chinese(message)


@pytest.mark.parametrize(
    ("arguments", "english", "chinese"),
    [
        ("laod", "no such command 'laod'", "没有命令 'laod'；是不是 'load'？（见：duikou --help）"),
        ("load", "missing argument 'PATH' (see: duikou load --help)", "缺少 'PATH'（见：duikou load --help）"),
        ("load a --jobs x", "invalid value for '--jobs'", "'--jobs' 应为"),
        ("load a --jobs 0", "invalid value for '--jobs'", "'--jobs' "),
        ("status --fromat csv", "no such option: --fromat", "没有选项 --fromat"),
        ("status --format xml", "'xml' is not one of 'table'", "'--format' 不能是 'xml'；可用 'table'"),
        ("status --format", "--format", "--format"),
        ("find a b", "(b)", "多余的内容：b"),
        ("eval nix.yaml nox", "'nix.yaml' does not exist", "路径 'nix.yaml' 不存在"),
        ("status --store nix.lbug", "nix.lbug: there is no store here", "nix.lbug：这里没有图库"),
        ("ask moeny", "there is no question 'moeny'; did you mean money?", "没有问题“moeny”；是不是 money？"),
    ],
)
def test_wrong_usage_is_told_in_one_line_in_both_languages(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch,
    arguments: str, english: str, chinese: str,
) -> None:  # fmt: skip
    monkeypatch.chdir(tmp_path)
    for lang, words in (("en", english), ("zh", chinese)):
        with pytest.raises(SystemExit) as stopped:
            main(["--lang", lang, *arguments.split()])
        out, err = capsys.readouterr()
        assert stopped.value.code == (1 if "store" in arguments else 2)
        assert out == "" and words in err and err.count("\n") == 1
        assert bool(CHINESE.search(err)) == (lang == "zh")


def test_help_has_its_headings_in_chinese(capsys: pytest.CaptureFixture[str]) -> None:
    for command in ([], ["load"], ["stats"]):
        with pytest.raises(SystemExit):
            main([*command, "--help", "--lang", "zh"])
        out = capsys.readouterr().out
        assert not re.search(r"Usage|Options:|Arguments|Commands|default|required|Show this", out)
        assert "用法：" in out and "选项：" in out
    with pytest.raises(SystemExit):
        main(["load", "--help", "--lang", "en"])
    assert "Options:" in capsys.readouterr().out
