"""The statements by which the rows of a document are read and written on a Neo4j server, all over `$rows`.

Two habits of the server decide their form. A map as properties (`SET n += row`) or a label out of data makes its
planner put an Eager in, which holds all rows back: so every property is named, and there is one label or type a
statement. The keys of maps are sent with each of them: so rows are lists.

The ends of a link are given by the server's own numbers of nodes, id(n), which it finds without an index: that is a
quarter of the time of a load (measured). They hold inside the transaction only and are never kept. Neo4j deprecates
id() for elementId(), because people kept the numbers, which the server gives again to other nodes; but an elementId is
a text of 40 characters, made and read for each end. So these statements say that they are in Cypher 5, whose words stay.
"""

from __future__ import annotations

from collections.abc import Iterable

from graph.neo4j_schema import SHARED
from graph.schema import schema
from graph.tables import ENTITY, PROVENANCE, fact_columns

# What is remembered of a document stands in its node, in properties that no export has.
_DOCUMENT = "UNWIND $rows AS row MATCH (d:Document {id: row}) USING INDEX SEEK d:Document(id)"
KEPT = f"{_DOCUMENT} WHERE d.given IS NOT NULL RETURN d.id, d.files, d.things, d.given"
KEEP = (
    "UNWIND $rows AS row MATCH (d:Document {id: row[0]}) USING INDEX SEEK d:Document(id) "
    "SET d.files = row[1], d.things = row[2], d.given = row[3]"
)
HOLDERS = (
    "MATCH (d:Document) UNWIND d.things AS thing WITH d.id AS id, thing WHERE thing IN $rows RETURN thing, collect(id)"
)
OWN_NODES = {
    "Article": f"{_DOCUMENT} MATCH (n:Article)-[:IN_DOCUMENT]->(d) RETURN n.id ORDER BY n.id",
    "Passage": f"{_DOCUMENT} MATCH (n:Passage)-[:IN_ARTICLE]->(:Article)-[:IN_DOCUMENT]->(d) RETURN n.id ORDER BY n.id",
    "Reject": f"{_DOCUMENT} MATCH (n:Reject)-[:IN_DOCUMENT]->(d) RETURN n.id ORDER BY n.id",
}
_CYPHER_5 = "CYPHER 5"
_BETWEEN = f"{_CYPHER_5} UNWIND $rows AS row MATCH (a) WHERE id(a) = row[0] MATCH (b) WHERE id(b) = row[1]"


def find_nodes(label: str) -> str:
    """A statement over ids; it gives the columns and the server's number."""
    found = _node("n", _shared(label), "row")
    return f"{_CYPHER_5} UNWIND $rows AS row {found} RETURN {_named('n', returned_columns(label))}, id(n)"


def create_nodes(label: str) -> str:
    """A statement over the columns of a label; it gives one list of pairs, id and the server's number."""
    labels, fixed = (f"{label}:{SHARED}", [f"label: '{label}'"]) if label in schema().labels else (label, [])
    values = _values(sent_columns(label), fixed=fixed)
    return f"{_CYPHER_5} UNWIND $rows AS row CREATE (n:{labels} {{{values}}}) RETURN collect([row[0], id(n)])"


def update_nodes(label: str, names: list[str]) -> str:
    """A statement over ids and the columns that are set."""
    changes = ", ".join(f"n.{name} = row[{place}]" for place, name in enumerate(names, start=1))
    return f"UNWIND $rows AS row {_node('n', _shared(label), 'row[0]')} SET {changes}"


def find_facts(relation: str) -> str:
    """A statement over ids."""
    return f"UNWIND $rows AS row {_fact(relation, 'row')} RETURN {_named('r', found_columns(relation))}"


def create_facts(relation: str) -> str:
    """A statement over the server's numbers of both ends and the columns of a relation."""
    values = _values(own_columns(relation), first=2, fixed=[f"relation: '{relation}'"])
    return f"{_BETWEEN} CREATE (a)-[:{relation} {{{values}}}]->(b)"


def update_facts(relation: str) -> str:
    """A statement over the columns of a relation."""
    changes = ", ".join(f"r.{name} = row[{place}]" for place, name in enumerate(own_columns(relation)) if name != "id")
    return f"UNWIND $rows AS row {_fact(relation, 'row[0]')} SET {changes}"


def create_links(relation: str) -> str:
    """A statement over the server's numbers of both ends."""
    return f"{_BETWEEN} CREATE (a)-[:{relation}]->(b)"


def delete_nodes(label: str) -> str:
    """A statement over ids."""
    return f"UNWIND $rows AS row {_node('n', _shared(label), 'row')} DETACH DELETE n"


def delete_facts(relation: str) -> str:
    """A statement over ids."""
    return f"UNWIND $rows AS row {_fact(relation, 'row')} DELETE r"


def sent_columns(label: str) -> list[str]:
    """The columns of a label that differ from node to node, in the order in which `create_nodes` takes them."""
    return [name for name in ENTITY if name != "label"] if label in schema().labels else list(PROVENANCE[label])


def returned_columns(label: str) -> list[str]:
    """The columns of a label that a merge needs, in the order in which `find_nodes` gives them."""
    return [name for name in PROVENANCE.get(label, ENTITY) if name != "text"]


def found_columns(relation: str) -> list[str]:
    """The columns of a relation, in the order in which `find_facts` gives them."""
    return list(fact_columns(schema().relations[relation]))


def own_columns(relation: str) -> list[str]:
    """The columns of a relation that differ from fact to fact; the first is the id."""
    return [name for name in found_columns(relation) if name != "relation"]


# Without these hints a plan that is made while there is little scans all there is, and stays when there is much.
def _node(variable: str, label: str, value: str) -> str:
    return f"MATCH ({variable}:{label} {{id: {value}}}) USING INDEX SEEK {variable}:{label}(id)"


def _fact(relation: str, value: str) -> str:
    return f"MATCH ()-[r:{relation} {{id: {value}}}]->() USING INDEX SEEK r:{relation}(id)"


def _shared(label: str) -> str:
    return SHARED if label in schema().labels else label


def _named(variable: str, columns: Iterable[str]) -> str:
    return ", ".join(f"{variable}.{name}" for name in columns)


def _values(columns: list[str], first: int = 0, fixed: Iterable[str] = ()) -> str:
    return ", ".join([*(f"{name}: row[{place}]" for place, name in enumerate(columns, start=first)), *fixed])
