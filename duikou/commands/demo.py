"""`duikou demo`: the texts of seeds/ into a store, what they say, and a first answer with its proof."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.resources import as_file, files
from pathlib import Path
from typing import TYPE_CHECKING

from duikou.load import load
from duikou.load_report import LoadReport
from duikou.messages import say
from duikou.screen import Screen
from duikou.settings import Lang
from graph.errors import DuikouError

if TYPE_CHECKING:
    from rich.console import RenderableType

    from graph.store import Store

QUESTION = "companies_by_site"


def show_demo(screen: Screen, location: str, fresh: bool) -> None:
    """Load, count, ask, prove, and tell what to try next; `fresh` makes the store anew."""
    from graph.store import open_store

    if fresh:
        for path in (Path(location), Path(f"{location}.wal")):
            path.unlink(missing_ok=True)
    screen.tell("demo.start", store=location)
    with open_store(location) as store:
        report = load_seeds(screen, store)
        if report.failed:
            raise DuikouError(f"seeds/: {report.failed[0].reason}")
        if not screen.quiet:
            screen.show("", *_found(store, screen.lang))
        screen.show(*_answer(store, screen.lang, screen.console.width))
    if not screen.quiet:
        screen.show(*_next(location, screen.lang))


def load_seeds(screen: Screen, store: Store) -> LoadReport:
    """Read the project's own texts into the store."""
    with as_file(files("seeds") / "articles") as folder, screen.progress() as progress:
        return load(store, [str(folder)], progress=progress)


def _found(store: Store, lang: Lang) -> Iterator[RenderableType]:
    """The articles, and the counts of what is in them."""
    from duikou.commands.status import counts
    from duikou.tables import table
    from queries.ask import ask
    from queries.status import status

    found = status(store)
    articles = sorted(ask(store, "articles"), key=lambda row: str(row["document"]))
    rows = [(row["title"], row["publisher"], row["published"], row["document"]) for row in articles]
    head = [say(lang, f"column.{name}") for name in ("title", "publisher", "published", "document")]
    yield table(head, rows, say(lang, "articles", count=found.articles))
    yield from counts(found, lang, most=9)


def _answer(store: Store, lang: Lang, width: int) -> Iterator[RenderableType]:
    """The first question's answer, and the proof of its first row."""
    from rich.text import Text

    from duikou.commands.answer_table import answer_table
    from duikou.commands.why import proof_of
    from duikou.tables import heading
    from queries.ask import ask
    from queries.why import why

    answer = ask(store, QUESTION)
    yield answer_table(answer, lang, width)
    if len(answer):
        yield heading(say(lang, "demo.proof"))
        for explanation in why(store, answer[0]["proof"]):
            for statement in explanation.statements:
                yield from proof_of(statement, lang)
        yield Text()


def _next(location: str, lang: Lang) -> Iterator[RenderableType]:
    from rich.text import Text

    from duikou.tables import heading

    yield heading(say(lang, "demo.next"))
    for command in ("duikou ask", "duikou ask money --giver 黄埔", "duikou why 晨南服饰"):
        store = "" if command == "duikou ask" else f" --store {location}"
        yield Text(f"  {command}{store}")
