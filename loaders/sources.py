"""Where a document comes from, and its bytes made into a Document."""

from __future__ import annotations

import hashlib
import os
import re
from dataclasses import dataclass
from typing import BinaryIO

from graph.errors import ReadError
from graph.model import Document
from loaders.encodings import decode
from loaders.kinds import HTML, PLAIN
from loaders.limits import fitting, sound

_MARKUP = re.compile(
    r"</(?:p|div|span|h[1-6]|a|td|tr|li|ul|body|html|script|style|font|strong|em|b)\s*>|<br\s*/?>|<p\b", re.I
)
_ENTITY = re.compile(r"&(?:nbsp|emsp|ensp|mdash|ldquo|rdquo|middot|hellip|amp|gt|lt|#\d{2,6}|#x[0-9a-f]{2,5});", re.I)


@dataclass(frozen=True, slots=True)
class Source:
    """The name that a document gets, and its path; a part of a file has a # in both.

    >>> Source("剪报", "archive/剪报.zip").part("三月/01.txt").name
    '剪报#三月/01.txt'
    """

    name: str
    path: str  # "-" for standard input

    def part(self, key: str | int) -> Source:
        return Source(f"{self.name}#{key}", f"{self.path}#{key}")

    @property
    def place(self) -> str:
        """The path as messages name it."""
        return shown(self.path) if not self.path.startswith("-") else f"standard input{self.path[1:]}"


def shown(path: str | os.PathLike[str]) -> str:
    r"""A path that can be printed: on one line, bytes that are no UTF-8 as \xb5.

    >>> shown("a\udcb5\n.txt")
    'a\\xb5\\n.txt'
    """
    bare = os.fsencode(path).decode("utf-8", "backslashreplace")
    return "".join(char if char.isprintable() or char in "\u3000 " else repr(char)[1:-1] for char in bare)


def content_of(handle: BinaryIO, source: Source, most: int) -> bytes:
    """All bytes; ReadError for none, and for more than `most`."""
    content = handle.read(most + 1)
    if len(content) > most:
        raise ReadError(f"{source.place}: larger than the {most // 2**20} MB that duikou reads; split it")
    if not content.strip():
        raise ReadError(f"{source.place}: the file is empty")
    return content


def text_document(content: bytes, source: Source, media_type: str | None, charset: str | None = None) -> Document:
    """A page or a plain text as a document."""
    text = sound(decode(content, source.place, charset), source.place)
    kind = kind_of_text(text, media_type)
    return made(fitting(text, source.place) if kind != HTML else text, content, source, kind)


def made(text: str, content: bytes, source: Source, media_type: str) -> Document:
    """A document of these bytes."""
    return Document(source.name, text, hashlib.sha256(content).hexdigest(), source.path, media_type)


def kind_of_text(text: str, media_type: str | None) -> str:
    """HTML when the text holds mark-up or entities, whatever the file is called."""
    if media_type == HTML or len(_MARKUP.findall(text)) >= 2 or _ENTITY.search(text):
        return HTML
    return media_type or PLAIN
