"""Pages that browsers saved as one file (.mhtml, .mht) -> the HTML page in it."""

from __future__ import annotations

import email
from email.errors import MessageError
from email.message import Message
from email.policy import compat32

from graph.errors import ReadError
from graph.model import Document
from loaders.kinds import HTML
from loaders.limits import MAX_BYTES
from loaders.sources import Source, text_document


def page(content: bytes, source: Source) -> Document:
    """The page that was saved: the part that the head names as its start, else the first in HTML."""
    try:
        message = email.message_from_bytes(content, policy=compat32)
        parts = [part for part in message.walk() if part.get_content_type() in ("text/html", "application/xhtml+xml")]
        start = str(message.get_param("start") or "")
        named = [part for part in parts if start and str(part.get("Content-ID", "")).strip() == start]
        body = _body((named or parts)[0]) if parts else b""
    except (MessageError, ValueError, RecursionError, LookupError, TypeError) as error:
        raise ReadError(f"{source.place}: the saved page is damaged ({error}); save it again") from error
    if not body.strip():
        raise ReadError(f"{source.place}: no page in it; save it again from the browser")
    if len(body) > MAX_BYTES:
        raise ReadError(f"{source.place}: its page is larger than the {MAX_BYTES // 2**20} MB that duikou reads")
    charset = (named or parts)[0].get_content_charset()
    return text_document(body, source, HTML, charset)


def _body(part: Message) -> bytes:
    decoded = part.get_payload(decode=True)
    return decoded if isinstance(decoded, bytes) else b""
