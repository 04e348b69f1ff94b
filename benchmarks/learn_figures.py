"""Learn what the words around a figure tell of what it measures: loaders/figure_weights.tsv.gz, from texts with gold.

    pip install scikit-learn
    python -m benchmarks.learn_figures          writes the weights anew; the same texts and rules give the same file

Every figure of a text is an example of the indicator that the gold has for its value, or of none. A value of which the
text has more figures than the gold has lines teaches nothing: nobody knows which of them is meant.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from unittest.mock import patch

from benchmarks import learning
from benchmarks.passages import FIGURES, Passage
from duikou.gold import read_gold
from graph.model import Document
from loaders.build import extract_document
from loaders.figure_features import features
from loaders.measure_figures import Figure, figures
from loaders.measure_frames import frames
from loaders.measure_learnt import FILE, NOTHING
from loaders.read import from_text, read
from loaders.values import Reading

_KILOGRAMS = 1000  # in a ton: the gold gives a mass as the text does, or in the unit of graph/schema.yaml
_FEWEST = 3  # times that a feature must be met
_LEAST = 0.08  # weights nearer to zero are left out
_STRENGTH = 1.0  # of the evidence against the prior (C of scikit-learn)

Told = Mapping[float, list[tuple[str, bool]]]  # by value: the indicators that the gold has, and whether it wants them


@dataclass(frozen=True, slots=True)
class Example:
    """A figure and what it measures: an indicator, the people that it counts, or nothing."""

    measures: str
    features: frozenset[str]


def examples(document: Document, told: Told) -> Iterator[Example]:
    """The figures of a document of which the gold leaves no doubt."""
    met: list[Figure] = []

    def collect(reading: Reading) -> Iterator[Figure]:
        for figure in figures(reading):
            met.append(figure)
            yield figure

    with patch("loaders.measure.figures", collect):
        extract_document(document)
    often = Counter(value for figure in met for value in {*_values(figure)} if value in told)
    for figure in met:
        lines = [(value, line) for value in {*_values(figure)} for line in told.get(value, ())]
        wanted = {_people(indicator) for _, (indicator, is_wanted) in lines if is_wanted}
        if any(often[value] > len(told[value]) for value, _ in lines) or len(wanted) > 1 or (lines and not wanted):
            continue
        yield Example(next(iter(wanted), NOTHING), frozenset(features(figure)))


def _values(figure: Figure) -> Iterator[float]:
    """The values under which the gold may have it."""
    for value in (figure.quantity.value, figure.quantity.maximum):
        if value is not None:
            yield float(value)
            if figure.quantity.unit == "吨":
                yield float(value) * _KILOGRAMS


def _people(indicator: str) -> str:
    """The people who are sent and received as one class: teachers for teachers_sent."""
    moved = indicator.removesuffix("_sent").removesuffix("_received")
    return moved if any(frame.moves == moved for frame in frames().frames) else indicator


def labelled() -> Iterator[Example]:
    """The examples of all our texts."""
    for text, gold_file in learning.articles():
        gold = read_gold(gold_file)
        told: dict[float, list[tuple[str, bool]]] = {}
        for found, is_wanted in ((gold.observed, True), (gold.also_observed, False)):
            for _, indicator, value in sorted(found):
                told.setdefault(value, []).append((indicator, is_wanted))
        yield from examples(read(text), told)
    for passage, relations in learning.passages():
        if FIGURES in relations:
            yield from examples(from_text(passage.text, "passage"), _told(passage))


def _told(passage: Passage) -> Told:
    told: dict[float, list[tuple[str, bool]]] = {}
    for line in passage.gold:
        if line.relation == FIGURES and line.value is not None:
            told.setdefault(line.value, []).append((line.indicator, line.wanted))
    return told


def main() -> None:
    """Write the file."""
    from sklearn.linear_model import LogisticRegression

    rows = list(labelled())
    places = learning.columns([row.features for row in rows], _FEWEST)
    model = LogisticRegression(C=_STRENGTH, max_iter=300)
    model.fit(learning.matrix([row.features for row in rows], places), [row.measures for row in rows])
    found = [
        line
        for name, start, weights in zip(model.classes_, model.intercept_, model.coef_, strict=True)
        for line in learning.lines(str(name), float(start), weights, places, _LEAST)
    ]
    print(f"{len(rows):,} figures, {sum(row.measures != NOTHING for row in rows):,} of them measure something")
    learning.write(FILE, found)


if __name__ == "__main__":
    main()
