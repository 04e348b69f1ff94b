"""The article view: the text of an article or a document with everything marked that was understood of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping

from duikou.settings import Lang
from duikou.views import article_words
from duikou.views.article_cards import cards, marks, names
from duikou.views.article_marks import marked_lines
from duikou.views.article_names import Places, markup
from duikou.views.article_pieces import Mark
from duikou.views.article_read import Part, Read, Span, of_extraction
from duikou.views.article_store import of_store
from duikou.views.page import Both, both, page
from graph.errors import UsageError
from graph.model import Extraction
from graph.schema import schema
from graph.store import Store

_WHOLE_PAGE = ("<html", "<body", "<!doctype")


def article_page(store: Store, id_: str, lang: Lang, links: Mapping[str, str] | None = None) -> str:
    """The page of an article (by its id) or of a document with all its articles (by its id or name).

    links: addresses of other pages by the id of an entity or article. A passage can be linked to as `#p` and the place
    in the document at which it begins, a statement by its id. UsageError when the store has no such article.
    """
    return _page(of_store(store, id_), lang, links or {})


def article_page_of(extraction: Extraction, lang: Lang, links: Mapping[str, str] | None = None) -> str:
    """The same for a document as it was just read, before anything is stored."""
    return _page(of_extraction(extraction), lang, links or {})


def _page(read: Read, lang: Lang, links: Mapping[str, str]) -> str:
    if not read.text[read.start : read.stop].strip():
        raise UsageError(f"{read.document}: there is no text in it that could be shown")
    tags = markup(read.text, (read.start, read.stop)) if read.media_type == "text/html" else []
    places = Places(read.text, (read.start, read.stop), tags)
    named = [
        one
        for one in places.named({id_: node.names for id_, node in read.nodes.items()})
        if any(_reads(part, one[0]) for part in read.parts)
    ]
    statements = cards(read, places, named, links)
    called = names(read, named)
    labels = Counter(name.node.label for name in called)
    numbers = {name.node.id: str(name.number) for name in called}
    marked = [*marks(statements, places, named, numbers), *_of_markup(tags)]
    only = read.parts[0] if len(read.parts) == 1 else None
    return page(
        "article.html",
        title=Both(only.title, only.title) if only and only.title else both("article_document", document=read.document),
        lang=lang,
        styles=["article.css"],
        scripts=["article.js"],
        document=read.document,
        only=only,
        stretches=list(_stretches(read)),
        lines_of=lambda span: marked_lines(read, span, marked, {str(one.number): one.node.label for one in called}),
        cards=statements,
        names=called,
        labels=[(label, labels[label]) for label in schema().labels if labels[label]],
        label_words={name: Both(known.zh, known.en) for name, known in schema().labels.items()},
        counts=Counter(card.said.kind for card in statements),
        tags=len(tags),
        whole_page=bool(tags) and any(sign in read.text[:5000].lower() for sign in _WHOLE_PAGE),
        links=links,
        reason=article_words.why_not,
    )


def _reads(part: Part, span: Span) -> bool:
    """Whether a span lies in an article that was read."""
    return part.start <= span[0] and span[1] <= part.stop and not part.off_topic


def _of_markup(tags: list[tuple[int, int, str | None]]) -> Iterator[tuple[Span, Mark]]:
    for start, stop, stands_for in tags:
        yield (start, stop), Mark("markup", "")
        if stands_for is not None:
            yield (start, stop), Mark("entity", stands_for)


def _stretches(read: Read) -> Iterator[tuple[Part | None, Span]]:
    """The shown text in stretches, each of one article or (None) of none."""
    at = read.start
    for part in read.parts:
        if read.text[at : part.start].strip():
            yield None, (at, part.start)
        yield part, (max(at, part.start), part.stop)
        at = max(at, part.stop)
    if read.text[at : read.stop].strip():
        yield None, (at, read.stop)
