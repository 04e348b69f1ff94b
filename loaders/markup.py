"""HTML -> lines that point into its source: tags inside a line are spans to skip, entities characters to replace."""

from __future__ import annotations

import re
from html import unescape
from html.parser import HTMLParser
from itertools import pairwise

from graph.model import Document
from graph.normalise import flatten
from loaders.furniture import is_beside
from loaders.lines import Line, columns
from loaders.mainpart import main_part

_HIDDEN = frozenset(
    {"script", "style", "noscript", "template", "svg", "iframe", "object", "select", "option", "textarea", "button"}
)
_BESIDE = frozenset(("nav", "footer", "aside"))
_INLINE = frozenset(
    {
        "a",
        "abbr",
        "b",
        "big",
        "cite",
        "code",
        "del",
        "em",
        "font",
        "i",
        "ins",
        "kbd",
        "label",
        "mark",
        "q",
        "rp",
        "ruby",
        "s",
        "small",
        "span",
        "strong",
        "sub",
        "sup",
        "tt",
        "u",
        "var",
        "wbr",
        "bdi",
        "bdo",
        "o:p",
        "st1:chsdate",
        "st1:place",
    }
)
_VOID = frozenset(
    {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr"}
)
_KEEPS_LINES = frozenset({"p", "td", "th", "li", "h1", "h2", "h3", "h4", "h5", "h6", "figcaption", "blockquote"})
_ROOTS = frozenset(("html", "body", "main", "article"))
_WHOLE = ("<html", "<body", "<!doctype")


def markup_lines(document: Document) -> list[Line]:
    """The lines of an HTML page or of a text with mark-up in it, hidden parts left out."""
    parser = _Lines(document.text)
    parser.feed(document.text)
    parser.close()
    parser.flush()
    return main_part(parser.lines)


class _Lines(HTMLParser):
    """Collects visible text line by line; block tags, <br> and (outside whole pages) line breaks end a line."""

    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=False)
        self.lines: list[Line] = []
        self._row_starts = [0, *(match.end() for match in re.finditer("\n", text))]
        self._breaks_count = not any(mark in text[:5000].lower() for mark in _WHOLE)
        self._open: list[str] = []  # open block tags
        self._path: tuple[str, ...] = ()  # the same with a number and the class of each
        self._count = 0
        self._hidden: list[str] = []
        self._beside: list[int] = []  # how deep the open containers of side matter stand in `_open`
        self._links = 0
        self._fragments: list[tuple[int, int, str, bool]] = []  # start, end, characters, is an entity
        self._linked = 0
        self._gap = 0
        self._title: str | None = None

    def parse_html_declaration(self, i: int) -> int:
        """Word's <![if …]> and the like are comments; HTMLParser stops at some of them."""
        if self.rawdata.startswith("<![", i):
            return self.parse_bogus_comment(i)
        return super().parse_html_declaration(i)

    def _at(self) -> int:
        row, column = self.getpos()
        return self._row_starts[row - 1] + column

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        unseen = "hidden" in given or "display:none" in (given.get("style") or "").replace(" ", "").lower()
        if self._hidden or tag in _HIDDEN or (unseen and tag not in _ROOTS):
            if tag not in _VOID:
                self._hidden.append(tag)
            return
        if tag == "a":
            self._links += 1
        if tag in _INLINE:
            return
        self.flush()
        if tag == "img":
            at = self._at()
            end = at + len(self.get_starttag_text() or "<")
            self.lines.append(Line(at, end, "", tag="img", beside=bool(self._beside), path=self._path))
        elif tag == "br":
            self._gap += 1
        elif tag not in _VOID:
            if tag not in _ROOTS and (
                tag in _BESIDE or is_beside(f"{given.get('class') or ''} {given.get('id') or ''}")
            ):
                self._beside.append(len(self._open))
            self._open.append(tag)
            self._count += 1
            self._path += (f"{self._count}:{tag}.{given.get('class') or ''}",)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in _INLINE:
            self.handle_starttag(tag, attrs)
            if tag not in _VOID:
                self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        if self._hidden:
            if tag in self._hidden:
                del self._hidden[self._hidden.index(tag) :]
            return
        if tag == "a":
            self._links = max(0, self._links - 1)
        if tag in _INLINE:
            return
        self.flush()
        if tag in self._open:
            del self._open[len(self._open) - 1 - self._open[::-1].index(tag) :]
            self._path = self._path[: len(self._open)]
            while self._beside and self._beside[-1] >= len(self._open):
                self._beside.pop()

    def handle_data(self, data: str) -> None:
        if self._hidden or not data:
            return
        at = self._at()
        if not self._breaks_count or any(tag in _KEEPS_LINES for tag in self._open):
            self._add(at, at + len(data), data)
            return
        for number, row in enumerate(data.split("\n")):
            if number:
                blank = not self._fragments
                self.flush()
                self._gap += blank
            if row:
                self._add(at, at + len(row), row)
            at += len(row) + 1

    def handle_entityref(self, name: str) -> None:
        self._reference(f"&{name}")

    def handle_charref(self, name: str) -> None:
        self._reference(f"&#{name}")

    def _reference(self, written: str) -> None:
        if self._hidden:
            return
        at = self._at()
        end = at + len(written)
        if self.rawdata[end : end + 1] == ";":
            end += 1
        self._add(at, end, unescape(written + ";"), entity=True)

    def _add(self, start: int, end: int, words: str, entity: bool = False) -> None:
        self._fragments.append((start, end, words, entity))
        if self._links:
            self._linked += len(words.strip())

    def flush(self) -> None:
        """End the line that is being collected; one of white space only counts as blank."""
        fragments, self._fragments = self._fragments, []
        linked, self._linked = self._linked, 0
        flat = flatten("".join(words for _, _, words, _ in fragments))
        if not flat.strip():
            return
        indent = len(flat) - len(flat.lstrip())
        while not fragments[0][2].strip():
            fragments.pop(0)
        while not fragments[-1][2].strip():
            fragments.pop()
        first, last = fragments[0], fragments[-1]
        start = first[0] if first[3] else first[0] + len(first[2]) - len(first[2].lstrip())
        end = last[1] if last[3] else last[1] - len(last[2]) + len(last[2].rstrip())
        self.lines.append(
            Line(
                start,
                end,
                " ".join(flat.split()),
                gap=self._gap,
                width=columns(" ".join("".join(words for _, _, words, _ in fragments).split())),
                indent=2 * indent,
                tag=self._open[-1] if self._open else "",
                skip=[(a[1], b[0]) for a, b in pairwise(fragments) if b[0] > a[1]],
                replace=[(a, b, words) for a, b, words, entity in fragments if entity],
                linked=linked,
                beside=bool(self._beside),
                path=self._path,
            )
        )
        self._gap = 0
