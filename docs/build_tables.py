"""Makes the tables of the README and docs/cli.md again from the code, so that they cannot go stale.

    python docs/build_tables.py           write them
    python docs/build_tables.py --demo    and what `duikou demo` prints
    python docs/build_tables.py --check   exit 1 and name the files that would change

A table stands between `<!-- NAME -->` and `<!-- /NAME -->`; tests/test_docs.py runs the check, without the demo.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

import typer
import yaml

from duikou.cli import app
from duikou.help import localise
from duikou.parameters import option_name
from duikou.settings import Lang
from graph.schema import schema
from queries.catalogue import catalogue

ROOT = Path(__file__).parent.parent
EVERYTHING = set(schema().labels)


def table(head: tuple[str, ...], rows: list[tuple[str, ...]]) -> str:
    """A Markdown table."""
    lines = [head, tuple("---" for _ in head), *rows]
    return "\n".join(f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in line)} |" for line in lines)


def labels(lang: Lang) -> str:
    """What a node can be."""
    if lang is Lang.zh:
        return table(("类别", "中文"), [(f"`{one.name}`", one.zh) for one in schema().labels.values()])
    return table(("label", "what it is"), [(f"`{one.name}` {one.zh}", one.says) for one in schema().labels.values()])


def relations(lang: Lang) -> str:
    """What can hold between two nodes."""
    rows = []
    for one in schema().relations.values():
        arrow = "↔" if one.symmetric else "→"
        ends = f"{_ends(one.sources, lang)} {arrow} {_ends(one.targets, lang)}"
        name = f"`{one.name}`" if lang is Lang.zh else f"`{one.name}` {one.zh}"
        rows.append((name, one.zh if lang is Lang.zh else one.says, ends, ", ".join(one.properties)))
    head = ("关系", "含义", "从 → 到", "属性") if lang is Lang.zh else ("relation", "says", "from → to", "properties")
    return table(head, rows)


def _ends(names: tuple[str, ...], lang: Lang) -> str:
    if set(names) == EVERYTHING:
        return "任何" if lang is Lang.zh else "any"
    return "、".join(schema().labels[n].zh for n in names) if lang is Lang.zh else ", ".join(names)


def indicators(lang: Lang) -> str:
    """What a figure measures."""
    names = [f"`{one.name}` {one.zh}" for one in schema().indicators.values()]
    return ("；" if lang is Lang.zh else ", ").join(names) + ("。" if lang is Lang.zh else ".")


def asked(lang: Lang) -> str:
    """The canned questions with their parameters."""
    head = ("问题", "问什么", "参数") if lang is Lang.zh else ("question", "what it asks", "parameters")
    rows = [
        (
            f"`{one.name}`",
            one.zh if lang is Lang.zh else one.en,
            ", ".join(f"`--{option_name(p.name)}`" for p in one.parameters),
        )
        for one in catalogue().values()
    ]
    return table(head, rows)


def scores(lang: Lang) -> str:
    """What CI holds the extraction to, from tests/floor.yaml."""
    floor = yaml.safe_load((ROOT / "tests/floor.yaml").read_text(encoding="utf-8"))
    if lang is Lang.zh:
        head = ("文本", "事实：准确率", "召回率", "数字：准确率", "召回率")
    else:
        head = ("texts", "facts: precision", "recall", "figures: precision", "recall")
    parts = (("facts", "precision"), ("facts", "recall"), ("figures", "precision"), ("figures", "recall"))
    rows = [(one[lang.value], *(f"{one[kind][what]:.2f}" for kind, what in parts)) for one in floor.values()]
    return table(head, rows)


def commands(lang: Lang) -> str:
    """The help of every command, as the command line prints it."""
    program = localise(typer.main.get_command(app), lang)
    context = typer.Context(program, info_name="duikou", max_content_width=80, terminal_width=80)
    pages = [("duikou", program.get_help(context))]
    for name, command in program.commands.items():
        inner = typer.Context(command, info_name=name, parent=context, max_content_width=80, terminal_width=80)
        pages.append((f"duikou {name}", command.get_help(inner)))
    return "\n\n".join(f"## {name}\n\n```\n{text.strip()}\n```" for name, text in pages)


def demo(lang: Lang) -> str:
    """What the demo prints on a terminal of 88 columns."""
    command = [sys.executable, "-m", "duikou", "demo", "--lang", lang.value]
    environment = {**os.environ, "COLUMNS": "88", "PYTHONPATH": str(ROOT), "NO_COLOR": "1"}
    with tempfile.TemporaryDirectory() as folder:
        run = subprocess.run(command, cwd=folder, env=environment, capture_output=True, check=True, encoding="utf-8")
    lines = [line.rstrip() for line in run.stdout.strip().splitlines()]
    return "\n".join(["```", *lines, "```"])


BLOCKS: dict[str, Callable[[Lang], str]] = {
    "labels": labels,
    "relations": relations,
    "indicators": indicators,
    "questions": asked,
    "scores": scores,
    "commands": commands,
    "demo": demo,
}
PAGES = {"README.md": Lang.en, "docs/README.zh.md": Lang.zh, "docs/cli.md": Lang.en}


def filled(page: str, lang: Lang) -> str:
    """The page with every marked table made again; ValueError for a mark that names no table."""

    def again(mark: re.Match[str]) -> str:
        name = mark[1]
        if name == "demo" and "--demo" not in sys.argv:
            return mark[0]
        if name not in BLOCKS:
            raise ValueError(f"no table is called {name}; use one of {', '.join(BLOCKS)}")
        return f"<!-- {name} -->\n{BLOCKS[name](lang)}\n<!-- /{name} -->"

    return re.sub(r"<!-- (\w+) -->.*?<!-- /\1 -->", again, page, flags=re.DOTALL)


def main() -> int:
    """Write the pages, or with --check only compare them."""
    stale = []
    for name, lang in PAGES.items():
        path = ROOT / name
        before = path.read_text(encoding="utf-8")
        after = filled(before, lang)
        if after != before:
            stale.append(name)
            if "--check" not in sys.argv:
                path.write_text(after, encoding="utf-8")
    if "--check" in sys.argv and stale:
        print(f"stale: {', '.join(stale)}; run: python docs/build_tables.py")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
