"""Files, folders, globs and standard input -> documents. The text of a document is its file decoded, to the letter."""

from __future__ import annotations

import codecs
import glob
import hashlib
import re
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Literal

from graph.errors import ReadError, UsageError
from graph.model import Document

PLAIN, HTML, PDF = "text/plain", "text/html", "application/pdf"
SUFFIXES = {
    ".txt": PLAIN,
    ".text": PLAIN,
    ".html": HTML,
    ".htm": HTML,
    ".xhtml": HTML,
    ".shtml": HTML,
    ".pdf": PDF,
}
_MARKS = (
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
_MARKUP = re.compile(
    r"</(?:p|div|span|h[1-6]|a|td|tr|li|ul|body|html|script|style|font|strong|em|b)\s*>|<br\s*/?>|<p\b", re.I
)
_ENTITY = re.compile(r"&(?:nbsp|emsp|ensp|mdash|ldquo|rdquo|middot|hellip|amp|gt|lt|#\d{2,6}|#x[0-9a-f]{2,5});", re.I)


def paths(arguments: Iterable[str]) -> Iterator[Path | Literal["-"]]:
    """The files that the arguments name: files, folders (what lies in them, sorted), globs, and - for standard input.

    Raises UsageError for an argument that names nothing.
    """
    for argument in arguments:
        if argument == "-":
            yield "-"
            continue
        path = Path(argument).expanduser()
        if path.is_dir():
            found = _readable(path.rglob("*"))
            if not found:
                kinds = ", ".join(sorted(SUFFIXES))
                raise UsageError(f"{argument}: the folder holds no file that can be read ({kinds})")
            yield from found
        elif path.exists():
            yield path
        else:
            matched = [Path(name) for name in sorted(glob.glob(str(path), recursive=True))]  # noqa: PTH207 a pattern may be absolute
            if not matched:
                raise UsageError(f"{argument}: no such file or folder, and no file matches it; check the path")
            for one in matched:
                yield from _readable(one.rglob("*")) if one.is_dir() else [one]


def _readable(found: Iterable[Path]) -> list[Path]:
    return sorted(
        path
        for path in found
        if path.suffix.lower() in SUFFIXES and path.is_file() and not path.name.startswith((".", "~$"))
    )


def read(path: Path | str) -> Document:
    """The document in a file, or in standard input for "-". Raises ReadError for what cannot be read."""
    if str(path) == "-":
        return _document(sys.stdin.buffer.read(), "stdin", "-", None)
    path = Path(path)
    try:
        content = path.read_bytes()
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise ReadError(f"{path}: cannot be opened ({reason})") from error
    suffix = path.suffix.lower()
    if suffix and suffix not in SUFFIXES and not _looks_like_text(content):
        kinds = ", ".join(sorted(SUFFIXES))
        raise ReadError(f"{path}: unknown kind of file {suffix}; duikou reads {kinds}")
    return _document(content, path.stem, str(path), SUFFIXES.get(suffix))


def from_text(text: str, name: str) -> Document:
    """A text that is already in memory, as a document."""
    return Document(
        name, text, hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest(), "", _kind(text, None)
    )


def _document(content: bytes, name: str, path: str, media_type: str | None) -> Document:
    place = path if path != "-" else "standard input"
    digest = hashlib.sha256(content).hexdigest()
    if not content.strip():
        raise ReadError(f"{place}: the file is empty")
    if content[:1024].lstrip().startswith(b"%PDF-") or media_type == PDF:
        from loaders.pdf import text_layer

        return Document(name, text_layer(content, place), digest, path, PDF)
    text = decode(content, place)
    if not text.strip("\ufeff \t\r\n\f\u3000\xa0"):
        raise ReadError(f"{place}: the file holds nothing but white space")
    return Document(name, text, digest, path, _kind(text, media_type))


def decode(content: bytes, place: str) -> str:
    """The bytes as text; byte order mark, declaration in the page, UTF-8, GB18030 and Big5 are tried in this order."""
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            return _strictly(content, encoding, place)
    if content.count(0) > len(content) // 8:
        encoding = "utf-16-le" if content[1::2].count(0) > content[::2].count(0) else "utf-16-be"
        return _strictly(content, encoding, place)
    declared = _DECLARED.search(content[:4096])
    candidates = ["utf-8"]
    if declared:
        name = declared[1].decode("ascii").lower()
        candidates.append(_SUPERSETS.get(name, name))
    for encoding in candidates:
        try:
            return content.decode(encoding)
        except (UnicodeDecodeError, LookupError):
            continue
    return _guessed(content, place)


def _strictly(content: bytes, encoding: str, place: str) -> str:
    try:
        return content.decode(encoding)
    except UnicodeDecodeError as error:
        raise ReadError(f"{place}: byte {error.start} is not {encoding}; save the file as UTF-8") from error


def _guessed(content: bytes, place: str) -> str:
    """Text in an encoding that nothing names: GB18030 or Big5, whichever gives the more everyday characters."""
    found: list[tuple[float, str]] = []
    for encoding in _EVERYDAY_ROWS:
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        found.append((_everyday(text, encoding), text))
    if found and max(found)[0] > 0.5:
        return max(found)[1]
    from charset_normalizer import from_bytes

    best = from_bytes(content).best()
    if best is None or not best.alphabets:
        raise ReadError(f"{place}: its encoding cannot be told; save the file as UTF-8")
    return str(best)


def _everyday(text: str, encoding: str) -> float:
    """The share of the Chinese characters that stand in the first, everyday plane of the encoding."""
    han = [char for char in text if "\u3400" <= char <= "\u9fff" or char > "\ue000"]
    low, high, second = _EVERYDAY_ROWS[encoding]
    pairs = [char.encode(encoding, "replace") for char in han]
    return sum(len(p) == 2 and low <= p[0] <= high and p[1] >= second for p in pairs) / len(han) if han else 0.0


def _looks_like_text(content: bytes) -> bool:
    """Whether a file of unknown suffix may be text: no control bytes at its beginning, or a byte order mark."""
    head = content[:4096]
    if head.startswith(tuple(mark for mark, _ in _MARKS)) or head.lstrip().startswith(b"%PDF-"):
        return True
    return not any(byte < 9 or 13 < byte < 27 for byte in head)


def _kind(text: str, media_type: str | None) -> str:
    """HTML when the text holds mark-up or entities, whatever the file is called."""
    if media_type == HTML or len(_MARKUP.findall(text)) >= 2 or _ENTITY.search(text):
        return HTML
    return media_type or PLAIN
