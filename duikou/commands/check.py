"""`duikou check`: what is wrong in a store or an export, one line a finding."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from duikou.messages import say
from duikou.rows import write_rows
from duikou.screen import Screen
from duikou.settings import Format, Lang
from duikou.words import indicator_name, label_name, one_line, relation_name
from graph.errors import StoreError

if TYPE_CHECKING:
    from graph.check import Finding

COLUMNS = ("id", "kind", "name", "problem", "value", "quote", "place")
_KINDS = {
    "Article": "check.article",
    "Document": "check.document",
    "Passage": "check.passage",
    "Reject": "check.reject",
}


def show_check(screen: Screen, location: str, path: Path | None) -> bool:
    """Validate the export at the path, or the store; whether it conforms."""
    from graph.check import check_file, check_store
    from graph.store import open_store

    if path is None:
        with open_store(location, read_only=True) as store:
            findings = check_store(store)
    elif path.is_file():
        findings = check_file(path)
    else:
        raise StoreError(f"{path}: there is no such file; write one with: duikou export rdf -o {path}")
    _show(screen, findings)
    where = path or location
    if findings:
        screen.note("check.findings", count=len(findings), nodes=len({one.id for one in findings}), store=where)
    else:
        screen.note("check.conforms", store=where)
    return not findings


def _show(screen: Screen, findings: Sequence[Finding]) -> None:
    if screen.format is Format.table:
        for one in findings:
            print(sentence(one, screen.lang))
        return
    rows = [
        {
            "id": one.id,
            "kind": one.kind,
            "name": name(one, screen.lang),
            "problem": one.told(screen.lang.value),
            "value": one.value,
            "quote": one.quote,
            "place": one.place,
        }
        for one in findings
    ]
    write_rows(rows, COLUMNS, screen.format, sys.stdout)


def sentence(one: Finding, lang: Lang) -> str:
    """A finding as one line: what is wrong, where, and the words that prove the node."""
    known = name(one, lang)
    where = f"{known} ({one.id})" if known else one.id
    value = "" if one.value is None else f" [{one_line(one.value)[:40]}]"
    proof = "" if one.quote is None else f"  “{one_line(one.quote)}”  {one.place or ''}"
    return say(lang, "check.finding", where=where, problem=one.told(lang.value) + value) + proof.rstrip()


def name(one: Finding, lang: Lang) -> str:
    """What a reader calls the node: a fact or figure in a few words, an entity by its name, else what kind it is of."""
    if one.kind == "Fact":
        return " ".join(part for part in (one.subject, relation_name(one.says, lang), one.object) if part)
    if one.kind == "Observation":
        return " ".join(part for part in (one.subject, indicator_name(one.says, lang), one.object) if part)
    said = say(lang, _KINDS[one.kind]) if one.kind in _KINDS else label_name(one.kind or "", lang)
    return " ".join(part for part in (said, one.subject) if part)
