"""HTML -> lines that point into its source: tags inside a line are spans to skip, entities characters to replace."""

from __future__ import annotations

from html import unescape
from html.parser import HTMLParser
from itertools import pairwise

from graph.errors import ReadError
from graph.model import Document
from graph.normalise import flatten
from loaders.furniture import is_beside
from loaders.limits import MAX_DEPTH, MAX_LINES, MAX_TAGS, MAX_TEXT, too_long
from loaders.lines import Line, columns
from loaders.mainpart import main_part
from loaders.sources import shown
from loaders.tags import BESIDE, CLOSED_BY, HIDDEN, INLINE, KEEPS_LINES, ROOTS, VOID, WHOLE, closed, start_tag


def markup_lines(document: Document) -> list[Line]:
    """The lines of an HTML page or of a text with mark-up in it, hidden parts left out.

    Raises ReadError for a page with more text, or deeper tags, than any article has.
    """
    parser = _Lines(document.text, shown(document.path or document.name))
    parser.feed(closed(document.text))
    parser.close()
    parser.flush()
    return main_part(parser.lines)


class _Lines(HTMLParser):
    """Collects visible text line by line; block tags, <br> and (outside whole pages) line breaks end a line."""

    def __init__(self, text: str, place: str) -> None:
        super().__init__(convert_charrefs=False)
        self.lines: list[Line] = []
        self._place = place
        self._length = 0  # of what was fed
        self._parsed = 0  # characters before `rawdata`
        self._index = 0  # how far HTMLParser has come in `rawdata`
        self._tags = 0
        self._tag_end = 0  # in `rawdata`, of a tag that HTMLParser did not read
        self._shown = 0  # visible characters so far
        self._breaks_count = not any(mark in text[:5000].lower() for mark in WHOLE)
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

    def feed(self, data: str) -> None:
        self._length = len(data)
        super().feed(data)

    def close(self) -> None:
        self._parsed, self._index = self._length - len(self.rawdata), 0
        super().close()

    def updatepos(self, i: int, j: int) -> int:
        """Where the parser stands, as an index; its own rows and columns are slow, and a list of rows takes memory."""
        self._index = j
        return j

    def parse_starttag(self, i: int) -> int:
        """Long and oddly quoted tags are read here: HTMLParser takes half a kilobyte for each of their attributes."""
        self._counted()
        if found := start_tag(self.rawdata, i):
            tag, attributes, self._tag_end = found
            if tag in self.CDATA_CONTENT_ELEMENTS:
                self.set_cdata_mode(tag)
            self.handle_starttag(tag, attributes)
            return self._tag_end
        self._tag_end = 0
        return super().parse_starttag(i)

    def _counted(self) -> None:
        self._tags += 1
        if self._tags > MAX_TAGS:
            raise too_long(self._place, "more tags", f"{MAX_TAGS:,}", "split the page")

    def _at(self) -> int:
        return self._parsed + self._index

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        unseen = "hidden" in given or "display:none" in (given.get("style") or "").replace(" ", "").lower()
        if self._hidden or tag in HIDDEN or (unseen and tag not in ROOTS):
            if tag not in VOID:
                self._hidden.append(tag)
            return
        if tag == "a":
            self._links += 1
        if tag in INLINE:
            return
        self.flush()
        if tag == "img":
            at = self._at()
            end = self._parsed + self._tag_end if self._tag_end else at + len(self.get_starttag_text() or "<")
            self._keep(Line(at, end, "", tag="img", beside=bool(self._beside), path=self._path))
        elif tag == "br":
            self._gap += 1
        elif tag not in VOID:
            if self._open and self._open[-1] in CLOSED_BY.get(tag, ()):
                self.handle_endtag(self._open[-1])
            if len(self._open) >= MAX_DEPTH:
                raise ReadError(f"{self._place}: tags more than {MAX_DEPTH:,} deep in one another; save the page again")
            if tag not in ROOTS and (tag in BESIDE or is_beside(f"{given.get('class') or ''} {given.get('id') or ''}")):
                self._beside.append(len(self._open))
            self._open.append(tag)
            self._count += 1
            self._path += (f"{self._count}:{tag}.{given.get('class') or ''}",)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in INLINE:
            self.handle_starttag(tag, attrs)
            if tag not in VOID:
                self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        self._counted()
        if self._hidden:
            if tag in self._hidden:
                del self._hidden[self._hidden.index(tag) :]
            return
        if tag == "a":
            self._links = max(0, self._links - 1)
        if tag in INLINE:
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
        if not self._breaks_count or any(tag in KEEPS_LINES for tag in self._open):
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

    def _keep(self, line: Line) -> None:
        self.lines.append(line)
        if len(self.lines) > MAX_LINES:
            raise too_long(self._place, "more lines", f"{MAX_LINES:,}", "split the page")

    def _add(self, start: int, end: int, words: str, entity: bool = False) -> None:
        self._shown += len(words) if not words.isspace() else 1
        if self._shown > MAX_TEXT:
            raise too_long(self._place, "more text", f"{MAX_TEXT:,} characters", "split the page")
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
        self._keep(
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
