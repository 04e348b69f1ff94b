"""File names that people can read and every system takes."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from pathlib import PurePosixPath

from graph.identity import digest

_LONGEST = 40
_KEPT = "-_.·（）()《》"


def file_name(kind: str, name: str) -> str:
    """A name of letters, digits and a few signs; `kind` in front keeps it from being one that Windows reserves.

    >>> file_name("site", "城南社区"), file_name("article", '2023-05 "CON": <a/b\\\\c>?. ')
    ('site-城南社区.html', 'article-2023-05-CON-a-b-c.html')
    """
    plain = unicodedata.normalize("NFC", name)
    words = "".join(char if char.isalnum() or char in _KEPT else " " for char in plain).split()
    short = "-".join(words)[:_LONGEST].strip("-.")
    return f"{kind}-{short}.html" if short else f"{kind}.html"


def file_names(wanted: Mapping[str, tuple[str, str]]) -> dict[str, str]:
    """A file name for each id, from its kind and name; where several would be one, each carries a mark of its id.

    >>> file_names({"site:1": ("site", "城南社区"), "person:2": ("person", "连一舟")})["person:2"]
    'person-连一舟.html'
    """
    plain = {id_: file_name(*words) for id_, words in wanted.items()}
    takers: dict[str, int] = {}
    for name in plain.values():
        takers[name.casefold()] = takers.get(name.casefold(), 0) + 1
    return {id_: name if takers[name.casefold()] == 1 else _marked(name, id_) for id_, name in plain.items()}


def _marked(name: str, id_: str) -> str:
    path = PurePosixPath(name)
    return f"{path.stem}-{digest(id_)[:8]}{path.suffix}"
