"""The kinds of pages that `duikou view` makes."""

from __future__ import annotations

from enum import StrEnum


class Kind(StrEnum):
    """The kinds of pages."""

    graph = "graph"
    flow = "flow"
    map = "map"
    timeline = "timeline"
    page = "page"
    article = "article"
