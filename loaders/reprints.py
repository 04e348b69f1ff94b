"""Fingerprints of articles: the same article in another file, layout or script has nearly the same one."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable

from graph.normalise import HAN
from graph.reprints import same_work
from loaders.values import HEADING, PARAGRAPH, Block

__all__ = ["fingerprint", "same_work"]

_SENTENCE = re.compile(r"[^。！？；]+")
_NOISE = re.compile(rf"[^{HAN}\d]+")
_SHORTEST = 12  # shorter sentences stand in many articles


def fingerprint(blocks: Iterable[Block]) -> tuple[int, ...]:
    """Hashes of an article's sentences, sorted: Chinese characters and digits only, so that layout does not matter."""
    found: set[int] = set()
    for block in blocks:
        if block.kind not in (PARAGRAPH, HEADING):
            continue
        for sentence in _SENTENCE.findall(block.text.plain):
            bare = _NOISE.sub("", sentence)
            if len(bare) >= _SHORTEST:
                found.add(int.from_bytes(hashlib.blake2b(bare.encode(), digest_size=6).digest(), "big"))
    return tuple(sorted(found))
