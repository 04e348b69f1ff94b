"""What kind of file it is: by its first bytes, then by its suffix."""

from __future__ import annotations

from graph.errors import ReadError
from loaders.encodings import MARKS

PLAIN, HTML, PDF = "text/plain", "text/html", "application/pdf"
CSV, TSV, JSONL = "text/csv", "text/tab-separated-values", "application/jsonl"
DOC, MHTML, EPUB, ZIP = "application/msword", "multipart/related", "application/epub+zip", "application/zip"
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
SUFFIXES = {
    ".txt": PLAIN,
    ".text": PLAIN,
    ".html": HTML,
    ".htm": HTML,
    ".xhtml": HTML,
    ".shtml": HTML,
    ".pdf": PDF,
    ".docx": DOCX,
    ".doc": DOC,
    ".mhtml": MHTML,
    ".mht": MHTML,
    ".epub": EPUB,
    ".jsonl": JSONL,
    ".ndjson": JSONL,
    ".csv": CSV,
    ".tsv": TSV,
    ".xlsx": XLSX,
    ".zip": ZIP,
}
ZIPPED = frozenset({DOCX, XLSX, EPUB, ZIP})
_FOREIGN = (
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"\x89PNG\r\n", "a PNG picture"),
    (b"GIF8", "a GIF picture"),
    (b"II*\0", "a TIFF picture"),
    (b"MM\0*", "a TIFF picture"),
    (b"Rar!\x1a", "a RAR archive"),
    (b"7z\xbc\xaf", "a 7-Zip archive"),
    (b"\x1f\x8b\x08", "a gzip file"),
    (b"BZh", "a bzip2 file"),
    (b"\xfd7zXZ", "an xz file"),
    (b"\x28\xb5\x2f\xfd", "a Zstandard file"),
    (b"\x7fELF", "a program"),
    (b"MZ\x90\0", "a program"),
    (b"SQLite format 3", "a database"),
    (b"ID3", "a sound file"),
    (b"OggS", "a sound or film file"),
    (b"\x1aE\xdf\xa3", "a film"),
    (b"%!PS", "a PostScript file"),
)
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_REMEDY = {"picture": "a text has to be typed or recognised (OCR) first", "archive": "unpack it", "file": "unpack it"}


def kind_of(head: bytes, suffix: str, place: str) -> str | None:
    """The kind of a file that begins with `head`; None for text of no telling suffix. ReadError for other things."""
    start = head.lstrip(b"\xef\xbb\xbf \t\r\n")
    if start.startswith(b"%PDF-"):
        return PDF
    if head.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        named = SUFFIXES.get(suffix)
        return named if named in ZIPPED else ZIP
    if head.startswith(_OLE):
        if suffix in (".doc", ".wps", ""):
            return DOC
        raise ReadError(
            f"{place}: an office file of the old kind, or one locked with a password; save it as .docx or .xlsx without one"
        )
    if start.startswith(b"{\\rtf"):
        raise ReadError(f"{place}: a file in Rich Text Format; save it as .docx")
    for magic, what in _FOREIGN:
        if head.startswith(magic):
            remedy = _REMEDY.get(what.split()[-1], "it is no document")
            raise ReadError(f"{place}: {what}, no text; {remedy}")
    if head[4:8] == b"ftyp":
        raise ReadError(f"{place}: a film or picture, no text; it is no document")
    if _is_mhtml(start):
        return MHTML
    return _by_suffix(head, start, suffix, place)


def _by_suffix(head: bytes, start: bytes, suffix: str, place: str) -> str | None:
    named = SUFFIXES.get(suffix)
    if named == DOC or named in ZIPPED:  # pages and texts are often saved under the names of office files
        if start[:200].lower().startswith((b"<!doctype html", b"<html", b"<head", b"<meta", b"<?xml")):
            return HTML
        what = "damaged, or no " + suffix[1:] + " file at all"
        raise ReadError(f"{place}: {what}; save it again from the program that made it")
    if suffix and named is None and not _looks_like_text(head):
        raise ReadError(f"{place}: unknown kind of file {suffix}; duikou reads {', '.join(sorted(SUFFIXES))}")
    return named


def _is_mhtml(start: bytes) -> bool:
    header = start[:4096].lower()
    return header.startswith((b"from:", b"mime-version:", b"subject:", b"content-type: multipart")) and (
        b"multipart/related" in header
    )


def _looks_like_text(head: bytes) -> bool:
    """Whether a file of unknown suffix may be text: no control bytes at its beginning, or a byte order mark."""
    if head.startswith(tuple(mark for mark, _ in MARKS)):
        return True
    return not any(byte < 9 or 13 < byte < 27 for byte in head[:4096])
