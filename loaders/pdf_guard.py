"""What the packed parts of a PDF unpack to, seen before the PDF is opened: pdfium would unpack a gigabyte."""

from __future__ import annotations

import re
import zlib

from graph.errors import ReadError
from loaders.limits import MAX_STREAM

_STREAM = re.compile(rb"stream\r?\n")
_PIECE = 2**20
_LEAST = 64  # bytes packed, below which nothing that is packed once can grow large
_LAYERS = 3  # a part may be packed more than once


def unpacked(content: bytes, place: str) -> None:
    """ReadError for a PDF of which a part unpacks to more than the limit."""
    for found in _STREAM.finditer(content):
        if content[max(0, found.start() - 3) : found.start()] == b"end":
            continue
        size = _size(memoryview(content)[found.end() :], _LAYERS)
        if size > MAX_STREAM:
            raise ReadError(
                f"{place}: a part of the PDF unpacks to more than {MAX_STREAM // 2**20} MB (a bomb?); save it again"
            )


def _size(packed: memoryview, layers: int) -> int:
    """The bytes that a part unpacks to, as far as the limit; 0 for one that is not packed with Flate."""
    if len(packed) < _LEAST or packed[0] & 0x0F != 8 or (packed[0] << 8 | packed[1]) % 31:
        return 0
    inner, total = bytearray(), 0
    stream = zlib.decompressobj()
    at = 0
    try:
        while not stream.eof and total <= MAX_STREAM and (stream.unconsumed_tail or at < len(packed)):
            rest = stream.unconsumed_tail or bytes(packed[at : at + _PIECE])
            at += 0 if stream.unconsumed_tail else _PIECE
            out = stream.decompress(rest, _PIECE)
            total += len(out)
            inner += out if len(inner) < _PIECE else b""
    except zlib.error:
        pass  # damaged or something else: pdfium says so
    return max(total, _size(memoryview(bytes(inner)), layers - 1)) if layers > 1 else total
