"""What stands about an article outside its text: in the columns of a table, in the head of an HTML page."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from html import unescape

from graph.model import Article, Document
from loaders.imprint import publisher_of
from loaders.kinds import HTML
from loaders.outlets import furniture_data, published
from loaders.tags import start_tag_attributes
from loaders.values import Block

Articles = list[tuple[Article, tuple[Block, ...]]]
_HEAD = 100_000  # characters in which the head of a page ends
_META = re.compile(r"<meta\s", re.I)


def with_given(articles: Sequence[tuple[Article, tuple[Block, ...]]], document: Document) -> Articles:
    """The articles with what a table gives of them, which counts more than the text; and with what only the page's
    head says, when the page has one article."""
    given = document.given
    if given:
        return [
            (
                replace(
                    article,
                    title=(given.title if not at else None) or article.title,
                    publisher=given.publisher or article.publisher,
                    published=given.published or article.published,
                    url=given.url,
                ),
                blocks,
            )
            for at, (article, blocks) in enumerate(articles)
        ]
    if document.media_type != HTML or len(articles) != 1:
        return list(articles)
    ((article, blocks),) = articles
    if article.publisher and article.published:
        return list(articles)
    said = metas(document.text)
    names = furniture_data()["metas"]
    outlets = (publisher_of(said[name]) for name in names["publisher"] if name in said)
    dates = (published(said[name]) for name in names["published"] if name in said)
    filled = replace(
        article,
        publisher=article.publisher or next(filter(None, outlets), None),
        published=article.published or next(filter(None, dates), None),
    )
    return [(filled, blocks)]


def metas(text: str) -> dict[str, str]:
    """The <meta> tags of a page by name; the first of each.

    >>> metas('<head><meta name="PubDate" content="2023-11-07 08:30"><meta charset="utf-8"></head>')
    {'pubdate': '2023-11-07 08:30'}
    """
    found: dict[str, str] = {}
    for opened in _META.finditer(text, 0, _HEAD):
        given = dict(start_tag_attributes(text, opened.start()))
        name, content = given.get("name") or given.get("property") or given.get("itemprop"), given.get("content")
        if name and content:
            found.setdefault(name.lower(), " ".join(unescape(content).split()))
    return found
