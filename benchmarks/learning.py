"""The texts that the weights are learnt from, and what the two scripts that learn have in common.

Only seeds/ and a part of tests/corpus: never the five source documents or the twelve texts beside them, nor what tests/corpus
sets aside, so that those still tell how well it does on what it has not seen.
"""

from __future__ import annotations

import gzip
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence, Set
from pathlib import Path
from typing import Any

from benchmarks.passages import Passage, read_passages
from loaders.weights import START

ROOT = Path(__file__).parent.parent
CORPUS = ROOT / "tests/corpus"
ARTICLES = (
    (ROOT / "seeds/articles", ROOT / "seeds/gold"),
    *((CORPUS / name, CORPUS / name) for name in ("dev", "dev2", "dev3")),
)
PASSAGES = (
    "passages/*.txt",
    "passages_new/*_[ab][12].txt",
    "passages_more/*_[12].txt",
    "passages_whole/*_1.txt",
    "passages_plain/*.txt",
    "passages_next/*.txt",
)


def articles() -> Iterator[tuple[Path, Path]]:
    """Each article with its gold."""
    for texts, gold in ARTICLES:
        for path in sorted(gold.glob("*.yaml")):
            yield next(one for one in sorted(texts.glob(f"{path.stem}*")) if one != path), path


def passages() -> Iterator[tuple[Passage, frozenset[str]]]:
    """Each passage with the relations that its gold is about."""
    for path in [path for pattern in PASSAGES for path in sorted(CORPUS.glob(pattern))]:
        relations, found = read_passages(path)
        yield from ((passage, relations) for passage in found)


def columns(examples: Iterable[Set[str]], fewest: int) -> dict[str, int]:
    """A column for every feature that is met so often."""
    counts = Counter(feature for features in examples for feature in features)
    return {feature: place for place, feature in enumerate(sorted(f for f, n in counts.items() if n >= fewest))}


def matrix(examples: Sequence[Set[str]], places: dict[str, int]) -> Any:
    """A sparse row of ones for each example."""
    import numpy
    from scipy.sparse import csr_matrix

    starts, found = [0], []
    for features in examples:
        found += sorted(places[feature] for feature in features if feature in places)
        starts.append(len(found))
    return csr_matrix((numpy.ones(len(found)), found, starts), shape=(len(examples), len(places)))


def lines(name: str, start: float, weights: Sequence[float], places: dict[str, int], least: float) -> list[str]:
    """The lines of one class: where it starts, and its weights but for those nearer to zero than `least`."""
    return [
        f"{name}\t{START}\t{start:.2f}",
        *(f"{name}\t{one}\t{weights[place]:.2f}" for one, place in places.items() if abs(weights[place]) >= least),
    ]


def write(file: str, found: list[str]) -> None:
    """Write a file of weights into loaders/; the same lines give the same bytes."""
    path = ROOT / "loaders" / file
    path.write_bytes(gzip.compress(("\n".join(found) + "\n").encode("utf-8"), mtime=0))
    print(f"{path.relative_to(ROOT)}: {len(found):,} lines, {path.stat().st_size:,} bytes")
