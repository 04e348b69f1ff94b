"""Fingerprints of articles: the same article in another file, layout or script has nearly the same one."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable

from graph.normalise import HAN
from loaders.values import HEADING, PARAGRAPH, Block

_SENTENCE = re.compile(r"[^。！？；]+")
_NOISE = re.compile(rf"[^{HAN}\d]+")
_SHORTEST = 12  # shorter sentences stand in many articles
_SHARED = 0.5  # of the sentences of the shorter article
_FEWEST = 2


def fingerprint(blocks: Iterable[Block]) -> tuple[int, ...]:
    """Hashes of an article's sentences, sorted: characters and digits only, so that layout does not matter."""
    found: set[int] = set()
    for block in blocks:
        if block.kind not in (PARAGRAPH, HEADING):
            continue
        for sentence in _SENTENCE.findall(block.text.plain):
            bare = _NOISE.sub("", sentence)
            if len(bare) >= _SHORTEST:
                found.add(int.from_bytes(hashlib.blake2b(bare.encode(), digest_size=6).digest()))
    return tuple(sorted(found))


def same_work(a: tuple[int, ...], b: tuple[int, ...]) -> bool:
    """Whether two fingerprints are of one article: a large share of the smaller one stands in the other.

    >>> same_work((1, 2, 3, 4), (2, 3, 4, 5, 6, 7)), same_work((1, 2, 3, 4), (4, 5, 6, 7)), same_work((1,), (1, 2))
    (True, False, False)
    """
    shared = len(set(a) & set(b))
    return shared >= _FEWEST and shared >= _SHARED * min(len(a), len(b))
