"""How much of a document is read: what goes beyond is refused in one line, so that no file can use up the memory.

The limits are far above what articles, reports and yearbooks hold. docs/formats.md lists them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import pairwise

from graph.errors import ReadError

MAX_BYTES = 32 * 2**20  # of a page or text; of one member of an archive; of one part of an office file
MAX_PDF = 200 * 2**20  # bytes: most of a PDF is pictures
MAX_STREAM = 128 * 2**20  # bytes that one packed part of a PDF may unpack to
MAX_UNPACKED = 4 * 2**30  # bytes that all members of an archive may unpack to
MAX_MEMBERS = 65_534  # of an archive
MAX_TEXT = 500_000  # characters that a reader of the document sees
MAX_LINES = 40_000
MAX_LINE = 50_000  # characters
MAX_CLAUSE = 5_000  # characters without any punctuation: what is longer is no language
MAX_TAGS = 150_000  # of a page, ends of elements counted as well
MAX_DEPTH = 1_000  # tags around one another; browsers stop at 512
_BLANK = "\ufeff \t\r\n\f\u3000\xa0"
_CONTROL = re.compile(r"[\x01-\x08\x0e-\x1f\x7f-\x84\x86-\x9f]")
_HALF = re.compile("[\ud800-\udfff]")
_MARK = re.compile(r"[\s，。；：？！、,.;:?!…—（）()《》“”|]")


def sound(text: str, place: str) -> str:
    """The text itself, if it is one; ReadError for white space only, NUL, halves of characters, binary data."""
    if not text.strip(_BLANK):
        raise ReadError(f"{place}: the file holds nothing but white space")
    if (at := text.find("\0")) >= 0:
        line = text.count("\n", 0, at) + 1
        raise ReadError(f"{place}: a NUL character in line {line}; this is no text, or a damaged one: save it again")
    if half := _HALF.search(text):
        line = text.count("\n", 0, half.start()) + 1
        raise ReadError(f"{place}: half of a character (U+{ord(half[0]):04X}) in line {line}; save the text as UTF-8")
    controls = sum(1 for _ in _CONTROL.finditer(text, 0, 100_000))
    if controls > 8 and controls * 50 > min(len(text), 100_000):
        raise ReadError(f"{place}: this is no text ({controls} control characters at its beginning)")
    return text


def fitting(text: str, place: str) -> str:
    """A plain text itself, if it is of a length that is read; else ReadError."""
    if len(text) > MAX_TEXT:
        raise too_long(place, f"{len(text):,} characters", f"{MAX_TEXT:,}")
    lines = text.splitlines()
    if len(lines) > MAX_LINES:
        raise too_long(place, f"{len(lines):,} lines", f"{MAX_LINES:,}")
    for number, line in enumerate(lines, 1):
        if len(line) > MAX_LINE:
            raise too_long(f"{place}: line {number}", f"{len(line):,} characters", f"{MAX_LINE:,}", "break it up")
    return text


def readable(texts: Iterable[str], place: str) -> None:
    """ReadError for a paragraph that is no language: longer than any, or thousands of characters between two marks."""
    for text in texts:
        if len(text) > MAX_LINE:
            raise too_long(f"{place}: a paragraph", f"{len(text):,} characters", f"{MAX_LINE:,}", "break it up")
        if len(text) <= MAX_CLAUSE:
            continue
        marks = [0, *(mark.start() for mark in _MARK.finditer(text)), len(text)]
        longest, at = max((b - a, -a) for a, b in pairwise(marks))
        if longest > MAX_CLAUSE:
            raise ReadError(
                f"{place}: {longest:,} characters without any punctuation, from {text[-at : 12 - at]!r} on; "
                "this is no text, take it out"
            )


def too_long(place: str, found: str, most: str, remedy: str = "split the file") -> ReadError:
    return ReadError(f"{place} has {found}, more than the {most} that duikou reads; {remedy}")
