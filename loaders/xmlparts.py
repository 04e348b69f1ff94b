"""XML of office files and books -> a tree, without the dangers of XML."""

from __future__ import annotations

import re
from xml.etree import ElementTree

from graph.errors import ReadError
from loaders.limits import MAX_DEPTH
from loaders.sources import Source

_MAX_TAGS = 2_000_000
_TAG = re.compile(rb"<(/?)[\w:]+[^<>]*?(/?)>")


def tree(content: bytes, source: Source) -> ElementTree.Element:
    """The root of a part; ReadError for broken XML, for entities (no office program writes them), for deep nesting."""
    if b"<!ENTITY" in content or b"<\0!\0E\0N\0T" in content or b"\0<\0!\0E\0N\0T" in content:
        raise ReadError(f"{source.place}: its XML declares entities (an XML bomb?); save it again from its program")
    depth = 0
    for number, found in enumerate(_TAG.finditer(content)):
        depth += 0 if found[2] else -1 if found[1] else 1
        if depth > MAX_DEPTH or number > _MAX_TAGS:
            raise ReadError(f"{source.place}: its XML has too many tags, or too deep ones; save it again or split it")
    try:
        return ElementTree.fromstring(content)
    except (ElementTree.ParseError, ValueError, LookupError) as error:
        raise ReadError(f"{source.place}: its XML is damaged ({error}); save it again") from error
