"""The lines of a document, each with what its looks tell: the blank lines above it, its indent, its tag."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from graph.model import Document
from graph.normalise import flatten
from loaders.outlets import DATE

Span = tuple[int, int]
HEADING_TAGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_LINE = re.compile(r"[^\n\r\f\v\x1c-\x1e\x85\u2028\u2029]+")
_IMAGE = re.compile(r"!\[[^\]\n]*\]\([^)\n]*\)")
_GLUED = re.compile(r"([^。\n]{6,60}?)\s{2,}((?:来源|稿源|作者|发布时间|时间):)")
_HASHES = re.compile(r"(#{1,6})\s+")


@dataclass(slots=True)
class Line:
    """document.text[start:end] without the white space around it; `flat` is what a reader sees, one plain character
    for each, with half-width punctuation (for matching only)."""

    start: int
    end: int
    flat: str
    gap: int = 0  # blank lines above it
    width: int = 0  # columns that it takes on paper
    indent: int = 0  # columns of white space before it
    tag: str = ""  # h1 ... h6, p, li, td, figcaption, img ... of HTML (of Markdown: h1, img); "" for plain text
    skip: list[Span] = field(default_factory=list)  # spans of the document inside it that are mark-up
    replace: list[tuple[int, int, str]] = field(default_factory=list)  # entities, as the characters they stand for
    linked: int = 0  # how many of its characters are links
    beside: bool = False  # stands in a container of navigation, comments, recommendations
    path: tuple[str, ...] = ()  # the HTML elements around it from the outside, each as number:tag.class
    page: int = 0  # form feeds above it


def columns(raw: str) -> int:
    """Columns that a text takes on paper: two for a Chinese character or a full-width mark.

    >>> columns("2022年。")
    8
    """
    return len(raw.encode("gbk", "replace"))


def plain_lines(document: Document) -> list[Line]:
    """The lines of a plain text. A picture in Markdown is a line of its own, with the tag img."""
    text = document.text
    flat = flatten(text)
    lines: list[Line] = []
    last = page = 0
    for match in _LINE.finditer(text):
        start, end = match.span()
        page += text.count("\f", last, start)
        if not flat[start:end].strip():
            last = max(last, start) if "\f" in text[last:start] else last
            continue
        gap = max(0, flat.count("\n", last, start) - (1 if lines else 0))
        last = end
        indent = len(flat[start:end]) - len(flat[start:end].lstrip())
        for a, b in _parts(flat, start + indent, end):
            lines.append(_line(text, flat, a, b))
            lines[-1].page = page
            if a == start + indent:
                lines[-1].gap, lines[-1].indent = gap, columns(text[start:a])
    return lines


def _parts(flat: str, start: int, end: int) -> list[Span]:
    """A line as one part, or as two where the source stands behind a title on the same line."""
    glued = _GLUED.match(flat, start, end)
    if not glued or DATE.search(flat, start, glued.end(1)):
        return [(start, end)]
    return [(start, glued.end(1)), (glued.start(2), end)]


def _line(text: str, flat: str, start: int, end: int) -> Line:
    bare = flat[start:end].rstrip()
    end = start + len(bare)
    tag = "img" if _IMAGE.fullmatch(bare) else ""
    if heading := _HASHES.match(bare):
        tag, start = f"h{len(heading[1])}", start + heading.end()
    return Line(start, end, flat[start:end], width=columns(text[start:end].replace(" ", "")), tag=tag)
