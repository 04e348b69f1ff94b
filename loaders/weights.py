"""Logistic models as they ship: a file of weights, one line a weight, and what they make of the features of an example.

The scripts benchmarks/learn_pairs.py and learn_figures.py make such files from the texts with gold of this repository.
"""

from __future__ import annotations

import gzip
import itertools
from collections.abc import Iterable, Mapping, Set
from dataclasses import dataclass
from importlib.resources import files
from math import exp
from typing import Any

START, ENOUGH = "(start)", "(enough)"  # lines of the file that are no feature
_FARTHEST = 50.0  # sums beyond are as sure as can be told


@dataclass(frozen=True, slots=True, eq=False)
class Weights:
    """For each class (a relation, an indicator) where its sum starts, and the probability that is enough, if that is
    told; the rows of the features and, an array of a row a feature and a column a class, what they weigh.

    Starts and weights are counted in hundredths, so that a sum does not depend on the order of its parts.
    """

    start: Mapping[str, int]
    enough: Mapping[str, float]
    rows: Mapping[str, int]
    table: Any  # the columns are in the order of `start`

    def likely(self, features: Set[str], classes: Iterable[str]) -> dict[str, float]:
        """The probability of each class that has weights, of those that could hold, each for itself."""
        sums = self._sums(features)
        return {one: 1 / (1 + exp(-min(max(sums[one], -_FARTHEST), _FARTHEST))) for one in classes if one in sums}

    def shares(self, features: Set[str], classes: Iterable[str]) -> dict[str, float]:
        """The probability of each of the classes, of which just one holds."""
        told = self._sums(features)
        sums = {one: told[one] for one in classes if one in told}
        most = max(sums.values(), default=0.0)
        parts = {one: exp(total - most) for one, total in sums.items()}
        whole = sum(parts.values())
        return {one: part / whole for one, part in parts.items()}

    def _sums(self, features: Set[str]) -> dict[str, float]:
        """What speaks for each class. One small array lies closer in memory than as many pairs, which tells most here."""
        rows = [row for row in map(self.rows.get, features) if row is not None]
        added = self.table.take(rows, axis=0).sum(axis=0).tolist() if rows else itertools.repeat(0)
        return {one: (start + more) / 100 for (one, start), more in zip(self.start.items(), added, strict=False)}


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
    weights: list[tuple[str, str, int]] = []
    for line in text.splitlines():
        one, feature, weight = line.split("\t")
        if feature == START:
            start[one] = _hundredths(weight)
        elif feature == ENOUGH:
            enough[one] = float(weight)
        else:
            weights.append((one, feature, _hundredths(weight)))
    import numpy

    rows = {feature: row for row, feature in enumerate(dict.fromkeys(feature for _, feature, _ in weights))}
    columns = {one: column for column, one in enumerate(start)}
    table = numpy.zeros((len(rows), len(columns)), dtype=numpy.int32)
    for one, feature, hundredths in weights:
        table[rows[feature], columns[one]] = hundredths
    return Weights(start, enough, rows, table)


def _hundredths(number: str) -> int:
    return round(100 * float(number))
