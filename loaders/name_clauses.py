"""Words of the sentence that stand inside what was found as a name: 甲市另向|县特殊教育学校, 县里13个合作社, 甲某集团."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from loaders.lexicon import any_of, read_yaml
from loaders.name_edges import core_of
from loaders.name_marks import Name
from loaders.regions import RegionSpan

_RAW = read_yaml("name_clauses.yaml")
_BEHIND = re.compile(f"(?:{any_of(_RAW['behind'])})")
_NOTHING = re.compile(any_of(_RAW["nothing"]))
_COUNTED = re.compile(r"(?<!第)\d+[余多]?[个家名位所座间栋条](?=.)")
_SOME = re.compile("某")  # the text keeps the name to itself
_WHOLE = re.compile("全[镇村乡区旗盟省](?=..)")  # but 全州县中学, 全国妇联
_INVESTS = re.compile("(?:^[来赴到入去回].{1,3}|[镇乡村县旗])投资$")
_HANDED_TO = re.compile("[向给对替让请](?=[县市区州旗镇乡村][^里上中内].)")  # 向|县特殊教育学校捐赠
_LEAST = 4  # characters of a name that is left behind such words


def outside_clause(plain: str, name: Name, regions: Sequence[RegionSpan]) -> Name | None:
    """The name without the words of the sentence in it, None where no name is left."""
    start = name.start
    for words in _BEHIND.finditer(plain, name.start, name.end):
        start = words.end()
    start += _HANDED_TO.match(plain, start, name.end) is not None
    if start > name.start and name.end - start < _LEAST:
        return None
    if names_nothing(plain[start : name.end]):
        return None
    return name if start == name.start else replace(name, start=start, core=max(start, core_of(start, regions)))


def names_nothing(words: str) -> bool:
    """Whether the words count, average, point at or invest, and so are no name.

    >>> names_nothing("同县里13个合作社"), names_nothing("乌龙镇投资"), names_nothing("第13中学")
    (True, True, False)
    """
    if _WHOLE.match(words) or _INVESTS.search(words):
        return True
    return any(sign.search(words) is not None for sign in (_NOTHING, _COUNTED, _SOME))
