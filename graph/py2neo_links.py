"""What an object of py2neo is linked to: its own RelatedObjects would take two facts between the same two nodes for one.

A link is read when it is first looked at, in one query, and each fact is written by its id.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from graph import merge
from graph.errors import StoreError, UsageError
from graph.identity import fact_id
from graph.neo4j_schema import META, SHARED
from graph.rows import Row
from graph.schema import Relation, schema
from graph.tables import fact_columns

OUT, IN, EITHER = 1, -1, 0
_PATTERNS = {OUT: "-[r:{0}]->", IN: "<-[r:{0}]-", EITHER: "-[r:{0}]-"}
_NUMBERS = ("money", "number")
_READ = (None, "gazetteer")  # the sources of facts that duikou wrote


def take_turn(tx: Any) -> None:
    """Wait until whoever else writes to the store has ended, as its own writers do; StoreError if it is no store."""
    if tx.evaluate(f"MATCH (m:{META} {{name: 'writes'}}) SET m.value = m.value + 1 RETURN m.value") is None:
        raise StoreError("this database holds no store of duikou yet; make one with: duikou load PATH --store bolt://…")


class Links:
    """The objects at the other end of one kind of link; py2neo's RelatedObjects, to read from."""

    def __init__(self, subject: Any, relation: str, direction: int) -> None:
        self.subject = subject
        self.relation = relation
        self.direction = direction
        self._read: list[tuple[Any, Row]] | None = None  # the other object and the properties of the link

    def __iter__(self) -> Iterator[Any]:
        """Each object once, however many facts lead to it; `triples` gives every fact."""
        return iter({other.id: other for other, _ in self._links()}.values())

    def __len__(self) -> int:
        return len(list(iter(self)))

    def __contains__(self, other: object) -> bool:
        return any(one == other for one in self)

    def triples(self) -> Iterator[tuple[Any, tuple[str, Row], Any]]:
        """Every fact as (subject, (relation, properties), object), as py2neo gives them."""
        for other, properties in self._links():
            yield self.subject, (self.relation, dict(properties)), other

    def get(self, other: Any, key: str, default: Any = None) -> Any:
        """A property of the first fact that leads to the other object."""
        return next((row.get(key, default) for one, row in self._links() if one == other), default)

    def add(self, other: Any, properties: Row | None = None, *, source: str = "", **more: Any) -> int:
        raise UsageError(f"{self.relation} cannot be added to; it is written when documents are loaded")

    def remove(self, other: Any) -> None:
        raise UsageError(f"nothing can be removed from {self.relation}; it is written when documents are loaded")

    def clear(self) -> None:
        """What py2neo calls for an object that is deleted."""
        self._read = []

    def _links(self) -> list[tuple[Any, Row]]:
        if self._read is None:
            node = self.subject.__node__
            self._read = self._find(node.graph) if node.graph else []
        return self._read

    def _find(self, graph: Any) -> list[tuple[Any, Row]]:
        label = self.subject.__primarylabel__
        found = graph.query(
            f"MATCH (a:{label} {{id: $id}}){_PATTERNS[self.direction].format(self.relation)}(b) "
            "RETURN b, properties(r) AS row ORDER BY b.id, r.id",
            {"id": self.subject.id},
        )
        return [(self.subject.wrap(one["b"]), one["row"]) for one in found]

    def __db_pull__(self, tx: Any) -> None:
        self._read = None

    def __db_push__(self, tx: Any) -> None:
        pass


class Facts(Links):
    """The facts of one relation of the vocabulary; what is added or removed is written when the object is saved."""

    def __init__(self, subject: Any, relation: str, direction: int) -> None:
        super().__init__(subject, relation, direction)
        self._rule: Relation = schema().relations[relation]
        self._added: list[tuple[Any, Row, str]] = []  # the other object, the properties, the source
        self._removed: set[str] = set()

    def add(self, other: Any, properties: Row | None = None, *, source: str = "", **more: Any) -> int:
        """Add a fact that no loaded document proves; `source` says who says so. 1, or 0 if it was there."""
        given = {name: value for name, value in {**(properties or {}), **more}.items() if value is not None}
        row = self._row(other, given, source)
        new = all(kept["id"] != row["id"] for _, kept in self._links())
        self._added.append((other, given, source))
        self._removed.discard(row["id"])
        return int(new)

    def remove(self, other: Any) -> None:
        """Take back the facts that lead to the other object; UsageError for those that a loaded document gave."""
        for one, row in self._links():
            if one == other:
                if row["passages"] or row.get("source") in _READ:
                    raise UsageError(f"{row['id']} is not yours to remove; duikou why {row['id']} shows its proof")
                self._removed.add(row["id"])
        self._added = [added for added in self._added if added[0] != other]

    def clear(self) -> None:
        super().clear()
        self._added.clear()

    def _links(self) -> list[tuple[Any, Row]]:
        links = {row["id"]: (other, row) for other, row in super()._links()}
        for other, given, source in self._added:
            row = self._row(other, given, source)
            links.setdefault(row["id"], (other, row))
        return [link for key, link in links.items() if key not in self._removed]

    def _row(self, other: Any, given: Row, source: str) -> Row:
        subject, object_ = self._ends(other)
        kinds = self._rule.properties
        unknown = sorted(given.keys() - kinds.keys())
        if unknown:
            raise UsageError(f"{self.relation} has no property {unknown[0]}; it has: {', '.join(kinds) or 'none'}")
        if not source.strip() or source in _READ:
            raise UsageError(f"{self.relation}: say where the fact is from: add(…, source='field visit 2024-05')")
        values = {name: float(value) if kinds[name] in _NUMBERS else value for name, value in given.items()}
        key = {name: values[name] for name in self._rule.key if name in values}
        return {
            "id": fact_id(self.relation, subject.id, object_.id, key),
            "relation": self.relation,
            "tier": "inferred",
            "because": "[]",
            "passages": [],
            "source": source,
            **values,
        }

    def _ends(self, other: Any) -> tuple[Any, Any]:
        """Subject and object of a fact with the other object; UsageError where the vocabulary has no such fact."""
        for one in (self.subject, other):
            if getattr(one, "__primarylabel__", None) not in schema().labels or one.id is None:
                raise UsageError(f"{self.relation} joins entities that have a name; {one!r} is none")
        subject, object_ = (other, self.subject) if self.direction == IN else (self.subject, other)
        if self._rule.symmetric and object_.id < subject.id:
            subject, object_ = object_, subject
        labels = subject.__primarylabel__, object_.__primarylabel__
        if subject.id == object_.id or not schema().allows(self.relation, *labels):
            raise UsageError(
                f"{self.relation} cannot run from {labels[0]} {subject.name} to {labels[1]} {object_.name}"
            )
        return subject, object_

    def __db_pull__(self, tx: Any) -> None:
        super().__db_pull__(tx)
        self._added.clear()
        self._removed.clear()

    def __db_push__(self, tx: Any) -> None:
        """Write what was added and removed; py2neo may call this again when it tries a transaction again."""
        for key in sorted(self._removed):
            tx.run(f"MATCH ()-[r:{self.relation} {{id: $id}}]->() WHERE size(r.passages) = 0 DELETE r", id=key)
        for other, given, source in self._added:
            tx.merge(other)
            self._write(tx, self._row(other, given, source), self._ends(other))
        if self._removed or self._added:
            self._read = None

    def _write(self, tx: Any, row: Row, ends: tuple[Any, Any]) -> None:
        blank = dict.fromkeys(fact_columns(self._rule))
        known = tx.evaluate(f"MATCH ()-[r:{self.relation} {{id: $id}}]->() RETURN properties(r)", id=row["id"])
        kept = merge.fact(blank | known, blank | row) if known else row
        tx.run(
            f"MATCH (a:{SHARED} {{id: $subject}}) MATCH (b:{SHARED} {{id: $object}}) "
            f"MERGE (a)-[r:{self.relation} {{id: $id}}]->(b) SET r += $row",
            subject=ends[0].id,
            object=ends[1].id,
            id=row["id"],
            row={name: value for name, value in kept.items() if value is not None},
        )
