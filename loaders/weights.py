"""Logistic models as they ship: a file of weights, one line a weight, and what they make of the features of an example.

The scripts benchmarks/learn_pairs.py and learn_figures.py make such files from the texts with gold of this repository.
"""

from __future__ import annotations

import gzip
from collections.abc import Iterable, Mapping, Set
from dataclasses import dataclass
from importlib.resources import files
from math import exp

START, ENOUGH = "(start)", "(enough)"  # lines of the file that are no feature
_FARTHEST = 50.0  # sums beyond are as sure as can be told


@dataclass(frozen=True, slots=True)
class Weights:
    """For each class (a relation, an indicator) where its sum starts, and the probability that is enough, if that is
    told; the weights by feature and class.

    Starts and weights are counted in hundredths, so that a sum does not depend on the order of its parts.
    """

    start: Mapping[str, int]
    enough: Mapping[str, float]
    weights: Mapping[str, tuple[tuple[str, int], ...]]

    def likely(self, features: Set[str], classes: Iterable[str]) -> dict[str, float]:
        """The probability of each class that has weights, of those that could hold, each for itself."""
        sums = self._sums(features, classes)
        return {one: 1 / (1 + exp(-min(max(total, -_FARTHEST), _FARTHEST))) for one, total in sums.items()}

    def shares(self, features: Set[str], classes: Iterable[str]) -> dict[str, float]:
        """The probability of each of the classes, of which just one holds."""
        sums = self._sums(features, classes)
        most = max(sums.values(), default=0.0)
        parts = {one: exp(total - most) for one, total in sums.items()}
        whole = sum(parts.values())
        return {one: part / whole for one, part in parts.items()}

    def _sums(self, features: Set[str], classes: Iterable[str]) -> dict[str, float]:
        sums = {one: self.start[one] for one in classes if one in self.start}
        for feature in self.weights.keys() & features if sums else ():
            for one, weight in self.weights[feature]:
                if one in sums:
                    sums[one] += weight
        return {one: total / 100 for one, total in sums.items()}


def read(file: str) -> Weights:
    """The weights of a file beside this module."""
    return parse(gzip.decompress(files("loaders").joinpath(file).read_bytes()).decode("utf-8"))


def parse(text: str) -> Weights:
    """The weights of lines `class TAB feature TAB weight`, a weight with two decimals at most.

    >>> found = parse("RUNS\\t(start)\\t-2\\nRUNS\\t(enough)\\t0.8\\nRUNS\\tfB运营\\t4")
    >>> found.likely({"fB运营"}, ["RUNS", "BUILT"])
    {'RUNS': 0.8807970779778823}
    >>> parse("sales\\t(start)\\t1\\noutput_value\\t(start)\\t1").shares(set(), ["sales", "output_value"])
    {'sales': 0.5, 'output_value': 0.5}
    """
    start: dict[str, int] = {}
    enough: dict[str, float] = {}
    weights: dict[str, list[tuple[str, int]]] = {}
    for line in text.splitlines():
        one, feature, weight = line.split("\t")
        if feature == START:
            start[one] = _hundredths(weight)
        elif feature == ENOUGH:
            enough[one] = float(weight)
        else:
            weights.setdefault(feature, []).append((one, _hundredths(weight)))
    return Weights(start, enough, {feature: tuple(found) for feature, found in weights.items()})


def _hundredths(number: str) -> int:
    return round(100 * float(number))
