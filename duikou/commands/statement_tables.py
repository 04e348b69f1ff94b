"""`duikou extract` on a terminal: what documents say, as tables."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Any

from rich.console import Group

from duikou.messages import say
from duikou.screen import Screen
from duikou.settings import Lang
from duikou.tables import table
from duikou.words import details, indicator_name, label_name, one_line, quantity, reason, relation_name
from queries.status import general

Statement = dict[str, Any]


def show_statements(screen: Screen, statements: Sequence[Statement]) -> None:
    """Print articles, entities, facts, figures and the reasons of rejects."""
    width = screen.console.width * 2 // 5  # of the quotes
    for kind, make in _TABLES.items():
        rows = sorted((one for one in statements if one["type"] == kind), key=_place)
        if rows:
            screen.show(make(rows, screen.lang, width))


def _place(statement: Statement) -> tuple[str, int]:
    """Facts and figures come in the order of the text; the order of the others is kept."""
    evidence = statement.get("evidence")
    return (evidence[0]["document"], evidence[0]["start"]) if evidence else ("", 0)


def _head(lang: Lang, *names: str) -> list[str]:
    return [say(lang, f"column.{name}") for name in names]


def _articles(rows: list[Statement], lang: Lang, width: int) -> Group:
    cells = [(one["title"], one["publisher"], one["published"]) for one in rows]
    return table(_head(lang, "title", "publisher", "published"), cells, say(lang, "articles", count=len(rows)))


def _entities(rows: list[Statement], lang: Lang, width: int) -> Group:
    cells = [(one["name"], label_name(one["label"], lang), one["aliases"], one["code"]) for one in rows]
    return table(_head(lang, "name", "label", "aliases", "code"), cells, say(lang, "entities", count=len(rows)))


def _facts(rows: list[Statement], lang: Lang, width: int) -> Group:
    cells = [
        (
            one["subject"]["name"],
            relation_name(one["relation"], lang),
            one["object"]["name"],
            details(one["relation"], one["properties"], lang),
            _quote(one),
        )
        for one in rows
    ]
    head = _head(lang, "subject", "relation", "object", "details", "quote")
    return table(head, cells, say(lang, "facts", count=len(rows)), quote_width=width)


def _observations(rows: list[Statement], lang: Lang, width: int) -> Group:
    cells = [
        (
            one["subject"]["name"],
            indicator_name(one["indicator"], lang),
            quantity(one["value"], one["unit"], lang, one["modifier"]),
            _quote(one),
        )
        for one in rows
    ]
    head = _head(lang, "subject", "indicator", "value", "quote")
    return table(head, cells, say(lang, "observations", count=len(rows)), quote_width=width)


def _rejects(rows: list[Statement], lang: Lang, width: int) -> Group:
    reasons = Counter(reason(general(one["reason"], one["candidate"]), lang) for one in rows)
    cells = sorted(reasons.items(), key=lambda pair: (-pair[1], pair[0]))
    return table(_head(lang, "reason", "count"), cells, say(lang, "rejects", count=len(rows)))


def _quote(statement: Statement) -> str:
    evidence = statement["evidence"]
    return one_line(evidence[0]["quote"]) if evidence else ""


_TABLES = {
    "article": _articles,
    "entity": _entities,
    "fact": _facts,
    "observation": _observations,
    "reject": _rejects,
}
