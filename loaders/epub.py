"""Books (.epub) -> a document for each chapter, in reading order."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from typing import BinaryIO
from urllib.parse import unquote
from zipfile import ZipFile

from graph.errors import ReadError
from graph.model import Document
from loaders.archive import opened, part
from loaders.encodings import decode
from loaders.kinds import HTML
from loaders.sources import Source, text_document
from loaders.xmlparts import tree

_TAG = re.compile(r"<(script|style|title)\b.*?</\1\s*>|<[^>]*>", re.S | re.I)
_PAGES = ("application/xhtml+xml", "text/html", "application/x-dtbook+xml")


def chapters(handle: BinaryIO, source: Source) -> Iterator[Document | ReadError]:
    """The chapters that hold text, each named by its file in the book; ReadError is raised for what is no book."""
    with opened(handle, source) as archive:
        found = 0
        for name in _reading_order(archive, source):
            try:
                content = part(archive, name, source.part(name))
                if not _TAG.sub("", decode(content, source.part(name).place)).strip():
                    continue  # covers and plates hold no text
                found += 1
                yield text_document(content, source.part(name), HTML)
            except ReadError as error:
                found += 1
                yield error
    if not found:
        raise ReadError(f"{source.place}: the book holds no text, only pictures; recognise them (OCR) first")


def _reading_order(archive: ZipFile, source: Source) -> list[str]:
    container = tree(part(archive, "META-INF/container.xml", source), source)
    package = next((node.get("full-path") for node in container.iter() if node.tag.endswith("}rootfile")), None)
    if not package:
        raise ReadError(f"{source.place}: damaged, it does not say where its list of chapters is")
    book = tree(part(archive, package, source), source)
    folder = posixpath.dirname(package)
    pages = {
        node.get("id"): posixpath.normpath(posixpath.join(folder, unquote(node.get("href", ""))))
        for node in book.iter()
        if node.tag.endswith("}item") and node.get("media-type") in _PAGES and "nav" not in node.get("properties", "")
    }
    order = [node.get("idref") for node in book.iter() if node.tag.endswith("}itemref")]
    return list(dict.fromkeys(pages[one] for one in order if one in pages))
