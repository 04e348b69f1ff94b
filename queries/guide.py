"""The guided tour for Neo4j Browser: queries/browser/guide.html with its queries and the legend put in."""

from __future__ import annotations

import re
from html import escape
from importlib.resources import files

from graph.errors import UsageError
from graph.look import Looks
from graph.schema import schema
from queries.favourites import pictures

_BLOCK = re.compile(r"\{\{(\w+)\}\}")


def guide(looks: Looks) -> str:
    """The tour as HTML, one <slide> a step; UsageError names a query that is not there."""

    def put_in(mark: re.Match[str]) -> str:
        if mark[1] == "legend":
            return _legend(looks)
        if mark[1] not in pictures():
            raise UsageError(f"queries/browser/guide.html: there is no queries/browser/{mark[1]}.cypher")
        return f'<pre class="code runnable">{escape(pictures()[mark[1]].text.strip(), quote=False)}</pre>'

    text = files("queries").joinpath("browser", "guide.html").read_text(encoding="utf-8")
    return _BLOCK.sub(put_in, text)


def _legend(looks: Looks) -> str:
    """The labels in their colours, each with its Chinese name where it has one."""
    names = {label.name: label.zh for label in schema().labels.values()}
    return " ".join(
        f'<span style="background-color: {look.color}; color: {look.text}; border-radius: 9px; padding: 1px 8px; '
        f'display: inline-block; margin: 2px">{f"{names[label]} " if label in names else ""}{label}</span>'
        for label, look in looks.labels.items()
    )
