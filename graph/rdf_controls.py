"""Characters that XML cannot hold, such as the form feed between the pages of a PDF: a symbol of one character stands for
each, so that positions stay, and a list says which they were. All forms of linked data do so, because all say the same.
"""

from __future__ import annotations

import re

FORBIDDEN = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_PICTURES = 0x2400  # the block of Unicode with a picture of each control character, in their order


def shown(text: str) -> str:
    """The text with a symbol for each such character.

    >>> shown("第一页\\f第二页")
    '第一页␌第二页'
    """
    return FORBIDDEN.sub(lambda found: _symbol(found[0]), text)


def controls(text: str) -> str:
    """Where such characters stand, and which they are.

    >>> controls("第一页\\f第二页")
    '3:C'
    """
    return " ".join(f"{found.start()}:{ord(found[0]):X}" for found in FORBIDDEN.finditer(text))


def restored(text: str, controls: str) -> str:
    """The text as it was; ValueError when it has no symbol at one of the places.

    >>> restored("第一页␌第二页", "3:C") == "第一页\\f第二页"
    True
    """
    chars = list(text)
    for one in controls.split():
        place, _, code = one.partition(":")
        char = chr(int(code, 16))
        if int(place) >= len(chars) or chars[int(place)] != _symbol(char):
            raise ValueError(f"dk:controls says {one}, where the text has no such symbol")
        chars[int(place)] = char
    return "".join(chars)


def _symbol(char: str) -> str:
    return chr(_PICTURES + ord(char)) if ord(char) < 0x20 else "\ufffd"
