"""The lines of a text as HTML: every piece with marks is an element that carries them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from markupsafe import Markup, escape

from duikou.views.article_pieces import Line, Mark, Piece, lines
from duikou.views.article_read import FACT, FIGURE, REJECT, Read, Span

_DEEPEST = 3
_BLOCKS = ("<p", "</p", "<br", "<div", "</div", "<li", "<tr", "<h", "</h", "<td", "<ul", "<table")


def marked_lines(
    read: Read, span: Span, marks: Iterable[tuple[Span, Mark]], labels: Mapping[str, str]
) -> Iterator[tuple[int, Markup, bool]]:
    """Number and content of each line of a stretch, and whether it is all mark-up; `labels` by number of the name."""
    low, high = span
    here = [(place, mark) for place, mark in marks if place[0] < high and place[1] > low]
    for line in lines(read.text, span, here):
        yield line.number, Markup("").join(_line(line, low, labels)), _is_markup(line)


def _line(line: Line, low: int, labels: Mapping[str, str]) -> Iterator[Markup]:
    begun = False  # a tag before the first words breaks no line
    for piece in line.pieces:
        for start in sorted({int(mark.of) for mark in piece.begins if mark.kind == "place"}):
            if start >= low:
                yield Markup('<span class="anchor" id="p{}"></span>').format(start)
        is_tag = any(mark.kind == "markup" for mark in piece.marks)
        yield _piece(piece, labels, breaks=begun and is_tag and piece.words.lower().startswith(_BLOCKS))
        begun = begun or not (is_tag or piece.words.isspace())
        yield from _numbers(piece)


def _piece(piece: Piece, labels: Mapping[str, str], *, breaks: bool) -> Markup:
    classes = [*_classes(piece, labels), *(["breaks"] if breaks else [])]
    if not classes:
        return escape(piece.words)
    said = " ".join(_of(piece, FACT, FIGURE, REJECT))
    stands_for = next((mark.of for mark in piece.marks if mark.kind == "entity"), "")
    names, keys = " ".join(_of(piece, "name")), " ".join(_of(piece, "key"))
    carried = (("s", said), ("k", keys), ("n", names), ("char", stands_for))
    data = Markup("").join(Markup(' data-{}="{}"').format(name, value) for name, value in carried if value)
    return Markup('<mark class="{}"{}>{}</mark>').format(" ".join(classes), data, piece.words)


def _classes(piece: Piece, labels: Mapping[str, str]) -> list[str]:
    kinds = {mark.kind for mark in piece.marks}
    classes = []
    if depth := len(_of(piece, FACT)):
        classes.append(f"fact-{min(depth, _DEEPEST)}")
    if FIGURE in kinds:
        classes.append("figure")
    if "figure words" in kinds:
        classes.append("written")
    if "reject words" in kinds:
        classes.append("reject")
    for label in sorted({labels[number] for number in _of(piece, "name")}):
        classes += ["name", f"name-{label}"]
    if "markup" in kinds:
        classes.append("markup")
        if "entity" in kinds:
            classes.append("entity")
    return list(dict.fromkeys(classes))


def _of(piece: Piece, *kinds: str) -> list[str]:
    return sorted({mark.of for mark in piece.marks if mark.kind in kinds}, key=int)


def _numbers(piece: Piece) -> Iterator[Markup]:
    """Where the first words of statements end: their numbers, by kind, not part of the text that can be copied."""
    ending = {mark.of for mark in piece.ends if mark.kind == "number"}
    for kind in (FACT, FIGURE, REJECT):
        if numbers := [number for number in _of(piece, kind) if number in ending]:
            yield Markup('<span class="no no-{}" data-no="{}"></span>').format(kind, _ranges(list(map(int, numbers))))


def _ranges(numbers: list[int]) -> str:
    """
    >>> _ranges([3, 4, 5, 9, 10])
    '3–5·9·10'
    """
    parts: list[list[int]] = []
    for number in numbers:
        if parts and number == parts[-1][-1] + 1:
            parts[-1].append(number)
        else:
            parts.append([number])
    return "·".join(f"{one[0]}–{one[-1]}" if len(one) > 2 else "·".join(map(str, one)) for one in parts)


def _is_markup(line: Line) -> bool:
    return all(any(mark.kind == "markup" for mark in piece.marks) or not piece.words.strip() for piece in line.pieces)
