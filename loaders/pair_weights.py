"""How much each piece of evidence weighs for each relation: a logistic model, one line a weight.

`benchmarks/learn_pairs.py` makes the file from the articles with gold of this repository.
"""

from __future__ import annotations

import gzip
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from math import exp

FILE = "pair_weights.tsv.gz"
START, ENOUGH = "(start)", "(enough)"  # lines of the file that are no feature


@dataclass(frozen=True, slots=True)
class Weights:
    """For each relation where its sum starts and the probability that is enough; the weights by feature and relation."""

    start: Mapping[str, float]
    enough: Mapping[str, float]
    weights: Mapping[str, tuple[tuple[str, float], ...]]

    def likely(self, features: Iterable[str], relations: Iterable[str]) -> dict[str, float]:
        """The probability of each relation that has weights, of those that could hold."""
        sums = {relation: self.start[relation] for relation in relations if relation in self.start}
        if not sums:
            return {}
        for feature in sorted(features):  # sums of floats depend on their order
            for relation, weight in self.weights.get(feature, ()):
                if relation in sums:
                    sums[relation] += weight
        return {relation: 1 / (1 + exp(-min(max(total, -50.0), 50.0))) for relation, total in sums.items()}


@cache
def load() -> Weights:
    """The weights of this version."""
    return parse(gzip.decompress(files("loaders").joinpath(FILE).read_bytes()).decode("utf-8"))


def parse(text: str) -> Weights:
    """The weights of lines `relation TAB feature TAB weight`.

    >>> found = parse("RUNS\\t(start)\\t-2\\nRUNS\\t(enough)\\t0.8\\nRUNS\\tfB运营\\t4")
    >>> found.likely({"fB运营"}, ["RUNS", "BUILT"])
    {'RUNS': 0.8807970779778823}
    """
    start: dict[str, float] = {}
    enough: dict[str, float] = {}
    weights: dict[str, list[tuple[str, float]]] = {}
    for line in text.splitlines():
        relation, feature, weight = line.split("\t")
        if feature == START:
            start[relation] = float(weight)
        elif feature == ENOUGH:
            enough[relation] = float(weight)
        else:
            weights.setdefault(feature, []).append((relation, float(weight)))
    return Weights(start, enough, {feature: tuple(found) for feature, found in weights.items()})
