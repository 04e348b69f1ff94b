"""Archives (.zip, and the office files and books that are archives): what lies in them, within limits."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import BinaryIO

from graph.errors import ReadError
from loaders.kinds import DOCX, EPUB, SUFFIXES, XLSX, ZIP
from loaders.limits import MAX_BYTES, MAX_MEMBERS, MAX_PDF, MAX_UNPACKED
from loaders.sources import Source

_FAULTS = (
    zipfile.BadZipFile,
    NotImplementedError,
    RuntimeError,
    zlib.error,
    EOFError,
    OSError,
    ValueError,
    struct.error,
)
_LOCKED = 0x1
_UTF8_NAME = 0x800
_INDEX = 64 * 2**20  # bytes that the list of members may take


def opened(handle: BinaryIO, source: Source) -> zipfile.ZipFile:
    """The archive in an open file; ReadError for a damaged one and for one that unpacks to too much."""
    _measured(handle, source)
    try:
        archive = zipfile.ZipFile(handle)
    except _FAULTS as error:
        raise ReadError(f"{source.place}: the archive is damaged ({error}); make it again") from error
    size = sum(member.file_size for member in archive.infolist())
    if size > MAX_UNPACKED:
        raise ReadError(f"{source.place}: it would unpack to {size // 2**20:,} MB (a zip bomb?); unpack it yourself")
    return archive


def _measured(handle: BinaryIO, source: Source) -> None:
    """ReadError for an archive with too many members, seen from its end, before their list is read."""
    handle.seek(max(0, handle.seek(0, io.SEEK_END) - 65_557))
    tail = handle.read()
    at = tail.rfind(b"PK\x05\x06")
    if 0 <= at <= len(tail) - 22:
        count, size = struct.unpack_from("<HI", tail, at + 10)
        if count > MAX_MEMBERS or size > _INDEX:
            raise ReadError(f"{source.place}: it holds more than {MAX_MEMBERS:,} files; unpack it and load the folder")
    handle.seek(0)


def kind_inside(handle: BinaryIO, source: Source) -> str:
    """Whether an archive is a Word file, a workbook, a book, or just an archive."""
    with opened(handle, source) as archive:
        names = {member.filename for member in archive.infolist()}
    handle.seek(0)
    if "META-INF/container.xml" in names:
        return EPUB
    if "[Content_Types].xml" in names:
        if any(name.startswith("word/document") for name in names):
            return DOCX
        if any(name.startswith("xl/workbook") for name in names):
            return XLSX
        raise ReadError(f"{source.place}: an office file without a text (slides, a drawing); save its text as .docx")
    return ZIP


def members(handle: BinaryIO, source: Source) -> Iterator[tuple[BinaryIO | ReadError, str]]:
    """The files of a known kind in an archive, sorted by name, each open with its name, or why it cannot be opened."""
    with opened(handle, source) as archive:
        named = sorted((_name(member), at) for at, member in enumerate(archive.infolist()) if _is_read(_name(member)))
        if not named:
            kinds = ", ".join(sorted(SUFFIXES))
            raise ReadError(f"{source.place}: the archive holds no file that can be read ({kinds})")
        for name, at in named:
            member = archive.infolist()[at]
            try:
                yield io.BytesIO(content(archive, member, source.part(name), _most(name))), name
            except ReadError as error:
                yield error, name


def _is_read(name: str) -> bool:
    parts = PurePosixPath(name).parts
    hidden = any(part.startswith((".", "~$", "__MACOSX")) and part != ".." for part in parts)
    return not hidden and not name.endswith("/") and PurePosixPath(name).suffix.lower() in SUFFIXES


def _most(name: str) -> int:
    suffix = PurePosixPath(name).suffix.lower()
    return MAX_BYTES if SUFFIXES[suffix].startswith("text/") else MAX_PDF


def _name(member: zipfile.ZipInfo) -> str:
    """The name of a member; what programs in China wrote without saying the encoding is UTF-8 or GB18030."""
    if member.flag_bits & _UTF8_NAME:
        return member.filename
    raw = member.filename.encode("cp437", "replace")
    for encoding in ("utf-8", "gb18030"):
        try:
            return raw.decode(encoding)
        except UnicodeDecodeError:
            continue
    return member.filename


def content(archive: zipfile.ZipFile, member: zipfile.ZipInfo, source: Source, most: int = MAX_BYTES) -> bytes:
    """The bytes of a member; ReadError for a locked, damaged or too large one. Nothing beyond `most` is unpacked."""
    if member.flag_bits & _LOCKED:
        raise ReadError(f"{source.place}: locked with a password; unpack it first")
    if member.file_size > most:
        size = member.file_size / 2**20
        raise ReadError(f"{source.place}: it unpacks to {size:,.0f} MB, more than the {most // 2**20} MB that are read")
    try:
        with archive.open(member) as stream:
            found = stream.read(most + 1)
    except _FAULTS as error:
        raise ReadError(f"{source.place}: damaged in the archive ({error}); make the archive again") from error
    return found


def part(archive: zipfile.ZipFile, name: str, source: Source) -> bytes:
    """A part of an office file or a book by its name; ReadError when it is not there."""
    try:
        member = archive.getinfo(name)
    except KeyError as error:
        raise ReadError(f"{source.place}: damaged, its part {name} is missing; save it again") from error
    return content(archive, member, source)
