"""Bytes -> text: the byte order mark, UTF-8, what the page declares, then the encoding that gives the most Chinese."""

from __future__ import annotations

import codecs
import re
from itertools import islice

from graph.errors import ReadError

MARKS = (
    (codecs.BOM_UTF8, "utf-8"),  # not utf-8-sig: the mark stays in the text, so that spans count it
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_DECLARED = re.compile(
    rb"""(?:<meta[^>]{0,200}?charset|<\?xml[^>]{0,100}?encoding)\s*=\s*["']?\s*([\w-]{2,20})""", re.I
)
_SUPERSETS = {"gb2312": "gb18030", "gbk": "gb18030", "big5": "big5hkscs", "iso-8859-1": "cp1252"}
_EVERYDAY_ROWS = {"gb18030": (0xB0, 0xD7, 0xA1), "big5hkscs": (0xA4, 0xC6, 0x40)}  # first byte from, to; second from
_USUAL = frozenset("，。、；：？！“”‘’（）《》—…％　０１２３４５６７８９")
_WIDE = ("utf-16-le", "utf-16-be")
_SAMPLE = 50_000  # characters that the guess looks at
_HEAD = 1_000_000  # bytes


def decode(content: bytes, place: str, charset: str | None = None) -> str:
    """The bytes as text, to the letter; `charset` is what stands outside them (the head of a part of a mail)."""
    for mark, encoding in MARKS:
        if content.startswith(mark):
            return _strictly(content, encoding, place)
    if wide := _wide(content):
        return _strictly(content, wide, place)
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError as error:
        if _nearly(content):
            raise ReadError(
                f"{place}: byte {error.start} is not UTF-8 as the rest is; the file is damaged or cut off, save it again"
            ) from error
    declared = _DECLARED.search(content[:4096])
    for name in (declared[1].decode("ascii") if declared else None, charset):
        try:
            if name:
                return content.decode(_SUPERSETS.get(name.lower(), name.lower()))
        except (UnicodeDecodeError, LookupError):
            continue
    return _guessed(content, place)


def encoding_of(content: bytes, place: str) -> str:
    """The encoding of a long file, told from the whole lines at its beginning."""
    for mark, encoding in MARKS:
        if content.startswith(mark):
            return encoding
    head = content[: content.rfind(b"\n") + 1] or content
    text = decode(head, place)
    for encoding in (*_WIDE, "utf-8", *_EVERYDAY_ROWS):
        try:
            if head.decode(encoding) == text:
                return encoding
        except UnicodeDecodeError:
            continue
    raise ReadError(f"{place}: its encoding cannot be told; save the file as UTF-8")


def _strictly(content: bytes, encoding: str, place: str) -> str:
    try:
        return content.decode(encoding)
    except UnicodeDecodeError as error:
        raise ReadError(f"{place}: byte {error.start} is not {encoding}; save the file as UTF-8") from error


def _wide(content: bytes) -> str | None:
    """The kind of UTF-16 that bytes with zeros among them are in."""
    if not content.count(0, 0, _HEAD):
        return None
    best = max(_WIDE, key=lambda encoding: _chinese(content, encoding))
    if _chinese(content, best) > 0.9:
        return best
    if content.count(0) > len(content) // 8:
        return _WIDE[0] if content[1::2].count(0) > content[::2].count(0) else _WIDE[1]
    return None


def _chinese(content: bytes, encoding: str) -> float:
    """The share of the characters that stand in Chinese texts."""
    sample = content[: 2 * _SAMPLE].decode(encoding, "replace")
    usual = sum(
        char in "\t\r\n" or " " <= char <= "~" or "\u2010" <= char <= "\u2026" or "\u3000" <= char <= "\u3020"
        or "\u4e00" <= char <= "\u9fff" or "\uff00" <= char <= "\uff5e"
        for char in sample
    )  # fmt: skip
    return usual / len(sample) if sample else 0.0


def _nearly(content: bytes) -> bool:
    """Whether bytes are UTF-8 but for a few."""
    text = content[:_HEAD].decode("utf-8", "replace")
    good = sum("\u3000" <= char <= "\u9fff" or "\uff00" <= char <= "\uff5e" for char in text)
    return good > 20 * text.count("\ufffd")


def _guessed(content: bytes, place: str) -> str:
    """Text in an encoding that nothing names: the one that gives the more everyday characters."""
    found: list[tuple[float, str, str]] = []
    for encoding in _EVERYDAY_ROWS:
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        found.append((_everyday(text, encoding), encoding, text))
    for encoding in _WIDE if len(content) % 2 == 0 else ():
        if max(found, default=(0.0,))[0] < 0.9 < _chinese(content, encoding):
            return _strictly(content, encoding, place)
    if found and max(found)[0] > 0.5:
        return max(found)[2]
    from charset_normalizer import from_bytes

    best = from_bytes(content[: 4 * _SAMPLE]).best()
    if best is None or not best.alphabets:
        raise ReadError(f"{place}: its encoding cannot be told; save the file as UTF-8")
    return str(best) if len(content) <= 4 * _SAMPLE else _strictly(content, best.encoding, place)


def _everyday(text: str, encoding: str) -> float:
    """The share of the Chinese characters that stand in the first, everyday plane of the encoding, or of usual signs."""
    han = list(islice((char for char in text if "\u3400" <= char <= "\u9fff" or "\ue000" < char < "\uff00"), _SAMPLE))
    low, high, second = _EVERYDAY_ROWS[encoding]
    pairs = [char.encode(encoding, "replace") for char in han]
    if not han:  # figures and punctuation only
        wide = [char for char in text[:_SAMPLE] if char > "\x7f"]
        return sum(char in _USUAL for char in wide) / len(wide) if wide else 0.0
    return sum(len(p) == 2 and low <= p[0] <= high and p[1] >= second for p in pairs) / len(han)
