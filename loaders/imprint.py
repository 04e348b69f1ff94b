"""What a page says of an article beside its text: outlet, date of publication, reporters."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from loaders import furniture
from loaders.paragraphs import Piece
from loaders.values import PARAGRAPH

_OUTLET = r"(?:本报|本网|本台|本刊|[一-龥]{2,10}?(?:报|网|社|台|客户端))"
_BY = r"(?:\s*[(]?(?:[^,。;()“”]{0,8}(?:记者|通讯员))[^,。;()]{1,40}?(?:报道|\)))?"
DATELINE = re.compile(
    rf"[\[(【]?(?P<outlet>{_OUTLET})(?P<place>[^,。;“”:]{{0,14}}?)(?:讯|电)(?=[\s(:\])】,;记通近日\d]|$)[\])】]?(?P<by>{_BY})[:,\s]*"
    rf"|(?P<outlet2>{_OUTLET})(?:首席|见习|特约|全媒体)?记者\s?(?P<by2>[^,。;]{{2,30}}?)(?:报道|摄影报道)[:,\s]*"
)
TAIL = re.compile(
    r"\((?P<by>[^()]{0,12}(?:记者|通讯员|作者|文/图|采写|供稿)[^()。]{0,40})\)。?$"
    r"|\((?:据|来源[:]|原载|转自|摘自)(?P<outlet>[^()]{2,20})\)。?$"
)
_OWN = re.compile(r"本[报网台刊]")
_REPORTER = re.compile(r"记者\s*[:]?\s*(?P<names>[^,。;()/]*?)(?=通讯员|报道|摄影|摄|供图|$)")


@dataclass(slots=True)
class Imprint:
    """Publisher, date (ISO) and reporters, as far as the page gives them."""

    publisher: str | None = None
    published: str | None = None
    reporter: str | None = None

    def fill(self, publisher: str | None, published: str | None = None, reporter: str | None = None) -> None:
        """Take what is not known yet."""
        self.publisher = self.publisher or publisher
        self.published = self.published or published
        self.reporter = self.reporter or reporter


def imprint(pieces: Iterable[Piece]) -> Imprint:
    """What the pieces of an article, furniture included, say of it."""
    found = Imprint()
    pieces = list(pieces)
    for piece in pieces:
        if piece.kind in (furniture.SOURCE, furniture.END):
            found.fill(furniture.source(piece.flat), furniture.published(piece.flat), _names(piece.flat))
    for piece in pieces:
        if piece.kind == PARAGRAPH:
            first, last = piece.lines[0].flat, piece.lines[-1].flat
            if opened := DATELINE.match(first):
                found.fill(_outlet(opened["outlet"] or opened["outlet2"]), None, _names(opened[0]))
            if closed := TAIL.search(last):
                found.fill(_outlet(closed["outlet"] or closed["by"]), None, _names(closed["by"] or ""))
        elif piece.kind == furniture.BYLINE:
            listed = piece.flat.split() if furniture.is_name(piece.flat) else furniture.byline_names(piece.flat)
            names = _names(piece.flat) or "、".join(listed or ()) or None
            found.fill(_outlet(piece.flat), None, names)
    return found


def _outlet(words: str | None) -> str | None:
    if not words or _OWN.match(words):
        return None
    return furniture.outlet(words)


def _names(flat: str) -> str | None:
    """The reporters named after 记者.

    >>> _names("新快报讯 记者曾贵真 通讯员伍婷 杨婷报道")
    '曾贵真'
    """
    found = _REPORTER.search(flat)
    if not found:
        return None
    names = [n for n in re.split(r"[\s、,]+", found["names"]) if re.fullmatch(r"[一-龥·]{2,12}", n)]
    return "、".join(names) or None
