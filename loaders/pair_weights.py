"""How much each piece of evidence weighs for each relation: what benchmarks/learn_pairs.py has learnt."""

from __future__ import annotations

from functools import cache

from loaders.weights import Weights, read

FILE = "pair_weights.tsv.gz"


@cache
def load() -> Weights:
    """The weights of this version, by relation."""
    return read(FILE)
