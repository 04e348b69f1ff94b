"""What a page says of an article beside its text: outlet, date of publication, reporters."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from graph.normalise import flatten
from loaders import furniture
from loaders.outlets import SOURCE, outlet, published
from loaders.paragraphs import Piece
from loaders.values import HEADING, PARAGRAPH

TAIL = re.compile(
    r"\((?P<by>[^()]{0,12}(?:记者|通讯员|作者|文/图|采写|供稿)[^()。]{0,40})\)。?$"
    r"|\((?:据|来源[:]|原载|转自|摘自)(?P<outlet>[^()]{2,20})\)。?$"
)  # what closes a paragraph in brackets and is no text of it
_SENT_BY = re.compile(r"([一-龥]{3,8}?)(?:首席|见习|特约|全媒体)?记者\s")
_NAMED = r"\s*[:/]?\s*(?P<names>[^,。;()/:]*?)\s*(?=通讯员|编辑|责编|报道|摄影|摄|供图|发自|文/|[)|]|$)"
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
    """What the pieces of an article, furniture included, say of it. Lines of date and source come before all others."""
    found = Imprint()
    pieces = list(pieces)
    text = [at for at, piece in enumerate(pieces) if piece.kind == PARAGRAPH]
    for at, piece in enumerate(pieces):
        if text and text[0] < at < text[-1]:
            continue  # 2021年4月 in the middle of a text is no date of publication
        if piece.kind == furniture.SOURCE_LINE:
            found.fill(_publisher(piece.flat), published(piece.flat), _reporter(piece.flat))
        elif piece.kind == furniture.END:
            found.fill(furniture.taken_from(piece.flat))
    for piece in pieces:
        if piece.kind == PARAGRAPH:
            if opened := furniture.DATELINE.match(piece.lines[0].flat):
                found.fill(outlet(opened["outlet"] or opened["outlet2"] or ""), None, _reporter(opened[0]))
            if closed := TAIL.search(piece.lines[-1].flat):
                found.fill(outlet(closed["outlet"] or closed["by"]), None, _reporter(closed["by"] or ""))
        elif piece.kind == furniture.BYLINE:
            alone = piece.flat.split() if furniture.is_name(piece.flat) else furniture.byline_names(piece.flat)
            sent = _SENT_BY.match(piece.flat)
            publisher = outlet(piece.flat.lstrip("■□●◆▲ ")) or (_plain_name(sent[1]) if sent else None)
            found.fill(publisher, None, _reporter(piece.flat) or "、".join(alone or ()) or None)
    return found


def masthead(pieces: Iterable[Piece]) -> str | None:
    """The outlet whose name stands alone on a line over the title."""
    for piece in pieces:
        if piece.kind in (HEADING, furniture.DROP) and outlet(piece.flat) == piece.flat:
            return piece.flat
    return None


def publisher_of(words: str) -> str | None:
    """The outlet in what a page's head names as the source of the text; None for 本站 and the like.

    >>> publisher_of("来源：山海日报"), publisher_of("本网")
    ('山海日报', None)
    """
    flat = flatten(words)
    named = SOURCE.search(flat)
    bare = named["outlet"] if named and named["outlet"] else flat
    return outlet(bare) or _plain_name(bare)


def _publisher(flat: str) -> str | None:
    """The outlet in a line of date and source: what 来源 names, else the name beside the date."""
    if (named := SOURCE.search(flat)) and named["outlet"]:
        return outlet(named["outlet"]) or _plain_name(named["outlet"])
    rest = furniture.residue(flat)
    for token in rest:
        if found := outlet(token):
            return found
    return _plain_name(rest[0]) if rest and flat.lstrip("《[( ").startswith(rest[0]) else None


def _plain_name(words: str) -> str | None:
    """A name of an outlet that has no telling ending; None for 本站 and the like."""
    bare = re.sub(r"编辑部$", "", words.strip("《》“”"))
    return bare if re.fullmatch(r"[一-龥A-Za-z·]{3,14}", bare) and outlet(bare + "报") else None


def _reporter(flat: str) -> str | None:
    """The reporters named after 记者, else the authors named after 作者 and the like.

    >>> _reporter("山海晚报讯 记者何其芳 通讯员周宁 周静报道")
    '何其芳'
    """
    for pattern in _REPORTERS:
        if found := pattern.search(flat):
            names = [n for n in re.split(r"[\s、,]+", found["names"]) if re.fullmatch(r"[一-龥·]{2,12}", n)]
            return "、".join(names) or None
    return None
