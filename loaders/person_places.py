"""Places' short names that are only part of a person's name, told by the post before: 研究员曲|福田, 县长|濮阳|峻."""

from __future__ import annotations

import re

from loaders.lexicon import any_of, read_yaml
from loaders.person_shapes import BORDER, DOUBLE, SURNAME

_RAW = read_yaml("persons.yaml")
_TITLES = read_yaml("titles.yaml")
_POST = f"(?:{any_of([*_TITLES['chiefs'], *_TITLES['others'], *_TITLES['jobs'], *_RAW['callings']])})"
_POST_BEFORE = re.compile(f"{_POST}$")
# Surnames that join or lead between a post and a place: 书记向平凉介绍, 主任和平凉的同事.
_LEADS = "和于向从任连来管应安时同经往离去能都全原东西南北曾常及由与在当自带率老"
_SURNAME_BEFORE = re.compile(f"{_POST}[{''.join(s for s in _RAW['surnames'] if len(s) == 1 and s not in _LEADS)}]$")
# What makes a place or its people of the short name: 技术员尤溪人, 书记祁连山下.
_OF_PLACE = "县市区州旗省盟镇乡村路街人籍话菜城港行方商农味队班办馆站"


def within_person(plain: str, start: int, end: int) -> bool:
    """Whether the short name of a place in these bounds is part of the name of whoever holds the post before it.

    >>> text = "研究员曲福田先后来过，县长尤溪桥在座"
    >>> within_person(text, 4, 6), within_person(text, 13, 15)
    (True, True)
    >>> within_person("书记向平凉的同事介绍", 3, 5)
    False
    """
    if end - start != 2:
        return False
    before = plain[max(0, start - 8) : start]
    if _SURNAME_BEFORE.search(before) and BORDER.match(plain, end):
        return True
    given = plain[end : end + 1]
    if _POST_BEFORE.search(before) is None or re.fullmatch("[一-鿿]", given) is None or given in _OF_PLACE:
        return False
    if DOUBLE.fullmatch(plain, start, end):
        return _name_ends(plain, end + 1) or _name_ends(plain, end + 2)
    return SURNAME.match(plain, start) is not None and _name_ends(plain, end + 1)


def _name_ends(plain: str, end: int) -> bool:
    """Whether a name may end here: its last sign opens no word of its own."""
    return BORDER.match(plain, end - 1) is None and (BORDER.match(plain, end) or _MANNER.match(plain, end)) is not None


_MANNER = re.compile("隔三差五|常年|一连|连夜|每天|天天|早早|三天两头|时不时")
