"""`from duikou.py2neo import Region, graph`: a store on a Neo4j server for notebooks that use py2neo.

Every label of the vocabulary is a class here. py2neo is at its end of life: new code takes `duikou.open`.
"""

from __future__ import annotations

from typing import Any


def graph(location: str = "bolt://localhost:7687") -> Any:
    """py2neo's Graph of a store on a server, signed in like every command of duikou; StoreError says why it fails."""
    classes()  # first of all: is py2neo there?
    from py2neo import Graph

    from graph.credentials import find_credentials
    from graph.neo4j_address import parse_address
    from graph.neo4j_store import open_neo4j

    open_neo4j(location, read_only=True).close()  # what is wrong shows here, in one line; py2neo would not say
    address = parse_address(location)
    login = find_credentials(address.location)
    plain = str.__str__(login.password)  # py2neo sends nothing but a plain str
    return Graph(address.uri, name=address.database, auth=(login.username, plain))


def classes() -> dict[str, Any]:
    """The classes by label; UsageError says how py2neo is installed where it is missing."""
    from graph.py2neo_classes import classes

    return classes()


def __getattr__(name: str) -> Any:
    if not name.startswith("_") and name in classes():
        return classes()[name]
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
