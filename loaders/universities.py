"""What a university is called for short: 华南农业大学 is 华南农大, and 农大 where no other is spoken of."""

from __future__ import annotations

import re

_SHORT = {
    "农林": "农林大",
    "农业": "农大",
    "师范": "师大",
    "理工": "理工大",
    "工业": "工大",
    "林业": "林大",
    "科技": "科大",
    "医科": "医大",
    "药科": "药大",
    "交通": "交大",
    "财经": "财大",
    "海洋": "海大",
    "民族": "民大",
    "矿业": "矿大",
    "地质": "地大",
}
_NAME = re.compile(f"([一-鿿]{{2,4}})({'|'.join(_SHORT)})大学")
_NONE = re.compile("[户棚道型量]")


def short_names(name: str) -> frozenset[str]:
    """The short forms of a university's name.

    >>> sorted(short_names("华南农业大学")), short_names("华南大学")
    (['农大', '华南农大'], frozenset())
    """
    match = _NAME.fullmatch(name)
    return frozenset({_SHORT[match[2]], match[1] + _SHORT[match[2]]}) if match is not None else frozenset()


def is_word_there(plain: str, end: int) -> bool:
    """Whether a short form that ends at `end` is none: 务农大户.

    >>> is_word_there("务农大户", 3), is_word_there("农大来了", 2)
    (True, False)
    """
    return _NONE.match(plain, end) is not None
