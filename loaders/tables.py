"""Tables of articles (.jsonl, .csv, .tsv, .xlsx) -> their rows, one after the other, so that memory does not grow."""

from __future__ import annotations

import csv
import io
import json
import warnings
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, BinaryIO

from graph.errors import ReadError
from loaders.encodings import encoding_of
from loaders.kinds import JSONL, TSV, XLSX
from loaders.rows import Row, columns, no_text
from loaders.sources import Source

Keyed = tuple[str, Row | ReadError]  # the number of a row, and the row by its columns
_ROW = 8 * 2**20  # characters of a line of a table
_HEAD = 2**20
_CELL = 32_767  # characters: a cell of a workbook holds no more, longer texts were cut off by Excel
_COLUMNS = 200


def rows(handle: BinaryIO, source: Source, kind: str, mapping: Mapping[str, str]) -> Iterator[Keyed]:
    """The rows of a table; a bad row comes as a ReadError, and ReadError is raised for what is no table of texts."""
    if kind == JSONL:
        return _json_rows(handle, source)
    if kind == XLSX:
        return _workbook_rows(handle, source, mapping)
    return _csv_rows(handle, source, mapping, "\t" if kind == TSV else None)


def _json_rows(handle: BinaryIO, source: Source) -> Iterator[Keyed]:
    encoding = encoding_of(handle.read(_HEAD), source.place)
    if encoding.startswith(("utf-16", "utf-32")):
        raise ReadError(f"{source.place}: written in {encoding}; save it as UTF-8")
    handle.seek(0)
    for number, line in enumerate(_lines(handle), 1):
        key, place = str(number), source.part(number).place
        if line is None:
            yield key, ReadError(f"{place}: longer than the {_ROW // 2**20} MB of a row that are read")
            continue
        try:
            row = json.loads(line.decode(encoding).lstrip("\ufeff") or "null") if line.strip() else None
        except (ValueError, RecursionError) as error:
            reason = str(error).splitlines()[0][:80] if isinstance(error, ValueError) else "nested too deep"
            yield key, ReadError(f"{place}: no JSON ({reason})")
            continue
        if isinstance(row, dict):
            yield key, row
        elif row is not None:
            yield key, ReadError(f'{place}: no JSON object but a {type(row).__name__}; a row is {{"text": …}}')


def _lines(handle: BinaryIO) -> Iterator[bytes | None]:
    """The lines of a file; None for one that is too long, which is skipped without being held."""
    while line := handle.readline(_ROW):
        if len(line) < _ROW or line.endswith(b"\n"):
            yield line
            continue
        while (rest := handle.readline(_ROW)) and not rest.endswith(b"\n"):
            pass
        yield None


def _csv_rows(handle: BinaryIO, source: Source, mapping: Mapping[str, str], delimiter: str | None) -> Iterator[Keyed]:
    encoding = encoding_of(handle.read(_HEAD), source.place)
    handle.seek(0)
    text = io.TextIOWrapper(handle, encoding, newline="")
    csv.field_size_limit(_ROW)  # the process has one for all readers; 128 KB is too little for a report
    try:
        first = text.readline(_ROW).lstrip("\ufeff")
        given = delimiter or max(",;\t", key=first.count)
        header = next(csv.reader([first], delimiter=given), [])
        if "text" not in columns(header, mapping):
            raise ReadError(no_text(source.place, header, mapping))
        reader = csv.reader(_bounded(text, source), delimiter=given, strict=True)
        yield from _under_header(header, reader, source)
    except UnicodeDecodeError as error:
        raise ReadError(f"{source.place}: not all of it is {encoding}; save the table as UTF-8") from error
    finally:
        text.detach()


def _under_header(header: Sequence[str], reader: Iterator[list[str]], source: Source) -> Iterator[Keyed]:
    """The rows below the header, numbered as a spreadsheet numbers them; one with other columns is an error."""
    number = 1
    while True:
        number += 1
        place = source.part(number).place
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            yield str(number), ReadError(f"{place}: no row of a table ({error}); is a quotation mark not closed?")
            continue
        if len(cells) > len(header) and any(cells[len(header) :]):
            yield (
                str(number),
                ReadError(f"{place}: {len(cells)} cells under {len(header)} columns; put texts into quotes"),
            )
        elif any(cells):
            yield str(number), dict(zip(header, [*cells, *[None] * (len(header) - len(cells))], strict=False))


def _bounded(text: io.TextIOWrapper, source: Source) -> Iterator[str]:
    while line := text.readline(_ROW):
        if len(line) == _ROW and not line.endswith("\n"):
            raise ReadError(f"{source.place}: a line longer than the {_ROW:,} characters of a row that are read")
        yield line


def _workbook_rows(handle: BinaryIO, source: Source, mapping: Mapping[str, str]) -> Iterator[Keyed]:
    """The rows of all sheets that hold any; those of the second and later sheets are numbered `sheet!row`."""
    try:
        import openpyxl
    except ImportError as error:
        raise ReadError(f'{source.place}: workbooks need openpyxl; pip install "duikou[excel]"') from error
    from loaders.archive import opened, part

    with opened(handle, source) as archive:
        for member in archive.infolist():
            if member.filename.endswith(".xml"):
                part(archive, member.filename, source)  # for its error, when it unpacks to too much
    handle.seek(0)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of styles and checks that it cannot keep
            book = openpyxl.load_workbook(handle, read_only=True, data_only=True)
        for at, sheet in enumerate(book.worksheets):
            sheet.reset_dimensions()
            yield from _sheet_rows(sheet, f"{sheet.title}!" if at else "", source, mapping)
    except Exception as error:  # openpyxl raises what its parsers raise: KeyError, ParseError, ValueError …
        reason = f"{type(error).__name__}: {error}".splitlines()[0][:80]
        raise ReadError(f"{source.place}: the workbook is damaged ({reason}); save it again") from error


def _sheet_rows(sheet: Any, prefix: str, source: Source, mapping: Mapping[str, str]) -> Iterator[Keyed]:
    header: list[str] = []
    for number, cells in enumerate(sheet.iter_rows(values_only=True, max_col=_COLUMNS), 1):
        if all(cell is None for cell in cells):
            continue
        key = f"{prefix}{number}"
        if not header:
            header = ["" if cell is None else str(cell) for cell in cells]
            if "text" not in columns(header, mapping):
                yield key, ReadError(no_text(source.part(key).place, filter(None, header), mapping))
                return
            continue
        if any(isinstance(cell, str) and len(cell) >= _CELL for cell in cells):
            reason = f"a cell of {_CELL:,} characters, which Excel cut off; give the table as .csv or .jsonl"
            yield key, ReadError(f"{source.part(key).place}: {reason}")
            continue
        yield key, {name: cell for name, cell in zip(header, cells, strict=False) if name}
