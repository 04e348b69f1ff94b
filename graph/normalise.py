"""Text made plain for matching, with a map back to the document.

Traditional characters become simplified, full-width letters and digits half-width, punctuation next to Chinese
full-width, CJK radicals the characters they stand for; line breaks inside a paragraph, stray spaces and inserted
pinyin disappear. The document itself is never changed: `Text.span` leads from the plain text back to it.
"""

from __future__ import annotations

import re
import unicodedata
from array import array
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, lru_cache
from operator import ne
from typing import Any

from graph.slips import mend, radicals

HAN = "\u3400-\u9fff\uf900-\ufaff\U00020000-\U000323af\u3007"  # inside a character class
_WIDE = {",": "，", ";": "；", ":": "：", "?": "？", "!": "！", "(": "（", ")": "）"}
_QUOTES = {"「": "“", "」": "”", "『": "‘", "』": "’", "﹁": "“", "﹂": "”", "〝": "“", "〞": "”", "＂": '"'}
_DASHES = {
    "―": "—",
    "–": "—",
    "─": "—",
    "━": "—",
    "﹣": "-",
    "－": "-",
    "～": "~",
    "〜": "~",
    "・": "·",
    "•": "·",
    "‧": "·",
}
_KEPT = set("，。；：？！（）、《》〈〉【】“”‘’—…·￥〔〕")
_INVISIBLE = set("​‌‍⁠﻿­")
_GONE = "\ufdd0"  # a code point that is no character: stands for an invisible character until it is dropped
_BLANK = (_GONE, " ")
_PINYIN = re.compile(
    r"(?<=["
    + HAN
    + r"])[(（][a-zü]*[āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜńňǹḿ][a-zü]*[)）](?=["
    + HAN
    + r"，。、；：！？“”《》（）\d]|$)"
)
_HAN = re.compile(f"[{HAN}]")
_SPECIAL = re.compile('[\ufdd0 ,;:?!()。"]')


@dataclass(frozen=True, slots=True)
class Text:
    """Plain text; character i of it stands at document.text[starts[i]:ends[i]].

    >>> text = normalise("三都縣（2022 年）")
    >>> text.plain
    '三都县（2022年）'
    >>> text.span(0, 3)
    (0, 3)
    """

    plain: str
    starts: array[int]
    ends: array[int]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The span in the document of plain[start:end]; an empty one has no span."""
        return self.starts[start], self.ends[end - 1]

    def __len__(self) -> int:
        return len(self.plain)

    def slice(self, start: int, end: int) -> Text:
        """A part of the text, still leading to the same document."""
        return Text(self.plain[start:end], self.starts[start:end], self.ends[start:end])


@cache
def _converter() -> Any:
    from opencc import OpenCC

    return OpenCC("t2s")


@cache
def simplified(char: str) -> str:
    """One character in simplified script."""
    found: str = _converter().convert(char)
    return found if len(found) == 1 else char


_IN_BOTH = frozenset("沈乾")  # signs of the simplified script as well: no text is in the other for the sake of 沈默涵


def _simplified_words(plain: str) -> str:
    """The text in simplified script, of the same length; words decide first (瞭解 is 了解, but 瞭望 stays)."""
    found: str = _converter().convert(plain)
    if len(found) != len(plain):
        return "".join(map(simplified, plain))
    if found != plain and {a for a, b in zip(plain, found, strict=True) if a != b} <= _IN_BOTH:
        return plain
    return found


def _plain_char(char: str) -> str:
    """One character with its width, quotes and dashes made plain, in the script that it is in."""
    if char in _INVISIBLE:
        return _GONE
    char = _QUOTES.get(char, _DASHES.get(char, char))
    if char in _KEPT:
        return char
    wide = unicodedata.normalize("NFKC", radicals().get(char, char))
    if len(wide) == 1:
        char = wide
    category = unicodedata.category(char)
    if char.isspace() or category in ("Zs", "Cc"):
        return " "
    return "\ufffd" if category == "Cs" else char


class _PlainTable(dict[int, str]):
    """The table of `str.translate`, filled as characters are met."""

    def __missing__(self, code: int) -> str:
        self[code] = _plain_char(chr(code))
        return self[code]


class _FlatTable(_PlainTable):
    """The same for `flatten`, one character for each and in simplified script."""

    def __missing__(self, code: int) -> str:
        char = chr(code)
        flat = " " if char in _INVISIBLE else simplified(_plain_char(char))
        self[code] = "\n" if char in "\n\f\v\x85\u2028\u2029" else _FLAT_MARKS.get(flat, flat)
        return self[code]


_FLAT_MARKS = dict(zip("，；：？！（）【】", ",;:?!()[]", strict=True))
_PLAIN = _PlainTable()
_FLAT = _FlatTable()


def flatten(raw: str) -> str:
    """Plain characters one for one, with half-width punctuation: to see what a line is, not to read it.

    >>> flatten("來源：新華網")
    '来源:新华网'
    """
    return raw.translate(_FLAT)


def normalise(
    raw: str,
    offset: int = 0,
    skip: Iterable[tuple[int, int]] = (),
    replace: Iterable[tuple[int, int, str]] = (),
) -> Text:
    """Plain text of `raw`, which begins at `offset` of its document.

    `skip` are spans of `raw` that are no text (mark-up), `replace` spans that stand for other characters (entities).

    >>> normalise("產(chǎn)業 14。24亿元").plain
    '产业14.24亿元'
    >>> normalise("三都&nbsp;<b>&#21439;</b>", skip=[(8, 11), (19, 23)], replace=[(2, 8, " "), (11, 19, "县")]).plain
    '三都县'
    """
    parts: list[str] = []
    starts = array("l")
    ends = array("l")
    at = 0
    for start, end, words in sorted([*((s, e, "") for s, e in skip), *replace, (len(raw), len(raw), "")]):
        if start > at:
            parts.append(raw[at:start])
            starts.extend(range(offset + at, offset + start))
            ends.extend(range(offset + at + 1, offset + start + 1))
        if words:
            parts.append(words)
            starts.extend([offset + start] * len(words))
            ends.extend([offset + end] * len(words))
        at = max(at, end)
    plain = mend(_simplified_words("".join(parts).translate(_PLAIN)))
    for match in _PINYIN.finditer(plain):
        plain = plain[: match.start()] + _GONE * len(match[0]) + plain[match.end() :]
    return _punctuate(plain, starts, ends)


def _punctuate(plain: str, starts: array[int], ends: array[int]) -> Text:
    """Drop spaces beside Chinese, widen punctuation beside it, mend a full stop inside a number."""
    changed: dict[int, str] = {}  # index -> what stands there instead; "" where the character goes
    opened = False
    for match in _SPECIAL.finditer(plain):
        i = match.start()
        char = plain[i]
        before = _neighbour(plain, changed, i)
        after = plain[i + 1] if i + 1 < len(plain) else " "
        if char == _GONE:
            changed[i] = ""
        elif char == " ":
            if before == " " or _is_wide(before) or _is_wide(_beyond(plain, i)):
                changed[i] = ""
        elif char in _WIDE and not (before.isascii() and after.isascii() and before != " " and after != " "):
            changed[i] = _WIDE[char]
        elif char == "。" and before.isdigit() and after.isdigit():
            changed[i] = "."
        elif char == '"':
            changed[i], opened = ("”", False) if opened else ("“", True)
    return _apply(plain, starts, ends, changed)


def _neighbour(plain: str, changed: dict[int, str], index: int) -> str:
    """The character that stands before `index` once the changes so far are made."""
    index -= 1
    while index >= 0 and changed.get(index) == "":
        index -= 1
    return changed.get(index, plain[index]) if index >= 0 else " "


def _beyond(plain: str, index: int) -> str:
    """The first character after `index` that is no space."""
    while index < len(plain) and plain[index] in _BLANK:
        index += 1
    return plain[index] if index < len(plain) else " "


def _apply(plain: str, starts: array[int], ends: array[int], changed: dict[int, str]) -> Text:
    """The text with the changes made, its map cut to fit."""
    parts: list[str] = []
    kept_starts = array("l")
    kept_ends = array("l")
    at = 0
    for index, char in [*changed.items(), (len(plain), "")]:
        parts.append(plain[at:index])
        parts.append(char)
        upto = index + len(char)
        kept_starts.extend(starts[at:upto])
        kept_ends.extend(ends[at:upto])
        at = index + 1
    return Text("".join(parts), kept_starts, kept_ends)


@cache
def _is_wide(char: str) -> bool:
    return bool(_HAN.match(char)) or char in _KEPT


_MARKS = re.compile(r"[\s“”\"'‘’《》〈〉【】〔〕]")


@lru_cache(maxsize=4096)
def fold(words: str) -> str:
    """A name or quote as it is compared: plain, without the marks that writers put around names.

    >>> fold("“燃夢職創園”")
    '燃梦职创园'
    """
    plain = normalise(words).plain
    return _MARKS.sub("", plain).replace("（", "(").replace("）", ")")


def is_traditional(text: str) -> bool:
    """Whether the text is in traditional characters: more than one Chinese character in a hundred changes."""
    han = "".join(_HAN.findall(text))
    changed: int = sum(map(ne, han, _simplified_words(han)))
    return changed * 100 > len(han)
