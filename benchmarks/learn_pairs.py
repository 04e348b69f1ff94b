"""Learn how much each piece of evidence for a relation weighs: loaders/pair_weights.tsv.gz, from our own articles with gold.

    pip install scikit-learn
    python -m benchmarks.learn_pairs            writes the weights anew; the same texts and rules give the same file

Every pair of names in one sentence is an example of each relation that could join it: right when the gold wants the fact,
left out when the gold only lets it pass, else wrong. A logistic regression a relation; weights near zero are left out.
Learnt from seeds/ and tests/corpus only, never from the five source documents or the twelve texts beside them, so that those
still tell how well it does on what it has not seen.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from unittest.mock import patch

from benchmarks import learning
from benchmarks.passages import Passage, goes_without_saying
from duikou.gold import ordered, read_gold
from graph.model import Document, Entity
from loaders.build import extract_document
from loaders.chart import Chart
from loaders.pair_features import Setting, features, joinable, pairs
from loaders.pair_weights import FILE
from loaders.proposals import Proposal
from loaders.read import from_text, read
from loaders.topics import Topics
from loaders.values import Reading
from loaders.weights import ENOUGH

# The probability that is enough: where, in five folds of these texts, three of four pairs about as likely were right; more
# for relations that were too often wrong on the source documents. Of others it is not asked: a post needs its title, and
# who gave, runs or came is told by more than one sentence.
ENOUGH_FOR = {
    "ASSISTS": 0.76,
    "BUILT": 0.7,
    "COOPERATES_WITH": 0.6,
    "FOUNDED": 0.8,
    "FUNDED": 0.92,
    "INVESTED_IN": 0.7,
    "LOCATED_IN": 0.96,
    "MOVED_INTO": 0.75,
    "SECONDED_FROM": 0.93,
    "SECONDED_TO": 0.9,
    "SENDS_WORKERS_TO": 0.8,
}
_FEWEST = 4  # times that a feature must be met
_LEAST = 0.1  # weights nearer to zero are left out
_STRENGTH = 1.0  # of the evidence against the prior (C of scikit-learn)


@dataclass(frozen=True, slots=True)
class Example:
    """A pair of names and a relation that could join it."""

    relation: str
    subject: Entity
    object: Entity
    features: frozenset[str]


def examples(document: Document) -> list[Example]:
    """All pairs of a document, as the extraction meets them."""
    found: list[Example] = []

    def collect(reading: Reading, topics: Topics, rows: Sequence[Chart], known: Sequence[Proposal]) -> list[Proposal]:
        setting = Setting(reading, topics)
        for row in rows:
            for pair in pairs(row):
                seen = frozenset(features(pair, setting))
                for relation in joinable(pair.subject.label, pair.object.label):
                    found.append(Example(relation, pair.subject.entity, pair.object.entity, seen))
        return []

    with patch("loaders.relate.find_weighed", collect):
        extract_document(document)
    return found


def labelled() -> Iterator[tuple[Example, bool]]:
    """The examples of all our texts, with whether they are right."""
    for text, gold in learning.articles():
        yield from _of_article(text, gold)
    for passage, relations in learning.passages():
        yield from _of_passage(passage, relations)


def _of_article(text: Path, gold_file: Path) -> Iterator[tuple[Example, bool]]:
    gold = read_gold(gold_file)
    for one in examples(read(text)):
        subject, object_ = gold.find(one.subject.as_end()), gold.find(one.object.as_end())
        triple = ordered((subject, one.relation, object_)) if subject and object_ else None
        if triple is None or gold.wants(triple) or not gold.allows(triple):
            yield one, triple is not None and gold.wants(triple)


def _of_passage(passage: Passage, relations: frozenset[str]) -> Iterator[tuple[Example, bool]]:
    for one in examples(from_text(passage.text, "passage")):
        if one.relation not in relations:
            continue
        ends = {(frozenset(one.subject.names), frozenset(one.object.names))}
        if one.relation == "COOPERATES_WITH":
            ends |= {(b, a) for a, b in ends}
        told = [
            line
            for line in passage.gold
            if line.relation == one.relation and any(line.subject & a and line.object & b for a, b in ends)
        ]
        if any(line.wanted for line in told):
            yield one, True
        elif not told and not goes_without_saying(one.relation, one.subject, one.object):
            yield one, False


def learn(rows: Sequence[tuple[Example, bool]]) -> list[str]:
    """The lines of the file."""
    by_relation: dict[str, list[tuple[Example, bool]]] = defaultdict(list)
    for example, right in rows:
        by_relation[example.relation].append((example, right))
    lines = []
    for relation in sorted(by_relation):
        lines += _of_relation(relation, by_relation[relation])
    return lines


def _of_relation(relation: str, rows: list[tuple[Example, bool]]) -> list[str]:
    from sklearn.linear_model import LogisticRegression

    if relation not in ENOUGH_FOR:
        return []
    places = learning.columns([example.features for example, _ in rows], _FEWEST)
    model = LogisticRegression(C=_STRENGTH, max_iter=300, solver="liblinear", random_state=0)
    model.fit(learning.matrix([example.features for example, _ in rows], places), [right for _, right in rows])
    found = learning.lines(relation, float(model.intercept_[0]), model.coef_[0], places, _LEAST)
    print(f"{relation}: {len(rows)} examples, {sum(right for _, right in rows)} right, {len(found) - 1} weights")
    return [found[0], f"{relation}\t{ENOUGH}\t{ENOUGH_FOR[relation]}", *found[1:]]


def main() -> None:
    """Write the file."""
    learning.write(FILE, learn(list(labelled())))


if __name__ == "__main__":
    main()
