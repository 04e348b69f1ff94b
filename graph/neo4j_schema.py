"""What a Neo4j database is given before its first document: constraints, indexes and tokens, made from the vocabulary.

All names follow from the vocabulary, and every statement may be run again.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from graph.identity import digest
from graph.schema import Schema
from graph.tables import ENTITY, PROVENANCE, fact_columns, node_tables, provenance_pairs

SHARED = "Entity"  # the second label of every node of the vocabulary
META = "Meta"  # nodes {name, value}: what the store keeps of itself
KEPT = ("files", "things", "given")  # properties of documents that no export has: graph.group.Kept
FULL_TEXT = "entity_names"
_ANALYZER = "standard-no-stop-words"  # one token a Chinese character, so that a single one is found too

# What is looked up by something else than its id, here or in queries/, besides `region` on every label of the
# vocabulary: queries/names.py says (n:Region|Park {region: id}), which LadybugDB understands too, and not :Entity.
_LOOKED_UP: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {SHARED: ("name",), "Region": ("code",), "Article": ("work",), "Observation": ("subject",)}
)


@dataclass(frozen=True, slots=True)
class Rule:
    """A constraint or an index: its name, the label or type it is for, the properties, and how it is made."""

    name: str
    on: str
    properties: tuple[str, ...]
    statement: str
    unique: bool = False


def rules(schema: Schema) -> Iterator[Rule]:
    """The constraints and indexes of a database.

    The server fills an index beside other work, but lets a constraint's statement wait until it holds: so these are last.
    """
    yield Rule(
        FULL_TEXT,
        SHARED,
        ("name", "aliases", "keys"),
        f"CREATE FULLTEXT INDEX {FULL_TEXT} IF NOT EXISTS FOR (n:{SHARED}) ON EACH [n.name, n.aliases, n.keys] "
        f"OPTIONS {{indexConfig: {{`fulltext.analyzer`: '{_ANALYZER}'}}}}",
    )
    looked_up = [(label, name) for label, names in _LOOKED_UP.items() for name in names]
    for label, name in [*looked_up, *((label, "region") for label in schema.labels)]:
        index = f"{label}_{name}"
        yield Rule(index, label, (name,), f"CREATE INDEX {index} IF NOT EXISTS FOR (n:{label}) ON (n.{name})")
    for label in [SHARED, *node_tables(schema)]:
        yield _unique(label, "id", f"(n:{label})")
    yield _unique(META, "name", f"(n:{META})")
    for relation in schema.relations:
        yield _unique(relation, "id", f"()-[n:{relation}]-()")


def schema_statements(schema: Schema) -> list[str]:
    """The statements that make the constraints and indexes."""
    return [rule.statement for rule in rules(schema)]


def token_statements(schema: Schema) -> list[str]:
    """The statements that make all labels, types and property keys known, so that no query warns of an unknown one."""
    labels = [*node_tables(schema), SHARED, META]
    types = [*schema.relations, *(pair.relation for pair in provenance_pairs(schema))]
    columns = [*node_tables(schema).values(), *(fact_columns(rule) for rule in schema.relations.values())]
    names = [name for one in columns for name in one] + ["value", *KEPT]
    return [
        _each("db.createLabel", labels),
        _each("db.createRelationshipType", types),
        _each("db.createProperty", names),
    ]


def missing_lists(schema: Schema) -> list[str]:
    """The statements that make all missing lists empty ones, after an import: the importer's CSV has no empty list."""
    tables = {f"(n:{label})": columns for label, columns in {SHARED: ENTITY, **PROVENANCE}.items()}
    tables |= {f"()-[n:{name}]->()": fact_columns(rule) for name, rule in schema.relations.items()}
    lists = {pattern: [n for n, kind in columns.items() if kind == "strings"] for pattern, columns in tables.items()}
    return [filled(pattern, names) for pattern, names in lists.items() if names]


def filled(pattern: str, lists: Sequence[str]) -> str:
    """The statement that makes these lists empty ones where they are missing, in transactions of its own."""
    missing = " OR ".join(f"n.{name} IS NULL" for name in lists)
    changes = ", ".join(f"n.{name} = coalesce(n.{name}, [])" for name in lists)
    return f"MATCH {pattern} WHERE {missing} CALL (n) {{ SET {changes} }} IN 2 CONCURRENT TRANSACTIONS OF 10000 ROWS"


def setup_digest(schema: Schema) -> str:
    """A hash of the set-up, kept in the database to see that it has been done, and done in this form."""
    return digest(schema_statements(schema), token_statements(schema))


def _unique(on: str, name: str, pattern: str) -> Rule:
    rule = f"{on}_{name}"
    statement = f"CREATE CONSTRAINT {rule} IF NOT EXISTS FOR {pattern} REQUIRE n.{name} IS UNIQUE"
    return Rule(rule, on, (name,), statement, unique=True)


def _each(procedure: str, names: list[str]) -> str:
    listed = ", ".join(f"'{name}'" for name in sorted(set(names)))
    return f"UNWIND [{listed}] AS name CALL {procedure}(name)"
