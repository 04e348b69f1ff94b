"""How much each piece of evidence weighs for each relation: a logistic model, one line a weight.

`benchmarks/learn_pairs.py` makes the file from the articles with gold of this repository.
"""

from __future__ import annotations

import gzip
from collections.abc import Iterable, Mapping, Set
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from math import exp

FILE = "pair_weights.tsv.gz"
START, ENOUGH = "(start)", "(enough)"  # lines of the file that are no feature


@dataclass(frozen=True, slots=True)
class Weights:
    """For each relation where its sum starts and the probability that is enough; the weights by feature and relation.

    Starts and weights are counted in hundredths, so that a sum does not depend on the order of its parts.
    """

    start: Mapping[str, int]
    enough: Mapping[str, float]
    weights: Mapping[str, tuple[tuple[str, int], ...]]

    def likely(self, features: Set[str], relations: Iterable[str]) -> dict[str, float]:
        """The probability of each relation that has weights, of those that could hold."""
        sums = {relation: self.start[relation] for relation in relations if relation in self.start}
        for feature in self.weights.keys() & features if sums else ():
            for relation, weight in self.weights[feature]:
                if relation in sums:
                    sums[relation] += weight
        return {relation: 1 / (1 + exp(-min(max(total / 100, -50.0), 50.0))) for relation, total in sums.items()}


@cache
def load() -> Weights:
    """The weights of this version."""
    return parse(gzip.decompress(files("loaders").joinpath(FILE).read_bytes()).decode("utf-8"))


def parse(text: str) -> Weights:
    """The weights of lines `relation TAB feature TAB weight`, a weight with two decimals at most.

    >>> found = parse("RUNS\\t(start)\\t-2\\nRUNS\\t(enough)\\t0.8\\nRUNS\\tfB运营\\t4")
    >>> found.likely({"fB运营"}, ["RUNS", "BUILT"])
    {'RUNS': 0.8807970779778823}
    """
    start: dict[str, int] = {}
    enough: dict[str, float] = {}
    weights: dict[str, list[tuple[str, int]]] = {}
    for line in text.splitlines():
        relation, feature, weight = line.split("\t")
        if feature == START:
            start[relation] = _hundredths(weight)
        elif feature == ENOUGH:
            enough[relation] = float(weight)
        else:
            weights.setdefault(feature, []).append((relation, _hundredths(weight)))
    return Weights(start, enough, {feature: tuple(found) for feature, found in weights.items()})


def _hundredths(number: str) -> int:
    return round(100 * float(number))
