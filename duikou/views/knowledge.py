"""What a page shows: entities, facts and figures of a store, each with its proofs as sentences."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from duikou.views.context import sentence
from graph.normalise import fold
from graph.schema import schema
from graph.store import Store
from queries.statements import Quote, Statement, facts_where, figures_where

_ANY = "|".join(schema().labels)


@dataclass(frozen=True, slots=True)
class Node:
    """An entity; `names` are all its names, the standard one first."""

    id: str
    label: str
    name: str
    names: tuple[str, ...]
    code: str | None
    region: str | None


@dataclass(frozen=True, slots=True)
class Source:
    """An article as far as its page names it, and the document it stands in."""

    id: str
    title: str | None
    publisher: str | None
    published: str | None
    document: str
    document_id: str

    @property
    def said(self) -> str:
        return " · ".join(part for part in (self.title, self.publisher, self.published) if part)


@dataclass(frozen=True, slots=True)
class Proof:
    """A quote in its sentence. `pieces` is the quote cut up: words, and whether they name an end of the statement."""

    before: str
    pieces: tuple[tuple[str, bool], ...]
    after: str
    document: str
    line: int
    article: Source
    start: int
    stop: int


@dataclass(frozen=True, slots=True)
class Fact:
    """A relation between two nodes, by their ids. `details` are its properties."""

    id: str
    relation: str
    subject: str
    object: str
    details: Mapping[str, Any]
    tier: str
    because: tuple[Mapping[str, str], ...]
    proofs: tuple[Proof, ...]
    source: str | None


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure of one node; `details` has value, unit, raw and the circumstances (queries.statements.Statement)."""

    id: str
    indicator: str
    subject: str
    details: Mapping[str, Any]
    tier: str
    because: tuple[Mapping[str, str], ...]
    proofs: tuple[Proof, ...]


@dataclass(slots=True)
class Knowledge:
    """Nodes and articles by id; facts by relation and id; figures by indicator, value and id."""

    nodes: dict[str, Node] = field(default_factory=dict)
    facts: list[Fact] = field(default_factory=list)
    figures: list[Figure] = field(default_factory=list)
    sources: dict[str, Source] = field(default_factory=dict)

    def facts_of(self, id_: str) -> list[Fact]:
        """The facts with the node at either end."""
        return [fact for fact in self.facts if id_ in (fact.subject, fact.object)]

    def figures_of(self, id_: str) -> list[Figure]:
        """The figures of the node."""
        return [figure for figure in self.figures if figure.subject == id_]


def everything(store: Store) -> Knowledge:
    """The whole store, gazetteer facts (PART_OF) included."""
    facts = facts_where(store, "(a)", "(b)", {})
    figures = figures_where(store, "(s)", {})
    return _known(store, f"MATCH (n:{_ANY})", {}, facts, figures)


def around(store: Store, ids: Iterable[str]) -> Knowledge:
    """The nodes with these ids, their facts, the nodes at the other ends, and the figures of all of them."""
    asked = {"ids": sorted(set(ids))}
    facts: dict[str, Statement] = {}
    for source, target in ((f"(a:{_ANY} {{id: id}})", "(b)"), ("(a)", f"(b:{_ANY} {{id: id}})")):
        for one in facts_where(store, source, target, asked, before="UNWIND $ids AS id"):
            facts[one.id] = one
    ends = {end.id for one in facts.values() for end in (one.subject, one.object) if end}
    wanted = {"ids": sorted(ends.union(asked["ids"]))}
    figures = figures_where(store, f"(s:{_ANY} {{id: id}})", wanted, before="UNWIND $ids AS id")
    return _known(store, f"UNWIND $ids AS id MATCH (n:{_ANY} {{id: id}})", wanted, [*facts.values()], figures)


def _known(
    store: Store, match: str, parameters: dict[str, Any], facts: list[Statement], figures: list[Statement]
) -> Knowledge:
    _, rows = store.query(f"{match} RETURN n.id, n.label, n.name, n.names, n.code, n.region", parameters)
    nodes = {row[0]: Node(row[0], row[1], row[2], tuple(row[3]), row[4], row[5]) for row in sorted(rows)}
    proofs = _Proofs(store, nodes, (quote for one in (*facts, *figures) for quote in one.quotes))
    found = Knowledge(nodes, sources=proofs.sources)
    for one in sorted(facts, key=lambda one: (one.says, one.id)):
        assert one.subject and one.object
        ends = (one.subject.id, one.object.id)
        if nodes.keys() >= set(ends):
            quoted = proofs.of(one.quotes, ends)
            found.facts.append(
                Fact(one.id, one.says, *ends, one.details, one.tier or "stated", one.because, quoted, one.source)
            )
    for one in sorted(figures, key=lambda one: (one.says, one.details["value"], one.id)):
        assert one.subject
        quoted = proofs.of(one.quotes, (one.subject.id,))
        found.figures.append(
            Figure(one.id, one.says, one.subject.id, one.details, one.tier or "stated", one.because, quoted)
        )
    return found


class _Proofs:
    """Quotes put back into their sentences; the texts of the documents are read once."""

    def __init__(self, store: Store, nodes: Mapping[str, Node], quotes: Iterable[Quote]) -> None:
        self._nodes = nodes
        self.sources: dict[str, Source] = {}
        for quote in quotes:
            self.sources[quote.article_id] = Source(
                quote.article_id, quote.title, quote.publisher, quote.published, quote.document, quote.document_id
            )
        self._texts = _texts(store, {source.document_id for source in self.sources.values()})

    def of(self, quotes: Iterable[Quote], ends: Iterable[str]) -> tuple[Proof, ...]:
        names = [name for end in ends for name in self._nodes[end].names]
        return tuple(self._one(quote, names) for quote in quotes)

    def _one(self, quote: Quote, names: list[str]) -> Proof:
        before, after = sentence(self._texts[quote.document_id], quote.start, quote.end)
        pieces = tuple(_pieces(quote.text, names))
        source = self.sources[quote.article_id]
        return Proof(before, pieces, after, quote.document, quote.line, source, quote.start, quote.end)


def _texts(store: Store, documents: set[str]) -> dict[str, str]:
    _, rows = store.query(
        "UNWIND $ids AS id MATCH (d:Document {id: id}) RETURN d.id, d.text", {"ids": sorted(documents)}
    )
    return {row[0]: row[1] for row in rows}


def _pieces(quote: str, names: Iterable[str]) -> Iterator[tuple[str, bool]]:
    """The quote cut at the names in it, line breaks of the page left out.

    >>> list(_pieces("三都县与黄埔区\\n结对", ["黄埔区"]))
    [('三都县与', False), ('黄埔区', True), ('结对', False)]
    """
    quote = "".join(quote.split("\n"))
    folded = fold(quote)
    if len(folded) != len(quote):
        folded = quote  # places in a text that changed its length would not be those of the quote
    spans: list[tuple[int, int]] = []
    for name in sorted({fold(name) for name in names if len(name) > 1}, key=lambda name: (-len(name), name)):
        at = folded.find(name)
        while at >= 0:
            if all(at >= end or at + len(name) <= start for start, end in spans):
                spans.append((at, at + len(name)))
            at = folded.find(name, at + len(name))
    place = 0
    for start, end in sorted(spans):
        if start > place:
            yield quote[place:start], False
        yield quote[start:end], True
        place = end
    if place < len(quote):
        yield quote[place:], False
