"""`duikou eval`: statements against gold, as tables and as a page."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from pathlib import Path

from duikou.evaluate import DIMENSIONS, MISSED, WRONG, Evaluation, Tally, evaluate
from duikou.evaluation_page import COLUMNS, cells, kind_name, page
from duikou.messages import say
from duikou.rows import write_rows
from duikou.screen import Screen
from duikou.settings import Format

_NAMES = ("dimension", *COLUMNS)
_MOST = 20


def show_evaluation(
    screen: Screen, gold: Path, statements: Path, errors: bool, output: Path | None, texts: Path | None
) -> None:
    """Compare, print the tables, and write the page where one is wanted."""
    found = evaluate(gold, statements)
    if output is not None:
        output.write_text(page(found, _texts(found, texts), screen.lang), encoding="utf-8")
    if screen.format is Format.table:
        _show(screen, found, errors)
    else:
        write_rows(_rows(found), _NAMES, screen.format, sys.stdout)
    if output is not None:
        screen.note("written_page", path=output)


def _show(screen: Screen, found: Evaluation, errors: bool) -> None:
    from duikou.tables import table

    columns = [say(screen.lang, f"column.{name}") for name in COLUMNS]
    rows = [(kind_name(kind, screen.lang), *cells(row)) for kind, row in found.by_relation().items()]
    screen.show(table(columns, rows), "")
    shares = (("entities found", "entities wanted"), ("labels right", "entities"), ("amounts right", "amounts"))
    told = {part.split()[0]: found.share(part, whole) for part, whole in shares}
    screen.tell("eval.shares", **{name: "-" if share is None else f"{share:.3f}" for name, share in told.items()})
    for dimension in DIMENSIONS[1:]:
        counted = list(found.by(dimension).items())[:_MOST]
        heads = [say(screen.lang, f"column.{name}") for name in (dimension, "right", "wrong", "precision")]
        screen.show("", table(heads, [(name, row.right, row.wrong, cells(row)[4]) for name, row in counted]))
    if errors:
        for one in found.judged:
            if one.verdict in (WRONG, MISSED):
                verdict = say(screen.lang, f"eval.{one.verdict}")
                print(f"{one.document}  {verdict}  {one.says}  {one.rule}  {one.why}".rstrip())
                for quote in one.quotes:
                    print(f"    “{' '.join(quote.split())}”")


def _rows(found: Evaluation) -> list[dict[str, object]]:
    parts: dict[str, Mapping[str, Tally]] = {"relation": found.by_relation()}
    parts |= {name: found.by(name) for name in DIMENSIONS[1:]}
    return [
        {
            "dimension": dimension, "kind": name, "right": row.right, "wrong": row.wrong, "found": row.found,
            "missed": row.missed, "precision": row.precision, "recall": row.recall,
        }
        for dimension, rows in parts.items()
        for name, row in rows.items()
    ]  # fmt: skip


def _texts(found: Evaluation, folder: Path | None) -> dict[str, str]:
    """The texts of the documents, by the stem of their gold."""
    from loaders.read import SUFFIXES, read

    texts: dict[str, str] = {}
    for path in sorted(folder.iterdir()) if folder else []:
        stem = next((one for one in (path.stem, path.stem.split("_")[0]) if one in found.documents), None)
        if stem is not None and path.suffix in SUFFIXES:
            texts[stem] = read(path).text
    return texts
