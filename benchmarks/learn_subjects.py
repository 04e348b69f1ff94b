"""Learn whose a figure is by the names around it: loaders/subject_weights.tsv.gz, from texts with gold.

    pip install scikit-learn
    python -m benchmarks.learn_subjects         writes the weights anew; the same texts and rules give the same file

Every name around a figure that the rules understand and that the gold has is an example: right when the gold has the figure
of it. Learn the weights of learn_figures first: they decide which figures are understood.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from unittest.mock import patch

from benchmarks import learning
from benchmarks.passages import FIGURES, Passage
from duikou.gold import Gold, read_gold
from graph.model import Document, Entity
from loaders.build import extract_document
from loaders.measure_choice import FILE, RIGHT
from loaders.measure_figures import Figure
from loaders.measure_scene import Scene
from loaders.measure_subject import Subject
from loaders.read import from_text, read
from loaders.subject_features import candidates

_KILOGRAMS = 1000  # in a ton
_FEWEST = 3  # times that a feature must be met
_LEAST = 0.05  # weights nearer to zero are left out
_STRENGTH = 0.3  # of the evidence against the prior (C of scikit-learn)

Example = tuple[frozenset[str], bool]
IsRight = Callable[
    [Entity, str, float], bool
]  # whether the gold has a figure of this indicator and value of the entity


def examples(document: Document, is_right: IsRight) -> Iterator[Example]:
    """The names around the figures of a document, with whether they are right."""
    found: list[list[Example]] = []

    def collect(scene: Scene, figure: Figure, indicator: str, taken: Subject) -> Subject:
        value = float(figure.quantity.value)
        values = (value, value * _KILOGRAMS) if figure.quantity.unit == "吨" else (value,)
        found.append(
            [
                (one.features, any(is_right(one.actor.entity, indicator, value) for value in values))
                for one in candidates(scene, figure, indicator, taken.entity.id)
            ]
        )
        return taken

    with patch("loaders.measure.chosen", collect):
        extract_document(document)
    for names in found:
        if any(right for _, right in names):
            yield from names


def labelled() -> Iterator[Example]:
    """The examples of all our texts."""
    for text, gold in learning.articles():
        yield from examples(read(text), _in_article(read_gold(gold)))
    for passage, relations in learning.passages():
        if FIGURES in relations:
            yield from examples(from_text(passage.text, "passage"), _in_passage(passage))


def _in_article(gold: Gold) -> IsRight:
    told = gold.observed | gold.also_observed
    return lambda entity, indicator, value: (gold.find(entity.as_end()), indicator, value) in told


def _in_passage(passage: Passage) -> IsRight:
    lines = [line for line in passage.gold if line.relation == FIGURES]
    return lambda entity, indicator, value: any(
        (line.indicator, line.value) == (indicator, value) and not line.subject.isdisjoint(entity.names)
        for line in lines
    )


def main() -> None:
    """Write the file."""
    from sklearn.linear_model import LogisticRegression

    rows = list(labelled())
    places = learning.columns([features for features, _ in rows], _FEWEST)
    model = LogisticRegression(C=_STRENGTH, max_iter=300, solver="liblinear", random_state=0)
    model.fit(learning.matrix([features for features, _ in rows], places), [right for _, right in rows])
    print(f"{len(rows):,} names, {sum(right for _, right in rows):,} of them right")
    learning.write(FILE, learning.lines(RIGHT, float(model.intercept_[0]), model.coef_[0], places, _LEAST))


if __name__ == "__main__":
    main()
