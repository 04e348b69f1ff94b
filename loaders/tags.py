"""The tags of HTML: which hide, which stand inside a line, which end one; start tags that are long or oddly quoted."""

from __future__ import annotations

import re

HIDDEN = frozenset(
    ["script", "style", "noscript", "template", "svg", "iframe", "object", "select", "option", "textarea", "button"]
)
BESIDE = frozenset(("nav", "footer", "aside"))
INLINE = frozenset(
    [
        "a",
        "abbr",
        "b",
        "big",
        "cite",
        "code",
        "del",
        "em",
        "font",
        "i",
        "ins",
        "kbd",
        "label",
        "mark",
        "q",
        "rp",
        "ruby",
        "s",
        "small",
        "span",
        "strong",
        "sub",
        "sup",
        "tt",
        "u",
        "var",
        "wbr",
        "bdi",
        "bdo",
        "o:p",
        "st1:chsdate",
        "st1:place",
    ]
)
VOID = frozenset(
    ["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr"]
)
KEEPS_LINES = frozenset(("p", "td", "th", "li", "h1", "h2", "h3", "h4", "h5", "h6", "figcaption", "blockquote"))
ROOTS = frozenset(("html", "body", "main", "article"))
WHOLE = ("<html", "<body", "<!doctype")
_CELLS = frozenset(("td", "th"))
_TERMS = frozenset(("dt", "dd"))
CLOSED_BY = {  # old pages leave the ends of these out: the tag -> the tags that it closes when it follows in them
    "p": frozenset({"p"}),
    "li": frozenset({"li"}),
    "tr": _CELLS | {"tr"},
    "td": _CELLS,
    "th": _CELLS,
    "dt": _TERMS,
    "dd": _TERMS,
}
_TAG_OPENS = re.compile("<[A-Za-z/!?]")
_SCRIPT_ENDS = re.compile("</(?:script|style)", re.I)
_NAME = re.compile(r"<([A-Za-z][^\s/>\0]*)")
_ATTRIBUTE = re.compile(r"""[\s/]*(?:([^\s/>=][^\s/=>]*)(?:\s*=+\s*('[^']*'|"[^"]*"|[^>\s]*))?|[^>])""")
_SHORT = 2_000
_MOST = 50  # attributes that are kept; comments that scripts leave open

Attributes = list[tuple[str, str | None]]


def closed(text: str) -> str:
    """The text without a comment or tag at its end that is never closed; browsers leave it out, HTMLParser goes slow.

    >>> closed("<p>一</p><!-- 二"), closed("<p>一</p><a href="), closed("3 < 5")
    ('<p>一</p>', '<p>一</p>', '3 < 5')
    >>> closed("<script><!-- if (a) b()</script><p>一</p>")
    '<script><!-- if (a) b()</script><p>一</p>'
    """
    comment = text.find("<!--", text.rfind("-->") + 1)
    while comment >= 0 and (script := _SCRIPT_ENDS.search(text, comment)):
        comment = text.find("<!--", script.end())  # what stands in a script is no comment
    if comment < 0 and text.count("<!--", text.rfind("-->") + 1) > _MOST:
        comment = text.find("<!--", text.rfind("-->") + 1)
    text = text[:comment] if comment >= 0 else text
    tag = _TAG_OPENS.search(text, text.rfind(">") + 1)
    return text[: tag.start()] if tag else text


def start_tag(text: str, at: int) -> tuple[str, Attributes, int] | None:
    """Name, first attributes and end of a start tag that is long or oddly quoted; None for any other.

    >>> start_tag("<p onclick='a > b' id=x>一</p>", 0)
    ('p', [('onclick', 'a > b'), ('id', 'x')], 24)
    >>> start_tag("<p>一</p>", 0)
    """
    end = text.find(">", at, at + _SHORT)
    if end >= 0 and not (text.count('"', at, end) % 2 or text.count("'", at, end) % 2):
        return None
    return _read_tag(text, at)


def start_tag_attributes(text: str, at: int) -> Attributes:
    """The attributes of the start tag at a place.

    >>> start_tag_attributes('<meta name="PubDate" content=2023>', 0)
    [('name', 'PubDate'), ('content', '2023')]
    """
    found = _read_tag(text, at)
    return found[1] if found else []


def _read_tag(text: str, at: int) -> tuple[str, Attributes, int] | None:
    name = _NAME.match(text, at)
    if not name:
        return None
    kept: Attributes = []
    here = name.end()
    while here < len(text) and text[here] != ">":
        found = _ATTRIBUTE.match(text, here)
        if not found:  # white space, then the end
            here = text.find(">", here)
            break
        here = found.end()
        if found[1] and len(kept) < _MOST:
            value = found[2]
            kept.append((found[1].lower(), value.strip(value[:1]) if value and value[0] in "'\"" else value))
    return (name[1].lower(), kept, here + 1) if 0 <= here < len(text) else None
