"""Lines -> pieces: paragraphs, headings and captions put together again from lines that columns or copying broke."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from statistics import mode

from loaders import furniture
from loaders.columns import Column, closed, columns_of
from loaders.lines import HEADING_TAGS, Line
from loaders.values import CAPTION, HEADING, PARAGRAPH

_SENTENCE_INSIDE = re.compile(r"[。!?;].")
_HANGING = re.compile(r"(?:[,、(“‘《]|[的和与及或在把将被以从向]|以及|通过|根据|按照|为了)$")
_CONTINUES = re.compile(
    r"[,。、;:!?”’》)…]|“[^”,。]{1,8}”[,、的]|的|了(?!解)|与(?!会)|及(?!时)|和(?![平龙田政顺静硕县林布谐美睦])"
)
_DASHED = re.compile(r"[—–-]{2,}$")
_LISTED = re.compile(r"(?:[一二三四五六七八九十]{1,3}、|\([一二三四五六七八九十\d]{1,3}\)|[①-⑳]|\d{1,2}[、.](?!\d))")
_BULLET = re.compile("[▲△●○■□◆◇★☆▶►▷✦✔√➤]")
_TOTAL = re.compile(
    r"(?:其中[ ,:]*)?(?:[^,。;: \d][^,。;:]{0,15}[: ](?:约|超|近|达)?[\d.]+[万亿]?[余多]?[一-鿿]{1,4}[ ;]*)+"
)  # 选派干部:5名
_ALONE = {*HEADING_TAGS, "title"}  # tags of lines that are pieces of their own
_LONG = 40  # characters: a line as long as this is no heading
_INDENT = 2  # columns: a line drawn in as far as this begins a paragraph


@dataclass(slots=True)
class Piece:
    """Lines that belong together. `kind` is a block kind or a role of loaders.furniture."""

    kind: str
    lines: list[Line] = field(default_factory=list)

    @property
    def flat(self) -> str:
        return "".join(line.flat for line in self.lines)

    @property
    def start(self) -> int:
        return self.lines[0].start

    @property
    def end(self) -> int:
        return self.lines[-1].end


def pieces(lines: Sequence[Line]) -> list[Piece]:
    """The lines in pieces, in their order; furniture comes as pieces of its own, with its role as kind."""
    roles = _roles(lines)
    text = [line for line, role in zip(lines, roles, strict=True) if role == furniture.TEXT]
    columns = columns_of(text)
    usual = mode([line.gap for line in text]) if text else 0
    found: list[Piece] = []
    last: Piece | None = None  # the text piece that may go on
    at = -1
    for line, role in zip(lines, roles, strict=True):
        if role != furniture.TEXT:
            found.append(Piece(role, [line]))
            between = role in (furniture.IMAGE, furniture.CAPTION) and last and _broken_off(last.lines[-1])
            if role != furniture.DROP and not between:
                last = None
            continue
        at += 1
        if last and _goes_on(last, line, text[at + 1] if at + 1 < len(text) else None, columns[at - 1], columns[at]):
            last.lines.append(line)
        else:
            last = Piece(furniture.TEXT, [line])
            found.append(last)
    for number, piece in enumerate(found):
        if piece.kind == furniture.TEXT:
            piece.kind = _kind(piece, found, number, usual)
    return found


def _roles(lines: Sequence[Line]) -> list[str]:
    """The role of each line. In narrow columns a part of a sentence may look like a date line: there it is text."""
    roles: list[str] = []
    before: Line | None = None
    running = _running(lines)
    for at, line in enumerate(lines):
        role = furniture.IMAGE if line.tag == "img" else furniture.role(line.flat)
        if at in running or (role == furniture.TEXT and line.linked * 10 > len(line.flat) * 8 and len(line.flat) < 60):
            role = furniture.DROP
        elif role == furniture.TEXT and line.tag == "figcaption":
            role = furniture.CAPTION
        weak = role in (furniture.SOURCE_LINE, furniture.CAPTION, furniture.BYLINE) and not re.search("[:|]", line.flat)
        mid_sentence = before is not None and "," in before.flat and _broken_off(before)
        if weak and mid_sentence and line.gap <= 1 and line.width <= 60:
            role = furniture.TEXT
        if role == furniture.TEXT:
            before = line
        roles.append(role)
    return roles


def _running(lines: Sequence[Line]) -> set[int]:
    """Heads and feet that come again on other pages: the places in `lines` of what stands first or last on a page."""
    places: dict[str, list[int]] = {}
    for at, line in enumerate(lines):
        near = lines[max(0, at - 2) : at + 3]
        edge = near[0].page != line.page or near[-1].page != line.page or at < 2 or at >= len(lines) - 2
        if edge and len(line.flat) <= 50:
            places.setdefault(re.sub(r"\d+", "", line.flat), []).append(at)
    return {at for found in places.values() if len({lines[at].page for at in found}) > 1 for at in found}


def _broken_off(line: Line) -> bool:
    """Whether a line ends in the middle of a sentence that is under way."""
    return not closed(line.flat) and (
        len(line.flat) > _LONG or bool(_SENTENCE_INSIDE.search(line.flat)) or bool(_HANGING.search(line.flat))
    )


def _goes_on(piece: Piece, line: Line, following: Line | None, above: Column | None, here: Column | None) -> bool:
    """Whether `line` goes on with the piece before it."""
    before = piece.lines[-1]
    if _BULLET.match(line.flat) or (_TOTAL.fullmatch(line.flat) and _TOTAL.fullmatch(before.flat)):
        return False
    if {line.tag, before.tag} & _ALONE or _LISTED.match(line.flat) or furniture.DATELINE.match(line.flat):
        return False
    column = here if above and here and here.holds(before) and here.holds(line) else None
    if len(piece.lines) == 2 and _halved(piece.lines[0], column):
        return False
    if not closed(line.flat) and len(piece.lines) == 1 and _halved(before, column):
        return True
    if column is None:
        return _sentence_goes_on(before, line, following)
    if column.indented and line.indent >= _INDENT:
        return False
    if column.gapless and line.gap and len(piece.lines) == 1 and not _broken_off(before):
        return False
    if closed(before.flat):
        return _paragraph_goes_on(before, line, following, column)
    return _column_goes_on(piece, line, following, column)


def _halved(line: Line, column: Column | None) -> bool:
    """Whether a line is the first half of a heading or title: short and ending in a comma, or ending in a dash."""
    if _DASHED.search(line.flat):
        return len(line.flat) <= 25
    return len(line.flat) <= 12 and line.flat.endswith((",", "、")) and (not column or line.width <= column.width - 8)


def _sentence_goes_on(before: Line, line: Line, following: Line | None) -> bool:
    """Where lines are whole paragraphs: whether the first one was broken in the middle of a sentence."""
    if closed(before.flat):
        return False
    if _DASHED.search(before.flat):
        return False
    if _HANGING.search(before.flat):
        return True
    if _broken_off(before):
        return not _heading_like(line, following)
    return _CONTINUES.match(line.flat) is not None


def _paragraph_goes_on(before: Line, line: Line, following: Line | None, column: Column) -> bool:
    """In a column, after a line that ends a sentence: it is full, and the next one neither drawn in nor a heading."""
    if line.gap > 1:
        return False
    filled = before.width + before.indent
    if filled < column.width - 3:
        return before.flat.endswith((";", ":")) and filled >= column.width - 6
    if not closed(line.flat) and line.width < column.width - 8:
        return False
    if column.indented:
        return True
    drawn_in = following is not None and not closed(line.flat) and following.width - line.width >= 3
    return not drawn_in


def _column_goes_on(piece: Piece, line: Line, following: Line | None, column: Column) -> bool:
    """In a column, after a line that ends nothing: it is about as wide as those below it."""
    before = piece.lines[-1]
    first = len(piece.lines) == 1
    below = line.width
    if following is not None and not closed(line.flat):
        below = max(below, min(following.width, below + 6))
        drawn_in = following.width - line.width >= 4 and not column.indented
        if first and drawn_in and not re.search("[,。]", before.flat) and before.width <= following.width + 2:
            return False
    if column.indented and before.indent < _INDENT and first:
        return before.width >= column.width - 4  # nothing drawn in above it: a heading, or text after a break
    if before.width > 44:
        return True
    return before.width >= min(below, column.width) - (8 if first else 6)


def _heading_like(line: Line, following: Line | None) -> bool:
    """Whether a line may be a heading over the next one."""
    return (
        not closed(line.flat)
        and len(line.flat) <= 30
        and not _broken_off(line)
        and (following is None or len(following.flat) > len(line.flat))
    )


def _kind(piece: Piece, found: Sequence[Piece], at: int, usual: int) -> str:
    """Paragraph, heading or caption."""
    flat, line = piece.flat, piece.lines[0]
    if line.tag in _ALONE:
        return HEADING
    if len(flat) <= _LONG and _is_caption(piece, found, at, usual):
        return CAPTION
    if closed(flat) and not (flat.endswith((":", "!", "?")) and len(flat) <= (20 if flat.endswith(":") else _LONG)):
        return PARAGRAPH
    if _TOTAL.fullmatch(flat) or (_BULLET.match(flat) and re.search(r"\d", flat)):
        return PARAGRAPH
    if _SENTENCE_INSIDE.search(flat) or len(flat) > 45 or flat.count(",") > 3:
        return PARAGRAPH
    return HEADING


def _is_caption(piece: Piece, found: Sequence[Piece], at: int, usual: int) -> bool:
    """Whether a short piece stands where pictures have their words: beside one, or in the gap that one left."""
    flat = piece.flat
    under = at > 0 and found[at - 1].kind == furniture.IMAGE
    if closed(flat):
        sentence = len(piece.lines) == 1 and flat.endswith(("。", "。)")) and not flat.startswith("“")
        return sentence and (piece.lines[0].gap >= usual + 2 or (under and len(flat) <= 30 and "," not in flat))
    if not under or at + 1 == len(found):
        return under
    below = found[at + 1]
    text_below = below.kind in (furniture.TEXT, PARAGRAPH, HEADING)
    return not text_below or below.lines[0].gap > piece.lines[0].gap
