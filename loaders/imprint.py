"""What a page says of an article beside its text: outlet, date of publication, reporters."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from loaders import furniture
from loaders.paragraphs import Piece
from loaders.values import PARAGRAPH

TAIL = re.compile(
    r"\((?P<by>[^()]{0,12}(?:记者|通讯员|作者|文/图|采写|供稿)[^()。]{0,40})\)。?$"
    r"|\((?:据|来源[:]|原载|转自|摘自)(?P<outlet>[^()]{2,20})\)。?$"
)
_OWN = re.compile(r"^本[报网台刊]")
_NAMED = r"\s*[:/]?\s*(?P<names>[^,。;()/:]*?)\s*(?=通讯员|编辑|责编|报道|摄影|摄|供图|文/|[)|]|$)"
_REPORTERS = (re.compile("记者" + _NAMED), re.compile("(?:作者|文字|撰文|采写)" + _NAMED))


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
            if opened := furniture.DATELINE.match(first):
                found.fill(_outlet(opened["outlet"] or opened["outlet2"]), None, _names(opened[0]))
            if closed := TAIL.search(last):
                found.fill(_outlet(closed["outlet"] or closed["by"]), None, _names(closed["by"] or ""))
        elif piece.kind == furniture.BYLINE:
            listed = piece.flat.split() if furniture.is_name(piece.flat) else furniture.byline_names(piece.flat)
            names = _names(piece.flat) or "、".join(listed or ()) or None
            found.fill(_outlet(piece.flat), None, names)
    return found


def _outlet(words: str | None) -> str | None:
    found = furniture.outlet(words or "")
    return None if found and _OWN.search(found) else found


def _names(flat: str) -> str | None:
    """The reporters named after 记者, else the authors named after 作者 and the like.

    >>> _names("新快报讯 记者曾贵真 通讯员伍婷 杨婷报道")
    '曾贵真'
    """
    for pattern in _REPORTERS:
        if found := pattern.search(flat):
            names = [n for n in re.split(r"[\s、,]+", found["names"]) if re.fullmatch(r"[一-龥·]{2,12}", n)]
            return "、".join(names) or None
    return None
