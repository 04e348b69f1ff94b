"""Making a Neo4j database ready for the vocabulary, once; refusing one that holds something else."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import neo4j
from neo4j.exceptions import ClientError

from graph.errors import StoreError, StoreVersionError
from graph.neo4j_address import Address
from graph.neo4j_faults import faults
from graph.neo4j_schema import (
    META,
    SHARED,
    Rule,
    missing_lists,
    rules,
    schema_statements,
    setup_digest,
    token_statements,
)
from graph.schema import schema
from graph.tables import node_tables

_AWAIT_SECONDS = 3600  # for indexes over a large graph that neo4j-admin imported
# Another program committed its set-up after IF NOT EXISTS was asked and before the lock was given.
_MADE_MEANWHILE = "Neo.ClientError.Schema.EquivalentSchemaRuleAlreadyExists"
_NOTED = (
    f"MERGE (m:{META} {{name: 'schema'}}) ON CREATE SET m.value = $schema",
    f"MERGE (m:{META} {{name: 'writes'}}) ON CREATE SET m.value = 0",  # counts the writing transactions
    f"MERGE (m:{META} {{name: 'setup'}}) SET m.value = $setup",
)


def prepare(driver: neo4j.Driver, address: Address, *, read_only: bool) -> None:
    """Check what a database holds, and make its constraints and indexes unless that is done.

    Programs that start at the same time may do it at the same time.
    """
    with faults(address.location), driver.session(database=address.database) as session:
        kept = _meta(session)
        if "schema" not in kept:
            kept = _without_schema(session, address.location, read_only)
        wanted = str(schema().version)
        if kept.get("schema", wanted) != wanted:
            raise StoreVersionError(
                f"{address.location}: written with version {kept['schema']} of the vocabulary, this duikou has version "
                f"{wanted}; load the documents again into an empty database"
            )
        if "schema" in kept and "setup" not in kept:
            _complete(session, address.location, read_only)
        if not read_only and kept.get("setup") != setup_digest(schema()):
            _set_up(session, address.location)


def _without_schema(session: neo4j.Session, location: str, read_only: bool) -> dict[str, Any]:
    """What is kept in a database that looked empty; StoreError when it is not."""
    ours = "|".join([*node_tables(schema()), SHARED, META])
    foreign = _rows(session, f"MATCH (n:{ours}) RETURN labels(n) LIMIT 1")
    kept = _meta(session)  # again: a program that started with us may have made it ready meanwhile
    if "schema" not in kept and foreign:
        raise StoreError(
            f"{location}: this database was not written by duikou and has nodes labelled {foreign[0][0][0]}; "
            "name another database, or empty this one"
        )
    if "schema" not in kept and read_only:
        raise StoreError(f"{location}: this store is empty; fill it with: duikou load PATH --store {location}")
    return kept


def _meta(session: neo4j.Session) -> dict[str, Any]:
    return dict(_rows(session, f"MATCH (m:{META}) RETURN m.name, m.value"))


def _complete(session: neo4j.Session, location: str, read_only: bool) -> None:
    """Fill in what neo4j-admin could not import; who only reads is told to have it done."""
    if read_only:
        raise StoreError(
            f"{location}: this graph was imported by neo4j-admin and has no constraints yet; run the constraints.cypher "
            "that lies beside its import.sh with cypher-shell --file constraints.cypher, or load a document into it"
        )
    for statement in missing_lists(schema()):
        session.run(statement).consume()


def _set_up(session: neo4j.Session, location: str) -> None:
    """Every step may be repeated; that all is done is noted last."""
    try:
        _make_rules(session)
    except ClientError as error:
        if not (error.code or "").startswith("Neo.ClientError.Schema."):
            raise
        reason = (error.message or "").partition("\n")[0].rstrip(".")
        raise StoreError(f"{location}: {reason}; drop what is in the way, then run this again") from error
    session.execute_write(_run, token_statements(schema()))
    session.execute_write(_run, [f"CALL db.awaitIndexes({_AWAIT_SECONDS})"])
    present = _rows(session, "SHOW INDEXES YIELD name, labelsOrTypes, properties, owningConstraint")
    for rule in rules(schema()):
        if not any(_serves(rule, *index) for index in present):
            raise StoreError(
                f"{location}: the database has something else by the name {rule.name}; drop it with "
                f"DROP CONSTRAINT {rule.name} IF EXISTS and DROP INDEX {rule.name} IF EXISTS, then run this again"
            )
    session.execute_write(_run, _NOTED, {"schema": str(schema().version), "setup": setup_digest(schema())})


def _make_rules(session: neo4j.Session) -> None:
    statements = schema_statements(schema())
    try:
        session.execute_write(_run, statements)
    except ClientError as error:
        if error.code != _MADE_MEANWHILE:
            raise
        session.execute_write(_run, statements)


def _serves(rule: Rule, name: str, on: list[str] | None, properties: list[str] | None, constraint: str | None) -> bool:
    """Whether an index of the database is what the rule asks for; another name will do, but not for full text."""
    return (
        on == [rule.on]
        and properties == list(rule.properties)
        and (constraint is not None or not rule.unique)
        and (name == rule.name or len(rule.properties) == 1)
    )


def _run(
    transaction: neo4j.ManagedTransaction, statements: Sequence[str], parameters: dict[str, Any] | None = None
) -> None:
    for statement in statements:
        transaction.run(statement, parameters).consume()


def _rows(session: neo4j.Session, statement: str) -> list[list[Any]]:
    return session.execute_read(lambda transaction: transaction.run(statement).values())
