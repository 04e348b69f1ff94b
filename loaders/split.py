"""Documents -> articles, each with its blocks; what stands on the page beside them is left out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from graph.identity import digest
from graph.model import Article, Document
from graph.normalise import Text, flatten, is_traditional, normalise
from loaders import furniture
from loaders.disorder import Run
from loaders.given import with_given
from loaders.imprint import TAIL, Imprint, imprint, masthead
from loaders.limits import readable
from loaders.lines import plain_lines
from loaders.markup import markup_lines
from loaders.outlets import published
from loaders.paragraphs import Piece, pieces
from loaders.read import HTML
from loaders.reprints import fingerprint
from loaders.runs import runs
from loaders.sources import shown
from loaders.values import CAPTION, HEADING, PARAGRAPH, TITLE, Block

_COLUMN_LABEL = re.compile(r"^【[^】]{2,6}】\s*(?=.{6})")
_NO_SPACE = re.compile(r"\s*(—+)\s*|(?<=[：，；])\s+()")
_WORDS_MEET = re.compile("[一-龥”][一-龥“]")


def split(document: Document) -> list[tuple[Article, tuple[Block, ...]]]:
    """The articles of a document in their order on the page, each with its blocks in reading order.

    Raises ReadError for a document that is too long, or no language.
    """
    lines = markup_lines(document) if document.media_type == HTML else plain_lines(document)
    found = runs(pieces(lines))
    page = Imprint()
    articles = []
    for run in found:
        own = imprint(run.pieces)
        if run is found[0]:
            page = imprint(run.above)
            dates = [published(piece.flat) for piece in run.above if piece.kind == furniture.DROP]
            page.fill(masthead(run.above), next(filter(None, dates), None))
        own.fill(page.publisher, page.published)
        article, blocks = _article(document, run, own)
        if blocks:  # 本报讯 alone is no article
            articles.append((article, blocks))
    readable((block.text.plain for _, blocks in articles for block in blocks), shown(document.path or document.name))
    return with_given(articles, document)


def _article(document: Document, run: Run, own: Imprint) -> tuple[Article, tuple[Block, ...]]:
    blocks = [Block(TITLE, _text(document, piece)) for piece in run.title]
    blocks += [block for piece in run.body if (block := _block(document, piece))]
    start = min(piece.start for piece in run.main)
    end = max(piece.end for piece in run.main)
    title = _title(document, run.title)
    masthead = re.match(r"([一-龥]{2,8}(?:报|网|社))\s*[|｜]", title or "")
    own.fill(masthead[1] if masthead else None)
    article = Article(
        id=f"article:{digest(document.sha256, start)}",
        document=document.name,
        start=start,
        end=end,
        title=title,
        publisher=own.publisher,
        published=own.published,
        reporter=own.reporter,
        script="traditional"
        if is_traditional("".join(document.text[p.start : p.end] for p in run.main))
        else "simplified",
        fingerprint=fingerprint(blocks),
    )
    return article, tuple(blocks)


def _title(document: Document, parts: Sequence[Piece]) -> str | None:
    """The title as one line: the spaces between its parts kept, none before a dash."""
    words = []
    for line in (line for piece in parts for line in piece.lines):
        text = _text(document, Piece(HEADING, [line]))
        words.append("".join(_spaced(text, document.text)))
    return _COLUMN_LABEL.sub("", _NO_SPACE.sub(r"\1", " ".join(words))) or None


def _spaced(text: Text, raw: str) -> Iterator[str]:
    """The characters of a text, with the spaces that part Chinese words in `raw`."""
    for at, char in enumerate(text.plain):
        parted = at and raw[text.ends[at - 1] : text.starts[at]].isspace()
        if parted and _WORDS_MEET.fullmatch(text.plain[at - 1 : at + 1]):
            yield " "
        yield char


def _block(document: Document, piece: Piece) -> Block | None:
    """A piece as a block; datelines and bylines in brackets are cut off a paragraph."""
    text = _text(document, piece)
    if piece.kind == PARAGRAPH:
        opened = furniture.DATELINE.match(piece.lines[0].flat)
        start = _past(text.plain, opened[0]) if opened else 0
        closed = TAIL.search(flatten(text.plain), start)
        text = text.slice(start, closed.start() if closed else len(text))
    kind = piece.kind if piece.kind in (HEADING, CAPTION) else PARAGRAPH
    return Block(kind, text) if text.plain else None


def _past(plain: str, words: str) -> int:
    """The place in `plain` where the words that it begins with end; they may hold more spaces."""
    left = len("".join(words.split()))
    for at, char in enumerate(plain):
        if not left:
            return at
        left -= not char.isspace()
    return len(plain)


def _text(document: Document, piece: Piece) -> Text:
    """The plain text of a piece; what stands between its lines is skipped."""
    start, end = piece.start, piece.end
    skip = [(a - start, b - start) for line in piece.lines for a, b in line.skip]
    replace = [(a - start, b - start, words) for line in piece.lines for a, b, words in line.replace]
    for before, after in zip(piece.lines, piece.lines[1:], strict=False):
        if _word_broken(before.flat, after.flat):
            skip.append((before.end - start, after.start - start))
        elif after.start > before.end:
            replace.append((before.end - start, after.start - start, " "))
    return normalise(document.text[start:end], start, skip, replace)


def _word_broken(before: str, after: str) -> bool:
    """Whether a line break stands inside a number or a hyphened word."""
    return before[-1:].isdigit() and after[:1].isdigit()
