"""A whole store read in pages, so that memory does not grow with it; in one order, whatever order it was loaded in.

The queries are ranges over ids, which both stores answer alike: LadybugDB by a scan of one column, Neo4j by the index of
the id. Nothing is sorted or held that is larger than a page.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from graph.schema import schema
from graph.tables import Pair, fact_pairs, link_columns, node_tables, provenance_pairs

if TYPE_CHECKING:
    import pyarrow

    from graph.store import Store

_ROWS = 100_000
_HEAVY: Mapping[str, int] = MappingProxyType(
    {"Document": 200, "Article": 5000}
)  # rows a page of nodes with much in them
_MARK_EACH = 500  # nodes between two ids that are remembered

# A county may be mentioned in a million passages, but a passage mentions a handful of names: these pages follow the
# ids of their targets. All others have few links a source.
_BY_TARGET = ("MENTIONED_IN",)


class Pages:
    """The pages of one store. `nodes` of a label must be read before the links that go by its ids."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._sizes = {label: self._count(f"MATCH (n:{label}) RETURN count(*)") for label in node_tables(schema())}
        self._link_sizes = {
            (relation, label): self._count(f"MATCH {_pattern(relation, label)} RETURN count(*)")
            for relation, label in sorted({_anchored(pair) for pair in _pairs()})
            if self._sizes[label]
        }
        self._marks: dict[str, list[str]] = {}

    @property
    def rows(self) -> int:
        """How many nodes and links there are."""
        return sum(self._sizes.values()) + sum(self._link_sizes.values())

    def nodes(self, label: str) -> Iterator[pyarrow.Table]:
        """The nodes of a label by id, each with the columns of graph.tables.node_tables."""
        columns = node_tables(schema())[label]
        wanted = ", ".join(f"n.{name}" for name in columns)
        marks = self._marks[label] = []
        place = 0
        for bounds in self._ranges(label):
            text = f"MATCH (n:{label}) {within('n.id', bounds)} RETURN {wanted}"
            page = _sorted(self._store.table(text, dict(bounds), columns), 1)
            marks += page.column(0)[-place % _MARK_EACH :: _MARK_EACH].to_pylist()
            place += len(page)
            yield page

    def links(self, relation: str) -> Iterator[pyarrow.Table]:
        """The links of one type by the ids of their ends and their own: id of the source, of the target, columns."""
        own = link_columns(schema(), relation)
        columns = {"from_id": "string", "to_id": "string", **own}
        wanted = ", ".join(["a.id", "b.id", *(f"r.{name}" for name in own)])
        here = "b.id" if relation in _BY_TARGET else "a.id"
        for (one, label), count in self._link_sizes.items():
            if one != relation or not count:
                continue
            pattern = _pattern(relation, label)
            for bounds in self._spread(label, count):
                text = f"MATCH {pattern} {within(here, bounds)} RETURN {wanted}"
                page = self._store.table(text, dict(bounds), columns)
                if len(page):
                    yield _sorted(page, 3 if own else 2, target_first=relation in _BY_TARGET)

    def _ranges(self, label: str) -> Iterator[Mapping[str, str]]:
        """The bounds of pages of nodes, each past the end of the one before."""
        return ranges(self._store, label, self._sizes[label], _HEAVY.get(label, _ROWS))

    def _spread(self, label: str, count: int) -> Iterator[Mapping[str, str]]:
        """The bounds of pages of links: as many of the marks apart as make a page on average."""
        marks = self._marks[label]
        step = max(1, len(marks) * _ROWS // count)
        for after, until in pairwise(["", *marks[step::step], None]):
            yield {"after": after or "", **({"until": until} if until else {})}

    def _count(self, text: str) -> int:
        return int(self._query(text)[0][0])

    def _query(self, text: str, parameters: Mapping[str, str] = MappingProxyType({})) -> list[list[Any]]:
        return self._store.query(text, dict(parameters))[1]


def ranges(store: Store, label: str, count: int, size: int) -> Iterator[Mapping[str, str]]:
    """The bounds of pages of `size` of the `count` nodes of a label, each past the end of the one before.

    They are the parameters of `within`.
    """
    after = ""
    for _ in range(size, count, size):  # never past the end, where LadybugDB 0.22 dies of a SKIP
        text = f"MATCH (n:{label}) WHERE n.id > $after RETURN n.id ORDER BY n.id SKIP {size - 1} LIMIT 1"
        until = store.query(text, {"after": after})[1][0][0]
        yield {"after": after, "until": until}
        after = until
    if count:
        yield {"after": after}


def within(place: str, bounds: Mapping[str, str]) -> str:
    """The condition that an id, such as `n.id`, lies in the bounds."""
    upper = f" AND {place} <= $until" if "until" in bounds else ""
    return f"WHERE {place} > $after{upper}"


def types() -> Sequence[str]:
    """All types of links: the relations of the vocabulary and those of the provenance."""
    return list(dict.fromkeys(pair.relation for pair in _pairs()))


def _pairs() -> list[Pair]:
    return [pair for rule in schema().relations.values() for pair in fact_pairs(rule)] + provenance_pairs(schema())


def _anchored(pair: Pair) -> tuple[str, str]:
    return pair.relation, pair.target if pair.relation in _BY_TARGET else pair.source


def _sorted(page: pyarrow.Table, count: int, *, target_first: bool = False) -> pyarrow.Table:
    """The page by its first columns; ids are compared by their code points."""
    names = page.column_names[:count]
    if target_first:
        names[:2] = names[1::-1]
    return page.sort_by([(name, "ascending") for name in names])


def _pattern(relation: str, label: str) -> str:
    if relation in _BY_TARGET:
        return f"(b:{label})<-[r:{relation}]-(a)"
    return f"(a:{label})-[r:{relation}]->(b)"
