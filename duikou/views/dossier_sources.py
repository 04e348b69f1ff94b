"""Where the statements of a page come from: articles that differ, and every article with all its proving words."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from duikou.views.dossier_lines import Line, figure_line
from duikou.views.knowledge import Knowledge, Node, Proof, Source
from graph.store import Store
from queries.ask import ask


@dataclass(frozen=True, slots=True)
class Dispute:
    """Figures of one thing that no article tells apart, the smallest first."""

    node: Node
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Passage:
    """Quoted words with what they prove."""

    proof: Proof
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Cited:
    """An article, its passages in reading order, and how many statements rest on them."""

    source: Source
    passages: tuple[Passage, ...]
    count: int


def disputes(store: Store, known: Knowledge, me: str, scope: Collection[str]) -> list[Dispute]:
    """The figures of the name, and of what lies in it, that articles give differently (question `disagreements`)."""
    figures = {figure.id: figure for figure in known.figures if figure.subject in scope}
    against: dict[str, set[str]] = {}  # a figure and all that are compared with it, in one set
    for row in ask(store, "disagreements", {"of": me}):
        pair = {row["proof"], row["higher_proof"]}
        if pair <= figures.keys():
            together = pair.union(*(against.get(id_, ()) for id_ in pair))
            against.update(dict.fromkeys(together, together))
    found = []
    for together in {min(some): some for some in against.values()}.values():
        ordered = sorted((figures[id_] for id_ in together), key=lambda figure: (figure.details["value"], figure.id))
        lines = tuple(figure_line(figure, known) for figure in ordered)
        found.append(Dispute(known.nodes[ordered[0].subject], lines))
    return sorted(found, key=lambda one: (one.node.id != me, one.node.name, one.lines[0].words.zh, one.lines[0].id))


def cited(lines: Iterable[Line]) -> list[Cited]:
    """The articles that the lines rest on, the oldest first, undated ones last."""
    passages: dict[tuple[str, int, int], tuple[Proof, dict[str, Line]]] = {}
    for line in lines:
        for proof in line.proofs:
            key = (proof.article.id, proof.start, proof.stop)
            passages.setdefault(key, (proof, {}))[1][line.id] = line
    articles: dict[str, list[Passage]] = {}
    for key in sorted(passages):
        proof, proven = passages[key]
        articles.setdefault(key[0], []).append(Passage(proof, tuple(proven.values())))
    found = [
        Cited(some[0].proof.article, tuple(some), len({line.id for one in some for line in one.lines}))
        for some in articles.values()
    ]
    return sorted(found, key=lambda one: (one.source.published or "9999", one.source.title or "", one.source.id))
