"""Persons called after where they come from: 无锡人万思源, 宁波籍企业家胡立群."""

from __future__ import annotations

import re
from collections.abc import Sequence

from loaders.person_shapes import NOT_NAMES, name_end
from loaders.tagger import Token

Span = tuple[int, int]

_NATIVE = re.compile(
    r"(?:人|籍(?:企业家|商人|客商|教师|医生|干部|老板|青年|男子|女子)|(?:企业家|商人|客商|老板|小伙|姑娘|汉子|女子))(?!民|才|口|员|们|社|力|次|均)"
)


def natives(plain: str, tokens: Sequence[Token], whole: str, regions: Sequence[Span]) -> set[Span]:
    """Whoever is called after where they come from: 无锡人万思源, 宁波籍企业家胡立群."""
    found = set()
    for _, end in regions:
        match = _NATIVE.match(plain, end)
        if match is not None:
            name = name_end(plain, match.end(), tokens, whole)
            if name is not None and name - match.end() == 3 and not NOT_NAMES.match(plain, match.end()):
                found.add((match.end(), name))
    return found
