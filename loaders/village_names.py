"""Villages: names in the characters of transliteration to their first sign, and kinds of village that are no names."""

from __future__ import annotations

import re
from functools import cache

from loaders.lexicon import any_of, read_yaml
from loaders.person_shapes import FOREIGN_RUN
from loaders.vocabulary import is_word

_TOWN_BEFORE = re.compile("(?:[乡镇县旗]|街道|苏木)的?([一-鿿]{1,3})$")
_WORD = re.compile("[的了在是和与及到从由对为向里内外上下东西南北中前后]|[来去往有建访住驻帮]$")
_LEAST = 3  # signs of transliteration that show how the rest of the name is written


def whole_village(plain: str, start: int, end: int) -> int:
    """Where a village's name begins whose first signs were cut off behind its town: 甲乡|色|日克布央村.

    >>> whole_village("塔提让乡色日克布央村", 5, 10), whole_village("果洛乡新建日克布央村", 5, 10)
    (4, 5)
    """
    if plain[end - 1] != "村" or end - start <= _LEAST or FOREIGN_RUN.fullmatch(plain, start, end - 1) is None:
        return start
    cut = _TOWN_BEFORE.search(plain, max(0, start - 6), start)
    if cut is None or _WORD.search(cut[1]) or (len(cut[1]) > 1 and is_word(cut[1])):
        return start  # 甲乡|新建|日克布央村
    return cut.start(1)


def is_kind_of_village(name: str) -> bool:
    """Whether the words say what kind of village or town it is, and not which one.

    >>> is_kind_of_village("牧业村"), is_kind_of_village("国际旅游小镇"), is_kind_of_village("原隆村")
    (True, True, False)
    """
    return _kind().fullmatch(name) is not None


@cache
def _kind() -> re.Pattern[str]:
    raw = read_yaml("village_kinds.yaml")
    kinds, seats = any_of(raw["kinds"]), any_of(raw["seats"])
    models = any_of(raw["models"])
    return re.compile(f"(?:(?:{kinds})+|[一-鿿]{{2,4}}(?:{models}))(?:{seats})|本[县市区镇乡村](?:{seats})")
