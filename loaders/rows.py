"""The rows of a table -> documents, one a row: columns text, title, publisher, published, url."""

from __future__ import annotations

import datetime
import json
import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from html import escape
from importlib.resources import files
from typing import Any

from graph.data import parse_yaml
from graph.errors import ReadError, UsageError
from graph.model import Document, Given
from loaders.kinds import HTML, PLAIN
from loaders.limits import fitting, sound
from loaders.sources import Source, kind_of_text, made

Row = Mapping[str, Any]
FIELDS = ("text", "title", "publisher", "published", "url")
_PATIENCE = 20  # rows without a text, before any with one, after which the table is given up
_DATE = re.compile(
    r"\s*(\d{4})(?:(?:[-/.年]\s*(\d{1,2})(?:[-/.月]\s*(\d{1,2}))?)|(\d{2})(\d{2}))?[日号月年]?(?:[\sT].*|Z)?"
)


def row_documents(
    rows: Iterable[tuple[str, Row | ReadError]], source: Source, mapping: Mapping[str, str]
) -> Iterator[Document | ReadError]:
    """A document or an error for each row, named by the row; nothing for a blank row."""
    if unknown := sorted(set(mapping) - set(FIELDS)):
        raise UsageError(f"--mapping: no such field: {', '.join(unknown)}; there are {', '.join(FIELDS)}")
    read = misses = seen = 0
    for key, row in rows:
        seen += 1
        if isinstance(row, ReadError):
            yield row
            continue
        found = list(_document(row, source.part(key), mapping))
        yield from found
        read += any(isinstance(one, Document) for one in found)
        misses += not read
        if misses == _PATIENCE and not read:
            yield ReadError(
                f"{source.place}: none of its first {_PATIENCE} rows gives a text; "
                f"name the column with --mapping text=COLUMN"
            )
            return
    if not read and not seen:
        yield ReadError(f"{source.place}: the table has no rows")


def _document(row: Row, source: Source, mapping: Mapping[str, str]) -> Iterator[Document | ReadError]:
    """The document of a row; after it what could not be read in the other columns."""
    named = columns(row, mapping)
    if "text" not in named:
        yield ReadError(no_text(source.place, row, mapping))
        return
    cells = {field: row[column] for field, column in named.items()}
    if all(cell is None or not str(cell).strip() for cell in cells.values()):
        return
    if not isinstance(cells["text"], str):
        yield ReadError(f"{source.place}: its {named['text']} is no text ({type(cells['text']).__name__})")
        return
    words = {field: _words(cell) for field, cell in cells.items() if field not in ("text", "published")}
    try:
        body = sound(cells["text"], source.place)
        for one in filter(None, words.values()):
            sound(one, source.place)
        text, kind = titled(body, words.get("title"))
        published = day(cells.get("published"))
        content = json.dumps([body, words, str(cells.get("published"))], ensure_ascii=False, sort_keys=True).encode()
        document = made(text if kind == HTML else fitting(text, source.place), content, source, kind)
    except ReadError as error:
        yield error
        return
    given = Given(words.get("title"), words.get("publisher"), published, words.get("url"))
    yield Document(document.name, text, document.sha256, document.path, kind, given if given != Given() else None)
    if published is None and _words(cells.get("published")):
        said = str(cells["published"])[:30]
        yield ReadError(
            f"{source.place}: {said!r} in {named['published']} is no date (2023-11-07); the article is read without it"
        )


def mapping_of(words: Iterable[str]) -> dict[str, str]:
    """What --mapping says; UsageError for a field that there is not.

    >>> mapping_of(["text=正文,title=标题", "url=地址"])
    {'text': '正文', 'title': '标题', 'url': '地址'}
    """
    found: dict[str, str] = {}
    for pair in (pair for one in words for pair in one.split(",")):
        field, equals, column = pair.partition("=")
        if not equals or not column.strip() or field.strip() not in FIELDS:
            raise UsageError(f"--mapping {pair}: no such field; write FIELD=COLUMN with one of {', '.join(FIELDS)}")
        found[field.strip()] = column.strip()
    return found


def columns(row: Iterable[str], mapping: Mapping[str, str]) -> dict[str, str]:
    """Which column gives which field: by the mapping, else by its name."""
    plain = {str(column).strip().strip("\ufeff").lower(): column for column in row}
    found: dict[str, str] = {}
    for field in FIELDS:
        wanted = [mapping[field]] if field in mapping else _names()[field]
        for name in wanted:
            if name.lower() in plain:
                found[field] = plain[name.lower()]
                break
    return found


def no_text(place: str, header: Iterable[str], mapping: Mapping[str, str]) -> str:
    """The message for a table, or a row, without a column of texts."""
    there = ", ".join(str(column) for column in list(header)[:8]) or "none"
    return f"{place}: no column {mapping.get('text', 'text')} (there are: {there[:100]}); name it with --mapping text=COLUMN"


@cache
def _names() -> dict[str, list[str]]:
    data: dict[str, list[str]] = parse_yaml(files("loaders").joinpath("table_columns.yaml").read_text("utf-8"))
    return data


def _words(cell: Any) -> str | None:
    """A cell as one line; None for an empty one.

    >>> _words(" 山海\\n日报 "), _words(None), _words(12.0)
    ('山海 日报', None, '12')
    """
    if isinstance(cell, float) and cell.is_integer():
        cell = int(cell)
    return " ".join(str(cell).split()) or None if cell is not None and not isinstance(cell, dict | list) else None


def titled(body: str, title: str | None) -> tuple[str, str]:
    """The text of a row with its title over it, unless it begins with it; and its kind.

    >>> titled("两县昨天签约。", "山海携手")
    ('山海携手\\n\\n两县昨天签约。', 'text/plain')
    """
    kind = kind_of_text(body, None)
    bare = "".join(body[: 50 + 3 * len(title or "")].split())
    if not title or "".join(title.split()) in bare:
        return body, kind
    return (f"<h1>{escape(title)}</h1>\n{body}", HTML) if kind == HTML else (f"{title}\n\n{body}", PLAIN)


def day(cell: Any) -> str | None:
    """A date as an article has it; None for what is none.

    >>> day("2023年11月7日 08:30"), day("2023/11"), day("20231107"), day("昨天"), day("2023-13-01")
    ('2023-11-07', '2023-11', '2023-11-07', None, None)
    """
    if isinstance(cell, datetime.date):
        return cell.strftime("%Y-%m-%d")
    found = _DATE.fullmatch(_words(cell) or "")
    if not found:
        return None
    parts = [found[1], found[2] or found[4], found[3] or found[5]]
    try:
        datetime.date(int(parts[0]), int(parts[1] or 1), int(parts[2] or 1))
    except ValueError:
        return None
    return "-".join(part.zfill(2) for part in parts if part)
