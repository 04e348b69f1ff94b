"""`duikou why`: statements with the words that prove them."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from duikou.messages import say
from duikou.rows import write_rows
from duikou.screen import Screen
from duikou.settings import Format, Lang

if TYPE_CHECKING:
    from rich.console import RenderableType

    from queries.why import Explanation, Quote, Statement

COLUMNS = ("entity", "id", "kind", "subject", "says", "object", "details", "tier", "because", "quotes", "source")


def show_why(screen: Screen, location: str, words: str) -> None:
    """Show the proofs of what goes by a name or an id."""
    from graph.store import open_store
    from queries.why import why

    with open_store(location, read_only=True) as store:
        explanations = why(store, words)
    if screen.format is not Format.table:
        write_rows(_rows(explanations), COLUMNS, screen.format, sys.stdout)
        return
    for one in explanations:
        screen.show(*_explanation(one, screen.lang))


def proof_of(statement: Statement, lang: Lang, number: int | None = None) -> Iterator[RenderableType]:
    """One statement and its quotes, each with its place."""
    from rich.padding import Padding
    from rich.text import Text

    from duikou.words import one_line, step

    head = Text(f"{number}. " if number else "")
    head.append(_sentence(statement, lang), style="bold")
    if statement.tier:
        head.append(f"  {say(lang, f'tier.{statement.tier}')}", style="dim")
    yield head
    steps = [step(one, lang) for one in statement.because]
    lines = [Text(words, style="dim") for words in steps]
    for quote in statement.quotes:
        lines += [Text(f"“{one_line(quote.text)}”"), Text(_place(quote), style="cyan")]
    if statement.source:
        lines.append(Text(say(lang, f"source.{statement.source}"), style="cyan"))
    yield from (Padding(line, (0, 2, 0, 3), expand=False) for line in lines)


def _explanation(one: Explanation, lang: Lang) -> Iterator[RenderableType]:
    from rich.text import Text

    from duikou.words import label_name

    if one.entity:
        head = Text(one.entity.name, style="bold")
        head.append(f"  {label_name(one.entity.label, lang)}  {one.entity.id}", style="dim")
        yield head
        others = "、".join(name for name in one.names if name != one.entity.name)
        if others:
            yield Text(f"{say(lang, 'column.aliases')} {others}")
        yield Text()
    for number, statement in enumerate(one.statements, start=1):
        yield from proof_of(statement, lang, number)
        yield Text()
    if not one.statements:
        yield Text(say(lang, "no_statements"))


def _sentence(statement: Statement, lang: Lang) -> str:
    """What is stated, in one line."""
    from duikou.words import details, figure, indicator_name, reason, relation_name

    told = statement.details
    subject = statement.subject.name if statement.subject else ""
    if statement.kind == "figure":
        status = told.get("status", "outcome")
        known = "" if status == "outcome" else f" ({say(lang, f'status.{status}')})"
        return f"{subject} {indicator_name(statement.says, lang)} {figure(told, lang)}{known}"
    if statement.object is None:
        return reason(statement.says, lang)
    more = details(statement.says, told, lang)
    sentence = f"{subject} {relation_name(statement.says, lang)} {statement.object.name}"
    return f"{sentence} ({more})" if more else sentence


def _place(quote: Quote) -> str:
    """Where a quote stands: document and line, then the article as far as the page names it."""
    article = " · ".join(part for part in (quote.title, quote.publisher, quote.published) if part)
    return f"{quote.document}:{quote.line}{'  ' if article else ''}{article}"


def _rows(explanations: Sequence[Explanation]) -> Iterator[dict[str, Any]]:
    for one in explanations:
        for statement in one.statements:
            yield {"entity": asdict(one.entity) if one.entity else None, **asdict(statement)}
