"""The sentence around a quote, so that a reader sees the proving words where they stand."""

from __future__ import annotations

import re

_REACH = 160  # characters to either side, for texts without full stops
_END = re.compile(r"[。！？!?；]|\n\s*\n")
_BREAK = re.compile(r"\s*\n\s*")


def sentence(text: str, start: int, stop: int) -> tuple[str, str]:
    """What stands before and after `text[start:stop]` in its sentences, without the line breaks of the page.

    >>> sentence("上一句。广州黄埔区结对帮扶三都县，已有五年。下一句。", 4, 16)
    ('', '，已有五年。')
    >>> sentence("上一句。自2021年起，广州黄埔区结对帮扶三都县。", 12, 24)
    ('自2021年起，', '。')
    """
    low = max(0, start - _REACH)
    before = text[low:start]
    ends = list(_END.finditer(before))
    cut = low > 0 and not ends
    before = before[ends[-1].end() :] if ends else before
    after = text[stop : stop + _REACH]
    if text[stop - 1 : stop] in "。！？!?":
        after = ""
    elif end := _END.search(after):
        after = after[: end.end()]
    elif stop + _REACH < len(text):
        after += "…"
    return ("…" if cut else "") + _flat(before).lstrip(), _flat(after).rstrip()


def _flat(words: str) -> str:
    return _BREAK.sub("", words)
